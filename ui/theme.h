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

/// The type scale: every text of the window has one of these sizes, all of them steps of the application's own font.
enum class Type : quint8 {
    Body, ///< everything without another reason
    Strong, ///< body in bold: headings of a group, what must not be overlooked
    Title, ///< the one sentence a dialog or an empty list is about
    Number, ///< the summary's numbers: read from across a desk
    Progress, ///< how far the batch is: read from across the room
    Fixed, ///< fixed width, for ids and the log
};
/// A text's font. Numbers in it keep their width where the font can do so.
QFont font(Type type);

/// Sets the app's style (Fusion, flatter, with roomier fields) and the chosen palette on the application. With System
/// it follows the platform between light and dark; a platform palette of pure black and white (high contrast) is kept
/// as it is.
void apply(ColourScheme choice);
bool isDark(const QPalette &palette);
/// Text colour of an outcome on the window's and the table's backgrounds; at least 6:1, in high contrast 7:1.
QColor outcomeColour(Outcome outcome, const QPalette &palette);
QColor waitingColour(const QPalette &palette);
/// The red of the one button that ends calls, and its text.
QColor dangerColour(const QPalette &palette);
QColor dangerTextColour();
/// The edge of that button; at least 3:1 on the window.
QColor dangerBorderColour(const QPalette &palette);
/// Borders of fields and buttons; at least 3:1 on the window and in fields.
QColor borderColour(const QPalette &palette);
/// The focus ring; at least 3:1 on the window and in fields.
QColor focusColour(const QPalette &palette);
/// Text of lesser weight (hints, units); at least 4.5:1.
QColor mutedColour(const QPalette &palette);
/// Waiting as a hatched surface in the tally bar, at least 3:1 on the window; outcomes have their own colours there.
QColor waitingBarColour(const QPalette &palette);
/// An icon of resources/icons, tinted from the palette's text colour (or @p tint), with a disabled and a selected
/// state. Names (the files' names): clock close columns copy ended filter hangup info keyboard list listed notlive
/// notsent open paste practice quit redo refused resume retry save search select server stop ticket trash undo unknown
/// waiting warning. An unknown name gives a null icon. The tint is fixed when made: make icons anew on
/// QEvent::PaletteChange.
QIcon icon(const QString &name, const QPalette &palette, const QColor &tint = {});
/// As icon(), in the muted colour that the program's palette has when it is painted: for what Qt's own widgets show,
/// where nobody makes icons anew.
QIcon quietIcon(const QString &name);
QIcon outcomeIcon(Outcome outcome, const QPalette &palette);
QIcon waitingIcon(const QPalette &palette);
/// The app's own icon in all its sizes.
QIcon appIcon();
/// A round dot in the account's colour, 0xRRGGBB, with a ring that is seen on every palette's grounds.
QIcon dot(quint32 rgb);
/// font(Type::Fixed).
QFont fixedFont();
/// Height of a table's row: RowHeight, more where the text is larger.
int rowHeight();
/// Width and height of an icon beside body text: 16, more where the text is larger.
int iconSize();
/// Grid: 16 px margins, 8 and 12 px gaps, 28 px rows, 32-34 px controls.
inline constexpr int Margin = 16;
inline constexpr int Gap = 8;
inline constexpr int WideGap = 12;
inline constexpr int RowHeight = 28;
inline constexpr int ControlHeight = 32;

} // namespace theme
} // namespace hangup
