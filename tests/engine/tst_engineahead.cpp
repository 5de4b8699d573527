// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"

#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

/// While the wire is full the next calls' intents are written; and what the window counts.
class TestEngineAhead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void intentsAreWrittenWhileTheWireIsFull();
    void fewInFlightWriteNothingAhead();
    void whatIsWrittenAheadIsNotSentAfterAStop();
    void aClickGoesWhileTheWireIsFull();
    void aRequestCountsUntilAWindowAfterItsAnswer();
    void aWholeWindowGoesAtOnce();
};

void TestEngineAhead::intentsAreWrittenWhileTheWireIsFull()
{
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 8;
    EngineRun run(limits);
    run.log.setDelay(Ms(5));
    run.server->hold();
    run.submit(callIds(40));
    QTRY_COMPARE(run.server->count(), 8);
    QTRY_COMPARE(run.log.intents().size(), 10); // a quarter more than there is room for
    QTest::qWait(50);
    QCOMPARE(run.server->count(), 8);
    QCOMPARE(run.log.intents().size(), 10);
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 40"_s);
    QCOMPARE(run.server->maxUnanswered(), 8);
    QCOMPARE(run.log.intents().size(), 40);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineAhead::fewInFlightWriteNothingAhead()
{
    EngineRun run(oneByOne());
    run.server->hold();
    run.submit(callIds(3));
    QTRY_COMPARE(run.server->count(), 1);
    QTest::qWait(30);
    QCOMPARE(run.log.intents().size(), 1);
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineAhead::whatIsWrittenAheadIsNotSentAfterAStop()
{
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 8;
    EngineRun run(limits);
    run.server->hold();
    run.submit(callIds(40));
    QTRY_COMPARE(run.log.intents().size(), 10);
    QTRY_COMPARE(run.server->count(), 8);
    run.engine->stop();
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 8, not_sent 32"_s);
    QCOMPARE(run.result(callId(9)).reason, Reason::Stopped);
    QCOMPARE(run.server->count(), 8);
    QCOMPARE(run.brokenPromise(), QString());
}

/// A server that takes its time: nothing of the batch comes to its end.
void TestEngineAhead::aClickGoesWhileTheWireIsFull()
{
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 12;
    limits.silence = Ms(60'000);
    limits.total = Ms(60'000);
    EngineRun run(limits);
    run.server->hold();
    run.submit(callIds(1000));
    QTRY_COMPARE(run.server->count(), 12);
    run.submit({ callId(5000) }, true);
    QTRY_COMPARE(run.server->countFor(callId(5000)), 1);
    run.submit(callIds(20, 6000), true); // as many as are meant to: the rest waits
    QTRY_COMPARE(run.server->count(), 17);
    QTest::qWait(50);
    QCOMPARE(run.server->count(), 17);
    run.engine->abort();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.brokenPromise(), QString());
}

/// What comes to a server is counted there, and with a new connection that is later than it left here.
void TestEngineAhead::aRequestCountsUntilAWindowAfterItsAnswer()
{
    EngineLimits limits = quickLimits();
    limits.windowRequests = 2;
    limits.window = Ms(3000); // its answer comes within that, also on a busy machine
    EngineRun run(limits);
    run.server->setDefaultAnswer(Answer::ended().after(Ms(800)));
    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    const QList<Request> all = run.server->requests();
    QCOMPARE(all.size(), 3);
    const Ms apart = std::chrono::duration_cast<Ms>(all[2].at - all[0].at);
    QVERIFY2(apart >= Ms(3790), qPrintable(QString::number(apart.count())));
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineAhead::aWholeWindowGoesAtOnce()
{
    EngineLimits limits = quickLimits();
    limits.windowRequests = 30;
    limits.reservedForClicks = 0;
    EngineRun run(limits);
    run.server->hold();
    run.submit(callIds(30));
    QTRY_COMPARE(run.server->count(), 30);
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.server->maxUnanswered(), 30);
    QCOMPARE(run.brokenPromise(), QString());
}

QTEST_GUILESS_MAIN(TestEngineAhead)
#include "tst_engineahead.moc"
