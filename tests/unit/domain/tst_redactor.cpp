// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/redactor.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

QByteArray canary()
{
    return QByteArrayLiteral("cAnArY+t/k~n0123456789abcdefghijklmnopqr");
}

AuthId authId()
{
    return AuthId::parse(u"MAXXXXXXXXXXXXXXXXXX").value();
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray utf16(const QByteArray &latin1)
{
    QByteArray bytes;
    for (const char c : latin1)
        bytes.append(c).append('\0');
    return bytes;
}

QString everyCharacterEncoded()
{
    QString text;
    for (const char c : canary())
        text += u'%' + QString::number(c, 16).rightJustified(2, u'0');
    return text;
}

} // namespace

class TestRedactor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void removes_data();
    void removes();
    void removesWithoutKnowing_data();
    void removesWithoutKnowing();
    void keepsHarmlessText_data();
    void keepsHarmlessText();
    void severalSecrets();
    void passwords_data();
    void passwords();
    void shortSecrets_data();
    void shortSecrets();
    void twiceIsOnce();
    void addsWhileOthersClean();
    void foreignText_data();
    void foreignText();
};

void TestRedactor::removes_data()
{
    QTest::addColumn<QString>("secret");
    const QString token = QString::fromLatin1(canary());
    const QByteArray pair = authId().toLatin1() + ':' + canary();
    QTest::newRow("the token") << token;
    QTest::newRow("percent-encoded where needed") << QString::fromLatin1(QByteArray(canary()).toPercentEncoding());
    QTest::newRow("percent-encoded in full") << everyCharacterEncoded();
    QTest::newRow("percent-encoded in upper case") << everyCharacterEncoded().toUpper();
    QTest::newRow("with escaped slashes, as in JSON") << QString(token).replace(u'/', u"\\/"_s);
    QTest::newRow("hex in lower case") << QString::fromLatin1(canary().toHex());
    QTest::newRow("hex in upper case") << QString::fromLatin1(canary().toHex()).toUpper();
    QTest::newRow("hex of UTF-16") << QString::fromLatin1(utf16(canary()).toHex());
    QTest::newRow("base64 of id and token") << base64(pair);
    QTest::newRow("base64 of id and token, one byte behind") << base64("x" + pair);
    QTest::newRow("base64 of id and token, two bytes behind") << base64("xy" + pair);
    QTest::newRow("base64 of the token") << base64(canary());
    QTest::newRow("base64 of the token within others") << base64("x" + canary() + "yz");
    QTest::newRow("base64 for addresses") << QString::fromLatin1(pair.toBase64(QByteArray::Base64UrlEncoding));
    QTest::newRow("base64 of UTF-16") << base64(utf16(pair));
}

void TestRedactor::removes()
{
    QFETCH(QString, secret);
    Redactor redactor;
    redactor.addSecret(authId(), AuthToken::parse(canary()).value());
    QCOMPARE(redactor.clean(u"before "_s + secret + u" behind"_s), u"before [removed] behind"_s);
    QCOMPARE(redactor.clean(u"("_s + secret + u") ("_s + secret + u")"_s), u"([removed]) ([removed])"_s);
    // Without having been told of it, the same text passes: the row tests what it says.
    QCOMPARE(Redactor().clean(u"before "_s + secret + u" behind"_s), u"before "_s + secret + u" behind"_s);
}

