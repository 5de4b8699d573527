// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/hexid.h"

#include <QChar>
#include <QLatin1StringView>

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

void HexId::write(Chars &out) const
{
    char *p = out;
    const auto put = [&p](quint64 half, int fromBit, int digits) {
        for (int shift = fromBit; digits > 0; --digits, shift -= 4)
            *p++ = Digits[(half >> shift) & 0xf];
    };
    put(high, 60, 8);
    *p++ = '-';
    put(high, 28, 4);
    *p++ = '-';
    put(high, 12, 4);
    *p++ = '-';
    put(low, 60, 4);
    *p++ = '-';
    put(low, 44, 12);
}

QString HexId::toString() const
{
    Chars chars;
    write(chars);
    return QString::fromLatin1(chars, Length);
}

bool HexId::contains(std::string_view needle) const
{
    Chars chars;
    write(chars);
    return std::string_view(chars, Length).find(needle) != std::string_view::npos;
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

QByteArray hexNeedle(QStringView folded)
{
    for (const QChar c : folded) {
        if (c != u'-' && lowerHexDigit(c.unicode()) < 0)
            return {};
    }
    return folded.toLatin1();
}

} // namespace hangup
