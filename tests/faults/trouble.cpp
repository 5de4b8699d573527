// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "faults/trouble.h"

namespace hangup::test {

namespace {

const QByteArray Json = "{\"api_id\": \"6a1cbd1e-1111-4222-8333-0242ac110002\", \"error\": \"trouble\"}";

/// Nothing comes, or no HTTP.
QList<Trouble> silences()
{
    return {
        { "never answers, the call goes on", Answer::hang() },
        { "never answers, the call ended", Answer::hang(), true },
        { "half a header and silence", Answer::hangAfterHalfHeader(), true },
        { "closes without an answer, the call goes on", Answer::close() },
        { "closes without an answer, the call ended", Answer::close(), true },
        { "resets, the call goes on", Answer::reset() },
        { "resets, the call ended", Answer::reset(), true },
        { "half a header and a close", Answer::closeAfterHalfHeader(), true },
        { "garbage instead of HTTP", Answer::garbage() },
        { "a 102 and silence", Answer::interimThenSilence(102), true },
        { "a 103 and silence", Answer::interimThenSilence(103) },
        { "a 103 and later the 204", Answer::interimThen(103, Ms(80), Answer::ended()), true },
        { "a 204 after the deadline", Answer::ended().after(Ms(4000)), true },
        { "a 404 after the deadline", Answer::callNotFound().after(Ms(4000)) },
        { "a status of 000", Answer::raw("HTTP/1.1 000 None\r\nContent-Length: 0\r\n\r\n", 0) },
        { "a status line without a number",
          Answer::raw("HTTP/1.1 OK\r\nContent-Length: 0\r\n\r\n", 0).closingSilently() },
    };
}

QList<Trouble> serverTroubles()
{
    return {
        { "500, the call goes on", Answer::serverTrouble(500) },
        { "500, the call ended", Answer::serverTrouble(500), true },
        { "502", Answer::serverTrouble(502), true },
        { "503", Answer::serverTrouble(503) },
        { "503 that asks to wait a second",
          Answer::serverTrouble(503).withHeader("Retry-After", "1"),
          false,
          {},
          1000 },
        { "504", Answer::serverTrouble(504), true },
        { "599", Answer::serverTrouble(599) },
        { "a 200 with JSON", Answer::json(200, "{\"message\": \"call ended\"}") },
        { "a 200 page of a captive portal", Answer::with(200, "text/html", "<html>Log in</html>") },
        { "a 201", Answer::json(201, Json) },
        { "a 202", Answer::json(202, Json), true },
        { "a 200 cut in the middle", Answer::truncated(200, Json, 20), true },
        { "a 200 without an end", Answer::hugeBody(200, 4 << 20) },
        { "a 200 in gzip", Answer::gzip(200, Json) },
    };
}

QList<Trouble> redirects(const QByteArray &elsewhere)
{
    return {
        { "301 to another host", Answer::redirect(301, elsewhere) },
        { "302 to another host", Answer::redirect(302, elsewhere) },
        { "303 to another host", Answer::redirect(303, elsewhere), true },
        { "307 to another host", Answer::redirect(307, elsewhere) },
        { "308 to all calls of the account", Answer::redirect(308, "/v1/Account/MATESTTESTTESTTEST00/Call/") },
        { "300 without a place", Answer::with(300) },
    };
}

QList<Trouble> notFounds()
{
    return {
        { "404, call not found", Answer::callNotFound(), true },
        { "404, not found", Answer::notFound(), true },
        { "404, an empty object", Answer::notFoundEmptyObject(), true },
        { "404 of a proxy, in HTML", Answer::notFoundHtml() },
        { "404 without a body", Answer::notFoundEmpty() },
        { "404 with JSON cut short", Answer::notFoundCutJson(), true },
        { "404 whose connection is cut", Answer::truncated(404, Json, 20), true },
        { "404 in chunks", Answer::chunked(404, Json), true },
        { "404 in broken chunks", Answer::brokenChunks(404), true },
        { "404 in gzip", Answer::gzip(404, Json), true },
        { "404 byte by byte", Answer::slowBody(404, Json, 8, Ms(15)), true },
        { "404 that never ends", Answer::slowBody(404, Json, 40, Ms(150)), true },
    };
}

QList<Trouble> refusals()
{
    return {
        { "400", Answer::json(400, Json) },
        { "401 with a challenge", Answer::basicChallenge() },
        { "401 with an NTLM challenge", Answer::ntlmChallenge() },
        { "401 in plain text", Answer::unauthorizedText() },
        { "403", Answer::forbidden() },
        { "405", Answer::json(405, Json) },
        { "407 without any proxy", Answer::proxyAuthentication() },
        { "408", Answer::json(408, Json) },
        { "409", Answer::json(409, Json) },
        { "410", Answer::json(410, Json) },
        { "422", Answer::json(422, Json) },
        { "429", Answer::tooMany() },
        { "429 that asks to wait a second", Answer::tooMany("1"), false, {}, 1000 },
        { "429 with nonsense for a time", Answer::tooMany("soon") },
        { "429 with a time in the past", Answer::tooMany("Sun, 06 Nov 1994 08:49:37 GMT") },
    };
}

/// Ended, in ways that break the next request.
QList<Trouble> oddEndings()
{
    return {
        { "204 with a body", Answer::endedWithBody(), true },
        { "204 with a whole answer as its body", Answer::endedWithBody("HTTP/1.1 204 No Content\r\n\r\n"), true },
        { "204, then closed in silence", Answer::ended().closingSilently(), true },
        { "204, then closed as announced", Answer::ended().closingAnnounced(), true },
        { "204, then reset", Answer::ended().resettingAfterwards(), true },
        { "two answers to one request",
          Answer::raw("HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n", 204), true },
        { "204, just in time", Answer::ended().after(Ms(120)), true },
    };
}

/// No verdict, and a look that is in trouble too.
QList<Trouble> lookTroubles()
{
    const Answer lost = Answer::serverTrouble(503);
    return {
        { "no verdict, and the look never answered", lost, true, Answer::hang() },
        { "no verdict, and the look reset", lost, false, Answer::reset() },
        { "no verdict, and 500 to the look", lost, true, Answer::serverTrouble(500) },
        { "no verdict, and HTML to the look", lost, true, Answer::notFoundHtml() },
        { "no verdict, and the look redirected", lost, false, Answer::redirect(302, "/elsewhere/") },
        { "no verdict, and an empty 200 to the look", lost, false, Answer::json(200, "{}") },
        { "no verdict, and a 204 to the look", lost, true, Answer::ended() },
        { "no verdict, and 401 to the look", lost, true, Answer::unauthorizedText() },
        { "no verdict, and 403 to the look", lost, false, Answer::forbidden() },
        { "no verdict, and a 404 cut short to the look", lost, true, Answer::truncated(404, Json, 20) },
        { "no verdict, and a 103 and silence to the look", lost, true, Answer::interimThenSilence(103) },
    };
}

} // namespace

QList<Trouble> allTroubles(const QByteArray &elsewhere)
{
    return silences() + serverTroubles() + redirects(elsewhere) + notFounds() + refusals() + oddEndings()
        + lookTroubles();
}

} // namespace hangup::test
