// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clock.h"
#include "domain/intentlog.h"
#include "store/journalevent.h"
#include "store/journaltables.h"
#include "store/runlocks.h"
#include "store/sqlconnection.h"

namespace hangup {

/// Appends events to the chain and to the tables made from it, within one transaction at a time:
/// begin(), append() …, commit(). What is not committed is as if it never was.
class JournalWriter
{
public:
    /// All outlive this.
    JournalWriter(SqlConnection &connection, const RunLocks &runs, const Clock &clock);

    /// Takes the write lock, and reads where the chain ends: another program may have gone on with it.
    bool begin();
    /// Events are on disk when this is true.
    bool commit();
    /// Also when begin() or commit() failed.
    void rollBack();

    /// @p event gets its number, its place in the chain and, where it has none yet, time and run.
    bool append(JournalEvent event);
    bool appendBatch(const BatchInfo &batch, const QList<CallId> &ids);
    bool appendSent(const RequestFact &fact);
    bool appendAnswer(const RequestFact &fact);
    bool appendProof(quint64 batch, const AuthId &authId, const CallProof &proof);
    /// The verdict on an intent, which is appended if the verdict is to send. False: the connection failed.
    bool appendIntent(const Intent &intent, IntentVerdict &verdict);
    /// A call's first outcome; a later one is left out, for an outcome never changes.
    bool appendOutcome(quint64 batch, const AuthId &authId, const CallResult &result, bool recovered);

    /// See JournalTables.
    void setRebuilding() { m_tables.setRebuilding(); }

    qint64 lastSeq() const { return m_seq; }
    QByteArray lastHash() const { return m_hash; }
    SqlConnection &connection() { return m_connection; }
    const RunLocks &runs() const { return m_runs; }
    const Clock &clock() const { return m_clock; }

private:
    bool append(JournalEvent event, const facts::Said &said);
    bool insert(JournalEvent &event);

    SqlConnection &m_connection;
    const RunLocks &m_runs;
    const Clock &m_clock;
    JournalTables m_tables;
    std::unique_ptr<SqlTransaction> m_transaction;
    qint64 m_seq = 0;
    QByteArray m_hash;
};

} // namespace hangup
