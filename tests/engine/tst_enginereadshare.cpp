// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/readworld.h"
#include "engine/timedrun.h"

#include <QTest>

#include <algorithm>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Ms Window { 1000 };

EngineLimits shared(int requests)
{
    EngineLimits limits = readLimits();
    limits.windowRequests = requests;
    limits.window = Window;
    return limits;
}

int gets(const EngineRun &run)
{
    return run.server->count() - run.server->deletes();
}

/// Between the first DELETE and the last one but @p onTheirWay, by arrival: what leaves in one turn may overtake on its
/// way.
int getsAmongDeletes(const EngineRun &run, int onTheirWay = 0)
{
    const QList<Request> all = run.server->requests();
    const int deletes = run.server->deletes();
    int gets = 0;
    int seen = 0;
    for (const Request &request : all) {
        if (request.method == "DELETE" && ++seen >= deletes - onTheirWay)
            break;
        gets += seen > 0 && request.method == "GET" ? 1 : 0;
    }
    return gets;
}

} // namespace

/// How reading shares the account with calls that are ended, with proof and with clicks.
class TestEngineReadShare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void theBackgroundTakesHalf();
    void whatIsWantedTakesAllButClicks();
    void aBatchGoesFirst();
    void nothingIsReadWhileACallWaits();
    void slowAnswersKeepNothingFromEnding_data();
    void slowAnswersKeepNothingFromEnding();
    void fewAreOnTheirWay();
    void whatIsInSightComesFirst();
    void proofAndReadingTakeTurns();
    void goesOnDuringAPause();
    void tellsWhatWasUsed();
    void tellsRequestsOfOthers();
};

void TestEngineReadShare::theBackgroundTakesHalf()
{
    TimedRun run(shared(40));
    run.engine->readDetails(callIds(500), ReadUrgency::Rest);
    run.pass(Ms(3500));
    QCOMPARE(run.maxInAnyWindow(Window), 20);
    QCOMPARE(run.questions(), 4 * 20);
}

void TestEngineReadShare::whatIsWantedTakesAllButClicks()
{
    TimedRun run(shared(40));
    run.engine->readDetails(callIds(200), ReadUrgency::Wanted);
    run.pass(Ms(2500));
    QCOMPARE(run.maxInAnyWindow(Window), 35);
    // One click has its place all the same.
    const int before = run.questions();
    run.submit({ .batch = 0, .ids = { callId(900) }, .first = true });
    QVERIFY(run.passUntilOutcomes(1));
    QCOMPARE(run.count(Outcome::Ended), 1);
    QCOMPARE(run.questions(), before); // in this very window
    run.pass(Ms(1500));
    QVERIFY(run.questions() > before);
    QVERIFY(run.maxInAnyWindow(Window) <= 36);
}

/// 100 calls while 500 details are read: from the first DELETE to the last one nothing else leaves, and the window
/// holds for all of it.
void TestEngineReadShare::aBatchGoesFirst()
{
    TimedRun run(shared(40));
    run.engine->readDetails(callIds(500), ReadUrgency::Rest);
    QVERIFY(run.passUntil([&run] { return run.questions() >= 10; }));
    const Ms since = run.clock.monotonic();
    run.submit({ .batch = 0, .ids = callIds(100, 2000) });
    QVERIFY(run.passUntilOutcomes(100));
    const Ms took = run.clock.monotonic() - since;
    QCOMPARE(run.count(Outcome::Ended), 100);
    QCOMPARE(run.questionsAmongDeletes(), 0);
    QVERIFY2(run.maxInAnyWindow(Window) <= 40, qPrintable(QString::number(run.maxInAnyWindow(Window))));
    // Alone it takes two windows and a bit (35 each, the rest is for clicks); the background had at most half of one.
    QVERIFY2(took < Ms(4500), qPrintable(QString::number(took.count())));
    // And then reading goes on.
    const int before = run.questions();
    run.pass(Ms(3000));
    QVERIFY(run.questions() > before + 5);
}

