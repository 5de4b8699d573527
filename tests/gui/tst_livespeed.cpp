// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// How long 5,000 live calls, and 100,000, keep the window's thread: the second that passes, a refresh under a
// selection, and "Select all that look stuck".
#include "ui/agepicture.h"
#include "ui/livetable.h"
#include "ui/theme.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

constexpr qint64 Now = 1'790'000'000'000;

CallId idOf(int n)
{
    return *CallId::parse(u"%1-86a6-41e4-b303-498d468c930b"_s.arg(n, 8, 16, QChar(u'0')));
}

/// Every second one is older than four hours.
CallInfoRead readOf(int n)
{
    CallInfo info { .id = idOf(n) };
    info.from = u"49301%1"_s.arg(n, 6, 10, QChar(u'0'));
    info.to = u"49302%1"_s.arg(n, 6, 10, QChar(u'0'));
    info.direction = CallDirection::Inbound;
    info.status = u"in-progress"_s;
    info.startedAtMs = Now - (n % 2 == 0 ? 5 * 3'600'000ll : 60'000ll) - n;
    return { .id = info.id, .state = LookState::Live, .info = info };
}

/// Processor time of @p work and of what it sets off, in ms: what the machine does besides is not the question.
template <typename Work>
double took(const char *what, Work work)
{
    const std::clock_t start = std::clock();
    work();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    const double ms = 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    qInfo("%s: %.1f ms", what, ms);
    return ms;
}

} // namespace

class TestLiveSpeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme::apply(ColourScheme::Light); }
    void staysSmooth_data();
    void staysSmooth();
};

void TestLiveSpeed::staysSmooth_data()
{
    QTest::addColumn<int>("calls");
    QTest::addColumn<double>("secondMs");
    QTest::addColumn<double>("onceMs");
    // Bounds that hold on a busy machine without optimisation; a release build takes a tenth of them.
    QTest::newRow("5,000") << 5'000 << 100.0 << 1'000.0;
    QTest::newRow("100,000") << 100'000 << 400.0 << 20'000.0;
}

void TestLiveSpeed::staysSmooth()
{
    QFETCH(const int, calls);
    QFETCH(const double, secondMs);
    QFETCH(const double, onceMs);
    LiveCallModel model;
    model.setNow(Now);
    LiveTable table(&model, nullptr);
    table.resize(1248, 400);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QList<CallId> ids;
    for (int n = 0; n < calls; ++n)
        ids.append(idOf(n));
    QCOMPARE_LE(took("the list", [&] { model.setList(ids, {}, true); }), onceMs);
    for (int n = 0; n < calls; ++n)
        model.setInfo(readOf(n));
    qint64 now = Now;
    double worst = 0;
    for (int i = 0; i < 5; ++i) {
        worst = qMax(worst, took("a second", [&] {
                         model.setNow(now += 1000);
                         model.countsByAge(AgePicture::edges());
                         model.stuck();
                     }));
    }
    QCOMPARE_LE(worst, secondMs);
    QCOMPARE_LE(took("select what looks stuck", [&] { table.selectCalls(model.stuck()); }), onceMs);
    QCOMPARE(table.selectedCount(), calls / 2);
    QCOMPARE_LE(took("a second under that selection", [&] { model.setNow(now += 1000); }), secondMs);
    QCOMPARE_LE(took("a refresh under that selection", [&] { model.setList(ids.mid(10), {}, true); }), onceMs);
    QCOMPARE(table.selectedCount(), calls / 2);
    QCOMPARE_LE(took("gone ones taken out", [&] { model.dropGone(); }), onceMs);
    QCOMPARE(table.selectedCount(), calls / 2 - 5);
    QCOMPARE_LE(
        took("sort under that selection", [&] { table.sortByColumn(LiveCallModel::AgeColumn, Qt::DescendingOrder); }),
        onceMs);
    QCOMPARE(table.selectedCount(), calls / 2 - 5);
}

QTEST_MAIN(TestLiveSpeed)
#include "tst_livespeed.moc"
