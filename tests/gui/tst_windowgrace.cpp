// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The grace period: nothing leaves before it is over, and Undo takes everything back.
#include "windowbench.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestWindowGrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhenItIsOver();
    void undoSendsNothing_data();
    void undoSendsNothing();
    void undoTakesBackAll();
    void offSendsAtOnce();
    void saysWhatChanged_data();
    void saysWhatChanged();
    void closingAsks();
    void holdsTheAccount();
    void movesNothing();
    void protectedNumbersAreLeftOut();

private:
    static constexpr int GraceMs = 3000;

    /// Confirms @p count listed calls, and waits until the countdown is shown.
    static QList<CallId> confirmed(WindowBench &bench, int count)
    {
        const QList<CallId> ids = bench.list(count);
        bench.askForAll();
        if (!bench.confirm(count) || !QTest::qWaitFor([&] { return bar(bench) != nullptr; }))
            return {};
        return ids;
    }
    static QWidget *bar(const WindowBench &bench) { return bench.find<QWidget>(u"About to hang up"_s); }
    static QString barText(const WindowBench &bench)
    {
        const auto labels = bar(bench)->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (!label->text().isEmpty())
                return label->text();
        }
        return {};
    }
    /// Longer than the grace lasts: had anything been left to send, it would have been sent.
    static void proveSilence(WindowBench &bench)
    {
        QTest::qWait(GraceMs + 300);
        QCOMPARE(bench.server().count(), 0);
        QCOMPARE(bench.session().calls()->tally().accepted(), 0);
        QVERIFY(!bar(bench));
    }
};

void TestWindowGrace::sendsWhenItIsOver()
{
    WindowBench bench(WindowBench::On::Server, {}, {}, {}, WindowBench::Grace::On);
    QElapsedTimer since;
    since.start();
    QVERIFY(!confirmed(bench, 3).isEmpty());
    QCOMPARE(bench.session().inGrace(), 3);
    QCOMPARE(bench.session().calls()->tally().accepted(), 0); // nothing is accepted yet
    QCOMPARE(bench.session().lastBatch(), 0u); // nor on record
    QVERIFY(barText(bench).startsWith(u"3 calls on Environment are hung up in 3 s."_s));
    // What it says on the way, and how much was sent meanwhile: looked at from within, however late this thread is.
    QStringList said;
    int sent = 0;
    QTimer looks;
    connect(&looks, &QTimer::timeout, &bench.window(), [&] {
        if (!bar(bench))
            return;
        said += barText(bench);
        sent = std::max(sent, bench.server().count());
    });
    looks.start(20);
    QTRY_COMPARE_WITH_TIMEOUT(bench.session().calls()->tally()[Outcome::Ended], 3, 30'000);
    QVERIFY(since.elapsed() >= GraceMs);
    QCOMPARE(sent, 0);
    QVERIFY2(!said.filter(u"in 2 s"_s).isEmpty() || !said.filter(u"in 1 s"_s).isEmpty(), "it counts down");
    QVERIFY(!bar(bench));
    QCOMPARE(bench.server().deletes(), 3);
    QVERIFY(!bench.command(u"Undo hang-up"_s)->isEnabled());
}

void TestWindowGrace::undoSendsNothing_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("Esc") << 0;
    QTest::newRow("the button") << 1;
    QTest::newRow("the menu") << 2;
}

void TestWindowGrace::undoSendsNothing()
{
    QFETCH(int, way);
    WindowBench bench(WindowBench::On::Server, {}, {}, {}, WindowBench::Grace::On);
    const QList<CallId> ids = confirmed(bench, 2);
    QCOMPARE(ids.size(), 2);
    // Not twice at once: what is in its grace can't be confirmed again.
    QVERIFY(!bench.session().prepare(ids));
    QVERIFY(bench.session().notYetAsked().isEmpty());
    QVERIFY(!bench.find<QPushButton>(u"Hang up all"_s)->isEnabled());
    QCOMPARE(bench.find<QPushButton>(u"Hang up selected"_s)->toolTip(),
             u"What is selected has ended already or is under way"_s);
    if (way == 0)
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &bench.window(), Qt::Key_Escape);
    else if (way == 1)
        QTest::mouseClick(bench.find<QPushButton>(u"Undo hang-up"_s), Qt::LeftButton);
    else
        bench.command(u"Undo hang-up"_s)->trigger();
    QVERIFY(!bar(bench));
    QCOMPARE(bench.session().inGrace(), 0);
    QCOMPARE(bench.status(), u"Undone: 2 calls stay as they are. Nothing was sent."_s);
    proveSilence(bench);
    // They are as they were: listed, and can be confirmed.
    QVERIFY(bench.find<QPushButton>(u"Hang up all"_s)->isEnabled());
    QVERIFY(bench.find<QPushButton>(u"Hang up selected"_s)->toolTip().startsWith(u"Asks first, then ends the 2"_s));
    QCOMPARE(bench.session().notYetAsked(), ids);
    QVERIFY(bench.session().prepare(ids));
}

void TestWindowGrace::undoTakesBackAll()
{
    WindowBench bench(WindowBench::On::Server, {}, {}, {}, WindowBench::Grace::On);
    const QList<CallId> ids = bench.list(3);
    Session &session = bench.session();
    QCOMPARE(session.hangUp(*session.prepare({ ids[0] })), ConfirmError::None);
    QTest::qWait(200);
    QCOMPARE(session.hangUp(*session.prepare({ ids[1], ids[2] })), ConfirmError::None);
    QCOMPARE(session.inGrace(), 3);
    QVERIFY(session.graceLeft() <= std::chrono::milliseconds(GraceMs - 200)); // the first one's
    QCOMPARE(session.graceWhole(), std::chrono::milliseconds(GraceMs));
    QVERIFY(barText(bench).startsWith(u"3 calls"_s));
    QCOMPARE(session.undoHangUp(), 3);
    QCOMPARE(session.undoHangUp(), 0);
    proveSilence(bench);
}

