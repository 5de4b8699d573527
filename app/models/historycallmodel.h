// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "models/historymodel.h"

#include <memory>
#include <optional>

namespace hangup {

/// Calls of the history: of the newest batch first, within it in the user's order, as the journal gives them.
class HistoryCallModel final : public HistoryModel
{
    Q_OBJECT
public:
    enum Column {
        UuidColumn,
        OutcomeColumn,
        ProofColumn,
        SourceColumn, ///< hangup source, as Plivo's record says
        HttpColumn,
        AttemptsColumn,
        WhenColumn, ///< of the outcome
        MessageColumn, ///< Plivo's words
        TicketColumn,
        AccountColumn,
        ColumnCount
    };
    enum Role {
        BatchRole = Qt::UserRole + 1, ///< quint64
        UuidRole, ///< QString, 36 characters
        OutcomeRole, ///< int of Outcome; invalid: under way
        ProofRole, ///< int of ProofState
        AtRole, ///< qint64: UTC, ms since 1970, of the outcome; invalid: under way
    };

    explicit HistoryCallModel(QObject *parent = nullptr);
    ~HistoryCallModel() override;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QString header(int column) const override;
    bool isNumeric(int column) const override { return column == HttpColumn || column == AttemptsColumn; }

    /// These are the first of @p total; rows that are here already keep their persistent indexes.
    void setRows(const QList<HistoryCall> &rows, int total);
    /// These come next.
    void append(const QList<HistoryCall> &rows, int total);
    /// What became of the rows from @p offset on; false, and nothing changed, when other calls stand there, or the
    /// total is another.
    bool updateRows(int offset, const QList<HistoryCall> &rows, int total);
    std::optional<HistoryCall> callAt(int row) const;
    /// The row of that call in that batch, or -1.
    int rowOf(quint64 batch, const CallId &id) const;

private:
    struct Private;
    void show(const std::vector<int> &target, const std::vector<int> &changed, int total);
    std::unique_ptr<Private> d;
};

} // namespace hangup
