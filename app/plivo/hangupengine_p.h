// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/redactor.h"
#include "plivo/attempt.h"
#include "plivo/caution.h"
#include "plivo/eventbatcher.h"
#include "plivo/hangupengine.h"
#include "plivo/inflighttarget.h"
#include "plivo/inforeader.h"
#include "plivo/jobbook.h"
#include "plivo/livereader.h"
#include "plivo/lookclassifier.h"
#include "plivo/managerpool.h"
#include "plivo/pacer.h"
#include "plivo/proofseeker.h"
#include "plivo/readrequest.h"
#include "plivo/replyclassifier.h"
#include "plivo/retrypolicy.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTimer>

namespace hangup {

/// The engine's inside. A job's way:
///
///   queue -> pump(): begin() -> intent on disk -> send() -> Attempt -> answered()
///         -> settle(): outcome on disk -> tell(); or, after a 429, back into the queue;
///         or, without a verdict, into the queue for a look: look() -> Attempt -> looked()
///            -> gone: settle(); still there: back into the queue after a while, for another DELETE.
///
/// With a check (see CallCheck) begin() has the job look() before its DELETE, and send() once more if that took too
/// long; looked() -> objection: settle(); else into the queue for the DELETE. A dry run is settled instead.
///
/// Nothing calls pump() from within itself: whatever makes room asks for a turn() of the event loop. Events
/// leave in turn() and by the batcher's timer, so that a slot that calls the engine again finds it at rest.
///
/// A Job reference is not used after a settle…(): a log that answers at once takes the job away in it.
struct HangupEngine::Private
{
    using Ms = Clock::Ms;

    Private(HangupEngine *engine, const EngineLimits &l, Endpoint e, ManagerFactory m, IntentLog *i, const Clock *c);
    ~Private();

    // One turn (hangupengine.cpp, enginejobs.cpp)
    void askForTurn();
    void turn();
    void pump();
    bool mayBegin(const Job &job);
    bool hasRoomOnTheWire(const Job &job) const;
    bool mayRecord(const Job &job) const;
    void recordAhead();
    Ms waitFor(const Job &job, int others) const;
    void wakeIn(Ms wait);
    void flushEvents();

    // A job's DELETE (enginejobs.cpp)
    void begin(Job &job);
    void intentRecorded(const CallId &id, quint64 serial, IntentVerdict verdict);
    void send(Job &job);
    bool handOver(Job &job);
    void answered(const CallId &id, const ReplyFacts &facts);
    void settleAnswer(Job &job, const Verdict &verdict, Ms took);
    void withoutVerdict(Job &job, const Verdict &verdict, Ms took);
    void neverLeft(Job &job, const Verdict &verdict, Ms took);
    void waitAgain(Job &job, const Verdict &verdict, RequestKind kind, Ms took);

    // A job's look (enginelooks.cpp)
    void look(Job &job);
    void looked(const CallId &id, const ReplyFacts &facts);
    void notFound(Job &job, const InfoVerdict &verdict, Ms took);
    void foundLive(Job &job, const InfoVerdict &verdict, Ms took);
    void sendNext(Job &job, const InfoVerdict &verdict, Ms took);
    void settleGone(Job &job, const InfoVerdict &verdict, Ms took);
    void skip(Job &job, Reason objection, const InfoVerdict &verdict, Ms took);
    void unclear(Job &job, const InfoVerdict &verdict, Ms took);
    void settleUnclear(Job &job, const InfoVerdict &verdict, Ms took);
    Reason whyUnchecked(const Job &job, const Verdict &answer) const;
    InfoVerdict readLook(const Job &job, const ReplyFacts &facts, bool trusted) const;
    bool needsCheck(const Job &job) const;
    ReadRequest question(RequestKind kind, const CallId &id) const;

    // Its end (enginesettle.cpp)
    void settle(Job &job, const CallResult &result, LogEntry line);
    void settleUnsent(Job &job, Reason reason);
    void tell(const CallId &id, quint64 serial, const CallResult &result, const LogEntry &line, bool written);
    /// What an earlier batch of ours left unknown of an accepted call.
    void remember(const CallId &id);
    void stopWaiting(Reason reason);
    CallResult resultOf(const Job &job, Outcome outcome, Reason reason) const;
    CallResult unknownOf(const Job &job, Reason reason) const;
    RequestFact factOf(const Job &job, RequestKind kind) const;
    void recordAnswer(RequestFact fact, const Verdict &verdict, Ms took, std::optional<Outcome> outcome);

