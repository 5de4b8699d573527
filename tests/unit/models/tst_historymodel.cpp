// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "modeltesting.h"

#include "models/historybatchmodel.h"
#include "models/historycallmodel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::testing;

namespace {

const qint64 At = QDateTime(QDate(2026, 11, 24), QTime(14, 2, 11, 84)).toMSecsSinceEpoch(); // local

BatchInfo infoOf(quint64 batch)
{
    return { .batch = batch,
             .authId = AuthId::parse(u"MAXXXXXXXXXXXXXXXXXX").value(),
             .accountName = u"Main"_s,
             .operatorName = u"jdoe"_s,
             .words = { u"T-%1"_s.arg(batch), u"<b>stuck</b>"_s },
             .atMs = At };
}

HistoryBatch batchOf(quint64 batch, int ended = 0)
{
    HistoryBatch one { .info = infoOf(batch) };
    one.tally[Outcome::Ended] = ended;
    return one;
}

QList<HistoryBatch> batches(const QList<int> &numbers)
{
    QList<HistoryBatch> rows;
    for (const int number : numbers)
        rows.append(batchOf(static_cast<quint64>(number)));
    return rows;
}

HistoryCall callOf(int n, std::optional<Outcome> outcome = {}, quint64 batch = 1)
{
    HistoryCall call { .batch = infoOf(batch), .id = idOf(n), .proof = { .id = idOf(n) } };
    if (outcome)
        call.result = resultOf(idOf(n), *outcome, 204);
    return call;
}

QList<HistoryCall> calls(int first, int last, std::optional<Outcome> outcome = {})
{
    QList<HistoryCall> rows;
    for (int n = first; n <= last; ++n)
        rows.append(callOf(n, outcome));
    return rows;
}

QString tickets(const HistoryBatchModel &model)
{
    return asText(model, { HistoryBatchModel::TicketColumn }).replace(u'\n', u' ').remove(u"T-"_s);
}

} // namespace

class TestHistoryModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Qt 6.8's model tester asks for a picture, of which no program without Qt Gui knows.
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!Trying to construct an instance of an invalid type)"_s)); }

    void batchesAsRows();
    void batchesHaveTypedRoles();
    void callsAsRows();
    void callsHaveTypedRoles();
    void everyColumnHasAHeader();
    void foreignTextIsEscapedInToolTips();
    void rowsThatComeAgainKeepTheirIndexes();
    void onlyWhatLooksDifferentIsChanged();
    void pagesAreWishedForOnce();
    void aWishThatFailedCanBeRepeated();
    void aPageThatBringsNothingEndsIt();
    void aRowMovedBetweenPagesStandsOnce();
    void aCallInTwoBatchesStandsTwice();
    void updatesStayWhereTheyBelong();
    void randomAnswers();
};

void TestHistoryModel::batchesAsRows()
{
    HistoryBatch batch = batchOf(7, 9);
    batch.tally[Outcome::NotLive] = 1;
    batch.tally[Outcome::NotLiveMaybeUs] = 1;
    batch.tally[Outcome::Refused] = 2;
    batch.tally[Outcome::Unknown] = 3;
    batch.tally[Outcome::NotSent] = 4;
    batch.tally.waiting = 5;
    batch.proven = 6;
    HistoryBatchModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({ batch }, 1);
    QList<int> columns;
    for (int column = 0; column < HistoryBatchModel::ColumnCount; ++column)
        columns.append(column);
    QCOMPARE(asText(model, columns),
             u"2026-11-24 14:02:11 | T-7 | <b>stuck</b> | Main | jdoe | 25 | 9 | 2 | 2 | 3 | 4 | 5 | 6"_s);
    QCOMPARE(model.index(0, HistoryBatchModel::EndedColumn).data(Qt::AccessibleTextRole).toString(), u"Ended: 9"_s);
    model.setRows({ HistoryBatch { .info = { .batch = 8, .authId = infoOf(8).authId } } }, 1);
    QCOMPARE(model.index(0, HistoryBatchModel::TicketColumn).data(Qt::AccessibleTextRole).toString(),
             u"Ticket: none"_s);
}

