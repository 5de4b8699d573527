// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/closingflow.h"

#include "session/session.h"
#include "ui/messages.h"

#include <QGuiApplication>
#include <QPushButton>
#include <QSessionManager>

#include <utility>

namespace hangup {

ClosingFlow::ClosingFlow(Session *session, QWidget *window) : QObject(window), m_session(session), m_window(window)
{
    connect(m_session, &Session::idle, this, &ClosingFlow::onIdle);
#if QT_CONFIG(sessionmanager)
    // Direct: the manager waits for the answer.
    connect(
        qApp, &QGuiApplication::commitDataRequest, this,
        [this](QSessionManager &manager) {
            if (!m_session->busy())
                return;
            const bool mayAsk = manager.allowsInteraction();
            if (mayAsk)
                manager.release();
            if (holdsUpLogOut(mayAsk))
                manager.cancel();
        },
        Qt::DirectConnection);
#endif
}

bool ClosingFlow::mayClose()
{
    if (m_session->busy()) {
        ask();
        return false;
    }
    if (outcomesKept() == 0 || m_closeAllTheSame)
        return true;
    askAboutKept();
    return false;
}

bool ClosingFlow::holdsUpLogOut(bool mayAsk)
{
    if (!m_session->busy())
        return false;
    if (mayAsk)
        ask();
    else
        m_session->stop();
    return true;
}

int ClosingFlow::outcomesKept() const
{
    return m_session->journalState().outcomesKept;
}

QString ClosingFlow::keptSentence() const
{
    const int kept = outcomesKept();
    if (kept == 0)
        return {};
    return kept == 1 ? tr("1 outcome could not be written to disk yet; if you close now, the history will not have it.")
                     : tr("%n outcomes could not be written to disk yet; if you close now, the history will not have "
                          "them.",
                          nullptr, kept);
}

void ClosingFlow::askAboutKept()
{
    if (m_box) {
        m_box->raise();
        m_box->activateWindow();
        return;
    }
    m_box = plainMessage(m_window, QMessageBox::Warning, tr("Outcomes are not on disk yet"), keptSentence());
    auto *keep = m_box->addButton(tr("Keep waiting"), QMessageBox::RejectRole);
    auto *close = m_box->addButton(tr("Close all the same"), QMessageBox::DestructiveRole);
    m_box->setDefaultButton(keep);
    m_box->setEscapeButton(keep);
    connect(close, &QAbstractButton::clicked, this, [this] {
        m_closeAllTheSame = true;
        m_window->close();
    });
    m_box->open();
}

void ClosingFlow::ask()
{
    if (m_box) {
        m_box->raise();
        m_box->activateWindow();
        return;
    }
    const int onTheirWay = m_session->onTheirWay();
    const int waiting = m_session->waiting();
    QString text = tr("Calls on their way: %1. Calls waiting: %2.\nWhat shall happen?").arg(onTheirWay).arg(waiting);
    if (const QString kept = keptSentence(); !kept.isEmpty())
        text += u'\n' + kept;
    m_box = plainMessage(m_window, QMessageBox::Question, tr("Calls are on their way"), text);
    auto *keep = m_box->addButton(tr("Keep waiting"), QMessageBox::RejectRole);
    auto *stop = m_box->addButton(tr("Stop and close"), QMessageBox::AcceptRole);
    stop->setToolTip(tr("What is on its way finishes; what waits is not sent"));
    m_box->setDefaultButton(keep);
    m_box->setEscapeButton(keep);
    connect(stop, &QAbstractButton::clicked, this, &ClosingFlow::stopThenClose);
    m_box->open();
}

void ClosingFlow::stopThenClose()
{
    m_closeWhenIdle = true;
    m_session->stop();
    if (!m_session->busy()) {
        onIdle();
        return;
    }
    m_box = plainMessage(m_window, QMessageBox::Information, tr("Closing"),
                         tr("What waited is not sent. The window closes when the calls on their way have their "
                            "answer.\nIf you close it now, their outcome will be unknown."));
    auto *stay = m_box->addButton(tr("Don't close"), QMessageBox::RejectRole);
    auto *cut = m_box->addButton(tr("Close now, outcome unknown"), QMessageBox::DestructiveRole);
    m_box->setDefaultButton(stay);
    m_box->setEscapeButton(stay);
    connect(cut, &QAbstractButton::clicked, m_session, &Session::abort);
    // Also Esc and the close button of the box: whatever isn't "close now" means to stay.
    connect(m_box, &QDialog::finished, this, [this, box = m_box.data(), cut] {
        if (box->clickedButton() != cut)
            m_closeWhenIdle = false;
    });
    m_box->open();
}

void ClosingFlow::onIdle()
{
    const bool close = std::exchange(m_closeWhenIdle, false);
    if (m_box)
        m_box->close();
    if (close)
        m_window->close();
}

} // namespace hangup
