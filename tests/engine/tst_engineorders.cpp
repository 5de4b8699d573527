// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"

#include <QTest>

#include <QThread>

#include <algorithm>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

QList<CallId> wayOrder(const EngineRun &run)
{
    QList<CallId> order;
    for (const CallOnItsWay &event : run.eventsOf<CallOnItsWay>())
        order.append(event.id);
    return order;
}

} // namespace

/// Orders, stop, abort, sleep, intents, events, threads.
class TestEngineOrders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void takesTheUsersOrder();
    void singleClickOvertakes();
    void sameCallIsAcceptedOnce();
    void emptyOrderFinishes();
    void stopLetsFinishWhatIsOnItsWay();
    void stopAfterALimit();
    void stopWhileOnItsWayKeepsA429FromBeingSentAgain();
    void abortCutsWhatIsOnItsWay();
    void stopWithoutAnythingStillSaysIdle();
    void intentIsWrittenBeforeTheSend();
    void nothingIsSentWithoutAnIntent();
    void lateIntentAfterStopSendsNothing();
    void outcomeIsRecordedBeforeItIsTold();
    void outcomeThatCannotBeWrittenIsToldAllTheSame();
    void sleepAsksAgain();
    void sleepWhileTheIntentIsWritten();
    void sleepWithinToleranceGoesOn();
    void stopEndsAPause();
    void eventsComeInRuns();
    void canBeDeletedAtAnyTime();
    void worksOnItsOwnThread();
    void otherThreadIsIgnored();
};

void TestEngineOrders::takesTheUsersOrder()
{
    EngineRun run(oneByOne());
    const QList<CallId> ids { callId(5), callId(2), callId(9), callId(1) };
    run.submit(ids);
    QVERIFY(run.waitIdle());
    QCOMPARE(wayOrder(run), ids);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineOrders::singleClickOvertakes()
{
    EngineRun run(oneByOne());
    run.server->hold();
    run.submit(callIds(6));
    QTRY_COMPARE(run.server->count(), 1);
    run.submit({ callId(20) }, true); // a new one
    run.submit({ callId(5) }, true); // one that waits: moved, not accepted again
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(wayOrder(run),
             (QList<CallId> { callId(1), callId(5), callId(20), callId(2), callId(3), callId(4), callId(6) }));
    QCOMPARE(run.server->deletes(), 7);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineOrders::sameCallIsAcceptedOnce()
{
    EngineRun run(oneByOne());
    run.server->hold();
    run.submit({ callId(1), callId(2), callId(1) });
    QTRY_COMPARE(run.server->count(), 1);
    run.submit({ callId(1), callId(2), callId(3) });
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 3"_s);
    QCOMPARE(run.server->deletes(), 3);
    // With an outcome it may be asked for again.
    run.submit({ callId(1) });
    QVERIFY(run.waitIdle());
    QCOMPARE(run.server->deletesFor(callId(1)), 2);
    QCOMPARE(run.eventsOf<BatchFinished>().size(), 3);
}

void TestEngineOrders::emptyOrderFinishes()
{
    EngineRun run;
    run.submit({});
    QVERIFY(run.waitIdle());
    QCOMPARE(run.eventsOf<BatchFinished>().size(), 1);
    QCOMPARE(run.eventsOf<BatchFinished>().first().calls, 0);
    QCOMPARE(run.server->count(), 0);
}

void TestEngineOrders::stopLetsFinishWhatIsOnItsWay()
{
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 3;
    EngineRun run(limits);
    run.server->hold();
    run.submit(callIds(20));
    QTRY_COMPARE(run.server->count(), 3);
    run.engine->stop();
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 3, not_sent 17"_s);
    QCOMPARE(run.result(callId(20)).reason, Reason::Stopped);
    QCOMPARE(run.result(callId(20)).attempts, 0);
    QCOMPARE(run.lines(callId(20)).size(), 1);
    QCOMPARE(run.lines(callId(20)).first().kind, LogEntry::Kind::NotSent);
    QCOMPARE(run.server->count(), 3);
    QCOMPARE(run.brokenPromise(), QString());
    run.submit({ callId(20) }); // ready to go on
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(20)).outcome, Outcome::Ended);
}

