// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"
#include "engine/timedrun.h"

#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::test::Answer)

namespace {

QByteArray id1()
{
    return callId(1).toLatin1();
}

/// Some answers never come; others may be late.
EngineLimits shortDeadlines()
{
    EngineLimits limits = quickLimits();
    limits.silence = Ms(2500);
    return limits;
}

} // namespace

/// After an attempt without a verdict: is the call still there? What each answer to that is taken for.
class TestEngineLook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // Of a body that is cut off Qt may say so, where a busy machine has more of it at hand than was asked for.
        QTest::failOnWarning(QRegularExpression(u"^(?!QNetworkReplyImplPrivate::error: Internal problem)"_s));
    }

    void whatALookProves_data();
    void whatALookProves();
    void goneFromBothMayHaveBeenUs();
    void goneByTheDeleteAfterAnUnknownMayHaveBeenUs();
    void queuedIsStillThere();
    void dialledBetweenTheQuestions();
    void aLimitedLookWaits();
    void refusalOfALookStopsTheRest_data();
    void refusalOfALookStopsTheRest();
    void looksFirstWhenTheJournalDoubts_data();
    void looksFirstWhenTheJournalDoubts();
    void looksFirst_data();
    void looksFirst();
    void stopWhileTheLookWaits();
    void stopWhileTheLookIsOnItsWay();
    void stopDuringTheBackOff();
    void goneIsGoneAlsoWhenStopped();
    void abortCutsALook();
    void stoppedAfterALookFirstThatFoundItLive();
    void looksCountInTheWindow();
    void looksKeepTheirPlaceInTheOrder();
};

void TestEngineLook::whatALookProves_data()
{
    QTest::addColumn<Answer>("live");
    QTest::addColumn<Answer>("queued");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("deletes");
    const Answer gone = Answer::callNotFound();
    const auto unclear = [&](const char *name, const Answer &live, const Answer &queued = Answer::callNotFound()) {
        QTest::newRow(name) << live << queued << Outcome::Unknown << 1;
    };
    QTest::newRow("live: sent again") << Answer::liveCall(id1()) << gone << Outcome::Ended << 2;
    QTest::newRow("queued: sent again") << gone << Answer::liveCall(id1(), "queued") << Outcome::Ended << 2;
    QTest::newRow("neither: may have been us") << gone << gone << Outcome::NotLiveMaybeUs << 1;
    QTest::newRow("neither, with an empty object")
        << Answer::notFoundEmptyObject() << gone << Outcome::NotLiveMaybeUs << 1;
    unclear("a 404 of HTML says nothing", Answer::notFoundHtml());
    unclear("a 404 without a body says nothing", Answer::notFoundEmpty());
    unclear("a 404 with cut JSON says nothing", Answer::notFoundCutJson());
    unclear("a 204 says nothing", Answer::ended());
    unclear("a 200 about another call says nothing", Answer::liveCall(callId(2).toLatin1()));
    unclear("a list of live calls says nothing",
            Answer::json(200, "{\"api_id\": \"x\", \"calls\": [\"" + id1() + "\"]}"));
    unclear("an empty 200 says nothing", Answer::json(200, "{}"));
    unclear("a page says nothing", Answer::with(200, "text/html", "<html>" + id1() + "</html>"));
    unclear("a cut 200 says nothing", Answer::truncated(200, "{\"call_uuid\": \"" + id1() + "\"}", 30));
    unclear("a huge 200 says nothing", Answer::hugeBody(200, 4 << 20));
    unclear("a redirect says nothing", Answer::redirect(302, "/v1/elsewhere/"));
    unclear("a 500 says nothing", Answer::serverTrouble(500));
    unclear("a 400 says nothing", Answer::json(400, "{}"));
    unclear("a reset says nothing", Answer::reset());
    unclear("silence says nothing", Answer::hang());
    unclear("a 103 and silence says nothing", Answer::interimThenSilence(103));
    unclear("not live, and a 500 to whether it is queued", gone, Answer::serverTrouble(500));
    unclear("not live, and HTML to whether it is queued", gone, Answer::notFoundHtml());
}

