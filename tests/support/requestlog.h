// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>

#include <chrono>
#include <optional>
#include <utility>

namespace hangup::test {

/// A GET about one call.
enum class Ask : quint8 { Live, Queued, Record };

/// One request as it was on the wire, and what was answered.
struct Request
{
    int number = 0; ///< from 1, in order of arrival
    int connection = 0; ///< from 1
    std::chrono::nanoseconds at { 0 }; ///< since the server started, when its last byte was read
    QByteArray line; ///< "DELETE /v1/… HTTP/1.1"
    QByteArray method;
    QByteArray target; ///< the address part of the line, raw
    QList<std::pair<QByteArray, QByteArray>> headers; ///< as sent, in order
    QByteArray rawHead; ///< line and headers, byte by byte
    QByteArray body;
    int status = 0; ///< the last status line wholly written; 0: none
    bool done = false; ///< every step of its answer has been done
    std::chrono::nanoseconds answeredAt { 0 };

    /// First value of a header, name compared without case; a null array when it is missing.
    QByteArray header(QByteArrayView name) const;
    /// How many headers of that name.
    qsizetype headerCount(QByteArrayView name) const;
    /// The 36 characters behind `/Call/`; empty without them.
    QByteArray callId() const;
    /// What it asks about one call: exactly `GET /v1/Account/<account>/Call/<36 characters>/`, with nothing behind it,
    /// `?status=live` or `?status=queued`. Nothing for any other request.
    std::optional<Ask> ask() const;
    /// "id:token" of a Basic header; a null array without one.
    QByteArray basicCredentials() const;
};

/// What a FakeServer saw: the truth that tests compare with. Thread-safe.
class RequestLog
{
public:
    RequestLog();

    /// The number of the request added.
    int add(Request request);
    void noteStatus(int number, int status);
    void noteDone(int number);
    int addConnection();
    void noteHandshakeFailure();
    void noteEncrypted();

    QList<Request> requests() const;
    int connections() const;
    /// TLS connections that stood, at any time.
    int encrypted() const;
    /// TLS connections that the client (or this server) gave up before any request.
    int handshakeFailures() const;
    std::chrono::nanoseconds now() const;
    /// What the times of requests count from.
    std::chrono::steady_clock::time_point start() const { return m_start; }

private:
    mutable QMutex m_mutex;
    std::chrono::steady_clock::time_point m_start;
    QList<Request> m_requests;
    int m_connections = 0;
    int m_handshakeFailures = 0;
    int m_encrypted = 0;
};

} // namespace hangup::test
