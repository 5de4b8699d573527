// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/proxylogins.h"

#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

ProxyAddress office()
{
    return { u"proxy.example"_s, 3128 };
}

QByteArray passwordOf(const ProxyLogins &logins, const ProxyAddress &proxy)
{
    const std::optional<ProxyLogin> login = logins.find(proxy);
    return login ? login->password.view().toByteArray() : "none"_ba;
}

} // namespace

/// A login is known for the proxy that it was entered for, and for no other.
class TestProxyLogins : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void foundForItsProxyAlone_data();
    void foundForItsProxyAlone();
    void theNewerLoginReplacesTheOlder();
    void aForgottenLoginIsGone();
    void noProxyHasNoLogin();
};

void TestProxyLogins::foundForItsProxyAlone_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("the same") << u"proxy.example"_s << 3128 << "secret"_ba;
    QTest::newRow("the same in capitals") << u"PROXY.Example"_s << 3128 << "secret"_ba;
    QTest::newRow("another port") << u"proxy.example"_s << 8080 << "none"_ba;
    QTest::newRow("another host") << u"proxy.example.org"_s << 3128 << "none"_ba;
    QTest::newRow("Plivo") << u"api.plivo.com"_s << 443 << "none"_ba;
}

void TestProxyLogins::foundForItsProxyAlone()
{
    QFETCH(const QString, host);
    QFETCH(const int, port);
    ProxyLogins logins;
    logins.set({ office(), u"joe"_s, SecretBytes("secret") });
    QTEST(passwordOf(logins, { host, static_cast<quint16>(port) }), "password");
}

void TestProxyLogins::theNewerLoginReplacesTheOlder()
{
    ProxyLogins logins;
    logins.set({ office(), u"joe"_s, SecretBytes("older") });
    logins.set({ office(), u"joe"_s, SecretBytes("newer") });
    QCOMPARE(passwordOf(logins, office()), "newer"_ba);
    logins.forget(office());
    QCOMPARE(passwordOf(logins, office()), "none"_ba);
}

void TestProxyLogins::aForgottenLoginIsGone()
{
    const ProxyAddress other { u"other.example"_s, 3128 };
    ProxyLogins logins;
    logins.set({ office(), u"joe"_s, SecretBytes("secret") });
    logins.set({ other, u"jane"_s, SecretBytes("hers") });
    logins.forget(office());
    QCOMPARE(passwordOf(logins, office()), "none"_ba);
    QCOMPARE(passwordOf(logins, other), "hers"_ba);
}

void TestProxyLogins::noProxyHasNoLogin()
{
    ProxyLogins logins;
    QCOMPARE(logins.lastUsed(), ProxyAddress {});
    logins.set({ {}, u"joe"_s, SecretBytes("secret") });
    QCOMPARE(passwordOf(logins, {}), "none"_ba);
}

QTEST_APPLESS_MAIN(TestProxyLogins)
#include "tst_proxylogins.moc"
