// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practicecard.h"
#include "practiceask.h"
#include "practicetest.h"

#include <QJsonArray>
#include <QTest>

using namespace std::chrono_literals;
using namespace hangup;
using namespace hangup::test;

/// What is told of the calls: legs, numbers, states and odd data; requests with ids of their own; the second account.
class PracticeCardsTest : public PracticeTest
{
    Q_OBJECT
private Q_SLOTS:
    void detailsSayWhatTheCallIsThereFor_data();
    void detailsSayWhatTheCallIsThereFor();
    void numbersAreOfMadeUpPeople_data();
    void numbersAreOfMadeUpPeople();
    void timesHavePlivosFormats();
    void aLegNamesItsOtherLeg_data();
    void aLegNamesItsOtherLeg();
    void someLegsLoseTheOther_data();
    void someLegsLoseTheOther();
    void oddDataStayOdd_data();
    void oddDataStayOdd();
    void anIdOfARequestIsNoCalls();
    void aRequestCancelsAQueuedCall_data();
    void aRequestCancelsAQueuedCall();
    void aRequestWithoutAnIdCancelsAll();
    void theTicketSaysWhatPlivoSays_data();
    void theTicketSaysWhatPlivoSays();
    void accountsDoNotKnowEachOthersCalls_data();
    void accountsDoNotKnowEachOthersCalls();
    void anAccountNeedsItsOwnCredentials_data();
    void anAccountNeedsItsOwnCredentials();
    void endingAllEndsOneAccountsCalls();
    void aTicketsCallsWaitUntilItIsSeen();

private:
    QJsonObject live(PracticePlace place)
    {
        return bodyOf(world->answer(look(practiceCallId(place), u"?status=live"_s)));
    }
    PracticeRequest askSecond(const QByteArray &method, const QString &rest)
    {
        const AuthId id = PracticeWorld::accounts().at(1);
        return { method, QUrl(u"https://practice.invalid/v1/Account/"_s + id.toString() + u'/' + rest),
                 "Basic " + (id.toLatin1() + ":any").toBase64() };
    }
};

void PracticeCardsTest::detailsSayWhatTheCallIsThereFor_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    const auto row
        = [](const char *name, int place, const QString &field, const QString &value,
             const QString &status = u"live"_s) { QTest::newRow(name) << place << status << field << value; };
    row("a customer on the hotline", 26, u"to"_s, u"18005550100"_s);
    row("she called in", 26, u"direction"_s, u"inbound"_s);
    row("and somebody answered", 26, u"call_status"_s, u"in-progress"_s);
    row("her name is known", 26, u"caller_name"_s, u"Maya Lindqvist"_s);
    row("one still rings there", 28, u"call_status"_s, u"ringing"_s);
    row("an emergency", 29, u"to"_s, u"911"_s);
    row("one that nobody answers", 41, u"call_status"_s, u"ringing"_s);
    row("one of two alike", 39, u"to"_s, u"13125550177"_s);
    row("the other of two alike", 40, u"to"_s, u"13125550177"_s);
    row("one of two alike, from", 39, u"from"_s, u"12125550150"_s);
    row("the other of two alike, from", 40, u"from"_s, u"12125550150"_s);
    row("a queued one", 42, u"call_status"_s, u"queued"_s, u"queued"_s);
    row("an API-made call has its request's id", 42, u"request_uuid"_s,
        practiceCallId({ StandingCalls, 42 }).toString(), u"queued"_s);
    row("but not one of many", 44, u"request_uuid"_s, practiceRequestId({ StandingCalls, 44 }).toString(), u"queued"_s);
    row("nor an inbound one", 26, u"request_uuid"_s, practiceRequestId({ StandingCalls, 26 }).toString());
    row("nor a B leg", 31, u"request_uuid"_s, practiceRequestId({ StandingCalls, 31 }).toString());
}

void PracticeCardsTest::detailsSayWhatTheCallIsThereFor()
{
    QFETCH(int, place);
    QFETCH(QString, status);
    QFETCH(QString, field);
    const CallId id = practiceCallId({ StandingCalls, quint8(place) });
    const QJsonObject details = bodyOf(world->answer(look(id, u"?status="_s + status)));
    QCOMPARE(details.value("call_uuid"_L1).toString(), id.toString());
    QTEST(details.value(field).toString(), "value");
}

