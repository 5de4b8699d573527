// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine_p.h"

#include "plivo/logline.h"

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

void HangupEngine::Private::looked(const CallId &id, const ReplyFacts &facts)
{
    Attempt *attempt = attempts.take(id);
    Job *job = book.find(id);
    if (!attempt || !job)
        return;
    const Ms took = attempt->elapsed();
    const bool trusted = !managers().isSpoiled(attempt->manager());
    const LookVerdict verdict = classifyLook(facts, id, wallMs(), redactor, trusted);
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
        if (job->next == RequestKind::LookQueued) {
            settleGone(*job, verdict, took);
        } else if (job->stopped) {
            settleUnclear(*job, verdict, took);
        } else {
            job->next = RequestKind::LookQueued;
            book.setStage(*job, Job::Stage::Waiting);
        }
        break;
    case LookState::Unclear:
        settleUnclear(*job, verdict, took);
        break;
    }
    if (verdict.answer.stopsOthers)
        stopWaiting(*verdict.answer.stopsOthers);
}

/// Live or queued: another DELETE, as far as the policy allows. Before the first one of this batch it is no retry.
void HangupEngine::Private::foundLive(Job &job, const LookVerdict &verdict, Ms took)
{
    job.foundLive = true;
    const bool queued = job.next == RequestKind::LookQueued;
    if (job.stopped) {
        settleUnsent(job, *job.stopped);
        return;
    }
    std::optional<Ms> wait = Ms(0);
    if (job.tries > 0)
        wait = retry.retry(job.tries, Outcome::Unknown, job.open ? job.open->reason : Reason::None,
                           static_cast<quint32>(random.generate()));
    if (!wait) {
        const CallResult result = unknownOf(job, Reason::None);
        settle(job, result, logline::stillThereAtLast(result, verdict, queued, wallMs(), took));
        return;
    }
    events.add(LogLine { logline::stillThere(resultOf(job, Outcome::Unknown, Reason::None), verdict, queued, wallMs(),
                                             took, job.tries + 1, limits.maxAttempts) });
    job.next = RequestKind::HangUp;
    job.saidLooked = false;
    book.postpone(job, clock->monotonic() + *wait);
    events.add(CallWaitsAgain { job.batch, job.id });
}

/// 404 with JSON to both questions: not live now, and an attempt of ours may have done it.
void HangupEngine::Private::settleGone(Job &job, const LookVerdict &verdict, Ms took)
{
    CallResult result = resultOf(job, Outcome::NotLiveMaybeUs, Reason::None);
    result.httpStatus = verdict.answer.httpStatus;
    result.apiId = verdict.answer.apiId;
    result.message = verdict.answer.message;
    settle(job, result, logline::gone(result, verdict, wallMs(), took));
}

void HangupEngine::Private::settleUnclear(Job &job, const LookVerdict &verdict, Ms took)
{
    const Reason own = job.stopped ? *job.stopped : verdict.answer.stopsOthers.value_or(verdict.answer.reason);
    CallResult result = unknownOf(job, own);
    if (!job.open) {
        result.httpStatus = verdict.answer.httpStatus;
        result.apiId = verdict.answer.apiId;
        result.message = verdict.answer.message;
    }
    settle(job, result, logline::unclear(result, verdict, wallMs(), took));
}

} // namespace hangup
