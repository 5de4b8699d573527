// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/checkorders.h"
#include "plivo/hangupengine_p.h"

#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::test::Answer)

namespace hangup::test {

/// Straight to the last step before the wire, which no way through the public functions leads a dry run to.
struct EngineInside
{
    static bool handOver(HangupEngine &engine, const CallId &id)
    {
        Job &job = *engine.d->book.find(id);
        const bool left = engine.d->handOver(job);
        if (left)
            engine.d->book.setStage(job, Job::Stage::OnItsWay);
        return left;
    }
};

} // namespace hangup::test

namespace {

const CallId One = callId(1);

Order dryOrder(const QList<CallId> &ids, bool check)
{
    return { .batch = 0, .ids = ids, .check = check, .dryRun = true };
}

} // namespace

/// Everything but the DELETE.
class TestEngineDryRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void sendsNoDelete_data();
    void sendsNoDelete();
    void withoutACheckNothingIsAskedNorPaced();
    void leavesAnotherBatchAlone();
    void staysOneWhenItIsMeant();
    void goesWithoutAnIntent();
    void outcomeThatCannotBeWrittenIsToldAllTheSame();
    void lastStepHoldsItBack_data();
    void lastStepHoldsItBack();
};

void TestEngineDryRun::sendsNoDelete_data()
{
    QTest::addColumn<QList<Answer>>("live");
    QTest::addColumn<bool>("doubt");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Reason>("reason");
    const auto row = [](const char *name, const QList<Answer> &live, Reason reason) {
        QTest::newRow(name) << live << false << Outcome::NotSent << reason;
    };
    const Answer there = liveWith(One, UsualFrom, UsualTo);
    row("live", { there }, Reason::DryRun);
    row("over", { Answer::callNotFound(), Answer::callNotFound() }, Reason::OverAlready);
    row("other numbers", { liveWith(One, u"1"_s, UsualTo) }, Reason::NumbersChanged);
    row("protected", { liveWith(One, UsualFrom, u"112"_s) }, Reason::NumberProtected);
    row("unread", { liveWith(One, {}, UsualTo) }, Reason::NumbersUnread);
    row("never clear", QList<Answer>(4, Answer::serverTrouble(500)), Reason::NumbersUnread);
    row("clear at last", { Answer::reset(), Answer::close(), there }, Reason::DryRun);
    row("limited", { Answer::tooMany(), there }, Reason::DryRun);
    row("a 401", { Answer::unauthorizedText() }, Reason::CredentialsRejected);
    row("a 204", { Answer::ended() }, Reason::NumbersUnread);
    QTest::newRow("live, with a doubt") << QList<Answer> { there } << true << Outcome::NotSent << Reason::DryRun;
    QTest::newRow("over, with a doubt") << QList<Answer> { Answer::callNotFound(), Answer::callNotFound() } << true << Outcome::NotLiveMaybeUs
                                        << Reason::None;
}

