// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "modeltesting.h"

#include "models/calllistmodel.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::testing;

/// Proof beside the outcomes of the list: taken, forgotten, brought back, sorted and found.
class TestCallProof : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void takesAProofOfADoneCallAlone_data();
    void takesAProofOfADoneCallAlone();
    void aNewAttemptForgetsTheProof_data();
    void aNewAttemptForgetsTheProof();
    void undoKeepsTheProof();
    void tellsAProofInARun();
    void sortsByProofAndSource_data();
    void sortsByProofAndSource();
    void findsByProofAndSource_data();
    void findsByProofAndSource();
};

namespace {

CallProof proofOf(int n)
{
    return { .id = idOf(n),
             .state = ProofState::Proven,
             .isFinal = true,
             .hangupSource = u"API Request"_s,
             .causeCode = 4000,
             .causeName = u"Normal Hangup"_s,
             .endTimeMs = 1'790'000'000'000,
             .duration = std::chrono::seconds(62),
             .checkedAtMs = 1'790'000'005'000 };
}

} // namespace

void TestCallProof::takesAProofOfADoneCallAlone_data()
{
    QTest::addColumn<CallState>("state");
    QTest::addColumn<ProofState>("taken");
    QTest::newRow("not of a listed call") << CallState::Listed << ProofState::None;
    QTest::newRow("not of a waiting call") << CallState::Waiting << ProofState::None;
    QTest::newRow("not of a call being looked at") << CallState::Looking << ProofState::None;
    QTest::newRow("of a call with an outcome") << CallState::Done << ProofState::Proven;
}

void TestCallProof::takesAProofOfADoneCallAlone()
{
    QFETCH(CallState, state);
    CallListModel model;
    model.add(pasteOf(1, 2));
    if (state == CallState::Waiting)
        model.setWaiting(idOf(1));
    if (state == CallState::Looking)
        model.setLooking(idOf(1));
    if (state == CallState::Done)
        model.setResult(resultOf(idOf(1), Outcome::Ended, 204));
    model.setProof(proofOf(1));
    model.setProof(proofOf(9)); // not listed
    QCOMPARE(model.state(idOf(1)), state);
    QTEST(model.proof(idOf(1)).state, "taken");
    if (state == CallState::Done)
        QCOMPARE(model.proof(idOf(1)), proofOf(1));
    QCOMPARE(model.proof(idOf(2)), CallProof { .id = idOf(2) });
}

void TestCallProof::aNewAttemptForgetsTheProof_data()
{
    QTest::addColumn<CallState>("state");
    QTest::newRow("when it waits anew") << CallState::Waiting;
    QTest::newRow("when it is on its way anew") << CallState::OnItsWay;
    QTest::newRow("when it is looked at") << CallState::Looking;
    QTest::newRow("when it has another outcome") << CallState::Done;
}

void TestCallProof::aNewAttemptForgetsTheProof()
{
    QFETCH(CallState, state);
    CallListModel model;
    model.add(pasteOf(1, 2));
    for (const int n : { 1, 2 }) {
        model.setResult(resultOf(idOf(n), Outcome::NotLiveMaybeUs, 404));
        model.setProof(proofOf(n));
    }
    if (state == CallState::Waiting)
        model.setWaiting(idOf(1));
    if (state == CallState::OnItsWay)
        model.setOnItsWay(idOf(1), 1);
    if (state == CallState::Looking)
        model.setLooking(idOf(1));
    if (state == CallState::Done)
        model.setResult(resultOf(idOf(1), Outcome::Ended, 204));
    QCOMPARE(model.proof(idOf(1)), CallProof { .id = idOf(1) });
    model.setResult(resultOf(idOf(1), Outcome::Ended, 204));
    QCOMPARE(model.proof(idOf(1)), CallProof { .id = idOf(1) });
    QCOMPARE(model.proof(idOf(2)), proofOf(2));
}

void TestCallProof::undoKeepsTheProof()
{
    CallListModel model;
    model.add(pasteOf(1, 3));
    for (const int n : { 1, 2, 3 })
        model.setResult(resultOf(idOf(n), Outcome::Ended, 204));
    model.setProof(proofOf(2));
    const auto removed = model.remove({ idOf(1), idOf(2) });
    model.setProof(proofOf(3)); // takes the place in memory that the second left
    model.restore(removed);
    QCOMPARE(model.proof(idOf(1)), CallProof { .id = idOf(1) });
    QCOMPARE(model.proof(idOf(2)), proofOf(2));
    QCOMPARE(model.proof(idOf(3)), proofOf(3));
}

void TestCallProof::tellsAProofInARun()
{
    CallListModel model;
    model.add(pasteOf(1, 5));
    for (int n = 1; n <= 5; ++n)
        model.setResult(resultOf(idOf(n), Outcome::Ended, 204));
    const QSignalSpy changed(&model, &CallListModel::dataChanged);
    model.beginUpdates();
    for (const int n : { 2, 3, 5 })
        model.setProof(proofOf(n));
    model.endUpdates();
    QCOMPARE(runs(changed), u"1-2 4-4"_s);
}

namespace {

/// Proven by us, ended by the caller, still live, none.
void fill(CallListModel &model)
{
    model.add(paste({ { idOf(1), u"one"_s }, { idOf(2), u"two"_s }, { idOf(3), u"three"_s }, { idOf(4), u"four"_s } }));
    for (int n = 1; n <= 4; ++n)
        model.setResult(resultOf(idOf(n), Outcome::Ended, 204));
    model.setProof({ .id = idOf(1), .state = ProofState::StillLive });
    model.setProof({ .id = idOf(2), .state = ProofState::EndedOtherwise, .hangupSource = u"Caller"_s });
    model.setProof(proofOf(4));
}

} // namespace

void TestCallProof::sortsByProofAndSource_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("ascending");
    QTest::addColumn<QString>("descending");
    QTest::newRow("proof, none last") << int(CallListModel::ProofColumn) << u"4 2 1 3"_s << u"1 2 4 3"_s;
    QTest::newRow("hangup source as text, none last")
        << int(CallListModel::SourceColumn) << u"4 2 1 3"_s << u"2 4 1 3"_s;
}

void TestCallProof::sortsByProofAndSource()
{
    QFETCH(int, column);
    CallListModel model;
    fill(model);
    model.sort(column, Qt::AscendingOrder);
    QTEST(idsShown(model), "ascending");
    model.sort(column, Qt::DescendingOrder);
    QTEST(idsShown(model), "descending");
}

void TestCallProof::findsByProofAndSource_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QString>("found");
    QTest::newRow("the word for its proof") << u"still live"_s << u"1"_s;
    QTest::newRow("Plivo's word for who ended it, in any case") << u"api req"_s << u"4"_s;
    QTest::newRow("no proof's word") << u"gone"_s << QString();
    QTest::newRow("the cause is no column") << u"normal hangup"_s << QString();
}

void TestCallProof::findsByProofAndSource()
{
    QFETCH(QString, needle);
    CallListModel model;
    fill(model);
    model.setTextFilter(needle);
    QTEST(idsShown(model), "found");
    // A proof that comes later lets its row come too.
    if (needle == u"gone"_s) {
        model.setProof({ .id = idOf(3), .state = ProofState::Gone });
        QCOMPARE(idsShown(model), u"3"_s);
    }
}

QTEST_APPLESS_MAIN(TestCallProof)
#include "tst_callproof.moc"
