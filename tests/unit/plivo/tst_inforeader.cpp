// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/inforeader.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace hangup;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::ReplyFacts)

namespace {

const QByteArray Id = "defb0706-86a6-11e4-b303-498d468c930b";
const QByteArray Other = "0efb0706-86a6-11e4-b303-498d468c930b";
/// 2026-11-24 12:00:00 UTC
constexpr qint64 Now = 1'795'521'600'000;

CallId callId(const QByteArray &text = Id)
{
    return *CallId::parse(QString::fromLatin1(text));
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

/// What the fields @p written (JSON) tell.
CallInfo infoOf(const QByteArray &written, RequestKind asked = RequestKind::LookLive)
{
    const Redactor redactor;
    const QByteArray body = "{\"call_uuid\": \"" + Id + "\"" + (written.isEmpty() ? "" : ", ") + written + "}";
    return readInfo(facts(200, body), asked, callId(), Now, redactor).info.value_or(CallInfo { callId(Other) });
}

qint64 utc(int hour, int minute, int second, int ms = 0)
{
    return QDateTime(QDate(2026, 11, 24), QTime(hour, minute, second, ms), QTimeZone::utc()).toMSecsSinceEpoch();
}

} // namespace

/// What is read of one call, however odd the answer is.
class TestInfoReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void aLiveCall();
    void aQueuedCall();
    void aRecord();
    void states_data();
    void states();
    void untrustedTellsNothing();
    void texts_data();
    void texts();
    void directions_data();
    void directions();
    void starts_data();
    void starts();
    void localTimeIsNeverUsed();
    void legs_data();
    void legs();
};

void TestInfoReader::aLiveCall()
{
    const CallInfo info = infoOf("\"request_uuid\": \"" + Id + "\", \"call_status\": \"in-progress\", "
                                 + "\"direction\": \"inbound\", \"from\": \"14155550100\", \"to\": \"+4930123456\", "
                                   "\"caller_name\": \"Anna\", \"session_start\": \"2026-11-24 11:17:49.050872\", "
                                   "\"parent_call_uuid\": \""
                                 + Other + "\", \"stir_verification\": \"Verified\", \"api_id\": \"x\"");
    CallInfo expected { .id = callId(), .phase = CallPhase::Live };
    expected.from = u"14155550100"_s;
    expected.to = u"+4930123456"_s;
    expected.direction = CallDirection::Inbound;
    expected.status = u"in-progress"_s;
    expected.callerName = u"Anna"_s;
    expected.parent = callId(Other);
    expected.request = callId();
    expected.startedAtMs = utc(11, 17, 49, 50) + (info.startedAtMs == utc(11, 17, 49, 51) ? 1 : 0);
    expected.readAtMs = Now;
    QCOMPARE(info, expected);
}

void TestInfoReader::aQueuedCall()
{
    const CallInfo info = infoOf("\"call_status\": \"queued\", \"direction\": \"outbound\", \"from\": \"1\", "
                                 "\"to\": \"2\", \"from_number\": \"3\", \"end_time\": \"2026-11-24 11:00:00+00:00\"",
                                 RequestKind::LookQueued);
    QCOMPARE(info.phase, CallPhase::Queued);
    QCOMPARE(info.from, u"1"_s);
    QCOMPARE(info.to, u"2"_s);
    QCOMPARE(info.status, u"queued"_s);
    QCOMPARE(info.record, CallRecord()); // a call that isn't over has none
}

void TestInfoReader::aRecord()
{
    const CallInfo info
        = infoOf("\"from_number\": \"14155550100\", \"to_number\": \"4930123456\", \"call_direction\": \"outbound\", "
                 "\"initiation_time\": \"2026-11-24 17:00:00+05:30\", \"answer_time\": null, "
                 "\"end_time\": \"2026-11-24 17:05:00+05:30\", \"call_duration\": 300, \"call_state\": \"ANSWER\", "
                 "\"hangup_source\": \"Caller\", \"hangup_cause_code\": 4000, "
                 "\"hangup_cause_name\": \"Normal Hangup\", \"from\": \"9\", \"direction\": \"inbound\"",
                 RequestKind::Record);
    QCOMPARE(info.phase, CallPhase::Over);
    QCOMPARE(info.from, u"14155550100"_s);
    QCOMPARE(info.to, u"4930123456"_s);
    QCOMPARE(info.direction, CallDirection::Outbound);
    QCOMPARE(info.status, u"ANSWER"_s);
    QCOMPARE(info.startedAtMs, utc(11, 30, 0));
    CallRecord record;
    record.hangupSource = u"Caller"_s;
    record.causeCode = 4000;
    record.causeName = u"Normal Hangup"_s;
    record.endTimeMs = utc(11, 35, 0);
    record.duration = std::chrono::seconds(300);
    QCOMPARE(info.record, record);
    QCOMPARE(info.age(Now), std::optional(std::chrono::seconds(300)));
}

