// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine_p.h"

#include "plivo/logline.h"

#include <QPointer>

#include <algorithm>

namespace hangup {

namespace {

/// Questions for proof on their way at once: there is time.
constexpr int ProofInFlight = 4;

} // namespace

void HangupEngine::Private::seek(const ProofTask &task)
{
    owesProofIdle = true;
    tellProof(seeker.add(task, clock->monotonic()));
}

/// Not while a call waits for the wire or is on it, nor while the account is held. What is late then ends without
/// another question; but what never had a round keeps its right to one until the calls are through, and as long after
/// them as proof is sought.
bool HangupEngine::Private::mayAskProof()
{
    const Ms now = clock->monotonic();
    if (book.needsWire() || isPaused) {
        proofSince.reset();
        endLateProof(false);
        return false;
    }
    if (!proofSince)
        proofSince = now;
    if (!pacer.isHeld(now))
        return true;
    const Ms lasts = limits.proofFor > Ms(0) ? limits.proofFor : limits.proofLongest;
    const Ms untriedEnd = *proofSince + lasts;
    endLateProof(now >= untriedEnd);
    if (const std::optional<Ms> end = seeker.firstEnd(false))
        wakeIn(std::max(*end, untriedEnd) - now);
    wakeIn(pacer.heldUntil() - now);
    return false;
}

void HangupEngine::Private::endLateProof(bool untriedToo)
{
    const Ms now = clock->monotonic();
    const QList<ProofSeeker::Finding> findings = seeker.endLate(now, untriedToo, wallMs());
    for (const ProofSeeker::Finding &finding : findings)
        tellProof(finding);
    if (const std::optional<Ms> end = seeker.firstEnd(true))
        wakeIn(*end - now);
}

/// Whether there is any to be asked for now; ends what can't be.
bool HangupEngine::Private::isProofPossible()
{
    if (seeker.isEmpty()) {
        proofSince.reset();
        return false;
    }
    if (!endpoint.token) {
        endAllProof();
        return false;
    }
    return mayAskProof();
}

/// With half of the window left to whoever comes next.
bool HangupEngine::Private::askOneProof()
{
    const std::optional<Ms> due = seeker.nextDue();
    if (!due || proofAttempts.size() >= ProofInFlight || !hasRoomForQuestion())
        return false;
    const Ms now = clock->monotonic();
    const Ms wait = std::max(*due - now, pacer.waitAt(now, 0, std::max(keptForClicks(), limits.windowRequests / 2)));
    if (wait > Ms(0)) {
        wakeIn(wait);
        return false;
    }
    askProof(*seeker.take(now));
    return true;
}

void HangupEngine::Private::askProof(const ProofSeeker::Question &asked)
{
    const auto ask
        = [request = question(asked.kind, asked.id)](QNetworkAccessManager &manager, const AuthToken &token,
                                                     Ms silence) { return request.send(manager, token, silence); };
    auto *attempt = new Attempt(ask, limits, clock, q);
    QNetworkAccessManager *manager = managers().take();
    if (!attempt->start(manager, *endpoint.token)) {
        qCritical("The last gate refused a question: nothing was sent");
        managers().giveBack(manager, ManagerPool::State::Clean);
        delete attempt;
        tellProof(seeker.end(asked.id, wallMs()));
        return;
    }
    QObject::connect(attempt, &Attempt::finished, q,
                     [this, asked](const ReplyFacts &facts) { proofAnswered(asked, facts); });
    pacer.count(clock->monotonic());
    proofAttempts.insert(asked.search, attempt);
}

void HangupEngine::Private::proofAnswered(const ProofSeeker::Question &asked, const ReplyFacts &facts)
{
    Attempt *attempt = proofAttempts.take(asked.search);
    if (!attempt)
        return;
    const Ms took = attempt->elapsed();
    const Ms now = clock->monotonic();
    const bool trusted = !managers().isSpoiled(attempt->manager());
    const bool isRecord = asked.kind == RequestKind::Record;
    const LookVerdict look = classifyLook(facts, asked.id, wallMs(), redactor, trusted);
    giveBack(attempt, look.answer);
    askForTurn();
    const RequestFact fact { .batch = asked.batch,
                             .id = asked.id,
                             .authId = endpoint.authId,
                             .kind = asked.kind,
                             .atMs = wallMs(),
                             .monotonic = now };
    recordAnswer(fact, look.answer, took, {});
    holdIfAsked(look.answer);
    if (look.answer.waits) {
        hold(look.answer);
        seeker.putOff(asked.search, pacer.heldUntil());
    } else if (look.answer.stopsOthers == Reason::CredentialsRejected
               || look.answer.stopsOthers == Reason::NotPermitted) {
        endAllProof(); // quietly: the calls have their outcomes
    } else if (isRecord) {
        const RecordVerdict record = classifyRecord(facts, asked.id, wallMs(), redactor, trusted);
        tellProof(seeker.recorded(asked.search, record.record, now, wallMs()));
    } else {
        tellProof(seeker.looked(asked.search, look.state, now, wallMs()));
    }
}

/// On disk first, then told.
void HangupEngine::Private::tellProof(const std::optional<ProofSeeker::Finding> &finding)
{
    if (!finding)
        return;
    ++proofsRecording;
    const QPointer<HangupEngine> alive(q);
    log->recordProof(finding->batch, endpoint.authId, finding->proof, [this, alive, found = *finding](bool) {
        if (!alive)
            return;
        --proofsRecording;
        const ProofState state = found.proof.state;
        if (found.proof.isFinal || state == ProofState::StillLive)
            events.add(LogLine { logline::proof(found.proof, found.outcome, wallMs()) });
        events.add(ProofFound { found.batch, found.proof });
        askForTurn();
    });
}

void HangupEngine::Private::endAllProof()
{
    const QList<ProofSeeker::Finding> findings = seeker.endAll(wallMs());
    for (const ProofSeeker::Finding &finding : findings)
        tellProof(finding);
}

void HangupEngine::Private::tellProofIdle()
{
    if (!owesProofIdle || !seeker.isEmpty() || proofsRecording > 0)
        return;
    owesProofIdle = false;
    const QPointer<HangupEngine> alive(q);
    events.flush();
    if (alive)
        Q_EMIT q->proofIdle();
}

} // namespace hangup
