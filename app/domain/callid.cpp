// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/callid.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace hangup {

namespace {

/// Digits of an id, hyphens left out.
constexpr int Digits = 32;

constexpr bool isHyphenPlace(qsizetype place)
{
    return place == 8 || place == 13 || place == 18 || place == 23;
}

using DigitUnits = std::array<char16_t, Digits>;
using DigitValues = std::array<quint8, Digits>;

DigitUnits withoutHyphens(const char16_t *units)
{
    DigitUnits digits;
    auto *next = std::copy_n(units, 8, digits.begin());
    next = std::copy_n(units + 9, 4, next);
    next = std::copy_n(units + 14, 4, next);
    next = std::copy_n(units + 19, 4, next);
    std::copy_n(units + 24, 12, next);
    return digits;
}

/// False when one of them is not hex; @p values are worthless then. Only ASCII: QChar::isDigit() takes full-width and
/// Arabic digits too. A loop without branches, of which compilers make wide instructions.
bool readDigits(const DigitUnits &units, DigitValues &values)
{
    quint16 wrong = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto digit = static_cast<quint16>(units[i] - u'0');
        const auto letter = static_cast<quint16>((units[i] | 0x20) - u'a');
        wrong |= static_cast<quint16>((digit > 9) & (letter > 5));
        values[i] = static_cast<quint8>(digit <= 9 ? digit : letter + 10);
    }
    return wrong == 0;
}

/// The number that eight of them are: by twos, by fours and by eights in the lanes of one.
quint64 eightDigits(const DigitValues &values, std::size_t first)
{
    auto number = qFromBigEndian<quint64>(values.data() + first);
    number = (number | number >> 4) & 0x00ff'00ff'00ff'00ff;
    number = (number | number >> 8) & 0x0000'ffff'0000'ffff;
    return (number | number >> 16) & 0xffff'ffff;
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
    // All digits at once instead of one after the other: the scan of a large text spends its time here.
    const char16_t *units = text.utf16();
    if (units[8] != u'-' || units[13] != u'-' || units[18] != u'-' || units[23] != u'-')
        return std::nullopt;
    DigitValues values;
    if (!readDigits(withoutHyphens(units), values))
        return std::nullopt;
    const quint64 high = eightDigits(values, 0) << 32 | eightDigits(values, 8);
    const quint64 low = eightDigits(values, 16) << 32 | eightDigits(values, 24);
    if (high == 0 && low == 0)
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
