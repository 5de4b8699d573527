// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "practice/practiceplace.h"

#include <chrono>

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
    ListedOnly, ///< on the list of live calls, and over when it is asked about
};

/// Whose call it is. An account doesn't know the calls of another.
enum class PracticeOwner : quint8 { First, Second };

PracticeFate practiceFate(PracticePlace place);
PracticeOwner practiceOwner(PracticePlace place);
/// How old the call was when the world began: seconds to 31 h; negative for one that begins later.
std::chrono::seconds practiceAge(PracticePlace place);
/// For EndsByItself: how long after the world began, or after the ticket was first seen.
std::chrono::seconds practiceEndsAfter(PracticePlace place);
/// How long it rings before somebody answers; a call that is over by then was never answered.
std::chrono::seconds practiceRingsFor(PracticePlace place);
/// For ServerTrouble and Reset: whether the call ended although nobody was told.
bool practiceEndsInTruth(PracticePlace place);
/// How long after a call's end its record (CDR) appears.
std::chrono::milliseconds practiceRecordDelay(PracticePlace place);
/// For a call that nobody here ended: whether it was the caller who hung up, not the callee.
bool practiceCallerEnds(PracticePlace place);

/// A call begins every so often. This many of those that came before the world began may still be there then.
inline constexpr std::chrono::seconds ArrivesEvery { 10 };
inline constexpr quint64 ArrivedBefore = 24;
/// No call that arrives lasts longer: none that the list has to look back for.
inline constexpr std::chrono::seconds ArrivalLastsAtMost = ArrivesEvery * qint64(ArrivedBefore);

} // namespace hangup
