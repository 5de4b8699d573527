// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace hangup::test {

/// What a program did to a file, or said.
enum class PowerOp : uint32_t { Write, Truncate, Sync, Unlink, Say };

/// Stands before each entry of a power log; the file's path and the bytes follow.
struct PowerRecord
{
    PowerOp op;
    uint32_t pathSize;
    uint64_t offset;
    uint64_t size;
};

} // namespace hangup::test
