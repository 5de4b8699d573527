// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/scanfound.h"

namespace hangup::scan {

namespace {

constexpr std::size_t FirstSize = 256;

} // namespace

FoundIndex::FoundIndex(const QList<FoundCall> &found) : m_found(found), m_slots(FirstSize, 0) { }

std::size_t FoundIndex::slotOf(const CallId &id) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = qHash(id, m_seed) & mask;
    while (m_slots[slot] != 0 && m_found[m_slots[slot] - 1].id != id)
        slot = (slot + 1) & mask;
    return slot;
}

qsizetype FoundIndex::findOrReserve(const CallId &id)
{
    if ((m_used + 1) * 2 > m_slots.size())
        grow();
    const std::size_t slot = slotOf(id);
    if (m_slots[slot] != 0)
        return m_slots[slot] - 1;
    m_slots[slot] = static_cast<qint32>(++m_used);
    return -1;
}

void FoundIndex::grow()
{
    m_slots.assign(m_slots.size() * 4, 0);
    for (std::size_t i = 0; i < m_used; ++i)
        m_slots[slotOf(m_found[static_cast<qsizetype>(i)].id)] = static_cast<qint32>(i + 1);
}

} // namespace hangup::scan
