// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/oslock.h"

#include <QString>

#include <memory>

namespace hangup {

/// Which program runs are alive: each holds the lock on a file of its own, `locks/<run>.lock` beside the journal.
class RunLocks
{
public:
    explicit RunLocks(QString folder) : m_folder(std::move(folder)) { }

    /// Takes the lock of a run of this program, with a new name. False: it can't be had.
    bool begin();
    /// 32 hex digits.
    QString ownRun() const { return m_run; }
    /// Whether that run still goes on. When it can't be found out: yes, so that no call of it is taken.
    bool isAlive(const QString &run) const;
    /// Removes the files of runs that are gone.
    void removeDead() const;
    ~RunLocks();
    RunLocks(const RunLocks &) = delete;
    RunLocks &operator=(const RunLocks &) = delete;

private:
    QString fileOf(const QString &run) const;

    QString m_folder;
    QString m_run;
    std::unique_ptr<OsLock> m_lock;
};

} // namespace hangup
