// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

class QAction;

namespace hangup {

/// A command and its keys, in words.
struct ShortcutLine
{
    QString what;
    QString keys; ///< "Ctrl+V, Shift+Ins", as the platform writes them
    friend bool operator==(const ShortcutLine &, const ShortcutLine &) = default;
};

/// Those of @p commands that have keys, in their order; then the keys that belong to no command.
QList<ShortcutLine> shortcutLines(const QList<QAction *> &commands);
/// On the keys that are missing on purpose.
QString shortcutNote();

} // namespace hangup
