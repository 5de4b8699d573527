// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "plivo/hangupengine.h"

#include <QObject>
#include <QTimer>

namespace hangup {

/// Gathers events and hands them on in order, in runs, at most every interval.
class EventBatcher : public QObject
{
    Q_OBJECT
public:
    EventBatcher(std::chrono::milliseconds interval, QObject *parent);

    void add(EngineEvent event);
    /// Hands on what is there, now. Nothing is emitted when there is nothing.
    void flush();

Q_SIGNALS:
    void ready(const hangup::EngineEvents &events);

private:
    EngineEvents m_events;
    QTimer m_timer { this };
};

} // namespace hangup
