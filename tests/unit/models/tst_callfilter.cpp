// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "sixcalls.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::testing;

/// Filters, and what they do while rows are held.
class TestCallFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Qt 6.8's model tester asks for a picture, of which no program without Qt Gui knows.
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!Trying to construct an instance of an invalid type)"_s));
    }

    void filtersByOutcome_data();
    void filtersByOutcome();
    void filtersByText_data();
    void filtersByText();
    void findsTheSecondKindOfNotLive();
    void findsTextThatIsCutByTheContext();
    void findsTextAtEachPlaceOfALongOne_data();
    void findsTextAtEachPlaceOfALongOne();
    void outcomesLetRowsLeaveAndCome();
    void heldRowsStayUntilLetGo();
    void aFilterAppliesAtOnceWhileHeld();
    void manyRunsLeaveAndComeInOne();
    void aPasteIsFiltered();
};

void TestCallFilter::filtersByOutcome_data()
{
    QTest::addColumn<CallFilter>("filter");
    QTest::addColumn<QString>("shown");
    QTest::newRow("all") << CallFilter::All << u"0 1 2 3 4 5 6 7 8"_s;
    QTest::newRow("only listed") << CallFilter::Listed << u"8"_s;
    QTest::newRow("waiting and on their way") << CallFilter::Waiting << u"6 7"_s;
    QTest::newRow("ended") << CallFilter::Ended << u"0"_s;
    QTest::newRow("not live, both kinds") << CallFilter::NotLive << u"1 2"_s;
    QTest::newRow("refused") << CallFilter::Refused << u"3"_s;
    QTest::newRow("unknown") << CallFilter::Unknown << u"4"_s;
    QTest::newRow("not sent") << CallFilter::NotSent << u"5"_s;
}

void TestCallFilter::filtersByOutcome()
{
    QFETCH(CallFilter, filter);
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(pasteOf(0, 8));
    for (int n = 0; n < 6; ++n)
        model.setResult(resultOf(idOf(n), AllOutcomes[static_cast<std::size_t>(n)]));
    model.setWaiting(idOf(6));
    model.setOnItsWay(idOf(7), 1);
    model.setFilter(filter);
    QCOMPARE(model.filter(), filter);
    QTEST(idsShown(model), "shown");
    QCOMPARE(model.total(), 9);
    model.setFilter(CallFilter::All);
    QCOMPARE(idsShown(model), u"0 1 2 3 4 5 6 7 8"_s);
}

void TestCallFilter::filtersByText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing") << QString() << u"3 1 2 6 5 4"_s;
    QTest::newRow("part of an id") << u"0006"_s << u"6"_s;
    QTest::newRow("an id in upper case") << idOf(0xb).toString().toUpper() << u"2"_s;
    QTest::newRow("a whole id") << idOf(5).toString() << u"5"_s;
    QTest::newRow("hex digits that are nowhere") << u"abcdef"_s << QString();
    QTest::newRow("outcome words") << u"not LIVE"_s << u"3"_s;
    QTest::newRow("an outcome word finds no sentence that says the opposite") << u"ended"_s << u"2"_s;
    QTest::newRow("api_id, a UUID") << u"00000a"_s << u"3"_s;
    QTest::newRow("api_id, another text") << u"ZZ"_s << u"1"_s;
    QTest::newRow("Plivo's words") << u"Busy"_s << u"1"_s;
    QTest::newRow("context") << u"FIV"_s << u"5"_s;
    QTest::newRow("mark") << u"request u"_s << u"1"_s;
    QTest::newRow("reason") << u"before its turn"_s << u"4"_s;
    QTest::newRow("not over two lines of the paste") << u"three\none"_s << QString();
    QTest::newRow("no pattern") << u".*"_s << QString();
}

void TestCallFilter::filtersByText()
{
    QFETCH(QString, text);
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    addSixCalls(model);
    model.setTextFilter(text);
    QTEST(idsShown(model), "shown");
    model.setTextFilter(u"nowhere to be found"_s);
    QCOMPARE(idsShown(model), QString());
    model.setTextFilter(text);
    QTEST(idsShown(model), "shown");
    model.setTextFilter({});
    QCOMPARE(idsShown(model), u"3 1 2 6 5 4"_s);
}

