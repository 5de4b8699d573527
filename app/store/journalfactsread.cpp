// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalfacts.h"

#include "domain/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace hangup::facts {

namespace {

QJsonObject dataOf(const JournalEvent &event)
{
    return QJsonDocument::fromJson(event.data).object();
}

int number(const QJsonObject &data, QLatin1StringView name)
{
    const qint64 value = data.value(name).toInteger();
    const bool fits = value >= std::numeric_limits<int>::min() && value <= std::numeric_limits<int>::max();
    return fits ? static_cast<int>(value) : 0;
}

std::optional<RequestKind> requestFromKey(const QString &key)
{
    if (key == "hang_up"_L1)
        return RequestKind::HangUp;
    if (key == "look_live"_L1)
        return RequestKind::LookLive;
    if (key == "look_queued"_L1)
        return RequestKind::LookQueued;
    if (key == "record"_L1)
        return RequestKind::Record;
    return std::nullopt;
}

/// Both, or nothing.
std::optional<AccountCall> accountCall(const QString &auth, const QString &call)
{
    const auto authId = AuthId::parse(auth);
    const auto id = CallId::parse(call);
    if (!authId || !id)
        return std::nullopt;
    return AccountCall { *authId, *id };
}

} // namespace

std::optional<BatchFacts> readBatch(const JournalEvent &event)
{
    const QJsonObject data = dataOf(event);
    const auto authId = AuthId::parse(data.value("auth"_L1).toString());
    if (!authId)
        return std::nullopt;
    BatchFacts facts { .info = {
                           .batch = static_cast<quint64>(event.batch),
                           .authId = *authId,
                           .accountName = data.value("name"_L1).toString(),
                           .operatorName = data.value("operator"_L1).toString(),
                           .words = { data.value("ticket"_L1).toString(), data.value("reason"_L1).toString() },
                           .atMs = event.utcMs,
                           .monotonic = std::chrono::milliseconds(event.monoMs),
                       } };
    for (const QJsonValue &call : data.value("calls"_L1).toArray()) {
        if (const auto id = CallId::parse(call.toString()))
            facts.ids.append(*id);
    }
    return facts;
}

std::optional<AuthId> readAuthId(const JournalEvent &event)
{
    return AuthId::parse(dataOf(event).value("auth"_L1).toString());
}

std::optional<RequestFact> readRequest(const JournalEvent &event)
{
    const QJsonObject data = dataOf(event);
    const auto who = accountCall(data.value("auth"_L1).toString(), event.call);
    const auto kind = event.kind == eventKindKey(EventKind::Intent)
        ? RequestKind::HangUp
        : requestFromKey(data.value("request"_L1).toString());
    if (!who || !kind)
        return std::nullopt;
    return RequestFact {
        .batch = static_cast<quint64>(event.batch),
        .id = who->id,
        .authId = who->authId,
        .kind = *kind,
        .attempt = number(data, "attempt"_L1),
        .atMs = event.utcMs,
        .monotonic = std::chrono::milliseconds(event.monoMs),
        .target = data.value("target"_L1) == TargetRequest ? EndTarget::Request : EndTarget::Call,
        .httpStatus = number(data, "status"_L1),
        .outcome = words::outcomeFromKey(data.value("outcome"_L1).toString()),
        .reason = reasonFromKey(data.value("reason"_L1).toString()),
        .took = std::chrono::milliseconds(data.value("took"_L1).toInteger()),
        .apiId = data.value("api_id"_L1).toString(),
        .message = data.value("message"_L1).toString(),
    };
}

std::optional<OutcomeFacts> readOutcome(const JournalEvent &event)
{
    const QJsonObject data = dataOf(event);
    const auto who = accountCall(data.value("auth"_L1).toString(), event.call);
    const auto outcome = words::outcomeFromKey(data.value("outcome"_L1).toString());
    if (!who || !outcome)
        return std::nullopt;
    return OutcomeFacts {
        .authId = who->authId,
        .result = {
            .id = who->id,
            .outcome = *outcome,
            .reason = reasonFromKey(data.value("reason"_L1).toString()),
            .httpStatus = number(data, "status"_L1),
            .attempts = number(data, "attempts"_L1),
            .apiId = data.value("api_id"_L1).toString(),
            .message = data.value("message"_L1).toString(),
            .startedAtMs = data.value("started"_L1).toInteger(),
            .finishedAtMs = data.value("finished"_L1).toInteger(),
            .elapsed = std::chrono::milliseconds(data.value("elapsed"_L1).toInteger()),
        },
        .recovered = data.value("recovered"_L1).toBool(),
    };
}

std::optional<CallProof> readProof(const JournalEvent &event)
{
    const QJsonObject data = dataOf(event);
    const auto id = CallId::parse(event.call);
    const auto state = words::proofFromKey(data.value("proof"_L1).toString());
    if (!id || !state)
        return std::nullopt;
    CallProof proof {
        .id = *id,
        .state = *state,
        .isFinal = data.value("final"_L1).toBool(),
        .hangupSource = data.value("source"_L1).toString(),
        .causeName = data.value("cause_name"_L1).toString(),
        .endTimeMs = data.value("end"_L1).toInteger(),
        .checkedAtMs = data.value("checked"_L1).toInteger(),
    };
    if (data.contains("cause_code"_L1))
        proof.causeCode = number(data, "cause_code"_L1);
    if (data.contains("duration"_L1))
        proof.duration = std::chrono::seconds(data.value("duration"_L1).toInteger());
    return proof;
}

QString readNote(const JournalEvent &event)
{
    return dataOf(event).value("text"_L1).toString();
}

QList<std::pair<qint64, QString>> readAcknowledgement(const JournalEvent &event)
{
    QList<std::pair<qint64, QString>> calls;
    for (const QJsonValue &call : dataOf(event).value("acknowledged"_L1).toArray())
        calls.append({ call.toArray().at(0).toInteger(), call.toArray().at(1).toString() });
    return calls;
}

std::optional<Checkpoint> readCheckpoint(const JournalEvent &event)
{
    const QJsonObject data = dataOf(event);
    Checkpoint checkpoint {
        .last = data.value("last"_L1).toInteger(),
        .hash = QByteArray::fromHex(data.value("hash"_L1).toString().toLatin1()),
        .count = data.value("count"_L1).toInteger(),
        .exportSha256 = QByteArray::fromHex(data.value("export_sha256"_L1).toString().toLatin1()),
        .removals = data.value("removals"_L1).toInteger(),
    };
    if (checkpoint.last < 0 || checkpoint.hash.size() != chainStart().size())
        return std::nullopt;
    for (const QJsonValue &doubt : data.value("doubts"_L1).toArray()) {
        const auto who = accountCall(doubt.toArray().at(0).toString(), doubt.toArray().at(1).toString());
        if (who)
            checkpoint.doubts.append(*who);
    }
    return checkpoint;
}

void carryOverCheckpoint(JournalEvent &event)
{
    QJsonObject data = dataOf(event);
    const QJsonValue last = data.take("last"_L1);
    if (!last.isUndefined())
        data.insert("last_in_old_file"_L1, last);
    event.data = QJsonDocument(data).toJson(QJsonDocument::Compact);
}

Reason reasonFromKey(QStringView key)
{
    // Reason has no list of its own; GateRefused is its last.
    for (int i = 0; i <= static_cast<int>(Reason::GateRefused); ++i) {
        const auto reason = static_cast<Reason>(i);
        if (!key.isEmpty() && key == words::reasonKey(reason))
            return reason;
    }
    return Reason::None;
}

} // namespace hangup::facts
