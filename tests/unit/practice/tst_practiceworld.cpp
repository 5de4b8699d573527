// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/account.h"
#include "domain/callscan.h"
#include "practice/practicefate.h"
#include "practiceask.h"
#include "practicetest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;
using namespace hangup::test;

namespace {

QByteArray header(const PracticeAnswer &answer, QByteArrayView wanted)
{
    for (const auto &[name, value] : answer.headers) {
        if (name == wanted)
            return value;
    }
    return {};
}

// The final status of each call of a ticket, a 429 being asked again as the engine does.
QMap<int, int> statusesOf(PracticeWorld &world, FakeClock &clock, const ScanResult &scan)
{
    QMap<int, int> count;
    for (const FoundCall &call : scan.found) {
        PracticeAnswer answer = world.answer(hangUp(call.id));
        while (answer.status == 429) {
            clock.advance(std::chrono::seconds(header(answer, "Retry-After").toInt()));
            answer = world.answer(hangUp(call.id));
        }
        ++count[answer.status];
    }
    return count;
}

} // namespace

class PracticeWorldTest : public PracticeTest
{
    Q_OBJECT
private Q_SLOTS:
    void idsNameTheirPlaceAndNothingElse();
    void aForeignIdIsNoPlace_data();
    void aForeignIdIsNoPlace();
    void aTicketNamesSixteenCalls_data();
    void aTicketNamesSixteenCalls();
    void ticketsNameDifferentCalls();
    void theWholeJobOfATicket_data();
    void theWholeJobOfATicket();
    void someSeventyCallsAgeFromSecondsToADay();
    void aCallEndsOnce();
    void aCallEndsByItself();
    void aQueuedCallCanBeCancelled();
    void aBurstIsTheAccountsAndPasses();
    void answersTakeTheirTime();
    void requestsAreReadAsPlivoDoes_data();
    void requestsAreReadAsPlivoDoes();
    void aDeleteWithoutAnIdEndsAll_data();
    void aDeleteWithoutAnIdEndsAll();
};

void PracticeWorldTest::idsNameTheirPlaceAndNothingElse()
{
    QSet<CallId> seen;
    for (const quint32 ticket : { 0U, 1U, 2U, 1000U, 0x7fffffffU, StandingCalls }) {
        for (quint8 place = 0; place < CallsPerTicket; ++place) {
            const PracticePlace written { ticket, place };
            QCOMPARE(practicePlace(practiceCallId(written)), std::optional(written));
            seen.insert(practiceCallId(written));
        }
    }
    QCOMPARE(seen.size(), 6 * CallsPerTicket);
}

void PracticeWorldTest::aForeignIdIsNoPlace_data()
{
    QTest::addColumn<QString>("text");
    const QString own = practiceCallId({ 3, 4 }).toString();
    QTest::newRow("an id of Plivo's documentation") << u"defb0706-86a6-11e4-b303-498d468c930b"_s;
    QTest::newRow("all ones") << u"ffffffff-ffff-ffff-ffff-ffffffffffff"_s;
    QTest::newRow("ours with another last digit") << own.chopped(1) + (own.endsWith(u'0') ? u'1' : u'0');
    QTest::newRow("ours with another first digit") << (own.startsWith(u'0') ? u'1' : u'0') + own.mid(1);
    QTest::newRow("a place past the last of a ticket") << practiceCallId({ 3, CallsPerTicket }).toString();
}

void PracticeWorldTest::aForeignIdIsNoPlace()
{
    QFETCH(QString, text);
    const auto id = CallId::parse(text);
    QVERIFY(id);
    QCOMPARE(practicePlace(*id), std::nullopt);
    const PracticeAnswer answer = world->answer(hangUp(*id));
    QCOMPARE(answer.status, 404);
    QCOMPARE(bodyOf(answer).value("error"_L1).toString(), u"call not found"_s);
}

