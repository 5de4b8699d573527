// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/outcome.h"
#include "domain/redactor.h"
#include "plivo/replyfacts.h"

#include <QString>

#include <chrono>
#include <optional>

namespace hangup {

/// What one attempt's facts amount to.
struct Verdict
{
    bool waits = false; ///< a 429: no outcome, the call waits and the account is held
    /// The time that a 429 or a 5xx named; nothing: none that could be read. Until then nothing is sent.
    std::optional<std::chrono::milliseconds> retryAfter;
    Outcome outcome = Outcome::Unknown; ///< never NotLiveMaybeUs: what was before is not in the facts
    Reason reason = Reason::None;
    std::optional<Reason> stopsOthers; ///< what waits must not be sent, and why
    int httpStatus = 0; ///< 0: none
    bool clean = false; ///< the manager may be used again; else it is retired
    /// The real answer is still to come, on a connection that Qt takes for free: whatever is in flight on the same
    /// manager may be given it (see withoutTrust()).
    bool spoilsOthers = false;
    QString apiId;
    QString message; ///< Plivo's words, cleaned
};

/// Facts to verdict, a pure function. The status decides, not the body's text; and only the
/// status, never QNetworkReply::NoError, which also comes with captive portals, 1xx and cut answers.
/// @p nowUtcMs dates a Retry-After; @p redactor knows the secrets that an answer may quote.
Verdict classify(const ReplyFacts &facts, qint64 nowUtcMs, const Redactor &redactor);

/// @p verdict on an answer that may belong to another call: what had a status becomes Unknown, whatever it said. Qt
/// gives a request that waits for a new connection to an older one that becomes free meanwhile, before anybody hears
/// that its last answer was a 103: retiring the manager comes too late for that request (seen on Qt 6.4.2).
Verdict withoutTrust(const Verdict &verdict);

} // namespace hangup
