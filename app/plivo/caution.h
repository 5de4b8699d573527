// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/pause.h"
#include "plivo/replyclassifier.h"

#include <QHash>

#include <optional>

namespace hangup {

/// Notices when something is wrong with more than one call: so many attempts in a row without a verdict, or a batch
/// whose first answers are all 404 (is this the right account?). Pure.
class Caution
{
public:
    /// @p unknownInARow, @p firstMissing: how many it takes; 0: never.
    Caution(int unknownInARow, int firstMissing);
    void setNumbers(int unknownInARow, int firstMissing);
    /// Never asks while on; it counts all the same.
    void setKeepGoing(bool on) { m_keepGoing = on; }

    /// What came of a DELETE of @p batch; @p first: this call's first answer. Why to hold back now, if there is a
    /// reason. A 429 and what never left say nothing either way.
    std::optional<PauseReason> note(quint64 batch, const Verdict &verdict, bool first);
    /// The user says to go on: what comes next is counted anew.
    void goOn() { m_unknown = 0; }
    /// The batch is over.
    void forget(quint64 batch) { m_batches.remove(batch); }

private:
    struct Batch
    {
        int answers = 0;
        int missing = 0;
    };

    int m_unknownInARow;
    int m_firstMissing;
    bool m_keepGoing = false;
    int m_unknown = 0;
    QHash<quint64, Batch> m_batches;
};

} // namespace hangup
