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
    int overAlready = 0; ///< not sent, because a check found them over
    int leftOut = 0; ///< flagged, and never accepted
    int dryRuns = 0; ///< not sent, because nothing was to be

    /// Counts @p result, and takes from it what else it tells.
    void add(const CallResult &result);
};

/// 0: every call ended, or was not live, as its end or the check before it found; 1: some refused, unknown or not sent,
/// also those that were left out. Before that: 130 interrupted, 4 the journal can't be written, 3 credentials rejected,
/// the first of them that is so. A dry run counts a call that would be sent as ended.
int exitStatus(const RunFacts &facts);

/// What ends a run with StatusCredentials: 401 or 403.
bool isCredentialsTrouble(Reason reason, int httpStatus);

inline constexpr int StatusUsage = 2; ///< usage, no account, no token, bad input: nothing was sent
inline constexpr int StatusCredentials = 3;
inline constexpr int StatusJournal = 4;
inline constexpr int StatusPolicy = 5; ///< the organisation's policy can't be understood: nothing was sent
inline constexpr int StatusInterrupted = 130;

} // namespace hangup
