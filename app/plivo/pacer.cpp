// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/pacer.h"

#include <algorithm>
#include <iterator>

namespace hangup {

Pacer::Pacer(int requests, Ms window) : m_requests(std::max(0, requests)), m_window(window), m_memory(window) { }

void Pacer::setLimit(int requests, Ms window)
{
    m_requests = std::max(0, requests);
    m_window = window;
    m_memory = std::max(m_memory, window);
}

Pacer::Ms Pacer::waitAt(Ms now, int promised, int kept) const
{
    const Ms held = std::max(Ms(0), isHeld(now) ? m_heldUntil - now : Ms(0));
    if (m_requests == 0)
        return held;
    const int places = std::max(1, m_requests - std::max(0, kept));
    if (promised >= places)
        return std::max(held, m_window + Ms(1));
    // One more fits once the oldest that would make it one too many has left the window. A closed window of 5,000 ms
    // holds what was sent 5,000 ms ago too, hence the ms on top.
    const auto sent = static_cast<std::ptrdiff_t>(m_sent.size());
    const std::ptrdiff_t tooMany = sent + promised + 1 - places;
    if (tooMany <= 0)
        return held;
    const Ms fitsAt = m_sent[static_cast<std::size_t>(tooMany - 1)] + m_window + Ms(1);
    return std::max({ held, fitsAt - now, Ms(0) });
}

void Pacer::count(Ms now)
{
    // By time, not by number: a limit that is set later may look at more of them than today's.
    while (!m_sent.empty() && m_sent.front() + m_memory < now)
        m_sent.pop_front();
    m_sent.push_back(now);
}

void Pacer::answered(Ms sent, Ms now)
{
    const auto found = std::lower_bound(m_sent.begin(), m_sent.end(), sent);
    if (found == m_sent.end())
        return; // longer ago than is remembered
    m_sent.erase(found);
    m_sent.push_back(now);
}

int Pacer::sentIn(Ms now) const
{
    const auto first = std::lower_bound(m_sent.begin(), m_sent.end(), now - m_window);
    return static_cast<int>(std::distance(first, m_sent.end()));
}

bool Pacer::holdUntil(Ms until)
{
    if (until <= m_heldUntil)
        return false;
    m_heldUntil = until;
    return true;
}

} // namespace hangup
