// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>
#include <QString>

namespace hangup {

/// The number of the last event that was acknowledged, beside the journal. SQLite reads a damaged write-ahead log as a
/// shorter one and says nothing; a journal that ends before this number has lost what somebody was told is on disk.
///
/// Written after each commit and never synced, which costs some microseconds: a power cut may leave an older number, or
/// none, but never one that the journal has not. It names the file that it is about, so that one that was put in its
/// place is not measured by it.
class JournalWitness
{
public:
    /// Of the journal @p file, whose folder "locks" it lies in.
    explicit JournalWitness(const QString &file);

    /// Failures don't matter: then there is no witness.
    void write(const QString &identity, qint64 seq);
    void close() { m_out.close(); }

    /// 0: none, or of another file than @p identity.
    static qint64 lastOf(const QString &file, const QString &identity);
    /// False: it is still there.
    static bool remove(const QString &file);

private:
    QFile m_out;
};

} // namespace hangup
