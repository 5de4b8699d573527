// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/style.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

constexpr double Radius = 4.0;
/// Room between a field's border and its text, in addition to the 2 pixels a line edit has itself.
constexpr int FieldPadding = 7;
constexpr int ButtonPadding = 12;
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

QColor frameColour(const QStyleOption *option)
{
    const QColor border = theme::borderColour(option->palette);
    if (option->state.testFlag(QStyle::State_Enabled))
        return border;
    return mixed(border, option->palette.color(QPalette::Window), 0.55);
}

/// Buttons and boxes show their ring when the keyboard brought the focus; fields always do.
QColor ring(const QStyleOption *option, bool always)
{
    const bool focused
        = option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_Enabled);
    if (focused && (always || option->state.testFlag(QStyle::State_KeyboardFocusChange)))
        return theme::focusColour(option->palette);
    return {};
}

void drawArrow(QPainter *painter, const QRect &rect, const QColor &colour)
{
    const QPointF centre = QRectF(rect).center();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF { centre + QPointF(-4, -2), centre + QPointF(0, 2), centre + QPointF(4, -2) });
    painter->restore();
}

} // namespace

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
    if (element == PE_PanelButtonCommand) {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        QColor border = frameColour(option);
        if (button && button->features.testFlag(QStyleOptionButton::DefaultButton))
            border = theme::focusColour(option->palette);
        const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat)
            && !option->state.testFlag(State_MouseOver) && !option->state.testFlag(State_Sunken);
        paintPanel(painter, option->rect, flat ? QColor(Qt::transparent) : buttonFill(option),
                   flat ? QColor(Qt::transparent) : border, ring(option, false));
        return;
    }
    if (element == PE_PanelLineEdit || element == PE_FrameLineEdit) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (!frame || frame->lineWidth > 0) {
            paintPanel(painter, option->rect, option->palette.color(QPalette::Base), frameColour(option),
                       ring(option, true));
            return;
        }
    }
    if (element == PE_IndicatorCheckBox) {
        drawCheckBox(option, painter);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawCheckBox(const QStyleOption *option, QPainter *painter) const
{
    // Fusion's own box can hardly be seen on a dark window.
    const QPalette &colours = option->palette;
    const bool on = option->state.testFlag(State_On);
    const bool enabled = option->state.testFlag(State_Enabled);
    const QColor fill = colours.color(on && enabled ? QPalette::Highlight : QPalette::Base);
    paintPanel(painter, option->rect, fill, frameColour(option), ring(option, false));
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

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *combo = control == CC_ComboBox ? qstyleoption_cast<const QStyleOptionComboBox *>(option) : nullptr;
    if (combo && !combo->editable)
        drawComboBox(option, painter);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawComboBox(const QStyleOptionComplex *option, QPainter *painter) const
{
    paintPanel(painter, option->rect, buttonFill(option), frameColour(option), ring(option, true));
    QRect arrow = option->rect;
    arrow.setLeft(arrow.right() - ArrowWidth + 1);
    drawArrow(painter, visualRect(option->direction, option->rect, arrow), option->palette.color(QPalette::ButtonText));
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
    if (type == CT_PushButton)
        result.rwidth() = qMax(result.width(), size.width() + 2 * ButtonPadding);
    if (type == CT_LineEdit && frame && frame->lineWidth > 0)
        result.rwidth() += 2 * (FieldPadding - 2);
    if (type == CT_ComboBox)
        result.rwidth() = qMax(result.width(), size.width() + FieldPadding + ArrowWidth + 4);
    const bool control
        = type == CT_PushButton || type == CT_ComboBox || (type == CT_LineEdit && frame && frame->lineWidth > 0);
    if (control)
        result.rheight() = qMax(result.height(), theme::ControlHeight);
    return result;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return 16;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default: // the rest of some hundred metrics is Fusion's
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    // Fusion underlines mnemonics only while Alt is down on some platforms; a popup list is the same everywhere.
    if (hint == SH_ComboBox_Popup)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace hangup
