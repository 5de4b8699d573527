// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/barlayout.h"

#include <QStyle>
#include <QWidget>

namespace hangup {

BarLayout::BarLayout(int gap, int wideGap, QWidget *parent) : QLayout(parent), m_gap(gap), m_wideGap(wideGap)
{
    setContentsMargins(0, 0, 0, 0);
}

BarLayout::~BarLayout()
{
    // One by one: a layout that goes takes itself out of the list.
    while (!m_parts.isEmpty())
        delete m_parts.takeLast();
}

void BarLayout::setParts(QLayout *start, QWidget *between, QLayout *end)
{
    addChildLayout(start);
    addItem(start);
    addChildWidget(between);
    addItem(new QWidgetItem(between));
    addChildLayout(end);
    addItem(end);
}

void BarLayout::addItem(QLayoutItem *item)
{
    m_parts.append(item);
}

int BarLayout::count() const
{
    return static_cast<int>(m_parts.size());
}

QLayoutItem *BarLayout::itemAt(int index) const
{
    return m_parts.value(index);
}

QLayoutItem *BarLayout::takeAt(int index)
{
    return index >= 0 && index < m_parts.size() ? m_parts.takeAt(index) : nullptr;
}

QSize BarLayout::hint(Part part) const
{
    const QLayoutItem *item = m_parts.value(part);
    return item ? item->sizeHint() : QSize();
}

QSize BarLayout::least(Part part) const
{
    const QLayoutItem *item = m_parts.value(part);
    return item ? item->minimumSize() : QSize();
}

bool BarLayout::isOneLine(int width) const
{
    return width >= hint(Start).width() + least(Between).width() + hint(End).width() + 2 * (m_gap + m_wideGap);
}

int BarLayout::heightForWidth(int width) const
{
    const int ends = qMax(hint(Start).height(), hint(End).height());
    const int between = hint(Between).height();
    return isOneLine(width) ? qMax(ends, between) : between + m_gap + ends;
}

QSize BarLayout::sizeHint() const
{
    const int width = qMax(hint(Start).width() + m_gap + hint(End).width(), hint(Between).width());
    return { width, heightForWidth(width) };
}

QSize BarLayout::minimumSize() const
{
    const int width = qMax(least(Start).width() + m_gap + least(End).width(), least(Between).width());
    return { width, heightForWidth(width) };
}

void BarLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    if (isOneLine(rect.width()))
        setOneLine(rect);
    else
        setTwoLines(rect);
}

void BarLayout::setOneLine(const QRect &rect) const
{
    const int start = hint(Start).width();
    const int end = hint(End).width();
    const int beside = m_gap + m_wideGap;
    place(Start, rect, QRect(rect.left(), rect.top(), start, rect.height()));
    place(Between, rect, rect.adjusted(start + beside, 0, -end - beside, 0));
    place(End, rect, QRect(rect.right() + 1 - end, rect.top(), end, rect.height()));
}

void BarLayout::setTwoLines(const QRect &rect) const
{
    const int above = hint(Between).height();
    const QRect below = rect.adjusted(0, above + m_gap, 0, 0);
    const int start = hint(Start).width();
    const int end = qMin(hint(End).width(), rect.width() - start - m_gap);
    place(Between, rect, QRect(rect.left(), rect.top(), rect.width(), above));
    place(Start, rect, QRect(below.left(), below.top(), start, below.height()));
    place(End, rect, QRect(below.right() + 1 - end, below.top(), end, below.height()));
}

void BarLayout::place(Part part, const QRect &all, const QRect &rect) const
{
    if (QLayoutItem *item = m_parts.value(part))
        item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), all, rect));
}

} // namespace hangup
