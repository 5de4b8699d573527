// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Each rule of the policy holds below every front end: judged by what the server and the keychain saw.
#include "plivo/hangupengine.h"
#include "session/history.h"
#include "session/launch.h"
#include "session/livecalls.h"
#include "session/policysecrets.h"
#include "session/session.h"
#include "store/memorystore.h"
#include "store/settingsfile.h"
#include "support/fakeserver.h"
#include "support/patience.h"
#include "support/setpolicy.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

CallId idOf(int n)
{
    return *CallId::parse(u"%1-86a6-11e4-b303-498d468c930b"_s.arg(n, 8, 16, QLatin1Char('0')));
}

QString idsUpTo(int count)
{
    QString text;
    for (int n = 1; n <= count; ++n)
        text += idOf(n).toString() + u'\n';
    return text;
}

const BatchWords Both { u"T-1"_s, u"stuck"_s };

} // namespace

class TestSessionPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void endsNothingWhileItIsBroken();
    void asksNothingWhileItIsBroken();
    void practisesWhileItIsBroken();
    void readsItBeforeEachBatch_data();
    void readsItBeforeEachBatch();
    void readsItWhenTheGraceIsOver();
    void goesOnWithWhatWasAccepted();
    void keepsToTheHosts();
    void savesNoAccountElsewhere();
    void testsNoAccountElsewhere();
    void wantsTicketAndReason();
    void limitsABatch();
    void takesNoMoreThanItsShare();
    void protectsNumbers();
    void writesNoTokenDown();
    void leavesTheKeychainAlone();
    void asksNoKeychainWhoeverAsks();
    void exportsNothing_data();
    void exportsNothing();
    void listsNoHistory_data();
    void listsNoHistory();
    void practisesAlone();
    void keepsTheUsersOwnSettings();
    void tellsWhenItChanges();