void TestEngineLook::whatALookProves()
{
    QFETCH(Answer, live);
    QFETCH(Answer, queued);
    EngineRun run(shortDeadlines());
    run.server->script(callId(1), { Answer::serverTrouble(503), Answer::ended() });
    run.server->script(callId(1), Ask::Live, { live, live });
    run.server->script(callId(1), Ask::Queued, { queued });
    const CallResult result = run.endOne(callId(1));
    QTEST(result.outcome, "outcome");
    QTEST(result.attempts, "deletes");
    QTEST(run.server->deletes(), "deletes");
    if (result.outcome == Outcome::Unknown) { // says what became of the DELETE
        QCOMPARE(result.reason, Reason::ServerTrouble);
        QCOMPARE(result.httpStatus, 503);
    }
    // The last word is with the live ones.
    QCOMPARE(run.server->asks(Ask::Live), result.outcome == Outcome::NotLiveMaybeUs ? 2 : 1);
    QCOMPARE(run.server->asks(Ask::Record), 0);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLook::goneFromBothMayHaveBeenUs()
{
    EngineRun run;
    run.setLive(false);
    run.server->script(callId(1), { Answer::reset() });
    const CallResult result = run.endOne(callId(1));
    QCOMPARE(result.outcome, Outcome::NotLiveMaybeUs);
    QCOMPARE(result.reason, Reason::None);
    QCOMPARE(result.httpStatus, 404);
    const QList<Request> requests = run.server->requests();
    QCOMPARE(requests.size(), 4);
    const QByteArray path = "/v1/Account/MATESTTESTTESTTEST00/Call/" + id1() + '/';
    QCOMPARE(requests[1].line, "GET " + path + "?status=live HTTP/1.1");
    QCOMPARE(requests[2].line, "GET " + path + "?status=queued HTTP/1.1");
    QCOMPARE(requests[3].line, requests[1].line);
    QCOMPARE(requests[1].basicCredentials(), requests[0].basicCredentials());
    QCOMPARE(run.lines(callId(1)).value(0).outcome, std::nullopt);
    QCOMPARE(run.lines(callId(1)).value(1).outcome, Outcome::NotLiveMaybeUs);
    QCOMPARE(run.brokenPromise(), QString());
}

/// "500, then 404" must never read as "was not live": the first DELETE may have ended it.
void TestEngineLook::goneByTheDeleteAfterAnUnknownMayHaveBeenUs()
{
    EngineRun run;
    run.setLive(true);
    run.server->script(callId(1), { Answer::serverTrouble(500), Answer::callNotFound() });
    const CallResult result = run.endOne(callId(1));
    QCOMPARE(result.outcome, Outcome::NotLiveMaybeUs);
    QCOMPARE(result.attempts, 2);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLook::queuedIsStillThere()
{
    EngineRun run;
    run.setLive(false, true);
    run.server->script(callId(1), { Answer::serverTrouble(500) });
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::Ended);
    QCOMPARE(run.lines(callId(1)).value(1).text, u"Asked Plivo: still queued. Sending again, attempt 2 of 4."_s);
}

/// Queued when it was looked for among the live ones, live when it was looked for among the queued ones.
void TestEngineLook::dialledBetweenTheQuestions()
{
    EngineRun run;
    run.setLive(false);
    run.server->script(callId(1), { Answer::serverTrouble(500) });
    run.server->script(callId(1), Ask::Live, { Answer::callNotFound(), Answer::liveCall(id1()) });
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::Ended);
    QCOMPARE(run.server->deletes(), 2);
    QCOMPARE(run.server->asks(Ask::Live), 2);
    QCOMPARE(run.server->asks(Ask::Queued), 1);
    QCOMPARE(run.lines(callId(1)).value(1).text, u"Asked Plivo: still live. Sending again, attempt 2 of 4."_s);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLook::aLimitedLookWaits()
{
    EngineRun run;
    run.setLive(false);
    run.server->script(callId(1), { Answer::serverTrouble(500) });
    run.server->script(callId(1), Ask::Live, { Answer::tooMany() });
    run.server->script(callId(1), Ask::Queued, { Answer::tooMany() });
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::NotLiveMaybeUs);
    QCOMPARE(run.server->asks(Ask::Live), 3);
    QCOMPARE(run.server->asks(Ask::Queued), 2);
    QCOMPARE(run.eventsOf<AccountHeld>().size(), 2);
    const QList<Request> requests = run.server->requests();
    for (qsizetype i = 1; i + 1 < requests.size(); ++i) {
        if (requests[i].status == 429)
            QVERIFY(requests[i + 1].at - requests[i].at >= Ms(150)); // the account is held
    }
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLook::refusalOfALookStopsTheRest_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("a 401") << Answer::unauthorizedText() << Reason::CredentialsRejected;
    QTest::newRow("a 403") << Answer::forbidden() << Reason::NotPermitted;
}

