// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/journalevent.h"
#include "store/sqlconnection.h"

#include <functional>

namespace hangup {

enum class FileCheck : quint8 {
    Whole,
    Broken,
    Failed, ///< could not be looked at, for another reason than its content
};

/// What can be seen in a moment: SQLite's own check while the file is small, and the hashes and links of the last
/// events (quick_check alone misses one broken file in a hundred), and that none is missing that was acknowledged
/// (JournalWitness). The whole chain is JournalReader::verify()'s.
/// @p meanwhile: tests only; what others do between its reads.
FileCheck checkFile(SqlConnection &connection, const QString &file, const std::function<void()> &meanwhile = {});

/// Whether SQLite takes a write, which is taken back. A header may name a version of the format that it only reads; then
/// it begins a transaction all the same.
bool takesWrites(SqlConnection &connection);

/// Whether what @p connection failed with last comes from what stands in the file, not from rights or a full disk.
bool hasBrokenContent(const SqlConnection &connection, const QString &file);

} // namespace hangup
