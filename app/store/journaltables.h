// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/journalevent.h"
#include "store/journalfacts.h"
#include "store/sqlconnection.h"

#include <QHash>

namespace hangup {

/// The tables that are made from the events: which batches and calls there are, how each stands, who holds which call.
/// They follow from the events alone, so that they can be made again when a file was broken. Works in the caller's
/// transaction.
class JournalTables
{
public:
    explicit JournalTables(SqlConnection &connection) : m_connection(connection) { }

    /// Takes @p event in. An event that can't be read changes nothing. False: the connection failed.
    bool apply(const JournalEvent &event);
    /// The same for an event that says @p said, which is not read from its JSON once more.
    bool apply(const JournalEvent &event, const facts::Said &said);
    /// Before the commit: what many events of a transaction say of one batch is written once. False: the connection
    /// failed.
    bool flush();
    /// The events are what could still be read of a broken file: an intent may be missing among them.
    void setRebuilding() { m_isRebuilding = true; }
    /// The transaction was rolled back.
    void forget() { m_touched.clear(); }

private:
    bool applySaid(const JournalEvent &event, const facts::BatchFacts &said);
    bool applySaid(const JournalEvent &event, const RequestFact &said);
    bool applySaid(const JournalEvent &event, const facts::OutcomeFacts &said);
    bool applySaid(const JournalEvent &event, const CallProof &said);
    bool applyNote(const JournalEvent &event);
    bool applyCheckpoint(const JournalEvent &event);
    bool applyIntent(const JournalEvent &event, const RequestFact &said);
    bool applyQuestion(const JournalEvent &event);
    void touch(const JournalEvent &event);
    /// A call whose batch could not be read still gets its rows.
    bool changeCall(const JournalEvent &event, const AuthId &authId, const QString &sql, const QVariantList &values);
    bool doubt(const AuthId &authId, const CallId &id);

    struct Touched
    {
        qint64 lastSeq = 0;
        qint64 finishedMs = 0; ///< of its latest outcome, 0: none in this transaction
    };

    SqlConnection &m_connection;
    bool m_isRebuilding = false;
    QHash<qint64, Touched> m_touched; ///< by batch; not in the table yet
};

} // namespace hangup
