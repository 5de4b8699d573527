// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"

#include <QAbstractTableModel>

namespace hangup {

/// The calls that a run which ended too early left open, one a row. Read-only; plain text.
class RecoveryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TimeColumn, UuidColumn, OutcomeColumn, ProofColumn, TicketColumn, ColumnCount };
    enum Role {
        OutcomeRole = Qt::UserRole + 1, ///< int of Outcome, or invalid
        ProofRole, ///< int of ProofState
    };

    explicit RecoveryModel(QObject *parent);
    /// Keeps the rows, and a selection, when the calls are the same ones.
    void setCalls(const QList<HistoryCall> &calls);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const HistoryCall &call, int column) const;
    QString toolTip(const HistoryCall &call, int column) const;

    QList<HistoryCall> m_calls;
};

} // namespace hangup
