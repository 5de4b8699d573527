// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/progress.h"

#include <algorithm>

namespace hangup {

void Progress::accepted(quint64 batch, int calls, Ms now)
{
    if (underWay() == 0) {
        m_done = 0;
        m_total = 0;
        m_started = now;
    }
    m_total += calls;
    m_batches[batch].waiting += calls;
}

void Progress::clear()
{
    m_done = 0;
    m_total = 0;
    m_batches.clear();
}

void Progress::finished(quint64 batch, Outcome outcome)
{
    ++m_done;
    Tally &tally = m_batches[batch];
    --tally.waiting;
    ++tally[outcome];
}

Tally Progress::takeBatch(quint64 batch)
{
    return m_batches.take(batch);
}

std::optional<Progress::Ms> Progress::left(Ms now) const
{
    const Ms spent = now - m_started;
    if (underWay() == 0 || m_done == 0 || (m_done < 5 && spent < Ms(500)))
        return std::nullopt;
    const Ms byPace = spent * underWay() / m_done;
    // A full window goes out at once and the next one waits: the pace alone promises too much at the start.
    const Ms byLimit = m_windowRequests > 0 ? m_window * (underWay() / m_windowRequests) : Ms(0);
    return std::max(byPace, byLimit);
}

} // namespace hangup
