// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace hangup {

/// Tells whoever started the program @p text when there is no window to say it: on standard error for a complaint, else
/// on standard output. On Windows, where a program with a window has neither, on the console it was started from, or in
/// a box of the system.
void tellStarter(const QString &text, bool isComplaint);

} // namespace hangup
