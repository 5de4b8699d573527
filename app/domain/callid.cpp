// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/callid.h"

#include <array>

namespace hangup {

namespace {

/// Digits of an id, hyphens left out.
constexpr int Digits = 32;

constexpr bool isHyphenPlace(qsizetype place)
{
    return place == 8 || place == 13 || place == 18 || place == 23;
}

constexpr quint64 inEachLane(quint64 value)
{
    return value * 0x0001'0001'0001'0001;
}

/// The number that four hex units are, all four at once in the lanes of one number. If one of them is not hex, @p
/// areHex turns false and the number is worthless. Only ASCII: QChar::isDigit() takes full-width and Arabic digits too.
quint64 fourDigits(const char16_t *units, bool &areHex)
{
    const quint64 lanes
        = quint64(units[0]) | quint64(units[1]) << 16 | quint64(units[2]) << 32 | quint64(units[3]) << 48;
    // Of seven bits each: then a sum in one lane sets its bit 7 and never reaches the next. Bit 7 says "at least", and
    // with the second sum "not more than".
    const quint64 ascii = lanes & inEachLane(0x7f);
    const quint64 lower = ascii | inEachLane(0x20);
    const quint64 areDigits = (ascii + inEachLane(0x80 - '0')) & ~(ascii + inEachLane(0x7f - '9'));
    const quint64 areLetters = (lower + inEachLane(0x80 - 'a')) & ~(lower + inEachLane(0x7f - 'f'));
    areHex &= ascii == lanes && ((areDigits | areLetters) & inEachLane(0x80)) == inEachLane(0x80);
    const quint64 values = (ascii & inEachLane(0xf)) + 9 * (ascii >> 6 & inEachLane(1));
    // The four values side by side in the upper 16 bits, the first of them uppermost.
    constexpr quint64 SideBySide = quint64(1) << 60 | quint64(1) << 40 | quint64(1) << 20 | 1;
    return values * SideBySide >> 48;
}

std::array<char, CallId::Length> characters(quint64 high, quint64 low)
{
    static constexpr char hex[] = "0123456789abcdef";
    std::array<char, CallId::Length> text {};
    std::size_t place = 0;
    for (int digit = 0; digit < Digits; ++digit) {
        if (isHyphenPlace(static_cast<qsizetype>(place)))
            text[place++] = '-';
        const quint64 half = digit < Digits / 2 ? high : low;
        const int shift = 60 - 4 * (digit % (Digits / 2));
        text[place++] = hex[(half >> shift) & 0xf];
    }
    return text;
}

} // namespace

std::optional<CallId> CallId::parse(QStringView text)
{
    if (text.size() != Length)
        return std::nullopt;
    // Four digits at a time instead of a loop over places: the scan of a large text spends its time here.
    const char16_t *units = text.utf16();
    if (units[8] != u'-' || units[13] != u'-' || units[18] != u'-' || units[23] != u'-')
        return std::nullopt;
    bool areHex = true;
    const quint64 high = fourDigits(units, areHex) << 48 | fourDigits(units + 4, areHex) << 32
        | fourDigits(units + 9, areHex) << 16 | fourDigits(units + 14, areHex);
    const quint64 low = fourDigits(units + 19, areHex) << 48 | fourDigits(units + 24, areHex) << 32
        | fourDigits(units + 28, areHex) << 16 | fourDigits(units + 32, areHex);
    if (!areHex || (high == 0 && low == 0))
        return std::nullopt;
    return CallId(high, low);
}

QString CallId::toString() const
{
    return QString::fromLatin1(toLatin1());
}

QByteArray CallId::toLatin1() const
{
    const auto text = characters(m_high, m_low);
    return QByteArray(text.data(), Length);
}

QString CallId::shortened() const
{
    const QString text = toString();
    return text.first(8) + QChar(u'…') + text.last(4);
}

} // namespace hangup
