// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/hexid.h"

#include <QChar>
#include <QLatin1Char>

namespace hangup {

namespace {

constexpr char Digits[] = "0123456789abcdef";

constexpr bool isHyphenAt(qsizetype i)
{
    return i == 8 || i == 13 || i == 18 || i == 23;
}

constexpr int lowerHexDigit(char16_t c)
{
    if (c >= u'0' && c <= u'9')
        return c - u'0';
    if (c >= u'a' && c <= u'f')
        return c - u'a' + 10;
    return -1;
}

} // namespace

std::optional<HexId> HexId::parse(QStringView text)
{
    if (text.size() != Length)
        return std::nullopt;
    HexId id;
    for (qsizetype i = 0; i < Length; ++i) {
        const char16_t c = text[i].unicode();
        if (isHyphenAt(i)) {
            if (c != u'-')
                return std::nullopt;
            continue;
        }
        const int digit = lowerHexDigit(c);
        if (digit < 0)
            return std::nullopt;
        // 16 digits and two hyphens make the first half: it ends before the third hyphen.
        quint64 &half = i < 18 ? id.high : id.low;
        half = (half << 4) | static_cast<quint64>(digit);
    }
    return id;
}

QString HexId::toString() const
{
    QString text(Length, u'-');
    QChar *out = text.data();
    int digit = 0;
    for (qsizetype i = 0; i < Length; ++i) {
        if (isHyphenAt(i))
            continue;
        const quint64 half = digit < 16 ? high : low;
        out[i] = QLatin1Char(Digits[(half >> (60 - 4 * (digit % 16))) & 0xf]);
        ++digit;
    }
    return text;
}

HexNeedle::HexNeedle(QStringView folded)
{
    for (qsizetype at = 0; !folded.isEmpty() && at + folded.size() <= HexId::Length; ++at) {
        Place place;
        int digit = 0; // of the 32
        bool canStand = true;
        for (qsizetype i = 0; i < at + folded.size() && canStand; ++i) {
            const char16_t c = i < at ? u'-' : folded[i - at].unicode();
            if (isHyphenAt(i)) {
                canStand = c == u'-';
                continue;
            }
            if (i >= at) {
                const int value = lowerHexDigit(c);
                canStand = value >= 0;
                const int shift = 60 - 4 * (digit % 16);
                (digit < 16 ? place.mask.high : place.mask.low) |= quint64(0xf) << shift;
                (digit < 16 ? place.value.high : place.value.low) |= static_cast<quint64>(value) << shift;
            }
            ++digit;
        }
        if (canStand)
            m_places.push_back(place);
    }
}

QString foldedText(QStringView text)
{
    QString folded(text.size(), Qt::Uninitialized);
    QChar *out = folded.data();
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u < 0x80)
            *out++ = QChar(u >= u'A' && u <= u'Z' ? static_cast<char16_t>(u + 32) : u);
        else
            *out++ = c.toCaseFolded();
    }
    return folded;
}

} // namespace hangup
