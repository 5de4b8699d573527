// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include <QSocketNotifier>

#include <array>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace hangup {

QString printable(const QString &text)
{
    QString shown = text;
    for (QChar &c : shown) {
        const auto category = c.category();
        if (c != u'\n' && (category == QChar::Other_Control || category == QChar::Other_Format))
            c = QChar::ReplacementCharacter;
    }
    return shown;
}

StatusLine::StatusLine()
{
#ifdef Q_OS_UNIX
    m_isTerminal = ::isatty(STDERR_FILENO) == 1 && qgetenv("TERM") != "dumb";
#endif
}

void StatusLine::write(const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    // Nobody there to read it: nothing to be done about it.
    [[maybe_unused]] const auto written
        = std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

void StatusLine::say(const QString &sentence)
{
    const QString shown = m_shown;
    clear();
    write(printable(sentence) + u'\n');
    show(shown);
}

void StatusLine::show(const QString &line)
{
    if (!m_isTerminal || line.isEmpty())
        return;
    m_shown = line;
    write(u"\r"_s + printable(line).left(width() - 1) + u"\033[K"_s);
}

void StatusLine::clear()
{
    if (m_shown.isEmpty())
        return;
    m_shown.clear();
    write(u"\r\033[K"_s);
}

int StatusLine::width() const
{
#ifdef Q_OS_UNIX
    winsize size {};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
#endif
    return 80;
}

std::unique_ptr<Question> Question::open(bool stdinIsFree)
{
#ifdef Q_OS_UNIX
    if (stdinIsFree && ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1)
        return std::unique_ptr<Question>(new Question(STDIN_FILENO, STDERR_FILENO, false));
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal != -1)
        return std::unique_ptr<Question>(new Question(terminal, terminal, true));
#else
    Q_UNUSED(stdinIsFree)
#endif
    return nullptr;
}

Question::Question(int readFrom, int writeTo, bool isOwned)
    : m_readFrom(readFrom), m_writeTo(writeTo), m_isOwned(isOwned)
{
}

Question::~Question()
{
    delete m_notifier; // before the descriptor that it watches
#ifdef Q_OS_UNIX
    if (m_isOwned)
        ::close(m_readFrom);
#endif
}

void Question::ask(const QString &text)
{
#ifdef Q_OS_UNIX
    const QByteArray bytes = printable(text).toLocal8Bit();
    [[maybe_unused]] const auto written = ::write(m_writeTo, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    m_notifier = new QSocketNotifier(m_readFrom, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] { readLine(); });
#else
    Q_UNUSED(text)
#endif
}

void Question::readLine()
{
    m_notifier->setEnabled(false);
    QString line;
#ifdef Q_OS_UNIX
    // A terminal gives a line at a time, so this does not wait.
    std::array<char, 256> bytes {};
    const ssize_t count = ::read(m_readFrom, bytes.data(), bytes.size());
    if (count > 0)
        line = QString::fromLocal8Bit(bytes.data(), count).trimmed();
#endif
    Q_EMIT answered(line);
}

} // namespace hangup
