// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "bigwindow.h"
#include "heartbeat.h"
#include "parts.h"
#include "processortime.h"
#include "turns.h"

#include "ui/summarystrip.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hangup::bench {

namespace {

bool fails(const char *what)
{
    std::fprintf(stderr, "bench_window: %s\n", what);
    return false;
}

/// What an agent does with the table while a batch runs: sorts it, filters it, scrolls in it.
class Agent
{
public:
    Agent(BigWindow &bench, Heartbeat &heartbeat) : m_bench(bench), m_heartbeat(heartbeat) { }

    /// @p done: how much of the batch is through, 0 to 1.
    void workAt(double done)
    {
        const auto step = static_cast<int>(done * Steps);
        if (step == m_step)
            return;
        m_step = step;
        CallsView *table = m_bench.table();
        auto *strip = m_bench.window().findChild<SummaryStrip *>();
        auto *filter = m_bench.find<QLineEdit>(u"Filter calls"_s);
        switch (step) {
        case 1:
            m_heartbeat.nowDoing("clear the selection");
            table->clearSelection();
            break;
        case 2:
            m_heartbeat.nowDoing("sort by outcome");
            table->sortByColumn(CallListModel::OutcomeColumn, Qt::AscendingOrder);
            break;
        case 3:
            m_heartbeat.nowDoing("only those ended");
            Q_EMIT strip->filterChosen(CallFilter::Ended);
            break;
        case 4:
            m_heartbeat.nowDoing("only those waiting");
            Q_EMIT strip->filterChosen(CallFilter::Waiting);
            break;
        case 5:
            m_heartbeat.nowDoing("all again");
            Q_EMIT strip->filterChosen(CallFilter::All);
            break;
        case 6:
            m_heartbeat.nowDoing("filter by text");
            filter->setText(u"4f"_s);
            break;
        case 7:
            m_heartbeat.nowDoing("no text");
            filter->clear();
            break;
        case 8:
            m_heartbeat.nowDoing("scroll");
            table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
            break;
        default:
            break;
        }
    }

private:
    static constexpr int Steps = 10;
    BigWindow &m_bench;
    Heartbeat &m_heartbeat;
    int m_step = 0;
};

bool runOnce(Figures &figures, const QString &text, int rows)
{
    BigWindow bench;
    Session &session = bench.session();
    CallListModel *calls = session.calls();
    Heartbeat heartbeat;
    heartbeat.start();
    runFor(100ms);
    heartbeat.nowDoing("paste");
    bench.paste(text);
    if (!runUntil([&] { return calls->rowCount() == rows; }))
        return fails("not all pasted calls are listed");
    runFor(100ms);
    if (!bench.confirmAll([&](const char *what) { heartbeat.nowDoing(what); }))
        return fails("the batch could not be confirmed");
    runFor(50ms);
    heartbeat.nowDoing("grace, and its end");
    Agent agent(bench, heartbeat);
    double firstAt = 0;
    double lastAt = 0;
    double processor = 0;
    const auto step = [&] {
        const int done = session.progressDone();
        if (done == 0)
            return;
        if (firstAt == 0) {
            firstAt = wallMs();
            processor = threadMs();
            heartbeat.nowDoing("outcomes");
        }
        agent.workAt(double(done) / rows);
    };
    QObject::connect(&session, &Session::progressChanged, &heartbeat, step);
    QObject::connect(&session, &Session::idle, &heartbeat, [&] { lastAt = wallMs(); });
    constexpr auto Longest = 10min;
    if (!runUntil([&] { return lastAt > 0; }, Longest))
        return fails("the batch did not end");
    processor = threadMs() - processor;
    runFor(100ms); // what the end of a batch sets off
    heartbeat.stop();
    const Tally &tally = calls->tally();
    if (tally[Outcome::Ended] != rows || tally.all() != rows)
        return fails("the counts of the outcomes don't add up");
    std::fprintf(stderr, "bench_window: longest delays: %s\n", heartbeat.longestOfEach().toUtf8().constData());

    const Delays wall = heartbeat.onTheWall();
    const Delays busy = heartbeat.ofTheProcessor();
    figures.add(u"event loop delay, p99"_s, wall.p99, u"ms"_s, 8);
    figures.addNever(u"event loop delay, longest"_s, wall.most, u"ms"_s, 50);
    figures.add(u"event loop delay in processor time, p99"_s, busy.p99, u"ms"_s, 8);
    figures.addNever(u"event loop delay in processor time, longest"_s, busy.most, u"ms"_s, 50);
    figures.addAtLeast(u"outcomes a second meanwhile"_s, rows / ((lastAt - firstAt) / 1000), u"1/s"_s, 2000);
    figures.add(u"the window's thread, processor time an outcome"_s, 1000 * processor / rows, u"us"_s);
    return true;
}

} // namespace

bool measureScale(Figures &figures, int rows, int rounds)
{
    const QString text = BigWindow::lines(rows);
    for (int round = 0; round < rounds; ++round) {
        if (!runOnce(figures, text, rows))
            return false;
    }
    return true;
}

} // namespace hangup::bench
