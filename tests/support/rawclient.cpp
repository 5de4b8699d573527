// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "support/rawclient.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace hangup::test {

RawClient::RawClient(quint16 port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        m_ending = Ending::Reset;
}

RawClient::~RawClient()
{
    ::close(m_socket);
}

void RawClient::write(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t n
            = ::send(m_socket, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (n <= 0)
            return; // the next reading tells how it ended
        sent += n;
    }
}

bool RawClient::readMore(Ms time)
{
    if (m_ending != Ending::Open)
        return false;
    pollfd waiting { m_socket, POLLIN, 0 };
    if (::poll(&waiting, 1, static_cast<int>(std::max<Ms::rep>(0, time.count()))) <= 0)
        return false;
    std::array<char, 64 * 1024> bytes;
    const ssize_t n = ::recv(m_socket, bytes.data(), bytes.size(), 0);
    if (n > 0)
        m_buffer.append(bytes.data(), n);
    else
        m_ending = (n < 0 && errno == ECONNRESET) ? Ending::Reset : Ending::Closed;
    return true;
}

QByteArray RawClient::readFor(Ms time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    auto left = time;
    while (left.count() > 0 && m_ending == Ending::Open) {
        readMore(left);
        left = std::chrono::ceil<Ms>(end - std::chrono::steady_clock::now());
    }
    return std::exchange(m_buffer, {});
}

QByteArray RawClient::readUntil(const QByteArray &end)
{
    while (!m_buffer.contains(end) && readMore(Ms(5000))) { }
    const qsizetype at = m_buffer.indexOf(end);
    const qsizetype size = at < 0 ? m_buffer.size() : at + end.size();
    const QByteArray taken = m_buffer.first(size);
    m_buffer.remove(0, size);
    return taken;
}

QByteArray RawClient::exchange(const QByteArray &request)
{
    m_buffer.clear();
    write(request);
    return readUntil("\r\n\r\n");
}

} // namespace hangup::test
