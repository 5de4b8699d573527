// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "accountstarts.h"

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

/// Nothing but the section that names one entry of the keychain.
bool isOneLeftover(const QByteArray &section)
{
    static const QRegularExpression one(
        u"^\\[leftover-[0-9a-f]{40}\\]\nentry=%1 at 127\\.0\\.0\\.1:\\d+ \\([0-9a-f]{32}\\)\n$"_s.arg(Id));
    return one.match(QString::fromUtf8(section)).hasMatch();
}

} // namespace

class TestAccountEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aFailedSaveChangesNothing_data()
    {
        QTest::addColumn<bool>("isNew");
        QTest::newRow("of a new account") << true;
        QTest::newRow("of a new token for an old account") << false;
    }
    void aFailedSaveChangesNothing()
    {
        QFETCH(const bool, isNew);
        Starts starts;
        starts.start();
        Account account = starts.account();
        if (!isNew)
            QVERIFY(starts.add(account));
        const QList<Account> accounts = starts.book().storedAccounts();
        const QStringList entries = starts.secrets->entries();
        const QByteArray written = starts.written();
        QSignalSpy failed(&starts.book(), &AccountBook::saveFailed);
        QSignalSpy saved(&starts.book(), &AccountBook::saved);
        starts.secrets->failure
            = [](MemoryStore::Verb, const QString &) { return std::optional(SecretProblem::Locked); };
        account.name = u"Renamed"_s;
        QCOMPARE(starts.book().save(account, AuthToken::parse(OtherToken)), std::nullopt);
        QVERIFY(starts.book().saving());
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(secretProblem(failed), SecretProblem::Locked);
        QVERIFY(!starts.book().saving());
        QCOMPARE(saved.count(), 0);
        QCOMPARE(starts.book().storedAccounts(), accounts);
        QCOMPARE(starts.secrets->entries(), entries);
        // A locked keychain can't be asked either whether it has the entry of that save: its name, no more, stays in
        // the file until it can. The file is written beside the window: only after the end is all of it there.
        starts.end();
        const QByteArray kept = starts.written();
        QVERIFY2(kept.startsWith(written), kept.constData());
        QVERIFY2(isOneLeftover(kept.mid(written.size())), kept.constData());
        starts.secrets->failure = {};
        starts.start(isNew ? QString() : account.key);
        QTRY_COMPARE(starts.written(), written);
        QCOMPARE(starts.secrets->entries(), entries);
        QCOMPARE(starts.book().storedAccounts(), accounts);
    }

    void aCancelledSaveChangesNothing()
    {
        Starts starts;
        Session &session = starts.start();
        QSignalSpy failed(session.book(), &AccountBook::saveFailed);
        starts.secrets->setStuck(true);
        QCOMPARE(session.book()->save(starts.account(), AuthToken::parse(Token)), std::nullopt);
        QCOMPARE(session.book()->save(starts.account(), AuthToken::parse(Token)), AccountEditError::Busy);
        session.book()->cancelSave();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(secretProblem(failed), SecretProblem::Cancelled);
        // What the keychain still stores is taken out again.
        starts.secrets->setStuck(false);
        QTest::qWait(50);
        QCOMPARE(starts.secrets->entries(), QStringList());
        QCOMPARE(session.book()->storedAccounts(), QList<Account>());
        QCOMPARE(failed.count(), 1);
    }

    void anAccountThatCanNotBeWrittenIsNotThere()
    {
        Starts starts;
        Session &session = starts.start();
        // The disk fails when the keychain has been asked.
        starts.recorded->whenAsked = [&starts] { QVERIFY(starts.breakDisk()); };
        QSignalSpy failed(session.book(), &AccountBook::saveFailed);
        QCOMPARE(session.book()->save(starts.account(), AuthToken::parse(Token)), std::nullopt);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(std::holds_alternative<FileError>(failed.first().first().value<AccountSaveProblem>()));
        QCOMPARE(session.book()->storedAccounts(), QList<Account>());
        QTRY_COMPARE(starts.secrets->entries(), QStringList());
        QCOMPARE(starts.recorded->removed, starts.recorded->known);
    }

    void aTokenIsAskedForAgain_data()
    {
        QTest::addColumn<QString>("changed");
        QTest::newRow("for another API address") << u"address"_s;
        QTest::newRow("for another auth ID") << u"id"_s;
        QTest::newRow("for another place to keep it") << u"place"_s;
        QTest::newRow("not for another name or colour") << u"look"_s;
    }
    void aTokenIsAskedForAgain()
    {
        QFETCH(const QString, changed);
        Starts starts;
        Session &session = starts.start();
        FakeServer other;
        Account account = starts.account();
        QVERIFY(starts.add(account));
        QVERIFY(session.switchAccount(account));
        const QStringList entries = starts.secrets->entries();
        const bool isLook = changed == "look"_L1;
        if (changed == "address"_L1)
            account.address = addressOf(other.address());
        else if (changed == "id"_L1)
            account.authId = *AuthId::parse(u"MAZZZZZZZZZZZZZZZZZZ");
        else if (changed == "place"_L1)
            account.tokenPlace = TokenPlace::Session;
        account.name = u"Customer B"_s;
        account.colour = 0x2e7d4f;
        const auto refused = session.book()->save(account, {});
        QCOMPARE(refused, isLook ? std::nullopt : std::optional(AccountEditError::TokenNeeded));
        if (!isLook) {
            QSignalSpy saved(session.book(), &AccountBook::saved);
            QCOMPARE(session.book()->save(account, AuthToken::parse(OtherToken)), std::nullopt);
            QVERIFY(saved.wait());
            QTRY_VERIFY(!starts.secrets->entries().contains(entries.first()));
            // What was entered for it is what it gets.
            session.addText(QString(Call), TextSource::Typed);
            QCOMPARE(session.hangUp(*session.prepare(session.notYetAsked())), ConfirmError::None);
            QTRY_VERIFY(!session.busy());
            QList<Request> requests = starts.server.requests() + other.requests();
            QCOMPARE(starts.server.deletes() + other.deletes(), 1);
            QCOMPARE(requests.first().basicCredentials(), account.authId.toLatin1() + ':' + OtherToken);
        } else {
            QTRY_COMPARE(session.account(), account);
            QCOMPARE(starts.secrets->entries(), entries);
        }
    }

    void anEditedSettingsFileSendsNoTokenToAnotherHost()
    {
        Starts starts;
        starts.start();
        const Account account = starts.account();
        QVERIFY(starts.add(account));
        starts.start(); // lets go of the file
        FakeServer evil;
        QByteArray ini = starts.written();
        ini.replace(starts.server.address().toLatin1(), evil.address().toLatin1());
        QFile file(starts.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(ini);
        file.close();

        Session &session = starts.start(account.key);
        QCOMPARE(session.account().address, addressOf(evil.address()));
        QTRY_COMPARE(session.book()->tokenState(account.key), TokenState::Missing);
        QCOMPARE(session.book()->tokenProblem(account.key), SecretProblem::ForAnotherHost);
        QSignalSpy tested(session.book(), &AccountBook::tested);
        session.book()->test(session.account(), {});
        QTRY_COMPARE(tested.count(), 1);
        QCOMPARE(tested.first().first().value<CheckVerdict>().kind, CheckVerdict::Kind::NoToken);
        QCOMPARE(evil.connections(), 0);
    }

    void removingAnAccountTakesItsTokenOutOfTheKeychain()
    {
        Starts starts;
        Session &session = starts.start();
        const Account account = starts.account();
        QVERIFY(starts.add(account));
        QVERIFY(session.switchAccount(account));
        QSignalSpy changed(&session, &Session::accountChanged);
        QCOMPARE(session.book()->remove(account.key), std::nullopt);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(session.account(), Account::practice());
        QTRY_COMPARE(starts.secrets->entries(), QStringList());
        QCOMPARE(starts.start().book()->storedAccounts(), QList<Account>());
    }

    void whatTheEndInterruptedIsRemovedAtTheNextStart_data()
    {
        QTest::addColumn<QString>("doing");
        QTest::newRow("while an account was removed") << u"remove"_s;
        QTest::newRow("while a token was replaced") << u"replace"_s;
        QTest::newRow("while a new account was saved") << u"add"_s;
    }
    void whatTheEndInterruptedIsRemovedAtTheNextStart()
    {
        QFETCH(const QString, doing);
        Starts starts;
        Session &session = starts.start();
        const Account account = starts.account();
        const bool isNew = doing == "add"_L1;
        if (!isNew)
            QVERIFY(starts.add(account));
        QSignalSpy saved(session.book(), &AccountBook::saved);
        // The keychain is slow, and the window is closed before it has done its part.
        if (doing == "remove"_L1) {
            starts.secrets->setStuck(true);
            QCOMPARE(session.book()->remove(account.key), std::nullopt);
            QVERIFY(saved.wait());
        } else if (doing == "replace"_L1) {
            QCOMPARE(session.book()->save(account, AuthToken::parse(OtherToken)), std::nullopt);
            QVERIFY(saved.wait()); // the removal of the old entry is still to come
        } else {
            starts.secrets->setStuck(true);
            QCOMPARE(session.book()->save(account, AuthToken::parse(Token)), std::nullopt);
        }
        starts.end();
        starts.secrets->setStuck(false);
        QTest::qWait(50); // what was asked of the keychain happens now, if it does

        starts.start(isNew || doing == "remove"_L1 ? QString() : account.key);
        QTRY_COMPARE(starts.secrets->entries().size(), doing == "replace"_L1 ? 1 : 0);
        QTRY_VERIFY2(!starts.written().contains("[leftover"), starts.written().constData());
        if (doing == "replace"_L1)
            QTRY_COMPARE(starts.book().tokenState(account.key), TokenState::Ready);
        else
            QCOMPARE(starts.book().storedAccounts(), QList<Account>());
    }

    void anEntryThatAnotherAccountNamesStays()
    {
        Starts starts;
        starts.start();
        const Account account = starts.account();
        QVERIFY(starts.add(account));
        const QStringList entries = starts.secrets->entries();
        starts.end();
        // The section copied by hand, under another key.
        QByteArray ini = starts.written();
        const qsizetype at = ini.indexOf("[account-");
        QByteArray copy = ini.mid(at, ini.indexOf("\n[", at) - at);
        copy.replace(account.key.toLatin1(), "0123456789abcdef0123456789abcdef");
        copy.replace("Customer A", "Customer B");
        QFile file(starts.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(ini + '\n' + copy);
        file.close();

        starts.start();
        QCOMPARE(starts.book().storedAccounts().size(), 2);
        QSignalSpy saved(&starts.book(), &AccountBook::saved);
        QCOMPARE(starts.book().remove(account.key), std::nullopt);
        QVERIFY(saved.wait());
        QTest::qWait(50);
        QCOMPARE(starts.secrets->entries(), entries);
    }

    void nothingIsSentWhileTheAccountIsBeingChanged()
    {
        Starts starts;
        Session &session = starts.start();
        Account account = starts.account();
        QVERIFY(starts.add(account));
        QVERIFY(session.switchAccount(account));
        QTRY_COMPARE(session.book()->tokenState(account.key), TokenState::Ready);
        session.addText(QString(Call), TextSource::Typed);
        const auto confirmation = session.prepare(session.notYetAsked());
        starts.secrets->setStuck(true);
        account.authId = *AuthId::parse(u"MAZZZZZZZZZZZZZZZZZZ");
        QCOMPARE(session.book()->save(account, AuthToken::parse(OtherToken)), std::nullopt);
        QCOMPARE(session.hangUp(*confirmation), ConfirmError::AccountIsChanging);
        QVERIFY(!session.busy());
        QSignalSpy saved(session.book(), &AccountBook::saved);
        starts.secrets->setStuck(false);
        QVERIFY(saved.wait());
        QCOMPARE(session.hangUp(*confirmation), ConfirmError::AccountChanged);
        QCOMPARE(starts.server.count(), 0);
    }

    void anotherNameKeepsWhatBecameOfTheCalls()
    {
        Starts starts;
        Session &session = starts.start();
        Account account = starts.account();
        QVERIFY(starts.add(account));
        QVERIFY(session.switchAccount(account));
        QTRY_COMPARE(session.book()->tokenState(account.key), TokenState::Ready);
        session.addText(QString(Call), TextSource::Typed);
        QCOMPARE(session.hangUp(*session.prepare(session.notYetAsked())), ConfirmError::None);
        QTRY_VERIFY(!session.busy());
        QCOMPARE(session.calls()->tally()[Outcome::Ended], 1);
        QSignalSpy changed(&session, &Session::accountChanged);
        account.name = u"Customer Z"_s;
        QCOMPARE(session.book()->save(account, {}), std::nullopt);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(session.account().name, u"Customer Z"_s);
        QCOMPARE(session.calls()->tally()[Outcome::Ended], 1);
        QCOMPARE(session.book()->tokenState(account.key), TokenState::Ready);
    }

    void aTestSaysWhyTheTokenIsNotThere()
    {
        Starts starts;
        starts.start();
        const Account account = starts.account();
        QVERIFY(starts.add(account));
        starts.secrets->failure
            = [](MemoryStore::Verb, const QString &) { return std::optional(SecretProblem::Locked); };
        QSignalSpy tested(&starts.book(), &AccountBook::tested);
        starts.book().test(account, {});
        QTRY_COMPARE(tested.count(), 1);
        const auto verdict = tested.first().first().value<CheckVerdict>();
        QCOMPARE(verdict.kind, CheckVerdict::Kind::NoToken);
        QCOMPARE(verdict.problem, SecretProblem::Locked);
        QCOMPARE(words::checkSentence(verdict), words::secretProblem(SecretProblem::Locked));
    }

    void anAccountInUseCanNotBeChanged()
    {
        Starts starts;
        Session &session = starts.start();
        Account account = starts.account();
        QVERIFY(starts.add(account));
        QVERIFY(session.switchAccount(account));
        QTRY_COMPARE(session.book()->tokenState(account.key), TokenState::Ready);
        starts.server.setDefaultAnswer(Answer::hang());
        session.addText(QString(Call), TextSource::Typed);
        QCOMPARE(session.hangUp(*session.prepare(session.notYetAsked())), ConfirmError::None);
        QCOMPARE(session.book()->save(account, AuthToken::parse(OtherToken)), AccountEditError::UnderWay);
        QCOMPARE(session.book()->remove(account.key), AccountEditError::UnderWay);
        session.abort();
        QTRY_VERIFY(!session.busy());
    }

    void theUsersOrderIsKept()
    {
        Starts starts;
        Session &session = starts.start();
        Account second = starts.account();
        second.key = Account::newKey();
        second.name = u"Customer B"_s;
        second.authId = *AuthId::parse(u"SAABCDEFGHIJKLMNOPQR");
        const Account first = starts.account();
        QVERIFY(starts.add(first));
        QVERIFY(starts.add(second));
        QSignalSpy saved(session.book(), &AccountBook::saved);
        QCOMPARE(session.book()->move(second.key, 0), std::nullopt);
        QVERIFY(saved.wait());
        QCOMPARE(session.book()->storedAccounts(), (QList { second, first }));
        QCOMPARE(starts.start().book()->storedAccounts(), (QList { second, first }));
    }

    void refusesWhatWouldBeMixedUp()
    {
        Starts starts;
        Session &session = starts.start();
        QVERIFY(starts.add(starts.account()));
        const auto token = AuthToken::parse(OtherToken);
        Account twin = starts.account();
        QCOMPARE(session.book()->save(twin, token), AccountEditError::Name);
        twin.name = u"Another name"_s;
        QCOMPARE(session.book()->save(twin, token), AccountEditError::SameIdAndAddress);
        QCOMPARE(session.book()->save(Account::practice(), token), AccountEditError::NotStored);
        twin.authId = *AuthId::parse(u"MAZZZZZZZZZZZZZZZZZZ");
        QCOMPARE(session.book()->save(twin, {}), AccountEditError::TokenNeeded);
        QCOMPARE(starts.secrets->entries().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAccountEdits)
#include "tst_accountedits.moc"
