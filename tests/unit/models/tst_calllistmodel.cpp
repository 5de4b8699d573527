// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "modeltesting.h"

#include "models/calllistmodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::testing;

/// The list itself: adding, removing, undo, progress and its signals. Sorting and filters: tst_callorder.
class TestCallListModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void addsAPasteInOneInsert();
    void addsOnlyWhatIsNotListedYet();
    void keepsTheWordsAroundAnId();
    void removesInRunsFromTheBack();
    void refusesToRemoveWhatIsUnderWay_data();
    void refusesToRemoveWhatIsUnderWay();
    void undoRestoresExactly();
    void undoLeavesAloneWhatIsListedAgain();
    void undoNeverBringsBackAWaitingCall();
    void startsAnewWhenEmptied();

    void addsPartsAndSortsOnce();
    void tellsChangesInRuns();
    void tellsNothingBeforeTheUpdatesEnd();
    void tellsAnUpdateAloneAtOnce();
    void ignoresCallsThatAreNotListed();
    void aCallAskedForAgainLosesItsOldResult();
    void aHeldCallKeepsItsAttempts();
    void givesBackTheResultAsItWas();
    void tallyAddsUp();
    void answersByRow();
};

void TestCallListModel::init()
{
    // Qt 6.8's model tester asks for a picture, of which no program without Qt Gui knows.
    QTest::failOnWarning(QRegularExpression(u"^(?!Trying to construct an instance of an invalid type)"_s));
}

void TestCallListModel::addsAPasteInOneInsert()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(pasteOf(1, 2));
    const QSignalSpy inserted(&model, &CallListModel::rowsInserted);
    const QSignalSpy reset(&model, &CallListModel::modelReset);
    const QSignalSpy moved(&model, &CallListModel::layoutChanged);
    const QSignalSpy tally(&model, &CallListModel::tallyChanged);
    QCOMPARE(model.add(pasteOf(3, 7)), (QList { idOf(3), idOf(4), idOf(5), idOf(6), idOf(7) }));
    QCOMPARE(runs(inserted), u"2-6"_s);
    QCOMPARE(reset.size() + moved.size(), 0);
    QCOMPARE(tally.size(), 1);
    QCOMPARE(idsShown(model), u"1 2 3 4 5 6 7"_s);
}

void TestCallListModel::addsOnlyWhatIsNotListedYet()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(pasteOf(2, 3));
    QCOMPARE(model.add(pasteOf(1, 4)), (QList { idOf(1), idOf(4) }));
    QCOMPARE(idsShown(model), u"2 3 1 4"_s);
    const QSignalSpy inserted(&model, &CallListModel::rowsInserted);
    const QSignalSpy tally(&model, &CallListModel::tallyChanged);
    QCOMPARE(model.add(pasteOf(1, 4)), QList<CallId>());
    QCOMPARE(model.add(paste({ { idOf(9), u"a"_s }, { idOf(9), u"b"_s } })), QList { idOf(9) });
    QCOMPARE(runs(inserted), u"4-4"_s);
    QCOMPARE(tally.size(), 1);
    QCOMPARE(model.total(), 5);
}

void TestCallListModel::keepsTheWordsAroundAnId()
{
    const QString padding(1000, u'x');
    ScanResult far = paste({ { idOf(1), u"stuck since noon"_s }, { idOf(2), u"caller is angry"_s } });
    far.text += padding; // much text, few ids: only the words around these are kept
    const ScanResult near = pasteOf(3, 4);
    CallListModel model;
    model.add(far);
    model.add(near);
    QCOMPARE(model.context(idOf(1)), u"stuck since noon"_s);
    QCOMPARE(model.context(idOf(2)), u"caller is angry"_s);
    QCOMPARE(model.context(idOf(3)), idOf(3).toString());
    QCOMPARE(model.context(idOf(4)), idOf(4).toString());
    QCOMPARE(model.context(idOf(5)), QString());
}

