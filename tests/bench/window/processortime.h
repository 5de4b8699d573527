// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ctime>

#include <pthread.h>

namespace hangup::bench {

inline double msOf(clockid_t clock)
{
    timespec time {};
    clock_gettime(clock, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

/// ms since some moment, the same in every process of the machine.
inline double wallMs()
{
    return msOf(CLOCK_MONOTONIC);
}

/// Processor time of the calling thread: what else the machine does doesn't count.
inline double threadMs()
{
    return msOf(CLOCK_THREAD_CPUTIME_ID);
}

/// What @p work takes of this thread's processor time, in ms.
template <typename Work>
double processorMs(Work work)
{
    const double start = threadMs();
    work();
    return threadMs() - start;
}

} // namespace hangup::bench