private:
    /// A session on the Environment account at the server, with that many calls in its list.
    Session &start(int calls = 1);
    Session &startAnew(Session::Options options, int calls);
    Session::Options options() const;
    ConfirmError hangUp(const BatchWords &words = Both);
    Account stored(const QString &address, TokenPlace place) const;
    QString file(const char *name) const { return m_folder->filePath(QLatin1StringView(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeServer> m_server;
    std::shared_ptr<SetPolicy> m_policy;
    std::shared_ptr<MemoryStore> m_secrets;
    std::unique_ptr<Session> m_session;
};

void TestSessionPolicy::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FakeServer>();
    m_policy = std::make_shared<SetPolicy>();
    m_secrets = std::make_shared<MemoryStore>();
    SettingsFile settings(file("hangup.ini"));
    settings.setSection(u"settings"_s, { { u"check-again-up-to"_s, u"0"_s } });
    QVERIFY(!settings.save());
}

Session::Options TestSessionPolicy::options() const
{
    Session::Options options;
    options.quickPractice = true;
    options.settingsFile = file("hangup.ini");
    options.secrets = m_secrets;
    options.policy = m_policy;
    const auto address = ApiAddress::parse(m_server->address());
    options.environmentAccount
        = Account::environment(*AuthId::parse(u"MATESTTESTTESTTEST01"_s), std::get<ApiAddress>(address));
    options.environmentToken = AuthToken::parse("kT0k3nOfTheFirstAccount0123456789abcdefg");
    options.startWith = options.environmentAccount->key;
    return options;
}

Session &TestSessionPolicy::start(int calls)
{
    return startAnew(options(), calls);
}

Session &TestSessionPolicy::startAnew(Session::Options options, int calls)
{
    m_session = std::make_unique<Session>(std::move(options));
    m_session->addText(idsUpTo(calls), TextSource::Typed);
    [[maybe_unused]] const bool open = QTest::qWaitFor([this] { return m_session->journalState().canEnd(); });
    return *m_session;
}

ConfirmError TestSessionPolicy::hangUp(const BatchWords &words)
{
    const auto confirmation = m_session->prepare(m_session->notYetAsked());
    return confirmation ? m_session->hangUp(*confirmation, QString::number(confirmation->ids().size()), words)
                        : ConfirmError::ListChanged;
}

Account TestSessionPolicy::stored(const QString &address, TokenPlace place) const
{
    return Account::stored(u"Night"_s, 0x1f5fbf, *AuthId::parse(u"MAABCDEFGHIJKLMNOPQR"_s),
                           std::get<ApiAddress>(ApiAddress::parse(address)), place);
}

// --- a policy that nobody understands

void TestSessionPolicy::endsNothingWhileItIsBroken()
{
    m_policy->breakIt();
    Session &session = start();
    QVERIFY(session.policyTrouble());
    QCOMPARE(session.policyTrouble()->line, 2);
    QCOMPARE(session.account().kind, AccountKind::Environment);
    QCOMPARE(hangUp(), ConfirmError::PolicyBroken);
    QCOMPARE(session.calls()->tally().listed, 1);
    m_policy->set({});
    QSignalSpy idle(&session, &Session::idle);
    QCOMPARE(hangUp(), ConfirmError::None);
    QTRY_COMPARE(idle.count(), 1);
    QVERIFY(!session.policyTrouble());
    QCOMPARE(m_server->deletes(), 1);
}

void TestSessionPolicy::asksNothingWhileItIsBroken()
{
    m_policy->breakIt();
    Session &session = start();
    const QString key = session.account().key;
    QCOMPARE(session.book()->tokenState(key), TokenState::Missing);
    QCOMPARE(session.book()->tokenProblem(key), std::optional(SecretProblem::ByPolicy));
    session.book()->loadToken(key);
    session.lookUp({ idOf(1) });
    session.live()->refresh();
    QSignalSpy tested(session.book(), &AccountBook::tested);
    session.book()->test(session.account(), AuthToken::parse("anotherTokenThatWasTyped0000000000000001"));
    QTRY_COMPARE(tested.count(), 1);
    const auto verdict = tested.first().first().value<CheckVerdict>();
    QCOMPARE(verdict.problem, std::optional(SecretProblem::ByPolicy));
    QTest::qWait(300);
    QCOMPARE(m_server->count(), 0);
    QCOMPARE(session.book()->save(stored(m_server->address(), TokenPlace::Session), {}),
             std::optional(AccountEditError::NotAllowed));
}

void TestSessionPolicy::practisesWhileItIsBroken()
{
    m_policy->breakIt();
    Session::Options practice = options();
    practice.startWith = Account::practice().key;
    Session &session = startAnew(practice, 0);
    session.addText(session.sampleTicket(), TextSource::Sample);
    QSignalSpy idle(&session, &Session::idle);
    QCOMPARE(hangUp(), ConfirmError::None);
    QTRY_COMPARE_WITH_TIMEOUT(idle.count(), 1, 30000);
    QCOMPARE(m_server->count(), 0);
}

void TestSessionPolicy::readsItBeforeEachBatch_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<ConfirmError>("error");
    QTest::newRow("broken") << "nonsense=1\n"_ba << ConfirmError::PolicyBroken;
    QTest::newRow("practice alone") << "practice-only=yes\n"_ba << ConfirmError::NotAllowed;
    QTest::newRow("another host") << "allowed-hosts=api.plivo.com\n"_ba << ConfirmError::NotAllowed;
    QTest::newRow("smaller batches") << "largest-batch=1\n"_ba << ConfirmError::BatchTooLarge;
    QTest::newRow("more protected numbers") << "protected-numbers=555\n"_ba << ConfirmError::RulesChanged;
}

void TestSessionPolicy::readsItBeforeEachBatch()
{
    QFETCH(const QByteArray, lines);
    QFETCH(const ConfirmError, error);
    Session &session = start(2);
    const auto confirmation = session.prepare(session.notYetAsked());
    QVERIFY(confirmation);
    m_policy->set(lines); // while the user reads the question
    QCOMPARE(session.hangUp(*confirmation, {}, Both), error);
    QTest::qWait(200);
    QCOMPARE(m_server->count(), 0);
    QCOMPARE(session.calls()->tally().listed, 2);
}

void TestSessionPolicy::readsItWhenTheGraceIsOver()
{
    Session::Options slow = options();
    slow.grace = true;
    Session &session = startAnew(slow, 1);
    QSignalSpy refused(&session, &Session::graceRefused);
    QCOMPARE(hangUp(), ConfirmError::None);
    QCOMPARE(session.inGrace(), 1);
    m_policy->breakIt();
    QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 1, 10000);
    QCOMPARE(refused.first().first().value<ConfirmError>(), ConfirmError::PolicyBroken);
    QCOMPARE(m_server->count(), 0);
}

