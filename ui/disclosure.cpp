// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/disclosure.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace hangup {

namespace {

constexpr int AngleRoom = 16; ///< for the angle, before the words

} // namespace

Disclosure::Disclosure(const QString &text, QWidget *below, QWidget *parent)
    : SteadyButton(text, QString(text).remove(u'&'), parent)
{
    setFlat(true);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    below->setVisible(false);
    connect(this, &QAbstractButton::toggled, below, &QWidget::setVisible);
}

QSize Disclosure::sizeHint() const
{
    const QSize words = fontMetrics().size(Qt::TextShowMnemonic, text());
    return { theme::Gap / 2 + AngleRoom + theme::Gap / 2 + words.width() + theme::Gap, theme::ControlHeight };
}

void Disclosure::paintEvent(QPaintEvent *)
{
    constexpr double Reach = 4.0;
    constexpr double Pen = 1.6;
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    // Open is no pressed button.
    option.state.setFlag(QStyle::State_On, false);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);

    const QRect inside = rect().adjusted(theme::Gap / 2, 0, -theme::Gap / 2, 0);
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const QRect angle
        = QStyle::visualRect(layoutDirection(), inside, QRect(inside.topLeft(), QSize(AngleRoom, height())));
    const QPointF middle = QRectF(angle).center();
    const double towards = rightToLeft ? -1.0 : 1.0;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::WindowText), Pen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (isChecked())
        painter.drawPolyline(QPolygonF { middle + QPointF(-Reach, -Reach / 2), middle + QPointF(0, Reach / 2),
                                         middle + QPointF(Reach, -Reach / 2) });
    else
        painter.drawPolyline(QPolygonF { middle + QPointF(-towards * Reach / 2, -Reach),
                                         middle + QPointF(towards * Reach / 2, 0),
                                         middle + QPointF(-towards * Reach / 2, Reach) });
    const QRect words
        = QStyle::visualRect(layoutDirection(), inside, inside.adjusted(AngleRoom + theme::Gap / 2, 0, 0, 0));
    style()->drawItemText(&painter, words, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextShowMnemonic, palette(),
                          isEnabled(), text(), QPalette::WindowText);
}

} // namespace hangup
