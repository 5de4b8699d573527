// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/instancehost.h"

#include "session/instancewire.h"

#include <QLocalSocket>
#include <QTimer>

#include <chrono>
#include <memory>

namespace hangup {

namespace {

using namespace std::chrono_literals;

constexpr auto ClientPatience = 2s;

} // namespace

InstanceHost::InstanceHost(QObject *parent) : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &InstanceHost::welcome);
}

bool InstanceHost::listen(const QString &name)
{
    QLocalServer::removeServer(name);
    return m_server.listen(name);
}

void InstanceHost::close()
{
    m_server.close();
}

void InstanceHost::welcome()
{
    while (QLocalSocket *client = m_server.nextPendingConnection()) {
        connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
        if (m_clients >= MaxClients) {
            client->abort();
            continue;
        }
        ++m_clients;
        connect(client, &QObject::destroyed, this, [this] { --m_clients; });
        QTimer::singleShot(ClientPatience, client, &QLocalSocket::abort);
        auto buffer = std::make_shared<QByteArray>();
        connect(client, &QLocalSocket::readyRead, this, [this, client, buffer] { read(client, *buffer); });
        read(client, *buffer);
    }
}

void InstanceHost::read(QLocalSocket *client, QByteArray &buffer)
{
    using namespace instancewire;
    buffer += client->read(MaxBytes + 8 - buffer.size());
    QByteArray payload;
    switch (takeFrame(buffer, payload)) {
    case FrameState::Incomplete:
        return;
    case FrameState::Bad:
        client->abort();
        return;
    case FrameState::Complete:
        break;
    }
    const auto request = parseRequest(payload);
    if (!request || !buffer.isEmpty()) {
        client->abort();
        return;
    }
    const bool accepted = agree(request->accountKey, m_accountKey);
    disconnect(client, &QLocalSocket::readyRead, this, nullptr); // one request a client
    client->write(frame(accepted ? Reply::Accepted : Reply::OtherAccount));
    client->flush();
    client->disconnectFromServer();
    if (!accepted)
        return;
    if (request->refused)
        Q_EMIT linkRefused(*request->refused);
    else
        Q_EMIT rowsReceived(request->rows);
}

} // namespace hangup
