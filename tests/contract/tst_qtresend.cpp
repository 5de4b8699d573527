// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "contract/contract.h"
#include "support/fakeserver.h"

#include <QBuffer>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace hangup::test;
using namespace contract;

namespace {

const QByteArray Account = "MAXXXXXXXXXXXXXXXXXX";
const QByteArray Id = "4c2b7e0a-6f1d-4b7e-9d55-0123456789ab";
const QByteArray Other = "defb0706-86a6-11e4-b303-498d468c930b";

} // namespace

/// What Qt does about "one attempt is one DELETE on the wire".
class TestQtResend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void plainDeletesAreSentAgain_data();
    void plainDeletesAreSentAgain();
    void aBodyThatCanBeRewoundIsSentAgain();
    void aSequentialBodyIsSentOnce_data();
    void aSequentialBodyIsSentOnce();
    void plainGetsAreSentAgain();
    void aGetWithASequentialBodyIsSentOnce_data();
    void aGetWithASequentialBodyIsSentOnce();
    void theEmptyBodyLooksEmptyOnTheWire();
    void requestSentIsNotEmittedWithTheBody();
    void connectionsAreReusedAfterACleanAnswer();
    void aConnectionClosedInThatMomentLosesNothing();
    void aNoticedCloseIsReconnected();
    void lateAnswersGoToTheNextCall();
    void clearingTheCacheLosesWhatIsUnderWay();
    void deletingAManagerIsSilent();
    void abortFinishesAtOnce();
    void sixConnectionsAManager();
};

void TestQtResend::plainDeletesAreSentAgain_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("a close without an answer") << Answer::close();
    QTest::newRow("a reset without an answer") << Answer::reset();
    QTest::newRow("half a header, then a close") << Answer::closeAfterHalfHeader();
    QTest::newRow("garbage") << Answer::garbage();
    QTest::newRow("an NTLM challenge") << Answer::ntlmChallenge();
}

// The trap: why the product never calls deleteResource(). How often Qt sends again depends on the moment (2 to 4 were
// seen).
void TestQtResend::plainDeletesAreSentAgain()
{
    QFETCH(const Answer, answer);

    FakeServer server;
    server.setDefaultAnswer(answer);
    const auto manager = makeManager();
    QNetworkReply *reply = manager->deleteResource(makeRequest(server.callUrl(Account, Id)));
    QVERIFY(finishes(reply));
    if (!isQt64() && server.deletes() == 1)
        QSKIP("This Qt sends once"); // better; the product does not rely on it
    QCOMPARE_GE(server.deletes(), 2);
}

// The other half of the trap: a body alone does not help, it must be one that can't be rewound.
void TestQtResend::aBodyThatCanBeRewoundIsSentAgain()
{
    FakeServer server;
    server.setDefaultAnswer(Answer::close());
    const auto manager = makeManager();
    QBuffer body;
    QVERIFY(body.open(QIODevice::ReadOnly));
    QNetworkRequest request = makeRequest(server.callUrl(Account, Id));
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, 0);
    QNetworkReply *reply = manager->sendCustomRequest(request, "DELETE", &body);
    QVERIFY(finishes(reply));
    if (!isQt64() && server.deletes() == 1)
        QSKIP("This Qt sends once");
    QCOMPARE_GE(server.deletes(), 2);
}

