// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/readworld.h"

#include <QTest>

#include <memory>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> listTargets(const EngineRun &run)
{
    QList<QByteArray> targets;
    for (const Request &request : run.server->requests()) {
        if (ReadWorld::isList(request))
            targets.append(ReadWorld::rest(request).sliced(6));
    }
    return targets;
}

CallListRead listOf(const EngineRun &run)
{
    return run.eventsOf<CallListRead>().value(0);
}

CallInfoRead infoOf(const EngineRun &run, const CallId &id)
{
    CallInfoRead latest { .id = id, .reason = Reason::GateRefused };
    for (const CallInfoRead &info : run.eventsOf<CallInfoRead>()) {
        if (info.id == id)
            latest = info;
    }
    return latest;
}

} // namespace

/// Reading live calls from a scripted server: what is asked, and what odd answers come to.
class TestEngineRead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // Of a body that is cut off Qt may say so, where a busy machine has more of it at hand than was asked for.
        QTest::failOnWarning(QRegularExpression(u"^(?!QNetworkReplyImplPrivate::error: Internal problem)"_s));
    }
    void readsListsThenDetails();
    void sendsTheFilter();
    void followsPages();
    void saysThatAListLooksCut();
    void aCallThatIsGoneInTheMiddle();
    void looksUpWhatIsNotListed();
    void cutBodies();
    void aListThatIsNoList();
    void aLimitIsWaitedFor();
    void rightsEndIt_data();
    void rightsEndIt();
    void withoutATokenNothingIsAsked();
    void theTokenGoesInTheMiddle();
    void aListOf100000();
    void aLongAnswerAboutOneCallIsCut();
    void stopReadingStops();
    void anotherReadingTakesItsPlace();
    void whatWasEndedHereIsReadAnew();
};

void TestEngineRead::readsListsThenDetails()
{
    EngineRun run(readLimits());
    ReadWorld { .live = callIds(30), .queued = callIds(2, 31) }.serve(*run.server);
    const qint64 before = run.clock.wall().count();
    run.engine->readCalls(1, {});
    QCOMPARE(waitReading(run, 1), Reason::None);
    const CallListRead list = listOf(run);
    QCOMPARE(list.live, callIds(30));
    QCOMPARE(list.queued, callIds(2, 31));
    QCOMPARE(list.complete, true);
    QCOMPARE(list.looksCut, false);
    QVERIFY(list.atMs >= before && list.atMs <= run.clock.wall().count());
    QCOMPARE(infosOf(run), u"live 32, gone 0, unclear 0"_s);
    QCOMPARE(infoOf(run, callId(31)).info->phase, CallPhase::Queued);
    QCOMPARE(infoOf(run, callId(1)).info->phase, CallPhase::Live);
    QCOMPARE(infoOf(run, callId(1)).info->status, u"in-progress"_s);
    QCOMPARE(run.server->count(), 2 + 32); // each once
    QCOMPARE(listTargets(run), (QList<QByteArray> { "status=queued", "status=live" }));
    QCOMPARE(run.log.records().size(), 0); // reading is nothing for the journal
    QCOMPARE(brokenReading(run), QString());
}

void TestEngineRead::sendsTheFilter()
{
    EngineRun run(readLimits());
    ReadWorld { .live = callIds(1) }.serve(*run.server);
    run.engine->readCalls(1,
                          { .direction = CallDirection::Inbound,
                            .from = NumberFilter::parse(u"+14155550100"),
                            .to = NumberFilter::parse(u"4930123456") });
    QCOMPARE(waitReading(run, 1), Reason::None);
    const QByteArray filter = "&call_direction=inbound&from_number=%2B14155550100&to_number=4930123456";
    QCOMPARE(listTargets(run), (QList<QByteArray> { "status=queued" + filter, "status=live" + filter }));
    QCOMPARE(brokenReading(run), QString());
}

void TestEngineRead::followsPages()
{
    EngineRun run(readLimits());
    ReadWorld { .live = callIds(45), .pageSize = 20 }.serve(*run.server);
    run.engine->readCalls(1, {});
    QCOMPARE(waitReading(run, 1), Reason::None);
    QCOMPARE(listOf(run).live, callIds(45));
    QCOMPARE(listOf(run).pages, 4);
    QCOMPARE(listOf(run).looksCut, false);
    // By number, whatever address the answer names.
    QCOMPARE(listTargets(run),
             (QList<QByteArray> { "status=queued", "status=live", "status=live&limit=20&offset=20",
                                  "status=live&limit=20&offset=40" }));
    QCOMPARE(run.server->count(), 4 + 45);
    QCOMPARE(brokenReading(run), QString());
}

