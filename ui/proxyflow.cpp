// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/proxyflow.h"

#include "session/session.h"
#include "ui/noticeboard.h"
#include "ui/proxylogindialog.h"

namespace hangup {

ProxyFlow::ProxyFlow(Session *session, NoticeBoard *board, QWidget *window)
    : QObject(window), m_session(session), m_board(board), m_window(window)
{
    connect(m_session, &Session::proxyLoginNeeded, this, &ProxyFlow::showNotice);
}

void ProxyFlow::showNotice(const ProxyAddress &proxy)
{
    m_proxy = proxy;
    m_board->post(NoticeKind::ProxyLogin,
                  { .level = NoticeBar::Level::Trouble,
                    .text = tr("The proxy %1 asks for a login. Nothing passes it until then.").arg(proxy.toString()),
                    .primary = tr("Enter the login…"),
                    .onPrimary = [this] { enterLogin(m_window); } });
}

void ProxyFlow::enterLogin(QWidget *parent)
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    if (m_proxy.isNull())
        return;
    m_dialog = new ProxyLoginDialog(m_proxy, parent);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_session->book()->mayUseKeychain())
        m_dialog->forbidKeychain();
    connect(m_dialog, &ProxyLoginDialog::entered, this, [this](const ProxyLogin &login, TokenPlace place) {
        m_session->setProxyLogin(login, place);
        m_board->withdraw(NoticeKind::ProxyLogin);
        Q_EMIT told(tr("The login is used from now on. Press “Retry failed” to try again what was not sent."));
    });
    m_dialog->open();
}

} // namespace hangup
