// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QSet>

#include <chrono>
#include <functional>
#include <list>
#include <memory>

class QTimer;

namespace hangup {

/// Confirmed batches of which nothing has left yet: each waits for its time, and can be taken back until then. Keeps no
/// more than that: whether a batch may still be ended is looked at when its time is over. On the window's thread.
class GracePeriod
{
public:
    using Ms = std::chrono::milliseconds;
    /// A batch's time is over; it is not held here any more.
    using Over = std::function<void(const Confirmation &confirmation, const BatchWords &words)>;

    explicit GracePeriod(Over over);
    ~GracePeriod();

    void begin(const Confirmation &confirmation, const BatchWords &words, Ms lasts);
    /// Takes everything back: nothing of it is ever over. How many calls those were.
    int undo();

    bool isEmpty() const { return m_batches.empty(); }
    /// Of all batches together.
    int calls() const { return static_cast<int>(m_held.size()); }
    bool holds(const CallId &id) const { return m_held.contains(id); }
    /// Until the first batch is over, and how long that one lasts in all; 0 without a batch.
    Ms left() const;
    Ms whole() const;

private:
    struct Batch;
    void end(const Batch *batch);
    const Batch *first() const;

    Over m_over;
    std::list<std::unique_ptr<Batch>> m_batches;
    QSet<CallId> m_held;
};

} // namespace hangup
