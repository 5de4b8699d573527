// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine.h"

#include "plivo/hangupengine_p.h"
#include "plivo/logline.h"

#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QThread>

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
    qRegisterMetaType<PauseReason>();
}

HangupEngine::~HangupEngine() = default;

void HangupEngine::submit(const Order &order, std::chrono::milliseconds sleptWhenConfirmed)
{
    if (!isOnOwnThread(this, "HangupEngine::submit"))
        return;
    const QList<CallId> accepted = d->book.accept(order, sleptWhenConfirmed);
    for (const CallId &id : accepted)
        d->events.add(CallAccepted { order.batch, id });
    if (accepted.isEmpty()) {
        d->events.add(BatchFinished { order.batch, 0 });
        d->flushNow = true;
    }
    d->owesIdle = true;
    d->askForTurn();
}

void HangupEngine::stop()
{
    if (!isOnOwnThread(this, "HangupEngine::stop"))
        return;
    d->isPaused = false;
    d->owesIdle = true;
    d->stopWaiting(Reason::Stopped);
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
    d->isPaused = false;
    d->book.confirmAgain(d->clock->slept());
    d->askForTurn();
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
      pacer(l.windowRequests, l.window), target(l.windowRequests, l.window, l.maxInFlight),
      events(l.eventInterval, engine), pacing(engine)
{
    if (endpoint.token)
        redactor.addSecret(endpoint.authId, *endpoint.token);
    pacing.setSingleShot(true);
    pacing.setTimerType(Qt::PreciseTimer);
    QObject::connect(&pacing, &QTimer::timeout, q, [this] { turn(); });
    QObject::connect(&events, &EventBatcher::ready, q, &HangupEngine::progressed);
}

HangupEngine::Private::~Private()
{
    // Attempts first: they cut their replies in order; deleting a manager would just destroy them.
    qDeleteAll(attempts);
    delete pool;
}

void HangupEngine::Private::setLimits(const EngineLimits &l)
{
    limits = l;
    pacer.setLimit(limits.windowRequests, limits.window);
    target.setLimit(limits.windowRequests, limits.window, limits.maxInFlight);
}

void HangupEngine::Private::setToken(const std::optional<AuthToken> &token)
{
    if (token)
        redactor.addSecret(endpoint.authId, *token);
    endpoint.token = token;
}

ManagerPool &HangupEngine::Private::managers()
{
    if (!pool)
        pool = new ManagerPool(factory, limits.maxPerManager, q);
    return *pool;
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
    pump();
    if (alive && (flushNow || (owesIdle && book.isEmpty()))) {
        flushNow = false;
        events.flush();
    }
    if (alive && owesIdle && book.isEmpty()) {
        owesIdle = false;
        Q_EMIT q->idle();
    }
}

void HangupEngine::Private::stopWaiting(Reason reason)
{
    book.stopOnItsWay(reason);
    const QList<CallId> ids = book.unsent();
    for (const CallId &id : ids) {
        if (Job *job = book.find(id))
            settleNotSent(*job, reason);
    }
}

void HangupEngine::Private::hold(Ms wait)
{
    const Ms now = clock->monotonic();
    const bool wasHeld = pacer.isHeld(now);
    const Ms before = pacer.heldUntil();
    if (!pacer.holdUntil(now + wait))
        return;
    events.add(AccountHeld { wallMs() + wait.count() });
    // A burst of 429s prolongs one hold many times: one line of the log is enough.
    if (!wasHeld || now + wait - before >= std::chrono::seconds(1))
        events.add(LogLine { logline::note(logline::accountHeld(wait), wallMs()) });
}

bool HangupEngine::Private::sleptSinceConfirmation(const Job &job) const
{
    return clock->slept() - book.sleptAtConfirmation(job) > limits.sleepTolerance;
}

void HangupEngine::Private::pause(const Job &job)
{
    const Ms slept = clock->slept() - book.sleptAtConfirmation(job);
    isPaused = true;
    events.add(LogLine { logline::note(logline::slept(slept), wallMs()) });
    const int waiting = book.waiting();
    const QPointer<HangupEngine> alive(q);
    events.flush();
    if (alive)
        Q_EMIT q->paused(PauseReason::Slept, slept, waiting);
}

} // namespace hangup
