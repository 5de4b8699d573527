// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "support/fakeconnection.h"

#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace hangup::test {

namespace {

constexpr qint64 FillPiece = 64 * 1024;
constexpr qint64 FillAhead = 1024 * 1024; ///< bytes of a huge body that may wait in the socket

} // namespace

void Gate::hold(Which which)
{
    const QMutexLocker lock(&m_mutex);
    m_which = std::move(which);
    m_isHeld = true;
    m_isReleased = false;
}

void Gate::release()
{
    const QMutexLocker lock(&m_mutex);
    m_isHeld = false;
    m_isReleased = true;
}

bool Gate::holds(const Request &request) const
{
    const QMutexLocker lock(&m_mutex);
    return m_isHeld && (!m_which || m_which(request));
}

bool Gate::isReleased() const
{
    const QMutexLocker lock(&m_mutex);
    return m_isReleased;
}

FakeConnection::FakeConnection(QSslSocket *socket, bool tls, RequestLog *log, const Gate *gate, Chooser chooser,
                               QObject *parent)
    : QObject(parent), m_socket(socket), m_log(log), m_gate(gate), m_choose(std::move(chooser)),
      m_connection(log->addConnection()), m_tls(tls)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QSslSocket::readyRead, this, &FakeConnection::read);
    connect(m_socket, &QSslSocket::bytesWritten, this, &FakeConnection::run);
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &FakeConnection::run);
    connect(m_socket, &QSslSocket::disconnected, this, &FakeConnection::gone);
    connect(m_socket, &QSslSocket::errorOccurred, this, &FakeConnection::gone);
    connect(m_socket, &QSslSocket::encrypted, this, [this] { m_log->noteEncrypted(); });
    if (m_tls)
        m_socket->startServerEncryption();
    else
        read();
}

void FakeConnection::gone()
{
    if (m_tls && !m_socket->isEncrypted() && m_in.isEmpty() && m_chosen == 0 && !m_over) {
        m_log->noteHandshakeFailure();
        m_over = true;
    }
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        deleteLater();
}

void FakeConnection::read()
{
    m_in += m_socket->readAll();
    while (takeRequest()) { }
    run();
}

bool FakeConnection::takeRequest()
{
    const qsizetype end = m_in.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    Request request;
    request.connection = m_connection;
    request.rawHead = m_in.first(end + 4);
    QList<QByteArray> lines = request.rawHead.first(end).split('\n');
    request.line = lines.takeFirst().trimmed();
    const QList<QByteArray> words = request.line.split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({ line.first(std::max<qsizetype>(colon, 0)).trimmed(), line.mid(colon + 1).trimmed() });
    }
    qsizetype at = end + 4;
    const auto body = takeBody(request, at);
    if (!body)
        return false;
    request.body = *body;
    m_in.remove(0, at);
    request.number = m_log->add(request);
    m_turns.enqueue({ request, m_choose(request, m_chosen++).steps() });
    return true;
}

std::optional<QByteArray> FakeConnection::takeBody(const Request &request, qsizetype &at) const
{
    if (request.header("Transfer-Encoding").toLower() == "chunked") {
        // Kept as it stands, chunk lengths included: no client of ours should send one.
        const qsizetype last = m_in.indexOf("0\r\n\r\n", at);
        if (last < 0)
            return std::nullopt;
        const QByteArray body = m_in.mid(at, last + 5 - at);
        at = last + 5;
        return body;
    }
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (m_in.size() - at < length)
        return std::nullopt;
    const QByteArray body = m_in.mid(at, length);
    at += length;
    return body;
}

void FakeConnection::run()
{
    if (m_running) // write() can emit bytesWritten at once
        return;
    m_running = true;
    while (!m_turns.isEmpty() && !m_pausing && !m_over && !m_gate->holds(m_turns.head().request)) {
        Turn &turn = m_turns.head();
        if (turn.steps.isEmpty()) {
            m_log->noteDone(turn.request.number);
            m_turns.dequeue();
            continue;
        }
        if (!doStep(turn.request.number, turn.steps.first()))
            break;
        turn.steps.removeFirst();
        if (m_over && turn.steps.isEmpty())
            m_log->noteDone(turn.request.number);
    }
    m_running = false;
}

bool FakeConnection::doStep(int number, Step &step)
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return false;
    switch (step.kind) {
    case Step::Kind::Write:
        m_socket->write(step.bytes);
        if (step.status != 0)
            m_log->noteStatus(number, step.status);
        m_socket->flush();
        return true;
    case Step::Kind::Fill:
        while (step.count > 0) {
            if (m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() > FillAhead)
                return false; // goes on when some of it has left
            const qint64 piece = std::min(step.count, FillPiece);
            m_socket->write(QByteArray(piece, 'x'));
            step.count -= piece;
        }
        return true;
    case Step::Kind::Pause:
        m_pausing = true;
        QTimer::singleShot(step.pause, Qt::PreciseTimer, this, [this] {
            m_pausing = false;
            run();
        });
        return true;
    case Step::Kind::Await:
        return m_gate->isReleased();
    case Step::Kind::Close:
        m_over = true;
        m_socket->disconnectFromHost();
        return true;
    case Step::Kind::Reset:
        m_over = true;
        resetConnection();
        return true;
    case Step::Kind::Hang:
        m_over = true;
        return true;
    }
    return false;
}

void FakeConnection::resetConnection()
{
#ifdef Q_OS_UNIX
    const linger now { 1, 0 }; // no waiting: close() sends RST
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
#endif
    m_socket->abort();
}

} // namespace hangup::test
