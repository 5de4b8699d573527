// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/checkorders.h"
#include "engine/timedrun.h"

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

/// Checks that are out of date soon, but not before a DELETE can follow them on a busy machine.
EngineLimits shortMemory()
{
    EngineLimits limits = quickLimits();
    limits.checkGoodFor = Ms(500);
    return limits;
}

} // namespace

/// A check and time: it grows old, and comes before retries.
class TestEngineCheckAgain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void oldAfterAHold_data();
    void oldAfterAHold();
    void freshAfterAShortHold();
    void oldAfterALongIntent();
    void oldAfterASleep();
    void oldAfterAPause();
    void oldAfterABackOff();
    void twoWindowsAreGranted();
    void retryIsGrantedOnce();
    void neverLeftStaysNeverLeft();
    void retryMeetsTheSameRules_data();
    void retryMeetsTheSameRules();
};

void TestEngineCheckAgain::oldAfterAHold_data()
{
    QTest::addColumn<QList<Answer>>("second");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("still live: sent") << QList<Answer> { there() } << Outcome::Ended << Reason::None
                                      << "GET DELETE GET DELETE"_ba;
    QTest::newRow("over by now: not sent again")
        << QList<Answer> { gone(), gone() } << Outcome::NotSent << Reason::OverAlready << "GET DELETE GET GET GET"_ba;
    QTest::newRow("other numbers by now") << QList<Answer> { liveWith(One, UsualFrom, u"14155550555"_s) }
                                          << Outcome::NotSent << Reason::NumbersChanged << "GET DELETE GET"_ba;
    QTest::newRow("unclear once") << QList<Answer> { Answer::serverTrouble(500), there() } << Outcome::Ended
                                  << Reason::None << "GET DELETE GET GET DELETE"_ba;
}

