// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/wipe.h"

namespace hangup {

void wipe(char *bytes, qsizetype size) noexcept
{
    // memset before a free is a dead store to the optimiser; volatile writes are not.
    volatile char *place = bytes;
    for (qsizetype i = 0; i < size; ++i)
        place[i] = 0;
}

void wipe(QByteArray &bytes) noexcept
{
    if (!bytes.isEmpty())
        wipe(bytes.data(), bytes.size());
    bytes.clear();
}

} // namespace hangup
