// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "support/answer.h"

namespace hangup::test {

/// A blocking TCP client that sees the bytes as they are, and whether a connection was closed or reset (QTcpSocket
/// calls both the same). For tests of the fake server, and for probes. POSIX only.
class RawClient
{
public:
    enum class Ending : quint8 { Open, Closed, Reset };

    explicit RawClient(quint16 port);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    void write(const QByteArray &bytes);
    /// What comes within @p time, or until the other side ends.
    QByteArray readFor(Ms time);
    /// What comes up to and with @p end; everything there is when it doesn't come within 5 s.
    QByteArray readUntil(const QByteArray &end);
    /// Writes a request and reads one answer's head (its body is not read).
    QByteArray exchange(const QByteArray &request);
    /// How the connection stands after the last reading.
    Ending ending() const { return m_ending; }

private:
    bool readMore(Ms time);

    int m_socket;
    QByteArray m_buffer;
    Ending m_ending = Ending::Open;
};

} // namespace hangup::test
