// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/memorystore.h"

#include <utility>

namespace hangup {

class MemoryStore::Job final : public SecretJob
{
public:
    Job(MemoryStore *store, Verb verb, QString entry, SecretBytes value)
        : SecretJob(store), m_store(store), m_verb(verb), m_entry(std::move(entry)), m_value(std::move(value))
    {
    }

    void answerSoon()
    {
        QMetaObject::invokeMethod(
            this, [this] { answerNow(); }, Qt::QueuedConnection);
    }

    void cancel() override
    {
        if (std::exchange(m_over, true))
            return;
        m_store->m_held.removeOne(this);
        finish({ .problem = SecretProblem::Cancelled });
    }

private:
    void answerNow()
    {
        if (m_over)
            return;
        if (m_store->m_stuck) {
            if (!m_store->m_held.contains(this))
                m_store->m_held.append(this);
            return;
        }
        m_over = true;
        finish(m_store->answer(m_verb, m_entry, m_value));
    }

    void finish(const SecretAnswer &answer)
    {
        // First: a slot may delete the store, and this with it.
        deleteLater();
        Q_EMIT finished(answer);
    }

    MemoryStore *m_store; ///< the parent
    Verb m_verb;
    QString m_entry;
    SecretBytes m_value;
    bool m_over = false;
};

SecretJob *MemoryStore::read(const QString &entry)
{
    return add(Verb::Read, entry, {});
}

SecretJob *MemoryStore::write(const QString &entry, const SecretBytes &value)
{
    return add(Verb::Write, entry, value);
}

SecretJob *MemoryStore::remove(const QString &entry)
{
    return add(Verb::Remove, entry, {});
}

void MemoryStore::setStuck(bool stuck)
{
    m_stuck = stuck;
    if (stuck)
        return;
    for (Job *job : std::exchange(m_held, {}))
        job->answerSoon();
}

SecretJob *MemoryStore::add(Verb verb, const QString &entry, const SecretBytes &value)
{
    auto *job = new Job(this, verb, entry, value);
    job->answerSoon();
    return job;
}

SecretAnswer MemoryStore::answer(Verb verb, const QString &entry, const SecretBytes &value)
{
    if (failure) {
        if (const auto problem = failure(verb, entry))
            return { .problem = problem };
    }
    const auto found = m_values.constFind(entry);
    switch (verb) {
    case Verb::Read:
        if (found == m_values.constEnd())
            return { .problem = SecretProblem::NotFound };
        return { .problem = std::nullopt, .value = *found };
    case Verb::Write:
        if (found != m_values.constEnd())
            return { .problem = SecretProblem::Failed };
        m_values.insert(entry, value);
        return {};
    case Verb::Remove:
        m_values.remove(entry);
        return {};
    }
    return {};
}

} // namespace hangup
