// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/outcome.h"

#include <functional>

namespace hangup {

/// "We are about to send": must be on disk before the request leaves.
struct Intent
{
    quint64 batch = 0;
    CallId id;
    AuthId authId;
    int attempt = 1; ///< from 1
    qint64 atMs = 0; ///< UTC, ms since 1970
};

/// What the log said of an intent.
struct IntentVerdict
{
    bool written = false; ///< false: nothing may be sent
    bool earlierAttemptWithoutVerdict = false; ///< a 404 may then be our own doing
};

/// Where the engine writes before it sends and before it tells. Session ties it to the journal; until there
/// is one, to memory. Called on the engine's thread; @p done is called exactly once, on the engine's thread,
/// at once or later (a group commit). Implementations outlive the engine.
class IntentLog
{
public:
    virtual ~IntentLog() = default;
    virtual void recordIntent(const Intent &intent, std::function<void(IntentVerdict)> done) = 0;
    /// An attempt's final outcome; @p done(false): could not be written.
    virtual void recordOutcome(quint64 batch, const AuthId &authId, const CallResult &result,
                               std::function<void(bool)> done)
        = 0;
};

} // namespace hangup
