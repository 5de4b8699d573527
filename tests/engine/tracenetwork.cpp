// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/tracenetwork.h"

#include <QNetworkRequest>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cstring>

namespace hangup::test {

using namespace Qt::StringLiterals;

namespace {

template <typename List>
const auto &oneOf(QRandomGenerator &random, const List &list)
{
    return list[random.bounded(static_cast<quint32>(std::size(list)))];
}

/// True once in @p n.
bool onceIn(QRandomGenerator &random, quint32 n)
{
    return random.bounded(n) == 0;
}

constexpr std::array Statuses { 0, 100, 102, 103, 200, 201, 202, 204, 206, 301, 302, 304, 307, 400, 401, 403, 404,
                                405, 407, 408, 409, 410, 418, 422, 429, 451, 499, 500, 502, 503, 504, 599, 600, 999 };
/// What lets a trace go on.
constexpr std::array UsualStatuses { 0, 0, 204, 404, 404, 429, 500, 502, 503, 504, 200 };
constexpr std::array ErrorsWithoutStatus {
    QNetworkReply::NoError,
    QNetworkReply::HostNotFoundError,
    QNetworkReply::ConnectionRefusedError,
    QNetworkReply::ConnectionRefusedError,
    QNetworkReply::RemoteHostClosedError,
    QNetworkReply::RemoteHostClosedError,
    QNetworkReply::TimeoutError,
    QNetworkReply::OperationCanceledError,
    QNetworkReply::TemporaryNetworkFailureError,
    QNetworkReply::NetworkSessionFailedError,
    QNetworkReply::UnknownNetworkError,
    QNetworkReply::ContentReSendError,
    QNetworkReply::ProtocolFailure,
    QNetworkReply::UnknownServerError,
};
/// These stop the batch.
constexpr std::array ErrorsThatStop {
    QNetworkReply::SslHandshakeFailedError,  QNetworkReply::ProxyConnectionRefusedError,
    QNetworkReply::ProxyConnectionClosedError, QNetworkReply::ProxyNotFoundError,
    QNetworkReply::ProxyTimeoutError,        QNetworkReply::ProxyAuthenticationRequiredError,
};
/// With these an answer that began was cut.
constexpr std::array ErrorsOfACut { QNetworkReply::RemoteHostClosedError, QNetworkReply::OperationCanceledError,
                                    QNetworkReply::TimeoutError };
const std::array<QByteArray, 13> Bodies {
    "{}",
    "{\"api_id\": \"6a1cbd1e-1111-4222-8333-0242ac110002\", \"error\": \"call not found\"}",
    "{\"error\": \"not found\"}",
    "{\"ERROR\": {\"a\": [1, {}]}}",
    "",
    "[]",
    "null",
    "\"{}\"",
    "{\"error\": \"call not f",
    "{} {}",
    "<html><body>404</body></html>",
    "Could not verify your access level for that URL.",
    "\xff\xfe{}",
};
const std::array<QByteArray, 12> RetryAfters { "0",    "1",   "2",      "7",    "119",                          "121",
                                               "1200", "-5",  "soon",   "3.5",  "Sun, 06 Nov 1994 08:49:37 GMT", "" };

QByteArray liveBody(QRandomGenerator &random, const CallId &id)
{
    if (onceIn(random, 8))
        return oneOf(random, Bodies);
    if (onceIn(random, 12)) // another call's
        return "{\"call_uuid\": \"ffffffff-1111-4222-8333-0242ac110002\", \"call_status\": \"in-progress\"}";
    QByteArray body = "{\"call_uuid\": \"" + id.toLatin1() + "\", \"call_status\": \"in-progress\"";
    if (!onceIn(random, 12))
        body += onceIn(random, 12) ? ", \"from\": \"3\"" : ", \"from\": \"1\"";
    body += onceIn(random, 12) ? ", \"to\": \"112\"" : ", \"to\": \"2\"";
    return body + '}';
}

/// The error that Qt has for a status, as far as anybody looks at it.
QNetworkReply::NetworkError errorOf(int status)
{
    if (status == 404)
        return QNetworkReply::ContentNotFoundError;
    if (status == 401)
        return QNetworkReply::AuthenticationRequiredError;
    if (status >= 500)
        return QNetworkReply::InternalServerError;
    return status >= 400 ? QNetworkReply::UnknownContentError : QNetworkReply::NoError;
}

/// A reply that ends as it is told to.
class TraceReply final : public QNetworkReply
{
public:
    TraceReply(TraceNetwork *network, const TraceNetwork::Script *script, const TraceRequest &asked, TraceAnswer answer)
        : QNetworkReply(network), m_network(network), m_script(script), m_asked(asked), m_answer(std::move(answer))
    {
        QNetworkReply::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        if (!m_answer.hangs)
            QMetaObject::invokeMethod(
                this, [this] { deliver(); }, Qt::QueuedConnection);
    }

