// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"

#include <QTimeZone>

#include <cstdlib>

namespace hangup {

inline CallId testCall(char16_t first = u'a')
{
    using namespace Qt::StringLiterals;
    return CallId::parse(QChar(first) + u"efb0706-86a6-11e5-b4d1-e43ee3e2930b"_s).value();
}

/// 2026-11-24T13:02:11.084Z
inline constexpr qint64 TestTime = 1'795'525'331'084;

inline BatchInfo testBatch()
{
    using namespace Qt::StringLiterals;
    return { .batch = 7,
             .authId = AuthId::parse(u"MAXXXXXXXXXXXXXXXXXX").value(),
             .accountName = u"Main"_s,
             .operatorName = u"jdoe"_s,
             .words = { .ticket = u"T-4711"_s, .reason = u"stuck for 3 h"_s },
             .atMs = TestTime };
}

inline CallResult testResult(Outcome outcome, int httpStatus, Reason reason = Reason::None)
{
    CallResult result { .id = testCall() };
    result.outcome = outcome;
    result.reason = reason;
    result.httpStatus = httpStatus;
    result.attempts = 1;
    result.startedAtMs = TestTime + 1000;
    result.finishedAtMs = TestTime + 1084;
    result.elapsed = std::chrono::milliseconds(84);
    return result;
}

/// One hour ahead of UTC in winter, whatever the machine's own zone is. Before the first use of a local time.
inline void useZoneOfBerlin()
{
    qputenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3");
}

} // namespace hangup
