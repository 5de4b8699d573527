// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/proof.h"

#include <algorithm>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

/// How long after its send an attempt that nobody saw the end of (the program ended or gave up first, the connection
/// was lost) may have ended its call.
constexpr std::chrono::milliseconds UnseenEnd { 60000 };

} // namespace

ProofState judgeRecord(const CallRecord &record, Outcome outcome, const QList<AttemptSpan> &attempts,
                       std::chrono::milliseconds tolerance)
{
    if (record.hangupSource.isEmpty())
        return ProofState::NotYet;
    if (record.hangupSource.compare("API Request"_L1, Qt::CaseInsensitive) != 0)
        return ProofState::EndedOtherwise;
    if (outcome == Outcome::Ended)
        return ProofState::Proven;
    // Anybody's API request may have ended it: only the time ties it to ours.
    const auto fits = [&](const AttemptSpan &span) {
        const qint64 until = span.answeredMs > 0 ? span.answeredMs : span.sentMs + UnseenEnd.count();
        return record.endTimeMs >= span.sentMs - tolerance.count() && record.endTimeMs <= until + tolerance.count();
    };
    const bool ours = record.endTimeMs > 0 && std::any_of(attempts.cbegin(), attempts.cend(), fits);
    return ours ? ProofState::Proven : ProofState::EndedOtherwise;
}

} // namespace hangup
