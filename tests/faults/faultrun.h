// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "faults/watchedlog.h"
#include "plivo/hangupengine.h"
#include "session/intentrelay.h"
#include "store/journal.h"
#include "support/fakeclock.h"
#include "support/fakeserver.h"

#include <QMutex>
#include <QObject>
#include <QSet>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace hangup::test {

struct Trouble;

/// The engine's numbers for the suite: short deadlines, a window that has to be kept, no pauses, no proof.
EngineLimits faultLimits();
CallId faultId(int n);

/// An account of live calls on a scripted server, and the engine with a real journal that ends them.
class FaultRun : public QObject
{
    Q_OBJECT
public:
    explicit FaultRun(const EngineLimits &limits, int calls);
    ~FaultRun() override;

    /// Call @p index meets @p trouble once.
    void plant(int index, const Trouble &trouble);
    /// Ends all calls, and waits. False if that did not come to an end.
    bool endAll(std::chrono::milliseconds patience);
    /// Empty, or the first promise that was broken, in words.
    QString brokenPromise();

    QList<CallId> ids;
    FakeServer server;
    FakeServer elsewhere; ///< hears of nothing, whatever the other one says
    QList<CallResult> results;

private:
    std::optional<Answer> answer(const Request &request);
    void take(const EngineEvents &events);
    QString brokenCount() const;
    QString brokenClaim(const CallResult &result, const QList<Request> &deletes) const;
    QString brokenIntent(const CallResult &result, const QList<Request> &deletes) const;
    QString brokenWire(const QList<Request> &requests) const;
    QString brokenWindow() const;
    QString brokenRetryAfter() const;
    QString brokenJournal();

    QTemporaryDir m_folder;
    SystemClock m_clock;
    EngineLimits m_limits;
    std::unique_ptr<IntentRelay> m_relay;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<WatchedLog> m_log;
    std::unique_ptr<HangupEngine> m_engine;
    BatchInfo m_batch;
    int m_idles = 0;

    QMutex m_mutex; ///< of what the server's thread reads
    QSet<QByteArray> m_over; ///< calls that are not live any more
    QHash<QByteArray, std::shared_ptr<Trouble>> m_planted;
    QSet<QByteArray> m_met;
    int m_retryAfterMs = 0;
};

} // namespace hangup::test