void TestInfoReader::states_data()
{
    QTest::addColumn<ReplyFacts>("facts");
    QTest::addColumn<LookState>("state");
    const auto row = [](const char *name, const ReplyFacts &f, LookState state) { QTest::newRow(name) << f << state; };
    const QByteArray whole = "{\"call_uuid\": \"" + Id + "\", \"from\": \"1\"}";
    row("a 200 about it", facts(200, whole), LookState::Live);
    row("a 404 with words", facts(404, "{\"error\": \"not found\"}"), LookState::Gone);
    row("a 404 with an empty object", facts(404, "{}"), LookState::Gone);
    row("a 404 of HTML", facts(404, "<html>"), LookState::Unclear);
    row("a 200 about another call", facts(200, "{\"call_uuid\": \"" + Other + "\"}"), LookState::Unclear);
    row("a 200 about no call", facts(200, "{}"), LookState::Unclear);
    row("a 200 of a list", facts(200, "{\"calls\": [\"" + Id + "\"]}"), LookState::Unclear);
    row("a 200 of a list of objects", facts(200, "[" + whole + "]"), LookState::Unclear);
    row("a 200 that is null", facts(200, "null"), LookState::Unclear);
    row("a 200 without a body", facts(200, ""), LookState::Unclear);
    row("a 200 cut in its JSON", facts(200, whole.chopped(3)), LookState::Unclear);
    ReplyFacts cut = facts(200, whole);
    cut.contentLength += 5;
    row("a 200 cut off", cut, LookState::Unclear);
    for (const int status : { 202, 204, 301, 400, 401, 403, 429, 500, 503 })
        QTest::addRow("a %d about it", status) << facts(status, whole) << LookState::Unclear;
    row("silence", {}, LookState::Unclear);
}

void TestInfoReader::states()
{
    QFETCH(const ReplyFacts, facts);
    QFETCH(const LookState, state);
    const Redactor redactor;
    for (const RequestKind kind : { RequestKind::LookLive, RequestKind::LookQueued, RequestKind::Record }) {
        const InfoVerdict verdict = readInfo(facts, kind, callId(), Now, redactor);
        QCOMPARE(verdict.state, state);
        QCOMPARE(verdict.info.has_value(), state == LookState::Live);
    }
}

void TestInfoReader::untrustedTellsNothing()
{
    const Redactor redactor;
    const QByteArray whole = "{\"call_uuid\": \"" + Id + "\", \"from\": \"1\"}";
    const InfoVerdict verdict = readInfo(facts(200, whole), RequestKind::LookLive, callId(), Now, redactor, false);
    QCOMPARE(verdict.state, LookState::Unclear);
    QCOMPARE(verdict.info.has_value(), false);
}

void TestInfoReader::texts_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("text");
    QTest::newRow("a number") << "\"14155550100\""_ba << u"14155550100"_s;
    QTest::newRow("an address") << "\"sip:agent@phone.example\""_ba << u"sip:agent@phone.example"_s;
    QTest::newRow("null") << "null"_ba << QString();
    QTest::newRow("a JSON number, which has lost its noughts and its plus") << "14155550100"_ba << QString();
    QTest::newRow("true") << "true"_ba << QString();
    QTest::newRow("a list") << "[\"14155550100\"]"_ba << QString();
    QTest::newRow("an object") << "{\"number\": \"14155550100\"}"_ba << QString();
    QTest::newRow("blanks") << "\"  \\t \""_ba << QString();
    QTest::newRow("line breaks and bidi overrides") << "\"1\\n2\\u202e3\\u0000\""_ba << u"1 2 3"_s;
    QTest::newRow("markup stays what it is") << "\"<b>1</b>\""_ba << u"<b>1</b>"_s;
    QTest::newRow("half a surrogate pair") << "\"1\\ud83d\""_ba << u"1"_s + QChar(0xfffd);
    QTest::newRow("very long") << '"' + QByteArray(5000, '1') + '"' << QString(200, u'1') + u"…"_s;
}

