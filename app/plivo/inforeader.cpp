// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/inforeader.h"

#include "plivo/answerfields.h"

#include <QJsonArray>
#include <QSet>

#include <limits>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

/// What the fields are called, which differs between a call and its record.
struct FieldNames
{
    QLatin1StringView from;
    QLatin1StringView to;
    QLatin1StringView direction;
    QLatin1StringView status;
    QLatin1StringView start;
};
constexpr FieldNames CallNames { "from"_L1, "to"_L1, "direction"_L1, "call_status"_L1, "session_start"_L1 };
constexpr FieldNames RecordNames { "from_number"_L1, "to_number"_L1, "call_direction"_L1, "call_state"_L1,
                                   "initiation_time"_L1 };

CallPhase phaseOf(RequestKind asked)
{
    switch (asked) {
    case RequestKind::LookQueued:
        return CallPhase::Queued;
    case RequestKind::Record:
        return CallPhase::Over;
    case RequestKind::LookLive:
    case RequestKind::HangUp: // never a question
        break;
    }
    return CallPhase::Live;
}

CallDirection directionOf(const QJsonValue &value)
{
    const QString word = value.toString().trimmed();
    if (word.compare("inbound"_L1, Qt::CaseInsensitive) == 0)
        return CallDirection::Inbound;
    if (word.compare("outbound"_L1, Qt::CaseInsensitive) == 0)
        return CallDirection::Outbound;
    return CallDirection::Unknown;
}

CallInfo infoOf(const QJsonObject &object, CallPhase phase, const CallId &id, qint64 nowUtcMs, const Redactor &redactor)
{
    const FieldNames &names = phase == CallPhase::Over ? RecordNames : CallNames;
    CallInfo info { .id = id, .phase = phase };
    info.from = cleanedField(object.value(names.from), redactor);
    info.to = cleanedField(object.value(names.to), redactor);
    info.direction = directionOf(object.value(names.direction));
    info.status = cleanedField(object.value(names.status), redactor);
    info.callerName = cleanedField(object.value("caller_name"_L1), redactor);
    info.parent = CallId::parse(object.value("parent_call_uuid"_L1).toString());
    if (info.parent == id)
        info.parent.reset(); // nonsense: no call is its own A leg
    info.request = CallId::parse(object.value("request_uuid"_L1).toString());
    info.startedAtMs = utcMsOf(object.value(names.start), NoZone::IsUtc);
    if (phase == CallPhase::Over)
        info.record = recordOf(object, redactor);
    info.readAtMs = nowUtcMs;
    return info;
}

std::optional<int> countOf(const QJsonValue &value, int least)
{
    const std::optional<double> number = wholeNumber(value, least, std::numeric_limits<int>::max());
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

ListMeta metaOf(const QJsonObject &list)
{
    const QJsonObject meta = list.value("meta"_L1).toObject();
    return { .limit = countOf(meta.value("limit"_L1), 1),
             .offset = countOf(meta.value("offset"_L1), 0),
             .total = countOf(meta.value("total_count"_L1), 0),
             .hasNext = !meta.value("next"_L1).toString().trimmed().isEmpty() };
}

/// As what the answer counts. A list may be large, and its words are of no use: so what is whole and readable is
/// classified by its status alone, and anything else by its beginning.
Verdict answerOf(const ReplyFacts &facts, bool isObject, qint64 nowUtcMs, const Redactor &redactor, bool trusted)
{
    constexpr qsizetype WordsCap = 64 * 1024;
    ReplyFacts inShort = facts;
    inShort.body = isObject ? "{}"_ba : facts.body.left(WordsCap);
    if (facts.contentLength >= 0)
        inShort.contentLength = inShort.body.size() + (facts.isComplete() ? 0 : 1);
    return questionVerdict(inShort, nowUtcMs, redactor, trusted);
}

/// What stands in `calls`.
void takeIds(const QJsonArray &calls, ListVerdict &verdict)
{
    verdict.isList = true;
    verdict.entries = static_cast<int>(calls.size());
    QSet<CallId> seen;
    for (const QJsonValue &entry : calls) {
        const std::optional<CallId> id = CallId::parse(entry.toString());
        if (!id) {
            ++verdict.oddIds;
        } else if (!seen.contains(*id)) {
            seen.insert(*id);
            verdict.ids.append(*id);
        }
    }
}

} // namespace

InfoVerdict readInfo(const ReplyFacts &facts, RequestKind asked, const CallId &id, qint64 nowUtcMs,
                     const Redactor &redactor, bool trusted)
{
    const LookVerdict look = classifyLook(facts, id, nowUtcMs, redactor, trusted);
    InfoVerdict verdict { .state = look.state, .info = {}, .answer = look.answer };
    if (verdict.state != LookState::Live)
        return verdict;
    if (const std::optional<QJsonObject> object = objectAbout(facts, id))
        verdict.info = infoOf(*object, phaseOf(asked), id, nowUtcMs, redactor);
    return verdict;
}

ListVerdict readList(const ReplyFacts &facts, qint64 nowUtcMs, const Redactor &redactor, bool trusted)
{
    const std::optional<QJsonObject> object = wholeObject(facts);
    ListVerdict verdict;
    verdict.answer = answerOf(facts, object.has_value(), nowUtcMs, redactor, trusted);
    const QJsonValue calls = object ? object->value("calls"_L1) : QJsonValue();
    if (!trusted || !calls.isArray())
        return verdict;
    takeIds(calls.toArray(), verdict);
    verdict.meta = metaOf(*object);
    return verdict;
}

} // namespace hangup