    // What may change (hangupengine.cpp)
    void setLimits(const EngineLimits &l);
    void setToken(const std::optional<AuthToken> &token);
    static RetryPolicy::Numbers retryNumbers(const EngineLimits &l);
    static ProofSeeker::Numbers proofNumbers(const EngineLimits &l);
    static LiveReader::Numbers readNumbers(const EngineLimits &l);

    // Holding back (enginepauses.cpp)
    void hold(const Verdict &verdict);
    void holdIfAsked(const Verdict &verdict);
    int keptForClicks() const;
    int extraForClicks() const;
    bool sleptSinceConfirmation(const Job &job) const;
    void pauseAfterSleep(const Job &job);
    bool pauseForLongWait();
    void pause(PauseReason reason, Ms time);
    void tellOwedPause();
    void goOn();

    // Proof (engineproof.cpp)
    void seek(const ProofTask &task);
    bool isProofPossible();
    bool mayAskProof();
    bool askOneProof();
    void endLateProof(bool untriedToo);
    void askProof(const ProofSeeker::Question &question);
    void proofAnswered(const ProofSeeker::Question &question, const ReplyFacts &facts);
    void tellProof(const std::optional<ProofSeeker::Finding> &finding);
    void endAllProof();
    void tellProofIdle();

    // Reading, and what it shares with proof (engineread.cpp)
    void pumpQuestions();
    bool mayRead();
    bool askOneRead();
    int mostQuestions() const;
    bool hasRoomForQuestion() const;
    int questionsCounted() const;
    void askRead(const LiveReader::Question &question);
    ReadRequest request(const LiveReader::Question &question) const;
    void listAnswered(const LiveReader::Question &question, const ReplyFacts &facts);
    void infoAnswered(const LiveReader::Question &question, const ReplyFacts &facts);
    bool putOffIfLimited(quint64 question, const Verdict &answer);
    void tellRead(const ReadEvents &told);
    void noteUse();
    void tellUse();

    /// Back to the pool; whether the answer may be trusted to be this request's own. Then the attempt is gone.
    bool giveBack(Attempt *attempt, const Verdict &verdict);
    qint64 wallMs() const { return clock->wall().count(); }
    int onTheWire() const { return static_cast<int>(attempts.size()) + questionsCounted(); }
    ManagerPool &managers();

    HangupEngine *const q;
    EngineLimits limits;
    Endpoint endpoint;
    Redactor redactor; ///< knows every token that the endpoint has had: an answer may quote an older one
    ManagerFactory factory;
    IntentLog *const log;
    const Clock *const clock;

    JobBook book;
    Pacer pacer;
    InFlightTarget target;
    RetryPolicy retry;
    Caution caution;
    ProofSeeker seeker;
    LiveReader reader;
    QRandomGenerator random;
    EventBatcher events;
    QTimer pacing; ///< the pacer lets the next one go, or the next one's time has come
    QTimer useTimer; ///< what was used of the account is looked at again
    ManagerPool *pool = nullptr; ///< child of q; made on the engine's thread
    QHash<CallId, Attempt *> attempts; ///< DELETEs and looks on their way; children of q
    QHash<quint64, Attempt *> proofAttempts; ///< questions for proof, by search; children of q
    QHash<quint64, Attempt *> readAttempts; ///< questions of the reader, by number; children of q
    QHash<CallId, QList<AttemptSpan>>
        unknownSpans; ///< of calls whose outcome was Unknown: a later batch may prove them
    std::optional<PauseReason> owedPause; ///< holds already; told in the next turn
    bool isPaused = false;
    bool longWaitAsked = false; ///< the user knows of the hold that there is
    bool turnAsked = false;
    bool flushNow = false;
    bool owesIdle = false;
    bool owesProofIdle = false;
    int proofsRecording = 0;
    bool readGoesFirst = false; ///< proof and background reading take turns
    qint64 heldUntilMs = 0; ///< UTC, of the latest hold
    AccountUse toldUse {};
    std::optional<Ms> proofSince; ///< no call has been in the way of proof since then
    bool saidNotWritten = false;
};

} // namespace hangup