void PracticeWorldTest::aTicketNamesSixteenCalls_data()
{
    QTest::addColumn<int>("nth");
    QTest::newRow("the first ticket") << 0;
    QTest::newRow("the second ticket") << 1;
    QTest::newRow("the hundredth ticket") << 99;
}

void PracticeWorldTest::aTicketNamesSixteenCalls()
{
    QFETCH(int, nth);
    const ScanResult scan = scanCalls(PracticeWorld::sampleTicket(nth));
    QSet<quint8> places;
    int requests = 0;
    int parents = 0;
    for (const FoundCall &call : scan.found) {
        // Of later tickets the request has an id of its own.
        const bool own = nth > 0 && call.mark == IdMark::Request;
        const auto place = own ? practiceRequestPlace(call.id) : practicePlace(call.id);
        QVERIFY(place);
        QCOMPARE(place->ticket, quint32(nth));
        places.insert(place->place);
        requests += call.mark == IdMark::Request ? 1 : 0;
        parents += call.mark == IdMark::ParentLeg ? 1 : 0;
    }
    QCOMPARE(places.size(), CallsPerTicket);
    QCOMPARE(scan.found.size(), CallsPerTicket);
    QCOMPARE(requests, 1);
    QCOMPARE(parents, 1);
    QMap<IgnoredReason, int> ignored;
    for (const IgnoredText &text : scan.ignored)
        ++ignored[text.reason];
    const QMap<IgnoredReason, int> wanted { { IgnoredReason::Duplicate, 1 },
                                            { IgnoredReason::CutOff, 1 },
                                            { IgnoredReason::NamedOtherwise, 1 } };
    QCOMPARE(ignored, wanted);
}

void PracticeWorldTest::ticketsNameDifferentCalls()
{
    QSet<CallId> seen;
    for (int nth = 0; nth < 20; ++nth) {
        for (const FoundCall &call : scanCalls(PracticeWorld::sampleTicket(nth)).found)
            seen.insert(call.id);
    }
    QCOMPARE(seen.size(), 20 * CallsPerTicket);
    QCOMPARE(PracticeWorld::sampleTicket(7), PracticeWorld::sampleTicket(7));
}

void PracticeWorldTest::theWholeJobOfATicket_data()
{
    aTicketNamesSixteenCalls_data();
}

void PracticeWorldTest::theWholeJobOfATicket()
{
    QFETCH(int, nth);
    // Of later tickets one id is a request's, which is no call.
    const QMap<int, int> wanted {
        { 204, nth == 0 ? 9 : 8 }, { 404, nth == 0 ? 2 : 3 }, { 400, 1 }, { 500, 2 }, { 0, 2 }
    };
    QCOMPARE(statusesOf(*world, *clock, scanCalls(PracticeWorld::sampleTicket(nth))), wanted);
}

void PracticeWorldTest::someSeventyCallsAgeFromSecondsToADay()
{
    const QJsonArray live = bodyOf(world->answer(ask("GET"_ba, u"Call/?status=live"_s))).value("calls"_L1).toArray();
    const QJsonArray queued
        = bodyOf(world->answer(ask("GET"_ba, u"Call/?status=queued"_s))).value("calls"_L1).toArray();
    QCOMPARE(queued.size(), 7);
    QCOMPARE(live.size(), world->liveCount() + 1); // one has ended since
    QCOMPARE_GT(live.size(), 60);
    QCOMPARE_LT(live.size(), 80);
    int young = 0;
    int old = 0;
    int unreadable = 0;
    for (const QJsonValue &id : live) {
        const auto details = bodyOf(world->answer(ask("GET"_ba, u"Call/"_s + id.toString() + u"/?status=live"_s)));
        auto start = QDateTime::fromString(details.value("session_start"_L1).toString().left(23),
                                           u"yyyy-MM-dd HH:mm:ss.zzz"_s);
        start.setTimeZone(QTimeZone::utc());
        const auto age = std::chrono::milliseconds(clock->wall().count() - start.toMSecsSinceEpoch());
        unreadable += !start.isValid() || age < 0s ? 1 : 0;
        young += start.isValid() && age >= 0s && age < 1min ? 1 : 0;
        old += start.isValid() && age > 24h ? 1 : 0;
        QVERIFY(!start.isValid() || age < 31h);
    }
    QCOMPARE(unreadable, 4); // without fields, in the future, with odd ones, and the one that has ended
    QCOMPARE_GT(young, 3);
    QCOMPARE_GT(old, 1);
}

