// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journaltables.h"

#include "domain/words.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr auto InsertBatch
    = "INSERT INTO batch (batch, auth, name, operator, ticket, reason, at_ms, mono_ms, run, first_seq, last_seq,"
      " ticket_folded, account_folded) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (batch) DO NOTHING"_L1;
constexpr auto InsertCall = "INSERT INTO call (batch, call, position, auth) VALUES (?,?,?,?)"
                            " ON CONFLICT (batch, call) DO NOTHING"_L1;
constexpr auto SetIntent = "UPDATE call SET intents=max(intents, ?), first_seq=iif(first_seq=0, ?, first_seq)"
                           " WHERE batch=? AND call=?"_L1;
constexpr auto SetSeq = "UPDATE call SET first_seq=iif(first_seq=0, ?, first_seq), last_seq=max(last_seq, ?)"
                        " WHERE batch=? AND call=?"_L1;
constexpr auto SetOutcome
    = "UPDATE call SET outcome=?, reason=?, status=?, attempts=?, api_id=?, message=?, started_ms=?, finished_ms=?,"
      " elapsed_ms=?, first_seq=iif(first_seq=0, ?, first_seq), last_seq=max(last_seq, ?)"
      " WHERE batch=? AND call=? AND outcome IS NULL"_L1;
constexpr auto SetProof
    = "UPDATE call SET proof=?, proof_final=?, source=?, cause_code=?, cause_name=?, end_ms=?, duration_s=?,"
      " checked_ms=?, first_seq=iif(first_seq=0, ?, first_seq), last_seq=max(last_seq, ?) WHERE batch=? AND call=?"_L1;

} // namespace

bool JournalTables::apply(const JournalEvent &event)
{
    const auto kind = eventKindFromKey(event.kind);
    if (!kind)
        return true;
    touch(event);
    const auto applyRead = [this, &event](const auto &said) { return !said || apply(event, *said); };
    switch (*kind) {
    case EventKind::Batch:
        return applyRead(facts::readBatch(event));
    case EventKind::Intent:
        return applyRead(facts::readRequest(event));
    case EventKind::Sent:
    case EventKind::Answer:
        if (const auto said = facts::readRequest(event))
            return apply(event, *said);
        return applyQuestion(event);
    case EventKind::Outcome:
        return applyRead(facts::readOutcome(event));
    case EventKind::Proof:
        return applyRead(facts::readProof(event));
    case EventKind::Note:
        return applyNote(event);
    case EventKind::Checkpoint:
        return applyCheckpoint(event);
    }
    Q_UNREACHABLE();
}

bool JournalTables::apply(const JournalEvent &event, const facts::Said &said)
{
    touch(event);
    return std::visit([this, &event](const auto &that) { return applySaid(event, that); }, said);
}

void JournalTables::touch(const JournalEvent &event)
{
    if (event.batch == 0)
        return;
    Touched &batch = m_touched[event.batch];
    batch.lastSeq = std::max(batch.lastSeq, event.seq);
}

bool JournalTables::flush()
{
    for (const auto &[batch, touched] : std::exchange(m_touched, {}).asKeyValueRange()) {
        if (!m_connection.run(
                u"UPDATE batch SET last_seq=max(last_seq, ?), finished_ms=max(finished_ms, ?) WHERE batch=?"_s,
                { touched.lastSeq, touched.finishedMs, batch }))
            return false;
    }
    return true;
}

bool JournalTables::applySaid(const JournalEvent &event, const facts::BatchFacts &said)
{
    const BatchInfo &info = said.info;
    const QString auth = info.authId.toString();
    // SQLite folds the case of ASCII alone.
    const QString account = (info.accountName + u'\n' + auth).toCaseFolded();
    if (!m_connection.run(InsertBatch,
                          { event.batch, auth, info.accountName, info.operatorName, info.words.ticket,
                            info.words.reason, event.utcMs, event.monoMs, event.run, event.seq, event.seq,
                            info.words.ticket.toCaseFolded(), account }))
        return false;
    int position
        = m_connection.value(u"SELECT coalesce(max(position) + 1, 0) FROM call WHERE batch=?"_s, { event.batch })
              .toInt();
    for (const CallId &id : said.ids) {
        if (!m_connection.run(InsertCall, { event.batch, id.toString(), position++, auth }))
            return false;
    }
    return true;
}

