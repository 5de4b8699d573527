// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/account.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

QByteArray canary()
{
    return QByteArrayLiteral("cAnArYtOkEn0123456789abcdefghijklmnopqrs");
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

} // namespace

class TestAccount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void authId_data();
    void authId();
    void token_data();
    void token();
    void authorization();
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

void TestAccount::authorization()
{
    const AuthId id = AuthId::parse(u"MAXXXXXXXXXXXXXXXXXX").value();
    const AuthToken token = AuthToken::parse(canary()).value();
    const QByteArray header = token.basicAuthorization(id);
    QVERIFY(header.startsWith("Basic "));
    QCOMPARE(QByteArray::fromBase64(header.sliced(6)), "MAXXXXXXXXXXXXXXXXXX:" + canary());
}

void TestAccount::accounts()
{
    const Account practice = Account::practice();
    QCOMPARE(practice.name, u"Practice account"_s);
    QCOMPARE(practice.authId.toString(), u"MAPRACTICE0000000000"_s);
    QCOMPARE(practice.colour, 0xd9a300u);
    QCOMPARE(practice.address.url().host(), u"practice.invalid"_s);
    QVERIFY(practice.isPractice() && !practice.isTestServer());
    const Account second = Account::secondPractice();
    QCOMPARE(second.name, u"Practice account 2"_s);
    QCOMPARE(second.key, u"practice-2"_s);
    QCOMPARE(second.authId.toString(), u"MAPRACTICE0000000002"_s);
    QVERIFY(second.isPractice() && !second.isTestServer());
    QVERIFY(second.colour != practice.colour);
    QCOMPARE(Account::practices(), (QList { practice, second }));
    QVERIFY(Account::isPracticeKey(practice.key) && Account::isPracticeKey(second.key));
    QVERIFY(!Account::isPracticeKey(u"environment"_s) && !Account::isPracticeKey(QString()));

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
    row("the second practice account", u"Practice Account 2"_s, int(Error::Reserved));
    row("its key", u"practice-2"_s, int(Error::Reserved));
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
