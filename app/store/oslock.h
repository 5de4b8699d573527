// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <memory>

namespace hangup {

/// A lock that the operating system holds for this process on a file, and lets go of with it, however it ends. Not a
/// number in a file: numbers of processes are used again, and a killed one can't remove its own. Two of one process
/// exclude each other as well.
class OsLock
{
public:
    enum class Kind : quint8 { Shared, Exclusive };
    enum class Failure : quint8 {
        None,
        Held, ///< by another one
        NoFile, ///< and none was to be made
        NotPossible, ///< the system's refusal: rights, too many open files
    };
    enum class Make : quint8 {
        Never, ///< only lock a file that is there
        IfMissing,
        Only, ///< it must be new
    };

    /// Never waits. Files that are made can be read and written by the user alone. Null when it did not work.
    static std::unique_ptr<OsLock> take(const QString &file, Kind kind, Make make, Failure *failure = nullptr);
    ~OsLock();
    OsLock(const OsLock &) = delete;
    OsLock &operator=(const OsLock &) = delete;

    /// Removes the file; the lock stays until this goes.
    void removeFile();

private:
    explicit OsLock(QString file) : m_file(std::move(file)) { }

    QString m_file;
#ifdef Q_OS_WIN
    void *m_handle = nullptr;
#else
    int m_descriptor = -1;
#endif
};

} // namespace hangup
