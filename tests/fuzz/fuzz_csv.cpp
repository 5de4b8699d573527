// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "csvreader.h"

#include "domain/export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <optional>

using namespace hangup;

namespace {

constexpr int MaxRows = 8;

/// Gives out the input's texts, which a byte 0x1e divides; empty ones at its end.
class Texts
{
public:
    explicit Texts(QByteArrayView bytes) : m_bytes(bytes) { }
    bool isAtEnd() const { return m_bytes.isEmpty(); }
    QString next()
    {
        const qsizetype end = m_bytes.indexOf('\x1e');
        const QByteArrayView part = end < 0 ? m_bytes : m_bytes.first(end);
        m_bytes = end < 0 ? QByteArrayView() : m_bytes.sliced(end + 1);
        return QString::fromUtf8(part);
    }

private:
    QByteArrayView m_bytes;
};

/// Where a text went: row, column.
struct Expected
{
    qsizetype row;
    const char *column;
    QString text;
};

/// An export, and the texts that have to come out of it.
struct Made
{
    QByteArray csv;
    QByteArray json;
    qsizetype rows = 0;
    QList<Expected> texts;
};

CallId callOf(qsizetype n)
{
    return *CallId::parse(QStringLiteral("defb0706-1111-4222-8333-%1").arg(n, 12, 16, QChar(u'0')));
}

CallResult resultOf(Made &made, Texts &texts)
{
    CallResult result { .id = callOf(made.rows), .outcome = Outcome::Refused, .httpStatus = 400 };
    result.message = texts.next();
    result.apiId = texts.next();
    made.texts += { { made.rows, "message", result.message }, { made.rows, "api_id", result.apiId } };
    return result;
}

CallProof proofOf(Made &made, Texts &texts)
{
    CallProof proof { .id = callOf(made.rows) };
    proof.hangupSource = texts.next();
    proof.causeName = texts.next();
    made.texts.append({ made.rows, "hangup_source", proof.hangupSource });
    return proof;
}

Made list(Texts &texts)
{
    Made made;
    QList<ExportRow> rows;
    for (; made.rows < MaxRows && !texts.isAtEnd(); ++made.rows)
        rows.append({ callOf(made.rows), resultOf(made, texts), proofOf(made, texts) });
    made.csv = callsToCsv(rows);
    made.json = callsToJson(rows);
    return made;
}

Made log(Texts &texts)
{
    Made made;
    QList<LogEntry> entries;
    for (; made.rows < MaxRows && !texts.isAtEnd(); ++made.rows) {
        LogEntry entry { .atMs = 1, .id = callOf(made.rows) };
        for (auto &[text, column] : { std::pair { &entry.text, "text" }, std::pair { &entry.message, "message" },
                                      std::pair { &entry.apiId, "api_id" }, std::pair { &entry.sent, "sent" } }) {
            *text = texts.next();
            made.texts.append({ made.rows, column, *text });
        }
        entries.append(entry);
    }
    made.csv = logToCsv(entries);
    made.json = logToJson(entries);
    return made;
}

Made history(Texts &texts)
{
    Made made;
    made.csv = historyHead(HistoryFormat::Csv);
    made.json = historyHead(HistoryFormat::Json);
    for (; made.rows < MaxRows && !texts.isAtEnd(); ++made.rows) {
        HistoryCall call { .batch = { .batch = 7, .authId = *AuthId::parse(u"MATESTTESTTESTTEST00") },
                           .id = callOf(made.rows),
                           .result = resultOf(made, texts),
                           .proof = proofOf(made, texts) };
        made.texts.append({ made.rows, "hangup_cause_name", call.proof.causeName });
        BatchInfo &batch = call.batch;
        for (auto &[text, column] :
             { std::pair { &batch.accountName, "account" }, std::pair { &batch.operatorName, "operator" },
               std::pair { &batch.words.ticket, "ticket" }, std::pair { &batch.words.reason, "batch_reason" } }) {
            *text = texts.next();
            made.texts.append({ made.rows, column, *text });
        }
        made.csv += historyRow(call, HistoryFormat::Csv, made.rows == 0);
        made.json += historyRow(call, HistoryFormat::Json, made.rows == 0);
    }
    made.csv += historyTail(HistoryFormat::Csv, made.rows == 0);
    made.json += historyTail(HistoryFormat::Json, made.rows == 0);
    return made;
}

/// What goes into a cell comes out of it, but for the apostrophe that keeps a spreadsheet from running it.
void checkCsv(const Made &made)
{
    FUZZ_HOLDS(made.csv.startsWith("\xef\xbb\xbf"));
    const QList<QList<QByteArray>> records = readCsv(QByteArrayView(made.csv).sliced(3));
    FUZZ_HOLDS(records.size() == made.rows + 1);
    const QList<QByteArray> &columns = records.first();
    for (qsizetype n = 0; n < made.rows; ++n) {
        FUZZ_HOLDS(records[n + 1].size() == columns.size());
        FUZZ_HOLDS(records[n + 1].at(columns.indexOf("call_uuid")) == callOf(n).toLatin1());
        for (const QByteArray &cell : records[n + 1])
            FUZZ_HOLDS(cell.isEmpty() || !QByteArrayView("=+-@\t\r").contains(cell.front()));
    }
    for (const Expected &expected : made.texts) {
        QByteArray text = expected.text.toUtf8();
        if (!text.isEmpty() && QByteArrayView("=+-@\t\r").contains(text.front()))
            text.prepend('\'');
        FUZZ_HOLDS(records[expected.row + 1].at(columns.indexOf(expected.column)) == text);
    }
}

void checkJson(const Made &made)
{
    QJsonParseError error;
    const QJsonArray rows = QJsonDocument::fromJson(made.json, &error).array();
    FUZZ_HOLDS(error.error == QJsonParseError::NoError);
    FUZZ_HOLDS(rows.size() == made.rows);
    for (const Expected &expected : made.texts) {
        const QJsonValue value = rows.at(expected.row).toObject().value(QLatin1String(expected.column));
        FUZZ_HOLDS(expected.text.isEmpty() ? value.isNull() : value.toString() == QString::fromUtf8(expected.text.toUtf8()));
    }
}

} // namespace

/// The first byte picks the export, of the list, the log or the history; the others are its texts.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    Texts texts(fuzzBytes(data + 1, size - 1));
    const Made made = data[0] % 3 == 0 ? list(texts) : data[0] % 3 == 1 ? log(texts) : history(texts);
    checkCsv(made);
    checkJson(made);
    return 0;
}