void TestCallListModel::removesInRunsFromTheBack()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(pasteOf(0, 9));
    const QSignalSpy removed(&model, &CallListModel::rowsRemoved);
    const auto rows = model.remove({ idOf(7), idOf(1), idOf(2), idOf(0x99), idOf(3), idOf(9), idOf(2) });
    QCOMPARE(runs(removed), u"9-9 7-7 1-3"_s);
    QCOMPARE(idsShown(model), u"0 4 5 6 8"_s);
    QList<qsizetype> positions;
    for (const RemovedCall &row : rows)
        positions << row.position;
    QCOMPARE(positions, (QList<qsizetype> { 1, 2, 3, 7, 9 }));
    QCOMPARE(model.contains(idOf(2)), false);
    QCOMPARE(model.rowOf(idOf(8)), 4);
}

void TestCallListModel::refusesToRemoveWhatIsUnderWay_data()
{
    QTest::addColumn<CallState>("state");
    QTest::addColumn<QString>("left");
    QTest::newRow("a listed call goes") << CallState::Listed << u"1 3"_s;
    QTest::newRow("a waiting call stays") << CallState::Waiting << u"1 2 3"_s;
    QTest::newRow("a call on its way stays") << CallState::OnItsWay << u"1 2 3"_s;
    QTest::newRow("a call being looked at stays") << CallState::Looking << u"1 2 3"_s;
    QTest::newRow("a call with an outcome goes") << CallState::Done << u"1 3"_s;
}

void TestCallListModel::refusesToRemoveWhatIsUnderWay()
{
    QFETCH(CallState, state);
    CallListModel model;
    model.add(pasteOf(1, 3));
    if (state != CallState::Listed)
        model.setWaiting(idOf(2));
    if (state == CallState::OnItsWay || state == CallState::Looking || state == CallState::Done)
        model.setOnItsWay(idOf(2), 1);
    if (state == CallState::Looking)
        model.setLooking(idOf(2));
    if (state == CallState::Done)
        model.setResult(resultOf(idOf(2), Outcome::Unknown));
    QCOMPARE(model.state(idOf(2)), state);
    const auto removed = model.remove({ idOf(2) });
    QTEST(idsShown(model), "left");
    QCOMPARE(removed.size(), 3 - model.total());
}

void TestCallListModel::undoRestoresExactly()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(paste({ { idOf(1), u"first"_s },
                      { idOf(2), u"request_uuid=2"_s, IdMark::Request },
                      { idOf(3), u"third"_s },
                      { idOf(4), u"fourth"_s, IdMark::BLeg },
                      { idOf(5), u"fifth"_s } }));
    CallResult result = resultOf(idOf(4), Outcome::Refused, 400, u"no such thing"_s);
    result.apiId = u"an odd API id"_s;
    model.setResult(result);
    QList<int> all;
    for (int column = 0; column < CallListModel::ColumnCount; ++column)
        all << column;
    const auto whole = [&] { return asText(model, all) + u'\n' + asText(model, { 0 }, Qt::ToolTipRole); };
    const QString before = whole();
    const Tally tally = model.tally();

    const auto first = model.remove({ idOf(2), idOf(4) });
    const auto second = model.remove({ idOf(1), idOf(3), idOf(5) });
    QCOMPARE(model.total(), 0);
    model.restore(second);
    QCOMPARE(idsShown(model), u"1 3 5"_s);
    model.restore(first);
    QCOMPARE(whole(), before);
    QCOMPARE(model.tally(), tally);
}

void TestCallListModel::undoLeavesAloneWhatIsListedAgain()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(pasteOf(1, 4));
    model.setResult(resultOf(idOf(2), Outcome::Ended, 204));
    const auto removed = model.remove({ idOf(2), idOf(3) });
    model.add(pasteOf(2, 2));
    model.restore(removed);
    QCOMPARE(idsShown(model), u"1 4 3 2"_s);
    QCOMPARE(model.state(idOf(2)), CallState::Listed);
    model.restore(removed);
    QCOMPARE(model.total(), 4);
}

void TestCallListModel::undoNeverBringsBackAWaitingCall()
{
    CallListModel model;
    model.restore({ { 0, idOf(1), IdMark::None, u"x"_s, CallState::Waiting, {}, { .id = idOf(1) } } });
    QCOMPARE(model.state(idOf(1)), CallState::Listed);
    QCOMPARE(model.tally().waiting, 0);
}