void TestEngineDryRun::sendsNoDelete()
{
    QFETCH(QList<Answer>, live);
    QFETCH(bool, doubt);
    EngineRun run;
    run.setLive(false);
    run.server->script(One, Ask::Live, live);
    Order order = dryOrder({ One }, true);
    order.cutOff.protectedNumbers = ProtectedNumbers::parse(u"112").numbers;
    order.seen.insert(One, infoWith(One, UsualFrom, UsualTo));
    if (doubt)
        order.lookFirst = { One };
    run.submitOrder(order);
    QVERIFY(run.waitIdle());
    QTEST(run.result(One).outcome, "outcome");
    QTEST(run.result(One).reason, "reason");
    QCOMPARE(run.result(One).attempts, 0);
    QCOMPARE(run.server->asks(Ask::Live), live.size());
    QCOMPARE(run.server->deletes(), 0);
    QCOMPARE(run.log.intents().size(), 0);
    QCOMPARE(run.log.sent().size(), 0);
    if (run.result(One).reason == Reason::DryRun)
        QCOMPARE(run.lines(One).constLast().text,
                 u"Checked: still live. Not sent: dry run, it would have been sent."_s);
    for (const LogEntry &entry : run.lines(One))
        QVERIFY2(!entry.text.contains(u"Sending"_s), qPrintable(entry.text));
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineDryRun::withoutACheckNothingIsAskedNorPaced()
{
    EngineLimits limits = quickLimits();
    limits.windowRequests = 1;
    limits.window = Ms(60'000);
    EngineRun run(limits);
    run.submitOrder(dryOrder(callIds(1000), false));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_sent 1000"_s);
    QCOMPARE(run.result(callId(1000)).reason, Reason::DryRun);
    QCOMPARE(run.eventsOf<BatchFinished>().size(), 1);
    QCOMPARE(run.server->connections(), 0);
    QCOMPARE(run.log.intents().size(), 0);
    QCOMPARE(run.lines(One).value(0).text, u"Not sent: dry run, it would have been sent."_s);
    QCOMPARE(run.brokenPromise(), QString());
}

/// What was confirmed for ending is ended, in its order and by its rules.
void TestEngineDryRun::leavesAnotherBatchAlone()
{
    EngineRun run(oneByOne());
    run.server->hold();
    run.submit(callIds(3));
    QTRY_COMPARE(run.server->count(), 1);
    Order dry = dryOrder({ callId(3) }, true);
    dry.first = true;
    run.submitOrder(dry);
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 3"_s);
    QCOMPARE(run.results.at(1).id, callId(2));
    QCOMPARE(run.server->count(), 3);
    QCOMPARE(run.brokenPromise(), QString());
}

/// It was accepted as one: an order that names it meanwhile does not make a DELETE of it.
void TestEngineDryRun::staysOneWhenItIsMeant()
{
    EngineRun run(oneByOne());
    run.setLive(true);
    run.server->script(One, Ask::Live, { liveWith(One, UsualFrom, UsualTo) });
    run.server->hold();
    run.submitOrder(dryOrder(callIds(2), true));
    QTRY_COMPARE(run.server->count(), 1);
    run.submit({ One }, true);
    run.submit({ callId(2) }, true);
    run.server->release();
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_sent 2"_s);
    QCOMPARE(run.server->deletes(), 0);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineDryRun::goesWithoutAnIntent()
{
    EngineRun run;
    run.setLive(true);
    run.log.failIntents(true);
    run.submitOrder(dryOrder(callIds(5), true));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(callId(5)).reason, Reason::DryRun);
    QCOMPARE(run.server->asks(Ask::Live), 5);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineDryRun::outcomeThatCannotBeWrittenIsToldAllTheSame()
{
    EngineRun run;
    run.log.failOutcomes(true);
    run.submitOrder(dryOrder(callIds(3), false));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_sent 3"_s);
    QCOMPARE(run.server->count(), 0);
}

void TestEngineDryRun::lastStepHoldsItBack_data()
{
    QTest::addColumn<Order>("order");
    QTest::addColumn<bool>("leaves");
    QTest::newRow("a dry run") << dryOrder({ One }, false) << false;
    QTest::newRow("a dry run that is checked") << dryOrder({ One }, true) << false;
    QTest::newRow("a call whose check is still to come") << checkedOrder({ One }) << false;
    QTest::newRow("a call of an account with protected numbers") << guardedOrder({ One }, u"112"_s) << false;
    QTest::newRow("any other") << Order { .batch = 0, .ids = { One } } << true;
}

/// Should anything ever lead there.
void TestEngineDryRun::lastStepHoldsItBack()
{
    QFETCH(Order, order);
    QFETCH(bool, leaves);
    EngineRun run;
    run.submitOrder(order);
    QCOMPARE(EngineInside::handOver(*run.engine, One), leaves);
    if (leaves)
        QTRY_COMPARE(run.server->deletes(), 1);
    run.engine.reset();
    QTest::qWait(100);
    QCOMPARE(run.server->count(), leaves ? 1 : 0);
}

QTEST_GUILESS_MAIN(TestEngineDryRun)
#include "tst_enginedryrun.moc"
