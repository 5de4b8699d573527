// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// A real round trip on one machine: roundtrip ONE_WAY_MS
//
// Joins two network namespaces, the one it is started in (the clients') and a new one (the server's), by two TUN
// devices, near and far, and holds every packet on its way for so long. The kernel's TCP is at both ends, so handshakes
// take their round trips, which a server that merely answers late would hide.
//
// Writes its process id and a line feed once both devices are there: the server's namespace is /proc/ID/ns/net. The
// addresses are for whoever started it to set. Ends with its standard input. The server's namespace has no name: it is
// gone when this and the server have ended, whatever ended them.

#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Packet
{
    Clock::time_point due;
    std::vector<char> bytes;
};

/// One way: what comes out of the one device goes into the other later.
struct Way
{
    int from;
    int to;
    std::deque<Packet> underWay {};
};

[[noreturn]] void giveUp(const char *what)
{
    std::fprintf(stderr, "roundtrip: %s: %s\n", what, std::strerror(errno));
    std::exit(1);
}

/// A TUN device in the namespace that this process is in now; it stays there when the process moves on.
int openDevice(const char *name)
{
    const int device = ::open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (device == -1)
        giveUp("/dev/net/tun");
    ifreq request {};
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    std::strncpy(request.ifr_name, name, IFNAMSIZ - 1);
    if (::ioctl(device, TUNSETIFF, &request) == -1)
        giveUp(name);
    return device;
}

void takeIn(Way &way, Clock::duration hold)
{
    std::array<char, 65536> buffer {};
    ssize_t length = 0;
    while ((length = ::read(way.from, buffer.data(), buffer.size())) > 0)
        way.underWay.push_back({ Clock::now() + hold, std::vector<char>(buffer.data(), buffer.data() + length) });
}

void letOut(Way &way)
{
    while (!way.underWay.empty() && way.underWay.front().due <= Clock::now()) {
        const std::vector<char> &bytes = way.underWay.front().bytes;
        if (::write(way.to, bytes.data(), bytes.size()) == -1 && errno == EAGAIN)
            return;
        way.underWay.pop_front();
    }
}

/// Until the next packet is due, or something comes. False: whoever started this is gone.
bool waitForNext(const std::array<Way, 2> &ways)
{
    Clock::duration wait = std::chrono::seconds(1);
    for (const Way &way : ways) {
        if (!way.underWay.empty())
            wait = std::min(wait, way.underWay.front().due - Clock::now());
    }
    const auto ns = std::max<long long>(0, std::chrono::nanoseconds(wait).count());
    const timespec time { static_cast<time_t>(ns / 1'000'000'000), static_cast<long>(ns % 1'000'000'000) };
    std::array<pollfd, 3> asked { pollfd { ways[0].from, POLLIN, 0 }, pollfd { ways[1].from, POLLIN, 0 },
                                  pollfd { STDIN_FILENO, POLLIN, 0 } };
    ::ppoll(asked.data(), asked.size(), &time, nullptr);
    return asked[2].revents == 0;
}

} // namespace

int main(int count, char **arguments)
{
    const double oneWay = count == 2 ? std::atof(arguments[1]) : 0;
    if (oneWay <= 0) {
        std::fputs("Usage: roundtrip ONE_WAY_MS\n", stderr);
        return 2;
    }
    const auto hold = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double, std::milli>(oneWay));
    ::prctl(PR_SET_TIMERSLACK, 1); // 50 µs by default, which would be added to each packet's time
    const int near = openDevice("near");
    if (::unshare(CLONE_NEWNET) == -1)
        giveUp("a new network namespace");
    const int far = openDevice("far");
    std::printf("%d\n", static_cast<int>(::getpid()));
    std::fflush(stdout);

    std::array<Way, 2> ways { Way { near, far }, Way { far, near } };
    while (waitForNext(ways)) {
        for (Way &way : ways)
            takeIn(way, hold);
        for (Way &way : ways)
            letOut(way);
    }
    return 0;
}
