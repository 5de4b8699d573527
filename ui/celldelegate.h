// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/outcome.h"
#include "domain/proof.h"
#include "ui/tableheader.h"

#include <QIcon>
#include <QStyledItemDelegate>

#include <array>

namespace hangup {

/// How one cell differs from plain text.
struct CellLook
{
    QIcon icon {}; ///< before the text
    QColor colour {}; ///< invalid: the palette's
    bool bold = false;
    bool italic = false;
    bool fixed = false; ///< fixed-width face
    Qt::TextElideMode elide = Qt::ElideRight;
};

/// How the outcomes look in one palette; their icons are made anew when the palette changes.
class OutcomeLooks
{
public:
    /// Symbol, colour and weight.
    CellLook of(Outcome outcome, const QPalette &palette);
    /// Of a call that has none yet.
    CellLook waiting(const QPalette &palette);

private:
    void follow(const QPalette &palette);
    qint64 m_key = 0;
    std::array<QIcon, AllOutcomes.size()> m_icons;
    QIcon m_waiting;
};

/// What is proven stands out, and a call that is still live more so; what is open or elsewhere doesn't.
CellLook proofLook(ProofState state, const QPalette &palette);

/// Paints the cells of the tables on one line with their headers: plain text, never HTML, cut with "…" and whole in
/// the tool tip.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(const ColumnSet &rightAligned, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    virtual CellLook look(const QModelIndex &index, const QPalette &palette) const = 0;

private:
    QFont cellFont(const CellLook &look, const QFont &font) const;
    QRect textRect(const QRect &cell, const CellLook &look) const;
    ColumnSet m_rightAligned;
};

} // namespace hangup
