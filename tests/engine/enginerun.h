// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "plivo/hangupengine.h"
#include "plivo/proxylogins.h"
#include "support/fakeclock.h"
#include "support/fakeserver.h"
#include "support/memorylog.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace hangup::test {

/// Whether the product's assertions stop the program: in a debug build of it, which the sanitized one is (the preset asan
/// says so to tests that were built without).
bool assertionsAreOn();
/// Another id for each @p n.
CallId callId(int n);
QList<CallId> callIds(int count, int from = 1);
AuthId testAuthId();
AuthToken testToken();
/// The engine's numbers with deadlines that a busy machine keeps (a test of a server that is silent shortens them), no
/// rate limit, no pauses but after sleep and a long Retry-After, and no proof.
EngineLimits quickLimits();
/// The same, one request after the other.
EngineLimits oneByOne();

/// An engine over a scripted server (which has no clear answer to looks until told), a log in memory and a clock that
/// can be put to sleep; and what came of it.
class EngineRun : public QObject
{
    Q_OBJECT
public:
    explicit EngineRun(const EngineLimits &limits = quickLimits(), std::optional<TlsIdentity> tls = {});
    /// Against an address where no server of ours is.
    EngineRun(const EngineLimits &limits, const ApiAddress &address);
    ~EngineRun() override;

    /// A new batch, confirmed now. Its number.
    quint64 submit(const QList<CallId> &ids, bool first = false);
    /// The same, of calls with an attempt without a verdict before.
    quint64 submitLookFirst(const QList<CallId> &ids);
    quint64 submitOrder(Order order);
    /// Until idle(); false after @p patience.
    bool waitIdle(Ms patience = Ms(20'000));
    /// Until the server has had no request for @p quiet; false after ten seconds.
    bool waitQuiet(Ms quiet = Ms(300));
    /// Until proofIdle(); false after @p patience.
    bool waitProof(Ms patience = Ms(20'000));
    /// What looks at every call say from now on: live, queued, or neither.
    void setLive(bool live, bool queued = false);
    /// Submits and waits. The one result of a call that is alone in its batch.
    CallResult endOne(const CallId &id);

    CallResult result(const CallId &id) const;
    /// The latest proof told of it.
    CallProof proof(const CallId &id) const;
    int count(Outcome outcome) const;
    int total() const { return static_cast<int>(results.size()); }
    /// "ended 3, unknown 1": outcomes that occurred.
    QString outcomes() const;
    template <typename Event>
    QList<Event> eventsOf() const
    {
        QList<Event> found;
        for (const EngineEvent &event : events) {
            if (const auto *e = std::get_if<Event>(&event))
                found.append(*e);
        }
        return found;
    }
    /// Log lines about @p id.
    QList<LogEntry> lines(const CallId &id) const;
    /// Empty when every promise was kept (to be asked when idle): only allowed lines were on the wire; at most one
    /// DELETE an attempt and an intent, each after its intent was written; what is called ended was answered 204, and
    /// what was answered 204 is not called anything that denies it; one outcome for each accepted call, in order after
    /// its other events, recorded and logged; batches add up. Else the first one broken, in words.
    QString brokenPromise() const;

    std::unique_ptr<FakeServer> server;
    MemoryLog log;
    const std::shared_ptr<ProxyLogins> logins = std::make_shared<ProxyLogins>();
    SleepyClock clock;
    std::unique_ptr<HangupEngine> engine;
    EngineEvents events;
    QList<int> runs; ///< sizes of progressed()
    QList<qint64> runTimes; ///< ms, monotonic
    QList<CallResult> results;
    QList<Pause> pauses;
    int idles = 0;
    int proofIdles = 0;

private:
    void make(const EngineLimits &limits, const ApiAddress &address);
    void take(const EngineEvents &run);
    QString brokenOnTheWire() const;
    QString brokenIntents() const;
    QString brokenClaims() const;
    QString brokenOrder() const;

    quint64 m_batch = 0;
};

} // namespace hangup::test
