// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"
#include "engine/timedrun.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::test::Answer)

/// The account's limits: 429 in all forms, the rolling window, what is in flight, what stops a batch.
class TestEngineLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // Of a body that is cut off Qt may say so, where a busy machine has more of it at hand than was asked for.
        QTest::failOnWarning(QRegularExpression(u"^(?!QNetworkReplyImplPrivate::error: Internal problem)"_s));
    }

    void tooManyHoldsTheAccount_data();
    void tooManyHoldsTheAccount();
    void heldCallsGoInTheirOldOrder();
    void notLiveAfterTooManyIsNotLive();
    void serverTroubleThatNamesATimeHolds_data();
    void serverTroubleThatNamesATimeHolds();
    void longServerTroublePauses();
    void refusalStopsTheRest_data();
    void refusalStopsTheRest();
    void keepsToTheWindow();
    void keepsToTheMaximumInFlight();
    void thousandCalls();
    void mixedThousandKeepsEveryPromise();
};

void TestEngineLimits::tooManyHoldsTheAccount_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("heldMs");
    const QString date
        = QLocale::c().toString(QDateTime::currentDateTimeUtc().addDays(-1), u"ddd, dd MMM yyyy hh:mm:ss"_s);
    QTest::newRow("without a time") << Answer::tooMany() << 150;
    QTest::newRow("with nonsense") << Answer::tooMany("soon") << 150;
    QTest::newRow("with one second") << Answer::tooMany("1") << 1000;
    QTest::newRow("with nought seconds") << Answer::tooMany("0") << 150;
    QTest::newRow("with a date that is over") << Answer::tooMany(date.toLatin1() + " GMT") << 150;
    QTest::newRow("with a cut body") << Answer::truncated(429, "{\"error\": \"rate\"}", 5) << 150;
}

void TestEngineLimits::tooManyHoldsTheAccount()
{
    QFETCH(Answer, answer);
    QFETCH(int, heldMs);
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 1;
    EngineRun run(limits);
    run.server->script(callId(1), { answer });
    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 3"_s);
    QCOMPARE(run.result(callId(1)).attempts, 2);
    QCOMPARE(run.result(callId(2)).attempts, 1);
    const QList<Request> requests = run.server->requests();
    QCOMPARE(requests.size(), 4);
    const auto pause = std::chrono::duration_cast<Ms>(requests[1].at - requests[0].at);
    QVERIFY2(pause >= Ms(heldMs), qPrintable(QString::number(pause.count())));
    QCOMPARE(run.eventsOf<AccountHeld>().size(), 1);
    // And no longer, by the clock of the engine: the wire is slower on a busy machine.
    const qint64 held = run.eventsOf<AccountHeld>().first().untilMs - run.log.answers().first().atMs;
    QVERIFY2(held >= heldMs && held < heldMs + 600, qPrintable(QString::number(held)));
    QCOMPARE(run.eventsOf<CallWaitsAgain>().size(), 1);
    QCOMPARE(run.lines(callId(1)).first().outcome.has_value(), false);
    QCOMPARE(run.lines(callId(1)).first().httpStatus, 429);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLimits::heldCallsGoInTheirOldOrder()
{
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 3;
    limits.holdWithoutRetryAfter = Ms(2500); // until all three have their answers, also on a busy machine
    EngineRun run(limits);
    for (int n = 1; n <= 3; ++n)
        run.server->script(callId(n), { Answer::tooMany().after(Ms(40 - 10 * n)) });
    run.server->hold();
    run.submit(callIds(8));
    QTRY_COMPARE(run.server->count(), 3);
    run.server->release();
    QVERIFY(run.waitIdle());
    QList<CallId> order;
    for (const CallOnItsWay &event : run.eventsOf<CallOnItsWay>())
        order.append(event.id);
    QCOMPARE(order, callIds(3) + callIds(8));
    QCOMPARE(run.brokenPromise(), QString());
}

/// A 429 is an answer: the attempt that got it ended nothing, so the 404 after it is not our doing.
void TestEngineLimits::notLiveAfterTooManyIsNotLive()
{
    EngineRun run;
    run.server->script(callId(1), { Answer::tooMany(), Answer::callNotFound() });
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::NotLive);
    QCOMPARE(run.result(callId(1)).attempts, 2);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLimits::serverTroubleThatNamesATimeHolds_data()
{
    QTest::addColumn<bool>("onTheLook");
    QTest::newRow("to a DELETE") << false;
    QTest::newRow("to a look") << true;
}

/// Without a verdict as ever, but nothing leaves before the time that the server names: no look, no other call.
void TestEngineLimits::serverTroubleThatNamesATimeHolds()
{
    QFETCH(bool, onTheLook);
    EngineRun run(oneByOne());
    const Answer trouble = Answer::serverTrouble(503).withHeader("Retry-After", "1");
    run.setLive(false);
    run.server->script(callId(1), { onTheLook ? Answer::serverTrouble(500) : trouble });
    if (onTheLook)
        run.server->script(callId(1), Ask::Live, { trouble });
    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), onTheLook ? u"ended 2, unknown 1"_s : u"ended 2, not_live_maybe_us 1"_s);
    QCOMPARE(run.eventsOf<AccountHeld>().size(), 1);
    const QList<Request> requests = run.server->requests();
    const qsizetype asked = onTheLook ? 1 : 0;
    QCOMPARE(requests.value(asked).status, 503);
    const auto pause = std::chrono::duration_cast<Ms>(requests.value(asked + 1).at - requests.value(asked).at);
    QVERIFY2(pause >= Ms(1000), qPrintable(QString::number(pause.count())));
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLimits::longServerTroublePauses()
{
    EngineRun run(oneByOne());
    run.server->script(callId(1), { Answer::serverTrouble(503).withHeader("Retry-After", "180") });
    run.submit(callIds(2));
    QTRY_COMPARE(run.pauses.size(), 1);
    QCOMPARE(run.pauses.first().reason, PauseReason::LongWait);
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"unknown 1, not_sent 1"_s);
    QCOMPARE(run.server->count(), 1);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLimits::refusalStopsTheRest_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("a 401") << Answer::unauthorizedText() << Reason::CredentialsRejected;
    QTest::newRow("a 403") << Answer::forbidden() << Reason::NotPermitted;
}

