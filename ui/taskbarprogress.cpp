// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/taskbarprogress.h"

#include "session/session.h"
#include "ui/taskbarprogress_p.h"

#include <QWidget>

namespace hangup {

TaskbarProgress::TaskbarProgress(Session *session, QWidget *window)
    : QObject(window), m_session(session), m_bar(std::make_unique<Bar>(window))
{
    connect(session, &Session::progressChanged, this, &TaskbarProgress::update);
    connect(session, &Session::idle, this, &TaskbarProgress::update);
}

TaskbarProgress::~TaskbarProgress()
{
    // A bar left standing would be a batch that never ends.
    if (m_shown >= 0)
        m_bar->hide();
}

void TaskbarProgress::update()
{
    constexpr int Whole = 100;
    const int total = m_session->progressTotal();
    const int percent
        = m_session->busy() && total > 0 ? static_cast<int>(qint64(Whole) * m_session->progressDone() / total) : -1;
    // Progress comes up to 30 times a second; the taskbar needs to hear of what it can show.
    if (percent == m_shown)
        return;
    m_shown = percent;
    if (percent < 0)
        m_bar->hide();
    else
        m_bar->show(percent);
}

} // namespace hangup
