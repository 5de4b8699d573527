// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/keychainstore.h"

#include "store/keychaintask.h"

#include <QPointer>
#include <QQueue>

#include <utility>

namespace hangup {

using Verb = KeychainTask::Verb;

class KeychainStore::Job final : public SecretJob
{
public:
    Job(Verb verb, QString entry, SecretBytes value, QObject *parent)
        : SecretJob(parent), m_verb(verb), m_entry(std::move(entry)), m_value(std::move(value))
    {
    }

    bool isOver() const { return m_over; }

    /// The task that does it, already started by nobody.
    KeychainTask *makeTask(const QString &service)
    {
        m_task = new KeychainTask(m_verb, service, m_entry, std::exchange(m_value, {}));
        connect(m_task, &KeychainTask::answered, this, &Job::finish);
        return m_task;
    }

    void cancel() override
    {
        if (m_over)
            return;
        if (m_task)
            m_task->detach();
        m_value = {};
        finish({ .problem = SecretProblem::Cancelled });
    }

private:
    void finish(const SecretAnswer &answer)
    {
        if (std::exchange(m_over, true))
            return;
        // First: a slot may delete the store, and this with it.
        deleteLater();
        Q_EMIT finished(answer);
    }

    Verb m_verb;
    QString m_entry;
    SecretBytes m_value;
    QPointer<KeychainTask> m_task;
    bool m_over = false;
};

struct KeychainStore::Private
{
    KeychainStore *q;
    QString service;
    QQueue<QPointer<Job>> waiting;
    QPointer<KeychainTask> running;

    SecretJob *add(Verb verb, const QString &entry, const SecretBytes &value);
    void next();
};

KeychainStore::KeychainStore(const QString &service, QObject *parent)
    : SecretStore(parent), d(std::make_unique<Private>(Private { this, service, {}, {} }))
{
}

KeychainStore::~KeychainStore()
{
    if (d->running)
        d->running->detach();
}

SecretJob *KeychainStore::read(const QString &entry)
{
    return d->add(Verb::Read, entry, {});
}

SecretJob *KeychainStore::write(const QString &entry, const SecretBytes &value)
{
    return d->add(Verb::Write, entry, value);
}

SecretJob *KeychainStore::remove(const QString &entry)
{
    return d->add(Verb::Remove, entry, {});
}

SecretJob *KeychainStore::Private::add(Verb verb, const QString &entry, const SecretBytes &value)
{
    auto *job = new Job(verb, entry, value, q);
    waiting.enqueue(job);
    QMetaObject::invokeMethod(
        q, [this] { next(); }, Qt::QueuedConnection);
    return job;
}

void KeychainStore::Private::next()
{
    while (!running && !waiting.isEmpty()) {
        const QPointer<Job> job = waiting.dequeue();
        if (!job || job->isOver())
            continue;
        running = job->makeTask(service);
        QObject::connect(running, &KeychainTask::over, q, [this] {
            running = nullptr;
            next();
        });
        running->start();
    }
}

} // namespace hangup
