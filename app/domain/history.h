// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/outcome.h"
#include "domain/proof.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace hangup {

/// What the user says of a batch; free text, one line each, trimmed, at most 200 characters.
struct BatchWords
{
    static constexpr qsizetype MaxLength = 200;
    QString ticket {};
    QString reason {};
    /// Both made one line each, without control characters and bidi overrides, and cut.
    BatchWords cleaned() const;
};

/// One confirmed batch, as it is put on record before its first call.
struct BatchInfo
{
    quint64 batch = 0; ///< unique among all batches of all runs, see newBatchNumber()
    AuthId authId;
    QString accountName {};
    QString operatorName {}; ///< the system user
    BatchWords words {};
    qint64 atMs = 0; ///< UTC, ms since 1970, of the confirmation
    std::chrono::milliseconds monotonic { 0 };
};

/// A number that no other batch has: the time in ms, and 20 random bits. Fits SQLite's signed 64 bits.
quint64 newBatchNumber(qint64 nowUtcMs);

/// A batch of the past, or under way.
struct HistoryBatch
{
    BatchInfo info;
    Tally tally {}; ///< `waiting`: calls without an outcome
    int proven = 0; ///< calls whose proof is Proven
    qint64 finishedAtMs = 0; ///< UTC, of its last outcome; 0: none yet
};

/// One call in one batch.
struct HistoryCall
{
    BatchInfo batch;
    CallId id;
    std::optional<CallResult> result {}; ///< nothing: under way
    CallProof proof;
};

/// What the journal keeps, in the order it was written.
enum class EventKind : quint8 { Batch, Intent, Sent, Answer, Outcome, Proof, Note, Checkpoint };

/// One row of the journal, for "one call with every attempt".
struct HistoryEvent
{
    qint64 number = 0; ///< its place in the journal, from 1
    EventKind kind = EventKind::Note;
    qint64 atMs = 0; ///< UTC
    QString text {}; ///< in plain words, from words.h: "DELETE sent, attempt 2", "204 after 84 ms"
};

/// What to look for; empty fields let everything through. Texts match anywhere, case-insensitively.
struct HistoryQuery
{
    std::optional<quint64> batch {};
    QString uuid {}; ///< part of a call UUID
    QString ticket {};
    QString account {}; ///< part of the account's name or auth ID
    QList<Outcome> outcomes {}; ///< any of them; empty: all, and calls under way
    qint64 fromMs = 0; ///< batches confirmed then or later, UTC; 0: no bound
    qint64 toMs = 0; ///< … and before; 0: no bound
    int limit = 1000; ///< rows at most
    int offset = 0;
};

/// What a search brought; at most HistoryQuery::limit rows of `total`.
struct HistoryBatches
{
    QList<HistoryBatch> rows {}; ///< newest first
    int total = 0;
    bool failed = false;
};
struct HistoryCalls
{
    QList<HistoryCall> rows {}; ///< newest batch first, within it in the user's order
    int total = 0;
    bool failed = false;
};

/// An export of the journal: its file's content is made where it is read, so that a large one needs little memory.
enum class HistoryFormat : quint8 { Csv, Json };
struct HistoryExported
{
    bool written = false;
    qint64 calls = 0;
    QByteArray sha256 {}; ///< of the file, 32 bytes
    QString path {};
};

/// What a check of the journal's chain found.
struct JournalCheck
{
    enum class State : quint8 {
        Whole,
        Broken, ///< an event was changed, removed or put in
        Unreadable, ///< the file can't be read to its end
    };
    State state = State::Whole;
    qint64 events = 0; ///< checked and right
    qint64 brokenAt = 0; ///< number of the first event that is wrong; 0: none
    qint64 checkpoints = 0; ///< removals of old events that the user made, each on record
    qint64 removed = 0; ///< events they removed
    QString detail {}; ///< plain words for the support
};

/// Whether calls can be ended, as far as the journal is concerned.
struct JournalState
{
    enum class Kind : quint8 {
        Opening,
        Ready,
        NetworkDisk, ///< refused: SQLite's WAL does not work there
        Newer, ///< written by a newer Hangup: can be read, nothing can be ended
        NotWritable, ///< folder or file can't be written, or the disk is full
        InUse, ///< broken, and another Hangup still has it open: close it first
    };
    Kind kind = Kind::Opening;
    /// Got, but not on disk yet, and so not shown: written as soon as there is room. Without those that lose nothing
    /// (see IntentLog::recordOutcome()).
    int outcomesKept = 0;
    QString file {}; ///< the file's path
    QString detail {}; ///< the system's words, for the details
    // Told once, when it was opened:
    QString setAside {}; ///< the broken file's new name; empty: it was whole
    qint64 carriedOver = 0; ///< events read from it
    qint64 lost = 0; ///< events that could not be read, as far as known
    friend bool operator==(const JournalState &, const JournalState &) = default;
    bool canEnd() const { return (kind == Kind::Opening || kind == Kind::Ready) && outcomesKept == 0; }
};

} // namespace hangup
