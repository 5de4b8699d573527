// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine.h"

#include "plivo/hangupengine_p.h"
#include "plivo/network.h"

#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QThread>

#include <algorithm>

namespace hangup {

namespace {

/// A manager works on another thread than its own, with a mere warning, and then races: so each entry point looks.
bool isOnOwnThread(const QObject *object, const char *where)
{
    const bool own = QThread::currentThread() == object->thread();
    Q_ASSERT_X(own, where, "called from another thread than the engine's");
    if (!own)
        qCritical("%s was called from another thread than the engine's: ignored", where);
    return own;
}

} // namespace

HangupEngine::HangupEngine(const EngineLimits &limits, Endpoint endpoint, ManagerFactory managers, IntentLog *log,
                           const Clock *clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, limits, std::move(endpoint), std::move(managers), log, clock))
{
    qRegisterMetaType<EngineEvents>();
    qRegisterMetaType<Pause>();
}

HangupEngine::~HangupEngine() = default;

void HangupEngine::submit(const Order &order, std::chrono::milliseconds sleptWhenConfirmed)
{
    if (!isOnOwnThread(this, "HangupEngine::submit"))
        return;
    const QList<CallId> accepted = d->book.accept(order, sleptWhenConfirmed);
    for (const CallId &id : accepted) {
        d->tellProof(d->seeker.end(id, d->wallMs())); // its proof is another batch's from now on
        if (d->unknownSpans.contains(id))
            d->remember(id);
    }
    if (!accepted.isEmpty())
        d->events.add(CallsAccepted { order.batch, accepted });
    if (accepted.isEmpty()) {
        d->events.add(BatchFinished { order.batch, 0 });
        d->flushNow = true;
    }
    d->owesIdle = true;
    d->askForTurn();
}

void HangupEngine::connectAhead(int calls)
{
    if (!isOnOwnThread(this, "HangupEngine::connectAhead") || !d->endpoint.token)
        return;
    const int requests = std::min(calls, d->target.burst()) - d->onTheWire();
    d->managers().connectAhead(requests, [this](QNetworkAccessManager &manager) {
        return hangup::connectAhead(manager, d->endpoint.address, d->limits.silence);
    });
}

void HangupEngine::stop(Reason why)
{
    if (!isOnOwnThread(this, "HangupEngine::stop"))
        return;
    d->goOn();
    d->longWaitAsked = false; // whoever comes next is asked anew
    d->owesIdle = true;
    d->stopWaiting(why);
    d->askForTurn();
}

void HangupEngine::abort()
{
    if (!isOnOwnThread(this, "HangupEngine::abort"))
        return;
    stop();
    const QList<Attempt *> running = d->attempts.values();
    for (Attempt *attempt : running)
        attempt->cut(CutBy::Abort);
}

void HangupEngine::resume()
{
    if (!isOnOwnThread(this, "HangupEngine::resume") || !d->isPaused)
        return;
    d->goOn();
    d->book.confirmAgain(d->clock->slept());
    d->askForTurn();
}

void HangupEngine::setKeepGoing(bool on)
{
    if (isOnOwnThread(this, "HangupEngine::setKeepGoing"))
        d->caution.setKeepGoing(on);
}

void HangupEngine::seekProof(const QList<ProofTask> &tasks)
{
    if (!isOnOwnThread(this, "HangupEngine::seekProof"))
        return;
    for (const ProofTask &task : tasks)
        d->seek(task);
    d->owesProofIdle = true;
    d->askForTurn();
}

void HangupEngine::stopProof()
{
    if (!isOnOwnThread(this, "HangupEngine::stopProof"))
        return;
    d->owesProofIdle = true;
    d->endAllProof();
    d->askForTurn();
}

void HangupEngine::readCalls(quint64 reading, const LiveFilter &filter, DetailsRead read)
{
    if (!isOnOwnThread(this, "HangupEngine::readCalls"))
        return;
    d->tellRead(d->reader.begin(reading, filter, read));
    d->askForTurn();
}

void HangupEngine::readDetails(const QList<CallId> &ids, ReadUrgency urgency)
{
    if (!isOnOwnThread(this, "HangupEngine::readDetails"))
        return;
    d->reader.ask(ids, urgency);
    d->askForTurn();
}

void HangupEngine::stopDetails(const QList<CallId> &ids)
{
    if (isOnOwnThread(this, "HangupEngine::stopDetails"))
        d->reader.drop(ids);
}

void HangupEngine::stopReading()
{
    if (isOnOwnThread(this, "HangupEngine::stopReading"))
        d->tellRead(d->reader.stop());
}

bool HangupEngine::admitRequest()
{
    if (!isOnOwnThread(this, "HangupEngine::admitRequest"))
        return false;
    const std::chrono::milliseconds now = d->clock->monotonic();
    if (d->pacer.isHeld(now))
        return false;
    d->pacer.count(now);
    d->noteUse();
    return true;
}

void HangupEngine::setLimits(const EngineLimits &limits)
{
    if (!isOnOwnThread(this, "HangupEngine::setLimits"))
        return;
    d->setLimits(limits);
    d->askForTurn();
}