    void abort() override
    {
        if (isFinished())
            return;
        m_answer = { .error = OperationCanceledError, .hangs = true };
        m_unread.clear();
        finishNow();
    }
    qint64 bytesAvailable() const override { return QNetworkReply::bytesAvailable() + m_unread.size(); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        if (m_unread.isEmpty())
            return isFinished() ? -1 : 0;
        const qint64 count = std::min(maxSize, qint64(m_unread.size()));
        std::memcpy(data, m_unread.constData(), size_t(count));
        m_unread.remove(0, count);
        return count;
    }

private:
    void deliver()
    {
        if (isFinished())
            return;
        if (m_answer.status != 0) {
            setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status);
            for (const auto &[name, value] : std::as_const(m_answer.headers))
                setRawHeader(name, value);
            Q_EMIT metaDataChanged();
            m_unread = m_answer.body;
        }
        finishNow();
    }

    void finishNow()
    {
        setFinished(true);
        if (m_answer.error != NoError)
            setError(m_answer.error, u"trace"_s);
        m_answer.trusted = !m_network->isSpoiled;
        if (m_answer.status != 0 && (m_answer.status < 200 || m_answer.status > 599))
            m_network->isSpoiled = true;
        m_script->answered(m_asked, m_answer);
        Q_EMIT finished();
    }

    TraceNetwork *m_network;
    const TraceNetwork::Script *m_script;
    TraceRequest m_asked;
    TraceAnswer m_answer;
    QByteArray m_unread;
};

} // namespace

QByteArray TraceAnswer::toText() const
{
    QByteArray text = hangs ? "nothing" : QByteArray::number(status);
    text += " error " + QByteArray::number(error);
    for (const auto &[name, value] : headers)
        text += ' ' + name + '=' + value;
    return text + (trusted ? "" : " (not trusted)") + (body.isEmpty() ? "" : " " + body);
}

TraceAnswer randomAnswer(QRandomGenerator &random, RequestKind kind, const CallId &id)
{
    TraceAnswer answer;
    if (onceIn(random, 300)) {
        answer.hangs = true;
        return answer;
    }
    const bool isLook = kind != RequestKind::HangUp;
    answer.status = onceIn(random, 6) ? oneOf(random, Statuses) : oneOf(random, UsualStatuses);
    if (isLook && !onceIn(random, 5))
        answer.status = onceIn(random, 2) ? 200 : 404;
    if (answer.status == 0) {
        answer.error = onceIn(random, 15) ? oneOf(random, ErrorsThatStop) : oneOf(random, ErrorsWithoutStatus);
        return answer;
    }
    answer.error = onceIn(random, 12) ? oneOf(random, ErrorsOfACut) : errorOf(answer.status);
    answer.body = onceIn(random, 3) ? oneOf(random, Bodies) : Bodies[random.bounded(4U)];
    if (isLook && answer.status == 200)
        answer.body = liveBody(random, id);
    if (!onceIn(random, 3)) { // as a rule it is told, and right
        const qsizetype more = onceIn(random, 12) ? 1 + random.bounded(100) : 0;
        answer.headers.emplaceBack("Content-Length", QByteArray::number(answer.body.size() + more));
    } else if (onceIn(random, 4)) {
        answer.headers.emplaceBack("Transfer-Encoding", "chunked");
    }
    if (onceIn(random, 2))
        answer.headers.emplaceBack("Retry-After", oneOf(random, RetryAfters));
    return answer;
}

QNetworkReply *TraceNetwork::createRequest(Operation op, const QNetworkRequest &request, QIODevice *)
{
    const QString path = request.url().path();
    const QString query = request.url().query();
    const qsizetype at = path.indexOf("/Call/"_L1) + 6;
    TraceRequest asked { *CallId::parse(path.sliced(at, 36)), RequestKind::Record };
    if (op == CustomOperation && request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray() == "DELETE")
        asked.kind = RequestKind::HangUp;
    else if (query == "status=live"_L1)
        asked.kind = RequestKind::LookLive;
    else if (query == "status=queued"_L1)
        asked.kind = RequestKind::LookQueued;
    return new TraceReply(this, m_script, asked, m_script->answer(asked));
}

} // namespace hangup::test
