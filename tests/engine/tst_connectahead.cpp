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

constexpr int InFlight = 8; // more than one manager's six
/// Long enough for a connection that must not come.
constexpr int Quiet = 300;

EngineLimits limits()
{
    EngineLimits limits = quickLimits();
    limits.maxInFlight = InFlight;
    limits.silence = Ms(30'000); // of those that stand, while others' handshakes go on
    limits.total = Ms(60'000);
    return limits;
}

} // namespace

/// Connections that are opened before their batch: nothing is sent over them, and they change nothing but the time.
class TestConnectAhead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanup() { qunsetenv("https_proxy"); }

    void opensAsManyAsCanBeUsed_data();
    void opensAsManyAsCanBeUsed();
    void opensNoneBesidesThoseThatStand();
    void opensNoneWhereItMustNot_data();
    void opensNoneWhereItMustNot();
    void aConnectionThatWentAwayLosesNoCall();
    void aConnectionThatCameToNothingHoldsUpNoCall();
    void aCertificateThatIsNotTrustedStopsTheCallsAsEver();
};

void TestConnectAhead::initTestCase()
{
    if (!Certificates::make().error().isEmpty())
        QSKIP(qPrintable(Certificates::make().error()));
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(Certificates::make().authority());
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void TestConnectAhead::opensAsManyAsCanBeUsed_data()
{
    QTest::addColumn<int>("calls");
    QTest::addColumn<int>("connections");
    QTest::newRow("none for no call") << 0 << 0;
    QTest::newRow("one for a single call") << 1 << 1;
    QTest::newRow("one a call") << 7 << 7;
    QTest::newRow("no more than may be in flight") << 100 << InFlight;
}

void TestConnectAhead::opensAsManyAsCanBeUsed()
{
    QFETCH(const int, calls);
    QFETCH(const int, connections);
    EngineRun run(limits(), Certificates::make().good());
    run.engine->connectAhead(calls);
    QTRY_COMPARE(run.server->encrypted(), connections); // Qt opens another beside one that does not stand yet
    QTest::qWait(Quiet);
    QCOMPARE(run.server->connections(), connections);
    QCOMPARE(run.server->count(), 0);
    // They serve the batch, and more are opened only as far as there are more calls. Without the wait a few connections
    // can be through with all of them before the last one stands.
    run.server->hold();
    run.submit(callIds(30));
    QTRY_COMPARE(run.server->maxUnanswered(), InFlight);
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 30"_s);
    QCOMPARE(run.server->connections(), InFlight);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestConnectAhead::opensNoneBesidesThoseThatStand()
{
    EngineRun run(limits(), Certificates::make().good());
    run.engine->connectAhead(InFlight);
    QTRY_COMPARE(run.server->connections(), InFlight);
    QTRY_COMPARE(run.server->encrypted(), InFlight); // Qt opens another beside one that does not stand yet
    run.engine->connectAhead(InFlight);
    QTest::qWait(Quiet);
    QCOMPARE(run.server->connections(), InFlight);
    run.submit(callIds(30));
    run.engine->connectAhead(InFlight); // while they are being used
    QVERIFY(run.waitIdle());
    run.engine->connectAhead(InFlight);
    QTest::qWait(Quiet);
    QCOMPARE(run.server->connections(), InFlight);
    QCOMPARE(run.server->count(), 30);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestConnectAhead::opensNoneWhereItMustNot_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("token");
    QTest::addColumn<bool>("proxy");
    QTest::newRow("over plain http") << false << true << false;
    QTest::newRow("without a token") << true << false << false;
    QTest::newRow("behind a proxy") << true << true << true;
}

void TestConnectAhead::opensNoneWhereItMustNot()
{
    QFETCH(const bool, tls);
    QFETCH(const bool, token);
    QFETCH(const bool, proxy);
    FakeProxy theProxy(1);
    if (proxy)
        qputenv("https_proxy", theProxy.address().toLatin1());
    EngineRun run(limits(), tls ? std::optional(Certificates::make().good()) : std::nullopt);
    if (!token)
        run.engine->setToken(std::nullopt);
    run.engine->connectAhead(InFlight);
    QTest::qWait(Quiet);
    QCOMPARE(run.server->connections(), 0);
    QCOMPARE(theProxy.connections(), 0);
}

/// A server lets go of what nobody uses.
void TestConnectAhead::aConnectionThatWentAwayLosesNoCall()
{
    EngineRun run(limits(), Certificates::make().good());
    run.engine->connectAhead(InFlight);
    QTRY_COMPARE(run.server->encrypted(), InFlight);
    const quint16 port = run.server->port();
    run.server.reset();
    QTest::qWait(5 * Quiet); // till the engine has heard of it: what goes over a connection that is gone is unknown
    run.server = std::make_unique<FakeServer>(Certificates::make().good(), port);
    QVERIFY(run.server->isListening());
    run.submit(callIds(30));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 30"_s);
    QCOMPARE(run.server->deletes(), 30);
    QCOMPARE(run.brokenPromise(), QString());
}

/// Qt would count it as one that a call may wait for.
void TestConnectAhead::aConnectionThatCameToNothingHoldsUpNoCall()
{
    EngineLimits six = limits();
    six.maxInFlight = 6;
    EngineRun run(six, Certificates::make().good());
    const quint16 port = run.server->port();
    run.server.reset();
    run.engine->connectAhead(3);
    QTest::qWait(Quiet);
    run.server = std::make_unique<FakeServer>(Certificates::make().good(), port);
    QVERIFY(run.server->isListening());
    run.server->hold();
    run.submit(callIds(6));
    QTRY_COMPARE(run.server->maxUnanswered(), 6);
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 6"_s);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestConnectAhead::aCertificateThatIsNotTrustedStopsTheCallsAsEver()
{
    for (const bool wait : { true, false }) {
        EngineRun run(limits(), Certificates::make().selfSigned());
        run.engine->connectAhead(InFlight);
        if (wait)
            QTest::qWait(Quiet);
        run.submit(callIds(10));
        QVERIFY(run.waitIdle());
        QCOMPARE(run.outcomes(), u"not_sent 10"_s);
        QCOMPARE(run.result(callId(1)).reason, Reason::CertificateRejected);
        QCOMPARE(run.result(callId(10)).reason, Reason::ConnectionUnsafe);
        QCOMPARE(run.server->count(), 0);
        QCOMPARE(run.brokenPromise(), QString());
    }
}

QTEST_GUILESS_MAIN(TestConnectAhead)
#include "tst_connectahead.moc"
