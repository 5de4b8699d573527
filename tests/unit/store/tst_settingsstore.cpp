// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/settingsstore.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

AuthId authId(char last = 'X')
{
    return AuthId::parse(u"MAXXXXXXXXXXXXXXXXX"_s + QLatin1Char(last)).value();
}

QString key(QChar c)
{
    return QString(32, c);
}

AccountRecord record(QChar c, const QString &name)
{
    Account account = Account::stored(name, 0x2e7d4f, authId(), ApiAddress::plivo(), TokenPlace::Keychain);
    account.key = key(c);
    return { account, u"entry of "_s + name };
}

QString namesOf(const QList<AccountRecord> &records)
{
    QStringList names;
    std::transform(records.cbegin(), records.cend(), std::back_inserter(names),
                   [](const AccountRecord &one) { return one.account.name; });
    return names.join(u", "_s);
}

} // namespace

class SettingsStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        folder = std::make_unique<QTemporaryDir>();
        path = folder->filePath(u"hangup.ini"_s);
    }
    void settings();
    void settingsByDefault();
    void settingsNotUnderstood_data();
    void settingsNotUnderstood();
    void protectedNumbersHalfUnderstood();
    void accounts();
    void accountsNotUnderstood_data();
    void accountsNotUnderstood();
    void accountsOfTwoPrograms();
    void accountsInOrder();
    void lastAccount();
    void layout();
    void layoutOfBefore();

private:
    SettingsFile with(const QByteArray &bytes)
    {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        file.close();
        return SettingsFile(path);
    }
    std::unique_ptr<QTemporaryDir> folder;
    QString path;
};

void SettingsStoreTest::settings()
{
    const Settings set { .sharePercent = 100,
                         .silence = std::chrono::seconds(3),
                         .total = std::chrono::seconds(120),
                         .typeNumberAbove = 1,
                         .proofFor = std::chrono::minutes(0),
                         .ticketRequired = true,
                         .grace = std::chrono::seconds(10),
                         .checkAgainUpTo = 1000,
                         .cutOff = { .youngUnder = std::chrono::seconds(0),
                                     .protectedNumbers = ProtectedNumbers::parse(u"+1 800*, 112").numbers },
                         .stuck = { .olderThan = std::chrono::minutes(0),
                                    .ringingFor = std::chrono::seconds(3600),
                                    .otherLegGone = false,
                                    .sameNumbers = false },
                         .liveRefresh = std::chrono::seconds(60),
                         .notifyWhenDone = false,
                         .colours = ColourScheme::ContrastDark,
                         .language = u"en"_s };
    SettingsFile file(path);
    writeSettings(file, set);
    QVERIFY(!file.save());
    const auto read = readSettings(SettingsFile(path));
    QCOMPARE(read.value, set);
    QCOMPARE(read.notUnderstood, QStringList());
    for (const ColourScheme scheme : { ColourScheme::System, ColourScheme::Light, ColourScheme::Dark,
                                       ColourScheme::ContrastLight, ColourScheme::ContrastDark }) {
        writeSettings(file, { .colours = scheme });
        QCOMPARE(int(readSettings(file).value.colours), int(scheme));
    }
}

void SettingsStoreTest::settingsByDefault()
{
    const auto read = readSettings(SettingsFile());
    QCOMPARE(read.value, Settings());
    QCOMPARE(read.notUnderstood, QStringList());
}

void SettingsStoreTest::settingsNotUnderstood_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("named");
    const auto row
        = [](const char *name, const QByteArray &line, const QString &named) { QTest::newRow(name) << line << named; };
    row("a word for a number", "share-percent=half", u"settings/share-percent"_s);
    row("a number out of its range", "share-percent=101", u"settings/share-percent"_s);
    row("a number below its range", "share-percent=4", u"settings/share-percent"_s);
    row("a number that overflows", "share-percent=99999999999999999999", u"settings/share-percent"_s);
    row("no number", "silence-seconds=", u"settings/silence-seconds"_s);
    row("a fraction", "total-seconds=20.5", u"settings/total-seconds"_s);
    row("hex", "type-number-above=0x10", u"settings/type-number-above"_s);
    row("proof without an end", "proof-minutes=121", u"settings/proof-minutes"_s);
    row("proof of a negative time", "proof-minutes=-1", u"settings/proof-minutes"_s);
    row("a grace of another length", "grace-seconds=4", u"settings/grace-seconds"_s);
    row("a grace in words", "grace-seconds=off", u"settings/grace-seconds"_s);
    row("checks without an end", "check-again-up-to=1001", u"settings/check-again-up-to"_s);
    row("a negative youth", "young-under-seconds=-1", u"settings/young-under-seconds"_s);
    row("a protected number that is none", "protected-numbers=*", u"settings/protected-numbers"_s);
    row("stuck after more than a week", "stuck-older-than-minutes=10081", u"settings/stuck-older-than-minutes"_s);
    row("ringing for a word", "stuck-ringing-seconds=long", u"settings/stuck-ringing-seconds"_s);
    row("a leg that is neither", "stuck-other-leg-gone=2", u"settings/stuck-other-leg-gone"_s);
    row("a refresh of each second", "live-refresh-seconds=1", u"settings/live-refresh-seconds"_s);
    row("neither yes nor no", "ticket-required=maybe", u"settings/ticket-required"_s);
    row("a number for yes", "notify-when-done=1", u"settings/notify-when-done"_s);
    row("colours that are none", "colours=pink", u"settings/colours"_s);
    row("a language that the window does not speak", "language=xx", u"settings/language"_s);
    row("a key of a later version", "later=1", QString());
}

