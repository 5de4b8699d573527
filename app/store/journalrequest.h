// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "domain/intentlog.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <variant>

/// What the journal is asked for, as it waits for the journal's thread.
namespace hangup::asked {

struct Batch
{
    BatchInfo info;
    QList<CallId> ids {};
};
struct Intent
{
    hangup::Intent intent;
    std::function<void(IntentVerdict)> done {};
};
struct Sent
{
    RequestFact fact;
};
struct Answer
{
    RequestFact fact;
};
struct Outcome
{
    quint64 batch = 0;
    AuthId authId;
    CallResult result;
    std::function<void(bool)> done {}; ///< null: answered already
};
struct Proof
{
    quint64 batch = 0;
    AuthId authId;
    CallProof proof;
    std::function<void(bool)> done {}; ///< null: answered already
};
struct Note
{
    quint64 batch = 0;
    QString text {};
};
struct Acknowledge
{
    std::optional<AuthId> account {}; ///< nothing: all
};
struct Prune
{
    qint64 beforeMs = 0;
    QByteArray exportSha256 {};
    std::function<void(std::optional<qint64>)> done {};
};

using Request = std::variant<Batch, Intent, Sent, Answer, Outcome, Proof, Note, Acknowledge, Prune>;

} // namespace hangup::asked
