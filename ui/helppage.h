// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shortcutlist.h"

#include <QList>
#include <QPalette>
#include <QString>

namespace hangup {

/// What the help page says of this computer and this program as it runs.
struct HelpFacts
{
    QList<ShortcutLine> shortcuts;
    QString settingsFile; ///< empty: nothing is kept
    QString dataFolder;
    QString policyPlace {}; ///< a file, or a registry's key
    friend bool operator==(const HelpFacts &, const HelpFacts &) = default;
};

/// A section of the page: its anchor and its heading.
struct HelpSection
{
    QString anchor;
    QString heading;
};

/// The shipped page as HTML, in the language the program speaks, filled with the words the rest of the program uses
/// and with @p facts. All of them are escaped; nothing in it points outside of it.
QString helpPage(const HelpFacts &facts);
/// The sections of a page, in order.
QList<HelpSection> helpSections(const QString &page);
/// How the page looks in those colours, in points of @p pointSize.
QString helpStyleSheet(const QPalette &palette, qreal pointSize);

} // namespace hangup
