// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "sixcalls.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::testing;

/// Sorting, and holding still.
class TestCallOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void sortsByAnyColumn_data();
    void sortsByAnyColumn();
    void sortsIdsOfAnyKind_data();
    void sortsIdsOfAnyKind();
    void keepsListOrderAmongEquals();
    void rowsStandStillWhileOutcomesArrive();
    void sortsAPasteInOneInsert();
    void addsAtTheEndWhileHeld();
    void keepsTheSelectionThroughASort();
};

void TestCallOrder::init()
{
    // Qt 6.8's model tester asks for a picture, of which no program without Qt Gui knows.
    QTest::failOnWarning(QRegularExpression(u"^(?!Trying to construct an instance of an invalid type)"_s));
}

void TestCallOrder::sortsByAnyColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("ascending");
    QTest::addColumn<QString>("descending");
    QTest::newRow("list order") << -1 << u"3 1 2 6 5 4"_s << u"3 1 2 6 5 4"_s;
    QTest::newRow("call UUID") << int(CallListModel::UuidColumn) << u"1 2 3 4 5 6"_s << u"6 5 4 3 2 1"_s;
    QTest::newRow("state, in the order of a call's life")
        << int(CallListModel::StateColumn) << u"6 5 3 1 2 4"_s << u"3 1 2 4 5 6"_s;
    QTest::newRow("outcome, in the order of the summary, without one last")
        << int(CallListModel::OutcomeColumn) << u"2 3 1 4 6 5"_s << u"4 1 3 2 6 5"_s;
    QTest::newRow("HTTP status, none last") << int(CallListModel::HttpColumn) << u"2 3 1 6 5 4"_s << u"1 3 2 6 5 4"_s;
    QTest::newRow("attempts as numbers, never asked for last")
        << int(CallListModel::AttemptsColumn) << u"4 2 3 5 1 6"_s << u"1 5 3 2 4 6"_s;
    QTest::newRow("time taken as a number, never started last")
        << int(CallListModel::TookColumn) << u"2 3 1 6 5 4"_s << u"1 3 2 6 5 4"_s;
    QTest::newRow("when, not yet last") << int(CallListModel::WhenColumn) << u"4 2 3 1 6 5"_s << u"1 3 2 4 6 5"_s;
    QTest::newRow("api_id, UUIDs first, none last")
        << int(CallListModel::ApiIdColumn) << u"3 2 1 6 5 4"_s << u"1 2 3 6 5 4"_s;
    QTest::newRow("another not known yet")
        << int(CallListModel::DirectionColumn) << u"3 1 2 6 5 4"_s << u"3 1 2 6 5 4"_s;
    QTest::newRow("a column not known yet") << int(CallListModel::FromColumn) << u"3 1 2 6 5 4"_s << u"3 1 2 6 5 4"_s;
    QTest::newRow("notes as text, none last")
        << int(CallListModel::NotesColumn) << u"3 1 4 2 6 5"_s << u"4 1 3 2 6 5"_s;
}

void TestCallOrder::sortsByAnyColumn()
{
    QFETCH(int, column);
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    addSixCalls(model);
    model.sort(column, Qt::AscendingOrder);
    QTEST(idsShown(model), "ascending");
    model.sort(column, Qt::DescendingOrder);
    QTEST(idsShown(model), "descending");
    model.sort(-1);
    QCOMPARE(idsShown(model), u"3 1 2 6 5 4"_s);
}

void TestCallOrder::sortsIdsOfAnyKind_data()
{
    QTest::addColumn<int>("fixed"); // the first digits, the same in all
    QTest::addColumn<bool>("withOutlier");
    QTest::newRow("all differ") << 0 << false;
    QTest::newRow("a common beginning") << 6 << false;
    QTest::newRow("a common beginning, and one that is far away") << 6 << true;
    QTest::newRow("a common first half") << 16 << false;
    QTest::newRow("few differ") << 29 << true;
}

void TestCallOrder::sortsIdsOfAnyKind()
{
    QFETCH(int, fixed);
    QFETCH(bool, withOutlier);
    QRandomGenerator random(20261130);
    QStringList ids;
    QList<Line> lines;
    for (int n = 0; n < 5000; ++n) {
        QString digits(fixed, u'5');
        while (digits.size() < 32)
            digits += QString::number(random.bounded(16), 16);
        if (withOutlier && n == 77)
            digits = u'f' + digits.mid(1);
        for (const int hyphen : { 20, 16, 12, 8 })
            digits.insert(hyphen, u'-');
        if (ids.contains(digits))
            continue;
        ids += digits;
        lines += { .id = *CallId::parse(digits), .context = digits };
    }
    CallListModel model;
    model.add(paste(lines));
    const auto shown = [&model] {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts += model.index(row, CallListModel::UuidColumn).data().toString();
        return texts;
    };
    std::sort(ids.begin(), ids.end());
    model.sort(CallListModel::UuidColumn);
    QVERIFY(shown() == ids);
    std::reverse(ids.begin(), ids.end());
    model.sort(CallListModel::UuidColumn, Qt::DescendingOrder);
    QVERIFY(shown() == ids);
}

