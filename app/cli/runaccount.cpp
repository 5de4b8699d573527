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

void tellWants(Session *session, StatusLine *status, QObject *run)
{
    QObject::connect(session, &Session::stoppedByServer, run,
                     [status](const QString &sentence) { status->say(sentence); });
    QObject::connect(session, &Session::proxyLoginNeeded, run, [status] { status->say(cliwords::proxyLoginNeeded()); });
    QObject::connect(session->book(), &AccountBook::keychainIsSlow, run,
                     [status] { status->say(cliwords::keychainIsSlow()); });
}

} // namespace hangup
