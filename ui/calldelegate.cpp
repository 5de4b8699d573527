// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/calldelegate.h"

#include "models/calllistmodel.h"
#include "ui/theme.h"

namespace hangup {
namespace {

std::optional<Outcome> outcomeAt(const QModelIndex &index)
{
    const QVariant value = index.data(CallListModel::OutcomeRole);
    return value.isValid() ? std::optional(static_cast<Outcome>(value.toInt())) : std::nullopt;
}

} // namespace

CellLook CallDelegate::look(const QModelIndex &index, const QPalette &palette) const
{
    CellLook look;
    switch (static_cast<CallListModel::Column>(index.column())) {
    case CallListModel::UuidColumn:
        look.fixed = true;
        break;
    case CallListModel::ApiIdColumn:
        look.fixed = true;
        look.elide = Qt::ElideMiddle;
        break;
    case CallListModel::OutcomeColumn:
        if (const auto outcome = outcomeAt(index))
            look = m_looks.of(*outcome, palette);
        break;
    case CallListModel::StateColumn: {
        const auto state = static_cast<CallState>(index.data(CallListModel::StateRole).toInt());
        if (state == CallState::Waiting || state == CallState::OnItsWay || state == CallState::Looking) {
            look = m_looks.waiting(palette);
            look.bold = state != CallState::Waiting;
        } else {
            look.colour = theme::mutedColour(palette);
        }
        break;
    }
    case CallListModel::ProofColumn:
        look = proofLook(static_cast<ProofState>(index.data(CallListModel::ProofRole).toInt()), palette);
        break;
    case CallListModel::NotesColumn:
        look.colour = theme::mutedColour(palette);
        break;
    case CallListModel::SourceColumn:
    case CallListModel::HttpColumn:
    case CallListModel::AttemptsColumn:
    case CallListModel::TookColumn:
    case CallListModel::WhenColumn:
    case CallListModel::FromColumn:
    case CallListModel::ToColumn:
    case CallListModel::DirectionColumn:
    case CallListModel::AgeColumn:
    case CallListModel::ColumnCount:
        break;
    }
    return look;
}

} // namespace hangup
