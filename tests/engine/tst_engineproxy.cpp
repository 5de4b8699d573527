// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"
#include "support/certificates.h"
#include "support/fakeproxy.h"

#include <QSslConfiguration>
#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray TheLogin = "joe:s3cret pass";

/// Who knows the login.
enum class Known : quint8 {
    Nobody,
    Entered, ///< by the user, for this proxy
    EnteredWrong,
    EnteredForAnother, ///< for another port of the same host
    InTheSystem, ///< in the system's settings
    InBoth, ///< right in the system's settings, wrong by the user
};

ProxyLogin loginFor(quint16 port, const QByteArray &password)
{
    return { { u"127.0.0.1"_s, port }, u"joe"_s, SecretBytes(password) };
}

} // namespace

Q_DECLARE_METATYPE(Known)
Q_DECLARE_METATYPE(hangup::test::ProxyRules)

/// The engine behind the system's proxy.
///
/// The system's proxy is set through https_proxy and http_proxy: Debian's Qt 6.4 asks libproxy, which reads them at
/// each query, before the desktop's settings. https_proxy goes for https alone, http_proxy for both where there is no
/// other; a user and password in the address are passed on; no_proxy and addresses without a scheme are honoured with
/// "no proxy"; loopback addresses are not excepted. A Qt built without libproxy reads http_proxy alone.
class TestEngineProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanup();

    void aProxyThatAsks_data();
    void aProxyThatAsks();
    void aProxyThatFails_data();
    void aProxyThatFails();
    void aTunnelThatStoodProvesNothing_data();
    void aTunnelThatStoodProvesNothing();
    void aLoginEnteredLaterServesTheNextOrder();
    void aServersOwn407IsNoProxys_data();
    void aServersOwn407IsNoProxys();
    void loopbackHttpUsesNoProxy();

private:
    void useProxy(const QString &address);
    const QSslConfiguration m_usual = QSslConfiguration::defaultConfiguration();
};

void TestEngineProxy::initTestCase()
{
#ifndef Q_OS_LINUX
    QSKIP("Elsewhere the system's proxy can't be set for one process");
#endif
    if (!Certificates::make().error().isEmpty())
        QSKIP(qPrintable(Certificates::make().error()));
    QSslConfiguration trusting = m_usual;
    trusting.addCaCertificate(Certificates::make().authority());
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void TestEngineProxy::cleanup()
{
    qunsetenv("https_proxy");
    qunsetenv("http_proxy");
}

void TestEngineProxy::useProxy(const QString &address)
{
    qputenv("https_proxy", address.toLatin1());
    qputenv("http_proxy", address.toLatin1());
}

void TestEngineProxy::aProxyThatAsks_data()
{
    QTest::addColumn<Known>("known");
    QTest::addColumn<ProxyRules>("rules");
    QTest::addColumn<bool>("ended");
    QTest::addColumn<int>("connects");
    QTest::addColumn<int>("logins");
    const ProxyRules open {};
    const ProxyRules basic { .login = TheLogin };
    const ProxyRules closing { .login = TheLogin, .closes = true };
    QTest::newRow("a proxy that doesn't ask is given no login") << Known::Entered << open << true << 1 << 0;
    QTest::newRow("nobody knows the login: asked once") << Known::Nobody << basic << false << 1 << 0;
    QTest::newRow("the user's login is used") << Known::Entered << basic << true << 2 << 1;
    QTest::newRow("the user's login is used on a new connection") << Known::Entered << closing << true << 2 << 1;
    QTest::newRow("a wrong login is tried once") << Known::EnteredWrong << basic << false << 2 << 1;
    QTest::newRow("another proxy's login is not used") << Known::EnteredForAnother << basic << false << 1 << 0;
    QTest::newRow("the system's login is used") << Known::InTheSystem << basic << true << 2 << 1;
    QTest::newRow("the system's login is respected") << Known::InBoth << basic << true << 2 << 1;
}

void TestEngineProxy::aProxyThatAsks()
{
    QFETCH(const Known, known);
    QFETCH(const ProxyRules, rules);
    QFETCH(const bool, ended);
    FakeServer server(Certificates::make().good());
    FakeProxy proxy(server.port());
    proxy.setRules(rules);
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 1;
    EngineRun run(limits, ApiAddress::plivo());
    const bool inSystem = known == Known::InTheSystem || known == Known::InBoth;
    useProxy(proxy.address(inSystem ? u"joe:s3cret%20pass"_s : QString()));
    if (known == Known::Entered)
        run.logins->set(loginFor(proxy.port(), "s3cret pass"));
    else if (known == Known::EnteredWrong || known == Known::InBoth)
        run.logins->set(loginFor(proxy.port(), "guess"));
    else if (known == Known::EnteredForAnother)
        run.logins->set(loginFor(static_cast<quint16>(proxy.port() - 1), "s3cret pass"));

    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), ended ? u"ended 3"_s : u"not_sent 3"_s);
    for (const CallResult &result : std::as_const(run.results)) {
        QCOMPARE(result.reason, ended ? Reason::None : Reason::ProxyLoginNeeded);
        QCOMPARE(result.attempts, ended ? 1 : 0);
    }
    QTEST(proxy.connects(), "connects");
    QTEST(proxy.logins(), "logins");
    QCOMPARE(server.deletes(), ended ? 3 : 0);
    for (const Request &request : server.requests())
        QCOMPARE(request.headerCount("Proxy-Authorization"), 0);
    const QByteArray credentials = testToken().basicAuthorization(testAuthId());
    QCOMPARE(server.requests().value(0).header("Authorization"), ended ? credentials : QByteArray());
    QCOMPARE(proxy.seenInClear().contains(credentials), false);
    QCOMPARE(run.logins->lastUsed(), (ProxyAddress { u"127.0.0.1"_s, proxy.port() }));
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineProxy::aProxyThatFails_data()
{
    QTest::addColumn<ProxyRules>("rules");
    QTest::addColumn<bool>("isThere");
    const auto offering
        = [](const QList<QByteArray> &offers) { return ProxyRules { .login = TheLogin, .offers = offers }; };
    QTest::newRow("nobody listens there") << ProxyRules {} << false;
    for (const int status : { 400, 403, 404, 405, 500, 502, 503, 504 })
        QTest::addRow("it answers %d", status) << ProxyRules { .refusal = status } << true;
    QTest::newRow("it offers Negotiate alone") << offering({ "Negotiate" }) << true;
    QTest::newRow("it offers nothing") << offering({}) << true;
    QTest::newRow("it never answers") << ProxyRules { .hangs = true } << true;
    QTest::newRow("it asks for NTLM without end") << offering({ "NTLM", "Basic realm=\"r\"" }) << true;
}

