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

/// What is told of the calls: legs, numbers, states and odd data.
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
    void theTicketSaysWhatPlivoSays_data();
    void theTicketSaysWhatPlivoSays();
    void aTicketsCallsWaitUntilItIsSeen();

private:
    QJsonObject live(PracticePlace place)
    {
        return bodyOf(world->answer(look(practiceCallId(place), u"?status=live"_s)));
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
