// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionSlider;
class QStyleOptionSpinBox;

namespace hangup {

/// Fusion with flat buttons, boxes and fields, room inside fields, and controls of one height.
/// All colours come from the palette, so that a high-contrast palette keeps its say.
class Style : public QProxyStyle
{
    Q_OBJECT
public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // style.cpp
    void drawButton(const QStyleOption *option, QPainter *painter) const;
    void drawCheckBox(const QStyleOption *option, QPainter *painter) const;
    void drawRadioButton(const QStyleOption *option, QPainter *painter) const;
    void drawComboBox(const QStyleOptionComplex *option, QPainter *painter) const;
    // stylebars.cpp
    void drawButtonLabel(const QStyleOptionButton *option, QPainter *painter, const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionSpinBox *option, QPainter *painter, const QWidget *widget) const;
};

/// A rounded rectangle of @p fill with a @p border (inside @p rect), two pixels wide in the focus colour when @p focus
/// is valid.
void paintPanel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border,
                const QColor &focus = {});
/// A chevron of @p colour in the middle of @p rect.
void paintChevron(QPainter *painter, const QRect &rect, Qt::ArrowType direction, const QColor &colour);
/// The ring around what has the focus of the keyboard; invalid when @p option has none.
QColor focusRing(const QStyleOption *option);
/// The border of a field or button; where it is switched off fainter, but for high contrast.
QColor controlBorder(const QStyleOption *option);

/// @p a with @p share (0 to 1) of @p b in it.
QColor mixed(const QColor &a, const QColor &b, double share);

} // namespace hangup
