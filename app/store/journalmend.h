// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clock.h"
#include "store/journalschema.h"
#include "store/runlocks.h"

#include <QList>
#include <QString>

namespace hangup {

/// What mending a broken journal did.
struct Mended
{
    QString setAside {}; ///< the broken file's new name
    qint64 carriedOver = 0; ///< events
    qint64 lost = 0; ///< events, as far as known
    QString detail {}; ///< why it did not work; empty: it did
};

/// A new file that was made from a broken one waits to take its place: the program ended in between. The old one must
/// not be opened then, not even to read it.
bool isRebuilt(const QString &file);

/// The write-ahead log of @p file is damaged, and what somebody was told is on disk stands behind the damage, where
/// SQLite does not look. The caller holds the file's lock alone, and SQLite has not opened it.
bool logHidesEvents(const QString &file);

/// Whether @p file is broken, or is waited for by one that isRebuilt(). The caller holds its lock alone.
bool needsMending(const QString &file, const QList<SchemaStep> &steps);

/// Makes a new journal of what can be read of @p file, sets that aside under a new name with what SQLite had beside it,
/// and puts the new one in its place; at no moment is neither there. The caller holds its lock alone.
Mended mendFile(const QString &file, const QList<SchemaStep> &steps, const Clock &clock, const RunLocks &runs);

} // namespace hangup
