// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QChar>
#include <QStringView>

#include <array>

/// How the scan sees single units of text.
namespace hangup::scan {

enum class Unit : quint8 {
    Other, ///< separates words
    Hex, ///< 0-9, a-f, A-F
    Hyphen, ///< the ASCII hyphen
    Letter, ///< g-z, G-Z: part of a word, never of an id
    LineBreak, ///< CR, LF
    Opening, ///< [
    Closing, ///< ]
    Percent,
    Special, ///< a control character or not ASCII: wideUnit() tells more
};

/// What a character outside the table is to an id that it touches.
enum class Wide : quint8 {
    Separator,
    Invisible, ///< zero width, control, bidi, soft hyphen …
    Dash, ///< looks like a hyphen
    DigitOrLetter, ///< full-width and other digits, letters of scripts with look-alikes
};

constexpr Unit asciiUnit(char16_t c)
{
    if ((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'))
        return Unit::Hex;
    if ((c >= u'g' && c <= u'z') || (c >= u'G' && c <= u'Z'))
        return Unit::Letter;
    switch (c) {
    case u'-':
        return Unit::Hyphen;
    case u'\n':
    case u'\r':
        return Unit::LineBreak;
    case u'[':
        return Unit::Opening;
    case u']':
        return Unit::Closing;
    case u'%':
        return Unit::Percent;
    case u'\t':
        return Unit::Other;
    default:
        return c < u' ' || c >= u'\x7f' ? Unit::Special : Unit::Other;
    }
}

inline constexpr auto UnitTable = [] {
    std::array<Unit, 128> table {};
    for (char16_t c = 0; c < table.size(); ++c)
        table[c] = asciiUnit(c);
    return table;
}();

inline Unit unitOf(char16_t c)
{
    return c < UnitTable.size() ? UnitTable[c] : Unit::Special;
}

/// Part of a word: what an id is made of, and what makes another word of it.
inline bool isWordUnit(char16_t c)
{
    const Unit unit = unitOf(c);
    return unit == Unit::Hex || unit == Unit::Hyphen || unit == Unit::Letter;
}

inline bool isHexUnit(char16_t c)
{
    return unitOf(c) == Unit::Hex;
}

/// 0..15; only for hex units.
inline int hexDigit(char16_t c)
{
    return c <= u'9' ? c - u'0' : (c | 0x20) - u'a' + 10;
}

/// The code point at @p at and its units: 1, or 2 for a surrogate pair.
struct CodePoint
{
    char32_t value = 0;
    int units = 1;
};
CodePoint codePointAt(QStringView text, qsizetype at);

Wide wideUnit(char32_t codePoint);

/// The value of a percent-escape `%HH` at @p at, or -1.
int percentEscape(QStringView text, qsizetype at);
/// Units of a percent-escape at @p at that separates words: 3, 5 for a doubly encoded one ("%252F"), or 0.
/// An escaped letter, digit or hyphen separates nothing.
int separatingEscape(QStringView text, qsizetype at);

} // namespace hangup::scan
