// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <atomic>

#include <sys/socket.h>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

/// Answers some requests with a 204 on one connection, takes one more, stops listening, and only then drops the
/// connection: whoever tries again is refused. On a thread of its own; ends by itself.
class DyingServer
{
public:
    DyingServer(int answered, bool reset)
        : m_thread(QThread::create([this, answered, reset] { serve(answered, reset); }))
    {
        m_thread->start();
        while (m_port == 0)
            QThread::msleep(1);
    }
    ~DyingServer() { m_thread->wait(); }

    QString address() const { return u"http://127.0.0.1:%1"_s.arg(m_port.load()); }
    int taken() const { return m_taken; }

private:
    void serve(int answered, bool reset)
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost))
            return;
        m_port = server.serverPort();
        if (!server.waitForNewConnection(10000))
            return;
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        for (int i = 0; i <= answered; ++i) {
            if (!readRequest(*socket))
                return;
            ++m_taken;
            if (i == answered)
                break;
            socket->write("HTTP/1.1 204 No Content\r\n\r\n");
            socket->waitForBytesWritten(1000);
        }
        server.close();

        if (reset) {
            const linger now { .l_onoff = 1, .l_linger = 0 }; // close() then sends RST
            setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
            socket->abort();
        }
        socket->disconnectFromHost();
        if (socket->state() != QAbstractSocket::UnconnectedState)
            socket->waitForDisconnected(1000);
    }

    static bool readRequest(QTcpSocket &socket)
    {
        QByteArray head;
        while (!head.contains("\r\n\r\n")) {
            if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(10000))
                return false;
            head += socket.readAll();
        }
        return true;
    }

    std::atomic<quint16> m_port { 0 };
    std::atomic<int> m_taken { 0 };
    std::unique_ptr<QThread> m_thread;
};

} // namespace

/// A server that takes the request and is gone: the call may have ended. Qt tries to connect again and is refused;
/// that must not be taken for "never left".
class TestEngineGone : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takenAndGoneIsUnknown_data()
    {
        QTest::addColumn<int>("answeredBefore");
        QTest::addColumn<bool>("reset");
        QTest::newRow("closed, on a new connection") << 0 << false;
        QTest::newRow("reset, on a new connection") << 0 << true;
        QTest::newRow("closed, on a connection used before") << 2 << false;
        QTest::newRow("reset, on a connection used before") << 2 << true;
    }

    void takenAndGoneIsUnknown()
    {
        QFETCH(int, answeredBefore);
        QFETCH(bool, reset);
        const DyingServer server(answeredBefore, reset);
        EngineLimits limits = quickLimits();
        limits.maxInFlight = 1;
        limits.maxPerManager = 1;
        EngineRun run(limits, std::get<ApiAddress>(ApiAddress::parse(server.address())));
        for (int i = 1; i <= answeredBefore; ++i)
            QCOMPARE(run.endOne(callId(i)).outcome, Outcome::Ended);
        const CallResult last = run.endOne(callId(answeredBefore + 1));
        QCOMPARE(server.taken(), answeredBefore + 1);
        QCOMPARE(last.outcome, Outcome::Unknown);
        QCOMPARE(last.attempts, 1);
        // And the one after it, which nobody takes, never left.
        const CallResult after = run.endOne(callId(answeredBefore + 2));
        QCOMPARE(after.outcome, Outcome::NotSent);
        QCOMPARE(after.reason, Reason::ConnectionRefused);
    }
};

QTEST_GUILESS_MAIN(TestEngineGone)
#include "tst_enginegone.moc"
