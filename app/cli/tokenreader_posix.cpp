// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/tokenreader.h"

#include "cli/cliwords.h"
#include "cli/terminal.h"
#include "domain/wipe.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace hangup {

struct TokenReader::Terminal
{
    Terminal(int readFrom, int writeTo, bool isOwned) : in(readFrom), out(writeTo), owned(isOwned)
    {
        hides = ::tcgetattr(in, &before) == 0;
        termios hidden = before;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        hidden.c_lflag |= ECHONL;
        // Whoever is stopped or cut off here would leave the terminal mute.
        hidden.c_cc[VSUSP] = _POSIX_VDISABLE;
        hidden.c_cc[VQUIT] = _POSIX_VDISABLE;
        hides = hides && ::tcsetattr(in, TCSAFLUSH, &hidden) == 0;
    }
    ~Terminal()
    {
        if (hides)
            ::tcsetattr(in, TCSAFLUSH, &before);
        if (owned)
            ::close(in);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    int in;
    int out;
    bool owned;
    termios before {};
    bool hides = false;
};

bool TokenReader::openTerminal()
{
    if (m_stdinIsFree && ::isatty(STDERR_FILENO) == 1) {
        m_terminal = std::make_unique<Terminal>(STDIN_FILENO, STDERR_FILENO, false);
    } else {
        const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
        if (terminal != -1)
            m_terminal = std::make_unique<Terminal>(terminal, terminal, true);
    }
    return m_terminal && m_terminal->hides;
}

void TokenReader::ask(const Account &account)
{
    if (m_stdinIsFree && ::isatty(STDIN_FILENO) != 1) {
        listen();
        return;
    }
    if (!openTerminal()) {
        m_terminal.reset();
        Q_EMIT refused(cliwords::noTerminalForToken(account));
        return;
    }
    const QByteArray question = printable(cliwords::tokenQuestion(account)).toLocal8Bit();
    [[maybe_unused]] const auto written
        = ::write(m_terminal->out, question.constData(), static_cast<std::size_t>(question.size()));
    listen();
}

void TokenReader::listen()
{
    const int fd = m_terminal ? m_terminal->in : STDIN_FILENO;
    auto *notifier = new QSocketNotifier(fd, QSocketNotifier::Read, this);
    m_listener = notifier;
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier, fd] {
        std::array<char, MostBytes> piece {};
        const auto room = static_cast<std::size_t>(MostBytes - m_bytes.size());
        const ssize_t count = ::read(fd, piece.data(), room);
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        if (count > 0)
            append(piece.data(), count);
        wipe(piece.data(), static_cast<qsizetype>(piece.size()));
        // A pipe may stay open behind the line.
        if (count > 0 && !m_bytes.contains('\n') && m_bytes.size() < MostBytes)
            return;
        notifier->setEnabled(false);
        take();
    });
}

} // namespace hangup
