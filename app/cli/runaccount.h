// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QString>

namespace hangup {

class StatusLine;

/// What a run that asks Plivo something needs of its account.
struct TokenNeed
{
    enum class Kind : quint8 {
        Met, ///< the token is there, or none is needed
        Open, ///< the keychain has not answered: AccountBook::tokenStateChanged() follows
        Unmet,
    };
    Kind kind = Kind::Open;
    QString sentence {}; ///< of Unmet: why
};
/// Of the account in use.
TokenNeed tokenNeed(const Session &session);

/// Says from now on, as long as @p run lives, what the account or the way to the server wants of the user. @p session
/// and @p status outlive it.
void tellWants(Session *session, StatusLine *status, QObject *run);

} // namespace hangup
