// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/jsonlines.h"

#include "domain/callwords.h"
#include "domain/export.h"
#include "domain/jsontext.h"
#include "domain/words.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hangup::jsonlines {

namespace {

using Value = JsonText::Value;

QByteArray lineOf(const JsonText &text)
{
    return text.object() + '\n';
}

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

Value textOrNull(const QString &text)
{
    return text.isEmpty() ? Value() : Value(text);
}

Value keyOrNull(QLatin1StringView key)
{
    return key.isEmpty() ? Value() : Value(key);
}

Value timeOrNull(qint64 ms)
{
    return ms == 0 ? Value() : Value(isoUtc(ms));
}

Value numberOrNull(int number)
{
    return number == 0 ? Value() : Value(number);
}

Value idOrNull(const std::optional<CallId> &id)
{
    return id ? Value(id->toString()) : Value();
}

Value secondsOrNull(std::optional<std::chrono::seconds> time)
{
    return time ? Value(qint64(time->count())) : Value();
}

/// What is told of every call that was read. A call that is queued has been found there, whatever its status says.
void putInfo(JsonText &line, const CallInfo &info, qint64 nowMs)
{
    const QString status
        = info.status.isEmpty() && info.phase == CallPhase::Queued ? QString(shownState(info.phase)) : info.status;
    line.put("from", textOrNull(info.from))
        .put("to", textOrNull(info.to))
        .put("direction", keyOrNull(words::directionKey(info.direction)))
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

Value proofOrNull(std::optional<ProofState> proof)
{
    return proof ? Value(words::proofKey(*proof)) : Value();
}

JsonText fieldsOf(const CallId &id, const std::optional<CallResult> &result, std::optional<ProofState> proof)
{
    const CallResult r = result ? *result : CallResult { .id = id };
    JsonText line;
    line.put("call_uuid", id.toString())
        .put("outcome", result ? Value(words::outcomeKey(r.outcome)) : Value())
        .put("reason", keyOrNull(words::reasonKey(r.reason)))
        .put("http_status", numberOrNull(r.httpStatus))
        .put("attempts", result ? Value(r.attempts) : Value())
        .put("api_id", textOrNull(r.apiId))
        .put("message", textOrNull(r.message))
        .put("started_at", timeOrNull(r.startedAtMs))
        .put("finished_at", timeOrNull(r.finishedAtMs))
        // Never started: no time was taken, which is not the same as 0 ms.
        .put("elapsed_ms", r.startedAtMs == 0 ? Value() : Value(qint64(r.elapsed.count())))
        .put("proof", proofOrNull(proof));
    return line;
}

} // namespace

QByteArray call(const CallResult &result, std::optional<ProofState> proof)
{
    return lineOf(fieldsOf(result.id, result, proof));
}

QByteArray wouldSend(const CallResult &result)
{
    const bool would = result.outcome == Outcome::NotSent && result.reason == Reason::DryRun;
    return lineOf(JsonText()
                      .put("call_uuid", result.id.toString())
                      .put("would_send", would)
                      .put("outcome", would ? Value() : Value(words::outcomeKey(result.outcome)))
                      .put("reason", would ? Value() : keyOrNull(words::reasonKey(result.reason)))
                      .put("http_status", numberOrNull(result.httpStatus))
                      .put("message", textOrNull(result.message)));
}

QByteArray drySummary(int wouldSend, int notSent, std::chrono::milliseconds elapsed)
{
    JsonText inner;
    inner.put("accepted", wouldSend + notSent)
        .put("would_send", wouldSend)
        .put("not_sent", notSent)
        .put("elapsed_ms", qint64(elapsed.count()));
    return lineOf(JsonText().putJson("summary", inner.object()));
}

QByteArray liveCall(const CallId &id, const std::optional<CallInfo> &info, const QStringList &stuck, qint64 nowMs)
{
    JsonText line;
    line.put("call_uuid", id.toString());
    putInfo(line, info.value_or(CallInfo { .id = id }), nowMs);
    return lineOf(
        line.putJson("stuck", QJsonDocument(QJsonArray::fromStringList(stuck)).toJson(QJsonDocument::Compact)));
}

QByteArray shownCall(const CallInfoRead &read, qint64 nowMs)
{
    const CallInfo info = read.info.value_or(CallInfo { .id = read.id });
    JsonText line;
    line.put("call_uuid", read.id.toString()).put("state", stateOf(read));
    putInfo(line, info, nowMs);
    return lineOf(line.put("parent_call_uuid", idOrNull(info.parent))
                      .put("request_uuid", idOrNull(info.request))
                      .put("ended_at", timeOrNull(info.record.endTimeMs))
                      .put("hangup_source", textOrNull(info.record.hangupSource))
                      .put("hangup_cause_code", info.record.causeCode ? Value(*info.record.causeCode) : Value())
                      .put("hangup_cause_name", textOrNull(info.record.causeName))
                      .put("duration_s", secondsOrNull(info.record.duration)));
}

QByteArray summary(const Tally &tally, std::chrono::milliseconds elapsed)
{
    JsonText inner;
    inner.put("accepted", tally.accepted())
        .put("ended", tally[Outcome::Ended])
        .put("not_live", tally[Outcome::NotLive])
        .put("not_live_maybe_us", tally[Outcome::NotLiveMaybeUs])
        .put("refused", tally[Outcome::Refused])
        .put("unknown", tally[Outcome::Unknown])
        .put("not_sent", tally[Outcome::NotSent])
        .put("elapsed_ms", qint64(elapsed.count()));
    return lineOf(JsonText().putJson("summary", inner.object()));
}

QByteArray historyCall(const HistoryCall &call)
{
    const std::optional<ProofState> proof
        = call.proof.state == ProofState::None ? std::nullopt : std::optional(call.proof.state);
    return lineOf(fieldsOf(call.id, call.result, proof)
                      .put("batch", QString::number(call.batch.batch))
                      .put("ticket", textOrNull(call.batch.words.ticket))
                      .put("account", textOrNull(call.batch.accountName)));
}

QByteArray account(const Account &account)
{
    QLatin1StringView token = "none_needed"_L1;
    if (account.kind == AccountKind::Environment)
        token = "environment"_L1;
    else if (account.isStored())
        token = account.tokenPlace == TokenPlace::Keychain ? "keychain"_L1 : "asked_for"_L1;
    return lineOf(JsonText()
                      .put("name", account.name)
                      .put("auth_id", account.authId.toString())
                      .put("host", account.isPractice() ? Value() : Value(account.address.hostAndPort()))
                      .put("token", token));
}

} // namespace hangup::jsonlines
