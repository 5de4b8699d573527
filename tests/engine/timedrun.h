// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/enginerun.h"
#include "engine/tracenetwork.h"

#include <functional>
#include <memory>

namespace hangup::test {

/// An engine over a network without connections, in a time of its own: when each request leaves is exact, however busy
/// the machine is. Where they arrive, they may have bunched up on the way.
class TimedRun
{
public:
    struct Sent
    {
        RequestKind kind;
        CallId id;
        Ms at;
    };

    explicit TimedRun(const EngineLimits &limits);

    /// A new batch, confirmed now.
    void submit(Order order);
    void setLimits(const EngineLimits &limits);
    /// Lets time pass in steps until @p isOver; false when it never is.
    bool passUntil(const std::function<bool()> &isOver);
    bool passUntilOutcomes(int count);
    void pass(Ms time);

    QList<Sent> sent() const { return m_sent; }
    int deletes() const;
    int questions() const { return static_cast<int>(m_sent.size()) - deletes(); }
    /// Most requests that left in any half-open window of that length.
    int maxInAnyWindow(Ms window) const;
    /// Questions between the first DELETE and the last one.
    int questionsAmongDeletes() const;
    /// How many calls came to @p outcome.
    int count(Outcome outcome) const;

    /// Until set: a 204 to a DELETE, and live to each question.
    std::function<TraceAnswer(const TraceRequest &)> answer;
    FakeClock clock;
    MemoryLog log;
    std::unique_ptr<HangupEngine> engine;

private:
    EngineLimits m_limits;
    TraceNetwork::Script m_script;
    QList<Sent> m_sent;
    quint64 m_batch = 0;
};

} // namespace hangup::test
