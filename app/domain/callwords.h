// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callreading.h"
#include "domain/cutoff.h"
#include "domain/stucksigns.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

/// What is said of a live call, of one that is over, and of the list they stand on: the only place of these words.
/// Plain text, translated with the context "hangup".
namespace hangup::words {

/// "Inbound", "Outbound"; empty when it was not told.
QString direction(CallDirection direction);
/// "inbound", "outbound"; empty when it was not told. Never translated.
QLatin1StringView directionKey(CallDirection direction);
/// What a filter on the direction is typed as; "" and "any" are none. Nothing: another word.
std::optional<CallDirection> directionFromKey(QStringView key);
/// Where it stands: "In progress", "Ringing", "Queued", "Over"; another word of Plivo's as it came.
QString status(const CallInfo &info);
/// "4:05", "59:59", "30:12:05": minutes and seconds, from an hour on with hours, however many.
QString age(std::chrono::seconds age);
/// The day is named when it is not the day of @p nowMs: "14:02:11", "2026-11-24 14:02:11". Local; empty for 0.
QString moment(qint64 ms, qint64 nowMs);

/// "Older than 4 h", "Ringing or queued for more than 2 min", "The other leg is gone", "Same from and to as another
/// call".
QString stuckSign(StuckSign sign, const StuckRules &rules);
/// All of them in a fixed order, joined; "Not sure" when data are missing; empty: nothing looks stuck.
QString stuckFinding(const StuckFinding &finding, const StuckRules &rules);
/// "old", "ringing_long", "other_leg_gone", "same_numbers"; never translated.
QLatin1StringView stuckKey(StuckSign sign);
/// The keys of a finding, in a fixed order: reasons alone, so that a script which takes what has one takes no call of
/// which nothing is known. Empty: nothing looks stuck, as far as it is known.
QStringList stuckKeys(const StuckFinding &finding);

/// Why it needs another step, or is left out: "Under 60 s old", "Answered inbound call", "Protected number", "Numbers
/// not read". Joined when more than one; empty: nothing.
QString cutOff(CutOffFlags flags, const CutOffRules &rules);

/// Of a batch that nothing is asked about before its end: what that means for young calls and answered inbound ones.
QString endedUnseen(qsizetype calls);

/// "As of 10:02:11, 212 of 800 details read." with what is wrong with the list in sentences behind it: cut, left out
/// ids, a filter, why it ended. Before the first list: that there is none.
QString liveState(const LiveState &state, qint64 nowMs);
/// Of a call that was looked up: live and how long, over and how it ended ("Ended 14:02:11 by the caller, Normal Hangup
/// (4000)."), not known to the account, or why it could not be read.
QString infoSentence(const CallInfoRead &read, qint64 nowMs);
/// "42 of 150 requests in the last 5 s" and, when it is held, until when.
QString accountUse(const AccountUse &use, qint64 nowMs);

} // namespace hangup::words
