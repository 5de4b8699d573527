// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/callrequest.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Id = "defb0706-86a6-11e4-b303-498d468c930b"_L1;
constexpr auto AccountId = "MATESTTESTTESTTEST00"_L1;

ApiAddress address(const char *text = "https://api.plivo.com")
{
    return std::get<ApiAddress>(ApiAddress::parse(QString::fromLatin1(text)));
}

AuthId authId()
{
    return *AuthId::parse(QString(AccountId));
}

CallId callId()
{
    return *CallId::parse(QString(Id));
}

/// Answers nothing; keeps what it was given.
class KeepingNetwork final : public QNetworkAccessManager
{
public:
    QList<QNetworkRequest> requests;
    QList<QByteArray> verbs;
    bool bodyIsSequential = false;
    QByteArray body;

protected:
    QNetworkReply *createRequest(Operation op, const QNetworkRequest &request, QIODevice *data) override
    {
        requests.append(request);
        verbs.append(request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray());
        bodyIsSequential = data && data->isSequential();
        body = data ? data->readAll() : "none";
        QNetworkRequest nowhere(request);
        nowhere.setUrl(QUrl(u"data:,x"_s));
        return QNetworkAccessManager::createRequest(op == CustomOperation ? GetOperation : op, nowhere, nullptr);
    }
};

} // namespace

/// The request that ends one call, and the gate in front of the wire.
class TestCallRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void buildsTheAddressOfOneCall_data();
    void buildsTheAddressOfOneCall();
    void gateLetsOut();
    void gateKeepsCallsAndRequestsApart();
    void gateRefuses_data();
    void gateRefuses();
    void sendAsksTheGate();
    void sendsOneBareDelete();
    void speaksModernTlsOnly();
};

void TestCallRequest::buildsTheAddressOfOneCall_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("built");
    const QByteArray path = "/v1/Account/MATESTTESTTESTTEST00/Call/defb0706-86a6-11e4-b303-498d468c930b/";
    for (const QByteArray base :
         { "https://api.plivo.com", "https://example.org:8443", "http://127.0.0.1:8080", "http://[::1]:8080" })
        QTest::newRow(base.constData()) << base << base + path;
}

void TestCallRequest::buildsTheAddressOfOneCall()
{
    QFETCH(QByteArray, base);
    const ApiAddress at = address(base.constData());
    const QUrl url = CallRequest(at, authId(), callId()).url();
    QTEST(url.toEncoded(), "built");
    QVERIFY(CallRequest::mayLeave(url, at, authId()));
}

void TestCallRequest::gateLetsOut()
{
    const QUrl url(u"https://api.plivo.com/v1/Account/%1/Call/%2/"_s.arg(AccountId, Id));
    QVERIFY(CallRequest::mayLeave(url, ApiAddress::plivo(), authId()));
}

void TestCallRequest::gateKeepsCallsAndRequestsApart()
{
    const CallRequest request(ApiAddress::plivo(), authId(), callId(), EndTarget::Request);
    QCOMPARE(request.url().toEncoded(),
             u"https://api.plivo.com/v1/Account/%1/Request/%2/"_s.arg(AccountId, Id).toLatin1());
    QVERIFY(CallRequest::mayLeave(request.url(), ApiAddress::plivo(), authId(), EndTarget::Request));
    QVERIFY(!CallRequest::mayLeave(request.url(), ApiAddress::plivo(), authId()));
    const QUrl call = CallRequest(ApiAddress::plivo(), authId(), callId()).url();
    QVERIFY(!CallRequest::mayLeave(call, ApiAddress::plivo(), authId(), EndTarget::Request));
    for (const auto *rest : { "Request/", "Request//", "Request", "request/defb0706-86a6-11e4-b303-498d468c930b/",
                              "Request/defb0706-86a6-11e4-b303-498d468c930/", "Request/../Call/",
                              "Request/defb0706-86a6-11e4-b303-498d468c930b",
                              "Request/defb0706-86a6-11e4-b303-498d468c930b/?all=1" }) {
        const QUrl url(u"https://api.plivo.com/v1/Account/%1/%2"_s.arg(AccountId, QLatin1StringView(rest)));
        QVERIFY2(!CallRequest::mayLeave(url, ApiAddress::plivo(), authId(), EndTarget::Request), rest);
    }
}

