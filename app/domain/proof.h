// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "domain/outcome.h"

#include <QList>
#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace hangup {

/// How far it is proven that an API request ended a call. Stands beside the outcome and never changes it.
enum class ProofState : quint8 {
    None, ///< not asked for
    NotYet, ///< being asked for, or there was no record in time: says nothing
    Proven, ///< "Plivo's record: ended by an API request", and one of our attempts fits
    EndedOtherwise, ///< there is a record, and it does not say that one of our requests ended it
    StillLive, ///< accepted, but still live (or queued)
    Gone, ///< not live and not queued any more; no record asked for or found
};

inline constexpr std::array AllProofStates { ProofState::None,           ProofState::NotYet,    ProofState::Proven,
                                             ProofState::EndedOtherwise, ProofState::StillLive, ProofState::Gone };

/// What is known of the end of one call, from the look and from Plivo's record (CDR).
struct CallProof
{
    CallId id;
    ProofState state = ProofState::None;
    bool isFinal = false; ///< nothing more will be asked by itself
    QString hangupSource {}; ///< Plivo's word, cleaned: "API Request", "Caller" …; empty: not told
    std::optional<int> causeCode {}; ///< hangup_cause_code
    QString causeName {}; ///< hangup_cause_name, cleaned
    qint64 endTimeMs = 0; ///< UTC, ms since 1970; 0: not told
    std::optional<std::chrono::seconds> duration {}; ///< call_duration
    qint64 checkedAtMs = 0; ///< UTC, ms since 1970, of the last answer that this rests on
    friend bool operator==(const CallProof &, const CallProof &) = default;
};

/// When one DELETE of ours was on its way; both ends UTC, ms since 1970.
struct AttemptSpan
{
    qint64 sentMs = 0;
    qint64 answeredMs = 0;
    friend bool operator==(const AttemptSpan &, const AttemptSpan &) = default;
};

/// A record of a finished call, as far as it was readable.
struct CallRecord
{
    QString hangupSource {};
    std::optional<int> causeCode {};
    QString causeName {};
    qint64 endTimeMs = 0; ///< 0: not told
    std::optional<std::chrono::seconds> duration {};
    friend bool operator==(const CallRecord &, const CallRecord &) = default;
};

/// What a record proves of a call that the look says is gone: Proven when its hangup_source is "API Request" and either
/// a 204 of ours (@p outcome Ended) or an end time within one of our attempts ties it to us; NotYet when the record
/// names no source; else EndedOtherwise. Records tell whole seconds and clocks differ a little: @p tolerance on both
/// sides of an attempt.
ProofState judgeRecord(const CallRecord &record, Outcome outcome, const QList<AttemptSpan> &attempts,
                       std::chrono::milliseconds tolerance = std::chrono::seconds(2));

/// A call whose proof is to be sought.
struct ProofTask
{
    quint64 batch = 0;
    CallId id;
    Outcome outcome = Outcome::Unknown;
    QList<AttemptSpan> attempts {};
};

} // namespace hangup
