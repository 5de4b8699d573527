// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/jsonlines.h"

#include "domain/callwords.h"
#include "domain/export.h"
#include "domain/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

using namespace Qt::StringLiterals;

namespace hangup::jsonlines {

namespace {

/// An object whose keys stay in the order they were put in: QJsonObject sorts them.
class Line
{
public:
    Line &put(const char *key, const QJsonValue &value)
    {
        m_text += m_text.isEmpty() ? "{\"" : ",\"";
        m_text += key;
        m_text += "\":";
        const QByteArray array = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
        m_text += array.mid(1, array.size() - 2);
        return *this;
    }
    Line &put(const char *key, const Line &object)
    {
        m_text += m_text.isEmpty() ? "{\"" : ",\"";
        m_text += key;
        m_text += "\":" + object.m_text + '}';
        return *this;
    }
    QByteArray whole() const { return m_text + "}\n"; }

private:
    QByteArray m_text;
};

QLatin1StringView shownState(CallPhase phase)
{
    switch (phase) {
    case CallPhase::Live:
        return "live"_L1;
    case CallPhase::Queued:
        return "queued"_L1;
    case CallPhase::Over:
        return "over"_L1;
    }
    return {};
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue timeOrNull(qint64 ms)
{
    return ms == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(isoUtc(ms));
}

QJsonValue idOrNull(const std::optional<CallId> &id)
{
    return id ? QJsonValue(id->toString()) : QJsonValue(QJsonValue::Null);
}

QJsonValue secondsOrNull(std::optional<std::chrono::seconds> time)
{
    return time ? QJsonValue(qint64(time->count())) : QJsonValue(QJsonValue::Null);
}

/// What is told of every call that was read. A call that is queued has been found there, whatever its status says.
void putInfo(Line &line, const CallInfo &info, qint64 nowMs)
{
    const QString status
        = info.status.isEmpty() && info.phase == CallPhase::Queued ? QString(shownState(info.phase)) : info.status;
    line.put("from", textOrNull(info.from))
        .put("to", textOrNull(info.to))
        .put("direction", textOrNull(words::directionKey(info.direction)))
        .put("status", textOrNull(status))
        .put("caller_name", textOrNull(info.callerName))
        .put("started_at", timeOrNull(info.startedAtMs))
        .put("age_s", secondsOrNull(info.age(nowMs)));
}

QLatin1StringView stateOf(const CallInfoRead &read)
{
    switch (read.state) {
    case LookState::Live:
        return read.info ? shownState(read.info->phase) : "unreadable"_L1;
    case LookState::Gone:
        return "not_found"_L1;
    case LookState::Unclear:
        break;
    }
    return "unreadable"_L1;
}

QJsonValue proofOrNull(std::optional<ProofState> proof)
{
    return proof ? QJsonValue(words::proofKey(*proof).toString()) : QJsonValue(QJsonValue::Null);
}

Line lineOf(const CallId &id, const std::optional<CallResult> &result, std::optional<ProofState> proof)
{
    const QJsonValue null(QJsonValue::Null);
    const CallResult r = result ? *result : CallResult { .id = id };
    Line line;
    line.put("call_uuid", id.toString())
        .put("outcome", result ? QJsonValue(words::outcomeKey(r.outcome).toString()) : null)
        .put("reason", textOrNull(words::reasonKey(r.reason).toString()))
        .put("http_status", r.httpStatus == 0 ? null : QJsonValue(r.httpStatus))
        .put("attempts", result ? QJsonValue(r.attempts) : null)
        .put("api_id", textOrNull(r.apiId))
        .put("message", textOrNull(r.message))
        .put("started_at", timeOrNull(r.startedAtMs))
        .put("finished_at", timeOrNull(r.finishedAtMs))
        // Never started: no time was taken, which is not the same as 0 ms.
        .put("elapsed_ms", r.startedAtMs == 0 ? null : QJsonValue(qint64(r.elapsed.count())))
        .put("proof", proofOrNull(proof));
    return line;
}

} // namespace

QByteArray call(const CallResult &result, std::optional<ProofState> proof)
{
    return lineOf(result.id, result, proof).whole();
}

QByteArray wouldSend(const CallResult &result)
{
    const bool would = result.outcome == Outcome::NotSent && result.reason == Reason::DryRun;
    return Line()
        .put("call_uuid", result.id.toString())
        .put("would_send", would)
        .put("outcome", would ? QJsonValue(QJsonValue::Null) : words::outcomeKey(result.outcome).toString())
        .put("reason", would ? QJsonValue(QJsonValue::Null) : textOrNull(words::reasonKey(result.reason).toString()))
        .put("http_status", result.httpStatus == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(result.httpStatus))
        .put("message", textOrNull(result.message))
        .whole();
}

QByteArray drySummary(int wouldSend, int notSent, std::chrono::milliseconds elapsed)
{
    Line inner;
    inner.put("accepted", wouldSend + notSent)
        .put("would_send", wouldSend)
        .put("not_sent", notSent)
        .put("elapsed_ms", qint64(elapsed.count()));
    return Line().put("summary", inner).whole();
}

QByteArray liveCall(const CallId &id, const std::optional<CallInfo> &info, const QStringList &stuck, qint64 nowMs)
{
    Line line;
    line.put("call_uuid", id.toString());
    putInfo(line, info.value_or(CallInfo { .id = id }), nowMs);
    return line.put("stuck", QJsonArray::fromStringList(stuck)).whole();
}

QByteArray shownCall(const CallInfoRead &read, qint64 nowMs)
{
    const QJsonValue null(QJsonValue::Null);
    const CallInfo info = read.info.value_or(CallInfo { .id = read.id });
    Line line;
    line.put("call_uuid", read.id.toString()).put("state", stateOf(read).toString());
    putInfo(line, info, nowMs);
    return line.put("parent_call_uuid", idOrNull(info.parent))
        .put("request_uuid", idOrNull(info.request))
        .put("ended_at", timeOrNull(info.record.endTimeMs))
        .put("hangup_source", textOrNull(info.record.hangupSource))
        .put("hangup_cause_code", info.record.causeCode ? QJsonValue(*info.record.causeCode) : null)
        .put("hangup_cause_name", textOrNull(info.record.causeName))
        .put("duration_s", secondsOrNull(info.record.duration))
        .whole();
}

QByteArray summary(const Tally &tally, std::chrono::milliseconds elapsed)
{
    Line inner;
    inner.put("accepted", tally.accepted())
        .put("ended", tally[Outcome::Ended])
        .put("not_live", tally[Outcome::NotLive])
        .put("not_live_maybe_us", tally[Outcome::NotLiveMaybeUs])
        .put("refused", tally[Outcome::Refused])
        .put("unknown", tally[Outcome::Unknown])
        .put("not_sent", tally[Outcome::NotSent])
        .put("elapsed_ms", qint64(elapsed.count()));
    return Line().put("summary", inner).whole();
}

QByteArray historyCall(const HistoryCall &call)
{
    const std::optional<ProofState> proof
        = call.proof.state == ProofState::None ? std::nullopt : std::optional(call.proof.state);
    return lineOf(call.id, call.result, proof)
        .put("batch", QString::number(call.batch.batch))
        .put("ticket", textOrNull(call.batch.words.ticket))
        .put("account", textOrNull(call.batch.accountName))
        .whole();
}

QByteArray account(const Account &account)
{
    QLatin1StringView token = "none_needed"_L1;
    if (account.kind == AccountKind::Environment)
        token = "environment"_L1;
    else if (account.isStored())
        token = account.tokenPlace == TokenPlace::Keychain ? "keychain"_L1 : "asked_for"_L1;
    return Line()
        .put("name", account.name)
        .put("auth_id", account.authId.toString())
        .put("host", account.isPractice() ? QJsonValue(QJsonValue::Null) : QJsonValue(account.address.hostAndPort()))
        .put("token", token)
        .whole();
}

} // namespace hangup::jsonlines