/// Runs @p sql, which changes the call of @p event; makes that call first where it is not there.
bool JournalTables::changeCall(const JournalEvent &event, const AuthId &authId, const QString &sql,
                               const QVariantList &values)
{
    QSqlQuery *change = m_connection.rows(sql, values);
    if (change == nullptr)
        return false;
    const bool isThere = change->numRowsAffected() > 0;
    change->finish();
    if (isThere
        || m_connection.value(u"SELECT 1 FROM call WHERE batch=? AND call=?"_s, { event.batch, event.call }).isValid())
        return true;
    const QString auth = authId.toString();
    // Behind those whose place is known.
    const QVariant last = m_connection.value(
        u"SELECT coalesce(max(max(position) + 1, 1000000), 1000000) FROM call WHERE batch=?"_s, { event.batch });
    return last.isValid()
        && m_connection.run(InsertBatch,
                            { event.batch, auth, u""_s, u""_s, u""_s, u""_s, event.utcMs, event.monoMs, event.run,
                              event.seq, event.seq, u""_s, auth.toCaseFolded() })
        && m_connection.run(InsertCall, { event.batch, event.call, last, auth }) && m_connection.run(sql, values);
}

bool JournalTables::applyIntent(const JournalEvent &event, const RequestFact &said)
{
    return changeCall(event, said.authId, SetIntent, { said.attempt, event.seq, event.batch, event.call })
        && m_connection.run(u"INSERT OR REPLACE INTO lease (auth, call, run, batch) VALUES (?,?,?,?)"_s,
                            { said.authId.toString(), event.call, event.run, event.batch });
}

bool JournalTables::applySaid(const JournalEvent &event, const RequestFact &said)
{
    if (event.kind == eventKindKey(EventKind::Intent))
        return applyIntent(event, said);
    const bool endsCall = said.kind == RequestKind::HangUp;
    // What was sent to end a call lies between its intent and its outcome; questions may come before and after.
    if ((!endsCall || m_isRebuilding) && !applyQuestion(event))
        return false;
    return !endsCall || said.outcome != Outcome::Unknown || doubt(said.authId, said.id);
}

/// A request that may lie outside of what its call knows of by itself.
bool JournalTables::applyQuestion(const JournalEvent &event)
{
    return m_connection.run(SetSeq, { event.seq, event.seq, event.batch, event.call });
}

bool JournalTables::applySaid(const JournalEvent &event, const facts::OutcomeFacts &said)
{
    const CallResult &result = said.result;
    const QString auth = said.authId.toString();
    if (!changeCall(event, said.authId, SetOutcome,
                    { words::outcomeKey(result.outcome), words::reasonKey(result.reason), result.httpStatus,
                      result.attempts, result.apiId, result.message, result.startedAtMs, result.finishedAtMs,
                      qint64(result.elapsed.count()), event.seq, event.seq, event.batch, event.call })
        // Another batch may hold the call by now.
        || !m_connection.run(u"DELETE FROM lease WHERE auth=? AND call=? AND batch=?"_s,
                             { auth, event.call, event.batch }))
        return false;
    Touched &batch = m_touched[event.batch];
    batch.finishedMs = std::max(batch.finishedMs, result.finishedAtMs);
    if (said.recovered
        && !m_connection.run(u"INSERT OR IGNORE INTO recovery (batch, call) VALUES (?,?)"_s,
                             { event.batch, event.call }))
        return false;
    return result.outcome != Outcome::Unknown || doubt(said.authId, result.id);
}

bool JournalTables::applySaid(const JournalEvent &event, const CallProof &said)
{
    const QVariant code = said.causeCode ? QVariant(*said.causeCode) : QVariant();
    const QVariant duration = said.duration ? QVariant(qint64(said.duration->count())) : QVariant();
    return m_connection.run(SetProof,
                            { words::proofKey(said.state), said.isFinal, said.hangupSource, code, said.causeName,
                              said.endTimeMs, duration, said.checkedAtMs, event.seq, event.seq, event.batch,
                              event.call });
}

bool JournalTables::applyNote(const JournalEvent &event)
{
    for (const auto &[batch, call] : facts::readAcknowledgement(event)) {
        if (!m_connection.run(u"DELETE FROM recovery WHERE batch=? AND call=?"_s, { batch, call }))
            return false;
    }
    return true;
}

bool JournalTables::applyCheckpoint(const JournalEvent &event)
{
    const auto checkpoint = facts::readCheckpoint(event);
    if (!checkpoint)
        return true;
    for (const facts::AccountCall &call : checkpoint->doubts) {
        if (!doubt(call.authId, call.id))
            return false;
    }
    return true;
}

bool JournalTables::doubt(const AuthId &authId, const CallId &id)
{
    return m_connection.run(u"INSERT OR IGNORE INTO doubt (auth, call) VALUES (?,?)"_s,
                            { authId.toString(), id.toString() });
}

} // namespace hangup
