// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/shortcutsdialog.h"

#include "ui/shortcutlist.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

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

    auto *list = new QWidget(this);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 2, 0, 2); // for what stands over a capital letter
    grid->setHorizontalSpacing(2 * theme::Margin);
    grid->setVerticalSpacing(theme::Gap);
    int row = 0;
    const auto add = [&](const QString &what, const QString &keys) {
        grid->addWidget(cell(what, list), row, 0);
        grid->addWidget(cell(keys, list), row, 1);
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
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(windowTitle());
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);
    scroll->setMinimumWidth(list->sizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    layout->addWidget(scroll, 1);
    layout->addWidget(note);
    layout->addWidget(closeButton, 0, Qt::AlignRight);
    connect(closeButton, &QPushButton::clicked, this, &QDialog::accept);
    closeButton->setFocus();

    // The whole list, where the screen has room for it: the area's own wish is for less.
    const int around = sizeHint().height() - scroll->sizeHint().height();
    constexpr double MostOfScreen = 0.9;
    const auto most = static_cast<int>(screen()->availableGeometry().height() * MostOfScreen);
    resize(sizeHint().width(), std::min(list->sizeHint().height() + around, most));
}

} // namespace hangup
