// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"

#include <optional>

namespace hangup {

/// Which call of the world: the ticket that names it and its place there. A call's id is made from its place and
/// read back from the id, so that the world knows the calls of any ticket without a list.
struct PracticePlace
{
    quint32 ticket = 0; ///< or one of the groups below
    quint8 place = 0;
    friend bool operator==(const PracticePlace &, const PracticePlace &) = default;
};

/// The "ticket" of the calls that stand in none and are there from the start.
inline constexpr quint32 StandingCalls = 0xffffffff;
/// The same of the second account.
inline constexpr quint32 SecondStandingCalls = 0xfffffffe;
/// Calls that begin while the world is watched: the nth has the ticket ArrivingCalls + n / 256, and the place n % 256.
/// They would take years to reach the last.
inline constexpr quint32 ArrivingCalls = 0xfff00000;
inline constexpr quint32 ArrivingCallsEnd = 0xfff10000;
/// Calls that a sample ticket names.
inline constexpr quint8 CallsPerTicket = 16;
/// Calls in no ticket; with the first ticket's and those that arrive there are some seventy.
inline constexpr quint8 StandingCallCount = 50;
inline constexpr quint8 SecondStandingCallCount = 9;

constexpr bool isArriving(PracticePlace place)
{
    return place.ticket >= ArrivingCalls && place.ticket < ArrivingCallsEnd;
}
constexpr quint64 arrivalNumber(PracticePlace place)
{
    return quint64(place.ticket - ArrivingCalls) * 256 + place.place;
}
constexpr PracticePlace arrivalPlace(quint64 number)
{
    return { ArrivingCalls + quint32(number / 256), quint8(number % 256) };
}

/// How many places a ticket or group has.
constexpr quint16 practicePlaceCount(quint32 ticket)
{
    if (ticket == StandingCalls)
        return StandingCallCount;
    if (ticket == SecondStandingCalls)
        return SecondStandingCallCount;
    return isArriving({ ticket, 0 }) ? 256 : CallsPerTicket;
}

/// The id of a call of the world.
CallId practiceCallId(PracticePlace place);
/// The call that @p id names; nothing for an id that the world didn't make, and for one of a request.
std::optional<PracticePlace> practicePlace(const CallId &id);

/// The id of the request that asked for the call, where it is another than the call's.
CallId practiceRequestId(PracticePlace place);
/// The call that the request @p id asked for; nothing for any other id.
std::optional<PracticePlace> practiceRequestPlace(const CallId &id);

/// A well-mixed number that depends on @p place and @p salt alone.
quint64 practiceNumber(PracticePlace place, quint64 salt);

} // namespace hangup
