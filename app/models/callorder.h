// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/calltable.h"

#include <Qt>

#include <vector>

namespace hangup {

/// The order of the table's rows: by a column, equal ones in list order, missing values last whichever way it goes.
/// Column -1: list order. Works on keys taken once per row, never on strings compared again and again.
struct CallOrder
{
    int column = -1;
    Qt::SortOrder order = Qt::AscendingOrder;

    /// @p slots in order; each is listed, and there once.
    std::vector<int> sorted(const CallTable &table, std::vector<int> slots) const;
    /// The same, of slots that stand as they do in the list.
    std::vector<int> sortedFromList(const CallTable &table, std::vector<int> listed) const;
    /// @p coming put among @p staying without moving these: each before the first that belongs behind it.
    std::vector<int> merged(const CallTable &table, const std::vector<int> &staying, std::vector<int> coming) const;

private:
    bool isAtTheEnd(const CallTable &table, const std::vector<int> &staying, const std::vector<int> &coming) const;
};

} // namespace hangup
