// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practicereply.h"

#include <QPointer>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QByteArray phraseOf(int status)
{
    switch (status) {
    case 200:
        return "OK"_ba;
    case 204:
        return "NO CONTENT"_ba;
    case 400:
        return "BAD REQUEST"_ba;
    case 401:
        return "UNAUTHORIZED"_ba;
    case 404:
        return "NOT FOUND"_ba;
    case 405:
        return "METHOD NOT ALLOWED"_ba;
    case 429:
        return "TOO MANY REQUESTS"_ba;
    case 500:
        return "INTERNAL SERVER ERROR"_ba;
    }
    return {};
}

} // namespace

QNetworkReply::NetworkError errorOfStatus(int status)
{
    switch (status) {
    case 400:
        return QNetworkReply::ProtocolInvalidOperationError;
    case 401:
        return QNetworkReply::AuthenticationRequiredError;
    case 403:
        return QNetworkReply::ContentAccessDenied;
    case 404:
        return QNetworkReply::ContentNotFoundError;
    case 405:
        return QNetworkReply::ContentOperationNotPermittedError;
    case 407:
        return QNetworkReply::ProxyAuthenticationRequiredError;
    case 409:
        return QNetworkReply::ContentConflictError;
    case 410:
        return QNetworkReply::ContentGoneError;
    case 418:
        return QNetworkReply::ProtocolInvalidOperationError;
    case 500:
        return QNetworkReply::InternalServerError;
    case 501:
        return QNetworkReply::OperationNotImplementedError;
    case 503:
        return QNetworkReply::ServiceUnavailableError;
    }
    if (status > 500)
        return QNetworkReply::UnknownServerError;
    return status >= 400 ? QNetworkReply::UnknownContentError : QNetworkReply::NoError;
}

PracticeReply::PracticeReply(QNetworkAccessManager::Operation op, const QNetworkRequest &request, PracticeAnswer answer,
                             std::chrono::milliseconds silence, QObject *parent)
    : QNetworkReply(parent), m_answer(std::move(answer))
{
    setOperation(op);
    setRequest(request);
    setUrl(request.url());
    QNetworkReply::open(QIODevice::ReadOnly | QIODevice::Unbuffered);

    const bool timesOut = silence.count() > 0 && silence < m_answer.delay;
    m_wait.setSingleShot(true);
    m_wait.setTimerType(Qt::PreciseTimer);
    if (timesOut)
        connect(&m_wait, &QTimer::timeout, this, &PracticeReply::abort);
    else
        connect(&m_wait, &QTimer::timeout, this, &PracticeReply::deliver);
    m_wait.start(timesOut ? silence : m_answer.delay);
}

void PracticeReply::abort()
{
    if (isFinished())
        return;
    m_unread.clear();
    finishWith(OperationCanceledError, tr("Operation canceled"));
}

void PracticeReply::close()
{
    // As Qt does: closing a reply that is under way cuts it.
    QPointer<PracticeReply> alive(this);
    abort();
    if (alive)
        QNetworkReply::close();
}

qint64 PracticeReply::bytesAvailable() const
{
    return QNetworkReply::bytesAvailable() + m_unread.size();
}

qint64 PracticeReply::readData(char *data, qint64 maxSize)
{
    if (m_unread.isEmpty())
        return isFinished() ? -1 : 0;
    const qint64 count = std::min(maxSize, qint64(m_unread.size()));
    std::memcpy(data, m_unread.constData(), size_t(count));
    m_unread.remove(0, count);
    return count;
}

void PracticeReply::deliver()
{
    if (m_answer.connectionRefused) {
        finishWith(ConnectionRefusedError, tr("Connection refused"));
        return;
    }
    if (m_answer.status == 0) {
        finishWith(RemoteHostClosedError, tr("Connection closed"));
        return;
    }
    // Whoever listens may abort or delete the reply at any of the signals.
    const QPointer<PracticeReply> alive(this);
    tellHeaders();
    if (!alive || isFinished())
        return;
    if (!m_answer.body.isEmpty()) {
        m_unread = m_answer.body;
        Q_EMIT readyRead();
        if (!alive || isFinished())
            return;
    }
    const auto error = errorOfStatus(m_answer.status);
    finishWith(error,
               error == NoError ? QString()
                                : u"Error transferring the practice answer, status %1"_s.arg(m_answer.status));
}

void PracticeReply::tellHeaders()
{
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status);
    setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, QString::fromLatin1(phraseOf(m_answer.status)));
    if (!m_answer.contentType.isEmpty())
        setRawHeader("Content-Type"_ba, m_answer.contentType);
    if (m_answer.status != 204)
        setRawHeader("Content-Length"_ba, QByteArray::number(m_answer.body.size()));
    for (const auto &[name, value] : std::as_const(m_answer.headers))
        setRawHeader(name, value);
    Q_EMIT metaDataChanged();
}

void PracticeReply::finishWith(NetworkError error, const QString &words)
{
    m_wait.stop();
    setFinished(true);
    const QPointer<PracticeReply> alive(this);
    if (error != NoError) {
        setError(error, words);
        Q_EMIT errorOccurred(error);
    }
    if (alive)
        Q_EMIT finished();
}

} // namespace hangup
