// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journal.h"

#include "store/journalworker.h"

#include <QThread>

#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

struct Journal::Private
{
    JournalShared shared;
    QThread thread;
    std::unique_ptr<JournalWorker> worker;

    /// What nobody waits for may come a little later, with what somebody waits for.
    void ask(asked::Request request, bool soon)
    {
        const bool wake = shared.queue.push(std::move(request), soon);
        if (wake)
            QMetaObject::invokeMethod(
                worker.get(), [w = worker.get(), soon] { w->wake(soon); }, Qt::QueuedConnection);
    }
};

Journal::Journal(const JournalOptions &options, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->shared.state.file = options.file;
    d->thread.setObjectName(u"journal"_s);
    d->worker = std::make_unique<JournalWorker>(options, &d->shared);
    // Emitted where they happen: whoever is connected from another thread gets them queued.
    connect(d->worker.get(), &JournalWorker::stateChanged, this, &Journal::stateChanged, Qt::DirectConnection);
    connect(d->worker.get(), &JournalWorker::recovered, this, &Journal::recovered, Qt::DirectConnection);
    connect(d->worker.get(), &JournalWorker::changed, this, &Journal::changed, Qt::DirectConnection);
    d->worker->moveToThread(&d->thread);
}

Journal::~Journal()
{
    if (!d->thread.isRunning())
        return;
    d->shared.stopping = true;
    JournalWorker *worker = d->worker.get();
    QMetaObject::invokeMethod(
        worker,
        [worker, home = thread()] {
            worker->finish();
            worker->moveToThread(home); // where it is deleted
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    d->thread.wait();
}

void Journal::open()
{
    if (d->thread.isRunning())
        return;
    // Before anything that may be in the queue is looked at.
    QMetaObject::invokeMethod(
        d->worker.get(), [w = d->worker.get()] { w->open(); }, Qt::QueuedConnection);
    d->thread.start();
}

void Journal::prepareEnd()
{
    QMetaObject::invokeMethod(
        d->worker.get(), [w = d->worker.get()] { w->prepareEnd(); }, Qt::QueuedConnection);
}

void Journal::beginBatch(const BatchInfo &batch, const QList<CallId> &ids)
{
    d->ask(asked::Batch { batch, ids }, false);
}

void Journal::recordIntent(const Intent &intent, std::function<void(IntentVerdict)> done)
{
    d->ask(asked::Intent { intent, std::move(done) }, false);
}

void Journal::recordSent(const RequestFact &fact)
{
    d->ask(asked::Sent { fact }, true);
}

void Journal::recordAnswer(const RequestFact &fact)
{
    d->ask(asked::Answer { fact }, true);
}

void Journal::recordOutcome(quint64 batch, const AuthId &authId, const CallResult &result,
                            std::function<void(bool)> done)
{
    d->ask(asked::Outcome { batch, authId, result, std::move(done) }, false);
}

void Journal::recordProof(quint64 batch, const AuthId &authId, const CallProof &proof, std::function<void(bool)> done)
{
    d->ask(asked::Proof { batch, authId, proof, std::move(done) }, false);
}

void Journal::note(quint64 batch, const QString &text)
{
    d->ask(asked::Note { batch, text }, true);
}

void Journal::acknowledgeRecovery(const std::optional<AuthId> &account)
{
    d->ask(asked::Acknowledge { account }, true);
}

void Journal::prune(qint64 beforeMs, const QByteArray &exportSha256, std::function<void(std::optional<qint64>)> done)
{
    d->ask(asked::Prune { beforeMs, exportSha256, std::move(done) }, false);
}

JournalState Journal::state() const
{
    const QMutexLocker lock(&d->shared.mutex);
    return d->shared.state;
}

} // namespace hangup
