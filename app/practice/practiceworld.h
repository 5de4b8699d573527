// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <memory>

namespace hangup {

/// The simulated account behind PracticeNetwork: some forty calls that age, stuck ones, ones that end by themselves,
/// unknown ids, a 429 burst, a 500, a reset, slow answers. Deterministic for a given seed. Belongs to one thread.
class PracticeWorld
{
public:
    /// @p quick: answers come without delay, for tests.
    explicit PracticeWorld(bool quick = false);
    ~PracticeWorld();

    /// A realistic ticket (an e-mail with a CSV excerpt and log lines) naming calls of this world. @p nth from 0: each names other calls,
    /// so that a user can practise again. Pure: callable on any thread.
    static QString sampleTicket(int nth);

private:
    friend class PracticeReply;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