void HangupEngine::setToken(const std::optional<AuthToken> &token)
{
    if (!isOnOwnThread(this, "HangupEngine::setToken"))
        return;
    d->setToken(token);
    d->askForTurn();
}

void HangupEngine::learnSecret(const SecretBytes &secret)
{
    if (isOnOwnThread(this, "HangupEngine::learnSecret"))
        d->redactor.addSecret(secret);
}

HangupEngine::Private::Private(HangupEngine *engine, const EngineLimits &l, Endpoint e, ManagerFactory m, IntentLog *i,
                               const Clock *c)
    : q(engine), limits(l), endpoint(std::move(e)), factory(std::move(m)), log(i), clock(c),
      pacer(l.windowRequests, l.window), target(l.windowRequests, l.window, l.maxInFlight), retry(retryNumbers(l)),
      caution(l.unknownInARow, l.firstAnswersMissing), seeker(proofNumbers(l)), reader(readNumbers(l)),
      random(l.jitterSeed != 0 ? l.jitterSeed : QRandomGenerator::system()->generate()),
      events(l.eventInterval, engine), pacing(engine), useTimer(engine)
{
    if (endpoint.token)
        redactor.addSecret(endpoint.authId, *endpoint.token);
    pacing.setSingleShot(true);
    pacing.setTimerType(Qt::PreciseTimer);
    QObject::connect(&pacing, &QTimer::timeout, q, [this] { turn(); });
    useTimer.setSingleShot(true);
    QObject::connect(&useTimer, &QTimer::timeout, q, [this] { tellUse(); });
    QObject::connect(&events, &EventBatcher::ready, q, &HangupEngine::progressed);
}

HangupEngine::Private::~Private()
{
    // Attempts first: they cut their replies in order; deleting a manager would just destroy them.
    qDeleteAll(attempts);
    qDeleteAll(proofAttempts);
    qDeleteAll(readAttempts);
    delete pool;
}

void HangupEngine::Private::setLimits(const EngineLimits &l)
{
    limits = l;
    pacer.setLimit(limits.windowRequests, limits.window);
    target.setLimit(limits.windowRequests, limits.window, limits.maxInFlight);
    retry.setNumbers(retryNumbers(limits));
    caution.setNumbers(limits.unknownInARow, limits.firstAnswersMissing);
    seeker.setNumbers(proofNumbers(limits));
    reader.setNumbers(readNumbers(limits));
}

RetryPolicy::Numbers HangupEngine::Private::retryNumbers(const EngineLimits &l)
{
    return { .maxAttempts = l.maxAttempts,
             .base = l.backoffBase,
             .longest = l.backoffMax,
             .budget = l.retryBudget,
             .cost = l.retryCost,
             .timeoutCost = l.timeoutCost,
             .gain = l.cleanAnswerGain };
}

ProofSeeker::Numbers HangupEngine::Private::proofNumbers(const EngineLimits &l)
{
    return { .lasts = l.proofFor, .first = l.proofFirst, .longest = l.proofLongest };
}

LiveReader::Numbers HangupEngine::Private::readNumbers(const EngineLimits &l)
{
    return { .again = l.readAgain };
}

void HangupEngine::Private::setToken(const std::optional<AuthToken> &token)
{
    if (token)
        redactor.addSecret(endpoint.authId, *token);
    endpoint.token = token;
    if (token)
        return;
    endAllProof(); // nobody is left to ask
    tellRead(reader.fail(Reason::NoToken));
}

ManagerPool &HangupEngine::Private::managers()
{
    if (!pool)
        pool = new ManagerPool(factory, limits.maxPerManager, q);
    return *pool;
}

bool HangupEngine::Private::giveBack(Attempt *attempt, const Verdict &verdict)
{
    const bool trusted = !managers().isSpoiled(attempt->manager());
    managers().giveBack(attempt->manager(),
                        verdict.spoilsOthers           ? ManagerPool::State::Spoiled
                            : verdict.clean && trusted ? ManagerPool::State::Clean
                                                       : ManagerPool::State::Unclean);
    attempt->deleteLater(); // we stand in its signal
    return trusted;
}

void HangupEngine::Private::askForTurn()
{
    if (turnAsked)
        return;
    turnAsked = true;
    QMetaObject::invokeMethod(
        q, [this] { turn(); }, Qt::QueuedConnection);
}

void HangupEngine::Private::turn()
{
    turnAsked = false;
    const QPointer<HangupEngine> alive(q); // a slot may delete the engine
    tellOwedPause();
    if (alive)
        pump();
    if (alive)
        pumpQuestions();
    if (alive && (flushNow || (owesIdle && book.isEmpty()))) {
        flushNow = false;
        events.flush();
    }
    if (alive && owesIdle && book.isEmpty()) {
        owesIdle = false;
        isPaused = false; // nothing is left to hold back
        Q_EMIT q->idle();
    }
    if (alive)
        tellProofIdle();
    if (alive)
        noteUse();
}

} // namespace hangup
