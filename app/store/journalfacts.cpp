// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalfacts.h"

#include "domain/jsontext.h"
#include "domain/words.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hangup::facts {

namespace {

void put(JsonText &data, QByteArrayView name, const QString &text)
{
    if (!text.isEmpty())
        data.put(name, text);
}

void put(JsonText &data, QByteArrayView name, QLatin1StringView key)
{
    if (!key.isEmpty())
        data.put(name, key);
}

void put(JsonText &data, QByteArrayView name, qint64 number)
{
    if (number != 0)
        data.put(name, number);
}

void put(JsonText &data, QByteArrayView name, EndTarget target)
{
    if (target == EndTarget::Request)
        data.put(name, TargetRequest);
}

JournalEvent eventOf(EventKind kind, quint64 batch, const QString &call, const JsonText &data)
{
    return {
        .kind = eventKindKey(kind),
        .batch = static_cast<qint64>(batch),
        .call = call,
        .data = data.object(),
    };
}

QByteArray textOf(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

/// Of up to 100,000 ids and more: without a tree, and no longer than it is.
QByteArray textOf(const QList<CallId> &ids)
{
    QByteArray text;
    text.reserve(ids.size() * (CallId::Length + 3) + 2);
    for (const CallId &id : ids) {
        text += text.isEmpty() ? "[\"" : ",\"";
        text += id.toLatin1();
        text += '"';
    }
    text += text.isEmpty() ? "[]" : "]";
    return text;
}

QLatin1StringView requestKey(RequestKind kind)
{
    switch (kind) {
    case RequestKind::HangUp:
        return "hang_up"_L1;
    case RequestKind::LookLive:
        return "look_live"_L1;
    case RequestKind::LookQueued:
        return "look_queued"_L1;
    case RequestKind::Record:
        return "record"_L1;
    }
    return {};
}

JournalEvent stamped(JournalEvent event, qint64 utcMs, std::chrono::milliseconds monotonic)
{
    event.utcMs = utcMs;
    event.monoMs = monotonic.count();
    return event;
}

} // namespace

// Each event's fields stand in the order of their names.

JournalEvent batchEvent(const BatchInfo &batch, const QList<CallId> &ids)
{
    JsonText data;
    put(data, "auth", batch.authId.toString());
    data.putJson("calls", textOf(ids));
    put(data, "name", batch.accountName);
    put(data, "operator", batch.operatorName);
    put(data, "reason", batch.words.reason);
    put(data, "ticket", batch.words.ticket);
    return stamped(eventOf(EventKind::Batch, batch.batch, {}, data), batch.atMs, batch.monotonic);
}

JournalEvent intentEvent(const Intent &intent)
{
    JsonText data;
    put(data, "attempt", intent.attempt);
    put(data, "auth", intent.authId.toString());
    put(data, "target", intent.target);
    return stamped(eventOf(EventKind::Intent, intent.batch, intent.id.toString(), data), intent.atMs, intent.monotonic);
}

JournalEvent sentEvent(const RequestFact &fact)
{
    JsonText data;
    put(data, "attempt", fact.attempt);
    put(data, "auth", fact.authId.toString());
    put(data, "request", requestKey(fact.kind));
    put(data, "target", fact.target);
    return stamped(eventOf(EventKind::Sent, fact.batch, fact.id.toString(), data), fact.atMs, fact.monotonic);
}

JournalEvent answerEvent(const RequestFact &fact)
{
    JsonText data;
    put(data, "api_id", fact.apiId);
    put(data, "attempt", fact.attempt);
    put(data, "auth", fact.authId.toString());
    put(data, "message", fact.message);
    if (fact.outcome)
        put(data, "outcome", words::outcomeKey(*fact.outcome));
    put(data, "reason", words::reasonKey(fact.reason));
    put(data, "request", requestKey(fact.kind));
    put(data, "status", fact.httpStatus);
    put(data, "target", fact.target);
    put(data, "took", fact.took.count());
    return stamped(eventOf(EventKind::Answer, fact.batch, fact.id.toString(), data), fact.atMs, fact.monotonic);
}

JournalEvent outcomeEvent(quint64 batch, const AuthId &authId, const CallResult &result, bool recovered)
{
    JsonText data;
    put(data, "api_id", result.apiId);
    put(data, "attempts", result.attempts);
    put(data, "auth", authId.toString());
    put(data, "elapsed", result.elapsed.count());
    put(data, "finished", result.finishedAtMs);
    put(data, "message", result.message);
    put(data, "outcome", words::outcomeKey(result.outcome));
    put(data, "reason", words::reasonKey(result.reason));
    if (recovered)
        data.put("recovered", true);
    put(data, "started", result.startedAtMs);
    put(data, "status", result.httpStatus);
    return eventOf(EventKind::Outcome, batch, result.id.toString(), data);
}

JournalEvent proofEvent(quint64 batch, const AuthId &authId, const CallProof &proof)
{
    JsonText data;
    put(data, "auth", authId.toString());
    if (proof.causeCode)
        data.put("cause_code", *proof.causeCode);
    put(data, "cause_name", proof.causeName);
    put(data, "checked", proof.checkedAtMs);
    if (proof.duration)
        data.put("duration", static_cast<qint64>(proof.duration->count()));
    put(data, "end", proof.endTimeMs);
    if (proof.isFinal)
        data.put("final", true);
    put(data, "proof", words::proofKey(proof.state));
    put(data, "source", proof.hangupSource);
    return eventOf(EventKind::Proof, batch, proof.id.toString(), data);
}

JournalEvent noteEvent(quint64 batch, const QString &text)
{
    JsonText data;
    put(data, "text", text);
    return eventOf(EventKind::Note, batch, {}, data);
}

JournalEvent acknowledgement(const QList<std::pair<qint64, QString>> &calls)
{
    QJsonArray list;
    for (const auto &[batch, call] : calls)
        list.append(QJsonArray { batch, call });
    return eventOf(EventKind::Note, 0, {}, JsonText().putJson("acknowledged", textOf(list)));
}

JournalEvent checkpointEvent(const Checkpoint &checkpoint)
{
    QJsonArray doubts;
    for (const AccountCall &doubt : checkpoint.doubts)
        doubts.append(QJsonArray { doubt.authId.toString(), doubt.id.toString() });
    JsonText data;
    put(data, "count", checkpoint.count);
    data.putJson("doubts", textOf(doubts));
    put(data, "export_sha256", QString::fromLatin1(checkpoint.exportSha256.toHex()));
    put(data, "hash", QString::fromLatin1(checkpoint.hash.toHex()));
    put(data, "last", checkpoint.last);
    put(data, "removals", checkpoint.removals);
    return eventOf(EventKind::Checkpoint, 0, {}, data);
}

} // namespace hangup::facts
