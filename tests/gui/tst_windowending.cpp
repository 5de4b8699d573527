// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// From the red button to the wire: what confirms, what doesn't, and what the server then saw.
#include "windowbench.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestWindowEnding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesNothingWithoutASelection();
    void asksWithCancelInFocus();
    void endsWhatWasConfirmed();
    void sendsNothingWhenCancelled_data();
    void sendsNothingWhenCancelled();
    void ignoresHeldKeys();
    void sendsOnceForADoubleClick();
    void asksForTheNumber();
    void endsAllListed();
    void stopsAndRetries();
    void asksAgainAfterSleep();
    void saysThatCredentialsWereRejected();
    void takesNoSecondClickOfADoubleClick();
    void leavesCtrlEnterToTheCommand_data();
    void leavesCtrlEnterToTheCommand();
    void tellsWhatTheFilterHides_data();
    void tellsWhatTheFilterHides();
    void tellsWhatIsLeftOut();

private:
    static QDialog *dialog(const WindowBench &bench) { return bench.find<QDialog>(u"Confirm hang up"_s); }
    /// Long enough for a request to reach the server on this machine, had one been sent.
    static void proveSilence(WindowBench &bench);
};

void TestWindowEnding::proveSilence(WindowBench &bench)
{
    QSignalSpy busy(&bench.session(), &Session::busyChanged);
    QVERIFY(!busy.wait(150));
    QCOMPARE(bench.server().count(), 0);
    QCOMPARE(bench.session().calls()->tally().accepted(), 0);
}

void TestWindowEnding::doesNothingWithoutASelection()
{
    WindowBench bench(WindowBench::On::Server);
    bench.list(3);
    QTest::keyClick(&bench.window(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!dialog(bench));
    QVERIFY(!bench.find<QPushButton>(u"Hang up selected"_s)->isEnabled());
    proveSilence(bench);
}

void TestWindowEnding::asksWithCancelInFocus()
{
    WindowBench bench(WindowBench::On::Server);
    const QList<CallId> ids = bench.list(8);
    bench.askForAll();
    QDialog *asked = dialog(bench);
    QVERIFY(asked);
    QCOMPARE(asked->windowTitle(), u"Confirm hang up"_s);
    auto *cancel = bench.find<QPushButton>(u"Cancel"_s);
    QVERIFY(cancel->isDefault());
    QTRY_COMPARE(QApplication::focusWidget(), cancel);
    QVERIFY(bench.confirmButton(8));
    QString words = asked->accessibleDescription();
    for (const int shown : { 0, 1, 2, 5, 6, 7 })
        QVERIFY(words.contains(ids.at(shown).toString()));
    QVERIFY(!words.contains(ids.at(3).toString()));
    QVERIFY(words.contains(u"MATESTTESTTESTTEST01"_s));
    QVERIFY(words.contains(u"TEST SERVER 127.0.0.1"_s));
    QVERIFY(words.contains(u"Environment"_s));
    // Enter in the freshly opened dialog presses Cancel.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!dialog(bench));
    proveSilence(bench);
}

void TestWindowEnding::endsWhatWasConfirmed()
{
    WindowBench bench(WindowBench::On::Server);
    const QList<CallId> ids = bench.list(3);
    auto *table = bench.find<QTableView>(u"Calls"_s);
    table->setFocus();
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
    QVERIFY(dialog(bench));
    QVERIFY(bench.confirm(1));
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 1);
    QCOMPARE(bench.server().deletes(), 1);
    QCOMPARE(bench.server().answered204(ids.at(1)), 1);
    QVERIFY(bench.server().dangerousDeletes().isEmpty());
    QVERIFY(!dialog(bench));
}

void TestWindowEnding::sendsNothingWhenCancelled_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : { "button", "Esc", "close" })
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestWindowEnding::sendsNothingWhenCancelled()
{
    QFETCH(const QString, how);
    WindowBench bench(WindowBench::On::Server);
    bench.list(3);
    bench.askForAll();
    QVERIFY(dialog(bench));
    if (how == u"button"_s)
        QTest::mouseClick(bench.find<QPushButton>(u"Cancel"_s), Qt::LeftButton);
    else if (how == u"Esc"_s)
        QTest::keyClick(dialog(bench), Qt::Key_Escape);
    else
        dialog(bench)->close();
    QVERIFY(!dialog(bench));
    proveSilence(bench);
}

