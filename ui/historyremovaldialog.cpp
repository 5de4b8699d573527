// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/historyremovaldialog.h"

#include "ui/historydate.h"
#include "ui/settingsfields.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace hangup {

namespace {

constexpr int SmallestWidth = 480;

} // namespace

HistoryRemovalDialog::HistoryRemovalDialog(const QDate &today, QWidget *parent)
    : FormDialog(tr("Remove old events"), SmallestWidth, parent), m_today(today),
      m_before(new HistoryDateField(tr("Remove before"), this)), m_note(settingSentence({}, this)),
      m_go(new SteadyButton(tr("&Export and remove…"), tr("Export and remove"), this))
{
    auto *words = new QLabel(tr("Batches that were confirmed before this day, and are finished, leave the journal. "
                                "First they are saved in a file that you choose; if that fails, nothing is removed. A "
                                "record of the removal stays, so that the rest can still be verified. This can't be "
                                "undone."),
                             this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto *label = new QLabel(tr("&Before"), this);
    label->setBuddy(m_before);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(theme::Gap);
    fields->addWidget(label);
    fields->addWidget(m_before);
    fields->addStretch(1);
    auto *cancel = new SteadyButton(tr("Cancel"), this);
    cancel->setDefault(true);
    m_go->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::Gap);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_go);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    column->setSpacing(theme::WideGap);
    column->addWidget(words);
    column->addLayout(fields);
    column->addWidget(m_note);
    column->addLayout(buttons);
    connect(m_before, &QLineEdit::textChanged, this, &HistoryRemovalDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &QDialog::accept);
    m_before->setDate(today.addYears(-1));
    cancel->setFocus();
}

qint64 HistoryRemovalDialog::beforeMs() const
{
    return m_before->date().startOfDay().toMSecsSinceEpoch();
}

void HistoryRemovalDialog::check()
{
    const QDate day = m_before->date();
    const bool isGood = day.isValid() && day <= m_today;
    m_go->setEnabled(isGood);
    const QString note = !day.isValid() ? tr("Enter a day such as 2026-11-24.")
        : isGood                        ? QString()
                                        : tr("This day is yet to come.");
    if (note != m_note->text())
        tellSetting(m_note, note);
}

} // namespace hangup