void TestEngineRead::saysThatAListLooksCut()
{
    EngineRun run(readLimits());
    ReadWorld world { .live = callIds(20) };
    world.before = [](const Request &request) -> std::optional<Answer> {
        return request.target.contains("offset") ? std::optional(Answer::json(400, "{\"error\": \"no paging\"}"))
                                                 : std::nullopt;
    };
    world.serve(*run.server);
    run.engine->readCalls(1, {});
    QCOMPARE(waitReading(run, 1), Reason::None);
    QCOMPARE(listOf(run).live, callIds(20));
    QCOMPARE(listOf(run).looksCut, true);
    QCOMPARE(listOf(run).complete, true);
    // The same page again and again.
    ReadWorld { .live = callIds(20) }.serve(*run.server);
    run.engine->readCalls(2, {});
    QCOMPARE(waitReading(run, 2), Reason::None);
    QCOMPARE(run.eventsOf<CallListRead>().last().looksCut, true);
    QCOMPARE(listTargets(run).size(), 6);
    QCOMPARE(brokenReading(run), QString());
}

void TestEngineRead::aCallThatIsGoneInTheMiddle()
{
    EngineRun run(readLimits());
    run.server->setHandler([](const Request &request) -> std::optional<Answer> {
        if (ReadWorld::isList(request))
            return ReadWorld::list(request.target.contains("queued") ? QList<CallId>() : callIds(5));
        return request.callId() == callId(3).toLatin1() ? Answer::callNotFound() : Answer::liveCall(request.callId());
    });
    run.engine->readCalls(1, {});
    QCOMPARE(waitReading(run, 1), Reason::None);
    QCOMPARE(infosOf(run), u"live 4, gone 1, unclear 0"_s);
    QCOMPARE(infoOf(run, callId(3)).state, LookState::Gone);
    QCOMPARE(run.server->count(), 2 + 5);
}

void TestEngineRead::looksUpWhatIsNotListed()
{
    EngineRun run(readLimits());
    ReadWorld world { .live = callIds(1), .queued = callIds(1, 2) };
    world.before = [](const Request &request) -> std::optional<Answer> {
        if (request.ask() != Ask::Record)
            return std::nullopt;
        return request.callId() == callId(3).toLatin1()
            ? Answer::record(request.callId(), "2026-01-02 03:04:05+00:00", "Caller")
            : Answer::callNotFound();
    };
    world.serve(*run.server);
    run.engine->readDetails(callIds(4), ReadUrgency::Wanted);
    QTRY_COMPARE(run.eventsOf<CallInfoRead>().size(), 4);
    QCOMPARE(infoOf(run, callId(1)).info->phase, CallPhase::Live);
    QCOMPARE(infoOf(run, callId(2)).info->phase, CallPhase::Queued);
    QCOMPARE(infoOf(run, callId(3)).info->phase, CallPhase::Over);
    QCOMPARE(infoOf(run, callId(3)).info->record.hangupSource, u"Caller"_s);
    QCOMPARE(infoOf(run, callId(4)).state, LookState::Gone);
    QCOMPARE(run.server->count(), 1 + 2 + 4 + 4);
    QCOMPARE(brokenReading(run), QString());
}

void TestEngineRead::cutBodies()
{
    EngineRun run(readLimits());
    ReadWorld world { .live = callIds(3) };
    world.before = [lists = std::make_shared<int>(0)](const Request &request) -> std::optional<Answer> {
        const QByteArray body = "{\"calls\": [\"" + request.callId() + "\"], \"call_uuid\": \"" + request.callId()
            + "\", \"from\": \"1\"}";
        if (ReadWorld::isList(request) && ++*lists == 1)
            return Answer::truncated(200, body, body.size() / 2);
        if (request.callId() == callId(2).toLatin1()) // always
            return Answer::truncated(200, body, body.size() - 1);
        return std::nullopt;
    };
    world.serve(*run.server);
    run.engine->readCalls(1, {});
    QCOMPARE(waitReading(run, 1), Reason::None);
    QCOMPARE(listOf(run).live, callIds(3));
    QCOMPARE(infosOf(run), u"live 2, gone 0, unclear 1"_s);
    QCOMPARE(infoOf(run, callId(2)).state, LookState::Unclear);
    QCOMPARE(infoOf(run, callId(2)).info.has_value(), false);
    QCOMPARE(run.server->count(), 3 + 2 + 3); // asked again at most twice
}

void TestEngineRead::aListThatIsNoList()
{
    EngineRun run(readLimits());
    run.server->setHandler([](const Request &) { return Answer::with(200, "text/html", "<html>Log in</html>"); });
    run.engine->readCalls(1, {});
    QCOMPARE(waitReading(run, 1), Reason::OddStatus);
    QCOMPARE(listOf(run).complete, false);
    QCOMPARE(listOf(run).reason, Reason::OddStatus);
    QCOMPARE(listOf(run).httpStatus, 200);
    QCOMPARE(listOf(run).message, QString());
    QCOMPARE(run.server->count(), 3 + 3);
}

