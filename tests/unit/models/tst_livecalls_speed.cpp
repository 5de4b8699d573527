// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "livetesting.h"

#include "models/hexid.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::testing;

namespace {

/// Processor time of @p work, in ms: what the machine does besides is not the question.
template <typename Work>
double took(Work work)
{
    const std::clock_t start = std::clock();
    work();
    return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

} // namespace

/// How long lists of live calls keep the window's thread. Built twice, as tst_models_speed is.
class TestLiveCallsSpeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheWindowFree_data();
    void keepsTheWindowFree();
};

void TestLiveCallsSpeed::keepsTheWindowFree_data()
{
    QTest::addColumn<int>("calls");
    QTest::addColumn<bool>("sameNumbers"); // all calls with one from and to: each says something of each
    QTest::addColumn<double>("second"); // aims, ms
    QTest::newRow("5,000") << 5'000 << false << 1.0;
    QTest::newRow("5,000 from one number to one") << 5'000 << true << 1.0;
    QTest::newRow("100,000") << 100'000 << false << 10.0;
    QTest::newRow("100,000 from one number to one") << 100'000 << true << 10.0;
}

void TestLiveCallsSpeed::keepsTheWindowFree()
{
    QFETCH(const int, calls);
    QFETCH(const bool, sameNumbers);
    QFETCH(const double, second);
    const auto report = [calls](const char *what, double ms, double aimMs) {
        qInfo("%d calls, %s: %.2f ms (aim %.1f)", calls, what, ms, aimMs);
        QVERIFY2(ms <= aimMs * HANGUP_SLACK, qPrintable(u"%1: %2 ms"_s.arg(QString::fromLatin1(what)).arg(ms)));
    };
    QRandomGenerator random(3);
    QList<CallId> ids;
    QList<CallInfo> infos;
    for (int n = 0; n < calls; ++n) {
        CallInfo info = infoOf(n, random.bounded(10 * 3600) * 1000ll);
        info.id = *CallId::parse(HexId { random.generate64(), random.generate64() }.toString());
        if (sameNumbers) {
            info.from = u"1"_s;
            info.to = u"2"_s;
        }
        ids.append(info.id);
        infos.append(info);
    }
    const double thousands = calls / 1000.0;
    LiveCallModel model;
    model.setNow(Now);
    report("first list", took([&] { model.setList(ids, {}, true); }), 4.0 * thousands);
    report("all details, one by one", took([&] {
               for (const CallInfo &info : infos)
                   model.setInfo(readOf(info));
           }),
           5.0 * thousands);
    QList<CallId> next = ids.mid(calls / 2);
    report("half of them gone", took([&] { model.setList(next, {}, true); }), 2.0 * thousands);
    report("back again", took([&] { model.setList(ids, {}, true); }), 3.0 * thousands);
    qint64 now = Now;
    double worst = 0;
    for (int i = 0; i < 5; ++i)
        worst = std::max(worst, took([&] { model.setNow(now += 1000); }));
    report("the worst of five seconds", worst, second);
    model.setFilter({ .ageFrom = std::chrono::hours(1) });
    report("a second under a filter by age", took([&] { model.setNow(now += 1000); }), 3 * second);
    model.setFilter({});
    report("counts by age", took([&] {
               model.countsByAge({ std::chrono::seconds(60), std::chrono::hours(1) });
           }),
           second);
    report("filter by text", took([&] { model.setFilter({ .text = u"4930"_s }); }), 1.0 * thousands);
    model.setFilter({});
    for (const int column : { LiveCallModel::FromColumn, LiveCallModel::StatusColumn, LiveCallModel::AgeColumn })
        report("sort", took([&] { model.sort(column, Qt::DescendingOrder); }), 3.0 * thousands);
    report("gone ones taken out", took([&] {
               model.setList({}, {}, true);
               model.dropGone();
           }),
           2.0 * thousands);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestLiveCallsSpeed)
#include "tst_livecalls_speed.moc"
