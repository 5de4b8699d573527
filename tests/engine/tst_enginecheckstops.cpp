// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/checkorders.h"

#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::test::Answer)

namespace {

const CallId One = callId(1);

Answer gone()
{
    return Answer::callNotFound();
}

Answer there()
{
    return liveWith(One, UsualFrom, UsualTo);
}

} // namespace

/// Checks that are stopped or cut, that hold nothing up, and that meet other orders.
class TestEngineCheckStops : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void stopWhileChecking_data();
    void stopWhileChecking();
    void stopWhileACheckWaits();
    void abortWhileChecking();
    void skippedCallsAreNoAttempts();
    void uncleanChecksDoNotPause();
    void skippedCallsDoNotBreakARow();
    void newerOrderBringsItsRules();
    void newerRulesCountForWhatPassedBefore();
};

void TestEngineCheckStops::stopWhileChecking_data()
{
    QTest::addColumn<QList<Answer>>("live");
    QTest::addColumn<Answer>("queued");
    QTest::addColumn<int>("stopAt"); ///< while this question waits for its answer, counted from 1
    QTest::addColumn<bool>("doubt");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Reason>("reason");
    const auto row
        = [](const char *name, const QList<Answer> &live, const Answer &queued, int stopAt, bool doubt,
             Outcome outcome, Reason reason) {
              QTest::newRow(name) << live << queued << stopAt << doubt << outcome << reason;
          };
    const Answer trouble = Answer::serverTrouble(500);
    const QList<Answer> overAtLast { gone(), gone().uponRelease() };
    row("live", { there().uponRelease() }, gone(), 1, false, Outcome::NotSent, Reason::Stopped);
    row("not live, whether queued is not asked", { gone().uponRelease() }, gone(), 1, false, Outcome::NotSent,
        Reason::Stopped);
    row("not queued, whether live now is not asked", { gone() }, gone().uponRelease(), 2, false, Outcome::NotSent,
        Reason::Stopped);
    row("over", overAtLast, gone(), 3, false, Outcome::NotSent, Reason::OverAlready);
    row("queued", { gone() }, there().uponRelease(), 2, false, Outcome::NotSent, Reason::Stopped);
    row("unclear", { trouble.uponRelease() }, gone(), 1, false, Outcome::NotSent, Reason::Stopped);
    row("limited", { Answer::tooMany().uponRelease() }, gone(), 1, false, Outcome::NotSent, Reason::Stopped);
    row("live, with a doubt", { there().uponRelease() }, gone(), 1, true, Outcome::NotSent, Reason::Stopped);
    row("not queued, with a doubt", { gone() }, gone().uponRelease(), 2, true, Outcome::Unknown, Reason::Stopped);
    row("over, with a doubt", overAtLast, gone(), 3, true, Outcome::NotLiveMaybeUs, Reason::None);
    row("unclear, with a doubt", { trouble.uponRelease() }, gone(), 1, true, Outcome::Unknown, Reason::Stopped);
}