void TestEngineLook::refusalOfALookStopsTheRest()
{
    QFETCH(Answer, answer);
    QFETCH(Reason, reason);
    EngineRun run(oneByOne());
    run.server->script(callId(1), { Answer::serverTrouble(500) });
    run.server->setAskAnswer(Ask::Live, answer);
    run.submit(callIds(10));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"unknown 1, not_sent 9"_s);
    QCOMPARE(run.result(callId(1)).reason, Reason::ServerTrouble);
    QCOMPARE(run.result(callId(10)).reason, reason);
    QCOMPARE(run.server->count(), 2);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLook::looksFirstWhenTheJournalDoubts_data()
{
    QTest::addColumn<bool>("live");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("attempts");
    QTest::newRow("gone: nothing is sent") << false << Outcome::NotLiveMaybeUs << 0;
    QTest::newRow("live: sent") << true << Outcome::Ended << 1;
}

/// Nobody remembers but the journal: it tells with the intent that there was an attempt without a verdict.
void TestEngineLook::looksFirstWhenTheJournalDoubts()
{
    QFETCH(bool, live);
    EngineRun run;
    run.server->script(callId(1), { Answer::reset() });
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::Unknown);
    run.setLive(live);
    const CallResult result = run.endOne(callId(1));
    QTEST(result.outcome, "outcome");
    QTEST(result.attempts, "attempts");
    const QList<Request> requests = run.server->requests();
    QCOMPARE(requests.value(2).ask(), Ask::Live); // after the first batch's DELETE and look
    QCOMPARE(run.server->deletes(), 1 + result.attempts);
    QCOMPARE(run.log.intents().size(), 2); // the intent stays good for the DELETE after the look
    QCOMPARE(run.log.intents().constLast().attempt, 1);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLook::looksFirst_data()
{
    QTest::addColumn<Answer>("live");
    QTest::addColumn<Answer>("queued");
    QTest::addColumn<Answer>("deleted");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("deletes");
    const Answer gone = Answer::callNotFound();
    const Answer there = Answer::liveCall(id1());
    QTest::newRow("live: ended") << there << gone << Answer::ended() << Outcome::Ended << 1;
    QTest::newRow("queued: ended") << gone << there << Answer::ended() << Outcome::Ended << 1;
    QTest::newRow("live, then gone") << there << gone << gone << Outcome::NotLiveMaybeUs << 1;
    QTest::newRow("gone") << gone << gone << Answer::ended() << Outcome::NotLiveMaybeUs << 0;
    QTest::newRow("unclear") << Answer::serverTrouble(500) << gone << Answer::ended() << Outcome::Unknown << 0;
    QTest::newRow("unclear whether queued") << gone << Answer::close() << Answer::ended() << Outcome::Unknown << 0;
}

void TestEngineLook::looksFirst()
{
    QFETCH(Answer, live);
    QFETCH(Answer, queued);
    QFETCH(Answer, deleted);
    EngineRun run;
    run.server->setDefaultAnswer(deleted);
    run.server->script(callId(1), Ask::Live, { live, live });
    run.server->script(callId(1), Ask::Queued, { queued });
    run.submitLookFirst({ callId(1) });
    QVERIFY(run.waitIdle());
    QTEST(run.result(callId(1)).outcome, "outcome");
    QTEST(run.result(callId(1)).attempts, "deletes");
    QTEST(run.server->deletes(), "deletes");
    QCOMPARE(run.server->requests().value(0).ask(), Ask::Live);
    QCOMPARE(run.eventsOf<CallLooked>().size(), 1);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLook::stopWhileTheLookWaits()
{
    EngineLimits limits = oneByOne();
    limits.holdWithoutRetryAfter = Ms(60000);
    EngineRun run(limits);
    run.server->script(callId(1), { Answer::serverTrouble(500) });
    run.server->script(callId(1), Ask::Live, { Answer::tooMany() });
    run.submit(callIds(3));
    QTRY_COMPARE(run.eventsOf<AccountHeld>().size(), 1);
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"unknown 1, not_sent 2"_s);
    QCOMPARE(run.result(callId(1)).reason, Reason::ServerTrouble);
    QCOMPARE(run.result(callId(2)).reason, Reason::Stopped);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLook::stopWhileTheLookIsOnItsWay()
{
    EngineRun run;
    run.server->script(callId(1), { Answer::serverTrouble(500) });
    run.server->setAskAnswer(Ask::Live, [](const QByteArray &id) { return Answer::liveCall(id).uponRelease(); });
    run.submit({ callId(1) });
    QTRY_COMPARE(run.server->asks(Ask::Live), 1);
    run.engine->stop();
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(1)).outcome, Outcome::Unknown);
    QCOMPARE(run.server->deletes(), 1);
    QCOMPARE(run.brokenPromise(), QString());
}

