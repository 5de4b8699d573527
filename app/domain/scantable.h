// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/scankey.h"

#include <QList>
#include <QStringView>

namespace hangup::scan {

/// The header of a table (CSV with comma, semicolon, tab or bar, or a single column) and what it says of the rows below
/// it. It holds until a blank line, or a line with another number of columns.
class TableHeader
{
public:
    bool active() const { return !m_columns.isEmpty(); }
    /// What the header says of the id at @p offset of @p line; null when it says nothing. @p lineNumber makes each
    /// line be taken apart once.
    const Key *columnAt(QStringView line, int lineNumber, qsizetype offset);
    /// To be told of each line without an id. @p hasIdWord: some word of it ends in "id" or "ids".
    void lineWithoutId(QStringView line, bool hasIdWord);

private:
    bool readHeader(QStringView line);
    bool fits(QStringView line);
    bool fitsSingleColumn(QStringView line) const;

    QList<Key> m_columns;
    QChar m_delimiter; ///< null for a single column
    QList<qsizetype> m_begins; ///< of the cells of m_line
    int m_line = 0;
};

} // namespace hangup::scan
