// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine.h"
#include "recordedkeychain.h"
#include "session/session.h"
#include "store/memorystore.h"
#include "support/fakeserver.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Token = "c4n4ryT0k3nThatMayStandNowhere0123456789";

class Bench
{
public:
    explicit Bench(bool atServer = false)
    {
        options.quickPractice = true;
        options.settingsFile = folder.filePath(u"hangup.ini"_s);
        options.secrets = secrets;
        if (atServer) {
            options.environmentAccount = Account::environment(
                *AuthId::parse(u"MAABCDEFGHIJKLMNOPQR"), std::get<ApiAddress>(ApiAddress::parse(server.address())));
            options.environmentToken = AuthToken::parse(Token);
        }
    }
    /// The keychain, watched.
    std::shared_ptr<RecordedKeychain> record()
    {
        auto recorded = std::make_shared<RecordedKeychain>(secrets, options.settingsFile);
        options.secrets = recorded;
        return recorded;
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(options.settingsFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray written() const
    {
        QFile file(options.settingsFile);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    FakeServer server;
    std::shared_ptr<MemoryStore> secrets = std::make_shared<MemoryStore>();
    Session::Options options;
};

QString logOf(const Session &session)
{
    QString text;
    for (int row = 0; row < session.log()->total(); ++row)
        text += session.log()->lineText(row) + u'\n';
    return text;
}

QString ids(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"%1-86a6-11e4-b303-498d468c930b\n"_s.arg(i + 1, 8, 16, QLatin1Char('0'));
    return text;
}

ProxyLogin login(const QString &host, QByteArrayView password)
{
    return { { host, 3128 }, u"agent"_s, SecretBytes(password) };
}

Settings otherSettings()
{
    Settings settings;
    settings.sharePercent = 20;
    return settings;
}

} // namespace

class TestSessionSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void settingsAreThereAtTheNextStart()
    {
        Bench bench;
        Settings wanted;
        wanted.sharePercent = 20;
        wanted.silence = std::chrono::seconds(7);
        wanted.total = std::chrono::seconds(30);
        wanted.typeNumberAbove = 10;
        wanted.notifyWhenDone = false;
        wanted.colours = ColourScheme::ContrastDark;
        wanted.language = u"en"_s;
        {
            Session session(bench.options);
            QCOMPARE(session.settings(), Settings());
            QSignalSpy changed(&session, &Session::settingsChanged);
            session.setSettings(wanted);
            session.setSettings(wanted);
            QCOMPARE(changed.count(), 1);
        }
        const Session session(bench.options);
        QCOMPARE(session.settings(), wanted);
    }

    void whatIsOutOfRangeIsCorrected()
    {
        Bench bench;
        Session session(bench.options);
        Settings wild;
        wild.sharePercent = 1000;
        wild.silence = std::chrono::seconds(50);
        wild.total = std::chrono::seconds(1);
        wild.typeNumberAbove = -3;
        session.setSettings(wild);
        QCOMPARE(session.settings().sharePercent, 100);
        QCOMPARE(session.settings().total, std::chrono::seconds(50));
        QCOMPARE(session.settings().typeNumberAbove, 1);
    }

    void aWrongValueIsNamedAndTheRestIsKept()
    {
        Bench bench;
        bench.write("[settings]\nshare_percent=9999\nnotify=no\ncolours=pink\n");
        const Session session(bench.options);
        QCOMPARE(session.settings().sharePercent, 50);
        QVERIFY2(logOf(session).contains(u"Not understood in the settings file"), qPrintable(logOf(session)));
        QVERIFY(logOf(session).contains(u"settings/colours"));
        QVERIFY(bench.written().contains("pink"));
    }

    void aBrokenFileIsSetAsideAndSaid()
    {
        Bench bench;
        bench.write("\x7f"
                    "ELF no settings at all");
        const Session session(bench.options);
        QCOMPARE(session.settings(), Settings());
        QVERIFY(logOf(session).contains(u"hangup.ini.broken-1"));
        QVERIFY(QFile::exists(bench.options.settingsFile + u".broken-1"_s));
    }

    void whatCouldNotBeSavedIsSavedWithTheNextChange()
    {
        Bench bench;
        bench.options.settingsFile = bench.folder.filePath(u"config/hangup.ini"_s);
        QFile inTheWay(bench.folder.filePath(u"config"_s)); // a file in the folder's place
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Session session(bench.options);
        Settings settings;
        settings.sharePercent = 20;
        session.setSettings(settings);
        QTRY_VERIFY2(logOf(session).contains(u"hangup.ini"), qPrintable(logOf(session)));
        QVERIFY(inTheWay.remove());
        session.setLayoutState(u"columns"_s, "abc");
        QTRY_VERIFY(bench.written().contains("[layout]"));
        QVERIFY2(bench.written().contains("[settings]"), bench.written().constData());
    }

    void theThresholdOfTheTypedNumber()
    {
        Bench bench;
        bench.options.keepGoing = true; // none of them is a practice call
        Session session(bench.options);
        session.addText(ids(12), TextSource::Pasted);
        QVERIFY(!session.prepare(session.notYetAsked())->needsNumber());
        Settings settings;
        settings.typeNumberAbove = 11;
        session.setSettings(settings);
        const auto confirmation = session.prepare(session.notYetAsked());
        QVERIFY(confirmation->needsNumber());
        QCOMPARE(session.hangUp(*confirmation, u"11"_s), ConfirmError::WrongNumber);
        QCOMPARE(session.hangUp(*confirmation, u"12"_s), ConfirmError::None);
        QTRY_VERIFY(!session.busy());
    }

    void theShareOfTheLimitIsKept()
    {
        Bench bench(true);
        bench.options.startWith = u"environment"_s;
        Session session(bench.options);
        Settings settings;
        settings.sharePercent = 5; // 15 in any 5 s
        settings.checkAgainUpTo = 0;
        session.setSettings(settings);
        session.addText(ids(20), TextSource::Pasted);
        QCOMPARE(session.hangUp(*session.prepare(session.notYetAsked())), ConfirmError::None);
        QTRY_COMPARE(bench.server.deletes(), 10); // five places are kept for single clicks
        QTest::qWait(500);
        QCOMPARE(bench.server.deletes(), 10);
        session.stop();
        QTRY_VERIFY(!session.busy());
    }

    void theDeadlineIsKept()
    {
        Bench bench(true);
        bench.options.startWith = u"environment"_s;
        Session session(bench.options);
        Settings settings;
        settings.silence = std::chrono::seconds(3);
        settings.total = std::chrono::seconds(5);
        settings.checkAgainUpTo = 0;
        session.setSettings(settings);
        bench.server.setDefaultAnswer(Answer::hang());
        session.addText(ids(1), TextSource::Pasted);
        QCOMPARE(session.hangUp(*session.prepare(session.notYetAsked())), ConfirmError::None);
        QTRY_VERIFY_WITH_TIMEOUT(!session.busy(), 15'000); // the request and the look, 3 s each; not 10 s each
        QCOMPARE(session.calls()->tally()[Outcome::Unknown], 1);
    }

    void diagnosticsHoldWhatAnItDepartmentAsksForAndNoSecret()
    {
        Bench bench(true);
        bench.options.startWith = u"environment"_s;
        Session session(bench.options);
        bench.server.setDefaultAnswer(Answer::json(400, QByteArray("{\"error\":\"bad ") + Token + "\"}"));
        session.addText(ids(1), TextSource::Pasted);
        QCOMPARE(session.hangUp(*session.prepare(session.notYetAsked())), ConfirmError::None);
        QTRY_VERIFY(!session.busy());
        session.note(u"a note with "_s + QLatin1StringView(Token));
        session.setProxyLogin({ { u"proxy.example"_s, 3128 }, u"agent"_s, SecretBytes("pr0xyPassw0rd!") },
                              TokenPlace::Session);
        session.note(u"and with pr0xyPassw0rd! in it"_s);
        const QString text = session.diagnostics();
        for (const QString &wanted : { u"Hangup: "_s, u"Qt: "_s, u"TLS: "_s, u"Share of the limit: 50 %"_s,
                                       u"MAABCDEFGHIJKLMNOPQR at 127.0.0.1"_s, u"hangup.ini"_s, u"refused"_s,
                                       u"00000001-86a6-11e4-b303-498d468c930b"_s, u"[removed]"_s })
            QVERIFY2(text.contains(wanted), qPrintable(wanted + u" is not in:\n"_s + text));
        QVERIFY(!text.contains(QLatin1StringView(Token)));
        QVERIFY(!text.contains("pr0xyPassw0rd"_L1));
        QVERIFY(!text.contains(QDir::homePath() + u'/'));
    }

    void diagnosticsHoldTheLastTwoHundredLines()
    {
        Bench bench;
        Session session(bench.options);
        for (int i = 0; i < 300; ++i)
            session.note(u"line number %1."_s.arg(i));
        const QString text = session.diagnostics();
        QVERIFY(!text.contains(u"line number 99."));
        QVERIFY(text.contains(u"line number 100."));
        QVERIFY(text.contains(u"line number 299."));
    }

    void aProxysLoginIsKeptLikeAToken()
    {
        Bench bench(true);
        const ProxyLogin login { { u"proxy.example"_s, 3128 }, u"agent"_s, SecretBytes("pr0xyPassw0rd!") };
        {
            Session session(bench.options);
            session.setProxyLogin(login, TokenPlace::Keychain);
            QTRY_COMPARE(bench.secrets->entries().size(), 1);
            // A newer one takes its place; the entry of before goes.
            const QStringList first = bench.secrets->entries();
            session.setProxyLogin(login, TokenPlace::Keychain);
            QTRY_VERIFY(bench.secrets->entries().size() == 1 && bench.secrets->entries() != first);
        }
        QVERIFY(bench.written().contains("proxy.example"));
        QVERIFY(!bench.written().contains("pr0xyPassw0rd"));
        QVERIFY(!bench.written().contains(QByteArray("pr0xyPassw0rd!").toBase64()));
    }

    void aProxysEntryIsKnownBeforeItIsWritten()
    {
        Bench bench;
        const auto recorded = bench.record();
        {
            Session session(bench.options);
            session.setSettings(otherSettings()); // so that the file is there
            QTRY_VERIFY(!bench.written().isEmpty());
            SlowDisk disk(bench.options.settingsFile);
            QVERIFY(disk.isHeld());
            // Two proxies and an account at once, on a disk that takes its time.
            QSignalSpy saved(session.book(), &AccountBook::saved);
            session.setProxyLogin(login(u"one.example"_s, "pr0xyPassw0rd!"), TokenPlace::Keychain);
            session.setProxyLogin(login(u"two.example"_s, "pr0xyPassw0rd!"), TokenPlace::Keychain);
            const Account account = Account::stored(u"A"_s, 0x1f5fbf, *AuthId::parse(u"MAABCDEFGHIJKLMNOPQR"),
                                                    std::get<ApiAddress>(ApiAddress::parse(bench.server.address())),
                                                    TokenPlace::Keychain);
            QCOMPARE(session.book()->save(account, AuthToken::parse(Token)), std::nullopt);
            QTest::qWait(300);
            QCOMPARE(recorded->known + recorded->unknown, QStringList());
            disk.release();
            QVERIFY(saved.wait());
            QTRY_COMPARE(bench.secrets->entries().size(), 3);
        }
        QCOMPARE(recorded->unknown, QStringList());
        QCOMPARE(recorded->known.size(), 3);
        QCOMPARE(recorded->removed, QStringList());
        QCOMPARE(RecordedKeychain::leftoversOn(bench.options.settingsFile), QStringList());
        QVERIFY(bench.written().contains("one.example") && bench.written().contains("two.example"));
    }

    void aDiskThatFailsKeepsAProxysLoginOutOfTheKeychain()
    {
        Bench bench;
        const auto recorded = bench.record();
        QFile inTheWay(bench.folder.filePath(u"config"_s)); // a file in the folder's place
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        bench.options.settingsFile = bench.folder.filePath(u"config/hangup.ini"_s);
        Session session(bench.options);
        session.setProxyLogin(login(u"proxy.example"_s, "pr0xyPassw0rd!"), TokenPlace::Keychain);
        const QString sentence = u"The login for the proxy proxy.example:3128 is kept for this session only: "
                                 u"“hangup.ini” could not be saved. Nothing was written."_s;
        QTRY_COMPARE(logOf(session).count(sentence), 1);
        QTest::qWait(50);
        QCOMPARE(logOf(session).count(u"could not be saved"_s), 1);
        QCOMPARE(recorded->known + recorded->unknown + recorded->removed, QStringList());
    }

    void theLoginThatWasEnteredLastCounts_data()
    {
        QTest::addColumn<bool>("atDisk");
        QTest::addColumn<TokenPlace>("place");
        QTest::newRow("for the session, while the disk is slow") << true << TokenPlace::Session;
        QTest::newRow("for the keychain, while the disk is slow") << true << TokenPlace::Keychain;
        QTest::newRow("for the session, while the keychain is slow") << false << TokenPlace::Session;
        QTest::newRow("for the keychain, while the keychain is slow") << false << TokenPlace::Keychain;
    }
    void theLoginThatWasEnteredLastCounts()
    {
        QFETCH(const bool, atDisk);
        QFETCH(const TokenPlace, place);
        Bench bench;
        const auto recorded = bench.record();
        const bool isKept = place == TokenPlace::Keychain;
        {
            Session session(bench.options);
            session.setSettings(otherSettings());
            QTRY_VERIFY(!bench.written().isEmpty());
            SlowDisk disk(bench.options.settingsFile);
            QVERIFY(disk.isHeld());
            bench.secrets->setStuck(true);
            session.setProxyLogin(login(u"proxy.example"_s, "anOlderPassw0rd!"), TokenPlace::Keychain);
            if (!atDisk) {
                disk.release();
                QTRY_COMPARE(recorded->known.size(), 1);
            }
            session.setProxyLogin(login(u"proxy.example"_s, "pr0xyPassw0rd!"), place);
            disk.release();
            bench.secrets->setStuck(false);
            QTRY_COMPARE(recorded->known.size(), int(!atDisk) + int(isKept));
            QTRY_COMPARE(bench.secrets->entries(), isKept ? QStringList(recorded->known.last()) : QStringList());
            session.setLayoutState(u"x"_s, "y"); // behind all that
            QTRY_VERIFY(bench.written().contains("[layout]"));
            QTest::qWait(50); // nothing comes late
            QCOMPARE(bench.secrets->entries().size(), int(isKept));
            QVERIFY2(!logOf(session).contains(u"kept for this session only"_s), qPrintable(logOf(session)));
        }
        QCOMPARE(recorded->unknown, QStringList());
        QCOMPARE(RecordedKeychain::leftoversOn(bench.options.settingsFile), QStringList());
        QCOMPARE(bench.written().contains("proxy.example"), isKept);
    }

    void aProxysLoginForTheSessionIsWrittenNowhere()
    {
        Bench bench(true);
        {
            Session session(bench.options);
            session.setProxyLogin({ { u"proxy.example"_s, 3128 }, u"agent"_s, SecretBytes("pr0xyPassw0rd!") },
                                  TokenPlace::Session);
        }
        QCOMPARE(bench.secrets->entries(), QStringList());
        QVERIFY(!bench.written().contains("proxy.example"));
    }
};

QTEST_GUILESS_MAIN(TestSessionSettings)
#include "tst_sessionsettings.moc"
