// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/logline.h"

#include "domain/words.h"

#include <QCoreApplication>

namespace hangup::logline {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("hangup", source);
}

QString sentText(RequestKind kind)
{
    return kind == RequestKind::HangUp ? u"DELETE Call"_s : u"GET Call"_s;
}

LogEntry lineOf(LogEntry::Kind kind, const CallId &id, qint64 atMs)
{
    LogEntry entry;
    entry.kind = kind;
    entry.atMs = atMs;
    entry.id = id;
    return entry;
}

/// An answer of the server to a request about the call; its text and outcome are still to be filled in.
LogEntry answerLine(const CallId &id, const Verdict &verdict, RequestKind kind, qint64 atMs, Ms took)
{
    LogEntry entry = lineOf(LogEntry::Kind::Answer, id, atMs);
    entry.sent = sentText(kind);
    entry.httpStatus = verdict.httpStatus;
    entry.message = verdict.message;
    entry.apiId = verdict.apiId;
    entry.elapsedMs = took.count();
    return entry;
}

LogEntry lookLine(const CallResult &result, const Verdict &verdict, qint64 atMs, Ms took)
{
    return answerLine(result.id, verdict, RequestKind::LookLive, atMs, took);
}

void setOutcome(LogEntry &entry, const CallResult &result)
{
    entry.outcome = result.outcome;
    entry.reason = result.reason;
    entry.text = words::resultSentence(result);
}

QString stillThereText(bool queued)
{
    return queued ? text(QT_TRANSLATE_NOOP("hangup", "Asked Plivo: still queued."))
                  : text(QT_TRANSLATE_NOOP("hangup", "Asked Plivo: still live."));
}

QString checkedText(bool queued)
{
    return queued ? text(QT_TRANSLATE_NOOP("hangup", "Checked: still queued."))
                  : text(QT_TRANSLATE_NOOP("hangup", "Checked: still live."));
}

/// Looked at by a check, with no attempt before whose end nobody knows.
bool isCheck(const CallResult &result)
{
    return result.outcome == Outcome::NotSent;
}

} // namespace

LogEntry answer(const CallResult &result, const Verdict &verdict, qint64 atMs, Ms took, EndTarget target)
{
    const bool sent = verdict.outcome != Outcome::NotSent;
    LogEntry entry = answerLine(result.id, verdict, RequestKind::HangUp, atMs, took);
    if (target == EndTarget::Request)
        entry.sent = u"DELETE Request"_s;
    if (!sent) {
        entry.kind = LogEntry::Kind::NotSent;
        entry.sent.clear();
    }
    setOutcome(entry, result);
    return entry;
}

LogEntry limited(const CallResult &result, const Verdict &verdict, RequestKind kind, qint64 atMs, Ms took)
{
    LogEntry entry = answerLine(result.id, verdict, kind, atMs, took);
    entry.text = text(QT_TRANSLATE_NOOP("hangup", "Too many requests; this call waits."));
    return entry;
}

LogEntry noVerdict(const CallResult &result, const Verdict &verdict, qint64 atMs, Ms took)
{
    LogEntry entry = answerLine(result.id, verdict, RequestKind::HangUp, atMs, took);
    entry.reason = result.reason;
    entry.text = text(QT_TRANSLATE_NOOP("hangup", "No clear answer: %1. Asking Plivo whether the call is still live."))
                     .arg(words::reasonPhrase(result.reason));
    return entry;
}

LogEntry triedAgain(const CallResult &result, qint64 atMs, int attempt, int of)
{
    LogEntry entry = lineOf(LogEntry::Kind::NotSent, result.id, atMs);
    entry.reason = result.reason;
    entry.text = text(QT_TRANSLATE_NOOP("hangup", "Not sent: %1. Trying again, attempt %2 of %3."))
                     .arg(words::reasonPhrase(result.reason))
                     .arg(attempt)
                     .arg(of);
    return entry;
}

