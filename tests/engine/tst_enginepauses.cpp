// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"

#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::test::Answer)

namespace {

EngineLimits cautious()
{
    EngineLimits limits = oneByOne();
    limits.unknownInARow = 5;
    limits.firstAnswersMissing = 5;
    return limits;
}

} // namespace

/// When the batch holds back and asks, and what "Continue" and "Stop" do then.
class TestEnginePauses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void fiveUnknownInARow();
    void manyOnTheirWayAskOnce();
    void aClearAnswerCountsAnew();
    void firstFiveMissing();
    void oneFoundAmongTheFirstFive();
    void keepGoingNeverAsks();
    void nothingIsAskedWhenNothingWaits();
    void stopEndsAPause();
    void refusalDuringAPauseEndsIt();
    void longRetryAfterAsks_data();
    void longRetryAfterAsks();
    void longWaitIsAskedOnceAndOfTheNextOrder();
    void asMuchAsWeWaitIsNotAskedFor();
    void sleepDuringABackOffAsks();
    void sleepBeforeALookAsks();
    void clicksHavePlacesOfTheirOwn();
    void otherRequestsOfTheProgramCount();
};

void TestEnginePauses::fiveUnknownInARow()
{
    EngineRun run(cautious());
    run.setLive(false);
    run.server->setDefaultAnswer(Answer::serverTrouble(500));
    run.submit(callIds(12));
    QTRY_COMPARE(run.pauses.size(), 1);
    QCOMPARE(run.pauses.first().reason, PauseReason::UnknownInARow);
    QCOMPARE(run.pauses.first().waiting, 8); // the fifth still waits for its look
    QCOMPARE(run.server->deletes(), 5);
    QTest::qWait(100);
    QCOMPARE(run.server->deletes(), 5);
    QCOMPARE(run.server->asks(Ask::Live), 8); // twice each, as all are gone
    run.engine->resume(); // counted anew: five more
    QTRY_COMPARE(run.pauses.size(), 2);
    QCOMPARE(run.server->deletes(), 10);
    run.engine->resume();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_live_maybe_us 12"_s);
    QCOMPARE(run.pauses.size(), 2);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEnginePauses::manyOnTheirWayAskOnce()
{
    EngineLimits limits = cautious();
    limits.maxInFlight = 12;
    EngineRun run(limits);
    run.setLive(false);
    for (int n = 1; n <= 40; ++n) // one after the other
        run.server->script(callId(n), { Answer::serverTrouble(500).after(Ms(50 + 10 * n)) });
    run.submit(callIds(40));
    QTRY_COMPARE(run.pauses.size(), 1);
    QTRY_COMPARE(run.log.answers().size(), run.server->count()); // all that was on its way is back
    QTest::qWait(100);
    QCOMPARE(run.pauses.size(), 1);
    QVERIFY2(run.server->deletes() <= 16, qPrintable(QString::number(run.server->deletes())));
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.total(), 40);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEnginePauses::aClearAnswerCountsAnew()
{
    EngineRun run(cautious());
    run.setLive(false);
    for (int n = 1; n <= 8; ++n) {
        if (n != 4)
            run.server->script(callId(n), { Answer::reset() });
    }
    run.submit(callIds(9));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.pauses.size(), 0);
    QCOMPARE(run.outcomes(), u"ended 2, not_live_maybe_us 7"_s);
}

void TestEnginePauses::firstFiveMissing()
{
    EngineRun run(cautious());
    run.server->setDefaultAnswer(Answer::callNotFound());
    run.submit(callIds(20));
    QTRY_COMPARE(run.pauses.size(), 1);
    QCOMPARE(run.pauses.first().reason, PauseReason::NoneFound);
    QCOMPARE(run.pauses.first().waiting, 15);
    QTest::qWait(100);
    QCOMPARE(run.server->count(), 5);
    run.engine->resume();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_live 20"_s);
    QCOMPARE(run.pauses.size(), 1); // once a batch
    run.submit(callIds(7, 100));
    QTRY_COMPARE(run.pauses.size(), 2); // and once in the next one
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEnginePauses::oneFoundAmongTheFirstFive()
{
    EngineRun run(cautious());
    run.server->setDefaultAnswer(Answer::callNotFound());
    run.server->script(callId(5), { Answer::ended() });
    run.submit(callIds(20));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.pauses.size(), 0);
    QCOMPARE(run.outcomes(), u"ended 1, not_live 19"_s);
}

