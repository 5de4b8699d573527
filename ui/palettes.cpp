// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/palettes.h"

namespace hangup::theme {
namespace {

/// The colours a palette is made from, 0xRRGGBB.
struct Colours
{
    QRgb window;
    QRgb base;
    QRgb alternateBase;
    QRgb text;
    QRgb disabledText;
    QRgb placeholder;
    QRgb button;
    QRgb highlight;
    QRgb highlightedText;
    QRgb link;
    QRgb linkVisited;
    QRgb toolTip;
    QRgb light;
    QRgb midlight;
    QRgb mid;
    QRgb dark;
    QRgb shadow;
};

QPalette paletteOf(const Colours &c)
{
    QPalette palette;
    const auto all = [&palette](QPalette::ColorRole role, QRgb rgb) { palette.setColor(role, QColor::fromRgb(rgb)); };
    all(QPalette::Window, c.window);
    all(QPalette::WindowText, c.text);
    all(QPalette::Base, c.base);
    all(QPalette::AlternateBase, c.alternateBase);
    all(QPalette::Text, c.text);
    all(QPalette::Button, c.button);
    all(QPalette::ButtonText, c.text);
    all(QPalette::BrightText, 0xffffff);
    all(QPalette::Highlight, c.highlight);
    all(QPalette::HighlightedText, c.highlightedText);
    all(QPalette::Link, c.link);
    all(QPalette::LinkVisited, c.linkVisited);
    all(QPalette::PlaceholderText, c.placeholder);
    all(QPalette::ToolTipBase, c.toolTip);
    all(QPalette::ToolTipText, c.text);
    all(QPalette::Light, c.light);
    all(QPalette::Midlight, c.midlight);
    all(QPalette::Mid, c.mid);
    all(QPalette::Dark, c.dark);
    all(QPalette::Shadow, c.shadow);
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    all(QPalette::Accent, c.highlight);
#endif
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText })
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(c.disabledText));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor::fromRgb(c.window));
    palette.setColor(QPalette::Disabled, QPalette::PlaceholderText, QColor::fromRgb(c.disabledText));
    // A selection that is switched off keeps its text readable: no ground of its own.
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(c.window));
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({ .window = 0xf6f7f9,
                       .base = 0xffffff,
                       .alternateBase = 0xf9fafb,
                       .text = 0x1d2025,
                       .disabledText = 0x7c828a,
                       .placeholder = 0x5f656d,
                       .button = 0xffffff,
                       .highlight = 0x1f5fbf,
                       .highlightedText = 0xffffff,
                       .link = 0x0b5cad,
                       .linkVisited = 0x6a3fa0,
                       .toolTip = 0xffffff,
                       .light = 0xffffff,
                       .midlight = 0xeceef1,
                       .mid = 0xc9cdd3,
                       .dark = 0x9aa0a8,
                       .shadow = 0x6d737b });
}

QPalette darkPalette()
{
    return paletteOf({ .window = 0x26292e,
                       .base = 0x1e2024,
                       .alternateBase = 0x222529,
                       .text = 0xe9ebee,
                       .disabledText = 0x888e97,
                       .placeholder = 0xa3a9b2,
                       .button = 0x343840,
                       .highlight = 0x3d70c0,
                       .highlightedText = 0xffffff,
                       .link = 0x8ab8f5,
                       .linkVisited = 0xc4a7f0,
                       .toolTip = 0x343840,
                       .light = 0x4a4f57,
                       .midlight = 0x3a3e45,
                       .mid = 0x44494f,
                       .dark = 0x16181b,
                       .shadow = 0x0c0d0f });
}

QPalette contrastLightPalette()
{
    return paletteOf({ .window = 0xffffff,
                       .base = 0xffffff,
                       .alternateBase = 0xffffff,
                       .text = 0x000000,
                       .disabledText = 0x555555,
                       .placeholder = 0x404040,
                       .button = 0xffffff,
                       .highlight = 0x37006e,
                       .highlightedText = 0xffffff,
                       .link = 0x00009f,
                       .linkVisited = 0x5b0080,
                       .toolTip = 0xffffff,
                       .light = 0xffffff,
                       .midlight = 0xe0e0e0,
                       .mid = 0x000000,
                       .dark = 0x000000,
                       .shadow = 0x000000 });
}

QPalette contrastDarkPalette()
{
    return paletteOf({ .window = 0x000000,
                       .base = 0x000000,
                       .alternateBase = 0x000000,
                       .text = 0xffffff,
                       .disabledText = 0xa8a8a8,
                       .placeholder = 0xc8c8c8,
                       .button = 0x000000,
                       .highlight = 0x1aebff,
                       .highlightedText = 0x000000,
                       .link = 0xffff00,
                       .linkVisited = 0xffc4ff,
                       .toolTip = 0x000000,
                       .light = 0xffffff,
                       .midlight = 0x303030,
                       .mid = 0xffffff,
                       .dark = 0xffffff,
                       .shadow = 0xffffff });
}

bool isHighContrast(const QPalette &palette)
{
    const QRgb window = palette.color(QPalette::Window).rgb();
    const QRgb text = palette.color(QPalette::WindowText).rgb();
    const QRgb black = qRgb(0, 0, 0);
    const QRgb white = qRgb(255, 255, 255);
    return (window == black && text == white) || (window == white && text == black);
}

} // namespace hangup::theme
