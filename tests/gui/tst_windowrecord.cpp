// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What the window keeps and tells of batches: ticket and reason, the pages, pauses, the journal, receipts.
#include "domain/words.h"
#include "windowbench.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestWindowRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTicketAndReasonInTheConfirmation();
    void asksForTicketAndReasonFirst();
    void retriesWhatIsUnknownAfterALook();
    void changesThePage();
    void endsNothingFromThePageHistory();
    void asksTheSameWayWhateverPaused_data();
    void asksTheSameWayWhateverPaused();
    void saysWhyNothingCanBeEnded_data();
    void saysWhyNothingCanBeEnded();
    void tellsOnceOfABrokenJournal();
    void copiesTheReceiptInThreeForms();
    void hasNoReceiptBeforeTheFirstBatch();
    void copiesATextForPlivosSupport();
    void tellsWhatTheCheckOfTheJournalFound();

private:
    static QString allLabels(const QWidget *widget);
};

QString TestWindowRecord::allLabels(const QWidget *widget)
{
    QStringList texts;
    const auto labels = widget->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts += label->text();
    }
    return texts.join(u'\n');
}

void TestWindowRecord::showsTicketAndReasonInTheConfirmation()
{
    WindowBench bench;
    bench.list(2);
    bench.find<QLineEdit>(u"Ticket"_s)->setText(u"  CS-4711 <b>x</b> "_s);
    bench.find<QLineEdit>(u"Reason"_s)->setText(u"stuck since noon"_s);
    bench.askForAll();
    auto *dialog = bench.find<QDialog>(u"Confirm hang up"_s);
    QVERIFY(dialog);
    const QString said = allLabels(dialog);
    QVERIFY2(said.contains(u"Ticket: CS-4711 <b>x</b>\nReason: stuck since noon"_s), qPrintable(said));
    QVERIFY(bench.confirm(2));
    QTRY_VERIFY(!bench.session().busy());
    // Kept for the next batch.
    QCOMPARE(bench.find<QLineEdit>(u"Reason"_s)->text(), u"stuck since noon"_s);
}

void TestWindowRecord::asksForTicketAndReasonFirst()
{
    WindowBench bench;
    Settings settings = bench.session().settings();
    settings.ticketRequired = true;
    bench.session().setSettings(settings);
    bench.list(1);
    auto *ticket = bench.find<QLineEdit>(u"Ticket"_s);
    auto *reason = bench.find<QLineEdit>(u"Reason"_s);
    QCOMPARE(ticket->placeholderText(), u"required"_s);
    bench.selectAll();
    QCOMPARE(bench.find<QPushButton>(u"Hang up selected"_s)->toolTip(), u"Fill in “Ticket” and “Reason” first"_s);
    bench.askForAll();
    QVERIFY(!bench.find<QDialog>(u"Confirm hang up"_s));
    QCOMPARE(QApplication::focusWidget(), ticket);
    QVERIFY2(bench.status().contains(u"Nothing was sent"_s), qPrintable(bench.status()));
    ticket->setText(u"CS-1"_s);
    reason->setText(u"   "_s);
    bench.askForAll();
    QVERIFY(!bench.find<QDialog>(u"Confirm hang up"_s));
    QCOMPARE(QApplication::focusWidget(), reason);
    reason->setText(u"stuck"_s);
    bench.askForAll();
    QVERIFY(bench.confirm(1));
    QTRY_VERIFY(!bench.session().busy());
    QCOMPARE(bench.session().calls()->tally().accepted(), 1);
}

void TestWindowRecord::retriesWhatIsUnknownAfterALook()
{
    WindowBench bench;
    bench.list(3);
    for (const int n : { 0, 2 })
        bench.session().calls()->setResult({ WindowBench::id(n), Outcome::Unknown, Reason::Silence });
    bench.session().calls()->setResult({ WindowBench::id(1), Outcome::Ended });
    QTest::mouseClick(bench.find<QPushButton>(u"Retry failed"_s), Qt::LeftButton);
    auto *dialog = bench.find<QDialog>(u"Confirm hang up"_s);
    QVERIFY(dialog);
    QVERIFY(bench.confirmButton(2));
    const QString said = allLabels(dialog);
    QVERIFY2(said.contains(u"2 of them are “Unknown”: Plivo is asked first"_s), qPrintable(said));
}