void TestEnginePauses::keepGoingNeverAsks()
{
    EngineRun run(cautious());
    run.engine->setKeepGoing(true);
    run.setLive(false);
    run.server->setDefaultAnswer(Answer::serverTrouble(500));
    run.submit(callIds(12));
    QVERIFY(run.waitIdle());
    run.server->setDefaultAnswer(Answer::callNotFound());
    run.submit(callIds(12, 100));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.pauses.size(), 0);
    QCOMPARE(run.outcomes(), u"not_live 12, not_live_maybe_us 12"_s);
}

void TestEnginePauses::nothingIsAskedWhenNothingWaits()
{
    EngineRun run(cautious());
    run.server->setDefaultAnswer(Answer::callNotFound());
    run.submit(callIds(5));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.pauses.size(), 0);
    QCOMPARE(run.endOne(callId(50)).outcome, Outcome::NotLive); // and nothing is held back
}

void TestEnginePauses::stopEndsAPause()
{
    EngineRun run(cautious());
    run.setLive(true);
    run.server->setDefaultAnswer(Answer::serverTrouble(500));
    run.submit(callIds(8));
    QTRY_COMPARE(run.pauses.size(), 1);
    run.engine->stop();
    QVERIFY(run.waitIdle());
    // Whoever had an attempt without a verdict may have ended.
    for (const CallResult &result : std::as_const(run.results))
        QCOMPARE(result.outcome, result.attempts > 0 ? Outcome::Unknown : Outcome::NotSent);
    QCOMPARE(run.total(), 8);
    run.server->setDefaultAnswer(Answer::ended());
    QCOMPARE(run.endOne(callId(20)).outcome, Outcome::Ended);
    QCOMPARE(run.brokenPromise(), QString());
}

/// A 401 settles all that waits: nothing is left to ask for, and the next order must not be held back by it.
void TestEnginePauses::refusalDuringAPauseEndsIt()
{
    EngineLimits limits = cautious();
    limits.maxInFlight = 6;
    EngineRun run(limits);
    run.server->setDefaultAnswer(Answer::callNotFound());
    run.server->script(callId(6), { Answer::unauthorizedText().uponRelease() });
    run.submit(callIds(10));
    QTRY_COMPARE(run.pauses.size(), 1);
    QTRY_COMPARE(run.server->countFor(callId(6)), 1);
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(10)).reason, Reason::CredentialsRejected);
    QCOMPARE(run.endOne(callId(50)).outcome, Outcome::NotLive);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEnginePauses::longRetryAfterAsks_data()
{
    QTest::addColumn<bool>("onTheLook");
    QTest::newRow("on a DELETE") << false;
    QTest::newRow("on a look") << true;
}

