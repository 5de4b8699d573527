// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cliaccount.h"

#include <QFile>

#include <fcntl.h>
#include <memory>
#include <termios.h>
#include <unistd.h>

/// An account whose token is kept nowhere, and the terminal on which it is asked for.
namespace hangup::test {

inline constexpr auto NightKey = "0123456789abcdef0123456789abcdef";

/// An account "Night" whose token is kept nowhere, at @p bench's server.
inline QByteArray night(CliBench &bench)
{
    return QByteArray("[account-") + NightKey + "]\nname=Night\ncolour=#3a78d6\nauth-id=" + CliBench::AuthIdText
        + "\naddress=" + bench.server().address().toLatin1() + "\ntoken=session\n";
}

inline QByteArray fileOf(const CliBench &bench)
{
    QFile ini(bench.home() + u"/config/hangup/hangup.ini"_s);
    return ini.open(QIODevice::ReadOnly) ? ini.readAll() : QByteArray();
}

inline QByteArray authorization()
{
    return "Basic " + (QByteArray(CliBench::AuthIdText) + ':' + CliBench::Token).toBase64();
}

/// Whether what is typed on @p terminal is shown.
inline bool isShown(const PseudoTerminal &terminal)
{
    const int fd = ::open(terminal.name().constData(), O_RDWR | O_NOCTTY);
    termios now {};
    const bool known = ::tcgetattr(fd, &now) == 0;
    ::close(fd);
    return known && (now.c_lflag & ECHO) != 0;
}

/// The program with standard input and standard error on @p terminal, as a person has it.
inline std::unique_ptr<QProcess> startOn(const PseudoTerminal &terminal, const CliBench &bench,
                                         const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(bench.environment());
    process->start(u"/bin/sh"_s,
                   QStringList { u"-c"_s, u"exec \"$0\" \"$@\" <%1 2>%1"_s.arg(QString::fromLatin1(terminal.name())),
                                 CliBench::program() }
                       + arguments);
    return process;
}

} // namespace hangup::test
