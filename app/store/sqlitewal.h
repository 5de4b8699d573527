// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QList>

namespace hangup {

/// How far what stands in an SQLite file can be taken for committed.
enum class Standing : quint8 {
    Committed, ///< in the file itself, or in its WAL up to where SQLite reads it
    Likely, ///< behind damage in the WAL, where SQLite stops, and before a later commit that is right in itself
};

/// A size that SQLite's pages may have.
bool isPageSize(quint64 size);

/// One page in a write-ahead log.
struct WalFrame
{
    quint64 page = 0; ///< its number in the file, from 1
    QByteArrayView content {};
    Standing standing = Standing::Committed;
};

/// The frames of the log's latest generation up to its last commit, in order (sqlite.org/fileformat2.html, "The
/// Write-Ahead Log": salts tell generations apart, checksums go on from frame to frame, the last frame of a transaction
/// is marked). What stands behind is left out: transactions that were not committed, and older generations. Pure, and
/// safe with any bytes.
struct Wal
{
    qsizetype pageSize = 0; ///< 0: its header names none
    QList<WalFrame> frames {};
};
/// @p pageSize: of the file, for a log whose own header can't be read.
Wal readWal(QByteArrayView bytes, qsizetype pageSize);

} // namespace hangup
