// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/clistatus.h"

namespace hangup {

void RunFacts::add(const CallResult &result)
{
    ++tally[result.outcome];
    if (result.reason == Reason::JournalNotWritable)
        journalFailed = true;
    if (isCredentialsTrouble(result.reason, result.httpStatus))
        credentialsRejected = true;
    overAlready += result.reason == Reason::OverAlready ? 1 : 0;
    dryRuns += result.reason == Reason::DryRun ? 1 : 0;
}

bool isCredentialsTrouble(Reason reason, int httpStatus)
{
    return reason == Reason::CredentialsRejected || reason == Reason::NotPermitted || httpStatus == 401
        || httpStatus == 403;
}

int exitStatus(const RunFacts &facts)
{
    if (facts.interrupted)
        return StatusInterrupted;
    if (facts.journalFailed)
        return StatusJournal;
    if (facts.credentialsRejected)
        return StatusCredentials;
    const Tally &t = facts.tally;
    // Over when it was checked is what "not live" is without a check: a script must not see a difference.
    const int notSent = t[Outcome::NotSent] - facts.overAlready - facts.dryRuns;
    const bool allWell
        = t[Outcome::Refused] + t[Outcome::Unknown] + notSent + facts.leftOut + t.waiting + t.listed == 0;
    return allWell ? 0 : 1;
}

} // namespace hangup
