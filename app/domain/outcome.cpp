// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/outcome.h"

#include <numeric>

namespace hangup {

int Tally::done() const
{
    return std::accumulate(outcomes.begin(), outcomes.end(), 0);
}

} // namespace hangup