void TestEngineRead::aLimitIsWaitedFor()
{
    EngineRun run(readLimits());
    ReadWorld world { .live = callIds(40) };
    world.before = [n = std::make_shared<int>(0)](const Request &) -> std::optional<Answer> {
        ++*n;
        if (*n == 12)
            return Answer::tooMany("3"); // long enough to be told of
        return *n <= 4 ? std::optional(Answer::tooMany()) : std::nullopt; // more often than anything else is tried
    };
    world.serve(*run.server);
    run.engine->readCalls(1, {});
    QCOMPARE(waitReading(run, 1), Reason::None);
    QCOMPARE(listOf(run).live.size(), 40);
    QCOMPARE(infosOf(run), u"live 40, gone 0, unclear 0"_s);
    QCOMPARE(run.server->answeredWith(429), 5);
    QCOMPARE(run.server->count(), 2 + 40 + 5); // only what was not answered comes again
    const QList<Request> requests = run.server->requests();
    for (int n = 1; n <= 4; ++n)
        QVERIFY(requests.at(n).at - requests.at(n - 1).at >= std::chrono::milliseconds(140));
    QCOMPARE(run.eventsOf<AccountHeld>().size(), 5);
    bool toldHeld = false; // the long one, for certain
    for (const AccountUse &use : run.eventsOf<AccountUse>())
        toldHeld = toldHeld || use.heldUntilMs == run.eventsOf<AccountHeld>().last().untilMs;
    QCOMPARE(toldHeld, true);
    QTRY_COMPARE(run.eventsOf<AccountUse>().last().heldUntilMs, qint64(0));
}

void TestEngineRead::rightsEndIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("atTheList");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("401 to the list") << 401 << true << Reason::CredentialsRejected;
    QTest::newRow("403 to the list") << 403 << true << Reason::NotPermitted;
    QTest::newRow("401 to a detail") << 401 << false << Reason::CredentialsRejected;
    QTest::newRow("403 to a detail") << 403 << false << Reason::NotPermitted;
}

void TestEngineRead::rightsEndIt()
{
    QFETCH(const int, status);
    QFETCH(const bool, atTheList);
    QFETCH(const Reason, reason);
    EngineRun run(readLimits());
    ReadWorld world { .live = callIds(300) };
    world.before = [=](const Request &request) -> std::optional<Answer> {
        if (!ReadWorld::isList(request) && atTheList)
            return Answer::callNotFound().uponRelease(); // the list's refusal comes first
        if (ReadWorld::isList(request) != atTheList)
            return std::nullopt;
        return status == 401 ? Answer::unauthorizedText() : Answer::forbidden();
    };
    world.serve(*run.server);
    run.engine->readDetails(callIds(2, 900), ReadUrgency::Wanted);
    run.engine->readCalls(1, {});
    QCOMPARE(waitReading(run, 1), reason);
    run.server->release();
    QCOMPARE(infosOf(run), u"live 0, gone 0, unclear 2"_s); // those that somebody waits for
    QCOMPARE(infoOf(run, callId(900)).reason, reason);
    if (atTheList)
        QCOMPARE(listOf(run).complete, false);
    QVERIFY(run.waitQuiet());
    const int asked = run.server->count();
    QVERIFY2(asked <= 2 + 2 * 6, qPrintable(QString::number(asked))); // what was on its way
    QTest::qWait(150);
    QCOMPARE(run.server->count(), asked);
    QCOMPARE(brokenReading(run), QString());
}

void TestEngineRead::withoutATokenNothingIsAsked()
{
    EngineRun run(readLimits());
    ReadWorld { .live = callIds(3) }.serve(*run.server);
    run.engine->setToken(std::nullopt);
    run.engine->readCalls(1, {});
    run.engine->readDetails({ callId(7) }, ReadUrgency::Wanted);
    QCOMPARE(waitReading(run, 1), Reason::NoToken);
    QCOMPARE(listOf(run).complete, false);
    QCOMPARE(listOf(run).reason, Reason::NoToken);
    QCOMPARE(infoOf(run, callId(7)).reason, Reason::NoToken);
    QCOMPARE(run.server->count(), 0);
}

