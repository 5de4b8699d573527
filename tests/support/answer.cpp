// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "support/answer.h"

#include <array>

namespace hangup::test {

namespace {

constexpr auto ApiId = "\"api_id\": \"5c62b111-a7a3-11e4-96ce-22000ac4a55b\"";
constexpr auto HalfHeader = "HTTP/1.1 204 NO CONTENT\r\nContent-Ty";

QByteArray reasonPhrase(int status)
{
    static const std::pair<int, const char *> phrases[] = {
        { 102, "Processing" },
        { 103, "Early Hints" },
        { 200, "OK" },
        { 202, "ACCEPTED" },
        { 204, "NO CONTENT" },
        { 302, "FOUND" },
        { 400, "BAD REQUEST" },
        { 401, "UNAUTHORIZED" },
        { 403, "FORBIDDEN" },
        { 404, "NOT FOUND" },
        { 405, "METHOD NOT ALLOWED" },
        { 407, "Proxy Authentication Required" },
        { 429, "TOO MANY REQUESTS" },
        { 500, "INTERNAL SERVER ERROR" },
        { 502, "Bad Gateway" },
        { 503, "Service Unavailable" },
        { 504, "Gateway Timeout" },
    };
    for (const auto &[code, phrase] : phrases) {
        if (code == status)
            return phrase;
    }
    return "STATUS";
}

Step write(const QByteArray &bytes, int status = 0)
{
    return { .kind = Step::Kind::Write, .bytes = bytes, .status = status };
}

Step pause(Ms ms)
{
    return { .kind = Step::Kind::Pause, .pause = ms };
}

Step only(Step::Kind kind)
{
    return { .kind = kind };
}

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = ~0U;
    for (const char c : bytes) {
        crc ^= static_cast<quint8>(c);
        for (int i = 0; i < 8; ++i)
            crc = (crc >> 1) ^ ((crc & 1U) ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

QByteArray littleEndian(quint32 n)
{
    QByteArray out;
    for (int shift = 0; shift < 32; shift += 8)
        out.append(static_cast<char>((n >> shift) & 0xffU));
    return out;
}

QByteArray gzipped(const QByteArray &body)
{
    // qCompress: 4 bytes of length, a zlib head of 2, the deflated bytes, a checksum of 4. gzip (RFC 1952) wants only
    // the deflated bytes, between a head and a tail of its own.
    QByteArray deflated = qCompress(body).mid(6);
    deflated.chop(4);
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + deflated + littleEndian(crc32(body))
        + littleEndian(static_cast<quint32>(body.size()));
}

} // namespace

Answer Answer::with(int status, const QByteArray &type, const QByteArray &body)
{
    Answer a;
    a.m_status = status;
    if (!type.isEmpty())
        a.m_headers.append({ "Content-Type", type });
    a.m_body = body;
    a.m_length = body.size();
    return a;
}

Answer Answer::json(int status, const QByteArray &body)
{
    return with(status, "application/json", body);
}

Answer Answer::ended()
{
    Answer a = with(204, "application/json");
    a.m_length.reset();
    return a;
}

Answer Answer::endedWithBody(const QByteArray &body)
{
    return json(204, body);
}

Answer Answer::callNotFound()
{
    return json(404, QByteArray("{\n  ") + ApiId + ",\n  \"error\": \"call not found\"\n}");
}

Answer Answer::notFound()
{
    return json(404, QByteArray("{\n  ") + ApiId + ",\n  \"error\": \"not found\"\n}");
}

Answer Answer::notFoundEmptyObject()
{
    return json(404, "{}");
}

Answer Answer::notFoundHtml()
{
    return with(404, "text/html",
                "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>");
}

Answer Answer::notFoundEmpty()
{
    return with(404);
}

Answer Answer::notFoundCutJson()
{
    return json(404, QByteArray("{\n  ") + ApiId + ",\n  \"err");
}

Answer Answer::liveCall(const QByteArray &id, const QByteArray &status)
{
    return json(200,
                QByteArray("{") + ApiId + ", \"call_uuid\": \"" + id + "\", \"request_uuid\": \"" + id
                    + "\", \"call_status\": \"" + status
                    + "\", \"direction\": \"outbound\", \"from\": \"14155550100\", \"to\": \"14155550101\", "
                      "\"session_start\": \"2017-05-22 13:17:49.050872\"}");
}

Answer Answer::record(const QByteArray &id, const QByteArray &endTime, const QByteArray &source)
{
    const QByteArray end = endTime.isEmpty() ? QByteArray("null") : '"' + endTime + '"';
    const QByteArray cause = source.isEmpty() ? QByteArray()
                                              : ", \"hangup_source\": \"" + source
            + "\", \"hangup_cause_code\": 4000, \"hangup_cause_name\": \"Normal Hangup\"";
    return json(200,
                QByteArray("{") + ApiId + ", \"call_uuid\": \"" + id
                    + "\", \"parent_call_uuid\": null, "
                      "\"from_number\": \"14155550100\", \"to_number\": \"14155550101\", \"call_direction\": "
                      "\"outbound\", \"answer_time\": null, \"call_duration\": 65, \"bill_duration\": 120, "
                      "\"total_amount\": \"0.00850\", \"call_state\": \"ANSWER\", \"end_time\": "
                    + end + cause + '}');
}

Answer Answer::basicChallenge()
{
    return unauthorizedText().withHeader("WWW-Authenticate", "Basic realm=\"Login Required\"");
}

Answer Answer::ntlmChallenge()
{
    return with(401, "text/html", "<h1>Unauthorized</h1>").withHeader("WWW-Authenticate", "NTLM");
}

Answer Answer::unauthorizedText()
{
    return with(401, "text/html; charset=utf-8",
                "Could not verify your access level for that URL.\nYou have to login with proper credentials");
}

Answer Answer::forbidden()
{
    return json(403, QByteArray("{") + ApiId + ", \"error\": \"not permitted\"}");
}

Answer Answer::proxyAuthentication()
{
    return with(407, "text/html", "<h1>Proxy</h1>").withHeader("Proxy-Authenticate", "Basic realm=\"proxy\"");
}

Answer Answer::tooMany(const QByteArray &retryAfter)
{
    const Answer a = json(429, QByteArray("{") + ApiId + ", \"error\": \"rate limit exceeded\"}");
    return retryAfter.isEmpty() ? a : a.withHeader("Retry-After", retryAfter);
}

Answer Answer::serverTrouble(int status)
{
    return with(status, "text/html", "<html><body><h1>" + QByteArray::number(status) + " trouble</h1></body></html>");
}

Answer Answer::redirect(int status, const QByteArray &location)
{
    return with(status).withHeader("Location", location);
}

Answer Answer::slowBody(int status, const QByteArray &body, int pieces, Ms ms)
{
    Answer a = json(status, body);
    a.m_body.clear();
    const qsizetype size = std::max<qsizetype>(1, (body.size() + pieces - 1) / pieces);
    for (qsizetype at = 0; at < body.size(); at += size) {
        a.m_after.append(pause(ms));
        a.m_after.append(write(body.mid(at, size)));
    }
    return a;
}

Answer Answer::hugeBody(int status, qint64 bytes)
{
    Answer a = json(status, {});
    a.m_length = bytes;
    a.m_after.append({ .kind = Step::Kind::Fill, .count = bytes });
    return a;
}

Answer Answer::chunked(int status, const QByteArray &body)
{
    Answer a = json(status, body).withHeader("Transfer-Encoding", "chunked");
    a.m_length.reset();
    const qsizetype half = body.size() / 2;
    a.m_body.clear();
    for (const QByteArray &piece : std::array { body.first(half), body.mid(half) }) {
        if (!piece.isEmpty())
            a.m_body += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    a.m_body += "0\r\n\r\n";
    return a;
}

Answer Answer::brokenChunks(int status)
{
    Answer a = json(status, "zz\r\n{\"api_id\": \"half\"}\r\n").withHeader("Transfer-Encoding", "chunked");
    a.m_length.reset();
    a.m_after.append(only(Step::Kind::Close));
    return a;
}

Answer Answer::gzip(int status, const QByteArray &body)
{
    return json(status, gzipped(body)).withHeader("Content-Encoding", "gzip");
}

Answer Answer::truncated(int status, const QByteArray &body, qsizetype sent)
{
    Answer a = json(status, body);
    a.m_body.truncate(sent);
    a.m_after.append(only(Step::Kind::Close));
    return a;
}

Answer Answer::hang()
{
    Answer a;
    a.m_after.append(only(Step::Kind::Hang));
    return a;
}

Answer Answer::hangAfterHalfHeader()
{
    Answer a;
    a.m_after = { write(HalfHeader), only(Step::Kind::Hang) };
    return a;
}

Answer Answer::close()
{
    Answer a;
    a.m_after.append(only(Step::Kind::Close));
    return a;
}

Answer Answer::reset()
{
    Answer a;
    a.m_after.append(only(Step::Kind::Reset));
    return a;
}

Answer Answer::closeAfterHalfHeader()
{
    Answer a;
    a.m_after = { write(HalfHeader), only(Step::Kind::Close) };
    return a;
}

Answer Answer::garbage()
{
    Answer a;
    a.m_after
        = { write(QByteArray("\x16\x03\x01\0\xff SSH-2.0-nonsense\r\n\r\n\0\0\x7f", 29)), only(Step::Kind::Close) };
    return a;
}

Answer Answer::interimThenSilence(int status)
{
    Answer a;
    a.m_after = { write("HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n\r\n", status),
                  only(Step::Kind::Hang) };
    return a;
}

Answer Answer::interimThen(int status, Ms later, const Answer &answer)
{
    Answer a = answer.after(later);
    a.m_before.prepend(interimThenSilence(status).m_after.first());
    return a;
}

Answer Answer::raw(const QByteArray &bytes, int status)
{
    Answer a;
    a.m_after.append(write(bytes, status));
    return a;
}

Answer Answer::after(Ms delay) const
{
    Answer a = *this;
    a.m_before.prepend(pause(delay));
    return a;
}

Answer Answer::uponRelease() const
{
    Answer a = *this;
    a.m_before.prepend(only(Step::Kind::Await));
    return a;
}

Answer Answer::withHeader(const QByteArray &name, const QByteArray &value) const
{
    Answer a = *this;
    a.m_headers.append({ name, value });
    return a;
}

Answer Answer::closingAnnounced() const
{
    return withHeader("Connection", "close").closingSilently();
}

Answer Answer::closingSilently() const
{
    Answer a = *this;
    a.m_after.append(only(Step::Kind::Close));
    return a;
}

Answer Answer::resettingAfterwards() const
{
    Answer a = *this;
    a.m_after.append(only(Step::Kind::Reset));
    return a;
}

QByteArray Answer::head() const
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(m_status) + ' ' + reasonPhrase(m_status) + "\r\n";
    for (const Header &header : m_headers)
        head += header.first + ": " + header.second + "\r\n";
    if (m_length)
        head += "Content-Length: " + QByteArray::number(*m_length) + "\r\n";
    return head + "\r\n";
}

QList<Step> Answer::steps() const
{
    QList<Step> steps = m_before;
    if (m_status != 0)
        steps.append(write(head() + m_body, m_status));
    steps.append(m_after);
    return steps;
}

} // namespace hangup::test
