// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/tokenkept.h"

#include "session/accountbook.h"

namespace hangup {

namespace {

bool isGone(SecretProblem problem)
{
    switch (problem) {
    case SecretProblem::NotFound:
    case SecretProblem::ForAnotherHost:
    case SecretProblem::SessionOver:
        return true;
    case SecretProblem::Locked:
    case SecretProblem::NotFoundOrLocked:
    case SecretProblem::NoKeychain:
    case SecretProblem::Denied:
    case SecretProblem::Cancelled:
    case SecretProblem::Failed:
    case SecretProblem::ByPolicy:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

bool tokenIsGone(const AccountBook &book, const Account &account)
{
    switch (book.tokenState(account.key)) {
    case TokenState::NotNeeded:
    case TokenState::Ready:
    case TokenState::Loading:
        return false;
    case TokenState::NotAsked:
        // One for a session is in memory from its entry on: if it isn't, that session is over.
        return account.tokenPlace == TokenPlace::Session;
    case TokenState::Missing:
        return isGone(book.tokenProblem(account.key).value_or(SecretProblem::Failed));
    }
    Q_UNREACHABLE();
}

} // namespace hangup
