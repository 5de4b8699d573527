// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "contract/contract.h"
#include "support/fakeserver.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QMutex>
#include <QRegularExpression>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace hangup::test;
using namespace contract;

namespace {

const QByteArray Account = "MAXXXXXXXXXXXXXXXXXX";
const QByteArray Id = "4c2b7e0a-6f1d-4b7e-9d55-0123456789ab";
const QByteArray Other = "defb0706-86a6-11e4-b303-498d468c930b";

QNetworkReply *deleteWithTimeout(QNetworkAccessManager &manager, const QUrl &url, int ms)
{
    QNetworkRequest request = makeRequest(url);
    request.setTransferTimeout(ms);
    return manager.deleteResource(request);
}

QMutex messagesMutex;
QStringList messages;

void remember(QtMsgType, const QMessageLogContext &, const QString &text)
{
    const QMutexLocker lock(&messagesMutex);
    messages.append(text);
}

} // namespace

/// What Qt does about time and threads.
class TestQtTime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thereIsNoDefaultTimeout();
    void theTimeoutMeasuresSilence();
    void theTimeoutLooksLikeAnAbort();
    void theTimeoutRunsWhileARequestWaitsInside();
    void aManagerWorksOnItsThread();
    void theWrongThreadGetsOnlyAWarning();
};

void TestQtTime::thereIsNoDefaultTimeout()
{
    FakeServer server;
    server.setDefaultAnswer(Answer::hang());
    const auto manager = makeManager();
    QCOMPARE(manager->transferTimeout(), 0);
    QNetworkReply *reply = deleteOnce(*manager, server.callUrl(Account, Id));
    QTest::qWait(500);
    QCOMPARE(reply->isFinished(), false);
}

void TestQtTime::theTimeoutMeasuresSilence()
{
    FakeServer server;
    server.setDefaultAnswer(Answer::slowBody(404, QByteArray(10, 'x'), 10, Ms(300)));
    const auto manager = makeManager();
    QElapsedTimer timer;
    timer.start();
    QNetworkReply *reply = deleteWithTimeout(*manager, server.callUrl(Account, Id), 2500);
    QVERIFY(finishes(reply));
    QCOMPARE_GE(timer.elapsed(), 3000); // longer than the timeout, and still no abort
    QCOMPARE(statusOf(reply), 404);
    QCOMPARE(reply->error(), QNetworkReply::ContentNotFoundError);
}

// Why the product keeps its own deadline and its own reason.
void TestQtTime::theTimeoutLooksLikeAnAbort()
{
    FakeServer server;
    server.setDefaultAnswer(Answer::hang());
    const auto manager = makeManager();
    QNetworkReply *reply = deleteWithTimeout(*manager, server.callUrl(Account, Id), 100);
    QVERIFY(finishes(reply));
    if (isQt64()) // a newer Qt may tell them apart
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
    QCOMPARE(statusOf(reply), 0);
}

// Why a manager is handed only what it can send now.
void TestQtTime::theTimeoutRunsWhileARequestWaitsInside()
{
    FakeServer server;
    server.setDefaultAnswer(Answer::hang());
    const auto manager = makeManager();
    for (int i = 0; i < 6; ++i)
        deleteOnce(*manager, server.callUrl(Account, Id));
    QTRY_COMPARE(server.deletesFor(Id), 6);
    QNetworkReply *queued = deleteWithTimeout(*manager, server.callUrl(Account, Other), 300);
    QVERIFY(finishes(queued));
    QVERIFY(queued->error() != QNetworkReply::NoError);
    QCOMPARE(server.deletesFor(Other), 0);
    QCOMPARE(server.deletesFor(Id), 6);
}

void TestQtTime::aManagerWorksOnItsThread()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    FakeServer server;
    std::atomic<int> status { 0 };
    std::atomic<bool> onItsThread { false };
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        const auto manager = makeManager();
        QNetworkReply *reply = deleteOnce(*manager, server.callUrl(Account, Id));
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, [&, worker = QThread::currentThread()] {
            onItsThread = QThread::currentThread() == worker;
            loop.quit();
        });
        loop.exec();
        status = statusOf(reply);
    }));
    thread->start();
    QVERIFY(thread->wait(10'000));
    QCOMPARE(status.load(), 204);
    QCOMPARE(onItsThread.load(), true);
}

// Why tests make warnings fatal: nothing else shows that a manager is used from a thread that isn't its own.
void TestQtTime::theWrongThreadGetsOnlyAWarning()
{
    FakeServer server;
    const auto manager = makeManager();
    messages.clear();
    const QtMessageHandler before = qInstallMessageHandler(remember);
    QNetworkReply *reply = nullptr;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        reply = manager->deleteResource(makeRequest(server.callUrl(Account, Id)));
        reply->moveToThread(manager->thread());
    }));
    thread->start();
    const bool ended = thread->wait(10'000);
    qInstallMessageHandler(before);
    QVERIFY(ended);
    QTRY_COMPARE(server.deletes(), 1); // it was sent all the same
    QVERIFY2(messages.filter(u"different thread"_s).size() > 0, qPrintable(messages.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestQtTime)
#include "tst_qttime.moc"
