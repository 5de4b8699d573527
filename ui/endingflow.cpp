// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/endingflow.h"

#include "domain/callwords.h"
#include "domain/policywords.h"
#include "domain/words.h"
#include "ui/confirmdialog.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace hangup {

QString EndingFlow::errorSentence(ConfirmError error) const
{
    switch (error) {
    case ConfirmError::None:
        return {};
    case ConfirmError::WrongNumber:
        return tr("That is not the number of calls. Nothing was sent.");
    case ConfirmError::AccountChanged:
        return tr("The account has changed since you were asked. Nothing was sent.");
    case ConfirmError::RulesChanged:
        return tr("The settings for who is cut off have changed since you were asked. Nothing was sent.");
    case ConfirmError::ListChanged:
        return tr("The list has changed since you were asked. Nothing was sent. Select the calls again.");
    case ConfirmError::Slept:
        return tr("The computer slept since you were asked. Nothing was sent. Are these still the calls?");
    case ConfirmError::AlreadyUsed:
        return tr("This confirmation was used already. Nothing was sent a second time.");
    case ConfirmError::OnlyFlagged:
        return tr("All of these calls are flagged, and the box was not ticked. Nothing was sent.");
    case ConfirmError::AccountIsChanging:
        return tr("A change of this account is being saved. Nothing was sent; try again in a moment.");
    case ConfirmError::PolicyBroken:
        return tr("%1 Nothing was sent.").arg(words::policyObjection(PolicyObjection::Broken));
    case ConfirmError::NotAllowed: {
        const auto why = m_session->book()->objection(m_session->account());
        return tr("%1 Nothing was sent.").arg(words::policyObjection(why.value_or(PolicyObjection::OtherHost)));
    }
    case ConfirmError::BatchTooLarge:
        return tr("Your organisation allows at most %1 calls at once. Nothing was sent.")
            .arg(m_session->policy().largestBatch.value_or(Policy::LargestBatch.most));
    case ConfirmError::TicketMissing:
        return tr("A ticket and a reason are required. Nothing was sent; fill in both fields beside the buttons.");
    case ConfirmError::NoJournal: {
        const QString why = words::journalState(m_session->journalState());
        return why.isEmpty() ? tr("The journal can't be written. Nothing was sent.")
                             : tr("%1 Nothing was sent.").arg(why);
    }
    case ConfirmError::NoToken:
        return tr("The account's auth token is not there. Nothing was sent.");
    case ConfirmError::ShuttingDown:
        return tr("Hangup is closing. Nothing was sent.");
    }
    Q_UNREACHABLE();
}

EndingFlow::EndingFlow(Session *session, QWidget *window) : QObject(window), m_session(session), m_window(window)
{
    connect(session, &Session::graceRefused, this, [this](ConfirmError error) {
        if (error == ConfirmError::NoToken)
            Q_EMIT tokenNeeded();
        else
            Q_EMIT refused(errorSentence(error));
    });
    connect(session, &Session::infoRead, this, &EndingFlow::read);
}

void EndingFlow::undo()
{
    const int calls = m_session->undoHangUp();
    if (calls > 0)
        Q_EMIT told(calls == 1 ? tr("Undone: 1 call stays as it is. Nothing was sent.")
                               : tr("Undone: %n calls stay as they are. Nothing was sent.", nullptr, calls));
}

bool EndingFlow::mayAsk()
{
    if (m_dialog)
        return false;
    m_session->refreshPolicy();
    if (const auto forbidden = m_session->book()->objection(m_session->account())) {
        Q_EMIT refused(errorSentence(*forbidden == PolicyObjection::Broken ? ConfirmError::PolicyBroken
                                                                           : ConfirmError::NotAllowed));
        return false;
    }
    if (!m_session->journalState().canEnd()) {
        Q_EMIT refused(errorSentence(ConfirmError::NoJournal));
        return false;
    }
    if (!tokenIsThere()) {
        Q_EMIT tokenNeeded();
        return false;
    }
    return true;
}

