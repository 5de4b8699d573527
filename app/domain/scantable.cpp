// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/scantable.h"

#include "domain/callid.h"

#include <algorithm>

namespace hangup::scan {

namespace {

/// Longer cells are no column names.
constexpr qsizetype MaxName = 60;

bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

QStringView bare(QStringView cell)
{
    cell = cell.trimmed();
    if (cell.size() >= 2 && cell.front() == cell.back() && (cell.front() == u'"' || cell.front() == u'\''))
        cell = cell.sliced(1, cell.size() - 2).trimmed();
    return cell;
}

/// Begins of the cells of a line, at most @p most of them. Quoted cells (RFC 4180) may contain the delimiter.
QList<qsizetype> cellBegins(QStringView line, QChar delimiter, qsizetype most)
{
    QList<qsizetype> begins { 0 };
    bool quoted = false;
    bool atBegin = true;
    for (qsizetype at = 0; at < line.size() && begins.size() < most; ++at) {
        const QChar c = line[at];
        if (c == u'"' && (quoted || atBegin)) {
            quoted = !quoted;
            atBegin = true; // a doubled quote opens again at once
        } else if (c == delimiter && !quoted) {
            begins.append(at + 1);
            atBegin = true;
        } else {
            atBegin = atBegin && !quoted && c.isSpace();
        }
    }
    return begins;
}

} // namespace

bool TableHeader::readHeader(QStringView line)
{
    constexpr qsizetype mostColumns = 500;
    for (const QChar delimiter : { QChar(u'\t'), QChar(u';'), QChar(u','), QChar(u'|') }) {
        if (!line.contains(delimiter))
            continue;
        const QList<qsizetype> begins = cellBegins(line, delimiter, mostColumns);
        QList<Key> columns;
        bool known = false;
        for (qsizetype i = 0; i < begins.size(); ++i) {
            const qsizetype end = i + 1 < begins.size() ? begins[i + 1] - 1 : line.size();
            const QStringView name = bare(line.sliced(begins[i], end - begins[i]));
            if (name.size() > MaxName)
                break;
            columns.append(readKey(name, KeyPlace::Named));
            known = known || columns.back().meaning != Meaning::Unknown;
        }
        if (known && columns.size() == begins.size() && columns.size() > 1) {
            m_columns = columns;
            m_delimiter = delimiter;
            return true;
        }
    }
    const QStringView name = bare(line);
    if (name.size() > MaxName)
        return false;
    Key only = readKey(name, KeyPlace::Named);
    if (only.meaning == Meaning::Unknown)
        return false;
    m_columns = { std::move(only) };
    m_delimiter = QChar();
    return true;
}

bool TableHeader::fitsSingleColumn(QStringView line) const
{
    const QStringView cell = bare(line);
    return std::none_of(cell.begin(), cell.end(), [](QChar c) { return c.isSpace() || c == u',' || c == u';'; });
}

bool TableHeader::fits(QStringView line)
{
    if (m_delimiter.isNull()) {
        m_begins = { 0 };
        return fitsSingleColumn(line);
    }
    m_begins = cellBegins(line, m_delimiter, m_columns.size() + 1);
    return m_begins.size() == m_columns.size();
}

const Key *TableHeader::columnAt(QStringView line, int lineNumber, qsizetype offset)
{
    if (!active())
        return nullptr;
    if (m_line != lineNumber) {
        m_line = lineNumber;
        if (!fits(line)) {
            m_columns.clear();
            return nullptr;
        }
    }
    const auto next = std::upper_bound(m_begins.begin(), m_begins.end(), offset);
    return &m_columns[next - m_begins.begin() - 1];
}

void TableHeader::lineWithoutId(QStringView line, bool hasIdWord)
{
    if (hasIdWord && readHeader(line))
        return;
    if (active() && (isBlank(line) || !fits(line)))
        m_columns.clear();
}

} // namespace hangup::scan
