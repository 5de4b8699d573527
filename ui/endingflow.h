// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace hangup {

class ConfirmDialog;

/// From a button to the wire: the window's only way to end calls. Asks with a ConfirmDialog, one at a time, and
/// hands to Session what was confirmed.
class EndingFlow final : public QObject
{
    Q_OBJECT
public:
    /// @p session outlives this; @p window is the dialogs' parent.
    EndingFlow(Session *session, QWidget *window);

    /// Asks to end @p ids, in that order. While a confirmation is open, or with nothing to end, nothing happens
    /// but a sentence.
    void ask(const QList<CallId> &ids);
    bool isAsking() const;

Q_SIGNALS:
    /// Why nothing was sent: plain words.
    void refused(const QString &sentence);

private:
    void open(const Confirmation &confirmation, const QString &sentence);
    void confirmed(const Confirmation &confirmation, const QString &number);

    Session *m_session;
    QWidget *m_window;
    QPointer<ConfirmDialog> m_dialog;
};

} // namespace hangup
