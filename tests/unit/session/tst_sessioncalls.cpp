// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "unit/session/callsbench.h"

#include "session/history.h"

#include <QRegularExpression>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Card Talking { .direction = "inbound" };

} // namespace

/// Who is on the calls, as the session reads and uses it.
class TestSessionCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsListAndDetails();
    void aListThatIsRefusedSaysSo();
    void anotherFilterReadsAnew();
    void anotherAccountStartsAnew();
    void theIntervalRunsOnlyWhileWatched();
    void whatIsEndedIsGone();
    void looksUpAnyId();
    void aConfirmationKnowsWhatWasRead();
    void flaggedCallsAreLeftOutUnlessChosen();
    void aFlagThatOnlyTheCheckFinds_data();
    void aFlagThatOnlyTheCheckFinds();
    void aCheckSkipsWhatIsOverOrAnother();
    void manyCallsAreNotChecked();
    void oneThatWasFlaggedIsCheckedAmongMany();
    void otherRulesMakeAConfirmationVoid();
    void theNumberToTypeIsThatOfTheCallsChosen();
    void dryRunSendsNoDelete();
    void cancelsARequest();
    void otherAccountsAreAskedWithTheirOwnTokens();
};

void TestSessionCalls::readsListAndDetails()
{
    Bench bench;
    bench.setLive({ { id(1), Talking }, { id(2), {} }, { id(3), {} } });
    bench.setExtra(", \"no id\"");
    QCOMPARE(bench.session->live()->state(), LiveState());
    bench.readAll();
    const LiveState state = bench.session->live()->state();
    QCOMPARE(state.calls, 3);
    QCOMPARE(state.detailsRead, 3);
    QCOMPARE(state.oddIds, 1);
    QCOMPARE(state.isWhole, false); // an entry that is no id may hide a call
    QCOMPARE(state.reading, false);
    QVERIFY(state.asOfMs != 0);
    QVERIFY(!state.hasFailed());
    QCOMPARE(bench.session->info(id(1))->direction, CallDirection::Inbound);
    QCOMPARE(bench.session->live()->model()->info(id(2))->from, u"14155550100"_s);
    bench.setExtra({});
    bench.readAll();
    QCOMPARE(bench.session->live()->state().isWhole, true);
    QCOMPARE(bench.server.deletes(), 0);
}

void TestSessionCalls::aListThatIsRefusedSaysSo()
{
    Bench bench;
    bench.setLive({ { id(1), {} } });
    bench.readAll();
    bench.setRefuseLists(true);
    bench.readAll();
    const LiveState state = bench.session->live()->state();
    QVERIFY(state.hasFailed());
    QCOMPARE(state.httpStatus, 401);
    QCOMPARE(state.calls, 1); // the list before is better than none
    bench.setRefuseLists(false);
    bench.readAll();
    QVERIFY(!bench.session->live()->state().hasFailed());
}

void TestSessionCalls::anotherFilterReadsAnew()
{
    Bench bench;
    bench.setLive({ { id(1), {} } });
    LiveFilter filter;
    filter.direction = CallDirection::Outbound;
    filter.from = NumberFilter::parse(u"+14155550100");
    bench.session->live()->setFilter(filter); // nothing was read yet, so nothing is asked
    QTest::qWait(50);
    QCOMPARE(bench.server.count(), 0);
    bench.readAll();
    QCOMPARE(bench.session->live()->state().filter, filter);
    QCOMPARE(bench.session->live()->state().isWhole, false);
    const QByteArray line = bench.server.requests().constFirst().line;
    QVERIFY2(line.contains("call_direction=outbound"), line.constData());
    QVERIFY2(line.contains("from_number=%2B14155550100"), line.constData());
    QSignalSpy finished(bench.session->live(), &LiveCalls::finished);
    bench.session->live()->setFilter({});
    QCOMPARE(bench.session->live()->model()->total(), 0);
    QVERIFY(finished.wait(Patience));
    QCOMPARE(bench.session->live()->state().isWhole, true);
}

