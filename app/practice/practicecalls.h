// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "practice/practiceplace.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

#include <chrono>
#include <optional>

namespace hangup {

/// The calls of the simulated world: which are live, and what is known of each. All times are ms since the world began.
class PracticeCalls
{
public:
    using Ms = std::chrono::milliseconds;

    /// @p beganAt: UTC, since 1970.
    explicit PracticeCalls(Ms beganAt);

    /// The calls of @p ticket are in the world from now on.
    void meet(quint32 ticket);
    /// Ended by an API request. Does nothing to a call that is over.
    void end(const CallId &id, Ms now);

    bool isLive(const CallId &id, Ms now) const;
    bool isQueued(const CallId &id, Ms now) const;
    QList<CallId> live(Ms now) const;
    QList<CallId> queued(Ms now) const;

    /// The bodies of Plivo's answers, without the api_id; nothing where Plivo has a 404.
    std::optional<QJsonObject> liveDetails(const CallId &id, Ms now) const;
    std::optional<QJsonObject> queuedDetails(const CallId &id, Ms now) const;
    /// The record of a finished call (CDR): there some seconds after the end, or @p atOnce.
    std::optional<QJsonObject> record(const CallId &id, Ms now, bool atOnce) const;

private:
    QList<PracticePlace> places() const;
    QJsonObject details(PracticePlace place, const QString &status) const;
    Ms startedAt(PracticePlace place) const;
    /// Of a call that is over.
    Ms endOf(PracticePlace place) const;

    /// Of a call that we ended.
    struct End
    {
        Ms at { 0 };
        bool wasQueued = false; ///< cancelled before it was dialled
    };

    Ms m_beganAt;
    QList<quint32> m_tickets; ///< met so far, in that order
    QHash<CallId, End> m_ended;
};

} // namespace hangup
