// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "domain/proof.h"

#include <QString>

#include <chrono>
#include <optional>

namespace hangup {

enum class CallDirection : quint8 {
    Unknown, ///< not told, or another word
    Inbound,
    Outbound,
};

/// Where Plivo had the call when it was asked.
enum class CallPhase : quint8 {
    Live,
    Queued, ///< not dialled yet
    Over, ///< it has a record (CDR)
};

/// What Plivo said of one call at one moment. Texts are cleaned, plain, at most 200 characters; what was not told or
/// could not be read is empty, never guessed.
struct CallInfo
{
    CallId id;
    CallPhase phase = CallPhase::Live;
    QString from {};
    QString to {};
    CallDirection direction = CallDirection::Unknown;
    QString status {}; ///< Plivo's word for a live or queued call: "in-progress", "ringing" …
    QString callerName {};
    std::optional<CallId> parent {}; ///< parent_call_uuid: the A leg, of a B leg
    std::optional<CallId> request {}; ///< request_uuid, where it is an id
    /// session_start, or a record's initiation_time; UTC, ms since 1970; 0: not told. A time without a zone is taken
    /// as UTC.
    qint64 startedAtMs = 0;
    CallRecord record {}; ///< of CallPhase::Over
    qint64 readAtMs = 0; ///< UTC, ms since 1970, by this machine's clock

    /// How long it has been, or was: of one that is over without an end time its record's duration. Nothing when the
    /// start isn't known or lies in the future: more than ClockTolerance ahead of @p nowMs; less is taken as 0. Never
    /// negative.
    std::optional<std::chrono::seconds> age(qint64 nowMs) const;
    /// Live and answered, as far as its status says: a word that isn't known counts as answered, because cutting off
    /// somebody who talks is the worse mistake.
    bool isAnswered() const;

    /// How far Plivo's clock and this machine's may lie apart.
    static constexpr std::chrono::seconds ClockTolerance { 120 };
    friend bool operator==(const CallInfo &, const CallInfo &) = default;
};

/// Whether both are told in both and the same: from and to of a call that was seen, and of the same id later.
bool sameNumbers(const CallInfo &a, const CallInfo &b);

} // namespace hangup
