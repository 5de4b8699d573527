// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine_p.h"

#include "plivo/logline.h"

#include <QPointer>

#include <algorithm>

namespace hangup {

namespace {

/// A 429 that says "at once" (or a date in the past) is not obeyed so literally.
constexpr Clock::Ms LeastHold { 1000 };
/// A window so small that there is nothing to keep free in it.
constexpr int SmallWindow = 10;
/// So few at once are meant as they are said.
constexpr int FewInFlight = 10;

} // namespace

/// A 429, whatever it answered, holds everything that is sent for the account.
void HangupEngine::Private::hold(const Verdict &verdict)
{
    const Ms wait = verdict.retryAfter
        ? std::max(*verdict.retryAfter, std::min(LeastHold, limits.holdWithoutRetryAfter))
        : limits.holdWithoutRetryAfter;
    const Ms now = clock->monotonic();
    const bool wasHeld = pacer.isHeld(now);
    const Ms before = pacer.heldUntil();
    if (!pacer.holdUntil(now + wait))
        return;
    heldUntilMs = wallMs() + wait.count();
    events.add(AccountHeld { heldUntilMs });
    // A burst of 429s prolongs one hold many times: one line of the log is enough.
    if (wasHeld && now + wait - before < std::chrono::seconds(1))
        return;
    longWaitAsked = false;
    events.add(LogLine { logline::note(logline::accountHeld(wait), wallMs()) });
}

/// A 5xx that names a time, too: it says nothing of the call, but when to come again.
void HangupEngine::Private::holdIfAsked(const Verdict &verdict)
{
    if (!verdict.waits && verdict.retryAfter)
        hold(verdict);
}

int HangupEngine::Private::keptForClicks() const
{
    return limits.windowRequests > SmallWindow ? limits.reservedForClicks : 0;
}

int HangupEngine::Private::extraForClicks() const
{
    return limits.maxInFlight > FewInFlight ? limits.reservedForClicks : 0;
}

bool HangupEngine::Private::sleptSinceConfirmation(const Job &job) const
{
    return clock->slept() - book.sleptAtConfirmation(job) > limits.sleepTolerance;
}

void HangupEngine::Private::pauseAfterSleep(const Job &job)
{
    pause(PauseReason::Slept, clock->slept() - book.sleptAtConfirmation(job));
}

/// The hold is longer than we wait by ourselves: asked once. Afterwards it is waited for, and never cut short.
bool HangupEngine::Private::pauseForLongWait()
{
    const Ms now = clock->monotonic();
    if (longWaitAsked || !pacer.isHeld(now) || pacer.heldUntil() - now <= limits.retryAfterMax)
        return false;
    longWaitAsked = true;
    pause(PauseReason::LongWait, pacer.heldUntil() - now);
    return true;
}

void HangupEngine::Private::pause(PauseReason reason, Ms time)
{
    isPaused = true;
    const Pause pause { .reason = reason, .time = time, .waiting = book.waiting() };
    events.add(LogLine { logline::note(logline::paused(pause), wallMs()) });
    const QPointer<HangupEngine> alive(q);
    events.flush();
    if (alive)
        Q_EMIT q->paused(pause);
}

/// What Caution asked for: told from the event loop, when the answer that gave the reason has been dealt with.
void HangupEngine::Private::tellOwedPause()
{
    if (!owedPause)
        return;
    const PauseReason reason = *owedPause;
    owedPause.reset();
    if (book.waiting() > 0)
        pause(reason, Ms(0));
    else
        isPaused = false; // nothing to hold back
}

void HangupEngine::Private::goOn()
{
    isPaused = false;
    owedPause.reset();
    caution.goOn();
}

} // namespace hangup
