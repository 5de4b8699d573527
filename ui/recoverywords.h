// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"

#include <QString>
#include <QStringList>

/// The sentences about calls that a run which ended too early left open.
namespace hangup::recoverywords {

/// "3 calls were on their way when Hangup ended at 14:02; 5 more were not sent yet." Empty for none.
QString leftOpen(const QList<HistoryCall> &calls);
/// "Calls of “Support” were left open too: switch to that account to see them." Empty for none.
QString elsewhere(const QStringList &accounts);

} // namespace hangup::recoverywords
