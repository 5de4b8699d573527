// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/scanpieces.h"

#include "domain/callid.h"
#include "domain/scanshape.h"
#include "domain/scanunits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup::scan {

namespace {

constexpr qsizetype ContextUnits = 200;
constexpr qsizetype ExcerptUnits = 80;

} // namespace

Range contextAround(QStringView text, qsizetype lineStart, Range id)
{
    // Nothing around it: a line of its own.
    if (id.begin == lineStart && (id.end == text.size() || unitOf(text[id.end].unicode()) == Unit::LineBreak))
        return id;
    constexpr qsizetype around = (ContextUnits - CallId::Length) / 2;
    qsizetype begin = std::max(lineStart, id.begin - around);
    const qsizetype limit = std::min(text.size(), begin + ContextUnits);
    qsizetype end = id.end;
    while (end < limit && unitOf(text[end].unicode()) != Unit::LineBreak)
        ++end;
    // Less behind the id leaves more room before it.
    begin = std::max(lineStart, end - ContextUnits);
    begin = std::min(begin, id.begin);
    if (begin > lineStart && text[begin].isLowSurrogate() && text[begin - 1].isHighSurrogate())
        ++begin;
    if (end < text.size() && text[end].isLowSurrogate() && text[end - 1].isHighSurrogate())
        --end;
    while (begin < id.begin && text[begin].isSpace())
        ++begin;
    while (end > id.end && text[end - 1].isSpace())
        --end;
    return { begin, end };
}

QString excerptOf(QStringView text, Range piece)
{
    QString excerpt;
    for (qsizetype at = piece.begin; at < piece.end;) {
        const CodePoint codePoint = codePointAt(text, at);
        const bool hidden = unitOf(text[at].unicode()) == Unit::Special && wideUnit(codePoint.value) == Wide::Invisible;
        const bool broken = codePoint.units == 1 && QChar::isSurrogate(codePoint.value);
        QString shown = text.sliced(at, codePoint.units).toString();
        if (hidden || broken)
            shown = u"[U+%1]"_s.arg(QString::number(codePoint.value, 16).toUpper(), 4, u'0');
        if (excerpt.size() + shown.size() > ExcerptUnits - 1 && at + codePoint.units < piece.end)
            return excerpt + u'…';
        excerpt += shown;
        at += codePoint.units;
    }
    return excerpt;
}

std::optional<qsizetype> oddCharacterOf(QStringView text, Range piece, Range whole)
{
    QString skeleton;
    std::optional<qsizetype> first;
    for (qsizetype at = piece.begin; at < piece.end;) {
        const CodePoint codePoint = codePointAt(text, at);
        if (codePoint.value < 0x80 && isWordUnit(text[at].unicode())) {
            skeleton += text[at];
        } else if (codePoint.value == u'%') {
            skeleton += u'%';
        } else {
            if (!first)
                first = at;
            const Wide wide = wideUnit(codePoint.value);
            if (wide != Wide::Invisible)
                skeleton += wide == Wide::Dash ? u'-' : u'?';
        }
        at += codePoint.units;
    }
    if (!first && piece.end < whole.end && unitOf(text[piece.end].unicode()) == Unit::Special)
        first = piece.end;
    if (!first && piece.begin > whole.begin && unitOf(text[piece.begin - 1].unicode()) == Unit::Special) {
        const bool pair = piece.begin - 2 >= whole.begin && text[piece.begin - 1].isLowSurrogate();
        first = piece.begin - (pair ? 2 : 1);
    }
    return first && looksLikeId(skeleton) ? first : std::nullopt;
}

std::vector<Range> partsBetweenDashes(QStringView text, Range word)
{
    std::vector<Range> parts;
    qsizetype begin = word.begin;
    for (qsizetype at = word.begin; at < word.end;) {
        const CodePoint codePoint = codePointAt(text, at);
        if (codePoint.value >= 0x80 && wideUnit(codePoint.value) == Wide::Dash) {
            if (begin < at)
                parts.push_back({ begin, at });
            begin = at + codePoint.units;
        }
        at += codePoint.units;
    }
    if (begin < word.end)
        parts.push_back({ begin, word.end });
    return parts;
}

qsizetype escapedStart(QStringView text, qsizetype lineStart, Range word)
{
    const qsizetype extra = word.size() - CallId::Length;
    const QChar first = text[word.begin];
    if (first == u'-') {
        constexpr qsizetype deepestIndent = 64;
        const QStringView before = text.sliced(lineStart, word.begin - lineStart);
        const bool bullet = before.size() <= deepestIndent && before.trimmed().isEmpty();
        return extra == 1 && bullet ? word.begin + 1 : -1;
    }
    if (word.begin == 0 || text[word.begin - 1] != u'\\')
        return -1;
    if (extra == 1 && (first == u'n' || first == u'r' || first == u't'))
        return word.begin + 1;
    if ((extra == 5 && first == u'u') || (extra == 3 && first == u'x')) {
        bool ok = false;
        const uint value = text.sliced(word.begin + 1, extra - 1).toUInt(&ok, 16);
        const bool sign = ok && value < 0x80 && value >= 0x20 && !isWordUnit(static_cast<char16_t>(value));
        return sign ? word.begin + extra : -1;
    }
    return -1;
}

} // namespace hangup::scan