void TestSessionPolicy::goesOnWithWhatWasAccepted()
{
    constexpr int Calls = 40;
    Session &session = start(Calls);
    QSignalSpy idle(&session, &Session::idle);
    QCOMPARE(hangUp(), ConfirmError::None);
    m_policy->breakIt();
    session.refreshPolicy();
    QVERIFY(session.policyTrouble());
    QTRY_COMPARE_WITH_TIMEOUT(idle.count(), 1, 20000);
    QCOMPARE(m_server->deletes(), Calls);
    QCOMPARE(session.calls()->tally()[Outcome::Ended], Calls);
    // Then it counts.
    QCOMPARE(session.book()->tokenState(session.account().key), TokenState::Missing);
}

// --- hosts

void TestSessionPolicy::keepsToTheHosts()
{
    m_policy->set("allowed-hosts=api.plivo.com\n");
    Session &session = start();
    QCOMPARE(hangUp(), ConfirmError::NotAllowed);
    session.lookUp({ idOf(1) });
    session.live()->refresh();
    const Account environment = session.account();
    QVERIFY(session.switchAccount(Account::practice()));
    QVERIFY(!session.switchAccount(environment));
    QVERIFY(session.otherAccounts().size() == 1); // practice 2
    QTest::qWait(200);
    QCOMPARE(m_server->count(), 0);

    m_policy->set("allowed-hosts=api.plivo.com, " + m_server->address().toLatin1() + '\n');
    session.refreshPolicy();
    QVERIFY(session.switchAccount(environment));
    QSignalSpy idle(&session, &Session::idle);
    QCOMPARE(hangUp(), ConfirmError::None);
    QTRY_COMPARE(idle.count(), 1);
    QCOMPARE(m_server->deletes(), 1);
}

void TestSessionPolicy::savesNoAccountElsewhere()
{
    m_policy->set("allowed-hosts=a.example\n");
    Session &session = start(0);
    const auto token = AuthToken::parse("kT0k3nOfTheFirstAccount0123456789abcdefg");
    QCOMPARE(session.book()->save(stored(u"https://b.example"_s, TokenPlace::Keychain), token),
             std::optional(AccountEditError::NotAllowed));
    QCOMPARE(m_secrets->entries(), QStringList());
    QSignalSpy saved(session.book(), &AccountBook::saved);
    const Account account = stored(u"https://a.example"_s, TokenPlace::Keychain);
    QCOMPARE(session.book()->save(account, token), std::optional<AccountEditError>());
    QTRY_COMPARE(saved.count(), 1);
    Account moved = account;
    moved.address = std::get<ApiAddress>(ApiAddress::parse(u"https://b.example"));
    QCOMPARE(session.book()->save(moved, token), std::optional(AccountEditError::NotAllowed));
    QCOMPARE(session.book()->storedAccounts().constFirst().address, account.address);
}

void TestSessionPolicy::testsNoAccountElsewhere()
{
    m_policy->set("allowed-hosts=api.plivo.com\n");
    Session &session = start(0);
    QSignalSpy tested(session.book(), &AccountBook::tested);
    session.book()->test(stored(m_server->address(), TokenPlace::Session),
                         AuthToken::parse("kT0k3nOfTheFirstAccount0123456789abcdefg"));
    QTRY_COMPARE(tested.count(), 1);
    QCOMPARE(tested.first().first().value<CheckVerdict>().problem, std::optional(SecretProblem::ByPolicy));
    QCOMPARE(m_server->count(), 0);
}

// --- batches

void TestSessionPolicy::wantsTicketAndReason()
{
    m_policy->set("ticket-required=yes\n");
    Session &session = start();
    Settings settings = session.settings();
    QVERIFY(settings.ticketRequired);
    settings.ticketRequired = false;
    session.setSettings(settings);
    QVERIFY(session.settings().ticketRequired);
    QCOMPARE(hangUp({}), ConfirmError::TicketMissing);
    QCOMPARE(hangUp({ u"T-1"_s, {} }), ConfirmError::TicketMissing);
    QCOMPARE(hangUp({ {}, u"stuck"_s }), ConfirmError::TicketMissing);
    QCOMPARE(hangUp({ u" "_s, u"\t"_s }), ConfirmError::TicketMissing);
    QCOMPARE(m_server->count(), 0);
    QSignalSpy idle(&session, &Session::idle);
    QCOMPARE(hangUp(), ConfirmError::None);
    QTRY_COMPARE(idle.count(), 1);
    QCOMPARE(m_server->deletes(), 1);
}