void PracticeWorldTest::aCallEndsOnce()
{
    const CallId id = practiceCallId({ 0, 0 });
    QVERIFY(world->isLive(id));
    const qsizetype before = world->liveCount();
    const PracticeAnswer first = world->answer(hangUp(id));
    QCOMPARE(first.status, 204);
    QCOMPARE(first.body, QByteArray());
    QCOMPARE(world->liveCount(), before - 1);
    QCOMPARE(world->answer(hangUp(id)).status, 404);
    QCOMPARE(world->answer(ask("GET"_ba, u"Call/"_s + id.toString() + u"/?status=live"_s)).status, 404);
}

void PracticeWorldTest::aCallEndsByItself()
{
    const CallId id = practiceCallId({ 0, 13 });
    QCOMPARE(practiceFate({ 0, 13 }), PracticeFate::EndsByItself);
    const qsizetype before = world->liveCount();
    QVERIFY(world->isLive(id));
    clock->advance(5min);
    QVERIFY(!world->isLive(id));
    QCOMPARE_LT(world->liveCount(), before);
    QCOMPARE(world->answer(hangUp(id)).status, 404);
}

void PracticeWorldTest::aQueuedCallCanBeCancelled()
{
    const CallId id = practiceCallId({ StandingCalls, 0 });
    QVERIFY(!world->isLive(id));
    QCOMPARE(world->answer(hangUp(id)).status, 204);
    QCOMPARE(world->answer(hangUp(id)).status, 404);
    const CallId dialled = practiceCallId({ StandingCalls, 1 });
    clock->advance(10min);
    QVERIFY(world->isLive(dialled));
}

void PracticeWorldTest::aBurstIsTheAccountsAndPasses()
{
    const CallId limited = practiceCallId({ 0, 4 });
    QCOMPARE(practiceFate({ 0, 4 }), PracticeFate::Limited);
    const PracticeAnswer first = world->answer(hangUp(limited));
    QCOMPARE(first.status, 429);
    QCOMPARE(header(first, "Retry-After"), "1"_ba);
    QVERIFY(!bodyOf(first).value("api_id"_L1).toString().isEmpty());
    QCOMPARE(world->answer(hangUp(practiceCallId({ 0, 0 }))).status, 429);
    QVERIFY(world->isLive(practiceCallId({ 0, 0 })));
    clock->advance(1s);
    QCOMPARE(world->answer(hangUp(limited)).status, 204);
    QCOMPARE(world->answer(hangUp(practiceCallId({ 0, 0 }))).status, 204);
}

void PracticeWorldTest::answersTakeTheirTime()
{
    for (int i = 0; i < 50; ++i) {
        const auto delay = world->answer(ask("GET"_ba, u"Call/?status=live"_s)).delay;
        QCOMPARE_GE(delay.count(), 60);
        QCOMPARE_LE(delay.count(), 120);
    }
    const auto slow = world->answer(hangUp(practiceCallId({ 0, 6 }))).delay;
    QCOMPARE_GE(slow.count(), 2000);
    QCOMPARE_LE(slow.count(), 3000);
    const auto verySlow = world->answer(hangUp(practiceCallId({ 0, 14 }))).delay;
    QCOMPARE_GT(verySlow.count(), 5000);
    QCOMPARE_LT(verySlow.count(), 10000); // the engine's deadline
    PracticeWorld quick(true, clock);
    QCOMPARE(quick.answer(hangUp(practiceCallId({ 0, 0 }))).delay.count(), 0);
    QCOMPARE_LT(quick.answer(hangUp(practiceCallId({ 0, 14 }))).delay.count(), 100);
}

