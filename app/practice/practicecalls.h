// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "practice/practicefate.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

#include <chrono>
#include <optional>

namespace hangup {

/// Which calls a list is asked for. Empty: any.
struct PracticeFilter
{
    QString direction {}; ///< "inbound" or "outbound"
    QString from {}; ///< digits that the number contains, as Plivo's own clients document it
    QString to {};
};

/// The calls of one account of the simulated world: which are live, and what is known of each. All times are ms since
/// the world began. Calls of the other account are as unknown to it as those that never existed.
class PracticeCalls
{
public:
    using Ms = std::chrono::milliseconds;

    /// @p beganAt: UTC, since 1970.
    PracticeCalls(PracticeOwner owner, Ms beganAt);

    /// The calls of @p place's ticket are in the world from now on.
    void meet(PracticePlace place, Ms now);
    /// Ended by an API request. Does nothing to a call that is over.
    void end(const CallId &id, Ms now);

    bool isLive(const CallId &id, Ms now) const;
    bool isQueued(const CallId &id, Ms now) const;
    /// Live calls, the truth.
    QList<CallId> live(Ms now) const;
    /// What the list of live or of queued calls says: with a call that has ended since. In the same order each time.
    QList<CallId> listedLive(Ms now, const PracticeFilter &filter) const;
    QList<CallId> listedQueued(Ms now, const PracticeFilter &filter) const;
    /// The queued call that the request @p id asked for, which may have the call's own id.
    std::optional<CallId> queuedOfRequest(const CallId &id, Ms now) const;
    /// All queued calls that requests asked for.
    QList<CallId> queuedRequested(Ms now) const;

    /// The bodies of Plivo's answers, without the api_id; nothing where Plivo has a 404.
    std::optional<QJsonObject> liveDetails(const CallId &id, Ms now) const;
    std::optional<QJsonObject> queuedDetails(const CallId &id, Ms now) const;
    /// The record of a finished call (CDR): there some seconds after the end, or @p atOnce.
    std::optional<QJsonObject> record(const CallId &id, Ms now, bool atOnce) const;

private:
    std::optional<PracticePlace> known(const CallId &id) const;
    QList<PracticePlace> places(Ms now) const;
    Ms sinceMet(PracticePlace place, Ms now) const;
    Ms startedAt(PracticePlace place) const;
    /// Of a call that is over.
    Ms endOf(PracticePlace place) const;

    /// Of a call that we ended.
    struct End
    {
        Ms at { 0 };
        bool wasQueued = false; ///< cancelled before it was dialled
    };

    PracticeOwner m_owner;
    Ms m_beganAt;
    QList<quint32> m_tickets; ///< met so far, in that order
    QHash<quint32, Ms> m_metAt; ///< those that were met later than at the start
    QHash<CallId, End> m_ended;
};

} // namespace hangup
