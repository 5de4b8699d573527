// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/clock.h"

#include <QtGlobal>

#if defined(Q_OS_WIN)
#include <qt_windows.h>
#else
#include <time.h>
#endif

namespace hangup {

namespace {

#if !defined(Q_OS_WIN)
Clock::Ms read(clockid_t which)
{
    timespec now {};
    clock_gettime(which, &now);
    return std::chrono::duration_cast<Clock::Ms>(std::chrono::seconds(now.tv_sec)
                                                 + std::chrono::nanoseconds(now.tv_nsec));
}
#endif

} // namespace

#if defined(Q_OS_WIN)

Clock::Ms SystemClock::monotonic() const
{
    // In 100 ns; leaves out the time asleep.
    ULONGLONG ticks = 0;
    QueryUnbiasedInterruptTime(&ticks);
    return Ms(static_cast<qint64>(ticks / 10'000));
}

Clock::Ms SystemClock::withSleep() const
{
    return Ms(static_cast<qint64>(GetTickCount64()));
}

#elif defined(Q_OS_DARWIN)

// On macOS the names are the other way round: CLOCK_MONOTONIC goes on during sleep, CLOCK_UPTIME_RAW doesn't.
Clock::Ms SystemClock::monotonic() const
{
    return read(CLOCK_UPTIME_RAW);
}

Clock::Ms SystemClock::withSleep() const
{
    return read(CLOCK_MONOTONIC);
}

#else

Clock::Ms SystemClock::monotonic() const
{
    return read(CLOCK_MONOTONIC);
}

Clock::Ms SystemClock::withSleep() const
{
#if defined(CLOCK_BOOTTIME)
    return read(CLOCK_BOOTTIME);
#else
    return read(CLOCK_MONOTONIC);
#endif
}

#endif

Clock::Ms SystemClock::wall() const
{
    return std::chrono::duration_cast<Ms>(std::chrono::system_clock::now().time_since_epoch());
}

} // namespace hangup
