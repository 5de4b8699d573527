// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QThread>

#include <functional>

namespace hangup {

/// A thread for reading and writing files, so that a slow disk never freezes the window. Jobs run one after
/// another, in the order they came; all that came before the end are done before the destructor returns.
class FileThread
{
public:
    FileThread();
    ~FileThread();
    FileThread(const FileThread &) = delete;
    FileThread &operator=(const FileThread &) = delete;

    void run(std::function<void()> job);

private:
    QThread m_thread;
    QObject m_worker; ///< lives on m_thread
};

} // namespace hangup