void TestEngineRead::theTokenGoesInTheMiddle()
{
    EngineRun run(readLimits());
    ReadWorld world { .live = callIds(300), .details = Ms(20) };
    world.serve(*run.server);
    run.engine->readCalls(1, {});
    QTRY_VERIFY(run.eventsOf<CallInfoRead>().size() > 3);
    run.engine->setToken(std::nullopt);
    QCOMPARE(waitReading(run, 1), Reason::NoToken);
    const int asked = run.server->count();
    QVERIFY(asked < 300);
    QTest::qWait(150);
    QVERIFY(run.server->count() <= asked + 6);
}

void TestEngineRead::aListOf100000()
{
    EngineRun run(readLimits());
    ReadWorld { .live = callIds(100'000), .details = Ms(50) }.serve(*run.server);
    run.engine->readCalls(1, {});
    QTRY_COMPARE_WITH_TIMEOUT(run.eventsOf<CallListRead>().size(), 1, 60'000);
    QCOMPARE(listOf(run).live.size(), 100'000);
    QCOMPARE(listOf(run).complete, true);
    QTRY_VERIFY_WITH_TIMEOUT(run.eventsOf<CallInfoRead>().size() > 5, 60'000);
    run.engine->stopReading();
    QCOMPARE(waitReading(run, 1), Reason::Stopped);
}

void TestEngineRead::aLongAnswerAboutOneCallIsCut()
{
    EngineLimits limits = readLimits();
    limits.bodyCap = 4096;
    EngineRun run(limits);
    run.server->setHandler([](const Request &request) {
        return Answer::json(200,
                            "{\"call_uuid\": \"" + request.callId() + "\", \"x\": \"" + QByteArray(9000, 'x') + "\"}");
    });
    run.engine->readDetails({ callId(1) }, ReadUrgency::Wanted);
    QTRY_COMPARE(infosOf(run), u"live 0, gone 0, unclear 1"_s);
    QCOMPARE(infoOf(run, callId(1)).reason, Reason::OddStatus);
}

void TestEngineRead::stopReadingStops()
{
    EngineRun run(readLimits());
    ReadWorld { .live = callIds(300), .details = Ms(30) }.serve(*run.server);
    run.engine->readCalls(1, {});
    QTRY_VERIFY(run.eventsOf<CallInfoRead>().size() > 3);
    run.engine->readDetails({ callId(299) }, ReadUrgency::Wanted);
    run.engine->stopReading();
    QCOMPARE(waitReading(run, 1), Reason::Stopped);
    QTRY_COMPARE(infoOf(run, callId(299)).state, LookState::Live);
    QTest::qWait(100);
    QVERIFY2(run.server->count() < 60, qPrintable(QString::number(run.server->count())));
    QCOMPARE(run.eventsOf<ReadingFinished>().size(), 1);
}

void TestEngineRead::anotherReadingTakesItsPlace()
{
    EngineRun run(readLimits());
    ReadWorld { .live = callIds(100), .details = Ms(50) }.serve(*run.server);
    run.engine->readCalls(1, {});
    QTRY_VERIFY(run.eventsOf<CallInfoRead>().size() > 10);
    run.engine->readCalls(2, {});
    QCOMPARE(waitReading(run, 1), Reason::Stopped);
    QCOMPARE(waitReading(run, 2), Reason::None);
    QCOMPARE(run.eventsOf<CallListRead>().size(), 2);
    QSet<CallId> read;
    for (const CallInfoRead &info : run.eventsOf<CallInfoRead>())
        read.insert(info.id);
    QCOMPARE(read.size(), 100);
    QCOMPARE(brokenReading(run), QString());
}

/// A list that still has it, as lists lag behind, is no reason to keep what it was.
void TestEngineRead::whatWasEndedHereIsReadAnew()
{
    EngineRun run(readLimits());
    ReadWorld world { .live = callIds(20) };
    world.before = [](const Request &request) -> std::optional<Answer> { // so that the reading does not come to its end
        return request.ask() && request.callId() == callId(20).toLatin1()
            ? std::optional(Answer::liveCall(request.callId()).uponRelease())
            : std::nullopt;
    };
    world.serve(*run.server);
    run.engine->readCalls(1, {});
    const auto readings = [&run](int n) {
        int count = 0;
        for (const CallInfoRead &info : run.eventsOf<CallInfoRead>())
            count += info.id == callId(n) ? 1 : 0;
        return count;
    };
    QTRY_VERIFY(readings(1) == 1 && readings(2) == 1);
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::Ended);
    run.engine->readCalls(2, {}, DetailsRead::Keep);
    run.server->release();
    QCOMPARE(waitReading(run, 1), Reason::Stopped); // before its end: what was read is kept then
    QCOMPARE(waitReading(run, 2), Reason::None);
    QCOMPARE(readings(1), 2);
    QCOMPARE(readings(2), 1);
}

QTEST_GUILESS_MAIN(TestEngineRead)
#include "tst_engineread.moc"
