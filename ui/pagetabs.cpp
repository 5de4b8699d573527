// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/pagetabs.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPaintEvent>
#include <QShortcut>
#include <QStyleOptionTab>
#include <QTabBar>

namespace hangup {

namespace {

constexpr int LineWidth = 3;

} // namespace

PageTabBar::PageTabBar(const QString &name, QWidget *parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false); // large text makes the window wider, and no page is out of sight
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(name);
}

QSize PageTabBar::tabSizeHint(int index) const
{
    QFont bold = font();
    bold.setBold(true);
    // As wide as when it is current, so that nothing moves.
    const int words = QFontMetrics(bold).size(Qt::TextShowMnemonic, tabText(index)).width() + 2 * theme::WideGap;
    return { words, theme::ControlHeight + LineWidth };
}

QSize PageTabBar::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void PageTabBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, theme::borderColour(palette()));
    for (int index = 0; index < count(); ++index)
        paintTab(painter, index);
}

void PageTabBar::paintTab(QPainter &painter, int index) const
{
    const QRect tab = tabRect(index);
    const bool current = index == currentIndex();
    QFont words = font();
    words.setBold(current);
    painter.setFont(words);
    painter.setPen(current ? palette().color(QPalette::WindowText) : theme::mutedColour(palette()));
    painter.drawText(tab.adjusted(0, 0, 0, -LineWidth), Qt::AlignCenter | Qt::TextShowMnemonic, tabText(index));
    if (!current)
        return;
    painter.fillRect(tab.left(), tab.bottom() + 1 - LineWidth, tab.width(), LineWidth, theme::focusColour(palette()));
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme::focusColour(palette()), 2));
        painter.drawRoundedRect(QRectF(tab).adjusted(3, 3, -3, -3 - LineWidth), 4, 4);
    }
}

PageTabs::PageTabs(const QString &name, QWidget *parent) : QTabWidget(parent)
{
    setTabBar(new PageTabBar(name, this));
    setDocumentMode(true);
    setAccessibleName(name);
    // From wherever the focus is.
    const auto turn = [this](const QKeySequence &keys, int by) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by] {
            setCurrentIndex((currentIndex() + count() + by) % count());
            tabBar()->setFocus(Qt::TabFocusReason);
        });
    };
    turn(QKeySequence(Qt::CTRL | Qt::Key_Tab), 1);
    turn(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab), -1);
    turn(QKeySequence(Qt::CTRL | Qt::Key_PageDown), 1);
    turn(QKeySequence(Qt::CTRL | Qt::Key_PageUp), -1);
}

} // namespace hangup
