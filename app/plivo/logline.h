// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/intentlog.h"
#include "domain/outcome.h"
#include "domain/pause.h"
#include "domain/proof.h"
#include "plivo/replyclassifier.h"

#include <QString>

#include <chrono>
#include <optional>

/// Lines of the log, as the engine writes them. The words of outcomes come from domain/words.h. A call's outcome stands
/// in exactly one line; what comes before it has none.
namespace hangup::logline {

using Ms = std::chrono::milliseconds;

// --- of a DELETE
/// An answer that is an outcome, or a call that was not sent.
LogEntry answer(const CallResult &result, const Verdict &verdict, qint64 atMs, Ms took,
                EndTarget target = EndTarget::Call);
/// A 429 to any request about the call: it waits.
LogEntry limited(const CallResult &result, const Verdict &verdict, RequestKind kind, qint64 atMs, Ms took);
/// An answer without a verdict, before the look.
LogEntry noVerdict(const CallResult &result, const Verdict &verdict, qint64 atMs, Ms took);
/// It never left, and is tried again.
LogEntry triedAgain(const CallResult &result, qint64 atMs, int attempt, int of);
/// A call that was never sent at all, or not again.
LogEntry notSent(const CallResult &result, qint64 atMs);

// --- of a look
/// "Asked Plivo: still live. Sending again, attempt 2 of 4."
LogEntry stillThere(const CallResult &result, const Verdict &verdict, bool queued, qint64 atMs, Ms took, int attempt,
                    int of);
/// Still live, and nothing is sent any more: the outcome.
LogEntry stillThereAtLast(const CallResult &result, const Verdict &verdict, bool queued, qint64 atMs, Ms took);
/// Neither live nor queued: the outcome.
LogEntry gone(const CallResult &result, const Verdict &verdict, qint64 atMs, Ms took);
/// The look was no help: the outcome.
LogEntry unclear(const CallResult &result, const Verdict &verdict, qint64 atMs, Ms took);

// --- of a check before the end
/// It passed.
LogEntry checked(const CallResult &result, const Verdict &verdict, bool queued, qint64 atMs, Ms took);
/// No clear answer, and it is asked again.
LogEntry checkedAgain(const CallResult &result, const Verdict &verdict, qint64 atMs, Ms took, int attempt, int of);
/// It is there, and is not to be ended: the outcome.
LogEntry skipped(const CallResult &result, const Verdict &verdict, bool queued, qint64 atMs, Ms took);

/// What is proven of a call with @p outcome.
LogEntry proof(const CallProof &proof, Outcome outcome, qint64 atMs);

LogEntry note(const QString &text, qint64 atMs);
/// "Too many requests: the account waits 5 s."
QString accountHeld(Ms wait);
/// Why the batch holds back.
QString paused(const Pause &pause);
/// An outcome could not be put on disk.
QString outcomeNotWritten();

} // namespace hangup::logline
