// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "support/fakeserver.h"
#include "support/rawclient.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup::test;
using Ending = RawClient::Ending;

namespace {

const QByteArray Id = "4c2b7e0a-6f1d-4b7e-9d55-0123456789ab";
const QByteArray Other = "defb0706-86a6-11e4-b303-498d468c930b";

QByteArray deleteOf(const QByteArray &id)
{
    return "DELETE /v1/Account/MAXXXXXXXXXXXXXXXXXX/Call/" + id
        + "/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Twice: a\r\nX-Twice: b\r\n"
          "Authorization: Basic TUFYWDp0b2tlbg==\r\n\r\n";
}

} // namespace

/// The scripted server, looked at with raw sockets: what it sends byte by byte, and what it remembers.
class TestFakeServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void bytesOnTheWire_data();
    void bytesOnTheWire();
    void answersAreTakenInOrder();
    void questionsAboutACall();
    void requestsAreRemembered();
    void interimThenTheLateAnswer();
    void slowBodiesAndDelaysTakeTheirTime();
    void hugeBodiesArriveWhole();
    void rateIsEnforced();
    void closesEveryFewAnswers();
    void dangerousAddressesAreFound();
    void answersNothingWhileItIsHeld();
    void oneAnswerWaitsForRelease();
    void busiestWindowIsFound();
};

void TestFakeServer::bytesOnTheWire_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<int>("status");

    const auto row = [](const char *name, const Answer &answer, const QByteArray &expected, Ending ending, int status) {
        QTest::newRow(name) << answer << expected << ending << status;
    };
    row("a plain 204 has no length and stays open", Answer::ended(),
        "HTTP/1.1 204 NO CONTENT\r\nContent-Type: application/json\r\n\r\n", Ending::Open, 204);
    row("a 204 with a body", Answer::endedWithBody("{}"),
        "HTTP/1.1 204 NO CONTENT\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", Ending::Open, 204);
    row("a hang sends nothing and stays open", Answer::hang(), "", Ending::Open, 0);
    row("a hang after half a header", Answer::hangAfterHalfHeader(), "HTTP/1.1 204 NO CONTENT\r\nContent-Ty",
        Ending::Open, 0);
    row("a close without an answer", Answer::close(), "", Ending::Closed, 0);
    row("a reset without an answer", Answer::reset(), "", Ending::Reset, 0);
    row("half a header, then a close", Answer::closeAfterHalfHeader(), "HTTP/1.1 204 NO CONTENT\r\nContent-Ty",
        Ending::Closed, 0);
    row("garbage keeps its NUL bytes", Answer::garbage(),
        QByteArray("\x16\x03\x01\0\xff SSH-2.0-nonsense\r\n\r\n\0\0\x7f", 29), Ending::Closed, 0);
    row("a 102, then silence", Answer::interimThenSilence(102), "HTTP/1.1 102 Processing\r\n\r\n", Ending::Open, 102);
    row("a 103, then silence", Answer::interimThenSilence(103), "HTTP/1.1 103 Early Hints\r\n\r\n", Ending::Open, 103);
    row("a redirect", Answer::redirect(302, "http://127.0.0.1:9/x"),
        "HTTP/1.1 302 FOUND\r\nLocation: http://127.0.0.1:9/x\r\nContent-Length: 0\r\n\r\n", Ending::Open, 302);
    row("a 404 that is an empty object", Answer::notFoundEmptyObject(),
        "HTTP/1.1 404 NOT FOUND\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", Ending::Open, 404);
    row("an empty 404", Answer::notFoundEmpty(), "HTTP/1.1 404 NOT FOUND\r\nContent-Length: 0\r\n\r\n", Ending::Open,
        404);
    row("an NTLM challenge", Answer::ntlmChallenge(),
        "HTTP/1.1 401 UNAUTHORIZED\r\nContent-Type: text/html\r\nWWW-Authenticate: NTLM\r\nContent-Length: "
        "21\r\n\r\n<h1>Unauthorized</h1>",
        Ending::Open, 401);
    row("a 429 with seconds", Answer::with(429).withHeader("Retry-After", "7"),
        "HTTP/1.1 429 TOO MANY REQUESTS\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n", Ending::Open, 429);
    row("chunks", Answer::chunked(200, "abcd"),
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: "
        "chunked\r\n\r\n2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n",
        Ending::Open, 200);
    row("broken chunks", Answer::brokenChunks(200),
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"api_id\": "
        "\"half\"}\r\n",
        Ending::Closed, 200);
    row("a body cut short", Answer::truncated(404, "{\"error\": 1}", 5),
        "HTTP/1.1 404 NOT FOUND\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"err", Ending::Closed,
        404);
    row("an announced close", Answer::notFoundEmpty().closingAnnounced(),
        "HTTP/1.1 404 NOT FOUND\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", Ending::Closed, 404);
    row("a silent close", Answer::notFoundEmpty().closingSilently(),
        "HTTP/1.1 404 NOT FOUND\r\nContent-Length: 0\r\n\r\n", Ending::Closed, 404);
    row("bytes as given", Answer::raw("HTTP/1.1 000 \r\n\r\n", 0), "HTTP/1.1 000 \r\n\r\n", Ending::Open, 0);
}

