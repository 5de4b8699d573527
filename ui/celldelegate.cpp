// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/celldelegate.h"

#include "ui/theme.h"

#include <QPainter>
#include <QWidget>

namespace hangup {
namespace {

constexpr int IconGap = 6;

} // namespace

CellLook OutcomeLooks::of(Outcome outcome, const QPalette &palette)
{
    follow(palette);
    return { .icon = m_icons.at(static_cast<std::size_t>(outcome)),
             .colour = theme::outcomeColour(outcome, palette),
             .bold = true };
}

CellLook OutcomeLooks::waiting(const QPalette &palette)
{
    follow(palette);
    return { .icon = m_waiting, .colour = theme::waitingColour(palette), .bold = true };
}

void OutcomeLooks::follow(const QPalette &palette)
{
    if (m_key == palette.cacheKey())
        return;
    m_key = palette.cacheKey();
    for (const Outcome outcome : AllOutcomes)
        m_icons.at(static_cast<std::size_t>(outcome)) = theme::outcomeIcon(outcome, palette);
    m_waiting = theme::waitingIcon(palette);
}

CellLook proofLook(ProofState state, const QPalette &palette)
{
    CellLook look;
    switch (state) {
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

CellDelegate::CellDelegate(const ColumnSet &rightAligned, QObject *parent)
    : QStyledItemDelegate(parent), m_rightAligned(rightAligned)
{
}

QFont CellDelegate::cellFont(const CellLook &look, const QFont &font) const
{
    QFont result = look.fixed ? theme::fixedFont() : font;
    result.setBold(look.bold);
    result.setItalic(look.italic);
    return result;
}

QRect CellDelegate::textRect(const QRect &cell, const CellLook &look) const
{
    const int before = look.icon.isNull() ? 0 : theme::iconSize() + IconGap;
    return cell.adjusted(TableHeader::Padding + before, 0, -TableHeader::Padding, 0);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyle *style = option.widget->style();
    const CellLook cell = look(index, option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setClipRect(option.rect);
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    const auto mirrored
        = [&option](const QRect &part) { return QStyle::visualRect(option.direction, option.rect, part); };
    if (!cell.icon.isNull()) {
        const int size = theme::iconSize();
        const QRect place(option.rect.left() + TableHeader::Padding,
                          option.rect.top() + (option.rect.height() - size) / 2, size, size);
        cell.icon.paint(painter, mirrored(place), Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    }
    const QFont font = cellFont(cell, option.font);
    const QRect place = textRect(option.rect, cell);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->setFont(font);
    if (selected)
        painter->setPen(option.palette.color(QPalette::HighlightedText));
    else
        painter->setPen(cell.colour.isValid() ? cell.colour : option.palette.color(QPalette::Text));
    const bool right = m_rightAligned.contains(index.column()) != (option.direction == Qt::RightToLeft);
    // Ids, numbers and what a server says in English read from the left in a window that reads from the right too.
    const int direction = text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
    painter->drawText(mirrored(place),
                      Qt::AlignVCenter | Qt::AlignAbsolute | Qt::TextSingleLine | direction
                          | (right ? Qt::AlignRight : Qt::AlignLeft),
                      QFontMetrics(font).elidedText(text, cell.elide, place.width()));

    if (option.state.testFlag(QStyle::State_HasFocus)) {
        constexpr int Width = 2;
        painter->setPen(QPen(
            selected ? option.palette.color(QPalette::HighlightedText) : theme::focusColour(option.palette), Width));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(Width / 2, Width / 2, -Width / 2, -Width / 2));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CellLook cell = look(index, option.palette);
    const QFontMetrics metrics(cellFont(cell, option.font));
    const int icon = cell.icon.isNull() ? 0 : theme::iconSize() + IconGap;
    return { metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + icon + 2 * TableHeader::Padding,
             metrics.height() + 4 };
}

} // namespace hangup
