// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/scanunits.h"

namespace hangup::scan {

CodePoint codePointAt(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return { QChar::surrogateToUcs4(c, text[at + 1]), 2 };
    return { c.unicode(), 1 };
}

Wide wideUnit(char32_t codePoint)
{
    // Blank to the eye although Unicode calls them letters, marks or symbols: Hangul fillers, the grapheme joiner, the
    // blank braille pattern, variation selectors.
    if (codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0 || codePoint == 0x034F
        || codePoint == 0x2800 || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF))
        return Wide::Invisible;
    // Minus, hyphen bullet, modifier minus: not in the category of dashes.
    if (codePoint == 0x2212 || codePoint == 0x2043 || codePoint == 0x02D7)
        return Wide::Dash;
    switch (QChar::category(codePoint)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
        return Wide::Invisible;
    case QChar::Punctuation_Dash:
        return Wide::Dash;
    case QChar::Number_DecimalDigit:
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Mark_SpacingCombining:
    case QChar::Other_Surrogate:
        return Wide::DigitOrLetter;
    default:
        // Letters without case (Han, Kana, Hangul, Thai …) stand beside ids without a blank and look like no hex digit.
        return Wide::Separator;
    }
}

int percentEscape(QStringView text, qsizetype at)
{
    if (at + 2 >= text.size() || text[at] != u'%' || !isHexUnit(text[at + 1].unicode())
        || !isHexUnit(text[at + 2].unicode()))
        return -1;
    return hexDigit(text[at + 1].unicode()) * 16 + hexDigit(text[at + 2].unicode());
}

int separatingEscape(QStringView text, qsizetype at)
{
    const int value = percentEscape(text, at);
    if (value < 0 || (value < 0x80 && isWordUnit(static_cast<char16_t>(value))))
        return 0;
    const bool twice = value == u'%' && at + 4 < text.size() && isHexUnit(text[at + 3].unicode())
        && isHexUnit(text[at + 4].unicode());
    return twice ? 5 : 3;
}

} // namespace hangup::scan