void TestHistoryModel::batchesHaveTypedRoles()
{
    HistoryBatchModel model;
    model.setRows({ batchOf(9'223'372'036'854'775'807U, 3) }, 1);
    const auto data = [&model](int column, int role) { return model.index(0, column).data(role); };
    QCOMPARE(data(0, HistoryBatchModel::BatchRole).value<quint64>(), 9'223'372'036'854'775'807U);
    QCOMPARE(data(0, HistoryBatchModel::AtRole).value<qint64>(), At);
    QCOMPARE(data(HistoryBatchModel::EndedColumn, HistoryBatchModel::CountRole), QVariant(3));
    QCOMPARE(data(HistoryBatchModel::EndedColumn, HistoryBatchModel::OutcomeRole), QVariant(int(Outcome::Ended)));
    QCOMPARE(data(HistoryBatchModel::ProvenColumn, HistoryBatchModel::CountRole), QVariant(0));
    QCOMPARE(data(HistoryBatchModel::ProvenColumn, HistoryBatchModel::OutcomeRole), QVariant());
    QCOMPARE(data(HistoryBatchModel::TicketColumn, HistoryBatchModel::CountRole), QVariant());
    QCOMPARE(model.batchAt(0)->info.operatorName, u"jdoe"_s);
    QVERIFY(!model.batchAt(1) && !model.batchAt(-1));
    QCOMPARE(model.rowOf(9'223'372'036'854'775'807U), 0);
    QCOMPARE(model.rowOf(1), -1);
}

void TestHistoryModel::callsAsRows()
{
    HistoryCall call = callOf(1, Outcome::Ended, 7);
    call.result->finishedAtMs = At;
    call.result->message = u"<i>gone</i>"_s;
    call.proof.state = ProofState::Proven;
    call.proof.hangupSource = u"API Request"_s;
    HistoryCallModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({ call, callOf(2) }, 2);
    QList<int> columns;
    for (int column = 0; column < HistoryCallModel::ColumnCount; ++column)
        columns.append(column);
    QCOMPARE(asText(model, columns),
             u"00000000-0000-4000-8000-000000000001 | Ended | Proven | API Request | 204 | 1 | 2026-11-24 14:02:11 | "
             "<i>gone</i> | T-7 | Main\n"
             "00000000-0000-4000-8000-000000000002 | Waiting |  |  |  |  |  |  | T-1 | Main"_s);
    QCOMPARE(
        model.index(1, HistoryCallModel::OutcomeColumn).data(Qt::ToolTipRole).toString().contains(u"No outcome yet."_s),
        true);
}

void TestHistoryModel::callsHaveTypedRoles()
{
    HistoryCallModel model;
    model.setRows({ callOf(1, Outcome::NotLiveMaybeUs, 7), callOf(2) }, 2);
    const auto data = [&model](int row, int role) { return model.index(row, 0).data(role); };
    QCOMPARE(data(0, HistoryCallModel::BatchRole).value<quint64>(), 7U);
    QCOMPARE(data(0, HistoryCallModel::UuidRole).toString(), idOf(1).toString());
    QCOMPARE(data(0, HistoryCallModel::OutcomeRole), QVariant(int(Outcome::NotLiveMaybeUs)));
    QCOMPARE(data(0, HistoryCallModel::ProofRole), QVariant(int(ProofState::None)));
    QCOMPARE(data(0, HistoryCallModel::AtRole).value<qint64>(), callOf(1, Outcome::Ended).result->finishedAtMs);
    QCOMPARE(data(1, HistoryCallModel::OutcomeRole), QVariant());
    QCOMPARE(data(1, HistoryCallModel::AtRole), QVariant());
    QCOMPARE(model.rowOf(1, idOf(2)), 1);
    QCOMPARE(model.rowOf(7, idOf(2)), -1);
    QVERIFY(!model.callAt(2));
}

