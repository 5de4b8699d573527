// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practicecard.h"
#include "practiceask.h"
#include "practicetest.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace std::chrono_literals;
using namespace hangup;
using namespace hangup::test;

/// What the lists of live and of queued calls say: filters, parts of them, and how they change while they are watched.
class PracticeListsTest : public PracticeTest
{
    Q_OBJECT
private Q_SLOTS:
    void filtersLeaveOutWhatDoesNotMatch_data();
    void filtersLeaveOutWhatDoesNotMatch();
    void aPartOfTheListIsGivenWhenAskedFor_data();
    void aPartOfTheListIsGivenWhenAskedFor();
    void thePartsAreTheWhole();
    void wrongQueriesAreRefused_data();
    void wrongQueriesAreRefused();
    void callsArriveAndEndWhileTheyAreWatched();
    void rowsKeepTheirOrder();
    void anArrivalRingsAndIsAnsweredOrNot_data();
    void anArrivalRingsAndIsAnsweredOrNot();
    void anArrivalThatHasNotBegunIsUnknown();
    void aListedCallThatHasEndedIsNotFound();

private:
    QStringList list(const QString &query)
    {
        QStringList ids;
        const PracticeAnswer answer = world->answer(ask("GET"_ba, u"Call/"_s + query));
        for (const QJsonValue &id : bodyOf(answer).value("calls"_L1).toArray())
            ids.append(id.toString());
        return ids;
    }
    QJsonObject details(const QString &id, const QString &status)
    {
        return bodyOf(world->answer(ask("GET"_ba, u"Call/"_s + id + u"/?status="_s + status)));
    }
};

void PracticeListsTest::filtersLeaveOutWhatDoesNotMatch_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("least");
    const auto row
        = [](const char *name, const QString &status, const QString &filter, const QString &field, const QString &value,
             int least) { QTest::newRow(name) << status << filter << field << value << least; };
    row("inbound", u"live"_s, u"&call_direction=inbound"_s, u"direction"_s, u"inbound"_s, 10);
    row("outbound", u"live"_s, u"&call_direction=outbound"_s, u"direction"_s, u"outbound"_s, 10);
    row("outbound and queued", u"queued"_s, u"&call_direction=outbound"_s, u"direction"_s, u"outbound"_s, 3);
    row("to the hotline", u"live"_s, u"&to_number=18005550100"_s, u"to"_s, u"18005550100"_s, 4);
    row("to the hotline, with a plus", u"live"_s, u"&to_number=%2B18005550100"_s, u"to"_s, u"18005550100"_s, 4);
    row("to an emergency number", u"live"_s, u"&to_number=911"_s, u"to"_s, u"911"_s, 1);
    row("a piece of a number", u"live"_s, u"&to_number=8005550"_s, u"to"_s, u"18005550100"_s, 4);
    row("from a number", u"live"_s, u"&from_number=12125550150"_s, u"from"_s, u"12125550150"_s, 2);
    row("of a number, all filters", u"live"_s,
        u"&from_number=12125550150&to_number=13125550177&call_direction=outbound"_s, u"to"_s, u"13125550177"_s, 2);
    row("nobody's number", u"live"_s, u"&to_number=4471"_s, u"to"_s, u""_s, 0);
    row("nobody's direction and number", u"live"_s, u"&to_number=911&call_direction=inbound"_s, u"to"_s, u""_s, 0);
}

void PracticeListsTest::filtersLeaveOutWhatDoesNotMatch()
{
    QFETCH(QString, status);
    QFETCH(QString, filter);
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(int, least);
    const QStringList all = list(u"?status="_s + status);
    const QStringList some = list(u"?status="_s + status + filter);
    QCOMPARE_GE(some.size(), least);
    if (least == 0)
        QCOMPARE(some, QStringList());
    if (status == "live"_L1)
        QCOMPARE_LT(some.size(), all.size());
    for (const QString &id : all) {
        const auto place = practicePlace(*CallId::parse(id));
        const bool readable = practiceCard(*place).oddity == PracticeOddity::None;
        if (readable)
            QCOMPARE(some.contains(id), details(id, status).value(field).toString() == value && least > 0);
    }
}

void PracticeListsTest::aPartOfTheListIsGivenWhenAskedFor_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("size");
    QTest::newRow("the first five") << u"&limit=5"_s << 0 << 5;
    QTest::newRow("the next five") << u"&limit=5&offset=5"_s << 5 << 5;
    QTest::newRow("more than a page holds") << u"&limit=1000"_s << 0 << 20;
    QTest::newRow("beyond the end") << u"&limit=20&offset=5000"_s << 0 << 0;
    QTest::newRow("a part with a filter") << u"&limit=1&offset=1&from_number=12125550150"_s << -1 << 1;
}

void PracticeListsTest::aPartOfTheListIsGivenWhenAskedFor()
{
    QFETCH(QString, query);
    QFETCH(int, from);
    QFETCH(int, size);
    const QStringList all = list(u"?status=live"_s);
    const QStringList part = list(u"?status=live"_s + query);
    QCOMPARE(part.size(), size);
    if (from >= 0)
        QCOMPARE(part, all.mid(from, size));
    else
        QCOMPARE(part.constFirst(), practiceCallId({ StandingCalls, 40 }).toString());
}

void PracticeListsTest::thePartsAreTheWhole()
{
    QStringList parts;
    for (int offset = 0; offset < 200; offset += 20)
        parts += list(u"?status=live&limit=20&offset=%1"_s.arg(offset));
    QCOMPARE(parts, list(u"?status=live"_s));
    QCOMPARE_GT(parts.size(), 60);
    QCOMPARE(list(u"?status=live&offset=60"_s), parts.mid(60));
}

