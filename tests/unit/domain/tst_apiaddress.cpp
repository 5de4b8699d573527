// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/account.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

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

/// The address as it was understood, or the name of the error.
QString understood(const QString &text)
{
    const auto parsed = ApiAddress::parse(text);
    if (const auto *error = std::get_if<ApiAddressError>(&parsed))
        return errorName(*error);
    return std::get<ApiAddress>(parsed).url().toString(QUrl::FullyEncoded);
}

} // namespace

class TestApiAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void address_data();
    void address();
    void addressForPeople_data();
    void addressForPeople();
};

void TestApiAddress::address_data()
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

void TestApiAddress::address()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    QCOMPARE(understood(text), result);
}

void TestApiAddress::addressForPeople_data()
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

void TestApiAddress::addressForPeople()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QFETCH(bool, plivo);
    const auto parsed = ApiAddress::parse(text);
    QVERIFY(std::holds_alternative<ApiAddress>(parsed));
    QCOMPARE(std::get<ApiAddress>(parsed).hostAndPort(), shown);
    QCOMPARE(std::get<ApiAddress>(parsed).isPlivo(), plivo);
}

QTEST_GUILESS_MAIN(TestApiAddress)
#include "tst_apiaddress.moc"