void TestHistoryModel::everyColumnHasAHeader()
{
    const HistoryBatchModel batchModel;
    const HistoryCallModel callModel;
    for (const HistoryModel *model :
         { static_cast<const HistoryModel *>(&batchModel), static_cast<const HistoryModel *>(&callModel) }) {
        QStringList headers;
        for (int column = 0; column < model->columnCount(); ++column) {
            headers.append(model->headerData(column, Qt::Horizontal).toString());
            const auto side = model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
            QCOMPARE(side.testFlag(Qt::AlignRight), model->isNumeric(column));
        }
        QVERIFY2(!headers.contains(QString()), qPrintable(headers.join(u' ')));
        QCOMPARE(headers.removeDuplicates(), 0);
        QCOMPARE(model->headerData(model->columnCount(), Qt::Horizontal), QVariant());
    }
}

void TestHistoryModel::foreignTextIsEscapedInToolTips()
{
    HistoryBatchModel model;
    HistoryBatch batch = batchOf(1);
    batch.info.words.ticket = u"<img src=x>"_s;
    batch.info.accountName = u"<b>%2</b>"_s;
    model.setRows({ batch }, 1);
    for (const int column :
         { HistoryBatchModel::TicketColumn, HistoryBatchModel::ReasonColumn, HistoryBatchModel::AccountColumn }) {
        const QString tip = model.index(0, column).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(u"<img") && !tip.contains(u"<b>"), qPrintable(tip));
        QVERIFY2(tip.contains(u"&lt;"), qPrintable(tip));
    }
    QVERIFY(model.index(0, HistoryBatchModel::AccountColumn).data(Qt::ToolTipRole).toString().contains(u"%2"));
}