void SettingsStoreTest::settingsNotUnderstood()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, named);
    const auto read = readSettings(with("[settings]\n" + line + "\n"));
    QCOMPARE(read.value, Settings());
    QCOMPARE(read.notUnderstood.join(u' '), named);
    // A total below the silence is brought up to it, and said.
    const auto short_ = readSettings(with("[settings]\nsilence-seconds=30\ntotal-seconds=20\n"));
    QCOMPARE(short_.value.total, std::chrono::seconds(30));
    QCOMPARE(short_.notUnderstood, QStringList { u"settings/total-seconds"_s });
}

/// What can be read protects, and what can't is said.
void SettingsStoreTest::protectedNumbersHalfUnderstood()
{
    const auto read = readSettings(with("[settings]\nprotected-numbers=112; *; +1 800*\n"));
    QCOMPARE(read.value.cutOff.protectedNumbers.patterns(), (QStringList { u"112"_s, u"+1 800*"_s }));
    QCOMPARE(read.notUnderstood, QStringList { u"settings/protected-numbers"_s });
}

void SettingsStoreTest::accounts()
{
    const auto local = std::get<ApiAddress>(ApiAddress::parse(u"http://127.0.0.1:8080"));
    AccountRecord first = record(u'a', u"Zoë @ 客户, \"Ltd\""_s);
    AccountRecord second = record(u'b', u"Second"_s);
    second.account.address = local;
    second.account.tokenPlace = TokenPlace::Session;
    second.tokenEntry.clear();
    SettingsFile file(path);
    writeAccounts(file, { second, first });
    QVERIFY(!file.save());
    const auto read = readAccounts(SettingsFile(path));
    QCOMPARE(read.notUnderstood, QStringList());
    QCOMPARE(read.value.size(), 2);
    QVERIFY(read.value[0].account == second.account);
    QVERIFY(read.value[1].account == first.account);
    QCOMPARE(read.value[0].tokenEntry, QString());
    QCOMPARE(read.value[1].tokenEntry, first.tokenEntry);
    // The practice account and the environment's are not kept.
    writeAccounts(file, { { Account::practice(), {} }, { Account::environment(authId(), local), {} } });
    QVERIFY(!file.save());
    QCOMPARE(SettingsFile(path).sectionNames(), QStringList());
}

void SettingsStoreTest::accountsNotUnderstood_data()
{
    QTest::addColumn<QByteArray>("replaced");
    QTest::addColumn<QByteArray>("by");
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("named");
    const QString place = u"account-"_s + key(u'a') + u'/';
    const auto row = [&place](const char *name, const QByteArray &replaced, const QByteArray &by, const QString &names,
                              const char *named) {
        QTest::newRow(name) << replaced << by << names << place + QString::fromLatin1(named);
    };
    row("no auth ID", "auth-id=MAXXXXXXXXXXXXXXXXXX\n", "", u"Second"_s, "auth-id");
    row("an auth ID that is none", "=MAXX", "=maxx", u"Second"_s, "auth-id");
    row("an address with a path", "plivo.com\n", "plivo.com/v1\n", u"Second"_s, "address");
    row("http to Plivo", "https:", "http:", u"Second"_s, "address");
    row("an address with a user", "https://", "https://x@", u"Second"_s, "address");
    row("no name", "name=First\n", "", u"MAXXXXXXXXXXXXXXXXXX, Second"_s, "name");
    row("a name of Hangup's own", "First", "practice", u"MAXXXXXXXXXXXXXXXXXX, Second"_s, "name");
    row("a name with a bidi override", "First", "\\u202ea", u"MAXXXXXXXXXXXXXXXXXX, Second"_s, "name");
    row("a colour that is none", "#2e7d4f", "red", u"First, Second"_s, "colour");
    row("a place that is none", "keychain", "file", u"First, Second"_s, "token");
}

