// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/signalpipe.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace hangup {

namespace {

// A handler has no object to go by.
std::array<int, 2> s_pipe { -1, -1 };
constexpr std::array Caught { SIGINT, SIGTERM, SIGHUP };
std::array<struct sigaction, Caught.size()> s_before {};

void writeToPipe(int)
{
    const int before = errno;
    const char byte = 1;
    // Full: so many are waiting already that one more says nothing new.
    [[maybe_unused]] const auto written = ::write(s_pipe[1], &byte, 1);
    errno = before;
}

} // namespace

SignalPipe::SignalPipe(QObject *parent) : QObject(parent)
{
    std::signal(SIGPIPE, SIG_IGN);
    if (::pipe(s_pipe.data()) != 0)
        return; // no descriptor left: the signals end the program, as they always did
    for (const int fd : s_pipe) {
        ::fcntl(fd, F_SETFD, FD_CLOEXEC);
        ::fcntl(fd, F_SETFL, O_NONBLOCK);
    }
    auto *notifier = new QSocketNotifier(s_pipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(s_pipe[0], &byte, 1) == 1)
            Q_EMIT interrupted();
    });
    struct sigaction action = {};
    action.sa_handler = writeToPipe;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < Caught.size(); ++i) {
        ::sigaction(Caught[i], nullptr, &s_before[i]);
        if (Caught[i] != SIGHUP || s_before[i].sa_handler != SIG_IGN)
            ::sigaction(Caught[i], &action, nullptr);
    }
}

SignalPipe::~SignalPipe()
{
    if (s_pipe[0] == -1)
        return;
    for (std::size_t i = 0; i < Caught.size(); ++i)
        ::sigaction(Caught[i], &s_before[i], nullptr);
    for (int &fd : s_pipe) {
        ::close(fd);
        fd = -1;
    }
}

} // namespace hangup
