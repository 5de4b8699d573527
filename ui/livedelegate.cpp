// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/livedelegate.h"

#include "models/livecallmodel.h"
#include "ui/theme.h"

using namespace Qt::StringLiterals;

namespace hangup {

CellLook LiveDelegate::look(const QModelIndex &index, const QPalette &palette) const
{
    CellLook look;
    look.fixed = index.column() == LiveCallModel::UuidColumn;
    if (index.data(LiveCallModel::GoneRole).toBool()) {
        look.colour = theme::mutedColour(palette);
        look.italic = true; // in high contrast there is no grey
        return look;
    }
    if (index.column() == LiveCallModel::StuckColumn) {
        if (index.data(LiveCallModel::StuckRole).toBool()) {
            const QColor colour = theme::outcomeColour(Outcome::Unknown, palette);
            if (m_paletteKey != palette.cacheKey()) {
                m_paletteKey = palette.cacheKey();
                m_stuckIcon = theme::icon(u"warning"_s, palette, colour);
            }
            look.icon = m_stuckIcon;
            look.colour = colour;
        } else {
            look.colour = theme::mutedColour(palette); // "Not sure"
        }
    } else if (index.column() == LiveCallModel::StatusColumn && index.data(LiveCallModel::UnreadRole).toBool()) {
        look.colour = theme::mutedColour(palette);
    }
    return look;
}

} // namespace hangup
