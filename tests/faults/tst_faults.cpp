// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "faults/faultrun.h"
#include "faults/trouble.h"

#include <QTest>

using namespace hangup;
using namespace hangup::test;

/// Each kind of trouble at the only call, and at the first, the middle and the last of fifty: the promises hold, by the
/// server's own log. Each function is a test of its own in CTest, so that they run beside each other.
///
/// Without QTest::failOnWarning(): its handler (Qt 6.4.2) walks, without a lock, over a list that the test's thread
/// fills and clears around each row, so a warning that another thread (the journal's, the server's) prints at such a
/// moment crashes in QtTest itself. Where it is used, all threads have ended before the test function does.
class TestFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kinds() { QVERIFY2(allTroubles({}).size() >= 45, "fewer than 45 kinds of trouble"); }

    void oneCall_data() { addTroubles(); }
    void oneCall() { run(1, 0); }
    void firstOfFifty_data() { addTroubles(); }
    void firstOfFifty() { run(50, 0); }
    void middleOfFifty_data() { addTroubles(); }
    void middleOfFifty() { run(50, 25); }
    void lastOfFifty_data() { addTroubles(); }
    void lastOfFifty() { run(50, 49); }
    void allAtOnce();
    void realDeadlines();

private:
    static void addTroubles();
    static void run(int calls, int at);
};

void TestFaults::addTroubles()
{
    QTest::addColumn<int>("kind");
    const QList<Trouble> troubles = allTroubles({});
    for (int n = 0; n < troubles.size(); ++n)
        QTest::newRow(troubles[n].name) << n;
}

void TestFaults::run(int calls, int at)
{
    QFETCH(int, kind);
    FaultRun run(faultLimits(), calls);
    run.plant(at, allTroubles(run.elsewhere.address().toLatin1() + "/").at(kind));
    QVERIFY(run.endAll(std::chrono::seconds(30)));
    QCOMPARE(run.brokenPromise(), QString());
}

/// Every kind in one batch; what stops a batch, or holds it for long, is left out.
void TestFaults::allAtOnce()
{
    FaultRun run(faultLimits(), 100);
    int at = 0;
    for (const Trouble &trouble : allTroubles(run.elsewhere.address().toLatin1() + "/")) {
        const int status = trouble.look ? trouble.look->status() : trouble.answer.status();
        if (status != 401 && status != 403 && trouble.retryAfterMs == 0)
            run.plant(at++, trouble);
    }
    QVERIFY(run.endAll(std::chrono::seconds(60)));
    QCOMPARE(run.brokenPromise(), QString());
}

void TestFaults::realDeadlines()
{
    FaultRun run(EngineLimits {}, 3);
    run.plant(1, { "silence", Answer::hang() });
    QVERIFY(run.endAll(std::chrono::seconds(60)));
    QCOMPARE(run.brokenPromise(), QString());
    for (const CallResult &result : std::as_const(run.results)) {
        QCOMPARE(result.outcome, Outcome::Ended);
        const bool silent = result.id == run.ids[1];
        QCOMPARE(result.attempts, silent ? 2 : 1);
        // Qt's timers for such times are as exact as 5 %.
        QCOMPARE(result.elapsed >= EngineLimits {}.silence * 9 / 10, silent);
        QVERIFY(result.elapsed < EngineLimits {}.total);
    }
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