void TestWindowEnding::ignoresHeldKeys()
{
    WindowBench bench(WindowBench::On::Server);
    bench.list(3);
    bench.selectAll();
    // Ctrl+Enter held: the first press opens, the repeats neither cancel nor confirm.
    QTest::keyPress(&bench.window(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(dialog(bench));
    auto *confirm = bench.confirmButton(3);
    for (QWidget *target : { static_cast<QWidget *>(bench.find<QPushButton>(u"Cancel"_s)),
                             static_cast<QWidget *>(confirm), static_cast<QWidget *>(dialog(bench)) }) {
        for (const auto key : { Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space }) {
            QKeyEvent repeat(QEvent::KeyPress, key, Qt::NoModifier, {}, true);
            QApplication::sendEvent(target, &repeat);
        }
    }
    QVERIFY(dialog(bench));
    proveSilence(bench);
    // A fresh press of the confirming button counts.
    QTRY_VERIFY(confirm->isEnabled());
    confirm->setFocus();
    QTest::keyClick(confirm, Qt::Key_Return);
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 3);
    QCOMPARE(bench.server().deletes(), 3);
}

void TestWindowEnding::sendsOnceForADoubleClick()
{
    WindowBench bench(WindowBench::On::Server);
    bench.list(3);
    bench.askForAll();
    QPointer<QPushButton> confirm = bench.confirmButton(3);
    QTRY_VERIFY(confirm->isEnabled());
    QTest::mouseDClick(confirm, Qt::LeftButton);
    if (confirm)
        confirm->click();
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 3);
    QTRY_VERIFY(!bench.session().busy());
    QCOMPARE(bench.server().deletes(), 3);
}

void TestWindowEnding::asksForTheNumber()
{
    WindowBench bench(WindowBench::On::Server);
    bench.list(51);
    bench.askForAll();
    auto *number = bench.find<QLineEdit>(u"Number of calls"_s);
    auto *confirm = bench.confirmButton(51);
    QVERIFY(number);
    QVERIFY(!confirm->isEnabled());
    number->setText(u"51"_s);
    QTRY_VERIFY(confirm->isEnabled());
    for (const QString &wrong : { u"5"_s, u"510"_s, u" 51"_s, u"051"_s, u"+51"_s }) {
        number->setText(wrong);
        QVERIFY2(!confirm->isEnabled(), qPrintable(wrong));
    }
    number->clear();
    QTest::keyClicks(number, u"51"_s);
    QTRY_VERIFY(confirm->isEnabled());
    QTest::keyClick(number, Qt::Key_Return);
    QVERIFY(dialog(bench));
    proveSilence(bench);
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 51);
    QCOMPARE(bench.server().deletes(), 51);
}

void TestWindowEnding::endsAllListed()
{
    WindowBench bench(WindowBench::On::Server);
    const QList<CallId> ids = bench.list(4);
    bench.server().script(ids.at(0), { Answer::callNotFound() });
    auto *all = bench.find<QPushButton>(u"Hang up all"_s);
    QVERIFY(bench.command(u"Hang up all"_s)->shortcuts().isEmpty());
    QTest::mouseClick(all, Qt::LeftButton);
    QVERIFY(bench.confirm(4));
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 3);
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::NotLive], 1);
    QTRY_VERIFY(!all->isEnabled());
    QTRY_VERIFY2(bench.status().contains(u"3 ended"_s), qPrintable(bench.status()));
}

void TestWindowEnding::stopsAndRetries()
{
    WindowBench bench(WindowBench::On::Server);
    bench.list(50);
    bench.server().hold();
    auto *stop = bench.find<QPushButton>(u"Stop"_s);
    QVERIFY(!stop->isEnabled());
    QTest::mouseClick(bench.find<QPushButton>(u"Hang up all"_s), Qt::LeftButton);
    QVERIFY(bench.confirm(50));
    QTRY_VERIFY(stop->isEnabled());
    QTRY_VERIFY(bench.session().onTheirWay() > 0);
    QTest::mouseClick(stop, Qt::LeftButton);
    bench.server().release();
    QTRY_VERIFY(!bench.session().busy());
    const Tally &tally = bench.session().calls()->tally();
    QVERIFY(tally[Outcome::NotSent] > 0);
    QCOMPARE(tally[Outcome::Ended] + tally[Outcome::NotSent], 50);
    QCOMPARE(bench.server().deletes(), tally[Outcome::Ended]);

    auto *retry = bench.find<QPushButton>(u"Retry failed"_s);
    QTRY_VERIFY(retry->isEnabled());
    const int left = tally[Outcome::NotSent];
    QTest::mouseClick(retry, Qt::LeftButton);
    QVERIFY(bench.confirm(left));
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 50);
    QCOMPARE(bench.server().deletes(), 50);
}

void TestWindowEnding::asksAgainAfterSleep()
{
    WindowBench bench(WindowBench::On::Server);
    bench.list(3);
    bench.askForAll();
    bench.clock().sleep(std::chrono::minutes(5));
    QVERIFY(bench.confirm(3));
    QTRY_VERIFY(dialog(bench));
    QVERIFY(dialog(bench)->accessibleDescription().contains(u"The computer slept"_s));
    proveSilence(bench);
    QVERIFY(bench.confirm(3));
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 3);
}

void TestWindowEnding::saysThatCredentialsWereRejected()
{
    WindowBench bench(WindowBench::On::Server);
    bench.list(3);
    bench.server().setDefaultAnswer(Answer::basicChallenge());
    bench.askForAll();
    QVERIFY(bench.confirm(3));
    QTRY_VERIFY(!bench.notice().isEmpty());
    QVERIFY(!bench.notice().contains(WindowBench::token()));
    QTRY_VERIFY(!bench.session().busy());
    QCOMPARE(bench.session().calls()->tally()[Outcome::Ended], 0);
}

