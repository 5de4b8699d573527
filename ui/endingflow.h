// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QStringList>

#include <optional>

class QWidget;

namespace hangup {

class ConfirmDialog;

/// From a button to the wire: the window's only way to end calls and to cancel requests. Asks with a ConfirmDialog, one
/// at a time, looks the calls up while it is open, and hands to Session what was confirmed: exactly what was on show.
class EndingFlow final : public QObject
{
    Q_OBJECT
public:
    /// @p session outlives this; @p window is the dialogs' parent.
    EndingFlow(Session *session, QWidget *window);

    /// Asks to end @p ids, in that order, for that ticket and reason. While a confirmation is open, or with nothing to
    /// end, nothing happens but a sentence.
    void ask(const QList<CallId> &ids, const BatchWords &words);
    /// Asks to cancel a request that nobody has answered yet; only for a call that Plivo doesn't know as one.
    void askForRequest(const CallId &id, const BatchWords &words);
    /// Takes back what is in its grace period.
    void undo();
    /// What kept calls from the network since the last time this was asked, in a sentence; nothing if nothing did.
    /// Ask when the session is idle.
    std::optional<QString> takeNetworkTrouble();

Q_SIGNALS:
    /// Why nothing was sent: plain words.
    void refused(const QString &sentence);
    /// Nothing was sent: the account's token is not there (yet).
    void tokenNeeded();
    /// For the status line.
    void told(const QString &sentence);
    /// The session took a confirmed batch, or its grace period began.
    void accepted(int calls);

private:
    bool mayAsk();
    bool tokenIsThere() const;
    QString errorSentence(ConfirmError error) const;
    void open(const Confirmation &confirmation, const QString &sentence);
    QStringList cautions(const Confirmation &confirmation) const;
    QString lookedAtFirst(const Confirmation &confirmation) const;
    QString checkedAgain(const Confirmation &confirmation) const;
    QList<CallId> toRead(const Confirmation &confirmation) const;
    void read(const CallInfoRead &read);
    void stopReading();
    void confirmed(const QString &number, const EndingChoice &choice);

    Session *m_session;
    QWidget *m_window;
    QPointer<ConfirmDialog> m_dialog;
    QSet<CallId> m_reading; ///< looked up for the open confirmation, no answer yet
    BatchWords m_words; ///< of the open confirmation
    int m_leftOut = 0; ///< calls the user chose that the open confirmation doesn't take
    QList<CallId> m_accepted; ///< since takeNetworkTrouble()
};

} // namespace hangup
