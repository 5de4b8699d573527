// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/proofrun.h"

#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::test::Answer)

/// When proof is sought, and what ends it.
class TestEngineProofTurns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void ordersGoFirst();
    void orderedAgainEndsTheOldSearch();
    void anOrderEndsTheOldSearchWhateverComesOfIt();
    void aRefusalEndsItQuietly();
    void aLimitHoldsEverything();
    void checkAsksWithGetsAlone();
    void stopProofKeepsWhatIsKnown();
    void noTokenEndsIt();
    void endsInTimeWhileTheAccountIsHeld_data();
    void endsInTimeWhileTheAccountIsHeld();
    void leavesHalfOfTheWindow();
    void isOnRecordBeforeItIsTold();
};

void TestEngineProofTurns::ordersGoFirst()
{
    EngineLimits limits = seeking(Ms(20'000));
    limits.maxInFlight = 2;
    EngineRun run(limits);
    run.setLive(false);
    run.server->setDefaultAnswer(Answer::ended().after(Ms(15)));
    run.server->setAskAnswer(Ask::Record, records("API Request"));
    run.submit(callIds(20));
    QVERIFY(run.waitIdle());
    QVERIFY(run.waitProof());
    QCOMPARE(finals(run).count(u'1'), 20);
    // Some are due long before the last call is through.
    bool asked = false;
    for (const Request &request : run.server->requests()) {
        asked = asked || request.ask();
        if (request.method == "DELETE")
            QCOMPARE(asked, false);
    }
    QCOMPARE(asked, true);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineProofTurns::orderedAgainEndsTheOldSearch()
{
    EngineRun run(seeking(Ms(60'000)));
    run.setLive(true);
    const quint64 first = run.submit({ callId(1) });
    QVERIFY(run.waitIdle());
    QTRY_COMPARE(run.proof(callId(1)).state, ProofState::StillLive);
    run.setLive(false);
    run.server->setAskAnswer(Ask::Record, records("API Request"));
    const quint64 second = run.submit({ callId(1) });
    QVERIFY(run.waitIdle());
    const auto told = [&run] {
        QStringList all;
        for (const ProofFound &found : run.eventsOf<ProofFound>()) {
            if (found.proof.isFinal)
                all += u"%1:%2"_s.arg(found.batch).arg(static_cast<int>(found.proof.state));
        }
        return all;
    };
    const auto text
        = [](quint64 batch, ProofState state) { return u"%1:%2"_s.arg(batch).arg(static_cast<int>(state)); };
    QTRY_COMPARE(told(), (QStringList { text(first, ProofState::StillLive), text(second, ProofState::Proven) }));
}

void TestEngineProofTurns::anOrderEndsTheOldSearchWhateverComesOfIt()
{
    EngineRun run(seeking(Ms(60'000)));
    run.setLive(true);
    run.endOne(callId(1));
    QTRY_COMPARE(run.proof(callId(1)).state, ProofState::StillLive);
    run.server->setDefaultAnswer(Answer::callNotFound());
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::NotLive);
    QVERIFY(run.waitProof());
    QCOMPARE(run.proof(callId(1)).state, ProofState::StillLive);
    QCOMPARE(finals(run), u"1"_s);
    const int asked = run.server->asks(Ask::Live);
    QTest::qWait(300);
    QVERIFY(run.server->asks(Ask::Live) <= asked + 1); // one may have been on its way
}

void TestEngineProofTurns::aRefusalEndsItQuietly()
{
    EngineRun run(seeking(Ms(60'000)));
    run.server->setAskAnswer(Ask::Live, Answer::unauthorizedText());
    run.submit(callIds(10));
    QVERIFY(run.waitProof());
    QCOMPARE(run.outcomes(), u"ended 10"_s);
    QVERIFY2(run.server->asks(Ask::Live) <= 4, qPrintable(QString::number(run.server->asks(Ask::Live))));
    for (int n = 1; n <= 10; ++n) {
        QCOMPARE(run.proof(callId(n)).state, ProofState::NotYet);
        QCOMPARE(run.proof(callId(n)).isFinal, true);
    }
    QCOMPARE(run.pauses.size(), 0);
    QCOMPARE(run.endOne(callId(20)).outcome, Outcome::Ended); // nothing is stopped by it
}

void TestEngineProofTurns::aLimitHoldsEverything()
{
    EngineRun run(seeking(Ms(20'000)));
    run.setLive(false);
    run.server->setAskAnswer(Ask::Record, records("API Request"));
    run.server->script(callId(1), Ask::Record, { Answer::tooMany("3") });
    run.endOne(callId(1));
    QTRY_COMPARE(run.eventsOf<AccountHeld>().size(), 1);
    run.submit({ callId(2) });
    QVERIFY(run.waitIdle());
    QVERIFY(run.waitProof());
    const QList<Request> requests = run.server->requests();
    QCOMPARE(requests.value(3).status, 429);
    QVERIFY(requests.value(4).at - requests.value(3).at >= Ms(3000));
    QCOMPARE(requests.value(4).method, "DELETE"_ba);
    QTRY_COMPARE(run.proof(callId(1)).state, ProofState::Proven);
}

void TestEngineProofTurns::checkAsksWithGetsAlone()
{
    EngineRun run(seeking(Ms(200)));
    run.server->script(callId(1), Ask::Live, { Answer::callNotFound() });
    run.server->script(callId(1), Ask::Queued, { Answer::callNotFound() });
    run.server->script(callId(1), Ask::Record, { Answer::callNotFound() });
    run.server->setAskAnswer(Ask::Live, [](const QByteArray &id) { return Answer::liveCall(id); });
    run.engine->seekProof({ { .batch = 77, .id = callId(1), .outcome = Outcome::Unknown },
                            { .batch = 77, .id = callId(2), .outcome = Outcome::Unknown } });
    QTRY_COMPARE(run.proof(callId(1)).state, ProofState::Gone); // said as soon as it is known
    QTRY_COMPARE(run.proof(callId(2)).state, ProofState::StillLive);
    QVERIFY(run.waitProof());
    QCOMPARE(run.server->deletes(), 0);
    QCOMPARE(run.eventsOf<ProofFound>().constFirst().batch, quint64(77));
    QCOMPARE(run.total(), 0);
    QCOMPARE(run.idles, 0); // was never busy
    QCOMPARE(finals(run), u"1 1"_s);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineProofTurns::stopProofKeepsWhatIsKnown()
{
    EngineRun run(seeking(Ms(60'000)));
    run.setLive(true);
    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    QTRY_COMPARE(run.eventsOf<ProofFound>().size(), 3);
    run.engine->stop(); // of no effect on it
    QCOMPARE(run.proofIdles, 0);
    run.engine->stopProof();
    QVERIFY(run.waitProof());
    QCOMPARE(run.proof(callId(3)).state, ProofState::StillLive);
    QCOMPARE(finals(run), u"1 1 1"_s);
    QVERIFY(run.waitQuiet()); // what was on its way
    const int asked = run.server->count();
    QTest::qWait(150);
    QCOMPARE(run.server->count(), asked);
    run.proofIdles = 0;
    run.engine->stopProof();
    QVERIFY(run.waitProof()); // nothing to let go of says so too
}

void TestEngineProofTurns::noTokenEndsIt()
{
    EngineRun run(seeking(Ms(60'000)));
    run.setLive(true);
    run.endOne(callId(1));
    run.engine->setToken(std::nullopt);
    QVERIFY(run.waitProof());
    QCOMPARE(finals(run), u"1"_s);
    run.proofIdles = 0;
    run.engine->seekProof({ { .batch = 1, .id = callId(5) } });
    QVERIFY(run.waitProof());
    QCOMPARE(run.proof(callId(5)).state, ProofState::NotYet);
    QCOMPARE(run.server->countFor(callId(5)), 0);
}

void TestEngineProofTurns::endsInTimeWhileTheAccountIsHeld_data()
{
    QTest::addColumn<Answer>("first");
    QTest::addColumn<Answer>("second");
    QTest::addColumn<ProofState>("state");
    const Answer later = Answer::tooMany("3600");
    QTest::newRow("by the first answer") << later << later << ProofState::NotYet;
    QTest::newRow("after a round") << Answer::liveCall(callId(1).toLatin1()) << later << ProofState::StillLive;
}

void TestEngineProofTurns::endsInTimeWhileTheAccountIsHeld()
{
    QFETCH(Answer, first);
    QFETCH(Answer, second);
    EngineRun run(seeking(Ms(2500)));
    run.server->script(callId(1), Ask::Live, { first, second });
    run.endOne(callId(1));
    QVERIFY(run.waitProof());
    QCOMPARE(run.eventsOf<AccountHeld>().size(), 1);
    QTEST(run.proof(callId(1)).state, "state");
    QCOMPARE(finals(run), u"1"_s);
    // One that is asked for during the hold ends too, and was never asked.
    run.proofIdles = 0;
    run.engine->seekProof({ { .batch = 9, .id = callId(2) } });
    QVERIFY(run.waitProof());
    QCOMPARE(run.proof(callId(2)).state, ProofState::NotYet);
    QCOMPARE(run.server->countFor(callId(2)), 0);
}

void TestEngineProofTurns::leavesHalfOfTheWindow()
{
    EngineLimits limits = seeking(Ms(60'000));
    limits.windowRequests = 40;
    limits.window = Ms(60'000);
    EngineRun run(limits);
    run.setLive(true);
    run.submit(callIds(10));
    QVERIFY(run.waitIdle());
    QTRY_COMPARE(run.server->count(), 20);
    QTest::qWait(150);
    QCOMPARE(run.server->count(), 20);
    run.submit(callIds(15, 100)); // all at once
    QVERIFY(run.waitIdle());
    QCOMPARE(run.server->deletes(), 25);
}

void TestEngineProofTurns::isOnRecordBeforeItIsTold()
{
    EngineLimits limits = seeking(Ms(60'000));
    limits.proofFirst = Ms(1000); // not before the log is held
    EngineRun run(limits);
    run.setLive(false);
    run.server->setAskAnswer(Ask::Record, records("API Request"));
    run.endOne(callId(1));
    run.log.hold(true);
    QTRY_COMPARE(run.log.proofs().size(), 1);
    QTest::qWait(60);
    QCOMPARE(run.eventsOf<ProofFound>().size(), 0);
    QCOMPARE(run.proofIdles, 0);
    run.log.release();
    QVERIFY(run.waitProof());
    QCOMPARE(run.eventsOf<ProofFound>().size(), 1);
}

QTEST_GUILESS_MAIN(TestEngineProofTurns)
#include "tst_engineproofturns.moc"
