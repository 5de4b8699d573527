// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"

#include <QList>

#include <optional>
#include <vector>

namespace hangup {

/// The ids of one order to which nothing has happened yet, in its order. An id takes 20 bytes here, a job several
/// hundred, and a batch may have a hundred thousand. Plain bookkeeping, for JobBook.
class FreshCalls
{
public:
    /// @p ids in the user's order; an id that comes again is left out. The place of the one at index i is
    /// @p place + i.
    FreshCalls(const QList<CallId> &ids, qint64 place);

    int size() const { return m_left; }
    bool isEmpty() const { return m_left == 0; }
    /// Of the first that is left. Only where one is left.
    qint64 firstPlace() const { return m_place + m_first; }
    const CallId &first() const { return m_ids.at(m_first); }
    /// Takes it out: its place, if it was still here.
    std::optional<qint64> take(const CallId &id);

    /// Calls @p each with the place and id of all that are left, in order.
    template<typename Each> void forEach(Each each) const
    {
        for (qsizetype i = m_first; i < m_ids.size(); ++i) {
            if (!m_gone[static_cast<size_t>(i)])
                each(m_place + i, m_ids.at(i));
        }
    }

private:
    void goOn();

    QList<CallId> m_ids; ///< shared with the order
    std::vector<quint32> m_byId; ///< indices, sorted by what they stand for
    std::vector<bool> m_gone;
    qint64 m_place;
    qsizetype m_first = 0; ///< index of the first that is left
    int m_left = 0;
};

} // namespace hangup
