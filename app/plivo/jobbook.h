// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "plivo/callcheck.h"
#include "plivo/freshcalls.h"
#include "plivo/hangupengine.h"

#include <QHash>
#include <QList>
#include <QString>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace hangup {

/// One accepted call on its way to its outcome.
struct Job
{
    enum class Stage : quint8 {
        Waiting, ///< in the queue, for its DELETE or its look
        Later, ///< waits for its time, before another attempt or check
        Recording, ///< its intent is being written
        OnItsWay, ///< its DELETE was handed to the wire
        Looking, ///< its look was handed to the wire
        Settling, ///< has an outcome, which is being written
    };

    /// An attempt that got no verdict: what its answer was, if there was one.
    struct Open
    {
        Reason reason = Reason::None;
        int httpStatus = 0;
        QString apiId {};
        QString message {};
    };

    quint64 serial = 0; ///< tells this job from an earlier one of the same id
    quint64 batch = 0;
    CallId id;
    qint64 place = 0; ///< in the queue: lower is earlier; kept for its way back
    Stage stage = Stage::Waiting;
    RequestKind next = RequestKind::HangUp; ///< what it waits for
    std::chrono::milliseconds due { 0 }; ///< monotonic, of Stage::Later
    bool first = false; ///< a single click: may take the places kept free for such
    /// Before this batch there was an attempt without a verdict, as the order or the journal says: a DELETE only
    /// after a look.
    bool lookFirst = false;
    bool foundLive = false; ///< the latest look found it live or queued
    bool notQueued = false; ///< the look that goes on did not find it among the queued ones
    bool saidLooked = false; ///< CallLooked was told, and nothing since
    bool intentWritten = false; ///< for the attempt that comes next
    bool limited = false; ///< its last answer was a 429
    bool dryRun = false; ///< no DELETE
    EndTarget target = EndTarget::Call;
    /// It must not be sent whatever comes: a request of an account with protected numbers, whose own can't be read.
    std::optional<Reason> barred {};
    bool granted = false; ///< the policy has allowed the DELETE that comes next
    bool maybeUs = false; ///< before this batch there was an attempt of ours without a verdict
    bool answered = false; ///< a DELETE of it has had an answer
    int intents = 0; ///< the number of the latest attempt
    int attempts = 0; ///< DELETEs handed to the wire
    int tries = 0; ///< for the policy: answers of 429 are none
    std::shared_ptr<const CallCheck> check {}; ///< null: it is not checked
    std::optional<std::chrono::milliseconds> passedAt {}; ///< Clock::withSleep() when it passed its latest check
    int unclearChecks = 0; ///< in a row
    std::optional<Open> open {}; ///< the latest attempt without a verdict
    std::optional<Reason> stopped {}; ///< while on its way: must not be sent again, and why
    /// Of the attempts that may have ended it, earlier batches' too; answeredMs is 0 where no answer was seen.
    QList<AttemptSpan> spans {};
    qint64 sentAtMs = 0; ///< UTC, ms since 1970, of the latest attempt
    qint64 startedAtMs = 0; ///< UTC, ms since 1970; 0: never started
    std::chrono::milliseconds startedAt { 0 }; ///< the same, monotonic

    /// There was an attempt of ours whose end nobody knows: that it is over may be our doing.
    bool isInDoubt() const { return open.has_value() || lookFirst; }
    /// An attempt of ours may have ended it without our knowing.
    bool mayHaveEnded() const { return open.has_value() || (lookFirst && !foundLive); }
};

/// Who waits, in which order, and how much of each batch is left. Plain bookkeeping: times are passed in, no network.
/// A call gets its Job when somebody asks for it; until then it waits as an id.
class JobBook
{
public:
    /// Accepts those ids of @p order that have no job yet, each once, in its order; with Order::first before all that
    /// wait, and moves its ids that wait already there too. Those that have a job are checked by this order's rules
    /// from now on if it wants that. A dry run leaves them alone. @p slept: Clock::slept() at the confirmation.
    QList<CallId> accept(const Order &order, std::chrono::milliseconds slept);

    bool isEmpty() const { return m_jobs.empty() && fresh() == 0; }
    /// Waiting, Later or Recording: nothing of it is on the wire.
    int waiting() const;
    int recording() const { return m_recording; }
    /// Those that wait with their intent on disk.
    int recorded() const { return m_recorded; }
    /// The first that waits and has none there; null if none does.
    Job *firstWithoutIntent();
    /// Something waits, or is on its way: all but Settling.
    bool needsWire() const { return fresh() > 0 || m_settling < static_cast<int>(m_jobs.size()); }
    /// The first that waits; null if none does.
    Job *head();
    Job *find(const CallId &id);
    /// The job, if it is still the same one.
    Job *find(const CallId &id, quint64 serial);
    /// Into the queue (to its old place) or out of it, as @p stage says; not for Stage::Later.
    void setStage(Job &job, Job::Stage stage);
    /// Stage::Later: into the queue at @p due.
    void postpone(Job &job, std::chrono::milliseconds due);
    /// Those whose time has come wait in the queue.
    void wake(std::chrono::milliseconds now);
    /// When the next one of Stage::Later is due.
    std::optional<std::chrono::milliseconds> nextDue() const;
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
    using Check = std::shared_ptr<const CallCheck>;
    /// What the jobs of an order are made of, and whose are still to be made. The order's ids are not kept with it.
    struct Rest
    {
        Order order;
        Check check;
        FreshCalls calls;
    };
    int fresh() const;
    Job *make(Rest &rest, const CallId &id, qint64 place);
    /// Makes the first of the order that comes first; null if no order has calls left.
    Job *makeFirst();
    void meetAgain(Job &job, const Order &order, qint64 place, const Check &check);
    void moveTo(Job &job, qint64 place);
    void leave(const Job &job);

    struct Batch
    {
        int calls = 0;
        int left = 0;
        std::chrono::milliseconds slept { 0 };
    };

    std::map<CallId, Job> m_jobs; ///< not a QHash: its nodes stay where they are
    std::map<qint64, CallId> m_queue; ///< of those that have a job
    /// By the first place of each; the places of one are all lower than the next one's. None is empty.
    std::map<qint64, Rest> m_rests;
    std::set<std::pair<std::chrono::milliseconds, CallId>> m_later;
    QHash<quint64, Batch> m_batches;
    quint64 m_serial = 0;
    qint64 m_front = 0; ///< lowest place given
    qint64 m_back = 0; ///< one above the highest place given
    int m_recording = 0;
    int m_recorded = 0;
    int m_settling = 0;
};

} // namespace hangup
