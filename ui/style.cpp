// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/style.h"

#include "ui/palettes.h"
#include "ui/theme.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QPainter>
#include <QStyleOption>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

constexpr double Radius = 4.0;
/// Room between a field's border and its text, in addition to the 2 pixels a line edit has itself.
constexpr int FieldPadding = 7;
constexpr int ButtonPadding = 12;
constexpr int ButtonIconGap = 4; // more than Fusion's between icon and words
constexpr int ArrowWidth = 28;

QColor buttonFill(const QStyleOption *option)
{
    const QColor button = option->palette.color(QPalette::Button);
    const QColor text = option->palette.color(QPalette::ButtonText);
    if (!option->state.testFlag(QStyle::State_Enabled))
        return option->palette.color(QPalette::Window);
    if (option->state.testFlag(QStyle::State_Sunken) || option->state.testFlag(QStyle::State_On))
        return mixed(button, text, 0.14);
    if (option->state.testFlag(QStyle::State_MouseOver))
        return mixed(button, text, 0.06);
    return button;
}

/// Of high contrast, what is switched off is told by its broken line as well.
void paintControl(QPainter *painter, const QStyleOption *option, const QColor &fill, const QColor &border)
{
    const bool off = !option->state.testFlag(QStyle::State_Enabled);
    if (!off || !theme::isHighContrast(option->palette)) {
        paintPanel(painter, option->rect, fill, border, focusRing(option));
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(border, 1.0, Qt::DashLine));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
    painter->restore();
}

bool isScrollArea(const QWidget *widget)
{
    return qobject_cast<const QAbstractScrollArea *>(widget) != nullptr;
}

} // namespace

QColor controlBorder(const QStyleOption *option)
{
    const QColor border = theme::borderColour(option->palette);
    if (option->state.testFlag(QStyle::State_Enabled))
        return border;
    if (theme::isHighContrast(option->palette))
        return option->palette.color(QPalette::Disabled, QPalette::WindowText);
    constexpr double Fainter = 0.45;
    return mixed(border, option->palette.color(QPalette::Window), Fainter);
}

QColor focusRing(const QStyleOption *option)
{
    // Always, not only when the keyboard brought it: the next key goes there all the same.
    const bool focused
        = option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_Enabled);
    return focused ? theme::focusColour(option->palette) : QColor();
}

void paintChevron(QPainter *painter, const QRect &rect, Qt::ArrowType direction, const QColor &colour)
{
    const QPointF centre = QRectF(rect).center();
    const bool upright = direction == Qt::UpArrow || direction == Qt::DownArrow;
    const double tip = direction == Qt::UpArrow || direction == Qt::LeftArrow ? -2 : 2;
    constexpr double Side = 4;
    const auto at = [&](double along, double across) {
        return upright ? centre + QPointF(along, across) : centre + QPointF(across, along);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF { at(-Side, -tip), at(0, tip), at(Side, -tip) });
    painter->restore();
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](int from, int to) { return qRound(from + (to - from) * share); };
    return { part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()) };
}

void paintPanel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border, const QColor &focus)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double width = focus.isValid() ? 2.0 : 1.0;
    painter->setPen(QPen(focus.isValid() ? focus : border, width));
    painter->setBrush(fill);
    const double inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), Radius, Radius);
    painter->restore();
}

Style::Style() : QProxyStyle(u"Fusion"_s) { }

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == PE_PanelButtonCommand) {
        drawButton(option, painter);
    } else if ((element == PE_PanelLineEdit || element == PE_FrameLineEdit) && (!frame || frame->lineWidth > 0)) {
        paintControl(painter, option, option->palette.color(QPalette::Base), controlBorder(option));
    } else if (element == PE_IndicatorCheckBox) {
        drawCheckBox(option, painter);
    } else if (element == PE_IndicatorRadioButton) {
        drawRadioButton(option, painter);
    } else if (element == PE_FrameFocusRect) {
        paintPanel(painter, option->rect, Qt::transparent, {}, theme::focusColour(option->palette));
    } else if (element == PE_Frame && isScrollArea(widget)) {
        paintPanel(painter, option->rect, Qt::transparent, controlBorder(option), focusRing(option));
    } else if (element == PE_PanelButtonTool && option->state.testFlag(State_AutoRaise)) {
        if (option->state.testFlag(State_MouseOver) || option->state.testFlag(State_Sunken))
            paintPanel(painter, option->rect, Qt::transparent, controlBorder(option));
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawButton(const QStyleOption *option, QPainter *painter) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    QColor border = controlBorder(option);
    if (button && button->features.testFlag(QStyleOptionButton::DefaultButton))
        border = theme::focusColour(option->palette);
    const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat)
        && !option->state.testFlag(State_MouseOver) && !option->state.testFlag(State_Sunken);
    if (flat)
        paintPanel(painter, option->rect, Qt::transparent, Qt::transparent, focusRing(option));
    else
        paintControl(painter, option, buttonFill(option), border);
}

