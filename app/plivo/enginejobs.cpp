// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine_p.h"

#include "plivo/callrequest.h"
#include "plivo/logline.h"

#include <QPointer>

#include <algorithm>

namespace hangup {

namespace {

/// A 429 that says "at once" (or a date in the past) is not obeyed so literally.
constexpr Clock::Ms LeastHold { 1000 };

} // namespace

void HangupEngine::Private::pump()
{
    while (!isPaused) {
        Job *job = book.head();
        if (job && !endpoint.token) { // has nothing to wait for
            settleNotSent(*job, Reason::NoToken);
            continue;
        }
        if (!job || attempts.size() + book.recording() >= target.value())
            return;
        const Ms wait = pacer.waitAt(clock->monotonic(), book.recording());
        if (wait > Ms(0)) {
            pacing.start(wait);
            return;
        }
        if (sleptSinceConfirmation(*job)) {
            pause(*job);
            return;
        }
        begin(*job);
    }
}

void HangupEngine::Private::begin(Job &job)
{
    book.setStage(job, Job::Stage::Recording);
    if (job.intentWritten) {
        send(job);
        return;
    }
    const Intent intent {
        .batch = job.batch, .id = job.id, .authId = endpoint.authId, .attempt = job.attempts + 1, .atMs = wallMs()
    };
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
    if (!verdict.written) {
        settleNotSent(*job, Reason::JournalNotWritable);
        return;
    }
    job->intentWritten = true;
    // Only what was before this batch counts: within it, each attempt but the last was answered by a 429, and the
    // log may well name those.
    if (job->attempts == 0)
        job->maybeUs = verdict.earlierAttemptWithoutVerdict;
    send(*job);
}

void HangupEngine::Private::send(Job &job)
{
    // Time may have passed since the pump looked (the intent had to reach the disk), and the limits or the token may
    // have changed.
    if (!endpoint.token) {
        settleNotSent(job, Reason::NoToken);
        return;
    }
    const Ms now = clock->monotonic();
    if (isPaused || pacer.waitAt(now) > Ms(0)) {
        book.setStage(job, Job::Stage::Waiting);
        askForTurn();
        return;
    }
    if (sleptSinceConfirmation(job)) {
        book.setStage(job, Job::Stage::Waiting);
        pause(job);
        return;
    }
    const auto hangUp = [request = CallRequest(endpoint.address, endpoint.authId, job.id)](
                            QNetworkAccessManager &manager, const AuthToken &token, Ms silence) {
        return request.send(manager, token, silence);
    };
    auto *attempt = new Attempt(hangUp, limits, clock, q);
    QNetworkAccessManager *manager = managers().take();
    if (!attempt->start(manager, *endpoint.token)) {
        qCritical("The last gate refused a request: nothing was sent");
        managers().giveBack(manager, ManagerPool::State::Clean);
        delete attempt;
        settleNotSent(job, Reason::GateRefused);
        return;
    }
    QObject::connect(attempt, &Attempt::finished, q,
                     [this, id = job.id](const ReplyFacts &facts) { answered(id, facts); });
    pacer.count(now);
    ++job.attempts;
    job.intentWritten = false;
    if (job.startedAtMs == 0) {
        job.startedAtMs = wallMs();
        job.startedAt = now;
    }
    book.setStage(job, Job::Stage::OnItsWay);
    attempts.insert(job.id, attempt);
    events.add(CallOnItsWay { job.batch, job.id, job.attempts });
}

void HangupEngine::Private::answered(const CallId &id, const ReplyFacts &facts)
{
    Attempt *attempt = attempts.take(id);
    Job *job = book.find(id);
    if (!attempt || !job)
        return;
    Verdict verdict = classify(facts, wallMs(), redactor);
    if (managers().isSpoiled(attempt->manager()))
        verdict = withoutTrust(verdict);
    const Ms took = attempt->elapsed();
    managers().giveBack(attempt->manager(),
                        verdict.spoilsOthers ? ManagerPool::State::Spoiled
                            : verdict.clean  ? ManagerPool::State::Clean
                                             : ManagerPool::State::Unclean);
    attempt->deleteLater();
    askForTurn();
    if (verdict.waits) {
        target.addRoundTrip(took);
        waitAgain(*job, verdict, took);
        return;
    }
    if (verdict.outcome == Outcome::NotSent)
        --job->attempts; // was handed over, but never reached the wire
    else
        target.addRoundTrip(took);
    const bool maybeUs = verdict.outcome == Outcome::NotLive && job->maybeUs;
    CallResult result = resultOf(*job, maybeUs ? Outcome::NotLiveMaybeUs : verdict.outcome, verdict.reason);
    result.httpStatus = verdict.httpStatus;
    result.apiId = verdict.apiId;
    result.message = verdict.message;
    settle(*job, result, logline::answer(result, verdict, wallMs(), took));
    if (verdict.stopsOthers)
        stopWaiting(*verdict.stopsOthers);
}

void HangupEngine::Private::waitAgain(Job &job, const Verdict &verdict, Ms took)
{
    job.limited = true;
    const CallResult sofar = resultOf(job, Outcome::Unknown, Reason::None);
    events.add(LogLine { logline::answer(sofar, verdict, wallMs(), took) });
    const Ms wait = verdict.retryAfter
        ? std::max(*verdict.retryAfter, std::min(LeastHold, limits.holdWithoutRetryAfter))
        : limits.holdWithoutRetryAfter;
    hold(wait);
    if (job.stopped) {
        settleNotSent(job, *job.stopped);
    } else if (wait > limits.retryAfterMax) {
        events.add(LogLine { logline::note(logline::waitTooLong(wait), wallMs()) });
        settleNotSent(job, Reason::StoppedAfterLimit);
        stopWaiting(Reason::StoppedAfterLimit);
    } else {
        book.setStage(job, Job::Stage::Waiting);
        events.add(CallWaitsAgain { job.batch, job.id });
    }
}

CallResult HangupEngine::Private::resultOf(const Job &job, Outcome outcome, Reason reason) const
{
    CallResult result { .id = job.id, .outcome = outcome, .reason = reason };
    result.attempts = job.attempts;
    result.startedAtMs = job.startedAtMs;
    result.finishedAtMs = wallMs();
    if (job.startedAtMs != 0)
        result.elapsed = clock->monotonic() - job.startedAt;
    return result;
}

void HangupEngine::Private::settleNotSent(Job &job, Reason reason)
{
    const bool afterLimit = job.limited && reason == Reason::Stopped;
    CallResult result = resultOf(job, Outcome::NotSent, afterLimit ? Reason::StoppedAfterLimit : reason);
    if (job.limited)
        result.httpStatus = 429; // its last answer
    settle(job, result, logline::notSent(result, wallMs()));
}

void HangupEngine::Private::settle(Job &job, const CallResult &result, LogEntry line)
{
    book.setStage(job, Job::Stage::Settling);
    const QPointer<HangupEngine> alive(q);
    log->recordOutcome(job.batch, endpoint.authId, result,
                       [this, alive, serial = job.serial, result, line = std::move(line)](bool written) {
                           if (alive)
                               tell(result.id, serial, result, line, written);
                       });
}

void HangupEngine::Private::tell(const CallId &id, quint64 serial, const CallResult &result, const LogEntry &line,
                                 bool written)
{
    Job *job = book.find(id, serial);
    if (!job || job->stage != Job::Stage::Settling)
        return;
    const quint64 batch = job->batch;
    if (!written && !saidNotWritten) {
        saidNotWritten = true;
        events.add(LogLine { logline::note(logline::outcomeNotWritten(), wallMs()) });
    }
    events.add(LogLine { line });
    events.add(CallFinished { batch, result });
    if (const std::optional<int> calls = book.remove(id)) {
        events.add(BatchFinished { batch, *calls });
        flushNow = true;
    }
    askForTurn();
}

} // namespace hangup