void EndingFlow::ask(const QList<CallId> &ids, const BatchWords &said)
{
    if (ids.isEmpty() || !mayAsk())
        return;
    const std::optional<Confirmation> confirmation = m_session->prepare(ids);
    if (!confirmation) {
        Q_EMIT refused(tr("These calls are under way or have ended already. Nothing more was sent."));
        return;
    }
    const int largest = m_session->policy().largestBatch.value_or(Policy::LargestBatch.most);
    if (const auto calls = static_cast<int>(confirmation->ids().size()); calls > largest) {
        Q_EMIT refused(words::batchTooLarge(calls, largest));
        return;
    }
    m_words = said;
    m_leftOut = static_cast<int>(ids.size() - confirmation->ids().size());
    open(*confirmation, {});
}

void EndingFlow::askForRequest(const CallId &id, const BatchWords &words)
{
    if (!mayAsk())
        return;
    const std::optional<Confirmation> confirmation = m_session->prepareRequest(id);
    if (!confirmation) {
        Q_EMIT refused(tr("Only what Plivo doesn't know as a call can be cancelled as a request. Nothing was sent."));
        return;
    }
    m_words = words;
    m_leftOut = 0;
    open(*confirmation, {});
}

bool EndingFlow::tokenIsThere() const
{
    switch (m_session->book()->tokenState(m_session->account().key)) {
    case TokenState::NotNeeded:
    case TokenState::Ready:
        return true;
    case TokenState::NotAsked:
    case TokenState::Loading:
    case TokenState::Missing:
        return false;
    }
    Q_UNREACHABLE();
}

void EndingFlow::open(const Confirmation &confirmation, const QString &sentence)
{
    const QList<CallId> reading = toRead(confirmation);
    m_dialog = new ConfirmDialog(confirmation,
                                 { .sentence = sentence,
                                   .cautions = cautions(confirmation),
                                   .notes = { lookedAtFirst(confirmation), checkedAgain(confirmation) },
                                   .words = m_words,
                                   .readings = static_cast<int>(reading.size()) },
                                 m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ConfirmDialog::confirmed, this, &EndingFlow::confirmed);
    connect(m_dialog, &QDialog::finished, this, &EndingFlow::stopReading);
    m_reading = QSet<CallId>(reading.begin(), reading.end());
    m_dialog->open();
    m_session->lookUp(reading);
}

/// Calls of which nothing is known, or nothing new. Few at most: the questions share the account's limit.
QList<CallId> EndingFlow::toRead(const Confirmation &confirmation) const
{
    constexpr std::chrono::milliseconds New = std::chrono::seconds(10);
    if (confirmation.isRequest() || confirmation.ids().size() > m_session->settings().checkAgainUpTo)
        return {};
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QList<CallId> ids;
    for (const CallId &id : confirmation.ids()) {
        const auto info = confirmation.known().constFind(id);
        if (info == confirmation.known().cend() || now - info->readAtMs > New.count())
            ids += id;
    }
    return ids;
}

void EndingFlow::read(const CallInfoRead &read)
{
    if (!m_dialog || !m_reading.remove(read.id))
        return;
    m_dialog->renew(m_session->renewed(m_dialog->confirmation()), read);
}

void EndingFlow::stopReading()
{
    const QSet<CallId> open = std::exchange(m_reading, {});
    m_session->stopLookUp(QList<CallId>(open.begin(), open.end()));
}

