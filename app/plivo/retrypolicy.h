// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/outcome.h"

#include <chrono>
#include <optional>

#include <QtGlobal>

namespace hangup {

/// Whether and when a call is tried again: so many tries, full jitter (so that the calls of a batch that failed
/// together don't come back together), and a budget of tokens for the account, so that a server in trouble is not given
/// several times the work. Pure: the random number is passed in, and times are only told, never looked up.
class RetryPolicy
{
public:
    using Ms = std::chrono::milliseconds;

    struct Numbers
    {
        int maxAttempts = 4; ///< tries of one call in one batch
        Ms base { 1000 }; ///< before retry n (from 0): 0 … min(longest, base x 2^n)
        Ms longest { 20000 };
        int budget = 500; ///< most tokens there are, and how many at the start
        int cost = 5; ///< of a retry
        int timeoutCost = 10; ///< of a retry after a timeout
        int gain = 1; ///< of a clean answer
    };

    explicit RetryPolicy(const Numbers &numbers);

    /// Other numbers from now on; tokens that were used stay used.
    void setNumbers(const Numbers &numbers);

    /// Whether an attempt that came to this may be tried again at all: one without a verdict (after a look), and one
    /// that never left because of DNS or a refused connection. Nothing else.
    static bool isRetried(Outcome outcome, Reason reason);
    /// The longest wait before retry @p retry (from 0).
    Ms ceiling(int retry) const;
    /// Asks for another try after @p tries of them (answers of 429 are none), the last of which came to @p outcome and
    /// @p reason. How long to wait before it, by @p random (evenly spread over all of quint32); takes the tokens.
    /// Nothing: no more tries, or too few tokens.
    std::optional<Ms> retry(int tries, Outcome outcome, Reason reason, quint32 random);
    /// There was an answer with a verdict.
    void noteClean();
    int budget() const { return m_left; }

private:
    Numbers m_numbers;
    int m_left;
};

} // namespace hangup
