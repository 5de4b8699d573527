// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// What a command costs: measured FILE COMMAND [ARGUMENT…]
//
// Runs the command and writes one line to the file: wall time in ms, CPU time of it and its children in ms, the peak of
// its memory in KiB, and its exit status. Small on purpose: the kernel counts what a process was before it became the
// command into the peak, so a large interpreter must not start it itself.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>

namespace {

double milliseconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

} // namespace

int main(int count, char **arguments)
{
    if (count < 3) {
        std::fputs("Usage: measured FILE COMMAND [ARGUMENT…]\n", stderr);
        return 2;
    }
    ::signal(SIGINT, SIG_IGN); // the command decides
    const auto began = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == -1)
        return 1;
    if (child == 0) {
        ::signal(SIGINT, SIG_DFL);
        ::execvp(arguments[2], arguments + 2);
        std::fprintf(stderr, "measured: %s: %s\n", arguments[2], std::strerror(errno));
        ::_exit(127);
    }
    int state = 0;
    rusage used {};
    while (::wait4(child, &state, 0, &used) == -1 && errno == EINTR) { }
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - began;
    const int status = WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
    std::FILE *file = std::fopen(arguments[1], "w");
    if (!file)
        return 1;
    std::fprintf(file, "%.3f %.3f %ld %d\n", wall.count(), milliseconds(used.ru_utime) + milliseconds(used.ru_stime),
                 used.ru_maxrss, status);
    return std::fclose(file) == 0 ? status : 1;
}
