// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <mutex>
#include <utility>

namespace hangup {

/// What one thread hands to another, in order. Without Qt, so that ThreadSanitizer can watch it: Debian's Qt is not
/// built for that, and correct QMutex code looks wrong to it. Thread-safe; the receiver is woken by whoever is told so.
template <typename T, typename Mutex = std::mutex>
class Handover
{
public:
    using Items = std::deque<T>;

    /// Adds @p item. True: the caller must wake the receiver; once it has been woken, nobody else is told so until it
    /// has taken all. @p soon: nobody waits for the item, so that waking it later is enough; a later item that is
    /// waited for says true all the same.
    bool push(T item, bool soon = false)
    {
        const std::lock_guard<Mutex> lock(m_mutex);
        m_items.push_back(std::move(item));
        const bool wake = !m_woken && !(soon && m_wokenSoon);
        (soon ? m_wokenSoon : m_woken) = true;
        return wake;
    }

    /// All that was handed over, oldest first.
    Items takeAll()
    {
        Items items;
        const std::lock_guard<Mutex> lock(m_mutex);
        items.swap(m_items);
        m_woken = false;
        m_wokenSoon = false;
        return items;
    }

private:
    Mutex m_mutex;
    Items m_items;
    bool m_woken = false; ///< the receiver knows that there is something
    bool m_wokenSoon = false; ///< it knows, but takes its time
};

} // namespace hangup
