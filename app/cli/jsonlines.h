// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "domain/outcome.h"
#include "domain/proof.h"

#include <QByteArray>

#include <chrono>
#include <optional>

/// What --json prints: one JSON object a line, UTF-8, the keys always the same and in the same order. Missing is null,
/// as in the exports.
namespace hangup::jsonlines {

/// A call's final word. @p proof: nothing unless it was waited for.
QByteArray call(const CallResult &result, std::optional<ProofState> proof);
/// What --dry-run says of a call.
QByteArray wouldSend(const CallId &id);
/// The last line.
QByteArray summary(const Tally &tally, std::chrono::milliseconds elapsed);
/// A call of the past: as call(), and batch, ticket and account. A batch's number is text: JSON's numbers lose digits
/// of 64 bits.
QByteArray historyCall(const HistoryCall &call);

} // namespace hangup::jsonlines
