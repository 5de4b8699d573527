// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/outcome.h"
#include "plivo/replyclassifier.h"

#include <QString>

#include <chrono>

/// Lines of the log, as the engine writes them. The words of outcomes come from domain/words.h.
namespace hangup::logline {

/// An attempt's answer, a 429 (which has no outcome) included, or a call that was not sent.
LogEntry answer(const CallResult &result, const Verdict &verdict, qint64 atMs, std::chrono::milliseconds took);
/// A call that was never sent at all.
LogEntry notSent(const CallResult &result, qint64 atMs);
LogEntry note(const QString &text, qint64 atMs);

/// "Too many requests: the account waits 5 s."
QString accountHeld(std::chrono::milliseconds wait);
/// Plivo asked for a wait so long that the batch was stopped instead.
QString waitTooLong(std::chrono::milliseconds wait);
/// The machine slept between the confirmation and the send.
QString slept(std::chrono::milliseconds time);
/// An outcome could not be put on disk.
QString outcomeNotWritten();

} // namespace hangup::logline