void TestSessionCalls::anotherAccountStartsAnew()
{
    Bench bench;
    bench.setLive({ { id(1), {} } });
    bench.readAll();
    QVERIFY(bench.session->info(id(1)));
    QVERIFY(bench.session->switchAccount(Account::practice()));
    QCOMPARE(bench.session->live()->state(), LiveState());
    QCOMPARE(bench.session->live()->model()->total(), 0);
    QVERIFY(!bench.session->info(id(1)));
    const int asked = bench.server.count();
    bench.readAll();
    QVERIFY(bench.session->live()->state().calls > 3);
    QCOMPARE(bench.server.count(), asked); // all of it practice
}

void TestSessionCalls::theIntervalRunsOnlyWhileWatched()
{
    Bench bench;
    bench.setLive({ { id(1), {} } });
    QSignalSpy finished(bench.session->live(), &LiveCalls::finished);
    bench.session->live()->setWatched(true); // the first look reads
    QVERIFY(finished.wait(Patience));
    bench.session->live()->setWatched(false);
    bench.session->live()->setWatched(true);
    QTest::qWait(50);
    QCOMPARE(finished.count(), 1);
    Settings settings = bench.session->settings();
    settings.liveRefresh = 10s;
    bench.session->setSettings(settings);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 15'000);
    bench.session->live()->setWatched(false);
    QTest::qWait(11'000);
    QCOMPARE(finished.count(), 2);
}

void TestSessionCalls::whatIsEndedIsGone()
{
    Bench bench;
    bench.setLive({ { id(1), {} }, { id(2), {} } });
    bench.readAll();
    const Confirmation confirmation = bench.prepared({ id(1) });
    QCOMPARE(bench.session->hangUp(confirmation), ConfirmError::None);
    bench.finish();
    QCOMPARE(bench.outcomes({ id(1) }), Bench::said(Outcome::Ended));
    QVERIFY(bench.session->live()->model()->isGone(id(1)));
    QVERIFY(!bench.session->live()->model()->isGone(id(2)));
}

void TestSessionCalls::looksUpAnyId()
{
    Bench bench;
    bench.setLive({ { id(1), Talking } });
    QHash<CallId, LookState> read;
    connect(bench.session.get(), &Session::infoRead, this,
            [&read](const CallInfoRead &info) { read.insert(info.id, info.state); });
    bench.session->lookUp({ id(1), id(9) });
    QTRY_COMPARE_WITH_TIMEOUT(read.size(), 2, Patience);
    QCOMPARE(bench.session->info(id(1))->direction, CallDirection::Inbound);
    QVERIFY(!bench.session->info(id(9)));
    QCOMPARE(read.value(id(9)), LookState::Gone);
    QCOMPARE(bench.server.deletes(), 0);
}

void TestSessionCalls::aConfirmationKnowsWhatWasRead()
{
    Bench bench;
    bench.setLive({ { id(1), Talking }, { id(2), {} } });
    const Confirmation first = bench.prepared({ id(1), id(2) });
    QVERIFY(first.known().isEmpty());
    QVERIFY(first.flagged().isEmpty());
    QVERIFY(first.isChecked());
    int read = 0;
    connect(bench.session.get(), &Session::infoRead, this, [&read] { ++read; });
    bench.session->lookUp({ id(1), id(2) });
    QTRY_COMPARE_WITH_TIMEOUT(read, 2, Patience);
    const Confirmation second = bench.session->renewed(first);
    QCOMPARE(second.known().size(), 2);
    QCOMPARE(second.flagged(), QList { id(1) });
    QCOMPARE(second.chosen(FlaggedCalls::LeftOut), QList { id(2) });
    QCOMPARE(second.chosen(FlaggedCalls::AsShown), (QList { id(1), id(2) }));
    QCOMPARE(bench.session->hangUp(second), ConfirmError::None); // still the open one
    bench.finish();
    QCOMPARE(bench.session->hangUp(first), ConfirmError::AlreadyUsed);
}

void TestSessionCalls::flaggedCallsAreLeftOutUnlessChosen()
{
    Bench bench;
    bench.setLive({ { id(1), Talking }, { id(2), {} } });
    bench.readAll();
    const Confirmation both = bench.prepared({ id(1), id(2) });
    QCOMPARE(bench.session->hangUp(both), ConfirmError::None);
    bench.finish();
    QCOMPARE(bench.outcomes({ id(1), id(2) }), u"- "_s + Bench::said(Outcome::Ended));
    QCOMPARE(bench.session->calls()->state(id(1)), CallState::Listed);
    const Confirmation one = *bench.session->prepare({ id(1) });
    QCOMPARE(bench.session->hangUp(one), ConfirmError::OnlyFlagged);
    QCOMPARE(bench.server.deletesFor(id(1)), 0);
    QCOMPARE(bench.session->hangUp(one, {}, {}, { .flagged = FlaggedCalls::AsShown }), ConfirmError::None);
    bench.finish();
    QCOMPARE(bench.outcomes({ id(1) }), Bench::said(Outcome::Ended));
    QCOMPARE(bench.server.deletesFor(id(1)), 1);
}

void TestSessionCalls::aFlagThatOnlyTheCheckFinds_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<bool>("ended");
    QTest::newRow("left out") << int(FlaggedCalls::LeftOut) << false;
    QTest::newRow("as shown, and it was not") << int(FlaggedCalls::AsShown) << false;
    QTest::newRow("all") << int(FlaggedCalls::All) << true;
}

