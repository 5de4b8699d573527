// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/proofrun.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::test::Answer)

/// After the calls: is it gone, and what does its record say?
class TestEngineProof : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // Of a body that is cut off Qt may say so, where a busy machine has more of it at hand than was asked for.
        QTest::failOnWarning(QRegularExpression(u"^(?!QNetworkReplyImplPrivate::error: Internal problem)"_s));
    }

    void provenByTheRecord();
    void whatARecordProves_data();
    void whatARecordProves();
    void stillLiveAfterA204();
    void whatIsNotThereProvesNothing_data();
    void whatIsNotThereProvesNothing();
    void aRecordThatComesLate();
    void maybeUsIsProvenByItsTime_data();
    void maybeUsIsProvenByItsTime();
    void earlierAttemptsCountToo();
    void othersHaveNoProof();
};

void TestEngineProof::provenByTheRecord()
{
    EngineRun run(seeking(Ms(20'000)));
    run.setLive(false);
    run.server->setAskAnswer(Ask::Record, records("API Request", "2022-06-28 19:39:05+05:30"));
    const quint64 batch = run.submit(callIds(3));
    QVERIFY(run.waitProof());
    QCOMPARE(run.outcomes(), u"ended 3"_s);
    QCOMPARE(run.eventsOf<ProofFound>().size(), 3);
    QCOMPARE(run.eventsOf<ProofFound>().constFirst().batch, batch);
    const CallProof proof = run.proof(callId(2));
    QCOMPARE(proof.state, ProofState::Proven);
    QCOMPARE(proof.isFinal, true);
    QCOMPARE(proof.hangupSource, u"API Request"_s);
    QCOMPARE(proof.causeCode, 4000);
    QCOMPARE(proof.causeName, u"Normal Hangup"_s);
    QCOMPARE(proof.endTimeMs, QDateTime(QDate(2022, 6, 28), QTime(14, 9, 5), QTimeZone::utc()).toMSecsSinceEpoch());
    QCOMPARE(proof.duration, std::chrono::seconds(65));
    QVERIFY(proof.checkedAtMs > 0);
    QCOMPARE(run.server->asksFor(callId(2), Ask::Live), 1);
    QCOMPARE(run.server->asksFor(callId(2), Ask::Queued), 1);
    QCOMPARE(run.server->asksFor(callId(2), Ask::Record), 1);
    QCOMPARE(run.lines(callId(2)).constLast().sent, u"GET Call"_s);
    QCOMPARE(run.proofIdles, 1);
    QTest::qWait(100);
    QCOMPARE(run.proofIdles, 1);
    QCOMPARE(run.server->count(), 12);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineProof::whatARecordProves_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<ProofState>("state");
    QTest::newRow("an API request") << "API Request"_ba << ProofState::Proven;
    QTest::newRow("the caller") << "Caller"_ba << ProofState::EndedOtherwise;
    QTest::newRow("Plivo") << "Plivo"_ba << ProofState::EndedOtherwise;
    QTest::newRow("nobody: the fields are absent") << ""_ba << ProofState::NotYet;
}

void TestEngineProof::whatARecordProves()
{
    QFETCH(QByteArray, source);
    EngineRun run(seeking());
    run.setLive(false);
    run.server->setAskAnswer(Ask::Record, records(source));
    run.endOne(callId(1));
    QVERIFY(run.waitProof());
    QTEST(run.proof(callId(1)).state, "state");
    QCOMPARE(run.result(callId(1)).outcome, Outcome::Ended); // never changes
    QCOMPARE(finals(run), u"1"_s);
}

void TestEngineProof::stillLiveAfterA204()
{
    EngineRun run(seeking(Ms(3000)));
    run.setLive(true);
    run.endOne(callId(1));
    QVERIFY(run.waitProof());
    QCOMPARE(run.eventsOf<ProofFound>().size(), 2);
    QCOMPARE(run.eventsOf<ProofFound>().constFirst().proof.state, ProofState::StillLive);
    QCOMPARE(run.eventsOf<ProofFound>().constFirst().proof.isFinal, false);
    QCOMPARE(run.proof(callId(1)).state, ProofState::StillLive);
    QCOMPARE(run.proof(callId(1)).isFinal, true);
    QVERIFY(run.server->asks(Ask::Live) > 4);
    QCOMPARE(run.server->asks(Ask::Record), 0);
    QCOMPARE(run.server->deletes(), 1);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineProof::whatIsNotThereProvesNothing_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("a 404") << Answer::callNotFound();
    QTest::newRow("a page") << Answer::with(200, "text/html", "<html></html>");
    QTest::newRow("another call's record") << Answer::record(callId(2).toLatin1(), plivoTime());
    QTest::newRow("a cut record") << Answer::truncated(200, "{\"hangup_source\": \"API Request\"}", 20);
    QTest::newRow("a record without its call") << Answer::json(200, "{\"hangup_source\": \"API Request\"}");
    QTest::newRow("a 500") << Answer::serverTrouble(500);
    QTest::newRow("a reset") << Answer::reset();
    QTest::newRow("a 204") << Answer::ended();
}

void TestEngineProof::whatIsNotThereProvesNothing()
{
    QFETCH(Answer, answer);
    EngineRun run(seeking(Ms(60'000)));
    run.setLive(false);
    run.server->setAskAnswer(Ask::Record, answer);
    run.endOne(callId(1));
    QTRY_VERIFY(run.server->asks(Ask::Record) > 2);
    run.engine->stopProof();
    QVERIFY(run.waitProof());
    QCOMPARE(run.eventsOf<ProofFound>().size(), 2);
    QCOMPARE(run.eventsOf<ProofFound>().constFirst().proof.state, ProofState::NotYet);
    QCOMPARE(run.proof(callId(1)).state, ProofState::Gone); // that much is known
    QCOMPARE(run.proof(callId(1)).isFinal, true);
    QCOMPARE(run.server->asks(Ask::Live), 1); // gone stays gone
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineProof::aRecordThatComesLate()
{
    EngineRun run(seeking(Ms(20'000)));
    run.setLive(false);
    run.server->setAskAnswer(Ask::Record, records("API Request"));
    run.server->script(callId(1), Ask::Live, { Answer::serverTrouble(500), Answer::liveCall(callId(1).toLatin1()) });
    run.server->script(callId(1), Ask::Record,
                       { Answer::callNotFound(), Answer::record(callId(1).toLatin1(), {}, {}) });
    run.endOne(callId(1));
    QVERIFY(run.waitProof());
    QList<ProofState> states;
    for (const ProofFound &found : run.eventsOf<ProofFound>())
        states.append(found.proof.state);
    QCOMPARE(states.constFirst(), ProofState::NotYet);
    QCOMPARE(states.value(1), ProofState::StillLive);
    QCOMPARE(states.constLast(), ProofState::Proven);
    QCOMPARE(run.server->asks(Ask::Live), 3);
}

void TestEngineProof::maybeUsIsProvenByItsTime_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("secondsFromNow");
    QTest::addColumn<ProofState>("state");
    const Answer reset = Answer::reset();
    const Answer silence = Answer::hang();
    const Answer trouble = Answer::serverTrouble(500);
    QTest::newRow("ended while our attempt was on its way") << reset << 0 << ProofState::Proven;
    QTest::newRow("ended by an API request a minute before") << reset << -60 << ProofState::EndedOtherwise;
    QTest::newRow("ended by an API request two minutes after") << reset << 120 << ProofState::EndedOtherwise;
    QTest::newRow("ended after we gave up on an answer") << silence << 20 << ProofState::Proven;
    QTest::newRow("ended after the connection was lost") << reset << 20 << ProofState::Proven;
    QTest::newRow("ended after a gateway gave up") << Answer::serverTrouble(504) << 20 << ProofState::Proven;
    QTest::newRow("ended long after an answer came") << trouble << 20 << ProofState::EndedOtherwise;
}

void TestEngineProof::maybeUsIsProvenByItsTime()
{
    QFETCH(Answer, answer);
    QFETCH(int, secondsFromNow);
    EngineLimits limits = seeking();
    limits.silence = Ms(2500);
    EngineRun run(limits);
    run.setLive(false);
    run.server->setAskAnswer(Ask::Record, records("API Request", plivoTime(secondsFromNow)));
    run.server->script(callId(1), { answer });
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::NotLiveMaybeUs);
    QVERIFY(run.waitProof());
    QTEST(run.proof(callId(1)).state, "state");
}

/// Unknown in one batch, gone in the next: it is the first batch's attempt that its record fits.
void TestEngineProof::earlierAttemptsCountToo()
{
    EngineRun run(seeking());
    run.server->setAskAnswer(Ask::Record, records("API Request"));
    run.server->script(callId(1), { Answer::reset() });
    QCOMPARE(run.endOne(callId(1)).outcome, Outcome::Unknown);
    run.setLive(false);
    run.submitLookFirst({ callId(1) });
    Order known { .batch = 0, .ids = { callId(2) }, .lookFirst = { callId(2) } };
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    known.earlier.insert(callId(2), { { .sentMs = now - 1000, .answeredMs = 0 } });
    run.submitOrder(known);
    QVERIFY(run.waitIdle());
    QTRY_COMPARE(finals(run), u"1 1"_s);
    QCOMPARE(run.result(callId(1)).outcome, Outcome::NotLiveMaybeUs);
    QCOMPARE(run.proof(callId(1)).state, ProofState::Proven);
    QCOMPARE(run.proof(callId(2)).state, ProofState::Proven);
    QCOMPARE(run.server->deletes(), 1);
}

void TestEngineProof::othersHaveNoProof()
{
    EngineRun run(seeking());
    run.server->script(callId(1), { Answer::callNotFound() });
    run.server->script(callId(2), { Answer::json(400, "{}") });
    run.server->script(callId(3), { Answer::reset() });
    run.submit(callIds(3));
    QVERIFY(run.waitIdle());
    QTest::qWait(100);
    QCOMPARE(run.outcomes(), u"not_live 1, refused 1, unknown 1"_s);
    QCOMPARE(run.server->count(), 4); // the look at the third
    QCOMPARE(run.eventsOf<ProofFound>().size(), 0);
}

QTEST_GUILESS_MAIN(TestEngineProof)
#include "tst_engineproof.moc"
