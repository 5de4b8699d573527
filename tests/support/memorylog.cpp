// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "support/memorylog.h"

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
        verdict.written = !m_failIntents && m_intentsLeft != 0;
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
        m_records.append({ .intent = intent, .outcome = {}, .batch = intent.batch, .written = verdict.written });
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
        m_records.append({ .intent = {}, .outcome = result, .batch = batch, .written = written });
    }
    answer([done = std::move(done), written] { done(written); });
}

void MemoryLog::answer(std::function<void()> done)
{
    if (!m_held) {
        done();
        return;
    }
    const QMutexLocker lock(&m_mutex);
    m_waiting.append(std::move(done));
}

void MemoryLog::release()
{
    m_held = false;
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

} // namespace hangup::test
