// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Scroll bars and number fields, which Fusion shades from the window's colour: on black that leaves nothing to see. And
// a button's icon beside its words, which Fusion lets touch.
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

void Style::drawButtonLabel(const QStyleOptionButton *option, QPainter *painter, const QWidget *widget) const
{
    constexpr int IconGap = 6;
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool underlined = proxy()->styleHint(SH_UnderlineShortcut, option, widget) != 0;
    const int mnemonic = underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    const QSize icon = option->iconSize;
    const int words = option->fontMetrics.size(Qt::TextShowMnemonic, option->text).width();
    QRect whole(0, 0, qMin(option->rect.width(), icon.width() + IconGap + words), option->rect.height());
    whole.moveCenter(option->rect.center());
    const QRect iconPlace(whole.left(), whole.center().y() - icon.height() / 2 + 1, icon.width(), icon.height());
    const QRect textPlace = whole.adjusted(icon.width() + IconGap, 0, 0, 0);
    const auto mirrored = [&](const QRect &part) { return visualRect(option->direction, whole, part); };
    option->icon.paint(painter, mirrored(iconPlace), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled,
                       option->state.testFlag(State_On) ? QIcon::On : QIcon::Off);
    proxy()->drawItemText(painter, mirrored(textPlace), Qt::AlignVCenter | Qt::AlignHCenter | mnemonic, option->palette,
                          enabled, option->text, QPalette::ButtonText);
}

} // namespace hangup
