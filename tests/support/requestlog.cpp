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

QByteArray Request::callId() const
{
    const QByteArray path = target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    const QList<QByteArray> parts = path.split('/');
    const bool shaped = parts.size() == 7 && parts[0].isEmpty() && parts[1] == "v1" && parts[2] == "Account"
        && !parts[3].isEmpty() && parts[4] == "Call" && parts[6].isEmpty();
    const bool exact = shaped && parts[5].size() == 36 && std::ranges::all_of(parts[5], [](char c) {
                           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-';
                       });
    return exact ? parts[5] : QByteArray();
}

std::optional<Ask> Request::ask() const
{
    if (method != "GET" || callId().isEmpty())
        return {};
    const qsizetype query = target.indexOf('?');
    if (query < 0)
        return Ask::Record;
    if (target.mid(query) == "?status=live")
        return Ask::Live;
    if (target.mid(query) == "?status=queued")
        return Ask::Queued;
    return {};
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

void RequestLog::noteEncrypted()
{
    const QMutexLocker lock(&m_mutex);
    ++m_encrypted;
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

int RequestLog::encrypted() const
{
    const QMutexLocker lock(&m_mutex);
    return m_encrypted;
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