void TestWindowEnding::takesNoSecondClickOfADoubleClick()
{
    WindowBench bench(WindowBench::On::Server);
    bench.list(3);
    QTest::mouseClick(bench.find<QPushButton>(u"Hang up all"_s), Qt::LeftButton);
    QPushButton *confirm = bench.confirmButton(3);
    QVERIFY(confirm);
    QVERIFY(!confirm->isEnabled());
    QVERIFY(bench.find<QPushButton>(u"Cancel"_s)->isEnabled());
    QElapsedTimer shown;
    shown.start();
    QTest::mouseClick(confirm, Qt::LeftButton);
    QVERIFY(dialog(bench));
    QTRY_VERIFY(confirm->isEnabled());
    QVERIFY2(shown.elapsed() > QApplication::doubleClickInterval() / 2, qPrintable(QString::number(shown.elapsed())));
    proveSilence(bench);
}

void TestWindowEnding::leavesCtrlEnterToTheCommand_data()
{
    QTest::addColumn<QString>("focus");
    for (const char *focus : { "Hang up all", "Add", "Enter or paste call UUIDs", "Calls" })
        QTest::newRow(focus) << QString::fromLatin1(focus);
}

void TestWindowEnding::leavesCtrlEnterToTheCommand()
{
    QFETCH(const QString, focus);
    WindowBench bench(WindowBench::On::Server);
    bench.list(3);
    auto *field = bench.find<QLineEdit>(u"Enter or paste call UUIDs"_s);
    field->setText(WindowBench::id(70).toString());
    auto *target = bench.find<QWidget>(focus);
    target->setFocus();
    QTest::keyClick(target, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(target, Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
    QVERIFY(!dialog(bench));
    QCOMPARE(bench.session().calls()->total(), 3);
    proveSilence(bench);
    // Alone, Enter does what the focus says; in the table nothing.
    QTest::keyClick(target, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(dialog(bench) != nullptr, focus == u"Hang up all"_s);
    QCOMPARE(bench.session().calls()->total(), focus == u"Add"_s || target == field ? 4 : 3);
}

void TestWindowEnding::tellsWhatTheFilterHides_data()
{
    QTest::addColumn<int>("listed");
    QTest::addColumn<int>("shown");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("none") << 3 << 3 << QString();
    QTest::newRow("one") << 3 << 2 << u"1 of these calls is hidden by the filter."_s;
    QTest::newRow("most") << 20 << 1 << u"19 of these calls are hidden by the filter."_s;
    QTest::newRow("the only one") << 1 << 0 << u"This call is hidden by the filter."_s;
}

void TestWindowEnding::tellsWhatTheFilterHides()
{
    QFETCH(const int, listed);
    QFETCH(const int, shown);
    QFETCH(const QString, sentence);
    WindowBench bench(WindowBench::On::Server);
    CallListModel *calls = bench.session().calls();
    for (int n = 0; n < listed; ++n) {
        const QString word = n < shown ? u"kept "_s : u"other "_s;
        bench.session().addText(word + WindowBench::id(n).toString(), TextSource::Pasted);
    }
    bench.find<QLineEdit>(u"Filter calls"_s)->setText(u"kept"_s);
    QCOMPARE(calls->rowCount(), shown);
    bench.command(u"Hang up all"_s)->trigger();
    QDialog *asked = dialog(bench);
    QVERIFY(asked);
    QVERIFY(bench.confirmButton(listed));
    const QString words = asked->accessibleDescription();
    QVERIFY2(sentence.isEmpty() ? !words.contains(u"filter"_s) : words.contains(sentence), qPrintable(words));
}

void TestWindowEnding::tellsWhatIsLeftOut()
{
    WindowBench bench(WindowBench::On::Server);
    bench.list(3);
    auto *table = bench.find<QTableView>(u"Calls"_s);
    auto *button = bench.find<QPushButton>(u"Hang up selected"_s);
    table->selectRow(0);
    bench.command(u"Hang up selected"_s)->trigger();
    QVERIFY(bench.confirm(1));
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 1);
    QTRY_COMPARE(button->toolTip(), u"What is selected has ended already or is under way"_s);
    bench.selectAll();
    QVERIFY2(button->toolTip().contains(u"ends 2 of the 3 selected calls"_s), qPrintable(button->toolTip()));
    bench.command(u"Hang up selected"_s)->trigger();
    QVERIFY(dialog(bench));
    QVERIFY(bench.confirmButton(2));
    const QString words = dialog(bench)->accessibleDescription();
    QVERIFY2(words.contains(u"1 of the selected calls is ended already or under way and is left out."_s),
             qPrintable(words));
}

QTEST_MAIN(TestWindowEnding)
#include "tst_windowending.moc"
