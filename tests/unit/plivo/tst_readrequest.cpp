// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/readrequest.h"

#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

AuthId authId()
{
    return *AuthId::parse(u"MATESTTESTTESTTEST00");
}

const QByteArray Id = "defb0706-86a6-11e4-b303-498d468c930b";

CallId callId()
{
    return *CallId::parse(QString::fromLatin1(Id));
}

/// Keeps what would be sent, and sends it nowhere.
class KeepingNetwork final : public QNetworkAccessManager
{
public:
    QList<QNetworkRequest> requests;
    QByteArray verb;
    bool bodyIsSequential = false;

protected:
    QNetworkReply *createRequest(Operation op, const QNetworkRequest &request, QIODevice *body) override
    {
        requests.append(request);
        verb = op == CustomOperation ? request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray()
                                     : QByteArray::number(op);
        bodyIsSequential = body && body->isSequential();
        const QNetworkRequest nowhere(QUrl(u"nowhere:/"_s));
        return QNetworkAccessManager::createRequest(GetOperation, nowhere, nullptr);
    }
};

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
    void lists();
    void numbersToFilterBy_data();
    void numbersToFilterBy();
    void pages();
    void gateOnLists_data();
    void gateOnLists();
    void gate_data();
    void gate();
    void gateOnOneCall_data();
    void gateOnOneCall();
    void asksOnlyOneCallByAnId();
    void sendsOneBareGet_data();
    void sendsOneBareGet();
};

void TestReadRequest::addresses()
{
    QCOMPARE(ReadRequest::account(ApiAddress::plivo(), authId()).url().toEncoded(),
             "https://api.plivo.com/v1/Account/MATESTTESTTESTTEST00/"_ba);
    QCOMPARE(ReadRequest::liveCalls(local(), authId()).url().toEncoded(),
             "http://127.0.0.1:8080/v1/Account/MATESTTESTTESTTEST00/Call/?status=live"_ba);
    const QByteArray call = "http://127.0.0.1:8080/v1/Account/MATESTTESTTESTTEST00/Call/" + Id + '/';
    QCOMPARE(ReadRequest::liveCall(local(), authId(), callId()).url().toEncoded(), call + "?status=live");
    QCOMPARE(ReadRequest::queuedCall(local(), authId(), callId()).url().toEncoded(), call + "?status=queued");
    QCOMPARE(ReadRequest::record(local(), authId(), callId()).url().toEncoded(), call);
}

void TestReadRequest::lists()
{
    const QByteArray account = "http://127.0.0.1:8080/v1/Account/MATESTTESTTESTTEST00/";
    const auto rest = [&account](const LiveFilter &filter, const std::optional<ListPage> &page, bool queued = false) {
        const ReadRequest request = queued ? ReadRequest::queuedCalls(local(), authId(), filter, page)
                                           : ReadRequest::liveCalls(local(), authId(), filter, page);
        const bool leaves = ReadRequest::mayLeave(request.url(), local(), authId());
        return request.url().toEncoded().sliced(account.size()) + (leaves ? "" : ", kept back");
    };
    const LiveFilter inbound { .direction = CallDirection::Inbound };
    const LiveFilter all { .direction = CallDirection::Outbound,
                           .from = NumberFilter::parse(u"+14155550100"),
                           .to = NumberFilter::parse(u"4930123456") };
    QCOMPARE(rest({}, {}), "Call/?status=live"_ba);
    QCOMPARE(rest({}, {}, true), "Call/?status=queued"_ba);
    QCOMPARE(rest(inbound, {}), "Call/?status=live&call_direction=inbound"_ba);
    QCOMPARE(rest({}, ListPage::of(20, 40)), "Call/?status=live&limit=20&offset=40"_ba);
    QCOMPARE(rest(all, ListPage::of(1000, 0), true),
             "Call/?status=queued&call_direction=outbound&from_number=%2B14155550100&to_number=4930123456"
             "&limit=1000&offset=0"_ba);
}

