// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/steadybutton.h"

#include "ui/style.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace hangup {

SteadyButton::SteadyButton(const QString &text, QWidget *parent) : SteadyButton(text, text, parent) { }

SteadyButton::SteadyButton(const QString &text, const QString &accessibleName, QWidget *parent)
    : QPushButton(text, parent)
{
    setAccessibleName(accessibleName);
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
        // Ctrl+Enter is a command of its own: where that has nothing to do, it must not press what has the focus.
        const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        event->setAccepted(plain);
        if (plain)
            click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

DangerButton::DangerButton(const QString &text, const QString &accessibleName, QWidget *parent)
    : SteadyButton(text, accessibleName, parent)
{
    setFont(theme::font(theme::Type::Strong));
    setAttribute(Qt::WA_Hover);
    setIcon(theme::icon(u"hangup"_s, palette(), theme::dangerTextColour()));
}

void DangerButton::paintEvent(QPaintEvent *)
{
    constexpr double Hovered = 0.12; // so much black in the red
    constexpr double Pressed = 0.25;
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    if (isEnabled()) {
        QColor fill = theme::dangerColour(palette());
        if (option.state.testFlag(QStyle::State_Sunken))
            fill = mixed(fill, QColor(Qt::black), Pressed);
        else if (option.state.testFlag(QStyle::State_MouseOver))
            fill = mixed(fill, QColor(Qt::black), Hovered);
        paintPanel(&painter, rect(), fill, theme::dangerBorderColour(palette()));
        if (hasFocus()) {
            // White inside, focus colour outside: seen on the red and on the window alike.
            paintPanel(&painter, rect(), Qt::transparent, {}, theme::focusColour(palette()));
            paintPanel(&painter, rect().adjusted(2, 2, -2, -2), Qt::transparent, theme::dangerTextColour());
        }
        option.palette.setColor(QPalette::ButtonText, theme::dangerTextColour());
    } else {
        style()->drawPrimitive(QStyle::PE_PanelButtonCommand, &option, &painter, this);
    }
    option.rect = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this);
    style()->drawControl(QStyle::CE_PushButtonLabel, &option, &painter, this);
}

} // namespace hangup
