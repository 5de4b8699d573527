// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/lookclassifier.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace hangup;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::ReplyFacts)

namespace {

const QByteArray Id = "defb0706-86a6-11e4-b303-498d468c930b";
const QByteArray NotFound = "{\"api_id\": \"5c62b111-a7a3-11e4-96ce-22000ac4a55b\", \"error\": \"call not found\"}";
const QByteArray Live = "{\"api_id\": \"x\", \"call_uuid\": \"" + Id
    + "\", \"call_status\": \"in-progress\", \"from\": \"14155550100\", \"message\": \"secret words\"}";
constexpr qint64 Now = 1'795'525'331'084;

CallId callId()
{
    return *CallId::parse(QString::fromLatin1(Id));
}

ReplyFacts facts(int status, const QByteArray &body)
{
    ReplyFacts f;
    f.hasStatus = true;
    f.status = status;
    f.sawServer = true;
    f.body = body;
    f.contentLength = body.size();
    return f;
}

/// "end_time", "call_duration", … of a record with these fields, written as JSON.
CallRecord recordOf(const QByteArray &fields)
{
    const Redactor redactor;
    const QByteArray body = "{\"call_uuid\": \"" + Id + "\"" + (fields.isEmpty() ? "" : ", ") + fields + "}";
    return classifyRecord(facts(200, body), callId(), Now, redactor).record.value_or(CallRecord { u"none"_s });
}

} // namespace

/// What the answers to a look and to a question for the record are taken for.
class TestLookClassifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void looks_data();
    void looks();
    void untrustedIsUnclear();
    void limitsAndRefusals();
    void aLiveCallsFieldsAreNotKept();
    void endTimes_data();
    void endTimes();
    void numbers_data();
    void numbers();
    void aWholeRecord();
    void textsAreCleaned();
    void deepAndLargeAreNotRead();
    void recordsOfOthersAreNone();
};

void TestLookClassifier::looks_data()
{
    QTest::addColumn<ReplyFacts>("facts");
    QTest::addColumn<LookState>("state");
    const auto row = [](const char *name, const ReplyFacts &f, LookState state) { QTest::newRow(name) << f << state; };
    row("a 200 that names the call", facts(200, Live), LookState::Live);
    row("a 200 that names it in upper case", facts(200, "{\"call_uuid\": \"" + Id.toUpper() + "\"}"), LookState::Live);
    row("a 404 with words", facts(404, NotFound), LookState::Gone);
    row("a 404 with an empty object", facts(404, "{}"), LookState::Gone);
    row("a 404 of HTML", facts(404, "<html>"), LookState::Unclear);
    row("a 404 of an array", facts(404, "[]"), LookState::Unclear);
    row("a 404 without a body", facts(404, ""), LookState::Unclear);
    ReplyFacts cut = facts(404, NotFound);
    cut.contentLength += 10;
    row("a 404 cut off", cut, LookState::Unclear);
    ReplyFacts silent = facts(404, NotFound);
    silent.error = QNetworkReply::OperationCanceledError;
    row("a 404 whose end did not come", silent, LookState::Unclear);
    row("a 200 about another call", facts(200, "{\"call_uuid\": \"0" + Id.mid(1) + "\"}"), LookState::Unclear);
    row("a 200 with more than the id", facts(200, "{\"call_uuid\": \"" + Id + " \"}"), LookState::Unclear);
    row("a 200 with the id as another key", facts(200, "{\"request_uuid\": \"" + Id + "\"}"), LookState::Unclear);
    row("a 200 with the id as a list", facts(200, "{\"call_uuid\": [\"" + Id + "\"]}"), LookState::Unclear);
    row("a 200 of a list of calls", facts(200, "{\"calls\": [\"" + Id + "\"]}"), LookState::Unclear);
    row("a 200 with an empty object", facts(200, "{}"), LookState::Unclear);
    row("a 200 of HTML", facts(200, "<html>" + Id), LookState::Unclear);
    ReplyFacts cutLive = facts(200, Live);
    cutLive.contentLength += 1;
    row("a 200 cut off", cutLive, LookState::Unclear);
    ReplyFacts capped = facts(200, Live);
    capped.cutBy = CutBy::BodyCap;
    row("a 200 that is too long", capped, LookState::Unclear);
    for (const int status : { 102, 201, 202, 204, 301, 302, 400, 401, 403, 405, 410, 422, 429, 500, 503 })
        QTest::addRow("a %d that names the call", status) << facts(status, Live) << LookState::Unclear;
    ReplyFacts refused;
    refused.error = QNetworkReply::ConnectionRefusedError;
    row("a refused connection", refused, LookState::Unclear);
    ReplyFacts timeout;
    timeout.error = QNetworkReply::OperationCanceledError;
    row("silence", timeout, LookState::Unclear);
    row("nothing at all", {}, LookState::Unclear);
}

