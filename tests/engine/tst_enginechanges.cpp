// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"
#include "engine/timedrun.h"

#include <QTest>
#include <QThread>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

AuthToken otherToken()
{
    return *AuthToken::parse("ffffffffffffffffffffffffffffffffffffffff");
}

QByteArray authorization(const AuthToken &token)
{
    return token.basicAuthorization(testAuthId());
}

QList<CallId> sentOrder(const EngineRun &run)
{
    QList<CallId> order;
    for (const CallOnItsWay &event : run.eventsOf<CallOnItsWay>())
        order.append(event.id);
    return order;
}

} // namespace

/// Limits and token that change while the engine runs.
class TestEngineChanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aWiderWindowIsUsedAtOnce();
    void aNarrowerWindowCountsWhatWasSent();
    void aNarrowerWindowHoldsBackWhatIsBeingWritten();
    void deadlinesAreTheNextAttempts();
    void aHoldOutlivesBothChanges();
    void withoutATokenNothingLeaves();
    void theTokenGoneBetweenIntentAndSend();
    void aNewTokenServesTheNextAttempts();
    void everyTokenIsKeptOutOfMessages();
    void windowOutlivesTheToken();
    void calledFromAnotherThreadIsRefused();
};

void TestEngineChanges::aWiderWindowIsUsedAtOnce()
{
    EngineLimits limits = quickLimits();
    limits.windowRequests = 2;
    limits.window = Ms(60'000);
    EngineRun run(limits);
    run.submit(callIds(8));
    QTRY_COMPARE(run.server->count(), 2);
    limits.windowRequests = 5;
    run.engine->setLimits(limits);
    QTRY_COMPARE(run.server->count(), 5);
    QTest::qWait(100);
    QCOMPARE(run.server->count(), 5);
    limits.windowRequests = 0;
    run.engine->setLimits(limits);
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 8"_s);
    QCOMPARE(sentOrder(run), callIds(8));
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineChanges::aNarrowerWindowCountsWhatWasSent()
{
    EngineLimits limits = quickLimits();
    limits.windowRequests = 6;
    limits.window = Ms(700);
    TimedRun run(limits);
    run.submit({ .batch = 0, .ids = callIds(6) });
    QVERIFY(run.passUntilOutcomes(6));
    limits.windowRequests = 2;
    run.setLimits(limits);
    run.submit({ .batch = 0, .ids = callIds(5, 11) });
    QVERIFY(run.passUntilOutcomes(11));
    QCOMPARE(run.count(Outcome::Ended), 11);
    const QList<TimedRun::Sent> sent = run.sent();
    QCOMPARE(sent.size(), 11);
    for (qsizetype n = 6; n < sent.size(); ++n) {
        const Ms apart = sent[n].at - sent[n - 2].at;
        QVERIFY2(apart > limits.window, qPrintable(u"%1: %2"_s.arg(n).arg(apart.count())));
        QCOMPARE(sent[n].id, callId(static_cast<int>(n) + 5));
    }
}

/// Four intents are on their way to the disk, promised a place in the old window.
void TestEngineChanges::aNarrowerWindowHoldsBackWhatIsBeingWritten()
{
    EngineLimits limits = quickLimits();
    limits.windowRequests = 4;
    limits.window = Ms(60'000);
    EngineRun run(limits);
    run.log.hold(true);
    run.submit(callIds(4));
    QTRY_COMPARE(run.log.intents().size(), 4);
    limits.windowRequests = 1;
    run.engine->setLimits(limits);
    run.log.hold(false);
    run.log.release();
    QTRY_COMPARE(run.server->count(), 1);
    QTest::qWait(100);
    QCOMPARE(run.server->count(), 1);
    limits.windowRequests = 0;
    run.engine->setLimits(limits);
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 4"_s);
    QCOMPARE(run.log.intents().size(), 4);
    QCOMPARE(sentOrder(run), callIds(4));
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineChanges::deadlinesAreTheNextAttempts()
{
    EngineLimits limits = quickLimits();
    limits.silence = Ms(4000);
    EngineRun run(limits);
    run.server->setDefaultAnswer(Answer::hang());
    run.submit({ callId(1) });
    QTRY_COMPARE(run.server->count(), 1);
    limits.silence = Ms(150);
    run.engine->setLimits(limits);
    run.submit({ callId(2) });
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(1)).reason, Reason::Silence);
    QCOMPARE(run.result(callId(2)).reason, Reason::Silence);
    QVERIFY2(run.result(callId(1)).elapsed >= Ms(3700),
             qPrintable(QString::number(run.result(callId(1)).elapsed.count())));
    QVERIFY2(run.result(callId(2)).elapsed < Ms(3700),
             qPrintable(QString::number(run.result(callId(2)).elapsed.count())));
}

void TestEngineChanges::aHoldOutlivesBothChanges()
{
    EngineRun run;
    run.server->script(callId(1), { Answer::tooMany("60") });
    run.submit({ callId(1) });
    QTRY_COMPARE(run.eventsOf<AccountHeld>().size(), 1);
    run.engine->setToken(otherToken());
    run.engine->setLimits(quickLimits());
    run.submit({ callId(2) });
    QTest::qWait(150);
    QCOMPARE(run.server->count(), 1);
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineChanges::withoutATokenNothingLeaves()
{
    EngineRun run;
    run.engine->setToken(std::nullopt);
    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_sent 3"_s);
    for (const CallResult &result : std::as_const(run.results)) {
        QCOMPARE(result.reason, Reason::NoToken);
        QCOMPARE(result.attempts, 0);
    }
    QCOMPARE(run.server->connections(), 0);
    QCOMPARE(run.log.intents().size(), 0);
    QCOMPARE(run.lines(callId(1)).value(0).text, u"Not sent: there is no auth token for this account."_s);
    QCOMPARE(run.brokenPromise(), QString());
    run.engine->setToken(testToken());
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::Ended);
}

void TestEngineChanges::theTokenGoneBetweenIntentAndSend()
{
    EngineRun run;
    run.log.hold(true);
    run.submit(callIds(2));
    QTRY_COMPARE(run.log.intents().size(), 2);
    run.engine->setToken(std::nullopt);
    run.log.hold(false);
    run.log.release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_sent 2"_s);
    QCOMPARE(run.result(callId(2)).reason, Reason::NoToken);
    QCOMPARE(run.server->connections(), 0);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineChanges::aNewTokenServesTheNextAttempts()
{
    EngineRun run;
    run.endOne(callId(1));
    run.engine->setToken(otherToken());
    run.endOne(callId(2));
    QCOMPARE(run.server->requests().value(0).header("Authorization"), authorization(testToken()));
    QCOMPARE(run.server->requests().value(1).header("Authorization"), authorization(otherToken()));
    QCOMPARE(run.server->requests().value(1).headerCount("Authorization"), 1);
}

/// An answer may quote the token that was there before, and whatever else the engine was told of.
void TestEngineChanges::everyTokenIsKeptOutOfMessages()
{
    EngineRun run;
    run.engine->setToken(otherToken());
    run.engine->learnSecret(SecretBytes("the proxy's"));
    const QByteArray quoting = "said " + testToken().secretBytes().toByteArray() + " and "
        + otherToken().secretBytes().toByteArray() + " and the proxy's";
    run.server->setDefaultAnswer(Answer::json(400, "{\"error\": \"" + quoting + "\"}"));
    QCOMPARE(run.endOne(callId(1)).message, u"said [removed] and [removed] and [removed]"_s);
    QCOMPARE(run.lines(callId(1)).value(0).message, u"said [removed] and [removed] and [removed]"_s);
}

void TestEngineChanges::windowOutlivesTheToken()
{
    EngineLimits limits = quickLimits();
    limits.windowRequests = 3;
    limits.window = Ms(60'000);
    EngineRun run(limits);
    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    run.engine->setToken(std::nullopt);
    run.engine->setToken(otherToken());
    run.submit({ callId(4) });
    QTest::qWait(150);
    QCOMPARE(run.server->count(), 3);
    run.engine->stop();
    QVERIFY(run.waitIdle());
}

void TestEngineChanges::calledFromAnotherThreadIsRefused()
{
    if (assertionsAreOn())
        QSKIP("in a debug build it stops the program");
    EngineRun run;
    QTest::ignoreMessage(QtCriticalMsg,
                         "HangupEngine::setToken was called from another thread than the engine's: ignored");
    QTest::ignoreMessage(QtCriticalMsg,
                         "HangupEngine::setLimits was called from another thread than the engine's: ignored");
    const std::unique_ptr<QThread> stranger(QThread::create([&run] {
        run.engine->setToken(std::nullopt);
        run.engine->setLimits({});
    }));
    stranger->start();
    QVERIFY(stranger->wait());
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::Ended);
}

QTEST_GUILESS_MAIN(TestEngineChanges)
#include "tst_enginechanges.moc"
