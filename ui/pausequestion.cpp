// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/pausequestion.h"

#include "domain/words.h"
#include "session/session.h"
#include "ui/noticeboard.h"

namespace hangup {

PauseQuestion::PauseQuestion(Session *session, NoticeBoard *board, QObject *parent)
    : QObject(parent), m_session(session), m_board(board)
{
    connect(session, &Session::paused, this, &PauseQuestion::ask);
    connect(session, &Session::idle, this, &PauseQuestion::end);
}

void PauseQuestion::ask(const Pause &pause)
{
    if (!m_session->busy())
        return;
    m_pause = pause;
    show();
    Q_EMIT changed();
}

void PauseQuestion::show()
{
    Notice notice { .level = NoticeBar::Level::Trouble };
    notice.text = words::pause(*m_pause);
    notice.primary = tr("Continue");
    notice.onPrimary = [this] { answer(true); };
    notice.secondary = tr("Stop");
    notice.onSecondary = [this] { answer(false); };
    notice.onClosed = [this] {
        Q_EMIT told(tr("Nothing more is sent until you choose “Continue” or “Stop” in the menu “Calls”."));
    };
    // What went wrong before it would come back when it is answered.
    m_board->withdraw(NoticeKind::Trouble);
    m_board->post(NoticeKind::Pause, notice);
}

void PauseQuestion::answer(bool goOn)
{
    end();
    if (goOn)
        m_session->resume();
    else
        m_session->stop();
}

void PauseQuestion::remind(int calls)
{
    if (!m_pause)
        return;
    m_pause->waiting = m_session->waiting();
    show();
    Q_EMIT told(calls == 1 ? tr("1 call was confirmed and is waiting until you continue.")
                           : tr("%n calls were confirmed and are waiting until you continue.", nullptr, calls));
}

void PauseQuestion::end()
{
    m_board->withdraw(NoticeKind::Pause);
    if (!m_pause)
        return;
    m_pause.reset();
    Q_EMIT changed();
}

} // namespace hangup