/// A DELETE that a 429 answered has ended nothing, and when it may go again the call may be another story.
void TestEngineCheckAgain::oldAfterAHold()
{
    QFETCH(QList<Answer>, second);
    EngineLimits limits = shortMemory();
    limits.holdWithoutRetryAfter = Ms(700);
    EngineRun run(limits);
    run.server->script(One, { Answer::tooMany() });
    run.server->script(One, Ask::Live, QList<Answer> { there() } + second);
    run.server->script(One, Ask::Queued, { gone() });
    Order order = checkedOrder({ One });
    order.seen.insert(One, infoWith(One, UsualFrom, UsualTo));
    run.submitOrder(order);
    QVERIFY(run.waitIdle());
    QTEST(run.result(One).outcome, "outcome");
    QTEST(run.result(One).reason, "reason");
    QTEST(wireOf(run, One), "wire");
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheckAgain::freshAfterAShortHold()
{
    EngineRun run;
    run.setLive(true);
    run.server->script(One, { Answer::tooMany() });
    run.submitOrder(checkedOrder({ One }));
    QVERIFY(run.waitIdle());
    QCOMPARE(wireOf(run, One), "GET DELETE DELETE"_ba);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheckAgain::oldAfterALongIntent()
{
    EngineRun run(shortMemory());
    run.setLive(true);
    run.log.setDelay(Ms(700));
    run.submitOrder(checkedOrder({ One }));
    QVERIFY(run.waitIdle());
    QCOMPARE(wireOf(run, One), "GET GET DELETE"_ba);
    QCOMPARE(run.log.intents().size(), 1); // it stays good
    QCOMPARE(run.brokenPromise(), QString());
}

/// The monotonic clock stands still meanwhile.
void TestEngineCheckAgain::oldAfterASleep()
{
    EngineRun run;
    run.setLive(true);
    run.log.hold(true);
    run.submitOrder(checkedOrder({ One }));
    QTRY_COMPARE(run.log.intents().size(), 1);
    run.clock.sleep(Ms(60'000));
    run.log.release();
    QTRY_COMPARE(run.pauses.size(), 1);
    QCOMPARE(run.pauses.first().reason, PauseReason::Slept);
    run.engine->resume();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 1"_s);
    QCOMPARE(wireOf(run, One), "GET GET DELETE"_ba);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheckAgain::oldAfterAPause()
{
    EngineLimits limits = shortMemory();
    limits.firstAnswersMissing = 1;
    limits.maxInFlight = 2;
    EngineRun run(limits);
    run.setLive(true);
    run.server->script(One, { gone() });
    run.server->script(callId(2), Ask::Live, { liveWith(callId(2), UsualFrom, UsualTo).uponRelease() });
    run.submitOrder(checkedOrder(callIds(3)));
    QTRY_COMPARE(run.pauses.size(), 1);
    QTRY_COMPARE(run.server->asksFor(callId(2), Ask::Live), 1);
    run.server->release();
    QTRY_COMPARE(run.log.answers().size(), 3); // the check of the other one came in meanwhile
    QTest::qWait(600);
    run.engine->resume();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 2, not_live 1"_s);
    QCOMPARE(wireOf(run, callId(2)), "GET GET DELETE"_ba);
    QCOMPARE(run.brokenPromise(), QString());
}

/// After an attempt without a verdict, too.
void TestEngineCheckAgain::oldAfterABackOff()
{
    EngineLimits limits = shortMemory();
    limits.backoffBase = Ms(2000);
    limits.backoffMax = Ms(2000);
    limits.jitterSeed = 7;
    EngineRun run(limits);
    run.setLive(true);
    run.server->script(One, { Answer::serverTrouble(503) });
    run.submitOrder(checkedOrder({ One }));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).outcome, Outcome::Ended);
    QCOMPARE(run.result(One).attempts, 2);
    QCOMPARE(wireOf(run, One), "GET DELETE GET GET DELETE"_ba);
    QCOMPARE(run.brokenPromise(), QString());
}

/// With one request in a window no DELETE could ever follow its check closely enough. In a time of its own: how late a
/// DELETE is must not depend on the machine.
void TestEngineCheckAgain::twoWindowsAreGranted()
{
    EngineLimits limits = quickLimits();
    limits.windowRequests = 1;
    limits.window = Ms(300);
    limits.checkGoodFor = Ms(50);
    TimedRun run(limits);
    run.submit(checkedOrder(callIds(2)));
    QVERIFY(run.passUntilOutcomes(2));
    QCOMPARE(run.count(Outcome::Ended), 2);
    QCOMPARE(run.sent().size(), 4);
}

/// A check that is made again asks the policy for nothing: the tokens are for three retries.
void TestEngineCheckAgain::retryIsGrantedOnce()
{
    EngineLimits limits = shortMemory();
    limits.checkGoodFor = Ms(30);
    limits.backoffBase = Ms(200);
    limits.backoffMax = Ms(200);
    limits.retryBudget = 15;
    EngineRun run(limits);
    run.setLive(true);
    run.server->setDefaultAnswer(Answer::serverTrouble(503));
    run.server->script(One, { Answer::serverTrouble(503), Answer::tooMany() });
    run.submitOrder(checkedOrder({ One }));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).outcome, Outcome::Unknown);
    QCOMPARE(run.server->deletes(), 5); // four tries, and the one that was limited
    QVERIFY2(run.server->asks(Ask::Live) > 5, qPrintable(QString::number(run.server->asks(Ask::Live))));
    QCOMPARE(run.brokenPromise(), QString());
}

/// Each try of a DELETE that finds no server is preceded by a check, which takes no token of the retries: without any
/// left it would be taken for a call that was sent.
void TestEngineCheckAgain::neverLeftStaysNeverLeft()
{
    int deletes = 0;
    FakeClock clock;
    const TraceNetwork::Script script {
        .answer =
            [&deletes](const TraceRequest &request) {
                if (request.kind == RequestKind::HangUp) {
                    ++deletes;
                    return TraceAnswer { .error = QNetworkReply::ConnectionRefusedError };
                }
                return TraceAnswer { .status = 200, .body = "{\"call_uuid\": \"" + request.id.toLatin1() + "\"}" };
            },
        .answered =
            [&clock](const TraceRequest &request, const TraceAnswer &) {
                if (request.kind == RequestKind::HangUp)
                    clock.advance(Ms(12'000)); // longer than a check is good for
            },
    };
    EngineLimits limits = quickLimits();
    limits.retryBudget = 15;
    MemoryLog log;
    HangupEngine engine(
        limits, { std::get<ApiAddress>(ApiAddress::parse(u"http://127.0.0.1:9")), testAuthId(), testToken() },
        [&script] { return std::make_unique<TraceNetwork>(&script); }, &log, &clock);
    Order order = checkedOrder({ One });
    order.batch = 1;
    engine.submit(order, clock.slept());
    QVERIFY(QTest::qWaitFor([&] {
        clock.advance(Ms(45)); // longer than any wait before a retry
        engine.setLimits(limits); // it looks at the clock
        QCoreApplication::processEvents();
        return !log.outcomes().isEmpty();
    }));
    QCOMPARE(log.outcomes().constFirst().outcome, Outcome::NotSent);
    QCOMPARE(log.outcomes().constFirst().reason, Reason::ConnectionRefused);
    QCOMPARE(deletes, 4);
}

void TestEngineCheckAgain::retryMeetsTheSameRules_data()
{
    QTest::addColumn<Answer>("second");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("the same numbers: sent again") << there() << Outcome::Ended << "GET DELETE GET DELETE"_ba;
    QTest::newRow("protected now") << liveWith(One, UsualFrom, u"112"_s) << Outcome::Unknown << "GET DELETE GET"_ba;
    QTest::newRow("unread now") << liveWith(One, UsualFrom, {}) << Outcome::Unknown << "GET DELETE GET"_ba;
    QTest::newRow("other numbers now") << liveWith(One, u"1"_s, UsualTo) << Outcome::Unknown << "GET DELETE GET"_ba;
    QTest::newRow("unclear: not asked again") << Answer::serverTrouble(500) << Outcome::Unknown << "GET DELETE GET"_ba;
    QTest::newRow("over: may have been us") << gone() << Outcome::NotLiveMaybeUs << "GET DELETE GET GET GET"_ba;
}

/// What was sent without a verdict stays unknown, whatever is found out about it then.
void TestEngineCheckAgain::retryMeetsTheSameRules()
{
    QFETCH(Answer, second);
    EngineRun run;
    run.server->script(One, { Answer::serverTrouble(503) });
    run.server->script(One, Ask::Live, { there(), second, second });
    run.server->script(One, Ask::Queued, { gone() });
    Order order = guardedOrder({ One }, u"112"_s);
    order.seen.insert(One, infoWith(One, UsualFrom, UsualTo));
    run.submitOrder(order);
    QVERIFY(run.waitIdle());
    QTEST(run.result(One).outcome, "outcome");
    QTEST(wireOf(run, One), "wire");
    if (run.result(One).outcome == Outcome::Unknown)
        QCOMPARE(run.result(One).reason, Reason::ServerTrouble); // of the DELETE
    QCOMPARE(run.brokenPromise(), QString());
}

QTEST_GUILESS_MAIN(TestEngineCheckAgain)
#include "tst_enginecheckagain.moc"
