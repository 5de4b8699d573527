// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/batchnotice.h"

#include "domain/words.h"
#include "session/session.h"
#include "ui/desktopnotifier.h"

#include <QApplication>
#include <QTimer>
#include <QWidget>

namespace hangup {

namespace {

constexpr std::chrono::milliseconds FocusReturns { 400 };

} // namespace

BatchNotice::BatchNotice(Session *session, QWidget *window)
    : QObject(window), m_session(session), m_window(window), m_notifier(new DesktopNotifier(this))
{
    connect(session, &Session::batchFinished, this, &BatchNotice::tell);
    connect(m_notifier, &DesktopNotifier::clicked, this, &BatchNotice::bringToFront);
}

bool BatchNotice::isInSight() const
{
    // A dialog or the help in front is this program too: who sits there sees the window beside it.
    return m_window->isVisible() && !m_window->isMinimized() && QApplication::activeWindow();
}

void BatchNotice::tell(const Tally &batch)
{
    if (isInSight())
        return;
    // Between a dialog that closes and the window that gets the focus back, no window has it: a short batch may end
    // just then.
    QTimer::singleShot(FocusReturns, this, [this, batch] {
        if (!isInSight())
            notify(batch);
    });
}

void BatchNotice::notify(const Tally &batch)
{
    QApplication::alert(m_window);
    // Numbers alone: a notification stays in the desktop's history and shows on a locked screen.
    if (m_session->settings().notifyWhenDone)
        m_notifier->show(tr("Hangup: a batch is through"), words::tally(batch));
}

void BatchNotice::bringToFront()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace hangup
