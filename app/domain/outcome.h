// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"

#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace hangup {

/// What became of a call that was accepted for ending. Every accepted call gets exactly one.
/// Only a 204 is Ended; what we don't know is Unknown.
enum class Outcome : quint8 {
    Ended, ///< 204
    NotLive, ///< 404 with a JSON object, no earlier attempt of ours without a verdict
    NotLiveMaybeUs, ///< the same after an attempt of ours without a verdict
    Refused, ///< 400, 401, 403, 405, 409, 422, other 4xx
    Unknown, ///< sent, no verdict
    NotSent, ///< no attempt that could have ended it left this machine: never sent, or last answered with a 429
};
inline constexpr std::array AllOutcomes { Outcome::Ended,   Outcome::NotLive, Outcome::NotLiveMaybeUs,
                                          Outcome::Refused, Outcome::Unknown, Outcome::NotSent };

/// Why an outcome is Unknown, NotSent or Refused. None for the others.
enum class Reason : quint8 {
    None,
    // Unknown
    Silence, ///< no byte for the silence deadline
    TooLate, ///< no complete answer within the total deadline
    ConnectionLost, ///< closed or reset without a complete answer
    BrokenAnswer, ///< not HTTP, or cut off
    ServerTrouble, ///< 5xx
    Redirected, ///< 3xx, never followed
    OddStatus, ///< 1xx, 2xx other than 204, 0
    NotFromPlivo, ///< 404 without a JSON object: perhaps a proxy's
    Aborted, ///< cancelled on the way
    ProgramEnded, ///< Hangup ended (crash, power, log-out) before an answer came; with NotSent: before its turn
    // NotSent
    HostNotFound, ///< DNS
    ConnectionRefused,
    CertificateRejected, ///< TLS handshake or certificate
    ProxyTrouble, ///< the proxy could not be reached or did not let it through
    ProxyLoginNeeded, ///< the proxy asks for a login, or for another one
    Stopped, ///< the user pressed Stop while it waited
    StoppedAfterLimit, ///< stopped while waiting after a 429
    CredentialsRejected, ///< a 401 stopped the batch before its turn
    NotPermitted, ///< a 403 stopped the batch before its turn
    ConnectionUnsafe, ///< a TLS or proxy failure stopped the batch before its turn
    NoToken, ///< there is no auth token for this account
    JournalNotWritable, ///< the intent could not be put on disk
    UnderWayElsewhere, ///< another Hangup of this user is ending this very call
    // NotSent by a check before the end, or by the user's own choice
    OverAlready, ///< a check found it over: nobody was cut off by us
    NumbersChanged, ///< a check found other numbers than the user saw
    NumberProtected, ///< from or to is a protected number
    NumbersUnread, ///< there are protected numbers, and its own could not be read
    CheckUnclear, ///< the check got no clear answer
    NeedsAnotherStep, ///< young, or an answered inbound call, and nobody said that it may be ended all the same
    DryRun, ///< everything but the DELETE was done
    GateRefused, ///< the last gate before the send said no: a defect, never the user's doing
};

/// Where a listed call stands.
enum class CallState : quint8 {
    Listed, ///< in the list; nobody asked to end it yet
    Waiting, ///< accepted, not on its way (queued, paced, or held after a 429)
    OnItsWay, ///< handed to the wire
    Looking, ///< after an attempt without a verdict: being asked for whether it is still live
    Done, ///< has an outcome
};

/// The final word on one call in one batch.
struct CallResult
{
    CallId id;
    Outcome outcome = Outcome::Unknown;
    Reason reason = Reason::None;
    int httpStatus = 0; ///< 0: none
    int attempts = 0; ///< DELETEs handed to the wire
    QString apiId {}; ///< Plivo's api_id, or empty
    QString message {}; ///< Plivo's own words, cleaned, at most 200 characters, plain text
    qint64 startedAtMs = 0; ///< UTC, ms since 1970, of the first attempt; 0: never started
    qint64 finishedAtMs = 0; ///< UTC, ms since 1970
    std::chrono::milliseconds elapsed { 0 }; ///< first attempt to outcome, by the monotonic clock
};

/// One line of the log: an attempt's answer, a call's outcome without an attempt, or a note on the batch.
struct LogEntry
{
    enum class Kind : quint8 { Answer, NotSent, Note };
    Kind kind = Kind::Note;
    qint64 atMs = 0; ///< UTC, ms since 1970
    std::optional<CallId> id;
    QString sent {}; ///< "DELETE Call", or empty
    int httpStatus = 0; ///< 0: none
    std::optional<Outcome> outcome {}; ///< nothing for a note, or for a 429 (the call waits)
    Reason reason = Reason::None;
    QString text {}; ///< outcome in words, or the note; from words.h
    QString message {}; ///< Plivo's own words, cleaned
    QString apiId;
    qint64 elapsedMs = -1; ///< -1: none
};

/// How many calls stand where. Listed calls are not accepted yet; the rest adds up to accepted().
struct Tally
{
    std::array<int, AllOutcomes.size()> outcomes {};
    int waiting = 0; ///< Waiting and OnItsWay
    int listed = 0;

    int &operator[](Outcome o) { return outcomes[static_cast<std::size_t>(o)]; }
    int operator[](Outcome o) const { return outcomes[static_cast<std::size_t>(o)]; }
    int notLiveBoth() const { return (*this)[Outcome::NotLive] + (*this)[Outcome::NotLiveMaybeUs]; }
    int done() const;
    int accepted() const { return done() + waiting; }
    int all() const { return accepted() + listed; }
    friend bool operator==(const Tally &, const Tally &) = default;
};

} // namespace hangup
