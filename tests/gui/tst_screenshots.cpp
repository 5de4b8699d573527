// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Pictures of the window in its states, in each palette, from the right, and on a 4K screen, as
// PNG files in HANGUP_SCREENSHOT_DIR (or the folder the test runs in). The test itself checks that each shows something
// and that nothing is cut; the rest is for the eye.
#include "ui/palettes.h"
#include "windowbench.h"

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

struct Picture
{
    QString state;
    QString colours = u"Light"_s; ///< the command of the menu
    QSize size = QSize(1280, 720);
    bool mirrored = false;
    QString name() const
    {
        QString name = u"%1-%2"_s.arg(state, QString(colours).remove(u',').replace(u' ', u'-').toLower());
        if (mirrored)
            name += u"-rtl"_s;
        if (size.width() != 1280)
            name += u"-%1x%2"_s.arg(size.width()).arg(size.height());
        return name;
    }
};

void scriptResults(WindowBench &bench, const QList<CallId> &ids)
{
    bench.server().setDefaultAnswer(Answer::ended().after(Ms(30)));
    bench.server().script(ids.at(3), { Answer::callNotFound() });
    bench.server().script(ids.at(5), { Answer::json(400, "{\"api_id\":\"1\",\"error\":\"invalid call state\"}") });
    bench.server().script(ids.at(6), { Answer::serverTrouble(503) });
    bench.server().script(ids.at(8), { Answer::reset() });
    // Gone, as far as Plivo can be asked, and ended by us; but one call is still live, and of another nothing is
    // learnt.
    const QByteArray live = ids.at(2).toLatin1();
    const QByteArray unclear = ids.at(6).toLatin1();
    bench.server().setAskAnswer(Ask::Live, [live, unclear](const QByteArray &id) {
        return id == live ? Answer::liveCall(id) : id == unclear ? Answer::serverTrouble(503) : Answer::callNotFound();
    });
    bench.server().setAskAnswer(Ask::Queued, Answer::callNotFound());
    bench.server().setAskAnswer(Ask::Record, [](const QByteArray &id) {
        return Answer::record(id, QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd HH:mm:ss+00:00"_s).toLatin1());
    });
}

constexpr int Patience = 30'000; // ms

/// Of 16 calls so many have an outcome; the others are on their way, longer than a picture takes.
constexpr int DoneWhileRunning = 4;

void scriptRunning(WindowBench &bench, const QList<CallId> &ids)
{
    bench.server().setDefaultAnswer(Answer::hang());
    for (const int n : { 0, 1, 2 })
        bench.server().script(ids.at(n), { Answer::ended() });
    bench.server().script(ids.at(3), { Answer::callNotFound() });
}

/// Lists the calls of a sample ticket on the practice account and ends them.
void practise(WindowBench &bench)
{
    bench.find<QPushButton>(u"Practise with a sample ticket"_s)->click();
    const int calls = bench.session().calls()->total();
    QVERIFY(calls > 0);
    bench.askForAll();
    QVERIFY(bench.confirm(calls));
    bench.find<QTableView>(u"Calls"_s)->clearSelection();
    QTRY_VERIFY_WITH_TIMEOUT(!bench.session().busy(), Patience);
}

/// Brings a window over a scripted server into @p state.
void bringInto(WindowBench &bench, const QString &state)
{
    const QList<CallId> ids = bench.list(16);
    const bool running = state == u"running"_s || state == u"held"_s;
    if (running)
        scriptRunning(bench, ids);
    else
        scriptResults(bench, ids);
    bench.find<QLineEdit>(u"Ticket"_s)->setText(u"SUP-4812"_s);
    bench.find<QLineEdit>(u"Reason"_s)->setText(u"Stuck since 9 am"_s);
    if (state == u"nothing matches"_s)
        bench.command(u"Ended"_s)->trigger();
    if (state == u"wrong token"_s)
        bench.server().setDefaultAnswer(Answer::unauthorizedText());
    if (state == u"listed"_s || state == u"nothing matches"_s) {
        bench.selectAll();
        return;
    }
    bench.askForAll();
    if (state == u"confirmation"_s) {
        QTRY_VERIFY(bench.confirmButton(16)->isEnabled());
        return;
    }
    QVERIFY(bench.confirm(16));
    bench.find<QTableView>(u"Calls"_s)->clearSelection();
    if (!running) {
        QTRY_VERIFY_WITH_TIMEOUT(!bench.session().busy(), Patience);
        if (state == u"results"_s)
            QTRY_COMPARE_WITH_TIMEOUT(bench.session().calls()->proof(ids.first()).state, ProofState::Proven, Patience);
        return;
    }
    QTRY_COMPARE(bench.session().progressDone(), DoneWhileRunning);
    if (state == u"held"_s)
        Q_EMIT bench.session().held(QDateTime::currentMSecsSinceEpoch() + 60'000);
}

void take(WindowBench &bench, const Picture &picture)
{
    const QString folder = qEnvironmentVariable("HANGUP_SCREENSHOT_DIR", QDir::currentPath());
    QVERIFY(QDir().mkpath(folder));
    const double scale = bench.window().devicePixelRatioF();
    QImage image((QSizeF(picture.size) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    bench.window().render(&image);
    if (auto *dialog = bench.find<QDialog>(u"Confirm hang up"_s)) {
        // Drawn in its place, over the window in the shade.
        QImage asked((QSizeF(dialog->size()) * scale).toSize(), QImage::Format_RGB32);
        asked.setDevicePixelRatio(scale);
        dialog->render(&asked);
        QPainter painter(&image);
        painter.fillRect(QRect(QPoint(), picture.size), QColor(0, 0, 0, 90));
        const QSize room = picture.size - dialog->size();
        painter.drawImage(QPoint(room.width() / 2, room.height() / 2), asked);
    }
    // QT_SCALE_FACTOR=2, as a screen of 200 % does it.
    const QString zoomed
        = bench.window().devicePixelRatioF() > 1 ? u"-%1-percent"_s.arg(qRound(100 * scale)) : QString();
    QVERIFY(image.save(QDir(folder).filePath(picture.name() + zoomed + u".png"_s)));
}

} // namespace

Q_DECLARE_METATYPE(Picture)

class TestScreenshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A test for each (CMakeLists.txt), so that none takes long.
    void light_data() { inAllStates(u"Light"_s); }
    void light() { shows(); }
    void dark_data() { inAllStates(u"Dark"_s); }
    void dark() { shows(); }
    void contrastLight_data() { inAllStates(u"High contrast, light"_s); }
    void contrastLight() { shows(); }
    void contrastDark_data() { inAllStates(u"High contrast, dark"_s); }
    void contrastDark() { shows(); }
    void otherWindows_data();
    void otherWindows() { shows(); }

private:
    static void row(const Picture &picture) { QTest::newRow(qPrintable(picture.name())) << picture; }
    static void inAllStates(const QString &colours);
    static void shows();
};

void TestScreenshots::inAllStates(const QString &colours)
{
    QTest::addColumn<Picture>("picture");
    for (const QString &state : { u"empty"_s, u"listed"_s, u"nothing matches"_s, u"confirmation"_s, u"running"_s,
                                  u"held"_s, u"wrong token"_s, u"results"_s, u"practice"_s })
        row({ .state = state, .colours = colours });
}

void TestScreenshots::otherWindows_data()
{
    QTest::addColumn<Picture>("picture");
    for (const QString &state : { u"empty"_s, u"results"_s, u"confirmation"_s, u"practice"_s })
        row({ .state = state, .mirrored = true });
    row({ .state = u"results"_s, .size = QSize(3840, 2160) });
    row({ .state = u"results"_s, .size = QSize(1920, 1080) });
}

void TestScreenshots::shows()
{
    QFETCH(const Picture, picture);
    QGuiApplication::setLayoutDirection(picture.mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    const bool practice = picture.state == u"empty"_s || picture.state == u"practice"_s;
    WindowBench bench(practice ? WindowBench::On::Practice : WindowBench::On::Server);
    bench.command(picture.colours)->trigger();
    bench.window().resize(picture.size);
    // The palette reaches the widgets with the next turn of the event loop.
    const bool dark = picture.colours.endsWith(u"dark"_s, Qt::CaseInsensitive);
    QTRY_COMPARE(theme::isDark(bench.window().palette()), dark);
    QTRY_COMPARE(theme::isHighContrast(bench.window().palette()), picture.colours.startsWith(u"High"_s));
    if (picture.state == u"practice"_s)
        practise(bench);
    else if (!practice)
        bringInto(bench, picture.state);
    // What changed its size has its new place with the next turn.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents();
    take(bench, picture);
    const auto labels = bench.window().findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && !label->wordWrap() && label->pixmap().isNull())
            QVERIFY2(label->width() >= label->minimumSizeHint().width() - 1, qPrintable(label->text()));
    }
    QCOMPARE(bench.window().size(), picture.size);
    bench.command(u"Colours of the system"_s)->trigger();
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestScreenshots)
#include "tst_screenshots.moc"
