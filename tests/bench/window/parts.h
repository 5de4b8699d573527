// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "figures.h"

namespace hangup::bench {

// What can be measured. Each returns false, after a word on stderr, when what was to be measured did not even work.

/// From a paste to the last outcome: @p rows pasted, confirmed and ended at some 2,000 outcomes a second, while the
/// event loop's pulse is felt.
bool measureScale(Figures &figures, int rows, int rounds);
/// 4 MB of text to rows; the scanner beside QRegularExpression; filter, sort, log lines at 100,000 rows.
bool measureText(Figures &figures, int rounds);
/// A million rows: paste, filter, sort, scroll, and the counts.
bool measureMillion(Figures &figures, int rounds);
/// The empty window beside a bare QMainWindow: when it is painted, and what memory it takes; two processes in turn.
bool measureStart(Figures &figures, int rounds);

} // namespace hangup::bench
