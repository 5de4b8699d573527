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

/// What the table says of everything that is not hex.
constexpr quint8 NotHex = 0xff;

/// 0..15, or NotHex. Only ASCII: QChar::isDigit() takes full-width and Arabic digits too.
constexpr auto HexValues = [] {
    std::array<quint8, 128> values {};
    values.fill(NotHex);
    for (quint8 digit = 0; digit < 10; ++digit)
        values[static_cast<std::size_t>('0' + digit)] = digit;
    for (quint8 letter = 0; letter < 6; ++letter) {
        values[static_cast<std::size_t>('a' + letter)] = static_cast<quint8>(10 + letter);
        values[static_cast<std::size_t>('A' + letter)] = static_cast<quint8>(10 + letter);
    }
    return values;
}();

constexpr quint8 hexValue(char16_t unit)
{
    return unit < HexValues.size() ? HexValues[unit] : NotHex;
}

/// The number that @p size hex units are. Anything that is not hex shows in @p seen, the values or-ed together.
quint64 hexNumber(const char16_t *units, int size, quint8 &seen)
{
    quint64 number = 0;
    for (int i = 0; i < size; ++i) {
        const quint8 value = hexValue(units[i]);
        seen |= value;
        number = number << 4 | (value & 0xf);
    }
    return number;
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
    // Groups instead of a loop over places: the scan of a large text spends its time here.
    const char16_t *units = text.utf16();
    if (units[8] != u'-' || units[13] != u'-' || units[18] != u'-' || units[23] != u'-')
        return std::nullopt;
    quint8 seen = 0;
    const quint64 high
        = hexNumber(units, 8, seen) << 32 | hexNumber(units + 9, 4, seen) << 16 | hexNumber(units + 14, 4, seen);
    const quint64 low = hexNumber(units + 19, 4, seen) << 48 | hexNumber(units + 24, 12, seen);
    if (seen > 0xf || (high == 0 && low == 0))
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
