// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/export.h"

#include "domain/jsontext.h"
#include "domain/words.h"

#include <chrono>
#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// One value of a row: a text or a number; neither is "missing".
struct Cell
{
    std::optional<QString> text;
    std::optional<qint64> number;
};

struct Field
{
    const char *name;
    Cell cell;
};
using Row = QList<Field>;

Cell textOrMissing(const QString &text)
{
    return text.isEmpty() ? Cell {} : Cell { text, std::nullopt };
}

Cell timeOrMissing(qint64 msSinceEpoch)
{
    return msSinceEpoch == 0 ? Cell {} : Cell { isoUtc(msSinceEpoch), std::nullopt };
}

Cell numberOr(qint64 number, qint64 missing)
{
    return number == missing ? Cell {} : Cell { std::nullopt, number };
}

Cell keyOrMissing(QLatin1StringView key)
{
    return textOrMissing(key.toString());
}

Cell proofOrMissing(ProofState state)
{
    return state == ProofState::None ? Cell {} : keyOrMissing(words::proofKey(state));
}

Row callFields(const ExportRow &row)
{
    const CallResult none { .id = row.id };
    const CallResult &result = row.result ? *row.result : none;
    const bool done = row.result.has_value();
    const auto ifDone = [done](const Cell &cell) { return done ? cell : Cell {}; };
    return {
        { "call_uuid", textOrMissing(row.id.toString()) },
        { "outcome", ifDone(keyOrMissing(words::outcomeKey(result.outcome))) },
        { "reason", keyOrMissing(words::reasonKey(result.reason)) },
        { "http_status", numberOr(result.httpStatus, 0) },
        { "attempts", ifDone({ std::nullopt, result.attempts }) },
        { "api_id", textOrMissing(result.apiId) },
        { "message", textOrMissing(result.message) },
        { "started_at", timeOrMissing(result.startedAtMs) },
        { "finished_at", timeOrMissing(result.finishedAtMs) },
        // Never started: no time was taken, which is not the same as 0 ms.
        { "elapsed_ms", ifDone(result.startedAtMs == 0 ? Cell {} : Cell { std::nullopt, result.elapsed.count() }) },
        { "proof", row.proof ? proofOrMissing(row.proof->state) : Cell {} },
        { "hangup_source", row.proof ? textOrMissing(row.proof->hangupSource) : Cell {} },
    };
}

Row historyFields(const HistoryCall &call)
{
    const BatchInfo &batch = call.batch;
    const CallProof &proof = call.proof;
    const Cell code = proof.causeCode ? Cell { std::nullopt, *proof.causeCode } : Cell {};
    const Cell seconds = proof.duration ? Cell { std::nullopt, proof.duration->count() } : Cell {};
    return callFields({ call.id, call.result, call.proof })
        + Row {
              { "batch", textOrMissing(QString::number(batch.batch)) },
              { "batch_at", timeOrMissing(batch.atMs) },
              { "account", textOrMissing(batch.accountName) },
              { "auth_id", textOrMissing(batch.authId.toString()) },
              { "operator", textOrMissing(batch.operatorName) },
              { "ticket", textOrMissing(batch.words.ticket) },
              { "batch_reason", textOrMissing(batch.words.reason) },
              { "hangup_cause_code", code },
              { "hangup_cause_name", textOrMissing(proof.causeName) },
              { "end_time", timeOrMissing(proof.endTimeMs) },
              { "duration_s", seconds },
              { "checked_at", timeOrMissing(proof.checkedAtMs) },
          };
}

Row logFields(const LogEntry &entry)
{
    return {
        { "at", timeOrMissing(entry.atMs) },
        { "call_uuid", entry.id ? textOrMissing(entry.id->toString()) : Cell {} },
        { "sent", textOrMissing(entry.sent) },
        { "outcome", entry.outcome ? keyOrMissing(words::outcomeKey(*entry.outcome)) : Cell {} },
        { "reason", keyOrMissing(words::reasonKey(entry.reason)) },
        { "http_status", numberOr(entry.httpStatus, 0) },
        { "text", textOrMissing(entry.text) },
        { "message", textOrMissing(entry.message) },
        { "api_id", textOrMissing(entry.apiId) },
        { "elapsed_ms", numberOr(entry.elapsedMs, -1) },
    };
}

// The names again, for an export without rows.
constexpr std::initializer_list<const char *> CallColumns { "call_uuid",   "outcome",    "reason",  "http_status",
                                                            "attempts",    "api_id",     "message", "started_at",
                                                            "finished_at", "elapsed_ms", "proof",   "hangup_source" };
constexpr std::initializer_list<const char *> HistoryColumns { "call_uuid",
                                                               "outcome",
                                                               "reason",
                                                               "http_status",
                                                               "attempts",
                                                               "api_id",
                                                               "message",
                                                               "started_at",
                                                               "finished_at",
                                                               "elapsed_ms",
                                                               "proof",
                                                               "hangup_source",
                                                               "batch",
                                                               "batch_at",
                                                               "account",
                                                               "auth_id",
                                                               "operator",
                                                               "ticket",
                                                               "batch_reason",
                                                               "hangup_cause_code",
                                                               "hangup_cause_name",
                                                               "end_time",
                                                               "duration_s",
                                                               "checked_at" };
