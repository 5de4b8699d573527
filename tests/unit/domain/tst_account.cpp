// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/account.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace hangup;

#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
#define HANGUP_CAN_WATCH_FREE 0
#else
#define HANGUP_CAN_WATCH_FREE 1
#include <malloc.h>

// The program's own free(): looks into the block that holds the token in the last moment in which it is still allowed
// to.
namespace {
std::atomic<const char *> watched { nullptr };
std::atomic<int> watchedSize { 0 };
char lastSeen[64] = {};
std::atomic<int> timesSeen { 0 };
} // namespace

extern "C" void __libc_free(void *block);
extern "C" void free(void *block) noexcept
{
    const char *at = watched.load();
    const char *begin = static_cast<const char *>(block);
    if (block && at && at >= begin && at < begin + malloc_usable_size(block)) {
        std::memcpy(lastSeen, at, static_cast<std::size_t>(watchedSize.load()));
        watched = nullptr;
        ++timesSeen;
    }
    __libc_free(block);
}
#endif

namespace {

QByteArray canary()
{
    return QByteArrayLiteral("cAnArYtOkEn0123456789abcdefghijklmnopqrs");
}

QString errorName(ApiAddressError error)
{
    switch (error) {
    case ApiAddressError::Empty:
        return u"Empty"_s;
    case ApiAddressError::NotAnAddress:
        return u"NotAnAddress"_s;
    case ApiAddressError::NotHttps:
        return u"NotHttps"_s;
    case ApiAddressError::HasUserInfo:
        return u"HasUserInfo"_s;
    case ApiAddressError::HasPath:
        return u"HasPath"_s;
    case ApiAddressError::HasQuery:
        return u"HasQuery"_s;
    case ApiAddressError::HasFragment:
        return u"HasFragment"_s;
    case ApiAddressError::NoHost:
        return u"NoHost"_s;
    case ApiAddressError::BadPort:
        return u"BadPort"_s;
    }
    return {};
}

/// WCAG 2.1's relative luminance of 0xRRGGBB.
double luminance(quint32 colour)
{
    const auto linear = [colour](int shift) {
        const double c = double((colour >> shift) & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}

double contrast(quint32 one, quint32 other)
{
    const auto [darker, lighter] = std::minmax({ luminance(one), luminance(other) });
    return (lighter + 0.05) / (darker + 0.05);
}

/// More than two thirds of what red, green and blue add up to is red.
bool isRed(quint32 colour)
{
    const quint32 red = (colour >> 16) & 0xff;
    return red > 2 * (((colour >> 8) & 0xff) + (colour & 0xff));
}

/// The address as it was understood, or the name of the error.
QString understood(const QString &text)
{
    const auto parsed = ApiAddress::parse(text);
    if (const auto *error = std::get_if<ApiAddressError>(&parsed))
        return errorName(*error);
    return std::get<ApiAddress>(parsed).url().toString(QUrl::FullyEncoded);
}

} // namespace

class TestAccount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void authId_data();
    void authId();
    void token_data();
    void token();
    void tokenIsOverwritten();
    void authorization();
    void address_data();
    void address();
    void addressForPeople_data();
    void addressForPeople();
    void accounts();
    void storedAccounts();
    void keys_data();
    void keys();
    void names_data();
    void names();
    void coloursAreSeen_data();
    void coloursAreSeen();
};

void TestAccount::authId_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    QTest::newRow("an account") << u"MAXXXXXXXXXXXXXXXXXX"_s << u"account"_s;
    QTest::newRow("a subaccount") << u"SA12345678901234567A"_s << u"subaccount"_s;
    QTest::newRow("the practice account") << u"MAPRACTICE0000000000"_s << u"account"_s;
    QTest::newRow("nothing") << QString() << u"refused"_s;
    QTest::newRow("19 characters") << u"MAXXXXXXXXXXXXXXXXX"_s << u"refused"_s;
    QTest::newRow("21 characters") << u"MAXXXXXXXXXXXXXXXXXXX"_s << u"refused"_s;
    QTest::newRow("another beginning") << u"XAXXXXXXXXXXXXXXXXXX"_s << u"refused"_s;
    QTest::newRow("MB") << u"MBXXXXXXXXXXXXXXXXXX"_s << u"refused"_s;
    QTest::newRow("lower case") << u"maxxxxxxxxxxxxxxxxxx"_s << u"refused"_s;
    QTest::newRow("a lower-case letter") << u"MAXXXXXXXXXXXXXXXXXx"_s << u"refused"_s;
    QTest::newRow("a line break for the last") << u"MAXXXXXXXXXXXXXXXXX\n"_s << u"refused"_s;
    QTest::newRow("a line break behind") << u"MAXXXXXXXXXXXXXXXXXX\n"_s << u"refused"_s;
    QTest::newRow("a slash") << u"MAXXXXXXXXXXXXXXXX/X"_s << u"refused"_s;
    QTest::newRow("dots") << u"MAXXXXXXXXXXXXXXXX.."_s << u"refused"_s;
    QTest::newRow("a colon, which would part the pair") << u"MAXXXXXXXXXXXXXXXXX:"_s << u"refused"_s;
    QTest::newRow("a full-width digit") << u"MAXXXXXXXXXXXXXXXXX\uff11"_s << u"refused"_s;
    QTest::newRow("an accented capital") << u"MAXXXXXXXXXXXXXXXXXÉ"_s << u"refused"_s;
}

