// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "support/fakeserver.h"

#include "support/fakeconnection.h"

#include <QHash>
#include <QMutex>
#include <QQueue>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QThread>

#include <algorithm>
#include <array>
#include <deque>

using namespace Qt::StringLiterals;

namespace hangup::test {

namespace {

bool hasSegment(const QByteArray &target, const QByteArray &id)
{
    const qsizetype query = target.indexOf('?');
    const QByteArray path = query < 0 ? target : target.first(query);
    return path.split('/').contains(id);
}

QByteArray queueKey(const QByteArray &method, const QByteArray &key)
{
    return method + ' ' + key;
}

QByteArray askMethod(Ask ask)
{
    return "GET " + QByteArray::number(static_cast<int>(ask));
}

} // namespace

/// What decides about answers: set by the test's thread, asked by the server's.
class Script
{
public:
    Gate gate;
    QMutex mutex;
    Answer defaultAnswer = Answer::ended();
    QHash<QByteArray, QQueue<Answer>> queues;
    std::array<FakeServer::AskAnswer, 3> askAnswers;
    FakeServer::Handler handler;
    int rateRequests = 0;
    Ms rateWindow { 0 };
    Answer rateAnswer = Answer::tooMany();
    std::deque<std::chrono::steady_clock::time_point> taken;
    int closeEvery = 0;
    bool closeAnnounced = false;

    Answer choose(const Request &request, int answeredHere)
    {
        Answer answer = chooseOne(request);
        const QMutexLocker lock(&mutex);
        if (closeEvery > 0 && (answeredHere + 1) % closeEvery == 0)
            return closeAnnounced ? answer.closingAnnounced() : answer.closingSilently();
        return answer;
    }

private:
    Answer chooseOne(const Request &request)
    {
        FakeServer::Handler asked;
        {
            const QMutexLocker lock(&mutex);
            if (overRate())
                return rateAnswer;
            asked = handler;
        }
        if (asked) {
            if (auto answer = asked(request))
                return *answer;
        }
        const QMutexLocker lock(&mutex);
        if (const auto scripted = fromQueues(request))
            return *scripted;
        const std::optional<Ask> ask = request.ask();
        const FakeServer::AskAnswer answer = ask ? askAnswers[static_cast<std::size_t>(*ask)] : nullptr;
        return answer ? answer(request.callId()) : defaultAnswer;
    }

    bool overRate()
    {
        if (rateRequests <= 0)
            return false;
        const auto now = std::chrono::steady_clock::now();
        while (!taken.empty() && now - taken.front() >= rateWindow)
            taken.pop_front();
        if (taken.size() >= static_cast<std::size_t>(rateRequests))
            return true;
        taken.push_back(now);
        return false;
    }

