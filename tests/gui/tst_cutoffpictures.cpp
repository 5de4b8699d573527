// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Pictures of the confirmation and of the details, in each palette, from the right and with large text, as PNG files in
// HANGUP_SCREENSHOT_DIR (or the folder the test runs in). The test itself checks that no text is cut.
#include "callscript.h"
#include "windowbench.h"

#include "ui/callsview.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

constexpr int Patience = 30'000; // ms

} // namespace

class TestCutOffPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void paint_data();
    void paint();

private:
    static QList<CallId> list(WindowBench &bench, int count);
    static QList<CallId> fill(WindowBench &bench, CallScript &script);
    static void bringInto(WindowBench &bench, const QString &what);
    static void save(QWidget *widget, const QString &name);
    /// The text of a label that has less room than it needs; empty if all have enough.
    static QString cutIn(const QWidget *widget);
    QTranslator m_translator;
};

/// Another language's messages, for the eye: the names by which the controls are found stay English without it.
void TestCutOffPictures::initTestCase()
{
    if (m_translator.load(qEnvironmentVariable("HANGUP_PICTURE_MESSAGES")))
        QApplication::installTranslator(&m_translator);
}

void TestCutOffPictures::paint_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("colours");
    QTest::addColumn<QString>("look");
    const std::pair<QString, QString> looks[] = { { u"Light"_s, u"light"_s },
                                                  { u"Dark"_s, u"dark"_s },
                                                  { u"High contrast, light"_s, u"contrastlight"_s },
                                                  { u"High contrast, dark"_s, u"contrastdark"_s },
                                                  { u"Light"_s, u"mirrored"_s },
                                                  { u"Light"_s, u"large"_s } };
    for (const QString &what :
         { u"confirm-one"_s, u"confirm"_s, u"confirm-many"_s, u"confirm-request"_s, u"details"_s, u"details-gone"_s }) {
        for (const auto &[colours, look] : looks)
            QTest::addRow("%s, %s", qPrintable(what), qPrintable(look)) << what << colours << look;
    }
}

/// Without the help of names, which another language has others for.
QList<CallId> TestCutOffPictures::list(WindowBench &bench, int count)
{
    QStringList lines;
    for (int n = 0; n < count; ++n)
        lines += WindowBench::id(n).toString();
    return bench.session().addText(lines.join(u'\n'), TextSource::Pasted).added;
}

