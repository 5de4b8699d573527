// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "store/journalevent.h"

#include <QSqlQuery>
#include <QString>

#include <optional>

namespace hangup {

/// Columns of `call` c joined with `batch` b, as historyCall() reads them.
QString callColumns();
/// Columns of `event`, as journalEvent() reads them.
QString eventColumns();

/// Nothing when what stands there can't be (it was changed by hand).
std::optional<HistoryCall> historyCall(const QSqlQuery &row);
JournalEvent journalEvent(const QSqlQuery &row);

} // namespace hangup
