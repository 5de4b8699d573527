// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/journalevent.h"

#include <QByteArrayView>

#include <functional>

namespace hangup {

/// Finds the events in the pages of an SQLite file and its WAL without SQLite, whatever else in them is broken
/// (sqlite.org/fileformat2.html): each page is looked at by itself, and only what carries its own right hash counts.
/// Pure, and safe with any bytes. An event may be found more than once. @p found returns false to stop.
void findEventsInPages(QByteArrayView database, QByteArrayView wal,
                       const std::function<bool(const JournalEvent &event)> &found);

} // namespace hangup
