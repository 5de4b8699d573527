// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "processortime.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <cstdio>

namespace hangup::bench {

/// Prints, for the program that started this one, when the window was painted (ms of the monotonic clock), then what
/// memory the process takes once it has come to rest (kB, shared pages by their share), and ends the program.
class PaintedReport : public QObject
{
public:
    explicit PaintedReport(QWidget *window) : QObject(window) { window->installEventFilter(this); }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        // All of the window is painted in one go; what is queued then comes after it is on the screen.
        if (event->type() == QEvent::Paint && !m_isPainted) {
            m_isPainted = true;
            QTimer::singleShot(0, this, &PaintedReport::report);
        }
        return false;
    }

private:
    void report()
    {
        std::printf("%.3f\n", wallMs());
        std::fflush(stdout);
        QTimer::singleShot(std::chrono::milliseconds(500), this, [] {
            QFile file(QStringLiteral("/proc/self/smaps_rollup"));
            const bool isOpen = file.open(QIODevice::ReadOnly);
            const QByteArray all = isOpen ? file.readAll() : QByteArray();
            const qsizetype at = all.indexOf("Pss:");
            std::printf("%d\n", at < 0 ? 0 : all.mid(at + 4, 24).trimmed().split(' ').constFirst().toInt());
            std::fflush(stdout);
            QApplication::quit();
        });
    }

    bool m_isPainted = false;
};

} // namespace hangup::bench
