// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QMutex>
#include <QObject>

#include <atomic>
#include <thread>

#include <pthread.h>

namespace hangup::bench {

/// Delays of an event loop, in ms.
struct Delays
{
    double p99 = 0;
    double most = 0;
    qsizetype beats = 0;
};

/// Feels the pulse of the event loop it is made on: a thread of its own posts an event every 2 ms, whether or not the
/// one before has been dealt with (a loop that stands still for 50 ms delays 25 of them), and each says how long it
/// waited. Nothing is subtracted.
///
/// Beside the time on the wall it takes the processor time that the loop's thread used up meanwhile: as long as the
/// thread computes, that is the delay of a machine that has nothing else to do.
class Heartbeat : public QObject
{
    Q_OBJECT
public:
    explicit Heartbeat(QObject *parent = nullptr);
    ~Heartbeat() override;

    void start();
    void stop();
    Delays onTheWall() const { return of(m_wall); }
    Delays ofTheProcessor() const { return of(m_processor); }
    /// What the loop was doing, for the list of the longest delays.
    void nowDoing(const char *what) { m_doing = what; }
    /// "paste 12.3 ms, confirm 4.0 ms": the longest processor delay of each thing done.
    QString longestOfEach() const;

protected:
    bool event(QEvent *event) override;

private:
    static Delays of(QList<double> delays);
    void beat();

    QList<double> m_wall;
    QList<double> m_processor;
    struct Longest
    {
        const char *what;
        double wall;
        double processor;
    };
    QList<Longest> m_longest;
    const char *m_doing = "";
    clockid_t m_loopClock;
    std::atomic<bool> m_beats = false;
    std::thread m_thread;
};

} // namespace hangup::bench