void TestCallListModel::startsAnewWhenEmptied()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTextFilter(u"old"_s);
    model.add(paste({ { idOf(1), u"old words"_s }, { idOf(2), u"others"_s } }));
    model.setResult(resultOf(idOf(2), Outcome::Refused, 400, u"old message"_s));
    QCOMPARE(idsShown(model), u"1 2"_s);
    model.remove(model.ids());
    QCOMPARE(model.tally(), Tally());
    model.add(paste({ { idOf(3), u"new words"_s }, { idOf(4), u"as of old"_s } }));
    model.setResult(resultOf(idOf(3), Outcome::Refused, 400, u"new message"_s));
    QCOMPARE(idsShown(model), u"4"_s);
}

void TestCallListModel::addsPartsAndSortsOnce()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(pasteOf(4, 4));
    model.sort(CallListModel::UuidColumn, Qt::DescendingOrder);
    const QSignalSpy inserted(&model, &CallListModel::rowsInserted);
    const QSignalSpy moved(&model, &CallListModel::layoutChanged);
    const ScanResult scan = pasteOf(1, 6); // 4 is there already
    QCOMPARE(model.add(scan, 0, 2), (QList { idOf(1), idOf(2) }));
    QCOMPARE(idsShown(model), u"4 1 2"_s);
    QCOMPARE(model.add(scan, 2, 2), QList { idOf(3) });
    QCOMPARE(idsShown(model), u"4 1 2 3"_s);
    QCOMPARE(moved.size(), 0);
    QCOMPARE(model.add(scan, 4, 2), (QList { idOf(5), idOf(6) }));
    QCOMPARE(idsShown(model), u"6 5 4 3 2 1"_s);
    QCOMPARE(inserted.size(), 3);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(model.ids().constFirst(), idOf(4));
    // Also where the last part brings nothing new.
    model.add(pasteOf(8, 9), 0, 1);
    QCOMPARE(idsShown(model), u"6 5 4 3 2 1 8"_s);
    QCOMPARE(model.add(pasteOf(5, 6), 1, 1), QList<CallId>());
    QCOMPARE(idsShown(model), u"8 6 5 4 3 2 1"_s);
}

void TestCallListModel::tellsChangesInRuns()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(pasteOf(0, 9));
    const QSignalSpy changed(&model, &CallListModel::dataChanged);
    const QSignalSpy tally(&model, &CallListModel::tallyChanged);
    model.beginUpdates();
    for (const int n : { 9, 2, 1, 7, 3, 2 })
        model.setWaiting(idOf(n));
    model.setResult(resultOf(idOf(1), Outcome::Ended, 204));
    model.endUpdates();
    QCOMPARE(runs(changed), u"1-3 7-7 9-9"_s);
    for (const auto &arguments : changed) {
        QCOMPARE(arguments[0].value<QModelIndex>().column(), 0);
        QCOMPARE(arguments[1].value<QModelIndex>().column(), int(CallListModel::NotesColumn));
    }
    QCOMPARE(tally.size(), 1);
    QCOMPARE(tally.first().first().value<Tally>(), model.tally());
}

void TestCallListModel::tellsNothingBeforeTheUpdatesEnd()
{
    CallListModel model;
    model.add(pasteOf(0, 3));
    const QSignalSpy changed(&model, &CallListModel::dataChanged);
    const QSignalSpy tally(&model, &CallListModel::tallyChanged);
    model.beginUpdates();
    model.setWaiting(idOf(1));
    model.beginUpdates();
    model.setWaiting(idOf(2));
    model.endUpdates();
    QCOMPARE(changed.size() + tally.size(), 0);
    model.endUpdates();
    QCOMPARE(runs(changed), u"1-2"_s);
    model.beginUpdates();
    model.endUpdates();
    model.endUpdates(); // one too many does no harm
    QCOMPARE(changed.size(), 1);
    QCOMPARE(tally.size(), 1);
}

void TestCallListModel::tellsAnUpdateAloneAtOnce()
{
    CallListModel model;
    model.add(pasteOf(0, 3));
    const QSignalSpy changed(&model, &CallListModel::dataChanged);
    model.setWaiting(idOf(2));
    QCOMPARE(runs(changed), u"2-2"_s);
}

void TestCallListModel::ignoresCallsThatAreNotListed()
{
    CallListModel model;
    model.add(pasteOf(0, 3));
    const QSignalSpy changed(&model, &CallListModel::dataChanged);
    const Tally before = model.tally();
    model.setWaiting(idOf(8));
    model.setOnItsWay(idOf(8), 1);
    model.setResult(resultOf(idOf(8), Outcome::Ended, 204));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(model.tally(), before);
    QCOMPARE(model.state(idOf(8)), CallState::Listed);
    QCOMPARE(model.result(idOf(8)).has_value(), false);
}

