// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/calllistmodel.h"
#include "models/callmatcher.h"
#include "models/callorder.h"
#include "models/calltable.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace hangup {

/// What the parts of CallListModel share.
struct CallListModel::Private
{
    CallTable table;
    CallMatcher matcher { table };
    CallOrder order;
    Tally told; ///< as last emitted
    std::vector<int> touched; ///< slots updated since beginUpdates()
    int updates = 0; ///< depth of beginUpdates()
    int changes = 0; ///< depth of change()
    bool isHeld = false;
    bool isAdding = false; ///< parts of a text are still to come
    bool isFitPending = false; ///< rows came to fit, or not to fit, while held
    bool isOrderPending = false; ///< rows were put at the end, out of order, while held

    std::vector<int> fitting(const std::vector<int> &slots)
    {
        if (!matcher.isActive())
            return slots;
        std::vector<int> fit;
        fit.reserve(slots.size());
        std::copy_if(slots.begin(), slots.end(), std::back_inserter(fit),
                     [this](int slot) { return matcher.fits(table.row(slot)); });
        return fit;
    }
};

} // namespace hangup
