// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "contract/contract.h"
#include "support/certificates.h"
#include "support/fakeserver.h"

#include <QSslConfiguration>

using namespace Qt::StringLiterals;
using namespace hangup::test;
using namespace contract;

/// A bad certificate stops a request before anything of it leaves.
class TestQtTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void badCertificatesGetNoRequest_data();
    void badCertificatesGetNoRequest();
};

void TestQtTls::badCertificatesGetNoRequest_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("authorityTrusted");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("a good one") << u"good"_s << true << true;
    QTest::newRow("a good one of an unknown authority") << u"good"_s << false << false;
    QTest::newRow("self-signed") << u"selfSigned"_s << true << false;
    QTest::newRow("expired") << u"expired"_s << true << false;
    QTest::newRow("for another host") << u"wrongHost"_s << true << false;
}

void TestQtTls::badCertificatesGetNoRequest()
{
    QFETCH(const QString, certificate);
    QFETCH(const bool, authorityTrusted);
    QFETCH(const bool, accepted);

    const Certificates &certificates = Certificates::make();
    if (!certificates.error().isEmpty())
        QSKIP(qPrintable(certificates.error()));
    const QHash<QString, TlsIdentity> identities { { u"good"_s, certificates.good() },
                                                   { u"selfSigned"_s, certificates.selfSigned() },
                                                   { u"expired"_s, certificates.expired() },
                                                   { u"wrongHost"_s, certificates.wrongHost() } };
    FakeServer server(identities.value(certificate));
    QNetworkRequest request = makeRequest(server.callUrl("MA", "4c2b7e0a-6f1d-4b7e-9d55-0123456789ab"));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(authorityTrusted ? QList { certificates.authority() } : QList<QSslCertificate>());
    request.setSslConfiguration(tls);
    const auto manager = makeManager();
    QNetworkReply *reply = manager->deleteResource(request);
    QVERIFY(finishes(reply));
    QCOMPARE(reply->error(), accepted ? QNetworkReply::NoError : QNetworkReply::SslHandshakeFailedError);
    QCOMPARE(statusOf(reply), accepted ? 204 : 0);
    QTRY_COMPARE(server.handshakeFailures(), accepted ? 0 : server.connections());
    QCOMPARE(server.count(), accepted ? 1 : 0);
}

QTEST_GUILESS_MAIN(TestQtTls)
#include "tst_qttls.moc"