void TestSessionPolicy::limitsABatch()
{
    m_policy->set("largest-batch=2\n");
    Session &session = start(3);
    QCOMPARE(hangUp(), ConfirmError::BatchTooLarge);
    QCOMPARE(m_server->count(), 0);
    QSignalSpy idle(&session, &Session::idle);
    const auto two = session.prepare({ idOf(1), idOf(2) });
    QCOMPARE(session.hangUp(*two), ConfirmError::None);
    QTRY_COMPARE(idle.count(), 1);
    QCOMPARE(m_server->deletes(), 2);
}

void TestSessionPolicy::takesNoMoreThanItsShare()
{
    m_policy->set("share-percent=5\n"); // 15 requests in any 5 s
    Session::Options hasty = options();
    EngineLimits limits;
    limits.windowRequests = 0; // as `hangup-cli --window 0` asks
    limits.reservedForClicks = 0;
    hasty.limits = std::make_shared<const EngineLimits>(limits);
    Session &session = startAnew(hasty, 30);
    QCOMPARE(session.settings().sharePercent, 5);
    QCOMPARE(session.settings().windowRequests(), 15);
    QCOMPARE(hangUp(), ConfirmError::None);
    QTRY_COMPARE(m_server->deletes(), 15);
    QTest::qWait(500);
    QCOMPARE(m_server->deletes(), 15);
}

void TestSessionPolicy::protectsNumbers()
{
    m_policy->set("protected-numbers=+1 (415) 555-0100\n");
    m_server->setHandler([](const Request &request) -> std::optional<Answer> {
        if (request.ask())
            return Answer::liveCall(request.callId());
        return Answer::ended();
    });
    // Whatever the size: no call is looked at by the settings of this test.
    Session &session = start(3);
    QCOMPARE(session.settings().checkAgainUpTo, 0);
    const auto confirmation = session.prepare(session.notYetAsked());
    QVERIFY(confirmation->isChecked());
    QSignalSpy idle(&session, &Session::idle);
    QCOMPARE(session.hangUp(*confirmation, {}, Both, { .flagged = FlaggedCalls::All }), ConfirmError::None);
    QTRY_COMPARE(idle.count(), 1);
    QCOMPARE(m_server->asks(Ask::Live), 3);
    QCOMPARE(m_server->deletes(), 0);
    QCOMPARE(session.calls()->tally()[Outcome::NotSent], 3);
}

// --- tokens

void TestSessionPolicy::writesNoTokenDown()
{
    m_policy->set("session-only-tokens=yes\n");
    Session &session = start(0);
    const auto token = AuthToken::parse("kT0k3nOfTheFirstAccount0123456789abcdefg");
    QVERIFY(!session.book()->mayUseKeychain());
    QCOMPARE(session.book()->save(stored(m_server->address(), TokenPlace::Keychain), token),
             std::optional(AccountEditError::KeychainNotAllowed));
    QSignalSpy saved(session.book(), &AccountBook::saved);
    const Account account = stored(m_server->address(), TokenPlace::Session);
    QCOMPARE(session.book()->save(account, token), std::optional<AccountEditError>());
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(session.book()->tokenState(account.key), TokenState::Ready);
    session.setProxyLogin({ .proxy = { u"proxy.example"_s, 3128 }, .user = u"me"_s, .password = SecretBytes("pw") },
                          TokenPlace::Keychain);
    QTest::qWait(200);
    QCOMPARE(m_secrets->entries(), QStringList());
}