constexpr std::initializer_list<const char *> LogColumns { "at",     "call_uuid",   "sent", "outcome",
                                                           "reason", "http_status", "text", "message",
                                                           "api_id", "elapsed_ms" };

QByteArray csvHead(std::initializer_list<const char *> columns)
{
    QByteArray head("\xef\xbb\xbf");
    bool first = true;
    for (const char *column : columns) {
        if (!std::exchange(first, false))
            head += ',';
        head += column;
    }
    return head + "\r\n";
}

void appendCsv(QByteArray &csv, const Row &row)
{
    bool first = true;
    for (const Field &field : row) {
        if (!std::exchange(first, false))
            csv += ',';
        if (field.cell.number)
            csv += QByteArray::number(*field.cell.number);
        else if (field.cell.text)
            csv += csvCell(*field.cell.text);
    }
    csv += "\r\n";
}

void appendJson(QByteArray &json, const Row &row)
{
    json += "  {";
    bool first = true;
    for (const Field &field : row) {
        if (!std::exchange(first, false))
            json += ", ";
        json += '"' + QByteArray(field.name) + "\": ";
        if (field.cell.number)
            json += QByteArray::number(*field.cell.number);
        else if (field.cell.text)
            appendJsonString(json, *field.cell.text);
        else
            json += "null";
    }
    json += '}';
}

template <typename List, typename ToRow>
QByteArray toCsv(const List &list, std::initializer_list<const char *> columns, ToRow toRow)
{
    QByteArray csv = csvHead(columns);
    for (const auto &item : list)
        appendCsv(csv, toRow(item));
    return csv;
}

template <typename List, typename ToRow>
QByteArray toJson(const List &list, ToRow toRow)
{
    QByteArray json("[");
    bool first = true;
    for (const auto &item : list) {
        json += std::exchange(first, false) ? "\n" : ",\n";
        appendJson(json, toRow(item));
    }
    return json + (first ? "]\n" : "\n]\n");
}

} // namespace

QByteArray csvCell(const QString &text)
{
    QByteArray cell = text.toUtf8();
    if (!cell.isEmpty() && QByteArrayView("=+-@\t\r").contains(cell.front()))
        cell.prepend('\'');
    const bool needsQuotes = cell.contains('"') || cell.contains(',') || cell.contains('\r') || cell.contains('\n');
    return needsQuotes ? '"' + cell.replace('"', "\"\"") + '"' : cell;
}

QByteArray callsToCsv(const QList<ExportRow> &rows)
{
    return toCsv(rows, CallColumns, callFields);
}

QByteArray callsToJson(const QList<ExportRow> &rows)
{
    return toJson(rows, callFields);
}

QByteArray logToCsv(const QList<LogEntry> &entries)
{
    return toCsv(entries, LogColumns, logFields);
}

QByteArray logToJson(const QList<LogEntry> &entries)
{
    return toJson(entries, logFields);
}

QByteArray historyHead(HistoryFormat format)
{
    return format == HistoryFormat::Csv ? csvHead(HistoryColumns) : QByteArray("[");
}

QByteArray historyRow(const HistoryCall &call, HistoryFormat format, bool isFirst)
{
    QByteArray row;
    if (format == HistoryFormat::Csv) {
        appendCsv(row, historyFields(call));
    } else {
        row = isFirst ? "\n" : ",\n";
        appendJson(row, historyFields(call));
    }
    return row;
}

QByteArray historyTail(HistoryFormat format, bool isEmpty)
{
    if (format == HistoryFormat::Csv)
        return {};
    return isEmpty ? "]\n" : "\n]\n";
}

QString isoUtc(qint64 msSinceEpoch)
{
    // Not by way of Qt's times: two of them stand in each line of the command line, and took a quarter of its thread.
    using namespace std::chrono;
    constexpr sys_time<milliseconds> First = sys_days(year(1) / January / 1);
    constexpr sys_time<milliseconds> End = sys_days(year(10'000) / January / 1);
    const sys_time<milliseconds> at { milliseconds(msSinceEpoch) };
    if (at < First || at >= End)
        return {};
    const sys_days day = floor<days>(at);
    const year_month_day date(day);
    const hh_mm_ss<milliseconds> time(at - day);
    QString text = u"0000-00-00T00:00:00.000Z"_s;
    // From its last digit, which is at @p place, to the left.
    const auto put = [digits = text.data()](qsizetype place, auto number) {
        for (auto left = static_cast<unsigned>(number); left > 0; left /= 10)
            digits[place--] = QChar(u'0' + left % 10);
    };
    put(3, int(date.year()));
    put(6, unsigned(date.month()));
    put(9, unsigned(date.day()));
    put(12, time.hours().count());
    put(15, time.minutes().count());
    put(18, time.seconds().count());
    put(22, time.subseconds().count());
    return text;
}

} // namespace hangup
