// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/journalevent.h"

#include <QByteArray>
#include <QList>
#include <QString>

/// A whole journal, the same bytes in each run, so that an input always means the same: small pages, one batch of three
/// calls of a program that is gone (one ended and proven, one on its way, one not yet sent), and a note that takes
/// several pages.
struct JournalBase
{
    QByteArray bytes; ///< of the file
    QList<hangup::JournalEvent> events;
};

/// Makes it in @p folder (and leaves nothing there).
JournalBase makeJournalBase(const QString &folder);

/// @p file changed as @p edits say, four bytes an edit: what, where (two bytes), with what. Bytes set, bits turned,
/// pages copied over others or emptied, the end cut off.
QByteArray editedFile(QByteArray file, QByteArrayView edits);

/// The pages of a base.
inline constexpr qsizetype FuzzPageSize = 512;
