// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/dangerbutton.h"

#include "ui/style.h"
#include "ui/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace hangup {

DangerButton::DangerButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
    setAttribute(Qt::WA_Hover);
}

void DangerButton::setIconName(const QString &name)
{
    m_iconName = name;
    makeIcon();
}

void DangerButton::makeIcon()
{
    setIcon(m_iconName.isEmpty() ? QIcon() : theme::icon(m_iconName, palette(), theme::dangerTextColour()));
}

QSize DangerButton::sizeHint() const
{
    // Two pixels of air around the red for the ring.
    return QPushButton::sizeHint() + QSize(8, 0);
}

void DangerButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    const QColor red = theme::dangerColour(palette());
    if (isEnabled()) {
        QColor fill = red;
        if (option.state.testFlag(QStyle::State_Sunken))
            fill = mixed(red, QColor(Qt::black), 0.25);
        else if (option.state.testFlag(QStyle::State_MouseOver))
            fill = mixed(red, QColor(Qt::black), 0.12);
        paintPanel(&painter, rect(), fill, theme::isDark(palette()) ? mixed(fill, QColor(Qt::white), 0.35) : fill);
        if (hasFocus()) {
            // White inside, focus colour outside: seen on the red and on the window alike.
            paintPanel(&painter, rect(), Qt::transparent, {}, theme::focusColour(palette()));
            paintPanel(&painter, rect().adjusted(2, 2, -2, -2), Qt::transparent, theme::dangerTextColour());
        }
        option.palette.setColor(QPalette::ButtonText, theme::dangerTextColour());
    } else {
        const QColor window = palette().color(QPalette::Window);
        paintPanel(&painter, rect(), window, mixed(theme::borderColour(palette()), window, 0.4));
    }
    option.rect = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this);
    style()->drawControl(QStyle::CE_PushButtonLabel, &option, &painter, this);
}

void DangerButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        makeIcon();
}

} // namespace hangup
