// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/diagnosticsdialog.h"

#include "ui/settingsfields.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace hangup {

namespace {

constexpr int SmallestWidth = 560;
constexpr QSize FirstSize(760, 520);

} // namespace

DiagnosticsDialog::DiagnosticsDialog(const QString &text, QWidget *parent)
    : FormDialog(tr("Copy diagnostics"), SmallestWidth, parent), m_text(text), m_done(settingSentence({}, this))
{
    auto *sentence = new QLabel(this);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setText(tr("Nothing leaves this computer until you paste it. Tokens are removed; read it before you send "
                         "it."));
    sentence->setWordWrap(true);
    auto *view = new QPlainTextEdit(this);
    view->setAccessibleName(tr("Diagnostics"));
    view->setAccessibleDescription(sentence->text());
    view->setReadOnly(true);
    // With a caret, so that the keyboard alone reads and selects.
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setTabChangesFocus(true);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFont(theme::fixedFont());
    view->setPlainText(text);

    auto *copyButton = new SteadyButton(tr("&Copy"), tr("Copy"), this);
    copyButton->setDefault(true);
    auto *closeButton = new SteadyButton(tr("Close"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::Gap);
    buttons->addWidget(m_done, 1);
    buttons->addWidget(copyButton);
    buttons->addWidget(closeButton);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    layout->setSpacing(theme::WideGap);
    layout->addWidget(sentence);
    layout->addWidget(view, 1);
    layout->addLayout(buttons);
    resize(FirstSize);
    connect(copyButton, &QPushButton::clicked, this, &DiagnosticsDialog::copy);
    connect(closeButton, &QPushButton::clicked, this, &QDialog::accept);
    copyButton->setFocus();
}

void DiagnosticsDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
    tellSetting(m_done, tr("Copied. Paste it where it is asked for."));
}

} // namespace hangup
