// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/eventbatcher.h"

#include <utility>

namespace hangup {

EventBatcher::EventBatcher(std::chrono::milliseconds interval, QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &EventBatcher::flush);
}

void EventBatcher::add(EngineEvent event)
{
    m_events.append(std::move(event));
    if (!m_timer.isActive())
        m_timer.start();
}

void EventBatcher::flush()
{
    m_timer.stop();
    if (!m_events.isEmpty())
        Q_EMIT ready(std::exchange(m_events, {}));
}

} // namespace hangup
