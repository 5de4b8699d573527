// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <functional>

/// callgrind counts what is done in here, and writes a file each time it is left (see run).
extern "C" void hangupCounted(const std::function<void()> &work);

namespace hangup::bench {

/// Counts @p work, which deals with @p items of what @p name says; tells both on stdout, in the order of callgrind's
/// files: `name<TAB>items`.
inline void count(const char *name, double items, const std::function<void()> &work)
{
    std::printf("%s\t%.3f\n", name, items);
    std::fflush(stdout);
    hangupCounted(work);
}

} // namespace hangup::bench
