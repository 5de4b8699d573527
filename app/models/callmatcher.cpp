// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/callmatcher.h"

#include "domain/callwords.h"
#include "domain/words.h"
#include "models/calltexts.h"

#include <algorithm>
#include <string_view>

namespace hangup {

namespace {

constexpr std::size_t Nowhere = std::u16string_view::npos;

std::u16string_view view(QStringView text)
{
    return { text.utf16(), static_cast<std::size_t>(text.size()) };
}

std::string_view view(const QByteArray &text)
{
    return { text.constData(), static_cast<std::size_t>(text.size()) };
}

/// @p text in Latin-1, if all of it can be.
std::optional<QByteArray> narrowed(const QString &text)
{
    QByteArray narrow = text.toLatin1(); // with another character where there is none
    return QLatin1StringView(narrow) == text ? std::optional(std::move(narrow)) : std::nullopt;
}

/// As std::basic_string_view::find(), which looks at one unit after the other: this looks at a block at a time for the
/// needle's first and last unit where they have to stand, in a loop that compilers turn into wide instructions. Each id
/// has a few of each hex digit, but seldom the right two.
template <typename Unit>
std::size_t find(std::basic_string_view<Unit> text, std::basic_string_view<Unit> needle, std::size_t from)
{
    constexpr std::size_t Block = 64;
    const std::size_t span = needle.size() - 1;
    const Unit first = needle.front();
    const Unit last = needle.back();
    while (from + Block + span <= text.size()) {
        const Unit *begin = text.data() + from;
        const Unit *end = begin + span;
        Unit any = 0;
        for (std::size_t i = 0; i < Block; ++i)
            any |= static_cast<Unit>((begin[i] == first) & (end[i] == last));
        if (any != 0) {
            const std::size_t at = text.substr(from, Block + span).find(needle);
            if (at != Nowhere)
                return from + at;
        }
        from += Block;
    }
    return text.find(needle, from);
}

} // namespace

bool CallMatcher::setText(const QString &text)
{
    const QString needle = foldedText(text);
    if (needle == m_needle)
        return false;
    m_needle = needle;
    m_narrowNeedle = narrowed(needle);
    m_hexNeedle = HexNeedle(needle);
    m_textFits.clear();
    for (Source &source : m_sources)
        source.isSearched = false;
    if (needle.isEmpty()) {
        m_sources = {}; // the folded texts are as large as the texts
        return true;
    }
    for (std::size_t i = 0; i < m_outcomeFits.size(); ++i)
        m_outcomeFits[i] = fitsWords(words::outcomeShort(AllOutcomes[i]));
    // Whoever types an outcome's word ("ended") wants that outcome, not a sentence that it may have been.
    const bool isOutcome = std::find(m_outcomeFits.begin(), m_outcomeFits.end(), true) != m_outcomeFits.end();
    m_maybeUsFits = !isOutcome && fitsWords(calltexts::maybeUs());
    m_proofFits.fill(-1);
    for (std::size_t i = 0; i < m_markFits.size(); ++i)
        m_markFits[i] = fitsWords(words::mark(static_cast<IdMark>(i)));
    for (std::size_t i = 1; i < m_reasonFits.size(); ++i)
        m_reasonFits[i] = fitsWords(words::reasonPhrase(static_cast<Reason>(i)));
    return true;
}

bool CallMatcher::setFilter(CallFilter filter)
{
    if (m_filter == filter)
        return false;
    m_filter = filter;
    return true;
}

bool CallMatcher::fits(const CallRow &row)
{
    return fitsFilter(row) && (m_needle.isEmpty() || fitsText(row));
}

void CallMatcher::forgetTexts()
{
    m_textFits.clear();
    m_sources.clear();
}

bool CallMatcher::fitsFilter(const CallRow &row) const
{
    const auto is = [&row](Outcome outcome) { return row.isDone() && row.outcome == outcome; };
    switch (m_filter) {
    case CallFilter::All:
        return true;
    case CallFilter::Listed:
        return row.state == CallState::Listed;
    case CallFilter::Waiting:
        return row.isUnderWay();
    case CallFilter::Ended:
        return is(Outcome::Ended);
    case CallFilter::NotLive:
        return is(Outcome::NotLive) || is(Outcome::NotLiveMaybeUs);
    case CallFilter::Refused:
        return is(Outcome::Refused);
    case CallFilter::Unknown:
        return is(Outcome::Unknown);
    case CallFilter::NotSent:
        return is(Outcome::NotSent);
    }
    return true;
}

bool CallMatcher::fitsText(const CallRow &row)
{
    if (row.isDone()) {
        if (m_outcomeFits[static_cast<std::size_t>(row.outcome)] || m_reasonFits[static_cast<std::size_t>(row.reason)])
            return true;
        if (m_maybeUsFits && calltexts::isMaybeUs(row))
            return true;
        if (fitsSharedText(row.message) || fitsSharedText(row.apiText))
            return true;
    }
    if (row.proof >= 0 && fitsProof(row))
        return true;
    if (m_markFits[static_cast<std::size_t>(row.mark)])
        return true;
    if (m_hexNeedle.isIn(HexId::of(row.id)) || (!row.apiHex.isNull() && m_hexNeedle.isIn(row.apiHex)))
        return true;
    return fitsInfo(row) || fitsContext(row);
}

/// Few calls were looked up, so that a string each costs nothing.
bool CallMatcher::fitsInfo(const CallRow &row) const
{
    const CallInfo *info = m_table.hasInfos() ? m_table.info(row) : nullptr;
    return info && (fitsWords(info->from) || fitsWords(info->to) || fitsWords(words::direction(info->direction)));
}

bool CallMatcher::fitsSharedText(int index)
{
    if (index == 0)
        return false;
    if (m_textFits.size() < m_table.textCount())
        m_textFits.resize(m_table.textCount(), -1);
    signed char &fits = m_textFits[static_cast<std::size_t>(index)];
    if (fits < 0)
        fits = fitsWords(m_table.text(index)) ? 1 : 0;
    return fits == 1;
}

bool CallMatcher::fitsProof(const CallRow &row)
{
    const ProofState state = m_table.proofState(row);
    signed char &fits = m_proofFits[static_cast<std::size_t>(state)];
    // One state alone has a word that depends on the source, see words::proofShort().
    if (fits < 0 || state == ProofState::EndedOtherwise)
        fits = fitsWords(words::proofShort(m_table.proof(row))) ? 1 : 0;
    return fits == 1 || fitsSharedText(m_table.hangupSource(row));
}

bool CallMatcher::fitsContext(const CallRow &row)
{
    // With room for nothing but the id, it is the id, which was looked at by its digits.
    if (row.contextLength == CallId::Length || row.contextLength < m_needle.size())
        return false;
    if (m_sources.size() < m_table.sourceCount())
        m_sources.resize(m_table.sourceCount());
    Source &source = m_sources[static_cast<std::size_t>(row.source)];
    if (!source.isFolded) {
        source.wide = foldedText(m_table.sourceText(row.source));
        source.narrow = narrowed(source.wide);
        if (source.narrow)
            source.wide.clear();
        source.isFolded = true;
    }
    if (!source.narrow)
        return fitsContext(source, view(source.wide), view(m_needle), row);
    return m_narrowNeedle && fitsContext(source, view(*source.narrow), view(*m_narrowNeedle), row);
}

template <typename Unit>
bool CallMatcher::fitsContext(Source &source, std::basic_string_view<Unit> text, std::basic_string_view<Unit> needle,
                              const CallRow &row)
{
    const std::size_t from = row.contextAt;
    if (source.isSearched && from < source.from) // out of turn: this context alone
        return text.substr(from, row.contextLength).find(needle) != Nowhere;
    // Rows come in the order of the text, so the last match, if still ahead, is the next one.
    if (!source.isSearched || source.match < from) {
        source.match = find(text, needle, from);
        source.isSearched = true;
    }
    source.from = from;
    return source.match != Nowhere && source.match + needle.size() <= from + row.contextLength;
}

bool CallMatcher::fitsWords(const QString &words) const
{
    return foldedText(words).contains(m_needle);
}

} // namespace hangup
