// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Closing and logging out with calls on their way; changing the account; what is remembered; a second start's rows.
#include "windowbench.h"

#include "ui/accountbox.h"
#include "ui/closingflow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestWindowLeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesWhenNothingIsUnderWay();
    void staysWhenAskedToKeepWaiting();
    void stopsAndCloses();
    void closesAtOnceWhenAskedTwice();
    void closesWithOutcomesThatFindNoRoom();
    void closesWhenToldToCloseNowWithoutRoom();
    void staysWhenAskedToWaitForRoom();
    void holdsUpLogOut();
    void locksTheAccountWhileBusy();
    void asksWhatToDoWithTheList_data();
    void asksWhatToDoWithTheList();
    void tellsWhichOutcomesAreCleared();
    void remembersTheLayout();

private:
    static QAbstractButton *answer(const WindowBench &bench, const QString &box, const QString &button);
    static void startWithoutRoom(WindowBench &bench, const QString &folder);
    /// Its requests are on their way until the server is released.
    static void startHeldBatch(WindowBench &bench, int calls);
    static void chooseInBox(const WindowBench &bench, int index);
};

QAbstractButton *TestWindowLeaving::answer(const WindowBench &bench, const QString &box, const QString &button)
{
    auto *shown = bench.find<QMessageBox>(box);
    if (!shown)
        return nullptr;
    const auto buttons = shown->buttons();
    for (QAbstractButton *candidate : buttons) {
        if (candidate->text().remove(u'&') == button)
            return candidate;
    }
    return nullptr;
}

void TestWindowLeaving::startHeldBatch(WindowBench &bench, int calls)
{
    bench.list(calls);
    bench.server().hold();
    bench.askForAll();
    QVERIFY(bench.confirm(calls));
    // Two of them for certain: what comes next is to find neither waiting.
    const int least = std::min(calls, 2);
    QTRY_VERIFY(bench.server().deletes() >= least && bench.session().onTheirWay() >= least);
}

void TestWindowLeaving::chooseInBox(const WindowBench &bench, int index)
{
    auto *box = bench.find<AccountBox>(u"Account"_s);
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

void TestWindowLeaving::closesWhenNothingIsUnderWay()
{
    WindowBench bench;
    bench.list(3);
    QVERIFY(bench.window().close());
}

void TestWindowLeaving::staysWhenAskedToKeepWaiting()
{
    WindowBench bench(WindowBench::On::Server);
    startHeldBatch(bench, 2);
    QVERIFY(!bench.window().close());
    auto *box = bench.find<QMessageBox>(u"Calls are on their way"_s);
    QVERIFY(box);
    QCOMPARE(box->textFormat(), Qt::PlainText);
    auto *keep = answer(bench, u"Calls are on their way"_s, u"Keep waiting"_s);
    QCOMPARE(box->defaultButton(), keep);
    QTest::keyClick(box, Qt::Key_Escape);
    bench.server().release();
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 2);
    QVERIFY(bench.window().isVisible());
}

void TestWindowLeaving::stopsAndCloses()
{
    WindowBench bench(WindowBench::On::Server);
    startHeldBatch(bench, 50);
    QVERIFY(!bench.window().close());
    QTest::mouseClick(answer(bench, u"Calls are on their way"_s, u"Stop and close"_s), Qt::LeftButton);
    QVERIFY(bench.window().isVisible());
    bench.server().release();
    QTRY_VERIFY(!bench.window().isVisible());
    const Tally &tally = bench.session().calls()->tally();
    QCOMPARE(tally[Outcome::Ended], bench.server().deletes());
    QCOMPARE(tally[Outcome::Ended] + tally[Outcome::NotSent], 50);
}

void TestWindowLeaving::closesAtOnceWhenAskedTwice()
{
    WindowBench bench(WindowBench::On::Server);
    startHeldBatch(bench, 2);
    bench.window().close();
    QTest::mouseClick(answer(bench, u"Calls are on their way"_s, u"Stop and close"_s), Qt::LeftButton);
    auto *now = answer(bench, u"Closing"_s, u"Close now, outcome unknown"_s);
    QVERIFY(now);
    QTest::mouseClick(now, Qt::LeftButton);
    QTRY_VERIFY(!bench.window().isVisible()); // no answer has come, nor will
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Unknown], 2);
}

