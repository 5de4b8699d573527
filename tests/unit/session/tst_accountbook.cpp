// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "accountstarts.h"
#include "domain/accountcheck.h"
#include "domain/words.h"
#include "practice/practiceplace.h"

#include <QTimer>

#include <algorithm>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

class TestAccountBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void anAccountIsThereAtTheNextStartAndItsTokenIsInTheKeychainAlone()
    {
        Starts starts;
        starts.start();
        const Account account = starts.account();
        QVERIFY(starts.add(account));
        QCOMPARE(starts.secrets->entries().size(), 1);
        QVERIFY(starts.written().contains("Customer A"));
        QVERIFY(!starts.written().contains(Token));

        Session &session = starts.start();
        QCOMPARE(session.book()->storedAccounts(), QList { account });
        QCOMPARE(session.account(), Account::practice());
        QVERIFY(session.switchAccount(account));
        QTRY_COMPARE(session.book()->tokenState(account.key), TokenState::Ready);
        session.addText(QString(Call), TextSource::Typed);
        QCOMPARE(session.hangUp(*session.prepare(session.notYetAsked())), ConfirmError::None);
        QTRY_COMPARE(starts.server.deletes(), 1);
        QCOMPARE(starts.server.requests().first().basicCredentials(), QByteArray(Id.data()) + ':' + Token);
        QTRY_VERIFY(!session.busy());

        // And the one used last is the one to start with.
        QCOMPARE(starts.start().account(), account);
        QTRY_COMPARE(starts.book().tokenState(account.key), TokenState::Ready);
        QCOMPARE(starts.start(Account::practice().key).account(), Account::practice());
    }

    void twoPracticeAccountsAreThereFromTheStart()
    {
        Starts starts;
        Session &session = starts.start();
        QCOMPARE(session.book()->accounts(), Account::practices());
        QCOMPARE(session.book()->storedAccounts(), QList<Account>());
        QCOMPARE(session.account(), Account::practice());
        const Account second = Account::secondPractice();
        QCOMPARE(session.book()->tokenState(second.key), TokenState::NotNeeded);
        QCOMPARE(session.otherAccounts(), QList { second });
        QVERIFY(session.switchAccount(second));
        QCOMPARE(session.otherAccounts(), QList { Account::practice() });

        // And the one used last is the one to start with.
        session.setLayoutState(u"x"_s, "y"); // written behind the account
        QTRY_VERIFY(starts.written().contains("practice-2"));
        QCOMPARE(starts.start().account(), second);
        QCOMPARE(starts.start(Account::practice().key).account(), Account::practice());
        QCOMPARE(starts.start(second.key).account(), second);
        starts.session().book()->test(second, {});
        QSignalSpy tested(&starts.book(), &AccountBook::tested);
        QVERIFY(tested.wait(5000));
        QCOMPARE(tested.first().first().value<CheckVerdict>().kind, CheckVerdict::Kind::Fine);
    }

    void thePracticeAccountsHaveCallsOfTheirOwnAndOneJournal()
    {
        Starts starts;
        Session &session = starts.start();
        // A call that the first ticket names, and that is the second account's.
        const CallId other = practiceCallId({ 0, 12 });
        const auto outcome = [&](const Account &account) {
            session.switchAccount(account);
            session.addText(other.toString(), TextSource::Typed);
            (void)QTest::qWaitFor([&] { return session.journalState().canEnd(); });
            session.hangUp(*session.prepare({ other }), {}, {}, { .flagged = FlaggedCalls::All });
            (void)QTest::qWaitFor([&] { return session.calls()->result(other) && !session.busy(); }, 20000);
            const std::optional<CallResult> result = session.calls()->result(other);
            return result ? words::outcomeShort(result->outcome) : u"none"_s;
        };
        QCOMPARE(outcome(Account::practice()), u"Not live"_s);
        const QString file = session.journalState().file;
        QVERIFY(file.endsWith(u"/practice.sqlite"_s));
        QCOMPARE(outcome(Account::secondPractice()), u"Ended"_s);
        QCOMPARE(session.journalState().file, file);
    }

    void thePracticeAccountsShareOneWorld()
    {
        // Calls began so long before the world did. With a world each, the time between their first uses would show.
        const auto apart = [](const QList<Account> &order) {
            Starts starts;
            Session &session = starts.start(order.first().key);
            QHash<QString, qint64> begun;
            for (const Account &account : order) {
                session.switchAccount(account);
                const CallId id = account == Account::practice() ? practiceCallId({ StandingCalls, 26 })
                                                                 : practiceCallId({ SecondStandingCalls, 3 });
                session.lookUp({ id });
                (void)QTest::qWaitFor([&] { return session.info(id).has_value(); });
                begun.insert(account.key, session.info(id) ? session.info(id)->startedAtMs : 0);
                QTest::qWait(300);
            }
            return begun.values().contains(0)
                ? qint64(0)
                : begun.value(Account::secondPractice().key) - begun.value(Account::practice().key);
        };
        QList<Account> order = Account::practices();
        const qint64 firstUsedFirst = apart(order);
        std::reverse(order.begin(), order.end());
        QVERIFY(firstUsedFirst != 0); // both were read
        const qint64 difference = qAbs(apart(order) - firstUsedFirst);
        QVERIFY2(difference < 100, QByteArray::number(difference).constData());
    }

    void aTokenForTheSessionIsWrittenNowhere()
    {
        Starts starts;
        Session &session = starts.start();
        const Account account = starts.account(TokenPlace::Session);
        QVERIFY(starts.add(account));
        QCOMPARE(starts.secrets->entries(), QStringList());
        QVERIFY(session.switchAccount(account));
        QCOMPARE(session.book()->tokenState(account.key), TokenState::Ready);
        // It stays while another account is in use: nothing could give it again.
        QVERIFY(session.switchAccount(Account::practice()));
        QVERIFY(session.switchAccount(account));
        QCOMPARE(session.book()->tokenState(account.key), TokenState::Ready);

        starts.start(account.key);
        QCOMPARE(starts.book().tokenState(account.key), TokenState::Missing);
        QCOMPARE(starts.book().tokenProblem(account.key), SecretProblem::SessionOver);
        QVERIFY(!starts.written().contains(Token));
    }

    void aTokenFromTheKeychainIsLetGoOfWithItsAccount()
    {
        Starts starts;
        Session &session = starts.start();
        const Account account = starts.account();
        QVERIFY(starts.add(account));
        QCOMPARE(session.book()->tokenState(account.key), TokenState::NotAsked); // not used yet
        QVERIFY(session.switchAccount(account));
        QTRY_COMPARE(session.book()->tokenState(account.key), TokenState::Ready);
        QVERIFY(session.switchAccount(Account::practice()));
        QCOMPARE(session.book()->tokenState(account.key), TokenState::NotAsked);
        QCOMPARE(session.book()->tokenProblem(account.key), std::nullopt);
    }

    void withoutItsTokenNothingIsSent_data()
    {
        QTest::addColumn<SecretProblem>("problem");
        QTest::newRow("the keychain is locked") << SecretProblem::Locked;
        QTest::newRow("there is no keychain") << SecretProblem::NoKeychain;
        QTest::newRow("the user said no") << SecretProblem::Denied;
        QTest::newRow("the keychain has none") << SecretProblem::NotFound;
        QTest::newRow("the keychain failed") << SecretProblem::Failed;
    }
    void withoutItsTokenNothingIsSent()
    {
        QFETCH(const SecretProblem, problem);
        Starts starts;
        starts.start();
        const Account account = starts.account();
        QVERIFY(starts.add(account));
        const QStringList entries = starts.secrets->entries();
        starts.secrets->failure = [problem](MemoryStore::Verb, const QString &) { return std::optional(problem); };

        Session &session = starts.start(account.key);
        QTRY_COMPARE(session.book()->tokenState(account.key), TokenState::Missing);
        QCOMPARE(session.book()->tokenProblem(account.key), problem);
        session.addText(QString(Call), TextSource::Typed);
        const auto confirmation = session.prepare(session.notYetAsked());
        QCOMPARE(session.hangUp(*confirmation), ConfirmError::NoToken);
        QVERIFY(!session.busy());

        // The keychain comes back: the token does, and the same confirmation is good.
        starts.secrets->failure = nullptr;
        session.book()->loadToken(account.key);
        QTRY_COMPARE(session.book()->tokenState(account.key), TokenState::Ready);
        QCOMPARE(starts.server.count(), 0);
        QCOMPARE(session.hangUp(*confirmation), ConfirmError::None);
        QTRY_COMPARE(starts.server.deletes(), 1);
        QCOMPARE(starts.secrets->entries(), entries);
        QTRY_VERIFY(!session.busy());
    }

    void aKeychainThatNeverAnswersHoldsNothingUp()
    {
        Starts starts;
        starts.start();
        const Account account = starts.account();
        QVERIFY(starts.add(account));
        starts.secrets->setStuck(true);
        Session &session = starts.start(account.key);
        QSignalSpy slow(session.book(), &AccountBook::keychainIsSlow);
        QCOMPARE(session.book()->tokenState(account.key), TokenState::Loading);
        session.addText(QString(Call), TextSource::Typed);
        QCOMPARE(session.hangUp(*session.prepare(session.notYetAsked())), ConfirmError::NoToken);
        QTRY_COMPARE(slow.count(), 1);
        session.book()->cancelLoad(account.key);
        QCOMPARE(session.book()->tokenState(account.key), TokenState::Missing);
        QCOMPARE(session.book()->tokenProblem(account.key), SecretProblem::Cancelled);
        // Too late.
        starts.secrets->setStuck(false);
        QTest::qWait(50);
        QCOMPARE(session.book()->tokenState(account.key), TokenState::Missing);
        session.book()->loadToken(account.key);
        QTRY_COMPARE(session.book()->tokenState(account.key), TokenState::Ready);
    }

    // --- an entry's name stands on disk before the keychain is asked to write it

    void anEntryIsKnownBeforeItIsWritten()
    {
        Starts starts;
        starts.start();
        Account account = starts.account();
        QVERIFY(starts.add(account));
        QCOMPARE(starts.recorded->known, starts.secrets->entries());
        QVERIFY(starts.add(account, OtherToken)); // the account has another now
        QCOMPARE(starts.recorded->known.size(), 2);
        QCOMPARE(starts.recorded->unknown, QStringList());
        QTRY_COMPARE(starts.secrets->entries(), QStringList(starts.recorded->known.last()));
        starts.end();
        QCOMPARE(RecordedKeychain::leftoversOn(starts.file()), QStringList());
    }

    void aSlowDiskHoldsTheKeychainBackAndNothingElse()
    {
        Starts starts;
        Session &session = starts.start();
        AccountBook *book = session.book();
        SlowDisk disk(starts.file());
        QVERIFY(disk.isHeld());
        QSignalSpy saved(book, &AccountBook::saved);
        const Account account = starts.account();
        QCOMPARE(book->save(account, AuthToken::parse(Token)), std::nullopt);
        QVERIFY(book->canCancelSave());
        QTimer turns; // of the window's thread
        QSignalSpy turned(&turns, &QTimer::timeout);
        turns.start(10);
        QTRY_VERIFY(turned.count() >= 40);
        QVERIFY(book->isSaving(account.key));
        QVERIFY(book->canCancelSave());
        QCOMPARE(book->save(account, AuthToken::parse(Token)), AccountEditError::Busy);
        QCOMPARE(starts.recorded->known + starts.recorded->unknown, QStringList());
        disk.release();
        QVERIFY(saved.wait());
        QCOMPARE(starts.recorded->known, starts.secrets->entries());
        QCOMPARE(starts.recorded->known.size(), 1);
        QCOMPARE(book->storedAccounts(), QList { account });
    }

    void aDiskThatFailsKeepsTheTokenOutOfTheKeychain()
    {
        Starts starts;
        Session &session = starts.start();
        QVERIFY(starts.breakDisk());
        QSignalSpy failed(session.book(), &AccountBook::saveFailed);
        QCOMPARE(session.book()->save(starts.account(), AuthToken::parse(Token)), std::nullopt);
        QTRY_COMPARE(failed.count(), 1);
        const auto problem = failed.first().first().value<AccountSaveProblem>();
        QCOMPARE(words::fileError(std::get<FileError>(problem)),
                 u"“hangup.ini” could not be saved. Nothing was written."_s);
        QTest::qWait(50);
        QCOMPARE(failed.count(), 1);
        QVERIFY(!session.book()->saving());
        QCOMPARE(session.book()->storedAccounts(), QList<Account>());
        QCOMPARE(starts.recorded->known + starts.recorded->unknown + starts.recorded->removed, QStringList());
        // And it is as new when the disk is back.
        QVERIFY(starts.mendDisk());
        QVERIFY(starts.add(starts.account()));
        QCOMPARE(starts.recorded->known, starts.secrets->entries());
        QCOMPARE(starts.recorded->known.size(), 1);
        starts.end();
        QCOMPARE(RecordedKeychain::leftoversOn(starts.file()), QStringList());
    }

    void aSaveGivenUpBeforeTheKeychainHeardOfItMakesRoomForAnother()
    {
        Starts starts;
        Session &session = starts.start();
        SlowDisk disk(starts.file());
        QVERIFY(disk.isHeld());
        QSignalSpy failed(session.book(), &AccountBook::saveFailed);
        QSignalSpy saved(session.book(), &AccountBook::saved);
        QCOMPARE(session.book()->save(starts.account(), AuthToken::parse(OtherToken)), std::nullopt);
        session.book()->cancelSave();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(secretProblem(failed), SecretProblem::Cancelled);
        Account second = starts.account();
        second.name = u"Customer B"_s;
        QCOMPARE(session.book()->save(second, AuthToken::parse(Token)), std::nullopt);
        disk.release();
        QVERIFY(saved.wait());
        QCOMPARE(failed.count(), 1);
        QCOMPARE(session.book()->storedAccounts(), QList { second });
        QCOMPARE(starts.recorded->known.size(), 1);
        QCOMPARE(starts.recorded->known, starts.secrets->entries());
        QCOMPARE(starts.recorded->unknown, QStringList());
        starts.end();
        QCOMPARE(RecordedKeychain::leftoversOn(starts.file()), QStringList());
        starts.start(second.key);
        QTRY_COMPARE(starts.book().tokenState(second.key), TokenState::Ready);
    }

    void theEndComesBeforeTheKeychainHearsOfIt()
    {
        Starts starts;
        starts.start();
        SlowDisk disk(starts.file());
        QVERIFY(disk.isHeld());
        QCOMPARE(starts.book().save(starts.account(), AuthToken::parse(Token)), std::nullopt);
        disk.release();
        starts.end();
        QTest::qWait(50);
        QCOMPARE(starts.recorded->known + starts.recorded->unknown, QStringList());
        QCOMPARE(RecordedKeychain::leftoversOn(starts.file()).size(), 1);
        // The next start asks for it, and finds nothing that is to go.
        starts.start();
        QTRY_COMPARE(RecordedKeychain::leftoversOn(starts.file()), QStringList());
        QCOMPARE(starts.recorded->removed.size(), 1);
        QCOMPARE(starts.book().storedAccounts(), QList<Account>());
    }

    // --- Test

    void aTestAsksOnceWithWhatWasTypedOrStored()
    {
        Starts starts;
        Session &session = starts.start();
        const QByteArray body = "{\"api_id\":\"0e0ebc2e-9a1c-11ed-8b2f-0242ac110003\",\"auth_id\":\""
            + QByteArray(Id.data()) + "\",\"account_type\":\"standard\"}";
        starts.server.setDefaultAnswer(Answer::json(200, body));
        QSignalSpy tested(session.book(), &AccountBook::tested);
        const Account account = starts.account();
        session.book()->test(account, AuthToken::parse(Token));
        QTRY_COMPARE(tested.count(), 1);
        QCOMPARE(tested.first().first().value<CheckVerdict>().kind, CheckVerdict::Kind::Fine);
        QCOMPARE(starts.server.requests().first().line, QByteArray("GET /v1/Account/") + Id.data() + "/ HTTP/1.1");
        QVERIFY(starts.add(account));
        starts.start();
        QSignalSpy again(&starts.book(), &AccountBook::tested);
        starts.book().test(account, {});
        QTRY_COMPARE(again.count(), 1);
        QCOMPARE(starts.server.requests().last().basicCredentials(), QByteArray(Id.data()) + ':' + Token);
        // Another address: its own token is not tried there.
        Account moved = account;
        FakeServer other;
        moved.address = addressOf(other.address());
        starts.book().test(moved, {});
        QTRY_COMPARE(again.count(), 2);
        QCOMPARE(again.last().first().value<CheckVerdict>().kind, CheckVerdict::Kind::NoToken);
        QCOMPARE(other.connections(), 0);
    }

    void aTestCanBeCancelled()
    {
        Starts starts;
        Session &session = starts.start();
        starts.server.setDefaultAnswer(Answer::hang());
        QSignalSpy tested(session.book(), &AccountBook::tested);
        session.book()->test(starts.account(), AuthToken::parse(Token));
        QTRY_COMPARE(starts.server.count(), 1);
        session.book()->cancelTest();
        QTRY_COMPARE(tested.count(), 1);
        QCOMPARE(tested.first().first().value<CheckVerdict>().kind, CheckVerdict::Kind::Cancelled);
        QTest::qWait(50);
        QCOMPARE(tested.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAccountBook)
#include "tst_accountbook.moc"
