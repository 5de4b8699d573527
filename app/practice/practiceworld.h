// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/callid.h"
#include "domain/clock.h"
#include "practice/practiceanswer.h"

#include <QList>
#include <QString>

#include <memory>

namespace hangup {

/// The simulated Plivo behind PracticeNetwork. Its first account has some seventy calls: they age, begin and end while
/// they are watched; stuck ones, legs, ringing and queued ones, a hotline, odd data; and to end them a 429 burst, a
/// 500, a reset, slow answers. The second account has a few, among them some that a ticket takes for calls of the
/// first. The same calls in every run; belongs to one thread.
class PracticeWorld
{
public:
    /// @p quick: answers come without delay, for tests. @p clock: the system's when null; calls age by its monotonic
    /// time.
    explicit PracticeWorld(bool quick = false, std::shared_ptr<const Clock> clock = {});
    ~PracticeWorld();

    /// The auth IDs that the world knows: Account::practice()'s, and the second account's. Any token will do.
    static QList<AuthId> accounts();

    /// A realistic ticket (an e-mail with a CSV excerpt and log lines) naming calls of this world. @p nth from 0: each
    /// names other calls, so that a user can practise again. Pure: callable on any thread.
    static QString sampleTicket(int nth);

    /// What Plivo would answer; a call that is ended is gone from here on. As at Plivo, a DELETE that names no call
    /// ends all of the account's.
    PracticeAnswer answer(const PracticeRequest &request);

    /// The truth, whatever was answered.
    bool isLive(const CallId &id) const;
    /// Live calls of @p account; a ticket's calls are in the world once one of them was asked about (the first ticket's
    /// from the start).
    qsizetype liveCount(const AuthId &account = Account::practice().authId) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
