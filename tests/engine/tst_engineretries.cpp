// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"
#include "engine/timedrun.h"

#include <QTcpServer>
#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::test::Answer)

namespace {

ApiAddress nobodyListens()
{
    QTcpServer free;
    free.listen(QHostAddress::LocalHost);
    return std::get<ApiAddress>(ApiAddress::parse(u"http://127.0.0.1:%1"_s.arg(free.serverPort())));
}

} // namespace

/// What is sent again and what isn't, how often, and what the journal is told meanwhile.
class TestEngineRetries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void neverSentAgainAfterAVerdict_data();
    void neverSentAgainAfterAVerdict();
    void fourAttemptsAtMost();
    void stopsAtTheFirstVerdict();
    void aRetryWaitsItsJitter();
    void theBudgetEndsRetries();
    void refusedConnectionsAreTriedAgain();
    void refusedAfterAnUnknownIsUnknown();
    void a429IsNoAttemptOfThePolicy();
    void retryAfterIsKeptByRetries();
    void everyFactIsRecordedInOrder();
    void intentLostAfterAnUnknownIsUnknown();
    void underWayElsewhereIsNotSent();
    void noTokenAfterAnUnknownIsUnknown();
    void aFullDiskHoldsOutcomesBack();
    void aSlowDiskChangesNothing();
    void manyCallsOverABadServer();
};

void TestEngineRetries::neverSentAgainAfterAVerdict_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("after a 204") << Answer::ended() << Outcome::Ended;
    QTest::newRow("after a 404") << Answer::callNotFound() << Outcome::NotLive;
    for (const int status : { 400, 405, 409, 422 })
        QTest::addRow("after a %d", status) << Answer::json(status, "{}") << Outcome::Refused;
    QTest::newRow("after a 401") << Answer::unauthorizedText() << Outcome::Refused;
    QTest::newRow("after a 403") << Answer::forbidden() << Outcome::Refused;
}

