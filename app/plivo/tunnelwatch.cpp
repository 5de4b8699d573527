// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/tunnelwatch.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>

namespace hangup {

namespace {

/// Qt waits 5 s for its thread when it ends the connections, and then goes on without a word.
constexpr qint64 JoinLimitMs = 4000;

} // namespace

TunnelWatch::TunnelWatch(QNetworkAccessManager *manager) : QObject(manager), m_manager(manager)
{
    connect(manager, &QNetworkAccessManager::encrypted, this, &TunnelWatch::noteServer);
}

TunnelWatch *TunnelWatch::of(const QNetworkAccessManager *manager)
{
    return manager->findChild<TunnelWatch *>(QString(), Qt::FindDirectChildrenOnly);
}

void TunnelWatch::noteProxy(bool used)
{
    m_asked = true;
    m_askedSince = true;
    m_direct = m_direct || !used;
}

bool TunnelWatch::noteFailure(QNetworkReply::NetworkError error, const QString &text)
{
    const Failure failure { error, text };
    const bool same = !m_firstFailure || *m_firstFailure == failure;
    if (!m_firstFailure)
        m_firstFailure = failure;
    return same && isThroughProxy() && !m_stood && !m_isDoubtful;
}

void TunnelWatch::stop()
{
    if (m_isStopping || !isThroughProxy() || !nothingStood())
        return;
    m_isStopping = true;
    endConnections();
}

void TunnelWatch::endConnections()
{
    m_askedSince = false;
    QElapsedTimer timer;
    timer.start();
    m_manager->clearConnectionCache(); // waits until the thread that sends is gone
    m_stoppedInTime = m_stoppedInTime && timer.elapsed() < JoinLimitMs;
    const auto next = [this] {
        if (m_askedSince) { // Qt begins a request from the event loop: that one has a new thread
            endConnections();
            return;
        }
        m_isStopping = false;
        Q_EMIT stopped();
    };
    QMetaObject::invokeMethod(this, next, Qt::QueuedConnection);
}

} // namespace hangup
