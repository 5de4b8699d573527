// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/scankeybefore.h"

#include "domain/scanunits.h"

#include <algorithm>

namespace hangup::scan {

namespace {

/// Words of a key written with blanks: "Dial B Leg UUID".
constexpr int MaxWords = 4;

bool isQuote(char16_t c)
{
    return c == u'"' || c == u'\'' || c == u'`' || c == u'“' || c == u'”' || c == u'„' || c == u'‘' || c == u'’'
        || c == u'«' || c == u'»';
}

bool isKeyUnit(char16_t c)
{
    return isWordUnit(c) || c == u'_' || c == u'.' || c == u'$';
}

bool isDash(char16_t c)
{
    return c == u'-' || c == u'–' || c == u'—';
}

bool isOpening(char16_t c)
{
    return c == u'(' || c == u'{' || c == u'[' || c == u'<' || c == u'*' || c == u'#';
}

} // namespace

KeyBefore::KeyBefore(QStringView text, qsizetype at, bool acrossTabs) : m_acrossTabs(acrossTabs)
{
    load(text, at);
    const int place = skipDecoration();
    if (place == m_size)
        m_kind = m_size < Reach ? Kind::LineStart : Kind::Nothing;
    else
        read(place);
}

void KeyBefore::load(QStringView text, qsizetype at)
{
    while (at > 0 && m_size < Reach) {
        char16_t unit = text[at - 1].unicode();
        if (unitOf(unit) == Unit::LineBreak)
            return;
        qsizetype width = 1;
        if (at >= 5 && text[at - 5] == u'%' && percentEscape(text, at - 5) == u'%' && isHexUnit(text[at - 2].unicode())
            && isHexUnit(unit)) {
            unit = static_cast<char16_t>(hexDigit(text[at - 2].unicode()) * 16 + hexDigit(unit));
            width = 5;
        } else if (at >= 3 && percentEscape(text, at - 3) >= 0) {
            unit = static_cast<char16_t>(percentEscape(text, at - 3));
            width = 3;
        }
        at -= width;
        if (unit == u'\\') {
            // Escapes a quote (JSON within JSON), or is the slash of a Windows path.
            if (m_size > 0 && isQuote(m_units[static_cast<std::size_t>(m_size - 1)]))
                continue;
            unit = u'/';
        }
        m_units[static_cast<std::size_t>(m_size)] = unit;
        m_places[static_cast<std::size_t>(m_size)] = at;
        ++m_size;
    }
}

bool KeyBefore::blankAt(int place) const
{
    if (place >= m_size)
        return false;
    const char16_t unit = m_units[static_cast<std::size_t>(place)];
    return unit == u' ' || unit == u'\u00a0' || unit == u'+' || (unit == u'\t' && m_acrossTabs);
}

bool KeyBefore::quoteAt(int place) const
{
    return place < m_size && isQuote(m_units[static_cast<std::size_t>(place)]);
}

int KeyBefore::skipBlanks(int place) const
{
    while (blankAt(place))
        ++place;
    return place;
}

int KeyBefore::skipDecoration()
{
    int place = 0;
    for (; place < m_size; ++place) {
        const char16_t unit = m_units[static_cast<std::size_t>(place)];
        // Python writes u'…' and b'…'.
        const bool prefix = (unit == u'u' || unit == u'b' || unit == u'r') && place > 0 && quoteAt(place - 1)
            && place + 1 < m_size && !isKeyUnit(m_units[static_cast<std::size_t>(place + 1)]);
        if (blankAt(place))
            m_blankSeen = true;
        else if (!isQuote(unit) && !isOpening(unit) && !prefix)
            break;
    }
    return place;
}

void KeyBefore::read(int place)
{
    const char16_t unit = m_units[static_cast<std::size_t>(place)];
    const char16_t next = place + 1 < m_size ? m_units[static_cast<std::size_t>(place + 1)] : u'\0';
    if (unit == u':' || unit == u'=') {
        readSeparated(place);
    } else if (unit == u'>') {
        if (next == u'=' || next == u'-')
            readSeparated(place + 1);
        else
            readTag(place);
    } else if (isDash(unit)) {
        if (m_blankSeen && blankAt(place + 1))
            readSeparated(place);
    } else if (unit == u'/') {
        if (!m_blankSeen)
            readPath(place + 1);
    } else if (unit == u'_') {
        if (place == 0) {
            readWords(place + 1, KeyPlace::Named);
            if (m_kind != Kind::Key)
                readWords(place + 1, KeyPlace::Path);
        }
    } else if (unit == u',' || unit == u';' || unit == u'|') {
        int previous = skipBlanks(place + 1);
        while (quoteAt(previous))
            ++previous;
        m_kind = Kind::ListGoesOn;
        m_previousEnd = previous < m_size ? m_places[static_cast<std::size_t>(previous)] + 1 : -1;
    } else if (m_blankSeen && isKeyUnit(unit)) {
        readWords(place, KeyPlace::Bare);
    }
}

void KeyBefore::readSeparated(int place)
{
    const auto isSeparator = [this](int at) {
        const char16_t unit = at < m_size ? m_units[static_cast<std::size_t>(at)] : u'\0';
        return unit == u':' || unit == u'=' || isDash(unit);
    };
    while (isSeparator(place))
        ++place;
    place = skipBlanks(place);
    if (!readQuoted(place))
        readWords(place, KeyPlace::Named);
}

bool KeyBefore::readQuoted(int place)
{
    // "**Call UUID**: …" is quoted in its way as well.
    while (place < m_size
           && (m_units[static_cast<std::size_t>(place)] == u'*' || m_units[static_cast<std::size_t>(place)] == u']'))
        ++place;
    if (!quoteAt(place)) {
        readWords(place, KeyPlace::Named);
        return true;
    }
    int end = place + 1;
    while (end < m_size && !quoteAt(end))
        ++end;
    if (end < m_size)
        take(place + 1, end, KeyPlace::Named);
    return true;
}

void KeyBefore::readTag(int place)
{
    const auto begin = m_units.begin() + place + 1;
    const auto end = m_units.begin() + m_size;
    const auto open = std::find_if(begin, end, [](char16_t c) { return c == u'<' || c == u'>'; });
    if (open == end || *open == u'>')
        return;
    // The name ends at the first blank; read from the "<" on, that is from the far end.
    int nameEnd = static_cast<int>(open - m_units.begin());
    int nameBegin = nameEnd;
    while (nameBegin > place + 1 && isKeyUnit(m_units[static_cast<std::size_t>(nameBegin - 1)]))
        --nameBegin;
    take(nameBegin, nameEnd, KeyPlace::Named);
}

void KeyBefore::readPath(int place)
{
    int end = place;
    while (end < m_size && isKeyUnit(m_units[static_cast<std::size_t>(end)]))
        ++end;
    take(place, end, KeyPlace::Path);
}

void KeyBefore::readWords(int place, KeyPlace keyPlace)
{
    std::array<int, MaxWords> ends {};
    int words = 0;
    int at = place;
    while (words < MaxWords && at < m_size && isKeyUnit(m_units[static_cast<std::size_t>(at)])) {
        while (at < m_size && isKeyUnit(m_units[static_cast<std::size_t>(at)]))
            ++at;
        ends[static_cast<std::size_t>(words++)] = at;
        at = skipBlanks(at);
    }
    // "The api_id is …"
    if (keyPlace == KeyPlace::Bare && words > 1 && ends[0] - place == 2
        && m_units[static_cast<std::size_t>(place)] == u's' && m_units[static_cast<std::size_t>(place + 1)] == u'i') {
        readWords(skipBlanks(ends[0]), keyPlace);
        return;
    }
    while (words > 0) {
        if (take(place, ends[static_cast<std::size_t>(--words)], keyPlace))
            return;
    }
}

bool KeyBefore::take(int from, int to, KeyPlace keyPlace)
{
    std::array<char16_t, Reach> forwards {};
    const int size = to - from;
    if (size <= 0)
        return false;
    std::reverse_copy(m_units.begin() + from, m_units.begin() + to, forwards.begin());
    const QStringView written = QStringView(forwards.data(), size).trimmed();
    Key key = readKey(written, keyPlace);
    if (key.meaning == Meaning::Unknown)
        return false;
    m_key = std::move(key);
    m_kind = Kind::Key;
    return true;
}

} // namespace hangup::scan
