// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/callscan.h"
#include "domain/history.h"
#include "domain/intentlog.h"
#include "domain/outcome.h"
#include "domain/pause.h"
#include "domain/proof.h"
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
/// "Listed", "Waiting", "On its way", "Checking", "Done".
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

// --- proof, the journal, recovery
/// "Proven", "Not yet", "Not by us", "Still live", "Gone"; empty for None. For the column Proof.
QString proofShort(const CallProof &proof);
/// The whole sentence: "Plivo's record: ended by an API request." "Accepted, but still live." with the time, the cause
/// and its code as far as known: "Plivo's record: ended by the caller at 14:02:11, Normal Hangup (4000)." Times are
/// local, with the date when it isn't the day of the last look. "Accepted" is said of the outcome Ended alone: hand
/// @p outcome in where there is one.
QString proofSentence(const CallProof &proof, std::optional<Outcome> outcome = std::nullopt);
/// "none", "not_yet", "proven", "ended_otherwise", "still_live", "gone". Never translated.
QLatin1StringView proofKey(ProofState state);
std::optional<ProofState> proofFromKey(QStringView key);
/// A sentence for a banner: why nothing can be ended, or what is kept for later; empty when all is well.
QString journalState(const JournalState &state);
/// What became of a broken journal, at the start; empty: it was whole.
QString journalSetAside(const JournalState &state);
/// "The journal is whole: 12,345 events checked." "The journal was changed at event 17."
QString journalCheck(const JournalCheck &check);
/// The question a paused batch asks, in a sentence or two.
QString pause(const Pause &pause);
/// One request in the history of a call: "DELETE sent, attempt 2", "Answer to attempt 2: 204 after 84 ms", "Looked:
/// still live".
QString requestSent(const RequestFact &fact);
QString requestAnswered(const RequestFact &fact);

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
