// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalprune.h"

#include "store/journalrows.h"

#include <QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int EventsLookedAt = 2000; // in one step
constexpr int RowsRemoved = 500;
constexpr int PatienceMs = 50;
constexpr int MostTries = 100;

/// A batch, as far as it matters here.
struct Span
{
    qint64 first = 0;
    qint64 last = 0;
    bool mayGo = false;
};

std::optional<QList<Span>> readSpans(SqlConnection &connection, qint64 beforeMs)
{
    QSqlQuery *rows = connection.rows(
        u"SELECT first_seq, last_seq, at_ms < ? AND NOT EXISTS (SELECT 1 FROM call c WHERE c.batch = b.batch AND"
        " c.outcome IS NULL) AND NOT EXISTS (SELECT 1 FROM recovery r WHERE r.batch = b.batch) FROM batch b"
        " ORDER BY first_seq"_s,
        { beforeMs });
    if (rows == nullptr)
        return std::nullopt;
    QList<Span> spans;
    while (rows->next())
        spans.append({ rows->value(0).toLongLong(), rows->value(1).toLongLong(), rows->value(2).toBool() });
    rows->finish();
    return spans;
}

/// The last event that may go: only whole batches do, and nothing from between.
qint64 lastToGo(const QList<Span> &spans)
{
    qint64 last = 0;
    for (const Span &span : spans) {
        if (span.mayGo)
            last = std::max(last, span.last);
    }
    // A batch that stays, or that reaches beyond, keeps everything from its first event on.
    for (bool settled = false; !settled;) {
        settled = true;
        for (const Span &span : spans) {
            if (span.first <= last && (!span.mayGo || span.last > last)) {
                last = span.first - 1;
                settled = false;
            }
        }
    }
    return last;
}

/// What is removed is not to be found in the file's free space.
class SecureDelete
{
public:
    explicit SecureDelete(SqlConnection &connection) : m_connection(connection)
    {
        m_connection.run(u"PRAGMA secure_delete=ON"_s);
    }
    ~SecureDelete() { m_connection.run(u"PRAGMA secure_delete=OFF"_s); }
    SecureDelete(const SecureDelete &) = delete;
    SecureDelete &operator=(const SecureDelete &) = delete;

private:
    SqlConnection &m_connection;
};

/// What waits for the journal's thread does not wait for another program's lock with it.
class ShortPatience
{
public:
    explicit ShortPatience(SqlConnection &connection)
        : m_connection(connection), m_before(connection.value(u"PRAGMA busy_timeout"_s).toInt())
    {
        set(PatienceMs);
    }
    ~ShortPatience() { set(m_before); }
    ShortPatience(const ShortPatience &) = delete;
    ShortPatience &operator=(const ShortPatience &) = delete;

private:
    /// Keeps the last failure: the caller still looks at it.
    void set(int ms) { m_connection.run(u"PRAGMA busy_timeout=%1"_s.arg(ms)); }

    SqlConnection &m_connection;
    int m_before;
};

} // namespace

JournalRemoval::JournalRemoval(JournalWriter &writer, qint64 beforeMs, const QByteArray &exportSha256)
    : m_writer(writer), m_connection(writer.connection()), m_beforeMs(beforeMs), m_stage(Stage::Plan)
{
    m_checkpoint.exportSha256 = exportSha256;
}

JournalRemoval::JournalRemoval(JournalWriter &writer)
    : m_writer(writer), m_connection(writer.connection()), m_onlyClearsUp(true), m_stage(Stage::Calls)
{
}

JournalRemoval::~JournalRemoval() = default;

bool JournalRemoval::hasLeftovers(SqlConnection &connection)
{
    // The events go last.
    return connection.value(u"SELECT min(seq) <= (SELECT removed FROM head) FROM event"_s).toBool();
}

JournalRemoval::Step JournalRemoval::step()
{
    const ShortPatience patience(m_connection);
    switch (m_stage) {
    case Stage::Plan:
        return stepPlan();
    case Stage::Collect:
        return stepCollect();
    case Stage::Commit:
        return stepCommit();
    case Stage::Calls:
        // Their batches are gone already, and with them they are from every list.
        return clear(Stage::Events,
                     u"DELETE FROM call WHERE (batch, position) IN (SELECT batch, position FROM call WHERE batch NOT IN"
                     " (SELECT batch FROM batch) LIMIT ?)"_s,
                     { RowsRemoved });
    case Stage::Events:
        // From the oldest on, so that the rest is in one piece.
        return clear(Stage::Log,
                     u"DELETE FROM event WHERE seq <= min((SELECT removed FROM head),"
                     " (SELECT min(seq) FROM event) + ? - 1)"_s,
                     { RowsRemoved });
    case Stage::Log:
        return stepLog();
    }
    return Step::Failed;
}

bool JournalRemoval::plan(qint64 &last, qint64 &from)
{
    const auto spans = readSpans(m_connection, m_beforeMs);
    const QVariant removed = m_connection.value(u"SELECT removed FROM head"_s);
    if (!spans || !removed.isValid())
        return false;
    last = lastToGo(*spans);
    from = removed.toLongLong();
    return true;
}

