// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace hangup {

/// The three clocks the product looks at, replaceable in tests. All values are ms.
class Clock
{
public:
    using Ms = std::chrono::milliseconds;
    virtual ~Clock() = default;
    /// Monotonic, stands still while the machine sleeps (CLOCK_MONOTONIC).
    virtual Ms monotonic() const = 0;
    /// Monotonic, goes on while the machine sleeps (CLOCK_BOOTTIME). Its lead over monotonic() is the time slept.
    virtual Ms withSleep() const = 0;
    /// UTC since 1970.
    virtual Ms wall() const = 0;

    /// Time the machine has slept since it started.
    Ms slept() const { return withSleep() - monotonic(); }
};

/// The system's clocks. Stateless; thread-safe.
class SystemClock final : public Clock
{
public:
    Ms monotonic() const override;
    Ms withSleep() const override;
    Ms wall() const override;
};

} // namespace hangup
