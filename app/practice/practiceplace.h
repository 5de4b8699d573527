// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"

#include <chrono>
#include <optional>

namespace hangup {

/// How a call of the simulated world behaves.
enum class PracticeFate : quint8 {
    Stuck, ///< live until somebody ends it
    EndsByItself, ///< live, and over after a while
    Queued, ///< not dialled yet
    Over, ///< ended before anybody asked
    NeverExisted, ///< named in a ticket, unknown to the server
    Refuses, ///< a 400 to each attempt to end it
    Limited, ///< the first attempt starts a burst of 429
    ServerTrouble, ///< a 500 to the first attempt; every second such call has ended in truth
    Reset, ///< the connection is reset at the first attempt; every second such call has ended in truth
    StaysLive, ///< a 204 to each attempt, and live all the same
    Unclear, ///< for a while a 500 to each attempt and to each look
    Unreachable, ///< for a while no connection to end it comes about
    Slow, ///< ends after 2 to 3 s
    VerySlow, ///< ends after 7 s, still inside the engine's deadline of 10 s of silence
};

/// Which call of the world: the ticket that names it and its place there. A call's id is made from its place and
/// read back from the id, so that the world knows the calls of any ticket without a list.
struct PracticePlace
{
    quint32 ticket = 0; ///< StandingCalls for those that stand in no ticket
    quint8 place = 0;
    friend bool operator==(const PracticePlace &, const PracticePlace &) = default;
};

/// The "ticket" of the calls that stand in none.
inline constexpr quint32 StandingCalls = 0xffffffff;
/// Calls that a sample ticket names.
inline constexpr quint8 CallsPerTicket = 16;
/// Calls in no ticket; with the first ticket's there are some forty.
inline constexpr quint8 StandingCallCount = 26;

/// The id of a call of the world.
CallId practiceCallId(PracticePlace place);
/// The call that @p id names; nothing for an id that the world didn't make.
std::optional<PracticePlace> practicePlace(const CallId &id);
/// A well-mixed number that depends on @p place and @p salt alone.
quint64 practiceNumber(PracticePlace place, quint64 salt);

PracticeFate practiceFate(PracticePlace place);
/// How old the call was when the world began: seconds to 30 h.
std::chrono::seconds practiceAge(PracticePlace place);
/// For EndsByItself: how long after the world began.
std::chrono::seconds practiceEndsAfter(PracticePlace place);
/// For ServerTrouble and Reset: whether the call ended although nobody was told.
bool practiceEndsInTruth(PracticePlace place);
/// How long after a call's end its record (CDR) appears.
std::chrono::milliseconds practiceRecordDelay(PracticePlace place);
/// For a call that nobody here ended: whether it was the caller who hung up, not the callee.
bool practiceCallerEnds(PracticePlace place);

} // namespace hangup
