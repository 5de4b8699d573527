// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/emptylist.h"

#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace hangup {

EmptyList::EmptyList(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_text(new QLabel(this)),
      m_add(new SteadyButton(tr("Add an account…"), tr("Add an account"), this)),
      m_sample(new SteadyButton(tr("Paste a sample ticket"), this)), m_open(new SteadyButton(tr("Open a file…"), this)),
      m_showAll(new SteadyButton(tr("Show all calls"), this))
{
    constexpr int TextWidth = 460;
    m_title->setFont(theme::font(theme::Type::Title));
    for (QLabel *label : { m_title, m_text }) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignHCenter);
    }
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(TextWidth);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::Gap);
    buttons->addStretch(1);
    buttons->addWidget(m_add);
    buttons->addWidget(m_sample);
    buttons->addWidget(m_open);
    buttons->addWidget(m_showAll);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::RowHeight, 0, 0);
    layout->setSpacing(theme::WideGap);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(buttons);

    connect(m_add, &QPushButton::clicked, this, &EmptyList::addAccountRequested);
    connect(m_sample, &QPushButton::clicked, this, &EmptyList::sampleRequested);
    connect(m_open, &QPushButton::clicked, this, &EmptyList::openRequested);
    connect(m_showAll, &QPushButton::clicked, this, &EmptyList::showAllRequested);
}

void EmptyList::explain(Why why, bool practice)
{
    switch (why) {
    case Why::NotEmpty:
        break;
    case Why::FirstStart:
        m_title->setText(tr("No account yet"));
        m_text->setText(
            tr("Add the Plivo account whose calls you want to end, or practise first: there nothing is real."));
        break;
    case Why::NothingListed:
        m_title->setText(tr("No calls listed yet"));
        m_text->setText(tr("Paste the ticket anywhere in this window, drop a text or a file on it, or type one call "
                           "UUID above. The call UUIDs in it are found by themselves. Nothing is ended until you press "
                           "the red button and confirm."));
        break;
    case Why::NothingMatches:
        m_title->setText(tr("No call matches the filter"));
        m_text->setText(tr("Calls are listed, but the filter hides them all."));
        break;
    }
    // Words that wrap don't tell the layout their height; large ones would be cut.
    m_text->setMinimumHeight(m_text->heightForWidth(m_text->minimumWidth()));
    const bool first = why == Why::FirstStart;
    const QString sample = first ? tr("Practise with a sample ticket") : tr("Paste a sample ticket");
    m_sample->setText(sample);
    m_sample->setAccessibleName(sample);
    m_add->setVisible(first);
    m_sample->setVisible(first || (why == Why::NothingListed && practice));
    m_open->setVisible(why == Why::NothingListed);
    m_showAll->setVisible(why == Why::NothingMatches);
    setVisible(why != Why::NotEmpty);
}

} // namespace hangup
