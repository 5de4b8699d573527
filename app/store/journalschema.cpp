// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalschema.h"

#include "store/journalfolder.h"

#include <QSet>
#include <QSqlQuery>
#include <QVariant>

#include <optional>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

// `event` is the journal. All other tables only say the same in a way that can be searched, and can be made from it
// again: see JournalTables.
const QStringList &firstVersion()
{
    static const QStringList statements {
        u"CREATE TABLE event (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, batch INTEGER NOT NULL, call TEXT NOT NULL,"
        " run TEXT NOT NULL, utc_ms INTEGER NOT NULL, mono_ms INTEGER NOT NULL, data TEXT NOT NULL,"
        " prev BLOB NOT NULL, hash BLOB NOT NULL)"_s,
        // removed: events up to this number were removed by the user.
        u"CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, hash BLOB NOT NULL,"
        " removed INTEGER NOT NULL)"_s,
        u"INSERT INTO head VALUES (1, 0, zeroblob(32), 0)"_s,
        u"CREATE TABLE batch (batch INTEGER PRIMARY KEY, auth TEXT NOT NULL, name TEXT NOT NULL,"
        " operator TEXT NOT NULL, ticket TEXT NOT NULL, reason TEXT NOT NULL, at_ms INTEGER NOT NULL,"
        " mono_ms INTEGER NOT NULL, run TEXT NOT NULL, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL,"
        " finished_ms INTEGER NOT NULL DEFAULT 0, ticket_folded TEXT NOT NULL, account_folded TEXT NOT NULL)"_s,
        u"CREATE INDEX batch_by_time ON batch (at_ms, batch)"_s,
        // In the order of the batch, which is about that in which calls are ended: what belongs to calls that end
        // together stands together, and few pages change with each commit. For the same reason there is no index of
        // events by call: a call knows the numbers of its first and last event, and all of its events are in between
        // (of one without an outcome, up to the last of its batch). intents: the highest attempt whose intent is here.
        u"CREATE TABLE call (batch INTEGER NOT NULL, call TEXT NOT NULL, position INTEGER NOT NULL,"
        " auth TEXT NOT NULL, intents INTEGER NOT NULL DEFAULT 0, outcome TEXT, reason TEXT NOT NULL DEFAULT '',"
        " status INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0, api_id TEXT NOT NULL DEFAULT '',"
        " message TEXT NOT NULL DEFAULT '', started_ms INTEGER NOT NULL DEFAULT 0,"
        " finished_ms INTEGER NOT NULL DEFAULT 0, elapsed_ms INTEGER NOT NULL DEFAULT 0,"
        " proof TEXT NOT NULL DEFAULT 'none', proof_final INTEGER NOT NULL DEFAULT 0, source TEXT NOT NULL DEFAULT '',"
        " cause_code INTEGER, cause_name TEXT NOT NULL DEFAULT '', end_ms INTEGER NOT NULL DEFAULT 0,"
        " duration_s INTEGER, checked_ms INTEGER NOT NULL DEFAULT 0, first_seq INTEGER NOT NULL DEFAULT 0,"
        " last_seq INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (batch, position)) WITHOUT ROWID"_s,
        u"CREATE UNIQUE INDEX call_of_batch ON call (batch, call)"_s,
        u"CREATE INDEX call_of_account ON call (auth, call)"_s,
        u"CREATE INDEX call_open ON call (batch, position) WHERE outcome IS NULL"_s,
        // Who is ending which call now.
        u"CREATE TABLE lease (auth TEXT NOT NULL, call TEXT NOT NULL, run TEXT NOT NULL, batch INTEGER NOT NULL,"
        " PRIMARY KEY (auth, call)) WITHOUT ROWID"_s,
        // Calls that ever had an attempt without a verdict: a later "not live" may be our own doing, for ever.
        u"CREATE TABLE doubt (auth TEXT NOT NULL, call TEXT NOT NULL, PRIMARY KEY (auth, call)) WITHOUT ROWID"_s,
        // What a run that is gone left open, until the user has been told.
        u"CREATE TABLE recovery (batch INTEGER NOT NULL, call TEXT NOT NULL, PRIMARY KEY (batch, call)) WITHOUT ROWID"_s,
        // Append-only: nothing is changed, and only what `head.removed` covers may go.
        u"CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events never change'); END"_s,
        u"CREATE TRIGGER event_kept BEFORE DELETE ON event WHEN OLD.seq > (SELECT removed FROM head)"
        " BEGIN SELECT RAISE(ABORT, 'events are removed with a checkpoint only'); END"_s,
    };
    return statements;
}