void TestReadRequest::numbersToFilterBy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isNumber");
    QTest::newRow("digits") << u"14155550100"_s << true;
    QTest::newRow("a plus before them") << u"+14155550100"_s << true;
    QTest::newRow("one digit") << u"7"_s << true;
    QTest::newRow("20 digits") << QString(20, u'1') << true;
    QTest::newRow("21 digits") << QString(21, u'1') << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a plus alone") << u"+"_s << false;
    QTest::newRow("two pluses") << u"++1"_s << false;
    QTest::newRow("a plus behind") << u"1+"_s << false;
    QTest::newRow("a blank") << u"1 4"_s << false;
    QTest::newRow("a blank before") << u" 14"_s << false;
    QTest::newRow("a line feed behind") << u"14\n"_s << false;
    QTest::newRow("hyphens") << u"415-555"_s << false;
    QTest::newRow("one more key") << u"1&limit=1"_s << false;
    QTest::newRow("encoded") << u"%2B1"_s << false;
    QTest::newRow("a fragment") << u"1#"_s << false;
    QTest::newRow("a wildcard") << u"1*"_s << false;
    QTest::newRow("an address") << u"sip:agent@example.com"_s << false;
    QTest::newRow("Arabic digits") << u"\u0661\u0662"_s << false;
    QTest::newRow("full-width digits") << u"\uff11"_s << false;
    QTest::newRow("a NUL") << QString(u"1"_s + QChar(0)) << false;
}

void TestReadRequest::numbersToFilterBy()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isNumber);
    const std::optional<NumberFilter> number = NumberFilter::parse(text);
    QCOMPARE(number.has_value(), isNumber);
    if (number)
        QCOMPARE(number->toString(), text);
}

void TestReadRequest::pages()
{
    QCOMPARE(ListPage::of(0, 0).has_value(), false);
    QCOMPARE(ListPage::of(-1, 0).has_value(), false);
    QCOMPARE(ListPage::of(ListPage::MaxLimit + 1, 0).has_value(), false);
    QCOMPARE(ListPage::of(1, -1).has_value(), false);
    QCOMPARE(ListPage::of(1, ListPage::MaxOffset + 1).has_value(), false);
    QCOMPARE(ListPage::of(1, 0)->limit(), 1);
    QCOMPARE(ListPage::of(1, ListPage::MaxOffset)->offset(), ListPage::MaxOffset);
}

