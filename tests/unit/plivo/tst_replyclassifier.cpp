// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/replyclassifier.h"

#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;
using Error = QNetworkReply::NetworkError;

Q_DECLARE_METATYPE(hangup::ReplyFacts)

namespace {

constexpr qint64 Now = 1'795'525'331'084;
const Redactor Secrets;

ReplyFacts answer(int status, const QByteArray &body = {}, Error error = QNetworkReply::NoError)
{
    ReplyFacts facts;
    facts.hasStatus = true;
    facts.sawServer = true;
    facts.status = status;
    facts.error = error;
    facts.body = body;
    facts.contentLength = body.size();
    return facts;
}

ReplyFacts silent(Error error, CutBy cutBy = CutBy::Nothing)
{
    ReplyFacts facts;
    facts.error = error;
    facts.cutBy = cutBy;
    return facts;
}

ReplyFacts proxied(ReplyFacts facts, bool nothingStood)
{
    facts.throughProxy = true;
    facts.nothingStood = nothingStood;
    return facts;
}

ReplyFacts cut(ReplyFacts facts, CutBy by, Error error = QNetworkReply::OperationCanceledError)
{
    facts.cutBy = by;
    facts.error = error;
    return facts;
}

} // namespace

/// The table of what may be claimed: facts to verdict.
class TestReplyClassifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void table_data();
    void table();
    void everyStatusFallsSomewhere();
    void onlyA204IsEnded();
    void whatStopsTheOthers_data();
    void whatStopsTheOthers();
    void tooManyWaits_data();
    void tooManyWaits();
    void cleanConnections_data();
    void cleanConnections();
    void forerunnersSpoilTheirNeighbours();
    void spoiledAnswersProveNothing();
    void wordsOfTheServer_data();
    void wordsOfTheServer();
};