void TestInfoReader::texts()
{
    QFETCH(const QByteArray, written);
    QFETCH(QString, text);
    const CallInfo info = infoOf("\"from\": " + written + ", \"to\": " + written + ", \"call_status\": " + written
                                 + ", \"caller_name\": " + written);
    const CallInfo record
        = infoOf("\"from_number\": " + written + ", \"to_number\": " + written + ", \"call_state\": " + written,
                 RequestKind::Record);
    for (const QString &told :
         { info.from, info.to, info.status, info.callerName, record.from, record.to, record.status }) {
        if (text.size() > 200) { // how it is cut is cleanForeignText's business
            QVERIFY2(told.size() <= 201 && told.startsWith(QString(190, u'1')), qPrintable(told));
        } else {
            QCOMPARE(told, text);
        }
    }
}

void TestInfoReader::directions_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<CallDirection>("direction");
    QTest::newRow("inbound") << "\"inbound\""_ba << CallDirection::Inbound;
    QTest::newRow("outbound") << "\"outbound\""_ba << CallDirection::Outbound;
    QTest::newRow("in capitals") << "\"Outbound\""_ba << CallDirection::Outbound;
    QTest::newRow("another word") << "\"outbound-api\""_ba << CallDirection::Unknown;
    QTest::newRow("empty") << "\"\""_ba << CallDirection::Unknown;
    QTest::newRow("null") << "null"_ba << CallDirection::Unknown;
    QTest::newRow("a list") << "[\"inbound\"]"_ba << CallDirection::Unknown;
}

void TestInfoReader::directions()
{
    QFETCH(const QByteArray, written);
    QTEST(infoOf("\"direction\": " + written).direction, "direction");
    QTEST(infoOf("\"call_direction\": " + written, RequestKind::Record).direction, "direction");
}

void TestInfoReader::starts_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<qint64>("utcMs");
    const qint64 none = 0;
    QTest::newRow("without a zone: UTC") << "\"2026-11-24 11:17:49\""_ba << utc(11, 17, 49);
    QTest::newRow("with a T, without a zone") << "\"2026-11-24T11:17:49\""_ba << utc(11, 17, 49);
    QTest::newRow("with ms, without a zone") << "\"2026-11-24 11:17:49.250\""_ba << utc(11, 17, 49, 250);
    QTest::newRow("with a zone") << "\"2026-11-24 16:47:49+05:30\""_ba << utc(11, 17, 49);
    QTest::newRow("west of Greenwich") << "\"2026-11-24 04:17:49-07:00\""_ba << utc(11, 17, 49);
    QTest::newRow("with a Z") << "\"2026-11-24T11:17:49Z\""_ba << utc(11, 17, 49);
    QTest::newRow("blanks around it") << "\" 2026-11-24 11:17:49 \""_ba << utc(11, 17, 49);
    QTest::newRow("a zone and a Z") << "\"2026-11-24 11:17:49+05:30Z\""_ba << none;
    QTest::newRow("two Zs") << "\"2026-11-24 11:17:49ZZ\""_ba << none;
    QTest::newRow("a zone's name") << "\"2026-11-24 11:17:49 CET\""_ba << none;
    QTest::newRow("a day alone") << "\"2026-11-24\""_ba << none;
    QTest::newRow("a day with a Z") << "\"2026-11-24Z\""_ba << none;
    QTest::newRow("without seconds, without a zone") << "\"2026-11-24 11:17\""_ba << none;
    QTest::newRow("the other way round") << "\"24/11/2026 11:17:49\""_ba << none;
    QTest::newRow("no such day") << "\"2026-11-31 11:17:49\""_ba << none;
    QTest::newRow("no such hour") << "\"2026-11-24 25:17:49\""_ba << none;
    QTest::newRow("all noughts") << "\"0000-00-00 00:00:00\""_ba << none;
    QTest::newRow("before 1970") << "\"1969-11-24 11:17:49\""_ba << none;
    QTest::newRow("the year 1") << "\"0001-01-01 00:00:00\""_ba << none;
    QTest::newRow("a little ahead, as clocks are") << "\"2026-11-24 12:00:30\""_ba << utc(12, 0, 30);
    QTest::newRow("hours ahead: told, and without an age") << "\"2026-11-24 20:00:00\""_ba << utc(20, 0, 0);
    QTest::newRow("days ahead, which is told too")
        << "\"2026-11-26 12:00:00\""_ba << utc(12, 0, 0) + 2 * qint64(86'400'000);
    QTest::newRow("the year 9999") << "\"9999-12-31 23:59:59\""_ba << qint64(253'402'300'799'000);
    QTest::newRow("a year that wraps") << "\"292278994-08-17 07:12:55\""_ba << none;
    QTest::newRow("seconds since 1970") << "1795517869"_ba << none;
    QTest::newRow("the same as text") << "\"1795517869\""_ba << none;
    QTest::newRow("negative") << "-1"_ba << none;
    QTest::newRow("null") << "null"_ba << none;
    QTest::newRow("empty") << "\"\""_ba << none;
    QTest::newRow("words") << "\"just now, a minute ago\""_ba << none;
    QTest::newRow("a list") << "[\"2026-11-24 11:17:49\"]"_ba << none;
    QTest::newRow("an object") << "{}"_ba << none;
}