void TestCallRequest::gateRefuses_data()
{
    QTest::addColumn<QString>("url");
    const QString base = u"https://api.plivo.com/v1/Account/%1/"_s.arg(AccountId);
    const QString call = base + u"Call/"_s;
    const QString id(Id);
    const auto row = [](const char *name, const QString &url) { QTest::newRow(name) << url; };

    row("every call of the account", call);
    row("every call, without the slash", call.chopped(1));
    row("the account itself", base);
    row("nothing", QString());
    row("no path", u"https://api.plivo.com"_s);
    row("a dot for an id", call + u"./"_s);
    row("two dots for an id", call + u"../"_s);
    row("an encoded dot", call + u"%2e/"_s);
    row("an encoded dot, upper case", call + u"%2E/"_s);
    row("two encoded dots", call + u"%2e%2e/"_s);
    row("two dots behind the id", call + id + u"/../"_s);
    row("two encoded dots behind the id", call + id + u"/%2e%2e/"_s);
    row("a dot behind the id", call + id + u"/./"_s);
    row("a dot before the id", call + u"./"_s + id + u'/');
    row("a way round to the id", call + u"../Call/"_s + id + u'/');
    row("two slashes before the id", call + u'/' + id + u'/');
    row("two slashes behind the id", call + id + u"//"_s);
    row("only slashes", call + u"///////////////////////////////////////"_s);
    row("no slash at the end", call + id);
    row("a segment behind the id", call + id + u"/Record/"_s);
    row("35 characters", call + id.chopped(1) + u'/');
    row("37 characters", call + id + u"0/"_s);
    row("upper case", call + id.toUpper() + u'/');
    row("no hyphens where they belong", call + u"defb070686a6-11e4-b303-498d468c930b00000/"_s.left(37));
    row("36 dots", call + QString(36, u'.') + u'/');
    row("36 blanks", call + QString(36, u' ') + u'/');
    row("not hex", call + u"gefb0706-86a6-11e4-b303-498d468c930b/"_s);
    row("the nil id", call + u"00000000-0000-0000-0000-000000000000/"_s);
    row("braces", call + u"{efb0706-86a6-11e4-b303-498d468c930}/"_s);
    row("an encoded slash at the end", call + id + u"%2F"_s);
    row("a line feed behind the id", call + id + u"%0A/"_s);
    row("a NUL behind the id", call + id + u"%00/"_s);
    row("a full-width digit", call + u"\uFF10efb0706-86a6-11e4-b303-498d468c930b/"_s);
    row("a query", call + id + u"/?status=live"_s);
    row("an empty query", call + id + u"/?"_s);
    row("a fragment", call + id + u"/#x"_s);
    row("an empty fragment", call + id + u"/#"_s);
    row("an id behind a fragment", call + u'#' + id + u'/');
    row("an id in a query", call + u'?' + id + u'/');
    row("another account", u"https://api.plivo.com/v1/Account/MAOTHEROTHEROTHER000/Call/%1/"_s.arg(Id));
    row("another version", u"https://api.plivo.com/v2/Account/%1/Call/%2/"_s.arg(AccountId, Id));
    row("a request, not a call", base + u"Request/"_s + id + u'/');
    row("a conference", base + u"Conference/"_s + id + u'/');
    row("call in lower case", base + u"call/"_s + id + u'/');
    row("another host", u"https://api.plivo.com.example.org/v1/Account/%1/Call/%2/"_s.arg(AccountId, Id));
    row("another scheme", u"http://api.plivo.com/v1/Account/%1/Call/%2/"_s.arg(AccountId, Id));
    row("another port", u"https://api.plivo.com:8443/v1/Account/%1/Call/%2/"_s.arg(AccountId, Id));
    row("a port that goes without saying", u"https://api.plivo.com:443/v1/Account/%1/Call/%2/"_s.arg(AccountId, Id));
    row("a user name", u"https://me@api.plivo.com/v1/Account/%1/Call/%2/"_s.arg(AccountId, Id));
    row("a user name and a password", u"https://me:pw@api.plivo.com/v1/Account/%1/Call/%2/"_s.arg(AccountId, Id));
    row("an empty user name", u"https://@api.plivo.com/v1/Account/%1/Call/%2/"_s.arg(AccountId, Id));
    row("no host", u"https:///v1/Account/%1/Call/%2/"_s.arg(AccountId, Id));
    row("a path alone", u"/v1/Account/%1/Call/%2/"_s.arg(AccountId, Id));
    row("a file", u"file:///v1/Account/%1/Call/%2/"_s.arg(AccountId, Id));
    row("a folder before it", u"https://api.plivo.com/x/v1/Account/%1/Call/%2/"_s.arg(AccountId, Id));
    row("two slashes before it", u"https://api.plivo.com//v1/Account/%1/Call/%2/"_s.arg(AccountId, Id));
}