void TestReplyClassifier::table_data()
{
    QTest::addColumn<ReplyFacts>("facts");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Reason>("reason");
    const auto row = [](const char *name, const ReplyFacts &facts, Outcome outcome, Reason reason = Reason::None) {
        QTest::newRow(name) << facts << outcome << reason;
    };
    const auto unknown = [&row](const char *name, const ReplyFacts &facts, Reason reason) {
        row(name, facts, Outcome::Unknown, reason);
    };
    const auto notSent = [&row](const char *name, const ReplyFacts &facts, Reason reason) {
        row(name, facts, Outcome::NotSent, reason);
    };
    row("204", answer(204), Outcome::Ended);
    row("204 with a body", answer(204, "{}"), Outcome::Ended);
    row("204, then reset", answer(204, {}, QNetworkReply::RemoteHostClosedError), Outcome::Ended);
    row("204, then silence", cut(answer(204), CutBy::Nothing), Outcome::Ended);
    row("204, then aborted by us", cut(answer(204), CutBy::Abort), Outcome::Ended);
    row("204, then more body than we read", cut(answer(204, "xxx"), CutBy::BodyCap), Outcome::Ended);

    row("404 with an object", answer(404, "{\"error\":\"call not found\"}"), Outcome::NotLive);
    row("404 with an empty object", answer(404, "{}"), Outcome::NotLive);
    row("404 with an object and blanks around", answer(404, " \r\n{} \n"), Outcome::NotLive);
    ReplyFacts noLength = answer(404, "{}");
    noLength.contentLength = -1;
    row("404 with an object of no announced length", noLength, Outcome::NotLive);
    unknown("404 with an array", answer(404, "[]"), Reason::NotFromPlivo);
    unknown("404 with a string", answer(404, "\"call not found\""), Reason::NotFromPlivo);
    unknown("404 with null", answer(404, "null"), Reason::NotFromPlivo);
    unknown("404 with words", answer(404, "call not found"), Reason::NotFromPlivo);
    unknown("404 with HTML", answer(404, "<html>{}</html>"), Reason::NotFromPlivo);
    unknown("404 with nothing", answer(404), Reason::NotFromPlivo);
    unknown("404 with rubbish behind the object", answer(404, "{}x"), Reason::NotFromPlivo);
    unknown("404 with a cut object", answer(404, "{\"error\":\"call no"), Reason::NotFromPlivo);
    ReplyFacts shortBody = answer(404, "{}");
    shortBody.contentLength = 3;
    unknown("404 with less than announced", shortBody, Reason::BrokenAnswer);
    unknown("404 with its connection lost", answer(404, "{}", QNetworkReply::RemoteHostClosedError),
            Reason::BrokenAnswer);
    unknown("404, then silence", cut(answer(404, "{}"), CutBy::Nothing), Reason::Silence);
    unknown("404 beyond the total deadline", cut(answer(404, "{}"), CutBy::Total), Reason::TooLate);
    unknown("404 aborted by us", cut(answer(404, "{}"), CutBy::Abort), Reason::Aborted);
    unknown("404 with too large a body", cut(answer(404, "{}"), CutBy::BodyCap), Reason::BrokenAnswer);

    for (const int status : { 400, 401, 402, 403, 405, 406, 407, 408, 409, 410, 418, 421, 422, 425, 451, 499 })
        row(qPrintable(QString::number(status)), answer(status, "{}"), Outcome::Refused);
    row("400 with its body cut", cut(answer(400, "{"), CutBy::Total), Outcome::Refused);
    row("422 with its body lost", answer(422, "{", QNetworkReply::RemoteHostClosedError), Outcome::Refused);
    row("407 from a server", answer(407, {}, QNetworkReply::ProxyAuthenticationRequiredError), Outcome::Refused);

    for (const int status : { 500, 501, 502, 503, 504, 511, 599 })
        unknown(qPrintable(QString::number(status)), answer(status, "{}"), Reason::ServerTrouble);
    for (const int status : { 300, 301, 302, 303, 304, 307, 308, 399 })
        unknown(qPrintable(QString::number(status)), answer(status), Reason::Redirected);
    for (const int status : { 0, 1, 99, 100, 101, 102, 103, 199, 200, 201, 202, 203, 205, 206, 299, 600, 999, -1 })
        unknown(qPrintable(QString::number(status)), answer(status, "{}"), Reason::OddStatus);

    unknown("silence", silent(QNetworkReply::OperationCanceledError), Reason::Silence);
    unknown("the system's own timeout", silent(QNetworkReply::TimeoutError), Reason::Silence);
    unknown("the total deadline", silent(QNetworkReply::OperationCanceledError, CutBy::Total), Reason::TooLate);
    unknown("aborted", silent(QNetworkReply::OperationCanceledError, CutBy::Abort), Reason::Aborted);
    unknown("more bytes than we read", silent(QNetworkReply::OperationCanceledError, CutBy::BodyCap),
            Reason::BrokenAnswer);
    unknown("closed", silent(QNetworkReply::RemoteHostClosedError), Reason::ConnectionLost);
    unknown("can't be sent again", silent(QNetworkReply::ContentReSendError), Reason::ConnectionLost);
    unknown("a network error without a name", silent(QNetworkReply::UnknownNetworkError), Reason::ConnectionLost);
    unknown("a failing network", silent(QNetworkReply::TemporaryNetworkFailureError), Reason::ConnectionLost);
    unknown("not HTTP", silent(QNetworkReply::ProtocolFailure), Reason::BrokenAnswer);
    unknown("success without a status", silent(QNetworkReply::NoError), Reason::BrokenAnswer);

    const ReplyFacts nameless = silent(QNetworkReply::UnknownNetworkError);
    const ReplyFacts noTunnel = silent(QNetworkReply::OperationCanceledError, CutBy::NoTunnel);
    notSent("a proxy's nameless error, nothing stood", proxied(nameless, true), Reason::ProxyTrouble);
    unknown("a proxy's nameless error, something may have stood", proxied(nameless, false), Reason::ConnectionLost);
    ReplyFacts direct = nameless;
    direct.nothingStood = true;
    unknown("a nameless error without a proxy", direct, Reason::ConnectionLost);
    ReplyFacts seen = proxied(nameless, true);
    seen.sawServer = true;
    unknown("a nameless error after the server was seen", seen, Reason::ConnectionLost);
    notSent("a proxy let nothing stand in time", proxied(noTunnel, true), Reason::ProxyTrouble);
    unknown("too late, and something may have stood", proxied(noTunnel, false), Reason::Silence);
    unknown("closed behind a proxy", proxied(silent(QNetworkReply::RemoteHostClosedError), true),
            Reason::ConnectionLost);
    unknown("the total deadline behind a proxy",
            proxied(silent(QNetworkReply::OperationCanceledError, CutBy::Total), true), Reason::TooLate);
    notSent("a proxy finds no host", proxied(silent(QNetworkReply::HostNotFoundError), false), Reason::ProxyTrouble);
    notSent("a proxy is refused", proxied(silent(QNetworkReply::ConnectionRefusedError), false), Reason::ProxyTrouble);

    notSent("no such host", silent(QNetworkReply::HostNotFoundError), Reason::HostNotFound);
    notSent("connection refused", silent(QNetworkReply::ConnectionRefusedError), Reason::ConnectionRefused);
    notSent("bad certificate", silent(QNetworkReply::SslHandshakeFailedError), Reason::CertificateRejected);
    notSent("proxy refuses", silent(QNetworkReply::ProxyConnectionRefusedError), Reason::ProxyTrouble);
    notSent("proxy closes", silent(QNetworkReply::ProxyConnectionClosedError), Reason::ProxyTrouble);
    notSent("no such proxy", silent(QNetworkReply::ProxyNotFoundError), Reason::ProxyTrouble);
    notSent("proxy silent", silent(QNetworkReply::ProxyTimeoutError), Reason::ProxyTrouble);
    notSent("proxy wants a login", silent(QNetworkReply::ProxyAuthenticationRequiredError), Reason::ProxyLoginNeeded);

    for (const Error error : { QNetworkReply::HostNotFoundError, QNetworkReply::ConnectionRefusedError,
                               QNetworkReply::SslHandshakeFailedError, QNetworkReply::ProxyConnectionClosedError }) {
        ReplyFacts late = silent(error);
        late.sawServer = true;
        unknown(qPrintable(u"error %1 after the server was there may have been sent"_s.arg(error)), late,
                Reason::ConnectionLost);
    }
    unknown("refused, but cut by us", silent(QNetworkReply::ConnectionRefusedError, CutBy::Total), Reason::TooLate);
}

