// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"

#include <QString>

namespace hangup::bench {

/// The ids are the same in each run, and as well mixed as real ones.
CallId idOf(int n);
/// @p count ids, one a line with a word.
QString lines(int count);

void countScanner();
void countClassifier();
void countPacer();
void countCallList();
void countLog();
void countLiveCalls();

} // namespace hangup::bench
