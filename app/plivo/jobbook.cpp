// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/jobbook.h"

#include <QSet>

namespace hangup {

QList<CallId> JobBook::accept(const Order &order, std::chrono::milliseconds slept)
{
    QList<CallId> accepted;
    QSet<CallId> seen;
    qint64 place = m_back;
    if (order.first) {
        place = m_front - order.ids.size();
        m_front = place;
    } else {
        m_back += order.ids.size();
    }
    for (const CallId &id : order.ids) {
        if (seen.contains(id))
            continue;
        seen.insert(id);
        Job *known = find(id);
        if (!known) {
            add(order.batch, id, place);
            accepted.append(id);
        } else if (order.first && known->stage == Job::Stage::Waiting) {
            m_queue.erase(known->place);
            known->place = place;
            m_queue.emplace(place, id);
        }
        ++place;
    }
    if (!accepted.isEmpty()) {
        Batch &batch = m_batches[order.batch];
        batch.calls += static_cast<int>(accepted.size());
        batch.left += static_cast<int>(accepted.size());
        batch.slept = slept;
    }
    return accepted;
}

void JobBook::add(quint64 batch, const CallId &id, qint64 place)
{
    Job job { .serial = ++m_serial, .batch = batch, .id = id, .place = place };
    m_jobs.emplace(id, job);
    m_queue.emplace(place, id);
}

int JobBook::waiting() const
{
    return static_cast<int>(m_queue.size()) + m_recording;
}

Job *JobBook::head()
{
    return m_queue.empty() ? nullptr : find(m_queue.begin()->second);
}

Job *JobBook::find(const CallId &id)
{
    const auto found = m_jobs.find(id);
    return found == m_jobs.end() ? nullptr : &found->second;
}

Job *JobBook::find(const CallId &id, quint64 serial)
{
    Job *job = find(id);
    return job && job->serial == serial ? job : nullptr;
}

void JobBook::setStage(Job &job, Job::Stage stage)
{
    if (job.stage == Job::Stage::Waiting)
        m_queue.erase(job.place);
    else if (job.stage == Job::Stage::Recording)
        --m_recording;
    job.stage = stage;
    if (stage == Job::Stage::Waiting)
        m_queue.emplace(job.place, job.id);
    else if (stage == Job::Stage::Recording)
        ++m_recording;
}

QList<CallId> JobBook::unsent() const
{
    QList<CallId> ids;
    ids.reserve(waiting());
    for (const auto &[place, id] : m_queue)
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
        if (job.stage == Job::Stage::OnItsWay && !job.stopped)
            job.stopped = reason;
    }
}

std::optional<int> JobBook::remove(const CallId &id)
{
    Job *job = find(id);
    if (!job)
        return {};
    setStage(*job, Job::Stage::Settling); // out of the queue and the counts
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