LogEntry notSent(const CallResult &result, qint64 atMs)
{
    LogEntry entry = lineOf(LogEntry::Kind::NotSent, result.id, atMs);
    setOutcome(entry, result);
    return entry;
}

LogEntry stillThere(const CallResult &result, const Verdict &verdict, bool queued, qint64 atMs, Ms took, int attempt,
                    int of)
{
    LogEntry entry = lookLine(result, verdict, atMs, took);
    const QString next = attempt == 1
        ? text(QT_TRANSLATE_NOOP("hangup", "Sending."))
        : text(QT_TRANSLATE_NOOP("hangup", "Sending again, attempt %1 of %2.")).arg(attempt).arg(of);
    entry.text = stillThereText(queued) + u' ' + next;
    return entry;
}

LogEntry stillThereAtLast(const CallResult &result, const Verdict &verdict, bool queued, qint64 atMs, Ms took)
{
    LogEntry entry = lookLine(result, verdict, atMs, took);
    setOutcome(entry, result);
    entry.text = stillThereText(queued) + u' ' + text(QT_TRANSLATE_NOOP("hangup", "It is not sent again by itself."))
        + u' ' + entry.text;
    return entry;
}

LogEntry gone(const CallResult &result, const Verdict &verdict, qint64 atMs, Ms took)
{
    LogEntry entry = lookLine(result, verdict, atMs, took);
    setOutcome(entry, result);
    const QString found = isCheck(result) ? text(QT_TRANSLATE_NOOP("hangup", "Checked: neither live nor queued."))
                                          : text(QT_TRANSLATE_NOOP("hangup", "Asked Plivo: neither live nor queued."));
    entry.text = found + u' ' + entry.text;
    return entry;
}

LogEntry unclear(const CallResult &result, const Verdict &verdict, qint64 atMs, Ms took)
{
    LogEntry entry = lookLine(result, verdict, atMs, took);
    setOutcome(entry, result);
    const QString found = isCheck(result) ? text(QT_TRANSLATE_NOOP("hangup", "Checked: no clear answer."))
                                          : text(QT_TRANSLATE_NOOP("hangup", "Asked Plivo: no clear answer."));
    entry.text = found + u' ' + entry.text;
    return entry;
}

LogEntry checked(const CallResult &result, const Verdict &verdict, bool queued, qint64 atMs, Ms took)
{
    LogEntry entry = lookLine(result, verdict, atMs, took);
    entry.text = checkedText(queued);
    return entry;
}

LogEntry checkedAgain(const CallResult &result, const Verdict &verdict, qint64 atMs, Ms took, int attempt, int of)
{
    LogEntry entry = lookLine(result, verdict, atMs, took);
    entry.reason = result.reason;
    entry.text = text(QT_TRANSLATE_NOOP("hangup", "Checked: no clear answer (%1). Checking again, attempt %2 of %3."))
                     .arg(words::reasonPhrase(result.reason))
                     .arg(attempt)
                     .arg(of);
    return entry;
}

LogEntry skipped(const CallResult &result, const Verdict &verdict, bool queued, qint64 atMs, Ms took)
{
    LogEntry entry = lookLine(result, verdict, atMs, took);
    setOutcome(entry, result);
    entry.text = checkedText(queued) + u' ' + entry.text;
    return entry;
}

LogEntry proof(const CallProof &proof, Outcome outcome, qint64 atMs)
{
    LogEntry entry = lineOf(LogEntry::Kind::Answer, proof.id, atMs);
    entry.sent = sentText(RequestKind::Record);
    entry.text = words::proofSentence(proof, outcome);
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

QString accountHeld(Ms wait)
{
    return text(QT_TRANSLATE_NOOP("hangup", "Plivo asks to wait: nothing is sent for %1.")).arg(words::duration(wait));
}

QString paused(const Pause &pause)
{
    return words::pause(pause);
}

QString outcomeNotWritten()
{
    return text(QT_TRANSLATE_NOOP("hangup", "An outcome could not be written to disk."));
}

} // namespace hangup::logline
