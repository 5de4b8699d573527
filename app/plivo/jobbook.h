// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "plivo/hangupengine.h"

#include <QHash>
#include <QList>

#include <chrono>
#include <map>
#include <optional>

namespace hangup {

/// One accepted call on its way to its outcome.
struct Job
{
    enum class Stage : quint8 {
        Waiting, ///< in the queue
        Recording, ///< its intent is being written
        OnItsWay, ///< handed to the wire
        Settling, ///< has an outcome, which is being written
    };

    quint64 serial = 0; ///< tells this job from an earlier one of the same id
    quint64 batch = 0;
    CallId id;
    qint64 place = 0; ///< in the queue: lower is earlier; kept for its way back after a 429
    Stage stage = Stage::Waiting;
    bool intentWritten = false; ///< for the attempt that comes next
    bool limited = false; ///< its last answer was a 429
    bool maybeUs = false; ///< before this batch there was an attempt of ours without a verdict
    int attempts = 0; ///< DELETEs handed to the wire
    std::optional<Reason> stopped {}; ///< while on its way: must not be sent again, and why
    qint64 startedAtMs = 0; ///< UTC, ms since 1970; 0: never started
    std::chrono::milliseconds startedAt { 0 }; ///< the same, monotonic
};

/// Who waits, in which order, and how much of each batch is left. Plain bookkeeping: no time, no network.
class JobBook
{
public:
    /// Accepts those ids of @p order that have no job yet, each once, in its order; with Order::first before all that
    /// wait, and moves its ids that wait already there too. @p slept: Clock::slept() at the confirmation.
    QList<CallId> accept(const Order &order, std::chrono::milliseconds slept);

    bool isEmpty() const { return m_jobs.empty(); }
    /// Waiting or Recording: nothing of it is on the wire.
    int waiting() const;
    int recording() const { return m_recording; }
    /// The first that waits; null if none does.
    Job *head();
    Job *find(const CallId &id);
    /// The job, if it is still the same one.
    Job *find(const CallId &id, quint64 serial);
    /// Into the queue (to its old place) or out of it, as @p stage says.
    void setStage(Job &job, Job::Stage stage);
    /// All that are not on the wire and have no outcome, those in the queue first, in its order.
    QList<CallId> unsent() const;
    /// What is on its way finishes, but is not sent again.
    void stopOnItsWay(Reason reason);

    /// The job is over. The number of calls its batch had, if it was the last one of it.
    std::optional<int> remove(const CallId &id);

    /// Clock::slept() at the confirmation of that job's batch.
    std::chrono::milliseconds sleptAtConfirmation(const Job &job) const;
    /// The user confirmed everything anew.
    void confirmAgain(std::chrono::milliseconds slept);

private:
    void add(quint64 batch, const CallId &id, qint64 place);

    struct Batch
    {
        int calls = 0;
        int left = 0;
        std::chrono::milliseconds slept { 0 };
    };

    std::map<CallId, Job> m_jobs; ///< not a QHash: its nodes stay where they are
    std::map<qint64, CallId> m_queue;
    QHash<quint64, Batch> m_batches;
    quint64 m_serial = 0;
    qint64 m_front = 0; ///< lowest place given
    qint64 m_back = 0; ///< one above the highest place given
    int m_recording = 0;
};

} // namespace hangup
