// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/outcome.h"

namespace hangup {

/// What the exit status of `hangup-cli end` comes from.
struct RunFacts
{
    Tally tally {}; ///< `waiting`: accepted, and no outcome is known
    bool interrupted = false;
    bool journalFailed = false;
    bool credentialsRejected = false; ///< 401 or 403

    /// Counts @p result, and takes from it what else it tells.
    void add(const CallResult &result);
};

/// 0: every call ended or not live; 1: some refused, unknown or not sent. Before that: 130 interrupted, 4 the journal
/// can't be written, 3 credentials rejected, the first of them that is so.
int exitStatus(const RunFacts &facts);

inline constexpr int StatusUsage = 2; ///< usage, no account, bad input: nothing was sent
inline constexpr int StatusJournal = 4;
inline constexpr int StatusInterrupted = 130;

} // namespace hangup