/// Only what the factories build, in their order and their way of writing it.
void TestReadRequest::gateOnLists_data()
{
    QTest::addColumn<QByteArray>("query"); ///< behind …/Call/?
    QTest::addColumn<bool>("leaves");
    const auto good = [](const char *name, const QByteArray &query) { QTest::newRow(name) << query << true; };
    const auto bad = [](const char *name, const QByteArray &query) { QTest::newRow(name) << query << false; };
    good("live", "status=live");
    good("queued", "status=queued");
    good("inbound", "status=live&call_direction=inbound");
    good("outbound, queued", "status=queued&call_direction=outbound");
    good("from a number", "status=live&from_number=14155550100");
    good("from a number with its plus", "status=live&from_number=%2B14155550100");
    good("to a number", "status=live&to_number=%2B14155550100");
    good("a page", "status=live&limit=20&offset=20");
    good("all of it", "status=queued&call_direction=inbound&from_number=1&to_number=2&limit=1&offset=0");
    bad("finished ones", "status=completed");
    bad("no status", "call_direction=inbound");
    bad("nothing", "");
    bad("a status and more", "status=livequeued");
    bad("a status in upper case", "status=LIVE");
    bad("two statuses", "status=live&status=queued");
    bad("the same status twice", "status=live&status=live");
    bad("another key", "status=live&end_time__gt=2020");
    bad("a key that begins like one", "status=live&limits=20&offset=20");
    bad("an ampersand at the end", "status=live&");
    bad("an ampersand before", "&status=live");
    bad("two ampersands", "status=live&&limit=20&offset=0");
    bad("an encoded ampersand", "status=live%26limit=20");
    bad("a semicolon", "status=live;limit=20;offset=0");
    bad("another order", "call_direction=inbound&status=live");
    bad("numbers in another order", "status=live&to_number=2&from_number=1");
    bad("another direction", "status=live&call_direction=both");
    bad("a direction in upper case", "status=live&call_direction=INBOUND");
    bad("an empty direction", "status=live&call_direction=");
    bad("two directions", "status=live&call_direction=inbound&call_direction=outbound");
    bad("a plus, which is a blank in a query", "status=live&from_number=+14155550100");
    good("a plus that QUrl writes in capitals before it is sent", "status=live&from_number=%2b14155550100");
    bad("two pluses", "status=live&from_number=%2B%2B1");
    bad("a number with a blank", "status=live&from_number=1%204");
    bad("an empty number", "status=live&from_number=");
    bad("letters", "status=live&from_number=abc");
    bad("a wildcard", "status=live&from_number=1*");
    bad("a line feed", "status=live&from_number=1%0A");
    bad("21 digits", "status=live&from_number=" + QByteArray(21, '1'));
    bad("a limit alone", "status=live&limit=20");
    bad("an offset alone", "status=live&offset=20");
    bad("a limit of nought", "status=live&limit=0&offset=0");
    bad("a limit that is too large", "status=live&limit=1001&offset=0");
    bad("a negative offset", "status=live&limit=20&offset=-20");
    bad("an offset that is too large", "status=live&limit=20&offset=10000001");
    bad("a limit with a nought before it", "status=live&limit=020&offset=0");
    bad("a limit with a plus", "status=live&limit=%2B20&offset=0");
    bad("a limit in hex", "status=live&limit=0x14&offset=0");
    bad("a limit with a blank", "status=live&limit=20%20&offset=0");
    bad("two limits", "status=live&limit=20&limit=20&offset=0");
    bad("a fragment", "status=live#x");
    bad("a query in the query", "status=live?x=y");
    bad("a way out", "status=live&from_number=1/../2");
}

void TestReadRequest::gateOnLists()
{
    QFETCH(const QByteArray, query);
    QFETCH(const bool, leaves);
    const QByteArray account = "http://127.0.0.1:8080/v1/Account/MATESTTESTTESTTEST00/";
    const auto mayLeave
        = [](const QByteArray &url) { return ReadRequest::mayLeave(QUrl::fromEncoded(url), local(), authId()); };
    QCOMPARE(mayLeave(account + "Call/?" + query), leaves);
    // And never behind anything else, nor elsewhere.
    for (const QByteArray &elsewhere :
         { account + '?', account + "Call?", account + "Call//?", account + "Call/./?", account + "Request/?",
           account + "Call/x/?", account + "Call/../Call/?", account + "Conference/?",
           QByteArray("http://127.0.0.1:8080/v1/Account/MAOTHEROTHEROTHER000/Call/?"),
           QByteArray("http://127.0.0.2:8080/v1/Account/MATESTTESTTESTTEST00/Call/?") })
        QCOMPARE(mayLeave(elsewhere + query), false);
}

void TestReadRequest::gate_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("leaves");
    const QByteArray account = "http://127.0.0.1:8080/v1/Account/MATESTTESTTESTTEST00/";
    QTest::newRow("the account") << account << true;
    QTest::newRow("the live calls") << account + "Call/?status=live" << true;
    QTest::newRow("the finished calls") << account + "Call/" << false;
    QTest::newRow("the queued calls") << account + "Call/?status=queued" << true;
    QTest::newRow("one more query") << account + "Call/?status=live&subaccount=1" << false;
    QTest::newRow("a query on the account") << account + "?status=live" << false;
    QTest::newRow("an empty query on the account") << account + "?" << false;
    QTest::newRow("a fragment") << account + "#x" << false;
    QTest::newRow("no slash at the end") << account.chopped(1) << false;
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

