// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "store/sqlconnection.h"

#include <atomic>

namespace hangup {

/// Writes the calls that @p query lets through to @p path, one after the other, closed to other users; a file that is
/// not finished never takes the place of another.
HistoryExported exportHistory(SqlConnection &connection, const HistoryQuery &query, const QString &path,
                              HistoryFormat format, const std::atomic<bool> &cancelled);
/// The same without a journal: a file without calls.
HistoryExported exportNothing(const QString &path, HistoryFormat format);

} // namespace hangup
