// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callreading.h"
#include "domain/stucksigns.h"

#include <QHash>
#include <QList>
#include <QPair>
#include <QString>

#include <chrono>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace hangup {

/// One call that is, or was, on a list of live calls.
struct LiveRow
{
    enum class Place : quint8 {
        Listed, ///< on the latest list
        Left, ///< not on the latest list, which was not whole: nobody knows
        Gone, ///< not on the latest list, which was whole; or found over
    };
    /// Not before then a sign or the age comes by time alone.
    static constexpr qint64 Never = std::numeric_limits<qint64>::max();

    CallId id;
    std::shared_ptr<const CallInfo> info {}; ///< as last read, whatever the list; null: never. Rows stay small
    StuckFinding finding {};
    qint64 turnsAtMs = Never;
    qint64 leftAtMs = 0; ///< when it was seen to be on the list no more: its age stands still
    quint32 stamp = 0; ///< of the latest list it was on
    int position = -1; ///< by first appearance; -1: taken out
    Place place = Place::Listed;
    bool isQueued = false; ///< which list it was on
    bool isTried = false; ///< its details were asked for since the latest list, and something was said

    /// As of @p nowMs; of one that left: as of then.
    std::optional<std::chrono::seconds> age(qint64 nowMs) const;
};

/// The calls behind LiveCallModel, without signals: found by id, with what they say of each other. A row is named by
/// its slot, a small number that stays the same until the row is taken out. What changes rows answers with their
/// slots; each such step costs the same whatever the number of calls, but for a list, a rule, and a clock that went
/// back.
class LiveCallTable
{
public:
    const LiveRow &row(int slot) const { return m_rows[static_cast<std::size_t>(slot)]; }
    /// The slot of a call, or -1.
    int slotOf(const CallId &id) const { return m_slots.value(id, -1); }
    /// Slots by first appearance.
    const std::vector<int> &all() const { return m_all; }
    int listed() const { return m_listed; } ///< on the latest list
    qint64 nowMs() const { return m_nowMs; }
    const StuckRules &rules() const { return m_rules; }
    /// Why the details could not be read the last time, or nothing.
    const CallInfoRead *failure(const CallId &id) const;

    /// Rows that changed or came. As LiveCallModel::setList().
    std::vector<int> setList(const QList<CallId> &live, const QList<CallId> &queued, bool whole, bool ofAllCalls);
    std::vector<int> setInfo(const CallInfoRead &read);
    std::vector<int> setRules(const StuckRules &rules);
    std::vector<int> setNow(qint64 nowMs);
    /// Takes those out that are not on the latest list; their data stays readable until release().
    std::vector<int> detachGone();
    void release(const std::vector<int> &slots);
    /// Rules and time stay.
    void clear();

private:
    using Numbers = QPair<QString, QString>;

    LiveRow &at(int slot) { return m_rows[static_cast<std::size_t>(slot)]; }
    int newSlot(const CallId &id);
    void list(const CallId &id, bool queued, std::vector<int> &changed);
    void leave(int slot, LiveRow::Place place);
    std::vector<int> readAnew(int slot, const CallInfo &info);
    std::vector<int> found(int slot, LiveRow::Place place);
    void relate(int slot);
    void unrelate(int slot);
    std::vector<int> related(const LiveRow &row) const;
    bool judge(int slot);
    std::vector<int> judgeAll();
    void judgeEach(const std::vector<int> &slots, std::vector<int> &changed);
    qint64 turnsAt(const LiveRow &row) const;

    StuckBook m_book;
    StuckRules m_rules;
    qint64 m_nowMs = 0;
    bool m_isOfAllCalls = false; ///< another leg that is not on the list is gone
    int m_listed = 0;
    quint32 m_stamp = 0; ///< lists so far
    int m_nextPosition = 0;
    std::vector<LiveRow> m_rows;
    std::vector<int> m_free;
    std::vector<int> m_all;
    QHash<CallId, int> m_slots;
    QHash<CallId, CallInfoRead> m_failures;
    QHash<Numbers, std::vector<int>> m_byNumbers; ///< of those on the list
    QHash<CallId, std::vector<int>> m_legs; ///< slots of B legs on the list, by their A leg
};

} // namespace hangup
