// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalrows.h"

#include "domain/words.h"
#include "store/journalfacts.h"

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// Reads one column after the other, in the order of the SELECT.
class Columns
{
public:
    explicit Columns(const QSqlQuery &row) : m_row(row) { }
    QVariant next() { return m_row.value(m_column++); }
    QString text() { return next().toString(); }
    qint64 number() { return next().toLongLong(); }
    int small() { return next().toInt(); }

private:
    const QSqlQuery &m_row;
    int m_column = 0;
};

} // namespace

QString callColumns()
{
    return u"b.batch, b.auth, b.name, b.operator, b.ticket, b.reason, b.at_ms, b.mono_ms,"
           " c.call, c.outcome, c.reason, c.status, c.attempts, c.api_id, c.message, c.started_ms, c.finished_ms,"
           " c.elapsed_ms, c.proof, c.proof_final, c.source, c.cause_code, c.cause_name, c.end_ms, c.duration_s,"
           " c.checked_ms"_s;
}

QString eventColumns()
{
    // Its text as the bytes it is made of, for nobody needs it in UTF-16.
    return u"seq, kind, batch, call, run, utc_ms, mono_ms, CAST(data AS BLOB), prev, hash"_s;
}

std::optional<HistoryCall> historyCall(const QSqlQuery &row)
{
    Columns columns(row);
    const auto batch = static_cast<quint64>(columns.number());
    const auto authId = AuthId::parse(columns.text());
    if (!authId)
        return std::nullopt;
    BatchInfo info { .batch = batch, .authId = *authId };
    info.accountName = columns.text();
    info.operatorName = columns.text();
    info.words.ticket = columns.text();
    info.words.reason = columns.text();
    info.atMs = columns.number();
    info.monotonic = std::chrono::milliseconds(columns.number());
    const auto id = CallId::parse(columns.text());
    if (!id)
        return std::nullopt;
    HistoryCall call { .batch = info, .id = *id, .proof = { .id = *id } };
    CallResult result { .id = *id };
    const auto outcome = words::outcomeFromKey(columns.text());
    result.outcome = outcome.value_or(Outcome::Unknown);
    result.reason = facts::reasonFromKey(columns.text());
    result.httpStatus = columns.small();
    result.attempts = columns.small();
    result.apiId = columns.text();
    result.message = columns.text();
    result.startedAtMs = columns.number();
    result.finishedAtMs = columns.number();
    result.elapsed = std::chrono::milliseconds(columns.number());
    if (outcome)
        call.result = result;
    call.proof.state = words::proofFromKey(columns.text()).value_or(ProofState::None);
    call.proof.isFinal = columns.small() != 0;
    call.proof.hangupSource = columns.text();
    if (const QVariant code = columns.next(); !code.isNull())
        call.proof.causeCode = code.toInt();
    call.proof.causeName = columns.text();
    call.proof.endTimeMs = columns.number();
    if (const QVariant duration = columns.next(); !duration.isNull())
        call.proof.duration = std::chrono::seconds(duration.toLongLong());
    call.proof.checkedAtMs = columns.number();
    return call;
}

JournalEvent journalEvent(const QSqlQuery &row)
{
    Columns columns(row);
    JournalEvent event;
    event.seq = columns.number();
    event.kind = columns.text();
    event.batch = columns.number();
    event.call = columns.text();
    event.run = columns.text();
    event.utcMs = columns.number();
    event.monoMs = columns.number();
    event.data = columns.next().toByteArray();
    event.prev = columns.next().toByteArray();
    event.hash = columns.next().toByteArray();
    return event;
}

} // namespace hangup