void TestQtResend::aSequentialBodyIsSentOnce_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("staysOpen");
    QTest::newRow("a close without an answer") << Answer::close() << 0 << false;
    QTest::newRow("a reset without an answer") << Answer::reset() << 0 << false;
    QTest::newRow("half a header, then a close") << Answer::closeAfterHalfHeader() << 0 << false;
    QTest::newRow("garbage") << Answer::garbage() << 0 << false;
    QTest::newRow("a 404 as JSON") << Answer::callNotFound() << 404 << true;
    QTest::newRow("a 404 as HTML") << Answer::notFoundHtml() << 404 << true;
    QTest::newRow("a 404 and a silent close") << Answer::callNotFound().closingSilently() << 404 << false;
    QTest::newRow("a long 404 cut short") << Answer::truncated(404, QByteArray(200'000, 'x'), 100'000) << 404 << false;
    QTest::newRow("a 204 and an announced close") << Answer::ended().closingAnnounced() << 204 << false;
    QTest::newRow("a 204 with a body") << Answer::endedWithBody() << 204 << true;
    QTest::newRow("an NTLM challenge") << Answer::ntlmChallenge() << 401 << true;
    QTest::newRow("a Basic challenge") << Answer::basicChallenge() << 401 << true;
    QTest::newRow("a 407") << Answer::proxyAuthentication() << 407 << true;
    QTest::newRow("a 429") << Answer::tooMany("1") << 429 << true;
    QTest::newRow("a 503") << Answer::serverTrouble(503) << 503 << true;
    QTest::newRow("a redirect") << Answer::redirect(302, "/elsewhere") << 302 << true;
}

void TestQtResend::aSequentialBodyIsSentOnce()
{
    QFETCH(const Answer, answer);
    QFETCH(const int, status);
    QFETCH(const bool, staysOpen);
    constexpr int Requests = 60;

    FakeServer server;
    server.setDefaultAnswer(answer);
    const auto manager = makeManager();
    QList<QNetworkReply *> replies;
    for (int i = 0; i < Requests; ++i)
        replies.append(deleteOnce(*manager, server.callUrl(Account, Id)));
    for (QNetworkReply *reply : std::as_const(replies))
        QVERIFY(finishes(reply));
    QTest::qWait(50); // a second send would come now
    // Never more. Fewer only where a close met requests that waited inside for the connection, which harms nobody.
    QCOMPARE_LE(server.deletes(), Requests);
    QCOMPARE_GE(server.deletes(), staysOpen ? Requests : 1);
    int answered = 0;
    for (const QNetworkReply *reply : std::as_const(replies)) {
        if (statusOf(reply) == status && status != 0) {
            ++answered;
            continue;
        }
        // No verdict: no status, and one of the two errors of this mode.
        QCOMPARE(statusOf(reply), 0);
        QVERIFY2(reply->error() == QNetworkReply::ContentReSendError
                     || reply->error() == QNetworkReply::RemoteHostClosedError,
                 QByteArray::number(reply->error()).constData());
    }
    QCOMPARE_LE(answered, server.answeredWith(status));
}

// Harmless but for the count: each of them takes a place of the rolling window.
void TestQtResend::plainGetsAreSentAgain()
{
    FakeServer server;
    server.setDefaultAnswer(Answer::reset());
    const auto manager = makeManager();
    QNetworkReply *reply = manager->get(makeRequest(server.callUrl(Account, Id)));
    QVERIFY(finishes(reply));
    if (!isQt64() && server.count() == 1)
        QSKIP("This Qt sends once");
    QCOMPARE_GE(server.count(), 2);
}

void TestQtResend::aGetWithASequentialBodyIsSentOnce_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("status");
    QTest::newRow("a close without an answer") << Answer::close() << 0;
    QTest::newRow("a reset without an answer") << Answer::reset() << 0;
    QTest::newRow("half a header, then a close") << Answer::closeAfterHalfHeader() << 0;
    QTest::newRow("garbage") << Answer::garbage() << 0;
    QTest::newRow("an NTLM challenge") << Answer::ntlmChallenge() << -1; // the 401, or none: it can't be sent again
    QTest::newRow("a 200") << Answer::liveCall(Id) << 200;
    QTest::newRow("a 404") << Answer::callNotFound() << 404;
    QTest::newRow("a redirect") << Answer::redirect(302, "/elsewhere") << 302;
}

