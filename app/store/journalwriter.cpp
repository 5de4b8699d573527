// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalwriter.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

JournalWriter::JournalWriter(SqlConnection &connection, const RunLocks &runs, const Clock &clock)
    : m_connection(connection), m_runs(runs), m_clock(clock), m_tables(connection)
{
}

bool JournalWriter::begin()
{
    m_tables.forget();
    m_transaction = std::make_unique<SqlTransaction>(m_connection);
    if (!m_transaction->hasBegun())
        return false;
    QSqlQuery *head = m_connection.rows(u"SELECT seq, hash FROM head"_s);
    if (head == nullptr || !head->next())
        return false;
    m_seq = head->value(0).toLongLong();
    m_hash = head->value(1).toByteArray();
    head->finish();
    return true;
}

bool JournalWriter::commit()
{
    const bool committed = m_tables.flush() && m_connection.run(u"UPDATE head SET seq=?, hash=?"_s, { m_seq, m_hash })
        && m_transaction->commit();
    if (committed)
        m_transaction.reset();
    return committed;
}

void JournalWriter::rollBack()
{
    m_transaction.reset();
    m_tables.forget();
}

bool JournalWriter::append(JournalEvent event)
{
    return insert(event) && m_tables.apply(event);
}

bool JournalWriter::append(JournalEvent event, const facts::Said &said)
{
    return insert(event) && m_tables.apply(event, said);
}

/// Completes @p event, and puts it at the end of the chain.
bool JournalWriter::insert(JournalEvent &event)
{
    event.seq = m_seq + 1;
    event.prev = m_hash;
    if (event.run.isEmpty())
        event.run = m_runs.ownRun();
    if (event.utcMs == 0) {
        event.utcMs = m_clock.wall().count();
        event.monoMs = m_clock.monotonic().count();
    }
    event.hash = hashOf(event);
    // Its data is text; as bytes SQLite takes it as it is.
    if (!m_connection.run(u"INSERT INTO event (seq, kind, batch, call, run, utc_ms, mono_ms, data, prev, hash)"
                          " VALUES (?,?,?,?,?,?,?,CAST(? AS TEXT),?,?)"_s,
                          { event.seq, event.kind, event.batch, event.call, event.run, event.utcMs, event.monoMs,
                            event.data, event.prev, event.hash }))
        return false;
    m_seq = event.seq;
    m_hash = event.hash;
    return true;
}

bool JournalWriter::appendBatch(const BatchInfo &batch, const QList<CallId> &ids)
{
    return append(facts::batchEvent(batch, ids), facts::BatchFacts { batch, ids });
}

bool JournalWriter::appendSent(const RequestFact &fact)
{
    return append(facts::sentEvent(fact), fact);
}

bool JournalWriter::appendAnswer(const RequestFact &fact)
{
    return append(facts::answerEvent(fact), fact);
}

bool JournalWriter::appendProof(quint64 batch, const AuthId &authId, const CallProof &proof)
{
    return append(facts::proofEvent(batch, authId, proof), proof);
}

bool JournalWriter::appendIntent(const Intent &intent, IntentVerdict &verdict)
{
    verdict = {};
    // In one statement, for each call of a batch passes here: the call of this batch; who holds it; an attempt that is
    // in doubt; one sent by a run that is gone (a live one holds the lease), whose outcome will never come.
    const QVariant batch(qint64(intent.batch));
    const QString auth = intent.authId.toString();
    const QString call = intent.id.toString();
    QSqlQuery *known = m_connection.rows(
        u"SELECT (SELECT outcome IS NULL FROM call WHERE batch=? AND call=?), lease.run, lease.batch,"
        " EXISTS (SELECT 1 FROM doubt WHERE auth=? AND call=?) OR EXISTS (SELECT 1 FROM call WHERE auth=? AND call=?"
        " AND batch<>? AND outcome IS NULL AND intents>0)"
        " FROM (SELECT 1) LEFT JOIN lease ON lease.auth=? AND lease.call=?"_s,
        { batch, call, auth, call, auth, call, batch, auth, call });
    if (known == nullptr)
        return false;
    if (!known->next()) {
        m_connection.fail(*known);
        known->finish();
        return false;
    }
    // Without its batch on record nobody could tell later who ended this call and why; with an outcome it is over.
    const bool mayBeSent = known->value(0).toBool();
    const QString holder = known->value(1).toString();
    const bool heldByAnother = !holder.isEmpty() && known->value(2).toLongLong() != qint64(intent.batch);
    const bool hadAttempt = known->value(3).toBool();
    known->finish();
    const bool elsewhere = heldByAnother && m_runs.isAlive(holder);
    verdict = { .written = mayBeSent && !elsewhere,
                .underWayElsewhere = mayBeSent && elsewhere,
                .earlierAttemptWithoutVerdict = hadAttempt };
    return !verdict.written
        || append(facts::intentEvent(intent),
                  RequestFact { .batch = intent.batch,
                                .id = intent.id,
                                .authId = intent.authId,
                                .attempt = intent.attempt,
                                .atMs = intent.atMs,
                                .monotonic = intent.monotonic,
                                .target = intent.target });
}

bool JournalWriter::appendOutcome(quint64 batch, const AuthId &authId, const CallResult &result, bool recovered)
{
    const QVariant known = m_connection.value(u"SELECT 1 FROM call WHERE batch=? AND call=? AND outcome IS NOT NULL"_s,
                                              { qint64(batch), result.id.toString() });
    if (known.isValid())
        return true;
    return m_connection.failure() == SqlConnection::Failure::None
        && append(facts::outcomeEvent(batch, authId, result, recovered),
                  facts::OutcomeFacts { authId, result, recovered });
}

} // namespace hangup
