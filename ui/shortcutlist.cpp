// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/shortcutlist.h"

#include "ui/shortcutsdialog.h"

#include <QAction>
#include <QKeySequence>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// All keys of @p command, but for those that no keyboard of today has.
QString keysOf(const QAction &command)
{
    QStringList shown;
    const QList<QKeySequence> keys = command.shortcuts();
    for (const QKeySequence &key : keys) {
        const Qt::Key last = key[0].key();
        if (last < Qt::Key_F13 || last > Qt::Key_F35)
            shown += key.toString(QKeySequence::NativeText);
    }
    return shown.join(u", "_s);
}

} // namespace

QList<ShortcutLine> shortcutLines(const QList<QAction *> &commands)
{
    QList<ShortcutLine> lines;
    for (const QAction *command : commands) {
        if (command->shortcut().isEmpty())
            continue;
        QString what = command->text();
        static const QRegularExpression mnemonic(u"&(?!&)"_s);
        what.remove(mnemonic).remove(u'…');
        lines += { what, keysOf(*command) };
    }
    lines += { ShortcutsDialog::tr("Add what is typed"),
               QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText) };
    return lines;
}

QString shortcutNote()
{
    return ShortcutsDialog::tr(
        "“Hang up all” has no key, on purpose. Delete takes rows out of the list; it never ends a call.");
}

} // namespace hangup
