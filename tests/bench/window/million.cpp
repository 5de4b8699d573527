// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "bigwindow.h"
#include "parts.h"
#include "processortime.h"

#include <QScrollBar>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace hangup::bench {

namespace {

constexpr int Rows = 1'000'000;

/// What stands at @p row as it is painted, so that a wrong row shows.
QString uuidAt(const BigWindow &bench, int row)
{
    return bench.table()->model()->index(row, CallListModel::UuidColumn).data().toString();
}

bool runOnce(Figures &figures, const QString &text, const QString &first)
{
    BigWindow bench;
    CallListModel *calls = bench.session().calls();
    CallsView *table = bench.table();
    const auto took = [&](const QString &what, auto work) {
        const double start = wallMs();
        work();
        QCoreApplication::processEvents();
        figures.add(u"a million rows, "_s + what, wallMs() - start, u"ms"_s);
    };
    bool isRight = true;
    took(u"pasted"_s, [&] {
        bench.paste(text);
        while (bench.session().isAdding())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    });
    isRight &= calls->rowCount() == Rows && calls->tally().listed == Rows && calls->tally().all() == Rows;
    isRight &= uuidAt(bench, 0) == first;
    took(u"filtered for one"_s, [&] { calls->setTextFilter(first); });
    isRight &= calls->rowCount() == 1 && calls->total() == Rows;
    took(u"filter taken off"_s, [&] { calls->setTextFilter({}); });
    took(u"sorted"_s, [&] { table->sortByColumn(CallListModel::UuidColumn, Qt::AscendingOrder); });
    isRight &= calls->rowCount() == Rows && uuidAt(bench, 0) < uuidAt(bench, 1) && uuidAt(bench, 0) <= first
        && uuidAt(bench, Rows / 2) < uuidAt(bench, Rows - 1);
    took(u"scrolled to the end"_s, [&] { table->scrollToBottom(); });
    isRight &= table->rowAt(table->viewport()->height() / 2) > Rows - 100;
    took(u"selected"_s, [&] { table->selectAll(); });
    isRight &= table->selectedIds().size() == Rows;
    table->clearSelection();
    if (!isRight)
        std::fprintf(stderr, "bench_window: a million rows: what the table shows is wrong\n");
    return isRight;
}

} // namespace

bool measureMillion(Figures &figures, int rounds)
{
    const QString text = BigWindow::lines(Rows);
    for (int round = 0; round < rounds; ++round) {
        if (!runOnce(figures, text, text.left(CallId::Length)))
            return false;
    }
    return true;
}

} // namespace hangup::bench