    std::optional<Answer> fromQueues(const Request &request)
    {
        if (const std::optional<Ask> ask = request.ask()) {
            const auto asked = queues.find(queueKey(askMethod(*ask), request.callId()));
            if (asked != queues.end() && !asked->isEmpty())
                return asked->dequeue();
        }
        QList<QByteArray> keys { request.target };
        const qsizetype query = request.target.indexOf('?');
        keys += (query < 0 ? request.target : request.target.first(query)).split('/');
        for (const QByteArray &key : std::as_const(keys)) {
            if (key.isEmpty())
                continue;
            for (const QByteArray &method : { request.method, QByteArray() }) {
                const auto it = queues.find(queueKey(method, key));
                if (it != queues.end() && !it->isEmpty())
                    return it->dequeue();
            }
        }
        return std::nullopt;
    }
};

namespace {

/// The listening socket, on the server's thread.
class Listener final : public QTcpServer
{
public:
    Listener(const std::optional<TlsIdentity> &tls, RequestLog *log, Script *script)
        : m_tls(tls), m_log(log), m_script(script)
    {
        setListenBacklogSize(512); // 100 and more connections come at once
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        if (m_tls) {
            QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
            configuration.setLocalCertificateChain(m_tls->chain);
            configuration.setPrivateKey(m_tls->key);
            configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
            socket->setSslConfiguration(configuration);
        }
        socket->setSocketDescriptor(descriptor);
        new FakeConnection(
            socket, m_tls.has_value(), m_log, &m_script->gate,
            [script = m_script](const Request &request, int before) { return script->choose(request, before); }, this);
    }

private:
    std::optional<TlsIdentity> m_tls;
    RequestLog *m_log;
    Script *m_script;
};

} // namespace

struct FakeServer::Private
{
    RequestLog log;
    Script script;
    QThread thread;
    Listener *listener = nullptr;
    bool tls = false;
    quint16 port = 0;
};

FakeServer::FakeServer(std::optional<TlsIdentity> tls, quint16 port) : d(std::make_unique<Private>())
{
    d->tls = tls.has_value();
    d->thread.setObjectName(u"fake server"_s);
    auto *anchor = new QObject;
    anchor->moveToThread(&d->thread);
    QObject::connect(&d->thread, &QThread::finished, anchor, &QObject::deleteLater);
    d->thread.start();
    QMetaObject::invokeMethod(
        anchor,
        [this, tls, port, anchor] {
            d->listener = new Listener(tls, &d->log, &d->script);
            d->listener->setParent(anchor);
            if (d->listener->listen(QHostAddress::LocalHost, port))
                d->port = d->listener->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

FakeServer::~FakeServer()
{
    d->thread.quit();
    d->thread.wait();
}

bool FakeServer::isListening() const
{
    return d->port != 0;
}

quint16 FakeServer::port() const
{
    return d->port;
}

QString FakeServer::address() const
{
    return u"%1://127.0.0.1:%2"_s.arg(d->tls ? u"https"_s : u"http"_s).arg(d->port);
}

QUrl FakeServer::url(const QByteArray &path) const
{
    return QUrl(address() + QString::fromLatin1(path));
}

QUrl FakeServer::callUrl(const QByteArray &account, const QByteArray &id) const
{
    return url("/v1/Account/" + account + "/Call/" + id + '/');
}

void FakeServer::setDefaultAnswer(const Answer &answer)
{
    const QMutexLocker lock(&d->script.mutex);
    d->script.defaultAnswer = answer;
}

void FakeServer::script(const QByteArray &key, const QList<Answer> &answers, const QByteArray &method)
{
    const QMutexLocker lock(&d->script.mutex);
    d->script.queues[queueKey(method, key)] += answers;
}

void FakeServer::script(const CallId &id, Ask ask, const QList<Answer> &answers)
{
    script(id.toLatin1(), answers, askMethod(ask));
}

void FakeServer::setAskAnswer(Ask ask, AskAnswer answer)
{
    const QMutexLocker lock(&d->script.mutex);
    d->script.askAnswers[static_cast<std::size_t>(ask)] = std::move(answer);
}

void FakeServer::setAskAnswer(Ask ask, const Answer &answer)
{
    setAskAnswer(ask, [answer](const QByteArray &) { return answer; });
}

void FakeServer::setHandler(Handler handler)
{
    const QMutexLocker lock(&d->script.mutex);
    d->script.handler = std::move(handler);
}

void FakeServer::enforceRate(int requests, Ms window, const Answer &answer)
{
    const QMutexLocker lock(&d->script.mutex);
    d->script.rateRequests = requests;
    d->script.rateWindow = window;
    d->script.rateAnswer = answer;
}

void FakeServer::closeEvery(int answers, bool announced)
{
    const QMutexLocker lock(&d->script.mutex);
    d->script.closeEvery = answers;
    d->script.closeAnnounced = announced;
}

void FakeServer::hold(Which which)
{
    d->script.gate.hold(std::move(which));
}

void FakeServer::release()
{
    d->script.gate.release();
    QMetaObject::invokeMethod(d->listener, [listener = d->listener] {
        const auto connections = listener->findChildren<FakeConnection *>();
        for (FakeConnection *connection : connections)
            connection->goOn();
    });
}

QList<Request> FakeServer::requests() const
{
    return d->log.requests();
}

int FakeServer::connections() const
{
    return d->log.connections();
}

int FakeServer::encrypted() const
{
    return d->log.encrypted();
}

int FakeServer::handshakeFailures() const
{
    return d->log.handshakeFailures();
}

int FakeServer::count() const
{
    return static_cast<int>(d->log.requests().size());
}

int FakeServer::deletes() const
{
    return static_cast<int>(std::ranges::count(d->log.requests(), "DELETE", &Request::method));
}

int FakeServer::countFor(const QByteArray &id) const
{
    return static_cast<int>(
        std::ranges::count_if(d->log.requests(), [&id](const Request &r) { return hasSegment(r.target, id); }));
}

int FakeServer::deletesFor(const QByteArray &id) const
{
    return static_cast<int>(std::ranges::count_if(
        d->log.requests(), [&id](const Request &r) { return r.method == "DELETE" && hasSegment(r.target, id); }));
}

int FakeServer::answered204(const QByteArray &id) const
{
    return static_cast<int>(std::ranges::count_if(d->log.requests(), [&id](const Request &r) {
        return r.method == "DELETE" && r.status == 204 && hasSegment(r.target, id);
    }));
}

int FakeServer::answeredWith(int status) const
{
    return static_cast<int>(std::ranges::count(d->log.requests(), status, &Request::status));
}

int FakeServer::maxInAnyWindow(Ms window) const
{
    const QList<Request> all = d->log.requests();
    qsizetype most = 0;
    for (qsizetype last = 0, first = 0; last < all.size(); ++last) {
        while (all[last].at - all[first].at >= window)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return static_cast<int>(most);
}

int FakeServer::maxUnanswered() const
{
    QList<std::pair<std::chrono::nanoseconds, int>> changes;
    for (const Request &request : d->log.requests()) {
        changes.append({ request.at, 1 });
        if (request.status != 0)
            changes.append({ request.answeredAt, -1 });
    }
    std::ranges::sort(changes);
    int now = 0;
    int most = 0;
    for (const auto &change : std::as_const(changes))
        most = std::max(most, now += change.second);
    return most;
}

int FakeServer::asksFor(const CallId &id, Ask ask) const
{
    return static_cast<int>(std::ranges::count_if(
        d->log.requests(), [&](const Request &r) { return r.ask() == ask && r.callId() == id.toLatin1(); }));
}

int FakeServer::asks(Ask ask) const
{
    return static_cast<int>(std::ranges::count_if(d->log.requests(), [&](const Request &r) { return r.ask() == ask; }));
}

std::chrono::steady_clock::time_point FakeServer::startedAt() const
{
    return d->log.start();
}

QList<QByteArray> FakeServer::oddRequests(bool lists) const
{
    QList<QByteArray> found;
    for (const Request &request : d->log.requests()) {
        const bool ends = request.method == "DELETE" && !request.callId().isEmpty() && !request.target.contains('?');
        const QList<QByteArray> parts = request.target.split('/');
        const bool list = lists && request.method == "GET" && parts.value(2) == "Account" && !parts.value(3).isEmpty()
            && (parts.mid(4) == QList<QByteArray> { "" }
                || parts.mid(4) == QList<QByteArray> { "Call", "?status=live" });
        if (!ends && !request.ask() && !list)
            found.append(request.line);
    }
    return found;
}

QList<QByteArray> FakeServer::dangerousDeletes() const
{
    QList<QByteArray> found;
    for (const Request &request : d->log.requests()) {
        if (request.method == "DELETE" && (request.callId().isEmpty() || request.target.contains('?')))
            found.append(request.target);
    }
    return found;
}

} // namespace hangup::test