void TestAccount::authId()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    const auto id = AuthId::parse(text);
    QCOMPARE(!id ? u"refused"_s : id->isSubaccount() ? u"subaccount"_s : u"account"_s, result);
    if (id)
        QCOMPARE(id->toString(), text);
}

void TestAccount::token_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("result");
    QTest::newRow("40 characters") << canary() << u"usual"_s;
    QTest::newRow("another length is accepted") << QByteArray("abc") << u"unusual"_s;
    QTest::newRow("all printable signs") << QByteArray("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~") << u"unusual"_s;
    QTest::newRow("512 characters") << QByteArray(512, 'x') << u"unusual"_s;
    QTest::newRow("513 characters") << QByteArray(513, 'x') << u"refused"_s;
    QTest::newRow("nothing") << QByteArray() << u"refused"_s;
    QTest::newRow("a blank inside") << QByteArray("abc def") << u"refused"_s;
    QTest::newRow("a blank behind") << QByteArray("abc ") << u"refused"_s;
    QTest::newRow("CR LF and a header") << QByteArray("abc\r\nX: y") << u"refused"_s;
    QTest::newRow("a line break behind") << QByteArray("abc\n") << u"refused"_s;
    QTest::newRow("a tab") << QByteArray("abc\tdef") << u"refused"_s;
    QTest::newRow("NUL") << QByteArray("abc\0def", 7) << u"refused"_s;
    QTest::newRow("DEL") << QByteArray("abc\x7f") << u"refused"_s;
    QTest::newRow("not ASCII") << QByteArray("abc\xc3\xa9") << u"refused"_s;
}

void TestAccount::token()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, result);
    const auto token = AuthToken::parse(text);
    QCOMPARE(!token ? u"refused"_s : token->hasUsualLength() ? u"usual"_s : u"unusual"_s, result);
    if (token)
        QCOMPARE(token->secretBytes().toByteArray(), text);
}

void TestAccount::tokenIsOverwritten()
{
#if HANGUP_CAN_WATCH_FREE
    std::optional<AuthToken> token = AuthToken::parse(canary());
    std::optional<AuthToken> copy = token;
    const int size = static_cast<int>(canary().size());
    QCOMPARE(QByteArray(token->secretBytes().data(), size), canary());
    watchedSize = size;
    watched = token->secretBytes().data();
    timesSeen = 0;
    token.reset();
    QCOMPARE(timesSeen.load(), 0); // a copy still needs it
    QCOMPARE(copy->secretBytes().toByteArray(), canary());
    copy.reset();
    QCOMPARE(timesSeen.load(), 1);
    QCOMPARE(QByteArray(lastSeen, size), QByteArray(size, '\0'));
    // The watch itself sees what is not overwritten.
    auto *plain = new QByteArray(canary().constData(), size);
    watched = plain->constData();
    delete plain;
    QCOMPARE(QByteArray(lastSeen, size), canary());
#else
    QSKIP("free() can't be watched here");
#endif
}

void TestAccount::authorization()
{
    const AuthId id = AuthId::parse(u"MAXXXXXXXXXXXXXXXXXX").value();
    const AuthToken token = AuthToken::parse(canary()).value();
    const QByteArray header = token.basicAuthorization(id);
    QVERIFY(header.startsWith("Basic "));
    QCOMPARE(QByteArray::fromBase64(header.sliced(6)), "MAXXXXXXXXXXXXXXXXXX:" + canary());
}

