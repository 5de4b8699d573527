// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/intentlog.h"

#include <QHash>
#include <QList>

#include <chrono>
#include <utility>

namespace hangup::test {

/// Notes when what was on disk and when what was handed over, and passes everything on. For one thread, the engine's.
class WatchedLog final : public IntentLog
{
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit WatchedLog(IntentLog *log) : m_log(log) { }

    void recordIntent(const Intent &intent, std::function<void(IntentVerdict)> done) override
    {
        m_log->recordIntent(intent, [this, id = intent.id, done = std::move(done)](IntentVerdict verdict) {
            if (verdict.written)
                durable[id].append(std::chrono::steady_clock::now());
            done(verdict);
        });
    }
    void recordSent(const RequestFact &fact) override
    {
        sent.append(std::chrono::steady_clock::now());
        m_log->recordSent(fact);
    }
    void recordAnswer(const RequestFact &fact) override
    {
        answered.append({ fact.httpStatus, std::chrono::steady_clock::now() });
        m_log->recordAnswer(fact);
    }
    void recordOutcome(quint64 batch, const AuthId &authId, const CallResult &result,
                       std::function<void(bool)> done) override
    {
        m_log->recordOutcome(batch, authId, result, [this, id = result.id, done = std::move(done)](bool written) {
            ++outcomes[id];
            done(written);
        });
    }
    void recordProof(quint64 batch, const AuthId &authId, const CallProof &proof,
                     std::function<void(bool)> done) override
    {
        m_log->recordProof(batch, authId, proof, std::move(done));
    }

    QHash<CallId, QList<Time>> durable; ///< when each intent was known to be on disk
    QList<Time> sent; ///< of requests of any kind
    QList<std::pair<int, Time>> answered; ///< status, and when it was read
    QHash<CallId, int> outcomes; ///< how often one was on disk

private:
    IntentLog *const m_log;
};

} // namespace hangup::test
