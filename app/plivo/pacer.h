// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <deque>

namespace hangup {

/// When the next request of an account may leave: a rolling window, and holds after a 429. Pure: time is passed in,
/// as a monotonic time in ms that never goes back.
class Pacer
{
public:
    using Ms = std::chrono::milliseconds;

    /// At most @p requests in any @p window, both ends included; 0 requests lifts the limit.
    Pacer(int requests, Ms window);

    /// Another limit from now on. What was sent and a hold still count, so that no window, before or after, holds more
    /// than the larger of both limits.
    void setLimit(int requests, Ms window);
    /// How long until one more may leave, given that @p promised others are about to, and that @p kept places of the
    /// window stay free after it for what matters more; 0: now. One place is always there to be had.
    Ms waitAt(Ms now, int promised = 0, int kept = 0) const;
    /// A request leaves now.
    void count(Ms now);
    /// One that left at @p sent, or up to now, is answered: it was with the server at the latest now, and counts from
    /// now. A new connection takes its round trips before the request is on its way, and a server counts what arrives.
    void answered(Ms sent, Ms now);
    /// How many left in the window that ends @p now.
    int sentIn(Ms now) const;
    /// Nothing leaves before @p until; a hold is only ever prolonged. True if it was.
    bool holdUntil(Ms until);
    bool isHeld(Ms now) const { return now < m_heldUntil; }
    Ms heldUntil() const { return m_heldUntil; }

private:
    int m_requests;
    Ms m_window;
    Ms m_memory; ///< the longest window there has been: how long a send is remembered
    Ms m_heldUntil = Ms::min();
    std::deque<Ms> m_sent; ///< the sends of the last m_memory, oldest first
};

} // namespace hangup
