// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journaltables.h"

#include "domain/words.h"
#include "store/journalfacts.h"

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
// What was sent to end a call lies between its intent and its outcome; questions may come before and after.
constexpr auto HangUpRequest = "\"request\":\"hang_up\""_L1;

} // namespace

bool JournalTables::apply(const JournalEvent &event)
{
    const auto kind = eventKindFromKey(event.kind);
    if (!kind)
        return true;
    bool done = true;
    switch (*kind) {
    case EventKind::Batch:
        done = applyBatch(event);
        break;
    case EventKind::Intent:
        done = applyIntent(event);
        break;
    case EventKind::Sent:
        done = applyQuestion(event);
        break;
    case EventKind::Answer:
        done = applyQuestion(event) && applyAnswer(event);
        break;
    case EventKind::Outcome:
        done = applyOutcome(event);
        break;
    case EventKind::Proof:
        done = applyProof(event);
        break;
    case EventKind::Note:
        done = applyNote(event);
        break;
    case EventKind::Checkpoint:
        done = applyCheckpoint(event);
        break;
    }
    if (done && event.batch != 0) {
        Touched &batch = m_touched[event.batch];
        batch.lastSeq = std::max(batch.lastSeq, event.seq);
    }
    return done;
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

bool JournalTables::applyBatch(const JournalEvent &event)
{
    const auto facts = facts::readBatch(event);
    if (!facts)
        return true;
    const BatchInfo &info = facts->info;
    const QString auth = info.authId.toString();
    // SQLite folds the case of ASCII alone.
    const QString account = (info.accountName + u'\n' + auth).toCaseFolded();
    if (!m_connection.run(InsertBatch,
                          { event.batch, auth, info.accountName, info.operatorName, info.words.ticket,
                            info.words.reason, info.atMs, qint64(info.monotonic.count()), event.run, event.seq,
                            event.seq, info.words.ticket.toCaseFolded(), account }))
        return false;
    int position
        = m_connection.value(u"SELECT coalesce(max(position) + 1, 0) FROM call WHERE batch=?"_s, { event.batch })
              .toInt();
    for (const CallId &id : facts->ids) {
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

bool JournalTables::applyIntent(const JournalEvent &event)
{
    const auto fact = facts::readRequest(event);
    if (!fact)
        return true;
    return changeCall(event, fact->authId, SetIntent, { fact->attempt, event.seq, event.batch, event.call })
        && m_connection.run(u"INSERT OR REPLACE INTO lease (auth, call, run, batch) VALUES (?,?,?,?)"_s,
                            { fact->authId.toString(), event.call, event.run, event.batch });
}

/// A request that ends nothing.
bool JournalTables::applyQuestion(const JournalEvent &event)
{
    return (event.data.contains(HangUpRequest) && !m_isRebuilding)
        || m_connection.run(SetSeq, { event.seq, event.seq, event.batch, event.call });
}

bool JournalTables::applyAnswer(const JournalEvent &event)
{
    // Most end a call; those are not read once more.
    if (!event.data.contains(words::outcomeKey(Outcome::Unknown)))
        return true;
    const auto fact = facts::readRequest(event);
    if (!fact || fact->kind != RequestKind::HangUp || fact->outcome != Outcome::Unknown)
        return true;
    return doubt(fact->authId, fact->id);
}

bool JournalTables::applyOutcome(const JournalEvent &event)
{
    const auto facts = facts::readOutcome(event);
    if (!facts)
        return true;
    const CallResult &result = facts->result;
    const QString auth = facts->authId.toString();
    if (!changeCall(event, facts->authId, SetOutcome,
                    { words::outcomeKey(result.outcome), words::reasonKey(result.reason), result.httpStatus,
                      result.attempts, result.apiId, result.message, result.startedAtMs, result.finishedAtMs,
                      qint64(result.elapsed.count()), event.seq, event.seq, event.batch, event.call })
        // Another batch may hold the call by now.
        || !m_connection.run(u"DELETE FROM lease WHERE auth=? AND call=? AND batch=?"_s,
                             { auth, event.call, event.batch }))
        return false;
    Touched &batch = m_touched[event.batch];
    batch.finishedMs = std::max(batch.finishedMs, result.finishedAtMs);
    if (facts->recovered
        && !m_connection.run(u"INSERT OR IGNORE INTO recovery (batch, call) VALUES (?,?)"_s,
                             { event.batch, event.call }))
        return false;
    return result.outcome != Outcome::Unknown || doubt(facts->authId, result.id);
}

bool JournalTables::applyProof(const JournalEvent &event)
{
    const auto proof = facts::readProof(event);
    if (!proof)
        return true;
    const QVariant code = proof->causeCode ? QVariant(*proof->causeCode) : QVariant();
    const QVariant duration = proof->duration ? QVariant(qint64(proof->duration->count())) : QVariant();
    return m_connection.run(SetProof,
                            { words::proofKey(proof->state), proof->isFinal, proof->hangupSource, code,
                              proof->causeName, proof->endTimeMs, duration, proof->checkedAtMs, event.seq, event.seq,
                              event.batch, event.call });
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