void PracticeCardsTest::numbersAreOfMadeUpPeople_data()
{
    QTest::addColumn<quint32>("ticket");
    QTest::newRow("the first ticket") << 0U;
    QTest::newRow("the second ticket") << 1U;
    QTest::newRow("the standing calls") << StandingCalls;
    QTest::newRow("the second account's") << SecondStandingCalls;
    QTest::newRow("those that arrive") << ArrivingCalls;
}

// 555-01xx, in areas that there are; but for the numbers to protect.
void PracticeCardsTest::numbersAreOfMadeUpPeople()
{
    QFETCH(quint32, ticket);
    static const QRegularExpression customer(u"^1(206|212|303|312|404|415|617|713|718)55501[0-9]{2}$"_s);
    static const QRegularExpression ours(u"^121255501[0-9]{2}$"_s);
    QSet<QString> seen;
    for (quint16 place = 0; place < practicePlaceCount(ticket); ++place) {
        const PracticeCard card = practiceCard({ ticket, quint8(place) });
        const QString theirs = card.inbound ? card.from : card.to;
        const QString line = card.inbound ? card.to : card.from;
        QVERIFY2(customer.match(theirs).hasMatch() || theirs == "911"_L1, qPrintable(theirs));
        QVERIFY2(ours.match(line).hasMatch() || line == "18005550100"_L1, qPrintable(line));
        QVERIFY(!card.callerName.isEmpty());
        seen.insert(theirs);
    }
    QCOMPARE_GT(seen.size(), practicePlaceCount(ticket) / 2);
}

// "2017-05-22 13:17:49.050872" and "2022-06-28 19:39:05+05:30", as Plivo's documentation has them.
void PracticeCardsTest::timesHavePlivosFormats()
{
    const QJsonObject details = live({ StandingCalls, 45 });
    // 30:12:05 before the clock's 2026-11-24 13:02:11.084
    const QString start = details.value("session_start"_L1).toString();
    QCOMPARE(start.left(23), u"2026-11-23 06:50:06.084"_s);
    QCOMPARE(start.size(), 26);
    world->answer(hangUp(practiceCallId({ StandingCalls, 45 })));
    clock->advance(6s);
    const QJsonObject record = bodyOf(world->answer(look(practiceCallId({ StandingCalls, 45 }), {})));
    QCOMPARE(record.value("initiation_time"_L1).toString(), u"2026-11-23 12:20:06+05:30"_s);
    QCOMPARE(record.value("end_time"_L1).toString(), u"2026-11-24 18:32:11+05:30"_s);
    QCOMPARE(record.value("call_duration"_L1).toInt(), 30 * 3600 + 12 * 60 + 5);
    const CallId second = practiceCallId({ SecondStandingCalls, 1 });
    world->answer(askSecond("DELETE"_ba, u"Call/"_s + second.toString() + u'/'));
    clock->advance(6s);
    const QJsonObject other = bodyOf(world->answer(askSecond("GET"_ba, u"Call/"_s + second.toString() + u'/')));
    QCOMPARE(other.value("end_time"_L1).toString(), u"2026-11-24 13:02:17+00:00"_s);
}

void PracticeCardsTest::aLegNamesItsOtherLeg_data()
{
    QTest::addColumn<quint32>("ticket");
    QTest::addColumn<int>("place");
    QTest::addColumn<int>("parent");
    QTest::newRow("a B leg") << StandingCalls << 31 << 30;
    QTest::newRow("one of two B legs") << StandingCalls << 33 << 32;
    QTest::newRow("the other of two B legs") << StandingCalls << 34 << 32;
    QTest::newRow("a B leg whose A leg is over") << StandingCalls << 35 << 36;
    QTest::newRow("a ticket's") << 0U << 3 << 11;
    QTest::newRow("another ticket's") << 7U << 3 << 11;
    QTest::newRow("an A leg has none") << StandingCalls << 30 << -1;
}

void PracticeCardsTest::aLegNamesItsOtherLeg()
{
    QFETCH(quint32, ticket);
    QFETCH(int, place);
    QFETCH(int, parent);
    const PracticePlace leg { ticket, quint8(place) };
    const QString wanted = parent < 0 ? QString() : practiceCallId({ ticket, quint8(parent) }).toString();
    QCOMPARE(live(leg).value("call_uuid"_L1).toString(), practiceCallId(leg).toString());
    QCOMPARE(live(leg).value("parent_call_uuid"_L1).toString(), wanted);
    const PracticeEnd end { .startedAt = 1'000'000s, .endedAt = 1'000'060s, .byUs = true };
    QCOMPARE(practiceRecord(leg, end).value("parent_call_uuid"_L1).toString(), wanted);
    QCOMPARE(practiceRecord(leg, end).value("parent_call_uuid"_L1).isNull(), parent < 0);
}

