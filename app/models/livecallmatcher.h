// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/hexid.h"
#include "models/livecallmodel.h"
#include "models/livecalltable.h"

#include <QHash>
#include <QString>

namespace hangup {

/// Decides which live calls a filter lets through. Words that many calls share are looked at once.
class LiveCallMatcher
{
public:
    explicit LiveCallMatcher(const LiveCallTable &table) : m_table(table) { }

    void setFilter(const LiveCallFilter &filter);
    const LiveCallFilter &filter() const { return m_filter; }
    bool isActive() const { return m_filter != LiveCallFilter(); }
    /// It lets calls come or go by time alone.
    bool dependsOnAge() const { return m_filter.ageFrom || m_filter.ageBelow || m_filter.ageUnknown; }
    /// Not const: it remembers what it looked at.
    bool fits(const LiveRow &row);
    /// Words have changed with the rules.
    void forgetWords() { m_words.clear(); }

private:
    bool fitsSigns(const LiveRow &row) const;
    bool fitsAge(const LiveRow &row) const;
    bool fitsText(const LiveRow &row);
    bool fitsWords(const QString &key, const LiveRow &row, int column);

    const LiveCallTable &m_table;
    LiveCallFilter m_filter;
    HexNeedle m_hexNeedle;
    bool m_isMoment = false; ///< the text may be a part of a time
    QHash<QString, bool> m_words;
};

} // namespace hangup