void Style::drawCheckBox(const QStyleOption *option, QPainter *painter) const
{
    // Fusion's own box can hardly be seen on a dark window.
    const QPalette &colours = option->palette;
    const bool on = option->state.testFlag(State_On);
    const bool enabled = option->state.testFlag(State_Enabled);
    const QColor fill = colours.color(on && enabled ? QPalette::Highlight : QPalette::Base);
    paintPanel(painter, option->rect, fill, controlBorder(option));
    if (!on && !option->state.testFlag(State_NoChange))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ink = colours.color(on && enabled ? QPalette::HighlightedText : QPalette::Text);
    painter->setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF box(option->rect);
    const auto at = [&box](double x, double y) { return box.topLeft() + QPointF(x * box.width(), y * box.height()); };
    if (on)
        painter->drawPolyline(QPolygonF { at(0.25, 0.52), at(0.43, 0.7), at(0.75, 0.32) });
    else
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    painter->restore();
}

void Style::drawRadioButton(const QStyleOption *option, QPainter *painter) const
{
    const QPalette &colours = option->palette;
    const bool on = option->state.testFlag(State_On);
    const bool enabled = option->state.testFlag(State_Enabled);
    const QRectF ring = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(controlBorder(option));
    painter->setBrush(colours.color(on && enabled ? QPalette::Highlight : QPalette::Base));
    painter->drawEllipse(ring);
    if (on) {
        const double inset = ring.width() * 0.3;
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.color(enabled ? QPalette::HighlightedText : QPalette::Text));
        painter->drawEllipse(ring.adjusted(inset, inset, -inset, -inset));
    }
    painter->restore();
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool plain = button && !button->icon.isNull() && !button->text.isEmpty()
        && !button->features.testFlag(QStyleOptionButton::HasMenu);
    if (element == CE_PushButtonLabel && plain) {
        drawButtonLabel(button, painter, widget);
    } else if (element == CE_Splitter) {
        constexpr int Length = 36;
        constexpr int Width = 3;
        // State_Horizontal: the parts stand side by side, the handle upright.
        const bool upright = option->state.testFlag(State_Horizontal);
        QRect grip(0, 0, upright ? Width : Length, upright ? Length : Width);
        grip.moveCenter(option->rect.center());
        painter->fillRect(grip, theme::borderColour(option->palette));
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *combo = control == CC_ComboBox ? qstyleoption_cast<const QStyleOptionComboBox *>(option) : nullptr;
    const auto *bar = control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr;
    const auto *spin = control == CC_SpinBox ? qstyleoption_cast<const QStyleOptionSpinBox *>(option) : nullptr;
    if (combo && !combo->editable)
        drawComboBox(option, painter);
    else if (bar)
        drawScrollBar(bar, painter, widget);
    else if (spin && spin->frame)
        drawSpinBox(spin, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawComboBox(const QStyleOptionComplex *option, QPainter *painter) const
{
    paintControl(painter, option, buttonFill(option), controlBorder(option));
    QRect arrow = option->rect;
    arrow.setLeft(arrow.right() - ArrowWidth + 1);
    paintChevron(painter, visualRect(option->direction, option->rect, arrow), Qt::DownArrow,
                 option->palette.color(QPalette::ButtonText));
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(FieldPadding - 2, 0, 2 - FieldPadding, 0);
    return rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const auto *combo = control == CC_ComboBox ? qstyleoption_cast<const QStyleOptionComboBox *>(option) : nullptr;
    if (combo && !combo->editable && part == SC_ComboBoxEditField) {
        const QRect field = option->rect.adjusted(FieldPadding, 1, -ArrowWidth, -1);
        return visualRect(option->direction, option->rect, field);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (type == CT_PushButton)
        result.rwidth() = qMax(result.width(), size.width() + 2 * ButtonPadding)
            + (button && !button->icon.isNull() ? ButtonIconGap : 0);
    if (type == CT_LineEdit && frame && frame->lineWidth > 0)
        result.rwidth() += 2 * (FieldPadding - 2);
    if (type == CT_ComboBox)
        result.rwidth() = qMax(result.width(), size.width() + FieldPadding + ArrowWidth + 4);
    const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat);
    const bool control = (type == CT_PushButton && !flat) || type == CT_ComboBox || type == CT_SpinBox
        || (type == CT_LineEdit && frame && frame->lineWidth > 0);
    if (control)
        result.rheight() = qMax(result.height(), theme::ControlHeight);
    // One pixel above and below: at some scales the ring would touch what stands next to it.
    if (type == CT_CheckBox || type == CT_RadioButton)
        result.rheight() = qMax(result.height(), theme::iconSize() + 4);
    return result;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return theme::iconSize();
    case PM_DefaultFrameWidth:
        // Room for the ring.
        return isScrollArea(widget) ? 2 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default: // the rest of some hundred metrics is Fusion's
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    // Qt looks for it in each folder of the icon theme under each part of its name: 35,000 files, a tenth of a second
    // of the window's start, and then takes the one it has itself.
    if (which == SP_LineEditClearButton)
        return theme::quietIcon(u"close"_s);
    return QProxyStyle::standardIcon(which, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    // Fusion underlines mnemonics only while Alt is down on some platforms; a popup list is the same everywhere.
    if (hint == SH_ComboBox_Popup)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // Their frame is painted anew when the focus comes and goes; Qt paints the inside alone.
    if (isScrollArea(widget))
        widget->installEventFilter(this);
}

void Style::unpolish(QWidget *widget)
{
    if (isScrollArea(widget))
        widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        if (auto *area = qobject_cast<QAbstractScrollArea *>(watched))
            area->update();
    }
    return QProxyStyle::eventFilter(watched, event);
}

} // namespace hangup
