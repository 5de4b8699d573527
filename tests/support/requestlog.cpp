// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "support/requestlog.h"

#include <algorithm>

namespace hangup::test {

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

qsizetype Request::headerCount(QByteArrayView name) const
{
    return std::count_if(headers.cbegin(), headers.cend(),
                         [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

QByteArray Request::basicCredentials() const
{
    const QByteArray value = header("Authorization");
    if (!value.startsWith("Basic "))
        return {};
    return QByteArray::fromBase64(value.mid(6));
}

RequestLog::RequestLog() : m_start(std::chrono::steady_clock::now()) { }

int RequestLog::add(Request request)
{
    const QMutexLocker lock(&m_mutex);
    request.number = static_cast<int>(m_requests.size()) + 1;
    request.at = std::chrono::steady_clock::now() - m_start;
    m_requests.append(std::move(request));
    return m_requests.constLast().number;
}

void RequestLog::noteStatus(int number, int status)
{
    const QMutexLocker lock(&m_mutex);
    Request &request = m_requests[number - 1];
    request.status = status;
    request.answeredAt = std::chrono::steady_clock::now() - m_start;
}

void RequestLog::noteDone(int number)
{
    const QMutexLocker lock(&m_mutex);
    m_requests[number - 1].done = true;
}

int RequestLog::addConnection()
{
    const QMutexLocker lock(&m_mutex);
    return ++m_connections;
}

void RequestLog::noteHandshakeFailure()
{
    const QMutexLocker lock(&m_mutex);
    ++m_handshakeFailures;
}

QList<Request> RequestLog::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

int RequestLog::connections() const
{
    const QMutexLocker lock(&m_mutex);
    return m_connections;
}

int RequestLog::handshakeFailures() const
{
    const QMutexLocker lock(&m_mutex);
    return m_handshakeFailures;
}

std::chrono::nanoseconds RequestLog::now() const
{
    return std::chrono::steady_clock::now() - m_start;
}

} // namespace hangup::test