void TestFakeServer::bytesOnTheWire()
{
    QFETCH(const Answer, answer);
    QFETCH(const QByteArray, expected);
    QFETCH(const Ending, ending);
    QFETCH(const int, status);

    FakeServer server;
    server.script(Id, { answer });
    RawClient client(server.port());
    client.write(deleteOf(Id));
    QByteArray got = expected.isEmpty() ? QByteArray() : client.readUntil(expected);
    got += client.readFor(Ms(ending == Ending::Open ? 50 : 5000)); // and nothing more
    QCOMPARE(got, expected);
    QCOMPARE(client.ending(), ending);
    QTRY_COMPARE(server.deletes(), 1);
    QCOMPARE(server.requests().constFirst().status, status);
}

void TestFakeServer::answersAreTakenInOrder()
{
    FakeServer server;
    server.setDefaultAnswer(Answer::with(404));
    server.script(Id, { Answer::with(500), Answer::with(204) });
    server.script(Id, { Answer::with(200) }, "GET");
    server.script("/exact?a=b", { Answer::with(403) });
    RawClient client(server.port());
    const auto status = [&client](const QByteArray &request) { return client.exchange(request).mid(9, 3); };
    QCOMPARE(status(deleteOf(Id)), "500");
    QCOMPARE(status(deleteOf(Other)), "404");
    QCOMPARE(status("GET /x/" + Id + "?status=live HTTP/1.1\r\n\r\n"), "200");
    QCOMPARE(status(deleteOf(Id)), "204");
    QCOMPARE(status(deleteOf(Id)), "404");
    QCOMPARE(status("GET /exact?a=c HTTP/1.1\r\n\r\n"), "404");
    QCOMPARE(status("GET /exact?a=b HTTP/1.1\r\n\r\n"), "403");
    server.setHandler([](const Request &request) -> std::optional<Answer> {
        return request.method == "GET" ? std::optional(Answer::with(418)) : std::nullopt;
    });
    QCOMPARE(status("GET /exact?a=b HTTP/1.1\r\n\r\n"), "418");
    QCOMPARE(status(deleteOf(Other)), "404");
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.deletes(), 5);
    QCOMPARE(server.deletesFor(Id), 3);
    QCOMPARE(server.countFor(Id), 4);
    QCOMPARE(server.answered204(Id), 1);
    QCOMPARE(server.answered204(Other), 0);
    QCOMPARE(server.answeredWith(404), 4);
}

