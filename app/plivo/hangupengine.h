// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/clock.h"
#include "domain/intentlog.h"
#include "domain/outcome.h"
#include "domain/secretbytes.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

class QNetworkAccessManager;

namespace hangup {

/// The engine's numbers. Given to the constructor so that tests are quick, and by setLimits().
struct EngineLimits
{
    using Ms = std::chrono::milliseconds;
    int windowRequests = 150; ///< requests in any `window`; 0 lifts the limit
    Ms window { 5000 };
    Ms silence { 10000 }; ///< per attempt: no byte for this long
    Ms total { 20000 }; ///< per attempt, in all
    Ms tunnel { 4000 }; ///< for a proxy to let the first TLS connection stand
    qint64 bodyCap = 64 * 1024; ///< bytes read of an answer; more is a broken answer, except after a 204
    int maxInFlight = 48;
    int maxPerManager = 6; ///< what Qt opens per host and manager over HTTP/1.1: nothing may queue inside Qt
    Ms retryAfterMax { 120000 }; ///< a longer Retry-After stops the batch with StoppedAfterLimit
    Ms holdWithoutRetryAfter { 5000 }; ///< a 429 that names no time holds the account for one window
    Ms sleepTolerance { 2000 }; ///< a machine that slept longer than this while calls waited pauses the batch
    Ms eventInterval { 33 }; ///< progressed() at most this often
};

/// Where and as whom. Without a token nothing is sent.
struct Endpoint
{
    ApiAddress address;
    AuthId authId;
    std::optional<AuthToken> token;
};

/// A confirmed batch. Built by Session only after the user's confirmation.
struct Order
{
    quint64 batch = 0;
    QList<CallId> ids; ///< in the user's order
    bool first = false; ///< a single click: goes before everything that waits
};

/// Makes the network for one manager: a real QNetworkAccessManager, or the practice network. Called on the engine's
/// thread.
using ManagerFactory = std::function<std::unique_ptr<QNetworkAccessManager>()>;

/// Why the engine holds back until resume() or stop().
enum class PauseReason : quint8 {
    Slept, ///< the machine slept while confirmed calls waited
};

struct CallAccepted
{
    quint64 batch;
    CallId id;
};
struct CallOnItsWay
{
    quint64 batch;
    CallId id;
    int attempt;
};
/// Back in the queue, after a 429.
struct CallWaitsAgain
{
    quint64 batch;
    CallId id;
};
struct CallFinished
{
    quint64 batch;
    CallResult result;
};
/// Exactly one per batch, after its last CallFinished.
struct BatchFinished
{
    quint64 batch;
    int calls;
};
/// The account is held until then (UTC ms), after a 429.
struct AccountHeld
{
    qint64 untilMs;
};
struct LogLine
{
    LogEntry entry;
};
using EngineEvent
    = std::variant<CallAccepted, CallOnItsWay, CallWaitsAgain, CallFinished, BatchFinished, AccountHeld, LogLine>;
using EngineEvents = QList<EngineEvent>;

/// Ends calls of one account: intent on disk, gate, send, classify, outcome on disk, then told.
///
/// Lives on the engine's thread (each entry point asserts it); call the slots through queued connections or
/// QMetaObject::invokeMethod. An id that is waiting or on its way is never accepted a second time: an order
/// that names it moves it to the front when `first` is set and otherwise leaves it alone. Every accepted id gets
/// exactly one CallFinished.
class HangupEngine : public QObject
{
    Q_OBJECT
public:
    /// @p log and @p clock must outlive the engine.
    HangupEngine(const EngineLimits &limits, Endpoint endpoint, ManagerFactory managers, IntentLog *log,
                 const Clock *clock, QObject *parent = nullptr);
    ~HangupEngine() override;

public Q_SLOTS:
    /// @p sleptWhenConfirmed: Clock::slept() at the confirmation; a larger value at a send pauses.
    void submit(const hangup::Order &order, std::chrono::milliseconds sleptWhenConfirmed);
    /// What is on its way finishes; what waits becomes NotSent (Stopped, or StoppedAfterLimit when its last answer was
    /// a 429).
    void stop();
    /// As stop(), and what is on its way is cut: Unknown (Aborted).
    void abort();
    /// Goes on after paused().
    void resume();
    /// The numbers for the attempts that come next; what is on its way keeps its deadlines, what waits keeps its
    /// order, and what was sent in the last window still counts. eventInterval and maxPerManager stay as they were.
    void setLimits(const hangup::EngineLimits &limits);
    /// The token for the attempts that come next. Without one, calls that wait are settled NotSent (NoToken) in turn.
    /// The rolling window and a hold go on: they are the account's.
    void setToken(const std::optional<hangup::AuthToken> &token);
    /// Something else that must never stand in a message or the log: a proxy's password.
    void learnSecret(const hangup::SecretBytes &secret);

Q_SIGNALS:
    /// What happened, in order, at most every eventInterval (the last one after a batch at once).
    void progressed(const hangup::EngineEvents &events);
    void paused(hangup::PauseReason reason, std::chrono::milliseconds slept, int waiting);
    /// Nothing waits and nothing is on its way; after the progressed() that said so.
    void idle();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
