// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/journalwriter.h"

#include <QByteArray>

#include <optional>

namespace hangup {

/// Removes the oldest events, as far as they are all of finished batches confirmed before @p beforeMs (UTC), in one
/// transaction with the checkpoint that takes their place in the chain. A batch is removed whole or not at all.
/// @return events removed; nothing when it failed, and then nothing was.
std::optional<qint64> pruneEvents(JournalWriter &writer, qint64 beforeMs, const QByteArray &exportSha256);

} // namespace hangup
