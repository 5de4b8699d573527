// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace hangup {

/// Numbers whose calls are never ended from here: a hotline, an emergency line. Patterns with wildcards: * any run of
/// characters, ? exactly one. Of telephone numbers the digits alone count: spaces, hyphens, dots, brackets, a leading +
/// or 00 make no difference ("+49 30 1234-*" means "004930 1234*"). Anything else (a SIP address, a name) is compared
/// as it stands, without regard to case.
class ProtectedNumbers
{
public:
    static constexpr qsizetype MaxPatterns = 500;
    static constexpr qsizetype MaxLength = 100; ///< characters of a pattern

    enum class Problem : quint8 {
        TooLong,
        TooMany,
        NotANumber, ///< nothing to compare in it, or an invisible character
    };
    struct Refused
    {
        QString pattern; ///< as it stood, at most MaxLength characters
        Problem problem;
    };
    struct Read;

    /// Patterns from a text: one a line, or with commas or semicolons between. Empty ones are skipped; each counts
    /// once.
    static Read parse(QStringView text);

    bool isEmpty() const { return m_patterns.isEmpty(); }
    /// As the user wrote them, in that order.
    QStringList patterns() const;
    /// The first pattern that protects @p number, as it was written. An empty number is never protected: nobody knows.
    std::optional<QString> match(QStringView number) const;
    /// Both, these first and each once; may be over MaxPatterns.
    ProtectedNumbers with(const ProtectedNumbers &more) const;
    /// Those that @p others has not.
    ProtectedNumbers without(const ProtectedNumbers &others) const;

    friend bool operator==(const ProtectedNumbers &, const ProtectedNumbers &) = default;

private:
    struct Pattern
    {
        QString written;
        QString compared;
        bool isPhone = false;
        friend bool operator==(const Pattern &, const Pattern &) = default;
    };
    static std::optional<Pattern> patternOf(const QString &written);

    QList<Pattern> m_patterns;
};

struct ProtectedNumbers::Read
{
    ProtectedNumbers numbers;
    QList<Refused> refused; ///< in the text's order
};

} // namespace hangup
