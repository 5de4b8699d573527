// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/indexedtablemodel.h"

#include <vector>

namespace hangup {

/// A list of the history that comes in pages: what is there of `total` rows, and the wish for more. Rows come through
/// setRows(), append() and updateRows() of the two kinds; asking the journal is others' work.
class HistoryModel : public IndexedTableModel
{
    Q_OBJECT
public:
    using IndexedTableModel::IndexedTableModel;

    /// Rows that the journal has, here or not.
    int total() const { return m_total; }
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    /// The answer to moreWanted() did not come: it may be wished for again.
    void giveUpMore() { m_isWaiting = false; }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    virtual QString header(int column) const = 0;
    /// Numbers stand on the right, their headers too.
    virtual bool isNumeric(int column) const = 0;

Q_SIGNALS:
    /// A view came to the end: the rows from rowCount() on are wanted. Once, until they or others came.
    void moreWanted();
    void totalChanged(int total);

protected:
    /// "Ticket: none".
    QString accessible(int column, const QString &text) const;
    void arrived(int total);

private:
    int m_total = 0;
    bool m_isWaiting = false;
};

} // namespace hangup
