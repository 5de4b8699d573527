// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/account.h"
#include "practice/practicenetwork.h"
#include "practice/practiceplace.h"
#include "practice/practicereply.h"
#include "practice/practiceworld.h"
#include "support/fakeserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;

namespace {

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Authorization"_ba, "Basic " + (Account::practice().authId.toLatin1() + ":any").toBase64());
    return request;
}

QNetworkRequest callRequest(PracticePlace place)
{
    return requestFor(QUrl(u"https://practice.invalid/v1/Account/"_s + Account::practice().authId.toString()
                           + u"/Call/"_s + practiceCallId(place).toString() + u'/'));
}

// What a listener sees of a reply, signal by signal.
QStringList storyOf(QNetworkReply *reply)
{
    auto story = std::make_shared<QStringList>();
    QObject::connect(reply, &QNetworkReply::metaDataChanged, reply, [story] { story->append(u"headers"_s); });
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [story] { story->append(u"body"_s); });
    QObject::connect(reply, &QNetworkReply::errorOccurred, reply,
                     [story](auto error) { story->append(u"error %1"_s.arg(int(error))); });
    QObject::connect(reply, &QNetworkReply::finished, reply, [story] { story->append(u"finished"_s); });
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!finished.wait(5000))
        story->append(u"nothing"_s);
    story->append(u"status %1"_s.arg(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()));
    story->append(QString::fromLatin1(reply->rawHeader("Content-Type"_ba)));
    story->append(QString::fromLatin1(reply->rawHeader("Retry-After"_ba)));
    story->append(QString::fromUtf8(reply->readAll()));
    return *story;
}

#ifdef Q_OS_LINUX
QStringList openSockets()
{
    QStringList sockets;
    const QDir folder(u"/proc/self/fd"_s);
    for (const QFileInfo &info : folder.entryInfoList(QDir::Files | QDir::System | QDir::NoDotAndDotDot)) {
        if (const QString target = QFile::symLinkTarget(info.filePath()); target.contains("socket:"_L1))
            sockets.append(target);
    }
    sockets.sort();
    return sockets;
}
#endif

} // namespace

class PracticeNetworkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        network = std::make_unique<PracticeNetwork>(std::make_shared<PracticeWorld>(true));
    }
    void aReplyLooksLikeOneOffTheWire_data();
    void aReplyLooksLikeOneOffTheWire();
    void aResetHasNoStatus();
    void aRefusedConnectionHasNoStatus();
    void abortFinishesAtOnceAndOnce();
    void abortAfterTheEndDoesNothing();
    void silenceEndsAReply();
    void aReplyMayBeDeletedByItsListener();
    void noSocketIsOpened();

private:
    QNetworkReply *hangUp(PracticePlace place) { return network->sendCustomRequest(callRequest(place), "DELETE"); }
    std::unique_ptr<PracticeNetwork> network;
};

void PracticeNetworkTest::aReplyLooksLikeOneOffTheWire_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    for (const int status : { 200, 204, 400, 401, 403, 404, 405, 409, 410, 418, 422, 429, 500, 501, 502, 503, 504 })
        QTest::addRow("status %d", status) << status << (status == 204 ? ""_ba : "{\"error\":\"x\"}"_ba);
    QTest::newRow("404 without a body") << 404 << ""_ba;
}

void PracticeNetworkTest::aReplyLooksLikeOneOffTheWire()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const QByteArray type = body.isEmpty() ? QByteArray() : "application/json"_ba;
    test::FakeServer server;
    server.setDefaultAnswer(test::Answer::with(status, type, body).withHeader("Retry-After"_ba, "7"_ba));
    const QNetworkRequest request = requestFor(server.url("/v1/x/"_ba));
    QNetworkAccessManager real;
    const std::unique_ptr<QNetworkReply> wire(real.sendCustomRequest(request, "DELETE"));
    const QStringList told = storyOf(wire.get());
    PracticeReply ours(
        QNetworkAccessManager::CustomOperation, request,
        { .status = status, .body = body, .contentType = type, .headers = { { "Retry-After"_ba, "7"_ba } } }, 0ms,
        nullptr);
    QCOMPARE(storyOf(&ours), told);
    QCOMPARE(ours.isFinished(), true);
    QCOMPARE(ours.url(), wire->url());
    QCOMPARE(ours.operation(), wire->operation());
}

void PracticeNetworkTest::aResetHasNoStatus()
{
    const std::unique_ptr<QNetworkReply> reply(hangUp({ 0, 10 }));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QSignalSpy all(network.get(), &QNetworkAccessManager::finished);
    QCOMPARE(finished.size(), 0); // never inside the call
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(reply->error(), QNetworkReply::RemoteHostClosedError);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute), QVariant());
    QCOMPARE(all.size(), 1);
    QVERIFY(!finished.wait(50));
}

void PracticeNetworkTest::aRefusedConnectionHasNoStatus()
{
    const std::unique_ptr<QNetworkReply> reply(hangUp({ 0, 3 }));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(reply->error(), QNetworkReply::ConnectionRefusedError);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute), QVariant());
}

void PracticeNetworkTest::abortFinishesAtOnceAndOnce()
{
    const std::unique_ptr<QNetworkReply> reply(hangUp({ 0, 14 }));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    reply->abort();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
    reply->abort();
    QVERIFY(!finished.wait(150));
    QCOMPARE(finished.size(), 1);
}

void PracticeNetworkTest::abortAfterTheEndDoesNothing()
{
    const std::unique_ptr<QNetworkReply> reply(hangUp({ 0, 0 }));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QTRY_COMPARE(finished.size(), 1);
    reply->abort();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 204);
}

void PracticeNetworkTest::silenceEndsAReply()
{
    network = std::make_unique<PracticeNetwork>(std::make_shared<PracticeWorld>(false));
    QNetworkRequest request = callRequest({ 0, 14 });
    request.setTransferTimeout(40);
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<QNetworkReply> reply(network->sendCustomRequest(request, "DELETE"));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
    QCOMPARE_GE(timer.elapsed(), 40);
    QCOMPARE_LT(timer.elapsed(), 4000);
}

void PracticeNetworkTest::aReplyMayBeDeletedByItsListener()
{
    for (const bool atHeaders : { true, false }) {
        QNetworkReply *reply = hangUp({ 0, 2 });
        QSignalSpy gone(reply, &QObject::destroyed);
        const auto destroy = [reply] { delete reply; };
        if (atHeaders)
            connect(reply, &QNetworkReply::metaDataChanged, this, destroy);
        else
            connect(reply, &QNetworkReply::readyRead, this, destroy);
        QTRY_COMPARE(gone.size(), 1);
    }
}

void PracticeNetworkTest::noSocketIsOpened()
{
#ifdef Q_OS_LINUX
    const QStringList before = openSockets();
    QList<QNetworkReply *> replies;
    for (quint8 place = 0; place < CallsPerTicket; ++place)
        replies.append(hangUp({ 0, place }));
    QCOMPARE(openSockets(), before);
    for (QNetworkReply *reply : std::as_const(replies))
        QTRY_VERIFY(reply->isFinished());
    QCOMPARE(openSockets(), before);
    QTcpServer planted;
    QVERIFY(planted.listen(QHostAddress::LocalHost));
    QCOMPARE(openSockets().size(), before.size() + 1); // the look does see one
#else
    QSKIP("Looks at /proc.");
#endif
}

QTEST_GUILESS_MAIN(PracticeNetworkTest)
#include "tst_practicenetwork.moc"
