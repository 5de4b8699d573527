// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/filethread.h"

#include <QMetaObject>

namespace hangup {

using namespace Qt::StringLiterals;

FileThread::FileThread()
{
    m_thread.setObjectName(u"files"_s);
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

FileThread::~FileThread()
{
    // quit() goes through the same queue as the jobs, so it comes after the last of them.
    run([this] { m_thread.quit(); });
    m_thread.wait();
}

void FileThread::run(std::function<void()> job)
{
    QMetaObject::invokeMethod(&m_worker, std::move(job), Qt::QueuedConnection);
}

} // namespace hangup
