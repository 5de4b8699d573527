// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/livecalltable.h"

#include <algorithm>

namespace hangup {

using Place = LiveRow::Place;

std::optional<std::chrono::seconds> LiveRow::age(qint64 nowMs) const
{
    if (!info)
        return {};
    return info->age(place == Place::Listed ? nowMs : leftAtMs);
}

const CallInfoRead *LiveCallTable::failure(const CallId &id) const
{
    const auto at = m_failures.constFind(id);
    return at == m_failures.cend() ? nullptr : &*at;
}

int LiveCallTable::newSlot(const CallId &id)
{
    const LiveRow row { .id = id };
    if (m_free.empty()) {
        m_rows.push_back(row);
        return static_cast<int>(m_rows.size()) - 1;
    }
    const int slot = m_free.back();
    m_free.pop_back();
    at(slot) = row;
    return slot;
}

// --- lists

/// Puts a call on the list, once: one that is dialled between the two readings is on both, and is live.
void LiveCallTable::list(const CallId &id, bool queued, std::vector<int> &changed)
{
    int slot = slotOf(id);
    const bool isNew = slot < 0;
    if (isNew) {
        slot = newSlot(id);
        m_slots.insert(id, slot);
        at(slot).position = m_nextPosition++;
        m_all.push_back(slot);
    }
    LiveRow &row = at(slot);
    if (row.stamp == m_stamp)
        return;
    if (isNew || row.place != Place::Listed || row.isQueued != queued)
        changed.push_back(slot);
    // On the list again: what a record said of its end is not so.
    if (row.info && row.info->phase == CallPhase::Over)
        row.info.reset();
    // One that stayed on the list is in the book with its details.
    if (isNew || row.place != Place::Listed) {
        m_book.appear(id);
        if (row.info)
            m_book.read(*row.info);
    }
    row.stamp = m_stamp;
    row.place = Place::Listed;
    row.leftAtMs = 0;
    row.isQueued = queued;
    row.isTried = false;
    ++m_listed;
}

std::vector<int> LiveCallTable::setList(const QList<CallId> &live, const QList<CallId> &queued, bool whole,
                                        bool ofAllCalls)
{
    std::vector<int> changed;
    const auto count = live.size() + queued.size();
    m_rows.reserve(std::max(m_rows.size(), static_cast<std::size_t>(count)));
    m_slots.reserve(std::max(m_slots.size(), count));
    ++m_stamp;
    m_listed = 0;
    m_isOfAllCalls = ofAllCalls;
    for (const CallId &id : live)
        list(id, false, changed);
    for (const CallId &id : queued)
        list(id, true, changed);
    for (const int slot : m_all) {
        const LiveRow &row = this->row(slot);
        const Place place = whole || row.place == Place::Gone ? Place::Gone : Place::Left;
        if (row.stamp == m_stamp || row.place == place)
            continue;
        leave(slot, place);
        changed.push_back(slot);
    }
    // All at once: to take thousands out of their relations one by one would cost the square of their number.
    m_byNumbers.clear();
    m_legs.clear();
    for (const int slot : m_all)
        relate(slot);
    judgeEach(m_all, changed);
    return changed;
}

/// Not on the list any more; its relations are the caller's part.
void LiveCallTable::leave(int slot, Place place)
{
    LiveRow &row = at(slot);
    if (row.place == Place::Listed)
        row.leftAtMs = m_nowMs;
    row.place = place;
    m_book.leave(row.id);
}

std::vector<int> LiveCallTable::detachGone()
{
    std::vector<int> gone;
    for (const int slot : m_all) {
        if (row(slot).place != Place::Listed)
            gone.push_back(slot);
    }
    for (const int slot : gone) {
        LiveRow &row = at(slot);
        row.position = -1;
        m_slots.remove(row.id);
        m_failures.remove(row.id);
    }
    std::erase_if(m_all, [this](int slot) { return row(slot).position < 0; });
    return gone;
}

void LiveCallTable::release(const std::vector<int> &slots)
{
    for (const int slot : slots)
        at(slot).info.reset();
    m_free.insert(m_free.end(), slots.begin(), slots.end());
}

void LiveCallTable::clear()
{
    const StuckRules rules = m_rules;
    const qint64 nowMs = m_nowMs;
    *this = {};
    m_rules = rules;
    m_nowMs = nowMs;
}

// --- details

std::vector<int> LiveCallTable::setInfo(const CallInfoRead &read)
{
    const int slot = slotOf(read.id);
    if (slot < 0 || (read.info && read.info->id != read.id))
        return {};
    if (read.state == LookState::Unclear) {
        at(slot).isTried = true;
        m_failures.insert(read.id, read);
        return { slot };
    }
    m_failures.remove(read.id);
    at(slot).isTried = true;
    if (!read.info)
        return read.state == LookState::Gone ? found(slot, Place::Gone) : std::vector<int> { slot };
    if (read.info->phase == CallPhase::Over) {
        const std::vector<int> changed = found(slot, Place::Gone);
        at(slot).info = std::make_shared<const CallInfo>(*read.info);
        return changed;
    }
    if (row(slot).place != Place::Listed) {
        // It may have been asked for before it left: good for its numbers, but it brings nothing back.
        const CallInfo *known = row(slot).info.get();
        if (!known || (row(slot).place == Place::Left && known->readAtMs < read.info->readAtMs))
            at(slot).info = std::make_shared<const CallInfo>(*read.info);
        return { slot };
    }
    return readAnew(slot, *read.info);
}

std::vector<int> LiveCallTable::readAnew(int slot, const CallInfo &info)
{
    LiveRow &row = at(slot);
    std::vector<int> changed { slot };
    if (row.info) {
        const std::vector<int> before = related(row);
        unrelate(slot);
        row.info = std::make_shared<const CallInfo>(info);
        m_book.read(info);
        relate(slot);
        judgeEach(before, changed);
    } else {
        row.info = std::make_shared<const CallInfo>(info);
        m_book.read(info);
        relate(slot);
    }
    judge(slot);
    judgeEach(related(row), changed);
    return changed;
}

/// It was seen not to be live.
std::vector<int> LiveCallTable::found(int slot, Place place)
{
    std::vector<int> changed { slot };
    if (row(slot).place == place)
        return changed;
    if (row(slot).place == Place::Listed)
        --m_listed;
    const std::vector<int> others = related(row(slot));
    unrelate(slot);
    leave(slot, place);
    judge(slot);
    judgeEach(others, changed);
    return changed;
}

// --- what calls say of each other

void LiveCallTable::relate(int slot)
{
    const LiveRow &row = this->row(slot);
    if (row.place != Place::Listed || !row.info)
        return;
    if (!row.info->from.isEmpty() && !row.info->to.isEmpty())
        m_byNumbers[{ row.info->from, row.info->to }].push_back(slot);
    if (row.info->parent)
        m_legs[*row.info->parent].push_back(slot);
}

void LiveCallTable::unrelate(int slot)
{
    const LiveRow &row = this->row(slot);
    if (!row.info)
        return;
    const auto takeOut = [slot](auto &map, const auto &key) {
        const auto at = map.find(key);
        if (at == map.end())
            return;
        std::erase(*at, slot);
        if (at->empty())
            map.erase(at);
    };
    takeOut(m_byNumbers, Numbers(row.info->from, row.info->to));
    if (row.info->parent)
        takeOut(m_legs, *row.info->parent);
}

/// Those whose signs may turn when this one comes, is read or goes: its other legs, and the one or two others with its
/// numbers (of more, each has the sign whatever becomes of this one).
std::vector<int> LiveCallTable::related(const LiveRow &row) const
{
    std::vector<int> others = m_legs.value(row.id);
    if (!row.info)
        return others;
    if (row.info->parent) {
        if (const int parent = slotOf(*row.info->parent); parent >= 0)
            others.push_back(parent);
    }
    const auto same = m_byNumbers.constFind(Numbers(row.info->from, row.info->to));
    if (same != m_byNumbers.cend() && same->size() <= 2)
        others.insert(others.end(), same->begin(), same->end());
    return others;
}

// --- signs

/// True when the row reads otherwise now.
bool LiveCallTable::judge(int slot)
{
    LiveRow &row = at(slot);
    StuckFinding finding;
    const bool turned = row.turnsAtMs <= m_nowMs; // its age came to be known
    if (row.place == Place::Listed && row.info)
        finding = m_book.finding(row.id, m_rules, m_nowMs, m_isOfAllCalls);
    else
        finding.notSure = row.place != Place::Gone;
    row.turnsAtMs = turnsAt(row);
    if (finding == row.finding)
        return turned;
    row.finding = finding;
    return true;
}

void LiveCallTable::judgeEach(const std::vector<int> &slots, std::vector<int> &changed)
{
    for (const int slot : slots) {
        if (judge(slot))
            changed.push_back(slot);
    }
}

std::vector<int> LiveCallTable::judgeAll()
{
    std::vector<int> changed;
    judgeEach(m_all, changed);
    return changed;
}

/// When the next of the signs that come by time alone comes, so that a second that passes costs a comparison a call.
qint64 LiveCallTable::turnsAt(const LiveRow &row) const
{
    using std::chrono::milliseconds;
    using std::chrono::seconds;
    if (row.place != Place::Listed || !row.info || row.info->startedAtMs <= 0)
        return LiveRow::Never;
    const qint64 start = row.info->startedAtMs;
    constexpr qint64 Year = milliseconds(std::chrono::hours(24 * 365)).count();
    if (start > LiveRow::Never - Year)
        return LiveRow::Never;
    qint64 next = LiveRow::Never;
    const auto consider = [this, &next](qint64 ms) {
        if (ms > m_nowMs)
            next = std::min(next, ms);
    };
    consider(start - milliseconds(CallInfo::ClockTolerance).count());
    // Older than: the age, in whole seconds, is more.
    consider(start + milliseconds(m_rules.olderThan + seconds(1)).count());
    consider(start + milliseconds(m_rules.ringingFor + seconds(1)).count());
    return next;
}

std::vector<int> LiveCallTable::setRules(const StuckRules &rules)
{
    if (rules == m_rules)
        return {};
    m_rules = rules;
    judgeAll();
    return m_all; // the words of a sign name the rule
}

std::vector<int> LiveCallTable::setNow(qint64 nowMs)
{
    const bool wentBack = nowMs < m_nowMs;
    m_nowMs = nowMs;
    if (wentBack)
        return judgeAll();
    std::vector<int> changed;
    for (const int slot : m_all) {
        if (row(slot).turnsAtMs <= nowMs && judge(slot))
            changed.push_back(slot);
    }
    return changed;
}

} // namespace hangup