QStringList EndingFlow::cautions(const Confirmation &confirmation) const
{
    const QList<CallId> &ids = confirmation.ids();
    const CallListModel *calls = m_session->calls();
    const bool anyHidden = calls->rowCount() < calls->total();
    const auto hidden
        = !anyHidden ? 0 : static_cast<int>(std::count_if(ids.begin(), ids.end(), [calls](const CallId &id) {
              return calls->rowOf(id) < 0;
          }));
    QStringList sentences;
    if (hidden > 0 && ids.size() == 1)
        sentences += tr("This call is hidden by the filter.");
    else if (hidden == 1)
        sentences += tr("1 of these calls is hidden by the filter.");
    else if (hidden > 1)
        sentences += tr("%n of these calls are hidden by the filter.", nullptr, hidden);
    if (m_leftOut == 1)
        sentences += tr("1 of the selected calls is ended already or under way and is left out.");
    else if (m_leftOut > 1)
        sentences
            += tr("%n of the selected calls are ended already or under way and are left out.", nullptr, m_leftOut);
    return sentences;
}

QString EndingFlow::lookedAtFirst(const Confirmation &confirmation) const
{
    const QList<CallId> &ids = confirmation.ids();
    const CallListModel *calls = m_session->calls();
    if (calls->tally()[Outcome::Unknown] == 0)
        return {};
    const auto unknown = static_cast<int>(std::count_if(ids.begin(), ids.end(), [calls](const CallId &id) {
        const std::optional<CallStanding> standing = calls->standing(id);
        return standing && standing->outcome == Outcome::Unknown;
    }));
    if (unknown == 0)
        return {};
    return unknown == 1 ? tr("1 of them is “Unknown”: Plivo is asked first whether it is still live, and only then is "
                             "it sent again.")
                        : tr("%n of them are “Unknown”: Plivo is asked first whether they are still live, and only "
                             "those that are get sent again.",
                             nullptr, unknown);
}

QString EndingFlow::checkedAgain(const Confirmation &confirmation) const
{
    if (!m_session->settings().cutOff.protectedNumbers.isEmpty() && !confirmation.isRequest())
        return tr("Some numbers are protected: Plivo is asked for the numbers of each call right before it is ended. "
                  "Calls with a protected number, or whose numbers can't be read, are left out.");
    if (confirmation.isChecked())
        return tr("Each call is looked at once more right before it is ended: one that is over, or has other numbers "
                  "than before, is left out.");
    // Those that were read before are flagged already.
    if (!confirmation.isRequest() && confirmation.known().size() < confirmation.ids().size())
        return words::endedUnseen(confirmation.ids().size());
    return {};
}

std::optional<QString> EndingFlow::takeNetworkTrouble()
{
    const QList<CallId> ids = std::exchange(m_accepted, {});
    for (const CallId &id : ids) {
        const std::optional<CallResult> result = m_session->calls()->result(id);
        if (result && result->outcome == Outcome::NotSent
            && (result->reason == Reason::HostNotFound || result->reason == Reason::ConnectionRefused)) {
            return tr("%1 Check the network, then press “Retry failed”.").arg(words::resultSentence(*result));
        }
    }
    return {};
}

void EndingFlow::confirmed(const QString &number, const EndingChoice &choice)
{
    const Confirmation confirmation = m_dialog->confirmation();
    const QList<CallId> ids = confirmation.chosen(choice.flagged);
    const ConfirmError error = m_session->hangUp(confirmation, number, m_words, choice);
    const QString sentence = errorSentence(error);
    if (error == ConfirmError::WrongNumber || error == ConfirmError::OnlyFlagged
        || error == ConfirmError::BatchTooLarge) {
        m_dialog->refuse(sentence);
        return;
    }
    ConfirmDialog *answered = m_dialog;
    m_dialog = nullptr;
    answered->accept();
    if (error == ConfirmError::NoToken) {
        Q_EMIT tokenNeeded();
        return;
    }
    if (error == ConfirmError::None) {
        m_accepted += ids;
        Q_EMIT accepted(static_cast<int>(ids.size()));
        return;
    }
    const bool asksAgain = error == ConfirmError::Slept;
    const auto again = !asksAgain  ? std::nullopt
        : confirmation.isRequest() ? m_session->prepareRequest(confirmation.ids().constFirst())
                                   : m_session->prepare(confirmation.ids());
    if (again)
        open(*again, sentence);
    else
        Q_EMIT refused(sentence);
}

} // namespace hangup