void TestReplyClassifier::table()
{
    QFETCH(ReplyFacts, facts);
    const Verdict verdict = classify(facts, Now, Secrets);
    QCOMPARE(verdict.waits, false);
    QTEST(verdict.outcome, "outcome");
    QTEST(verdict.reason, "reason");
    QCOMPARE(verdict.httpStatus, facts.hasStatus ? facts.status : 0);
}

void TestReplyClassifier::everyStatusFallsSomewhere()
{
    for (int status = -10; status < 1100; ++status) {
        const Verdict verdict = classify(answer(status, "{}"), Now, Secrets);
        QCOMPARE(verdict.waits, status == 429);
        QVERIFY2(verdict.outcome != Outcome::NotSent, qPrintable(QString::number(status)));
        QCOMPARE(verdict.outcome == Outcome::Unknown && !verdict.waits, verdict.reason != Reason::None);
    }
}

/// Any status, any error, any way of being cut, a body that claims the best.
void TestReplyClassifier::onlyA204IsEnded()
{
    for (int status = -1; status < 700; ++status) {
        for (const CutBy by : { CutBy::Nothing, CutBy::Total, CutBy::Abort, CutBy::BodyCap }) {
            ReplyFacts facts
                = cut(answer(status, "{\"message\":\"call ended\",\"status\":204}"), by, QNetworkReply::NoError);
            QCOMPARE(classify(facts, Now, Secrets).outcome == Outcome::Ended, status == 204);
            facts.hasStatus = false;
            QVERIFY(classify(facts, Now, Secrets).outcome != Outcome::Ended);
        }
    }
}

