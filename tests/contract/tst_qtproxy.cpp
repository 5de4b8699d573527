// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "contract/contract.h"
#include "support/certificates.h"
#include "support/fakeproxy.h"
#include "support/fakeserver.h"

#include <QSignalSpy>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;
using namespace hangup::test;
using namespace contract;

namespace {

const QByteArray TheLogin = "joe:secret";

/// One TLS server behind one proxy; the login is in the QNetworkProxy, and nobody answers a signal.
struct Way
{
    explicit Way(const ProxyRules &rules, const QString &password = u"secret"_s)
        : server(Certificates::make().good()), proxy(server.port())
    {
        proxy.setRules(rules);
        QNetworkProxy through(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port());
        if (!password.isEmpty()) {
            through.setUser(u"joe"_s);
            through.setPassword(password);
        }
        manager->setProxy(through);
    }

    QNetworkRequest request() const
    {
        QNetworkRequest request = makeRequest(QUrl(u"https://api.plivo.com/v1/Account/MA/Call/1/"_s));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates({ Certificates::make().authority() });
        request.setSslConfiguration(tls);
        request.setRawHeader("Authorization", "Basic c2VydmVyOm9ubHk=");
        return request;
    }

    QNetworkReply *deleteOnce(int silence = 10'000)
    {
        QNetworkRequest once = request();
        once.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        once.setHeader(QNetworkRequest::ContentLengthHeader, 0);
        once.setTransferTimeout(silence);
        auto *body = new EmptySequential;
        QNetworkReply *reply = manager->sendCustomRequest(once, "DELETE", body);
        body->setParent(reply);
        return reply;
    }

    /// Proxy-Authorization headers that reached the server.
    qsizetype leaked() const
    {
        qsizetype count = 0;
        for (const Request &seen : server.requests())
            count += seen.headerCount("Proxy-Authorization");
        return count;
    }

    FakeServer server;
    FakeProxy proxy;
    std::unique_ptr<QNetworkAccessManager> manager = std::make_unique<QNetworkAccessManager>();
};

} // namespace

Q_DECLARE_METATYPE(hangup::test::ProxyRules)

/// What Qt does with a proxy's login that stands in the QNetworkProxy: the product relies on it.
class TestQtProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aProxyThatAsks_data();
    void aProxyThatAsks();
    void aServerThatAsksIsNotGivenTheLogin_data();
    void aServerThatAsksIsNotGivenTheLogin();
    void theServersCredentialsStayInTheTunnel();
    void ntlmGoesOnUntilTheManagerGoes();
};

void TestQtProxy::initTestCase()
{
    if (!Certificates::make().error().isEmpty())
        QSKIP(qPrintable(Certificates::make().error()));
}

void TestQtProxy::aProxyThatAsks_data()
{
    QTest::addColumn<ProxyRules>("rules");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("connects");
    QTest::addColumn<int>("logins");
    QTest::addColumn<int>("requests");
    const QString none;
    const QString right = u"secret"_s;
    const QString wrong = u"guess"_s;
    const ProxyRules open {};
    const ProxyRules basic { .login = TheLogin };
    const ProxyRules closing { .login = TheLogin, .closes = true };
    const auto offering
        = [](const QList<QByteArray> &offers) { return ProxyRules { .login = TheLogin, .offers = offers }; };
    const auto refusing = [](int status) { return ProxyRules { .refusal = status }; };
    const int asks = QNetworkReply::ProxyAuthenticationRequiredError;
    const int unknown = QNetworkReply::UnknownNetworkError;
    QTest::newRow("no login is wanted, none is sent") << open << right << 0 << 1 << 0 << 1;
    QTest::newRow("we have none: asked once") << basic << none << asks << 1 << 0 << 0;
    QTest::newRow("the right one, sent when asked") << basic << right << 0 << 2 << 1 << 1;
    QTest::newRow("the right one, on a new connection") << closing << right << 0 << 2 << 1 << 1;
    QTest::newRow("a wrong one is sent once") << basic << wrong << asks << 2 << 1 << 0;
    QTest::newRow("a wrong one is sent once, on a new connection") << closing << wrong << asks << 2 << 1 << 0;
    QTest::newRow("Digest, we have none")
        << offering({ "Digest realm=\"r\", nonce=\"n\"" }) << none << asks << 1 << 0 << 0;
    QTest::newRow("Digest, a wrong one") << offering({ "Digest realm=\"r\", nonce=\"n\"" }) << wrong << asks << 2 << 1
                                         << 0;
    QTest::newRow("Negotiate without a ticket, and Basic")
        << offering({ "Negotiate", "Basic realm=\"r\"" }) << right << 0 << 2 << 1 << 1;
    QTest::newRow("Negotiate alone looks like any trouble")
        << offering({ "Negotiate" }) << right << unknown << 1 << 0 << 0;
    QTest::newRow("no offer looks like any trouble") << offering({}) << right << unknown << 1 << 0 << 0;
    QTest::newRow("a refused tunnel looks like any trouble") << refusing(403) << right << unknown << 1 << 0 << 0;
    QTest::newRow("a proxy that can't reach the host") << refusing(502) << right << unknown << 1 << 0 << 0;
}

