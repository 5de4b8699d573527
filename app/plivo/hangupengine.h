// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/callreading.h"
#include "domain/clock.h"
#include "domain/cutoff.h"
#include "domain/intentlog.h"
#include "domain/outcome.h"
#include "domain/pause.h"
#include "domain/proof.h"
#include "domain/secretbytes.h"
#include "plivo/readevents.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

class QNetworkAccessManager;

namespace hangup {

namespace test {
struct EngineInside;
}

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
    Ms retryAfterMax { 120000 }; ///< a longer Retry-After pauses the batch (PauseReason::LongWait)
    Ms holdWithoutRetryAfter { 5000 }; ///< a 429 that names no time holds the account for one window
    Ms sleepTolerance { 2000 }; ///< a machine that slept longer than this while calls waited pauses the batch
    Ms eventInterval { 33 }; ///< progressed() at most this often
    int reservedForClicks
        = 5; ///< places of the window that only an Order::first may take (a window of 10 or less: none)
    // Retries
    int maxAttempts = 4; ///< DELETEs an id and batch, those answered by a 429 (the call only waits) left out
    Ms backoffBase { 1000 }; ///< before retry n (from 0): random in 0 … min(backoffMax, backoffBase x 2^n)
    Ms backoffMax { 20000 };
    int retryBudget = 500; ///< tokens for an account; without enough of them nothing is retried
    int retryCost = 5;
    int timeoutCost = 10; ///< of a retry after a timeout
    int cleanAnswerGain = 1;
    int unknownInARow = 5; ///< attempts without a verdict in a row pause the batch; 0: never
    int firstAnswersMissing = 5; ///< so many first answers that are all 404 pause the batch; 0: never
    quint32 jitterSeed = 0; ///< 0: a random one
    /// A DELETE that leaves later than this after its check waits for another one; sleep counts, and two windows are
    /// always granted.
    Ms checkGoodFor { 10000 };
    // Proof
    Ms proofFor { 600000 }; ///< after a call's outcome (one round of questions at least); 0: none is sought by itself
    Ms proofFirst { 1000 }; ///< before the first question, then twice as long each time …
    Ms proofLongest { 60000 }; ///< … up to this
    // Reading
    qint64 listCap = 8 * 1024 * 1024; ///< bodyCap of a list of calls; 100,000 ids are 4 MB
    Ms readAgain { 1000 }; ///< before a question without a clear answer is asked again, then twice as long
    Ms useInterval { 250 }; ///< AccountUse at most this often; 0: never
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
    /// Those with an attempt without a verdict before: a DELETE is sent only after a look found them live or queued.
    QSet<CallId> lookFirst {};
    /// When earlier attempts of theirs were on their way, as far as known: an end within one of them is ours too.
    QHash<CallId, QList<AttemptSpan>> earlier {};
    /// Every call is looked at right before its DELETE; what is over, or has other numbers than in `seen`, is skipped:
    /// NotSent with a reason (see CallCheck).
    bool check = false;
    /// What the user saw of a call, where anything; only its from and to count.
    QHash<CallId, CallInfo> seen {};
    /// A call of a protected number is never ended: with any of them every call is checked, whatever `check` says.
    CutOffRules cutOff {};
    /// A check leaves out young and answered inbound calls, but for those in `flaggedToo`: NotSent (NeedsAnotherStep).
    bool leavesFlaggedOut = false;
    QSet<CallId> flaggedToo {};
    /// The ids are those of requests that nobody has answered yet. There is no looking at them: with protected numbers
    /// they are not sent, and what is unknown stays so.
    EndTarget target = EndTarget::Call;
    /// Everything but the DELETE, without an intent: whatever would have been sent is NotSent (DryRun).
    bool dryRun = false;

    bool isChecked() const { return check || !cutOff.protectedNumbers.isEmpty(); }
};

/// Makes the network for one manager: a real QNetworkAccessManager, or the practice network. Called on the engine's
/// thread.
using ManagerFactory = std::function<std::unique_ptr<QNetworkAccessManager>()>;

