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

/// 0..15, or -1. Only ASCII: QChar::isDigit() takes full-width and Arabic digits too.
constexpr int hexValue(char16_t unit)
{
    if (unit >= u'0' && unit <= u'9')
        return unit - u'0';
    if (unit >= u'a' && unit <= u'f')
        return unit - u'a' + 10;
    if (unit >= u'A' && unit <= u'F')
        return unit - u'A' + 10;
    return -1;
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
    quint64 halves[2] = { 0, 0 };
    int digits = 0;
    for (qsizetype place = 0; place < Length; ++place) {
        const char16_t unit = text[place].unicode();
        if (isHyphenPlace(place)) {
            if (unit != u'-')
                return std::nullopt;
            continue;
        }
        const int value = hexValue(unit);
        if (value < 0)
            return std::nullopt;
        quint64 &half = halves[digits++ / (Digits / 2)];
        half = half << 4 | static_cast<quint64>(value);
    }
    if (halves[0] == 0 && halves[1] == 0)
        return std::nullopt;
    return CallId(halves[0], halves[1]);
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
