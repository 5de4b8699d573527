// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QList>

#include <vector>

namespace hangup {

/// The rows of answers from the journal, each under its key, as the items of an IndexedTableModel: a row that comes
/// again is the same item, so that selection and scroll position stay with it.
///
/// @tparam Traits `Row`, `Key`, `static Key key(const Row &)`, and `static bool same(const Row &, const Row &)`: they
/// look the same.
template <typename Traits>
class HistoryRows
{
public:
    using Row = typename Traits::Row;
    using Key = typename Traits::Key;

    const Row &at(int item) const { return m_rows[static_cast<std::size_t>(item)]; }
    int find(const Key &key) const { return m_items.value(key, -1); }

    /// The items of @p rows in their order behind @p before, each once; those whose looks changed go to @p changed.
    std::vector<int> take(const QList<Row> &rows, std::vector<int> before, std::vector<int> &changed)
    {
        std::vector<bool> taken(m_rows.size());
        for (const int item : before)
            taken[static_cast<std::size_t>(item)] = true;
        before.reserve(before.size() + static_cast<std::size_t>(rows.size()));
        for (const Row &row : rows) {
            const auto item = static_cast<std::size_t>(put(row, changed));
            taken.resize(m_rows.size());
            if (taken[item])
                continue; // twice in one answer, or moved here while it was read
            taken[item] = true;
            before.push_back(static_cast<int>(item));
        }
        return before;
    }

    /// Takes the values of @p rows for the items from @p at on; false, and nothing done, when these are others.
    bool update(const QList<Row> &rows, const std::vector<int> &shown, std::size_t at, std::vector<int> &changed)
    {
        if (at + static_cast<std::size_t>(rows.size()) > shown.size())
            return false;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (find(Traits::key(rows[i])) != shown[at + static_cast<std::size_t>(i)])
                return false;
        }
        for (const Row &row : rows)
            put(row, changed);
        return true;
    }

    /// Forgets all but @p shown; when the model shows exactly those.
    void keep(const std::vector<int> &shown)
    {
        if (static_cast<qsizetype>(shown.size()) == m_items.size())
            return;
        std::vector<bool> stays(m_rows.size());
        for (const int item : shown)
            stays[static_cast<std::size_t>(item)] = true;
        for (auto it = m_items.begin(); it != m_items.end();) {
            if (stays[static_cast<std::size_t>(it.value())]) {
                ++it;
            } else {
                m_free.push_back(it.value());
                it = m_items.erase(it);
            }
        }
    }

private:
    int put(const Row &row, std::vector<int> &changed)
    {
        const Key key = Traits::key(row);
        if (const int item = find(key); item >= 0) {
            Row &old = m_rows[static_cast<std::size_t>(item)];
            if (!Traits::same(old, row))
                changed.push_back(item);
            old = row;
            return item;
        }
        int item = static_cast<int>(m_rows.size());
        if (m_free.empty()) {
            m_rows.push_back(row);
        } else {
            item = m_free.back();
            m_free.pop_back();
            m_rows[static_cast<std::size_t>(item)] = row;
        }
        m_items.insert(key, item);
        return item;
    }

    std::vector<Row> m_rows; ///< item -> row
    std::vector<int> m_free; ///< items without a row
    QHash<Key, int> m_items;
};

} // namespace hangup
