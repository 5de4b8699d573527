// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practiceplace.h"

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

// Above the 40 bits of a place: whether it is the id of the request that asked for the call.
constexpr quint64 RequestBit = quint64(1) << 40;

QByteArray idText(quint64 value)
{
    const quint64 carried = mix(value);
    const quint64 check = scramble(carried);
    const quint64 version = (check & 1) ? 0x1000 : 0x4000; // Plivo's ids are v1 and v4 mixed
    const quint64 high = ((carried >> 12) << 16) | version | (carried & 0xfff);
    const quint64 low = (check >> 2) | (quint64(1) << 63);
    const QByteArray digits = hex(high) + hex(low);
    return digits.left(8) + '-' + digits.mid(8, 4) + '-' + digits.mid(12, 4) + '-' + digits.mid(16, 4) + '-'
        + digits.mid(20);
}

CallId idOf(quint64 value)
{
    const auto id = CallId::parse(QString::fromLatin1(idText(value)));
    Q_ASSERT(id); // the text is built in an id's shape, and its variant bit keeps it from being nil
    return *id;
}

// The place that @p id carries beside exactly @p kind.
std::optional<PracticePlace> placeIn(const CallId &id, quint64 kind)
{
    QByteArray digits = id.toLatin1();
    digits.replace('-', "");
    const quint64 high = digits.left(16).toULongLong(nullptr, 16);
    const quint64 value = unmix(((high >> 16) << 12) | (high & 0xfff));
    const PracticePlace place { quint32(value >> 8), quint8(value & 0xff) };
    if ((value & ~(RequestBit - 1)) != kind || place.place >= practicePlaceCount(place.ticket)
        || idText(value) != id.toLatin1())
        return std::nullopt;
    return place;
}

} // namespace

CallId practiceCallId(PracticePlace place)
{
    return idOf(packed(place));
}

std::optional<PracticePlace> practicePlace(const CallId &id)
{
    return placeIn(id, 0);
}

CallId practiceRequestId(PracticePlace place)
{
    return idOf(packed(place) | RequestBit);
}

std::optional<PracticePlace> practiceRequestPlace(const CallId &id)
{
    return placeIn(id, RequestBit);
}

quint64 practiceNumber(PracticePlace place, quint64 salt)
{
    return scramble(scramble(packed(place)) ^ salt);
}

} // namespace hangup