void TestAccount::address_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    const auto row
        = [](const char *name, const QString &text, const QString &result) { QTest::newRow(name) << text << result; };
    row("Plivo's own", u"https://api.plivo.com"_s, u"https://api.plivo.com"_s);
    row("upper case", u"HTTPS://API.Plivo.COM"_s, u"https://api.plivo.com"_s);
    row("a slash behind is the empty path", u"https://api.plivo.com/"_s, u"https://api.plivo.com"_s);
    row("the usual port is left out", u"https://api.plivo.com:443"_s, u"https://api.plivo.com"_s);
    row("another port", u"https://test.example:8443"_s, u"https://test.example:8443"_s);
    row("a name without dots", u"https://testserver"_s, u"https://testserver"_s);
    row("https to four numbers", u"https://192.0.2.7"_s, u"https://192.0.2.7"_s);
    row("https to IPv6", u"https://[2001:db8::1]:8443"_s, u"https://[2001:db8::1]:8443"_s);
    row("http to 127.0.0.1", u"http://127.0.0.1:8080"_s, u"http://127.0.0.1:8080"_s);
    row("http to another of 127.0.0.0/8", u"http://127.8.9.10"_s, u"http://127.8.9.10"_s);
    row("http to ::1", u"http://[::1]:8080"_s, u"http://[::1]:8080"_s);
    row("http to ::1 in full", u"http://[0:0:0:0:0:0:0:1]"_s, u"http://[::1]"_s);
    row("nothing", QString(), u"Empty"_s);
    row("no scheme", u"api.plivo.com"_s, u"NotAnAddress"_s);
    row("a word", u"plivo"_s, u"NotAnAddress"_s);
    row("a blank before", u" https://api.plivo.com"_s, u"NotAnAddress"_s);
    row("a blank behind", u"https://api.plivo.com "_s, u"NotAnAddress"_s);
    row("a line break behind", u"https://api.plivo.com\n"_s, u"NotAnAddress"_s);
    row("a backslash", u"https://api.plivo.com\\@evil.example"_s, u"NotAnAddress"_s);
    row("a letter of another script", u"https://api.plivо.com"_s, u"NotAnAddress"_s);
    row("an escape in the host", u"https://api%2eplivo.com"_s, u"NotAnAddress"_s);
    row("an empty label", u"https://api..plivo.com"_s, u"NotAnAddress"_s);
    row("a dot behind the host", u"https://api.plivo.com."_s, u"NotAnAddress"_s);
    row("a comma in the host", u"https://api,plivo.com"_s, u"NotAnAddress"_s);
    row("a short form of four numbers", u"https://127.1"_s, u"NotAnAddress"_s);
    row("one number", u"https://2130706433"_s, u"NotAnAddress"_s);
    row("a hex number", u"http://0x7f.0.0.1"_s, u"NotAnAddress"_s);
    row("a leading zero", u"http://127.0.0.01"_s, u"NotAnAddress"_s);
    row("256", u"http://127.0.0.256"_s, u"NotAnAddress"_s);
    row("an IPv6 address that is none", u"https://[::g]"_s, u"NotAnAddress"_s);
    row("an open bracket", u"https://[::1"_s, u"NotAnAddress"_s);
    row("http to Plivo", u"http://api.plivo.com"_s, u"NotHttps"_s);
    row("http to localhost, which is a name", u"http://localhost:8080"_s, u"NotHttps"_s);
    row("http to a name that starts like loopback", u"http://127.0.0.1.example"_s, u"NotHttps"_s);
    row("http to another machine", u"http://10.0.0.1"_s, u"NotHttps"_s);
    row("http to everywhere", u"http://0.0.0.0"_s, u"NotHttps"_s);
    row("http to a mapped loopback", u"http://[::ffff:127.0.0.1]"_s, u"NotHttps"_s);
    row("ftp", u"ftp://api.plivo.com"_s, u"NotHttps"_s);
    row("a file", u"file:///etc/passwd"_s, u"NotHttps"_s);
    row("a user", u"https://user@api.plivo.com"_s, u"HasUserInfo"_s);
    row("a user and a password", u"https://user:secret@api.plivo.com"_s, u"HasUserInfo"_s);
    row("Plivo as the user", u"https://api.plivo.com@evil.example"_s, u"HasUserInfo"_s);
    row("an empty user", u"https://@api.plivo.com"_s, u"HasUserInfo"_s);
    row("a path", u"https://api.plivo.com/v1"_s, u"HasPath"_s);
    row("dots as a path", u"https://api.plivo.com/.."_s, u"HasPath"_s);
    row("two slashes behind", u"https://api.plivo.com//"_s, u"HasPath"_s);
    row("a query", u"https://api.plivo.com?a=b"_s, u"HasQuery"_s);
    row("an empty query", u"https://api.plivo.com/?"_s, u"HasQuery"_s);
    row("a fragment", u"https://api.plivo.com#x"_s, u"HasFragment"_s);
    row("an empty fragment", u"https://api.plivo.com/#"_s, u"HasFragment"_s);
    row("no host", u"https://"_s, u"NoHost"_s);
    row("only a port", u"https://:8443"_s, u"NoHost"_s);
    row("a path without a host", u"https:///x"_s, u"NoHost"_s);
    row("no number behind the colon", u"https://api.plivo.com:"_s, u"BadPort"_s);
    row("port 0", u"https://api.plivo.com:0"_s, u"BadPort"_s);
    row("port 65536", u"https://api.plivo.com:65536"_s, u"BadPort"_s);
    row("a port of letters", u"https://api.plivo.com:https"_s, u"BadPort"_s);
    row("a negative port", u"https://api.plivo.com:-1"_s, u"BadPort"_s);
    row("two ports", u"https://api.plivo.com:1:2"_s, u"BadPort"_s);
}

