// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine_p.h"

#include "plivo/logline.h"

#include <algorithm>

namespace hangup {

ReadRequest HangupEngine::Private::question(RequestKind kind, const CallId &id) const
{
    switch (kind) {
    case RequestKind::LookQueued:
        return ReadRequest::queuedCall(endpoint.address, endpoint.authId, id);
    case RequestKind::Record:
        return ReadRequest::record(endpoint.address, endpoint.authId, id);
    case RequestKind::LookLive:
    case RequestKind::HangUp: // never a question
        break;
    }
    return ReadRequest::liveCall(endpoint.address, endpoint.authId, id);
}

/// Asks whether the call is still live, or queued: a GET, which needs no intent.
void HangupEngine::Private::look(Job &job)
{
    const auto ask
        = [request = question(job.next, job.id)](QNetworkAccessManager &manager, const AuthToken &token, Ms silence) {
              return request.send(manager, token, silence);
          };
    auto *attempt = new Attempt(ask, limits, clock, q);
    QNetworkAccessManager *manager = managers().take();
    if (!attempt->start(manager, *endpoint.token)) {
        qCritical("The last gate refused a question: nothing was sent");
        managers().giveBack(manager, ManagerPool::State::Clean);
        delete attempt;
        settleUnsent(job, Reason::GateRefused);
        return;
    }
    QObject::connect(attempt, &Attempt::finished, q,
                     [this, id = job.id](const ReplyFacts &facts) { looked(id, facts); });
    pacer.count(clock->monotonic());
    attempts.insert(job.id, attempt);
    book.setStage(job, Job::Stage::Looking);
    if (!job.saidLooked)
        events.add(CallLooked { job.batch, job.id });
    job.saidLooked = true;
}

/// A check also wants to know who is on the call.
InfoVerdict HangupEngine::Private::readLook(const Job &job, const ReplyFacts &facts, bool trusted) const
{
    if (job.check)
        return readInfo(facts, job.next, job.id, wallMs(), redactor, trusted);
    const LookVerdict look = classifyLook(facts, job.id, wallMs(), redactor, trusted);
    return { .state = look.state, .info = {}, .answer = look.answer };
}

void HangupEngine::Private::looked(const CallId &id, const ReplyFacts &facts)
{
    Attempt *attempt = attempts.take(id);
    Job *job = book.find(id);
    if (!attempt || !job)
        return;
    const Ms took = attempt->elapsed();
    pacer.answered(attempt->startedAt(), clock->monotonic());
    const bool trusted = !managers().isSpoiled(attempt->manager());
    const InfoVerdict verdict = readLook(*job, facts, trusted);
    giveBack(attempt, verdict.answer);
    askForTurn();
    recordAnswer(factOf(*job, job->next), verdict.answer, took, {});
    if (verdict.answer.httpStatus != 0)
        target.addRoundTrip(took);
    if (verdict.answer.waits) {
        waitAgain(*job, verdict.answer, job->next, took);
        return;
    }
    holdIfAsked(verdict.answer);
    switch (verdict.state) {
    case LookState::Live:
        foundLive(*job, verdict, took);
        break;
    case LookState::Gone:
        notFound(*job, verdict, took);
        break;
    case LookState::Unclear:
        unclear(*job, verdict, took);
        break;
    }
    if (verdict.answer.stopsOthers)
        stopWaiting(*verdict.answer.stopsOthers);
}

/// A 404 to one of the questions. A call that was queued when it was looked for among the live ones may have been
/// dialled before it was looked for among the queued ones, so the last word is with the live ones: what was not queued
/// before is not queued any more.
void HangupEngine::Private::notFound(Job &job, const InfoVerdict &verdict, Ms took)
{
    if (job.next == RequestKind::LookLive && job.notQueued) {
        settleGone(job, verdict, took);
        return;
    }
    if (job.stopped) {
        settleUnclear(job, verdict, took);
        return;
    }
    job.notQueued = job.next == RequestKind::LookQueued;
    job.next = job.notQueued ? RequestKind::LookLive : RequestKind::LookQueued;
    book.setStage(job, Job::Stage::Waiting);
}

/// Live or queued: (another) DELETE, if there is no objection.
void HangupEngine::Private::foundLive(Job &job, const InfoVerdict &verdict, Ms took)
{
    job.foundLive = true;
    job.notQueued = false;
    if (job.stopped) {
        settleUnsent(job, *job.stopped);
        return;
    }
    if (job.check) {
        const CallInfo info = verdict.info.value_or(CallInfo { .id = job.id });
        if (const std::optional<Reason> objection = job.check->objection(info)) {
            skip(job, *objection, verdict, took);
            return;
        }
        job.passedAt = clock->withSleep();
        job.unclearChecks = 0;
    }
    if (job.dryRun) {
        skip(job, Reason::DryRun, verdict, took); // nothing else is to come
        return;
    }
    sendNext(job, verdict, took);
}

/// As far as the policy allows. Before the first DELETE of this batch it is no retry, nor is it when only a check that
/// had grown old was made again.
void HangupEngine::Private::sendNext(Job &job, const InfoVerdict &verdict, Ms took)
{
    const bool queued = job.next == RequestKind::LookQueued;
    std::optional<Ms> wait = Ms(0);
    if (job.tries > 0 && !job.granted)
        wait = retry.retry(job.tries, Outcome::Unknown, job.open ? job.open->reason : Reason::None,
                           static_cast<quint32>(random.generate()));
    if (!wait) {
        const CallResult result = unknownOf(job, Reason::None);
        settle(job, result, logline::stillThereAtLast(result, verdict.answer, queued, wallMs(), took));
        return;
    }
    const CallResult sofar = resultOf(job, Outcome::Unknown, Reason::None);
    events.add(LogLine { job.tries == 0 && job.check ? logline::checked(sofar, verdict.answer, queued, wallMs(), took)
                                                     : logline::stillThere(sofar, verdict.answer, queued, wallMs(),
                                                                           took, job.tries + 1, limits.maxAttempts) });
    job.granted = true;
    job.next = RequestKind::HangUp;
    job.saidLooked = false;
    book.postpone(job, clock->monotonic() + *wait);
    events.add(CallWaitsAgain { job.batch, job.id });
}

/// 404 with JSON to all questions: over. Where an attempt of ours may have done it, that is what is said.
void HangupEngine::Private::settleGone(Job &job, const InfoVerdict &verdict, Ms took)
{
    CallResult result = job.isInDoubt() ? resultOf(job, Outcome::NotLiveMaybeUs, Reason::None)
                                        : resultOf(job, Outcome::NotSent, Reason::OverAlready);
    result.httpStatus = verdict.answer.httpStatus;
    result.apiId = verdict.answer.apiId;
    result.message = verdict.answer.message;
    settle(job, result, logline::gone(result, verdict.answer, wallMs(), took));
}

/// Live or queued, and not to be ended.
void HangupEngine::Private::skip(Job &job, Reason objection, const InfoVerdict &verdict, Ms took)
{
    const bool queued = job.next == RequestKind::LookQueued;
    if (job.mayHaveEnded()) {
        const CallResult result = unknownOf(job, objection);
        settle(job, result, logline::stillThereAtLast(result, verdict.answer, queued, wallMs(), took));
        return;
    }
    const CallResult result = resultOf(job, Outcome::NotSent, objection);
    settle(job, result, logline::skipped(result, verdict.answer, queued, wallMs(), took));
}

/// A check is asked again, as far as the policy allows; a look after an attempt without a verdict is not.
void HangupEngine::Private::unclear(Job &job, const InfoVerdict &verdict, Ms took)
{
    std::optional<Ms> wait;
    if (job.check && !job.open && !job.stopped)
        wait = retry.retry(++job.unclearChecks, verdict.answer.outcome, verdict.answer.reason,
                           static_cast<quint32>(random.generate()));
    if (!wait) {
        settleUnclear(job, verdict, took);
        return;
    }
    events.add(LogLine { logline::checkedAgain(resultOf(job, Outcome::Unknown, verdict.answer.reason), verdict.answer,
                                               wallMs(), took, job.unclearChecks + 1, limits.maxAttempts) });
    job.next = RequestKind::LookLive;
    job.saidLooked = false;
    book.postpone(job, clock->monotonic() + *wait);
    events.add(CallWaitsAgain { job.batch, job.id });
}

/// Why a call is not sent that nothing clear was found out about, and that no attempt of ours can have ended.
Reason HangupEngine::Private::whyUnchecked(const Job &job, const Verdict &answer) const
{
    if (job.stopped)
        return *job.stopped;
    if (answer.outcome == Outcome::NotSent)
        return answer.reason; // that the question could not even leave says more than that no answer came
    if (answer.stopsOthers)
        return *answer.stopsOthers;
    return job.check ? job.check->whenUnclear() : Reason::CheckUnclear;
}

void HangupEngine::Private::settleUnclear(Job &job, const InfoVerdict &verdict, Ms took)
{
    const Verdict &answer = verdict.answer;
    CallResult result = job.mayHaveEnded()
        ? unknownOf(job, job.stopped ? *job.stopped : answer.stopsOthers.value_or(answer.reason))
        : resultOf(job, Outcome::NotSent, whyUnchecked(job, answer));
    if (!job.open) {
        result.httpStatus = answer.httpStatus;
        result.apiId = answer.apiId;
        result.message = answer.message;
    }
    settle(job, result, logline::unclear(result, answer, wallMs(), took));
}

/// A look that let it pass is good for a while: what is shown of a call is soon out of date. With a small share of the
/// window a DELETE may have to wait for its place, so that two windows are granted; else it might never leave.
bool HangupEngine::Private::needsCheck(const Job &job) const
{
    if (!job.check)
        return false;
    const Ms good = limits.windowRequests > 0 ? std::max(limits.checkGoodFor, 2 * limits.window) : limits.checkGoodFor;
    return !job.passedAt || clock->withSleep() - *job.passedAt > good;
}

} // namespace hangup
