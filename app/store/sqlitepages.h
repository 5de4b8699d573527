// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/journalevent.h"
#include "store/sqlitewal.h"

#include <QByteArrayView>

#include <functional>

namespace hangup {

/// Of the pages of an SQLite file, in bytes; the usual size where its header does not say.
qsizetype pageSizeOf(QByteArrayView database);

/// Finds the events in the pages of an SQLite file and its WAL without SQLite, whatever else in them is broken
/// (sqlite.org/fileformat2.html): each page is looked at by itself, and only what carries its own right hash counts.
/// Of the WAL only what was committed, or likely so, counts; that comes last. Pure, and safe with any bytes. An event
/// may be found more than once.
using FoundEvent = std::function<bool(const JournalEvent &event, Standing standing)>; ///< returns false to stop
void findEventsInPages(QByteArrayView database, QByteArrayView wal, const FoundEvent &found);

} // namespace hangup
