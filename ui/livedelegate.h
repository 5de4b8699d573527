// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/celldelegate.h"

namespace hangup {

/// Cells of the live calls: what is gone is grey, what looks stuck stands out, ids have the fixed-width face.
class LiveDelegate final : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    CellLook look(const QModelIndex &index, const QPalette &palette) const override;

private:
    mutable QIcon m_stuckIcon;
    mutable qint64 m_paletteKey = 0;
};

} // namespace hangup