void SettingsStoreTest::accountsNotUnderstood()
{
    QFETCH(QByteArray, replaced);
    QFETCH(QByteArray, by);
    QFETCH(QString, names);
    QFETCH(QString, named);
    const QByteArray lines
        = "name=First\ncolour=#2e7d4f\nauth-id=MAXXXXXXXXXXXXXXXXXX\naddress=https://api.plivo.com\ntoken=keychain\n";
    QVERIFY(lines.contains(replaced));
    const QByteArray first = "[account-" + key(u'a').toLatin1() + "]\n" + QByteArray(lines).replace(replaced, by);
    const QByteArray second = "[account-" + key(u'b').toLatin1() + "]\n" + QByteArray(lines).replace("First", "Second");
    SettingsFile file = with(first + second);
    QCOMPARE(file.brokenFile(), QString());
    const auto read = readAccounts(file);
    QCOMPARE(namesOf(read.value), names);
    QCOMPARE(read.notUnderstood.join(u' '), named);
    // One that was left out is still there after the others were written.
    writeAccounts(file, read.value);
    QVERIFY(!file.save());
    QVERIFY(SettingsFile(path).sectionNames().contains(u"account-"_s + key(u'a')));
}

void SettingsStoreTest::accountsOfTwoPrograms()
{
    SettingsFile file(path);
    writeAccounts(file, { record(u'a', u"A"_s), record(u'b', u"B"_s) });
    QVERIFY(!file.save());
    SettingsFile window(path);
    SettingsFile commandLine(path);
    auto more = readAccounts(commandLine).value;
    more.append(record(u'c', u"C"_s));
    writeAccounts(commandLine, more);
    QVERIFY(!commandLine.save());
    // The window, which knows of no C, takes A out and names B anew.
    AccountRecord other = readAccounts(window).value[1];
    other.account.name = u"B2"_s;
    writeAccounts(window, { other });
    QVERIFY(!window.save());
    QCOMPARE(namesOf(readAccounts(SettingsFile(path)).value), u"B2, C"_s);
}

void SettingsStoreTest::accountsInOrder()
{
    SettingsFile file(path);
    writeAccounts(file, { record(u'c', u"C"_s), record(u'a', u"A"_s), record(u'b', u"B"_s) });
    QVERIFY(!file.save());
    QCOMPARE(namesOf(readAccounts(SettingsFile(path)).value), u"C, A, B"_s);
    // Two of one name could be taken for each other.
    writeAccounts(file, { record(u'a', u"Same"_s), record(u'b', u"same"_s) });
    const auto read = readAccounts(file);
    QCOMPARE(namesOf(read.value), u"Same, MAXXXXXXXXXXXXXXXXXX"_s);
    QCOMPARE(read.notUnderstood, QStringList { u"account-"_s + key(u'b') + u"/name"_s });
}

void SettingsStoreTest::lastAccount()
{
    SettingsFile file(path);
    QCOMPARE(readLastAccount(file), QString());
    for (const QString &one : { key(u'a'), u"practice"_s, u"practice-2"_s, u"environment"_s, QString() }) {
        writeLastAccount(file, one);
        QVERIFY(!file.save());
        QCOMPARE(readLastAccount(SettingsFile(path)), one);
    }
    QCOMPARE(readLastAccount(with("[start]\naccount=../x\n")), QString());
}

void SettingsStoreTest::layout()
{
    SettingsFile file(path);
    QCOMPARE(readLayout(file, u"calls/header"_s), QByteArray());
    QVERIFY(writeLayout(file, u"calls/header"_s, QByteArray("\0\xff=\n", 4)));
    QVERIFY(writeLayout(file, u"gone"_s, "x"));
    QVERIFY(writeLayout(file, u"gone"_s, {}));
    QVERIFY(!file.save());
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), "[layout]\ncalls/header=AP89Cg==\n"_ba);
    QCOMPARE(readLayout(SettingsFile(path), u"calls/header"_s), QByteArray("\0\xff=\n", 4));
    QCOMPARE(writeLayout(file, u"a\nb"_s, "x"), false);
    QCOMPARE(writeLayout(file, QString(65, u'k'), "x"), false);
    QCOMPARE(writeLayout(file, u"k"_s, QByteArray(64 * 1024, 'x')), false);
    QCOMPARE(readLayout(file, u"k"_s), QByteArray());
}

// As version 0.1 wrote it.
void SettingsStoreTest::layoutOfBefore()
{
    const SettingsFile file = with("; a comment\n[accounts]\none=b\n\n[layout]\na/b.c=YQ==\nbad=!\n");
    QCOMPARE(file.brokenFile(), QString());
    QCOMPARE(readLayout(file, u"a/b.c"_s), "a"_ba);
    QCOMPARE(readLayout(file, u"bad"_s), QByteArray());
}

QTEST_GUILESS_MAIN(SettingsStoreTest)
#include "tst_settingsstore.moc"
