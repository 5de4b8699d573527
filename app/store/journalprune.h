// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/journalfacts.h"
#include "store/journalwriter.h"

#include <QByteArray>
#include <QSet>

#include <optional>

namespace hangup {

/// Removes the oldest events, as far as they are all of finished batches confirmed before a time. A batch is removed
/// whole or not at all.
///
/// In steps of some ten milliseconds, so that neither this program nor another one waits for the file: what is removed
/// is looked through first, without a lock; then one short transaction writes the checkpoint that takes its place in
/// the chain, and from then on it is removed; what lies in the file goes bit by bit. Ended at any point, the chain can
/// be verified, and the next start clears up what is left (hasLeftovers()).
class JournalRemoval
{
public:
    enum class Step : quint8 {
        More, ///< go on when nobody else waits
        Later, ///< another program is in the way: go on in a while
        Done, ///< removed() says how many
        Failed, ///< the connection says why; on record or not, as removed() says
    };

    /// @p writer outlives this. @p beforeMs: UTC.
    JournalRemoval(JournalWriter &writer, qint64 beforeMs, const QByteArray &exportSha256);
    /// Only clears up.
    explicit JournalRemoval(JournalWriter &writer);
    ~JournalRemoval();

    Step step();
    /// Events removed; nothing as long as nothing is.
    std::optional<qint64> removed() const { return m_removed; }

    bool onlyClearsUp() const { return m_onlyClearsUp; }
    /// A removal was ended before the file was clear of it.
    static bool hasLeftovers(SqlConnection &connection);

private:
    enum class Stage : quint8 { Plan, Collect, Commit, Calls, Events, Log };

    bool plan(qint64 &last, qint64 &from);
    Step stepPlan();
    Step stepCollect();
    Step stepCommit();
    bool commit();
    Step clear(Stage next, const QString &sql, const QVariantList &values);
    Step stepLog();
    Step failed();
    void collect(const JournalEvent &event);
    void doubt(const AuthId &authId, const CallId &id);

    JournalWriter &m_writer;
    SqlConnection &m_connection;
    const qint64 m_beforeMs = 0;
    const bool m_onlyClearsUp = false;
    Stage m_stage;
    int m_tries = 0;
    qint64 m_from = 0; ///< up to this number all was removed earlier
    facts::Checkpoint m_checkpoint;
    QSet<QString> m_doubts;
    std::optional<qint64> m_removed;
};

} // namespace hangup
