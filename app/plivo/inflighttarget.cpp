// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/inflighttarget.h"

#include <algorithm>
#include <cmath>

namespace hangup {

namespace {

/// Weight of a new round trip in the smoothed one, as in TCP (RFC 6298).
constexpr double NewWeight = 0.125;
constexpr double Reserve = 1.5;

} // namespace

InFlightTarget::InFlightTarget(int requests, Ms window, int maximum)
    : m_requests(requests), m_window(std::max(window, Ms(1))), m_maximum(std::max(1, maximum))
{
}

void InFlightTarget::setLimit(int requests, Ms window, int maximum)
{
    m_requests = requests;
    m_window = std::max(window, Ms(1));
    m_maximum = std::max(1, maximum);
}

int InFlightTarget::value() const
{
    if (m_requests <= 0)
        return m_maximum;
    const double perMs = m_requests / static_cast<double>(m_window.count());
    const double wanted = std::ceil(perMs * m_roundTripMs * Reserve);
    return static_cast<int>(std::min<double>(std::max<double>(wanted, Least), m_maximum));
}

int InFlightTarget::burst() const
{
    return std::max(value(), std::min(m_requests, m_maximum));
}

void InFlightTarget::addRoundTrip(Ms roundTrip)
{
    const auto ms = static_cast<double>(roundTrip.count());
    m_roundTripMs = m_roundTripMs <= 0 ? ms : m_roundTripMs + NewWeight * (ms - m_roundTripMs);
}

} // namespace hangup