void TestSessionCalls::aFlagThatOnlyTheCheckFinds()
{
    QFETCH(int, choice);
    QFETCH(bool, ended);
    Bench bench;
    bench.setLive({ { id(1), Talking } });
    const Confirmation unread = bench.prepared({ id(1) });
    QCOMPARE(bench.session->hangUp(unread, {}, {}, { .flagged = static_cast<FlaggedCalls>(choice) }),
             ConfirmError::None);
    bench.finish();
    QCOMPARE(bench.outcomes({ id(1) }),
             ended ? Bench::said(Outcome::Ended) : Bench::said(Outcome::NotSent, Reason::NeedsAnotherStep));
    QCOMPARE(bench.server.deletes(), ended ? 1 : 0);
}

void TestSessionCalls::aCheckSkipsWhatIsOverOrAnother()
{
    Bench bench;
    bench.setLive({ { id(1), {} }, { id(2), {} }, { id(3), {} } });
    bench.readAll();
    const Confirmation confirmation = bench.prepared({ id(1), id(2), id(3) });
    bench.setLive({ { id(2), { .from = "14155550999" } }, { id(3), {} } });
    QCOMPARE(bench.session->hangUp(confirmation), ConfirmError::None);
    bench.finish();
    QCOMPARE(bench.outcomes({ id(1), id(2), id(3) }),
             Bench::said(Outcome::NotSent, Reason::OverAlready) + u' '
                 + Bench::said(Outcome::NotSent, Reason::NumbersChanged) + u' ' + Bench::said(Outcome::Ended));
    QCOMPARE(bench.server.deletes(), 1);
    QCOMPARE(bench.server.deletesFor(id(3)), 1);
}

void TestSessionCalls::manyCallsAreNotChecked()
{
    Bench bench;
    Settings settings = bench.session->settings();
    QCOMPARE(settings.checkAgainUpTo, 50);
    settings.checkAgainUpTo = 2;
    bench.session->setSettings(settings);
    const QList<CallId> three { id(1), id(2), id(3) };
    const Confirmation confirmation = bench.prepared(three);
    QVERIFY(!confirmation.isChecked());
    QCOMPARE(bench.session->hangUp(confirmation), ConfirmError::None);
    bench.finish();
    QCOMPARE(bench.server.count(), 3);
    QCOMPARE(bench.server.deletes(), 3);
    settings.cutOff.protectedNumbers = ProtectedNumbers::parse(u"112").numbers;
    bench.session->setSettings(settings);
    QVERIFY(bench.prepared({ id(4), id(5), id(6) }).isChecked());
}

