// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QHash>
#include <QImage>
#include <QWidget>

#include <cmath>

namespace hangup::test {

/// Relative luminance as WCAG 2.1 defines it.
inline double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// Contrast ratio, 1 to 21.
inline double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (qMax(x, y) + 0.05) / (qMin(x, y) + 0.05);
}

/// The widget as it is on the screen, @p scale pixels a point: the more, the more pixels are in a letter's full colour.
inline QImage pictureOf(QWidget *widget, double scale = 1.0)
{
    QImage image((QSizeF(widget->size()) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(widget->palette().color(QPalette::Window));
    widget->render(&image);
    return image;
}

/// What is painted in a part of a picture: the ground is the commonest colour, the ink what is most different from it.
struct Painted
{
    QColor ground;
    QColor ink;
    double ratio = 1;
};

inline Painted paintedIn(const QImage &image, const QRect &part)
{
    QHash<QRgb, int> seen;
    const QRect within = part.intersected(image.rect());
    for (int y = within.top(); y <= within.bottom(); ++y) {
        for (int x = within.left(); x <= within.right(); ++x)
            ++seen[image.pixel(x, y)];
    }
    Painted painted;
    int most = 0;
    for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
        if (it.value() > most) {
            most = it.value();
            painted.ground = QColor(it.key());
        }
    }
    for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
        const double ratio = contrast(QColor(it.key()), painted.ground);
        // A few pixels at least: one is no letter.
        if (it.value() > 2 && ratio > painted.ratio) {
            painted.ratio = ratio;
            painted.ink = QColor(it.key());
        }
    }
    return painted;
}

} // namespace hangup::test
