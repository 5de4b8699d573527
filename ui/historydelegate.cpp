// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/historydelegate.h"

#include "domain/proof.h"
#include "models/historybatchmodel.h"
#include "models/historycallmodel.h"
#include "ui/theme.h"

namespace hangup {

namespace {

/// What is proven stands out, and a call that is still live more so; what is open or elsewhere doesn't.
CellLook proofLook(const QModelIndex &index, const QPalette &palette)
{
    CellLook look;
    switch (static_cast<ProofState>(index.data(HistoryCallModel::ProofRole).toInt())) {
    case ProofState::Proven:
        look.colour = theme::outcomeColour(Outcome::Ended, palette);
        look.bold = true;
        break;
    case ProofState::StillLive:
        look.colour = theme::outcomeColour(Outcome::Refused, palette);
        look.bold = true;
        break;
    case ProofState::NotYet:
        look.colour = theme::mutedColour(palette);
        break;
    case ProofState::None:
    case ProofState::EndedOtherwise:
    case ProofState::Gone:
        break;
    }
    return look;
}

} // namespace

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
        look.bold = true;
        if (const QVariant value = index.data(HistoryCallModel::OutcomeRole); value.isValid()) {
            const auto outcome = static_cast<Outcome>(value.toInt());
            look.icon = m_icons.of(outcome, palette);
            look.colour = theme::outcomeColour(outcome, palette);
        } else {
            look.icon = m_icons.waiting(palette);
            look.colour = theme::waitingColour(palette);
        }
        break;
    case HistoryCallModel::ProofColumn:
        look = proofLook(index, palette);
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
