// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/logdelegate.h"

#include "models/logmodel.h"
#include "ui/theme.h"

namespace hangup {

CellLook LogDelegate::look(const QModelIndex &index, const QPalette &palette) const
{
    CellLook look;
    look.fixed = true;
    switch (static_cast<LogModel::Column>(index.column())) {
    case LogModel::OutcomeColumn: {
        const QVariant value = index.data(LogModel::OutcomeRole);
        if (value.isValid()) {
            const auto outcome = static_cast<Outcome>(value.toInt());
            look.icon = m_icons.of(outcome, palette);
            look.colour = theme::outcomeColour(outcome, palette);
        }
        break;
    }
    case LogModel::ApiIdColumn:
        look.elide = Qt::ElideMiddle;
        look.colour = theme::mutedColour(palette);
        break;
    case LogModel::TimeColumn:
    case LogModel::SentColumn:
        look.colour = theme::mutedColour(palette);
        break;
    case LogModel::CallColumn:
    case LogModel::StatusColumn:
    case LogModel::MessageColumn:
    case LogModel::TookColumn:
    case LogModel::ColumnCount:
        break;
    }
    return look;
}

} // namespace hangup
