// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/tableheader.h"

#include "ui/style.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace hangup {
namespace {

constexpr int ArrowRoom = 14;
constexpr int LeastSection = 40;

} // namespace

TableHeader::TableHeader(const ColumnSet &rightAligned, int fixedColumn, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_rightAligned(rightAligned), m_fixedColumn(fixedColumn)
{
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setHighlightSections(false);
    setMinimumSectionSize(LeastSection);
    setAttribute(Qt::WA_Hover);
    connect(this, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (width > 0)
            m_widths.insert(column, width);
        if (column != m_fillColumn)
            fill();
    });
}

void TableHeader::setFillColumn(int column, int least, int most)
{
    m_fillColumn = column;
    m_fillLeast = least;
    m_fillMost = most;
    // Its width follows from the others'.
    setSectionResizeMode(column, Fixed);
    fill();
}

void TableHeader::fill()
{
    if (m_fillColumn < 0 || m_fillColumn >= count() || isSectionHidden(m_fillColumn))
        return;
    const int others = length() - sectionSize(m_fillColumn);
    resizeSection(m_fillColumn, std::clamp(viewport()->width() - others, m_fillLeast, m_fillMost));
}

void TableHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    fill();
}

int TableHeader::shownWidth(int logicalIndex) const
{
    // A hidden section has width 0; Qt keeps the real one to itself.
    return isSectionHidden(logicalIndex) ? m_widths.value(logicalIndex, defaultSectionSize())
                                         : sectionSize(logicalIndex);
}

QSize TableHeader::sizeHint() const
{
    return { QHeaderView::sizeHint().width(), theme::rowHeight() };
}

QString TableHeader::title(int logicalIndex) const
{
    return model() ? model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString() : QString();
}

QSize TableHeader::sectionSizeFromContents(int logicalIndex) const
{
    return { fontMetrics().horizontalAdvance(title(logicalIndex)) + 2 * Padding + ArrowRoom, sizeHint().height() };
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (!rect.isValid())
        return;
    painter->save();
    const QColor ground = palette().color(QPalette::Window);
    const QColor ink = palette().color(QPalette::WindowText);
    const QPoint mouse = mapFromGlobal(QCursor::pos());
    const bool hovered = isEnabled() && sectionsClickable() && underMouse() && rect.contains(mouse);
    painter->fillRect(rect, hovered ? mixed(ground, ink, 0.06) : ground);

    QRect words = rect.adjusted(Padding, 0, -Padding, 0);
    const bool right = isRight(logicalIndex) != isRightToLeft();
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    if (sorted) {
        // On the inner side, so that the words stay above their cells.
        QRect arrow = words;
        arrow.setWidth(ArrowRoom - 4);
        if (!right)
            arrow.moveRight(words.right());
        paintChevron(painter, arrow, sortIndicatorOrder() == Qt::AscendingOrder ? Qt::UpArrow : Qt::DownArrow, ink);
        words.adjust(right ? ArrowRoom : 0, 0, right ? 0 : -ArrowRoom, 0);
    }
    painter->setPen(sorted ? ink : theme::mutedColour(palette()));
    painter->setFont(font());
    const QString text = fontMetrics().elidedText(title(logicalIndex), Qt::ElideRight, words.width());
    painter->drawText(
        words, Qt::AlignVCenter | Qt::AlignAbsolute | Qt::TextSingleLine | (right ? Qt::AlignRight : Qt::AlignLeft),
        text);

    painter->setPen(palette().color(QPalette::Mid));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    // Between this section and the next in reading order.
    const int edge = isRightToLeft() ? rect.left() : rect.right();
    if (visualIndex(logicalIndex) < count() - 1)
        painter->drawLine(edge, rect.top() + 7, edge, rect.bottom() - 7);
    painter->restore();
}

void TableHeader::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Window));
    painter.fillRect(0, viewport()->height() - 1, viewport()->width(), 1, palette().color(QPalette::Mid));
    painter.end();
    QHeaderView::paintEvent(event);
}

void TableHeader::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        QAction *action = menu->addAction(title(column).replace(u'&', QLatin1StringView("&&")));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        action->setEnabled(column != m_fixedColumn);
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setSectionHidden(column, !shown); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Default columns")), &QAction::triggered, this, &TableHeader::resetRequested);
    menu->popup(event->globalPos());
}

} // namespace hangup
