// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace hangup {

/// Overwrites the bytes in place, in a way the compiler may not leave out although nobody reads them again.
void wipe(char *bytes, qsizetype size) noexcept;

/// The same for the array's own memory, then empties it. Only for an array that nobody shares: a shared one
/// would detach, and its copy would be wiped.
void wipe(QByteArray &bytes) noexcept;

} // namespace hangup
