// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// What the engine says, put into the models: the half of Session that runs while a batch does.
#include "domain/words.h"
#include "session/session_p.h"

#include <variant>

namespace hangup {

namespace {
template <class... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;
} // namespace

void Session::Private::apply(const EngineEvents &events)
{
    QList<LogEntry> lines;
    calls->beginUpdates();
    for (const EngineEvent &event : events) {
        std::visit(Overloaded {
                       [](const CallsAccepted &) {}, // hangUp() said so already
                       [this](const CallOnItsWay &e) {
                           onTheirWay.insert(e.id);
                           calls->setOnItsWay(e.id, e.attempt);
                       },
                       [this](const CallLooked &e) {
                           onTheirWay.insert(e.id);
                           calls->setLooking(e.id);
                       },
                       [this](const CallWaitsAgain &e) {
                           onTheirWay.remove(e.id);
                           calls->setWaiting(e.id);
                       },
                       [this](const CallFinished &e) { apply(e); },
                       [this](const BatchFinished &e) { apply(e); },
                       [this](const AccountHeld &e) { Q_EMIT q->held(e.untilMs); },
                       [this](const ProofFound &e) { apply(e); },
                       [&lines](const LogLine &e) { lines.append(e.entry); },
                       [this](const CallListRead &e) { live->d->apply(e); },
                       [this](const CallInfoRead &e) { apply(e); },
                       [this](const ReadingFinished &e) { live->d->apply(e); },
                       [this](const AccountUse &e) { live->d->apply(e); },
                   },
                   event);
    }
    calls->endUpdates();
    if (!lines.isEmpty())
        log->append(lines);
    Q_EMIT q->progressChanged();
    setBusy();
}

void Session::Private::apply(const CallFinished &event)
{
    onTheirWay.remove(event.result.id);
    progress.finished(event.batch, event.result.outcome);
    calls->setResult(event.result);
    putBack.remove(event.result.id);
    const bool isProved = event.result.outcome == Outcome::Ended || event.result.outcome == Outcome::NotLiveMaybeUs;
    if (isProved && limits.proofFor.count() > 0 && !requests.contains(event.batch))
        proofPending.insert(event.result.id);
    if ((isProved || event.result.outcome == Outcome::NotLive) && !requests.contains(event.batch))
        live->d->left(event.result.id);
    Q_EMIT q->callFinished(event.batch, event.result);
    tellStopByServer(event.batch, event.result);
}

void Session::Private::apply(const BatchFinished &event)
{
    toldStops.remove(event.batch);
    requests.remove(event.batch);
    Q_EMIT q->batchFinished(progress.takeBatch(event.batch));
}

void Session::Private::tellStopByServer(quint64 batch, const CallResult &result)
{
    if (result.outcome == Outcome::NotSent && result.reason == Reason::ProxyLoginNeeded && !askedForProxyLogin) {
        askedForProxyLogin = true;
        Q_EMIT q->proxyLoginNeeded(proxyLogins->lastUsed());
    }
    const bool rejected = result.httpStatus == 401 || result.httpStatus == 403;
    const bool connectionUnsafe = result.outcome == Outcome::NotSent
        && (result.reason == Reason::CertificateRejected || result.reason == Reason::ProxyTrouble);
    if ((!rejected && !connectionUnsafe) || toldStops.contains(batch))
        return;
    toldStops.insert(batch);
    const QString sentence = words::resultSentence(result);
    Q_EMIT q->stoppedByServer(progress.underWay() == 0
                                  ? sentence
                                  : Session::tr("%1 The calls that were still waiting were not sent.").arg(sentence));
}

void Session::Private::setBusy()
{
    const bool now = q->busy();
    if (now == busy)
        return;
    busy = now;
    if (History *history = journals.history())
        history->setEnding(busy);
    Q_EMIT q->busyChanged(busy);
    if (!busy) {
        if (policyWaits)
            obeyPolicy();
        Q_EMIT q->idle();
    }
}

} // namespace hangup
