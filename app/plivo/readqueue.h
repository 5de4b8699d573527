// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callreading.h"
#include "domain/intentlog.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace hangup {

/// One call whose details are to be read.
struct ReadItem
{
    ReadUrgency urgency = ReadUrgency::Rest;
    RequestKind step = RequestKind::LookLive; ///< what is asked next, or being asked
    bool lookEverywhere = false; ///< gone is only what has no record either
    bool notQueued = false; ///< said so, so that the next word of the live ones is the last
    bool ofReading = false; ///< the reading isn't finished without it
    int tries = 0; ///< of this step, without a clear answer
    // The queue's own
    quint64 place = 0; ///< among those as urgent
    std::chrono::milliseconds due { 0 }; ///< of one that waits for its time
    bool isLater = false; ///< it waits for its time
    quint64 asking = 0; ///< the question's number; 0: it waits
};

/// Calls whose details are to be read: those that can be asked at once, the most urgent first, those that wait for
/// their time, and those that are being asked. Plain bookkeeping: times are passed in, monotonic.
class ReadQueue
{
public:
    using Ms = std::chrono::milliseconds;
    using Items = std::map<CallId, ReadItem>; ///< not a QHash: its nodes stay where they are
    using Iterator = Items::iterator;

    bool isEmpty() const { return m_items.empty(); }
    bool has(const CallId &id) const { return m_items.contains(id); }
    Items &items() { return m_items; }
    ReadItem *find(const CallId &id);
    /// At the end of those as urgent. It must not be there yet.
    ReadItem &add(const CallId &id, ReadUrgency urgency);
    /// To the end of those as urgent.
    void setUrgency(const CallId &id, ReadUrgency urgency);
    /// Those of @p urgency that wait and are not in @p but become Rest.
    void fallBack(ReadUrgency urgency, const QSet<CallId> &but);
    /// Gone, with its question.
    Iterator erase(Iterator item);
    void clear();

    /// Those whose time has come can be asked.
    void wake(Ms now);
    /// Of the first that can be asked.
    std::optional<ReadUrgency> first() const;
    /// When the first of those that wait for their time is due.
    std::optional<Ms> nextDue() const;
    /// The first that can be asked is being asked from now on, under @p number.
    std::pair<CallId, ReadItem &> take(quint64 number);
    /// The call of a question, which is not being asked any more: put it somewhere, or erase it.
    std::optional<CallId> answered(quint64 number);
    /// It can be asked again, at its old place.
    void queueUp(const CallId &id);
    /// It waits until @p at.
    void putLater(const CallId &id, Ms at);

private:
    using Place = std::pair<int, quint64>; ///< the least is the first: urgency (negative), place

    static Place placeOf(const ReadItem &item) { return { -static_cast<int>(item.urgency), item.place }; }
    void leave(const CallId &id, ReadItem &item);

    Items m_items;
    std::map<Place, CallId> m_queue;
    std::set<std::pair<Ms, CallId>> m_later;
    QHash<quint64, CallId> m_asking;
    quint64 m_lastPlace = 0;
};

} // namespace hangup
