// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/theme.h"

#include "ui/palettes.h"
#include "ui/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QStyleHints>
#include <QToolTip>

namespace hangup::theme {

using namespace Qt::StringLiterals;

namespace {

QColor pick(const QPalette &palette, QRgb light, QRgb dark)
{
    return QColor::fromRgb(isDark(palette) ? dark : light);
}

/// As pick(), with stronger colours for high contrast.
QColor pick(const QPalette &palette, QRgb light, QRgb dark, QRgb contrastLight, QRgb contrastDark)
{
    return isHighContrast(palette) ? pick(palette, contrastLight, contrastDark) : pick(palette, light, dark);
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
        palette = lightPalette();
        break;
    case ColourScheme::Dark:
        palette = darkPalette();
        break;
    case ColourScheme::ContrastLight:
        palette = contrastLightPalette();
        break;
    case ColourScheme::ContrastDark:
        palette = contrastDarkPalette();
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
        return pick(palette, 0x00694c, 0x5dd6a9, 0x004d38, 0x6be0b5);
    case Outcome::NotLive:
    case Outcome::NotLiveMaybeUs:
        return pick(palette, 0x0b5cad, 0x8ab8f5, 0x083f78, 0x9cc4ff);
    case Outcome::Refused:
        return pick(palette, 0xb3261e, 0xf5a59e, 0x8a1410, 0xffb3ac);
    case Outcome::Unknown:
        return pick(palette, 0x865000, 0xf0c05a, 0x5c3700, 0xffd166);
    case Outcome::NotSent:
        return pick(palette, 0x585d64, 0xb0b5bd, 0x43474d, 0xc8cdd4);
    }
    return palette.color(QPalette::WindowText);
}

QColor waitingColour(const QPalette &palette)
{
    return pick(palette, 0x3c4047, 0xd5d8dd, 0x202327, 0xe8eaed);
}

QColor waitingBarColour(const QPalette &palette)
{
    return borderColour(palette);
}

QColor dangerColour(const QPalette &palette)
{
    return pick(palette, 0xb3261e, 0x8c2f28, 0x8a0f0a, 0x8a0f0a);
}

QColor dangerTextColour()
{
    return QColor::fromRgb(0xffffff);
}

QColor dangerBorderColour(const QPalette &palette)
{
    if (isHighContrast(palette))
        return palette.color(QPalette::WindowText);
    return pick(palette, 0xb3261e, 0xd0605a);
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

QFont font(Type type)
{
    // Steps of about a fifth: each is told from the next at a glance.
    constexpr double FixedStep = 0.95; // fixed-width faces are drawn wider than others of their size
    constexpr double TitleStep = 1.25;
    constexpr double NumberStep = 1.5;
    constexpr double ProgressStep = 2.0;
    QFont font = type == Type::Fixed ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QApplication::font();
    const auto scaled = [&font](double step, bool bold) {
        // A font may be measured in pixels: its size in points is -1 then.
        font.setPointSizeF(QFontInfo(QApplication::font()).pointSizeF() * step);
        font.setBold(bold);
    };
    switch (type) {
    case Type::Body:
        break;
    case Type::Strong:
        font.setBold(true);
        break;
    case Type::Title:
        scaled(TitleStep, true);
        break;
    case Type::Number:
        scaled(NumberStep, true);
        break;
    case Type::Progress:
        scaled(ProgressStep, true);
        break;
    case Type::Fixed:
        font.setStyleHint(QFont::Monospace);
        scaled(FixedStep, false);
        break;
    }
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature(QFont::Tag("tnum"), 1);
#endif
    return font;
}

QFont fixedFont()
{
    return font(Type::Fixed);
}

int rowHeight()
{
    constexpr int Room = 8; // above and below the text together
    return qMax(RowHeight, QFontMetrics(QApplication::font()).height() + Room);
}

int iconSize()
{
    constexpr int Least = 16;
    return qMax(Least, QFontMetrics(QApplication::font()).ascent() + 2);
}

} // namespace hangup::theme
