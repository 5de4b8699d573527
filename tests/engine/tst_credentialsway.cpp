// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"
#include "plivo/credentialscheck.h"
#include "plivo/network.h"
#include "support/certificates.h"
#include "support/fakeproxy.h"

#include <QLibraryInfo>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTest>
#include <QVersionNumber>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

using Kind = CheckVerdict::Kind;

Q_DECLARE_METATYPE(hangup::test::ProxyRules)

/// The test of an account's credentials on its way: TLS and the system's proxy (set as tst_engineproxy says).
class TestCredentialsWay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanup();

    void overTls_data();
    void overTls();
    void throughAProxy_data();
    void throughAProxy();

private:
    CheckVerdict verdictOf(const ApiAddress &address, const std::shared_ptr<ProxyLogins> &logins = nullptr,
                           Ms tunnel = Ms(10'000));
    const QSslConfiguration m_usual = QSslConfiguration::defaultConfiguration();
};

void TestCredentialsWay::initTestCase()
{
    if (!Certificates::make().error().isEmpty())
        QSKIP(qPrintable(Certificates::make().error()));
    QSslConfiguration trusting = m_usual;
    trusting.addCaCertificate(Certificates::make().authority());
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void TestCredentialsWay::cleanup()
{
    qunsetenv("https_proxy");
    qunsetenv("http_proxy");
}

CheckVerdict TestCredentialsWay::verdictOf(const ApiAddress &address, const std::shared_ptr<ProxyLogins> &logins,
                                           Ms tunnel)
{
    EngineLimits limits = quickLimits();
    limits.tunnel = tunnel;
    CredentialsCheck check(limits, Endpoint { address, testAuthId(), testToken() },
                           [address, logins] { return makeNetwork(address, logins); });
    QSignalSpy spy(&check, &CredentialsCheck::finished);
    check.start();
    if (!QTest::qWaitFor([&spy] { return spy.count() > 0; }, 30'000))
        return { .message = u"never finished"_s };
    return spy.at(0).at(0).value<CheckVerdict>();
}

void TestCredentialsWay::overTls_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("a good certificate") << u"good"_s << Kind::Fine;
    QTest::newRow("a certificate signed by itself") << u"selfSigned"_s << Kind::Certificate;
    QTest::newRow("a certificate that is over") << u"expired"_s << Kind::Certificate;
    QTest::newRow("a certificate of another host") << u"wrongHost"_s << Kind::Certificate;
}

void TestCredentialsWay::overTls()
{
    QFETCH(const QString, certificate);
    const Certificates &made = Certificates::make();
    const QHash<QString, TlsIdentity> identities { { u"good"_s, made.good() },
                                                   { u"selfSigned"_s, made.selfSigned() },
                                                   { u"expired"_s, made.expired() },
                                                   { u"wrongHost"_s, made.wrongHost() } };
    FakeServer server(identities.value(certificate));
    server.setDefaultAnswer(Answer::json(200, R"({"api_id": "e"})"));
    const ApiAddress address = std::get<ApiAddress>(ApiAddress::parse(u"https://127.0.0.1:%1"_s.arg(server.port())));
    const CheckVerdict verdict = verdictOf(address);
    QTEST(verdict.kind, "kind");
    QCOMPARE(server.count(), verdict.kind == Kind::Fine ? 1 : 0);
}

void TestCredentialsWay::throughAProxy_data()
{
    QTest::addColumn<QByteArray>("entered");
    QTest::addColumn<ProxyRules>("rules");
    QTest::addColumn<Kind>("kind");
    const ProxyRules asking { .login = "joe:secret" };
    QTest::newRow("no login is known") << QByteArray() << asking << Kind::ProxyLogin;
    QTest::newRow("a wrong login") << "guess"_ba << asking << Kind::ProxyLogin;
    QTest::newRow("the right login") << "secret"_ba << asking << Kind::Fine;
    for (const int status : { 403, 404, 502, 503 })
        QTest::addRow("it answers %d", status) << QByteArray() << ProxyRules { .refusal = status } << Kind::Proxy;
    const ProxyRules ntlm { .login = "joe:secret", .offers = { "NTLM" } };
    // Newer ones give up by themselves, and say that the login is missing.
    const bool endsByItself = QLibraryInfo::version() >= QVersionNumber(6, 5);
    QTest::newRow("it asks for NTLM without end")
        << QByteArray() << ntlm << (endsByItself ? Kind::ProxyLogin : Kind::Proxy);
}

void TestCredentialsWay::throughAProxy()
{
#ifndef Q_OS_LINUX
    QSKIP("Elsewhere the system's proxy can't be set for one process");
#endif
    QFETCH(const QByteArray, entered);
    QFETCH(const ProxyRules, rules);
    FakeServer server(Certificates::make().good());
    server.setDefaultAnswer(Answer::json(200, R"({"api_id": "e"})"));
    FakeProxy proxy(server.port());
    proxy.setRules(rules);
    qputenv("https_proxy", proxy.address().toLatin1());
    qputenv("http_proxy", proxy.address().toLatin1());
    const auto logins = std::make_shared<ProxyLogins>();
    if (!entered.isEmpty())
        logins->set({ { u"127.0.0.1"_s, proxy.port() }, u"joe"_s, SecretBytes(entered) });
    const bool isEndless = rules.offers.contains("NTLM"); // none ever stands
    const CheckVerdict verdict = verdictOf(ApiAddress::plivo(), logins, isEndless ? Ms(500) : Ms(10'000));
    QTEST(verdict.kind, "kind");
    if (verdict.kind != Kind::Proxy && !isEndless)
        QCOMPARE(proxy.logins(), entered.isEmpty() ? 0 : 1);
    QCOMPARE(server.count(), verdict.kind == Kind::Fine ? 1 : 0);
    QCOMPARE(logins->lastUsed(), (ProxyAddress { u"127.0.0.1"_s, proxy.port() }));
    QCOMPARE(proxy.seenInClear().contains(testToken().basicAuthorization(testAuthId())), false);
}

QTEST_GUILESS_MAIN(TestCredentialsWay)
#include "tst_credentialsway.moc"
