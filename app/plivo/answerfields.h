// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "domain/proof.h"
#include "domain/redactor.h"
#include "plivo/replyfacts.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace hangup {

/// The body of a whole 200 that is a JSON object; nothing otherwise. The size is bounded by the cap of what was asked,
/// the depth by QJsonDocument (1024).
std::optional<QJsonObject> wholeObject(const ReplyFacts &facts);

/// The same, if its `call_uuid` is exactly @p id.
std::optional<QJsonObject> objectAbout(const ReplyFacts &facts, const CallId &id);

/// A text without secrets, cleaned, at most 200 characters; empty for anything but a text.
QString cleanedField(const QJsonValue &value, const Redactor &redactor);

/// A whole number from @p least to @p most, as a number or as text; nothing for anything else.
std::optional<double> wholeNumber(const QJsonValue &value, double least, double most);

/// What a time that names no zone is.
enum class NoZone : quint8 {
    IsNoTime, ///< nobody knows when that was
    IsUtc,
};

/// "2022-06-28 19:39:05+05:30", also with a T, fractions of a second or Z: UTC, ms since 1970. 0 for anything else,
/// and for what was before 1970.
qint64 utcMsOf(const QJsonValue &value, NoZone noZone);

/// The fields that a record (CDR) has of a call's end; each may be missing. See classifyRecord().
CallRecord recordOf(const QJsonObject &object, const Redactor &redactor);

} // namespace hangup
