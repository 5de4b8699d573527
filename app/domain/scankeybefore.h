// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/scankey.h"

#include <QStringView>

#include <array>

namespace hangup::scan {

/// Reads what stands before an id, backwards and within its line, at most Reach characters: constant work an id.
/// Percent-escapes are read as what they stand for.
class KeyBefore
{
public:
    static constexpr int Reach = 96;

    enum class Kind : quint8 {
        Nothing, ///< something that is no key
        LineStart, ///< nothing but blanks, quotes and brackets
        ListGoesOn, ///< a comma or the like: what holds for the list may hold here
        Key,
    };

    /// @p acrossTabs: a tab counts as a blank, so that "Recording ID<tab>id" is a key; false within a known table.
    KeyBefore(QStringView text, qsizetype at, bool acrossTabs);

    Kind kind() const { return m_kind; }
    const Key &key() const { return m_key; }
    /// For ListGoesOn: where the item before ends in the text, its closing quote left out.
    qsizetype previousEnd() const { return m_previousEnd; }

private:
    void load(QStringView text, qsizetype at);
    bool blankAt(int place) const;
    bool quoteAt(int place) const;
    int skipBlanks(int place) const;
    int skipDecoration();
    void read(int place);
    void readSeparated(int place);
    void readTag(int place);
    void readPath(int place);
    void readWords(int place, KeyPlace keyPlace);
    bool readQuoted(int place);
    bool take(int from, int to, KeyPlace keyPlace);

    // Not cleared: most ids have little before them, and there may be 100,000.
    std::array<char16_t, Reach> m_units; ///< m_size of them, nearest first
    std::array<qsizetype, Reach> m_places;
    int m_size = 0;
    bool m_acrossTabs = true;
    bool m_blankSeen = false;
    Kind m_kind = Kind::Nothing;
    Key m_key;
    qsizetype m_previousEnd = -1;
};

} // namespace hangup::scan
