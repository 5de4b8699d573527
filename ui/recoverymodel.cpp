// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/recoverymodel.h"

#include "domain/words.h"
#include "models/calltexts.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

bool isSameCall(const HistoryCall &a, const HistoryCall &b)
{
    return a.id == b.id && a.batch.batch == b.batch.batch;
}

/// When it was sent, or, never sent, when its batch was confirmed.
qint64 timeOf(const HistoryCall &call)
{
    return call.result && call.result->startedAtMs > 0 ? call.result->startedAtMs : call.batch.atMs;
}

} // namespace

RecoveryModel::RecoveryModel(QObject *parent) : QAbstractTableModel(parent) { }

void RecoveryModel::setCalls(const QList<HistoryCall> &calls)
{
    if (std::equal(calls.begin(), calls.end(), m_calls.begin(), m_calls.end(), isSameCall)) {
        m_calls = calls;
        if (!calls.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_calls = calls;
    endResetModel();
}

int RecoveryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_calls.size());
}

int RecoveryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecoveryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HistoryCall &call = m_calls.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(call, index.column());
    case Qt::ToolTipRole:
        return calltexts::plainToolTip(toolTip(call, index.column()));
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(headerData(index.column(), Qt::Horizontal).toString(), text(call, index.column()));
    case OutcomeRole:
        return call.result ? QVariant(static_cast<int>(call.result->outcome)) : QVariant();
    case ProofRole:
        return static_cast<int>(call.proof.state);
    default: // roles are an open set
        return {};
    }
}

QString RecoveryModel::text(const HistoryCall &call, int column) const
{
    switch (static_cast<Column>(column)) {
    case TimeColumn:
        return QDateTime::fromMSecsSinceEpoch(timeOf(call)).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    case UuidColumn:
        return call.id.toString();
    case OutcomeColumn:
        return call.result ? words::outcomeShort(call.result->outcome) : QString();
    case ProofColumn:
        return words::proofShort(call.proof);
    case TicketColumn:
        return call.batch.words.ticket;
    case ColumnCount:
        break;
    }
    return {};
}

QString RecoveryModel::toolTip(const HistoryCall &call, int column) const
{
    if (column == OutcomeColumn && call.result)
        return words::resultSentence(*call.result);
    if (column == ProofColumn)
        return words::proofSentence(call.proof);
    return text(call, column);
}

QVariant RecoveryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (static_cast<Column>(section)) {
    case TimeColumn:
        return tr("Time");
    case UuidColumn:
        return tr("Call UUID");
    case OutcomeColumn:
        return tr("Outcome");
    case ProofColumn:
        return tr("Proof");
    case TicketColumn:
        return tr("Ticket");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace hangup
