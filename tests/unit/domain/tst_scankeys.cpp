// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "scantext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

/// What the key, column or path beside an id makes of it.
class TestScanKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keys_data();
    void keys();
    void texts_data();
    void texts();
};

void TestScanKeys::keys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("meaning");
    const auto row = [](const char *text, const char *meaning) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(meaning);
    };
    for (const char *call : { "{a}",
                              "CallUUID={a}",
                              "call_uuid: {a}",
                              "\"call_uuid\":\"{a}\"",
                              "Call UUID: {a}",
                              "uuid={a}",
                              "id: {a}",
                              "please end {a}",
                              "call: {a}",
                              "Stuck call {a}",
                              "stuck_uuid={a}",
                              "leg_id: {a}",
                              "X-Plivo-CallUUID: {a}",
                              "/Call/{a}/",
                              "/voice/logs/{a}",
                              "'call_uuid': u'{a}'",
                              ":call_uuid => \"{a}\"",
                              "<CallUUID>{a}</CallUUID>",
                              "<td>{a}</td>",
                              "message: {a} is stuck",
                              "invalid: {a}",
                              "The call id is {a}",
                              "Call UUID - {a}",
                              "**Call UUID**: {a}",
                              "paid {a}",
                              "[2026-11-24 13:02] ERROR {a}",
                              "calls: [\"{a}\"]",
                              "call_{a}",
                              "CallUUID%3D{a}",
                              "%22call_uuid%22%3A%22{a}%22",
                              "last_call_uuid={a}" })
        row(call, "call");
    for (const char *request : { "request_uuid={a}", "RequestUUID={a}", "\"request_uuid\": \"{a}\"",
                                 "Request UUID: {a}", "/Request/{a}/", "ALegRequestUUID={a}" })
        row(request, "request UUID");
    for (const char *parent : { "parent_call_uuid={a}", "Parent call UUID: {a}", "ParentCallUUID={a}" })
        row(parent, "parent leg");
    for (const char *leg : { "ALegUUID={a}", "DialALegUUID={a}", "a_leg_uuid: {a}" })
        row(leg, "A leg");
    for (const char *leg : { "BLegUUID={a}", "DialBLegUUID={a}", "Dial B Leg UUID: {a}" })
        row(leg, "B leg");
    row("api_id={a}", "api_id");
    row("\"api_id\": \"{a}\"", "api_id");
    row("ApiId={a}", "ApiId");
    row("API ID: {a}", "API ID");
    row("x-plivo-api-id: {a}", "x-plivo-api-id");
    row("api_id {a}", "api_id");
    row("The api_id is {a}", "api_id");
    row("API ID - {a}", "API ID");
    row("message_uuid={a}", "message_uuid");
    row("MessageUUID={a}", "MessageUUID");
    row("recording_id={a}", "recording_id");
    row("recording_uuid: {a}", "recording_uuid");
    row("Recording ID\t{a}", "Recording ID");
    row("please look at recording ID: {a}", "recording ID");
    row("Recording: {a}", "Recording");
    row("/Recording/{a}/", "Recording");
    row("%2FRecording%2F{a}%2F", "Recording");
    row("C:\\data\\recordings\\{a}.wav", "recordings");
    row("recording_{a}.mp3", "recording");
    row("/Message/{a}/", "Message");
    row("/Conference/{a}/", "Conference");
    row("/MultiPartyCall/{a}/", "MultiPartyCall");
    row("mpc_uuid={a}", "mpc_uuid");
    row("multi_party_call_uuid={a}", "multi_party_call_uuid");
    row("conference_uuid={a}", "conference_uuid");
    row("conference_id: {a}", "conference_id");
    row("media_id={a}", "media_id");
    row("endpoint_id={a}", "endpoint_id");
    row("app_id={a}", "app_id");
    row("subaccount_id={a}", "subaccount_id");
    row("MemberID={a}", "MemberID");
    row("sip_call_id={a}", "sip_call_id");
    row("trace_id={a}", "trace_id");
    row("x-request-id: {a}", "x-request-id");
    row("orderId: {a}", "orderId");
    row("session_uuid={a}", "session_uuid");
    row("Customer ID: {a}", "Customer ID");
    row("<RecordingID>{a}</RecordingID>", "RecordingID");
    row("\\\"message_uuid\\\":\\\"{a}\\\"", "message_uuid");
    row("recording_ids: [\"{a}\"]", "recording_ids");
    row("Message-ID: <{a}@mail.example>", "address");
}

void TestScanKeys::keys()
{
    QFETCH(QString, text);
    QFETCH(QString, meaning);
    const ScanResult scan = scanCalls(scantext::filled(text));
    QCOMPARE(scan.found.size() + scan.ignored.size(), 1);
    if (scan.found.isEmpty()) {
        QVERIFY(scan.ignored.front().reason == IgnoredReason::NamedOtherwise);
        QCOMPARE(scan.ignored.front().key, meaning);
    } else {
        const QString mark = words::mark(scan.found.front().mark);
        QCOMPARE(mark.isEmpty() ? u"call"_s : mark, meaning);
    }
}

