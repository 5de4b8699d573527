// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/export.h"
#include "historyvalues.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

CallId callId()
{
    return CallId::parse(u"defb0706-86a6-11e5-b4d1-e43ee3e2930b").value();
}

CallResult ended()
{
    CallResult result { .id = callId() };
    result.outcome = Outcome::Ended;
    result.httpStatus = 204;
    result.attempts = 1;
    result.startedAtMs = 1'795'525'331'084;
    result.finishedAtMs = 1'795'525'331'168;
    result.elapsed = std::chrono::milliseconds(84);
    return result;
}

/// RFC 4180 as it is written, apart from the writer: records of fields.
QList<QStringList> parseCsv(const QByteArray &csv)
{
    QList<QStringList> records { QStringList { QString() } };
    const QString text = QString::fromUtf8(csv);
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        QString &field = records.back().back();
        if (quoted) {
            if (text[i] != u'"')
                field += text[i];
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                field += text[++i];
            else
                quoted = false;
        } else if (text[i] == u'"' && field.isEmpty()) {
            quoted = true;
        } else if (text[i] == u',') {
            records.back().append(QString());
        } else if (text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n') {
            ++i;
            records.append(QStringList { QString() });
        } else {
            field += text[i];
        }
    }
    records.removeLast(); // the last record ends with a line break, too
    return records;
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cells_data();
    void cells();
    void csvRoundTrip();
    void csvOfCalls();
    void jsonOfCalls();
    void jsonStringsRoundTrip();
    void proofOfCalls_data();
    void proofOfCalls();
    void history();
    void historyPiecesAreOneFile();
    void logs();
    void nothingToExport();
    void times();
};

void TestExport::cells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << u"abc"_s << QByteArray("abc");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("a comma") << u"a,b"_s << QByteArray("\"a,b\"");
    QTest::newRow("a quote") << u"a\"b"_s << QByteArray("\"a\"\"b\"");
    QTest::newRow("a line break") << u"a\nb"_s << QByteArray("\"a\nb\"");
    QTest::newRow("not ASCII") << u"é"_s << QByteArray("\xc3\xa9");
    QTest::newRow("a formula") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("a formula with a comma and quotes") << u"=A(\"x\",1)"_s << QByteArray("\"'=A(\"\"x\"\",1)\"");
    QTest::newRow("a plus") << u"+49"_s << QByteArray("'+49");
    QTest::newRow("a minus") << u"-1"_s << QByteArray("'-1");
    QTest::newRow("an at") << u"@x"_s << QByteArray("'@x");
    QTest::newRow("a tab") << u"\t=x"_s << QByteArray("'\t=x");
    QTest::newRow("CR") << u"\r=x"_s << QByteArray("\"'\r=x\"");
    QTest::newRow("an equals sign inside is harmless") << u"a=b"_s << QByteArray("a=b");
}

void TestExport::cells()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(csvCell(text), cell);
}

void TestExport::csvRoundTrip()
{
    const QStringList nasty {
        u"a,b"_s, u"\"quoted\""_s, u"two\r\nlines"_s, u"\"\",\""_s, u"é😀"_s, u"plain"_s, u"\n"_s
    };
    QList<ExportRow> rows;
    for (const QString &message : nasty) {
        CallResult result = ended();
        result.message = message;
        rows.append({ callId(), result });
    }
    const QByteArray csv = callsToCsv(rows);
    QVERIFY(csv.startsWith("\xef\xbb\xbf"));
    const QList<QStringList> records = parseCsv(csv.sliced(3));
    QCOMPARE(records.size(), nasty.size() + 1);
    const qsizetype column = records.front().indexOf(u"message"_s);
    for (qsizetype i = 0; i < nasty.size(); ++i) {
        QCOMPARE(records[i + 1].size(), records.front().size());
        QCOMPARE(records[i + 1][column], nasty[i]);
    }
}

