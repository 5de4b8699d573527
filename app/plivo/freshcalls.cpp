// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/freshcalls.h"

#include <algorithm>
#include <numeric>

namespace hangup {

FreshCalls::FreshCalls(const QList<CallId> &ids, qint64 place)
    : m_ids(ids)
    , m_byId(static_cast<size_t>(ids.size()))
    , m_gone(static_cast<size_t>(ids.size()), false)
    , m_place(place)
    , m_left(static_cast<int>(ids.size()))
{
    std::iota(m_byId.begin(), m_byId.end(), 0U);
    // Of equal ids the first stays.
    std::sort(m_byId.begin(), m_byId.end(), [this](quint32 a, quint32 b) {
        const auto order = m_ids.at(a) <=> m_ids.at(b);
        return order == 0 ? a < b : order < 0;
    });
    for (size_t i = 1; i < m_byId.size(); ++i) {
        if (m_ids.at(m_byId[i]) == m_ids.at(m_byId[i - 1])) {
            m_gone[m_byId[i]] = true;
            --m_left;
        }
    }
}

std::optional<qint64> FreshCalls::take(const CallId &id)
{
    const auto found = std::lower_bound(m_byId.cbegin(), m_byId.cend(), id,
                                        [this](quint32 index, const CallId &sought) { return m_ids.at(index) < sought; });
    if (found == m_byId.cend() || m_ids.at(*found) != id || m_gone[*found])
        return {};
    m_gone[*found] = true;
    --m_left;
    goOn();
    return m_place + *found;
}

void FreshCalls::goOn()
{
    while (m_first < m_ids.size() && m_gone[static_cast<size_t>(m_first)])
        ++m_first;
}

} // namespace hangup