void TestEngineCheckStops::stopWhileChecking()
{
    QFETCH(QList<Answer>, live);
    QFETCH(Answer, queued);
    QFETCH(int, stopAt);
    QFETCH(bool, doubt);
    EngineRun run;
    run.server->script(One, Ask::Live, live);
    run.server->script(One, Ask::Queued, { queued });
    Order order = checkedOrder({ One });
    if (doubt)
        order.lookFirst = { One };
    run.submitOrder(order);
    QTRY_COMPARE(run.server->count(), stopAt);
    run.engine->stop();
    run.server->release();
    QVERIFY(run.waitIdle());
    QTEST(run.result(One).outcome, "outcome");
    QTEST(run.result(One).reason, "reason");
    QCOMPARE(run.server->count(), stopAt);
    QCOMPARE(run.server->deletes(), 0);
    QCOMPARE(run.log.intents().size(), 0);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheckStops::stopWhileACheckWaits()
{
    EngineLimits limits = oneByOne();
    limits.holdWithoutRetryAfter = Ms(60'000);
    EngineRun run(limits);
    run.server->script(One, Ask::Live, { Answer::tooMany() });
    run.submitOrder(checkedOrder(callIds(3)));
    QTRY_COMPARE(run.eventsOf<AccountHeld>().size(), 1);
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_sent 3"_s);
    QCOMPARE(run.result(One).reason, Reason::Stopped); // a check was limited, no DELETE
    QCOMPARE(run.server->deletes(), 0);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheckStops::abortWhileChecking()
{
    EngineLimits limits = quickLimits();
    limits.silence = Ms(60'000);
    limits.total = Ms(60'000);
    EngineRun run(limits);
    run.server->setAskAnswer(Ask::Live, Answer::hang());
    run.submitOrder(checkedOrder(callIds(2)));
    Order doubtful = guardedOrder({ callId(3) }, u"112"_s);
    doubtful.lookFirst = { callId(3) };
    run.submitOrder(doubtful);
    QTRY_COMPARE(run.server->asks(Ask::Live), 3);
    run.engine->abort();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"unknown 1, not_sent 2"_s);
    QCOMPARE(run.result(One).reason, Reason::Stopped);
    QCOMPARE(run.result(callId(3)).outcome, Outcome::Unknown);
    QCOMPARE(run.server->deletes(), 0);
    QCOMPARE(run.brokenPromise(), QString());
}

/// The first two answers to DELETEs were 404: "is this the right account?" is asked at these, not at skipped calls.
void TestEngineCheckStops::skippedCallsAreNoAttempts()
{
    EngineLimits limits = oneByOne();
    limits.firstAnswersMissing = 2;
    EngineRun run(limits);
    run.setLive(true);
    for (const int n : { 1, 2, 3, 5 }) {
        run.server->script(callId(n), Ask::Live, { gone(), gone() });
        run.server->script(callId(n), Ask::Queued, { gone() });
    }
    run.server->setDefaultAnswer(gone());
    run.submitOrder(checkedOrder(callIds(8)));
    QTRY_COMPARE(run.pauses.size(), 1);
    QCOMPARE(run.pauses.first().reason, PauseReason::NoneFound);
    QCOMPARE(run.server->deletes(), 2);
    QCOMPARE(run.server->deletesFor(callId(4)), 1);
    QCOMPARE(run.server->deletesFor(callId(6)), 1);
    run.engine->resume();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_live 4, not_sent 4"_s);
    QCOMPARE(run.pauses.size(), 1);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheckStops::uncleanChecksDoNotPause()
{
    EngineLimits limits = oneByOne();
    limits.unknownInARow = 2;
    limits.firstAnswersMissing = 2;
    limits.maxAttempts = 2;
    EngineRun run(limits); // no clear answer to any look
    run.submitOrder(checkedOrder(callIds(6)));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_sent 6"_s);
    QCOMPARE(run.server->asks(Ask::Live), 12);
    QCOMPARE(run.pauses.size(), 0);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheckStops::skippedCallsDoNotBreakARow()
{
    EngineLimits limits = oneByOne();
    limits.unknownInARow = 2;
    EngineRun run(limits);
    run.setLive(true);
    run.server->setDefaultAnswer(Answer::serverTrouble(500));
    for (const int n : { 1, 3 }) // live at the check, no clear answer after the DELETE
        run.server->script(callId(n), Ask::Live,
                           { liveWith(callId(n), UsualFrom, UsualTo), Answer::serverTrouble(500) });
    run.server->script(callId(2), Ask::Live, { gone(), gone() });
    run.server->script(callId(2), Ask::Queued, { gone() });
    run.submitOrder(checkedOrder(callIds(5)));
    QTRY_COMPARE(run.pauses.size(), 1);
    QCOMPARE(run.pauses.first().reason, PauseReason::UnknownInARow);
    QCOMPARE(run.server->deletes(), 2);
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"unknown 2, not_sent 3"_s);
    QCOMPARE(run.brokenPromise(), QString());
}

/// An id that waits already is ended in its own batch, but by the rules that were confirmed last.
void TestEngineCheckStops::newerOrderBringsItsRules()
{
    EngineRun run(oneByOne());
    run.setLive(true);
    run.server->hold();
    run.submit(callIds(4));
    QTRY_COMPARE(run.server->count(), 1);
    Order click = guardedOrder({ callId(4) }, UsualTo);
    click.first = true;
    run.submitOrder(click);
    run.submitOrder(guardedOrder({ callId(3) }, u"112"_s));
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 3, not_sent 1"_s);
    QCOMPARE(run.result(callId(4)).reason, Reason::NumberProtected);
    QCOMPARE(wireOf(run, callId(2)), "DELETE"_ba);
    QCOMPARE(wireOf(run, callId(3)), "GET DELETE"_ba);
    QCOMPARE(wireOf(run, callId(4)), "GET"_ba);
    QCOMPARE(run.results.at(1).id, callId(4)); // and it overtook
    QCOMPARE(run.brokenPromise(), QString());
}

/// Its check is done and its intent on the way to the disk: the new rules have not been looked at yet.
void TestEngineCheckStops::newerRulesCountForWhatPassedBefore()
{
    EngineRun run;
    run.setLive(true);
    run.log.hold(true);
    run.submitOrder(checkedOrder({ One }));
    QTRY_COMPARE(run.log.intents().size(), 1);
    run.submitOrder(guardedOrder({ One }, UsualTo));
    run.log.release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).reason, Reason::NumberProtected);
    QCOMPARE(wireOf(run, One), "GET GET"_ba);
    QCOMPARE(run.brokenPromise(), QString());
}

QTEST_GUILESS_MAIN(TestEngineCheckStops)
#include "tst_enginecheckstops.moc"