void TestSessionCalls::oneThatWasFlaggedIsCheckedAmongMany()
{
    Bench bench;
    bench.setLive({ { id(1), Talking }, { id(2), {} } });
    QCOMPARE(bench.session->hangUp(bench.prepared({ id(1) })), ConfirmError::None);
    bench.finish();
    QCOMPARE(bench.outcomes({ id(1) }), Bench::said(Outcome::NotSent, Reason::NeedsAnotherStep));
    Settings settings = bench.session->settings();
    settings.checkAgainUpTo = 1;
    bench.session->setSettings(settings);
    const Confirmation both = bench.prepared({ id(1), id(2) });
    QVERIFY(both.isChecked());
    QCOMPARE(bench.session->hangUp(both), ConfirmError::None);
    bench.finish();
    QCOMPARE(bench.outcomes({ id(1), id(2) }),
             Bench::said(Outcome::NotSent, Reason::NeedsAnotherStep) + u' ' + Bench::said(Outcome::Ended));
    QCOMPARE(bench.server.deletesFor(id(1)), 0);
}

void TestSessionCalls::otherRulesMakeAConfirmationVoid()
{
    Bench bench;
    bench.setLive({ { id(1), {} } });
    Settings settings = bench.session->settings();
    settings.cutOff.protectedNumbers = ProtectedNumbers::parse(u"14155550101").numbers;
    bench.session->setSettings(settings);
    const Confirmation shown = bench.prepared({ id(1) });
    settings.cutOff.protectedNumbers = {};
    bench.session->setSettings(settings);
    QCOMPARE(bench.session->hangUp(shown), ConfirmError::RulesChanged);
    QTest::qWait(50);
    QCOMPARE(bench.server.count(), 0);
}

void TestSessionCalls::theNumberToTypeIsThatOfTheCallsChosen()
{
    Bench bench;
    Settings settings = bench.session->settings();
    settings.typeNumberAbove = 2;
    bench.session->setSettings(settings);
    bench.setLive({ { id(1), Talking }, { id(2), {} }, { id(3), {} }, { id(4), {} } });
    bench.readAll();
    const Confirmation four = bench.prepared({ id(1), id(2), id(3), id(4) });
    QVERIFY(four.needsNumber());
    QCOMPARE(bench.session->hangUp(four, u"4"_s), ConfirmError::WrongNumber);
    QCOMPARE(bench.session->hangUp(four, u"3"_s, {}, { .flagged = FlaggedCalls::AsShown }), ConfirmError::WrongNumber);
    QCOMPARE(bench.server.deletes(), 0);
    QCOMPARE(bench.session->hangUp(four, u"3"_s), ConfirmError::None);
    bench.finish();
    QCOMPARE(bench.server.deletes(), 3);
}

void TestSessionCalls::dryRunSendsNoDelete()
{
    Bench bench;
    bench.setLive({ { id(1), {} }, { id(2), Talking } });
    const Confirmation confirmation = bench.prepared({ id(1), id(2), id(3) });
    QCOMPARE(bench.session->hangUp(confirmation, {}, {}, { .dryRun = true }), ConfirmError::None);
    bench.finish();
    QCOMPARE(bench.outcomes({ id(1), id(2), id(3) }),
             Bench::said(Outcome::NotSent, Reason::DryRun) + u' '
                 + Bench::said(Outcome::NotSent, Reason::NeedsAnotherStep) + u' '
                 + Bench::said(Outcome::NotSent, Reason::OverAlready));
    QCOMPARE(bench.server.deletes(), 0);
    QVERIFY(bench.server.count() >= 3);
}

