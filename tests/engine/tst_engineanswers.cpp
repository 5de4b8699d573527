// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"
#include "plivo/network.h"

#include <QLibraryInfo>
#include <QTest>
#include <QThread>
#include <QVersionNumber>

#include <cstdlib>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::test::Answer)

namespace {

const QByteArray NotFoundJson = "{\"api_id\": \"5c62b111-a7a3-11e4-96ce-22000ac4a55b\", \"error\": \"not found\"}";

/// Qt 6.4 takes 102 and 103 for the answer; 6.8 waits for the one that comes after them.
bool takesInterimForAnswer()
{
    return QLibraryInfo::version() < QVersionNumber(6, 5);
}

/// Some of the servers here never answer, or never come to an end; what else they say may still be late.
EngineLimits deadlinesFor(Reason expected)
{
    EngineLimits limits = quickLimits();
    if (expected == Reason::Silence || expected == Reason::TooLate) {
        limits.silence = Ms(2500);
        limits.total = Ms(3000);
    }
    return limits;
}

} // namespace

/// One call against each way in which a server may answer, or fail to: what is claimed, and what was on the wire.
class TestEngineAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // Of a body that is cut off Qt may say so, where a busy machine has more of it at hand than was asked for.
        QTest::failOnWarning(QRegularExpression(u"^(?!QNetworkReplyImplPrivate::error: Internal problem)"_s));
    }

    void oneAnswerOneOutcome_data();
    void oneAnswerOneOutcome();
    void nextCallAfterIt_data() { oneAnswerOneOutcome_data(); }
    void nextCallAfterIt();
    void lateAnswerIsNotGivenToAnotherCall_data();
    void lateAnswerIsNotGivenToAnotherCall();
    void unaskedSecondAnswerIsNotGivenToAnotherCall();
    void sayWhatPlivoSaid();
    void notLiveAfterAnUnknownMayHaveBeenUs();
    void startsWhenItIsSent();
};