void PracticeWorldTest::requestsAreReadAsPlivoDoes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    const QString account = u"/v1/Account/"_s + Account::practice().authId.toString() + u'/';
    const QString call = account + u"Call/"_s + practiceCallId({ 0, 0 }).toString() + u'/';
    const QByteArray right = rightAuthorization();
    const auto basic = [](const QByteArray &text) { return "Basic " + text.toBase64(); };
    QTest::newRow("no authorization") << "DELETE"_ba << call << QByteArray() << 401;
    QTest::newRow("not Basic") << "DELETE"_ba << call << "Bearer x"_ba << 401;
    QTest::newRow("not base64") << "DELETE"_ba << call << "Basic !!!"_ba << 401;
    QTest::newRow("another account's id") << "DELETE"_ba << call << basic("MAABCDEFGHIJKLMNOPQR:t"_ba) << 401;
    QTest::newRow("no token") << "DELETE"_ba << call << basic(Account::practice().authId.toLatin1() + ':') << 401;
    QTest::newRow("another account's path")
        << "DELETE"_ba << u"/v1/Account/MAABCDEFGHIJKLMNOPQR/Call/x/"_s << right << 401;
    QTest::newRow("no trailing slash") << "DELETE"_ba << call.chopped(1) << right << 404;
    QTest::newRow("another resource") << "DELETE"_ba << account + u"Request/x/"_s << right << 404;
    QTest::newRow("an id that is none") << "DELETE"_ba << account + u"Call/x/"_s << right << 404;
    QTest::newRow("a path below the call") << "DELETE"_ba << call + u"Record/"_s << right << 404;
    QTest::newRow("a POST") << "POST"_ba << call << right << 405;
    QTest::newRow("the account itself") << "GET"_ba << account << right << 200;
    QTest::newRow("a live list without a status") << "GET"_ba << account + u"Call/"_s << right << 400;
    QTest::newRow("the record of a live call") << "GET"_ba << call << right << 404;
    QTest::newRow("a live call") << "GET"_ba << call + u"?status=live"_s << right << 200;
    QTest::newRow("a live call that is not queued") << "GET"_ba << call + u"?status=queued"_s << right << 404;
    QTest::newRow("all in order") << "DELETE"_ba << call << right << 204;
}

void PracticeWorldTest::requestsAreReadAsPlivoDoes()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    const CallId id = practiceCallId({ 0, 0 });
    const PracticeAnswer answer = world->answer({ method, QUrl(u"https://practice.invalid"_s + path), authorization });
    QCOMPARE(answer.status, status);
    QCOMPARE(world->isLive(id), status != 204);
    if (answer.contentType == "application/json")
        QCOMPARE(bodyOf(answer).value("api_id"_L1).toString().size(), 36);
}

void PracticeWorldTest::aDeleteWithoutAnIdEndsAll_data()
{
    QTest::addColumn<QString>("rest");
    QTest::newRow("no id") << u"Call/"_s;
    QTest::newRow("a dot") << u"Call/./"_s;
    QTest::newRow("an encoded dot") << u"Call/%2e/"_s;
    QTest::newRow("out and in again") << u"Call/x/../"_s;
}

// The trap that the gate before each send is there for: the practice account must not be kinder than Plivo.
void PracticeWorldTest::aDeleteWithoutAnIdEndsAll()
{
    QFETCH(QString, rest);
    QCOMPARE_GT(world->liveCount(), 30);
    QCOMPARE(world->answer(ask("DELETE"_ba, rest)).status, 204);
    QCOMPARE(world->liveCount(), 0);
}

QTEST_GUILESS_MAIN(PracticeWorldTest)
#include "tst_practiceworld.moc"
