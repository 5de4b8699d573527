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
    if (m_places.empty() || folded.contains(u'-'))
        return;
    for (const QChar c : folded)
        m_digits.push_back(InEachDigit * static_cast<quint64>(lowerHexDigit(c.unicode())));
    for (const Place &place : m_places) {
        // Its mask's uppermost bit is its first digit's.
        if (place.mask.high != 0)
            m_starts.high |= quint64(1) << (std::bit_width(place.mask.high) - 4);
        else
            m_starts.low |= quint64(1) << (std::bit_width(place.mask.low) - 4);
    }
}

QString foldedText(const QString &text)
{
    // This loop and the next are of a kind that compilers turn into wide instructions.
    const auto isUpper = [](char16_t u) { return static_cast<char16_t>(u - u'A') < 26; };
    char16_t all = 0;
    char16_t anyUpper = 0;
    for (const QChar c : text) {
        all |= c.unicode();
        anyUpper |= static_cast<char16_t>(isUpper(c.unicode()));
    }
    constexpr char16_t FirstBeyondAscii = 0x80;
    const bool isAscii = all < FirstBeyondAscii;
    if (isAscii && anyUpper == 0)
        return text; // a list of ids, mostly: megabytes are not copied
    QString folded(text.size(), Qt::Uninitialized);
    QChar *out = folded.data();
    if (isAscii) {
        for (const QChar c : text)
            *out++ = QChar(static_cast<char16_t>(c.unicode() + (isUpper(c.unicode()) ? u'a' - u'A' : 0)));
        return folded;
    }
    for (const QChar c : text)
        *out++ = c.toCaseFolded();
    return folded;
}

} // namespace hangup