void PracticeListsTest::wrongQueriesAreRefused_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("a direction that is none") << u"?status=live&call_direction=sideways"_s;
    QTest::newRow("a status that is none") << u"?status=dead"_s;
    QTest::newRow("no page at all") << u"?status=live&limit=0"_s;
    QTest::newRow("a page of less than nothing") << u"?status=live&limit=-1"_s;
    QTest::newRow("a limit that is no number") << u"?status=live&limit=ten"_s;
    QTest::newRow("an offset before the start") << u"?status=live&limit=5&offset=-1"_s;
    QTest::newRow("an offset that is no number") << u"?status=live&offset=x"_s;
}

void PracticeListsTest::wrongQueriesAreRefused()
{
    QFETCH(QString, query);
    const PracticeAnswer answer = world->answer(ask("GET"_ba, u"Call/"_s + query));
    QCOMPARE(answer.status, 400);
    QCOMPARE(bodyOf(answer).value("api_id"_L1).toString().size(), 36);
    QVERIFY(bodyOf(answer).contains("error"_L1));
}

void PracticeListsTest::callsArriveAndEndWhileTheyAreWatched()
{
    QSet<QString> seen;
    for (int minute = 0; minute < 30; ++minute) {
        const QStringList now = list(u"?status=live"_s);
        const QSet<QString> live(now.begin(), now.end());
        QCOMPARE(live.size(), now.size());
        if (minute > 0) {
            QVERIFY2(!(live - seen).isEmpty(), "a refresh shows something new");
            QVERIFY2(!(seen - live).isEmpty(), "a refresh misses something");
        }
        QCOMPARE_LT(now.size(), 100);
        QCOMPARE_GT(now.size(), 50);
        seen = live;
        clock->advance(1min);
    }
}

void PracticeListsTest::rowsKeepTheirOrder()
{
    const QStringList before = list(u"?status=live"_s);
    clock->advance(20s);
    const QStringList after = list(u"?status=live"_s);
    QStringList stayed;
    QStringList stayedBefore;
    std::copy_if(after.begin(), after.end(), std::back_inserter(stayed),
                 [&](const QString &id) { return before.contains(id); });
    std::copy_if(before.begin(), before.end(), std::back_inserter(stayedBefore),
                 [&](const QString &id) { return after.contains(id); });
    QCOMPARE(stayed, stayedBefore);
    QCOMPARE_GT(stayed.size(), 50);
}

void PracticeListsTest::anArrivalRingsAndIsAnsweredOrNot_data()
{
    QTest::addColumn<quint64>("number");
    QTest::addColumn<bool>("answered");
    QTest::newRow("one that is answered") << quint64(ArrivedBefore + 1) << true;
    QTest::newRow("one that nobody answers") << quint64(28) << false;
}

void PracticeListsTest::anArrivalRingsAndIsAnsweredOrNot()
{
    QFETCH(quint64, number);
    QFETCH(bool, answered);
    const PracticePlace place = arrivalPlace(number);
    const QString id = practiceCallId(place).toString();
    clock->advance(-practiceAge(place) + 1s);
    QVERIFY(list(u"?status=live"_s).contains(id));
    QCOMPARE(details(id, u"live"_s).value("call_status"_L1).toString(), u"ringing"_s);
    clock->advance(std::min(practiceRingsFor(place), practiceEndsAfter(place) + practiceAge(place) - 2s));
    QCOMPARE(details(id, u"live"_s).value("call_status"_L1).toString(), answered ? u"in-progress"_s : u"ringing"_s);
    clock->advance(ArrivalLastsAtMost + 6s);
    QVERIFY(!list(u"?status=live"_s).contains(id));
    const QJsonObject record = bodyOf(world->answer(look(practiceCallId(place), {})));
    QCOMPARE(record.value("call_state"_L1).toString(), answered ? u"ANSWER"_s : u"NO_ANSWER"_s);
    QCOMPARE(record.value("answer_time"_L1).isNull(), !answered);
    QCOMPARE(record.value("hangup_cause_code"_L1).toInt(), answered ? 4000 : 3000);
}

void PracticeListsTest::anArrivalThatHasNotBegunIsUnknown()
{
    const CallId id = practiceCallId(arrivalPlace(ArrivedBefore + 3));
    for (const QString &query : { u"?status=live"_s, u"?status=queued"_s, QString() })
        QCOMPARE(world->answer(look(id, query)).status, 404);
    QCOMPARE(world->answer(hangUp(id)).status, 404);
    clock->advance(31s);
    QCOMPARE(world->answer(look(id, u"?status=live"_s)).status, 200);
    QCOMPARE(world->answer(hangUp(id)).status, 204);
    QCOMPARE(world->answer(look(id, u"?status=live"_s)).status, 404);
}

void PracticeListsTest::aListedCallThatHasEndedIsNotFound()
{
    const CallId id = practiceCallId({ StandingCalls, 48 });
    QVERIFY(list(u"?status=live"_s).contains(id.toString()));
    QVERIFY(!world->isLive(id));
    QCOMPARE(world->answer(look(id, u"?status=live"_s)).status, 404);
    QCOMPARE(world->answer(hangUp(id)).status, 404);
    const PracticeAnswer record = world->answer(look(id, {}));
    QCOMPARE(record.status, 200);
    QVERIFY(bodyOf(record).contains("end_time"_L1));
    QVERIFY(!bodyOf(record).contains("hangup_source"_L1));
}

QTEST_GUILESS_MAIN(PracticeListsTest)
#include "tst_practicelists.moc"
