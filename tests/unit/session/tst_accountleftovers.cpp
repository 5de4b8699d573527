// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Entries of the keychain that are to go, and several programs over one hangup.ini: none loses what another one saves,
// and none leaves a secret that nobody knows of.
#include "accountstarts.h"
#include "domain/words.h"
#include "session/leftovers.h"
#include "store/oslock.h"
#include "support/fakeclock.h"

#include <optional>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours Year { 365 * 24 };

/// A second program over the same hangup.ini and keychain, with its own note of what it asks the keychain to remove.
class Other
{
public:
    explicit Other(const Starts &starts, std::shared_ptr<const SettingsFile> read = {},
                   std::shared_ptr<const Clock> clock = {})
        : recorded(std::make_shared<RecordedKeychain>(starts.secrets, starts.file()))
    {
        Session::Options options;
        options.quickPractice = true;
        options.settingsFile = starts.file();
        options.settings = std::move(read);
        options.secrets = recorded;
        options.clock = std::move(clock);
        options.startWith = Account::practice().key;
        m_session = std::make_unique<Session>(std::move(options));
    }
    AccountBook &book() const { return *m_session->book(); }
    /// What the start found to do is done.
    bool isTidy() const { return !book().isTidying(); }

    std::shared_ptr<RecordedKeychain> recorded;

private:
    std::unique_ptr<Session> m_session;
};

/// Leftovers alone, over a copy of hangup.ini: what its file thread has to do waits for work().
class Program
{
public:
    explicit Program(const Starts &starts)
        : file(starts.file()), recorded(std::make_shared<RecordedKeychain>(starts.secrets, starts.file())),
          leftovers({ .file = &file,
                      .fileName = starts.file(),
                      .saveFile = [this](const Leftovers::Done &done) { save(done); },
                      .onFileThread = [this](std::function<void()> job) { m_jobs.append(std::move(job)); },
                      .secrets = recorded.get(),
                      .isInUse = [this](const QString &entry) { return inUse.contains(entry); } },
                    nullptr)
    {
    }
    void save(const Leftovers::Done &done)
    {
        m_jobs.append([snapshot = file.takeForSaving(), done] {
            const auto error = snapshot.save();
            if (done)
                done(error);
        });
    }
    /// All of it, and what comes of it.
    void work()
    {
        do {
            while (!m_jobs.isEmpty())
                m_jobs.takeFirst()();
            QTest::qWait(1);
        } while (!m_jobs.isEmpty());
    }

    SettingsFile file;
    std::shared_ptr<RecordedKeychain> recorded;
    QStringList inUse;
    Leftovers leftovers;

private:
    QList<std::function<void()>> m_jobs;
};

/// What the file lists, as a sorted text.
QString listed(const Starts &starts)
{
    QStringList entries = RecordedKeychain::leftoversOn(starts.file());
    entries.sort();
    return entries.join(u' ');
}

/// Nobody writes an entry.
bool isFree(const Starts &starts)
{
    return OsLock::take(starts.file() + u".busy"_s, OsLock::Kind::Exclusive, OsLock::Make::Never) != nullptr;
}

/// Another program's hand in hangup.ini.
void writeSection(const Starts &starts, const QString &name, const SettingsFile::Section &section)
{
    SettingsFile file(starts.file());
    QVERIFY(file.setSection(name, section));
    QCOMPARE(file.save(), std::nullopt);
}

/// In the keychain, as an earlier run put it there.
void keep(const Starts &starts, const QString &entry)
{
    QSignalSpy written(starts.secrets->write(entry, SecretBytes("a secret")), &SecretJob::finished);
    QVERIFY(written.wait());
}

} // namespace

