// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "domain/intentlog.h"
#include "store/journalevent.h"

#include <QList>

#include <optional>
#include <utility>
#include <variant>

/// What the events say, to and from their JSON. Fields with the value they have by default are left out. No function
/// here ever sees a token.
namespace hangup::facts {

/// An attempt at a request that nobody has answered yet; calls are not named.
inline constexpr QLatin1StringView TargetRequest("request");

/// A call of an account.
struct AccountCall
{
    AuthId authId;
    CallId id;
};

JournalEvent batchEvent(const BatchInfo &batch, const QList<CallId> &ids);
JournalEvent intentEvent(const Intent &intent);
JournalEvent sentEvent(const RequestFact &fact);
JournalEvent answerEvent(const RequestFact &fact);
/// @p recovered: the program that should have written it is gone.
JournalEvent outcomeEvent(quint64 batch, const AuthId &authId, const CallResult &result, bool recovered);
JournalEvent proofEvent(quint64 batch, const AuthId &authId, const CallProof &proof);
JournalEvent noteEvent(quint64 batch, const QString &text);
/// The user has been told of these calls of these batches.
JournalEvent acknowledgement(const QList<std::pair<qint64, QString>> &calls);

/// What was removed, and what of it must be known for ever.
struct Checkpoint
{
    /// Number of the last event removed; all before are gone as well. 0: they were removed from another file, which
    /// this one was carried over from.
    qint64 last = 0;
    QByteArray hash {}; ///< its hash
    qint64 count = 0; ///< events that this removal took
    QByteArray exportSha256 {};
    qint64 removals = 1; ///< this one and those whose checkpoints it removed
    QList<AccountCall> doubts {}; ///< calls with an attempt without a verdict
};
JournalEvent checkpointEvent(const Checkpoint &checkpoint);
/// A checkpoint as it goes on in a new file, where the numbers of the old one mean other events: what was removed, by
/// which export, and what must be known for ever stay; it covers no event any more.
void carryOverCheckpoint(JournalEvent &event);

// Nothing when an event can't be read: it was changed by hand, or a newer program wrote it.
struct BatchFacts
{
    BatchInfo info;
    QList<CallId> ids {};
};
std::optional<BatchFacts> readBatch(const JournalEvent &event);
std::optional<AuthId> readAuthId(const JournalEvent &event);
/// Of an intent, a sent request or an answer.
std::optional<RequestFact> readRequest(const JournalEvent &event);
struct OutcomeFacts
{
    AuthId authId;
    CallResult result;
    bool recovered = false;
};
std::optional<OutcomeFacts> readOutcome(const JournalEvent &event);

/// What those events say that come for each call, and the batch before them.
using Said = std::variant<BatchFacts, RequestFact, OutcomeFacts, CallProof>;

std::optional<CallProof> readProof(const JournalEvent &event);
QString readNote(const JournalEvent &event);
QList<std::pair<qint64, QString>> readAcknowledgement(const JournalEvent &event);
std::optional<Checkpoint> readCheckpoint(const JournalEvent &event);

/// The inverse of words::reasonKey(); None for what is none.
Reason reasonFromKey(QStringView key);

} // namespace hangup::facts
