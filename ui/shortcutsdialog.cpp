// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/shortcutsdialog.h"

#include "ui/shortcutlist.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace hangup {

namespace {

QLabel *cell(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
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
    const QList<ShortcutLine> lines = shortcutLines(commands);
    for (const ShortcutLine &line : lines)
        add(line.what, line.keys);
    auto *note = cell(shortcutNote(), this);
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
