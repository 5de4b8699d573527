// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

class QHeaderView;

namespace hangup {

class TableHeader;

/// Order, widths, visibility and sorting of a table's columns, as kept between two starts. An own format:
/// QHeaderView::restoreState() believes what a damaged file says (all columns hidden, widths of millions).
struct TableLayout
{
    struct Section
    {
        int visual = 0; ///< place from the left, from 0
        int width = 0; ///< pixels, LeastWidth to MostWidth
        bool hidden = false;
        friend bool operator==(const Section &, const Section &) = default;
    };
    static constexpr int LeastWidth = 24;
    static constexpr int MostWidth = 4000;

    QList<Section> sections; ///< by column
    int sortColumn = -1; ///< -1: list order
    Qt::SortOrder order = Qt::AscendingOrder;
    friend bool operator==(const TableLayout &, const TableLayout &) = default;

    /// As a header has it now.
    static TableLayout of(const TableHeader &header);
    /// Moves, sizes, hides; the sorting is the view's to apply.
    void applyTo(QHeaderView &header) const;
    QByteArray encode() const;
    /// Nothing when @p state isn't a layout of @p columns columns that shows @p fixedColumn, in every part.
    static std::optional<TableLayout> decode(const QByteArray &state, int columns, int fixedColumn);
};

} // namespace hangup