/// Two calls are on their way, and their outcomes will find the journal's folder gone.
void TestWindowLeaving::startWithoutRoom(WindowBench &bench, const QString &folder)
{
    startHeldBatch(bench, 2);
    QTRY_COMPARE(bench.server().deletes(), 2);
    QVERIFY(QDir().rename(folder, folder + u".away"_s));
    QFile inItsPlace(folder);
    QVERIFY(inItsPlace.open(QIODevice::WriteOnly));
}

void TestWindowLeaving::closesWithOutcomesThatFindNoRoom()
{
    QTemporaryDir folder;
    WindowBench bench(WindowBench::On::Server, {}, {}, folder.filePath(u"data"_s));
    startWithoutRoom(bench, folder.filePath(u"data"_s));
    bench.server().release();
    QTRY_COMPARE(bench.session().journalState().outcomesKept, 2);
    QVERIFY(bench.session().busy());
    QVERIFY(!bench.session().canSwitchAccount());
    QTRY_COMPARE(bench.window().findChild<AccountBox *>()->accessibleDescription(),
                 u"The account can't be changed until all outcomes are on disk."_s);
    auto *closing = bench.window().findChild<ClosingFlow *>();
    QVERIFY(!closing->holdsUpLogOut(false));
    QVERIFY(closing->holdsUpLogOut(true));
    QVERIFY(!bench.window().close());
    auto *box = bench.find<QMessageBox>(u"Outcomes are not on disk yet"_s);
    QVERIFY(box);
    QCOMPARE(box->text(),
             u"2 outcomes could not be written to disk yet; if you close now, the history will not have them.\n"
             "The next start shows calls without an outcome on disk as unknown."_s);
    QCOMPARE(box->defaultButton(), answer(bench, box->accessibleName(), u"Keep waiting"_s));
    QTest::mouseClick(answer(bench, box->accessibleName(), u"Close all the same"_s), Qt::LeftButton);
    QTRY_VERIFY(!bench.window().isVisible());
    QVERIFY(!closing->holdsUpLogOut(true));
}

void TestWindowLeaving::closesWhenToldToCloseNowWithoutRoom()
{
    QTemporaryDir folder;
    WindowBench bench(WindowBench::On::Server, {}, {}, folder.filePath(u"data"_s));
    startWithoutRoom(bench, folder.filePath(u"data"_s));
    QVERIFY(!bench.window().close());
    QTest::mouseClick(answer(bench, u"Calls are on their way"_s, u"Stop and close"_s), Qt::LeftButton);
    QTest::mouseClick(answer(bench, u"Closing"_s, u"Close now, outcome unknown"_s), Qt::LeftButton);
    QTRY_VERIFY(!bench.window().isVisible());
    QTRY_COMPARE(bench.session().journalState().outcomesKept, 2);
    QVERIFY(bench.session().busy());
}

