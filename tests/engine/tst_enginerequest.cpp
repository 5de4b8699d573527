// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"

#include <QRegularExpression>
#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::test::Answer)

namespace {

const CallId One = callId(1);

Order requestOrder(const QList<CallId> &ids)
{
    return { .batch = 0, .ids = ids, .target = EndTarget::Request };
}

QByteArrayList linesOf(const EngineRun &run)
{
    QByteArrayList lines;
    for (const Request &request : run.server->requests())
        lines.append(request.line);
    return lines;
}

const QByteArray TheLine = "DELETE /v1/Account/MATESTTESTTESTTEST00/Request/" + One.toLatin1() + "/ HTTP/1.1";

} // namespace

/// A request that nobody has answered yet: one DELETE, and no question about it.
class TestEngineRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isCancelledByOneDelete_data();
    void isCancelledByOneDelete();
    void isSentAgainWhenItNeverLeft();
    void anEarlierAttemptMakesItMaybeUs();
    void isNotCheckedNorLookedAtFirst();
    void withProtectedNumbersNothingIsSent();
    void whatMayHaveEndedStaysUnknown();
    void dryRun();
    void noProofIsSought();
};

void TestEngineRequest::isCancelledByOneDelete_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("204") << Answer::ended() << Outcome::Ended;
    QTest::newRow("404") << Answer::callNotFound() << Outcome::NotLive;
    QTest::newRow("405") << Answer::json(405, "{\"error\": \"no\"}") << Outcome::Refused;
    QTest::newRow("500") << Answer::serverTrouble(500) << Outcome::Unknown;
    QTest::newRow("a reset") << Answer::reset() << Outcome::Unknown;
    QTest::newRow("200") << Answer::json(200, "{}") << Outcome::Unknown;
}

void TestEngineRequest::isCancelledByOneDelete()
{
    QFETCH(Answer, answer);
    EngineRun run;
    run.setLive(true); // a look would send another DELETE
    run.server->script(One.toLatin1(), { answer }, "DELETE");
    run.submitOrder(requestOrder({ One }));
    QVERIFY(run.waitIdle());
    QTEST(run.result(One).outcome, "outcome");
    QCOMPARE(linesOf(run), QByteArrayList { TheLine });
    QCOMPARE(run.log.intents().size(), 1);
    QCOMPARE(run.log.intents().constFirst().target, EndTarget::Request);
    QCOMPARE(run.log.sent().constFirst().target, EndTarget::Request);
    QCOMPARE(run.lines(One).constLast().sent, u"DELETE Request"_s);
}

void TestEngineRequest::isSentAgainWhenItNeverLeft()
{
    EngineRun run;
    run.server->script(One.toLatin1(), { Answer::tooMany("0"), Answer::ended() }, "DELETE");
    run.submitOrder(requestOrder({ One }));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).outcome, Outcome::Ended);
    QCOMPARE(linesOf(run), (QByteArrayList { TheLine, TheLine }));
}

void TestEngineRequest::anEarlierAttemptMakesItMaybeUs()
{
    EngineRun run;
    run.server->script(One.toLatin1(), { Answer::reset(), Answer::callNotFound() }, "DELETE");
    run.submitOrder(requestOrder({ One }));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).outcome, Outcome::Unknown);
    run.submitOrder(requestOrder({ One }));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).outcome, Outcome::NotLiveMaybeUs);
    QCOMPARE(linesOf(run), (QByteArrayList { TheLine, TheLine }));
}

void TestEngineRequest::isNotCheckedNorLookedAtFirst()
{
    EngineRun run;
    run.setLive(false);
    Order order = requestOrder({ One });
    order.check = true;
    order.leavesFlaggedOut = true;
    order.lookFirst = { One };
    run.submitOrder(order);
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).outcome, Outcome::Ended);
    QCOMPARE(linesOf(run), QByteArrayList { TheLine });
}

/// Whose numbers nobody can read may be a protected one's.
void TestEngineRequest::withProtectedNumbersNothingIsSent()
{
    EngineRun run;
    Order order = requestOrder({ One });
    order.cutOff.protectedNumbers = ProtectedNumbers::parse(u"112").numbers;
    run.submitOrder(order);
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).outcome, Outcome::NotSent);
    QCOMPARE(run.result(One).reason, Reason::NumbersUnread);
    QCOMPARE(run.server->count(), 0);
    QCOMPARE(run.log.intents().size(), 0);
}

/// A DELETE of the call came before, and nobody knows its end: that nothing is sent now does not undo it.
void TestEngineRequest::whatMayHaveEndedStaysUnknown()
{
    EngineRun run;
    Order order = requestOrder({ One });
    order.lookFirst = { One };
    order.cutOff.protectedNumbers = ProtectedNumbers::parse(u"112").numbers;
    run.submitOrder(order);
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).outcome, Outcome::Unknown);
    QCOMPARE(run.server->count(), 0);
    order.cutOff = {};
    order.dryRun = true;
    run.submitOrder(order);
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).outcome, Outcome::Unknown);
    QCOMPARE(run.server->count(), 0);
}

void TestEngineRequest::dryRun()
{
    EngineRun run;
    Order order = requestOrder({ One });
    order.dryRun = true;
    run.submitOrder(order);
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).reason, Reason::DryRun);
    QCOMPARE(run.server->count(), 0);
}

void TestEngineRequest::noProofIsSought()
{
    EngineLimits limits = quickLimits();
    limits.proofFor = Ms(1000);
    limits.proofFirst = Ms(10);
    EngineRun run(limits);
    run.submitOrder(requestOrder({ One }));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).outcome, Outcome::Ended);
    QTest::qWait(100);
    QCOMPARE(linesOf(run), QByteArrayList { TheLine });
}

QTEST_GUILESS_MAIN(TestEngineRequest)
#include "tst_enginerequest.moc"
