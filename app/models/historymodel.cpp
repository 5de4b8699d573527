// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/historymodel.h"

using namespace Qt::StringLiterals;

namespace hangup {

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isWaiting && rowCount() < m_total;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isWaiting = true;
    Q_EMIT moreWanted();
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return IndexedTableModel::headerData(section, orientation, role);
    if (section < 0 || section >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return header(section);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default: // roles are an open set
        return {};
    }
}

QString HistoryModel::accessible(int column, const QString &text) const
{
    return u"%1: %2"_s.arg(header(column), text.isEmpty() ? tr("none") : text);
}

void HistoryModel::arrived(int total)
{
    m_isWaiting = false;
    const bool isNew = total != m_total;
    m_total = total;
    if (isNew)
        Q_EMIT totalChanged(total);
}

} // namespace hangup
