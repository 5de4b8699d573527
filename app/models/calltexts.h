// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/calltable.h"

#include <QString>

/// What the columns of CallListModel show of a call. @p column is a CallListModel::Column.
namespace hangup::calltexts {

/// A cell's words; empty where there is nothing to say.
QString display(const CallTable &table, const CallRow &row, int column);
/// Text for a tool tip (see plainToolTip()); empty: none.
QString toolTip(const CallTable &table, const CallRow &row, int column);
/// "Outcome: Ended", "HTTP: none".
QString accessible(const CallTable &table, const CallRow &row, int column);
/// The outcome's whole sentence and Plivo's own words, or what the state means. Plain text.
QString explanation(const CallTable &table, const CallRow &row);
/// What sets NotLiveMaybeUs apart from NotLive, which has the same short word: "Not live now; an earlier attempt may
/// have ended it".
QString maybeUs();
/// Mark, that an earlier attempt may have ended it, reason and Plivo's own words.
QString notes(const CallTable &table, const CallRow &row);

QString header(int column);
QString headerToolTip(int column);
/// Numbers stand on the right, their headers too.
bool isNumeric(int column);

/// @p text so that a tool tip shows it letter by letter: Qt takes a text with tags in it for HTML, so foreign text
/// goes there as HTML, escaped, with its blanks and lines kept.
QString plainToolTip(const QString &text);

inline bool isMaybeUs(const CallRow &row)
{
    return row.isDone() && row.outcome == Outcome::NotLiveMaybeUs;
}
/// Whether the number of attempts says something: not for calls that were never asked for.
inline bool hasAttempts(const CallRow &row)
{
    return row.isDone() || row.attempts > 0;
}
/// Whether the call has been on its way, and is done.
inline bool hasTook(const CallRow &row)
{
    return row.isDone() && row.startedAtMs > 0;
}

} // namespace hangup::calltexts