void TestQtResend::aGetWithASequentialBodyIsSentOnce()
{
    QFETCH(const Answer, answer);
    QFETCH(const int, status);
    FakeServer server;
    server.setDefaultAnswer(answer);
    const auto manager = makeManager();
    for (int i = 1; i <= 20; ++i) {
        QNetworkReply *reply = sendOnce(*manager, server.callUrl(Account, Id), "GET");
        QVERIFY(finishes(reply));
        if (status >= 0)
            QCOMPARE(statusOf(reply), status);
        QTest::qWait(2);
        QCOMPARE(server.count(), i);
        QCOMPARE(server.requests().constLast().method, "GET");
        QCOMPARE(server.requests().constLast().body, QByteArray());
        delete reply;
    }
}

void TestQtResend::theEmptyBodyLooksEmptyOnTheWire()
{
    FakeServer server;
    const auto manager = makeManager();
    QVERIFY(finishes(deleteOnce(*manager, server.callUrl(Account, Id))));
    const Request request = server.requests().value(0);
    QCOMPARE(request.line, "DELETE /v1/Account/" + Account + "/Call/" + Id + "/ HTTP/1.1");
    QCOMPARE(request.header("Content-Length"), "0");
    QCOMPARE(request.headerCount("Content-Length"), 1);
    QCOMPARE(request.headerCount("Transfer-Encoding"), 0);
    QCOMPARE(request.headerCount("Content-Type"), 0);
    QCOMPARE(request.headerCount("Expect"), 0);
    QCOMPARE(request.body, "");
}

void TestQtResend::requestSentIsNotEmittedWithTheBody()
{
    FakeServer server;
    const auto manager = makeManager();
    QNetworkReply *plain = manager->deleteResource(makeRequest(server.callUrl(Account, Id)));
    const QSignalSpy plainSent(plain, &QNetworkReply::requestSent);
    QVERIFY(finishes(plain));
    QCOMPARE(plainSent.size(), 1);

    QNetworkReply *once = deleteOnce(*manager, server.callUrl(Account, Id));
    const QSignalSpy onceSent(once, &QNetworkReply::requestSent);
    const QSignalSpy finished(once, &QNetworkReply::finished);
    QVERIFY(finishes(once));
    QCOMPARE(statusOf(once), 204);
    QCOMPARE(finished.size(), 1);
    // So it says nothing about whether a request has left; a newer Qt that emits it would only tell more.
    if (isQt64())
        QCOMPARE(onceSent.size(), 0);
}

void TestQtResend::connectionsAreReusedAfterACleanAnswer()
{
    FakeServer server;
    server.script(Id, { Answer::ended(), Answer::callNotFound(), Answer::tooMany(), Answer::notFoundEmptyObject() });
    const auto manager = makeManager();
    for (int i = 0; i < 8; ++i)
        QVERIFY(finishes(deleteOnce(*manager, server.callUrl(Account, Id))));
    QCOMPARE(server.deletes(), 8);
    QCOMPARE(server.connections(), 1);
}

