// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "support/answer.h"
#include "support/requestlog.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace hangup::test {

/// What a TLS server shows: its certificate first, then the chain.
struct TlsIdentity
{
    QList<QSslCertificate> chain;
    QSslKey key;
};

/// A scripted HTTP/1.1 server on 127.0.0.1, on a thread of its own, so that a test that blocks its own thread can't
/// hold it up. It answers byte by byte what it is told to, and its log is the truth about what was on the wire.
///
/// Which answer: the handler's, if it gives one; else the next of the queue scripted for the request; else, for a
/// question about one call, what was set for such; else the default. A queue is used up answer by answer; after its
/// last one the default applies again. All functions may be called from any thread, at any time.
class FakeServer
{
public:
    /// Listens at once; http without @p tls, https with it. @p port 0: any free one.
    explicit FakeServer(std::optional<TlsIdentity> tls = std::nullopt, quint16 port = 0);
    ~FakeServer();
    FakeServer(const FakeServer &) = delete;
    FakeServer &operator=(const FakeServer &) = delete;

    bool isListening() const;
    quint16 port() const;
    /// "http://127.0.0.1:34567": what ApiAddress::parse takes.
    QString address() const;
    QUrl url(const QByteArray &path = {}) const;
    /// http://127.0.0.1:port/v1/Account/<account>/Call/<id>/
    QUrl callUrl(const QByteArray &account, const QByteArray &id) const;

    /// Answer::ended() until set.
    void setDefaultAnswer(const Answer &answer);
    /// Appends @p answers to the queue for @p key: a call id (any address with that path segment) or, beginning with
    /// '/', a whole address; with @p method ("GET") only for requests of that method.
    void script(const QByteArray &key, const QList<Answer> &answers, const QByteArray &method = {});
    /// For the DELETEs of @p id.
    void script(const CallId &id, const QList<Answer> &answers) { script(id.toLatin1(), answers, "DELETE"); }
    /// For the looks at @p id, or for the questions for its record.
    void script(const CallId &id, Ask ask, const QList<Answer> &answers);
    /// What those questions get that are not scripted, by the call's id. Until set: the default answer.
    using AskAnswer = std::function<Answer(const QByteArray &id)>;
    void setAskAnswer(Ask ask, AskAnswer answer);
    void setAskAnswer(Ask ask, const Answer &answer);
    /// Asked first, on the server's thread; nothing: script and default decide.
    using Handler = std::function<std::optional<Answer>(const Request &)>;
    void setHandler(Handler handler);
    /// Answers 429 (with @p answer) to everything over @p requests in any @p window, as the real account's limit does.
    /// 0: off.
    void enforceRate(int requests = 300, Ms window = Ms(5000), const Answer &answer = Answer::tooMany());
    /// Closes every connection after so many answers, with `Connection: close` in the last one if @p announced. 0:
    /// never.
    void closeEvery(int answers, bool announced);

    /// From now on no step of an answer is taken, though requests come in, until release(): what a test does meanwhile
    /// comes before the answers, however slow the machine is. With @p which: only of answers to requests that it says
    /// true of, on the server's thread. One answer alone: Answer::uponRelease().
    using Which = std::function<bool(const Request &)>;
    void hold(Which which = {});
    void release();

    // The log
    QList<Request> requests() const;
    int connections() const;
    /// TLS connections that stood, at any time: their clients have them ready.
    int encrypted() const;
    int handshakeFailures() const;
    /// Requests of any kind.
    int count() const;
    /// DELETEs on the wire, whatever their address.
    int deletes() const;
    /// Requests of any method whose address has @p id as a path segment.
    int countFor(const QByteArray &id) const;
    int countFor(const CallId &id) const { return countFor(id.toLatin1()); }
    int deletesFor(const QByteArray &id) const;
    int deletesFor(const CallId &id) const { return deletesFor(id.toLatin1()); }
    /// DELETEs of @p id that a 204 was written to.
    int answered204(const QByteArray &id) const;
    int answered204(const CallId &id) const { return answered204(id.toLatin1()); }
    /// Answers of that status written, all requests.
    int answeredWith(int status) const;
    /// Most requests that arrived in any half-open window of that length.
    int maxInAnyWindow(Ms window) const;
    /// Most requests that had arrived and were not answered yet, at any time.
    int maxUnanswered() const;
    /// Questions about @p id of that kind.
    int asksFor(const CallId &id, Ask ask) const;
    int asks(Ask ask) const;
    /// What Request::at counts from.
    std::chrono::steady_clock::time_point startedAt() const;
    /// Lines of requests that are neither a DELETE nor a question about one call, as they have to be, nor (with @p
    /// lists) a GET of the account or of its live calls: must be empty.
    QList<QByteArray> oddRequests(bool lists = false) const;
    /// Addresses of DELETEs that are not exactly `/v1/Account/<account>/Call/<36 characters>/`: must be empty.
    QList<QByteArray> dangerousDeletes() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup::test
