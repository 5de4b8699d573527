// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "domain/clock.h"
#include "practice/practiceanswer.h"

#include <QString>

#include <memory>

namespace hangup {

/// The simulated account behind PracticeNetwork: some forty calls that age, stuck ones, ones that end by themselves,
/// unknown ids, a 429 burst, a 500, a reset, slow answers. The same calls in every run; belongs to one thread.
class PracticeWorld
{
public:
    /// @p quick: answers come without delay, for tests. @p clock: the system's when null; calls age by its monotonic
    /// time.
    explicit PracticeWorld(bool quick = false, std::shared_ptr<const Clock> clock = {});
    ~PracticeWorld();

    /// A realistic ticket (an e-mail with a CSV excerpt and log lines) naming calls of this world. @p nth from 0: each
    /// names other calls, so that a user can practise again. Pure: callable on any thread.
    static QString sampleTicket(int nth);

    /// What Plivo would answer; a call that is ended is gone from here on. As at Plivo, a DELETE that names no call
    /// ends all of them.
    PracticeAnswer answer(const PracticeRequest &request);

    /// The truth, whatever was answered.
    bool isLive(const CallId &id) const;
    /// Live calls; a ticket's calls are in the world once one of them was asked about (the first ticket's from the
    /// start).
    qsizetype liveCount() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