void TestEngineAnswers::oneAnswerOneOutcome_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<int>("status");

    const auto row = [](const char *name, const Answer &answer, Outcome outcome, Reason reason, int status) {
        QTest::newRow(name) << answer << outcome << reason << status;
    };
    const auto unknown = [&row](const char *name, const Answer &answer, Reason reason, int status = 0) {
        row(name, answer, Outcome::Unknown, reason, status);
    };
    const auto refused = [&row](const char *name, const Answer &answer, int status) {
        row(name, answer, Outcome::Refused, Reason::None, status);
    };
    row("a 204 is ended", Answer::ended(), Outcome::Ended, Reason::None, 204);
    row("a 204 with a body is ended", Answer::endedWithBody(), Outcome::Ended, Reason::None, 204);
    row("a 204 that closes is ended", Answer::ended().closingAnnounced(), Outcome::Ended, Reason::None, 204);
    row("a late 204 within the deadline is ended", Answer::ended().after(Ms(100)), Outcome::Ended, Reason::None, 204);

    row("a 404 of call not found", Answer::callNotFound(), Outcome::NotLive, Reason::None, 404);
    row("a 404 of not found", Answer::notFound(), Outcome::NotLive, Reason::None, 404);
    row("a 404 with an empty object", Answer::notFoundEmptyObject(), Outcome::NotLive, Reason::None, 404);
    row("a 404 in chunks", Answer::chunked(404, NotFoundJson), Outcome::NotLive, Reason::None, 404);
    row("a 404 in slow pieces", Answer::slowBody(404, NotFoundJson, 3, Ms(50)), Outcome::NotLive, Reason::None, 404);
    unknown("a 404 of HTML proves nothing", Answer::notFoundHtml(), Reason::NotFromPlivo, 404);
    unknown("a 404 without a body proves nothing", Answer::notFoundEmpty(), Reason::NotFromPlivo, 404);
    unknown("a 404 with cut JSON proves nothing", Answer::notFoundCutJson(), Reason::NotFromPlivo, 404);
    unknown("a 404 that closes within its JSON", Answer::truncated(404, NotFoundJson, 30), Reason::BrokenAnswer, 404);
    unknown("a 404 in broken chunks", Answer::brokenChunks(404), Reason::NotFromPlivo, 404);
    unknown("a 404 in gzip that nobody asked for", Answer::gzip(404, NotFoundJson), Reason::NotFromPlivo, 404);
    unknown("a 404 whose body hangs", Answer::raw("HTTP/1.1 404 N\r\nContent-Length: 9\r\n\r\n{}", 404),
            Reason::Silence, 404);
    unknown("a 404 with a huge body", Answer::hugeBody(404, 4 << 20), Reason::BrokenAnswer, 404);
    unknown("a 404 that drips beyond the total deadline", Answer::slowBody(404, NotFoundJson, 20, Ms(300)),
            Reason::TooLate, 404);

    refused("a 400", Answer::json(400, "{\"error\": \"bad\"}"), 400);
    refused("a 401 with a Basic challenge", Answer::basicChallenge(), 401);
    refused("a 401 with an NTLM challenge", Answer::ntlmChallenge(), 401);
    refused("a 401 in plain text", Answer::unauthorizedText(), 401);
    refused("a 403", Answer::forbidden(), 403);
    refused("a 405", Answer::json(405, "{}"), 405);
    refused("a 407 without any proxy", Answer::proxyAuthentication(), 407);
    refused("a 408", Answer::json(408, "{}"), 408);
    refused("a 409", Answer::json(409, "{}"), 409);
    refused("a 422", Answer::json(422, "{}"), 422);
    refused("a 400 with a cut body", Answer::truncated(400, NotFoundJson, 10), 400);

    for (const int status : { 301, 302, 303, 307, 308 })
        unknown(qPrintable(u"a %1 is not followed"_s.arg(status)), Answer::redirect(status, "/v1/elsewhere/"),
                Reason::Redirected, status);
    for (const int status : { 500, 502, 503, 504 })
        unknown(qPrintable(u"a %1"_s.arg(status)), Answer::serverTrouble(status), Reason::ServerTrouble, status);
    unknown("a 200 may be anybody's", Answer::json(200, "{\"message\": \"ended\"}"), Reason::OddStatus, 200);
    unknown("a 200 cut off", Answer::truncated(200, NotFoundJson, 10), Reason::OddStatus, 200);
    unknown("a 202 has ended nothing yet", Answer::json(202, "{}"), Reason::OddStatus, 202);
    if (takesInterimForAnswer())
        unknown("a 103 and silence", Answer::interimThenSilence(103), Reason::OddStatus, 103);
    else
        unknown("a 103 and silence", Answer::interimThenSilence(103), Reason::Silence);

    unknown("no answer", Answer::hang(), Reason::Silence);
    unknown("half a header and silence", Answer::hangAfterHalfHeader(), Reason::Silence);
    unknown("closed without an answer", Answer::close(), Reason::ConnectionLost);
    unknown("reset without an answer", Answer::reset(), Reason::ConnectionLost);
    unknown("half a header and closed", Answer::closeAfterHalfHeader(), Reason::ConnectionLost);
    unknown("bytes that are not HTTP", Answer::garbage(), Reason::ConnectionLost);
}

void TestEngineAnswers::oneAnswerOneOutcome()
{
    QFETCH(Answer, answer);
    QFETCH(Reason, reason);
    const EngineLimits limits = deadlinesFor(reason);
    EngineRun run(limits);
    run.server->setDefaultAnswer(answer);
    const CallResult result = run.endOne(callId(1));
    QTEST(result.outcome, "outcome");
    QCOMPARE(result.reason, reason);
    QTEST(result.httpStatus, "status");
    QCOMPARE(result.attempts, 1);
    QCOMPARE(run.server->deletesFor(callId(1)), 1);
    QCOMPARE(run.total(), 1);
    QCOMPARE(run.brokenPromise(), QString());
    QVERIFY(result.elapsed < limits.total + Ms(3000));
    QVERIFY(limits.silence < quickLimits().silence || result.elapsed < limits.silence); // an answer is no deadline
}

