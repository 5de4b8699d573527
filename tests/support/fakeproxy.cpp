// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "support/fakeproxy.h"

#include <QMutex>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup::test {

namespace {

/// What the test's thread and the proxy's share.
struct Shared
{
    mutable QMutex mutex;
    ProxyRules rules;
    QByteArray clear;
    QByteArray tunnelled;
    RequestLog log;

    ProxyRules currentRules() const
    {
        const QMutexLocker lock(&mutex);
        return rules;
    }
    void add(QByteArray &to, const QByteArray &bytes)
    {
        const QMutexLocker lock(&mutex);
        to += bytes;
    }
};

Request requestOf(const QByteArray &head)
{
    Request request;
    request.rawHead = head;
    QList<QByteArray> lines = head.trimmed().split('\n');
    request.line = lines.takeFirst().trimmed();
    request.method = request.line.split(' ').value(0);
    request.target = request.line.split(' ').value(1);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({ line.first(std::max<qsizetype>(colon, 0)).trimmed(), line.mid(colon + 1).trimmed() });
    }
    return request;
}

/// One client's connection, and the tunnel behind it.
class ProxyConnection final : public QObject
{
public:
    ProxyConnection(QTcpSocket *client, quint16 target, Shared *shared, QObject *parent)
        : QObject(parent), m_client(client), m_target(target), m_shared(shared)
    {
        m_shared->log.addConnection();
        m_client->setParent(this);
        connect(m_client, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(m_client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    }

private:
    void read()
    {
        const QByteArray bytes = m_client->readAll();
        if (m_server) {
            m_shared->add(m_shared->tunnelled, bytes);
            m_server->write(bytes);
            return;
        }
        m_shared->add(m_shared->clear, bytes);
        m_in += bytes;
        for (qsizetype end = m_in.indexOf("\r\n\r\n"); end >= 0 && !m_server; end = m_in.indexOf("\r\n\r\n")) {
            const QByteArray head = m_in.first(end + 4);
            m_in.remove(0, end + 4);
            answer(requestOf(head));
        }
    }

    void answer(const Request &request)
    {
        const ProxyRules rules = m_shared->currentRules();
        const int number = m_shared->log.add(request);
        if (rules.hangs)
            return;
        if (request.method != "CONNECT")
            refuse(number, 501, {}, true);
        else if (!rules.login.isEmpty() && request.header("Proxy-Authorization") != "Basic " + rules.login.toBase64())
            refuse(number, 407, rules.offers, rules.closes);
        else if (rules.refusal != 0)
            refuse(number, rules.refusal, {}, true);
        else
            openTunnel(number);
    }

    void refuse(int number, int status, const QList<QByteArray> &offers, bool closes)
    {
        const QByteArray body = "<html>The proxy says no.</html>";
        QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " No\r\n";
        for (const QByteArray &offer : offers)
            head += "Proxy-Authenticate: " + offer + "\r\n";
        head += closes ? "Connection: close\r\nProxy-Connection: close\r\n" : "Proxy-Connection: keep-alive\r\n";
        head += "Content-Type: text/html\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
        m_client->write(head + body);
        m_shared->log.noteStatus(number, status);
        if (closes)
            m_client->disconnectFromHost();
    }

    void openTunnel(int number)
    {
        m_server = new QTcpSocket(this);
        m_server->setProxy(QNetworkProxy::NoProxy);
        connect(m_server, &QTcpSocket::connected, this, [this, number] {
            m_client->write("HTTP/1.1 200 Connection established\r\n\r\n");
            m_shared->log.noteStatus(number, 200);
        });
        connect(m_server, &QTcpSocket::readyRead, this, [this] { m_client->write(m_server->readAll()); });
        connect(m_server, &QTcpSocket::disconnected, m_client, &QTcpSocket::disconnectFromHost);
        m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    }

    QTcpSocket *m_client;
    quint16 m_target;
    Shared *m_shared;
    QTcpSocket *m_server = nullptr; ///< set as soon as a tunnel is asked for
    QByteArray m_in;
};

} // namespace

struct FakeProxy::Private
{
    Shared shared;
    QThread thread;
    quint16 port = 0;
};

FakeProxy::FakeProxy(quint16 target) : d(std::make_unique<Private>())
{
    d->thread.setObjectName(u"fake proxy"_s);
    auto *server = new QTcpServer;
    // The tests' own application proxy must not catch these sockets.
    server->setProxy(QNetworkProxy::NoProxy);
    server->listen(QHostAddress::LocalHost);
    d->port = server->serverPort();
    QObject::connect(server, &QTcpServer::newConnection, server, [server, target, shared = &d->shared] {
        while (QTcpSocket *client = server->nextPendingConnection())
            new ProxyConnection(client, target, shared, server);
    });
    QObject::connect(&d->thread, &QThread::finished, server, &QObject::deleteLater);
    server->moveToThread(&d->thread);
    d->thread.start();
}

FakeProxy::~FakeProxy()
{
    d->thread.quit();
    d->thread.wait();
}

void FakeProxy::setRules(const ProxyRules &rules)
{
    const QMutexLocker lock(&d->shared.mutex);
    d->shared.rules = rules;
}

quint16 FakeProxy::port() const
{
    return d->port;
}

QString FakeProxy::address(const QString &login) const
{
    return u"http://"_s + (login.isEmpty() ? QString() : login + u'@') + u"127.0.0.1:"_s + QString::number(d->port);
}

QList<Request> FakeProxy::requests() const
{
    return d->shared.log.requests();
}

int FakeProxy::logins() const
{
    const QList<Request> all = requests();
    return static_cast<int>(std::count_if(all.cbegin(), all.cend(), [](const Request &request) {
        return request.headerCount("Proxy-Authorization") > 0;
    }));
}

int FakeProxy::answeredWith(int status) const
{
    const QList<Request> all = requests();
    return static_cast<int>(
        std::count_if(all.cbegin(), all.cend(), [status](const Request &request) { return request.status == status; }));
}

int FakeProxy::connections() const
{
    return d->shared.log.connections();
}

QByteArray FakeProxy::seenInClear() const
{
    const QMutexLocker lock(&d->shared.mutex);
    return d->shared.clear;
}

QByteArray FakeProxy::tunnelled() const
{
    const QMutexLocker lock(&d->shared.mutex);
    return d->shared.tunnelled;
}

} // namespace hangup::test