void TestExport::csvOfCalls()
{
    CallResult notSent { .id = callId() };
    notSent.outcome = Outcome::NotSent;
    notSent.reason = Reason::Stopped;
    notSent.finishedAtMs = 1'795'525'331'084;
    QCOMPARE(
        callsToCsv({ { callId(), ended() }, { callId(), std::nullopt }, { callId(), notSent } }),
        QByteArray("\xef\xbb\xbf"
                   "call_uuid,outcome,reason,http_status,attempts,api_id,message,started_at,finished_at,elapsed_ms,"
                   "proof,hangup_source\r\n"
                   "defb0706-86a6-11e5-b4d1-e43ee3e2930b,ended,,204,1,,,2026-11-24T13:02:11.084Z,"
                   "2026-11-24T13:02:11.168Z,84,,\r\n"
                   "defb0706-86a6-11e5-b4d1-e43ee3e2930b,,,,,,,,,,,\r\n"
                   "defb0706-86a6-11e5-b4d1-e43ee3e2930b,not_sent,stopped,,0,,,,2026-11-24T13:02:11.084Z,,,\r\n"));
}

void TestExport::jsonOfCalls()
{
    QCOMPARE(
        callsToJson({ { callId(), ended() }, { callId(), std::nullopt } }),
        QByteArray(
            "[\n  {\"call_uuid\": \"defb0706-86a6-11e5-b4d1-e43ee3e2930b\", \"outcome\": \"ended\", \"reason\": null, "
            "\"http_status\": 204, \"attempts\": 1, \"api_id\": null, \"message\": null, \"started_at\": "
            "\"2026-11-24T13:02:11.084Z\", \"finished_at\": \"2026-11-24T13:02:11.168Z\", \"elapsed_ms\": 84, "
            "\"proof\": null, \"hangup_source\": null},\n"
            "  {\"call_uuid\": \"defb0706-86a6-11e5-b4d1-e43ee3e2930b\", \"outcome\": null, \"reason\": null, "
            "\"http_status\": null, \"attempts\": null, \"api_id\": null, \"message\": null, \"started_at\": null, "
            "\"finished_at\": null, \"elapsed_ms\": null, \"proof\": null, \"hangup_source\": null}\n]\n"));
}

void TestExport::jsonStringsRoundTrip()
{
    for (const QString &message : { u"a\"b\\c/d"_s, u"\r\n\t\u0001\u007f"_s, u"é😀\u2028"_s, u"=1+1"_s }) {
        CallResult result = ended();
        result.message = message;
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(callsToJson({ { callId(), result } }), &error);
        QCOMPARE(error.errorString(), u"no error occurred"_s);
        QCOMPARE(json.array().at(0).toObject().value(u"message").toString(), message);
    }
}

void TestExport::proofOfCalls_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QByteArray>("end");
    const auto row = [](const char *name, ProofState state, const QString &source, const QByteArray &end) {
        QTest::newRow(name) << int(state) << source << end;
    };
    row("not asked for", ProofState::None, QString(), ",84,,\r\n");
    row("not yet", ProofState::NotYet, QString(), ",84,not_yet,\r\n");
    row("proven", ProofState::Proven, u"API Request"_s, ",84,proven,API Request\r\n");
    row("a source that is a formula", ProofState::EndedOtherwise, u"=A1"_s, ",84,ended_otherwise,'=A1\r\n");
    row("still live", ProofState::StillLive, QString(), ",84,still_live,\r\n");
}

void TestExport::proofOfCalls()
{
    QFETCH(int, state);
    QFETCH(QString, source);
    QFETCH(QByteArray, end);
    const CallProof proof { .id = callId(), .state = static_cast<ProofState>(state), .hangupSource = source };
    const QByteArray csv = callsToCsv({ { callId(), ended(), proof } });
    QVERIFY2(csv.endsWith(end), csv.constData());
    const QJsonObject json
        = QJsonDocument::fromJson(callsToJson({ { callId(), ended(), proof } })).array()[0].toObject();
    QCOMPARE(json.value(u"proof").isNull(), proof.state == ProofState::None);
    QCOMPARE(json.value(u"hangup_source").isNull(), source.isEmpty());
}

