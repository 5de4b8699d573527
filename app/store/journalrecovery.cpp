// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalrecovery.h"

#include "store/journalfacts.h"
#include "store/journalrows.h"

#include <QHash>
#include <QSqlError>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// What is known of one attempt.
struct Attempt
{
    qint64 startMs = 0; ///< handed over; of one that was not seen to be: its intent's time
    std::chrono::milliseconds startMono { 0 };
    EndTarget target = EndTarget::Call;
    std::optional<RequestFact> answer;

    bool hasVerdict() const
    {
        return answer && answer->outcome && *answer->outcome != Outcome::Unknown
            && *answer->outcome != Outcome::NotSent;
    }
    /// It left, or may have.
    bool isWithoutVerdict() const { return !answer || answer->outcome == Outcome::Unknown; }
    bool wasSent() const { return !answer || answer->outcome != Outcome::NotSent; }
};

/// By number, in order.
std::map<int, Attempt> attemptsOf(const QList<JournalEvent> &events)
{
    std::map<int, Attempt> attempts;
    for (const JournalEvent &event : events) {
        const auto kind = eventKindFromKey(event.kind);
        if (kind != EventKind::Intent && kind != EventKind::Sent && kind != EventKind::Answer)
            continue;
        const auto fact = facts::readRequest(event);
        if (!fact || fact->kind != RequestKind::HangUp)
            continue;
        Attempt &attempt = attempts[fact->attempt];
        attempt.target = fact->target;
        if (kind == EventKind::Answer) {
            attempt.answer = fact;
        } else {
            attempt.startMs = fact->atMs;
            attempt.startMono = fact->monotonic;
        }
    }
    return attempts;
}

/// By call.
using Requests = QHash<QString, QList<JournalEvent>>;

/// False, with what the connection says of it, when @p rows ended because they could not be read.
bool wereRead(SqlConnection &connection, QSqlQuery &rows)
{
    const bool failed = rows.lastError().isValid();
    if (failed)
        connection.fail(rows);
    rows.finish();
    return !failed;
}

/// The requests that were to end calls of @p batch, in one pass over its events from the first of these calls on.
/// @p calls: which, as a FROM that gives `call` and `first_seq`, with a place for the batch.
std::optional<Requests> readRequests(SqlConnection &connection, qint64 batch, QLatin1StringView calls)
{
    QSqlQuery *rows = connection.rows(
        u"SELECT %1 FROM event WHERE seq >= (SELECT min(first_seq) FROM %2)"
        " AND seq <= (SELECT last_seq FROM batch WHERE batch=?) AND batch=? AND kind IN ('intent', 'sent', 'answer')"
        " AND call IN (SELECT call FROM %2) ORDER BY seq"_s.arg(eventColumns(), calls),
        { batch, batch, batch, batch });
    if (rows == nullptr)
        return std::nullopt;
    Requests requests;
    while (rows->next()) {
        const JournalEvent event = journalEvent(*rows);
        requests[event.call].append(event);
    }
    if (!wereRead(connection, *rows))
        return std::nullopt;
    return requests;
}

/// A call without an outcome, and whose it is.
struct OpenCall
{
    qint64 batch = 0;
    QString call;
    QString auth;
    QString run;
    int intents = 0; ///< the highest attempt whose intent is on record
};

std::optional<QList<OpenCall>> readOpenCalls(SqlConnection &connection)
{
    QSqlQuery *rows = connection.rows(u"SELECT c.batch, c.call, c.auth, b.run, c.intents FROM call c JOIN batch b"
                                      " USING (batch) WHERE c.outcome IS NULL ORDER BY b.at_ms, c.batch, c.position"_s);
    if (rows == nullptr)
        return std::nullopt;
    QList<OpenCall> calls;
    while (rows->next())
        calls.append({ rows->value(0).toLongLong(), rows->value(1).toString(), rows->value(2).toString(),
                       rows->value(3).toString(), rows->value(4).toInt() });
    if (!wereRead(connection, *rows))
        return std::nullopt;
    return calls;
}

bool closeCall(JournalWriter &writer, const OpenCall &call, const QList<JournalEvent> &requests)
{
    const auto id = CallId::parse(call.call);
    const auto authId = AuthId::parse(call.auth);
    if (!id || !authId)
        return true;
    const bool doubted = writer.connection()
                             .value(u"SELECT 1 FROM doubt WHERE auth=? AND call=?"_s, { call.auth, call.call })
                             .isValid();
    CallResult result = outcomeOfAbandoned(*id, requests, doubted, writer.clock().wall().count());
    // An intent is on record, and can't be read: it may have left.
    if (requests.isEmpty() && call.intents > 0)
        result.outcome = Outcome::Unknown;
    return writer.appendOutcome(static_cast<quint64>(call.batch), *authId, result, true);
}

} // namespace

