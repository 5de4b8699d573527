// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practiceplace.h"

#include <array>

namespace hangup {

namespace {

// 60 bits of an id carry the place, mixed so that the ids look like any others; the other 62 free bits are a check
// sum, so that a foreign id is never taken for one of ours. Each step of the mixing can be undone.
constexpr quint64 Mask60 = (quint64(1) << 60) - 1;
constexpr quint64 Odd = 0x9e3779b97f4a7c15 & Mask60;
constexpr quint64 Salt = 0x0b5e55ed0ca11ed;

constexpr quint64 inverseOf(quint64 odd)
{
    quint64 inverse = odd;
    for (int i = 0; i < 6; ++i) // Newton's step doubles the number of right bits
        inverse *= 2 - odd * inverse;
    return inverse & Mask60;
}
static_assert(((Odd * inverseOf(Odd)) & Mask60) == 1);

constexpr quint64 mix(quint64 value)
{
    value ^= Salt & Mask60;
    for (int i = 0; i < 3; ++i) {
        value = (value * Odd) & Mask60;
        value ^= value >> 30; // its own inverse, as 30 is half of the 60 bits
    }
    return value;
}

constexpr quint64 unmix(quint64 value)
{
    for (int i = 0; i < 3; ++i) {
        value ^= value >> 30;
        value = (value * inverseOf(Odd)) & Mask60;
    }
    return value ^ (Salt & Mask60);
}
static_assert(unmix(mix(0x123456789abcdef)) == 0x123456789abcdef);

// SplitMix64's finaliser.
constexpr quint64 scramble(quint64 value)
{
    value += 0x9e3779b97f4a7c15;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

constexpr quint64 packed(PracticePlace place)
{
    return (quint64(place.ticket) << 8) | place.place;
}

QByteArray hex(quint64 value)
{
    return QByteArray::number(value, 16).rightJustified(16, '0');
}

QByteArray idText(PracticePlace place)
{
    const quint64 carried = mix(packed(place));
    const quint64 check = scramble(carried);
    const quint64 version = (check & 1) ? 0x1000 : 0x4000; // Plivo's ids are v1 and v4 mixed
    const quint64 high = ((carried >> 12) << 16) | version | (carried & 0xfff);
    const quint64 low = (check >> 2) | (quint64(1) << 63);
    const QByteArray digits = hex(high) + hex(low);
    return digits.left(8) + '-' + digits.mid(8, 4) + '-' + digits.mid(12, 4) + '-' + digits.mid(16, 4) + '-'
        + digits.mid(20);
}

constexpr std::array<PracticeFate, CallsPerTicket> TicketFates {
    PracticeFate::Stuck,        PracticeFate::Stuck,        PracticeFate::Over,     PracticeFate::Unreachable,
    PracticeFate::Limited,      PracticeFate::Unclear,      PracticeFate::Slow,     PracticeFate::ServerTrouble,
    PracticeFate::StaysLive,    PracticeFate::Refuses,      PracticeFate::Reset,    PracticeFate::Stuck,
    PracticeFate::NeverExisted, PracticeFate::EndsByItself, PracticeFate::VerySlow, PracticeFate::Queued,
};

} // namespace

CallId practiceCallId(PracticePlace place)
{
    const auto id = CallId::parse(QString::fromLatin1(idText(place)));
    Q_ASSERT(id); // the text is built in an id's shape, and its variant bit keeps it from being nil
    return *id;
}

std::optional<PracticePlace> practicePlace(const CallId &id)
{
    QByteArray digits = id.toLatin1();
    digits.replace('-', "");
    const quint64 high = digits.left(16).toULongLong(nullptr, 16);
    const quint64 value = unmix(((high >> 16) << 12) | (high & 0xfff));
    const PracticePlace place { quint32(value >> 8), quint8(value & 0xff) };
    const quint8 places = place.ticket == StandingCalls ? StandingCallCount : CallsPerTicket;
    if ((value >> 40) != 0 || place.place >= places || idText(place) != id.toLatin1())
        return std::nullopt;
    return place;
}

quint64 practiceNumber(PracticePlace place, quint64 salt)
{
    return scramble(scramble(packed(place)) ^ salt);
}

PracticeFate practiceFate(PracticePlace place)
{
    if (place.ticket != StandingCalls)
        return TicketFates.at(place.place);
    if (place.place < 3)
        return PracticeFate::Queued;
    if (place.place < 8)
        return PracticeFate::EndsByItself;
    return PracticeFate::Stuck;
}

std::chrono::seconds practiceAge(PracticePlace place)
{
    using namespace std::chrono_literals;
    static constexpr std::array<std::chrono::seconds, 12> ages { 9s, 48s, 4min, 17min, 52min, 2h,
                                                                 4h, 7h,  11h,  16h,   23h,   29h };
    const auto age = ages.at((place.place + practiceNumber({ place.ticket, 0 }, 1) % ages.size()) % ages.size());
    return age + std::chrono::seconds(practiceNumber(place, 2) % quint64(age.count() / 30 + 1));
}

std::chrono::seconds practiceEndsAfter(PracticePlace place)
{
    using namespace std::chrono_literals;
    // A ticket's call stays for five minutes, so that whoever practises meets it live or not, as in life.
    if (place.ticket != StandingCalls)
        return 5min;
    return 20s + std::chrono::seconds(practiceNumber(place, 3) % 900);
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