/// Each kind of question has its own script and its own default; a DELETE takes nothing of theirs.
void TestFakeServer::questionsAboutACall()
{
    FakeServer server;
    const hangup::CallId id = *hangup::CallId::parse(QString::fromLatin1(Id));
    server.script(id, { Answer::with(500) });
    server.script(id, Ask::Live, { Answer::with(501) });
    server.script(id, Ask::Record, { Answer::with(502) });
    server.setAskAnswer(Ask::Queued, [](const QByteArray &asked) { return Answer::with(asked == Id ? 503 : 404); });
    RawClient client(server.port());
    const auto status = [&client](const QByteArray &method, const QByteArray &rest) {
        const QByteArray target = "/v1/Account/MA1/Call/" + rest;
        return client.exchange(method + ' ' + target + " HTTP/1.1\r\nHost: x\r\n\r\n").mid(9, 3);
    };
    QCOMPARE(status("GET", Id + "/?status=queued"), "503");
    QCOMPARE(status("GET", Id + "/?status=live"), "501");
    QCOMPARE(status("GET", Id + "/?status=live"), "204"); // the default
    QCOMPARE(status("GET", Id + '/'), "502");
    QCOMPARE(status("DELETE", Id + '/'), "500");
    QCOMPARE(status("GET", Id + "/?status=other"), "204"); // no question that is known
    QCOMPARE(server.asksFor(id, Ask::Live), 2);
    QCOMPARE(server.asks(Ask::Queued), 1);
    QCOMPARE(server.asks(Ask::Record), 1);
    QCOMPARE(server.deletes(), 1);
    QCOMPARE(server.oddRequests(),
             (QList<QByteArray> { "GET /v1/Account/MA1/Call/" + Id + "/?status=other HTTP/1.1" }));
    QCOMPARE(status("GET", "?status=live"), "204");
    QCOMPARE(server.oddRequests().size(), 2);
    QCOMPARE(server.oddRequests(true).size(), 1); // the list of live calls is none where it is allowed
    QCOMPARE(status("DELETE", Id + "/?status=live"), "204");
    QCOMPARE(server.oddRequests(true).size(), 2);
    QCOMPARE(server.dangerousDeletes().size(), 1);
}

void TestFakeServer::requestsAreRemembered()
{
    FakeServer server;
    RawClient client(server.port());
    client.exchange(deleteOf(Id));
    client.exchange("POST /b HTTP/1.1\r\nContent-Length: 4\r\n\r\n\r\n\r\n");
    RawClient second(server.port());
    second.exchange("PUT /c HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n");

    const QList<Request> all = server.requests();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0].line, "DELETE /v1/Account/MAXXXXXXXXXXXXXXXXXX/Call/" + Id + "/ HTTP/1.1");
    QCOMPARE(all[0].rawHead, deleteOf(Id));
    QCOMPARE(all[0].header("authorization"), "Basic TUFYWDp0b2tlbg==");
    QCOMPARE(all[0].basicCredentials(), "MAXX:token");
    QCOMPARE(all[0].headerCount("x-twice"), 2);
    QCOMPARE(all[0].body, "");
    QCOMPARE(all[1].method, "POST");
    QCOMPARE(all[1].body, "\r\n\r\n");
    QCOMPARE(all[2].body, "1\r\nx\r\n0\r\n\r\n");
    QCOMPARE(all[0].connection, 1);
    QCOMPARE(all[1].connection, 1);
    QCOMPARE(all[2].connection, 2);
    QVERIFY(all[0].at < all[1].at);
    QVERIFY(all[0].answeredAt >= all[0].at);
    QVERIFY(all[0].done);
    QVERIFY(server.dangerousDeletes().isEmpty());
}

void TestFakeServer::interimThenTheLateAnswer()
{
    FakeServer server;
    server.script(Id, { Answer::interimThen(102, Ms(60), Answer::ended()) });
    server.script(Other, { Answer::with(404) });
    RawClient client(server.port());
    client.write(deleteOf(Id));
    QCOMPARE(client.readUntil("\r\n\r\n"), "HTTP/1.1 102 Processing\r\n\r\n");
    // A request that comes meanwhile is in the log at once, and answered after the late 204.
    client.write(deleteOf(Other));
    QTRY_COMPARE(server.deletes(), 2);
    QCOMPARE(client.readUntil("\r\n\r\n").mid(9, 3), "204");
    QCOMPARE(client.readUntil("\r\n\r\n").mid(9, 3), "404");
    QCOMPARE(server.answered204(Id), 1);
    QCOMPARE(server.answered204(Other), 0);
}

void TestFakeServer::slowBodiesAndDelaysTakeTheirTime()
{
    FakeServer server;
    server.script(Id, { Answer::slowBody(404, "{\"error\": \"slow\"}", 4, Ms(20)).after(Ms(40)) });
    RawClient client(server.port());
    const auto start = std::chrono::steady_clock::now();
    client.write(deleteOf(Id));
    QVERIFY(client.readUntil("slow\"}").endsWith("Content-Length: 17\r\n\r\n{\"error\": \"slow\"}"));
    QVERIFY(std::chrono::steady_clock::now() - start >= Ms(120));
}

