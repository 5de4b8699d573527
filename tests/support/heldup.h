// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace hangup::test {

/// How long the event loop of the thread that made it was held up, at most: a timer that looks at the clock each time.
/// What the machine did meanwhile doesn't count, as far as it is known: a thread that could have gone on and got no
/// processor was not held up by its own work.
class HeldUp
{
public:
    using Time = std::chrono::nanoseconds;

    explicit HeldUp(std::chrono::milliseconds interval = {})
    {
        m_asked.setFileName(QStringLiteral("/proc/thread-self/schedstat"));
        m_isTold = m_asked.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(interval);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            ++m_turns;
            look();
        });
        m_last = now();
        m_waited = waited();
        m_timer.start();
    }

    /// Since the last take(), and it begins anew.
    std::chrono::milliseconds take()
    {
        look();
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::exchange(m_longest, Time(0)));
    }
    /// Of the timer.
    int turns() const { return m_turns; }

private:
    static Time now() { return std::chrono::steady_clock::now().time_since_epoch(); }

    /// For a processor, all in all; 0 where the system doesn't tell.
    Time waited()
    {
        if (!m_isTold || !m_asked.seek(0))
            return Time(0);
        return Time(m_asked.read(100).split(' ').value(1).toLongLong()); // "time on a processor, time without one, turns"
    }

    void look()
    {
        const Time at = now();
        const Time without = waited();
        m_longest = std::max(m_longest, at - m_last - (without - m_waited));
        m_last = at;
        m_waited = without;
    }

    QFile m_asked;
    QTimer m_timer;
    Time m_last { 0 };
    Time m_waited { 0 };
    Time m_longest { 0 };
    int m_turns = 0;
    bool m_isTold = false;
};

} // namespace hangup::test