void TestLookClassifier::looks()
{
    QFETCH(const ReplyFacts, facts);
    const Redactor redactor;
    QTEST(classifyLook(facts, callId(), Now, redactor).state, "state");
}

/// The answer may be another call's (see withoutTrust): neither yes nor no.
void TestLookClassifier::untrustedIsUnclear()
{
    const Redactor redactor;
    QCOMPARE(classifyLook(facts(404, NotFound), callId(), Now, redactor, false).state, LookState::Unclear);
    QCOMPARE(classifyLook(facts(200, Live), callId(), Now, redactor, false).state, LookState::Unclear);
    const QByteArray record = "{\"call_uuid\": \"" + Id + "\", \"hangup_source\": \"API Request\"}";
    QVERIFY(classifyRecord(facts(200, record), callId(), Now, redactor).record.has_value());
    QVERIFY(!classifyRecord(facts(200, record), callId(), Now, redactor, false).record.has_value());
}

void TestLookClassifier::limitsAndRefusals()
{
    const Redactor redactor;
    ReplyFacts limited = facts(429, "{}");
    limited.retryAfter = "7";
    const LookVerdict waits = classifyLook(limited, callId(), Now, redactor);
    QCOMPARE(waits.answer.waits, true);
    QCOMPARE(waits.answer.retryAfter, std::chrono::milliseconds(7000));
    QCOMPARE(classifyLook(facts(401, "no"), callId(), Now, redactor).answer.stopsOthers, Reason::CredentialsRejected);
    QCOMPARE(classifyLook(facts(403, "{}"), callId(), Now, redactor).answer.stopsOthers, Reason::NotPermitted);
    QCOMPARE(classifyRecord(limited, callId(), Now, redactor).answer.waits, true);
    QCOMPARE(classifyLook(facts(503, ""), callId(), Now, redactor).answer.clean, false);
    QCOMPARE(classifyLook(facts(200, Live), callId(), Now, redactor).answer.clean, true);
}

void TestLookClassifier::aLiveCallsFieldsAreNotKept()
{
    const Redactor redactor;
    QCOMPARE(classifyLook(facts(200, Live), callId(), Now, redactor).answer.message, QString());
    QCOMPARE(classifyLook(facts(404, NotFound), callId(), Now, redactor).answer.message, u"call not found"_s);
}

void TestLookClassifier::endTimes_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<qint64>("utcMs");
    const qint64 utc = QDateTime(QDate(2022, 6, 28), QTime(14, 9, 5), QTimeZone::utc()).toMSecsSinceEpoch();
    QTest::newRow("as Plivo writes it") << "\"2022-06-28 19:39:05+05:30\""_ba << utc;
    QTest::newRow("with a T") << "\"2022-06-28T19:39:05+05:30\""_ba << utc;
    QTest::newRow("west of Greenwich") << "\"2022-06-28 07:09:05-07:00\""_ba << utc;
    QTest::newRow("in UTC") << "\"2022-06-28 14:09:05+00:00\""_ba << utc;
    QTest::newRow("with a Z") << "\"2022-06-28 14:09:05Z\""_ba << utc;
    QTest::newRow("with fractions") << "\"2022-06-28 19:39:05.250+05:30\""_ba << utc + 250;
    QTest::newRow("without a zone: nobody knows when that was") << "\"2022-06-28 19:39:05\""_ba << qint64(0);
    QTest::newRow("null") << "null"_ba << qint64(0);
    QTest::newRow("empty") << "\"\""_ba << qint64(0);
    QTest::newRow("words") << "\"yesterday\""_ba << qint64(0);
    QTest::newRow("a number") << "1656425345"_ba << qint64(0);
    QTest::newRow("no such day") << "\"2022-06-31 19:39:05+05:30\""_ba << qint64(0);
    QTest::newRow("before 1970") << "\"1969-06-28 19:39:05+05:30\""_ba << qint64(0);
}

void TestLookClassifier::endTimes()
{
    QFETCH(const QByteArray, written);
    QTEST(recordOf("\"end_time\": " + written).endTimeMs, "utcMs");
}

