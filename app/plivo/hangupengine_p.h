// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/redactor.h"
#include "plivo/attempt.h"
#include "plivo/eventbatcher.h"
#include "plivo/hangupengine.h"
#include "plivo/inflighttarget.h"
#include "plivo/jobbook.h"
#include "plivo/managerpool.h"
#include "plivo/pacer.h"
#include "plivo/replyclassifier.h"

#include <QHash>
#include <QTimer>

namespace hangup {

/// The engine's inside. A job's way:
///
///   queue -> pump(): begin() -> intent on disk -> send() -> Attempt -> answered()
///         -> settle(): outcome on disk -> tell(); or, after a 429, back into the queue.
///
/// Nothing calls pump() from within itself: whatever makes room asks for a turn() of the event loop. Events
/// leave in turn() and by the batcher's timer, so that a slot that calls the engine again finds it at rest.
struct HangupEngine::Private
{
    using Ms = Clock::Ms;

    Private(HangupEngine *engine, const EngineLimits &l, Endpoint e, ManagerFactory m, IntentLog *i, const Clock *c);
    ~Private();

    // One turn
    void askForTurn();
    void turn();
    void pump();

    // A job's way
    void begin(Job &job);
    void intentRecorded(const CallId &id, quint64 serial, IntentVerdict verdict);
    void send(Job &job);
    void answered(const CallId &id, const ReplyFacts &facts);
    void waitAgain(Job &job, const Verdict &verdict, Ms took);
    void settle(Job &job, const CallResult &result, LogEntry line);
    void settleNotSent(Job &job, Reason reason);
    void tell(const CallId &id, quint64 serial, const CallResult &result, const LogEntry &line, bool written);

    // What may change
    void setLimits(const EngineLimits &l);
    void setToken(const std::optional<AuthToken> &token);

    // All that waits
    void stopWaiting(Reason reason);
    void hold(Ms wait);
    bool sleptSinceConfirmation(const Job &job) const;
    void pause(const Job &job);

    CallResult resultOf(const Job &job, Outcome outcome, Reason reason) const;
    qint64 wallMs() const { return clock->wall().count(); }
    ManagerPool &managers();

    HangupEngine *const q;
    EngineLimits limits;
    Endpoint endpoint;
    Redactor redactor; ///< knows every token that the endpoint has had: an answer may quote an older one
    ManagerFactory factory;
    IntentLog *const log;
    const Clock *const clock;

    JobBook book;
    Pacer pacer;
    InFlightTarget target;
    EventBatcher events;
    QTimer pacing; ///< the pacer lets the next one go
    ManagerPool *pool = nullptr; ///< child of q; made on the engine's thread
    QHash<CallId, Attempt *> attempts; ///< on their way; children of q
    bool isPaused = false;
    bool turnAsked = false;
    bool flushNow = false;
    bool owesIdle = false;
    bool saidNotWritten = false;
};

} // namespace hangup
