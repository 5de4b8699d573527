// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QObject>
#include <QPointer>
#include <QString>

class QWidget;

namespace hangup {

class NoticeBoard;
class RecoveryDialog;

/// Calls that a run which ended too early left open: a notice that they are there, and the dialog about them. Nothing
/// is sent again by itself.
class RecoveryFlow final : public QObject
{
    Q_OBJECT
public:
    /// All outlive this.
    RecoveryFlow(Session *session, NoticeBoard *board, QWidget *window);
    /// Whether there is something to show for the account in use.
    bool hasCalls() const;
    /// The dialog; nothing happens without calls.
    void show();

Q_SIGNALS:
    /// hasCalls() may have changed.
    void changed();
    /// Calls were put back into the list.
    void putBack(const hangup::AddReport &report);

private:
    void update();
    void check();
    void returnToList();

    Session *m_session;
    NoticeBoard *m_board;
    QWidget *m_window;
    QPointer<RecoveryDialog> m_dialog;
    QString m_shown; ///< of the notice last posted, also when it was closed
};

} // namespace hangup
