// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "livetesting.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::testing;
using std::chrono::seconds;

using Columns = LiveCallModel;

/// Which of the live calls are shown, and in what order.
class TestLiveCallView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void sorts_data();
    void sorts();
    void newOnesWaitAtTheEndForTheirPlace();
    void filters_data();
    void filters();
    void aFilterFollowsWhatIsRead();
    void aFilterByAgeFollowsTheTime();
    void holdsRowsThatNoLongerFit();
    void aFilterAppliesThoughHeld();
    void stuckOnesInTheOrderShown();

private:
    std::unique_ptr<LiveCallModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

/// Six calls: 1 old, 2 rings long, 3 and 4 with the same numbers, 5 in the future and little told, 6 not read.
void TestLiveCallView::init()
{
    m_model = std::make_unique<LiveCallModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setNow(Now);
    m_model->setList(idsOf({ 5, 1, 2, 3, 4 }), idsOf({ 6 }), true);
    CallInfo one = infoOf(1, 5 * Hour);
    one.callerName = u"Zoë"_s;
    CallInfo two = infoOf(2, 3 * Minute);
    two.direction = CallDirection::Inbound;
    two.status = u"ringing"_s;
    two.callerName = u"anton"_s;
    CallInfo three = infoOf(3, 2 * Minute);
    three.from = u"4930"_s;
    three.to = u"1"_s;
    three.callerName = u"Berta"_s;
    CallInfo four = infoOf(4, 2 * Minute);
    four.from = u"4930"_s;
    four.to = u"1"_s;
    CallInfo five { .id = idOf(5) };
    five.startedAtMs = Now + Hour;
    for (const CallInfo &info : { one, two, three, four, five })
        m_model->setInfo(readOf(info));
}

void TestLiveCallView::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestLiveCallView::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("up");
    QTest::addColumn<QString>("down");
    const auto row = [](const char *name, int column, const char *up, const char *down) {
        QTest::newRow(name) << column << QString::fromLatin1(up) << QString::fromLatin1(down);
    };
    row("as they came", -1, "5 1 2 3 4 6", "5 1 2 3 4 6");
    row("a column there is not", 99, "5 1 2 3 4 6", "5 1 2 3 4 6");
    row("from: a + is no part of it, unknown last", Columns::FromColumn, "3 4 1 2 5 6", "2 1 3 4 5 6");
    row("to", Columns::ToColumn, "3 4 1 2 5 6", "2 1 3 4 5 6");
    row("direction", Columns::DirectionColumn, "2 1 3 4 5 6", "1 3 4 2 5 6");
    row("status: not read is unknown", Columns::StatusColumn, "1 3 4 5 2 6", "2 5 1 3 4 6");
    row("caller name, whatever the case", Columns::CallerNameColumn, "2 3 1 5 4 6", "1 3 2 5 4 6");
    row("started, ahead too", Columns::StartedColumn, "1 2 3 4 5 6", "5 3 4 2 1 6");
    row("age", Columns::AgeColumn, "3 4 2 1 5 6", "1 2 3 4 5 6");
    row("looks stuck", Columns::StuckColumn, "3 4 2 1 5 6", "1 2 3 4 5 6");
    row("UUID", Columns::UuidColumn, "1 2 3 4 5 6", "6 5 4 3 2 1");
}

void TestLiveCallView::sorts()
{
    QFETCH(const int, column);
    m_model->sort(column, Qt::AscendingOrder);
    QTEST(liveShown(*m_model), "up");
    m_model->sort(column, Qt::DescendingOrder);
    QTEST(liveShown(*m_model), "down");
    m_model->sort(-1);
    QCOMPARE(liveShown(*m_model), u"5 1 2 3 4 6"_s);
}

void TestLiveCallView::newOnesWaitAtTheEndForTheirPlace()
{
    m_model->sort(Columns::UuidColumn, Qt::DescendingOrder);
    m_model->setList(idsOf({ 9, 1, 2, 3, 4, 5, 6, 7 }), {}, true);
    QCOMPARE(liveShown(*m_model), u"6 5 4 3 2 1 9 7"_s);
    m_model->refreshOrder();
    QCOMPARE(liveShown(*m_model), u"9 7 6 5 4 3 2 1"_s);
}

