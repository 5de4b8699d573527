// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/journalnotices.h"

#include "domain/words.h"
#include "session/session.h"
#include "ui/noticeboard.h"

namespace hangup {

JournalNotices::JournalNotices(Session *session, NoticeBoard *board, QObject *parent)
    : QObject(parent), m_session(session), m_board(board)
{
    connect(session, &Session::journalChanged, this, &JournalNotices::show);
    // Practice and real accounts have a journal each.
    connect(session, &Session::accountChanged, this, [this] { show(m_session->journalState()); });
    show(session->journalState());
}

void JournalNotices::show(const JournalState &state)
{
    tellOnce(state);
    const QString sentence = words::journalState(state);
    // The same again is not told again to screen readers, nor brought back when it was closed.
    if (sentence == m_shown)
        return;
    m_shown = sentence;
    if (sentence.isEmpty())
        m_board->withdraw(NoticeKind::Journal);
    else
        m_board->post(NoticeKind::Journal, { .level = NoticeBar::Level::Trouble, .text = sentence });
}

void JournalNotices::tellOnce(const JournalState &state)
{
    if (state.setAside.isEmpty() || state.setAside == m_told)
        return;
    m_told = state.setAside;
    const QString sentence = words::journalSetAside(state);
    m_board->post(NoticeKind::JournalSetAside, { .level = NoticeBar::Level::Trouble, .text = sentence });
    m_session->note(sentence);
}

} // namespace hangup
