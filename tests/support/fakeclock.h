// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clock.h"

#include <atomic>

namespace hangup::test {

/// A clock that stands still until it is told. Thread-safe.
class FakeClock final : public Clock
{
public:
    /// 2026-11-24T13:02:11.084Z, and an hour after the machine started.
    FakeClock() = default;

    Ms monotonic() const override { return Ms(m_monotonic); }
    Ms withSleep() const override { return Ms(m_withSleep); }
    Ms wall() const override { return Ms(m_wall); }

    void setMonotonic(Ms ms) { m_monotonic = ms.count(); }
    void setWithSleep(Ms ms) { m_withSleep = ms.count(); }
    void setWall(Ms ms) { m_wall = ms.count(); }
    /// Time goes by while the machine is awake.
    void advance(Ms by)
    {
        m_monotonic += by.count();
        m_withSleep += by.count();
        m_wall += by.count();
    }
    /// Time goes by while the machine sleeps.
    void sleep(Ms by)
    {
        m_withSleep += by.count();
        m_wall += by.count();
    }

private:
    std::atomic<Ms::rep> m_monotonic { 3'600'000 };
    std::atomic<Ms::rep> m_withSleep { 3'600'000 };
    std::atomic<Ms::rep> m_wall { 1'795'525'331'084 };
};

/// The real clocks, with sleep that is told.
class SleepyClock final : public Clock
{
public:
    Ms monotonic() const override { return m_system.monotonic(); }
    Ms withSleep() const override { return m_system.monotonic() + Ms(m_slept); }
    Ms wall() const override { return m_system.wall(); }
    void sleep(Ms by) { m_slept += by.count(); }

private:
    SystemClock m_system;
    std::atomic<Ms::rep> m_slept { 0 };
};

} // namespace hangup::test
