// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/jsonlines.h"

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

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue timeOrNull(qint64 ms)
{
    return ms == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(isoUtc(ms));
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

QByteArray wouldSend(const CallId &id)
{
    return Line().put("call_uuid", id.toString()).put("would_send", true).whole();
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

} // namespace hangup::jsonlines