void TestLiveCallView::filters_data()
{
    QTest::addColumn<LiveCallFilter>("filter");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const LiveCallFilter &filter, const char *shown) {
        QTest::newRow(name) << filter << QString::fromLatin1(shown);
    };
    const auto text = [](const QString &words) { return LiveCallFilter { .text = words }; };
    row("none", {}, "5 1 2 3 4 6");
    row("a number", text(u"4930"_s), "1 2 3 4");
    row("a number with +", text(u"+4930"_s), "1 2");
    row("a name in another case", text(u"ANTON"_s), "2");
    row("a direction", text(u"inbound"_s), "2");
    row("a status", text(u"ring"_s), "2");
    row("queued, not read, and a sign that names it", text(u"Queued"_s), "2 6");
    row("a sign", text(u"same from"_s), "3 4");
    row("not sure", text(u"not sure"_s), "5 6");
    row("the end of an id", text(u"000000000003"_s), "3");
    row("an id in capitals", text(idOf(3).toString().toUpper()), "3");
    row("a start", text(QDateTime::fromMSecsSinceEpoch(Now - 5 * Hour).toString(u"HH:mm:ss"_s)), "1");
    row("nowhere", text(u"zzz"_s), "");
    row("an expression is text", text(u".*"_s), "");
    row("looks stuck", { .looksStuck = true }, "1 2 3 4");
    row("one sign", { .sign = StuckSign::RingingLong }, "2");
    row("a sign nobody has", { .sign = StuckSign::OtherLegGone }, "");
    row("older than", { .ageFrom = seconds(3 * 60) }, "1 2");
    row("younger than: not the bound itself", { .ageBelow = seconds(3 * 60) }, "3 4");
    row("between", { .ageFrom = seconds(121), .ageBelow = seconds(3600) }, "2");
    row("age not known", { .ageUnknown = true }, "5 6");
    row("all of it at once", { .text = u"4930"_s, .looksStuck = true, .ageBelow = seconds(3600) }, "2 3 4");
}

void TestLiveCallView::filters()
{
    QFETCH(const LiveCallFilter, filter);
    m_model->setFilter(filter);
    QTEST(liveShown(*m_model), "shown");
    QCOMPARE(m_model->filter(), filter);
    QCOMPARE(m_model->total(), 6);
    m_model->setFilter({});
    QCOMPARE(liveShown(*m_model), u"5 1 2 3 4 6"_s);
}

void TestLiveCallView::aFilterFollowsWhatIsRead()
{
    m_model->setFilter({ .text = u"Outbound"_s });
    QCOMPARE(liveShown(*m_model), u"1 3 4"_s);
    m_model->setInfo(readOf(infoOf(6)));
    QCOMPARE(liveShown(*m_model), u"1 3 4 6"_s);
    CallInfo one = infoOf(1);
    one.direction = CallDirection::Inbound;
    m_model->setInfo(readOf(one));
    QCOMPARE(liveShown(*m_model), u"3 4 6"_s);
    m_model->setFilter({ .looksStuck = true });
    QCOMPARE(liveShown(*m_model), u"2 3 4"_s);
    m_model->setRules({ .sameNumbers = false });
    QCOMPARE(liveShown(*m_model), u"2"_s);
    m_model->setFilter({ .text = u"older than 1 min"_s });
    QCOMPARE(liveShown(*m_model), QString());
    m_model->setRules({ .olderThan = std::chrono::minutes(1), .sameNumbers = false });
    QCOMPARE(liveShown(*m_model), u"2 3 4"_s);
    m_model->setRules({ .olderThan = std::chrono::minutes(2), .sameNumbers = false });
    QCOMPARE(liveShown(*m_model), QString()); // words that are remembered change with the rules
}

void TestLiveCallView::aFilterByAgeFollowsTheTime()
{
    m_model->setFilter({ .ageBelow = seconds(3 * 60 + 1) });
    QCOMPARE(liveShown(*m_model), u"2 3 4"_s);
    m_model->setNow(Now + 1000);
    QCOMPARE(liveShown(*m_model), u"3 4"_s);
    m_model->hold(true);
    m_model->setNow(Now + Hour);
    QCOMPARE(liveShown(*m_model), u"3 4 5"_s); // 5 has begun
    m_model->hold(false);
    QCOMPARE(liveShown(*m_model), u"5"_s);
}

void TestLiveCallView::holdsRowsThatNoLongerFit()
{
    m_model->setFilter({ .looksStuck = true });
    m_model->hold(true);
    m_model->setList(idsOf({ 2, 3, 4, 5, 6 }), {}, true);
    QCOMPARE(liveShown(*m_model), u"(1) 2 3 4"_s);
    m_model->hold(false);
    QCOMPARE(liveShown(*m_model), u"2 3 4"_s);

    // A selection ends in the middle of a removal, and what was held is let go from there: not before the removal is
    // done does a row that fits no more leave.
    connect(m_model.get(), &QAbstractItemModel::rowsRemoved, this, [this] { m_model->hold(false); });
    m_model->hold(true);
    m_model->setList(idsOf({ 2, 5, 6 }), {}, true);
    m_model->setInfo(readOf(infoOf(2)));
    QCOMPARE(liveShown(*m_model), u"2 (3) (4)"_s);
    m_model->dropGone();
    QCOMPARE(liveShown(*m_model), QString());
}

void TestLiveCallView::aFilterAppliesThoughHeld()
{
    m_model->hold(true);
    m_model->setFilter({ .text = u"anton"_s });
    QCOMPARE(liveShown(*m_model), u"2"_s);
}

void TestLiveCallView::stuckOnesInTheOrderShown()
{
    m_model->sort(Columns::UuidColumn, Qt::DescendingOrder);
    QCOMPARE(namesOf(m_model->stuck()), u"4 3 2 1"_s);
    m_model->setFilter({ .sign = StuckSign::SameNumbers });
    QCOMPARE(namesOf(m_model->stuck()), u"4 3"_s);
    m_model->setInfo(goneOf(3));
    QCOMPARE(namesOf(m_model->stuck()), QString());
}

QTEST_GUILESS_MAIN(TestLiveCallView)
#include "tst_livecallview.moc"
