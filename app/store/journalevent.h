// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace hangup {

/// One row of the table `event`, as it stands on disk.
struct JournalEvent
{
    qint64 seq = 0; ///< from 1, without gaps
    QString kind {}; ///< eventKindKey()
    qint64 batch = 0; ///< 0: of none
    QString call {}; ///< a call UUID, or empty
    QString run {}; ///< the program run that wrote it
    qint64 utcMs = 0;
    qint64 monoMs = 0;
    QByteArray data {}; ///< compact JSON in UTF-8 with sorted names, see journalfacts.h
    QByteArray prev {}; ///< hash of the event before; of the first: 32 zeros
    QByteArray hash {}; ///< 32 bytes, see hashOf()
};

/// "batch", "intent", … as they stand on disk; never change.
QLatin1StringView eventKindKey(EventKind kind);
std::optional<EventKind> eventKindFromKey(QStringView key);

/// What stands before the first event.
QByteArray chainStart();
/// BLAKE2b-256 (RFC 7693; `b2sum -l 256`) over everything in @p event but its hash. Each field goes in with its length
/// before it, 8 bytes, the highest first, so that nothing can be moved from one field to the next.
QByteArray hashOf(const JournalEvent &event);

} // namespace hangup
