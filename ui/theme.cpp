// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/theme.h"

#include "ui/palettes.h"
#include "ui/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleHints>
#include <QToolTip>

namespace hangup::theme {

using namespace Qt::StringLiterals;

namespace {

QColor pick(const QPalette &palette, QRgb light, QRgb dark)
{
    return QColor::fromRgb(isDark(palette) ? dark : light);
}

/// What the platform says, or its high-contrast palette itself.
QPalette systemPalette()
{
    QApplication::setPalette(QPalette());
    const QPalette platform = QApplication::palette();
    if (isHighContrast(platform))
        return platform;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark ? darkPalette() : lightPalette();
#endif
    return isDark(platform) ? darkPalette() : lightPalette();
}

void setPalette(ColourScheme choice)
{
    QPalette palette;
    switch (choice) {
    case ColourScheme::System:
        palette = systemPalette();
        break;
    case ColourScheme::Light:
    case ColourScheme::ContrastLight:
        palette = lightPalette();
        break;
    case ColourScheme::Dark:
    case ColourScheme::ContrastDark:
        palette = darkPalette();
        break;
    }
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace

void apply(ColourScheme choice)
{
    auto *style = new Style; // the application owns it, and deletes the one before with its connections
    QApplication::setStyle(style);
    setPalette(choice);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (choice == ColourScheme::System)
        QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, style,
                         [] { setPalette(ColourScheme::System); });
#endif
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor outcomeColour(Outcome outcome, const QPalette &palette)
{
    switch (outcome) {
    case Outcome::Ended:
        return pick(palette, 0x00694c, 0x5dd6a9);
    case Outcome::NotLive:
    case Outcome::NotLiveMaybeUs:
        return pick(palette, 0x0b5cad, 0x8ab8f5);
    case Outcome::Refused:
        return pick(palette, 0xb3261e, 0xf5a59e);
    case Outcome::Unknown:
        return pick(palette, 0x865000, 0xf0c05a);
    case Outcome::NotSent:
        return pick(palette, 0x585d64, 0xb0b5bd);
    }
    return palette.color(QPalette::WindowText);
}

QColor waitingColour(const QPalette &palette)
{
    return pick(palette, 0x3c4047, 0xd5d8dd);
}

QColor waitingBarColour(const QPalette &palette)
{
    return pick(palette, 0xc3c8cf, 0x565b63);
}

QColor dangerColour(const QPalette &palette)
{
    return pick(palette, 0xb3261e, 0x8c2f28);
}

QColor dangerTextColour()
{
    return QColor::fromRgb(0xffffff);
}

QColor borderColour(const QPalette &palette)
{
    if (isHighContrast(palette))
        return palette.color(QPalette::WindowText);
    return pick(palette, 0x868c95, 0x757b84);
}

QColor focusColour(const QPalette &palette)
{
    if (isHighContrast(palette))
        return palette.color(QPalette::WindowText);
    return pick(palette, 0x1f5fbf, 0x8ab8f5);
}

QColor mutedColour(const QPalette &palette)
{
    if (isHighContrast(palette))
        return palette.color(QPalette::WindowText);
    return pick(palette, 0x5f656d, 0xa3a9b2);
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(QApplication::font().pointSizeF() * 0.95);
    return font;
}

} // namespace hangup::theme