void TestEngineLimits::refusalStopsTheRest()
{
    QFETCH(Answer, answer);
    QFETCH(Reason, reason);
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 2;
    EngineRun run(limits);
    run.server->setDefaultAnswer(Answer::ended().after(Ms(60)));
    run.server->script(callId(1), { answer });
    run.server->script(callId(2), { Answer::tooMany().after(Ms(30)) }); // on its way, then limited: must not go again
    run.server->hold(); // until both are there: the 401 comes before the 429 then
    run.submit(callIds(50));
    QTRY_COMPARE(run.server->count(), 2);
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"refused 1, not_sent 49"_s);
    QCOMPARE(run.result(callId(2)).reason, reason);
    QCOMPARE(run.result(callId(50)).reason, reason);
    QCOMPARE(run.server->count(), 2);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLimits::keepsToTheWindow()
{
    EngineLimits limits = quickLimits();
    limits.windowRequests = 10;
    limits.window = Ms(300);
    TimedRun run(limits);
    run.submit({ .batch = 0, .ids = callIds(45) });
    QVERIFY(run.passUntilOutcomes(45));
    QCOMPARE(run.count(Outcome::Ended), 45);
    QCOMPARE(run.maxInAnyWindow(limits.window), 10);
}

void TestEngineLimits::keepsToTheMaximumInFlight()
{
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 13;
    EngineRun run(limits);
    run.server->hold();
    run.submit(callIds(100));
    QTRY_COMPARE(run.server->count(), 13);
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.server->maxUnanswered(), 13);
    QVERIFY2(run.server->connections() <= 18, qPrintable(QString::number(run.server->connections())));
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineLimits::thousandCalls()
{
    EngineRun run;
    run.submit(callIds(1000));
    QVERIFY(run.waitIdle(Ms(60000)));
    QCOMPARE(run.outcomes(), u"ended 1000"_s);
    QCOMPARE(run.server->deletes(), 1000);
    QCOMPARE(run.brokenPromise(), QString());
}

/// A thousand calls over a server that answers in every way at once.
void TestEngineLimits::mixedThousandKeepsEveryPromise()
{
    EngineRun run;
    const QList<Answer> answers { Answer::ended(),
                                  Answer::endedWithBody(),
                                  Answer::callNotFound(),
                                  Answer::notFoundHtml(),
                                  Answer::close(),
                                  Answer::reset(),
                                  Answer::closeAfterHalfHeader(),
                                  Answer::garbage(),
                                  Answer::serverTrouble(500),
                                  Answer::json(400, "{}"),
                                  Answer::json(202, "{}"),
                                  Answer::ended().closingSilently(),
                                  Answer::ended().closingAnnounced(),
                                  Answer::interimThen(103, Ms(20), Answer::ended()),
                                  Answer::redirect(302, "/"),
                                  Answer::ended().resettingAfterwards(),
                                  Answer::brokenChunks(404) };
    run.server->setHandler([answers](const Request &request) -> std::optional<Answer> {
        if (request.method != "DELETE")
            return {};
        return answers[request.number % answers.size()];
    });
    run.submit(callIds(1000));
    QVERIFY(run.waitIdle(Ms(100000)));
    QCOMPARE(run.total(), 1000);
    QCOMPARE(run.brokenPromise(), QString());
    QVERIFY2(run.count(Outcome::Ended) > 200, qPrintable(run.outcomes()));
    QCOMPARE(run.count(Outcome::NotSent), 0);
    // A server that closes right behind an answer can close on the next request: then that one never arrives and is
    // unknown. Most must arrive all the same.
    QVERIFY2(run.server->deletes() > 700, qPrintable(QString::number(run.server->deletes())));
}

QTEST_GUILESS_MAIN(TestEngineLimits)
#include "tst_enginelimits.moc"
