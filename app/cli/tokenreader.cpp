// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/tokenreader.h"

#include "cli/cliwords.h"
#include "cli/terminal.h"
#include "domain/accountwords.h"
#include "domain/wipe.h"

#include <QSocketNotifier>

#include <algorithm>
#include <array>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace hangup {

namespace {

/// More is no token, and is not read to its end.
constexpr qsizetype MostBytes = 2 * AuthToken::MaxLength;

} // namespace

#ifdef Q_OS_UNIX

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
        listen(STDIN_FILENO);
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
    listen(m_terminal->in);
}

void TokenReader::listen(int fd)
{
    m_bytes.reserve(MostBytes); // grown once: no copy of it stays behind
    m_notifier = new QSocketNotifier(fd, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this, fd] { readSome(fd); });
}

void TokenReader::readSome(int fd)
{
    std::array<char, MostBytes> piece {};
    const auto room = static_cast<std::size_t>(MostBytes - m_bytes.size());
    const ssize_t count = ::read(fd, piece.data(), room);
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count > 0)
        m_bytes.append(piece.data(), count);
    wipe(piece.data(), static_cast<qsizetype>(piece.size()));
    // A pipe may stay open behind the line.
    if (count <= 0 || m_bytes.contains('\n') || m_bytes.size() >= MostBytes)
        take();
}

#else

// No way to hide what is typed there: only what is piped in is read.
struct TokenReader::Terminal
{
};

void TokenReader::ask(const Account &account)
{
    Q_EMIT refused(cliwords::noTerminalForToken(account));
}

#endif

TokenReader::TokenReader(bool stdinIsFree, QObject *parent) : QObject(parent), m_stdinIsFree(stdinIsFree) { }

TokenReader::~TokenReader()
{
    delete m_notifier; // before the descriptor that it watches
    wipe(m_bytes);
}

void TokenReader::take()
{
    m_notifier->setEnabled(false);
    m_terminal.reset();
    QByteArrayView line(m_bytes);
    line = line.trimmed();
    const bool isOne = std::none_of(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; });
    const bool isNone = line.isEmpty();
    const std::optional<AuthToken> token = isOne && !isNone ? AuthToken::parse(line) : std::nullopt;
    wipe(m_bytes);
    if (isNone)
        Q_EMIT refused(cliwords::noTokenGiven());
    else if (!isOne)
        Q_EMIT refused(cliwords::moreThanAToken());
    else if (!token)
        Q_EMIT refused(words::tokenError());
    else
        Q_EMIT got(*token);
}

} // namespace hangup
