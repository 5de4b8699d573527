// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/celldelegate.h"

namespace hangup {

/// Cells of the table "Log": fixed-width, the outcome with symbol and colour.
class LogDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    CellLook look(const QModelIndex &index, const QPalette &palette) const override;

private:
    mutable OutcomeLooks m_looks;
};

} // namespace hangup
