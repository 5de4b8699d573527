// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/livecallmatcher.h"

#include "models/livecalltexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// "14:02", "2026-11", "-24 14:": only then times are looked at, as to write one takes longer than all else.
bool mayBeMoment(const QString &text)
{
    const auto fits = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u':' || c == u'-' || c == u' '; };
    return std::all_of(text.begin(), text.end(), fits) && (text.contains(u':') || text.contains(u'-'));
}

} // namespace

void LiveCallMatcher::setFilter(const LiveCallFilter &filter)
{
    m_filter = filter;
    m_words.clear();
    m_isMoment = mayBeMoment(filter.text);
    m_hexNeedle = filter.text.isEmpty() ? HexNeedle() : HexNeedle(foldedText(filter.text));
}

bool LiveCallMatcher::fits(const LiveRow &row)
{
    return fitsSigns(row) && fitsAge(row) && (m_filter.text.isEmpty() || fitsText(row));
}

bool LiveCallMatcher::fitsSigns(const LiveRow &row) const
{
    const StuckSigns signs = row.finding.signs;
    return (!m_filter.looksStuck || signs != StuckSigns()) && (!m_filter.sign || signs.testFlag(*m_filter.sign));
}

bool LiveCallMatcher::fitsAge(const LiveRow &row) const
{
    if (!dependsOnAge())
        return true;
    const auto age = row.age(m_table.nowMs());
    if (m_filter.ageUnknown)
        return !age;
    return age && (!m_filter.ageFrom || *age >= *m_filter.ageFrom) && (!m_filter.ageBelow || *age < *m_filter.ageBelow);
}

bool LiveCallMatcher::fitsText(const LiveRow &row)
{
    const auto contains = [this](const QString &text) { return text.contains(m_filter.text, Qt::CaseInsensitive); };
    if (m_hexNeedle.isIn(HexId::of(row.id)))
        return true;
    if (row.info && (contains(row.info->from) || contains(row.info->to) || contains(row.info->callerName)))
        return true;
    const auto number = [](auto value) { return QChar(static_cast<char16_t>(u'0' + static_cast<int>(value))); };
    const QString direction = row.info ? QString(number(row.info->direction)) : QString();
    if (fitsWords(u"d"_s + direction, row, LiveCallModel::DirectionColumn))
        return true;
    const bool hasFailed = m_table.failure(row.id);
    const QString status = u"s"_s + number(row.place) + number(row.isQueued) + number(hasFailed)
        + (row.info ? number(row.info->phase) + row.info->status : QString());
    if (fitsWords(status, row, LiveCallModel::StatusColumn))
        return true;
    const QString stuck = u"k"_s + number(row.finding.signs.toInt()) + number(row.finding.notSure);
    if (fitsWords(stuck, row, LiveCallModel::StuckColumn))
        return true;
    return m_isMoment && contains(livecalltexts::display(m_table, row, LiveCallModel::StartedColumn));
}

/// @p key stands for all that the words of the cell are made of.
bool LiveCallMatcher::fitsWords(const QString &key, const LiveRow &row, int column)
{
    const auto known = m_words.constFind(key);
    if (known != m_words.cend())
        return *known;
    const bool fits = livecalltexts::display(m_table, row, column).contains(m_filter.text, Qt::CaseInsensitive);
    m_words.insert(key, fits);
    return fits;
}

} // namespace hangup
