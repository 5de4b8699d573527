// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callinfo.h"

#include <QString>
#include <QStringView>

#include <algorithm>
#include <optional>

namespace hangup {

/// A phone number to filter by: digits, with a + before them or without. Others can't be built, so nothing else becomes
/// part of an address.
class NumberFilter
{
public:
    /// Longer is no phone number (E.164 has 15 digits; some more for a prefix).
    static constexpr qsizetype MaxDigits = 20;

    /// The number that @p text is, exactly; nothing when it is none. Never trims or repairs.
    static std::optional<NumberFilter> parse(QStringView text)
    {
        const QStringView digits = text.startsWith(u'+') ? text.sliced(1) : text;
        const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
        if (digits.isEmpty() || digits.size() > MaxDigits || !std::all_of(digits.begin(), digits.end(), isDigit))
            return {};
        return NumberFilter(text.toString());
    }

    QString toString() const { return m_text; }
    friend bool operator==(const NumberFilter &, const NumberFilter &) = default;

private:
    explicit NumberFilter(QString text) : m_text(std::move(text)) { }

    QString m_text;
};

/// Which calls a list of live and queued calls is asked for, by Plivo; empty: all of the account.
struct LiveFilter
{
    CallDirection direction = CallDirection::Unknown; ///< Unknown: both
    std::optional<NumberFilter> from {};
    std::optional<NumberFilter> to {};

    bool isEmpty() const { return direction == CallDirection::Unknown && !from && !to; }
    friend bool operator==(const LiveFilter &, const LiveFilter &) = default;
};

/// How much a call's details are waited for, the least first.
enum class ReadUrgency : quint8 {
    Rest, ///< in the background
    Sort, ///< the order of the rows needs it
    Sight, ///< its row is in view
    Wanted, ///< a user waits for it: Look up, a confirmation
};

} // namespace hangup
