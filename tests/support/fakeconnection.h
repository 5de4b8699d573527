// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "support/answer.h"
#include "support/requestlog.h"

#include <QObject>
#include <QMutex>
#include <QQueue>
#include <QSslSocket>

#include <functional>

namespace hangup::test {

/// What a FakeServer's test holds back. From any thread.
class Gate
{
public:
    using Which = std::function<bool(const Request &)>;

    /// From now on no step is taken of the answers to requests that @p which says true of, or of any without it.
    void hold(Which which);
    /// Of the answers that were held, and of those that wait for it (Step::Kind::Await).
    void release();

    bool holds(const Request &request) const;
    bool isReleased() const;

private:
    mutable QMutex m_mutex;
    Which m_which;
    bool m_isHeld = false;
    bool m_isReleased = false;
};

/// One connection of a FakeServer: cuts the bytes into requests, and does the steps of their answers one after the
/// other. Deletes itself when the socket has gone.
class FakeConnection final : public QObject
{
    Q_OBJECT
public:
    /// Gives the answer to a request that is in the log; told how many were answered on this connection before.
    using Chooser = std::function<Answer(const Request &, int answeredHere)>;

    /// Takes over @p socket, which is connected (and still to be encrypted if @p tls).
    FakeConnection(QSslSocket *socket, bool tls, RequestLog *log, const Gate *gate, Chooser chooser, QObject *parent);
    /// After the gate was opened.
    void goOn() { run(); }

private:
    struct Turn
    {
        Request request;
        QList<Step> steps;
    };

    void read();
    bool takeRequest();
    /// Bytes of the body from @p at on, or nothing when they aren't all there yet; moves @p at behind them.
    std::optional<QByteArray> takeBody(const Request &request, qsizetype &at) const;
    void run();
    /// False: the steps can't go on now.
    bool doStep(int number, Step &step);
    void resetConnection();
    void gone();

    QSslSocket *m_socket;
    RequestLog *m_log;
    const Gate *m_gate;
    Chooser m_choose;
    int m_connection;
    bool m_tls;
    int m_chosen = 0;
    QByteArray m_in;
    QQueue<Turn> m_turns;
    bool m_running = false;
    bool m_pausing = false;
    bool m_over = false; ///< closed, reset or hanging: nothing more is written
};

} // namespace hangup::test
