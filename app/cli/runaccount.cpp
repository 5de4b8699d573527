// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/runaccount.h"

#include "cli/cliwords.h"
#include "cli/terminal.h"
#include "domain/accountwords.h"

namespace hangup {

TokenNeed tokenNeed(const Session &session)
{
    const QString key = session.account().key;
    switch (session.book()->tokenState(key)) {
    case TokenState::NotNeeded:
    case TokenState::Ready:
        return { TokenNeed::Kind::Met };
    case TokenState::NotAsked:
    case TokenState::Loading:
        return { TokenNeed::Kind::Open };
    case TokenState::Missing:
        break;
    }
    const auto problem = session.book()->tokenProblem(key);
    return { TokenNeed::Kind::Unmet,
             problem ? words::secretProblem(*problem) : cliwords::refused(ConfirmError::NoToken) };
}

TokenWait::TokenWait(Session *session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(session->book(), &AccountBook::tokenStateChanged, this, &TokenWait::look);
}

void TokenWait::start()
{
    m_waits = true;
    look();
}

void TokenWait::look()
{
    if (!m_waits)
        return;
    const TokenNeed need = tokenNeed(*m_session);
    if (need.kind == TokenNeed::Kind::Open)
        return;
    m_waits = false;
    if (need.kind == TokenNeed::Kind::Met)
        Q_EMIT met();
    else
        Q_EMIT unmet(need.sentence);
}

HoldWatch::HoldWatch(Session *session, StatusLine *status, const Clock *clock, std::chrono::milliseconds longest,
                     QObject *parent)
    : QObject(parent), m_status(status), m_clock(clock), m_longest(longest)
{
    connect(session, &Session::held, this, &HoldWatch::take);
}

void HoldWatch::take(qint64 untilMs)
{
    const qint64 nowMs = m_clock->wall().count();
    if (m_gaveUp)
        return;
    if (untilMs - nowMs > m_longest.count()) {
        m_gaveUp = true;
        m_status->say(cliwords::heldTooLong(untilMs, nowMs));
        Q_EMIT tooLong();
        return;
    }
    // A burst of 429s prolongs one hold many times: one line is enough.
    if (untilMs - m_toldMs < 1000)
        return;
    m_toldMs = untilMs;
    m_status->say(cliwords::held(untilMs, nowMs));
}

void tellWants(Session *session, StatusLine *status, QObject *run)
{
    QObject::connect(session, &Session::stoppedByServer, run,
                     [status](const QString &sentence) { status->say(sentence); });
    QObject::connect(session, &Session::proxyLoginNeeded, run, [status] { status->say(cliwords::proxyLoginNeeded()); });
    QObject::connect(session->book(), &AccountBook::keychainIsSlow, run,
                     [status] { status->say(cliwords::keychainIsSlow()); });
}

} // namespace hangup
