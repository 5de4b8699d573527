// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/outcome.h"
#include "domain/proof.h"

#include <chrono>
#include <functional>

namespace hangup {

/// "We are about to send a DELETE": must be on disk before the request leaves.
struct Intent
{
    quint64 batch = 0;
    CallId id;
    AuthId authId;
    int attempt = 1; ///< from 1
    qint64 atMs = 0; ///< UTC, ms since 1970
    std::chrono::milliseconds monotonic { 0 }; ///< Clock::monotonic()
    EndTarget target = EndTarget::Call;
};

/// What the log said of an intent.
struct IntentVerdict
{
    bool written = false; ///< false: nothing may be sent
    bool underWayElsewhere = false; ///< not written, because another running Hangup holds this call
    bool earlierAttemptWithoutVerdict = false; ///< a 404 may then be our own doing
};

/// What a request was for.
enum class RequestKind : quint8 {
    HangUp, ///< DELETE Call/<id>/, or Request/<id>/
    LookLive, ///< GET Call/<id>/?status=live
    LookQueued, ///< GET Call/<id>/?status=queued
    Record, ///< GET Call/<id>/: the CDR
};

/// One request as it was handed to the wire, or as it came back.
struct RequestFact
{
    quint64 batch = 0;
    CallId id;
    AuthId authId;
    RequestKind kind = RequestKind::HangUp;
    int attempt = 0; ///< of the DELETE: from 1; of a look after it: that DELETE's
    qint64 atMs = 0; ///< UTC, ms since 1970
    std::chrono::milliseconds monotonic { 0 };
    EndTarget target = EndTarget::Call; ///< of a HangUp
    // Of an answer only:
    int httpStatus = 0; ///< 0: none
    /// What a DELETE's answer amounts to by itself; nothing for a 429 and for looks. NotSent: it certainly never left.
    std::optional<Outcome> outcome {};
    Reason reason = Reason::None;
    std::chrono::milliseconds took { 0 };
    QString apiId {};
    QString message {}; ///< Plivo's words, cleaned
};

/// Where the engine writes before it sends and before it tells. Session ties it to the journal. Called on the engine's
/// thread, in order: what is recorded later is never on disk without what was recorded before. Each @p done is called
/// exactly once, on the engine's thread, at once or later (a group commit), or never if the log ends before.
/// Implementations outlive the engine.
class IntentLog
{
public:
    virtual ~IntentLog() = default;
    virtual void recordIntent(const Intent &intent, std::function<void(IntentVerdict)> done) = 0;
    /// A DELETE was handed to the wire. Nobody waits for it.
    virtual void recordSent(const RequestFact &fact) = 0;
    /// An answer, or what is known without one: of a DELETE, a look or a CDR. Nobody waits for it.
    virtual void recordAnswer(const RequestFact &fact) = 0;
    /// A call's one final outcome; may be shown once done(true) came. While it can't be written it is kept and tried
    /// again, and done() waits; except NotSent of a call without an intent on disk, where nothing is lost: done(false),
    /// at once, and it may be shown.
    virtual void recordOutcome(quint64 batch, const AuthId &authId, const CallResult &result,
                               std::function<void(bool)> done)
        = 0;
    /// What is proven of a call of @p batch; done(false): not written, may be shown all the same.
    virtual void recordProof(quint64 batch, const AuthId &authId, const CallProof &proof,
                             std::function<void(bool)> done)
        = 0;
};

} // namespace hangup
