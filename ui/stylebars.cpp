// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Scroll bars and number fields: Fusion shades both from the window's colour, which on black leaves nothing to see.
#include "ui/style.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace hangup {

void Style::drawScrollBar(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget) const
{
    constexpr double Inset = 4.0;
    constexpr double Hovered = 0.4; // so much of the text's colour
    const QPalette &colours = option->palette;
    const QColor ink = theme::borderColour(colours);
    const bool lying = option->orientation == Qt::Horizontal;
    painter->fillRect(option->rect, colours.color(QPalette::Window));
    if (option->maximum <= option->minimum)
        return;
    const auto part = [&](SubControl which) { return proxy()->subControlRect(CC_ScrollBar, option, which, widget); };
    const bool mirrored = lying && option->direction == Qt::RightToLeft;
    const Qt::ArrowType back = lying ? (mirrored ? Qt::RightArrow : Qt::LeftArrow) : Qt::UpArrow;
    const Qt::ArrowType on = lying ? (mirrored ? Qt::LeftArrow : Qt::RightArrow) : Qt::DownArrow;
    paintChevron(painter, part(SC_ScrollBarSubLine), back, ink);
    paintChevron(painter, part(SC_ScrollBarAddLine), on, ink);

    const bool active
        = option->activeSubControls.testFlag(SC_ScrollBarSlider) && option->state.testFlag(State_MouseOver);
    QRectF slider(part(SC_ScrollBarSlider));
    slider = lying ? slider.adjusted(1, Inset, -1, -Inset) : slider.adjusted(Inset, 1, -Inset, -1);
    const double radius = (lying ? slider.height() : slider.width()) / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(active ? mixed(ink, colours.color(QPalette::WindowText), Hovered) : ink);
    painter->drawRoundedRect(slider, radius, radius);
    painter->restore();
}

void Style::drawSpinBox(const QStyleOptionSpinBox *option, QPainter *painter, const QWidget *widget) const
{
    const QPalette &colours = option->palette;
    paintPanel(painter, option->rect, colours.color(QPalette::Base), controlBorder(option), focusRing(option));
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](SubControl which, Qt::ArrowType direction, QAbstractSpinBox::StepEnabledFlag step) {
        const bool able = option->stepEnabled.testFlag(step) && option->state.testFlag(State_Enabled);
        const QColor ink = colours.color(able ? QPalette::Active : QPalette::Disabled, QPalette::Text);
        paintChevron(painter, proxy()->subControlRect(CC_SpinBox, option, which, widget), direction, ink);
    };
    arrow(SC_SpinBoxUp, Qt::UpArrow, QAbstractSpinBox::StepUpEnabled);
    arrow(SC_SpinBoxDown, Qt::DownArrow, QAbstractSpinBox::StepDownEnabled);
}

} // namespace hangup
