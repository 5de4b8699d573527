// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practicestanding.h"

#include <array>

namespace hangup {

namespace {

using namespace std::chrono_literals;
using enum PracticeFate;
constexpr auto Forever = PracticeStanding::Forever;

// The first of them; what stands before is made up by its number.
constexpr quint8 FirstOfThem = 26;

// The places in the comments are what the column `parent` names.
constexpr std::array<PracticeStanding, StandingCallCount - FirstOfThem> Standing { {
    // 26 to 28: on the hotline, one of them still ringing
    { .age = 200s, .to = PracticeHotline, .name = u"Maya Lindqvist" },
    { .age = 41min, .to = PracticeHotline, .name = u"WIRELESS CALLER" },
    { .age = 12s, .ringsFor = 45s, .to = PracticeHotline, .name = u"Harbour Clinic" },
    // 29: to an emergency number
    { .age = 95s, .inbound = false, .to = PracticeEmergency, .name = u"Northgate Tickets" },
    // 30 and 31: an A leg and its B leg
    { .age = 22min, .name = u"Tomasz Okafor" },
    { .age = 22min, .inbound = false, .parent = 30 },
    // 32 to 34: an A leg and two B legs, of which one hangs up soon
    { .age = 2h, .name = u"Ines Marchetti" },
    { .fate = EndsByItself, .age = 118min, .endsAfter = 30s, .inbound = false, .parent = 32 },
    { .age = 117min, .inbound = false, .parent = 32 },
    // 35 and 36: a B leg whose A leg is gone
    { .age = 5h, .inbound = false, .parent = 36 },
    { .fate = Over, .age = 5h },
    // 37 and 38: an A leg whose only B leg hangs up soon
    { .age = 35min, .name = u"Devon Park" },
    { .fate = EndsByItself, .age = 34min, .endsAfter = 45s, .inbound = false, .parent = 37 },
    // 39 and 40: the same from and to, from a line that no other call uses
    { .age = 50min, .inbound = false, .from = "12125550150", .to = "13125550177" },
    { .age = 49min, .inbound = false, .from = "12125550150", .to = "13125550177" },
    // 41: rings and rings
    { .age = 7min, .ringsFor = Forever, .inbound = false },
    // 42 to 44: in the queue; the last one's request has an id of its own
    { .fate = Queued, .age = 20s, .inbound = false },
    { .fate = Queued, .age = 9min, .inbound = false },
    { .fate = Queued, .age = 3min, .inbound = false, .ownRequest = true },
    // 45: since the day before
    { .age = 30h + 12min + 5s, .name = u"Brightway Parcels" },
    // 46 to 49: what has to be borne
    { .age = 11min, .oddity = PracticeOddity::FieldsMissing },
    { .age = 11min, .oddity = PracticeOddity::StartsInFuture },
    { .fate = ListedOnly, .age = 14min, .oddity = PracticeOddity::NoCause },
    { .age = 26min, .oddity = PracticeOddity::OddFields },
} };

} // namespace

const PracticeStanding *practiceStanding(PracticePlace place)
{
    if (place.ticket != StandingCalls || place.place < FirstOfThem || place.place >= StandingCallCount)
        return nullptr;
    return &Standing.at(quint8(place.place - FirstOfThem));
}

} // namespace hangup
