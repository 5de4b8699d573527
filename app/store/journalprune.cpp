// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalprune.h"

#include "store/journalfacts.h"
#include "store/journalrows.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

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

/// What later batches must know of the events up to @p last.
std::optional<facts::Checkpoint> collect(SqlConnection &connection, qint64 last)
{
    QSqlQuery *rows
        = connection.rows(u"SELECT %1 FROM event WHERE seq <= ? ORDER BY seq"_s.arg(eventColumns()), { last });
    if (rows == nullptr)
        return std::nullopt;
    facts::Checkpoint checkpoint { .last = last };
    QSet<QString> known;
    const auto doubt = [&checkpoint, &known](const AuthId &authId, const CallId &id) {
        const QString key = authId.toString() + id.toString();
        if (!known.contains(key))
            checkpoint.doubts.append({ authId, id });
        known.insert(key);
    };
    while (rows->next()) {
        const JournalEvent event = journalEvent(*rows);
        checkpoint.hash = event.hash;
        ++checkpoint.count;
        if (const auto outcome = facts::readOutcome(event); outcome && outcome->result.outcome == Outcome::Unknown)
            doubt(outcome->authId, outcome->result.id);
        const auto request = facts::readRequest(event);
        if (request && request->kind == RequestKind::HangUp && request->outcome == Outcome::Unknown)
            doubt(request->authId, request->id);
        if (event.kind != eventKindKey(EventKind::Checkpoint))
            continue;
        if (const auto earlier = facts::readCheckpoint(event)) {
            checkpoint.removals += earlier->removals;
            for (const facts::AccountCall &call : earlier->doubts)
                doubt(call.authId, call.id);
        }
    }
    rows->finish();
    return checkpoint;
}

bool removeUpTo(SqlConnection &connection, qint64 last)
{
    return connection.run(u"DELETE FROM call WHERE batch IN (SELECT batch FROM batch WHERE last_seq <= ?)"_s, { last })
        && connection.run(u"DELETE FROM batch WHERE last_seq <= ?"_s, { last })
        && connection.run(u"UPDATE head SET removed=?"_s, { last })
        && connection.run(u"DELETE FROM event WHERE seq <= ?"_s, { last });
}

} // namespace

std::optional<qint64> pruneEvents(JournalWriter &writer, qint64 beforeMs, const QByteArray &exportSha256)
{
    SqlConnection &connection = writer.connection();
    // What the user removes is not to be found in the file's free space.
    connection.run(u"PRAGMA secure_delete=ON"_s);
    std::optional<qint64> removed;
    if (writer.begin()) {
        const auto spans = readSpans(connection, beforeMs);
        const qint64 last = spans ? lastToGo(*spans) : 0;
        auto checkpoint = last > 0 ? collect(connection, last) : std::nullopt;
        if (spans && last == 0) {
            removed = 0;
        } else if (checkpoint) {
            checkpoint->exportSha256 = exportSha256;
            if (writer.append(facts::checkpointEvent(*checkpoint)) && removeUpTo(connection, last) && writer.commit())
                removed = checkpoint->count;
        }
    }
    writer.rollBack();
    connection.run(u"PRAGMA secure_delete=OFF"_s);
    // Old pages in the WAL would show it as well; another reader may prevent this, and the next removal does it.
    connection.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    return removed;
}

} // namespace hangup
