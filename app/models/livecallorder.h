// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/livecalltable.h"

#include <Qt>

#include <vector>

namespace hangup {

/// The order of the live calls: by a column, equal ones by first appearance, unknown values last whichever way it
/// goes. Column -1: by first appearance.
struct LiveCallOrder
{
    int column = -1;
    Qt::SortOrder order = Qt::AscendingOrder;

    /// @p slots in order.
    std::vector<int> sorted(const LiveCallTable &table, std::vector<int> slots) const;
    /// Its keys come from the details; those of the list itself are there at once.
    bool needsDetails() const;
};

} // namespace hangup