void TestSessionPolicy::leavesTheKeychainAlone()
{
    const auto token = AuthToken::parse("kT0k3nOfTheFirstAccount0123456789abcdefg");
    Account account = stored(m_server->address(), TokenPlace::Keychain);
    {
        Session &before = start(0);
        QSignalSpy saved(before.book(), &AccountBook::saved);
        QVERIFY(!before.book()->save(account, token));
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(m_secrets->entries().size(), 1);
        QVERIFY(before.switchAccount(account));
        QTRY_COMPARE(before.book()->tokenState(account.key), TokenState::Ready); // nothing is asked any more
    }
    m_session.reset();
    QList<MemoryStore::Verb> asked;
    m_secrets->failure = [&asked](MemoryStore::Verb verb, const QString &) -> std::optional<SecretProblem> {
        asked += verb;
        return {};
    };
    m_policy->set("session-only-tokens=yes\n");
    Session::Options stored = options();
    stored.startWith = account.key;
    Session &session = startAnew(stored, 1);
    QCOMPARE(session.account().key, account.key);
    QCOMPARE(session.account().tokenPlace, TokenPlace::Session);
    QTRY_COMPARE(session.book()->tokenState(account.key), TokenState::Missing);
    QCOMPARE(session.book()->tokenProblem(account.key), std::optional(SecretProblem::SessionOver));
    QCOMPARE(hangUp(), ConfirmError::NoToken);
    QVERIFY(session.book()->enterToken(account.key, *token));
    QSignalSpy idle(&session, &Session::idle);
    QCOMPARE(hangUp(), ConfirmError::None);
    QTRY_COMPARE(idle.count(), 1);
    QCOMPARE(m_server->deletes(), 1);
    // A new name takes nothing out of it either.
    account = session.account();
    account.name = u"Late"_s;
    QSignalSpy saved(session.book(), &AccountBook::saved);
    QCOMPARE(session.book()->save(account, {}), std::optional<AccountEditError>());
    QTRY_COMPARE(saved.count(), 1);
    QTest::qWait(100);
    QCOMPARE(asked, QList<MemoryStore::Verb>());
    QCOMPARE(m_secrets->entries().size(), 1);
    // The policy is gone: the token is there again.
    m_policy->set({});
    m_session.reset();
    Session &after = startAnew(stored, 0);
    QCOMPARE(after.account().name, u"Late"_s);
    QTRY_COMPARE(after.book()->tokenState(account.key), TokenState::Ready);
}

void TestSessionPolicy::asksNoKeychainWhoeverAsks()
{
    bool may = false;
    PolicySecrets secrets(m_secrets, [&may] { return may; });
    const auto ask = [](SecretJob *job) {
        QSignalSpy finished(job, &SecretJob::finished);
        const bool came = finished.wait(5000);
        return came ? finished.first().first().value<SecretAnswer>().problem : SecretProblem::Failed;
    };
    QCOMPARE(ask(secrets.write(u"entry"_s, SecretBytes("s3cret"))), std::optional(SecretProblem::ByPolicy));
    QCOMPARE(m_secrets->entries(), QStringList());
    may = true;
    QCOMPARE(ask(secrets.write(u"entry"_s, SecretBytes("s3cret"))), std::optional<SecretProblem>());
    may = false;
    QCOMPARE(ask(secrets.read(u"entry"_s)), std::optional(SecretProblem::ByPolicy));
    QCOMPARE(ask(secrets.remove(u"entry"_s)), std::optional<SecretProblem>());
    QCOMPARE(m_secrets->entries(), QStringList());
    // One that is cancelled says so once.
    SecretJob *job = secrets.read(u"entry"_s);
    QSignalSpy finished(job, &SecretJob::finished);
    job->cancel();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().value<SecretAnswer>().problem, std::optional(SecretProblem::Cancelled));
}

// --- exports

void TestSessionPolicy::exportsNothing_data()
{
    QTest::addColumn<bool>("broken");
    QTest::newRow("exports are off") << false;
    QTest::newRow("nobody knows") << true;
}

void TestSessionPolicy::exportsNothing()
{
    QFETCH(const bool, broken);
    m_policy->set("export-off=yes\n");
    if (broken)
        m_policy->breakIt();
    Session &session = start();
    QSignalSpy failed(&session, &Session::fileFailed);
    QSignalSpy saved(&session, &Session::fileSaved);
    session.saveCalls(file("calls.csv"), Session::ExportFormat::Csv);
    session.saveLog(file("log.json"), Session::ExportFormat::Json);
    QTRY_COMPARE(failed.count(), 2);
    QCOMPARE(failed.first().first().value<FileError>().kind, FileError::Kind::NotAllowed);
    History *history = session.history();
    QCOMPARE(history->exportCalls({}, file("history.csv"), HistoryFormat::Csv), 0u);
    QCOMPARE(history->exportAndPrune(QDateTime::currentMSecsSinceEpoch(), file("old.csv"), HistoryFormat::Csv), 0u);
    QCOMPARE(history->makeReceipt(1), 0u);
    QTest::qWait(200);
    QCOMPARE(saved.count(), 0);
    for (const char *name : { "calls.csv", "log.json", "history.csv", "old.csv" })
        QVERIFY2(!QFile::exists(file(name)), name);
    // Another journal is no way around it.
    QVERIFY(session.switchAccount(Account::practice()));
    QVERIFY(!session.history()->mayExport());
    m_policy->set({});
    session.refreshPolicy();
    session.saveCalls(file("calls.csv"), Session::ExportFormat::Csv);
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(session.history()->makeReceipt(1) != 0);
}