CallResult outcomeOfAbandoned(const CallId &id, const QList<JournalEvent> &events, bool doubted, qint64 nowUtcMs)
{
    const std::map<int, Attempt> attempts = attemptsOf(events);
    CallResult result {
        .id = id, .outcome = Outcome::NotSent, .reason = Reason::ProgramEnded, .finishedAtMs = nowUtcMs
    };
    if (attempts.empty())
        return result;
    const Attempt &first = attempts.begin()->second;
    const Attempt &last = attempts.rbegin()->second;
    const auto lacksVerdict = [](const auto &entry) { return entry.second.isWithoutVerdict(); };
    const bool uncertain = std::any_of(attempts.begin(), attempts.end(), lacksVerdict);
    result.startedAtMs = first.startMs;
    result.attempts = static_cast<int>(
        std::count_if(attempts.begin(), attempts.end(), [](const auto &entry) { return entry.second.wasSent(); }));
    if (last.answer) {
        result.httpStatus = last.answer->httpStatus;
        result.apiId = last.answer->apiId;
        result.message = last.answer->message;
    }
    if (!last.hasVerdict()) {
        // After a 429, or what never left, an attempt before it may still have arrived.
        result.outcome = uncertain ? Outcome::Unknown : Outcome::NotSent;
        return result;
    }
    result.outcome = *last.answer->outcome;
    if (result.outcome == Outcome::NotLive && (uncertain || doubted))
        result.outcome = Outcome::NotLiveMaybeUs;
    result.reason = result.outcome == Outcome::Refused ? last.answer->reason : Reason::None;
    result.finishedAtMs = last.answer->atMs;
    result.elapsed = std::max(std::chrono::milliseconds(0), last.answer->monotonic - first.startMono);
    return result;
}

bool closeDeadRuns(JournalWriter &writer)
{
    const auto calls = readOpenCalls(writer.connection());
    if (!calls)
        return false;
    QHash<QString, bool> alive;
    QHash<qint64, Requests> requests; // of the batches that nobody goes on with
    for (const OpenCall &call : *calls) {
        if (!alive.contains(call.run))
            alive.insert(call.run, writer.runs().isAlive(call.run));
        if (alive.value(call.run))
            continue;
        if (!requests.contains(call.batch)) {
            const auto read = readRequests(writer.connection(), call.batch,
                                           "call WHERE batch=? AND outcome IS NULL AND first_seq > 0"_L1);
            if (!read)
                return false;
            requests.insert(call.batch, *read);
        }
        if (!closeCall(writer, call, requests[call.batch].value(call.call)))
            return false;
    }
    return true;
}

namespace {

/// The attempts of a call, behind those of the calls before.
void addAttempts(const QList<JournalEvent> &requests, Recovery &recovery)
{
    QList<AttemptSpan> spans;
    EndTarget target = EndTarget::Call;
    for (const auto &[number, attempt] : attemptsOf(requests)) {
        target = attempt.target;
        if (attempt.wasSent())
            spans.append({ attempt.startMs, attempt.answer ? attempt.answer->atMs : 0 });
    }
    recovery.attempts.append(spans);
    recovery.targets.append(target);
}

} // namespace

std::optional<Recovery> readRecovery(SqlConnection &connection)
{
    const SqlSnapshot snapshot(connection); // another program may acknowledge what is read here
    if (!snapshot.hasBegun())
        return std::nullopt;
    QSqlQuery *rows = connection.rows(u"SELECT %1 FROM recovery r JOIN call c USING (batch, call) JOIN batch b"
                                      " USING (batch) ORDER BY b.at_ms, b.batch, c.position"_s.arg(callColumns()));
    if (rows == nullptr)
        return std::nullopt;
    Recovery recovery;
    while (rows->next()) {
        if (const auto call = historyCall(*rows))
            recovery.calls.append(*call);
    }
    if (!wereRead(connection, *rows))
        return std::nullopt;
    QHash<quint64, Requests> requests;
    for (const HistoryCall &call : std::as_const(recovery.calls)) {
        const quint64 batch = call.batch.batch;
        if (!requests.contains(batch)) {
            // Of one that was never tried the outcome is all there is.
            const auto read = readRequests(connection, static_cast<qint64>(batch),
                                           "recovery CROSS JOIN call USING (batch, call)"
                                           " WHERE batch=? AND first_seq > 0 AND first_seq < last_seq"_L1);
            if (!read)
                return std::nullopt;
            requests.insert(batch, *read);
        }
        addAttempts(requests[batch].value(call.id.toString()), recovery);
    }
    return recovery;
}

} // namespace hangup
