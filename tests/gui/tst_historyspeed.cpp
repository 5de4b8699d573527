// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
//
// The page over a journal of 100,000 calls: the window's event loop goes on while it searches, scrolls and grows.
#include "historybench.h"
#include "models/historycallmodel.h"
#include "support/heldup.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Batches = 100;
constexpr int CallsOfEach = 1000;
/// The longest the event loop may be held up: 16 ms is the aim; a loaded machine and a debug build take more.
constexpr std::chrono::milliseconds LongestGap { 250 };
/// What is done so often may be held up for longer now and then, when the machine is away for a moment; but not the
/// quickest of three, nor most of many.
constexpr int Rounds = 3;

std::chrono::milliseconds report(const char *what, std::chrono::milliseconds longest)
{
    qInfo("%s: event loop held up for %lld ms at most", what, static_cast<long long>(longest.count()));
    return longest;
}

} // namespace

class TestHistorySpeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hundredThousandCalls();
};

void TestHistorySpeed::hundredThousandCalls()
{
    HistoryBench bench;
    QElapsedTimer clock;
    clock.start();
    bench.fillJournal([](Journal &journal) {
        for (int b = 0; b < Batches; ++b) {
            const qint64 at = HistoryBench::Day + b * 60'000;
            const BatchInfo batch = HistoryBench::info(static_cast<quint64>(b) + 1, u"T-%1"_s.arg(b), at);
            QList<CallId> ids;
            for (int n = 0; n < CallsOfEach; ++n)
                ids.append(HistoryBench::call(b * CallsOfEach + n + 1));
            journal.beginBatch(batch, ids);
            for (int n = 0; n < CallsOfEach; ++n) {
                const auto result = HistoryBench::result(b * CallsOfEach + n + 1, Outcome::Ended, 204, at);
                journal.recordOutcome(batch.batch, batch.authId, result, [](bool) {});
            }
        }
    });
    qInfo("journal filled in %lld ms", clock.restart());
    bench.start();
    auto *calls = bench.find<QTableView>(u"Past calls"_s);
    QTRY_COMPARE_WITH_TIMEOUT(calls->model()->rowCount(), 1000, 30'000);
    qInfo("first page after %lld ms", clock.restart());
    test::HeldUp held;
    QList<std::chrono::milliseconds> scrolling;
    for (int page = 2; page <= 20; ++page) {
        calls->verticalScrollBar()->setValue(calls->verticalScrollBar()->maximum());
        QTRY_COMPARE_WITH_TIMEOUT(calls->model()->rowCount(), page * 1000, 30'000);
        scrolling += held.take();
    }
    qInfo("19 more pages in %lld ms", clock.restart());
    std::sort(scrolling.begin(), scrolling.end());
    report("scrolling, the longest", scrolling.last());
    QCOMPARE_LT(scrolling.at(scrolling.size() - Rounds), LongestGap);
    Session &session = bench.session();
    auto least = std::chrono::milliseconds::max();
    for (int round = 0; round < Rounds; ++round) {
        const CallId call = HistoryBench::call(200'000 + round);
        session.addText(call.toString(), TextSource::Typed);
        QTRY_VERIFY_WITH_TIMEOUT(!session.busy(), 30'000);
        held.take();
        QCOMPARE(int(session.hangUp(*session.prepare({ call }))), int(ConfirmError::None));
        QTRY_COMPARE_WITH_TIMEOUT(calls->model()->index(0, 0).data().toString(), call.toString(), 30'000);
        qInfo("a new batch stands there after %lld ms", clock.restart());
        least = std::min(least, report("growing, with 20,000 rows", held.take()));
    }
    QCOMPARE_LT(least, LongestGap);
    least = std::chrono::milliseconds::max();
    auto *search = bench.find<QLineEdit>(u"Search call UUID"_s);
    for (int round = 0; round < Rounds; ++round) {
        const QString id = HistoryBench::call(77'777 + round).toString();
        held.take();
        search->setText(id);
        QTRY_VERIFY_WITH_TIMEOUT(calls->model()->rowCount() == 1 && calls->model()->index(0, 0).data().toString() == id,
                                 30'000);
        qInfo("one of 100,000 found after %lld ms", clock.restart());
        least = std::min(least, report("searching", held.take()));
    }
    QCOMPARE_LT(least, LongestGap);
}

QTEST_MAIN(TestHistorySpeed)
#include "tst_historyspeed.moc"