void TestEnginePauses::longRetryAfterAsks()
{
    QFETCH(bool, onTheLook);
    EngineLimits limits = oneByOne();
    limits.retryAfterMax = Ms(200);
    EngineRun run(limits);
    run.setLive(true);
    run.server->script(callId(2), { onTheLook ? Answer::serverTrouble(500) : Answer::tooMany("3") });
    if (onTheLook)
        run.server->script(callId(2), Ask::Live, { Answer::tooMany("3") });
    run.submit(callIds(4));
    QTRY_COMPARE(run.pauses.size(), 1);
    QCOMPARE(run.pauses.first().reason, PauseReason::LongWait);
    QVERIFY(run.pauses.first().time > Ms(500) && run.pauses.first().time <= Ms(3000));
    QCOMPARE(run.pauses.first().waiting, 3);
    run.engine->resume(); // never earlier all the same
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 4"_s);
    QCOMPARE(run.pauses.size(), 1);
    std::optional<std::chrono::nanoseconds> limited;
    for (const Request &request : run.server->requests()) {
        if (limited)
            QVERIFY2(request.at - *limited >= Ms(3000), request.line.constData());
        if (request.status == 429)
            limited = request.at;
    }
    QVERIFY(limited.has_value());
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEnginePauses::longWaitIsAskedOnceAndOfTheNextOrder()
{
    EngineRun run(oneByOne());
    run.server->script(callId(1), { Answer::tooMany("180") });
    run.submit(callIds(2));
    QTRY_COMPARE(run.pauses.size(), 1);
    QVERIFY(run.pauses.first().time > Ms(120'000));
    run.engine->resume();
    QTest::qWait(100);
    QCOMPARE(run.pauses.size(), 1);
    QCOMPARE(run.server->count(), 1);
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(1)).reason, Reason::StoppedAfterLimit);
    QCOMPARE(run.result(callId(2)).reason, Reason::Stopped);
    run.submit({ callId(9) });
    QTRY_COMPARE(run.pauses.size(), 2);
    QCOMPARE(run.server->count(), 1);
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEnginePauses::asMuchAsWeWaitIsNotAskedFor()
{
    EngineLimits limits = oneByOne();
    limits.retryAfterMax = Ms(1000);
    EngineRun run(limits);
    run.server->script(callId(1), { Answer::tooMany("1") });
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::Ended);
    QCOMPARE(run.pauses.size(), 0);
}

void TestEnginePauses::sleepDuringABackOffAsks()
{
    EngineLimits limits = quickLimits();
    limits.backoffBase = Ms(8000);
    limits.backoffMax = Ms(8000);
    EngineRun run(limits);
    run.setLive(true);
    run.server->script(callId(1), { Answer::serverTrouble(500) });
    // As soon as it is told: the wait is short, and a look every now and then may come when it is over.
    connect(run.engine.get(), &HangupEngine::progressed, &run, [&run] {
        if (run.eventsOf<CallWaitsAgain>().size() == 1 && run.clock.slept() == Ms(0))
            run.clock.sleep(Ms(7000));
    });
    run.submit({ callId(1) });
    QTRY_COMPARE_WITH_TIMEOUT(run.pauses.size(), 1, 20'000);
    QCOMPARE(run.pauses.first().reason, PauseReason::Slept);
    QCOMPARE(run.server->deletes(), 1);
    run.engine->resume();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 1"_s);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEnginePauses::sleepBeforeALookAsks()
{
    EngineRun run;
    run.setLive(true);
    run.server->script(callId(1), { Answer::serverTrouble(500) });
    run.server->hold();
    run.submit({ callId(1) });
    QTRY_COMPARE(run.server->deletes(), 1);
    run.clock.sleep(Ms(7000));
    run.server->release();
    QTRY_COMPARE(run.pauses.size(), 1);
    QCOMPARE(run.server->asks(Ask::Live), 0);
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"unknown 1"_s);
}

void TestEnginePauses::clicksHavePlacesOfTheirOwn()
{
    EngineLimits limits = quickLimits();
    limits.windowRequests = 20;
    limits.window = Ms(60'000);
    EngineRun run(limits);
    run.submit(callIds(30));
    QTRY_COMPARE(run.server->count(), 15);
    run.submit(callIds(3, 100), true);
    run.submit({ callId(30) }, true); // one that waits, clicked
    QTRY_COMPARE(run.server->count(), 19);
    QCOMPARE(run.server->deletesFor(callId(30)), 1);
    run.submit(callIds(3, 200), true);
    QTRY_COMPARE(run.server->count(), 20); // but never above the window
    QTest::qWait(100);
    QCOMPARE(run.server->count(), 20);
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.count(Outcome::Ended), 20);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEnginePauses::otherRequestsOfTheProgramCount()
{
    EngineLimits limits = quickLimits();
    limits.windowRequests = 6;
    limits.window = Ms(60'000);
    EngineRun run(limits);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(run.engine->admitRequest(), true);
    run.submit(callIds(6));
    QTRY_COMPARE(run.server->count(), 2);
    QTest::qWait(100);
    QCOMPARE(run.server->count(), 2);
    run.engine->stop();
    QVERIFY(run.waitIdle());
}

QTEST_GUILESS_MAIN(TestEnginePauses)
#include "tst_enginepauses.moc"