void TestLookClassifier::numbers_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<std::optional<int>>("value");
    const std::optional<int> none;
    QTest::newRow("a number") << "4000"_ba << std::optional<int>(4000);
    QTest::newRow("nought") << "0"_ba << std::optional<int>(0);
    QTest::newRow("as text") << "\"4000\""_ba << std::optional<int>(4000);
    QTest::newRow("null") << "null"_ba << none;
    QTest::newRow("negative") << "-1"_ba << none;
    QTest::newRow("with a fraction") << "1.5"_ba << none;
    QTest::newRow("far too large") << "1e300"_ba << none;
    QTest::newRow("not a number") << "\"nan\""_ba << none;
    QTest::newRow("words") << "\"many\""_ba << none;
    QTest::newRow("a list") << "[4000]"_ba << none;
}

void TestLookClassifier::numbers()
{
    QFETCH(const QByteArray, written);
    QFETCH(const std::optional<int>, value);
    const CallRecord record = recordOf("\"hangup_cause_code\": " + written + ", \"call_duration\": " + written);
    QCOMPARE(record.causeCode, value);
    QCOMPARE(record.duration, value ? std::optional(std::chrono::seconds(*value)) : std::nullopt);
}

void TestLookClassifier::aWholeRecord()
{
    const CallRecord record = recordOf("\"hangup_source\": \"API Request\", \"hangup_cause_code\": 4000, "
                                       "\"hangup_cause_name\": \"Normal Hangup\", \"call_duration\": 65, "
                                       "\"total_amount\": \"0.00850\", \"answer_time\": null");
    QCOMPARE(record.hangupSource, u"API Request"_s);
    QCOMPARE(record.causeName, u"Normal Hangup"_s);
    QCOMPARE(record.causeCode, 4000);
    QCOMPARE(record.duration, std::chrono::seconds(65));
    const CallRecord empty = recordOf({});
    QCOMPARE(empty.hangupSource, QString());
    QCOMPARE(empty.causeCode, std::nullopt);
    QCOMPARE(empty.endTimeMs, qint64(0));
}

void TestLookClassifier::textsAreCleaned()
{
    Redactor redactor;
    redactor.addSecret(SecretBytes("0123456789abcdef"));
    const QByteArray body = "{\"call_uuid\": \"" + Id
        + "\", \"hangup_source\": \"Cal\\u0000l\\u202eer\\n0123456789abcdef\", " + "\"hangup_cause_name\": \""
        + QByteArray(500, 'x') + "\"}";
    const CallRecord record = *classifyRecord(facts(200, body), callId(), Now, redactor).record;
    QCOMPARE(record.hangupSource, u"Cal l er [removed]"_s);
    QVERIFY2(record.causeName.size() <= 201, qPrintable(QString::number(record.causeName.size())));
    QVERIFY(record.causeName.startsWith(QString(190, u'x')));
}

void TestLookClassifier::deepAndLargeAreNotRead()
{
    const Redactor redactor;
    const QByteArray deep
        = "{\"call_uuid\": \"" + Id + "\", \"x\": " + QByteArray(30'000, '[') + QByteArray(30'000, ']') + "}";
    QVERIFY(!classifyRecord(facts(200, deep), callId(), Now, redactor).record.has_value());
    QCOMPARE(classifyLook(facts(200, deep), callId(), Now, redactor).state, LookState::Unclear);
}

void TestLookClassifier::recordsOfOthersAreNone()
{
    const Redactor redactor;
    const auto has = [&redactor](int status, const QByteArray &body) {
        return classifyRecord(facts(status, body), callId(), Now, redactor).record.has_value();
    };
    QCOMPARE(has(200, "{\"call_uuid\": \"" + Id + "\"}"), true);
    QCOMPARE(has(200, "{\"hangup_source\": \"API Request\"}"), false);
    QCOMPARE(has(200, "{\"call_uuid\": \"0" + Id.mid(1) + "\", \"hangup_source\": \"API Request\"}"), false);
    QCOMPARE(has(404, "{\"call_uuid\": \"" + Id + "\"}"), false);
    QCOMPARE(has(202, "{\"call_uuid\": \"" + Id + "\"}"), false);
    QCOMPARE(has(500, "{\"call_uuid\": \"" + Id + "\"}"), false);
}

QTEST_GUILESS_MAIN(TestLookClassifier)
#include "tst_lookclassifier.moc"
