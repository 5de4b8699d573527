// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "store/sqlconnection.h"

#include <QVariantList>

#include <atomic>

namespace hangup {

/// The WHERE of a query over batch b (and call c), with its values.
struct SearchTerms
{
    QString where {}; ///< "" or "WHERE …"
    QVariantList values {};
};
/// For a search among calls (@p perCall) or among batches, which then need a call that fits.
SearchTerms searchTerms(const HistoryQuery &query, bool perCall);

/// @p text as a part of what LIKE looks for, with nothing in it that LIKE would take for a pattern (ESCAPE '\').
QString likePattern(const QString &text);

/// Both are given up (failed) when @p cancelled becomes true.
HistoryBatches searchBatches(SqlConnection &connection, const HistoryQuery &query, const std::atomic<bool> &cancelled);
HistoryCalls searchCalls(SqlConnection &connection, const HistoryQuery &query, const std::atomic<bool> &cancelled);
/// Nothing when it failed.
QList<HistoryEvent> readHistoryEvents(SqlConnection &connection, quint64 batch, const CallId &id);

} // namespace hangup
