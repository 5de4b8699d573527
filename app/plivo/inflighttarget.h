// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace hangup {

/// How many requests to keep in flight: about rate x round trip x 1.5, so that the allowed rate is reached and the
/// server isn't given more than that. Pure.
class InFlightTarget
{
public:
    using Ms = std::chrono::milliseconds;

    /// Never less than this (if the maximum allows): what one manager carries.
    static constexpr int Least = 6;

    /// @p requests in @p window is the rate; 0 requests: no limit, always @p maximum.
    InFlightTarget(int requests, Ms window, int maximum);

    /// Other numbers from now on; the round trip is still known.
    void setLimit(int requests, Ms window, int maximum);
    /// From 1 to the maximum.
    int value() const;
    /// For a batch that finds the window empty: the window lets all of its requests go at once, and they need not wait
    /// for each other's answers. Afterwards the window, not this, holds them up. From value() to the maximum.
    int burst() const;
    /// An answer took so long.
    void addRoundTrip(Ms roundTrip);

private:
    int m_requests;
    Ms m_window;
    int m_maximum;
    double m_roundTripMs = 0; ///< smoothed; 0: none yet
};

} // namespace hangup