void TestWindowRecord::changesThePage()
{
    WindowBench bench;
    auto *tabs = bench.find<QTabBar>(u"Pages"_s);
    QVERIFY(tabs);
    QTest::keyClick(&bench.window(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(tabs->currentIndex(), 2);
    QVERIFY(bench.find<QWidget>(u"History"_s));
    QVERIFY(!bench.find<QTableView>(u"Calls"_s));
    QVERIFY(!bench.find<QLineEdit>(u"Filter calls"_s));
    QVERIFY(bench.command(u"History"_s)->isChecked());
    QTest::keyClick(&bench.window(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(tabs->currentIndex(), 0);
    QVERIFY(bench.find<QTableView>(u"Calls"_s));
    QVERIFY(bench.command(u"Calls"_s)->isChecked());
    tabs->setCurrentIndex(2); // a click
    QVERIFY(!bench.find<QTableView>(u"Calls"_s));
    // A second start's rows are shown where they went.
    bench.window().takeRows({ WindowBench::id(1).toString() });
    QTRY_COMPARE(bench.session().calls()->total(), 1);
    QVERIFY(bench.find<QTableView>(u"Calls"_s));
}

void TestWindowRecord::endsNothingFromThePageHistory()
{
    WindowBench bench;
    bench.list(2);
    bench.selectAll();
    bench.command(u"History"_s)->trigger();
    QTest::keyClick(&bench.window(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!bench.find<QDialog>(u"Confirm hang up"_s));
    QVERIFY(!bench.command(u"Hang up selected"_s)->isEnabled());
    QApplication::clipboard()->setText(WindowBench::id(9).toString());
    bench.command(u"Paste"_s)->trigger();
    QCOMPARE(bench.session().calls()->total(), 2);
    bench.command(u"Calls"_s)->trigger();
    QVERIFY(bench.command(u"Hang up selected"_s)->isEnabled());
}

void TestWindowRecord::asksTheSameWayWhateverPaused_data()
{
    QTest::addColumn<PauseReason>("reason");
    QTest::newRow("after a sleep") << PauseReason::Slept;
    QTest::newRow("five unclear answers in a row") << PauseReason::UnknownInARow;
    QTest::newRow("none found: the right account?") << PauseReason::NoneFound;
    QTest::newRow("a long wait is asked for") << PauseReason::LongWait;
}

void TestWindowRecord::asksTheSameWayWhateverPaused()
{
    QFETCH(PauseReason, reason);
    WindowBench bench(WindowBench::On::Server);
    bench.list(3);
    bench.server().hold();
    bench.askForAll();
    QVERIFY(bench.confirm(3));
    QTRY_VERIFY(bench.session().busy());
    const Pause pause { .reason = reason, .time = std::chrono::minutes(3), .waiting = 2 };
    Q_EMIT bench.session().paused(pause);
    QCOMPARE(bench.notice(), words::pause(pause));
    QVERIFY(bench.command(u"Continue"_s)->isEnabled());
    // Nothing takes its place.
    JournalState broken;
    broken.kind = JournalState::Kind::NotWritable;
    Q_EMIT bench.session().journalChanged(broken);
    Q_EMIT bench.session().stoppedByServer(u"no"_s);
    QCOMPARE(bench.notice(), words::pause(pause));
    Q_EMIT bench.session().journalChanged(bench.session().journalState());
    bench.command(u"Continue"_s)->trigger();
    QCOMPARE(bench.notice(), QString());
    QVERIFY(!bench.command(u"Continue"_s)->isEnabled());
    bench.server().release();
    QTRY_VERIFY(!bench.session().busy());
}

void TestWindowRecord::saysWhyNothingCanBeEnded_data()
{
    QTest::addColumn<JournalState>("state");
    JournalState state;
    state.kind = JournalState::Kind::NotWritable;
    QTest::newRow("the disk is full") << state;
    state.kind = JournalState::Kind::Newer;
    QTest::newRow("a newer Hangup wrote it") << state;
    state.kind = JournalState::Kind::Ready;
    state.outcomesKept = 3;
    QTest::newRow("outcomes wait for the disk") << state;
}

void TestWindowRecord::saysWhyNothingCanBeEnded()
{
    QFETCH(JournalState, state);
    WindowBench bench;
    QTRY_COMPARE(bench.session().journalState().kind, JournalState::Kind::Ready);
    Q_EMIT bench.session().journalChanged(state);
    QVERIFY(!words::journalState(state).isEmpty());
    QCOMPARE(bench.notice(), words::journalState(state));
    // Closed, the same state does not bring it back.
    QTest::mouseClick(bench.find<QAbstractButton>(u"Close the message"_s), Qt::LeftButton);
    Q_EMIT bench.session().journalChanged(state);
    QCOMPARE(bench.notice(), QString());
    Q_EMIT bench.session().journalChanged(bench.session().journalState());
    Q_EMIT bench.session().journalChanged(state);
    QCOMPARE(bench.notice(), words::journalState(state));
    Q_EMIT bench.session().journalChanged(bench.session().journalState());
    QCOMPARE(bench.notice(), QString());
}

void TestWindowRecord::tellsOnceOfABrokenJournal()
{
    WindowBench bench;
    QTRY_COMPARE(bench.session().journalState().kind, JournalState::Kind::Ready);
    JournalState state = bench.session().journalState();
    state.setAside = u"journal.sqlite.broken-1"_s;
    state.carriedOver = 17;
    Q_EMIT bench.session().journalChanged(state);
    QCOMPARE(bench.notice(), words::journalSetAside(state));
    QTest::mouseClick(bench.find<QAbstractButton>(u"Close the message"_s), Qt::LeftButton);
    Q_EMIT bench.session().journalChanged(state);
    QCOMPARE(bench.notice(), QString());
}

void TestWindowRecord::hasNoReceiptBeforeTheFirstBatch()
{
    WindowBench bench;
    QVERIFY(!bench.command(u"Copy receipt"_s)->isEnabled());
    QCOMPARE(bench.command(u"Copy receipt"_s)->toolTip(),
             u"No calls were ended on this account since Hangup was started"_s);
}

void TestWindowRecord::copiesTheReceiptInThreeForms()
{
    WindowBench bench;
    bench.list(2);
    bench.find<QLineEdit>(u"Ticket"_s)->setText(u"CS-4711"_s);
    bench.askForAll();
    QVERIFY(bench.confirm(2));
    QTRY_VERIFY(!bench.session().busy());
    QVERIFY(bench.command(u"Copy receipt"_s)->isEnabled());
    QApplication::clipboard()->setText(u"mine"_s);
    // The offscreen platform leaves no window in front when a dialog closes.
    bench.window().activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &bench.window());
    QTest::keyClick(&bench.window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(bench.status(), u"The receipt of the latest batch is on the clipboard."_s);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    for (const QString &said : { data->text(), QString::fromUtf8(data->data(u"text/markdown"_s)), data->html() }) {
        QVERIFY2(said.contains(u"CS-4711"_s) && said.contains(WindowBench::id(1).toString()), qPrintable(said));
    }
    QVERIFY(data->html() != data->text());
}

void TestWindowRecord::copiesATextForPlivosSupport()
{
    WindowBench bench;
    bench.list(2);
    QAction *command = bench.command(u"Copy text for Plivo's support"_s);
    bench.session().calls()->setResult({ WindowBench::id(0), Outcome::Ended });
    bench.selectAll();
    QVERIFY(!command->isEnabled());
    bench.session().calls()->setProof({ .id = WindowBench::id(0), .state = ProofState::StillLive });
    bench.selectAll();
    Q_EMIT bench.session().proofChanged(1, bench.session().calls()->proof(WindowBench::id(0)));
    QVERIFY(command->isEnabled());
    command->trigger();
    const QString text = QApplication::clipboard()->text();
    QVERIFY2(text.contains(WindowBench::id(0).toString()), qPrintable(text));
    QVERIFY2(!text.contains(WindowBench::id(1).toString()), qPrintable(text));
    QCOMPARE(bench.status(), u"The text for Plivo's support is on the clipboard."_s);
}

void TestWindowRecord::tellsWhatTheCheckOfTheJournalFound()
{
    WindowBench bench;
    bench.command(u"Verify journal"_s)->trigger();
    QTRY_VERIFY2(bench.notice().contains(u"whole"_s), qPrintable(bench.notice()));
    QCOMPARE(bench.status(), bench.notice());
}

QTEST_MAIN(TestWindowRecord)
#include "tst_windowrecord.moc"
