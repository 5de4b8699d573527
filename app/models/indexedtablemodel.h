// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <vector>

namespace hangup {

/// A table that shows some of its items in an order of its own. Items are small numbers from 0 that the
/// subclass gives out; which of them are shown, and where, changes by showItems() alone, which works out
/// the cheapest signals that views and persistent indexes (a selection) follow correctly.
class IndexedTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Items that are shown.
    int rowCount(const QModelIndex &parent = {}) const override;

protected:
    /// Up to so many runs of rows leave or come one by one, each where it stands; more go by way of the end of the
    /// table, in one run and one layout change (a run costs a view about as much as a layout change).
    static constexpr int MaxRuns = 32;

    const std::vector<int> &shown() const { return m_shown; }
    /// The item in @p row, or -1.
    int itemAt(int row) const;
    /// The row of @p item, or -1.
    int rowOfItem(int item) const;

    /// Shows exactly @p target, in that order (no item twice). Rows leave first, then come, then move. Items that stay
    /// keep their persistent indexes. The data of items that leave must stay readable until it returns. With @p
    /// maxInsertRuns 1 all that comes is one rowsInserted(). Not to be called by a slot of one of its own signals.
    void showItems(const std::vector<int> &target, int maxInsertRuns = MaxRuns);
    /// Shows @p items, of which none is shown, behind those that are, in one rowsInserted(). Takes time by how many come,
    /// not by how many there are. When it may be called is as for showItems().
    void appendItems(const std::vector<int> &items);
    /// dataChanged() for whole rows of those of @p items that are shown, in runs of adjoining rows.
    void emitChanged(const std::vector<int> &items);
    /// Forgets which items ever were: only with nothing shown.
    void forgetItems();

private:
    void hideAllBut(const std::vector<int> &targetRow);
    void insertRuns(const std::vector<int> &target);
    void removeRun(int first, int last);
    void insertRun(int row, const int *begin, const int *end);
    void rearrange(std::vector<int> order);
    void renumber(std::size_t from);

    std::vector<int> m_shown; ///< row -> item
    std::vector<int> m_rowOf; ///< item -> row, or -1
    bool m_isChanging = false; ///< in showItems()
};

} // namespace hangup
