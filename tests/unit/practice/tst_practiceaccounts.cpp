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

/// Requests with ids of their own, and the second account.
class PracticeAccountsTest : public PracticeTest
{
    Q_OBJECT
private Q_SLOTS:
    void anIdOfARequestIsNoCalls();
    void aRequestCancelsAQueuedCall_data();
    void aRequestCancelsAQueuedCall();
    void aRequestWithoutAnIdCancelsAll();
    void accountsDoNotKnowEachOthersCalls_data();
    void accountsDoNotKnowEachOthersCalls();
    void anAccountNeedsItsOwnCredentials_data();
    void anAccountNeedsItsOwnCredentials();
    void endingAllEndsOneAccountsCalls();
};

void PracticeAccountsTest::anIdOfARequestIsNoCalls()
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

void PracticeAccountsTest::aRequestCancelsAQueuedCall_data()
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

void PracticeAccountsTest::aRequestCancelsAQueuedCall()
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
void PracticeAccountsTest::aRequestWithoutAnIdCancelsAll()
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

void PracticeAccountsTest::accountsDoNotKnowEachOthersCalls_data()
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

void PracticeAccountsTest::accountsDoNotKnowEachOthersCalls()
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

void PracticeAccountsTest::anAccountNeedsItsOwnCredentials_data()
{
    QTest::addColumn<int>("path");
    QTest::addColumn<int>("user");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("name");
    QTest::newRow("the first's") << 0 << 0 << 200 << u"Practice account"_s;
    QTest::newRow("the second's") << 1 << 1 << 200 << u"Practice account 2"_s;
    QTest::newRow("the first's for the second") << 1 << 0 << 401 << QString();
    QTest::newRow("the second's for the first") << 0 << 1 << 401 << QString();
}

void PracticeAccountsTest::anAccountNeedsItsOwnCredentials()
{
    QFETCH(int, path);
    QFETCH(int, user);
    const QList<AuthId> ids = PracticeWorld::accounts();
    QCOMPARE(ids.size(), 2);
    QCOMPARE(ids.at(0), Account::practice().authId);
    QCOMPARE(ids.at(1), Account::secondPractice().authId);
    const PracticeAnswer answer
        = world->answer({ "GET"_ba, QUrl(u"https://practice.invalid/v1/Account/"_s + ids.at(path).toString() + u'/'),
                          "Basic " + (ids.at(user).toLatin1() + ":any").toBase64() });
    QTEST(answer.status, "status");
    QTEST(bodyOf(answer).value("name"_L1).toString(), "name");
}

void PracticeAccountsTest::endingAllEndsOneAccountsCalls()
{
    const AuthId second = PracticeWorld::accounts().at(1);
    const qsizetype first = world->liveCount();
    QCOMPARE_GT(world->liveCount(second), 5);
    QCOMPARE(world->answer(askSecond("DELETE"_ba, u"Call/"_s)).status, 204);
    QCOMPARE(world->liveCount(second), 0);
    QCOMPARE(world->liveCount(), first);
}

QTEST_GUILESS_MAIN(PracticeAccountsTest)
#include "tst_practiceaccounts.moc"