void TestWindowLeaving::staysWhenAskedToWaitForRoom()
{
    QTemporaryDir folder;
    const QString data = folder.filePath(u"data"_s);
    WindowBench bench(WindowBench::On::Server, {}, {}, data);
    startWithoutRoom(bench, data);
    QVERIFY(!bench.window().close());
    QTest::mouseClick(answer(bench, u"Calls are on their way"_s, u"Stop and close"_s), Qt::LeftButton);
    bench.server().release();
    // The question changes with what it is about.
    QTRY_VERIFY(bench.find<QMessageBox>(u"Outcomes are not on disk yet"_s));
    QVERIFY(!bench.find<QMessageBox>(u"Closing"_s));
    QTest::mouseClick(answer(bench, u"Outcomes are not on disk yet"_s, u"Keep waiting"_s), Qt::LeftButton);
    QVERIFY(QFile::remove(data));
    QVERIFY(QDir().rename(data + u".away"_s, data));
    QTRY_VERIFY_WITH_TIMEOUT(!bench.session().busy(), 30'000);
    QCOMPARE(bench.session().calls()->tally()[Outcome::Ended], 2);
    QVERIFY(bench.window().isVisible());
    QVERIFY(bench.window().close());
}

void TestWindowLeaving::holdsUpLogOut()
{
    WindowBench bench(WindowBench::On::Server);
    auto *closing = bench.window().findChild<ClosingFlow *>();
    QVERIFY(!closing->holdsUpLogOut(true));
    startHeldBatch(bench, 2);
    QVERIFY(closing->holdsUpLogOut(true));
    QVERIFY(bench.find<QMessageBox>(u"Calls are on their way"_s));
    bench.server().release();
    QTRY_VERIFY(!bench.session().busy());
    QVERIFY(!closing->holdsUpLogOut(false));
}

void TestWindowLeaving::locksTheAccountWhileBusy()
{
    WindowBench bench(WindowBench::On::Server);
    auto *box = bench.find<AccountBox>(u"Account"_s);
    QCOMPARE(bench.session().book()->accounts().size(), 3);
    QVERIFY(box->isEnabled());
    startHeldBatch(bench, 2);
    QVERIFY(!box->isEnabled());
    QVERIFY(box->toolTip().contains(u"under way"_s));
    for (const Account &practice : Account::practices())
        QVERIFY(!bench.command(practice.name)->isEnabled());
    bench.server().release();
    QTRY_VERIFY(!bench.session().busy());
    QTRY_VERIFY(box->isEnabled());
}

void TestWindowLeaving::asksWhatToDoWithTheList_data()
{
    QTest::addColumn<QString>("answered");
    QTest::addColumn<bool>("changes");
    QTest::addColumn<int>("left");
    QTest::newRow("keep") << u"Keep the list"_s << true << 3;
    QTest::newRow("clear") << u"Clear the list"_s << true << 0;
    QTest::newRow("cancel") << u"Cancel"_s << false << 3;
}

void TestWindowLeaving::asksWhatToDoWithTheList()
{
    QFETCH(const QString, answered);
    QFETCH(const bool, changes);
    QFETCH(const int, left);
    WindowBench bench(WindowBench::On::Server);
    bench.list(3);
    auto *box = bench.find<AccountBox>(u"Account"_s);
    const int before = box->currentIndex();
    chooseInBox(bench, 0);
    QTest::mouseClick(answer(bench, u"Change the account"_s, answered), Qt::LeftButton);
    QCOMPARE(box->currentIndex(), changes ? 0 : before);
    QCOMPARE(bench.session().account().isPractice(), changes);
    QCOMPARE(bench.session().calls()->total(), left);
    QCOMPARE(bench.server().count(), 0);
}

void TestWindowLeaving::tellsWhichOutcomesAreCleared()
{
    WindowBench bench(WindowBench::On::Server);
    startHeldBatch(bench, 2);
    bench.server().release();
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 2);
    QTRY_VERIFY(!bench.session().busy()); // before that the account can't be changed
    bench.session().addText(WindowBench::id(50).toString(), TextSource::Pasted);
    chooseInBox(bench, 0);
    auto *box = bench.find<QMessageBox>(u"Change the account"_s);
    QVERIFY(box);
    QVERIFY2(box->text().contains(u"The outcomes of 2 calls in the list are cleared; the log keeps them."_s),
             qPrintable(box->text()));
    const qsizetype lines = bench.session().log()->entries().size();
    QTest::mouseClick(answer(bench, u"Change the account"_s, u"Keep the list"_s), Qt::LeftButton);
    QCOMPARE(bench.session().calls()->tally().listed, 3);
    QVERIFY(bench.session().log()->entries().size() > lines);
}

void TestWindowLeaving::remembersTheLayout()
{
    QTemporaryDir folder;
    const QString settings = folder.filePath(u"hangup.ini"_s);
    {
        WindowBench bench(WindowBench::On::Practice, settings);
        bench.find<QTableView>(u"Calls"_s)->setColumnHidden(CallListModel::ApiIdColumn, false);
        bench.find<QTableView>(u"Calls"_s)->setColumnHidden(CallListModel::AttemptsColumn, true);
        bench.command(u"Log"_s)->trigger();
        bench.command(u"Dark"_s)->trigger();
        bench.window().close();
    }
    WindowBench bench(WindowBench::On::Practice, settings);
    QVERIFY(!bench.find<QTableView>(u"Calls"_s)->isColumnHidden(CallListModel::ApiIdColumn));
    QVERIFY(bench.find<QTableView>(u"Calls"_s)->isColumnHidden(CallListModel::AttemptsColumn));
    QVERIFY(!bench.find<QTableView>(u"Log"_s));
    QVERIFY(bench.command(u"Dark"_s)->isChecked());
    QVERIFY(theme::isDark(QApplication::palette()));
    bench.command(u"Colours of the system"_s)->trigger();
}

QTEST_MAIN(TestWindowLeaving)
#include "tst_windowleaving.moc"
