// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/jobbook.h"

#include <numeric>

namespace hangup {

QList<CallId> JobBook::accept(const Order &order, std::chrono::milliseconds slept)
{
    const Check check = order.isChecked() && order.target == EndTarget::Call
        ? std::make_shared<const CallCheck>(CallCheck { .seen = order.seen,
                                                        .cutOff = order.cutOff,
                                                        .leavesFlaggedOut = order.leavesFlaggedOut,
                                                        .flaggedToo = order.flaggedToo })
        : nullptr;
    qint64 place = m_back;
    if (order.first) {
        place = m_front - order.ids.size();
        m_front = place;
    } else {
        m_back += order.ids.size();
    }
    Rest rest { .order = order, .check = check, .calls = FreshCalls(order.ids, place) };
    rest.order.ids.clear();
    rest.order.seen.clear();
    QList<CallId> accepted;
    accepted.reserve(rest.calls.size());
    rest.calls.forEach([&](qint64 at, const CallId &id) {
        if (Job *known = find(id); !known)
            accepted.append(id);
        else if (!order.dryRun)
            meetAgain(*known, order, at, check);
    });
    if (accepted.isEmpty())
        return accepted;
    for (auto job = m_jobs.cbegin(); accepted.size() < rest.calls.size() && job != m_jobs.cend(); ++job)
        rest.calls.take(job->first);
    m_rests.emplace(place, std::move(rest));
    Batch &batch = m_batches[order.batch];
    batch.calls += static_cast<int>(accepted.size());
    batch.left += static_cast<int>(accepted.size());
    batch.slept = slept;
    return accepted;
}

int JobBook::fresh() const
{
    return std::accumulate(m_rests.cbegin(), m_rests.cend(), 0,
                           [](int sum, const auto &rest) { return sum + rest.second.calls.size(); });
}

/// Waits in the queue, at the place it had. @p rest may be gone afterwards.
Job *JobBook::make(Rest &rest, const CallId &id, qint64 place)
{
    const Order &order = rest.order;
    Job job { .serial = ++m_serial, .batch = order.batch, .id = id, .place = place };
    job.first = order.first;
    job.dryRun = order.dryRun;
    job.check = rest.check;
    job.target = order.target;
    if (order.target == EndTarget::Request && !order.cutOff.protectedNumbers.isEmpty())
        job.barred = Reason::NumbersUnread;
    job.spans = order.earlier.value(id);
    if (order.lookFirst.contains(id)) {
        job.lookFirst = true;
        if (order.target == EndTarget::Call)
            job.next = RequestKind::LookLive;
    }
    m_queue.emplace(place, id);
    return &m_jobs.emplace(id, std::move(job)).first->second;
}

Job *JobBook::makeFirst()
{
    if (m_rests.empty())
        return nullptr;
    const auto rest = m_rests.begin();
    const CallId id = rest->second.calls.first();
    const qint64 place = *rest->second.calls.take(id);
    Job *job = make(rest->second, id, place);
    if (rest->second.calls.isEmpty())
        m_rests.erase(rest);
    return job;
}

void JobBook::meetAgain(Job &job, const Order &order, qint64 place, const Check &check)
{
    if (order.first)
        moveTo(job, place);
    if (check && job.target == EndTarget::Call) {
        job.check = check;
        job.passedAt.reset();
    }
}

/// Whatever it waits for, it waits as a single click from now on; what is being written or on its way stays there.
void JobBook::moveTo(Job &job, qint64 place)
{
    job.first = true;
    if (job.stage == Job::Stage::Waiting) {
        m_queue.erase(job.place);
        m_queue.emplace(place, job.id);
    }
    job.place = place;
}

int JobBook::waiting() const
{
    return static_cast<int>(m_queue.size() + m_later.size()) + fresh() + m_recording;
}

Job *JobBook::head()
{
    if (!m_rests.empty() && (m_queue.empty() || m_rests.begin()->second.calls.firstPlace() < m_queue.begin()->first))
        return makeFirst();
    return m_queue.empty() ? nullptr : find(m_queue.begin()->second);
}

Job *JobBook::firstWithoutIntent()
{
    for (const auto &[place, id] : m_queue) {
        if (!m_rests.empty() && m_rests.begin()->second.calls.firstPlace() < place)
            break;
        if (Job *job = find(id); !job->intentWritten)
            return job;
    }
    return makeFirst();
}

Job *JobBook::find(const CallId &id)
{
    if (const auto found = m_jobs.find(id); found != m_jobs.end())
        return &found->second;
    for (auto rest = m_rests.begin(); rest != m_rests.end(); ++rest) {
        const std::optional<qint64> place = rest->second.calls.take(id);
        if (!place)
            continue;
        Job *job = make(rest->second, id, *place);
        if (rest->second.calls.isEmpty())
            m_rests.erase(rest);
        return job;
    }
    return nullptr;
}

Job *JobBook::find(const CallId &id, quint64 serial)
{
    Job *job = find(id);
    return job && job->serial == serial ? job : nullptr;
}

/// Out of whatever its stage has it in.
void JobBook::leave(const Job &job)
{
    switch (job.stage) {
    case Job::Stage::Waiting:
        m_queue.erase(job.place);
        m_recorded -= job.intentWritten ? 1 : 0;
        break;
    case Job::Stage::Later:
        m_later.erase({ job.due, job.id });
        break;
    case Job::Stage::Recording:
        --m_recording;
        break;
    case Job::Stage::Settling:
        --m_settling;
        break;
    case Job::Stage::OnItsWay:
    case Job::Stage::Looking:
        break;
    }
}

void JobBook::setStage(Job &job, Job::Stage stage)
{
    leave(job);
    job.stage = stage;
    if (stage == Job::Stage::Waiting) {
        m_queue.emplace(job.place, job.id);
        m_recorded += job.intentWritten ? 1 : 0;
    } else if (stage == Job::Stage::Recording) {
        ++m_recording;
    } else if (stage == Job::Stage::Settling) {
        ++m_settling;
    }
}

void JobBook::postpone(Job &job, std::chrono::milliseconds due)
{
    leave(job);
    job.stage = Job::Stage::Later;
    job.due = due;
    m_later.emplace(due, job.id);
}

void JobBook::wake(std::chrono::milliseconds now)
{
    while (!m_later.empty() && m_later.begin()->first <= now)
        setStage(*find(m_later.begin()->second), Job::Stage::Waiting);
}

std::optional<std::chrono::milliseconds> JobBook::nextDue() const
{
    return m_later.empty() ? std::nullopt : std::optional(m_later.begin()->first);
}

QList<CallId> JobBook::unsent() const
{
    QList<CallId> ids;
    ids.reserve(waiting());
    auto queued = m_queue.cbegin();
    for (const auto &[base, rest] : m_rests) {
        rest.calls.forEach([&](qint64 place, const CallId &id) {
            for (; queued != m_queue.cend() && queued->first < place; ++queued)
                ids.append(queued->second);
            ids.append(id);
        });
    }
    for (; queued != m_queue.cend(); ++queued)
        ids.append(queued->second);
    for (const auto &[due, id] : m_later)
        ids.append(id);
    if (m_recording == 0)
        return ids;
    for (const auto &[id, job] : m_jobs) {
        if (job.stage == Job::Stage::Recording)
            ids.append(id);
    }
    return ids;
}

void JobBook::stopOnItsWay(Reason reason)
{
    for (auto &[id, job] : m_jobs) {
        const bool onItsWay = job.stage == Job::Stage::OnItsWay || job.stage == Job::Stage::Looking;
        if (onItsWay && !job.stopped)
            job.stopped = reason;
    }
}

std::optional<int> JobBook::remove(const CallId &id)
{
    Job *job = find(id);
    if (!job)
        return {};
    leave(*job);
    const quint64 number = job->batch;
    m_jobs.erase(id);
    Batch &batch = m_batches[number];
    if (--batch.left > 0)
        return {};
    return m_batches.take(number).calls;
}

std::chrono::milliseconds JobBook::sleptAtConfirmation(const Job &job) const
{
    return m_batches.value(job.batch).slept;
}

void JobBook::confirmAgain(std::chrono::milliseconds slept)
{
    for (Batch &batch : m_batches)
        batch.slept = slept;
}

} // namespace hangup
