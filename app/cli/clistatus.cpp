// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/clistatus.h"

namespace hangup {

void RunFacts::add(const CallResult &result)
{
    ++tally[result.outcome];
    if (result.reason == Reason::JournalNotWritable)
        journalFailed = true;
    if (result.reason == Reason::CredentialsRejected || result.reason == Reason::NotPermitted
        || result.httpStatus == 401 || result.httpStatus == 403)
        credentialsRejected = true;
}

int exitStatus(const RunFacts &facts)
{
    if (facts.interrupted)
        return StatusInterrupted;
    if (facts.journalFailed)
        return StatusJournal;
    if (facts.credentialsRejected)
        return 3;
    const Tally &t = facts.tally;
    const bool allWell = t[Outcome::Refused] + t[Outcome::Unknown] + t[Outcome::NotSent] + t.waiting + t.listed == 0;
    return allWell ? 0 : 1;
}

} // namespace hangup
