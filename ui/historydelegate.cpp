// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/historydelegate.h"

#include "models/historybatchmodel.h"
#include "models/historycallmodel.h"
#include "ui/theme.h"

namespace hangup {

CellLook HistoryBatchDelegate::look(const QModelIndex &index, const QPalette &palette) const
{
    CellLook look;
    const QVariant count = index.data(HistoryBatchModel::CountRole);
    if (!count.isValid())
        return look;
    if (count.toInt() == 0) {
        look.colour = theme::mutedColour(palette);
        return look;
    }
    look.bold = true;
    if (const QVariant outcome = index.data(HistoryBatchModel::OutcomeRole); outcome.isValid())
        look.colour = theme::outcomeColour(static_cast<Outcome>(outcome.toInt()), palette);
    else if (index.column() == HistoryBatchModel::ProvenColumn)
        look.colour = theme::outcomeColour(Outcome::Ended, palette);
    return look;
}

CellLook HistoryCallDelegate::look(const QModelIndex &index, const QPalette &palette) const
{
    CellLook look;
    switch (static_cast<HistoryCallModel::Column>(index.column())) {
    case HistoryCallModel::UuidColumn:
        look.fixed = true;
        break;
    case HistoryCallModel::OutcomeColumn:
        if (const QVariant value = index.data(HistoryCallModel::OutcomeRole); value.isValid())
            look = m_looks.of(static_cast<Outcome>(value.toInt()), palette);
        else
            look = m_looks.waiting(palette);
        break;
    case HistoryCallModel::ProofColumn:
        look = proofLook(static_cast<ProofState>(index.data(HistoryCallModel::ProofRole).toInt()), palette);
        break;
    case HistoryCallModel::SourceColumn:
    case HistoryCallModel::HttpColumn:
    case HistoryCallModel::AttemptsColumn:
    case HistoryCallModel::WhenColumn:
    case HistoryCallModel::MessageColumn:
    case HistoryCallModel::TicketColumn:
    case HistoryCallModel::AccountColumn:
    case HistoryCallModel::ColumnCount:
        break;
    }
    return look;
}

} // namespace hangup
