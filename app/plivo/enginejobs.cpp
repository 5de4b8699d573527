// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine_p.h"

#include "plivo/callrequest.h"
#include "plivo/logline.h"

#include <QPointer>

#include <algorithm>

namespace hangup {

namespace {

/// What part of those on the wire is written ahead: at an 80 ms round trip the disk may take 20 ms for it.
constexpr int AheadPart = 4;

/// Whoever gave up on an answer, we or a gateway (504), does not know how long Plivo went on with it.
bool sawItsEnd(const Verdict &verdict)
{
    return verdict.httpStatus != 0 && verdict.httpStatus != 504;
}

} // namespace

void HangupEngine::Private::remember(const CallId &id)
{
    Job *job = book.find(id);
    // Neither its check nor an end without a DELETE may call over, or not sent, what an earlier batch of ours may
    // have ended. With an intent the log tells.
    const bool asksTheLog = !job->check && !job->dryRun && !job->barred && job->target == EndTarget::Call;
    job->lookFirst = job->lookFirst || !asksTheLog;
    job->spans += unknownSpans.take(id);
}

void HangupEngine::Private::pump()
{
    pacing.stop();
    const QPointer<HangupEngine> alive(q); // a pause tells slots, and one may delete the engine
    while (alive && !isPaused) {
        const Ms now = clock->monotonic();
        // Without a token nothing has anything to wait for.
        book.wake(endpoint.token ? now : Ms::max());
        Job *job = book.head();
        if (!job) {
            if (const std::optional<Ms> due = book.nextDue())
                wakeIn(*due - now);
            return;
        }
        if (!endpoint.token) {
            settleUnsent(*job, Reason::NoToken);
            continue;
        }
        if (job->barred) {
            settleUnsent(*job, *job->barred);
            continue;
        }
        if (job->dryRun && job->next == RequestKind::HangUp && !needsCheck(*job)) {
            settleUnsent(*job, Reason::DryRun); // nothing is sent, so there is nothing to wait for
            continue;
        }
        const bool leavesAtOnce = job->intentWritten || job->next != RequestKind::HangUp || needsCheck(*job);
        if (leavesAtOnce ? !hasRoomOnTheWire(*job) : !mayRecord(*job)) {
            recordAhead();
            return;
        }
        if (!mayBegin(*job))
            return;
        begin(*job);
    }
}

/// A click may go when the wire is full, too: behind a server that takes seconds nothing else comes to its end soon.
bool HangupEngine::Private::hasRoomOnTheWire(const Job &job) const
{
    return onTheWire() < target.burst() + (job.first ? extraForClicks() : 0);
}

/// The disk takes its time, and a free place on the wire would wait for it: the intents of the next few are written
/// while the wire is full. Few, for after a crash a call with an intent is one that may have ended.
bool HangupEngine::Private::mayRecord(const Job &job) const
{
    const int clicks = job.first ? extraForClicks() : 0;
    const int taken = onTheWire() + book.recording();
    // The first in the queue is never held up by those behind it that have their intents.
    return taken < target.burst() + clicks
        || taken + book.recorded() < target.burst() + target.burst() / AheadPart + clicks;
}

void HangupEngine::Private::recordAhead()
{
    while (Job *job = book.firstWithoutIntent()) {
        const bool isPlain = job->next == RequestKind::HangUp && !needsCheck(*job) && !job->dryRun && !job->barred;
        if (!isPlain || !mayRecord(*job) || waitFor(*job, book.recorded()) > Ms(0) || sleptSinceConfirmation(*job))
            return;
        begin(*job);
    }
}

/// What is promised already is not had twice: to those whose intents are being written, and to @p others.
HangupEngine::Private::Ms HangupEngine::Private::waitFor(const Job &job, int others) const
{
    return pacer.waitAt(clock->monotonic(), book.recording() + others, job.first ? 0 : keptForClicks());
}

bool HangupEngine::Private::mayBegin(const Job &job)
{
    const Ms now = clock->monotonic();
    const Ms wait = waitFor(job, 0);
    if (wait > Ms(0)) {
        if (!pauseForLongWait())
            wakeIn(std::min(wait, book.nextDue().value_or(now + wait) - now));
        return false;
    }
    if (sleptSinceConfirmation(job)) {
        pauseAfterSleep(job);
        return false;
    }
    return true;
}

/// At the latest then.
void HangupEngine::Private::wakeIn(Ms wait)
{
    wait = std::clamp(wait, Ms(1), Ms(std::chrono::hours(1)));
    if (!pacing.isActive() || pacing.remainingTimeAsDuration() > wait)
        pacing.start(wait);
}

void HangupEngine::Private::begin(Job &job)
{
    if (job.next == RequestKind::HangUp && needsCheck(job))
        job.next = RequestKind::LookLive;
    if (job.next != RequestKind::HangUp) {
        look(job);
        return;
    }
    book.setStage(job, Job::Stage::Recording);
    if (job.intentWritten) {
        send(job);
        return;
    }
    const Intent intent { .batch = job.batch,
                          .id = job.id,
                          .authId = endpoint.authId,
                          .attempt = job.intents + 1,
                          .atMs = wallMs(),
                          .monotonic = clock->monotonic(),
                          .target = job.target };
    const QPointer<HangupEngine> alive(q);
    log->recordIntent(intent, [this, alive, id = job.id, serial = job.serial](IntentVerdict verdict) {
        if (alive)
            intentRecorded(id, serial, verdict);
    });
}

void HangupEngine::Private::intentRecorded(const CallId &id, quint64 serial, IntentVerdict verdict)
{
    Job *job = book.find(id, serial);
    if (!job || job->stage != Job::Stage::Recording || job->intentWritten)
        return; // stopped meanwhile
    askForTurn();
    if (!verdict.written && verdict.underWayElsewhere) {
        settleUnsent(*job, Reason::UnderWayElsewhere);
        return;
    }
    if (!verdict.written) {
        settleUnsent(*job, Reason::JournalNotWritable);
        stopWaiting(Reason::JournalNotWritable); // the others' intents would fare no better
        return;
    }
    job->intentWritten = true;
    // Only what was before this batch counts: what happened within it is known here, and the log may well name its
    // attempts that a 429 answered.
    if (job->intents == 0)
        job->maybeUs = verdict.earlierAttemptWithoutVerdict;
    ++job->intents;
    if (job->maybeUs && !job->lookFirst && job->intents == 1 && job->target == EndTarget::Call) {
        // Only the journal remembers that attempt. The intent stays good for the DELETE, if the look leaves one to
        // send.
        job->lookFirst = true;
        job->next = RequestKind::LookLive;
        book.setStage(*job, Job::Stage::Waiting);
        return;
    }
    send(*job);
}

void HangupEngine::Private::send(Job &job)
{
    // Time may have passed since the pump looked (the intent had to reach the disk), and the limits or the token may
    // have changed.
    if (!endpoint.token) {
        settleUnsent(job, Reason::NoToken);
        return;
    }
    const Ms now = clock->monotonic();
    if (isPaused || !hasRoomOnTheWire(job) || pacer.waitAt(now, 0, job.first ? 0 : keptForClicks()) > Ms(0)) {
        book.setStage(job, Job::Stage::Waiting);
        askForTurn();
        return;
    }
    if (sleptSinceConfirmation(job)) {
        book.setStage(job, Job::Stage::Waiting);
        pauseAfterSleep(job);
        return;
    }
    if (needsCheck(job)) {
        book.setStage(job, Job::Stage::Waiting); // the intent stays good
        askForTurn();
        return;
    }
    if (!handOver(job)) {
        qCritical("The last gate refused a request: nothing was sent");
        settleUnsent(job, Reason::GateRefused);
        return;
    }
    ++job.attempts;
    ++job.tries;
    job.intentWritten = false;
    job.limited = false;
    job.granted = false;
    job.saidLooked = false;
    book.setStage(job, Job::Stage::OnItsWay);
    events.add(CallOnItsWay { job.batch, job.id, job.intents });
    log->recordSent(factOf(job, RequestKind::HangUp));
}

/// One DELETE to the wire. False: the gate said no, nothing was sent.
bool HangupEngine::Private::handOver(Job &job)
{
    // Whatever led here: never in a dry run, and never without the check that was asked for.
    if (job.dryRun || job.barred || (job.check && !job.passedAt))
        return false;
    const auto hangUp = [request = CallRequest(endpoint.address, endpoint.authId, job.id, job.target)](
                            QNetworkAccessManager &manager, const AuthToken &token, Ms silence) {
        return request.send(manager, token, silence);
    };
    auto *attempt = new Attempt(hangUp, limits, clock, q);
    QNetworkAccessManager *manager = managers().take(); // the first one takes its time to be made
    const Ms now = clock->monotonic();
    const qint64 nowUtcMs = wallMs();
    if (!attempt->start(manager, *endpoint.token)) {
        managers().giveBack(manager, ManagerPool::State::Clean);
        delete attempt;
        return false;
    }
    QObject::connect(attempt, &Attempt::finished, q,
                     [this, id = job.id](const ReplyFacts &facts) { answered(id, facts); });
    job.sentAtMs = nowUtcMs;
    if (job.startedAtMs == 0) {
        job.startedAtMs = nowUtcMs;
        job.startedAt = now;
    }
    pacer.count(clock->monotonic());
    attempts.insert(job.id, attempt);
    return true;
}

void HangupEngine::Private::answered(const CallId &id, const ReplyFacts &facts)
{
    Attempt *attempt = attempts.take(id);
    Job *job = book.find(id);
    if (!attempt || !job)
        return;
    const Ms took = attempt->elapsed();
    pacer.answered(attempt->startedAt(), clock->monotonic());
    Verdict verdict = classify(facts, wallMs(), redactor);
    if (!giveBack(attempt, verdict))
        verdict = withoutTrust(verdict);
    askForTurn();
    RequestFact fact = factOf(*job, RequestKind::HangUp);
    recordAnswer(fact, verdict, took, verdict.waits ? std::nullopt : std::optional(verdict.outcome));
    const bool leftForSure = verdict.waits || verdict.outcome != Outcome::NotSent;
    if (leftForSure)
        target.addRoundTrip(took);
    else
        --job->attempts; // was handed over, but never reached the wire
    if (verdict.waits) {
        --job->tries;
        waitAgain(*job, verdict, RequestKind::HangUp, took);
        return;
    }
    holdIfAsked(verdict);
    const bool first = !job->answered;
    job->answered = job->answered || leftForSure;
    if (leftForSure)
        job->spans.append({ .sentMs = job->sentAtMs, .answeredMs = sawItsEnd(verdict) ? wallMs() : 0 });
    const auto reason = caution.note(job->batch, verdict, first);
    if (reason && !isPaused) { // what was on its way comes in during a pause too: one question is enough
        isPaused = true; // at once: an intent that reaches the disk now must not go
        owedPause = reason;
    }
    switch (verdict.outcome) {
    case Outcome::Ended:
    case Outcome::NotLive:
    case Outcome::NotLiveMaybeUs:
    case Outcome::Refused:
        retry.noteClean();
        settleAnswer(*job, verdict, took);
        break;
    case Outcome::Unknown:
        withoutVerdict(*job, verdict, took);
        break;
    case Outcome::NotSent:
        neverLeft(*job, verdict, took);
        break;
    }
    if (verdict.stopsOthers)
        stopWaiting(*verdict.stopsOthers);
}

void HangupEngine::Private::settleAnswer(Job &job, const Verdict &verdict, Ms took)
{
    const bool maybeUs = verdict.outcome == Outcome::NotLive && (job.maybeUs || job.lookFirst || job.open);
    CallResult result = resultOf(job, maybeUs ? Outcome::NotLiveMaybeUs : verdict.outcome, verdict.reason);
    result.httpStatus = verdict.httpStatus;
    result.apiId = verdict.apiId;
    result.message = verdict.message;
    settle(job, result, logline::answer(result, verdict, wallMs(), took, job.target));
}

void HangupEngine::Private::withoutVerdict(Job &job, const Verdict &verdict, Ms took)
{
    job.open = Job::Open { verdict.reason, verdict.httpStatus, verdict.apiId, verdict.message };
    job.foundLive = false;
    // Nobody can look whether a request is still there.
    if (job.stopped || job.target == EndTarget::Request) {
        const CallResult result = unknownOf(job, verdict.reason);
        settle(job, result, logline::answer(result, verdict, wallMs(), took, job.target));
        return;
    }
    events.add(LogLine { logline::noVerdict(unknownOf(job, verdict.reason), verdict, wallMs(), took) });
    job.next = RequestKind::LookLive;
    job.saidLooked = true;
    book.setStage(job, Job::Stage::Waiting);
    events.add(CallLooked { job.batch, job.id });
}

void HangupEngine::Private::neverLeft(Job &job, const Verdict &verdict, Ms took)
{
    const std::optional<Ms> wait = job.stopped
        ? std::nullopt
        : retry.retry(job.tries, verdict.outcome, verdict.reason, static_cast<quint32>(random.generate()));
    if (wait) {
        events.add(LogLine { logline::triedAgain(resultOf(job, Outcome::NotSent, verdict.reason), wallMs(),
                                                 job.tries + 1, limits.maxAttempts) });
        job.granted = true;
        book.postpone(job, clock->monotonic() + *wait);
        events.add(CallWaitsAgain { job.batch, job.id });
        return;
    }
    // An earlier attempt may have ended it all the same.
    const CallResult result
        = job.mayHaveEnded() ? unknownOf(job, verdict.reason) : resultOf(job, Outcome::NotSent, verdict.reason);
    settle(job, result, logline::answer(result, verdict, wallMs(), took, job.target));
}

void HangupEngine::Private::waitAgain(Job &job, const Verdict &verdict, RequestKind kind, Ms took)
{
    job.limited = kind == RequestKind::HangUp || job.limited;
    job.granted = kind == RequestKind::HangUp || job.granted; // it counts for no try
    const CallResult sofar = resultOf(job, Outcome::Unknown, Reason::None);
    events.add(LogLine { logline::limited(sofar, verdict, kind, wallMs(), took) });
    hold(verdict);
    if (job.stopped) {
        settleUnsent(job, *job.stopped);
        return;
    }
    job.saidLooked = false;
    book.setStage(job, Job::Stage::Waiting);
    events.add(CallWaitsAgain { job.batch, job.id });
}

} // namespace hangup
