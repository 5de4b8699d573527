// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "models/historymodel.h"

#include <memory>
#include <optional>

namespace hangup {

/// The batches of the history, newest first as the journal gives them.
class HistoryBatchModel final : public HistoryModel
{
    Q_OBJECT
public:
    enum Column {
        WhenColumn,
        TicketColumn,
        ReasonColumn,
        AccountColumn,
        OperatorColumn,
        CallsColumn,
        EndedColumn,
        NotLiveColumn, ///< both kinds
        RefusedColumn,
        UnknownColumn,
        NotSentColumn,
        WaitingColumn, ///< without an outcome yet
        ProvenColumn,
        ColumnCount
    };
    enum Role {
        BatchRole = Qt::UserRole + 1, ///< quint64
        AtRole, ///< qint64: UTC, ms since 1970, of the confirmation
        OutcomeRole, ///< of a column that counts one: int of Outcome; else invalid
        CountRole, ///< of a column that counts: int; else invalid
    };

    explicit HistoryBatchModel(QObject *parent = nullptr);
    ~HistoryBatchModel() override;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QString header(int column) const override;
    bool isNumeric(int column) const override { return column >= CallsColumn; }

    /// These are the first of @p total; rows that are here already keep their persistent indexes.
    void setRows(const QList<HistoryBatch> &rows, int total);
    /// These come next.
    void append(const QList<HistoryBatch> &rows, int total);
    std::optional<HistoryBatch> batchAt(int row) const;
    /// The row of that batch, or -1.
    int rowOf(quint64 batch) const;

private:
    struct Private;
    void show(const std::vector<int> &target, const std::vector<int> &changed, int total);
    std::unique_ptr<Private> d;
};

} // namespace hangup
