// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/lookclassifier.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

#include <limits>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

/// Longest call that is believed: a year, in seconds.
constexpr double LongestCall = 366.0 * 24 * 3600;

/// The body of a whole 200 that is a JSON object about @p id; nothing otherwise. The size is bounded by the body cap,
/// the depth by QJsonDocument (1024).
std::optional<QJsonObject> objectAbout(const ReplyFacts &facts, const CallId &id)
{
    if (!facts.hasStatus || facts.status != 200 || !facts.isComplete())
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(facts.body);
    if (!document.isObject())
        return {};
    const QJsonObject object = document.object();
    if (CallId::parse(object.value("call_uuid"_L1).toString()) != id)
        return {};
    return object;
}

QString cleaned(const QJsonValue &value, const Redactor &redactor)
{
    return cleanForeignText(redactor.clean(value.toString())).trimmed();
}

/// A whole number, as a number or as text; nothing for anything else.
std::optional<double> wholeNumber(const QJsonValue &value, double least, double most)
{
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (!isNumber || !(number >= least && number <= most) || number != static_cast<double>(static_cast<qint64>(number)))
        return {};
    return number;
}

/// "2022-06-28 19:39:05+05:30", also with a T, fractions of a second or Z; 0 for anything else, and without a zone.
qint64 utcMs(const QString &text)
{
    QString iso = text.trimmed();
    if (iso.size() > 10 && iso.at(10) == u' ')
        iso[10] = u'T';
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return 0;
    return std::max<qint64>(0, time.toMSecsSinceEpoch());
}

CallRecord recordOf(const QJsonObject &object, const Redactor &redactor)
{
    CallRecord record;
    record.hangupSource = cleaned(object.value("hangup_source"_L1), redactor);
    record.causeName = cleaned(object.value("hangup_cause_name"_L1), redactor);
    record.endTimeMs = utcMs(object.value("end_time"_L1).toString());
    if (const auto code = wholeNumber(object.value("hangup_cause_code"_L1), 0, std::numeric_limits<int>::max()))
        record.causeCode = static_cast<int>(*code);
    if (const auto seconds = wholeNumber(object.value("call_duration"_L1), 0, LongestCall))
        record.duration = std::chrono::seconds(static_cast<qint64>(*seconds));
    return record;
}

Verdict answerOf(const ReplyFacts &facts, qint64 nowUtcMs, const Redactor &redactor, bool trusted)
{
    Verdict verdict = classify(facts, nowUtcMs, redactor);
    if (!trusted)
        return withoutTrust(verdict);
    // A live call's fields are the customer's own data: numbers and names belong in no log.
    if (facts.hasStatus && facts.status < 400)
        verdict.message.clear();
    return verdict;
}

} // namespace

LookVerdict classifyLook(const ReplyFacts &facts, const CallId &id, qint64 nowUtcMs, const Redactor &redactor,
                         bool trusted)
{
    LookVerdict verdict { .answer = answerOf(facts, nowUtcMs, redactor, trusted) };
    if (!trusted)
        return verdict;
    if (verdict.answer.outcome == Outcome::NotLive)
        verdict.state = LookState::Gone;
    else if (objectAbout(facts, id))
        verdict.state = LookState::Live;
    return verdict;
}

RecordVerdict classifyRecord(const ReplyFacts &facts, const CallId &id, qint64 nowUtcMs, const Redactor &redactor,
                             bool trusted)
{
    RecordVerdict verdict { .record = {}, .answer = answerOf(facts, nowUtcMs, redactor, trusted) };
    if (!trusted)
        return verdict;
    if (const std::optional<QJsonObject> object = objectAbout(facts, id))
        verdict.record = recordOf(*object, redactor);
    return verdict;
}

} // namespace hangup
