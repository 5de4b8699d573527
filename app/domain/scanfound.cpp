// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/scanfound.h"

namespace hangup::scan {

namespace {

constexpr std::size_t FirstSize = 256;

} // namespace

FoundIndex::FoundIndex(const QList<FoundCall> &found) : m_found(found), m_slots(FirstSize) { }

std::size_t FoundIndex::slotOf(const CallId &id, quint32 hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t place = hash & mask;; place = (place + 1) & mask) {
        const Slot &slot = m_slots[place];
        if (slot.number == 0 || (slot.hash == hash && m_found[slot.number - 1].id == id))
            return place;
    }
}

qsizetype FoundIndex::findOrReserve(const CallId &id)
{
    if ((m_used + 1) * 2 > m_slots.size())
        grow();
    const quint32 hash = hashOf(id);
    Slot &slot = m_slots[slotOf(id, hash)];
    if (slot.number != 0)
        return slot.number - 1;
    slot = { hash, static_cast<qint32>(++m_used) };
    return -1;
}

void FoundIndex::grow()
{
    std::vector<Slot> old(m_slots.size() * 4);
    old.swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot &slot : old) {
        if (slot.number == 0)
            continue;
        std::size_t place = slot.hash & mask;
        while (m_slots[place].number != 0)
            place = (place + 1) & mask;
        m_slots[place] = slot;
    }
}

} // namespace hangup::scan
