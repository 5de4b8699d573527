// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callreading.h"
#include "session/accountbook.h"

#include <QList>

#include <functional>
#include <list>

namespace hangup {

/// Asks other accounts for a call, each with its own token, which is let go after. On the window's thread; pure but for
/// its places.
class Elsewhere
{
public:
    struct Places
    {
        std::function<TokenState(const QString &key)> tokenState;
        std::function<void(const QString &key)> loadToken; ///< tokenChanged() follows
        std::function<void(const QString &key)> forgetToken; ///< unless the account is in use
        std::function<void(const Account &account, const CallId &id)> ask; ///< answered() follows
        std::function<void(const Account &account)> letGo; ///< of its engine's token
        std::function<void(const Account &account, const CallInfoRead &read)> tell;
        std::function<void(const CallId &id)> finished;
    };
    explicit Elsewhere(Places places) : m_places(std::move(places)) { }

    /// @p accounts: those to ask. Nobody is asked twice at the same time.
    void begin(const CallId &id, const QList<Account> &accounts);
    void tokenChanged(const QString &key);
    void answered(const QString &key, const CallInfoRead &read);
    /// An account was changed or removed, its token perhaps with it: whoever still waits is told that there is none.
    void giveUp();
    /// Nothing more is told.
    void cancel();

private:
    struct Question
    {
        CallId id;
        Account account;
        bool isAsked = false; ///< else it waits for its token
    };
    void proceed(Question &question);
    void finish(std::list<Question>::iterator at, const CallInfoRead &read);

    Places m_places;
    std::list<Question> m_questions;
};

} // namespace hangup