void TestCallOrder::keepsListOrderAmongEquals()
{
    CallListModel model;
    model.add(pasteOf(0, 99));
    for (int n = 0; n < 100; n += 2)
        model.setWaiting(idOf(n));
    model.sort(CallListModel::UuidColumn, Qt::DescendingOrder);
    model.sort(CallListModel::StateColumn, Qt::DescendingOrder);
    for (int row = 0; row < 50; ++row) {
        QCOMPARE(model.idAt(row), std::optional(idOf(2 * row)));
        QCOMPARE(model.idAt(50 + row), std::optional(idOf(2 * row + 1)));
    }
}

void TestCallOrder::rowsStandStillWhileOutcomesArrive()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(pasteOf(1, 4));
    model.sort(CallListModel::OutcomeColumn);
    const QSignalSpy moved(&model, &CallListModel::layoutChanged);
    model.setResult(resultOf(idOf(4), Outcome::Ended, 204));
    QCOMPARE(idsShown(model), u"1 2 3 4"_s);
    QCOMPARE(moved.size(), 0);
    model.refreshOrder();
    QCOMPARE(idsShown(model), u"4 1 2 3"_s);
    QCOMPARE(moved.size(), 1);
    model.refreshOrder();
    QCOMPARE(moved.size(), 1);
}

void TestCallOrder::sortsAPasteInOneInsert()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(paste({ { idOf(2), u"a"_s }, { idOf(4), u"b"_s }, { idOf(6), u"c"_s } }));
    model.sort(CallListModel::UuidColumn, Qt::DescendingOrder);
    const QSignalSpy inserted(&model, &CallListModel::rowsInserted);
    const QSignalSpy moved(&model, &CallListModel::layoutChanged);
    model.add(pasteOf(1, 7));
    QCOMPARE(idsShown(model), u"7 6 5 4 3 2 1"_s);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(moved.size(), 1);
    model.add(pasteOf(8, 9)); // at one place: nothing moves
    QCOMPARE(idsShown(model), u"9 8 7 6 5 4 3 2 1"_s);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(moved.size(), 1);
}

void TestCallOrder::addsAtTheEndWhileHeld()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(pasteOf(1, 4));
    model.sort(CallListModel::OutcomeColumn);
    model.setResult(resultOf(idOf(4), Outcome::Ended, 204));
    model.hold(true);
    model.add(pasteOf(5, 5)); // would sort 4 to the top
    QCOMPARE(idsShown(model), u"1 2 3 4 5"_s);
    model.hold(false);
    QCOMPARE(idsShown(model), u"4 1 2 3 5"_s);
    // Descending by id each newcomer belongs at the top, but nothing moves under the pointer.
    model.sort(CallListModel::UuidColumn, Qt::DescendingOrder);
    model.hold(true);
    model.add(pasteOf(6, 7));
    QCOMPARE(idsShown(model), u"5 4 3 2 1 6 7"_s);
    model.refreshOrder();
    QCOMPARE(idsShown(model), u"7 6 5 4 3 2 1"_s);
    model.add(pasteOf(8, 8));
    QCOMPARE(idsShown(model), u"7 6 5 4 3 2 1 8"_s);
    model.hold(false);
    QCOMPARE(idsShown(model), u"8 7 6 5 4 3 2 1"_s);
}

void TestCallOrder::keepsTheSelectionThroughASort()
{
    CallListModel model;
    addSixCalls(model);
    QItemSelectionModel selection(&model);
    for (const int n : { 3, 2, 5 })
        selection.select(model.index(model.rowOf(idOf(n)), 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    model.sort(CallListModel::UuidColumn, Qt::DescendingOrder);
    model.setTextFilter(u"t"_s); // two, three, and what was stopped
    QList<CallId> selected;
    for (const QModelIndex &index : selection.selectedRows())
        selected << *model.idAt(index.row());
    std::sort(selected.begin(), selected.end());
    QCOMPARE(selected, (QList { idOf(2), idOf(3) }));
}

QTEST_APPLESS_MAIN(TestCallOrder)
#include "tst_callorder.moc"