void TestWindowGrace::offSendsAtOnce()
{
    WindowBench bench(WindowBench::On::Server, {}, {}, {}, WindowBench::Grace::On);
    Settings settings = bench.session().settings();
    settings.grace = std::chrono::seconds(0);
    bench.session().setSettings(settings);
    bench.list(1);
    bench.askForAll();
    QVERIFY(bench.confirm(1));
    QCOMPARE(bench.session().inGrace(), 0);
    QVERIFY(bench.session().busy());
    QVERIFY(!bar(bench));
    QTRY_COMPARE(bench.server().deletes(), 1);
}

void TestWindowGrace::saysWhatChanged_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("the computer slept") << 0 << u"The computer slept"_s;
    QTest::newRow("a call left the list") << 1 << u"The list has changed"_s;
}

void TestWindowGrace::saysWhatChanged()
{
    QFETCH(int, what);
    QFETCH(QString, sentence);
    WindowBench bench(WindowBench::On::Server, {}, {}, {}, WindowBench::Grace::On);
    const QList<CallId> ids = confirmed(bench, 2);
    QCOMPARE(ids.size(), 2);
    if (what == 0)
        bench.clock().sleep(std::chrono::minutes(10));
    else
        bench.session().calls()->remove({ ids[1] });
    QTRY_VERIFY_WITH_TIMEOUT(bench.notice().startsWith(sentence), GraceMs + 20'000);
    QCOMPARE(bench.server().count(), 0);
    QCOMPARE(bench.session().calls()->tally().accepted(), 0);
    QCOMPARE(bench.session().inGrace(), 0);
}

void TestWindowGrace::closingAsks()
{
    WindowBench bench(WindowBench::On::Server, {}, {}, {}, WindowBench::Grace::On);
    QVERIFY(!confirmed(bench, 2).isEmpty());
    bench.window().close();
    QVERIFY(bench.window().isVisible());
    auto *box = bench.window().findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY(box->text().startsWith(u"2 confirmed calls are about to be hung up."_s));
    QAbstractButton *undo = nullptr;
    const auto buttons = box->buttons();
    for (QAbstractButton *button : buttons) {
        if (button->text().remove(u'&') == u"Undo and close"_s)
            undo = button;
    }
    QVERIFY(undo);
    undo->click();
    QTRY_VERIFY(!bench.window().isVisible());
    proveSilence(bench);
}

void TestWindowGrace::holdsTheAccount()
{
    WindowBench bench(WindowBench::On::Server, {}, {}, {}, WindowBench::Grace::On);
    QVERIFY(!confirmed(bench, 1).isEmpty());
    QVERIFY(!bench.session().canSwitchAccount());
    QVERIFY(!bench.session().switchAccount(Account::practice()));
    bench.session().undoHangUp();
    QVERIFY(bench.session().switchAccount(Account::practice()));
    proveSilence(bench);
}

/// The countdown lies over the window: nothing moves under the pointer.
void TestWindowGrace::movesNothing()
{
    WindowBench bench(WindowBench::On::Server, {}, {}, {}, WindowBench::Grace::On);
    bench.list(3);
    auto *button = bench.find<QPushButton>(u"Hang up all"_s);
    const QPoint before = button->mapTo(&bench.window(), QPoint());
    bench.askForAll();
    QVERIFY(bench.confirm(3));
    QTRY_VERIFY(bar(bench));
    QCOMPARE(button->mapTo(&bench.window(), QPoint()), before);
    const QRect over = bar(bench)->geometry();
    QVERIFY(bar(bench)->parentWidget()->rect().contains(over));
    const QRect buttons(button->mapTo(bar(bench)->parentWidget(), QPoint()), button->size());
    QVERIFY2(!over.intersects(buttons), "the buttons stay in sight");
    bench.session().undoHangUp();
}

/// What the settings protect reaches the wire: the practice world's first ticket has a call to its hotline.
void TestWindowGrace::protectedNumbersAreLeftOut()
{
    WindowBench bench;
    Session &session = bench.session();
    Settings settings = session.settings();
    settings.cutOff.protectedNumbers = ProtectedNumbers::parse(u"+1 800 555 0100").numbers;
    session.setSettings(settings);
    const QList<CallId> ids = session.addText(session.sampleTicket(), TextSource::Sample).added;
    QCOMPARE(ids.size(), 16);
    QCOMPARE(session.hangUp(*session.prepare(ids)), ConfirmError::None);
    QTRY_VERIFY_WITH_TIMEOUT(!session.busy(), 20'000);
    int protectedCalls = 0;
    for (const CallId &id : ids) {
        const std::optional<CallResult> result = session.calls()->result(id);
        QVERIFY(result);
        if (result->reason != Reason::NumberProtected)
            continue;
        ++protectedCalls;
        QCOMPARE(result->outcome, Outcome::NotSent);
        QCOMPARE(result->attempts, 0);
    }
    QCOMPARE(protectedCalls, 1);
}

QTEST_MAIN(TestWindowGrace)
#include "tst_windowgrace.moc"
