// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/protectednumbers.h"

#include <algorithm>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

bool isWildcard(QChar c)
{
    return c == u'*' || c == u'?';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// What stands between the digits of a telephone number and means nothing.
bool isFiller(QChar c)
{
    return u" -./()\u00a0\u2009\u2010\u2011\u202f"_s.contains(c);
}

/// The digits and wildcards of a telephone number, without + or 00 in front; nothing for anything else.
std::optional<QString> phone(QStringView text, bool wildcards)
{
    QString digits;
    bool plus = false;
    for (const QChar c : text) {
        if (isDigit(c) || (wildcards && isWildcard(c)))
            digits.append(c);
        else if (c == u'+' && digits.isEmpty() && !plus)
            plus = true;
        else if (!isFiller(c))
            return {};
    }
    if (!plus && digits.startsWith("00"_L1) && digits.size() > 2)
        digits.remove(0, 2);
    if (digits.isEmpty())
        return {};
    return digits;
}

/// Whole-text match, without recursion: back to the last * when the rest does not fit, so at worst |text| x |pattern|.
bool matches(QStringView pattern, QStringView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && (pattern[p] == u'?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'*')
        ++p;
    return p == pattern.size();
}

/// Something that a user can see and that isn't a wildcard, and nothing that can't be seen.
bool isReadable(const QString &text)
{
    const bool clean = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isPrint(); });
    return clean && std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

std::optional<ProtectedNumbers::Pattern> ProtectedNumbers::patternOf(const QString &written)
{
    if (!isReadable(written))
        return {};
    if (const std::optional<QString> digits = phone(written, true))
        return Pattern { written, *digits, true };
    return Pattern { written, written.toCaseFolded(), false };
}

ProtectedNumbers::Read ProtectedNumbers::parse(QStringView text)
{
    Read read;
    QString all = text.toString();
    all.replace(u',', u'\n').replace(u';', u'\n').replace(u'\r', u'\n');
    for (const QString &line : all.split(u'\n')) {
        const QString written = line.trimmed();
        if (written.isEmpty())
            continue;
        const auto refuse = [&](Problem problem) { read.refused.append({ written.left(MaxLength), problem }); };
        if (written.size() > MaxLength) {
            refuse(Problem::TooLong);
            continue;
        }
        const std::optional<Pattern> pattern = patternOf(written);
        QList<Pattern> &known = read.numbers.m_patterns;
        if (!pattern)
            refuse(Problem::NotANumber);
        else if (std::any_of(known.cbegin(), known.cend(),
                             [&](const Pattern &one) { return one.compared == pattern->compared; }))
            continue;
        else if (known.size() == MaxPatterns)
            refuse(Problem::TooMany);
        else
            known.append(*pattern);
    }
    return read;
}

ProtectedNumbers ProtectedNumbers::with(const ProtectedNumbers &more) const
{
    ProtectedNumbers both = *this;
    both.m_patterns += more.without(*this).m_patterns;
    return both;
}

ProtectedNumbers ProtectedNumbers::without(const ProtectedNumbers &others) const
{
    ProtectedNumbers rest = *this;
    rest.m_patterns.removeIf([&others](const Pattern &one) {
        return std::any_of(others.m_patterns.cbegin(), others.m_patterns.cend(),
                           [&one](const Pattern &other) { return other.compared == one.compared; });
    });
    return rest;
}

QStringList ProtectedNumbers::patterns() const
{
    QStringList written;
    for (const Pattern &pattern : m_patterns)
        written.append(pattern.written);
    return written;
}

std::optional<QString> ProtectedNumbers::match(QStringView number) const
{
    const QString trimmed = number.trimmed().toString();
    if (trimmed.isEmpty())
        return {};
    const std::optional<QString> digits = phone(trimmed, false);
    const QString folded = trimmed.toCaseFolded();
    for (const Pattern &pattern : m_patterns) {
        // A telephone pattern meets numbers, and a name or address the text as it stands; "*55*" may well be meant for
        // both.
        if ((pattern.isPhone && digits && matches(pattern.compared, *digits))
            || matches(pattern.compared, folded))
            return pattern.written;
    }
    return {};
}

} // namespace hangup
