// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callscan.h"

#include <QHashFunctions>
#include <QList>

#include <vector>

namespace hangup::scan {

/// Finds an id among those found so far. Open addressing over indices into the list itself: a QHash of 100,000 ids
/// costs more than the whole scan.
class FoundIndex
{
public:
    explicit FoundIndex(const QList<FoundCall> &found);

    /// Index of @p id in the list, or -1; then @p id must be appended to the list before the next look.
    qsizetype findOrReserve(const CallId &id);

private:
    void grow();
    std::size_t slotOf(const CallId &id, quint32 hash) const;
    quint32 hashOf(const CallId &id) const { return static_cast<quint32>(qHash(id, m_seed)); }

    const QList<FoundCall> &m_found;
    /// The hash stands beside the index so that a look seldom has to go to the list.
    struct Slot
    {
        quint32 hash = 0;
        qint32 number = 0; ///< index + 1; 0 is free
    };
    std::vector<Slot> m_slots; ///< a power of two of them, at most half full
    const size_t m_seed = static_cast<size_t>(QHashSeed::globalSeed());
    std::size_t m_used = 0;
};

} // namespace hangup::scan