void PracticeCardsTest::someLegsLoseTheOther_data()
{
    QTest::addColumn<int>("stays");
    QTest::addColumn<int>("goes");
    QTest::addColumn<bool>("goneBefore");
    QTest::newRow("a B leg whose A leg was over before") << 35 << 36 << true;
    QTest::newRow("an A leg whose B leg ends while it is watched") << 37 << 38 << false;
    QTest::newRow("an A leg that keeps another B leg") << 34 << 33 << false;
}

void PracticeCardsTest::someLegsLoseTheOther()
{
    QFETCH(int, stays);
    QFETCH(int, goes);
    QFETCH(bool, goneBefore);
    const CallId staying = practiceCallId({ StandingCalls, quint8(stays) });
    const CallId going = practiceCallId({ StandingCalls, quint8(goes) });
    QVERIFY(world->isLive(staying));
    QCOMPARE(world->isLive(going), !goneBefore);
    clock->advance(52s);
    QVERIFY(world->isLive(staying));
    QVERIFY(!world->isLive(going));
    const QJsonObject record = bodyOf(world->answer(look(going, {})));
    QCOMPARE(record.value("hangup_cause_code"_L1).toInt(), 4000);
}

void PracticeCardsTest::oddDataStayOdd_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("fields are missing") << 46 << u"call_status=in-progress"_s;
    QTest::newRow("it starts in the future") << 47 << u"session_start=2026-11-26 12:51:11"_s;
    QTest::newRow("a number for a number") << 49 << u"from=12125550123"_s;
    QTest::newRow("null for a number") << 49 << u"to="_s;
    QTest::newRow("a direction nobody knows") << 49 << u"direction=sideways"_s;
    QTest::newRow("a state nobody knows") << 49 << u"call_status=transferring"_s;
    QTest::newRow("a time that is none") << 49 << u"session_start=yesterday"_s;
    QTest::newRow("markup in the name") << 49 << u"caller_name=<b>Bobby</b> \u202egnp.elbat"_s;
}

void PracticeCardsTest::oddDataStayOdd()
{
    QFETCH(int, place);
    QFETCH(QString, wanted);
    const QJsonObject details = live({ StandingCalls, quint8(place) });
    QVERIFY(!details.value("call_uuid"_L1).toString().isEmpty());
    if (place == 46)
        QCOMPARE(details.keys(), (QStringList { u"api_id"_s, u"call_status"_s, u"call_uuid"_s }));
    const QString key = wanted.section(u'=', 0, 0);
    const QJsonValue value = details.value(key);
    const QString text = value.isDouble() ? QString::number(value.toDouble(), 'f', 0) : value.toString();
    QCOMPARE(key + u'=' + text.left(qMax(0, wanted.size() - key.size() - 1)), wanted);
}

void PracticeCardsTest::anIdOfARequestIsNoCalls()
{
    QSet<CallId> seen;
    for (const quint32 ticket : { 0U, 1U, 1000U, StandingCalls, SecondStandingCalls, ArrivingCalls }) {
        for (quint8 place = 0; place < 9; ++place) {
            const PracticePlace written { ticket, place };
            const CallId request = practiceRequestId(written);
            QCOMPARE(practiceRequestPlace(request), std::optional(written));
            QCOMPARE(practicePlace(request), std::nullopt);
            QCOMPARE(practiceRequestPlace(practiceCallId(written)), std::nullopt);
            seen.insert(request);
            seen.insert(practiceCallId(written));
        }
    }
    QCOMPARE(seen.size(), 6 * 9 * 2);
}

void PracticeCardsTest::aRequestCancelsAQueuedCall_data()
{
    QTest::addColumn<CallId>("id");
    QTest::addColumn<int>("asCall");
    QTest::addColumn<int>("asRequest");
    QTest::addColumn<int>("again");
    const auto row = [](const char *name, const CallId &id, int asCall, int asRequest, int again) {
        QTest::newRow(name) << id << asCall << asRequest << again;
    };
    row("a request with an id of its own", practiceRequestId({ StandingCalls, 44 }), 404, 204, 404);
    row("the second ticket's request", practiceRequestId({ 1, 15 }), 404, 204, 404);
    row("a request with the call's id", practiceCallId({ StandingCalls, 42 }), -1, 204, 404);
    row("the first ticket's request", practiceCallId({ 0, 15 }), -1, 204, 404);
    row("the call of a request with another id", practiceCallId({ StandingCalls, 44 }), -1, 404, 404);
    row("a request whose call is live", practiceCallId({ StandingCalls, 41 }), -1, 404, 404);
    row("the request of an inbound call", practiceRequestId({ StandingCalls, 26 }), 404, 404, 404);
    row("the request of a call that has none", practiceRequestId({ StandingCalls, 42 }), 404, 404, 404);
    row("a request of the second account", practiceCallId({ SecondStandingCalls, 0 }), 404, 404, 404);
    row("nobody's", *CallId::parse(u"defb0706-86a6-11e4-b303-498d468c930b"_s), 404, 404, 404);
}

