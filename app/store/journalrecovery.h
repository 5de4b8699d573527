// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/journal.h"
#include "store/journalwriter.h"

#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace hangup {

/// Gives each call that a run which is gone left open its outcome, from what is on disk of it. Calls of runs that are
/// alive are left alone. Within the caller's transaction. False: the connection failed.
bool closeDeadRuns(JournalWriter &writer);

/// What is not acknowledged yet. Nothing: the connection failed.
std::optional<Recovery> readRecovery(SqlConnection &connection);

/// The outcome of a call whose program is gone, from its events in this batch (in order): Unknown when any attempt may
/// have arrived and no verdict came after it. @p doubted: it had an attempt without a verdict before. Pure.
CallResult outcomeOfAbandoned(const CallId &id, const QList<JournalEvent> &events, bool doubted, qint64 nowUtcMs);

} // namespace hangup