void TestQtProxy::aProxyThatAsks()
{
    QFETCH(const ProxyRules, rules);
    QFETCH(const QString, password);
    QFETCH(const int, error);
    Way way(rules, password);
    QNetworkReply *reply = way.deleteOnce();
    QVERIFY(finishes(reply));
    QCOMPARE(int(reply->error()), error);
    QCOMPARE(statusOf(reply), error == 0 ? 204 : 0);
    QTEST(way.proxy.connects(), "connects");
    QTEST(way.proxy.logins(), "logins");
    QTEST(way.server.count(), "requests");
    QTest::qWait(50);
    QTEST(way.proxy.connects(), "connects");
    QCOMPARE(way.leaked(), 0);
}

void TestQtProxy::aServerThatAsksIsNotGivenTheLogin_data()
{
    QTest::addColumn<ProxyRules>("rules");
    QTest::newRow("behind a proxy that was given it") << ProxyRules { .login = TheLogin };
    QTest::newRow("behind a proxy that never asked") << ProxyRules {};
}

/// A 407 through the tunnel. The signal comes, with the proxy as its argument: a slot would answer the server.
void TestQtProxy::aServerThatAsksIsNotGivenTheLogin()
{
    QFETCH(const ProxyRules, rules);
    Way way(rules);
    way.server.setDefaultAnswer(Answer::proxyAuthentication());
    const QSignalSpy asked(way.manager.get(), &QNetworkAccessManager::proxyAuthenticationRequired);
    QNetworkReply *first = way.deleteOnce();
    QVERIFY(finishes(first));
    QCOMPARE(statusOf(first), 407);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(way.server.deletes(), 1);
    QNetworkReply *second = way.deleteOnce();
    QVERIFY(finishes(second));
    QCOMPARE(way.server.deletes(), 2);
    QNetworkReply *read = way.manager->get(way.request());
    QVERIFY(finishes(read));
    QCOMPARE(statusOf(read), 407);
    QCOMPARE(way.server.count(), 3);
    QCOMPARE(way.leaked(), 0);
}

void TestQtProxy::theServersCredentialsStayInTheTunnel()
{
    Way way({ .login = TheLogin });
    QVERIFY(finishes(way.deleteOnce()));
    QCOMPARE(way.server.requests().value(0).header("Authorization"), "Basic c2VydmVyOm9ubHk="_ba);
    QCOMPARE(way.proxy.seenInClear().contains("c2VydmVyOm9ubHk="), false);
    QCOMPARE(way.proxy.seenInClear().contains("/v1/Account"), false);
    QCOMPARE(way.proxy.tunnelled().contains("c2VydmVyOm9ubHk="), false);
    QCOMPARE(way.proxy.seenInClear().count("CONNECT api.plivo.com:443 HTTP/1.1\r\n"), 2);
}

/// A proxy whose NTLM (which Qt prefers to Basic) leads nowhere: with a login and without, 6.4 sends CONNECT after
/// CONNECT, thousands in a second, and says nothing. The silence deadline ends the reply, but only the manager's end
/// stops the CONNECTs.
void TestQtProxy::ntlmGoesOnUntilTheManagerGoes()
{
    auto way
        = std::make_unique<Way>(ProxyRules { .login = TheLogin, .offers = { "NTLM", "Basic realm=\"r\"" } }, QString());
    QNetworkReply *reply = way->deleteOnce(2500);
    QVERIFY(finishes(reply));
    if (isQt64()) {
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
        QVERIFY2(way->proxy.connects() > 20, qPrintable(QString::number(way->proxy.connects())));
    }
    QCOMPARE(way->server.count(), 0);
    way->manager.reset();
    // No more come, once the proxy is through with those that did.
    QVERIFY(QTest::qWaitFor(
        [&way] {
            const int connects = way->proxy.connects();
            QTest::qWait(300);
            return way->proxy.connects() == connects;
        },
        10'000));
}

QTEST_GUILESS_MAIN(TestQtProxy)
#include "tst_qtproxy.moc"