void TestAccount::address()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    QCOMPARE(understood(text), result);
}

void TestAccount::addressForPeople_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("plivo");
    QTest::newRow("Plivo's own") << u"https://api.plivo.com"_s << u"api.plivo.com"_s << true;
    QTest::newRow("Plivo's own with a port") << u"https://api.plivo.com:8443"_s << u"api.plivo.com:8443"_s << false;
    QTest::newRow("a test server") << u"http://127.0.0.1:8080"_s << u"127.0.0.1:8080"_s << false;
    QTest::newRow("an IPv6 server") << u"https://[::1]:8443"_s << u"[::1]:8443"_s << false;
    QTest::newRow("a host that looks alike")
        << u"https://api.plivo.com.evil.example"_s << u"api.plivo.com.evil.example"_s << false;
}

void TestAccount::addressForPeople()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QFETCH(bool, plivo);
    const auto parsed = ApiAddress::parse(text);
    QVERIFY(std::holds_alternative<ApiAddress>(parsed));
    QCOMPARE(std::get<ApiAddress>(parsed).hostAndPort(), shown);
    QCOMPARE(std::get<ApiAddress>(parsed).isPlivo(), plivo);
}

void TestAccount::accounts()
{
    const Account practice = Account::practice();
    QCOMPARE(practice.name, u"Practice account"_s);
    QCOMPARE(practice.authId.toString(), u"MAPRACTICE0000000000"_s);
    QCOMPARE(practice.colour, 0xd9a300u);
    QCOMPARE(practice.address.url().host(), u"practice.invalid"_s);
    QVERIFY(practice.isPractice() && !practice.isTestServer());

    const AuthId id = AuthId::parse(u"MAXXXXXXXXXXXXXXXXXX").value();
    const Account real = Account::environment(id, ApiAddress::plivo());
    QCOMPARE(real.name, u"Environment"_s);
    QVERIFY(!real.isPractice() && !real.isTestServer());
    const auto local = std::get<ApiAddress>(ApiAddress::parse(u"http://127.0.0.1:8080"));
    const Account test = Account::environment(id, local);
    QVERIFY(test.isTestServer());
    QVERIFY(test.address.isLoopbackHttp());
    QVERIFY(test.colour != real.colour && test.colour != practice.colour && real.colour != practice.colour);
    QVERIFY(test != real);
}