void TestReadRequest::gateOnOneCall_data()
{
    QTest::addColumn<QByteArray>("rest"); ///< behind …/Call/
    QTest::addColumn<bool>("leaves");
    const auto good = [](const char *name, const QByteArray &rest) { QTest::newRow(name) << rest << true; };
    const auto bad = [](const char *name, const QByteArray &rest) { QTest::newRow(name) << rest << false; };
    good("its record", Id + '/');
    good("whether it is live", Id + "/?status=live");
    good("whether it is queued", Id + "/?status=queued");
    bad("another status", Id + "/?status=completed");
    bad("a status in upper case", Id + "/?status=LIVE");
    bad("a key in upper case", Id + "/?Status=live");
    bad("a status with a blank", Id + "/?status=live%20");
    good("a status that QUrl decodes before it is sent", Id + "/?status=%6cive");
    bad("an encoded equals sign", Id + "/?status%3Dlive");
    bad("an empty status", Id + "/?status=");
    bad("a key without a status", Id + "/?status");
    bad("two statuses", Id + "/?status=live&status=queued");
    bad("one more key", Id + "/?status=live&limit=1");
    bad("a key before it", Id + "/?limit=1&status=live");
    bad("an ampersand at the end", Id + "/?status=live&");
    bad("an empty query", Id + "/?");
    bad("another query", Id + "/?x=y");
    bad("a query within the query", Id + "/?status=live?status=live");
    bad("a fragment", Id + "/#x");
    bad("an empty fragment", Id + "/#");
    bad("a fragment behind the status", Id + "/?status=live#x");
    bad("no slash at the end", Id);
    bad("no slash before the status", Id + "?status=live");
    bad("two slashes at the end", Id + "//");
    bad("two slashes before the id", '/' + Id + '/');
    bad("a segment behind the id", Id + "/Record/");
    bad("a segment behind the id, with a status", Id + "/Record/?status=live");
    bad("a file behind the id", Id + "/x");
    bad("two dots behind the id", Id + "/../");
    bad("two dots behind the id, with a status", Id + "/../?status=live");
    bad("two encoded dots behind the id", Id + "/%2e%2e/");
    bad("a dot behind the id", Id + "/./");
    bad("a dot before the id", "./" + Id + '/');
    bad("a way round to the id", "../Call/" + Id + '/');
    bad("an id that leads away", Id + "/../../Call/" + Id + '/');
    bad("a dot for an id", "./?status=live");
    bad("two dots for an id", "../?status=live");
    bad("an encoded dot for an id", "%2e/?status=live");
    bad("two encoded dots for an id", "%2e%2e/?status=live");
    bad("no id, and a slash", "/?status=live");
    bad("35 characters", Id.chopped(1) + '/');
    bad("37 characters", Id + "0/");
    bad("upper case", Id.toUpper() + '/');
    bad("upper case, with a status", Id.toUpper() + "/?status=live");
    bad("not hex", "gefb0706-86a6-11e4-b303-498d468c930b/");
    bad("the nil id", "00000000-0000-0000-0000-000000000000/");
    bad("braces", "{efb0706-86a6-11e4-b303-498d468c930}/");
    bad("36 dots", QByteArray(36, '.') + '/');
    bad("36 slashes", QByteArray(36, '/') + '/');
    bad("an encoded slash at the end", Id + "%2F");
    bad("an encoded slash before the status", Id + "%2F?status=live");
    bad("an encoded question mark", Id + "/%3Fstatus=live");
    bad("a line feed behind the id", Id + "%0A/");
    bad("a NUL behind the id", Id + "%00/");
    bad("a line feed behind the status", Id + "/?status=live%0A");
    good("a digit that QUrl decodes before it is sent", "%64efb0706-86a6-11e4-b303-498d468c930b/");
    bad("an id behind a fragment", '#' + Id + '/');
    bad("an id in a query", '?' + Id + '/');
    bad("two ids", Id + '/' + Id + '/');
    bad("two ids with a comma", Id + ',' + Id + '/');
}