void TestCallFilter::findsTheSecondKindOfNotLive()
{
    CallListModel model;
    model.add(pasteOf(1, 3));
    model.setResult(resultOf(idOf(1), Outcome::NotLive, 404));
    model.setResult(resultOf(idOf(2), Outcome::NotLiveMaybeUs, 404));
    model.setResult(resultOf(idOf(3), Outcome::Ended, 204));
    model.setTextFilter(u"earlier attempt"_s);
    QCOMPARE(idsShown(model), u"2"_s);
    model.setTextFilter(u"ended"_s); // stands in that sentence, too
    QCOMPARE(idsShown(model), u"3"_s);
    model.setTextFilter({});
    model.sort(CallListModel::NotesColumn);
    QCOMPARE(idsShown(model), u"2 1 3"_s);
}

void TestCallFilter::findsTextThatIsCutByTheContext()
{
    // Contexts overlap, as on a long line: each call is found by its own words alone.
    ScanResult scan;
    scan.text = u"alpha beta gamma delta"_s;
    scan.found = { { .id = idOf(1), .contextLength = 10, .line = 1, .column = 1, .contextAt = 0 }, // alpha beta
                   { .id = idOf(2), .contextLength = 10, .line = 1, .column = 1, .contextAt = 6 }, // beta gamma
                   { .id = idOf(3), .contextLength = 11, .line = 1, .column = 1, .contextAt = 11 } }; // gamma delta
    CallListModel model;
    model.add(scan);
    const auto shownFor = [&model](const QString &text) {
        model.setTextFilter(text);
        return idsShown(model);
    };
    QCOMPARE(shownFor(u"alpha"_s), u"1"_s);
    QCOMPARE(shownFor(u"beta"_s), u"1 2"_s);
    QCOMPARE(shownFor(u"gamma"_s), u"2 3"_s);
    QCOMPARE(shownFor(u"delta"_s), u"3"_s);
    QCOMPARE(shownFor(u"a g"_s), u"2"_s);
    model.setWaiting(idOf(1)); // looked at again, out of turn
    QCOMPARE(idsShown(model), u"2"_s);
    QCOMPARE(shownFor(u"alpha beta gamma"_s), QString());
}

void TestCallFilter::findsTextAtEachPlaceOfALongOne_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QString>("before");
    // What has no place in Latin-1 makes the text one of another kind.
    for (const char *before : { "", "\xe2\x86\x92 " }) {
        for (const char *needle :
             { "z", "zy", "zxy", "z-wxy", "z9w8x7y6", "ok z", "0z", "4f", "4f09", "zzzz", "zyzyzy", "\xc3\xa9",
               "y\xc3\xa9", "\xc3\xa9z", "\xe2\x86\x92", "\xe2\x86\x92 z", "?", "? z" })
            QTest::addRow("%s, %sin the text", needle, before)
                << QString::fromUtf8(needle) << QString::fromUtf8(before);
    }
}

/// Against a search that looks at one call after the other: lines of every length, so that what is looked for begins
/// and ends everywhere in what is looked through at a time.
void TestCallFilter::findsTextAtEachPlaceOfALongOne()
{
    QFETCH(const QString, needle);
    QFETCH(const QString, before);
    const std::array words { u"z"_s,    u"zy"_s,     u"zxy"_s,      u"z-wxy"_s,  u"z9w8x7y6"_s,
                             u"4f09"_s, u"yzyzyz"_s, u"zzz"_s,      u"xyz"_s,    u"w8x7y6"_s,
                             u"ok"_s,   u""_s,       u"y\u00c9z"_s, u"\u00e9"_s, before + u"z"_s };
    QRandomGenerator random(4711);
    QString text;
    for (int n = 0; n < 600; ++n) {
        text += idOf(n).toString() + u" ok "_s + QString(random.bounded(70), u'.');
        text += words[static_cast<std::size_t>(random.bounded(int(words.size())))] + u'\n';
    }
    const ScanResult scan = scanCalls(text);
    QCOMPARE(scan.found.size(), 600);
    CallListModel model;
    model.add(scan);
    model.setTextFilter(needle);
    QStringList expected;
    for (const FoundCall &call : scan.found) {
        if (call.id.toString().contains(needle) || model.context(call.id).contains(needle, Qt::CaseInsensitive))
            expected += call.id.toString();
    }
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown += model.index(row, CallListModel::UuidColumn).data().toString();
    QCOMPARE(shown, expected);
    // The same with others before and after it: what was found for one needle is no other's.
    model.setTextFilter(u"zzz"_s);
    model.setTextFilter(needle);
    QCOMPARE(model.rowCount(), expected.size());
}

