// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/shortcutsdialog.h"

#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QLabel *cell(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

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

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &commands, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setAccessibleName(windowTitle());
    setWindowModality(Qt::WindowModal);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * theme::Margin);
    grid->setVerticalSpacing(theme::Gap);
    int row = 0;
    const auto add = [&](const QString &what, const QString &keys) {
        grid->addWidget(cell(what, this), row, 0);
        grid->addWidget(cell(keys, this), row, 1);
        ++row;
    };
    for (const QAction *command : commands) {
        if (command->shortcut().isEmpty())
            continue;
        QString what = command->text();
        static const QRegularExpression mnemonic(u"&(?!&)"_s);
        what.remove(mnemonic).remove(u'…');
        add(what, keysOf(*command));
    }
    add(tr("Add what is typed"), QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText));
    auto *note = cell(
        tr("“Hang up all” has no key, on purpose. Delete takes rows out of the list; it never ends a call."), this);
    note->setWordWrap(true);
    auto *closeButton = new SteadyButton(tr("Close"), this);
    closeButton->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    layout->setSpacing(theme::WideGap);
    layout->addLayout(grid);
    layout->addWidget(note);
    layout->addWidget(closeButton, 0, Qt::AlignRight);
    connect(closeButton, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace hangup
