// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalfacts.h"

#include "domain/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace hangup::facts {

namespace {

void put(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

void put(QJsonObject &object, QLatin1StringView name, qint64 number)
{
    if (number != 0)
        object.insert(name, number);
}

void put(QJsonObject &object, QLatin1StringView name, EndTarget target)
{
    if (target == EndTarget::Request)
        object.insert(name, TargetRequest);
}

JournalEvent eventOf(EventKind kind, quint64 batch, const QString &call, const QJsonObject &data)
{
    return {
        .kind = eventKindKey(kind),
        .batch = static_cast<qint64>(batch),
        .call = call,
        .data = QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact)),
    };
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

QJsonObject requestData(const RequestFact &fact)
{
    QJsonObject data;
    put(data, "auth"_L1, fact.authId.toString());
    put(data, "request"_L1, requestKey(fact.kind));
    put(data, "attempt"_L1, fact.attempt);
    put(data, "target"_L1, fact.target);
    return data;
}

JournalEvent stamped(JournalEvent event, qint64 utcMs, std::chrono::milliseconds monotonic)
{
    event.utcMs = utcMs;
    event.monoMs = monotonic.count();
    return event;
}

} // namespace

JournalEvent batchEvent(const BatchInfo &batch, const QList<CallId> &ids)
{
    QJsonObject data;
    put(data, "auth"_L1, batch.authId.toString());
    put(data, "name"_L1, batch.accountName);
    put(data, "operator"_L1, batch.operatorName);
    put(data, "ticket"_L1, batch.words.ticket);
    put(data, "reason"_L1, batch.words.reason);
    QJsonArray calls;
    for (const CallId &id : ids)
        calls.append(id.toString());
    data.insert("calls"_L1, calls);
    return stamped(eventOf(EventKind::Batch, batch.batch, {}, data), batch.atMs, batch.monotonic);
}

JournalEvent intentEvent(const Intent &intent)
{
    QJsonObject data;
    put(data, "auth"_L1, intent.authId.toString());
    put(data, "attempt"_L1, intent.attempt);
    put(data, "target"_L1, intent.target);
    return stamped(eventOf(EventKind::Intent, intent.batch, intent.id.toString(), data), intent.atMs, intent.monotonic);
}

JournalEvent sentEvent(const RequestFact &fact)
{
    return stamped(eventOf(EventKind::Sent, fact.batch, fact.id.toString(), requestData(fact)), fact.atMs,
                   fact.monotonic);
}

JournalEvent answerEvent(const RequestFact &fact)
{
    QJsonObject data = requestData(fact);
    put(data, "status"_L1, fact.httpStatus);
    if (fact.outcome)
        put(data, "outcome"_L1, words::outcomeKey(*fact.outcome));
    put(data, "reason"_L1, words::reasonKey(fact.reason));
    put(data, "took"_L1, fact.took.count());
    put(data, "api_id"_L1, fact.apiId);
    put(data, "message"_L1, fact.message);
    return stamped(eventOf(EventKind::Answer, fact.batch, fact.id.toString(), data), fact.atMs, fact.monotonic);
}

JournalEvent outcomeEvent(quint64 batch, const AuthId &authId, const CallResult &result, bool recovered)
{
    QJsonObject data;
    put(data, "auth"_L1, authId.toString());
    put(data, "outcome"_L1, words::outcomeKey(result.outcome));
    put(data, "reason"_L1, words::reasonKey(result.reason));
    put(data, "status"_L1, result.httpStatus);
    put(data, "attempts"_L1, result.attempts);
    put(data, "api_id"_L1, result.apiId);
    put(data, "message"_L1, result.message);
    put(data, "started"_L1, result.startedAtMs);
    put(data, "finished"_L1, result.finishedAtMs);
    put(data, "elapsed"_L1, result.elapsed.count());
    if (recovered)
        data.insert("recovered"_L1, true);
    return eventOf(EventKind::Outcome, batch, result.id.toString(), data);
}

JournalEvent proofEvent(quint64 batch, const AuthId &authId, const CallProof &proof)
{
    QJsonObject data;
    put(data, "auth"_L1, authId.toString());
    put(data, "proof"_L1, words::proofKey(proof.state));
    if (proof.isFinal)
        data.insert("final"_L1, true);
    put(data, "source"_L1, proof.hangupSource);
    if (proof.causeCode)
        data.insert("cause_code"_L1, *proof.causeCode);
    put(data, "cause_name"_L1, proof.causeName);
    put(data, "end"_L1, proof.endTimeMs);
    if (proof.duration)
        data.insert("duration"_L1, static_cast<qint64>(proof.duration->count()));
    put(data, "checked"_L1, proof.checkedAtMs);
    return eventOf(EventKind::Proof, batch, proof.id.toString(), data);
}

JournalEvent noteEvent(quint64 batch, const QString &text)
{
    QJsonObject data;
    put(data, "text"_L1, text);
    return eventOf(EventKind::Note, batch, {}, data);
}

JournalEvent acknowledgement(const QList<std::pair<qint64, QString>> &calls)
{
    QJsonArray list;
    for (const auto &[batch, call] : calls)
        list.append(QJsonArray { batch, call });
    return eventOf(EventKind::Note, 0, {}, { { "acknowledged"_L1, list } });
}

JournalEvent checkpointEvent(const Checkpoint &checkpoint)
{
    QJsonObject data;
    put(data, "last"_L1, checkpoint.last);
    put(data, "hash"_L1, QString::fromLatin1(checkpoint.hash.toHex()));
    put(data, "count"_L1, checkpoint.count);
    put(data, "export_sha256"_L1, QString::fromLatin1(checkpoint.exportSha256.toHex()));
    put(data, "removals"_L1, checkpoint.removals);
    QJsonArray doubts;
    for (const AccountCall &doubt : checkpoint.doubts)
        doubts.append(QJsonArray { doubt.authId.toString(), doubt.id.toString() });
    data.insert("doubts"_L1, doubts);
    return eventOf(EventKind::Checkpoint, 0, {}, data);
}

} // namespace hangup::facts
