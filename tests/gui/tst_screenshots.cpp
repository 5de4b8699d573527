// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Pictures of the window in its states, light and dark, 1280 x 720, as PNG files in HANGUP_SCREENSHOT_DIR (or the
// folder the test runs in). The test itself checks that each shows something and that nothing is cut.
#include "windowbench.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestScreenshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();

private:
    static void take(WindowBench &bench, const QString &name);
    static void scriptResults(WindowBench &bench, const QList<CallId> &ids);
};

void TestScreenshots::take(WindowBench &bench, const QString &name)
{
    const QString folder = qEnvironmentVariable("HANGUP_SCREENSHOT_DIR", QDir::currentPath());
    QVERIFY(QDir().mkpath(folder));
    QPixmap picture = bench.window().grab();
    QCOMPARE(picture.size(), QSize(1280, 720) * picture.devicePixelRatio());
    if (auto *dialog = bench.find<QDialog>(u"Confirm hang up"_s)) {
        // Drawn in its place, with a shadow's worth of border.
        const QPixmap asked = dialog->grab();
        QPainter painter(&picture);
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 90));
        const QPoint at((1280 - dialog->width()) / 2, (720 - dialog->height()) / 2);
        painter.drawPixmap(at, asked);
    }
    QVERIFY(picture.save(QDir(folder).filePath(name + u".png"_s)));
}

void TestScreenshots::scriptResults(WindowBench &bench, const QList<CallId> &ids)
{
    bench.server().setDefaultAnswer(Answer::ended().after(Ms(30)));
    bench.server().script(ids.at(3), { Answer::callNotFound() });
    bench.server().script(ids.at(5), { Answer::json(400, "{\"api_id\":\"1\",\"error\":\"invalid call state\"}") });
    bench.server().script(ids.at(6), { Answer::serverTrouble(503) });
    bench.server().script(ids.at(8), { Answer::reset() });
}

void TestScreenshots::shows_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("colours");
    for (const char *colours : { "Light", "Dark" }) {
        for (const char *state : { "empty", "listed", "confirmation", "running", "results" })
            QTest::addRow("%s, %s", state, colours) << QString::fromLatin1(state) << QString::fromLatin1(colours);
    }
}

void TestScreenshots::shows()
{
    QFETCH(const QString, state);
    QFETCH(const QString, colours);
    WindowBench bench(state == u"empty"_s ? WindowBench::On::Practice : WindowBench::On::Server);
    bench.command(colours)->trigger();
    bench.window().resize(1280, 720);
    // The palette reaches the widgets with the next turn of the event loop.
    QTRY_COMPARE(theme::isDark(bench.window().palette()), colours == u"Dark"_s);
    if (state != u"empty"_s) {
        const QList<CallId> ids = bench.list(16);
        scriptResults(bench, ids);
        if (state == u"running"_s)
            bench.server().setDefaultAnswer(Answer::ended().after(Ms(1500)));
        bench.selectAll();
        if (state != u"listed"_s)
            QTest::keyClick(&bench.window(), Qt::Key_Return, Qt::ControlModifier);
        if (state == u"confirmation"_s)
            QTRY_VERIFY(bench.confirmButton(16)->isEnabled());
        if (state == u"running"_s || state == u"results"_s) {
            QVERIFY(bench.confirm(16));
            bench.find<QTableView>(u"Calls"_s)->clearSelection();
        }
        if (state == u"running"_s)
            QTRY_COMPARE(bench.session().progressDone(), 4);
        if (state == u"results"_s)
            QTRY_VERIFY(!bench.session().busy());
    }
    take(bench, u"%1-%2"_s.arg(state, colours.toLower()));
    const auto labels = bench.window().findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && !label->wordWrap() && label->pixmap().isNull())
            QVERIFY2(label->width() >= label->minimumSizeHint().width() - 1, qPrintable(label->text()));
    }
    bench.command(u"Colours of the system"_s)->trigger();
}

QTEST_MAIN(TestScreenshots)
#include "tst_screenshots.moc"
