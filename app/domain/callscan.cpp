// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/callscan.h"

#include "domain/scanfound.h"
#include "domain/scankey.h"
#include "domain/scankeybefore.h"
#include "domain/scanpieces.h"
#include "domain/scanshape.h"
#include "domain/scantable.h"
#include "domain/scanunits.h"

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace hangup {

namespace scan {

namespace {

/// Longer words with odd characters are looked at in their parts only.
constexpr qsizetype LongestOddWord = 256;
/// So many ids show how close together the others will be.
constexpr qsizetype Enough = 1000;

/// The pass over one text. Each unit is looked at a bounded number of times.
class Scanner
{
public:
    explicit Scanner(const QString &text)
        : m_text(text), m_units(reinterpret_cast<const char16_t *>(text.utf16())), m_size(text.size()),
          m_index(m_result.found)
    {
        m_result.text = text;
    }

    ScanResult run();

private:
    QStringView view(Range range) const { return m_text.sliced(range.begin, range.size()); }
    int columnOf(qsizetype at) const { return static_cast<int>(at - m_lineStart) + 1; }

    qsizetype lineBreak(qsizetype at);
    qsizetype word(qsizetype at);
    std::optional<CallId> loneId(qsizetype at) const;
    qsizetype oddWord(qsizetype begin, qsizetype at);
    std::optional<qsizetype> stepOverOdd(qsizetype at) const;

    void plainWord(Range word);
    void judgeOddWord(Range word);
    void judgeOddPart(Range part);
    bool reportInvisible(Range piece, Range whole);

    void foundId(const CallId &id, Range range, qsizetype keyEnd);
    Key keyOf(Range range, qsizetype keyEnd);
    const Key &arrayKey();
    void accept(const CallId &id, Range range, IdMark mark);
    void ignore(IgnoredReason reason, Range piece, const Key &key = {});
    void append(IgnoredText piece);
    QString excerpt(Range piece) const { return excerptOf(m_text, piece); }
    QStringView currentLine() const;

    const QStringView m_text;
    const char16_t *const m_units;
    const qsizetype m_size;
    ScanResult m_result;
    FoundIndex m_index;
    TableHeader m_header;

    int m_line = 1;
    qsizetype m_lineStart = 0;
    bool m_lineHasId = false;
    bool m_lineHasIdWord = false;
    mutable qsizetype m_lineEnd = -1; ///< of the current line, once it was looked for

    qsizetype m_arrayAt = -1; ///< of a "[" that is still open
    qsizetype m_arrayKeyAt = -1; ///< the "[" that m_arrayKey belongs to
    Key m_arrayKey;
    Key m_listKey; ///< "recording_ids: a, b": holds on from m_listEnd
    qsizetype m_listEnd = -1;
};

ScanResult Scanner::run()
{
    qsizetype at = m_size > 0 && m_units[0] == 0xFEFF ? 1 : 0;
    while (at < m_size) {
        switch (unitOf(m_units[at])) {
        case Unit::Other:
            ++at;
            break;
        case Unit::Hex:
        case Unit::Hyphen:
        case Unit::Letter:
        case Unit::Percent:
        case Unit::Special:
            at = word(at);
            break;
        case Unit::LineBreak:
            at = lineBreak(at);
            break;
        case Unit::Opening:
            m_arrayAt = at++;
            break;
        case Unit::Closing:
            m_arrayAt = -1;
            ++at;
            break;
        }
    }
    return std::move(m_result);
}

qsizetype Scanner::lineBreak(qsizetype at)
{
    const Range line { m_lineStart, at };
    if (line.size() == 0)
        m_arrayAt = -1;
    if (!m_lineHasId && (m_lineHasIdWord || m_header.active()))
        m_header.lineWithoutId(view(line), m_lineHasIdWord);
    const bool crLf = m_units[at] == u'\r' && at + 1 < m_size && m_units[at + 1] == u'\n';
    at += crLf ? 2 : 1;
    ++m_line;
    m_lineStart = at;
    m_lineEnd = -1;
    m_lineHasId = false;
    m_lineHasIdWord = false;
    return at;
}

/// One word from @p at on; the place behind it.
qsizetype Scanner::word(qsizetype at)
{
    if (const auto id = loneId(at)) {
        foundId(*id, { at, at + CallId::Length }, at);
        return at + CallId::Length;
    }
    const qsizetype begin = at;
    while (at < m_size && isWordUnit(m_units[at]))
        ++at;
    if (at < m_size && unitOf(m_units[at]) >= Unit::Percent)
        return oddWord(begin, at);
    plainWord({ begin, at });
    return at;
}

/// The id that the word from @p at on is, when nothing that could belong to the word touches it: found by the place of
/// its hyphens, without a look at each unit of the word.
std::optional<CallId> Scanner::loneId(qsizetype at) const
{
    const qsizetype end = at + CallId::Length;
    if (end > m_size || m_units[at + 8] != u'-' || m_units[at + 13] != u'-')
        return std::nullopt;
    if (end < m_size && (isWordUnit(m_units[end]) || unitOf(m_units[end]) >= Unit::Percent))
        return std::nullopt;
    return CallId::parse(view({ at, end }));
}

/// A word with something else than letters, digits and hyphens in it or at it; @p at is the first such place.
qsizetype Scanner::oddWord(qsizetype begin, qsizetype at)
{
    bool odd = false;
    while (at < m_size) {
        if (isWordUnit(m_units[at])) {
            ++at;
            continue;
        }
        const std::optional<qsizetype> next = stepOverOdd(at);
        if (!next)
            break;
        odd = true;
        at = *next;
    }
    if (odd)
        judgeOddWord({ begin, at });
    else if (at > begin)
        plainWord({ begin, at });
    if (at > begin)
        return at;
    // A separator after all.
    const int escape = separatingEscape(m_text, at);
    return at + (escape > 0 ? escape : codePointAt(m_text, at).units);
}

/// The place behind the odd character at @p at if it belongs to the word that it touches; nothing if it separates.
std::optional<qsizetype> Scanner::stepOverOdd(qsizetype at) const
{
    const Unit unit = unitOf(m_units[at]);
    if (unit == Unit::Percent) {
        // An escaped letter or digit belongs to the word, other escapes and a mere "%" don't.
        const bool letter = percentEscape(m_text, at) >= 0 && separatingEscape(m_text, at) == 0;
        return letter ? std::optional(at + 3) : std::nullopt;
    }
    if (unit != Unit::Special)
        return std::nullopt;
    const CodePoint codePoint = codePointAt(m_text, at);
    return wideUnit(codePoint.value) == Wide::Separator ? std::nullopt : std::optional(at + codePoint.units);
}

void Scanner::plainWord(Range word)
{
    if (word.size() < ShortestPiece) {
        // "… id", "uuid", "IDs": the line may be a table's header.
        qsizetype last = word.end - 1;
        if (word.size() > 2 && (m_units[last] | 0x20) == u's')
            --last;
        if (last > word.begin && (m_units[last] | 0x20) == u'd' && (m_units[last - 1] | 0x20) == u'i')
            m_lineHasIdWord = true;
        return;
    }
    if (word.size() == CallId::Length) {
        if (const auto id = CallId::parse(view(word))) {
            foundId(*id, word, word.begin);
            return;
        }
    }
    switch (shapeOf(view(word))) {
    case Shape::Word:
    case Shape::Id:
        return;
    case Shape::Nil:
        ignore(IgnoredReason::Nil, word);
        return;
    case Shape::NotHex:
        ignore(IgnoredReason::NotHex, word);
        return;
    case Shape::CutOff:
        ignore(IgnoredReason::CutOff, word);
        return;
    case Shape::TooLong:
        break;
    }
    const qsizetype start = escapedStart(m_text, m_lineStart, word);
    const auto id = start >= 0 ? CallId::parse(view({ start, word.end })) : std::nullopt;
    if (id)
        foundId(*id, { start, word.end }, word.begin - (m_units[word.begin] == u'-' ? 0 : 1));
    else
        ignore(IgnoredReason::TooLong, word);
}

/// A word with characters that are invisible or look like others. An id with a dash of prose beside it ("id—please") is
/// a word of its own; else the dash counts as a hyphen that somebody's program made prettier.
void Scanner::judgeOddWord(Range word)
{
    const std::vector<Range> parts = partsBetweenDashes(m_text, word);
    const bool hasId
        = std::any_of(parts.begin(), parts.end(), [this](Range part) { return CallId::parse(view(part)).has_value(); });
    if (!hasId && reportInvisible(word, word))
        return;
    for (const Range part : parts)
        judgeOddPart(part);
}

/// No more dashes in it. What stands between two invisible characters may be an id, and is then refused for them.
void Scanner::judgeOddPart(Range part)
{
    const auto isPlain = [this](qsizetype at) { return isWordUnit(m_units[at]); };
    qsizetype at = part.begin;
    while (at < part.end && isPlain(at))
        ++at;
    if (at == part.end) {
        plainWord(part);
        return;
    }
    if (reportInvisible(part, part))
        return;
    for (at = part.begin; at < part.end;) {
        if (!isPlain(at)) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        while (at < part.end && isPlain(at))
            ++at;
        const Range piece { begin, at };
        if (looksLikeId(view(piece)) && !reportInvisible(piece, part))
            ignore(IgnoredReason::TooLong, part);
    }
}

/// Reports @p piece of the word @p whole for its first odd character, or for one that touches it, if it is meant as an
/// id. False if it isn't, or if there is no such character.
bool Scanner::reportInvisible(Range piece, Range whole)
{
    if (piece.size() > LongestOddWord)
        return false;
    const std::optional<qsizetype> first = oddCharacterOf(m_text, piece, whole);
    if (!first)
        return false;
    IgnoredText ignored { .reason = IgnoredReason::InvisibleCharacter };
    ignored.excerpt = excerpt(whole.size() <= LongestOddWord ? whole : piece);
    ignored.line = m_line;
    ignored.column = columnOf(*first);
    ignored.length = static_cast<int>(piece.size());
    ignored.codePoint = codePointAt(m_text, *first).value;
    append(std::move(ignored));
    return true;
}

void Scanner::foundId(const CallId &id, Range range, qsizetype keyEnd)
{
    m_lineHasId = true;
    // "<id@host>": a message id or a SIP address.
    const bool address = range.end + 1 < m_size && m_units[range.end] == u'@' && isWordUnit(m_units[range.end + 1]);
    const Key key = address ? Key { .meaning = Meaning::Other, .text = u"address"_s } : keyOf(range, keyEnd);
    if (key.meaning == Meaning::Other)
        ignore(IgnoredReason::NamedOtherwise, range, key);
    else
        accept(id, range, markOf(key.meaning));
}

/// The key beside the id, else that of its list, else that of its column.
Key Scanner::keyOf(Range range, qsizetype keyEnd)
{
    const Key *column
        = m_header.active() ? m_header.columnAt(currentLine(), m_line, range.begin - m_lineStart) : nullptr;
    if (keyEnd == m_lineStart && m_arrayAt < 0) // nothing stands before it
        return column ? *column : Key {};
    const KeyBefore before(m_text, keyEnd, column == nullptr);
    switch (before.kind()) {
    case KeyBefore::Kind::Key:
        if (before.key().plural) {
            m_listKey = before.key();
            m_listEnd = range.end;
        }
        return before.key();
    case KeyBefore::Kind::ListGoesOn:
        if (m_listEnd >= 0 && before.previousEnd() == m_listEnd) {
            m_listEnd = range.end;
            return m_listKey;
        }
        if (m_arrayAt >= 0)
            return arrayKey();
        break;
    case KeyBefore::Kind::LineStart:
        if (m_arrayAt >= 0)
            return arrayKey();
        break;
    case KeyBefore::Kind::Nothing:
        break;
    }
    return column ? *column : Key {};
}

const Key &Scanner::arrayKey()
{
    if (m_arrayKeyAt != m_arrayAt) {
        m_arrayKeyAt = m_arrayAt;
        const KeyBefore before(m_text, m_arrayAt, true);
        m_arrayKey = before.kind() == KeyBefore::Kind::Key ? before.key() : Key {};
    }
    return m_arrayKey;
}

void Scanner::accept(const CallId &id, Range range, IdMark mark)
{
    const qsizetype known = m_index.findOrReserve(id);
    if (known < 0) {
        // Room for as many as the text up to here promises: moving megabytes again and again, to memory that nobody has
        // touched before, costs more than the scan. Few ids promise little.
        if (m_result.found.size() == m_result.found.capacity()) {
            const qsizetype found = m_result.found.size();
            const qsizetype promised = range.begin > 0 ? m_size / range.begin + 1 : 1;
            m_result.found.reserve(found * (found < Enough ? std::min<qsizetype>(promised, 8) : promised) + found / 4
                                   + 16);
        }
        FoundCall call { .id = id, .mark = mark, .line = m_line, .column = columnOf(range.begin) };
        const Range context = contextAround(m_text, m_lineStart, range);
        call.contextAt = static_cast<quint32>(context.begin);
        call.contextLength = static_cast<quint16>(context.size());
        m_result.found.append(call);
        return;
    }
    // The same id under two names is one call seen twice ("call_uuid" and "request_uuid" are often equal), no trouble.
    IdMark &knownMark = m_result.found[known].mark;
    if (knownMark == mark)
        ignore(IgnoredReason::Duplicate, range);
    else if (mark == IdMark::None)
        knownMark = IdMark::None;
}

QStringView Scanner::currentLine() const
{
    if (m_lineEnd < 0) {
        m_lineEnd = m_lineStart;
        while (m_lineEnd < m_size && unitOf(m_units[m_lineEnd]) != Unit::LineBreak)
            ++m_lineEnd;
    }
    return view({ m_lineStart, m_lineEnd });
}

void Scanner::ignore(IgnoredReason reason, Range piece, const Key &key)
{
    m_lineHasId = true;
    IgnoredText ignored { .reason = reason };
    if (m_result.ignored.size() < ScanResult::MaxIgnoredListed) {
        ignored.excerpt = excerpt(piece);
        ignored.line = m_line;
        ignored.column = columnOf(piece.begin);
        ignored.length = static_cast<int>(piece.size());
        ignored.key = key.text;
    }
    append(std::move(ignored));
}

void Scanner::append(IgnoredText piece)
{
    ++m_result.ignoredCount;
    if (m_result.ignored.size() < ScanResult::MaxIgnoredListed)
        m_result.ignored.append(std::move(piece));
}

} // namespace

} // namespace scan

ScanResult scanCalls(const QString &text)
{
    return scan::Scanner(text).run();
}

} // namespace hangup
