// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "support/memorylog.h"

#include <QTimer>

namespace hangup::test {

namespace {

QString keyOf(const AuthId &account, const CallId &id)
{
    return account.toString() + u'/' + id.toString();
}

} // namespace

void MemoryLog::recordIntent(const Intent &intent, std::function<void(IntentVerdict)> done)
{
    if (m_onIntent)
        m_onIntent(intent);
    IntentVerdict verdict;
    {
        const QMutexLocker lock(&m_mutex);
        verdict.underWayElsewhere = m_elsewhere.contains(intent.id);
        verdict.written = !m_failIntents && m_intentsLeft != 0 && !verdict.underWayElsewhere;
        if (m_intentsLeft > 0)
            --m_intentsLeft;
        Known &known = m_known[keyOf(intent.authId, intent.id)];
        if (intent.batch != known.batch) {
            known.withoutVerdict = known.withoutVerdict || known.open;
            known.batch = intent.batch;
            known.open = false;
        }
        verdict.earlierAttemptWithoutVerdict = known.withoutVerdict;
        known.open = known.open || verdict.written;
        add({ .intent = intent, .batch = intent.batch, .written = verdict.written });
    }
    answer([done = std::move(done), verdict] { done(verdict); });
}

void MemoryLog::recordOutcome(quint64 batch, const AuthId &authId, const CallResult &result,
                              std::function<void(bool)> done)
{
    const bool written = !m_failOutcomes;
    {
        const QMutexLocker lock(&m_mutex);
        if (written) {
            Known &known = m_known[keyOf(authId, result.id)];
            known.withoutVerdict = known.withoutVerdict || result.outcome == Outcome::Unknown;
            known.open = false;
        }
        add({ .outcome = result, .batch = batch, .written = written });
    }
    answer([done = std::move(done), written] { done(written); }, true);
}

void MemoryLog::recordSent(const RequestFact &fact)
{
    const QMutexLocker lock(&m_mutex);
    add({ .sent = fact, .batch = fact.batch });
}

void MemoryLog::recordAnswer(const RequestFact &fact)
{
    const QMutexLocker lock(&m_mutex);
    add({ .answer = fact, .batch = fact.batch });
}

void MemoryLog::recordProof(quint64 batch, const AuthId & /*authId*/, const CallProof &proof,
                            std::function<void(bool)> done)
{
    {
        const QMutexLocker lock(&m_mutex);
        add({ .proof = proof, .batch = batch });
    }
    answer([done = std::move(done)] { done(true); });
}

void MemoryLog::setUnderWayElsewhere(const CallId &id)
{
    const QMutexLocker lock(&m_mutex);
    m_elsewhere.insert(id);
}

/// With the lock held.
void MemoryLog::add(Record record)
{
    record.at = std::chrono::steady_clock::now();
    m_records.append(std::move(record));
}

void MemoryLog::answer(std::function<void()> done, bool isOutcome)
{
    if (!m_held && !(isOutcome && m_outcomesHeld)) {
        if (m_delayMs > 0)
            QTimer::singleShot(m_delayMs.load(), Qt::PreciseTimer, done); // on the caller's thread
        else
            done();
        return;
    }
    const QMutexLocker lock(&m_mutex);
    m_waiting.append(std::move(done));
}

void MemoryLog::release()
{
    m_held = false;
    m_outcomesHeld = false;
    QList<std::function<void()>> waiting;
    {
        const QMutexLocker lock(&m_mutex);
        waiting.swap(m_waiting);
    }
    for (const auto &done : std::as_const(waiting))
        done();
}

QList<MemoryLog::Record> MemoryLog::records() const
{
    const QMutexLocker lock(&m_mutex);
    return m_records;
}

QList<Intent> MemoryLog::intents() const
{
    QList<Intent> all;
    for (const Record &record : records()) {
        if (record.intent)
            all.append(*record.intent);
    }
    return all;
}

QList<CallResult> MemoryLog::outcomes() const
{
    QList<CallResult> all;
    for (const Record &record : records()) {
        if (record.outcome)
            all.append(*record.outcome);
    }
    return all;
}

QList<RequestFact> MemoryLog::sent() const
{
    QList<RequestFact> all;
    for (const Record &record : records()) {
        if (record.sent)
            all.append(*record.sent);
    }
    return all;
}

QList<RequestFact> MemoryLog::answers() const
{
    QList<RequestFact> all;
    for (const Record &record : records()) {
        if (record.answer)
            all.append(*record.answer);
    }
    return all;
}

QList<CallProof> MemoryLog::proofs() const
{
    QList<CallProof> all;
    for (const Record &record : records()) {
        if (record.proof)
            all.append(*record.proof);
    }
    return all;
}

} // namespace hangup::test