void TestReplyClassifier::whatStopsTheOthers_data()
{
    QTest::addColumn<ReplyFacts>("facts");
    QTest::addColumn<int>("reason");
    QTest::newRow("401") << answer(401) << int(Reason::CredentialsRejected);
    QTest::newRow("403") << answer(403) << int(Reason::NotPermitted);
    QTest::newRow("a bad certificate") << silent(QNetworkReply::SslHandshakeFailedError)
                                       << int(Reason::ConnectionUnsafe);
    QTest::newRow("proxy trouble") << silent(QNetworkReply::ProxyNotFoundError) << int(Reason::ConnectionUnsafe);
    QTest::newRow("400") << answer(400) << -1;
    QTest::newRow("404") << answer(404, "{}") << -1;
    QTest::newRow("407 from a server") << answer(407) << -1;
    QTest::newRow("500") << answer(500) << -1;
    QTest::newRow("204") << answer(204) << -1;
    QTest::newRow("no such host") << silent(QNetworkReply::HostNotFoundError) << -1;
    QTest::newRow("silence") << silent(QNetworkReply::OperationCanceledError) << -1;
}

void TestReplyClassifier::whatStopsTheOthers()
{
    QFETCH(ReplyFacts, facts);
    const std::optional<Reason> stops = classify(facts, Now, Secrets).stopsOthers;
    QTEST(stops ? int(*stops) : -1, "reason");
}

void TestReplyClassifier::tooManyWaits_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<bool>("waits");
    QTest::newRow("429, no header") << 429 << QByteArray() << qint64(-1) << true;
    QTest::newRow("429, seconds") << 429 << QByteArray("7") << qint64(7000) << true;
    QTest::newRow("429, nonsense") << 429 << QByteArray("soon") << qint64(-1) << true;
    QTest::newRow("503, no header") << 503 << QByteArray() << qint64(-1) << false;
    QTest::newRow("503, seconds") << 503 << QByteArray("7") << qint64(7000) << false;
    QTest::newRow("500, seconds") << 500 << QByteArray("7") << qint64(7000) << false;
    QTest::newRow("400, seconds") << 400 << QByteArray("7") << qint64(-1) << false;
}

void TestReplyClassifier::tooManyWaits()
{
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    ReplyFacts facts = answer(status, "{}");
    facts.retryAfter = header;
    const Verdict verdict = classify(facts, Now, Secrets);
    QTEST(verdict.waits, "waits");
    QTEST(verdict.retryAfter ? qint64(verdict.retryAfter->count()) : -1, "ms");
}

void TestReplyClassifier::cleanConnections_data()
{
    QTest::addColumn<ReplyFacts>("facts");
    QTest::addColumn<bool>("clean");
    const auto row
        = [](const char *name, const ReplyFacts &facts, bool clean) { QTest::newRow(name) << facts << clean; };
    row("204", answer(204), true);
    row("404 with JSON", answer(404, "{}", QNetworkReply::ContentNotFoundError), true);
    row("404 with HTML", answer(404, "<html>"), true);
    row("400", answer(400, "x"), true);
    row("429", answer(429, "{}", QNetworkReply::UnknownContentError), true);
    row("204 with a body", answer(204, "{}"), false);
    ReplyFacts announced = answer(204);
    announced.contentLength = 5;
    row("204 that announces a body", announced, false);
    ReplyFacts chunks = answer(204);
    chunks.hasTransferEncoding = true;
    row("204 in chunks", chunks, false);
    for (const int status : { 0, 100, 102, 103, 301, 302, 401, 407, 500, 503, 600 })
        row(qPrintable(QString::number(status)), answer(status), false);
    row("404 cut", cut(answer(404, "{}"), CutBy::Total), false);
    row("404 after silence", cut(answer(404, "{}"), CutBy::Nothing), false);
    ReplyFacts less = answer(404, "{}");
    less.contentLength = 9;
    row("404 with less than announced", less, false);
    ReplyFacts odd = answer(400, "half");
    odd.contentLength = -1;
    odd.hasTransferEncoding = true;
    row("chunks that made no object", odd, false);
    row("no status", silent(QNetworkReply::RemoteHostClosedError), false);
    row("silence", silent(QNetworkReply::OperationCanceledError), false);
}