JournalRemoval::Step JournalRemoval::stepPlan()
{
    qint64 last = 0;
    {
        const SqlSnapshot snapshot(m_connection);
        if (!snapshot.hasBegun() || !plan(last, m_from))
            return failed();
    }
    if (last <= m_from) {
        m_removed = 0;
        return Step::Done;
    }
    m_checkpoint.last = last;
    m_checkpoint.count = 0;
    m_checkpoint.removals = 1;
    m_checkpoint.doubts.clear();
    m_doubts.clear();
    m_stage = Stage::Collect;
    return Step::More;
}

/// What later batches must know of the events that go. They never change, so this needs no lock.
JournalRemoval::Step JournalRemoval::stepCollect()
{
    QSqlQuery *rows = m_connection.rows(
        u"SELECT %1 FROM event WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?"_s.arg(eventColumns()),
        { m_from + m_checkpoint.count, m_checkpoint.last, EventsLookedAt });
    if (rows == nullptr)
        return failed();
    const qint64 before = m_checkpoint.count;
    while (rows->next())
        collect(journalEvent(*rows));
    if (rows->lastError().isValid())
        m_connection.fail(*rows);
    const bool wasRead = !rows->lastError().isValid();
    rows->finish();
    if (!wasRead || m_checkpoint.count == before)
        return failed(); // or some are missing: verify() says so
    if (m_from + m_checkpoint.count == m_checkpoint.last)
        m_stage = Stage::Commit;
    return Step::More;
}

void JournalRemoval::collect(const JournalEvent &event)
{
    m_checkpoint.hash = event.hash;
    ++m_checkpoint.count;
    if (const auto outcome = facts::readOutcome(event); outcome && outcome->result.outcome == Outcome::Unknown)
        doubt(outcome->authId, outcome->result.id);
    const auto request = facts::readRequest(event);
    if (request && request->kind == RequestKind::HangUp && request->outcome == Outcome::Unknown)
        doubt(request->authId, request->id);
    if (event.kind != eventKindKey(EventKind::Checkpoint))
        return;
    if (const auto earlier = facts::readCheckpoint(event)) {
        m_checkpoint.removals += earlier->removals;
        for (const facts::AccountCall &call : earlier->doubts)
            doubt(call.authId, call.id);
    }
}

void JournalRemoval::doubt(const AuthId &authId, const CallId &id)
{
    const QString key = authId.toString() + id.toString();
    if (!m_doubts.contains(key))
        m_checkpoint.doubts.append({ authId, id });
    m_doubts.insert(key);
}

JournalRemoval::Step JournalRemoval::stepCommit()
{
    const SecureDelete secure(m_connection);
    if (!m_writer.begin()) {
        m_writer.rollBack();
        return failed();
    }
    // Meanwhile a proof may have come for one of the batches, or another program may have removed something.
    qint64 last = 0;
    qint64 from = 0;
    const bool planned = plan(last, from);
    const bool same = planned && last == m_checkpoint.last && from == m_from;
    if (same && commit()) {
        m_removed = m_checkpoint.count;
        m_stage = Stage::Calls;
        m_tries = 0;
        return Step::More;
    }
    m_writer.rollBack();
    if (!planned || same)
        return failed();
    m_stage = Stage::Plan;
    return ++m_tries > MostTries ? Step::Failed : Step::More;
}

bool JournalRemoval::commit()
{
    const qint64 last = m_checkpoint.last;
    return m_writer.append(facts::checkpointEvent(m_checkpoint))
        && m_connection.run(u"DELETE FROM batch WHERE last_seq <= ?"_s, { last })
        && m_connection.run(u"UPDATE head SET removed=?"_s, { last }) && m_writer.commit();
}

/// Some rows, in a transaction of its own; @p next when there are no more.
JournalRemoval::Step JournalRemoval::clear(Stage next, const QString &sql, const QVariantList &values)
{
    const SecureDelete secure(m_connection);
    SqlTransaction transaction(m_connection);
    if (!transaction.hasBegun() || !m_connection.run(sql, values))
        return failed();
    const qint64 rows = m_connection.value(u"SELECT changes()"_s).toLongLong();
    if (!transaction.commit())
        return failed();
    m_tries = 0;
    if (rows == 0)
        m_stage = next;
    return Step::More;
}

/// Old pages in the write-ahead log would show it as well. Emptying it keeps other programs from writing while it waits
/// for those that read: with a short patience only. The last program to close the file does it too.
JournalRemoval::Step JournalRemoval::stepLog()
{
    const bool isBusy = m_connection.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).toInt() != 0;
    constexpr int enough = 20;
    return isBusy && ++m_tries < enough ? Step::Later : Step::Done;
}

JournalRemoval::Step JournalRemoval::failed()
{
    const bool isBusy = m_connection.failure() == SqlConnection::Failure::Busy;
    return isBusy && ++m_tries < MostTries ? Step::Later : Step::Failed;
}

} // namespace hangup