void TestRedactor::removesWithoutKnowing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    const auto row
        = [](const char *name, const QString &text, const QString &clean) { QTest::newRow(name) << text << clean; };
    row("a header", u"Authorization: Basic TUE6c2VjcmV0\r\nHost: x"_s, u"Authorization: [removed]\r\nHost: x"_s);
    row("a header in lower case", u"authorization:Bearer abc.def"_s, u"authorization:[removed]"_s);
    row("a proxy's header", u"Proxy-Authorization: Basic eDp5"_s, u"Proxy-Authorization: [removed]"_s);
    row("a header in JSON", u"{\"Authorization\": \"Basic TUE6c2VjcmV0\", \"a\": 1}"_s,
        u"{\"Authorization\": [removed], \"a\": 1}"_s);
    row("a header in a debug print", u"(\"Authorization\", \"Basic TUE6c2VjcmV0\")"_s,
        u"(\"Authorization\", [removed])"_s);
    row("digest with quotes", u"Authorization: Digest username=\"x\", response=\"y\""_s, u"Authorization: [removed]"_s);
    row("a scheme without its header", u"sent Basic TUE6c2VjcmV0 twice"_s, u"sent Basic [removed] twice"_s);
    row("bearer", u"Bearer AbCdEfGhIjKlMnOp1234"_s, u"Bearer [removed]"_s);
    row("user and password in an address", u"at https://MA:secret@api.plivo.com/v1/"_s,
        u"at https://[removed]@api.plivo.com/v1/"_s);
    row("a user in an address", u"https://secret@api.plivo.com"_s, u"https://[removed]@api.plivo.com"_s);
    row("auth_token in JSON", u"{\"auth_token\": \"abc def\", \"x\": 1}"_s, u"{\"auth_token\": [removed], \"x\": 1}"_s);
    row("a token in parameters", u"a=1&auth_token=abc&b=2"_s, u"a=1&auth_token=[removed]&b=2"_s);
    row("an environment variable", u"PLIVO_AUTH_TOKEN=abc ./x"_s, u"PLIVO_AUTH_TOKEN=[removed] ./x"_s);
    row("a password", u"password: hunter2"_s, u"password: [removed]"_s);
    row("authToken", u"authToken: 'abc'"_s, u"authToken: [removed]"_s);
    row("XML", u"<auth_token>abc</auth_token>"_s, u"<auth_token>[removed]</auth_token>"_s);
}

void TestRedactor::removesWithoutKnowing()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);
    QCOMPARE(Redactor().clean(text), clean);
}

void TestRedactor::keepsHarmlessText_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : { "", "Plivo rejected the auth ID or token.", "Basic understanding of authentication",
                              "DELETE https://api.plivo.com/v1/Account/MAXXXXXXXXXXXXXXXXXX/Call/",
                              "defb0706-86a6-11e5-b4d1-e43ee3e2930b", "mail to agent@example.com", "404 call not found",
                              "The token is wrong", "Authorization is missing", "qt.network.ssl: handshake failed 😀" })
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text);
}

void TestRedactor::keepsHarmlessText()
{
    QFETCH(QString, text);
    Redactor redactor;
    redactor.addSecret(authId(), AuthToken::parse(canary()).value());
    QCOMPARE(redactor.clean(text), text);
}

void TestRedactor::severalSecrets()
{
    Redactor redactor;
    redactor.addSecret(authId(), AuthToken::parse("firstfirstfirst").value());
    redactor.addSecret(authId(), AuthToken::parse("secondsecond").value());
    QCOMPARE(redactor.clean(u"firstfirstfirst, secondsecond"_s), u"[removed], [removed]"_s);
}

void TestRedactor::passwords_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &password, const QString &text) {
        QTest::newRow(name) << password << text;
    };
    const QString plain = u"correct horse"_s;
    const QString foreign = u"pässwörd客😀"_s;
    row("with a blank", plain, plain);
    row("with a blank, in an address", plain, u"correct%20horse"_s);
    row("base64 of user and password", plain, base64("user:" + plain.toUtf8()));
    row("letters beyond ASCII", foreign, foreign);
    row("letters beyond ASCII in an address", foreign, QString::fromLatin1(foreign.toUtf8().toPercentEncoding()));
    row("base64 of letters beyond ASCII", foreign, base64("user:" + foreign.toUtf8()));
    row("hex of letters beyond ASCII", foreign, QString::fromLatin1(foreign.toUtf8().toHex()));
    row("what a pattern would take for its own", u"a.*[b]\\"_s, u"a.*[b]\\"_s);
}

void TestRedactor::passwords()
{
    QFETCH(QString, password);
    QFETCH(QString, text);
    Redactor redactor;
    redactor.addSecret(SecretBytes(password.toUtf8()));
    QCOMPARE(redactor.clean(u"before ("_s + text + u") behind"_s), u"before ([removed]) behind"_s);
    QCOMPARE(Redactor().clean(text), text);
}

