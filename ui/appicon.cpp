// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/appicon.h"

#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <array>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Sizes { 16, 24, 32, 48, 64, 128, 256 };

} // namespace

void AppIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
    painter->drawPixmap(rect, pixmap(rect.size() * ratio, mode, state));
}

QPixmap AppIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    const QSize wanted = actualSize(size, mode, state);
    if (wanted.isEmpty())
        return {};
    const auto *from = std::lower_bound(Sizes.begin(), Sizes.end(), wanted.width());
    QImage image(u":/hangup/app/png/hangup-%1.png"_s.arg(*from), "PNG"); // said, or each plugin is loaded and asked
    if (image.size() != wanted)
        image = image.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return QPixmap::fromImage(image);
}

QSize AppIcon::actualSize(const QSize &size, QIcon::Mode, QIcon::State)
{
    const int side = std::min({ size.width(), size.height(), Sizes.back() });
    return { side, side };
}

QList<QSize> AppIcon::availableSizes(QIcon::Mode, QIcon::State)
{
    QList<QSize> sizes;
    for (const int size : Sizes)
        sizes.append(QSize(size, size));
    return sizes;
}

QString AppIcon::key() const
{
    return u"hangup::AppIcon"_s;
}

QIconEngine *AppIcon::clone() const
{
    return new AppIcon(*this);
}

} // namespace hangup
