// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/calllistmodel.h"
#include "models/calltable.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace hangup {

/// Decides which calls a filter lets through. Builds no string per row: words and shared texts are looked at once per
/// filter, ids as digits, and contexts in one pass over the text they share.
class CallMatcher
{
public:
    explicit CallMatcher(const CallTable &table) : m_table(table) { }

    /// False when @p text is what it was.
    bool setText(const QString &text);
    bool setFilter(CallFilter filter);
    CallFilter filter() const { return m_filter; }
    bool isActive() const { return m_filter != CallFilter::All || !m_needle.isEmpty(); }
    /// Not const: it remembers what it looked at.
    bool fits(const CallRow &row);
    /// After CallTable::clear(): the numbers of texts begin anew.
    void forgetTexts();

private:
    /// A text case-folded, with the first match at or after `from` (npos: none). What a filter takes in a long text is
    /// the time to read it from memory, so it is kept in bytes where it can be.
    struct Source
    {
        std::optional<QByteArray> narrow; ///< in Latin-1
        QString wide; ///< if it has other characters
        bool isFolded = false;
        std::size_t from = 0;
        std::size_t match = 0;
        bool isSearched = false;
    };

    bool fitsFilter(const CallRow &row) const;
    bool fitsText(const CallRow &row);
    bool fitsSharedText(int index);
    bool fitsProof(const CallRow &row);
    bool fitsContext(const CallRow &row);
    template <typename Unit>
    static bool fitsContext(Source &source, std::basic_string_view<Unit> text, std::basic_string_view<Unit> needle,
                            const CallRow &row);
    bool fitsInfo(const CallRow &row) const;
    bool fitsWords(const QString &words) const;

    const CallTable &m_table;
    CallFilter m_filter = CallFilter::All;
    QString m_needle; ///< case-folded
    std::optional<QByteArray> m_narrowNeedle; ///< the same in Latin-1
    HexNeedle m_hexNeedle;
    std::array<bool, AllOutcomes.size()> m_outcomeFits {};
    bool m_maybeUsFits = false;
    std::array<signed char, static_cast<std::size_t>(ProofState::Gone) + 1> m_proofFits {}; ///< as m_textFits
    std::array<bool, static_cast<std::size_t>(IdMark::BLeg) + 1> m_markFits {};
    std::array<bool, static_cast<std::size_t>(Reason::GateRefused) + 1> m_reasonFits {};
    std::vector<signed char> m_textFits; ///< by text of the table: 1 yes, 0 no, -1 not looked at
    std::vector<Source> m_sources;
};

} // namespace hangup
