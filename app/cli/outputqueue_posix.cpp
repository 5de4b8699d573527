// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/outputqueue.h"

#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace hangup {

namespace {

// A pipe that poll() calls writable takes so much without blocking (POSIX: at least 512). The descriptor itself stays
// as it is: O_NONBLOCK would be set for every program that shares it.
constexpr qsizetype Piece = PIPE_BUF;
// At one turn of the event loop, so that a large history leaves room for signals.
constexpr int PiecesATurn = 64;

bool takesMore(int fd)
{
    pollfd asked { fd, POLLOUT, 0 };
    return ::poll(&asked, 1, 0) > 0;
}

} // namespace

OutputQueue::OutputQueue(int fd, QObject *parent) : QObject(parent), m_fd(fd)
{
    if (::fcntl(fd, F_GETFD) == -1) {
        m_broken = true;
        return;
    }
    m_notifier = new QSocketNotifier(fd, QSocketNotifier::Write, this);
    m_notifier->setEnabled(false);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] { writeSome(); });
}

OutputQueue::~OutputQueue() = default;

void OutputQueue::write(const QByteArray &bytes)
{
    if (m_broken || bytes.isEmpty())
        return;
    m_waiting += bytes;
    m_notifier->setEnabled(true); // writeSome() switches it off again
    if (m_atOnce)
        writeSome();
}

void OutputQueue::writeSome()
{
    if (m_prepare)
        m_prepare();
    qsizetype done = 0;
    for (int i = 0; i < PiecesATurn && done < m_waiting.size() && takesMore(m_fd); ++i) {
        const auto length = static_cast<std::size_t>(std::min(Piece, m_waiting.size() - done));
        const ssize_t written = ::write(m_fd, m_waiting.constData() + done, length);
        if (written > 0) {
            done += written;
        } else if (errno != EAGAIN && errno != EINTR) {
            breakOff();
            return;
        }
    }
    m_waiting.remove(0, done);
    if (m_waiting.isEmpty()) {
        m_notifier->setEnabled(false);
        Q_EMIT drained();
    }
}

void OutputQueue::breakOff()
{
    m_broken = true;
    m_waiting.clear();
    m_notifier->setEnabled(false);
    Q_EMIT broken();
    Q_EMIT drained();
}

} // namespace hangup
