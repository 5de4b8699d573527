// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/proxylogin.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace hangup {

class NoticeBoard;
class ProxyLoginDialog;
class Session;

/// From "the proxy asks for a login" to the login: a notice, the dialog when the user wants it, and the login to the
/// session. Nothing that wasn't sent is sent again by that.
class ProxyFlow final : public QObject
{
    Q_OBJECT
public:
    /// All outlive this; @p window is the dialog's parent.
    ProxyFlow(Session *session, NoticeBoard *board, QWidget *window);
    /// The dialog for the proxy that asked last, over @p parent; the one that is open already comes to the front.
    void enterLogin(QWidget *parent);

Q_SIGNALS:
    /// What became of it, for the status line: plain words.
    void told(const QString &sentence);

private:
    void showNotice(const ProxyAddress &proxy);

    Session *m_session;
    NoticeBoard *m_board;
    QWidget *m_window;
    ProxyAddress m_proxy; ///< the one that asked last
    QPointer<ProxyLoginDialog> m_dialog;
};

} // namespace hangup