void TestEngineRetries::neverSentAgainAfterAVerdict()
{
    QFETCH(Answer, answer);
    EngineRun run;
    run.setLive(true);
    run.server->setDefaultAnswer(answer);
    QTEST(run.endOne(callId(1)).outcome, "outcome");
    QCOMPARE(run.server->count(), 1); // no look either
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineRetries::fourAttemptsAtMost()
{
    EngineRun run;
    run.setLive(true);
    run.server->setDefaultAnswer(Answer::serverTrouble(500));
    const CallResult result = run.endOne(callId(1));
    QCOMPARE(result.outcome, Outcome::Unknown);
    QCOMPARE(result.reason, Reason::ServerTrouble);
    QCOMPARE(result.httpStatus, 500);
    QCOMPARE(result.attempts, 4);
    QCOMPARE(run.server->deletes(), 4);
    QCOMPARE(run.server->asks(Ask::Live), 4); // one look an attempt, after the last one too
    QCOMPARE(run.server->asks(Ask::Queued), 0);
    QList<int> attempts;
    for (const CallOnItsWay &event : run.eventsOf<CallOnItsWay>())
        attempts.append(event.attempt);
    QCOMPARE(attempts, (QList<int> { 1, 2, 3, 4 }));
    QCOMPARE(run.eventsOf<CallLooked>().size(), 4);
    QCOMPARE(run.eventsOf<CallWaitsAgain>().size(), 3);
    QCOMPARE(run.lines(callId(1)).value(1).text, u"Asked Plivo: still live. Sending again, attempt 2 of 4."_s);
    QCOMPARE(run.lines(callId(1)).value(1).sent, u"GET Call"_s);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineRetries::stopsAtTheFirstVerdict()
{
    EngineRun run;
    run.setLive(true);
    run.server->script(callId(1), { Answer::serverTrouble(500), Answer::reset(), Answer::ended() });
    const CallResult result = run.endOne(callId(1));
    QCOMPARE(result.outcome, Outcome::Ended);
    QCOMPARE(result.attempts, 3);
    QCOMPARE(run.server->deletes(), 3);
    QCOMPARE(run.brokenPromise(), QString());
}

/// In a time of its own, which no busy machine stretches.
void TestEngineRetries::aRetryWaitsItsJitter()
{
    EngineLimits limits = quickLimits();
    limits.backoffBase = Ms(400);
    limits.backoffMax = Ms(400);
    Ms most(0);
    Ms least(1000);
    for (quint32 seed = 1; seed <= 4; ++seed) {
        limits.jitterSeed = seed;
        TimedRun run(limits);
        run.answer = [&run, usual = run.answer](const TraceRequest &request) {
            if (request.kind == RequestKind::HangUp && run.deletes() <= 2)
                return TraceAnswer { .status = 500, .error = QNetworkReply::InternalServerError };
            return usual(request);
        };
        run.submit({ .batch = 0, .ids = { callId(1) } });
        QVERIFY(run.passUntilOutcomes(1));
        QCOMPARE(run.count(Outcome::Ended), 1);
        QCOMPARE(run.deletes(), 3);
        std::optional<Ms> looked;
        for (const TimedRun::Sent &sent : run.sent()) {
            if (sent.kind == RequestKind::LookLive) {
                looked = sent.at;
            } else if (looked) {
                most = std::max(most, sent.at - *looked);
                least = std::min(least, sent.at - *looked);
            }
        }
    }
    QVERIFY2(most > Ms(150) && most <= Ms(420), qPrintable(QString::number(most.count())));
    QVERIFY2(least < Ms(250), qPrintable(QString::number(least.count())));
}

void TestEngineRetries::theBudgetEndsRetries()
{
    EngineLimits limits = oneByOne();
    limits.retryBudget = 10;
    limits.cleanAnswerGain = 0;
    EngineRun run(limits);
    run.setLive(true);
    run.server->setDefaultAnswer(Answer::serverTrouble(500));
    run.submit(callIds(4));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"unknown 4"_s);
    QCOMPARE(run.server->deletes(), 4 + 2);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineRetries::refusedConnectionsAreTriedAgain()
{
    EngineRun run(quickLimits(), nobodyListens());
    const CallResult result = run.endOne(callId(1));
    QCOMPARE(result.outcome, Outcome::NotSent);
    QCOMPARE(result.reason, Reason::ConnectionRefused);
    QCOMPARE(result.attempts, 0); // nothing left
    QCOMPARE(run.log.intents().size(), 4);
    QCOMPARE(run.log.answers().size(), 4);
    QCOMPARE(run.log.answers().constFirst().outcome, Outcome::NotSent);
    QCOMPARE(run.eventsOf<CallWaitsAgain>().size(), 3);
    QCOMPARE(run.lines(callId(1)).value(0).text,
             u"Not sent: the server refused the connection. Trying again, attempt 2 of 4."_s);
    QCOMPARE(run.brokenPromise(), QString());
}

/// The server is gone after an attempt that it may have obeyed: nothing may say "not sent".
void TestEngineRetries::refusedAfterAnUnknownIsUnknown()
{
    EngineRun run;
    run.setLive(true);
    run.server->script(callId(1), { Answer::serverTrouble(500).closingAnnounced() });
    run.server->script(callId(1), Ask::Live, { Answer::liveCall(callId(1).toLatin1()).closingAnnounced() });
    run.log.setOnIntent([&run](const Intent &intent) {
        if (intent.attempt == 2)
            run.server.reset();
    });
    const CallResult result = run.endOne(callId(1));
    QCOMPARE(result.outcome, Outcome::Unknown);
    QCOMPARE(result.reason, Reason::ServerTrouble);
    QCOMPARE(result.attempts, 1);
    QCOMPARE(run.log.intents().size(), 4);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineRetries::a429IsNoAttemptOfThePolicy()
{
    EngineLimits limits = quickLimits();
    limits.holdWithoutRetryAfter = Ms(20);
    EngineRun run(limits);
    run.setLive(true);
    run.server->script(callId(1), QList<Answer>(6, Answer::tooMany()) << Answer::serverTrouble(500));
    const CallResult result = run.endOne(callId(1));
    QCOMPARE(result.outcome, Outcome::Ended);
    QCOMPARE(result.attempts, 8);
    QCOMPARE(run.server->asks(Ask::Live), 1);
    QCOMPARE(run.log.answers().constFirst().outcome, std::nullopt);
    QCOMPARE(run.log.answers().constFirst().httpStatus, 429);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineRetries::retryAfterIsKeptByRetries()
{
    EngineRun run(oneByOne());
    run.setLive(true);
    run.server->script(callId(1), { Answer::serverTrouble(500) });
    run.server->script(callId(2), { Answer::tooMany("1") });
    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 3"_s);
    std::optional<std::chrono::nanoseconds> limited;
    for (const Request &request : run.server->requests()) {
        if (limited)
            QVERIFY2(request.at - *limited >= Ms(1000), request.line.constData());
        if (request.status == 429)
            limited = request.at;
    }
    QVERIFY(limited.has_value());
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineRetries::everyFactIsRecordedInOrder()
{
    EngineRun run;
    run.server->script(callId(1), { Answer::serverTrouble(500), Answer::ended() });
    run.server->script(callId(1), Ask::Live, { Answer::callNotFound() });
    run.server->script(callId(1), Ask::Queued, { Answer::liveCall(callId(1).toLatin1(), "queued") });
    const quint64 batch = run.submit({ callId(1) });
    QVERIFY(run.waitIdle());
    QStringList told;
    const QStringList kinds { u"DELETE"_s, u"live"_s, u"queued"_s, u"record"_s };
    for (const MemoryLog::Record &record : run.log.records()) {
        QCOMPARE(record.batch, batch);
        if (record.intent)
            told += u"intent %1"_s.arg(record.intent->attempt);
        if (record.sent)
            told += u"sent %1"_s.arg(record.sent->attempt);
        if (record.answer)
            told += u"%1 %2 of %3"_s.arg(kinds[static_cast<int>(record.answer->kind)])
                        .arg(record.answer->httpStatus)
                        .arg(record.answer->attempt);
        if (record.outcome)
            told += u"outcome after %1"_s.arg(record.outcome->attempts);
    }
    QCOMPARE(told.join(u", "_s),
             u"intent 1, sent 1, DELETE 500 of 1, live 404 of 1, queued 200 of 1, intent 2, sent 2, DELETE 204 of 2, "
             "outcome after 2"_s);
    QCOMPARE(run.log.answers().at(0).outcome, Outcome::Unknown);
    QCOMPARE(run.log.answers().at(1).outcome, std::nullopt);
    QCOMPARE(run.log.answers().at(3).outcome, Outcome::Ended);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineRetries::intentLostAfterAnUnknownIsUnknown()
{
    EngineRun run(oneByOne());
    run.setLive(true);
    run.server->setDefaultAnswer(Answer::serverTrouble(500));
    run.log.failIntentsAfter(1);
    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(1)).outcome, Outcome::Unknown);
    QCOMPARE(run.result(callId(1)).reason, Reason::ServerTrouble);
    QCOMPARE(run.outcomes(), u"unknown 1, not_sent 2"_s);
    QCOMPARE(run.result(callId(3)).reason, Reason::JournalNotWritable);
    QCOMPARE(run.server->deletes(), 1);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineRetries::underWayElsewhereIsNotSent()
{
    EngineRun run;
    run.log.setUnderWayElsewhere(callId(2));
    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 2, not_sent 1"_s);
    QCOMPARE(run.result(callId(2)).reason, Reason::UnderWayElsewhere);
    QCOMPARE(run.server->countFor(callId(2)), 0);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineRetries::noTokenAfterAnUnknownIsUnknown()
{
    EngineLimits limits = quickLimits();
    limits.backoffBase = Ms(60000);
    limits.backoffMax = Ms(60000);
    EngineRun run(limits);
    run.setLive(true);
    run.server->setDefaultAnswer(Answer::serverTrouble(500));
    run.submit({ callId(1) });
    QTRY_COMPARE(run.eventsOf<CallWaitsAgain>().size(), 1);
    run.engine->setToken(std::nullopt);
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(1)).outcome, Outcome::Unknown);
    QCOMPARE(run.result(callId(1)).reason, Reason::ServerTrouble);
    QCOMPARE(run.brokenPromise(), QString());
}

/// What can't be written is not shown, and not lost.
void TestEngineRetries::aFullDiskHoldsOutcomesBack()
{
    EngineRun run;
    run.log.holdOutcomes(true);
    run.submit(callIds(3));
    QTRY_COMPARE(run.log.outcomes().size(), 3);
    run.engine->stop(Reason::JournalNotWritable);
    QTest::qWait(60);
    QCOMPARE(run.total(), 0);
    QCOMPARE(run.idles, 0);
    run.log.release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 3"_s);
    QCOMPARE(run.brokenPromise(), QString());
}

/// No connection is lost here: beside one that is, Qt 6.8 loses others' requests, too (see tst_enginenetwork).
void TestEngineRetries::aSlowDiskChangesNothing()
{
    EngineRun run;
    run.log.setDelay(Ms(5));
    run.setLive(true);
    for (int n = 1; n <= 100; n += 7)
        run.server->script(callId(n), { Answer::serverTrouble(500), Answer::tooMany(), Answer::ended() });
    run.submit(callIds(100));
    QVERIFY(run.waitIdle(Ms(60'000)));
    QCOMPARE(run.outcomes(), u"ended 100"_s);
    QCOMPARE(run.log.intents().size(), 100 + 15 * 2);
    QCOMPARE(run.brokenPromise(), QString());
}

/// A server with a mind of its own: it ends calls while it answers nonsense, and its looks tell the truth.
void TestEngineRetries::manyCallsOverABadServer()
{
    EngineLimits limits = quickLimits();
    limits.retryBudget = 100000;
    EngineRun run(limits);
    const QList<Answer> trouble { Answer::serverTrouble(502),
                                  Answer::reset(),
                                  Answer::close(),
                                  Answer::garbage(),
                                  Answer::json(202, "{}"),
                                  Answer::redirect(302, "/"),
                                  Answer::notFoundHtml(),
                                  Answer::interimThen(103, Ms(20), Answer::ended()) };
    auto live = std::make_shared<QHash<QByteArray, bool>>(); // on the server's thread alone
    run.server->setHandler([trouble, live](const Request &request) -> std::optional<Answer> {
        const QByteArray id = request.callId();
        if (!live->contains(id))
            live->insert(id, true);
        if (request.ask() == Ask::Live)
            return live->value(id) ? Answer::liveCall(id) : Answer::callNotFound();
        if (request.ask())
            return Answer::callNotFound();
        const bool wasLive = live->value(id);
        if (request.number % 3 != 0)
            live->insert(id, false);
        if (request.number % 5 == 0)
            return trouble[request.number / 5 % trouble.size()];
        return wasLive ? Answer::ended() : Answer::callNotFound();
    });
    run.submit(callIds(400));
    QVERIFY(run.waitIdle(Ms(60000)));
    QCOMPARE(run.total(), 400);
    QCOMPARE(run.brokenPromise(), QString());
    QVERIFY2(run.count(Outcome::Ended) > 250, qPrintable(run.outcomes()));
    QCOMPARE(run.count(Outcome::NotSent), 0);
    QCOMPARE(run.count(Outcome::NotLive), 0); // each was live when it was asked for first
    QVERIFY2(run.count(Outcome::NotLiveMaybeUs) > 8, qPrintable(run.outcomes()));
}

QTEST_GUILESS_MAIN(TestEngineRetries)
#include "tst_engineretries.moc"
