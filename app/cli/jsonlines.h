// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/callreading.h"
#include "domain/history.h"
#include "domain/outcome.h"
#include "domain/proof.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <optional>

/// What --json prints: one JSON object a line, UTF-8, the keys always the same and in the same order. Missing is null,
/// as in the exports.
namespace hangup::jsonlines {

/// A call's final word. @p proof: nothing unless it was waited for.
QByteArray call(const CallResult &result, std::optional<ProofState> proof);
/// What --dry-run says of a call: that it would be ended, or why it would be left out.
QByteArray wouldSend(const CallResult &result);
/// The last line.
QByteArray summary(const Tally &tally, std::chrono::milliseconds elapsed);
/// The last line of a dry run.
QByteArray drySummary(int wouldSend, int notSent, std::chrono::milliseconds elapsed);
/// A live or queued call; @p info: nothing was read. @p stuck: words::stuckKeys().
QByteArray liveCall(const CallId &id, const std::optional<CallInfo> &info, const QStringList &stuck, qint64 nowMs);
/// A call that was looked up. Its state: live, queued, over, not_found, unreadable.
QByteArray shownCall(const CallInfoRead &read, qint64 nowMs);
/// A call of the past: as call(), and batch, ticket and account. A batch's number is text: JSON's numbers lose digits
/// of 64 bits.
QByteArray historyCall(const HistoryCall &call);

/// An account: where its requests go, and where its token is: keychain, environment, asked_for, none_needed. Never the
/// token.
QByteArray account(const Account &account);

} // namespace hangup::jsonlines