void TestHistoryModel::rowsThatComeAgainKeepTheirIndexes()
{
    HistoryBatchModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(batches({ 5, 4, 3, 2, 1 }), 5);
    const QPersistentModelIndex three = model.index(2, 0);
    const QPersistentModelIndex one = model.index(4, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows(batches({ 7, 6, 5, 3, 2 }), 6); // two new, 4 and 1 gone
    QCOMPARE(tickets(model), u"7 6 5 3 2"_s);
    QCOMPARE(three.row(), 3);
    QVERIFY(!one.isValid());
    QCOMPARE(resets.count(), 0);
    model.setRows({}, 0);
    QVERIFY(!three.isValid());
    model.setRows(batches({ 3, 9 }), 2); // items that were let go are used anew
    QCOMPARE(tickets(model), u"3 9"_s);
    QCOMPARE(model.rowOf(7), -1);
}

void TestHistoryModel::onlyWhatLooksDifferentIsChanged()
{
    HistoryCallModel model;
    model.setRows(calls(1, 10), 10);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setRows(calls(1, 10), 10);
    QCOMPARE(changes.count(), 0);
    QList<HistoryCall> rows = calls(1, 10);
    rows[2] = callOf(3, Outcome::Ended);
    rows[3] = callOf(4, Outcome::Unknown);
    rows[8].proof.state = ProofState::NotYet;
    model.setRows(rows, 10);
    QCOMPARE(runs(changes), u"2-3 8-8"_s);
    QCOMPARE(model.callAt(2)->result->outcome, Outcome::Ended);
}

void TestHistoryModel::pagesAreWishedForOnce()
{
    HistoryCallModel model;
    QSignalSpy wishes(&model, &HistoryModel::moreWanted);
    QSignalSpy totals(&model, &HistoryModel::totalChanged);
    QVERIFY(!model.canFetchMore({}));
    model.setRows(calls(1, 3), 5);
    QCOMPARE(totals.count(), 1);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    model.fetchMore({});
    QCOMPARE(wishes.count(), 1);
    QVERIFY(!model.canFetchMore({}));
    model.append(calls(4, 5), 5);
    QCOMPARE(idsShown(model), u"1 2 3 4 5"_s);
    QVERIFY(!model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(wishes.count(), 1);
    QCOMPARE(totals.count(), 1);
    QVERIFY(!model.canFetchMore(model.index(0, 0)));
}

void TestHistoryModel::aWishThatFailedCanBeRepeated()
{
    HistoryCallModel model;
    QSignalSpy wishes(&model, &HistoryModel::moreWanted);
    model.setRows(calls(1, 3), 5);
    model.fetchMore({});
    model.giveUpMore();
    model.fetchMore({});
    QCOMPARE(wishes.count(), 2);
}

void TestHistoryModel::aPageThatBringsNothingEndsIt()
{
    HistoryCallModel model;
    model.setRows(calls(1, 3), 5);
    model.fetchMore({});
    model.append(calls(2, 3), 5);
    QCOMPARE(model.total(), 3);
    QVERIFY(!model.canFetchMore({}));
}

void TestHistoryModel::aRowMovedBetweenPagesStandsOnce()
{
    HistoryCallModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(calls(1, 3) + calls(2, 2), 7);
    QCOMPARE(idsShown(model), u"1 2 3"_s);
    model.append(calls(3, 5), 7);
    QCOMPARE(idsShown(model), u"1 2 3 4 5"_s);
}

void TestHistoryModel::aCallInTwoBatchesStandsTwice()
{
    HistoryCallModel model;
    model.setRows({ callOf(1, Outcome::NotLiveMaybeUs, 2), callOf(1, Outcome::Unknown, 1) }, 2);
    QCOMPARE(idsShown(model), u"1 1"_s);
    QCOMPARE(model.rowOf(2, idOf(1)), 0);
    QCOMPARE(model.rowOf(1, idOf(1)), 1);
}

void TestHistoryModel::updatesStayWhereTheyBelong()
{
    HistoryCallModel model;
    model.setRows(calls(1, 10), 10);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(model.updateRows(4, calls(5, 7, Outcome::Ended), 10));
    QCOMPARE(runs(changes), u"4-6"_s);
    changes.clear();
    QVERIFY(!model.updateRows(3, calls(5, 7, Outcome::Refused), 10)); // others stand there
    QVERIFY(!model.updateRows(8, calls(9, 12, Outcome::Refused), 10)); // beyond the end
    QVERIFY(!model.updateRows(4, calls(5, 7, Outcome::Refused), 11)); // rows came before them, perhaps
    QVERIFY(!model.updateRows(-1, {}, 10));
    QCOMPARE(changes.count(), 0);
    QCOMPARE(model.callAt(4)->result->outcome, Outcome::Ended);
}

void TestHistoryModel::randomAnswers()
{
    constexpr quint32 Seed = 20261124;
    QRandomGenerator random(Seed);
    HistoryBatchModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int round = 0; round < 300; ++round) {
        QList<int> numbers;
        const int count = random.bounded(12);
        for (int i = 0; i < count; ++i) {
            if (const int number = random.bounded(1, 20); !numbers.contains(number))
                numbers.append(number);
        }
        const QList<QPersistentModelIndex> kept = [&model] {
            QList<QPersistentModelIndex> indexes;
            for (int row = 0; row < model.rowCount(); ++row)
                indexes.append(model.index(row, 0));
            return indexes;
        }();
        QList<quint64> before;
        for (const auto &index : kept)
            before.append(index.data(HistoryBatchModel::BatchRole).value<quint64>());
        model.setRows(batches(numbers), count);
        QStringList expected;
        for (const int number : std::as_const(numbers))
            expected.append(QString::number(number));
        QCOMPARE(tickets(model), expected.join(u' '));
        for (qsizetype i = 0; i < kept.size(); ++i) {
            QCOMPARE(kept[i].isValid(), numbers.contains(int(before[i])));
            if (kept[i].isValid())
                QCOMPARE(kept[i].data(HistoryBatchModel::BatchRole).value<quint64>(), before[i]);
        }
    }
}

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