void PracticeCardsTest::aRequestCancelsAQueuedCall()
{
    QFETCH(CallId, id);
    QFETCH(int, asCall);
    QFETCH(int, again);
    // -1: a call, which it would end.
    if (asCall > 0) {
        const PracticeAnswer answer = world->answer(hangUp(id));
        QCOMPARE(answer.status, asCall);
        QCOMPARE(bodyOf(answer).value("error"_L1).toString(), u"call not found"_s);
        for (const QString &query : { u"?status=live"_s, u"?status=queued"_s, QString() })
            QCOMPARE(world->answer(look(id, query)).status, 404);
    }
    const PracticeRequest cancel = ask("DELETE"_ba, u"Request/"_s + id.toString() + u'/');
    QTEST(world->answer(cancel).status, "asRequest");
    const PracticeAnswer second = world->answer(cancel);
    QCOMPARE(second.status, again);
    QCOMPARE(bodyOf(second).value("api_id"_L1).toString().size(), 36);
    QCOMPARE(world->answer(ask("GET"_ba, u"Request/"_s + id.toString() + u'/')).status, 404);
    const auto place = practiceRequestPlace(id);
    if (place && second.status == 404 && practiceFate(*place) == PracticeFate::Queued) {
        clock->advance(6s);
        QCOMPARE(world->answer(look(practiceCallId(*place), u"?status=queued"_s)).status,
                 practiceCard(*place).request == id ? 404 : 200);
    }
}

// Nobody documents it: so it is the worst that it can be.
void PracticeCardsTest::aRequestWithoutAnIdCancelsAll()
{
    const qsizetype live = world->liveCount();
    const auto queued = [this] {
        return bodyOf(world->answer(ask("GET"_ba, u"Call/?status=queued"_s))).value("calls"_L1).toArray().size();
    };
    QCOMPARE(queued(), 7);
    QCOMPARE(world->answer(ask("DELETE"_ba, u"Request/"_s)).status, 204);
    QCOMPARE(queued(), 0);
    QCOMPARE(world->liveCount(), live);
}

void PracticeCardsTest::theTicketSaysWhatPlivoSays_data()
{
    QTest::addColumn<int>("nth");
    QTest::newRow("the first ticket") << 0;
    QTest::newRow("the fifth ticket") << 4;
}

void PracticeCardsTest::theTicketSaysWhatPlivoSays()
{
    QFETCH(int, nth);
    const QStringList lines = PracticeWorld::sampleTicket(nth).split(u'\n');
    int rows = 0;
    for (const QString &line : lines) {
        const QStringList cells = line.split(u',');
        const auto id = CallId::parse(cells.constFirst());
        if (!id || cells.size() != 6)
            continue;
        ++rows;
        const QJsonObject details = bodyOf(world->answer(look(*id, u"?status=live"_s)));
        if (practiceFate(*practicePlace(*id)) == PracticeFate::Over)
            continue;
        QCOMPARE(details.value("parent_call_uuid"_L1).toString(), cells.at(1));
        QCOMPARE(u'+' + details.value("from"_L1).toString(), cells.at(2));
        QCOMPARE(u'+' + details.value("to"_L1).toString(), cells.at(3));
        QCOMPARE(details.value("direction"_L1).toString(), cells.at(4));
    }
    QCOMPARE(rows, 8);
    QCOMPARE(PracticeWorld::sampleTicket(nth).count(u"+18005550100"_s), 1);
}