void TestEngineOrders::stopAfterALimit()
{
    EngineLimits limits = oneByOne();
    limits.holdWithoutRetryAfter = Ms(60000);
    EngineRun run(limits);
    run.server->script(callId(1), { Answer::tooMany() });
    run.submit(callIds(2));
    QTRY_COMPARE(run.eventsOf<CallWaitsAgain>().size(), 1);
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(1)).reason, Reason::StoppedAfterLimit);
    QCOMPARE(run.result(callId(1)).attempts, 1);
    QCOMPARE(run.result(callId(2)).reason, Reason::Stopped);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineOrders::stopWhileOnItsWayKeepsA429FromBeingSentAgain()
{
    EngineRun run;
    run.server->script(callId(1), { Answer::tooMany() });
    run.server->hold();
    run.submit({ callId(1) });
    QTRY_COMPARE(run.server->count(), 1);
    run.engine->stop();
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(1)).outcome, Outcome::NotSent);
    QCOMPARE(run.result(callId(1)).reason, Reason::StoppedAfterLimit);
    QTest::qWait(250); // longer than the hold
    QCOMPARE(run.server->count(), 1);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineOrders::abortCutsWhatIsOnItsWay()
{
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 3;
    limits.silence = Ms(60'000);
    limits.total = Ms(60'000);
    EngineRun run(limits);
    run.server->setDefaultAnswer(Answer::hang());
    run.submit(callIds(5));
    QTRY_COMPARE(run.server->count(), 3);
    run.engine->abort();
    QVERIFY(run.waitIdle()); // their deadlines are later
    QCOMPARE(run.outcomes(), u"unknown 3, not_sent 2"_s);
    QCOMPARE(run.result(callId(1)).reason, Reason::Aborted);
    QCOMPARE(run.result(callId(5)).reason, Reason::Stopped);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineOrders::stopWithoutAnythingStillSaysIdle()
{
    EngineRun run;
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QTest::qWait(50);
    QCOMPARE(run.idles, 1);
}

void TestEngineOrders::intentIsWrittenBeforeTheSend()
{
    EngineRun run(oneByOne());
    QList<int> onWire;
    run.log.setOnIntent([&](const Intent &intent) { onWire.append(run.server->deletesFor(intent.id)); });
    run.server->script(callId(2), { Answer::tooMany() });
    const quint64 batch = run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    QCOMPARE(onWire, (QList<int> { 0, 0, 1, 0 })); // call 2 was on the wire once before its second intent
    const QList<Intent> intents = run.log.intents();
    QCOMPARE(intents.size(), 4);
    QCOMPARE(intents[2].attempt, 2);
    QCOMPARE(intents[0].batch, batch);
    QCOMPARE(intents[0].authId, testAuthId());
}

void TestEngineOrders::nothingIsSentWithoutAnIntent()
{
    EngineRun run(oneByOne());
    run.log.failIntentsAfter(2);
    run.submit(callIds(5));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 2, not_sent 3"_s);
    QCOMPARE(run.result(callId(3)).reason, Reason::JournalNotWritable);
    QCOMPARE(run.result(callId(5)).reason, Reason::JournalNotWritable);
    QCOMPARE(run.log.intents().size(), 3); // one that failed was enough
    QCOMPARE(run.server->count(), 2);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineOrders::lateIntentAfterStopSendsNothing()
{
    EngineRun run;
    run.log.hold(true);
    run.submit(callIds(3));
    QTest::qWait(30);
    QCOMPARE(run.server->count(), 0);
    run.engine->stop();
    run.submit(callIds(3)); // while their outcomes are being written they can't be asked for again
    run.log.release();
    QVERIFY(run.waitIdle());
    QTest::qWait(50);
    QCOMPARE(run.outcomes(), u"not_sent 3"_s);
    QCOMPARE(run.server->count(), 0);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineOrders::outcomeIsRecordedBeforeItIsTold()
{
    EngineRun run;
    run.log.holdOutcomes(true);
    run.submit(callIds(2));
    QTRY_COMPARE(run.log.outcomes().size(), 2);
    QTest::qWait(60);
    QCOMPARE(run.total(), 0);
    QCOMPARE(run.idles, 0);
    run.log.release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 2"_s);
}

void TestEngineOrders::outcomeThatCannotBeWrittenIsToldAllTheSame()
{
    EngineRun run;
    run.log.failOutcomes(true);
    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 3"_s);
    int notes = 0;
    for (const LogLine &line : run.eventsOf<LogLine>())
        notes += line.entry.kind == LogEntry::Kind::Note ? 1 : 0;
    QCOMPARE(notes, 1);
}

void TestEngineOrders::sleepAsksAgain()
{
    EngineRun run(oneByOne());
    run.server->hold();
    run.submit(callIds(3));
    QTRY_COMPARE(run.server->count(), 1);
    run.clock.sleep(Ms(7000));
    run.server->release();
    QTRY_COMPARE(run.pauses.size(), 1);
    QCOMPARE(run.pauses.first().reason, PauseReason::Slept);
    QCOMPARE(run.pauses.first().time, Ms(7000));
    QCOMPARE(run.pauses.first().waiting, 2);
    QTest::qWait(200);
    QCOMPARE(run.server->count(), 1);
    QCOMPARE(run.idles, 0);
    run.engine->resume();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 3"_s);
    QCOMPARE(run.pauses.size(), 1);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineOrders::sleepWhileTheIntentIsWritten()
{
    EngineRun run;
    run.log.hold(true);
    run.submit({ callId(1) });
    QTRY_COMPARE(run.log.intents().size(), 1);
    run.clock.sleep(Ms(7000));
    run.log.release();
    QTRY_COMPARE(run.pauses.size(), 1);
    QTest::qWait(50);
    QCOMPARE(run.server->count(), 0);
    run.engine->resume();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 1"_s);
    QCOMPARE(run.log.intents().size(), 1); // still the intent of that one attempt
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineOrders::sleepWithinToleranceGoesOn()
{
    EngineRun run(oneByOne());
    run.server->setDefaultAnswer(Answer::ended().after(Ms(20)));
    run.submit(callIds(3));
    run.clock.sleep(Ms(2000));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 3"_s);
    QCOMPARE(run.pauses.size(), 0);
}

void TestEngineOrders::stopEndsAPause()
{
    EngineRun run;
    run.submit(callIds(3));
    run.clock.sleep(Ms(7000));
    QTRY_COMPARE(run.pauses.size(), 1);
    run.engine->stop();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_sent 3"_s);
    QCOMPARE(run.server->count(), 0);
    run.submit(callIds(1)); // confirmed after the sleep
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(1)).outcome, Outcome::Ended);
}

void TestEngineOrders::eventsComeInRuns()
{
    EngineRun run;
    run.submit(callIds(500));
    QVERIFY(run.waitIdle(Ms(30000)));
    // The run that closes the batch comes at once; all others keep their distance.
    for (qsizetype i = 1; i + 1 < run.runTimes.size(); ++i)
        QVERIFY2(run.runTimes[i] - run.runTimes[i - 1] >= 30, qPrintable(QString::number(i)));
    // How much of the account's limit is used goes on changing after it.
    const auto last = std::find_if(run.events.crbegin(), run.events.crend(), [](const EngineEvent &event) {
        return !std::holds_alternative<AccountUse>(event);
    });
    QVERIFY(last != run.events.crend());
    QVERIFY(std::holds_alternative<BatchFinished>(*last));
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineOrders::canBeDeletedAtAnyTime()
{
    for (int ms = 0; ms < 60; ms += 6) {
        EngineRun run;
        run.server->setDefaultAnswer(Answer::ended().after(Ms(20)));
        run.submit(callIds(200));
        QTest::qWait(ms);
        run.engine.reset();
        QTest::qWait(5);
    }
    EngineRun waiting;
    waiting.log.hold(true);
    waiting.submit(callIds(3));
    QTest::qWait(20);
    waiting.engine.reset();
    waiting.log.release(); // answers nobody
    QCOMPARE(waiting.server->count(), 0);
}

void TestEngineOrders::worksOnItsOwnThread()
{
    EngineRun run;
    QThread thread;
    HangupEngine *engine = run.engine.release();
    engine->moveToThread(&thread);
    connect(&thread, &QThread::finished, engine, &QObject::deleteLater);
    thread.start();
    run.idles = 0;
    QMetaObject::invokeMethod(engine,
                              [&] { engine->submit(Order { .batch = 1, .ids = callIds(200) }, run.clock.slept()); });
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 200"_s);
    QCOMPARE(run.brokenPromise(), QString());
    thread.quit();
    QVERIFY(thread.wait(5000));
}

void TestEngineOrders::otherThreadIsIgnored()
{
    if (assertionsAreOn())
        QSKIP("in a debug build it stops the program");
    EngineRun run;
    QTest::ignoreMessage(QtCriticalMsg,
                         "HangupEngine::submit was called from another thread than the engine's: ignored");
    std::unique_ptr<QThread> other(
        QThread::create([&] { run.engine->submit(Order { .batch = 1, .ids = callIds(1) }, run.clock.slept()); }));
    other->start();
    QVERIFY(other->wait(5000));
    QTest::qWait(50);
    QCOMPARE(run.server->count(), 0);
    QCOMPARE(run.events.size(), 0);
}

QTEST_GUILESS_MAIN(TestEngineOrders)
#include "tst_engineorders.moc"
