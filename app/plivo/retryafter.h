// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace hangup {

/// Longest Retry-After that is believed: a year. More is nonsense.
inline constexpr std::chrono::seconds MaxRetryAfter { 365 * 24 * 3600 };

/// The time a Retry-After header names, from @p nowUtcMs (ms since 1970): whole seconds, or one of the three dates of
/// RFC 9110, 5.6.7 (a date in the past is 0). Nothing for anything else: negative, with a fraction, too large, not a
/// date, a date whose weekday is wrong.
std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray &value, qint64 nowUtcMs);

} // namespace hangup
