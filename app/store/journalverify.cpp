// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalverify.h"

#include "domain/words.h"
#include "store/journalfacts.h"
#include "store/journalrows.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

using State = JournalCheck::State;

/// One walk along the chain.
class Walk
{
public:
    Walk(SqlConnection &connection, const std::atomic<bool> &cancelled)
        : m_connection(connection), m_cancelled(cancelled)
    {
    }

    JournalCheck run()
    {
        if (readEnds() && bridgeRemoved() && walk())
            compareTotals();
        return m_check;
    }

private:
    bool unreadable()
    {
        m_check.state = State::Unreadable;
        m_check.detail = m_cancelled ? u"cancelled"_s : m_connection.failureText();
        return false;
    }

    bool broken(qint64 seq, const QString &detail)
    {
        m_check.state = State::Broken;
        m_check.brokenAt = seq;
        m_check.detail = detail;
        return false;
    }

    bool readEnds()
    {
        QSqlQuery *head = m_connection.rows(u"SELECT seq, hash, removed FROM head"_s);
        if (head == nullptr || !head->next())
            return unreadable();
        m_last = head->value(0).toLongLong();
        m_lastHash = head->value(1).toByteArray();
        m_removed = head->value(2).toLongLong();
        head->finish();
        return true;
    }

    /// Where the chain starts: at its beginning, or behind what a checkpoint, itself in the chain, says was removed.
    /// Some of that may still lie in the file, until the next start clears it up.
    bool bridgeRemoved()
    {
        m_previous = chainStart();
        if (m_removed == 0)
            return true;
        QSqlQuery *rows = m_connection.rows(u"SELECT %1 FROM event WHERE kind=? ORDER BY seq"_s.arg(eventColumns()),
                                            { eventKindKey(EventKind::Checkpoint) });
        if (rows == nullptr)
            return unreadable();
        while (rows->next()) {
            const auto checkpoint = facts::readCheckpoint(journalEvent(*rows));
            if (!checkpoint || checkpoint->last != m_removed)
                continue;
            m_seq = checkpoint->last;
            m_previous = checkpoint->hash;
            m_check.removed = checkpoint->last;
        }
        rows->finish();
        // Without one, somebody else removed them.
        return m_seq == m_removed || broken(1, u"no checkpoint"_s);
    }

    bool walk()
    {
        QSqlQuery *rows
            = m_connection.rows(u"SELECT %1 FROM event WHERE seq > ? ORDER BY seq"_s.arg(eventColumns()), { m_seq });
        if (rows == nullptr)
            return unreadable();
        bool right = true;
        while (right && !m_cancelled && rows->next())
            right = look(journalEvent(*rows));
        if (right && rows->lastError().isValid())
            m_connection.fail(*rows);
        const bool readToTheEnd = !m_cancelled && !rows->lastError().isValid();
        rows->finish();
        return right && (readToTheEnd || unreadable());
    }

    bool look(const JournalEvent &event)
    {
        if (event.seq != m_seq + 1)
            return broken(m_seq + 1, u"missing"_s);
        if (event.hash != hashOf(event))
            return broken(event.seq, u"hash"_s);
        if (event.prev != m_previous)
            return broken(event.seq, u"link"_s);
        if (event.kind == eventKindKey(EventKind::Outcome) && !compareOutcome(event))
            return false;
        if (event.kind == eventKindKey(EventKind::Checkpoint)) {
            if (const auto checkpoint = facts::readCheckpoint(event))
                m_check.checkpoints += checkpoint->removals;
        }
        m_seq = event.seq;
        m_previous = event.hash;
        ++m_check.events;
        return true;
    }

    bool compareOutcome(const JournalEvent &event)
    {
        const auto facts = facts::readOutcome(event);
        if (!facts)
            return true;
        const QVariant shown
            = m_connection.value(u"SELECT outcome FROM call WHERE batch=? AND call=?"_s, { event.batch, event.call });
        if (m_connection.failure() != SqlConnection::Failure::None)
            return unreadable();
        ++m_outcomes;
        return shown.toString() == words::outcomeKey(facts->result.outcome)
            || broken(event.seq, u"outcome shown: %1"_s.arg(shown.toString()));
    }

    void compareTotals()
    {
        if (m_seq != m_last || m_previous != m_lastHash) {
            broken(m_seq + 1, u"the end is missing"_s);
            return;
        }
        const QVariant shown = m_connection.value(u"SELECT count(*) FROM call WHERE outcome IS NOT NULL AND batch IN"
                                                  " (SELECT batch FROM batch)"_s);
        if (!shown.isValid())
            unreadable();
        else if (shown.toLongLong() != m_outcomes)
            broken(m_seq, u"outcomes shown: %1, on record: %2"_s.arg(shown.toLongLong()).arg(m_outcomes));
    }

    SqlConnection &m_connection;
    const std::atomic<bool> &m_cancelled;
    JournalCheck m_check;
    qint64 m_seq = 0;
    QByteArray m_previous;
    qint64 m_last = 0;
    QByteArray m_lastHash;
    qint64 m_removed = 0;
    qint64 m_outcomes = 0;
};

} // namespace

JournalCheck verifyJournal(SqlConnection &connection, const std::atomic<bool> &cancelled)
{
    // One read transaction is one view.
    connection.run(u"BEGIN"_s);
    JournalCheck check = Walk(connection, cancelled).run();
    connection.rollBack();
    return check;
}

} // namespace hangup
