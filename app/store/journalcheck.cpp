// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalcheck.h"

#include "store/journalfolder.h"
#include "store/journalrows.h"
#include "store/journalwitness.h"

#include <QFileInfo>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr qint64 SmallFile = qint64(64) << 20;
constexpr int TailEvents = 2000;

FileCheck verdictOn(const SqlConnection &connection)
{
    switch (connection.failure()) {
    case SqlConnection::Failure::Busy:
    case SqlConnection::Failure::ReadOnly:
    case SqlConnection::Failure::Other:
        return FileCheck::Failed;
    case SqlConnection::Failure::None:
    case SqlConnection::Failure::Corrupt:
    case SqlConnection::Failure::Statement: // a table is missing
        break;
    }
    return FileCheck::Broken;
}

FileCheck checkPages(SqlConnection &connection)
{
    const QVariant answer = connection.value(u"PRAGMA quick_check(1)"_s);
    if (!answer.isValid())
        return verdictOn(connection);
    return answer.toString() == "ok"_L1 ? FileCheck::Whole : FileCheck::Broken;
}

/// @p acknowledged: what must be there at least.
FileCheck checkTail(SqlConnection &connection, qint64 acknowledged, const std::function<void()> &meanwhile)
{
    QSqlQuery *head = connection.rows(u"SELECT seq, hash FROM head"_s);
    if (head == nullptr)
        return verdictOn(connection);
    if (!head->next())
        return FileCheck::Broken;
    qint64 seq = head->value(0).toLongLong();
    QByteArray hash = head->value(1).toByteArray();
    head->finish();
    if (meanwhile)
        meanwhile();
    if (seq < acknowledged)
        return FileCheck::Broken;
    QSqlQuery *rows
        = connection.rows(u"SELECT %1 FROM event ORDER BY seq DESC LIMIT %2"_s.arg(eventColumns()).arg(TailEvents));
    if (rows == nullptr)
        return verdictOn(connection);
    FileCheck check = FileCheck::Whole;
    bool any = false;
    while (check == FileCheck::Whole && rows->next()) {
        any = true;
        const JournalEvent event = journalEvent(*rows);
        if (event.seq != seq || event.hash != hash || hashOf(event) != hash)
            check = FileCheck::Broken;
        seq = event.seq - 1;
        hash = event.prev;
    }
    if (rows->lastError().isValid()) {
        connection.fail(*rows);
        check = verdictOn(connection);
    }
    rows->finish();
    if (!any && seq != 0)
        check = FileCheck::Broken;
    return check;
}

} // namespace

bool hasBrokenContent(const SqlConnection &connection, const QString &file)
{
    switch (connection.failure()) {
    case SqlConnection::Failure::Corrupt:
        return true;
    case SqlConnection::Failure::ReadOnly:
        // The system lets us write: it is the header that names a version of the format which SQLite won't write.
        return isWritable(file);
    case SqlConnection::Failure::Statement:
        // What every SQLite file answers: it is this one's header that names a format which SQLite doesn't read.
        return true;
    case SqlConnection::Failure::None:
    case SqlConnection::Failure::Busy:
    case SqlConnection::Failure::Other:
        break;
    }
    return false;
}

bool takesWrites(SqlConnection &connection)
{
    const SqlTransaction transaction(connection);
    return transaction.hasBegun() && connection.run(u"UPDATE head SET seq=seq"_s);
}

FileCheck checkFile(SqlConnection &connection, const QString &file, const std::function<void()> &meanwhile)
{
    // Before the rest: meanwhile another program may acknowledge more.
    const qint64 acknowledged = JournalWitness::lastOf(file, identityOf(file));
    // Head and events of one moment: another program may commit between two reads.
    const SqlSnapshot snapshot(connection);
    if (!snapshot.hasBegun())
        return verdictOn(connection);
    if (QFileInfo(file).size() <= SmallFile) {
        if (const FileCheck check = checkPages(connection); check != FileCheck::Whole)
            return check;
    }
    return checkTail(connection, acknowledged, meanwhile);
}

} // namespace hangup
