// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/clock.h"
#include "plivo/hangupengine.h"
#include "plivo/replyfacts.h"
#include "plivo/tunnelwatch.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QNetworkAccessManager;
class QNetworkReply;

namespace hangup {

/// One request, from the send to its facts.
///
/// start() sends it. Then come the answer's bytes (kept up to the body cap), or nothing: the silence deadline is
/// Qt's transfer timeout, the total deadline a timer of ours that cuts the reply, as cut() does; so is the deadline for
/// a proxy to let a TLS connection stand, which ends all requests of that manager (see TunnelWatch). Whatever happens,
/// finished() is emitted exactly once, never from within start(). Deleting an attempt cuts its reply and emits nothing.
class Attempt : public QObject
{
    Q_OBJECT
public:
    /// Hands a request to the manager, or gives nothing when its gate refused it: CallRequest::send, ReadRequest::send.
    using Send = std::function<QNetworkReply *(QNetworkAccessManager &, const AuthToken &, Clock::Ms silence)>;

    /// @p clock outlives the attempt.
    Attempt(Send send, const EngineLimits &limits, const Clock *clock, QObject *parent);
    ~Attempt() override;

    /// False: the gate refused it, nothing was sent, and finished() will not come.
    bool start(QNetworkAccessManager *manager, const AuthToken &token);
    /// Cancels it: finished() comes from within this call. Nothing if it has finished.
    void cut(CutBy by);

    QNetworkAccessManager *manager() const { return m_manager; }
    Clock::Ms startedAt() const { return m_startedAt; }
    Clock::Ms elapsed() const { return m_elapsed; }

Q_SIGNALS:
    void finished(const hangup::ReplyFacts &facts);

private:
    void readBody();
    void finish();
    void noteServer();
    ReplyFacts facts() const;
    bool nothingStood() const;
    bool isBeingStopped() const;

    Send m_send;
    Clock::Ms m_silence;
    qint64 m_bodyCap;
    const Clock *m_clock;
    QTimer m_total { this };
    QTimer m_tunnel { this };
    QPointer<QNetworkAccessManager> m_manager;
    QPointer<TunnelWatch> m_watch; ///< the manager's, if it has one
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    CutBy m_cutBy = CutBy::Nothing;
    bool m_sawServer = false;
    bool m_finished = false;
    Clock::Ms m_startedAt { 0 };
    Clock::Ms m_elapsed { 0 };
};

} // namespace hangup