/// Nothing has left, for certain: several on one manager, and those that wait are not sent either.
void TestEngineProxy::aProxyThatFails()
{
    QFETCH(const ProxyRules, rules);
    QFETCH(const bool, isThere);
    FakeServer server(Certificates::make().good());
    FakeProxy proxy(server.port());
    proxy.setRules(rules);
    useProxy(isThere ? proxy.address() : u"http://127.0.0.1:1"_s);
    EngineLimits limits = quickLimits();
    limits.tunnel = std::chrono::milliseconds(300);
    limits.maxInFlight = 3;
    EngineRun run(limits, ApiAddress::plivo());
    run.logins->set(loginFor(proxy.port(), "s3cret pass"));
    run.submit(callIds(8));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_sent 8"_s);
    int atProxy = 0;
    for (const CallResult &result : std::as_const(run.results)) {
        atProxy += result.reason == Reason::ProxyTrouble ? 1 : 0;
        QCOMPARE(result.attempts, 0);
    }
    QCOMPARE(atProxy, 3);
    QCOMPARE(std::count_if(run.results.cbegin(), run.results.cend(),
                           [](const CallResult &result) { return result.reason == Reason::ConnectionUnsafe; }),
             5);
    QCOMPARE(server.count(), 0);
    QCOMPARE(run.brokenPromise(), QString());
    // The loop of NTLM has ended too, after what other connections of the manager had under way.
    QVERIFY(QTest::qWaitFor(
        [&proxy] {
            const int connects = proxy.connects();
            QTest::qWait(300);
            return proxy.connects() == connects;
        },
        10'000));
}

void TestEngineProxy::aTunnelThatStoodProvesNothing_data()
{
    QTest::addColumn<int>("endedBefore");
    QTest::addColumn<Answer>("answer");
    QTest::newRow("silence, on a new connection") << 0 << Answer::hang();
    QTest::newRow("silence, on a connection used before") << 1 << Answer::hang();
    QTest::newRow("closed, on a new connection") << 0 << Answer::close();
    QTest::newRow("closed, on a connection used before") << 1 << Answer::close();
    QTest::newRow("reset, on a connection used before") << 1 << Answer::reset();
}

/// A request that was taken and then fails, by whatever way, may have ended its call. Only the first request of a
/// connection is told that TLS stands.
void TestEngineProxy::aTunnelThatStoodProvesNothing()
{
    QFETCH(const int, endedBefore);
    QFETCH(const Answer, answer);
    FakeServer server(Certificates::make().good());
    FakeProxy proxy(server.port());
    useProxy(proxy.address());
    EngineLimits limits = quickLimits();
    limits.tunnel = Ms(2500);
    limits.silence = Ms(3500);
    EngineRun run(limits, ApiAddress::plivo());
    for (int n = 1; n <= endedBefore; ++n)
        QCOMPARE(run.endOne(callId(n)).outcome, Outcome::Ended);
    const CallId last = callId(endedBefore + 1);
    server.script(last, { answer });
    server.setAskAnswer(Ask::Live, Answer::serverTrouble(503));
    QCOMPARE(run.endOne(last).outcome, Outcome::Unknown);
    QCOMPARE(server.deletesFor(last), 1);
    QCOMPARE_GE(proxy.connects(), 2); // the look has a connection of its own
    QCOMPARE_LE(proxy.connects(), 3); // Qt 6.8 makes one more after a reset
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineProxy::aLoginEnteredLaterServesTheNextOrder()
{
    FakeServer server(Certificates::make().good());
    FakeProxy proxy(server.port());
    proxy.setRules({ .login = TheLogin });
    useProxy(proxy.address());
    EngineRun run(quickLimits(), ApiAddress::plivo());
    QCOMPARE(run.endOne(callId(1)).reason, Reason::ProxyLoginNeeded);
    run.logins->set(loginFor(proxy.port(), "s3cret pass"));
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::Ended);
    QCOMPARE(server.deletes(), 1);
    // And once it is forgotten, a new connection has none.
    run.logins->forget(run.logins->lastUsed());
    server.script(callId(2), { Answer::with(404, "text/html", "no").closingAnnounced() });
    run.endOne(callId(2));
    QCOMPARE(run.endOne(callId(3)).reason, Reason::ProxyLoginNeeded);
}

void TestEngineProxy::aServersOwn407IsNoProxys_data()
{
    QTest::addColumn<bool>("behindProxy");
    QTest::newRow("behind a proxy that was given its login") << true;
    QTest::newRow("without any proxy") << false;
}

/// It is a refusal like others: asked once, and given nobody's login.
void TestEngineProxy::aServersOwn407IsNoProxys()
{
    QFETCH(const bool, behindProxy);
    FakeServer server(Certificates::make().good());
    server.setDefaultAnswer(Answer::proxyAuthentication());
    FakeProxy proxy(server.port());
    proxy.setRules({ .login = TheLogin });
    if (behindProxy)
        useProxy(proxy.address());
    const ApiAddress direct = std::get<ApiAddress>(ApiAddress::parse(u"https://127.0.0.1:%1"_s.arg(server.port())));
    EngineRun run(quickLimits(), behindProxy ? ApiAddress::plivo() : direct);
    run.logins->set(loginFor(proxy.port(), "s3cret pass"));
    run.logins->set({ { u"127.0.0.1"_s, server.port() }, u"joe"_s, SecretBytes("s3cret pass") });
    for (int n = 1; n <= 2; ++n) {
        QCOMPARE(run.endOne(callId(n)).outcome, Outcome::Refused);
        QCOMPARE(run.result(callId(n)).httpStatus, 407);
        QCOMPARE(server.deletesFor(callId(n)), 1);
    }
    QCOMPARE(proxy.connects(), behindProxy ? 4 : 0);
    for (const Request &request : server.requests())
        QCOMPARE(request.headerCount("Proxy-Authorization"), 0);
    QCOMPARE(run.logins->lastUsed(), behindProxy ? (ProxyAddress { u"127.0.0.1"_s, proxy.port() }) : ProxyAddress {});
}

/// Plain http would show the proxy the credentials.
void TestEngineProxy::loopbackHttpUsesNoProxy()
{
    FakeProxy proxy(1);
    useProxy(proxy.address());
    EngineRun run;
    run.logins->set(loginFor(proxy.port(), "s3cret pass"));
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::Ended);
    QCOMPARE(proxy.connections(), 0);
    QCOMPARE(run.server->requests().value(0).headerCount("Proxy-Authorization"), 0);
    QCOMPARE(run.logins->lastUsed(), ProxyAddress {});
    QCOMPARE(run.brokenPromise(), QString());
}

QTEST_GUILESS_MAIN(TestEngineProxy)
#include "tst_engineproxy.moc"
