// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/outcome.h"
#include "models/indexedtablemodel.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace hangup {

/// The log: at most `capacity` lines, the oldest go first. Filter by outcome and text by an index of its own.
class LogModel : public IndexedTableModel
{
    Q_OBJECT
public:
    static constexpr int DefaultCapacity = 20000;
    enum Column {
        TimeColumn,
        CallColumn,
        SentColumn,
        StatusColumn,
        OutcomeColumn,
        MessageColumn,
        ApiIdColumn,
        TookColumn,
        ColumnCount
    };
    enum Role {
        OutcomeRole = Qt::UserRole + 1, ///< int of Outcome, or invalid
    };

    explicit LogModel(int capacity = DefaultCapacity, QObject *parent = nullptr);
    ~LogModel() override;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// One insert (and at most one removal) for a whole run.
    void append(const QList<LogEntry> &entries);
    void clear();
    int total() const; ///< lines kept, whatever the filter
    qint64 dropped() const; ///< lines that went because of the capacity
    QList<LogEntry> entries() const; ///< all kept, oldest first
    std::optional<CallId> idAt(int row) const;
    QString lineText(int row) const; ///< the whole line as text, as copied

    void setTextFilter(const QString &text);
    /// Nothing: all. NotLive takes both kinds. Notes are shown only without an outcome filter.
    void setOutcomeFilter(std::optional<Outcome> outcome);

private:
    struct Private;

    void refilter();

    std::unique_ptr<Private> d;
};

} // namespace hangup
