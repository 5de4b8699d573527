// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/historybatchmodel.h"

#include "models/calltexts.h"
#include "models/historyrows.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

struct BatchTraits
{
    using Row = HistoryBatch;
    using Key = quint64;
    static Key key(const Row &row) { return row.info.batch; }
    /// What was confirmed never changes.
    static bool same(const Row &a, const Row &b)
    {
        return a.tally == b.tally && a.proven == b.proven && a.finishedAtMs == b.finishedAtMs;
    }
};

std::optional<Outcome> countedOutcome(int column)
{
    switch (static_cast<HistoryBatchModel::Column>(column)) {
    case HistoryBatchModel::EndedColumn:
        return Outcome::Ended;
    case HistoryBatchModel::NotLiveColumn:
        return Outcome::NotLive;
    case HistoryBatchModel::RefusedColumn:
        return Outcome::Refused;
    case HistoryBatchModel::UnknownColumn:
        return Outcome::Unknown;
    case HistoryBatchModel::NotSentColumn:
        return Outcome::NotSent;
    case HistoryBatchModel::WhenColumn:
    case HistoryBatchModel::TicketColumn:
    case HistoryBatchModel::ReasonColumn:
    case HistoryBatchModel::AccountColumn:
    case HistoryBatchModel::OperatorColumn:
    case HistoryBatchModel::CallsColumn:
    case HistoryBatchModel::WaitingColumn:
    case HistoryBatchModel::ProvenColumn:
    case HistoryBatchModel::ColumnCount:
        break;
    }
    return std::nullopt;
}

/// Nothing for columns that don't count.
std::optional<int> count(const HistoryBatch &batch, int column)
{
    if (const auto outcome = countedOutcome(column))
        return *outcome == Outcome::NotLive ? batch.tally.notLiveBoth() : batch.tally[*outcome];
    if (column == HistoryBatchModel::CallsColumn)
        return batch.tally.accepted();
    if (column == HistoryBatchModel::WaitingColumn)
        return batch.tally.waiting;
    if (column == HistoryBatchModel::ProvenColumn)
        return batch.proven;
    return std::nullopt;
}

QString cell(const HistoryBatch &batch, int column)
{
    if (const auto number = count(batch, column))
        return QString::number(*number);
    switch (column) {
    case HistoryBatchModel::WhenColumn:
        return QDateTime::fromMSecsSinceEpoch(batch.info.atMs).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    case HistoryBatchModel::TicketColumn:
        return batch.info.words.ticket;
    case HistoryBatchModel::ReasonColumn:
        return batch.info.words.reason;
    case HistoryBatchModel::AccountColumn:
        return batch.info.accountName;
    case HistoryBatchModel::OperatorColumn:
        return batch.info.operatorName;
    default: // the counts, above
        return {};
    }
}

QString toolTip(const HistoryBatch &batch, int column)
{
    if (column == HistoryBatchModel::WhenColumn)
        return QDateTime::fromMSecsSinceEpoch(batch.info.atMs).toString(u"yyyy-MM-dd HH:mm:ss.zzz t"_s);
    if (column == HistoryBatchModel::AccountColumn)
        return batch.info.accountName + u" ("_s + batch.info.authId.toString() + u')';
    return cell(batch, column);
}

} // namespace

struct HistoryBatchModel::Private
{
    HistoryRows<BatchTraits> rows;
};

HistoryBatchModel::HistoryBatchModel(QObject *parent) : HistoryModel(parent), d(std::make_unique<Private>()) { }

HistoryBatchModel::~HistoryBatchModel() = default;

int HistoryBatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryBatchModel::data(const QModelIndex &index, int role) const
{
    const int item = index.isValid() && index.model() == this ? itemAt(index.row()) : -1;
    if (item < 0)
        return {};
    const HistoryBatch &batch = d->rows.at(item);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cell(batch, column);
    case Qt::ToolTipRole: {
        const QString text = calltexts::plainToolTip(toolTip(batch, column));
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    case Qt::AccessibleTextRole:
        return accessible(column, cell(batch, column));
    case Qt::TextAlignmentRole:
        return isNumeric(column) ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case BatchRole:
        return QVariant::fromValue(batch.info.batch);
    case AtRole:
        return QVariant::fromValue(batch.info.atMs);
    case OutcomeRole: {
        const auto outcome = countedOutcome(column);
        return outcome ? QVariant(static_cast<int>(*outcome)) : QVariant();
    }
    case CountRole: {
        const auto number = count(batch, column);
        return number ? QVariant(*number) : QVariant();
    }
    default: // roles are an open set
        return {};
    }
}

QString HistoryBatchModel::header(int column) const
{
    switch (static_cast<Column>(column)) {
    case WhenColumn:
        return tr("Confirmed");
    case TicketColumn:
        return tr("Ticket");
    case ReasonColumn:
        return tr("Reason");
    case AccountColumn:
        return tr("Account");
    case OperatorColumn:
        return tr("By");
    case CallsColumn:
        return tr("Calls");
    case EndedColumn:
        return tr("Ended");
    case NotLiveColumn:
        return tr("Not live");
    case RefusedColumn:
        return tr("Refused");
    case UnknownColumn:
        return tr("Unknown");
    case NotSentColumn:
        return tr("Not sent");
    case WaitingColumn:
        return tr("Waiting");
    case ProvenColumn:
        return tr("Proven");
    case ColumnCount:
        break;
    }
    return {};
}

void HistoryBatchModel::setRows(const QList<HistoryBatch> &rows, int total)
{
    std::vector<int> changed;
    const std::vector<int> target = d->rows.take(rows, {}, changed);
    show(target, changed, total);
}

void HistoryBatchModel::append(const QList<HistoryBatch> &rows, int total)
{
    std::vector<int> changed;
    const std::vector<int> target = d->rows.take(rows, shown(), changed);
    // A page that brings nothing new is the last, whatever the number says: it would be asked for again and again.
    const bool isEnd = target.size() == shown().size();
    show(target, changed, isEnd ? static_cast<int>(target.size()) : total);
}

void HistoryBatchModel::show(const std::vector<int> &target, const std::vector<int> &changed, int total)
{
    showItems(target);
    d->rows.keep(shown());
    emitChanged(changed);
    arrived(total);
}

std::optional<HistoryBatch> HistoryBatchModel::batchAt(int row) const
{
    const int item = itemAt(row);
    return item >= 0 ? std::optional(d->rows.at(item)) : std::nullopt;
}

int HistoryBatchModel::rowOf(quint64 batch) const
{
    const int item = d->rows.find(batch);
    return item >= 0 ? rowOfItem(item) : -1;
}

} // namespace hangup