void TestRedactor::shortSecrets_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    const QString sentence = u"the call was not there"_s;
    QTest::newRow("nothing") << QByteArray() << sentence << sentence;
    QTest::newRow("one letter leaves the text whole") << QByteArray("e") << sentence << sentence;
    QTest::newRow("three letters leave it whole") << QByteArray("the") << sentence << sentence;
    QTest::newRow("three letters behind their name go")
        << QByteArray("the") << u"password: the"_s << u"password: [removed]"_s;
    QTest::newRow("four letters are looked for") << QByteArray("call") << sentence << u"the [removed] was not there"_s;
}

void TestRedactor::shortSecrets()
{
    QFETCH(QByteArray, secret);
    QFETCH(QString, text);
    QFETCH(QString, clean);
    Redactor redactor;
    redactor.addSecret(SecretBytes(secret));
    QCOMPARE(redactor.clean(text), clean);
}

void TestRedactor::twiceIsOnce()
{
    // A word of what takes its place: looked for twice, it would be found in that again.
    Redactor redactor;
    for (int n = 0; n < 3; ++n) {
        redactor.addSecret(SecretBytes("removed"));
        redactor.addSecret(authId(), AuthToken::parse("removed").value());
    }
    QCOMPARE(redactor.clean(u"it was removed"_s), u"it was [removed]"_s);
    // The longer of two first, whichever came first: else the rest of it would stay.
    Redactor longer;
    longer.addSecret(SecretBytes("long"));
    longer.addSecret(SecretBytes("long-and-more"));
    QCOMPARE(longer.clean(u"long-and-more long"_s), u"[removed] [removed]"_s);
}

void TestRedactor::addsWhileOthersClean()
{
    constexpr int secrets = 60;
    const auto name = [](int n) { return "secret-number-" + QByteArray::number(1000 + n); };
    Redactor redactor;
    std::atomic<int> known { 0 };
    std::atomic<int> leaks { 0 };
    std::vector<std::thread> readers;
    for (int reader = 0; reader < 2; ++reader) {
        readers.emplace_back([&] {
            while (known < secrets) {
                // What was there before the cleaning began is taken out.
                const int n = known;
                if (n > 0 && redactor.clean(QString::fromLatin1(name(n - 1))) != "[removed]"_L1)
                    ++leaks;
            }
        });
    }
    for (int n = 0; n < secrets; ++n) {
        redactor.addSecret(SecretBytes(name(n)));
        known = n + 1;
    }
    for (std::thread &reader : readers)
        reader.join();
    QCOMPARE(leaks.load(), 0);
}

void TestRedactor::foreignText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("plain words") << u"call not found"_s << u"call not found"_s;
    QTest::newRow("HTML stays as it is: it is shown as plain text") << u"<b>x</b>"_s << u"<b>x</b>"_s;
    QTest::newRow("line breaks and tabs") << u"a\r\nb\tc"_s << u"a b c"_s;
    QTest::newRow("runs of blanks, and blanks around") << u"  a   b  "_s << u"a b"_s;
    QTest::newRow("control characters") << u"a\u0007b\u001bc"_s << u"a b c"_s;
    QTest::newRow("a bidi override") << u"a\u202eb"_s << u"a b"_s;
    QTest::newRow("line and paragraph separators") << u"a\u2028b\u2029c"_s << u"a b c"_s;
    QTest::newRow("a lone surrogate") << u"a"_s + QChar(0xD800) << u"a\ufffd"_s;
    QTest::newRow("an emoji") << u"😀"_s << u"😀"_s;
    QTest::newRow("200 characters") << QString(200, u'x') << QString(200, u'x');
    QTest::newRow("201 characters") << QString(201, u'x') << QString(199, u'x') + u'…';
    QTest::newRow("cut before a pair") << QString(198, u'x') + u"😀😀"_s << QString(198, u'x') + u'…';
    QTest::newRow("only blanks") << u" \r\n "_s << QString();
}

void TestRedactor::foreignText()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);
    QCOMPARE(cleanForeignText(text), clean);
}

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
