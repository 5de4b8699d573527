// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "domain/outcome.h"
#include "domain/proof.h"

#include <QByteArray>
#include <QList>

#include <optional>

/// Exports of list and log: CSV (RFC 4180, UTF-8 with BOM so that Excel reads it) and JSON, field names as in
/// the table: call_uuid, outcome, reason, http_status, attempts, api_id, message, started_at,
/// finished_at, elapsed_ms, proof, hangup_source. Times are ISO 8601 UTC with milliseconds; missing is null in JSON and
/// empty in CSV.
namespace hangup {

/// One row of the list: a call and, if it has them, its result and its proof.
struct ExportRow
{
    CallId id;
    std::optional<CallResult> result;
    std::optional<CallProof> proof {};
};

/// One cell, quoted where RFC 4180 asks; a cell that starts with = + - @, tab or CR gets a leading apostrophe
/// so that no spreadsheet runs it.
QByteArray csvCell(const QString &text);
QByteArray callsToCsv(const QList<ExportRow> &rows);
QByteArray callsToJson(const QList<ExportRow> &rows);
QByteArray logToCsv(const QList<LogEntry> &entries);
QByteArray logToJson(const QList<LogEntry> &entries);

// The history, piece by piece, so that a large one needs little memory: the head, each call, the tail. Fields as in the
// list, then batch, batch_at, account, auth_id, operator, ticket, batch_reason, hangup_cause_code, hangup_cause_name,
// end_time, duration_s, checked_at. A batch's number is text: JSON's numbers lose digits of 64 bits.
QByteArray historyHead(HistoryFormat format);
QByteArray historyRow(const HistoryCall &call, HistoryFormat format, bool isFirst);
QByteArray historyTail(HistoryFormat format, bool isEmpty);
/// "2026-11-24T13:02:11.084Z"; nothing for a time before the year 1 or after 9999.
QString isoUtc(qint64 msSinceEpoch);

} // namespace hangup