void TestExport::history()
{
    HistoryCall call { .batch = testBatch(), .id = callId(), .result = ended(), .proof = { .id = callId() } };
    call.batch.batch = 9'223'372'036'854'775'807U;
    call.batch.words.reason = u"a, \"b\"\nc"_s;
    call.proof.state = ProofState::Proven;
    call.proof.hangupSource = u"API Request"_s;
    call.proof.causeCode = 0;
    call.proof.causeName = u"=Unknown"_s;
    call.proof.endTimeMs = TestTime;
    call.proof.duration = std::chrono::seconds(0);
    call.proof.checkedAtMs = TestTime + 1000;
    const QByteArray csv = historyHead(HistoryFormat::Csv) + historyRow(call, HistoryFormat::Csv, true);
    const QList<QStringList> records = parseCsv(csv.sliced(3));
    QCOMPARE(records.size(), 2);
    QCOMPARE(records[1].size(), records[0].size());
    QMap<QString, QString> fields;
    for (qsizetype i = 0; i < records[0].size(); ++i)
        fields[records[0][i]] = records[1][i];
    QCOMPARE(fields.size(), records[0].size());
    const QMap<QString, QString> added {
        { u"batch"_s, u"9223372036854775807"_s },
        { u"batch_at"_s, u"2026-11-24T13:02:11.084Z"_s },
        { u"account"_s, u"Main"_s },
        { u"auth_id"_s, u"MAXXXXXXXXXXXXXXXXXX"_s },
        { u"operator"_s, u"jdoe"_s },
        { u"ticket"_s, u"T-4711"_s },
        { u"batch_reason"_s, u"a, \"b\"\nc"_s },
        { u"hangup_cause_code"_s, u"0"_s },
        { u"hangup_cause_name"_s, u"'=Unknown"_s },
        { u"end_time"_s, u"2026-11-24T13:02:11.084Z"_s },
        { u"duration_s"_s, u"0"_s },
        { u"checked_at"_s, u"2026-11-24T13:02:12.084Z"_s },
        { u"proof"_s, u"proven"_s },
        { u"outcome"_s, u"ended"_s },
    };
    for (auto it = added.begin(); it != added.end(); ++it)
        QCOMPARE(fields.value(it.key()), it.value());
    // JSON names the same fields, in that order.
    const QByteArray json = historyHead(HistoryFormat::Json) + historyRow(call, HistoryFormat::Json, true)
        + historyTail(HistoryFormat::Json, false);
    const QJsonObject object = QJsonDocument::fromJson(json).array()[0].toObject();
    QCOMPARE(object.size(), records[0].size());
    qsizetype at = 0;
    for (const QString &name : records[0]) {
        QVERIFY(object.contains(name));
        const qsizetype next = json.indexOf("\"" + name.toLatin1() + "\": ", at);
        QVERIFY2(next >= at, qPrintable(name));
        at = next;
    }
    QCOMPARE(object.value(u"batch").toString(), u"9223372036854775807"_s);
    QCOMPARE(object.value(u"duration_s").toInt(-1), 0);
}

void TestExport::historyPiecesAreOneFile()
{
    const HistoryCall open { .batch = testBatch(), .id = callId(), .proof = { .id = callId() } };
    const auto file = [&open](HistoryFormat format, int calls) {
        QByteArray bytes = historyHead(format);
        for (int i = 0; i < calls; ++i)
            bytes += historyRow(open, format, i == 0);
        return bytes + historyTail(format, calls == 0);
    };
    for (const int calls : { 0, 1, 3 }) {
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(file(HistoryFormat::Json, calls), &error);
        QCOMPARE(error.errorString(), u"no error occurred"_s);
        QCOMPARE(json.array().size(), calls);
        const QByteArray csv = file(HistoryFormat::Csv, calls);
        QVERIFY(csv.startsWith("\xef\xbb\xbf"));
        QCOMPARE(parseCsv(csv.sliced(3)).size(), calls + 1);
    }
    const QJsonObject json = QJsonDocument::fromJson(file(HistoryFormat::Json, 1)).array()[0].toObject();
    QVERIFY(json.value(u"outcome").isNull() && json.value(u"proof").isNull() && json.value(u"duration_s").isNull());
}

