// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/logline.h"

#include "domain/words.h"

#include <QCoreApplication>

namespace hangup::logline {

using namespace Qt::StringLiterals;

LogEntry answer(const CallResult &result, const Verdict &verdict, qint64 atMs, std::chrono::milliseconds took)
{
    LogEntry entry;
    const bool sent = verdict.waits || result.outcome != Outcome::NotSent;
    entry.kind = sent ? LogEntry::Kind::Answer : LogEntry::Kind::NotSent;
    entry.atMs = atMs;
    entry.id = result.id;
    if (sent)
        entry.sent = u"DELETE Call"_s;
    entry.httpStatus = verdict.httpStatus;
    entry.message = verdict.message;
    entry.apiId = verdict.apiId;
    entry.elapsedMs = took.count();
    if (verdict.waits) {
        entry.text = QCoreApplication::translate("hangup", "Too many requests; this call waits.");
        return entry;
    }
    entry.outcome = result.outcome;
    entry.reason = result.reason;
    entry.text = words::resultSentence(result);
    return entry;
}

LogEntry notSent(const CallResult &result, qint64 atMs)
{
    LogEntry entry;
    entry.kind = LogEntry::Kind::NotSent;
    entry.atMs = atMs;
    entry.id = result.id;
    entry.outcome = result.outcome;
    entry.reason = result.reason;
    entry.text = words::resultSentence(result);
    return entry;
}

LogEntry note(const QString &text, qint64 atMs)
{
    LogEntry entry;
    entry.kind = LogEntry::Kind::Note;
    entry.atMs = atMs;
    entry.text = text;
    return entry;
}

QString accountHeld(std::chrono::milliseconds wait)
{
    return QCoreApplication::translate("hangup", "Too many requests: nothing is sent for %1.")
        .arg(words::duration(wait));
}

QString waitTooLong(std::chrono::milliseconds wait)
{
    return QCoreApplication::translate("hangup",
                                       "Too many requests: Plivo asks to wait %1. The waiting calls were not sent.")
        .arg(words::duration(wait));
}

QString slept(std::chrono::milliseconds time)
{
    return QCoreApplication::translate("hangup",
                                       "The computer slept for %1. The waiting calls are held until you confirm again.")
        .arg(words::duration(time));
}

QString outcomeNotWritten()
{
    return QCoreApplication::translate("hangup", "An outcome could not be written to disk.");
}

} // namespace hangup::logline
