// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/readrequest.h"

#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

AuthId authId()
{
    return *AuthId::parse(u"MATESTTESTTESTTEST00");
}

ApiAddress local()
{
    return std::get<ApiAddress>(ApiAddress::parse(u"http://127.0.0.1:8080"));
}

} // namespace

/// The addresses that a GET may go to, and no others.
class TestReadRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void addresses();
    void gate_data();
    void gate();
};

void TestReadRequest::addresses()
{
    QCOMPARE(ReadRequest::account(ApiAddress::plivo(), authId()).url().toEncoded(),
             "https://api.plivo.com/v1/Account/MATESTTESTTESTTEST00/"_ba);
    QCOMPARE(ReadRequest::liveCalls(local(), authId()).url().toEncoded(),
             "http://127.0.0.1:8080/v1/Account/MATESTTESTTESTTEST00/Call/?status=live"_ba);
}

void TestReadRequest::gate_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("leaves");
    const QByteArray account = "http://127.0.0.1:8080/v1/Account/MATESTTESTTESTTEST00/";
    QTest::newRow("the account") << account << true;
    QTest::newRow("the live calls") << account + "Call/?status=live" << true;
    QTest::newRow("the finished calls") << account + "Call/" << false;
    QTest::newRow("the queued calls") << account + "Call/?status=queued" << false;
    QTest::newRow("one more query") << account + "Call/?status=live&limit=20" << false;
    QTest::newRow("a query on the account") << account + "?status=live" << false;
    QTest::newRow("an empty query on the account") << account + "?" << false;
    QTest::newRow("a fragment") << account + "#x" << false;
    QTest::newRow("no slash at the end") << account.chopped(1) << false;
    QTest::newRow("one call") << account + "Call/00000001-1111-4222-8333-aaaaaaaaaaa1/" << false;
    QTest::newRow("dots that lead to the account") << account + "Call/../" << false;
    QTest::newRow("encoded dots") << account + "Call/%2e%2e/" << false;
    QTest::newRow("another auth ID") << "http://127.0.0.1:8080/v1/Account/MAOTHEROTHEROTHER000/"_ba << false;
    QTest::newRow("another host") << "http://127.0.0.2:8080/v1/Account/MATESTTESTTESTTEST00/"_ba << false;
    QTest::newRow("another port") << "http://127.0.0.1:8081/v1/Account/MATESTTESTTESTTEST00/"_ba << false;
    QTest::newRow("another scheme") << "https://127.0.0.1:8080/v1/Account/MATESTTESTTESTTEST00/"_ba << false;
    QTest::newRow("a user") << "http://me@127.0.0.1:8080/v1/Account/MATESTTESTTESTTEST00/"_ba << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestReadRequest::gate()
{
    QFETCH(const QByteArray, url);
    QTEST(ReadRequest::mayLeave(QUrl::fromEncoded(url), local(), authId()), "leaves");
}

QTEST_APPLESS_MAIN(TestReadRequest)
#include "tst_readrequest.moc"
