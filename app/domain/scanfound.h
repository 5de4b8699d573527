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
    std::size_t slotOf(const CallId &id) const;

    const QList<FoundCall> &m_found;
    std::vector<qint32> m_slots; ///< index + 1; 0 is free. A power of two of them, at most half full.
    const size_t m_seed = static_cast<size_t>(QHashSeed::globalSeed());
    std::size_t m_used = 0;
};

} // namespace hangup::scan
