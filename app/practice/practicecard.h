// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "practice/practiceplace.h"
#include "practice/practicestanding.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace hangup {

/// What Plivo would know of a call of the simulated world: what doesn't change while it lasts.
struct PracticeCard
{
    bool inbound = true;
    QString from; ///< digits, without a +
    QString to;
    QString callerName;
    std::optional<PracticePlace> parent {}; ///< the A leg, of a B leg
    CallId request; ///< the call's own id, or another
    PracticeOddity oddity = PracticeOddity::None;

    QString direction() const;
};

PracticeCard practiceCard(PracticePlace place);

/// The details of a live or queued call as Plivo writes them, without the api_id; as odd as the call is.
/// @p startedAt: UTC, since 1970.
QJsonObject practiceDetails(PracticePlace place, const QString &status, std::chrono::milliseconds startedAt);

/// How a call of the world came to its end.
struct PracticeEnd
{
    std::chrono::milliseconds startedAt { 0 }; ///< UTC, since 1970
    std::chrono::milliseconds endedAt { 0 }; ///< the same
    bool byUs = false; ///< by an API request
    bool neverDialled = false; ///< cancelled in the queue
};
/// Its record (CDR), likewise.
QJsonObject practiceRecord(PracticePlace place, const PracticeEnd &end);

} // namespace hangup
