// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/ticketfields.h"

#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int LongestText = 200; // as BatchWords keeps it
constexpr int TicketRoom = 12; // characters
constexpr int ReasonRoom = 18;
constexpr int MostTimes = 2; // so much wider where there is room

QLineEdit *lineField(const QString &name, int characters, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setAccessibleName(name);
    field->setMaxLength(LongestText);
    field->setMinimumHeight(theme::ControlHeight);
    const int width = characters * field->fontMetrics().averageCharWidth() + 2 * theme::WideGap;
    field->setMinimumWidth(width);
    field->setMaximumWidth(MostTimes * width);
    field->setTextMargins(theme::Gap / 2, 0, theme::Gap / 2, 0);
    return field;
}

QLabel *labelOf(const QString &words, QLineEdit *field, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setBuddy(field);
    return label;
}

} // namespace

TicketFields::TicketFields(QWidget *parent)
    : QWidget(parent), m_ticket(lineField(tr("Ticket"), TicketRoom, this)),
      m_reason(lineField(tr("Reason"), ReasonRoom, this))
{
    m_ticket->setToolTip(tr("The ticket these calls are ended for; kept in the history and shown in the receipt"));
    m_reason->setToolTip(tr("Why these calls are ended; kept in the history and shown in the receipt"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::Gap);
    layout->addWidget(labelOf(tr("T&icket:"), m_ticket, this));
    layout->addWidget(m_ticket, TicketRoom);
    layout->addWidget(labelOf(tr("Reaso&n:"), m_reason, this));
    layout->addWidget(m_reason, ReasonRoom);
    layout->addStretch(0);
    for (QLineEdit *field : { m_ticket, m_reason })
        connect(field, &QLineEdit::textChanged, this, &TicketFields::changed);
    mark();
}

BatchWords TicketFields::words() const
{
    return BatchWords { m_ticket->text(), m_reason->text() }.cleaned();
}

void TicketFields::setRequired(bool required)
{
    if (required == m_required)
        return;
    m_required = required;
    mark();
    Q_EMIT changed();
}

bool TicketFields::isMissing() const
{
    const BatchWords given = words();
    return m_required && (given.ticket.isEmpty() || given.reason.isEmpty());
}

void TicketFields::focusMissing()
{
    QLineEdit *field = words().ticket.isEmpty() ? m_ticket : m_reason;
    field->setFocus(Qt::ShortcutFocusReason);
    field->selectAll();
}

void TicketFields::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark();
}

void TicketFields::mark()
{
    const QString words = m_required ? tr("required") : tr("optional");
    const QColor colour
        = m_required ? theme::outcomeColour(Outcome::Refused, palette()) : theme::mutedColour(palette());
    for (QLineEdit *field : { m_ticket, m_reason }) {
        field->setPlaceholderText(words);
        field->setAccessibleDescription(m_required ? tr("Required: without it nothing is ended")
                                                   : tr("Optional: kept in the history and shown in the receipt"));
        QPalette colours = field->palette();
        if (colours.color(QPalette::PlaceholderText) == colour)
            continue;
        colours.setColor(QPalette::PlaceholderText, colour);
        field->setPalette(colours);
    }
}

} // namespace hangup