void TestReadRequest::gateOnOneCall()
{
    QFETCH(const QByteArray, rest);
    QFETCH(const bool, leaves);
    const QByteArray account = "http://127.0.0.1:8080/v1/Account/MATESTTESTTESTTEST00/";
    for (const auto mode : { QUrl::StrictMode, QUrl::TolerantMode })
        QCOMPARE(ReadRequest::mayLeave(QUrl::fromEncoded(account + "Call/" + rest, mode), local(), authId()), leaves);
    // And never anything but a call of this account on this host.
    for (const QByteArray &elsewhere :
         { account + "Request/", account + "call/", account + "Conference/", account + "Call/../Request/",
           QByteArray("http://127.0.0.1:8080/v1/Account/MAOTHEROTHEROTHER000/Call/"),
           QByteArray("http://127.0.0.1:8081/v1/Account/MATESTTESTTESTTEST00/Call/"),
           QByteArray("http://127.0.0.2:8080/v1/Account/MATESTTESTTESTTEST00/Call/"),
           QByteArray("https://127.0.0.1:8080/v1/Account/MATESTTESTTESTTEST00/Call/"),
           QByteArray("http://me:pw@127.0.0.1:8080/v1/Account/MATESTTESTTESTTEST00/Call/"),
           QByteArray("http://@127.0.0.1:8080/v1/Account/MATESTTESTTESTTEST00/Call/"),
           QByteArray("http://127.0.0.1:8080/v2/Account/MATESTTESTTESTTEST00/Call/"),
           QByteArray("http://127.0.0.1:8080//v1/Account/MATESTTESTTESTTEST00/Call/") })
        QCOMPARE(ReadRequest::mayLeave(QUrl::fromEncoded(elsewhere + rest), local(), authId()), false);
}

/// What the factories build is let out, and each by its own kind of question alone.
void TestReadRequest::asksOnlyOneCallByAnId()
{
    for (const ReadRequest &request :
         { ReadRequest::liveCall(local(), authId(), callId()), ReadRequest::queuedCall(local(), authId(), callId()),
           ReadRequest::record(local(), authId(), callId()) }) {
        QVERIFY(ReadRequest::mayLeave(request.url(), local(), authId()));
        QCOMPARE(ReadRequest::mayLeave(request.url(), ApiAddress::plivo(), authId()), false);
    }
}

void TestReadRequest::sendsOneBareGet_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("the account") << 0;
    QTest::newRow("whether a call is live") << 1;
    QTest::newRow("its record") << 2;
}

/// The verb is GET whatever is asked; and Qt can't send it a second time by itself.
void TestReadRequest::sendsOneBareGet()
{
    QFETCH(const int, which);
    const QList<ReadRequest> all { ReadRequest::account(local(), authId()),
                                   ReadRequest::liveCall(local(), authId(), callId()),
                                   ReadRequest::record(local(), authId(), callId()) };
    KeepingNetwork network;
    delete all.at(which).send(network, *AuthToken::parse("0123456789"), std::chrono::milliseconds(1234));
    QCOMPARE(network.requests.size(), 1);
    QCOMPARE(network.verb, "GET"_ba);
    QCOMPARE(network.bodyIsSequential, true);
    const QNetworkRequest request = network.requests.first();
    QCOMPARE(request.url(), all.at(which).url());
    QCOMPARE(request.rawHeader("Authorization"), "Basic " + QByteArray("MATESTTESTTESTTEST00:0123456789").toBase64());
    QCOMPARE(request.rawHeader("Content-Length"), "0"_ba);
    QCOMPARE(request.rawHeaderList().size(), 4);
    QCOMPARE(request.transferTimeout(), 1234);
    QCOMPARE(request.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
             int(QNetworkRequest::ManualRedirectPolicy));
    QCOMPARE(request.attribute(QNetworkRequest::DoNotBufferUploadDataAttribute).toInt(), 1);
}

QTEST_GUILESS_MAIN(TestReadRequest)
#include "tst_readrequest.moc"