void TestInfoReader::starts()
{
    QFETCH(const QByteArray, written);
    const CallInfo info = infoOf("\"session_start\": " + written);
    QTEST(info.startedAtMs, "utcMs");
    QTEST(infoOf("\"initiation_time\": " + written, RequestKind::Record).startedAtMs, "utcMs");
    QVERIFY(info.age(Now).value_or(std::chrono::seconds(0)).count() >= 0);
    // The end of a record is another matter: without a zone nobody knows when it was.
    const CallInfo over = infoOf("\"end_time\": \"2026-11-24 11:17:49\"", RequestKind::Record);
    QCOMPARE(over.record.endTimeMs, qint64(0));
}

/// An hour that this machine's own zone leaves out in spring is one all the same.
void TestInfoReader::localTimeIsNeverUsed()
{
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", "Europe/Berlin");
    const qint64 told = infoOf("\"session_start\": \"2026-03-29 02:30:00\"").startedAtMs;
    qputenv("TZ", before);
    QCOMPARE(told, QDateTime(QDate(2026, 3, 29), QTime(2, 30), QTimeZone::utc()).toMSecsSinceEpoch());
}

void TestInfoReader::legs_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("leg");
    QTest::newRow("another call") << '"' + Other + '"' << QString::fromLatin1(Other);
    QTest::newRow("in upper case") << '"' + Other.toUpper() + '"' << QString::fromLatin1(Other);
    QTest::newRow("null") << "null"_ba << QString();
    QTest::newRow("empty") << "\"\""_ba << QString();
    QTest::newRow("no id") << "\"none\""_ba << QString();
    QTest::newRow("the nil id") << "\"00000000-0000-0000-0000-000000000000\""_ba << QString();
    QTest::newRow("more than an id") << '"' + Other + " \"" << QString();
    QTest::newRow("a list") << "[\"" + Other + "\"]" << QString();
}

void TestInfoReader::legs()
{
    QFETCH(const QByteArray, written);
    const CallInfo info = infoOf("\"parent_call_uuid\": " + written + ", \"request_uuid\": " + written);
    QTEST(info.parent ? info.parent->toString() : QString(), "leg");
    QTEST(info.request ? info.request->toString() : QString(), "leg");
    // No call is its own A leg; its request often has the same id.
    const CallInfo itself = infoOf("\"parent_call_uuid\": \"" + Id + "\", \"request_uuid\": \"" + Id + '"');
    QCOMPARE(itself.parent.has_value(), false);
    QCOMPARE(itself.request, callId());
}

QTEST_GUILESS_MAIN(TestInfoReader)
#include "tst_inforeader.moc"
