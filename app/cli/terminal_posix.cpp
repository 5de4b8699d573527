// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace hangup {

namespace {

/// A terminal that another program set to O_NONBLOCK takes a piece at a time, as does one that a signal interrupts.
void writeWhole(int descriptor, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const auto left = static_cast<std::size_t>(bytes.size() - done);
        const ssize_t written = ::write(descriptor, bytes.constData() + done, left);
        if (written > 0) {
            done += written;
            continue;
        }
        pollfd room { descriptor, POLLOUT, 0 };
        if (written == 0 || (errno != EAGAIN && errno != EINTR) || (::poll(&room, 1, -1) == -1 && errno != EINTR))
            return; // nobody there to read it
    }
}

} // namespace

void writeStandard(int descriptor, const QString &text)
{
    std::FILE *const stream = descriptor == STDOUT_FILENO ? stdout : stderr;
    const QByteArray bytes = text.toLocal8Bit();
    // Nobody there to read it: nothing to be done about it.
    [[maybe_unused]] const auto written
        = std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

StatusLine::StatusLine()
{
    m_isTerminal = ::isatty(STDERR_FILENO) == 1 && qgetenv("TERM") != "dumb";
}

int StatusLine::width() const
{
    winsize size {};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

struct Question::Terminal
{
    Terminal(int readFrom, int writeTo, bool isOwned) : in(readFrom), out(writeTo), owned(isOwned) { }
    ~Terminal()
    {
        if (owned)
            ::close(in);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    const int in;
    const int out;
    const bool owned;
};

std::unique_ptr<Question> Question::open(bool stdinIsFree)
{
    if (stdinIsFree && ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1) {
        auto standard = std::make_unique<Terminal>(STDIN_FILENO, STDERR_FILENO, false);
        return std::unique_ptr<Question>(new Question(std::move(standard)));
    }
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal == -1)
        return nullptr;
    return std::unique_ptr<Question>(new Question(std::make_unique<Terminal>(terminal, terminal, true)));
}

Question::Question(std::unique_ptr<Terminal> terminal) : m_terminal(std::move(terminal)) { }

Question::~Question()
{
    delete m_listener; // before the descriptor that it watches
}

void Question::ask(const QString &text)
{
    ::tcflush(m_terminal->in, TCIFLUSH);
    const QByteArray bytes = printable(text).toLocal8Bit();
    writeWhole(m_terminal->out, bytes);
    auto *notifier = new QSocketNotifier(m_terminal->in, QSocketNotifier::Read, this);
    m_listener = notifier;
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        // A terminal gives a line at a time, so this does not wait.
        std::array<char, 256> line {};
        const ssize_t count = ::read(m_terminal->in, line.data(), line.size());
        Q_EMIT answered(count > 0 ? QString::fromLocal8Bit(line.data(), count).trimmed() : QString());
    });
}

} // namespace hangup
