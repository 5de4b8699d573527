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

namespace {

constexpr qint64 ReadAt = 1'790'000'000'000;

CallInfo infoOf(int n, int ageSeconds, const QString &from)
{
    return { .id = idOf(n),
             .phase = CallPhase::Live,
             .from = from,
             .to = u"+493012345"_s,
             .direction = n % 2 == 0 ? CallDirection::Inbound : CallDirection::Outbound,
             .startedAtMs = ReadAt - qint64(ageSeconds) * 1000,
             .readAtMs = ReadAt };
}

QString cell(const CallListModel &model, int n, int column)
{
    return model.index(model.rowOf(idOf(n)), column).data().toString();
}

QList<int> order(const CallListModel &model, int calls)
{
    QList<int> numbers;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int n = 1; n <= calls; ++n) {
            if (model.idAt(row) == idOf(n))
                numbers.append(n);
        }
    }
    return numbers;
}

} // namespace

/// From, To, Direction and Age of calls that were looked up.
class TestCallInfoColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void fillsTheColumnsOfListedCalls();
    void letsAgesGrow();
    void letsTheAgeOfAnEndedCallStand();
    void keepsThemThroughUndoAndOutcomes();
    void sorts_data();
    void sorts();
    void findsThem_data();
    void findsThem();
};

void TestCallInfoColumns::fillsTheColumnsOfListedCalls()
{
    CallListModel model;
    model.add(pasteOf(1, 2));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setInfo(infoOf(1, 245, u"+15550001"_s));
    QCOMPARE(changed.count(), 1);
    model.setInfo(infoOf(9, 245, u"+15550009"_s)); // not listed
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, 1, CallListModel::FromColumn), u"+15550001"_s);
    QCOMPARE(cell(model, 1, CallListModel::ToColumn), u"+493012345"_s);
    QCOMPARE(cell(model, 1, CallListModel::DirectionColumn), u"Outbound"_s);
    QCOMPARE(cell(model, 1, CallListModel::AgeColumn), u"4:05"_s);
    QCOMPARE(model.info(idOf(1)), std::optional(infoOf(1, 245, u"+15550001"_s)));
    for (const int column : { CallListModel::FromColumn, CallListModel::ToColumn, CallListModel::DirectionColumn,
                              CallListModel::AgeColumn })
        QCOMPARE(cell(model, 2, column), QString());
    QVERIFY(!model.info(idOf(2)));
    QVERIFY(!model.info(idOf(9)));
}

void TestCallInfoColumns::letsAgesGrow()
{
    CallListModel model;
    model.add(pasteOf(1, 2));
    model.setNow(ReadAt + 1000);
    model.setInfo(infoOf(1, 245, {}));
    QCOMPARE(cell(model, 1, CallListModel::AgeColumn), u"4:06"_s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setNow(ReadAt + 60'000);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, 1, CallListModel::AgeColumn), u"5:05"_s);
    model.setNow(ReadAt - 3'600'000); // a clock that was set back: not younger than it was when it was seen
    QCOMPARE(cell(model, 1, CallListModel::AgeColumn), u"4:05"_s);
}

void TestCallInfoColumns::letsTheAgeOfAnEndedCallStand()
{
    CallListModel model;
    model.add(pasteOf(1, 1));
    CallInfo info = infoOf(1, 100, {});
    info.phase = CallPhase::Over;
    info.record.endTimeMs = ReadAt - 40'000;
    model.setInfo(info);
    model.setNow(ReadAt + 600'000);
    QCOMPARE(cell(model, 1, CallListModel::AgeColumn), u"1:00"_s);
}

void TestCallInfoColumns::keepsThemThroughUndoAndOutcomes()
{
    CallListModel model;
    model.add(pasteOf(1, 2));
    model.setInfo(infoOf(1, 245, u"+15550001"_s));
    model.setWaiting(idOf(1));
    model.setResult(resultOf(idOf(1), Outcome::Ended, 204));
    QCOMPARE(cell(model, 1, CallListModel::FromColumn), u"+15550001"_s);
    const QList<RemovedCall> removed = model.remove({ idOf(1) });
    QVERIFY(!model.info(idOf(1)));
    model.restore(removed);
    QCOMPARE(cell(model, 1, CallListModel::FromColumn), u"+15550001"_s);
    // Added again after a removal it is a new one.
    model.remove({ idOf(1) });
    model.add(pasteOf(1, 1));
    QVERIFY(!model.info(idOf(1)));
}

void TestCallInfoColumns::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("direction");
    QTest::addColumn<QList<int>>("rows");
    QTest::newRow("from") << int(CallListModel::FromColumn) << Qt::AscendingOrder << QList<int> { 3, 1, 2, 4 };
    QTest::newRow("from, unread ones last anyway")
        << int(CallListModel::FromColumn) << Qt::DescendingOrder << QList<int> { 2, 1, 3, 4 };
    QTest::newRow("to: equal ones in list order")
        << int(CallListModel::ToColumn) << Qt::DescendingOrder << QList<int> { 1, 2, 3, 4 };
    QTest::newRow("direction") << int(CallListModel::DirectionColumn) << Qt::AscendingOrder
                               << QList<int> { 2, 1, 3, 4 };
    QTest::newRow("age by time, not by its digits")
        << int(CallListModel::AgeColumn) << Qt::AscendingOrder << QList<int> { 2, 1, 3, 4 };
}

void TestCallInfoColumns::sorts()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, direction);
    CallListModel model;
    model.add(pasteOf(1, 4));
    model.setInfo(infoOf(1, 100, u"+2"_s));
    model.setInfo(infoOf(2, 99, u"+3"_s));
    model.setInfo(infoOf(3, 36'000, u"+1"_s));
    model.sort(column, direction);
    QTEST(order(model, 4), "rows");
}

void TestCallInfoColumns::findsThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("rows");
    QTest::newRow("part of a from") << u"5550001"_s << QList<int> { 1 };
    QTest::newRow("a to") << u"+493012345"_s << QList<int> { 1, 2 };
    QTest::newRow("a direction") << u"inbound"_s << QList<int> { 2 };
    QTest::newRow("nothing") << u"+999"_s << QList<int> {};
}

void TestCallInfoColumns::findsThem()
{
    QFETCH(QString, text);
    CallListModel model;
    model.add(pasteOf(1, 3));
    model.setInfo(infoOf(1, 100, u"+15550001"_s));
    model.setInfo(infoOf(2, 100, u"+15550002"_s));
    model.setTextFilter(text);
    QTEST(order(model, 3), "rows");
}

QTEST_MAIN(TestCallInfoColumns)
#include "tst_callinfocolumns.moc"
