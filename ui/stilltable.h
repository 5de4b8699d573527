// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollBar>
#include <QTableView>

#include <utility>

namespace hangup {

/// A table that stays where it is when its current row leaves. Qt makes another row the current one then, and scrolls
/// to where that stands before the others have left: behind a filter that hides many, to the end.
class StillTable : public QTableView
{
public:
    using QTableView::QTableView;

protected:
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override
    {
        const int row = currentIndex().row();
        m_isCurrentLeaving = row >= start && row <= end;
        QTableView::rowsAboutToBeRemoved(parent, start, end);
    }

    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override
    {
        const bool isByRemoval = std::exchange(m_isCurrentLeaving, false);
        const int across = horizontalScrollBar()->value();
        const int down = verticalScrollBar()->value();
        QTableView::currentChanged(current, previous);
        if (isByRemoval) {
            horizontalScrollBar()->setValue(across);
            verticalScrollBar()->setValue(down);
        }
    }

private:
    bool m_isCurrentLeaving = false;
};

} // namespace hangup
