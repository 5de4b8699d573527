// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
//
// The page over a journal of 100,000 calls: the window's event loop goes on while it searches, scrolls and grows.
#include "historybench.h"
#include "models/historycallmodel.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Batches = 100;
constexpr int CallsOfEach = 1000;
/// The longest the event loop may be held up, in ms: 16 is the aim; a loaded machine and a debug build take more.
constexpr qint64 LongestGap = 250;

/// The longest time between two turns of the event loop.
class Gaps
{
public:
    Gaps()
    {
        m_timer.setInterval(0);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_longest = qMax(m_longest, m_clock.restart()); });
        m_clock.start();
        m_timer.start();
    }
    qint64 take(const char *what)
    {
        qInfo("%s: event loop held up for %lld ms at most", what, m_longest);
        return std::exchange(m_longest, 0);
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

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
    Gaps gaps;
    for (int page = 2; page <= 20; ++page) {
        calls->verticalScrollBar()->setValue(calls->verticalScrollBar()->maximum());
        QTRY_COMPARE_WITH_TIMEOUT(calls->model()->rowCount(), page * 1000, 30'000);
    }
    qInfo("19 more pages in %lld ms", clock.restart());
    QVERIFY(gaps.take("scrolling") < LongestGap);

    Session &session = bench.session();
    session.addText(HistoryBench::call(200'000).toString(), TextSource::Typed);
    QCOMPARE(int(session.hangUp(*session.prepare({ HistoryBench::call(200'000) }))), int(ConfirmError::None));
    QTRY_COMPARE_WITH_TIMEOUT(calls->model()->index(0, 0).data().toString(), HistoryBench::call(200'000).toString(),
                              30'000);
    qInfo("a new batch stands there after %lld ms", clock.restart());
    QVERIFY(gaps.take("growing, with 20,000 rows") < LongestGap);

    bench.find<QLineEdit>(u"Search call UUID"_s)->setText(HistoryBench::call(77'777).toString());
    QTRY_COMPARE_WITH_TIMEOUT(calls->model()->rowCount(), 1, 30'000);
    qInfo("one of 100,000 found after %lld ms", clock.restart());
    QVERIFY(gaps.take("searching") < LongestGap);
}

QTEST_MAIN(TestHistorySpeed)
#include "tst_historyspeed.moc"
