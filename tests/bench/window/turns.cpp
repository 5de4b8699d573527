// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "turns.h"

#include <QEventLoop>
#include <QTimer>

namespace hangup::bench {

bool runUntil(const std::function<bool()> &isThere, std::chrono::milliseconds longest)
{
    constexpr std::chrono::milliseconds Between(5);
    if (isThere())
        return true;
    QEventLoop loop;
    QTimer asks;
    QObject::connect(&asks, &QTimer::timeout, &loop, [&] {
        if (isThere())
            loop.exit(1);
    });
    asks.start(Between);
    QTimer::singleShot(longest, &loop, [&loop] { loop.exit(0); });
    return loop.exec() == 1;
}

void runFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace hangup::bench
