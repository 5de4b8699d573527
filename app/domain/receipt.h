// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"

#include <QList>
#include <QString>

namespace hangup {

/// What goes into the ticket after a batch: the same facts three times.
struct Receipt
{
    QString text;
    QString markdown;
    QString html; ///< all foreign text escaped
};

/// Who, when (local time with its offset, and UTC), account, ticket, reason, the numbers, and each call with outcome
/// and proof. @p calls are those of @p batch, in its order. Markdown and HTML stay what they are whatever stands in
/// ticket, reason or Plivo's words.
Receipt makeReceipt(const HistoryBatch &batch, const QList<HistoryCall> &calls);

/// A ready text for Plivo's support, on a call that was accepted with a 204 and is still live.
QString supportText(const HistoryCall &call);

} // namespace hangup
