// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/closingflow.h"

#include "session/session.h"
#include "ui/messages.h"

#include <QGuiApplication>
#include <QPushButton>
#include <QSessionManager>

#include <chrono>
#include <utility>

namespace hangup {

namespace {

/// Far longer than cutting and writing take; a disk that is full stays so.
constexpr std::chrono::seconds PatienceAfterAbort { 2 };

} // namespace

ClosingFlow::ClosingFlow(Session *session, QWidget *window) : QObject(window), m_session(session), m_window(window)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceAfterAbort);
    connect(&m_patience, &QTimer::timeout, this, &ClosingFlow::closeNow);
    connect(m_session, &Session::idle, this, &ClosingFlow::onIdle);
    connect(m_session, &Session::graceChanged, this, [this] {
        // Over meanwhile: what was asked does not stand any more.
        if (m_box && m_session->inGrace() == 0)
            dropBox();
    });
    connect(m_session, &Session::journalChanged, this, &ClosingFlow::onJournalChanged);
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
    if (m_closeAllTheSame)
        return true;
    if (m_session->inGrace() > 0) {
        askAboutGrace();
        return false;
    }
    if (onlyKeptLeft() || (!m_session->busy() && outcomesKept() > 0)) {
        askAboutKept();
        return false;
    }
    if (m_session->busy()) {
        ask();
        return false;
    }
    return true;
}

bool ClosingFlow::holdsUpLogOut(bool mayAsk)
{
    if (!m_session->busy() || m_closeAllTheSame)
        return false;
    if (mayAsk) {
        mayClose();
        return true;
    }
    m_session->stop();
    // Of those nothing is to come any more, and a disk may stay full for ever.
    return !onlyKeptLeft();
}

bool ClosingFlow::onlyKeptLeft() const
{
    const int underWay = m_session->progressTotal() - m_session->progressDone();
    return underWay > 0 && underWay <= outcomesKept();
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
    if (raisesBox())
        return;
    QString text = keptSentence();
    // Their calls are under way as far as the disk knows.
    if (m_session->busy())
        text += u'\n' + tr("The next start shows calls without an outcome on disk as unknown.");
    m_box = plainMessage(m_window, QMessageBox::Warning, tr("Outcomes are not on disk yet"), text);
    auto *keep = m_box->addButton(tr("Keep waiting"), QMessageBox::RejectRole);
    auto *close = m_box->addButton(tr("Close all the same"), QMessageBox::DestructiveRole);
    m_box->setDefaultButton(keep);
    m_box->setEscapeButton(keep);
    connect(close, &QAbstractButton::clicked, this, &ClosingFlow::closeAllTheSame);
    m_box->open();
}

/// Who has just confirmed might believe that it was done.
void ClosingFlow::askAboutGrace()
{
    if (raisesBox())
        return;
    const int calls = m_session->inGrace();
    m_box = plainMessage(m_window, QMessageBox::Question, tr("Nothing was sent yet"),
                         calls == 1 ? tr("1 confirmed call is about to be hung up. If you close now, it is not.")
                                    : tr("%n confirmed calls are about to be hung up. If you close now, they are not.",
                                         nullptr, calls));
    auto *stay = m_box->addButton(tr("Don't close"), QMessageBox::RejectRole);
    auto *undo = m_box->addButton(tr("Undo and close"), QMessageBox::DestructiveRole);
    m_box->setDefaultButton(stay);
    m_box->setEscapeButton(stay);
    connect(undo, &QAbstractButton::clicked, this, [this] {
        m_session->undoHangUp();
        dropBox();
        m_window->close();
    });
    m_box->open();
}

void ClosingFlow::ask()
{
    if (raisesBox())
        return;
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
    connect(cut, &QAbstractButton::clicked, this, &ClosingFlow::closeAllTheSame);
    // Also Esc and the close button of the box: whatever isn't "close now" means to stay.
    connect(m_box, &QDialog::finished, this, [this, box = m_box.data(), cut] {
        if (box->clickedButton() != cut)
            m_closeWhenIdle = false;
    });
    m_box->open();
    onJournalChanged();
}

void ClosingFlow::onJournalChanged()
{
    if (!m_closeWhenIdle || m_patience.isActive() || !onlyKeptLeft())
        return;
    // No answer is waited for any more.
    dropBox();
    m_closeWhenIdle = false;
    askAboutKept();
}

void ClosingFlow::closeAllTheSame()
{
    if (!m_session->busy()) {
        closeNow();
        return;
    }
    // What is cut still gets its outcome, on disk if there is room; nothing new begins meanwhile.
    m_closeWhenIdle = true;
    m_window->setEnabled(false);
    m_patience.start();
    m_session->abort();
}

void ClosingFlow::closeNow()
{
    m_closeAllTheSame = true;
    dropBox();
    m_window->close();
}

bool ClosingFlow::raisesBox()
{
    if (!m_box)
        return false;
    m_box->raise();
    m_box->activateWindow();
    return true;
}

void ClosingFlow::dropBox()
{
    if (!m_box)
        return;
    disconnect(m_box, nullptr, this, nullptr);
    m_box->close();
    m_box = nullptr;
}

void ClosingFlow::onIdle()
{
    const bool close = std::exchange(m_closeWhenIdle, false);
    if (m_patience.isActive()) {
        m_patience.stop();
        closeNow();
        return;
    }
    if (m_box)
        m_box->close();
    if (close)
        m_window->close();
}

} // namespace hangup