void TestSessionCalls::cancelsARequest()
{
    Bench bench;
    Settings settings = bench.session->settings();
    settings.checkAgainUpTo = 0;
    bench.session->setSettings(settings);
    bench.server.script(id(1).toLatin1(), { Answer::callNotFound(), Answer::ended() }, "DELETE");
    const Confirmation call = bench.prepared({ id(1) });
    QVERIFY(!bench.session->prepareRequest(id(1))); // nothing says that it is no call
    QCOMPARE(bench.session->hangUp(call), ConfirmError::None);
    bench.finish();
    QCOMPARE(bench.outcomes({ id(1) }), Bench::said(Outcome::NotLive));
    const std::optional<Confirmation> request = bench.session->prepareRequest(id(1));
    QVERIFY(request && request->isRequest());
    QCOMPARE(bench.session->hangUp(*request), ConfirmError::None);
    bench.finish();
    QCOMPARE(bench.outcomes({ id(1) }), Bench::said(Outcome::Ended));
    QCOMPARE(bench.session->proofsPending(), 0);
    QStringList events;
    connect(bench.session->history(), &History::eventsFound, this, [&events](quint64, const QList<HistoryEvent> &found) {
        for (const HistoryEvent &event : found)
            events += event.text;
    });
    bench.session->history()->findEvents(bench.session->lastBatch(), id(1));
    QTRY_VERIFY_WITH_TIMEOUT(!events.isEmpty(), Patience);
    QVERIFY2(events.contains(u"DELETE of the request sent, attempt 1"_s), qPrintable(events.join(u'|')));
    const QList<Request> sent = bench.server.requests();
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent.at(1).line, "DELETE /v1/Account/MAABCDEFGHIJKLMNOPQR/Request/" + id(1).toLatin1() + "/ HTTP/1.1");
}

void TestSessionCalls::otherAccountsAreAskedWithTheirOwnTokens()
{
    Bench bench(false);
    FakeServer other;
    other.setAskAnswer(Ask::Live, [](const QByteArray &call) { return Answer::liveCall(call); });
    const Account stored = Account::stored(u"Elsewhere"_s, 0, *AuthId::parse(u"MAOTHEROTHEROTHEROT1"),
                                           std::get<ApiAddress>(ApiAddress::parse(other.address())),
                                           TokenPlace::Keychain);
    QSignalSpy saved(bench.session->book(), &AccountBook::saved);
    constexpr auto OtherToken = "0th3rT0k3nOfTheSecondAccount0123456789ab";
    QVERIFY(!bench.session->book()->save(stored, AuthToken::parse(OtherToken)));
    QVERIFY(saved.count() == 1 || saved.wait(Patience));
    QCOMPARE(bench.session->otherAccounts().size(), 1);
    QStringList told;
    connect(bench.session.get(), &Session::readElsewhere, this, [&told](const Account &account, const CallInfoRead &read) {
        told += account.name + u' ' + QString::number(int(read.state));
    });
    int finished = 0;
    connect(bench.session.get(), &Session::elsewhereFinished, this, [&finished] { ++finished; });
    bench.session->lookUpElsewhere(id(1));
    QTRY_COMPARE_WITH_TIMEOUT(finished, 1, Patience);
    QCOMPARE(told, QStringList { u"Elsewhere 0"_s });
    QVERIFY(!bench.session->info(id(1))); // it is not this account's
    QCOMPARE(bench.server.count(), 0);
    QCOMPARE(other.count(), 1);
    QCOMPARE(other.requests().constFirst().basicCredentials(), "MAOTHEROTHEROTHEROT1:"_ba + OtherToken);
    // The environment's account is another one, once, even if it is stored as well.
    const Account twin = Account::stored(u"Twin"_s, 0, bench.options.environmentAccount->authId,
                                         bench.options.environmentAccount->address, TokenPlace::Keychain);
    QVERIFY(!bench.session->book()->save(twin, AuthToken::parse(Token)));
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 2, Patience);
    QCOMPARE(bench.session->otherAccounts().size(), 1);
    // Its token was let go, and is asked for again.
    bench.session->lookUpElsewhere(id(2));
    QTRY_COMPARE_WITH_TIMEOUT(finished, 2, Patience);
    QCOMPARE(other.count(), 2);
}

QTEST_GUILESS_MAIN(TestSessionCalls)
#include "tst_sessioncalls.moc"
