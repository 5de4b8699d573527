// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/sqlconnection.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace hangup {

/// One step from a version of the tables to the next: SQL statements, run in one transaction with all other steps.
struct SchemaStep
{
    QStringList statements;
};

/// The steps to today's tables; their number is today's version (PRAGMA user_version).
const QList<SchemaStep> &journalSteps();

/// "Hngp": PRAGMA application_id of a journal.
inline constexpr qint64 JournalApplicationId = 0x486e6770;

/// Tables of `table` in an SQLite file, as far as it matters before it is used.
enum class SchemaState : quint8 {
    Empty, ///< no tables: new
    Current,
    Older, ///< to be migrated
    Newer, ///< of a newer program: look, don't touch
    Foreign, ///< an SQLite file, but no journal, or one whose tables are not as they were made
    Failed, ///< could not be read: the connection's failure() says more
};
SchemaState schemaState(SqlConnection &connection, const QList<SchemaStep> &steps);

/// Runs the steps that are missing, in one transaction; nothing to do is fine.
bool migrate(SqlConnection &connection, const QList<SchemaStep> &steps);

/// A copy of an older file, whole and checked by SQLite, before it is migrated: "<file>.version-1-20261124T130211Z".
/// @return its name, or empty when it failed.
QString backUp(SqlConnection &connection, const QString &file, qint64 nowUtcMs);

} // namespace hangup
