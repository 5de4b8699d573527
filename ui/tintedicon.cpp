// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/tintedicon.h"

#include "ui/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

#include <algorithm>
#include <array>
#include <utility>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

/// Every size that 16 and 24 pixel icons need up to twice and thrice the resolution.
constexpr std::array MaskSizes { 16, 24, 32, 48 };

QPixmap tinted(const QImage &mask, const QColor &colour)
{
    QImage image = mask.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), colour);
    painter.end();
    return QPixmap::fromImage(image);
}

} // namespace

TintedIcon::TintedIcon(QString name, const std::optional<Tints> &tints, bool mirrored)
    : m_name(std::move(name)), m_tints(tints), m_mirrored(mirrored)
{
}

void TintedIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
    painter->drawPixmap(rect, pixmap(rect.size() * ratio, mode, state));
}

QPixmap TintedIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    const QSize wanted = actualSize(size, mode, state);
    if (wanted.isEmpty() || isNull())
        return {};
    const QColor colour = tint(mode);
    // Shared by all icons that look the same.
    const QString cached = u"hangup/%1/%2/%3/%4"_s.arg(m_name)
                               .arg(wanted.width())
                               .arg(colour.rgba(), 8, 16, QLatin1Char('0'))
                               .arg(m_mirrored ? 1 : 0);
    QPixmap pixmap;
    if (QPixmapCache::find(cached, &pixmap))
        return pixmap;
    const auto *mask = std::lower_bound(MaskSizes.begin(), MaskSizes.end(), wanted.width());
    // The format is said: to find it out, Qt loads each of its plugins.
    const QImage image(fileOf(mask == MaskSizes.end() ? MaskSizes.back() : *mask), "PNG");
    pixmap = tinted(m_mirrored ? image.mirrored(true, false) : image, colour);
    if (pixmap.size() != wanted)
        pixmap = pixmap.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QPixmapCache::insert(cached, pixmap);
    return pixmap;
}

QSize TintedIcon::actualSize(const QSize &size, QIcon::Mode, QIcon::State)
{
    const int side = std::min({ size.width(), size.height(), MaskSizes.back() });
    return { side, side };
}

QList<QSize> TintedIcon::availableSizes(QIcon::Mode, QIcon::State)
{
    QList<QSize> sizes;
    if (isNull())
        return sizes;
    for (const int size : MaskSizes)
        sizes.append(QSize(size, size));
    return sizes;
}

bool TintedIcon::isNull()
{
    return !QFile::exists(fileOf(MaskSizes.front()));
}

QString TintedIcon::key() const
{
    return u"hangup::TintedIcon"_s;
}

QIconEngine *TintedIcon::clone() const
{
    return new TintedIcon(*this);
}

QColor TintedIcon::tint(QIcon::Mode mode) const
{
    const QPalette palette = m_tints ? QPalette() : QGuiApplication::palette();
    switch (mode) {
    case QIcon::Normal:
    case QIcon::Active:
        break;
    case QIcon::Disabled:
        return m_tints ? m_tints->disabled : palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return m_tints ? m_tints->selected : palette.color(QPalette::Active, QPalette::HighlightedText);
    }
    return m_tints ? m_tints->normal : theme::mutedColour(palette);
}

QString TintedIcon::fileOf(int size) const
{
    return u":/hangup/icons/png/%1-%2.png"_s.arg(m_name).arg(size);
}

} // namespace hangup