/// Nothing may be sent after "Stop", whatever waits for its time.
void TestEngineLook::stopDuringTheBackOff()
{
    EngineLimits limits = quickLimits();
    limits.backoffBase = Ms(60'000);
    limits.backoffMax = Ms(60'000);
    EngineRun run(limits);
    run.setLive(true);
    run.server->setDefaultAnswer(Answer::serverTrouble(500));
    run.submit(callIds(4));
    QTRY_COMPARE(run.eventsOf<CallWaitsAgain>().size(), 4);
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"unknown 4"_s);
    QCOMPARE(run.server->deletes(), 4);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLook::goneIsGoneAlsoWhenStopped()
{
    EngineRun run;
    run.setLive(false);
    run.server->script(callId(1), { Answer::serverTrouble(500) });
    run.server->script(callId(1), Ask::Live, { Answer::callNotFound(), Answer::callNotFound().uponRelease() });
    run.submit({ callId(1) });
    QTRY_COMPARE(run.server->asks(Ask::Live), 2);
    run.engine->stop();
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(1)).outcome, Outcome::NotLiveMaybeUs);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLook::abortCutsALook()
{
    EngineLimits limits = quickLimits();
    limits.silence = Ms(60'000);
    limits.total = Ms(60'000);
    EngineRun run(limits);
    run.server->script(callId(1), { Answer::serverTrouble(500) });
    run.server->script(callId(1), Ask::Live, { Answer::hang() });
    run.server->script(callId(2), Ask::Live, { Answer::hang() });
    run.submit({ callId(1) });
    run.submitLookFirst({ callId(2) });
    QTRY_COMPARE(run.server->asks(Ask::Live), 2);
    run.engine->abort();
    QVERIFY(run.waitIdle()); // before their deadlines
    QCOMPARE(run.outcomes(), u"unknown 2"_s);
    QCOMPARE(run.result(callId(1)).reason, Reason::ServerTrouble);
    QCOMPARE(run.result(callId(2)).attempts, 0);
    QCOMPARE(run.brokenPromise(), QString());
}

/// Not sent in this batch, and what came before it has ended nothing: it was live after that.
void TestEngineLook::stoppedAfterALookFirstThatFoundItLive()
{
    EngineRun run;
    run.setLive(true);
    run.log.hold(true);
    run.submitLookFirst({ callId(1) });
    QTRY_COMPARE(run.log.intents().size(), 1);
    run.engine->stop();
    run.log.release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(1)).outcome, Outcome::NotSent);
    QCOMPARE(run.result(callId(1)).reason, Reason::Stopped);
    QCOMPARE(run.server->deletes(), 0);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLook::looksCountInTheWindow()
{
    EngineLimits limits = quickLimits();
    limits.windowRequests = 6;
    limits.window = Ms(300);
    TimedRun run(limits);
    run.answer = [](const TraceRequest &request) {
        if (request.kind == RequestKind::HangUp)
            return TraceAnswer { .status = 500, .error = QNetworkReply::InternalServerError };
        return TraceAnswer { .status = 404, .body = "{}", .error = QNetworkReply::ContentNotFoundError };
    };
    run.submit({ .batch = 0, .ids = callIds(8) });
    QVERIFY(run.passUntilOutcomes(8));
    QCOMPARE(run.count(Outcome::NotLiveMaybeUs), 8);
    QCOMPARE(run.sent().size(), 8 * 4);
    QCOMPARE(run.maxInAnyWindow(limits.window), 6);
}

/// The first call is dealt with before the next is begun.
void TestEngineLook::looksKeepTheirPlaceInTheOrder()
{
    EngineRun run(oneByOne());
    run.setLive(false);
    run.server->script(callId(1), { Answer::serverTrouble(500) });
    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    QList<CallId> order;
    for (const CallResult &result : std::as_const(run.results))
        order.append(result.id);
    QCOMPARE(order, callIds(3));
}

QTEST_GUILESS_MAIN(TestEngineLook)
#include "tst_enginelook.moc"