void TestAccount::storedAccounts()
{
    const AuthId id = AuthId::parse(u"MAXXXXXXXXXXXXXXXXXX").value();
    const Account first = Account::stored(u"  Acme "_s, 0x2e7d4f, id, ApiAddress::plivo(), TokenPlace::Keychain);
    QCOMPARE(first.name, u"Acme"_s);
    QCOMPARE(int(first.tokenPlace), int(TokenPlace::Keychain));
    QVERIFY(first.isStored() && !first.isPractice() && !first.isTestServer());
    QVERIFY(Account::isStoredKey(first.key));
    const Account second = Account::stored(u"Acme"_s, 0x2e7d4f, id, ApiAddress::plivo(), TokenPlace::Keychain);
    QVERIFY(first.key != second.key);
    QVERIFY(first != second);
    QCOMPARE(Account::practice().key, u"practice"_s);
    QCOMPARE(Account::environment(id, ApiAddress::plivo()).key, u"environment"_s);
}

void TestAccount::keys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("stored");
    QTest::newRow("32 hex digits") << u"0123456789abcdef0123456789abcdef"_s << true;
    QTest::newRow("a new one") << Account::newKey() << true;
    QTest::newRow("31 hex digits") << QString(31, u'a') << false;
    QTest::newRow("33 hex digits") << QString(33, u'a') << false;
    QTest::newRow("capitals") << QString(32, u'A') << false;
    QTest::newRow("another letter") << QString(32, u'g') << false;
    QTest::newRow("a digit of another script") << QString(32, u'\uff11') << false;
    QTest::newRow("the practice account's") << u"practice"_s << false;
    QTest::newRow("the environment's") << u"environment"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestAccount::keys()
{
    QFETCH(QString, key);
    QFETCH(bool, stored);
    QCOMPARE(Account::isStoredKey(key), stored);
}

void TestAccount::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("error"); // -1: none
    using Error = AccountNameError;
    const auto row = [](const char *name, const QString &text, int error) { QTest::newRow(name) << text << error; };
    row("a name", u"Acme"_s, -1);
    row("other scripts", u"客户 · عميل · Zoë 😀"_s, -1);
    row("60 characters", QString(60, u'x'), -1);
    row("60 characters and blanks around", u"  "_s + QString(60, u'x') + u"  "_s, -1);
    row("a name that begins like another", u"Taken too"_s, -1);
    row("nothing", QString(), int(Error::Empty));
    row("blanks", u"  \t "_s, int(Error::Empty));
    row("61 characters", QString(61, u'x'), int(Error::TooLong));
    row("a line break", u"a\nb"_s, int(Error::Unprintable));
    row("a bidi override", u"a\u202eb"_s, int(Error::Unprintable));
    row("an invisible character", u"Ac\u200bme"_s, int(Error::Unprintable));
    row("a NUL", u"a"_s + QChar(u'\0') + u"b"_s, int(Error::Unprintable));
    row("a paragraph separator", u"a\u2029b"_s, int(Error::Unprintable));
    row("practice", u"Practice"_s, int(Error::Reserved));
    row("the practice account", u"PRACTICE account"_s, int(Error::Reserved));
    row("the environment", u" environment "_s, int(Error::Reserved));
    row("another's", u"Taken"_s, int(Error::Taken));
    row("another's in capitals, with blanks", u" TAKEN "_s, int(Error::Taken));
}

void TestAccount::names()
{
    QFETCH(QString, name);
    QFETCH(int, error);
    const auto found = checkAccountName(name, { u"First"_s, u"Taken"_s });
    QCOMPARE(found ? int(*found) : -1, error);
}

void TestAccount::coloursAreSeen_data()
{
    QTest::addColumn<quint32>("colour");
    const QList<quint32> colours = Account::colours();
    for (const quint32 colour : colours)
        QTest::addRow("#%06x", colour) << colour;
    QVERIFY(colours.size() >= 6);
    QCOMPARE(QSet<quint32>(colours.cbegin(), colours.cend()).size(), colours.size());
}

void TestAccount::coloursAreSeen()
{
    QFETCH(quint32, colour);
    // WCAG 2.1, 1.4.11: 3:1 for what is no text, on the windows and the lists of the light and the dark palette.
    for (const quint32 behind : { 0xffffffu, 0xf6f7f9u, 0x26292eu, 0x1e2024u })
        QVERIFY2(contrast(colour, behind) >= 3.0, qPrintable(u"on #%1"_s.arg(behind, 6, 16, QChar(u'0'))));
    // Not the red of the button that ends calls.
    QVERIFY2(!isRed(colour), "a red");
    QVERIFY(isRed(0xb3261e)); // that button's
}

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
