// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Entries of the keychain that are to go, and several programs over one hangup.ini: none loses what another one saves,
// and none leaves a secret that nobody knows of.
#include "severalprograms.h"
#include "support/fakeclock.h"

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours Year { 365 * 24 };

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
        QTest::qWait(50); // the file thread has come to what holds it up

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
        starts.session().setLayoutState(u"x"_s, "y"); // behind what the file thread has to do
        QTRY_VERIFY(starts.written().contains("[layout]"));
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
};

QTEST_GUILESS_MAIN(TestAccountLeftovers)
#include "tst_accountleftovers.moc"