void TestCallListModel::aCallAskedForAgainLosesItsOldResult()
{
    CallListModel model;
    model.add(pasteOf(1, 1));
    model.setResult(resultOf(idOf(1), Outcome::Refused, 400, u"no"_s));
    model.setWaiting(idOf(1));
    QCOMPARE(model.result(idOf(1)).has_value(), false);
    QCOMPARE(asText(model, { 1, 2, 3, 4, 5, 6, 7, CallListModel::NotesColumn }), u"Waiting |  |  |  |  |  |  | "_s);
    QCOMPARE(model.tally().done(), 0);
    QCOMPARE(model.tally().waiting, 1);
}

void TestCallListModel::aHeldCallKeepsItsAttempts()
{
    CallListModel model;
    model.add(pasteOf(1, 1));
    model.setOnItsWay(idOf(1), 2);
    QCOMPARE(asText(model, { CallListModel::StateColumn, CallListModel::AttemptsColumn }), u"On its way | 2"_s);
    model.setWaiting(idOf(1));
    QCOMPARE(asText(model, { CallListModel::StateColumn, CallListModel::AttemptsColumn }), u"Waiting | 2"_s);
}

void TestCallListModel::givesBackTheResultAsItWas()
{
    CallListModel model;
    model.add(pasteOf(1, 1));
    for (const QString &apiId : { u"5a9c4b9e-0e6a-11ed-9d5c-0242ac110003"_s, u"5A9C4B9E-0E6A-11ED-9D5C-0242AC110003"_s,
                                  u"00000000-0000-0000-0000-000000000000"_s, u"odd"_s, QString() }) {
        CallResult in {
            idOf(1), Outcome::Unknown, Reason::ServerTrouble, 503,           3,
            apiId,   u"busy"_s,        1790000000123,         1790000009999, std::chrono::milliseconds(9876)
        };
        model.setResult(in);
        const auto out = model.result(idOf(1));
        QVERIFY(out);
        QCOMPARE(out->id, in.id);
        QCOMPARE(out->outcome, in.outcome);
        QCOMPARE(out->reason, in.reason);
        QCOMPARE(out->httpStatus, in.httpStatus);
        QCOMPARE(out->attempts, in.attempts);
        QCOMPARE(out->apiId, in.apiId);
        QCOMPARE(out->message, in.message);
        QCOMPARE(out->startedAtMs, in.startedAtMs);
        QCOMPARE(out->finishedAtMs, in.finishedAtMs);
        QCOMPARE(out->elapsed.count(), in.elapsed.count());
    }
}

void TestCallListModel::tallyAddsUp()
{
    CallListModel model;
    model.add(pasteOf(0, 9));
    for (int n = 0; n < 6; ++n)
        model.setResult(resultOf(idOf(n), AllOutcomes[static_cast<std::size_t>(n)]));
    model.setResult(resultOf(idOf(0), Outcome::Ended)); // the same again counts once
    model.setWaiting(idOf(6));
    model.setOnItsWay(idOf(7), 1);
    Tally expected;
    for (const Outcome outcome : AllOutcomes)
        expected[outcome] = 1;
    expected.waiting = 2;
    expected.listed = 2;
    QCOMPARE(model.tally(), expected);
    QCOMPARE(model.tally().all(), model.total());
}

void TestCallListModel::answersByRow()
{
    CallListModel model;
    model.add(pasteOf(1, 4));
    model.sort(CallListModel::UuidColumn, Qt::DescendingOrder);
    QCOMPARE(model.idsAt({ 3, 0, 9, -1, 0 }), (QList { idOf(4), idOf(1) }));
    QCOMPARE(model.idAt(1), std::optional(idOf(3)));
    QCOMPARE(model.idAt(4).has_value(), false);
    QCOMPARE(model.rowOf(idOf(1)), 3);
    QCOMPARE(model.rowOf(idOf(5)), -1);
    QCOMPARE(model.ids(), (QList { idOf(1), idOf(2), idOf(3), idOf(4) }));
}

QTEST_APPLESS_MAIN(TestCallListModel)
#include "tst_calllistmodel.moc"
