// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine_p.h"

#include "plivo/logline.h"

#include <QPointer>

namespace hangup {

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

/// Unknown for what its latest attempt without a verdict was; @p reason if that was in an earlier batch.
CallResult HangupEngine::Private::unknownOf(const Job &job, Reason reason) const
{
    CallResult result = resultOf(job, Outcome::Unknown, job.open ? job.open->reason : reason);
    if (job.open) {
        result.httpStatus = job.open->httpStatus;
        result.apiId = job.open->apiId;
        result.message = job.open->message;
    }
    return result;
}

/// No (further) attempt is made: NotSent, or Unknown if an earlier one may have ended it.
void HangupEngine::Private::settleUnsent(Job &job, Reason reason)
{
    if (job.mayHaveEnded()) {
        const CallResult result = unknownOf(job, reason);
        settle(job, result, logline::notSent(result, wallMs()));
        return;
    }
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
    const bool isCall = job->target == EndTarget::Call; // of a request there is no record
    const ProofTask proof { .batch = batch, .id = id, .outcome = result.outcome, .attempts = job->spans };
    if (!written && !saidNotWritten) {
        saidNotWritten = true;
        events.add(LogLine { logline::note(logline::outcomeNotWritten(), wallMs()) });
    }
    events.add(LogLine { line });
    events.add(CallFinished { batch, result });
    if (const std::optional<int> calls = book.remove(id)) {
        events.add(BatchFinished { batch, *calls });
        caution.forget(batch);
        flushNow = true;
    }
    const bool isOver = result.outcome == Outcome::Ended || result.outcome == Outcome::NotLive
        || result.outcome == Outcome::NotLiveMaybeUs;
    if (isCall && isOver)
        reader.ended(id);
    if (result.outcome == Outcome::Unknown)
        unknownSpans.insert(id, proof.attempts);
    else if (isCall && limits.proofFor > Ms(0)
             && (result.outcome == Outcome::Ended || result.outcome == Outcome::NotLiveMaybeUs))
        seek(proof);
    askForTurn();
}

void HangupEngine::Private::stopWaiting(Reason reason)
{
    book.stopOnItsWay(reason);
    const QList<CallId> ids = book.unsent();
    for (const CallId &id : ids) {
        if (Job *job = book.find(id))
            settleUnsent(*job, reason);
    }
}

RequestFact HangupEngine::Private::factOf(const Job &job, RequestKind kind) const
{
    return { .batch = job.batch,
             .id = job.id,
             .authId = endpoint.authId,
             .kind = kind,
             // A look before the DELETE that its intent is written for is not that DELETE's.
             .attempt = kind != RequestKind::HangUp && job.intentWritten ? job.intents - 1 : job.intents,
             .atMs = wallMs(),
             .monotonic = clock->monotonic(),
             .target = job.target };
}

void HangupEngine::Private::recordAnswer(RequestFact fact, const Verdict &verdict, Ms took,
                                         std::optional<Outcome> outcome)
{
    fact.httpStatus = verdict.httpStatus;
    fact.outcome = outcome;
    fact.reason = verdict.reason;
    fact.took = took;
    fact.apiId = verdict.apiId;
    fact.message = verdict.message;
    log->recordAnswer(fact);
}

} // namespace hangup
