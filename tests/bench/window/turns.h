// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>

namespace hangup::bench {

/// The event loop as it runs in the program. QTest's own waits put the thread to sleep for 10 ms whenever nothing is left
/// to do, and what comes meanwhile waits for that.
/// Lets it run until @p isThere, which is asked every few milliseconds; false after @p longest.
bool runUntil(const std::function<bool()> &isThere, std::chrono::milliseconds longest = std::chrono::seconds(5));
/// Lets it run for so long.
void runFor(std::chrono::milliseconds time);

} // namespace hangup::bench
