// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/ignoreddialog.h"

#include "domain/words.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

namespace hangup {

namespace {

enum Column { LineColumn, ColumnColumn, WhatColumn, WhyColumn, ColumnCount };

} // namespace

IgnoredDialog::IgnoredDialog(const ScanResult &scan, QWidget *parent)
    : QDialog(parent), m_table(new QTableWidget(static_cast<int>(scan.ignored.size()), ColumnCount, this))
{
    setWindowTitle(tr("What was ignored"));
    setAccessibleName(windowTitle());
    setWindowModality(Qt::WindowModal);
    resize(820, 380);
    fill(scan);

    auto *note = new QLabel(this);
    note->setTextFormat(Qt::PlainText);
    note->setText(scan.ignoredCount > scan.ignored.size()
                      ? tr("The first %1 of %2 that were left out. The calls found were added all the same.")
                            .arg(scan.ignored.size())
                            .arg(scan.ignoredCount)
                      : tr("These looked like ids and were left out. The calls found were added all the same."));
    auto *copyButton = new SteadyButton(tr("&Copy"), tr("Copy"), this);
    auto *closeButton = new SteadyButton(tr("C&lose"), tr("Close"), this);
    closeButton->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copyButton);
    buttons->addStretch(1);
    buttons->addWidget(closeButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    layout->setSpacing(theme::WideGap);
    layout->addWidget(note);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(copyButton, &QPushButton::clicked, this, &IgnoredDialog::copy);
    connect(closeButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(new QShortcut(QKeySequence::Copy, this), &QShortcut::activated, this, &IgnoredDialog::copy);
    closeButton->setFocus();
}

void IgnoredDialog::fill(const ScanResult &scan)
{
    m_table->setAccessibleName(tr("Ignored"));
    m_table->setHorizontalHeaderLabels({ tr("Line"), tr("Column"), tr("What"), tr("Why") });
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setVisible(false);
    m_table->verticalHeader()->setDefaultSectionSize(theme::RowHeight);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int row = 0; row < scan.ignored.size(); ++row) {
        const IgnoredText &piece = scan.ignored.at(row);
        auto *line = new QTableWidgetItem(QString::number(piece.line));
        auto *column = new QTableWidgetItem(QString::number(piece.column));
        auto *what = new QTableWidgetItem(piece.excerpt);
        line->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        column->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        what->setFont(theme::fixedFont());
        m_table->setItem(row, LineColumn, line);
        m_table->setItem(row, ColumnColumn, column);
        m_table->setItem(row, WhatColumn, what);
        m_table->setItem(row, WhyColumn, new QTableWidgetItem(words::ignored(piece)));
    }
    for (const int column : { LineColumn, ColumnColumn }) {
        m_table->setColumnWidth(column, 70);
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    m_table->setColumnWidth(WhatColumn, 340);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

QString IgnoredDialog::asText() const
{
    QString text;
    const bool all = m_table->selectedItems().isEmpty();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (!all && !m_table->item(row, LineColumn)->isSelected())
            continue;
        for (int column = 0; column < ColumnCount; ++column)
            text += m_table->item(row, column)->text() + (column + 1 < ColumnCount ? u'\t' : u'\n');
    }
    return text;
}

void IgnoredDialog::copy()
{
    QGuiApplication::clipboard()->setText(asText());
}

} // namespace hangup