/// Calls wait for their place in flight, not for the window: even then nobody takes it from them, whoever waits.
void TestEngineReadShare::nothingIsReadWhileACallWaits()
{
    EngineLimits limits = readLimits();
    limits.maxInFlight = 8;
    EngineRun run(limits);
    ReadWorld { .live = callIds(40) }.serve(*run.server);
    run.server->setDefaultAnswer(Answer::ended().after(Ms(60)));
    run.submit(callIds(40, 900));
    run.engine->readDetails(callIds(40), ReadUrgency::Wanted);
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 40"_s);
    QTRY_COMPARE(infosOf(run), u"live 40, gone 0, unclear 0"_s);
    QCOMPARE(getsAmongDeletes(run, limits.maxInFlight), 0);
}

void TestEngineReadShare::slowAnswersKeepNothingFromEnding_data()
{
    QTest::addColumn<int>("maxInFlight");
    QTest::addColumn<ReadUrgency>("urgency");
    for (const int most : { 48, 6, 3 }) {
        QTest::addRow("%d in flight, background", most) << most << ReadUrgency::Rest;
        QTest::addRow("%d in flight, wanted", most) << most << ReadUrgency::Wanted;
    }
}

/// No question is ever answered; a call is ended all the same, before their deadline.
void TestEngineReadShare::slowAnswersKeepNothingFromEnding()
{
    QFETCH(const int, maxInFlight);
    QFETCH(const ReadUrgency, urgency);
    EngineLimits limits = readLimits();
    limits.maxInFlight = maxInFlight;
    limits.silence = Ms(60'000);
    limits.total = Ms(60'000);
    EngineRun run(limits);
    run.server->setHandler([](const Request &request) -> std::optional<Answer> {
        return request.method == "GET" ? std::optional(Answer::hang()) : std::nullopt;
    });
    run.engine->readDetails(callIds(100), urgency);
    QTRY_VERIFY(gets(run) > 0);
    QVERIFY(run.waitQuiet(Ms(1000))); // as many questions as there may be
    const int asked = gets(run);
    QVERIFY2(asked >= 1 && asked < maxInFlight, qPrintable(QString::number(asked)));
    run.submit(callIds(3, 900));
    QVERIFY(run.waitIdle(Ms(15'000)));
    QCOMPARE(run.outcomes(), u"ended 3"_s);
    QCOMPARE(gets(run), asked);
}

void TestEngineReadShare::fewAreOnTheirWay()
{
    EngineRun run(readLimits()); // no limit at all
    ReadWorld { .live = callIds(60), .details = Ms(60) }.serve(*run.server);
    run.engine->readCalls(1, {});
    QCOMPARE(waitReading(run, 1), Reason::None);
    QVERIFY2(run.server->maxUnanswered() <= 6, qPrintable(QString::number(run.server->maxUnanswered())));
    // What somebody waits for has more room.
    run.server->hold();
    run.engine->readDetails(callIds(60), ReadUrgency::Wanted);
    QTRY_VERIFY(run.server->maxUnanswered() > 6);
    run.server->release();
    QTRY_COMPARE(run.eventsOf<CallInfoRead>().size(), 120);
    QVERIFY2(run.server->maxUnanswered() > 6 && run.server->maxUnanswered() <= 24,
             qPrintable(QString::number(run.server->maxUnanswered())));
}

void TestEngineReadShare::whatIsInSightComesFirst()
{
    EngineRun run(readLimits());
    ReadWorld { .live = callIds(200), .details = Ms(20) }.serve(*run.server);
    run.engine->readCalls(1, {});
    QTRY_COMPARE(run.eventsOf<CallListRead>().size(), 1);
    const int before = gets(run) - 2;
    run.engine->readDetails(callIds(10, 150), ReadUrgency::Sort);
    run.engine->readDetails(callIds(10, 100), ReadUrgency::Sight);
    run.engine->readDetails(callIds(1, 190), ReadUrgency::Wanted);
    QCOMPARE(waitReading(run, 1), Reason::None);
    QList<int> order;
    for (const Request &request : run.server->requests()) {
        if (request.ask())
            order.append(request.callId().left(8).toInt(nullptr, 16));
    }
    QCOMPARE(order.size(), 200); // none twice
    const auto lastOf = [&order](int first, int count) {
        qsizetype last = 0;
        for (int n = first; n < first + count; ++n)
            last = std::max(last, order.indexOf(n));
        return static_cast<int>(last);
    };
    // Up to 6 more were on their way by then, and 6 at once come in any order.
    const int soon = before + 6 + 6;
    QVERIFY2(lastOf(190, 1) < soon + 1, qPrintable(QString::number(lastOf(190, 1))));
    QVERIFY2(lastOf(100, 10) < soon + 11, qPrintable(QString::number(lastOf(100, 10))));
    QVERIFY2(lastOf(150, 10) < soon + 21, qPrintable(QString::number(lastOf(150, 10))));
}

void TestEngineReadShare::proofAndReadingTakeTurns()
{
    EngineLimits limits = shared(40);
    limits.proofFor = Ms(60'000);
    limits.proofFirst = Ms(1);
    TimedRun run(limits);
    QList<ProofTask> tasks;
    for (const CallId &id : callIds(500, 5000))
        tasks.append({ .batch = 1, .id = id, .outcome = Outcome::Ended });
    run.engine->seekProof(tasks);
    run.engine->readDetails(callIds(500), ReadUrgency::Rest);
    run.pass(Ms(3300));
    int proof = 0;
    int read = 0;
    for (const TimedRun::Sent &sent : run.sent())
        ++(sent.id.toString().left(8).toInt(nullptr, 16) >= 5000 ? proof : read);
    QVERIFY2(proof >= 10 && read >= 10 && std::abs(proof - read) <= 8,
             qPrintable(u"%1 for proof, %2 read"_s.arg(proof).arg(read)));
    QCOMPARE(run.maxInAnyWindow(Window), 20);
}

void TestEngineReadShare::goesOnDuringAPause()
{
    EngineLimits limits = oneByOne();
    limits.firstAnswersMissing = 2;
    EngineRun run(limits);
    ReadWorld { .live = callIds(3) }.serve(*run.server);
    run.server->setDefaultAnswer(Answer::callNotFound());
    run.submit(callIds(9, 100));
    QTRY_COMPARE(run.pauses.size(), 1);
    run.engine->readDetails(callIds(3), ReadUrgency::Wanted);
    QTRY_COMPARE(infosOf(run), u"live 3, gone 0, unclear 0"_s);
    QCOMPARE(run.server->deletes(), 2);
    run.engine->stop();
    QVERIFY(run.waitIdle());
}

void TestEngineReadShare::tellsWhatWasUsed()
{
    EngineLimits limits = shared(40);
    limits.window = Ms(4000); // all of it within one, also on a busy machine
    limits.useInterval = Ms(100);
    EngineRun run(limits);
    ReadWorld { .live = callIds(12) }.serve(*run.server);
    QTest::qWait(200);
    QCOMPARE(run.eventsOf<AccountUse>().size(), 0); // nothing to tell
    const Ms since = run.clock.monotonic();
    run.engine->readCalls(1, {});
    QCOMPARE(waitReading(run, 1), Reason::None);
    run.submit(callIds(3, 100));
    QVERIFY(run.waitIdle());
    const auto used = [&run] {
        return run.eventsOf<AccountUse>().isEmpty() ? -1 : run.eventsOf<AccountUse>().last().sent;
    };
    QTRY_COMPARE_WITH_TIMEOUT(used(), 0, 20'000);
    const Ms took = run.clock.monotonic() - since;
    int most = 0;
    for (const AccountUse &use : run.eventsOf<AccountUse>()) {
        most = std::max(most, use.sent);
        QCOMPARE(use.windowRequests, 40);
        QCOMPARE(use.heldUntilMs, qint64(0));
    }
    QCOMPARE(most, 2 + 12 + 3);
    QVERIFY2(run.eventsOf<AccountUse>().size() <= took / Ms(100) + 1, qPrintable(QString::number(took.count())));
    const qsizetype told = run.eventsOf<AccountUse>().size();
    QTest::qWait(300);
    QCOMPARE(run.eventsOf<AccountUse>().size(), told); // and then it is quiet
}

void TestEngineReadShare::tellsRequestsOfOthers()
{
    EngineLimits limits = shared(40);
    limits.window = Ms(4000);
    EngineRun run(limits);
    QCOMPARE(run.engine->admitRequest(), true);
    QTRY_COMPARE(run.eventsOf<AccountUse>().size(), 1);
    QCOMPARE(run.eventsOf<AccountUse>().first().sent, 1);
    QTRY_COMPARE_WITH_TIMEOUT(run.eventsOf<AccountUse>().size(), 2, 20'000);
    QCOMPARE(run.eventsOf<AccountUse>().last().sent, 0);
}

QTEST_GUILESS_MAIN(TestEngineReadShare)
#include "tst_enginereadshare.moc"