void TestSessionPolicy::listsNoHistory_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<bool>("lists");
    QTest::newRow("no rule") << ""_ba << true;
    QTest::newRow("exports are off") << "export-off=yes\n"_ba << false;
    QTest::newRow("nobody knows") << "nonsense=1\n"_ba << false;
}

void TestSessionPolicy::listsNoHistory()
{
    QFETCH(const QByteArray, lines);
    QFETCH(const bool, lists);
    m_policy->set(lines);
    Session::Options none = options();
    none.dataFolder = m_folder->path();
    QCOMPARE(openHistory(none, false, HistoryUse::Listing) != nullptr, lists);
    QVERIFY(openHistory(none, false, HistoryUse::Verifying));
}

// --- practice alone, and what is the user's

void TestSessionPolicy::practisesAlone()
{
    m_policy->set("practice-only=yes\n");
    Session &session = start();
    QVERIFY(session.account().isPractice()); // though another was asked for
    const Account environment = *session.book()->find(u"environment"_s);
    QCOMPARE(session.book()->objection(environment), std::optional(PolicyObjection::PracticeOnly));
    QVERIFY(!session.switchAccount(environment));
    QVERIFY(session.switchAccount(Account::secondPractice()));
    QCOMPARE(session.book()->save(stored(m_server->address(), TokenPlace::Session), {}),
             std::optional(AccountEditError::NotAllowed));
    QCOMPARE(m_server->count(), 0);
}

void TestSessionPolicy::keepsTheUsersOwnSettings()
{
    m_policy->set("share-percent=80\nticket-required=yes\nprotected-numbers=111\n");
    {
        Session &session = start(0);
        Settings settings = session.settings();
        QCOMPARE(settings.sharePercent, 80);
        settings.sharePercent = 20;
        settings.typeNumberAbove = 7;
        QSignalSpy changed(&session, &Session::settingsChanged);
        session.setSettings(settings);
        QCOMPARE(session.settings().sharePercent, 80);
        QCOMPARE(session.settings().typeNumberAbove, 7);
        QCOMPARE(session.ownSettings().sharePercent, Settings::SharePercent.byDefault);
        QCOMPARE(changed.count(), 1);
        QVERIFY(changed.first().first().value<Settings>() == session.settings());
    }
    m_session.reset();
    m_policy->set({});
    Session &after = start(0);
    QCOMPARE(after.settings().sharePercent, Settings::SharePercent.byDefault);
    QCOMPARE(after.settings().typeNumberAbove, 7);
    QVERIFY(!after.settings().ticketRequired);
    QVERIFY(after.settings().cutOff.protectedNumbers.isEmpty());
    QVERIFY(settingsOf(options()).sharePercent != 80);
    m_policy->set("share-percent=80\n");
    QCOMPARE(settingsOf(options()).sharePercent, 80);
}

void TestSessionPolicy::tellsWhenItChanges()
{
    Session &session = start(0);
    QSignalSpy changed(&session, &Session::policyChanged);
    QSignalSpy settings(&session, &Session::settingsChanged);
    session.refreshPolicy();
    QCOMPARE(changed.count(), 0);
    m_policy->set("share-percent=80\n");
    session.refreshPolicy();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(settings.count(), 1);
    m_policy->breakIt();
    session.refreshPolicy();
    QCOMPARE(changed.count(), 2);
    // What was understood before is still in force.
    QCOMPARE(session.settings().sharePercent, 80);
}

QTEST_GUILESS_MAIN(TestSessionPolicy)
#include "tst_sessionpolicy.moc"