/// What today's tables were made with. SQLite keeps those statements as they were written; nothing when a later step
/// changed one of them.
std::optional<QSet<QString>> madeWith(const QList<SchemaStep> &steps)
{
    QSet<QString> made;
    for (const SchemaStep &step : steps) {
        for (const QString &statement : step.statements) {
            if (statement.startsWith("CREATE "_L1))
                made.insert(statement);
            else if (!statement.startsWith("INSERT "_L1))
                return {};
        }
    }
    return made;
}

/// A name in them that is another by a broken byte makes a file that SQLite calls whole and nobody can write to.
std::optional<bool> hasTablesOf(SqlConnection &connection, const QList<SchemaStep> &steps)
{
    const std::optional<QSet<QString>> expected = madeWith(steps);
    if (!expected)
        return true;
    QSqlQuery *rows = connection.rows(u"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"_s);
    if (rows == nullptr)
        return {};
    QSet<QString> found;
    while (rows->next())
        found.insert(rows->value(0).toString());
    rows->finish();
    return found == *expected;
}

} // namespace

const QList<SchemaStep> &journalSteps()
{
    static const QList<SchemaStep> steps { { firstVersion() } };
    return steps;
}

SchemaState schemaState(SqlConnection &connection, const QList<SchemaStep> &steps)
{
    // Of one moment: another program may be making the tables.
    const SqlSnapshot snapshot(connection);
    if (!snapshot.hasBegun())
        return SchemaState::Failed;
    const QVariant version = connection.value(u"PRAGMA user_version"_s);
    if (!version.isValid())
        return SchemaState::Failed;
    const QVariant tables = connection.value(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!tables.isValid())
        return SchemaState::Failed;
    if (version.toLongLong() == 0 && tables.toLongLong() == 0)
        return SchemaState::Empty;
    if (connection.value(u"PRAGMA application_id"_s).toLongLong() != JournalApplicationId || version.toLongLong() < 1)
        return SchemaState::Foreign;
    if (version.toLongLong() == steps.size()) {
        const std::optional<bool> ours = hasTablesOf(connection, steps);
        if (!ours)
            return SchemaState::Failed;
        return *ours ? SchemaState::Current : SchemaState::Foreign;
    }
    return version.toLongLong() < steps.size() ? SchemaState::Older : SchemaState::Newer;
}

bool migrate(SqlConnection &connection, const QList<SchemaStep> &steps)
{
    SqlTransaction transaction(connection);
    if (!transaction.hasBegun())
        return false;
    // Again, now that nobody else can write: another program may just have done it.
    const qint64 version = connection.value(u"PRAGMA user_version"_s).toLongLong();
    for (qsizetype i = version; i < steps.size(); ++i) {
        for (const QString &statement : steps.at(i).statements) {
            if (!connection.run(statement))
                return false;
        }
    }
    if (version >= steps.size())
        return true;
    return connection.run(u"PRAGMA application_id=%1"_s.arg(JournalApplicationId))
        && connection.run(u"PRAGMA user_version=%1"_s.arg(steps.size())) && transaction.commit();
}

QString backUp(SqlConnection &connection, const QString &file, qint64 nowUtcMs)
{
    const qint64 version = connection.value(u"PRAGMA user_version"_s).toLongLong();
    const QString name = unusedName(u"%1.version-%2-%3"_s.arg(file).arg(version).arg(fileStamp(nowUtcMs)));
    if (!connection.run(u"VACUUM INTO ?"_s, { name }) || !makePrivate(name))
        return {};
    return syncToDisk(name) ? name : QString();
}

} // namespace hangup
