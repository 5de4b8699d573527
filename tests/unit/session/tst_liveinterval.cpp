// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "unit/session/callsbench.h"

#include <QRegularExpression>

#include <algorithm>

using namespace hangup;
using namespace hangup::test;

namespace {

constexpr auto Interval = 10s; // the shortest there is
constexpr auto AnInterval = 15'000;
constexpr auto MoreThanOne = 11'000;

void watch(const Bench &bench)
{
    Settings settings = bench.session->settings();
    settings.liveRefresh = Interval;
    bench.session->setSettings(settings);
    bench.session->live()->setWatched(true);
}

int lists(const FakeServer &server)
{
    const QList<Request> requests = server.requests();
    return static_cast<int>(std::count_if(requests.cbegin(), requests.cend(),
                                          [](const Request &request) { return request.target.contains("/Call/?"); }));
}

} // namespace

/// The interval by which the live calls are read anew.
class TestLiveInterval : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void goesOnWhileDetailsAreRead();
    void whatComesWhileAListIsAwaitedIsKept();
    void restsAfterARefusalOfRights();
    void anotherTokenEndsTheRest();
};

void TestLiveInterval::goesOnWhileDetailsAreRead()
{
    Bench bench;
    QMap<CallId, Card> cards;
    for (int n = 1; n <= 72; ++n)
        cards.insert(id(n), {});
    bench.setLive(cards);
    bench.setDetailsAfter(2s); // six at a time: 24 s
    QSignalSpy finished(bench.session->live(), &LiveCalls::finished);
    watch(bench);
    QTRY_COMPARE_WITH_TIMEOUT(bench.session->live()->state().calls, 72, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(bench.session->live()->state().detailsRead > 3, Patience);
    // One ends and another begins while details are read.
    cards.remove(id(1));
    cards.insert(id(99), {});
    bench.setLive(cards);
    QTRY_VERIFY_WITH_TIMEOUT(bench.session->live()->model()->rowOf(id(99)) >= 0, AnInterval);
    LiveState state = bench.session->live()->state();
    QCOMPARE(finished.count(), 0);
    QCOMPARE(state.reading, true);
    QVERIFY(bench.session->live()->model()->isGone(id(1)));
    QCOMPARE(state.calls, 72);
    QVERIFY2(state.detailsRead > 10, qPrintable(QString::number(state.detailsRead))); // what was read still counts
    QVERIFY(finished.wait(4 * AnInterval));
    state = bench.session->live()->state();
    QCOMPARE(state.detailsRead, 72);
    for (int n = 2; n <= 72; ++n)
        QCOMPARE(bench.server.countFor(id(n)), 1);
    QVERIFY(bench.session->live()->model()->info(id(99)));
    bench.session->live()->setWatched(false);
}

void TestLiveInterval::whatComesWhileAListIsAwaitedIsKept()
{
    Bench bench;
    bench.setLive({ { id(1), {} }, { id(2), {} } });
    bench.readAll();
    bench.setLive({ { id(1), {} }, { id(2), {} }, { id(3), {} } });
    QSignalSpy finished(bench.session->live(), &LiveCalls::finished);
    bench.server.hold([](const Request &request) { return request.target.contains("/Call/?"); });
    bench.session->live()->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(lists(bench.server), 3, Patience); // on its way
    bench.session->lookUp({ id(3) }); // new, and read before its list is there
    QSignalSpy read(bench.session.get(), &Session::infoRead);
    QVERIFY(read.wait(Patience));
    QCOMPARE(bench.session->live()->awaits(), LiveCalls::Awaits::List);
    bench.server.release();
    QVERIFY(finished.wait(Patience));
    QCOMPARE(bench.session->live()->state().detailsRead, 3);
    QVERIFY(bench.session->live()->model()->info(id(3)));
    QCOMPARE(bench.server.countFor(id(1)), 2);
    QCOMPARE(bench.server.countFor(id(3)), 1); // not once more after the list
}

void TestLiveInterval::restsAfterARefusalOfRights()
{
    Bench bench;
    bench.setLive({ { id(1), {} } });
    bench.setRefuseLists(true);
    QSignalSpy finished(bench.session->live(), &LiveCalls::finished);
    watch(bench);
    QVERIFY(finished.wait(Patience));
    QCOMPARE(bench.session->live()->awaits(), LiveCalls::Awaits::User);
    const int asked = bench.server.count();
    QTest::qWait(MoreThanOne);
    bench.session->live()->setWatched(false);
    bench.session->live()->setWatched(true);
    QCOMPARE(bench.server.count(), asked);
    // F5 asks again, and with an answer the interval runs as before.
    bench.setRefuseLists(false);
    bench.session->live()->refresh();
    QVERIFY(finished.wait(Patience));
    QCOMPARE(bench.session->live()->awaits(), LiveCalls::Awaits::Nothing);
    QVERIFY(finished.wait(AnInterval));
    QVERIFY(!bench.session->live()->state().hasFailed());
}

void TestLiveInterval::anotherTokenEndsTheRest()
{
    Bench bench;
    bench.setLive({ { id(1), {} } });
    const Account stored
        = Account::stored(u"Stored"_s, 0, *AuthId::parse(u"MAOTHEROTHEROTHEROT1"),
                          std::get<ApiAddress>(ApiAddress::parse(bench.server.address())), TokenPlace::Keychain);
    QSignalSpy saved(bench.session->book(), &AccountBook::saved);
    QVERIFY(!bench.session->book()->save(stored, AuthToken::parse("0th3rT0k3nOfTheSecondAccount0123456789ab")));
    QVERIFY(saved.count() == 1 || saved.wait(Patience));
    bench.setRefuseLists(true);
    QVERIFY(bench.session->switchAccount(stored));
    watch(bench);
    QTRY_COMPARE_WITH_TIMEOUT(bench.session->live()->awaits(), LiveCalls::Awaits::User, Patience);
    bench.setRefuseLists(false);
    const int asked = bench.server.count();
    QVERIFY(!bench.session->book()->save(stored, AuthToken::parse(Token)));
    QTRY_COMPARE_WITH_TIMEOUT(bench.session->live()->state().calls, 1, Patience);
    QVERIFY(bench.server.count() > asked);
}

QTEST_GUILESS_MAIN(TestLiveInterval)
#include "tst_liveinterval.moc"
