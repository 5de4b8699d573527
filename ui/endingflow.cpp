// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/endingflow.h"

#include "ui/confirmdialog.h"

namespace hangup {

namespace {

QString errorSentence(ConfirmError error)
{
    switch (error) {
    case ConfirmError::None:
        return {};
    case ConfirmError::WrongNumber:
        return EndingFlow::tr("That is not the number of calls. Nothing was sent.");
    case ConfirmError::AccountChanged:
        return EndingFlow::tr("The account has changed since you were asked. Nothing was sent.");
    case ConfirmError::ListChanged:
        return EndingFlow::tr("The list has changed since you were asked. Nothing was sent. Select the calls again.");
    case ConfirmError::Slept:
        return EndingFlow::tr("The computer slept since you were asked. Nothing was sent. Are these still the calls?");
    case ConfirmError::AlreadyUsed:
        return EndingFlow::tr("This confirmation was used already. Nothing was sent a second time.");
    case ConfirmError::ShuttingDown:
        return EndingFlow::tr("Hangup is closing. Nothing was sent.");
    }
    Q_UNREACHABLE();
}

} // namespace

EndingFlow::EndingFlow(Session *session, QWidget *window) : QObject(window), m_session(session), m_window(window) { }

bool EndingFlow::isAsking() const
{
    return m_dialog;
}

void EndingFlow::ask(const QList<CallId> &ids)
{
    if (m_dialog || ids.isEmpty())
        return;
    const std::optional<Confirmation> confirmation = m_session->prepare(ids);
    if (!confirmation) {
        Q_EMIT refused(tr("These calls are under way or have ended already. Nothing more was sent."));
        return;
    }
    open(*confirmation, {});
}

void EndingFlow::open(const Confirmation &confirmation, const QString &sentence)
{
    m_dialog = new ConfirmDialog(confirmation, sentence, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ConfirmDialog::confirmed, this,
            [this, confirmation](const QString &number) { confirmed(confirmation, number); });
    m_dialog->open();
}

void EndingFlow::confirmed(const Confirmation &confirmation, const QString &number)
{
    const ConfirmError error = m_session->hangUp(confirmation, number);
    const QString sentence = errorSentence(error);
    if (error == ConfirmError::WrongNumber) {
        m_dialog->refuse(sentence);
        return;
    }
    ConfirmDialog *answered = m_dialog;
    m_dialog = nullptr;
    answered->accept();
    if (error == ConfirmError::None)
        return;
    const auto again = error == ConfirmError::Slept ? m_session->prepare(confirmation.ids()) : std::nullopt;
    if (again)
        open(*again, sentence);
    else
        Q_EMIT refused(sentence);
}

} // namespace hangup