void TestCallFilter::outcomesLetRowsLeaveAndCome()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(pasteOf(0, 9));
    model.beginUpdates();
    for (const int n : { 1, 2, 5, 6, 9 })
        model.setWaiting(idOf(n));
    model.endUpdates();
    model.setFilter(CallFilter::Waiting);
    const QSignalSpy removed(&model, &CallListModel::rowsRemoved);
    const QSignalSpy inserted(&model, &CallListModel::rowsInserted);
    const QSignalSpy changed(&model, &CallListModel::dataChanged);
    model.beginUpdates();
    model.setResult(resultOf(idOf(1), Outcome::Ended, 204));
    model.setResult(resultOf(idOf(6), Outcome::Ended, 204));
    model.setOnItsWay(idOf(9), 1);
    model.setWaiting(idOf(3));
    model.setWaiting(idOf(0));
    model.endUpdates();
    QCOMPARE(idsShown(model), u"0 2 3 5 9"_s);
    QCOMPARE(runs(removed), u"3-3 0-0"_s);
    QCOMPARE(runs(inserted), u"0-0 2-2"_s);
    QCOMPARE(runs(changed), u"4-4"_s);
}

void TestCallFilter::heldRowsStayUntilLetGo()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(pasteOf(0, 5));
    model.setWaiting(idOf(1));
    model.setWaiting(idOf(4));
    model.setFilter(CallFilter::Waiting);
    const QSignalSpy removed(&model, &CallListModel::rowsRemoved);
    const QSignalSpy inserted(&model, &CallListModel::rowsInserted);
    const QSignalSpy changed(&model, &CallListModel::dataChanged);
    model.hold(true);
    model.setResult(resultOf(idOf(1), Outcome::Ended, 204));
    model.setWaiting(idOf(2));
    QCOMPARE(idsShown(model), u"1 4"_s);
    QCOMPARE(asText(model, { CallListModel::StateColumn }), u"Done\nWaiting"_s);
    QCOMPARE(removed.size() + inserted.size(), 0);
    QCOMPARE(runs(changed), u"0-0"_s);
    model.hold(false);
    QCOMPARE(idsShown(model), u"2 4"_s);
    model.hold(false);
    QCOMPARE(runs(removed), u"0-0"_s);
    QCOMPARE(runs(inserted), u"0-0"_s);
}

void TestCallFilter::aFilterAppliesAtOnceWhileHeld()
{
    CallListModel model;
    model.add(pasteOf(0, 3));
    model.setWaiting(idOf(1));
    model.hold(true);
    model.setFilter(CallFilter::Waiting);
    QCOMPARE(idsShown(model), u"1"_s);
    model.setResult(resultOf(idOf(1), Outcome::Ended, 204));
    QCOMPARE(idsShown(model), u"1"_s);
    model.refreshOrder();
    QCOMPARE(idsShown(model), QString());
}

void TestCallFilter::manyRunsLeaveAndComeInOne()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(pasteOf(0, 199));
    model.beginUpdates();
    for (int n = 0; n < 200; n += 2)
        model.setWaiting(idOf(n));
    model.endUpdates();
    const QPersistentModelIndex stays(model.index(model.rowOf(idOf(100)), 0));
    const QPersistentModelIndex leaves(model.index(model.rowOf(idOf(101)), 0));
    const QSignalSpy removed(&model, &CallListModel::rowsRemoved);
    const QSignalSpy inserted(&model, &CallListModel::rowsInserted);
    const QSignalSpy moved(&model, &CallListModel::layoutChanged);
    model.setFilter(CallFilter::Waiting);
    QCOMPARE(runs(removed), u"100-199"_s);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(stays.row(), 50);
    QCOMPARE(leaves.isValid(), false);
    model.setFilter(CallFilter::All);
    QCOMPARE(runs(inserted), u"100-199"_s);
    QCOMPARE(moved.size(), 2);
    QCOMPARE(stays.row(), 100);
    for (int n = 0; n < 200; ++n)
        QCOMPARE(model.rowOf(idOf(n)), n);
}

void TestCallFilter::aPasteIsFiltered()
{
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTextFilter(u"00a"_s);
    const QSignalSpy inserted(&model, &CallListModel::rowsInserted);
    model.add(pasteOf(0, 9));
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(model.total(), 10);
    model.add(pasteOf(10, 19));
    QCOMPARE(runs(inserted), u"0-0"_s);
    QCOMPARE(idsShown(model), u"a"_s);
}

QTEST_APPLESS_MAIN(TestCallFilter)
#include "tst_callfilter.moc"
