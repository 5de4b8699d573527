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

} // namespace

/// What checks cost and leave behind: requests, pace, records, lines of the log.
class TestEngineCheckCost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void withoutACheckNothingIsAsked();
    void checkThatCannotLeave();
    void refusalOfACheckStopsTheRest_data();
    void refusalOfACheckStopsTheRest();
    void limitedCheckHoldsTheAccount();
    void checksCountInTheWindow();
    void singleClickIsCheckedAndOvertakes();
    void slowCheckIsWaitedFor();
    void silentCheckIsAskedAgain();
    void whatIsRecorded();
    void whatTheLogSays_data();
    void whatTheLogSays();
};

void TestEngineCheckCost::withoutACheckNothingIsAsked()
{
    EngineRun run;
    Order order { .batch = 0, .ids = callIds(50) };
    order.seen.insert(One, infoWith(One, u"1"_s, u"2"_s));
    order.cutOff.youngUnder = std::chrono::seconds(3600);
    run.submitOrder(order);
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 50"_s);
    QCOMPARE(run.server->count(), 50);
    QCOMPARE(run.brokenPromise(), QString());
}

/// It says why, as a DELETE would.
void TestEngineCheckCost::checkThatCannotLeave()
{
    const auto nobody = std::get<ApiAddress>(ApiAddress::parse(FakeServer().address()));
    EngineRun run(quickLimits(), nobody);
    run.submitOrder(guardedOrder({ One }, u"112"_s));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).outcome, Outcome::NotSent);
    QCOMPARE(run.result(One).reason, Reason::ConnectionRefused);
    QCOMPARE(run.log.answers().size(), 4);
    QCOMPARE(run.log.intents().size(), 0);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheckCost::refusalOfACheckStopsTheRest_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("a 401") << Answer::unauthorizedText() << Reason::CredentialsRejected;
    QTest::newRow("a 403") << Answer::forbidden() << Reason::NotPermitted;
}

