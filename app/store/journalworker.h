// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/handover.h"
#include "store/journal.h"
#include "store/journalfile.h"
#include "store/journalprune.h"
#include "store/journalrequest.h"
#include "store/journalwriter.h"

#include <QElapsedTimer>
#include <QList>
#include <QMutex>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace hangup {

/// What waits for the journal's thread, and what it says of itself. Thread-safe.
struct JournalShared
{
    Handover<asked::Request> queue;
    QMutex mutex; ///< of the state
    JournalState state;
    std::atomic<bool> stopping { false };
};

/// The journal's own thread: opens the file, writes what is asked for in groups, keeps what could not be written and
/// tries again. Each slot checks its thread.
class JournalWorker final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this.
    JournalWorker(const JournalOptions &options, JournalShared *shared);
    ~JournalWorker() override;

    void open();
    /// Something is in the queue. @p soon: nobody waits for it.
    void wake(bool soon);
    /// Journal::prepareEnd().
    void prepareEnd();
    /// Writes what can be written at once, and closes.
    void finish();

Q_SIGNALS:
    void stateChanged(const hangup::JournalState &state);
    void recovered(const hangup::Recovery &recovery);
    void changed();

private:
    using Requests = std::deque<asked::Request>;
    using Answers = QList<std::function<void()>>;

    void drain();
    void retry();
    void tellChanged();
    void setState(JournalState state);
    void becomeReady(JournalState state);
    bool recover();

    bool writeGroup(Requests &requests);
    bool writeAll(Requests &requests, Answers &answers);
    bool writeOne(asked::Request &request, Answers &answers);
    bool writeIntent(const asked::Intent &asked, Answers &answers);
    bool acknowledge(const asked::Acknowledge &asked);
    bool waitsForOther(Requests &requests);

    void startRemoval();
    void stepRemoval();
    void endRemoval();
    void dropRemovals();
    void refuse(Requests requests);
    bool isLight(const asked::Outcome &asked) const;
    int outcomesKept() const;
    void rememberIntents(const Requests &written);
    void atPoints(const Requests &requests, bool before) const;

    const JournalOptions m_options;
    JournalShared *m_shared;
    SystemClock m_systemClock;
    JournalFile m_file;
    JournalWriter m_writer;
    QTimer m_groupTimer;
    QTimer m_retryTimer;
    QTimer m_changedTimer;
    QTimer m_removalTimer;
    QElapsedTimer m_sinceCommit;
    Requests m_kept; ///< could not be written, in order
    Requests m_waiting; ///< another program has the file; tried again before anything that is asked for later
    bool m_fileWasBusy = false; ///< why the last group was not written
    QElapsedTimer m_waitingSince;
    std::deque<asked::Prune> m_prunes; ///< the first one is being done, if there is m_removal
    std::unique_ptr<JournalRemoval> m_removal;
    using CallOfBatch = std::pair<quint64, CallId>;
    QList<CallOfBatch> m_intendedNow; ///< intents in the transaction that is open
    QSet<CallOfBatch> m_intended; ///< on disk with an intent, and without an outcome
    bool m_opened = false; ///< open() was tried
    bool m_ready = false;
    bool m_mustReopen = false;
    QList<HistoryCall> m_told; ///< calls of the last recovered()
};

} // namespace hangup