/// Each of them gets one CallFinished. An order's ids that had a job already are not among them.
struct CallsAccepted
{
    quint64 batch;
    QList<CallId> ids;
};
struct CallOnItsWay
{
    quint64 batch;
    CallId id;
    int attempt;
};
/// Asked for whether it is still live: after an attempt without a verdict, or by its check.
struct CallLooked
{
    quint64 batch;
    CallId id;
};
/// Back in the queue: after a 429, after its check, or before another attempt or check.
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
/// The account is held until then (UTC ms), after a 429, or a 5xx that named a time.
struct AccountHeld
{
    qint64 untilMs;
};
/// On disk already. Comes more than once for a call, until CallProof::isFinal.
struct ProofFound
{
    quint64 batch;
    CallProof proof;
};
struct LogLine
{
    LogEntry entry;
};
using EngineEvent
    = std::variant<CallsAccepted, CallOnItsWay, CallLooked, CallWaitsAgain, CallFinished, BatchFinished, AccountHeld,
                   ProofFound, LogLine, CallListRead, CallInfoRead, ReadingFinished, AccountUse>;
using EngineEvents = QList<EngineEvent>;

/// Ends calls of one account: intent on disk, gate, send, classify, look and retry, outcome on disk, then told. After
/// the calls, at low priority, their proof, and what is read of live calls.
///
/// Lives on the engine's thread (each entry point asserts it); call the slots through queued connections or
/// QMetaObject::invokeMethod. An id that is waiting or on its way is never accepted a second time: an order
/// that names it moves it to the front when `first` is set, has it checked by its own rules when it wants that, and
/// otherwise leaves it alone; a dry run always does. Every accepted id gets exactly one CallFinished.
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
    /// A batch of @p calls will be submitted if nothing comes in between: as many TLS connections as it can use are
    /// opened, and nothing is sent over them. Nothing without a token, behind a proxy, or over plain http.
    void connectAhead(int calls);
    /// What is on its way finishes; what waits gets its outcome: NotSent (@p why, or StoppedAfterLimit when its last
    /// answer was a 429) if no attempt of it can have ended it, else Unknown. Proof goes on.
    void stop(hangup::Reason why = hangup::Reason::Stopped);
    /// As stop(), and what is on its way is cut: Unknown (Aborted).
    void abort();
    /// Goes on after paused().
    void resume();
    /// Never pauses by itself for UnknownInARow and NoneFound while on.
    void setKeepGoing(bool on);
    /// Asks for the proof of calls that had their outcome before (GETs only), after all calls that wait.
    void seekProof(const QList<hangup::ProofTask> &tasks);
    /// Lets go of all proof that is sought: what is known stays, final. ProofFound for each.
    void stopProof();
    /// Reads the lists of live and queued calls, then each call's details in the background: CallListRead, CallInfoRead
    /// for each call that is not known, and exactly one ReadingFinished. A reading that is under way ends; @p read says
    /// what becomes of its details. @p reading: the caller's number for it. GETs only, through the account's pace: they
    /// wait for calls that are being ended, and the background takes at most half of the share.
    void readCalls(quint64 reading, const hangup::LiveFilter &filter,
                   hangup::DetailsRead read = hangup::DetailsRead::AskAgain);
    /// Reads details of calls, in this order. Wanted: in any case, and also as queued calls and records; exactly one
    /// CallInfoRead each, however often it is asked for while it waits. Sight and Sort: these are in view, or needed
    /// for the order, now (earlier ones fall back to Rest); no CallInfoRead for what the reading knows.
    void readDetails(const QList<hangup::CallId> &ids, hangup::ReadUrgency urgency);
    /// Nobody waits for these any more: those that are not on the wire yet get no CallInfoRead, unless the reading
    /// needs them.
    void stopDetails(const QList<hangup::CallId> &ids);
    /// Ends the reading and all details but those that are Wanted.
    void stopReading();
    /// Another part of the program is about to send a request for this account: it counts in the window. False: the
    /// account is held, and it must not.
    bool admitRequest();
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
    void paused(const hangup::Pause &pause);
    /// No call waits and none is on its way; after the progressed() that said so. Proof may still be sought.
    void idle();
    /// No proof is sought any more; after the progressed() that said so.
    void proofIdle();

private:
    friend struct test::EngineInside; ///< tests that the last step before the wire says no by itself
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