void TestScanKeys::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    const auto row
        = [](const char *name, const QString &text, const QString &result) { QTest::newRow(name) << text << result; };
    row("a live call's JSON, whose request has the same id",
        u"{\"call_uuid\":\"{a}\",\"request_uuid\":\"{a}\",\"api_id\":\"{b}\"}"_s,
        u"call a 1:15\nignored 1:117 an api_id, not a call\n"_s);
    row("first a request, then plainly a call", u"request_uuid={a}\n{a}"_s, u"call a 1:14\n"_s);
    row("first named otherwise, then a call", u"recording_id={a}\n{a}"_s,
        u"call a 2:1\nignored 1:14 a recording_id, not a call\n"_s);
    row("first a call, then named otherwise", u"{a}\nrecording_id={a}"_s,
        u"call a 1:1\nignored 2:14 a recording_id, not a call\n"_s);
    row("the live list", u"{\"api_id\": \"{a}\",\n \"calls\": [\n  \"{b}\",\n  \"{c}\"\n ]}"_s,
        u"call b 3:4\ncall c 4:4\nignored 1:13 an api_id, not a call\n"_s);
    row("an array of something else", u"\"recording_ids\": [\n \"{a}\",\n \"{b}\"],\n \"{c}\""_s,
        u"call c 4:3\nignored 2:3 a recording_ids, not a call\nignored 3:3 a recording_ids, not a call\n"_s);
    row("an array whose lines begin with the ids", u"recording_ids: [\n{a},\n{b}\n]\n{c}"_s,
        u"call c 5:1\nignored 2:1 a recording_ids, not a call\nignored 3:1 a recording_ids, not a call\n"_s);
    row("a list behind a plural", u"recording ids: {a}, {b}; {c}"_s,
        u"ignored 1:16 a recording ids, not a call\nignored 1:54 a recording ids, not a call\n"
        "ignored 1:92 a recording ids, not a call\n"_s);
    row("a singular holds for one", u"recording id: {a}, {b}"_s,
        u"call b 1:53\nignored 1:15 a recording id, not a call\n"_s);
    row("CSV as the console writes it",
        u"Call UUID,Parent call UUID,From number,Recording UUID\n{a},{b},+1,{c}\n{d},,+2,\n"_s,
        u"call a 2:1\ncall b 2:38 parent leg\ncall d 3:1\nignored 2:78 a Recording UUID, not a call\n"_s);
    row("CSV with semicolons, quotes and a delimiter in quotes",
        u"\"From\";\"api_id\";\"Call UUID\"\r\n\"x;y \"\"z\"\"\";\"{a}\";\"{b}\"\r\n"_s,
        u"call b 2:53\nignored 2:14 an api_id, not a call\n"_s);
    row("TSV behind a sentence", u"Here it is:\nmessage_uuid\tfrom\tcall_uuid\n{a}\t1\t{b}"_s,
        u"call b 3:40\nignored 3:1 a message_uuid, not a call\n"_s);
    row("one column", u"recording_id\n{a}\n{b}\n\n{c}"_s,
        u"call c 5:1\nignored 2:1 a recording_id, not a call\nignored 3:1 a recording_id, not a call\n"_s);
    row("a header ends with a blank line", u"api_id,from\n{a},1\n\n{b},2"_s,
        u"call b 4:1\nignored 2:1 an api_id, not a call\n"_s);
    row("a header ends when the columns change", u"api_id,from\n{a},1\n{b},2,3\n{c},1"_s,
        u"call b 3:1\ncall c 4:1\nignored 2:1 an api_id, not a call\n"_s);
    row("a row without an id keeps the header", u"api_id,from\n,1\n{a},2"_s, u"ignored 3:1 an api_id, not a call\n"_s);
    row("a second header replaces the first", u"api_id,from\n{a},1\ncall_uuid,from\n{b},2"_s,
        u"call b 4:1\nignored 2:1 an api_id, not a call\n"_s);
    row("a key in a cell counts more than the column", u"call_uuid,note\n{a},recording_id={b}"_s,
        u"call a 2:1\nignored 2:51 a recording_id, not a call\n"_s);
    row("a sentence with commas is no header", u"Hi, please check the api_id, thanks\n{a}, soon, please"_s,
        u"call a 2:1\n"_s);
    row("a Markdown table", u"| API ID | Call UUID |\n|---|---|\n| {a} | {b} |"_s,
        u"call b 3:42\nignored 3:3 an API ID, not a call\n"_s);
    row("a webhook with all its ids", u"CallUUID={a}&RequestUUID={b}&ALegUUID={c}&ParentCallUUID={d}&RecordingID={e}"_s,
        u"call a 1:10\ncall b 1:59 request UUID\ncall c 1:105 A leg\ncall d 1:157 parent leg\n"
        "ignored 1:206 a RecordingID, not a call\n"_s);
}

void TestScanKeys::texts()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    QCOMPARE(scantext::described(scanCalls(scantext::filled(text))), result);
}

QTEST_GUILESS_MAIN(TestScanKeys)
#include "tst_scankeys.moc"
