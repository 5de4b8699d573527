// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/outcome.h"
#include "domain/settings.h"
#include "models/calllistmodel.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>

namespace hangup {

namespace theme {

/// Sets the app's style (Fusion, flatter, with roomier fields) and the chosen palette on the application. With System
/// it follows the platform between light and dark; a platform palette of pure black and white (high contrast) is kept
/// as it is.
void apply(ColourScheme choice);
bool isDark(const QPalette &palette);
/// Text colour of an outcome on the window's and the table's backgrounds; at least 6:1 in both palettes.
QColor outcomeColour(Outcome outcome, const QPalette &palette);
QColor waitingColour(const QPalette &palette);
/// The red of the one button that ends calls, and its text.
QColor dangerColour(const QPalette &palette);
QColor dangerTextColour();
/// Borders of fields and buttons; at least 3:1 on the window and in fields.
QColor borderColour(const QPalette &palette);
/// The focus ring; at least 3:1 on the window and in fields.
QColor focusColour(const QPalette &palette);
/// Text of lesser weight (hints, units); at least 4.5:1.
QColor mutedColour(const QPalette &palette);
/// Waiting as a surface in the tally bar; outcomes have their own colours there.
QColor waitingBarColour(const QPalette &palette);
/// An icon of resources/icons, tinted from the palette's text colour (or @p tint), with a disabled and a selected
/// state. Names (the files' names): clock close columns copy ended filter hangup info keyboard list listed notlive
/// notsent open paste practice quit redo refused resume retry save search select server stop ticket trash undo unknown
/// waiting warning. An unknown name gives a null icon. The tint is fixed when made: make icons anew on
/// QEvent::PaletteChange.
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
