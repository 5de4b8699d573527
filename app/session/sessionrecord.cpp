// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// What stands on record: the half of Session that deals with the journal, with proof, and with what an earlier run left
// open.
#include "session/operatorname.h"
#include "session/session_p.h"

#include <algorithm>

namespace hangup {

using namespace Qt::StringLiterals;

void Session::Private::connectJournals()
{
    connect(&journals, &JournalDesk::stateChanged, q, [this](const JournalState &state) {
        // What can't be put on record must not be sent. The engine finds out by itself for intents; an outcome that
        // can't be written stops the rest from here.
        if (!state.canEnd() && q->busy())
            engines->stop(Reason::JournalNotWritable);
        Q_EMIT q->journalChanged(state);
    });
    connect(&journals, &JournalDesk::recovered, q, [this] { showRecovered(); });
}

void Session::Private::record(const Order &order, const BatchWords &words)
{
    // A token that was pasted into the wrong field must not get into the journal.
    const BatchWords kept { options.redactor->clean(words.ticket), options.redactor->clean(words.reason) };
    journals.journal().beginBatch({ .batch = order.batch,
                                    .authId = account.authId,
                                    .accountName = account.name,
                                    .operatorName = operatorName(),
                                    .words = kept,
                                    .atMs = clock->wall().count(),
                                    .monotonic = clock->monotonic() },
                                  order.ids);
    if (order.target == EndTarget::Request)
        journals.journal().note(order.batch, u"Cancelled as a request (DELETE Request)."_s);
    lastBatch = order.batch;
    batchOf.reserve(std::max(batchOf.size(), order.ids.size()));
    for (const CallId &id : order.ids) {
        batchOf.insert(id, order.batch);
        if (!proofPending.isEmpty())
            proofPending.remove(id);
    }
}

void Session::Private::putOnRecord(const QString &sentence)
{
    for (const quint64 batch : progress.batches())
        journals.journal().note(batch, sentence);
}

bool Session::Private::needsLook(const CallId &id) const
{
    const std::optional<CallStanding> standing = calls->standing(id);
    return putBack.contains(id) || (standing && standing->outcome == Outcome::Unknown);
}

QList<AttemptSpan> Session::Private::earlierAttempts(const CallId &id) const
{
    QList<AttemptSpan> attempts = putBack.value(id);
    const std::optional<CallResult> result = calls->result(id);
    if (result && result->startedAtMs > 0)
        // Without any answer nobody knows when Plivo was through with it.
        attempts.append(
            { .sentMs = result->startedAtMs, .answeredMs = result->httpStatus > 0 ? result->finishedAtMs : 0 });
    return attempts;
}

// --- proof

void Session::Private::apply(const ProofFound &event)
{
    if (event.proof.isFinal)
        proofPending.remove(event.proof.id);
    if (batchOf.value(event.proof.id) == event.batch)
        calls->setProof(event.proof);
    const bool wasRecovered = journals.setRecoveredProof(event.batch, event.proof);
    Q_EMIT q->proofChanged(event.batch, event.proof);
    if (wasRecovered)
        showRecovered();
}

CallProof Session::proof(const CallId &id) const
{
    return d->calls->proof(id);
}

int Session::proofsPending() const
{
    return static_cast<int>(d->proofPending.size());
}

void Session::stopProof()
{
    d->engines->stopProof();
}

// --- the journal

JournalState Session::journalState() const
{
    return d->journals.state();
}

History *Session::history() const
{
    return d->journals.history();
}

quint64 Session::lastBatch() const
{
    return d->lastBatch;
}

// --- what an earlier run left open

void Session::Private::showRecovered()
{
    QList<HistoryCall> mine;
    for (const HistoryCall &call : journals.recovery().calls) {
        if (isMine(call))
            mine.append(call);
    }
    if (mine.isEmpty() && recovered.isEmpty() && journals.recovery().calls.isEmpty())
        return;
    recovered = mine;
    Q_EMIT q->recoveredChanged();
}

const QList<HistoryCall> &Session::recovered() const
{
    return d->recovered;
}

QStringList Session::recoveredElsewhere() const
{
    QStringList names;
    for (const HistoryCall &call : d->journals.recovery().calls) {
        if (!d->isMine(call) && !names.contains(call.batch.accountName))
            names.append(call.batch.accountName);
    }
    return names;
}

void Session::checkRecovered()
{
    QList<ProofTask> tasks;
    const Recovery &recovery = d->journals.recovery();
    for (qsizetype i = 0; i < recovery.calls.size(); ++i) {
        const HistoryCall &call = recovery.calls[i];
        if (!d->isMine(call) || !call.result || call.result->outcome == Outcome::NotSent)
            continue;
        if (recovery.targets.value(i) == EndTarget::Request)
            continue; // no question tells whether it is still there
        tasks.append({ .batch = call.batch.batch,
                       .id = call.id,
                       .outcome = call.result->outcome,
                       .attempts = recovery.attempts.value(i) });
        d->proofPending.insert(call.id);
    }
    if (!tasks.isEmpty())
        d->engines->seekProof(tasks);
}

AddReport Session::putBackRecovered()
{
    QStringList ids;
    const Recovery &recovery = d->journals.recovery();
    for (qsizetype i = 0; i < recovery.calls.size(); ++i) {
        const HistoryCall &call = recovery.calls[i];
        if (!d->isMine(call))
            continue;
        ids.append(call.id.toString());
        if (call.result && call.result->outcome == Outcome::Unknown)
            d->putBack.insert(call.id, recovery.attempts.value(i));
    }
    return d->add(scanCalls(ids.join(u'\n')), TextSource::Recovered, {});
}

void Session::forgetRecovered()
{
    d->journals.forgetRecovery(d->account.authId);
    d->recovered.clear();
    Q_EMIT recoveredChanged();
}

} // namespace hangup
