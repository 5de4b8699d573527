// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/logdelegate.h"

#include "models/logmodel.h"
#include "ui/theme.h"

namespace hangup {

CellLook LogDelegate::look(const QModelIndex &index, const QPalette &palette) const
{
    CellLook look { .fixed = true };
    switch (static_cast<LogModel::Column>(index.column())) {
    case LogModel::OutcomeColumn: {
        const QVariant value = index.data(LogModel::OutcomeRole);
        if (value.isValid()) {
            look = m_looks.of(static_cast<Outcome>(value.toInt()), palette);
            look.bold = false; // each line has one
            look.fixed = true;
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