void PracticeCardsTest::accountsDoNotKnowEachOthersCalls_data()
{
    QTest::addColumn<CallId>("id");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    const auto row = [](const char *name, PracticePlace place, int first, int second) {
        QTest::newRow(name) << practiceCallId(place) << first << second;
    };
    row("a call of the first", { StandingCalls, 26 }, 200, 404);
    row("a ticket's call of the first", { 0, 0 }, 200, 404);
    row("an arrival of the first", arrivalPlace(ArrivedBefore), 200, 404);
    row("a call of the second", { SecondStandingCalls, 3 }, 404, 200);
    row("a call of the second that a ticket names", { 0, 12 }, 404, 200);
    row("and of the third ticket", { 2, 12 }, 404, 200);
    row("an id that nobody knows", { 1, 12 }, 404, 404);
}

void PracticeCardsTest::accountsDoNotKnowEachOthersCalls()
{
    QFETCH(CallId, id);
    QFETCH(int, first);
    QFETCH(int, second);
    const QString live = u"Call/"_s + id.toString() + u"/?status=live"_s;
    const QString end = u"Call/"_s + id.toString() + u'/';
    QCOMPARE(world->answer(ask("GET"_ba, live)).status, first);
    QCOMPARE(world->answer(askSecond("GET"_ba, live)).status, second);
    if (second != 200)
        QCOMPARE(world->answer(askSecond("DELETE"_ba, end)).status, 404);
    const auto list = [&](const PracticeRequest &request) {
        return bodyOf(world->answer(request)).value("calls"_L1).toArray().contains(id.toString());
    };
    QCOMPARE(list(askSecond("GET"_ba, u"Call/?status=live"_s)), second == 200);
    QCOMPARE(list(ask("GET"_ba, u"Call/?status=live"_s)), first == 200);
    if (second == 200) {
        QCOMPARE(world->answer(ask("DELETE"_ba, end)).status, 404);
        QVERIFY(world->isLive(id));
        QCOMPARE(world->answer(askSecond("DELETE"_ba, end)).status, 204);
        QVERIFY(!world->isLive(id));
    }
}

void PracticeCardsTest::anAccountNeedsItsOwnCredentials_data()
{
    QTest::addColumn<int>("path");
    QTest::addColumn<int>("user");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("name");
    QTest::newRow("the first's") << 0 << 0 << 200 << u"Practice account"_s;
    QTest::newRow("the second's") << 1 << 1 << 200 << u"Second practice account"_s;
    QTest::newRow("the first's for the second") << 1 << 0 << 401 << QString();
    QTest::newRow("the second's for the first") << 0 << 1 << 401 << QString();
}

void PracticeCardsTest::anAccountNeedsItsOwnCredentials()
{
    QFETCH(int, path);
    QFETCH(int, user);
    const QList<AuthId> ids = PracticeWorld::accounts();
    QCOMPARE(ids.size(), 2);
    QCOMPARE(ids.at(0), Account::practice().authId);
    const PracticeAnswer answer
        = world->answer({ "GET"_ba, QUrl(u"https://practice.invalid/v1/Account/"_s + ids.at(path).toString() + u'/'),
                          "Basic " + (ids.at(user).toLatin1() + ":any").toBase64() });
    QTEST(answer.status, "status");
    QTEST(bodyOf(answer).value("name"_L1).toString(), "name");
}

void PracticeCardsTest::endingAllEndsOneAccountsCalls()
{
    const AuthId second = PracticeWorld::accounts().at(1);
    const qsizetype first = world->liveCount();
    QCOMPARE_GT(world->liveCount(second), 5);
    QCOMPARE(world->answer(askSecond("DELETE"_ba, u"Call/"_s)).status, 204);
    QCOMPARE(world->liveCount(second), 0);
    QCOMPARE(world->liveCount(), first);
}

// Whoever opens the ninth ticket after an hour meets its calls as they were in the first minute.
void PracticeCardsTest::aTicketsCallsWaitUntilItIsSeen()
{
    clock->advance(1h);
    const CallId ends = practiceCallId({ 8, 13 });
    QCOMPARE(world->answer(look(ends, u"?status=live"_s)).status, 200);
    const CallId queued = practiceCallId({ 8, 15 });
    QCOMPARE(world->answer(look(queued, u"?status=queued"_s)).status, 200);
    clock->advance(5min);
    QCOMPARE(world->answer(look(ends, u"?status=live"_s)).status, 404);
    clock->advance(6s);
    const QJsonObject record = bodyOf(world->answer(look(ends, {})));
    QCOMPARE(record.value("end_time"_L1).toString(), u"2026-11-24 19:37:11+05:30"_s);
    clock->advance(5min);
    QCOMPARE(world->answer(look(queued, u"?status=live"_s)).status, 200);
}

QTEST_GUILESS_MAIN(PracticeCardsTest)
#include "tst_practicecards.moc"
