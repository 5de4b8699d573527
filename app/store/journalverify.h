// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "store/sqlconnection.h"

#include <atomic>

namespace hangup {

/// Walks the chain from its start, or from the checkpoint that stands for what was removed, to its end, and compares
/// the outcomes that searches show with those in the events. One view of the file throughout: what is written meanwhile
/// does not disturb it. Unreadable when @p cancelled.
JournalCheck verifyJournal(SqlConnection &connection, const std::atomic<bool> &cancelled);

} // namespace hangup
