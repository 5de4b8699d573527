// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clock.h"
#include "domain/history.h"
#include "domain/intentlog.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace hangup {

struct SchemaStep;

struct JournalOptions
{
    QString file; ///< journal.sqlite; its folder is made (0700), the file is 0600
    const Clock *clock = nullptr; ///< outlives the journal; for the journal's own events
    std::chrono::milliseconds retryEvery { 1000 }; ///< how often what could not be written is tried again
    /// How long intents wait for another program that has the file to itself, before they are told that nothing may be
    /// sent.
    std::chrono::milliseconds busyPatience { 30'000 };
    /// How long a start waits for another program that makes or mends the file at that moment.
    std::chrono::milliseconds openPatience { 1000 };
    /// Tests only: called on the journal's thread at named points ("before intent", "after intent" …) and with how a
    /// file is opened ("synchronous=NORMAL").
    std::function<void(const char *point)> atPoint {};
    QString pragmas {};
    QString uriQuery {}; ///< parameters of SQLite's file address: "vfs=unix-none"
    const QList<SchemaStep> *steps = nullptr; ///< the tables' versions; journalSteps() when null
};

/// What the last run, or one that is gone, left open: now each has an outcome with Reason::ProgramEnded. Unknown for
/// those with an intent and no answer; what an answer on disk said for the others; NotSent for those without an intent.
struct Recovery
{
    QList<HistoryCall> calls {}; ///< in the order of their batches; not acknowledged yet
    QList<QList<AttemptSpan>> attempts {}; ///< as many as calls; of an attempt without an answer, answeredMs is 0
    QList<EndTarget> targets {}; ///< as many as calls
};

/// The journal: append-only events in SQLite (WAL, synchronous=FULL), each with a hash chained to the one before. One
/// writer thread; what is asked for while a commit is on its way goes into the next one together. Several programs may
/// have one file open. All functions may be called from any thread; all `done` are called on the journal's thread,
/// exactly once, in order; but prune()'s may come later.
///
/// A call is under way in at most one program: recordIntent() takes a lease (account and call) that goes with the
/// call's outcome; it counts as long as its owner holds an OS lock on a file of its own, which the system lets go of
/// with the process.
class Journal final : public QObject, public IntentLog
{
    Q_OBJECT
public:
    explicit Journal(const JournalOptions &options, QObject *parent = nullptr);
    /// Writes what was asked for, as far as it can be written at once, closes, and joins the thread.
    ~Journal() override;

    /// Starts the thread and opens the file there. Not done by the constructor, so that whoever connects to the signals
    /// misses none; what is asked for before waits.
    void open();

    /// Before the first intent of a batch, with all its calls: those not sent when the program ends come back. Without
    /// it (or when it could not be written) intents of that batch are refused.
    void beginBatch(const BatchInfo &batch, const QList<CallId> &ids);
    void recordIntent(const Intent &intent, std::function<void(IntentVerdict)> done) override;
    void recordSent(const RequestFact &fact) override;
    void recordAnswer(const RequestFact &fact) override;
    void recordOutcome(quint64 batch, const AuthId &authId, const CallResult &result,
                       std::function<void(bool)> done) override;
    void recordProof(quint64 batch, const AuthId &authId, const CallProof &proof,
                     std::function<void(bool)> done) override;
    /// A note on a batch (0: on none): "paused", "the user went on".
    void note(quint64 batch, const QString &text);

    /// Soon nothing more comes: what is in SQLite's log is moved into the file on the journal's thread, so that the end,
    /// which would have to do it, waits for less. What comes all the same is written as ever.
    void prepareEnd();

    /// The user has been told what was left open: it is not told again.
    /// @p account: only what is of that account; nothing: all.
    void acknowledgeRecovery(const std::optional<AuthId> &account = std::nullopt);
    /// Removes the events of finished batches confirmed before @p beforeMs (UTC), leaving a checkpoint with the last
    /// removed hash, their number, and @p exportSha256 of the export that the user made of them. Done bit by bit, and
    /// others are served meanwhile. @p done: events removed, or nothing when it failed.
    void prune(qint64 beforeMs, const QByteArray &exportSha256, std::function<void(std::optional<qint64>)> done);

    JournalState state() const;

Q_SIGNALS:
    /// On the journal's thread; connect from elsewhere, queued.
    void stateChanged(const hangup::JournalState &state);
    /// Once after opening, if there is something to tell.
    void recovered(const hangup::Recovery &recovery);
    /// Something was written, by this program; at most every 200 ms.
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
