// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>
#include <utility>

namespace hangup::test {

using Ms = std::chrono::milliseconds;

/// One thing the fake server does on a connection. Byte-exact: nothing is added.
struct Step
{
    enum class Kind : quint8 {
        Write, ///< write bytes
        Fill, ///< write count bytes of 'x', without holding them in memory
        Pause, ///< do nothing for a while; a request that comes meanwhile waits
        Await, ///< do nothing until FakeServer::release()
        Close, ///< close in order, after what was written has left
        Reset, ///< TCP RST
        Hang, ///< nothing more on this connection, which stays open
    };
    Kind kind = Kind::Write;
    QByteArray bytes {};
    qint64 count = 0;
    Ms pause { 0 };
    int status = 0; ///< Write: the status line that is whole on the wire with it; 0: none
};

/// What the fake server does with one request: an HTTP answer, or one of the ways servers fail.
/// A value; the modifiers at the end give a changed copy.
class Answer
{
public:
    using Header = std::pair<QByteArray, QByteArray>;

    /// A status with a body; Content-Length is added, and Content-Type when @p type isn't empty.
    static Answer with(int status, const QByteArray &type = {}, const QByteArray &body = {});
    static Answer json(int status, const QByteArray &body);
    /// 204: ended. Plain, without any body.
    static Answer ended();
    /// 204 that carries a body all the same (with its Content-Length), which HTTP forbids.
    static Answer endedWithBody(const QByteArray &body = QByteArrayLiteral("{\"message\": \"call ended\"}"));

    // 404, as Plivo and others say it
    /// `{"api_id":…,"error":"call not found"}`
    static Answer callNotFound();
    /// `{"api_id":…,"error":"not found"}`
    static Answer notFound();
    /// `{}`
    static Answer notFoundEmptyObject();
    static Answer notFoundHtml();
    static Answer notFoundEmpty();
    /// JSON cut in the middle, in a complete HTTP answer.
    static Answer notFoundCutJson();

    // What a look and a question for the record get
    /// 200: the call @p id (36 characters) is live; with @p status "queued" it is queued.
    static Answer liveCall(const QByteArray &id, const QByteArray &status = "in-progress");
    /// 200: the record of a finished call. @p endTime as Plivo writes it ("2022-06-28 19:39:05+05:30"); empty: null.
    /// An empty @p source leaves the three hangup_* fields out.
    static Answer record(const QByteArray &id, const QByteArray &endTime = {},
                         const QByteArray &source = "API Request");

    // Refusals and limits
    static Answer basicChallenge();
    static Answer ntlmChallenge();
    /// 401 with Plivo's plain text, and no challenge.
    static Answer unauthorizedText();
    static Answer forbidden();
    /// 407 without any proxy.
    static Answer proxyAuthentication();
    /// 429; @p retryAfter is the header's value as it stands (seconds, a date, nonsense), or empty for none.
    static Answer tooMany(const QByteArray &retryAfter = {});
    /// 500, 502, 503, 504 … with an HTML page.
    static Answer serverTrouble(int status);
    /// 301, 302, 303, 307, 308 …
    static Answer redirect(int status, const QByteArray &location);

    // Bodies
    /// @p body in @p pieces with @p pause before each.
    static Answer slowBody(int status, const QByteArray &body, int pieces, Ms pause);
    /// @p bytes of 'x' with their Content-Length.
    static Answer hugeBody(int status, qint64 bytes);
    static Answer chunked(int status, const QByteArray &body);
    /// A chunk whose length is no number.
    static Answer brokenChunks(int status);
    static Answer gzip(int status, const QByteArray &body);
    /// Closes after @p sent bytes of the @p body announced by Content-Length.
    static Answer truncated(int status, const QByteArray &body, qsizetype sent);

    // No answer, or no HTTP
    static Answer hang();
    static Answer hangAfterHalfHeader();
    static Answer close();
    static Answer reset();
    static Answer closeAfterHalfHeader();
    /// Bytes that aren't HTTP, then closed.
    static Answer garbage();
    /// 102 or 103, and then nothing more.
    static Answer interimThenSilence(int status);
    /// 102 or 103, and @p later the real answer.
    static Answer interimThen(int status, Ms later, const Answer &answer);
    /// Exactly these bytes; the connection stays open. @p status is what the log notes as sent.
    static Answer raw(const QByteArray &bytes, int status);

    // Modifiers
    /// Waits before the first byte.
    Answer after(Ms delay) const;
    /// Waits for FakeServer::release() before the first byte, while the server goes on with others.
    Answer uponRelease() const;
    Answer withHeader(const QByteArray &name, const QByteArray &value) const;
    /// `Connection: close`, and closes.
    Answer closingAnnounced() const;
    /// Closes without having said so.
    Answer closingSilently() const;
    /// Resets the connection as soon as the answer is written.
    Answer resettingAfterwards() const;

    int status() const { return m_status; }
    /// What is done on the connection, in order.
    QList<Step> steps() const;

private:
    QByteArray head() const;

    int m_status = 0; ///< 0: no head is sent
    QList<Header> m_headers;
    QByteArray m_body;
    std::optional<qint64> m_length; ///< Content-Length; nothing: none is sent
    QList<Step> m_before;
    QList<Step> m_after;
};

} // namespace hangup::test
