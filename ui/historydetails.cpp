// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/historydetails.h"

#include "domain/words.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QDateTime>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QString day(qint64 atMs)
{
    return QDateTime::fromMSecsSinceEpoch(atMs).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString line(const HistoryEvent &event)
{
    return QDateTime::fromMSecsSinceEpoch(event.atMs).toString(u"HH:mm:ss.zzz"_s) + u"  "_s + event.text;
}

QStringList head(const HistoryCall &call)
{
    const BatchInfo &batch = call.batch;
    QStringList lines { call.id.toString() };
    if (call.result) {
        const QString outcome = words::outcomeShort(call.result->outcome);
        lines.append(QString(words::outcomeSymbol(call.result->outcome)) + u' ' + outcome + u" – "_s
                     + words::resultSentence(*call.result));
        if (!call.result->message.isEmpty())
            lines.append(HistoryDetails::tr("Plivo’s words:") + u' ' + call.result->message);
    } else {
        lines.append(HistoryDetails::tr("No outcome yet."));
    }
    const auto outcome = call.result ? std::optional(call.result->outcome) : std::nullopt;
    if (const QString proof = words::proofSentence(call.proof, outcome); !proof.isEmpty())
        lines.append(HistoryDetails::tr("Proof:") + u' ' + words::proofShort(call.proof) + u" – "_s + proof);
    // Foreign texts are put behind each other, never into a pattern: a "%1" in them stays what it is.
    lines.append(HistoryDetails::tr("Confirmed:") + u' ' + day(batch.atMs) + u", "_s + batch.operatorName);
    lines.append(HistoryDetails::tr("Account:") + u' ' + batch.accountName + u" ("_s + batch.authId.toString() + u')');
    if (!batch.words.ticket.isEmpty())
        lines.append(HistoryDetails::tr("Ticket:") + u' ' + batch.words.ticket);
    if (!batch.words.reason.isEmpty())
        lines.append(HistoryDetails::tr("Reason:") + u' ' + batch.words.reason);
    return lines;
}

} // namespace

HistoryDetails::HistoryDetails(QWidget *parent)
    : QWidget(parent), m_view(new QPlainTextEdit(this)),
      m_support(new SteadyButton(tr("Copy text for Plivo’s &support"), tr("Copy text for Plivo’s support"), this))
{
    m_view->setAccessibleName(tr("One call with every attempt"));
    m_view->setReadOnly(true);
    // With a caret, so that the keyboard alone reads and selects.
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_view->setTabChangesFocus(true);
    m_view->setFont(theme::fixedFont());
    m_view->setPlaceholderText(tr("Select a call to see every attempt."));
    m_support->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::Gap);
    column->addWidget(m_view, 1);
    column->addWidget(m_support, 0, Qt::AlignLeft);
    connect(m_support, &QPushButton::clicked, this, &HistoryDetails::supportTextRequested);
}

bool HistoryDetails::isForSupport(const HistoryCall &call)
{
    return call.result && call.result->outcome == Outcome::Ended && call.proof.state == ProofState::StillLive;
}

void HistoryDetails::setCall(const HistoryCall &call)
{
    const bool isSame = m_call && m_call->id == call.id && m_call->batch.batch == call.batch.batch;
    m_call = call;
    if (!isSame)
        m_events.clear();
    QStringList lines = head(call);
    if (!m_events.isEmpty())
        lines.append(QString());
    for (const HistoryEvent &event : std::as_const(m_events))
        lines.append(line(event));
    m_support->setVisible(isForSupport(call));
    show(lines.join(u'\n'), isSame);
}

void HistoryDetails::setEvents(const QList<HistoryEvent> &events)
{
    if (!m_call)
        return;
    m_events = events;
    setCall(HistoryCall(*m_call));
}

void HistoryDetails::clear()
{
    m_call.reset();
    m_events.clear();
    m_support->hide();
    show({}, false);
}

void HistoryDetails::show(const QString &text, bool isSameCall)
{
    if (text == m_view->toPlainText())
        return;
    const int at = isSameCall ? m_view->verticalScrollBar()->value() : 0;
    m_view->setPlainText(text);
    m_view->verticalScrollBar()->setValue(at);
}

QString HistoryDetails::text() const
{
    return m_view->toPlainText();
}

} // namespace hangup