void TestQtResend::aConnectionClosedInThatMomentLosesNothing()
{
    constexpr int Calls = 60;
    FakeServer server;
    server.closeEvery(1, false);
    const auto manager = makeManager();
    int done = 0;
    int confirmed = 0;
    // The next request leaves within finished() of the one before: the close may or may not have been noticed.
    std::function<void()> next = [&] {
        QNetworkReply *reply = deleteOnce(*manager, server.callUrl(Account, Id));
        connect(reply, &QNetworkReply::finished, this, [&, reply] {
            confirmed += statusOf(reply) == 204 ? 1 : 0;
            if (statusOf(reply) != 204)
                QCOMPARE(statusOf(reply), 0);
            if (++done < Calls)
                next();
        });
    };
    next();
    QTRY_COMPARE_WITH_TIMEOUT(done, Calls, 20'000);
    QCOMPARE_LE(server.deletes(), Calls);
    QCOMPARE(confirmed, server.answered204(Id));
}

void TestQtResend::aNoticedCloseIsReconnected()
{
    FakeServer server;
    server.closeEvery(1, false);
    const auto manager = makeManager();
    for (int i = 0; i < 10; ++i) {
        QNetworkReply *reply = deleteOnce(*manager, server.callUrl(Account, Id));
        QVERIFY(finishes(reply));
        QCOMPARE(statusOf(reply), 204);
        QTRY_VERIFY(server.requests().constLast().done); // so it is closed
        QTest::qWait(50); // idle turns of the event loop
    }
    QCOMPARE(server.deletes(), 10);
}

// The trap: why a manager that delivered anything but a clean answer takes no further call.
void TestQtResend::lateAnswersGoToTheNextCall()
{
    FakeServer server;
    server.script(Id, { Answer::interimThen(102, Ms(0), Answer::ended().uponRelease()) });
    server.script(Other, { Answer::hang() });
    const auto manager = makeManager();
    QNetworkReply *first = deleteOnce(*manager, server.callUrl(Account, Id));
    QVERIFY(finishes(first));
    if (!isQt64() && statusOf(first) == 204)
        QSKIP("This Qt waits for the answer behind a 102");
    QCOMPARE(statusOf(first), 102);
    QCOMPARE(first->error(), QNetworkReply::NoError);
    QNetworkReply *second = deleteOnce(*manager, server.callUrl(Account, Other));
    QTRY_COMPARE(server.deletesFor(Other), 1);
    server.release();
    const bool ended = QTest::qWaitFor([second] { return second->isFinished(); }, isQt64() ? 10'000 : 600);
    QCOMPARE(server.answered204(Other), 0);
    if (isQt64()) {
        QVERIFY(ended);
        QCOMPARE(statusOf(second), 204); // a false "ended"
    }
}

// Why a pool never clears a cache: what is under way is lost, and not even finished() tells (6.4).
void TestQtResend::clearingTheCacheLosesWhatIsUnderWay()
{
    FakeServer server;
    server.hold();
    const auto manager = makeManager();
    QNetworkReply *reply = deleteOnce(*manager, server.callUrl(Account, Id));
    const QSignalSpy finished(reply, &QNetworkReply::finished);
    QTRY_COMPARE(server.deletes(), 1);
    manager->clearConnectionCache();
    server.release();
    QTest::qWait(500);
    if (!isQt64() && statusOf(reply) == 204)
        QSKIP("This Qt leaves what is under way alone");
    QCOMPARE(statusOf(reply), 0);
    if (isQt64())
        QCOMPARE(finished.size(), 0);
    QCOMPARE(server.deletes(), 1);
}

void TestQtResend::deletingAManagerIsSilent()
{
    FakeServer server;
    server.setDefaultAnswer(Answer::hang());
    auto manager = makeManager();
    const QPointer<QNetworkReply> reply = deleteOnce(*manager, server.callUrl(Account, Id));
    const QSignalSpy finished(reply.data(), &QNetworkReply::finished);
    QTRY_COMPARE(server.deletes(), 1);
    manager.reset();
    QVERIFY(reply.isNull());
    QTest::qWait(50);
    QCOMPARE(finished.size(), 0);
}

void TestQtResend::abortFinishesAtOnce()
{
    FakeServer server;
    server.setDefaultAnswer(Answer::hang());
    const auto manager = makeManager();
    QNetworkReply *reply = deleteOnce(*manager, server.callUrl(Account, Id));
    const QSignalSpy finished(reply, &QNetworkReply::finished);
    QTRY_COMPARE(server.deletes(), 1);
    reply->abort();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
    QTest::qWait(50);
    QCOMPARE(finished.size(), 1);
}

void TestQtResend::sixConnectionsAManager()
{
    FakeServer server;
    server.setDefaultAnswer(Answer::hang());
    const auto one = makeManager();
    const auto two = makeManager();
    for (int i = 0; i < 10; ++i) {
        deleteOnce(*one, server.callUrl(Account, Id));
        deleteOnce(*two, server.callUrl(Account, Other));
    }
    QTRY_COMPARE(server.deletes(), 12);
    QTest::qWait(100);
    QCOMPARE(server.deletesFor(Id), 6);
    QCOMPARE(server.deletesFor(Other), 6);
}

QTEST_GUILESS_MAIN(TestQtResend)
#include "tst_qtresend.moc"
