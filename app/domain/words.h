// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/callscan.h"
#include "domain/outcome.h"
#include "domain/textfile.h"

#include <QString>

/// The only place where outcomes, reasons and refusals become words a user reads. Plain text, translated
/// with the context "hangup". The same outcome has the same words in the table, log, summary, exports.
namespace hangup::words {

/// "Ended", "Not live", "Refused", "Unknown", "Not sent".
QString outcomeShort(Outcome outcome);
/// The whole sentence: "Plivo confirmed the hang-up."
QString outcomeSentence(Outcome outcome);
/// The sentence with its reason and code: "Refused (400)." "Sent, no clear answer; it may have ended: no answer within
/// 10 s."
QString resultSentence(const CallResult &result);
QString resultSentence(Outcome outcome, Reason reason, int httpStatus);
/// A short phrase: "the host name was not found".
QString reasonPhrase(Reason reason);
/// "Listed", "Waiting", "On its way", "Done".
QString stateShort(CallState state);
/// ✓ – ✕ ? ⊘ …
QChar outcomeSymbol(Outcome outcome);
QChar waitingSymbol();
/// "ended", "not_live", "not_live_maybe_us", "refused", "unknown", "not_sent": for exports and scripts, never
/// translated.
QLatin1StringView outcomeKey(Outcome outcome);
std::optional<Outcome> outcomeFromKey(QStringView key);
/// "silence", "too_late", …; empty for None. Never translated.
QLatin1StringView reasonKey(Reason reason);

/// "cut off (35 of 36 characters)", "an invisible character, U+200B, in column 9", "an api_id, not a call".
QString ignored(const IgnoredText &ignored);
/// "request UUID", "parent leg", "A leg", "B leg", or empty.
QString mark(IdMark mark);
/// "16 found: 15 added, 1 already listed. 2 ignored: 1 is an api_id, 1 is cut off (35 of 36 characters)."
/// @p added and @p alreadyListed add up to scan.found.size().
QString scanSummary(const ScanResult &scan, int added, int alreadyListed);
/// A sentence for an argument or a typed line that is not exactly an id: "This is not a call UUID: it has 35 of 36
/// characters."
QString notAnId(QStringView text);

/// A sentence: "An API address must start with https://."
QString addressError(ApiAddressError error);
/// A sentence naming the file: "“x.bin” is not text in UTF-8 or UTF-16. Nothing was added."
QString fileError(const FileError &error);
/// "16 calls accepted: 9 ended, 2 not live, 1 refused, 1 unknown, 0 not sent, 3 waiting."
QString tally(const Tally &tally);
/// "84 ms", "1.3 s", "2 min 5 s".
QString duration(std::chrono::milliseconds d);

} // namespace hangup::words