QList<CallId> TestCutOffPictures::fill(WindowBench &bench, CallScript &script)
{
    const QList<CallId> ids = list(bench, 12);
    for (int n = 0; n < 12; ++n)
        script.set(ids[n], { .ageSeconds = 15'000 + 777 * n, .from = "14155550100", .to = "49301234" });
    script.set(ids[1], { .ageSeconds = 15'700, .from = "14155550100", .to = "493012399", .parent = ids[3].toLatin1() });
    script.set(ids[2],
               { .direction = "inbound",
                 .ageSeconds = 245,
                 .from = "447700900123",
                 .to = "18005550100",
                 .caller = "Jane Roe" });
    script.set(ids[4], { .direction = "inbound", .ageSeconds = 12, .from = "447700900456", .to = "18005550100" });
    script.set(ids[5], { .isOver = true });
    script.set(ids[6], { .ageSeconds = 20, .from = "14155550100", .to = "33123456789", .status = "ringing" });
    return ids;
}

void TestCutOffPictures::bringInto(WindowBench &bench, const QString &what)
{
    CallScript script(bench.server());
    const QList<CallId> ids = fill(bench, script);
    auto *table = bench.window().findChild<CallsView *>();
    const auto row = [table, &bench](int n) {
        table->setFocus();
        table->selectCall(bench.session().calls()->ids().at(n));
    };
    const auto read = [&bench, &ids](qsizetype calls) {
        return [&bench, &ids, calls] {
            qsizetype known = 0;
            for (const CallId &id : ids)
                known += bench.session().info(id) ? 1 : 0;
            return known >= calls;
        };
    };
    if (what == u"confirm-many"_s)
        list(bench, 80);
    if (what == u"confirm-one"_s)
        row(2);
    else if (what == u"confirm"_s || what == u"confirm-many"_s)
        table->selectAll();
    else
        row(what == u"details"_s ? 3 : 0);
    if (what.startsWith(u"confirm"_s) && what != u"confirm-request"_s) {
        QTest::keyClick(&bench.window(), Qt::Key_Return, Qt::ControlModifier);
        if (what != u"confirm-many"_s)
            QVERIFY(QTest::qWaitFor(read(what == u"confirm"_s ? 12 : 1), Patience));
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        return;
    }
    if (what == u"details"_s) {
        bench.session().lookUp(ids);
        QVERIFY(QTest::qWaitFor(read(12), Patience));
        QTest::keyClick(&bench.window(), Qt::Key_F6);
        QTest::qWait(200);
        return;
    }
    // A call that nobody knows.
    bench.session().addText(u"Caller says it is stuck, see log: "_s + WindowBench::id(99).toString()
                                + u" since 14:02"_s,
                            TextSource::Pasted);
    row(12);
    QTest::keyClick(&bench.window(), Qt::Key_F6);
    // It is offered once Plivo has been asked.
    const auto offer = [&bench]() -> QPushButton * {
        const auto buttons = bench.window().findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isVisible()
                && button->text() == QCoreApplication::translate("hangup::CallDetails", "Cancel it as a request…"))
                return button;
        }
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(offer(), Patience);
    if (what == u"confirm-request"_s) {
        offer()->click();
        QTest::qWait(QApplication::doubleClickInterval() + 50);
    }
}

void TestCutOffPictures::save(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("HANGUP_SCREENSHOT_DIR", QDir::currentPath());
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(widget->grab().save(QDir(folder).filePath(name + u".png"_s)));
}

QString TestCutOffPictures::cutIn(const QWidget *widget)
{
    const auto labels = widget->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->isVisible() || label->text().isEmpty() || label->window() != widget->window())
            continue;
        const int wanted
            = label->wordWrap() ? label->heightForWidth(label->width()) : label->minimumSizeHint().height();
        if (label->height() < wanted)
            return label->text();
        if (!label->wordWrap() && label->width() < label->minimumSizeHint().width() - 1)
            return label->text();
    }
    return {};
}

void TestCutOffPictures::paint()
{
    QFETCH(const QString, what);
    QFETCH(const QString, colours);
    QFETCH(const QString, look);
    QGuiApplication::setLayoutDirection(look == u"mirrored"_s ? Qt::RightToLeft : Qt::LeftToRight);
    const QFont usual = QApplication::font();
    if (look == u"large"_s) {
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * 1.6);
        QApplication::setFont(large);
    }
    {
        WindowBench bench(WindowBench::On::Server, {}, {}, {}, WindowBench::Grace::Off, WindowBench::Checks::On);
        Settings settings = bench.session().settings();
        settings.colours = colours == u"Light"_s   ? ColourScheme::Light
            : colours == u"Dark"_s                 ? ColourScheme::Dark
            : colours == u"High contrast, light"_s ? ColourScheme::ContrastLight
                                                   : ColourScheme::ContrastDark;
        bench.session().setSettings(settings);
        bench.window().resize(1280, 720);
        bringInto(bench, what);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents();
        QWidget *shown = &bench.window();
        const auto dialogs = bench.window().findChildren<QDialog *>();
        for (QDialog *dialog : dialogs) {
            if (dialog->isVisible())
                shown = dialog;
        }
        QCOMPARE(shown != &bench.window(), what.startsWith(u"confirm"_s));
        // What was read in this very turn has its room with one of the next.
        QTRY_COMPARE(cutIn(shown), QString());
        save(shown, what + u'-' + look);
        settings.colours = ColourScheme::System;
        bench.session().setSettings(settings);
    }
    QApplication::setFont(usual);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestCutOffPictures)
#include "tst_cutoffpictures.moc"
