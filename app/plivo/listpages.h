// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "plivo/inforeader.h"
#include "plivo/readrequest.h"

#include <QList>
#include <QSet>

#include <optional>

namespace hangup {

/// Gathers one list of calls, page by page. Plivo documents no paging here, so the first page is asked for without any,
/// and another only when a page looks as if it were not all: it names another one or a larger total, or is exactly
/// full. Pure.
class ListPages
{
public:
    /// What Plivo's lists have on a page where they don't say.
    static constexpr int UsualLimit = 20;

    explicit ListPages(int maxPages) : m_maxPages(maxPages) { }

    /// The page to ask for next; nothing: the first one, without a word about pages.
    const std::optional<ListPage> &next() const { return m_next; }
    /// A page came. True: ask for next().
    bool add(const ListVerdict &list);
    /// The page that was asked for is not served (a 4xx). True when it was not the first one, so that there is a list.
    bool refused();

    const QList<CallId> &ids() const { return m_ids; }
    int oddIds() const { return m_oddIds; }
    int pages() const { return m_pages; }
    bool looksCut() const { return m_looksCut; }
    /// A page is missing for another reason.
    void noteMissing() { m_looksCut = m_looksCut || m_pages > 0; }

private:
    bool saysMore(const ListVerdict &list) const;

    int m_maxPages;
    std::optional<ListPage> m_next;
    QList<CallId> m_ids;
    QSet<CallId> m_seen;
    int m_entries = 0;
    int m_oddIds = 0;
    int m_pages = 0;
    bool m_promised = false; ///< the server itself spoke of the page that comes next
    bool m_looksCut = false;
};

} // namespace hangup
