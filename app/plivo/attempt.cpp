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
}

Attempt::~Attempt()
{
    if (!m_reply)
        return;
    // abort() emits finished() synchronously; nobody may hear it any more.
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

bool Attempt::start(QNetworkAccessManager *manager, const AuthToken &token)
{
    m_manager = manager;
    m_startedAt = m_clock->monotonic();
    m_reply = m_send(*manager, token, m_silence);
    if (!m_reply)
        return false;
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { m_sawServer = true; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] { m_sawServer = true; });
    connect(m_reply, &QNetworkReply::readyRead, this, &Attempt::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &Attempt::finish);
    m_total.start();
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
    m_sawServer = true;
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
    if (m_finished)
        return;
    m_finished = true;
    m_total.stop();
    m_elapsed = m_clock->monotonic() - m_startedAt;
    const ReplyFacts result = facts();
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    Q_EMIT finished(result);
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
