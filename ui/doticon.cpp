// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/doticon.h"

#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace hangup {

using namespace Qt::StringLiterals;

DotIcon::DotIcon(const QColor &colour) : m_colour(colour) { }

void DotIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const double side = std::min(rect.width(), rect.height());
    QRectF round(0, 0, side, side);
    round.moveCenter(QRectF(rect).center());
    const double inset = side * 0.17;
    round.adjust(inset, inset, -inset, -inset);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    // Mid-grey is 3:1 and more on each palette's grounds, whatever the account's own colour is.
    constexpr QRgb Ring = 0x808080;
    painter->setPen(QPen(QColor::fromRgb(Ring), side / 16));
    painter->setBrush(m_colour);
    painter->drawEllipse(round);
    // On a selected row a dot may have the row's own colour.
    if (mode == QIcon::Selected) {
        painter->setPen(QPen(Qt::white, side / 10));
        painter->drawEllipse(round);
    }
    painter->restore();
}

QPixmap DotIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    if (size.isEmpty())
        return {};
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, pixmap.rect(), mode, state);
    return pixmap;
}

QString DotIcon::key() const
{
    return u"hangup::DotIcon"_s;
}

QIconEngine *DotIcon::clone() const
{
    return new DotIcon(*this);
}

} // namespace hangup