void TestCallRequest::gateRefuses()
{
    QFETCH(QString, url);
    const ApiAddress plivo = ApiAddress::plivo();
    QCOMPARE(CallRequest::mayLeave(QUrl(url), plivo, authId()), false);
    QCOMPARE(CallRequest::mayLeave(QUrl(url, QUrl::StrictMode), plivo, authId()), false);
    QUrl decoded;
    decoded.setUrl(url, QUrl::TolerantMode);
    decoded.setPath(QUrl(url).path(), QUrl::DecodedMode);
    if (decoded.toEncoded() != CallRequest(plivo, authId(), callId()).url().toEncoded())
        QCOMPARE(CallRequest::mayLeave(decoded, plivo, authId()), false);
}

/// A target that there is not builds an address that the gate refuses: nothing may reach the network.
void TestCallRequest::sendAsksTheGate()
{
    KeepingNetwork network;
    const CallRequest request(ApiAddress::plivo(), authId(), callId(), static_cast<EndTarget>(2));
    QVERIFY(!request.send(network, *AuthToken::parse("token"), std::chrono::seconds(1)));
    QCOMPARE(network.requests.size(), 0);
}

void TestCallRequest::sendsOneBareDelete()
{
    KeepingNetwork network;
    QNetworkReply *reply = CallRequest(ApiAddress::plivo(), authId(), callId())
                               .send(network, *AuthToken::parse("0123456789"), std::chrono::milliseconds(1234));
    QVERIFY(reply);
    QCOMPARE(network.requests.size(), 1);
    QCOMPARE(network.verbs.first(), "DELETE"_ba);
    QCOMPARE(network.bodyIsSequential, true);
    QCOMPARE(network.body, QByteArray());
    const QNetworkRequest request = network.requests.first();
    QCOMPARE(request.rawHeader("Authorization"), "Basic " + QByteArray("MATESTTESTTESTTEST00:0123456789").toBase64());
    QCOMPARE(request.rawHeader("User-Agent"), "hangup/" HANGUP_VERSION ""_ba);
    QCOMPARE(request.rawHeader("Accept-Encoding"), "identity"_ba);
    QCOMPARE(request.rawHeader("Content-Length"), "0"_ba);
    QCOMPARE(request.rawHeaderList().size(), 4);
    QCOMPARE(request.transferTimeout(), 1234);
    const auto attribute = [&request](QNetworkRequest::Attribute a) { return request.attribute(a).toInt(); };
    QCOMPARE(attribute(QNetworkRequest::RedirectPolicyAttribute), int(QNetworkRequest::ManualRedirectPolicy));
    QVERIFY(request.attribute(QNetworkRequest::Http2AllowedAttribute).isValid());
    QCOMPARE(attribute(QNetworkRequest::Http2AllowedAttribute), 0);
    QCOMPARE(attribute(QNetworkRequest::CookieLoadControlAttribute), int(QNetworkRequest::Manual));
    QCOMPARE(attribute(QNetworkRequest::CookieSaveControlAttribute), int(QNetworkRequest::Manual));
    QCOMPARE(attribute(QNetworkRequest::AuthenticationReuseAttribute), int(QNetworkRequest::Manual));
    QCOMPARE(attribute(QNetworkRequest::CacheLoadControlAttribute), int(QNetworkRequest::AlwaysNetwork));
    QCOMPARE(attribute(QNetworkRequest::DoNotBufferUploadDataAttribute), 1);
    delete reply;
}

void TestCallRequest::speaksModernTlsOnly()
{
    KeepingNetwork network;
    delete CallRequest(ApiAddress::plivo(), authId(), callId())
        .send(network, *AuthToken::parse("0123456789"), std::chrono::seconds(1));
    const QSslConfiguration tls = network.requests.first().sslConfiguration();
    QCOMPARE(tls.protocol(), QSsl::TlsV1_2OrLater);
    QCOMPARE(tls.peerVerifyMode(), QSslSocket::VerifyPeer);
}

QTEST_GUILESS_MAIN(TestCallRequest)
#include "tst_callrequest.moc"
