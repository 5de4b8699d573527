// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/outcome.h"

#include <QHash>
#include <QList>

#include <chrono>
#include <optional>

namespace hangup {

/// How far the batches under way have come. Counts only; time is passed in (monotonic).
class Progress
{
public:
    using Ms = std::chrono::milliseconds;

    /// @p windowRequests in any @p window (0: no limit): the least time that what waits can take.
    Progress(int windowRequests, Ms window) : m_windowRequests(windowRequests), m_window(window) { }

    void setPace(int windowRequests, Ms window)
    {
        m_windowRequests = windowRequests;
        m_window = window;
    }
    /// Calls were accepted. Starts the count anew when nothing was under way.
    void accepted(quint64 batch, int calls, Ms now);
    void finished(quint64 batch, Outcome outcome);
    /// Another account: what was counted is not its own. Only with nothing under way.
    void clear();
    /// The batch is through: its tally, once.
    Tally takeBatch(quint64 batch);

    /// Those under way.
    QList<quint64> batches() const { return m_batches.keys(); }

    int done() const { return m_done; }
    int total() const { return m_total; }
    int underWay() const { return m_total - m_done; }
    /// Nothing until five calls are done or half a second has gone by.
    std::optional<Ms> left(Ms now) const;

private:
    int m_windowRequests;
    Ms m_window;
    int m_done = 0;
    int m_total = 0;
    Ms m_started { 0 };
    QHash<quint64, Tally> m_batches;
};

} // namespace hangup
