// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/outputqueue.h"

#include "cli/consolehandle_win.h"

#include <QMetaObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace hangup {

namespace {

constexpr qsizetype MostAtOnce = 65536;

} // namespace

/// Nothing tells there whether a pipe takes more, so a thread waits for it. It lives as long as the longer of itself and
/// its queue, for a write to a reader that has stopped reading comes to no end.
struct OutputQueue::Writer
{
    Writer(void *to, OutputQueue *from) : handle(to), queue(from) { }
    void run(const std::shared_ptr<Writer> &self);

    void *const handle;
    std::mutex guard;
    std::condition_variable changed;
    OutputQueue *queue; ///< null: it went
    QByteArray piece; ///< empty: nothing to do
    std::thread thread;
};

void OutputQueue::Writer::run(const std::shared_ptr<Writer> &self)
{
    std::unique_lock lock(guard);
    while (true) {
        changed.wait(lock, [this] { return !piece.isEmpty() || !queue; });
        if (!queue)
            return;
        const QByteArray bytes = piece;
        lock.unlock();
        const bool isWritten = console::writeAll(handle, bytes);
        lock.lock();
        piece.clear();
        if (!queue)
            return;
        QMetaObject::invokeMethod(
            queue,
            [self, isWritten, size = bytes.size()] {
                OutputQueue *const to = self->queue;
                if (!to || to->m_broken)
                    return;
                to->m_waiting.remove(0, size);
                if (isWritten)
                    to->writeSome();
                else
                    to->breakOff();
            },
            Qt::QueuedConnection);
    }
}

OutputQueue::OutputQueue(int fd, QObject *parent) : QObject(parent), m_fd(fd)
{
    void *const handle = console::standardHandle(fd);
    m_broken = !handle;
    // A console takes what it is given, and in its order with what standard error shows there.
    if (handle && !console::isConsole(handle)) {
        m_writer = std::make_shared<Writer>(handle, this);
        m_writer->thread = std::thread([writer = m_writer] { writer->run(writer); });
    }
}

OutputQueue::~OutputQueue()
{
    if (!m_writer)
        return;
    bool isIdle = false;
    {
        const std::scoped_lock lock(m_writer->guard);
        m_writer->queue = nullptr;
        isIdle = m_writer->piece.isEmpty();
        m_writer->changed.notify_all();
    }
    // A thread that the program's end cuts off while it is ending itself leaves a lock behind that the end waits for.
    if (isIdle)
        m_writer->thread.join();
    else
        m_writer->thread.detach();
}

void OutputQueue::write(const QByteArray &bytes)
{
    if (m_broken || bytes.isEmpty())
        return;
    const bool isIdle = m_waiting.isEmpty();
    m_waiting += bytes;
    if (isIdle || m_atOnce)
        writeSome();
}

void OutputQueue::writeSome()
{
    if (m_waiting.isEmpty()) {
        Q_EMIT drained();
        return;
    }
    if (m_prepare)
        m_prepare();
    if (m_writer && !m_atOnce) {
        const std::scoped_lock lock(m_writer->guard);
        m_writer->piece = m_waiting.left(MostAtOnce); // a copy: what waits grows meanwhile
        m_writer->changed.notify_all();
        return;
    }
    const bool isWritten = console::writeAll(console::standardHandle(m_fd), m_waiting);
    m_waiting.clear();
    if (isWritten)
        Q_EMIT drained();
    else
        breakOff();
}

void OutputQueue::breakOff()
{
    m_broken = true;
    m_waiting.clear();
    Q_EMIT broken();
    Q_EMIT drained();
}

} // namespace hangup