void TestFakeServer::hugeBodiesArriveWhole()
{
    FakeServer server;
    server.script(Id, { Answer::hugeBody(404, 8'000'000).closingSilently() });
    RawClient client(server.port());
    client.write(deleteOf(Id));
    const QByteArray all = client.readFor(Ms(20'000));
    QCOMPARE(client.ending(), Ending::Closed);
    QCOMPARE(all.size() - all.indexOf("\r\n\r\n") - 4, 8'000'000);
}

void TestFakeServer::rateIsEnforced()
{
    FakeServer server;
    server.enforceRate(3, Ms(60'000), Answer::tooMany("5"));
    RawClient client(server.port());
    QByteArrayList statuses;
    for (int i = 0; i < 5; ++i)
        statuses += client.exchange(deleteOf(Id)).mid(9, 3);
    QCOMPARE(statuses.join(' '), "204 204 204 429 429");
    server.enforceRate(0);
    QCOMPARE(client.exchange(deleteOf(Id)).mid(9, 3), "204");
}

void TestFakeServer::closesEveryFewAnswers()
{
    FakeServer server;
    server.closeEvery(2, true);
    RawClient client(server.port());
    QVERIFY(!client.exchange(deleteOf(Id)).contains("Connection"));
    QVERIFY(client.exchange(deleteOf(Id)).contains("Connection: close\r\n"));
    client.readFor(Ms(5000));
    QCOMPARE(client.ending(), Ending::Closed);
}

void TestFakeServer::dangerousAddressesAreFound()
{
    FakeServer server;
    RawClient client(server.port());
    client.exchange(deleteOf(Id));
    for (const QByteArray &target :
         { QByteArray("/v1/Account/MA/Call/"), "/v1/Account/MA/Call/" + Id, "/v1/Account/MA/Call/" + Id + "?x",
           "/v1/Account/MA/" + Id + '/', "/v1/Account/MA/Call/" + Id + "/x/", QByteArray("/v1/Account/MA/Call/%2e/") })
        client.exchange("DELETE " + target + " HTTP/1.1\r\n\r\n");
    client.exchange("GET /v1/Account/MA/Call/ HTTP/1.1\r\n\r\n");
    QCOMPARE(server.dangerousDeletes().size(), 6);
}

void TestFakeServer::answersNothingWhileItIsHeld()
{
    FakeServer server;
    server.hold();
    RawClient one(server.port());
    RawClient other(server.port());
    one.write(deleteOf(Id));
    other.write(deleteOf(Id));
    QTRY_COMPARE(server.count(), 2);
    QTest::qWait(50);
    QCOMPARE(server.answeredWith(204), 0);
    QCOMPARE(server.maxUnanswered(), 2);
    server.release();
    QTRY_COMPARE(server.answeredWith(204), 2);
    one.exchange(deleteOf(Id)); // and from then on as usual
    QTRY_COMPARE(server.answeredWith(204), 3);
}

void TestFakeServer::oneAnswerWaitsForRelease()
{
    FakeServer server;
    server.script(Id, { Answer::ended().uponRelease() });
    RawClient one(server.port());
    RawClient other(server.port());
    one.write(deleteOf(Id));
    QTRY_COMPARE(server.count(), 1);
    QVERIFY(other.exchange(deleteOf(Other)).contains("204")); // the others don't
    QCOMPARE(one.readFor(Ms(50)), QByteArray());
    server.release();
    QVERIFY(one.readUntil("\r\n\r\n").contains("204"));
}

void TestFakeServer::busiestWindowIsFound()
{
    FakeServer server;
    RawClient client(server.port());
    for (int i = 0; i < 4; ++i)
        client.exchange(deleteOf(Id));
    server.script(Id, { Answer::ended().after(Ms(4000)) });
    client.exchange(deleteOf(Id));
    client.exchange(deleteOf(Id));
    QCOMPARE(server.maxInAnyWindow(Ms(60'000)), 6);
    QCOMPARE(server.maxInAnyWindow(Ms(3900)), 5);
    QCOMPARE(server.maxUnanswered(), 1);
}

QTEST_GUILESS_MAIN(TestFakeServer)
#include "tst_fakeserver.moc"
