// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/listpages.h"

#include <algorithm>

namespace hangup {

bool ListPages::saysMore(const ListVerdict &list) const
{
    return list.meta.hasNext || (list.meta.total && *list.meta.total > m_entries);
}

bool ListPages::add(const ListVerdict &list)
{
    ++m_pages;
    m_entries += list.entries;
    m_oddIds += list.oddIds;
    const qsizetype before = m_ids.size();
    for (const CallId &id : list.ids) {
        if (!m_seen.contains(id)) {
            m_seen.insert(id);
            m_ids.append(id);
        }
    }
    const bool broughtNothing = m_pages > 1 && m_ids.size() == before;
    if (broughtNothing) {
        // An empty page after a full one is the end. The same calls again, or none where some were promised: the server
        // has no such pages, and nobody knows what it left out.
        m_looksCut = m_promised || list.entries > 0 || saysMore(list);
        return false;
    }
    const int limit = std::clamp(list.meta.limit.value_or(UsualLimit), 1, ListPage::MaxLimit);
    m_promised = saysMore(list);
    if (list.entries == 0 || !(m_promised || list.entries == limit)) {
        m_looksCut = m_promised;
        return false;
    }
    m_next = ListPage::of(limit, m_entries);
    m_looksCut = !m_next || m_pages >= m_maxPages;
    return !m_looksCut;
}

bool ListPages::refused()
{
    noteMissing();
    return m_pages > 0;
}

} // namespace hangup
