// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "heartbeat.h"

#include "processortime.h"

#include <QCoreApplication>
#include <QEvent>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <cstring>

using namespace Qt::StringLiterals;

namespace hangup::bench {

namespace {

constexpr auto Beat = QEvent::Type(QEvent::User + 71);
constexpr std::chrono::milliseconds Period(2);

struct BeatEvent : QEvent
{
    BeatEvent(double wallAt, double loopAt) : QEvent(Beat), wall(wallAt), loop(loopAt) { }
    double wall;
    double loop;
};

} // namespace

Heartbeat::Heartbeat(QObject *parent) : QObject(parent)
{
    pthread_getcpuclockid(pthread_self(), &m_loopClock);
}

Heartbeat::~Heartbeat()
{
    stop();
}

void Heartbeat::start()
{
    m_beats = true;
    m_thread = std::thread([this] { beat(); });
}

void Heartbeat::stop()
{
    m_beats = false;
    if (m_thread.joinable())
        m_thread.join();
    QCoreApplication::sendPostedEvents(this); // those that wait were late too
}

void Heartbeat::beat()
{
    auto next = std::chrono::steady_clock::now();
    while (m_beats) {
        // At the event loop's usual priority: it must not overtake what the loop has to do.
        QCoreApplication::postEvent(this, new BeatEvent(wallMs(), msOf(m_loopClock)));
        next += Period;
        std::this_thread::sleep_until(next);
    }
}

bool Heartbeat::event(QEvent *event)
{
    if (event->type() != Beat)
        return QObject::event(event);
    const auto *beat = static_cast<BeatEvent *>(event);
    const double wall = wallMs() - beat->wall;
    const double processor = threadMs() - beat->loop;
    m_wall += wall;
    m_processor += processor;
    if (m_longest.isEmpty() || std::strcmp(m_longest.last().what, m_doing) != 0)
        m_longest.append({ m_doing, 0, 0 });
    m_longest.last().wall = std::max(m_longest.last().wall, wall);
    m_longest.last().processor = std::max(m_longest.last().processor, processor);
    return true;
}

QString Heartbeat::longestOfEach() const
{
    QStringList all;
    for (const Longest &longest : m_longest)
        all += u"%1 %2 ms (%3 ms of processor time)"_s.arg(QString::fromLatin1(longest.what))
                   .arg(longest.wall, 0, 'f', 1)
                   .arg(longest.processor, 0, 'f', 1);
    return all.join(u", "_s);
}

Delays Heartbeat::of(QList<double> delays)
{
    if (delays.isEmpty())
        return {};
    std::sort(delays.begin(), delays.end());
    return { .p99 = delays[delays.size() * 99 / 100], .most = delays.last(), .beats = delays.size() };
}

} // namespace hangup::bench
