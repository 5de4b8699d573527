// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practicefate.h"

#include "practice/practicestanding.h"

#include <algorithm>
#include <array>

namespace hangup {

using namespace std::chrono_literals;

namespace {

constexpr std::array<PracticeFate, CallsPerTicket> TicketFates {
    PracticeFate::Stuck,        PracticeFate::Stuck,        PracticeFate::Over,     PracticeFate::Unreachable,
    PracticeFate::Limited,      PracticeFate::Unclear,      PracticeFate::Slow,     PracticeFate::ServerTrouble,
    PracticeFate::StaysLive,    PracticeFate::Refuses,      PracticeFate::Reset,    PracticeFate::Stuck,
    PracticeFate::NeverExisted, PracticeFate::EndsByItself, PracticeFate::VerySlow, PracticeFate::Queued,
};

// Of each second ticket one id is a call of the second account; of the others nobody knows it.
constexpr quint8 ElsewherePlace = 12;
bool isElsewhere(PracticePlace place)
{
    return practicePlaceCount(place.ticket) == CallsPerTicket && place.place == ElsewherePlace && place.ticket % 2 == 0;
}

// Every fifth call that arrives is answered by nobody.
bool isUnanswered(PracticePlace arriving)
{
    return arrivalNumber(arriving) % 5 == 3;
}

std::chrono::seconds between(PracticePlace place, quint64 salt, std::chrono::seconds least, std::chrono::seconds most)
{
    const auto range = quint64((most - least).count() + 1);
    return least + std::chrono::seconds(practiceNumber(place, salt) % range);
}

std::chrono::seconds arrivalLasts(PracticePlace arriving)
{
    return isUnanswered(arriving) ? between(arriving, 8, 15s, 40s) : between(arriving, 8, 35s, ArrivalLastsAtMost);
}

PracticeFate standingFate(quint8 place)
{
    if (place < 3)
        return PracticeFate::Queued;
    return place < 8 ? PracticeFate::EndsByItself : PracticeFate::Stuck;
}

} // namespace

PracticeFate practiceFate(PracticePlace place)
{
    if (const PracticeStanding *standing = practiceStanding(place))
        return standing->fate;
    if (isArriving(place))
        return PracticeFate::EndsByItself;
    if (place.ticket == StandingCalls)
        return standingFate(place.place);
    if (place.ticket == SecondStandingCalls)
        return place.place == 0 ? PracticeFate::Queued : PracticeFate::Stuck;
    return isElsewhere(place) ? PracticeFate::Stuck : TicketFates.at(place.place);
}

PracticeOwner practiceOwner(PracticePlace place)
{
    return place.ticket == SecondStandingCalls || isElsewhere(place) ? PracticeOwner::Second : PracticeOwner::First;
}

std::chrono::seconds practiceAge(PracticePlace place)
{
    if (const PracticeStanding *standing = practiceStanding(place))
        return standing->age;
    if (isArriving(place))
        return ArrivalLastsAtMost - ArrivesEvery * qint64(arrivalNumber(place));
    // A queue of hours would be none.
    static constexpr std::array<std::chrono::seconds, 3> queued { 15s, 95s, 7min };
    if (practiceFate(place) == PracticeFate::Queued) {
        const quint32 ticket = practicePlaceCount(place.ticket) == CallsPerTicket ? place.ticket + 1 : 0;
        return queued.at((place.place + ticket) % queued.size());
    }
    static constexpr std::array<std::chrono::seconds, 12> ages { 9s, 48s, 4min, 17min, 52min, 2h,
                                                                 4h, 7h,  11h,  16h,   23h,   29h };
    const auto age = ages.at((place.place + practiceNumber({ place.ticket, 0 }, 1) % ages.size()) % ages.size());
    const auto drawn = age + std::chrono::seconds(practiceNumber(place, 2) % quint64(age.count() / 30 + 1));
    // Over a minute before the world began, and it had lasted.
    return practiceFate(place) == PracticeFate::Over ? std::max<std::chrono::seconds>(drawn, 4min) : drawn;
}

std::chrono::seconds practiceEndsAfter(PracticePlace place)
{
    if (const PracticeStanding *standing = practiceStanding(place))
        return standing->endsAfter;
    if (isArriving(place))
        return arrivalLasts(place) - practiceAge(place);
    // A ticket's call stays for five minutes, so that whoever practises meets it live or not, as in life.
    if (place.ticket != StandingCalls)
        return 5min;
    return 20s + std::chrono::seconds(practiceNumber(place, 3) % 900);
}

std::chrono::seconds practiceRingsFor(PracticePlace place)
{
    if (const PracticeStanding *standing = practiceStanding(place))
        return standing->ringsFor;
    if (!isArriving(place))
        return 4s;
    return isUnanswered(place) ? PracticeStanding::Forever : between(place, 9, 3s, 15s);
}

bool practiceEndsInTruth(PracticePlace place)
{
    return ((place.ticket + (practiceFate(place) == PracticeFate::Reset ? 1 : 0)) & 1) == 0;
}

std::chrono::milliseconds practiceRecordDelay(PracticePlace place)
{
    return std::chrono::milliseconds(2000 + practiceNumber(place, 7) % 4000);
}

bool practiceCallerEnds(PracticePlace place)
{
    return place.place % 2 == 1;
}

} // namespace hangup
