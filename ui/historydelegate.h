// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/celldelegate.h"

namespace hangup {

/// Cells of the table of batches: a count stands out in its outcome's colour, none is muted.
class HistoryBatchDelegate final : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    CellLook look(const QModelIndex &index, const QPalette &palette) const override;
};

/// Cells of the table of past calls: outcome with symbol and colour, proof that stands out.
class HistoryCallDelegate final : public CellDelegate
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
