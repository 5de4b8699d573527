// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/answerfields.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

/// Longest call that is believed: a year, in seconds.
constexpr double LongestCall = 366.0 * 24 * 3600;

} // namespace

std::optional<QJsonObject> wholeObject(const ReplyFacts &facts)
{
    if (!facts.hasStatus || facts.status != 200 || !facts.isComplete())
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(facts.body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<QJsonObject> objectAbout(const ReplyFacts &facts, const CallId &id)
{
    std::optional<QJsonObject> object = wholeObject(facts);
    if (object && CallId::parse(object->value("call_uuid"_L1).toString()) != id)
        object.reset();
    return object;
}

QString cleanedField(const QJsonValue &value, const Redactor &redactor)
{
    return cleanForeignText(redactor.clean(value.toString())).trimmed();
}

std::optional<double> wholeNumber(const QJsonValue &value, double least, double most)
{
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (!isNumber || !(number >= least && number <= most) || number != static_cast<double>(static_cast<qint64>(number)))
        return {};
    return number;
}

qint64 utcMsOf(const QJsonValue &value, NoZone noZone)
{
    QString iso = value.toString().trimmed();
    if (iso.size() > 10 && iso.at(10) == u' ')
        iso[10] = u'T';
    QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    const bool namesZone = time.isValid() && time.timeSpec() != Qt::LocalTime;
    if (!namesZone) {
        // Read as UTC, not as local time moved there: an hour that this machine's clock leaves out is one all the same.
        constexpr qsizetype WithSeconds = 19; // a day alone is no moment
        if (noZone == NoZone::IsNoTime || iso.size() < WithSeconds)
            return 0;
        time = QDateTime::fromString(iso + u'Z', Qt::ISODateWithMs);
    }
    return time.isValid() ? std::max<qint64>(0, time.toMSecsSinceEpoch()) : 0;
}

CallRecord recordOf(const QJsonObject &object, const Redactor &redactor)
{
    CallRecord record;
    record.hangupSource = cleanedField(object.value("hangup_source"_L1), redactor);
    record.causeName = cleanedField(object.value("hangup_cause_name"_L1), redactor);
    record.endTimeMs = utcMsOf(object.value("end_time"_L1), NoZone::IsNoTime);
    if (const auto code = wholeNumber(object.value("hangup_cause_code"_L1), 0, std::numeric_limits<int>::max()))
        record.causeCode = static_cast<int>(*code);
    if (const auto seconds = wholeNumber(object.value("call_duration"_L1), 0, LongestCall))
        record.duration = std::chrono::seconds(static_cast<qint64>(*seconds));
    return record;
}

} // namespace hangup
