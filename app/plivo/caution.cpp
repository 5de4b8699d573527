// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/caution.h"

namespace hangup {

Caution::Caution(int unknownInARow, int firstMissing) : m_unknownInARow(unknownInARow), m_firstMissing(firstMissing) { }

void Caution::setNumbers(int unknownInARow, int firstMissing)
{
    m_unknownInARow = unknownInARow;
    m_firstMissing = firstMissing;
}

std::optional<PauseReason> Caution::note(quint64 batch, const Verdict &verdict, bool first)
{
    if (verdict.waits || verdict.outcome == Outcome::NotSent)
        return {};
    bool noneFound = false;
    if (first && m_firstMissing > 0) {
        Batch &seen = m_batches[batch];
        ++seen.answers;
        seen.missing += verdict.httpStatus == 404 ? 1 : 0;
        // Only at that one answer: so it is asked once a batch.
        noneFound = seen.answers == m_firstMissing && seen.missing == m_firstMissing;
    }
    m_unknown = verdict.outcome == Outcome::Unknown ? m_unknown + 1 : 0;
    const bool lost = m_unknownInARow > 0 && m_unknown >= m_unknownInARow;
    if (m_keepGoing || (!noneFound && !lost))
        return {};
    return lost ? PauseReason::UnknownInARow : PauseReason::NoneFound;
}

} // namespace hangup