void TestReplyClassifier::cleanConnections()
{
    QFETCH(ReplyFacts, facts);
    QTEST(classify(facts, Now, Secrets).clean, "clean");
}

void TestReplyClassifier::forerunnersSpoilTheirNeighbours()
{
    for (int status = -1; status < 700; ++status)
        QCOMPARE(classify(answer(status, "{}"), Now, Secrets).spoilsOthers, status < 200 || status > 599);
    QCOMPARE(classify(silent(QNetworkReply::RemoteHostClosedError), Now, Secrets).spoilsOthers, false);
}

void TestReplyClassifier::spoiledAnswersProveNothing()
{
    for (const int status : { 103, 200, 204, 302, 400, 401, 403, 404, 429, 500 }) {
        const Verdict verdict = withoutTrust(classify(answer(status, "{}"), Now, Secrets));
        QCOMPARE(verdict.outcome, Outcome::Unknown);
        QCOMPARE(verdict.reason, Reason::BrokenAnswer);
        QCOMPARE(verdict.waits, false);
        QCOMPARE(verdict.stopsOthers.has_value(), false);
        QCOMPARE(verdict.clean, false);
        QCOMPARE(verdict.httpStatus, 0);
        QCOMPARE(verdict.spoilsOthers, status == 103);
    }
    QCOMPARE(withoutTrust(classify(silent(QNetworkReply::HostNotFoundError), Now, Secrets)).outcome, Outcome::NotSent);
}

void TestReplyClassifier::wordsOfTheServer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("apiId");
    const auto row = [](const char *name, const QByteArray &body, const QString &message, const QString &apiId = {}) {
        QTest::newRow(name) << body << message << apiId;
    };
    row("error", "{\"api_id\":\"a-1\",\"error\":\"call not found\"}", u"call not found"_s, u"a-1"_s);
    row("error, whatever its case", "{\"ERROR\":\"no\"}", u"no"_s);
    row("global_error", "{\"global_error\":\"no\"}", u"no"_s);
    row("message", "{\"message\":\"no\"}", u"no"_s);
    row("data.error", "{\"data\":{\"Error\":\"no\"}}", u"no"_s);
    row("error before message", "{\"message\":\"later\",\"error\":\"first\"}", u"first"_s);
    row("an empty error gives way", "{\"error\":\"\",\"message\":\"no\"}", u"no"_s);
    row("an object for an error", "{\"error\":{\"a\":1}}", u"{\"a\":1}"_s);
    row("plain text", "Could not verify\nyour access", u"Could not verify your access"_s);
    row("an empty object says nothing", "{}", QString());
    row("an id alone says nothing", "{\"api_id\":\"a-1\"}", QString(), u"a-1"_s);
    row("nothing", "", QString());
    row("an api_id that is no text", "{\"api_id\":5,\"error\":\"no\"}", u"no"_s);
}

void TestReplyClassifier::wordsOfTheServer()
{
    QFETCH(QByteArray, body);
    const Verdict verdict = classify(answer(400, body), Now, Secrets);
    QTEST(verdict.message, "message");
    QTEST(verdict.apiId, "apiId");
    const Verdict large = classify(answer(400, "{\"error\":\"" + QByteArray(60000, 'x') + "\"}"), Now, Secrets);
    QVERIFY(large.message.size() <= 201);
}

QTEST_GUILESS_MAIN(TestReplyClassifier)
#include "tst_replyclassifier.moc"
