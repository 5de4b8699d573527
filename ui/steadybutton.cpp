// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/steadybutton.h"

#include "ui/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace hangup {

SteadyButton::SteadyButton(const QString &text, QWidget *parent) : SteadyButton(text, text, parent) { }

SteadyButton::SteadyButton(const QString &text, const QString &accessibleName, QWidget *parent)
    : QPushButton(text, parent)
{
    setAccessibleName(accessibleName);
    setMinimumHeight(theme::ControlHeight);
    // In a dialog Qt makes every button that has the focus the default one; the default stays where it was put.
    setAutoDefault(false);
}

void SteadyButton::keyPressEvent(QKeyEvent *event)
{
    if (event->isAutoRepeat()) {
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

DangerButton::DangerButton(const QString &text, const QString &accessibleName, QWidget *parent)
    : SteadyButton(text, accessibleName, parent)
{
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
    setAttribute(Qt::WA_Hover);
}

QSize DangerButton::sizeHint() const
{
    return SteadyButton::sizeHint() + QSize(2 * theme::Gap, 0);
}

void DangerButton::paintEvent(QPaintEvent *)
{
    constexpr qreal Radius = 4;
    constexpr int Hovered = 112; // per cent, as QColor::lighter takes it
    constexpr int Pressed = 120;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    QColor text = theme::dangerTextColour();
    if (isEnabled()) {
        QColor fill = theme::dangerColour(palette());
        if (isDown())
            fill = fill.darker(Pressed);
        else if (underMouse())
            fill = fill.darker(Hovered);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
    } else {
        text = palette().color(QPalette::Disabled, QPalette::ButtonText);
        painter.setPen(palette().color(QPalette::Disabled, QPalette::Mid));
        painter.setBrush(Qt::NoBrush);
    }
    painter.drawRoundedRect(box, Radius, Radius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Radius + 1, Radius + 1);
    }
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.setPen(text);
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic;
    if (!style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this))
        flags |= Qt::TextHideMnemonic;
    painter.drawText(box, flags, this->text());
}

} // namespace hangup
