// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/outcome.h"
#include "models/calllistmodel.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>

namespace hangup {

/// Light, dark, or what the system says (its palette, also a high-contrast one, wins when System).
enum class ThemeChoice : quint8 { System, Light, Dark };

namespace theme {

/// Sets Fusion with the chosen palette on the application.
void apply(ThemeChoice choice);
bool isDark(const QPalette &palette);
/// Text colour of an outcome on the window's and the table's backgrounds; at least 6:1 in both palettes.
QColor outcomeColour(Outcome outcome, const QPalette &palette);
QColor waitingColour(const QPalette &palette);
/// The red of the one button that ends calls, and its text.
QColor dangerColour(const QPalette &palette);
QColor dangerTextColour();
/// An icon of resources/icons, tinted from the palette's text colour (or @p tint), with a disabled state.
QIcon icon(const QString &name, const QPalette &palette, const QColor &tint = {});
QIcon outcomeIcon(Outcome outcome, const QPalette &palette);
QIcon waitingIcon(const QPalette &palette);
/// The app's own icon in all its sizes.
QIcon appIcon();
/// A round dot in the account's colour, 0xRRGGBB.
QIcon dot(quint32 rgb);
/// Fixed-width, for ids and the log.
QFont fixedFont();
/// Grid: 16 px margins, 8 and 12 px gaps, 28 px rows, 32-34 px controls.
inline constexpr int Margin = 16;
inline constexpr int Gap = 8;
inline constexpr int WideGap = 12;
inline constexpr int RowHeight = 28;
inline constexpr int ControlHeight = 32;

} // namespace theme
} // namespace hangup
