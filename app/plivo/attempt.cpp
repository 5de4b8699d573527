// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/attempt.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace hangup {

using namespace Qt::StringLiterals;

Attempt::Attempt(Send send, const EngineLimits &limits, const Clock *clock, QObject *parent)
    : QObject(parent), m_send(std::move(send)), m_silence(limits.silence), m_bodyCap(limits.bodyCap), m_clock(clock)
{
    m_total.setSingleShot(true);
    m_total.setInterval(limits.total);
    connect(&m_total, &QTimer::timeout, this, [this] { cut(CutBy::Total); });
    m_tunnel.setSingleShot(true);
    m_tunnel.setInterval(limits.tunnel);
    connect(&m_tunnel, &QTimer::timeout, this, [this] {
        if (m_watch)
            m_watch->stop(); // not if a connection stood: then it is for the silence deadline
    });
}

Attempt::~Attempt()
{
    if (!m_reply)
        return;
    // abort() emits finished() synchronously; nobody may hear it any more.
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    if (m_watch)
        m_watch->noteCut();
}

bool Attempt::start(QNetworkAccessManager *manager, const AuthToken &token)
{
    m_manager = manager;
    m_startedAt = m_clock->monotonic();
    m_reply = m_send(*manager, token, m_silence);
    if (!m_reply)
        return false;
    connect(m_reply, &QNetworkReply::encrypted, this, &Attempt::noteServer);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Attempt::noteServer);
    connect(m_reply, &QNetworkReply::readyRead, this, &Attempt::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &Attempt::finish);
    m_total.start();
    m_watch = TunnelWatch::of(manager);
    if (m_watch) {
        connect(m_watch, &TunnelWatch::stopped, this, [this] { cut(CutBy::NoTunnel); });
        m_tunnel.start();
    }
    // A reply that is finished already (a network that answers at once) emitted its signal before we listened.
    if (m_reply->isFinished())
        QMetaObject::invokeMethod(this, &Attempt::finish, Qt::QueuedConnection);
    return true;
}

void Attempt::cut(CutBy by)
{
    if (m_finished || !m_reply)
        return;
    if (m_cutBy == CutBy::Nothing)
        m_cutBy = by;
    m_reply->abort();
    finish(); // in case abort() said nothing: the attempt must end now
}

void Attempt::readBody()
{
    if (m_finished || !m_reply)
        return;
    noteServer();
    m_body += m_reply->read(m_bodyCap + 1 - m_body.size());
    if (m_body.size() > m_bodyCap) {
        m_body.truncate(m_bodyCap);
        cut(CutBy::BodyCap);
    }
}

void Attempt::finish()
{
    if (m_finished || !m_reply)
        return;
    if (m_cutBy == CutBy::Nothing && m_reply->bytesAvailable() > 0)
        readBody(); // may cut, and so finish
    if (m_finished || (m_cutBy == CutBy::Nothing && isBeingStopped()))
        return;
    m_finished = true;
    m_total.stop();
    m_tunnel.stop();
    m_elapsed = m_clock->monotonic() - m_startedAt;
    ReplyFacts result = facts();
    result.throughProxy = m_watch && m_watch->isThroughProxy();
    result.nothingStood = !result.sawServer && nothingStood();
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    Q_EMIT finished(result);
}

void Attempt::noteServer()
{
    m_sawServer = true;
    if (m_watch)
        m_watch->noteServer();
}

/// stopped() comes next, and says more than the end that Qt gives to what it drops.
bool Attempt::isBeingStopped() const
{
    return m_watch && m_watch->isStopping() && !m_sawServer
        && !m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
}

/// Tells the watch how it ended, and asks what that proves.
bool Attempt::nothingStood() const
{
    if (!m_watch || m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return false;
    if (m_cutBy == CutBy::NoTunnel)
        return m_watch->stoppedInTime();
    const QNetworkReply::NetworkError error = m_reply->error();
    if (m_cutBy == CutBy::Nothing && error != QNetworkReply::OperationCanceledError)
        return m_watch->noteFailure(error, m_reply->errorString());
    m_watch->noteCut();
    return false;
}

ReplyFacts Attempt::facts() const
{
    ReplyFacts facts;
    const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    facts.hasStatus = status.isValid();
    facts.status = status.toInt();
    facts.error = m_reply->error();
    facts.cutBy = m_cutBy;
    facts.sawServer = m_sawServer || facts.hasStatus;
    bool lengthIsNumber = false;
    const qint64 length = m_reply->rawHeader("Content-Length"_ba).trimmed().toLongLong(&lengthIsNumber);
    if (lengthIsNumber && length >= 0)
        facts.contentLength = length;
    facts.hasTransferEncoding = m_reply->hasRawHeader("Transfer-Encoding"_ba);
    facts.body = m_body;
    facts.retryAfter = m_reply->rawHeader("Retry-After"_ba);
    facts.contentType = m_reply->rawHeader("Content-Type"_ba);
    return facts;
}

} // namespace hangup