void TestEngineCheckCost::refusalOfACheckStopsTheRest()
{
    QFETCH(Answer, answer);
    QFETCH(Reason, reason);
    EngineRun run(oneByOne());
    run.server->setAskAnswer(Ask::Live, answer);
    run.submitOrder(checkedOrder(callIds(10)));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_sent 10"_s);
    QCOMPARE(run.result(One).reason, reason);
    QCOMPARE(run.result(One).httpStatus, answer.status());
    QCOMPARE(run.result(callId(10)).reason, reason);
    QCOMPARE(run.server->count(), 1);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheckCost::limitedCheckHoldsTheAccount()
{
    EngineRun run(oneByOne());
    run.setLive(true);
    run.server->script(callId(2), Ask::Live, { Answer::tooMany() });
    run.submitOrder(checkedOrder(callIds(3)));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 3"_s);
    QCOMPARE(run.eventsOf<AccountHeld>().size(), 1);
    const QList<Request> requests = run.server->requests();
    QCOMPARE(requests.size(), 7);
    QCOMPARE(requests[2].status, 429);
    QVERIFY(requests[3].at - requests[2].at >= Ms(150));
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheckCost::checksCountInTheWindow()
{
    EngineLimits limits = quickLimits();
    limits.windowRequests = 6;
    limits.window = Ms(300);
    TimedRun run(limits);
    run.submit(checkedOrder(callIds(8)));
    QVERIFY(run.passUntilOutcomes(8));
    QCOMPARE(run.count(Outcome::Ended), 8);
    QCOMPARE(run.sent().size(), 16);
    QCOMPARE(run.maxInAnyWindow(limits.window), 6);
}

void TestEngineCheckCost::singleClickIsCheckedAndOvertakes()
{
    EngineRun run(oneByOne());
    run.setLive(true);
    run.server->hold();
    run.submitOrder(checkedOrder(callIds(5)));
    QTRY_COMPARE(run.server->count(), 1);
    Order click = guardedOrder({ callId(9) }, u"112"_s);
    click.first = true;
    run.submitOrder(click);
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 6"_s);
    const QList<Request> requests = run.server->requests();
    QCOMPARE(requests.value(1).callId(), callId(9).toLatin1());
    QCOMPARE(requests.value(1).ask(), Ask::Live);
    QCOMPARE(requests.value(2).callId(), callId(9).toLatin1());
    QCOMPARE(requests.value(2).method, "DELETE"_ba);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheckCost::slowCheckIsWaitedFor()
{
    EngineLimits limits = quickLimits();
    limits.checkGoodFor = Ms(500); // from its answer on, or a slow server would be asked for ever
    EngineRun run(limits);
    run.server->script(One, Ask::Live, { gone().after(Ms(200)) });
    run.server->script(One, Ask::Queued, { there().after(Ms(700)) });
    run.submitOrder(checkedOrder({ One }));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 1"_s);
    QCOMPARE(run.server->count(), 3);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheckCost::silentCheckIsAskedAgain()
{
    EngineLimits limits = quickLimits();
    limits.silence = Ms(2500);
    limits.maxAttempts = 2;
    EngineRun run(limits);
    run.server->script(One, Ask::Live, { Answer::hang(), there() });
    run.server->script(callId(2), Ask::Live, always(Answer::hang()));
    run.submitOrder(checkedOrder(callIds(2)));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).outcome, Outcome::Ended);
    QCOMPARE(run.result(callId(2)).outcome, Outcome::NotSent);
    QCOMPARE(run.result(callId(2)).reason, Reason::CheckUnclear);
    QCOMPARE(run.server->asksFor(callId(2), Ask::Live), 2);
    QCOMPARE(run.brokenPromise(), QString());
}

/// Answers without an intent: whoever reads the journal after a crash must not take a check for an attempt.
void TestEngineCheckCost::whatIsRecorded()
{
    EngineRun run(oneByOne());
    run.server->script(One, Ask::Live, { gone(), gone() });
    run.server->script(One, Ask::Queued, { gone() });
    run.server->script(callId(2), Ask::Live, { liveWith(callId(2), UsualFrom, UsualTo) });
    run.submitOrder(checkedOrder(callIds(2)));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 1, not_sent 1"_s);
    QStringList recorded;
    for (const MemoryLog::Record &record : run.log.records()) {
        if (record.intent)
            recorded.append(u"intent %1"_s.arg(record.intent->attempt));
        else if (record.sent)
            recorded.append(u"sent %1"_s.arg(record.sent->attempt));
        else if (record.answer)
            recorded.append(u"answer %1 of %2: %3"_s.arg(int(record.answer->kind))
                                .arg(record.answer->attempt)
                                .arg(record.answer->httpStatus));
        else if (record.outcome)
            recorded.append(u"outcome %1"_s.arg(record.outcome->attempts));
    }
    const QString live = QString::number(int(RequestKind::LookLive));
    const QString queued = QString::number(int(RequestKind::LookQueued));
    const QString hangUp = QString::number(int(RequestKind::HangUp));
    QCOMPARE(recorded,
             QStringList({ u"answer %1 of 0: 404"_s.arg(live), u"answer %1 of 0: 404"_s.arg(queued),
                           u"answer %1 of 0: 404"_s.arg(live), u"outcome 0"_s,
                           u"answer %1 of 0: 200"_s.arg(live), u"intent 1"_s, u"sent 1"_s,
                           u"answer %1 of 1: 204"_s.arg(hangUp), u"outcome 1"_s }));
    QCOMPARE(run.result(One).startedAtMs, 0);
    QCOMPARE(run.result(One).httpStatus, 404);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheckCost::whatTheLogSays_data()
{
    QTest::addColumn<QList<Answer>>("live");
    QTest::addColumn<QList<Answer>>("queued");
    QTest::addColumn<QString>("guarded");
    QTest::addColumn<QStringList>("lines");
    const auto row
        = [](const char *name, const QList<Answer> &live, const QList<Answer> &queued, const QString &guarded,
             const QStringList &lines) { QTest::newRow(name) << live << queued << guarded << lines; };
    row("live", { there() }, {}, {}, { u"Checked: still live."_s, u"Plivo confirmed the hang-up."_s });
    row("queued", { gone() }, { there() }, {}, { u"Checked: still queued."_s, u"Plivo confirmed the hang-up."_s });
    row("over", { gone(), gone() }, { gone() }, {},
        { u"Checked: neither live nor queued. Not sent: the check found no such live call: over already, or another account's."_s });
    row("protected", { there() }, {}, UsualTo,
        { u"Checked: still live. Not sent: one of its numbers is protected."_s });
    row("unclear twice", { Answer::serverTrouble(503), Answer::json(400, "{}") }, {}, {},
        { u"Checked: no clear answer (the server had trouble). Checking again, attempt 2 of 4."_s,
          u"Checked: no clear answer. Not sent: the check got no clear answer."_s });
}

/// And never the numbers, which are the customers' own.
void TestEngineCheckCost::whatTheLogSays()
{
    QFETCH(QList<Answer>, live);
    QFETCH(QList<Answer>, queued);
    QFETCH(QString, guarded);
    EngineRun run;
    run.server->script(One, Ask::Live, live);
    run.server->script(One, Ask::Queued, queued);
    run.submitOrder(guarded.isEmpty() ? checkedOrder({ One }) : guardedOrder({ One }, guarded));
    QVERIFY(run.waitIdle());
    QStringList lines;
    for (const LogEntry &entry : run.lines(One)) {
        lines.append(entry.text);
        QVERIFY(!(entry.text + entry.message).contains(u"1415555"_s));
        QVERIFY(entry.sent == u"GET Call"_s || entry.sent == u"DELETE Call"_s);
    }
    QTEST(lines, "lines");
}

QTEST_GUILESS_MAIN(TestEngineCheckCost)
#include "tst_enginecheckcost.moc"
