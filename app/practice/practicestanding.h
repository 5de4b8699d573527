// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "practice/practicefate.h"

#include <chrono>

namespace hangup {

/// What is odd in the details of a call: what a program that reads them has to bear.
enum class PracticeOddity : quint8 {
    None,
    FieldsMissing, ///< nothing but the id and the status
    StartsInFuture, ///< session_start lies two days ahead
    OddFields, ///< other types, words nobody knows, markup and a bidi override in the name
    NoCause, ///< its record has no hangup_* fields
};

/// A standing call that is there to show something; the others are made up by their number.
struct PracticeStanding
{
    PracticeFate fate = PracticeFate::Stuck;
    std::chrono::seconds age { 0 }; ///< when the world began
    std::chrono::seconds endsAfter { 0 }; ///< for EndsByItself: after the world began
    std::chrono::seconds ringsFor { 4 }; ///< Forever: nobody answers
    bool inbound = true;
    const char *from = nullptr; ///< null: made up, as for any call
    const char *to = nullptr;
    const char16_t *name = nullptr;
    quint8 parent = NoParent; ///< the place of its A leg
    PracticeOddity oddity = PracticeOddity::None;
    bool ownRequest = false; ///< outbound: its request has another id than the call

    static constexpr quint8 NoParent = 0xff;
    static constexpr std::chrono::seconds Forever = std::chrono::hours(1'000'000);
};

/// A hotline to protect: calls of the world and of each ticket go there.
inline constexpr const char *PracticeHotline = "18005550100";
/// And an emergency number, called by one of the standing calls.
inline constexpr const char *PracticeEmergency = "911";

/// The standing call at @p place; null for a place of any other kind.
const PracticeStanding *practiceStanding(PracticePlace place);

} // namespace hangup