/// Whatever the first answer was, the next call gets its own: here a 404, so that a stray 204 would show.
void TestEngineAnswers::nextCallAfterIt()
{
    QFETCH(Answer, answer);
    QFETCH(Reason, reason);
    EngineRun run(deadlinesFor(reason));
    run.server->script(callId(1), { answer });
    run.server->script(callId(2), { Answer::notFoundEmptyObject() });
    run.endOne(callId(1));
    const CallResult second = run.endOne(callId(2));
    QCOMPARE(second.outcome, Outcome::NotLive);
    QCOMPARE(second.httpStatus, 404);
    QCOMPARE(run.server->deletesFor(callId(2)), 1);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineAnswers::lateAnswerIsNotGivenToAnotherCall_data()
{
    QTest::addColumn<int>("interim");
    QTest::newRow("after a 102") << 102;
    QTest::newRow("after a 103") << 103;
}

void TestEngineAnswers::lateAnswerIsNotGivenToAnotherCall()
{
    QFETCH(int, interim);
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 1; // so that the next call would go over the same connection
    EngineRun run(limits);
    run.server->setDefaultAnswer(Answer::callNotFound().after(Ms(150)));
    run.server->script(callId(1), { Answer::interimThen(interim, Ms(60), Answer::ended()) });
    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    // Its own 204, or none: never anybody else's.
    QCOMPARE(run.result(callId(1)).outcome, takesInterimForAnswer() ? Outcome::Unknown : Outcome::Ended);
    QCOMPARE(run.result(callId(2)).outcome, Outcome::NotLive);
    QCOMPARE(run.result(callId(3)).outcome, Outcome::NotLive);
    QCOMPARE(run.brokenPromise(), QString());
}

/// A second, unasked 204 behind the first must not become the answer to the next call.
void TestEngineAnswers::unaskedSecondAnswerIsNotGivenToAnotherCall()
{
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 1;
    EngineRun run(limits);
    run.server->setDefaultAnswer(Answer::callNotFound().after(Ms(30)));
    run.server->script(callId(1), { Answer::raw("HTTP/1.1 204 A\r\n\r\nHTTP/1.1 204 B\r\n\r\n", 204) });
    run.submit(callIds(2));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(1)).outcome, Outcome::Ended);
    QVERIFY(run.result(callId(2)).outcome != Outcome::Ended);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineAnswers::sayWhatPlivoSaid()
{
    EngineRun run;
    run.server->setDefaultAnswer(Answer::callNotFound());
    const CallResult result = run.endOne(callId(1));
    QCOMPARE(result.message, u"call not found"_s);
    QCOMPARE(result.apiId, u"5c62b111-a7a3-11e4-96ce-22000ac4a55b"_s);
    QCOMPARE(run.lines(callId(1)).size(), 1);
    const LogEntry line = run.lines(callId(1)).constFirst();
    QCOMPARE(line.kind, LogEntry::Kind::Answer);
    QCOMPARE(line.sent, u"DELETE Call"_s);
    QCOMPARE(line.httpStatus, 404);
    QCOMPARE(line.message, result.message);
    QCOMPARE(line.apiId, result.apiId);
    QVERIFY(line.elapsedMs >= 0);
}

void TestEngineAnswers::notLiveAfterAnUnknownMayHaveBeenUs()
{
    EngineRun run;
    run.server->script(callId(1), { Answer::serverTrouble(500), Answer::callNotFound() });
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::Unknown);
    run.setLive(true); // so that another DELETE is sent
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::NotLiveMaybeUs);
    QCOMPARE(run.brokenPromise(), QString());
}

/// What it takes to make a manager is not the call's time: both clocks start with the request.
void TestEngineAnswers::startsWhenItIsSent()
{
    FakeServer server;
    const ApiAddress address = std::get<ApiAddress>(ApiAddress::parse(server.address()));
    MemoryLog log;
    const SystemClock clock;
    const ManagerFactory slow = [address] {
        QThread::msleep(1000);
        return makeNetwork(address);
    };
    HangupEngine engine(quickLimits(), Endpoint { address, testAuthId(), testToken() }, slow, &log, &clock);
    engine.submit({ .batch = 1, .ids = { callId(1) } }, clock.slept());
    QTRY_COMPARE(log.outcomes().size(), 1);
    const CallResult result = log.outcomes().constFirst();
    QCOMPARE(result.outcome, Outcome::Ended);
    const qint64 apart = result.elapsed.count() - (result.finishedAtMs - result.startedAtMs);
    QVERIFY2(std::abs(apart) <= 500, qPrintable(QString::number(apart)));
}

QTEST_GUILESS_MAIN(TestEngineAnswers)
#include "tst_engineanswers.moc"