class TestAccountLeftovers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    // --- another program's start

    void aStartDuringASaveLeavesTheEntryAlone_data()
    {
        QTest::addColumn<bool>("atKeychain");
        QTest::addColumn<int>("years");
        QTest::newRow("while the keychain takes its time") << true << 0;
        QTest::newRow("while the disk takes its time for the account") << false << 0;
        QTest::newRow("with a clock that was set forward") << true << 1;
        QTest::newRow("with a clock that was set back") << true << -1;
    }
    void aStartDuringASaveLeavesTheEntryAlone()
    {
        QFETCH(const bool, atKeychain);
        QFETCH(const int, years);
        Starts starts;
        starts.start();
        const Account account = starts.account();
        std::unique_ptr<SlowDisk> disk;
        if (atKeychain)
            starts.secrets->setStuck(true);
        else
            starts.recorded->whenAsked = [&] { disk = std::make_unique<SlowDisk>(starts.file()); };
        QSignalSpy saved(&starts.book(), &AccountBook::saved);
        QCOMPARE(starts.book().save(account, AuthToken::parse(Token)), std::nullopt);
        QTRY_COMPARE(starts.recorded->known.size(), 1);
        if (!atKeychain)
            QTRY_COMPARE(starts.secrets->entries(), starts.recorded->known);

        const auto clock = std::make_shared<FakeClock>();
        clock->setWall(SystemClock().wall() + Year * years);
        const Other other(starts, {}, clock);
        QVERIFY(!other.isTidy()); // it saw the name
        QTRY_VERIFY(other.isTidy());
        QCOMPARE(other.recorded->removed, QStringList());
        QCOMPARE(listed(starts), starts.recorded->known.first());
        QVERIFY(!other.book().hasLeftovers()); // the name is not one of its own

        QCOMPARE(saved.count(), 0);
        starts.secrets->setStuck(false);
        disk.reset();
        QVERIFY(saved.wait());
        QCOMPARE(starts.secrets->entries(), starts.recorded->known);
        starts.start(account.key);
        QTRY_COMPARE(starts.book().tokenState(account.key), TokenState::Ready);
        QCOMPARE(listed(starts), QString());
    }

    void aStartDuringAProxysSaveLeavesTheEntryAlone()
    {
        Starts starts;
        Session &session = starts.start();
        std::unique_ptr<SlowDisk> disk;
        starts.recorded->whenAsked = [&] { disk = std::make_unique<SlowDisk>(starts.file()); };
        session.setProxyLogin({ { u"proxy.example"_s, 3128 }, u"agent"_s, SecretBytes("pr0xyPassw0rd!") },
                              TokenPlace::Keychain);
        QTRY_COMPARE(starts.secrets->entries().size(), 1);
        const Other other(starts);
        QVERIFY(!other.isTidy());
        QTRY_VERIFY(other.isTidy());
        QCOMPARE(other.recorded->removed, QStringList());
        disk.reset();
        QTRY_VERIFY(starts.written().contains("proxy.example"));
        // And the lock goes with that.
        QTRY_VERIFY(isFree(starts));
        QCOMPARE(starts.secrets->entries(), starts.recorded->known);
    }

    void aSaveThatWasCancelledIsLeftToWhoBeganIt()
    {
        Starts starts;
        starts.start();
        starts.secrets->setStuck(true);
        QCOMPARE(starts.book().save(starts.account(), AuthToken::parse(Token)), std::nullopt);
        QTRY_COMPARE(starts.recorded->known.size(), 1);
        starts.book().cancelSave();
        // The keychain may still store it: only who asked for that knows when it is over.
        {
            const Other other(starts);
            QTRY_VERIFY(other.isTidy());
            QCOMPARE(other.recorded->removed, QStringList());
        }
        QCOMPARE(listed(starts), starts.recorded->known.first());
        starts.secrets->setStuck(false);
        QTRY_COMPARE(listed(starts), QString());
        QCOMPARE(starts.recorded->removed, starts.recorded->known);
    }

    void aFileThatWasReadDuringASaveIsOld()
    {
        Starts starts;
        starts.start();
        const Account account = starts.account();
        starts.secrets->setStuck(true);
        QSignalSpy saved(&starts.book(), &AccountBook::saved);
        QCOMPARE(starts.book().save(account, AuthToken::parse(Token)), std::nullopt);
        QTRY_COMPARE(starts.recorded->known.size(), 1);
        const auto read = std::make_shared<const SettingsFile>(
            starts.file()); // and the program goes on only when the account is there
        starts.secrets->setStuck(false);
        QVERIFY(saved.wait());
        QTRY_VERIFY(isFree(starts));
        const Other other(starts, read);
        QVERIFY(!other.isTidy());
        QTRY_VERIFY(other.isTidy());
        QCOMPARE(other.recorded->removed, QStringList());
        starts.start(account.key);
        QTRY_COMPARE(starts.book().tokenState(account.key), TokenState::Ready);
    }

    void whatWasLeftBehindGoesAtTheNextStart_data()
    {
        QTest::addColumn<int>("years");
        QTest::newRow("at once") << 0;
        QTest::newRow("with a clock that was set forward") << 1;
        QTest::newRow("with a clock that was set back") << -1;
    }
    void whatWasLeftBehindGoesAtTheNextStart()
    {
        QFETCH(const int, years);
        Starts starts;
        {
            Program killed(starts);
            killed.leftovers.announce(u"left"_s, [](const auto &) {});
            killed.work();
            QCOMPARE(listed(starts), u"left"_s);
        }
        keep(starts, u"left"_s);
        const auto clock = std::make_shared<FakeClock>();
        clock->setWall(SystemClock().wall() + Year * years);
        const Other other(starts, {}, clock);
        QTRY_COMPARE(starts.secrets->entries(), QStringList());
        QTRY_COMPARE(listed(starts), QString());
        QVERIFY2(!starts.written().contains("leftover"), starts.written().constData());
    }

    void theNumberedFormOfBeforeIsUnderstood()
    {
        Starts starts;
        writeSection(starts, u"leftovers"_s, { { u"entry.1"_s, u"one"_s }, { u"entry.2"_s, u"two"_s } });
        writeSection(starts, u"leftover-x"_s, { { u"entry"_s, u"three"_s } });
        for (const QString &entry : { u"one"_s, u"two"_s, u"three"_s, u"an account's"_s })
            keep(starts, entry);
        // One is not given up by the keychain.
        starts.secrets->failure = [](MemoryStore::Verb, const QString &entry) {
            return entry == "two"_L1 ? std::optional(SecretProblem::Locked) : std::nullopt;
        };
        {
            const Other other(starts);
            QTRY_COMPARE(other.recorded->removed.size(), 3);
            QTRY_COMPARE(listed(starts), u"two"_s);
        }
        QVERIFY2(starts.written().contains("[leftovers]\nentry.2=two\n"), starts.written().constData());
        starts.secrets->failure = {};
        const Other next(starts);
        QTRY_COMPARE(listed(starts), QString());
        QCOMPARE(next.recorded->removed, QStringList { u"two"_s });
        QCOMPARE(starts.secrets->entries(), QStringList { u"an account's"_s });
        QVERIFY2(!starts.written().contains("leftover"), starts.written().constData());
    }

    // --- two that write at once

    void twoThatAddAtOnceLoseNone()
    {
        Starts starts;
        starts.start();
        const Other other(starts);
        const Account one = starts.account();
        Account two = starts.account();
        two.name = u"Customer B"_s;
        two.authId = *AuthId::parse(u"MAZZZZZZZZZZZZZZZZZZ");
        starts.secrets->setStuck(true);
        QSignalSpy saved(&starts.book(), &AccountBook::saved);
        QSignalSpy savedToo(&other.book(), &AccountBook::saved);
        QCOMPARE(starts.book().save(one, AuthToken::parse(Token)), std::nullopt);
        QCOMPARE(other.book().save(two, AuthToken::parse(OtherToken)), std::nullopt);
        QTRY_COMPARE((starts.recorded->known + other.recorded->known).size(), 2);
        QCOMPARE(starts.recorded->unknown + other.recorded->unknown, QStringList());
        QStringList both = starts.recorded->known + other.recorded->known;
        both.sort();
        QCOMPARE(listed(starts), both.join(u' '));
        starts.secrets->setStuck(false);
        QTRY_COMPARE(saved.count() + savedToo.count(), 2);
        QStringList kept = starts.secrets->entries();
        kept.sort();
        QCOMPARE(kept, both);
        QCOMPARE(listed(starts), QString());
        starts.start();
        for (const QString &key : { one.key, two.key }) {
            starts.book().loadToken(key);
            QTRY_COMPARE(starts.book().tokenState(key), TokenState::Ready);
        }
    }

    void whoTakesANameOutLeavesTheOthers()
    {
        Starts starts;
        writeSection(starts, u"leftovers"_s, { { u"entry.1"_s, u"older"_s } });
        Program one(starts);
        Program two(starts);
        // Neither knows of the other's.
        one.leftovers.add(u"b"_s);
        one.save({});
        two.leftovers.add(u"c"_s);
        two.save({});
        two.work();
        one.work();
        QCOMPARE(listed(starts), u"b c older"_s);
        QVERIFY(!one.leftovers.isEmpty());
        one.leftovers.forget(u"b"_s);
        one.save({});
        one.work();
        QCOMPARE(listed(starts), u"c older"_s);
        QVERIFY(one.leftovers.isEmpty());
        QVERIFY(!two.leftovers.isEmpty());
    }

    // --- right before the keychain is asked

    void whatTheFileNamesByThenStays_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("key");
        QTest::newRow("for another program's account") << u"account-%1"_s.arg(Account::newKey()) << u"token-entry"_s;
        QTest::newRow("for another program's proxy") << u"proxies"_s << u"1.entry"_s;
    }
    void whatTheFileNamesByThenStays()
    {
        QFETCH(const QString, section);
        QFETCH(const QString, key);
        Starts starts;
        starts.start();
        const Account account = starts.account();
        QVERIFY(starts.add(account));
        const QStringList kept = starts.secrets->entries();
        writeSection(starts, section, { { key, kept.first() } }); // the window doesn't follow the file
        QSignalSpy tidied(&starts.book(), &AccountBook::tidied);
        QCOMPARE(starts.book().remove(account.key), std::nullopt);
        QVERIFY(tidied.wait());
        QCOMPARE(starts.recorded->removed, QStringList());
        QCOMPARE(starts.secrets->entries(), kept);
        QVERIFY(!starts.book().hasLeftovers());
        starts.end();
        QCOMPARE(listed(starts), QString());
    }

    void whatThisProgramNamesStays()
    {
        Starts starts;
        Program program(starts);
        program.leftovers.add(u"entry"_s);
        program.save({});
        program.leftovers.remove(u"entry"_s);
        program.inUse = { u"entry"_s };
        program.work();
        QVERIFY(!program.leftovers.isAsking());
        QCOMPARE(program.recorded->removed, QStringList());
        QCOMPARE(listed(starts), QString());
    }

    void aFileThatCanNotBeReadLeavesItToTheNextStart()
    {
        Starts starts;
        keep(starts, u"entry"_s);
        const QByteArray whole = starts.written();
        Program program(starts);
        QSignalSpy answered(&program.leftovers, &Leftovers::answered);
        program.leftovers.add(u"entry"_s);
        program.save({});
        program.work();
        const QByteArray listing = starts.written();
        QFile file(starts.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[accounts\nnonsense");
        file.close();
        program.leftovers.remove(u"entry"_s);
        QVERIFY(program.leftovers.isAsking());
        program.work();
        QVERIFY(!program.leftovers.isAsking());
        QCOMPARE(answered.count(), 1);
        QCOMPARE(program.recorded->removed, QStringList());
        QVERIFY(!program.leftovers.isEmpty());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(listing);
        file.close();
        const Other next(starts);
        QTRY_COMPARE(starts.secrets->entries(), QStringList());
        QTRY_COMPARE(starts.written(), whole);
    }

    // --- the lock

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

    void withoutTheLockTheKeychainIsNotAsked()
    {
        Starts starts;
        starts.start();
        QVERIFY(QDir().mkpath(starts.file() + u".busy"_s)); // a folder in the lock's place
        QSignalSpy failed(&starts.book(), &AccountBook::saveFailed);
        QCOMPARE(starts.book().save(starts.account(), AuthToken::parse(Token)), std::nullopt);
        QTRY_COMPARE(failed.count(), 1);
        const auto problem = failed.first().first().value<AccountSaveProblem>();
        QCOMPARE(words::fileError(std::get<FileError>(problem)),
                 u"“hangup.ini” could not be saved. Nothing was written."_s);
        QCOMPARE(starts.recorded->known + starts.recorded->unknown + starts.recorded->removed, QStringList());
        QCOMPARE(starts.book().storedAccounts(), QList<Account>());
        starts.end();
        QCOMPARE(listed(starts), QString());
        // Nor is anything removed while nobody knows who writes.
        writeSection(starts, u"leftover-x"_s, { { u"entry"_s, u"entry"_s } });
        const Other other(starts);
        QTRY_VERIFY(other.isTidy());
        QCOMPARE(other.recorded->removed, QStringList());
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

QTEST_GUILESS_MAIN(TestAccountLeftovers)
#include "tst_accountleftovers.moc"
