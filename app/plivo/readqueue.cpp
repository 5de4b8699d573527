// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/readqueue.h"

namespace hangup {

ReadItem *ReadQueue::find(const CallId &id)
{
    const auto found = m_items.find(id);
    return found != m_items.end() ? &found->second : nullptr;
}

ReadItem &ReadQueue::add(const CallId &id, ReadUrgency urgency)
{
    ReadItem &item = m_items[id];
    item.urgency = urgency;
    item.place = ++m_lastPlace;
    queueUp(id);
    return item;
}

void ReadQueue::setUrgency(const CallId &id, ReadUrgency urgency)
{
    ReadItem &item = m_items.at(id);
    const bool canBeAsked = item.asking == 0 && !item.isLater;
    if (canBeAsked)
        leave(id, item);
    item.urgency = urgency;
    item.place = ++m_lastPlace;
    if (canBeAsked)
        queueUp(id);
}

void ReadQueue::fallBack(ReadUrgency urgency, const QSet<CallId> &but)
{
    QList<CallId> others;
    const int before = -static_cast<int>(urgency);
    for (auto it = m_queue.lower_bound({ before, 0 }); it != m_queue.end() && it->first.first == before; ++it) {
        if (!but.contains(it->second))
            others.append(it->second);
    }
    for (const CallId &id : std::as_const(others))
        setUrgency(id, ReadUrgency::Rest);
}

ReadQueue::Iterator ReadQueue::erase(Iterator item)
{
    if (item->second.asking != 0)
        m_asking.remove(item->second.asking);
    else
        leave(item->first, item->second);
    return m_items.erase(item);
}

void ReadQueue::clear()
{
    m_items.clear();
    m_queue.clear();
    m_later.clear();
    m_asking.clear();
}

void ReadQueue::wake(Ms now)
{
    while (!m_later.empty() && m_later.begin()->first <= now) {
        const CallId id = m_later.begin()->second;
        leave(id, m_items.at(id));
        queueUp(id);
    }
}

std::optional<ReadUrgency> ReadQueue::first() const
{
    return m_queue.empty() ? std::nullopt : std::optional(m_items.at(m_queue.begin()->second).urgency);
}

std::optional<ReadQueue::Ms> ReadQueue::nextDue() const
{
    return m_later.empty() ? std::nullopt : std::optional(m_later.begin()->first);
}

std::pair<CallId, ReadItem &> ReadQueue::take(quint64 number)
{
    const CallId id = m_queue.begin()->second;
    ReadItem &item = m_items.at(id);
    leave(id, item);
    item.asking = number;
    m_asking.insert(number, id);
    return { id, item };
}

std::optional<CallId> ReadQueue::answered(quint64 number)
{
    const auto asked = m_asking.constFind(number);
    if (asked == m_asking.constEnd())
        return {};
    const CallId id = *asked;
    m_asking.erase(asked);
    m_items.at(id).asking = 0;
    return id;
}

void ReadQueue::queueUp(const CallId &id)
{
    m_queue.emplace(placeOf(m_items.at(id)), id);
}

void ReadQueue::putLater(const CallId &id, Ms at)
{
    ReadItem &item = m_items.at(id);
    item.isLater = true;
    item.due = at;
    m_later.emplace(at, id);
}

void ReadQueue::leave(const CallId &id, ReadItem &item)
{
    if (item.isLater)
        m_later.erase({ item.due, id });
    else
        m_queue.erase(placeOf(item));
    item.isLater = false;
}

} // namespace hangup
