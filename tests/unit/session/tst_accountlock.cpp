// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The lock that says that an entry of the keychain is being written.
#include "domain/words.h"
#include "severalprograms.h"

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

class TestAccountLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aStartThatLooksHoldsUpTheKeychainAndNothingElse()
    {
        Starts starts;
        starts.start();
        auto look = OsLock::take(starts.file() + u".busy"_s, OsLock::Kind::Exclusive, OsLock::Make::IfMissing);
        QVERIFY(look);
        QSignalSpy saved(&starts.book(), &AccountBook::saved);
        QCOMPARE(starts.book().save(starts.account(), AuthToken::parse(Token)), std::nullopt);
        QTimer turns; // of the window's thread
        QSignalSpy turned(&turns, &QTimer::timeout);
        turns.start(10);
        QTRY_VERIFY(turned.count() >= 20);
        QCOMPARE(starts.recorded->known + starts.recorded->unknown, QStringList());
        look.reset();
        QVERIFY(saved.wait());
        QCOMPARE(starts.secrets->entries(), starts.recorded->known);
    }

    void whoWaitsInVainDoesNotAskTheKeychain()
    {
        Starts starts;
        starts.start();
        const auto look = OsLock::take(starts.file() + u".busy"_s, OsLock::Kind::Exclusive, OsLock::Make::IfMissing);
        QVERIFY(look);
        QSignalSpy failed(&starts.book(), &AccountBook::saveFailed);
        QCOMPARE(starts.book().save(starts.account(), AuthToken::parse(Token)), std::nullopt);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30'000);
        const auto problem = failed.first().first().value<AccountSaveProblem>();
        QCOMPARE(words::fileError(std::get<FileError>(problem)),
                 u"“hangup.ini” could not be saved. Nothing was written."_s);
        QCOMPARE(starts.recorded->known + starts.recorded->unknown + starts.recorded->removed, QStringList());
        QCOMPARE(starts.book().storedAccounts(), QList<Account>());
        starts.end();
        QCOMPARE(listed(starts), QString());
    }

    void whereNothingCanBeLockedATokenIsKeptAllTheSame()
    {
        Starts starts;
        starts.start();
        QVERIFY(QDir().mkpath(starts.file() + u".busy"_s)); // a folder in the lock's place
        QSignalSpy saved(&starts.book(), &AccountBook::saved);
        QCOMPARE(starts.book().save(starts.account(), AuthToken::parse(Token)), std::nullopt);
        QVERIFY(saved.wait());
        QCOMPARE(starts.secrets->entries(), starts.recorded->known);
        QCOMPARE(starts.recorded->known.size(), 1);
        starts.end();
        // But nothing is removed while nobody knows who writes.
        writeSection(starts, u"leftover-x"_s, { { u"entry"_s, u"entry"_s } });
        const Other other(starts);
        QTRY_VERIFY(other.isTidy());
        QCOMPARE(other.recorded->removed, QStringList());
    }

    void aSaveThatFailsLetsGoOfTheLock_data()
    {
        QTest::addColumn<QString>("failing");
        QTest::newRow("cancelled before the keychain was asked") << u"cancelled"_s;
        QTest::newRow("by the disk, before the keychain was asked") << u"name"_s;
        QTest::newRow("by the keychain") << u"keychain"_s;
        QTest::newRow("by the disk, after the keychain was asked") << u"account"_s;
    }
    void aSaveThatFailsLetsGoOfTheLock()
    {
        QFETCH(const QString, failing);
        Starts starts;
        starts.start();
        QSignalSpy failed(&starts.book(), &AccountBook::saveFailed);
        // Nothing more goes into it.
        const auto fillFile = [&] {
            const QByteArray written = starts.written();
            QFile file(starts.file());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(';' + QByteArray(SettingsFile::MaxFileBytes - written.size() - 2, 'x') + '\n' + written);
        };
        if (failing == "name"_L1)
            fillFile();
        else if (failing == "keychain"_L1)
            starts.secrets->failure = [](auto, const auto &) { return std::optional(SecretProblem::Locked); };
        else if (failing == "account"_L1)
            starts.recorded->whenAsked = fillFile;
        QCOMPARE(starts.book().save(starts.account(), AuthToken::parse(Token)), std::nullopt);
        if (failing == "cancelled"_L1)
            starts.book().cancelSave();
        QTRY_COMPARE(failed.count(), 1);
        QTRY_VERIFY(isFree(starts));
    }

    void aProxysLoginThatIsGivenUpLetsGoOfTheLock_data()
    {
        QTest::addColumn<bool>("atKeychain");
        QTest::newRow("before the keychain was asked") << false;
        QTest::newRow("while the keychain takes its time") << true;
    }
    void aProxysLoginThatIsGivenUpLetsGoOfTheLock()
    {
        QFETCH(const bool, atKeychain);
        Starts starts;
        Session &session = starts.start();
        starts.secrets->setStuck(atKeychain);
        const ProxyLogin login { { u"proxy.example"_s, 3128 }, u"agent"_s, SecretBytes("pr0xyPassw0rd!") };
        session.setProxyLogin(login, TokenPlace::Keychain);
        QTRY_COMPARE(starts.recorded->known.size(), int(atKeychain));
        session.setProxyLogin(login, TokenPlace::Session);
        starts.secrets->setStuck(false);
        QTRY_VERIFY(isFree(starts));
        QTRY_COMPARE(listed(starts), QString());
        QCOMPARE(starts.secrets->entries(), QStringList());
    }

    void theLockIsHeldWhileAnyEntryIsOnItsWay()
    {
        Starts starts;
        Program program(starts);
        int told = 0;
        const auto done = [&told](const std::optional<FileError> &error) { told += error ? 0 : 1; };
        program.leftovers.announce(u"one"_s, done);
        program.leftovers.announce(u"two"_s, done);
        program.leftovers.settle(u"one"_s);
        program.work();
        QCOMPARE(told, 2);
        QVERIFY(!isFree(starts));
        // What is to be saved by then is on disk first.
        program.leftovers.forget(u"two"_s);
        bool wasFree = true;
        program.save([&](const auto &) { wasFree = isFree(starts); });
        program.leftovers.settle(u"two"_s);
        program.work();
        QVERIFY(!wasFree);
        QVERIFY(isFree(starts));
        QCOMPARE(listed(starts), u"one"_s);
    }
};

QTEST_GUILESS_MAIN(TestAccountLock)
#include "tst_accountlock.moc"