void TestExport::logs()
{
    LogEntry entry;
    entry.kind = LogEntry::Kind::Answer;
    entry.atMs = 1'795'525'331'084;
    entry.id = callId();
    entry.sent = u"DELETE Call"_s;
    entry.httpStatus = 404;
    entry.outcome = Outcome::NotLive;
    entry.text = u"Not live, over already."_s;
    entry.message = u"call not found"_s;
    entry.elapsedMs = 0;
    LogEntry note;
    note.text = u"Stopped."_s;
    QCOMPARE(logToCsv({ entry, note }),
             QByteArray("\xef\xbb\xbf"
                        "at,call_uuid,sent,outcome,reason,http_status,text,message,api_id,elapsed_ms\r\n"
                        "2026-11-24T13:02:11.084Z,defb0706-86a6-11e5-b4d1-e43ee3e2930b,DELETE Call,not_live,,404,"
                        "\"Not live, over already.\",call not found,,0\r\n"
                        ",,,,,,Stopped.,,,\r\n"));
    const QJsonArray json = QJsonDocument::fromJson(logToJson({ entry, note })).array();
    QCOMPARE(json.size(), 2);
    QCOMPARE(json.at(0).toObject().value(u"elapsed_ms").toInt(-1), 0);
    QVERIFY(json.at(1).toObject().value(u"call_uuid").isNull());
    QCOMPARE(json.at(1).toObject().size(), 10);
}

void TestExport::nothingToExport()
{
    QCOMPARE(callsToJson({}), QByteArray("[]\n"));
    QCOMPARE(logToJson({}), QByteArray("[]\n"));
    QCOMPARE(parseCsv(callsToCsv({}).sliced(3)).size(), 1);
    QCOMPARE(parseCsv(logToCsv({}).sliced(3)).size(), 1);
}

void TestExport::times()
{
    QCOMPARE(isoUtc(1'795'525'331'084), u"2026-11-24T13:02:11.084Z"_s);
    QCOMPARE(isoUtc(1'795'525'331'000), u"2026-11-24T13:02:11.000Z"_s);
    QCOMPARE(isoUtc(1'795'564'799'999), u"2026-11-24T23:59:59.999Z"_s);
    QCOMPARE(isoUtc(-1), u"1969-12-31T23:59:59.999Z"_s);
    QCOMPARE(isoUtc(-86'400'000), u"1969-12-31T00:00:00.000Z"_s);
    QCOMPARE(isoUtc(std::numeric_limits<qint64>::min()), QString());
    QCOMPARE(isoUtc(std::numeric_limits<qint64>::max()), QString());
    constexpr qint64 First = -62'135'596'800'000;
    constexpr qint64 Last = 253'402'300'799'999;
    QCOMPARE(isoUtc(First), u"0001-01-01T00:00:00.000Z"_s);
    QCOMPARE(isoUtc(First - 1), QString());
    QCOMPARE(isoUtc(Last), u"9999-12-31T23:59:59.999Z"_s);
    QCOMPARE(isoUtc(Last + 1), QString());
    // Any other, as Qt writes it.
    QRandomGenerator random(1);
    const auto asQtDoes
        = [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms).toUTC().toString(Qt::ISODateWithMs); };
    for (int n = 0; n < 20'000; ++n) {
        const qint64 any = First + static_cast<qint64>(random.generate64() % static_cast<quint64>(Last - First + 1));
        QCOMPARE(isoUtc(any), asQtDoes(any));
        const qint64 near = 1'795'525'331'084 + static_cast<qint64>(random.generate());
        QCOMPARE(isoUtc(near), asQtDoes(near));
    }
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
