// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callinfo.h"
#include "domain/outcome.h"

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
    Missed, ///< not on the latest list, which may have missed it: when all on the list is read
    Rest, ///< in the background
    Sort, ///< the order of the rows needs it
    Sight, ///< its row is in view
    Wanted, ///< a user waits for it: Look up, a confirmation
};

/// What becomes of the details that were read already when a new list takes the place of a reading under way.
enum class DetailsRead : quint8 {
    AskAgain, ///< a user wants all of it anew
    Keep, ///< the new list goes on where the reading was
};

/// What Plivo says to "is this call live?" or "is it queued?".
enum class LookState : quint8 {
    Live, ///< yes: a whole 200 that names this very call
    Gone, ///< no: a whole 404 with a JSON object
    Unclear, ///< anything else says nothing
};

/// What is known of one call now.
struct CallInfoRead
{
    CallId id;
    /// Live: there is an info, whose phase says whether it is live, queued or over. Gone: neither live nor queued; and
    /// for a call that was wanted, or was on no list, there is no record either. Unclear: could not be read.
    LookState state = LookState::Unclear;
    std::optional<CallInfo> info {};
    bool hasNoRecord = false; ///< of Gone: the record was asked for, too, and there is none
    Reason reason = Reason::None; ///< of Unclear; None also for a refusal, which has a status
    int httpStatus = 0; ///< of the last answer; 0: none
    QString message {}; ///< Plivo's words to an Unclear one, cleaned
};

/// What this program used of the account's limit, for a gauge.
struct AccountUse
{
    int sent = 0; ///< requests in the last EngineLimits::window (5 s)
    int windowRequests = 0; ///< its share: at most so many in any such time; 0: no limit
    qint64 heldUntilMs = 0; ///< UTC, ms since 1970: nothing is sent before; 0: not held
    friend bool operator==(const AccountUse &, const AccountUse &) = default;
};

/// The live calls of the account in use, as far as they are read.
struct LiveState
{
    bool reading = false; ///< a reading is under way
    qint64 asOfMs = 0; ///< of the list that is shown; UTC, ms since 1970; 0: there is none
    int calls = 0; ///< on that list, queued ones too
    /// Of them: details read since the list was, or since the first of the lists that went on with one another.
    int detailsRead = 0;
    int detailsUnclear = 0; ///< of them: their details could not be read
    bool looksCut = false; ///< there are probably more calls than these
    int oddIds = 0; ///< entries of the list that were left out, because they are not ids
    /// Every live and queued call is on the list: whole, of two pages, without a filter. Only then is a call that is
    /// not on it gone.
    bool isWhole = false;
    /// Why the list, or what is missing of the details, could not be read; None: it could, or it was a refusal, which
    /// has a status.
    Reason reason = Reason::None;
    int httpStatus = 0; ///< of that refusal; 0: none
    QString message {}; ///< Plivo's words to it, cleaned
    LiveFilter filter {}; ///< it was asked for with

    bool hasFailed() const { return reason != Reason::None || httpStatus != 0; }
    friend bool operator==(const LiveState &, const LiveState &) = default;
};

} // namespace hangup
