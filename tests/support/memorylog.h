// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/intentlog.h"

#include <QHash>
#include <QList>
#include <QMutex>
#include <QSet>

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>

namespace hangup::test {

/// An IntentLog that remembers everything in order and fails when told to. An attempt of an earlier batch that has no
/// verdict (its outcome is Unknown, or none was recorded) makes earlierAttemptWithoutVerdict true from then on;
/// attempts of the same batch don't (the engine knows them itself, and a 429 ended nothing). Answers at once unless
/// held. Thread-safe.
class MemoryLog final : public IntentLog
{
public:
    /// One line of what was recorded.
    struct Record
    {
        // Exactly one of these:
        std::optional<Intent> intent {};
        std::optional<RequestFact> sent {};
        std::optional<RequestFact> answer {};
        std::optional<CallResult> outcome {};
        std::optional<CallProof> proof {};
        quint64 batch = 0;
        bool written = true;
        std::chrono::steady_clock::time_point at {};
    };

    void recordIntent(const Intent &intent, std::function<void(IntentVerdict)> done) override;
    void recordOutcome(quint64 batch, const AuthId &authId, const CallResult &result,
                       std::function<void(bool)> done) override;
    void recordSent(const RequestFact &fact) override;
    void recordAnswer(const RequestFact &fact) override;
    void recordProof(quint64 batch, const AuthId &authId, const CallProof &proof,
                     std::function<void(bool)> done) override;

    void failIntents(bool fail) { m_failIntents = fail; }
    void failOutcomes(bool fail) { m_failOutcomes = fail; }
    /// Fails the intents after the next @p count ones; a negative number: none by count.
    void failIntentsAfter(int count) { m_intentsLeft = count; }
    /// Intents for this call are refused: another program has it.
    void setUnderWayElsewhere(const CallId &id);
    /// Answers wait until release(): as a group commit would make them.
    void hold(bool held) { m_held = held; }
    /// The same for the answers to outcomes alone: a disk that is full.
    void holdOutcomes(bool held) { m_outcomesHeld = held; }
    /// Answers come so much later, from the event loop; 0: at once.
    void setDelay(std::chrono::milliseconds delay) { m_delayMs = static_cast<int>(delay.count()); }
    /// Gives the answers that waited; call it on the engine's thread.
    void release();

    QList<Record> records() const;
    QList<Intent> intents() const;
    QList<CallResult> outcomes() const;
    QList<RequestFact> sent() const;
    QList<RequestFact> answers() const;
    QList<CallProof> proofs() const;
    /// Called on the engine's thread within recordIntent, before its answer: a test looks at the wire here.
    void setOnIntent(std::function<void(const Intent &)> hook) { m_onIntent = std::move(hook); }

private:
    /// What is known of one id of one account.
    struct Known
    {
        quint64 batch = 0;
        bool open = false; ///< an intent of `batch` has no outcome yet
        bool withoutVerdict = false;
    };

    void answer(std::function<void()> done, bool isOutcome = false);
    void add(Record record);

    mutable QMutex m_mutex;
    QList<Record> m_records;
    QHash<QString, Known> m_known;
    QSet<CallId> m_elsewhere;
    QList<std::function<void()>> m_waiting;
    std::function<void(const Intent &)> m_onIntent;
    std::atomic<bool> m_failIntents { false };
    std::atomic<bool> m_failOutcomes { false };
    std::atomic<bool> m_held { false };
    std::atomic<bool> m_outcomesHeld { false };
    std::atomic<int> m_delayMs { 0 };
    std::atomic<int> m_intentsLeft { -1 };
};

} // namespace hangup::test
