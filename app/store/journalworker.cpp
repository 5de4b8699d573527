// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalworker.h"

#include "store/journalfacts.h"
#include "store/journalrecovery.h"

#include <QThread>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

using Kind = JournalState::Kind;

// Between two commits at least: under load one commit then serves what came meanwhile. After a quiet time none waits. A
// batch does not wait either, for its next intents are written ahead; at full speed one sync serves ten calls.
constexpr std::chrono::milliseconds Gather { 12 };
// For what nobody waits for.
constexpr std::chrono::milliseconds Soon { 20 };
constexpr std::chrono::milliseconds ChangedEvery { 200 };

void assertThread(const QObject *object, const char *where)
{
    Q_ASSERT_X(QThread::currentThread() == object->thread(), where, "called from another thread than the journal's");
    if (QThread::currentThread() != object->thread())
        qFatal("%s was called from another thread than the journal's", where);
}

JournalOptions withClock(JournalOptions options, const Clock *own)
{
    if (options.clock == nullptr)
        options.clock = own;
    return options;
}

} // namespace

JournalWorker::JournalWorker(const JournalOptions &options, JournalShared *shared)
    : m_options(withClock(options, &m_systemClock)), m_shared(shared), m_file(m_options, shared->stopping),
      m_writer(m_file.connection(), m_file.runs(), *m_options.clock), m_groupTimer(this), m_retryTimer(this),
      m_changedTimer(this), m_removalTimer(this)
{
    m_groupTimer.setSingleShot(true);
    m_groupTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_groupTimer, &QTimer::timeout, this, &JournalWorker::drain);
    m_retryTimer.setInterval(m_options.retryEvery);
    connect(&m_retryTimer, &QTimer::timeout, this, &JournalWorker::retry);
    m_changedTimer.setSingleShot(true);
    m_changedTimer.setInterval(ChangedEvery);
    connect(&m_changedTimer, &QTimer::timeout, this, &JournalWorker::changed);
    m_removalTimer.setSingleShot(true);
    connect(&m_removalTimer, &QTimer::timeout, this, &JournalWorker::stepRemoval);
}

JournalWorker::~JournalWorker() = default;

void JournalWorker::open()
{
    assertThread(this, "JournalWorker::open");
    const bool first = !m_opened;
    m_opened = true;
    m_mustReopen = false;
    dropRemovals(); // what it looked through may get other numbers
    m_file.close();
    JournalState state = m_file.open();
    state.outcomesKept = outcomesKept();
    if (state.kind == Kind::Ready) {
        becomeReady(std::move(state));
        return;
    }
    m_ready = false;
    setState(std::move(state));
    if (first)
        drain(); // what waits is refused now
}

void JournalWorker::becomeReady(JournalState state)
{
    if (!recover()) {
        m_mustReopen = true;
        m_file.doubtFile();
        state.kind = Kind::NotWritable;
        state.detail = m_file.connection().failureText();
        m_ready = false;
        setState(std::move(state));
        drain();
        return;
    }
    m_file.runs().removeDead();
    m_ready = true;
    if (JournalRemoval::hasLeftovers(m_file.connection())) {
        m_removal = std::make_unique<JournalRemoval>(m_writer);
        m_removalTimer.start(Soon);
    }
    if (!m_kept.empty()) {
        state.kind = Kind::NotWritable;
        setState(std::move(state));
        retry();
        return;
    }
    m_retryTimer.stop();
    setState(std::move(state));
    drain();
}

bool JournalWorker::recover()
{
    const bool closed = m_writer.begin() && closeDeadRuns(m_writer) && m_writer.commit();
    if (!closed) {
        m_writer.rollBack();
        return false;
    }
    const auto recovery = readRecovery(m_file.connection());
    if (!recovery)
        return false;
    if (recovery->calls.isEmpty() || !m_told.isEmpty())
        return true;
    m_told = recovery->calls;
    Q_EMIT recovered(*recovery);
    return true;
}

void JournalWorker::wake(bool soon)
{
    assertThread(this, "JournalWorker::wake");
    std::chrono::milliseconds wait { 0 };
    if (soon)
        wait = Soon;
    else if (m_sinceCommit.isValid())
        wait = std::max(wait, Gather - std::chrono::milliseconds(m_sinceCommit.elapsed()));
    if (!m_groupTimer.isActive() || m_groupTimer.remainingTimeAsDuration() > wait)
        m_groupTimer.start(wait);
}

void JournalWorker::drain()
{
    assertThread(this, "JournalWorker::drain");
    if (!m_opened)
        return;
    m_groupTimer.stop();
    Requests requests;
    requests.swap(m_waiting);
    Requests asked = m_shared->queue.takeAll();
    requests.insert(requests.end(), std::make_move_iterator(asked.begin()), std::make_move_iterator(asked.end()));
    if (requests.empty())
        return;
    if (m_ready && m_kept.empty()) {
        if (writeGroup(requests)) {
            m_waitingSince.invalidate();
            return;
        }
        if (waitsForOther(requests))
            return;
    }
    m_waitingSince.invalidate();
    refuse(std::move(requests));
}

/// Another program that has the file for longer than SQLite's own patience does not end this one's batch at once.
bool JournalWorker::waitsForOther(Requests &requests)
{
    if (!m_fileWasBusy || m_shared->stopping)
        return false;
    if (!m_waitingSince.isValid())
        m_waitingSince.start();
    if (m_waitingSince.hasExpired(m_options.busyPatience.count()))
        return false;
    m_waiting.swap(requests);
    m_groupTimer.start(Soon);
    return true;
}

void JournalWorker::retry()
{
    assertThread(this, "JournalWorker::retry");
    if (!m_file.isOpen() || m_mustReopen || !m_file.isStillThere()) {
        open();
        return;
    }
    Requests requests;
    requests.swap(m_kept);
    if (!writeGroup(requests)) {
        refuse(std::move(requests));
        return;
    }
    m_retryTimer.stop();
    JournalState state;
    {
        const QMutexLocker lock(&m_shared->mutex);
        state = m_shared->state;
    }
    state.kind = Kind::Ready;
    state.outcomesKept = 0;
    state.detail.clear();
    setState(std::move(state));
    drain();
}

void JournalWorker::prepareEnd()
{
    assertThread(this, "JournalWorker::prepareEnd");
    drain();
    if (m_file.isOpen())
        m_file.emptyLog();
}

void JournalWorker::finish()
{
    assertThread(this, "JournalWorker::finish");
    drain();
    if (!m_kept.empty() && m_file.isOpen())
        retry();
    m_retryTimer.stop();
    m_changedTimer.stop();
    dropRemovals();
    m_file.close();
}

void JournalWorker::setState(JournalState state)
{
    const bool canBecomeReady = state.kind == Kind::NotWritable || state.kind == Kind::InUse;
    if (canBecomeReady && !m_retryTimer.isActive())
        m_retryTimer.start();
    else if (!canBecomeReady)
        m_retryTimer.stop();
    {
        const QMutexLocker lock(&m_shared->mutex);
        if (state == m_shared->state)
            return;
        m_shared->state = state;
    }
    Q_EMIT stateChanged(state);
}

void JournalWorker::tellChanged()
{
    if (!m_changedTimer.isActive())
        m_changedTimer.start();
}

} // namespace hangup
