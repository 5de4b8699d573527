// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/indexedtablemodel.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace hangup {

namespace {

/// Half-open runs of positions in 0..count for which @p in holds.
template <typename Predicate>
std::vector<std::pair<int, int>> runsWhere(int count, Predicate in)
{
    std::vector<std::pair<int, int>> runs;
    for (int i = 0; i < count;) {
        if (!in(i)) {
            ++i;
            continue;
        }
        int end = i + 1;
        while (end < count && in(end))
            ++end;
        runs.emplace_back(i, end);
        i = end;
    }
    return runs;
}

std::size_t at(int i)
{
    return static_cast<std::size_t>(i);
}

} // namespace

int IndexedTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int IndexedTableModel::itemAt(int row) const
{
    return row >= 0 && at(row) < m_shown.size() ? m_shown[at(row)] : -1;
}

int IndexedTableModel::rowOfItem(int item) const
{
    return item >= 0 && at(item) < m_rowOf.size() ? m_rowOf[at(item)] : -1;
}

void IndexedTableModel::showItems(const std::vector<int> &target, int maxInsertRuns)
{
    Q_ASSERT_X(!m_isChanging, "showItems", "called in the middle of itself");
    const QScopedValueRollback changing(m_isChanging, true);
    const int highest = target.empty() ? -1 : *std::max_element(target.begin(), target.end());
    if (at(highest + 1) > m_rowOf.size())
        m_rowOf.resize(at(highest + 1), -1);

    std::vector<int> targetRow(m_rowOf.size(), -1);
    for (std::size_t i = 0; i < target.size(); ++i)
        targetRow[at(target[i])] = static_cast<int>(i);
    hideAllBut(targetRow);

    if (m_shown.size() < target.size()) {
        const bool inOrder = std::is_sorted(m_shown.begin(), m_shown.end(),
                                            [&targetRow](int a, int b) { return targetRow[at(a)] < targetRow[at(b)]; });
        const auto comes = [&](int i) { return m_rowOf[at(target[at(i)])] < 0; };
        if (inOrder && std::cmp_less_equal(runsWhere(static_cast<int>(target.size()), comes).size(), maxInsertRuns)) {
            insertRuns(target);
        } else {
            std::vector<int> coming;
            std::copy_if(target.begin(), target.end(), std::back_inserter(coming),
                         [this](int item) { return m_rowOf[at(item)] < 0; });
            insertRun(static_cast<int>(m_shown.size()), coming.data(), coming.data() + coming.size());
        }
    }
    if (m_shown != target)
        rearrange(target);
}

void IndexedTableModel::appendItems(const std::vector<int> &items)
{
    Q_ASSERT_X(!m_isChanging, "appendItems", "called in the middle of a change");
    if (items.empty())
        return;
    const QScopedValueRollback changing(m_isChanging, true);
    const std::size_t wanted = at(*std::max_element(items.begin(), items.end()) + 1);
    if (wanted > m_rowOf.size())
        m_rowOf.resize(wanted, -1);
    insertRun(rowCount(), items.data(), items.data() + items.size());
}

void IndexedTableModel::hideAllBut(const std::vector<int> &targetRow)
{
    const auto leaves = [&](int row) { return targetRow[at(m_shown[at(row)])] < 0; };
    auto runs = runsWhere(rowCount(), leaves);
    if (std::cmp_greater(runs.size(), MaxRuns)) {
        std::vector<int> order = m_shown;
        const auto stay = std::stable_partition(order.begin(), order.end(),
                                                [&targetRow](int item) { return targetRow[at(item)] >= 0; });
        runs = { { static_cast<int>(stay - order.begin()), rowCount() } };
        rearrange(std::move(order));
    }
    // From the back, so that the rows of the runs still to go stay right.
    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
        removeRun(run->first, run->second - 1);
}

void IndexedTableModel::insertRuns(const std::vector<int> &target)
{
    const auto comes = [&](int i) { return m_rowOf[at(target[at(i)])] < 0; };
    for (const auto &[first, end] : runsWhere(static_cast<int>(target.size()), comes))
        insertRun(first, target.data() + first, target.data() + end);
}

void IndexedTableModel::removeRun(int first, int last)
{
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row)
        m_rowOf[at(m_shown[at(row)])] = -1;
    m_shown.erase(m_shown.begin() + first, m_shown.begin() + last + 1);
    renumber(at(first));
    endRemoveRows();
}

void IndexedTableModel::insertRun(int row, const int *begin, const int *end)
{
    beginInsertRows({}, row, row + static_cast<int>(end - begin) - 1);
    m_shown.insert(m_shown.begin() + row, begin, end);
    renumber(at(row));
    endInsertRows();
}

void IndexedTableModel::rearrange(std::vector<int> order)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const std::vector<int> was = std::exchange(m_shown, std::move(order));
    renumber(0);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.append(createIndex(m_rowOf[at(was[at(index.row())])], index.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void IndexedTableModel::renumber(std::size_t from)
{
    for (std::size_t row = from; row < m_shown.size(); ++row)
        m_rowOf[at(m_shown[row])] = static_cast<int>(row);
}

void IndexedTableModel::emitChanged(const std::vector<int> &items)
{
    std::vector<int> rows;
    rows.reserve(items.size());
    for (const int item : items) {
        if (const int row = rowOfItem(item); row >= 0)
            rows.push_back(row);
    }
    if (!std::is_sorted(rows.begin(), rows.end()))
        std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    // Never from the first to the last: a view would repaint, and a proxy re-sort, all that lies between.
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        Q_EMIT dataChanged(index(rows[i], 0), index(rows[end - 1], columnCount() - 1));
        i = end;
    }
}

void IndexedTableModel::forgetItems()
{
    Q_ASSERT(m_shown.empty());
    m_rowOf = {};
    m_shown = {};
}

} // namespace hangup
