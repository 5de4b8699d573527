// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "bigwindow.h"
#include "parts.h"
#include "processortime.h"
#include "turns.h"

#include "ui/logpane.h"

#include <QEvent>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hangup::bench {

namespace {

constexpr int Rows = 100'000;

/// What somebody in a hurry would write instead of the scanner.
qsizetype idsByRegularExpression(const QString &text)
{
    static const QRegularExpression id(u"\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b"_s,
                                       QRegularExpression::CaseInsensitiveOption);
    QSet<CallId> seen;
    QList<CallId> found;
    for (auto match = id.globalMatch(text); match.hasNext();) {
        const auto call = CallId::parse(match.next().captured());
        if (!call || seen.contains(*call))
            continue;
        seen.insert(*call);
        found.append(*call);
    }
    return found.size();
}

/// Tells when a widget was painted with rows in it, and when the last row was there and painted, if it is in sight.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget *viewport, const CallListModel *model) : m_viewport(viewport), m_model(model)
    {
        viewport->installEventFilter(this);
        connect(model, &QAbstractItemModel::rowsInserted, this, [this] {
            if (m_model->rowCount() == Rows)
                QMetaObject::invokeMethod(this, &PaintWatch::isThere, Qt::QueuedConnection);
        });
    }
    double firstPaintedAt() const { return m_firstPaintedAt; }
    double allThereAt() const { return m_allThereAt; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        // The painting itself comes after the filter, and what brings it to the screen after that.
        if (event->type() == QEvent::Paint && m_model->rowCount() > 0 && m_firstPaintedAt == 0 && !m_isAsked) {
            m_isAsked = true;
            QMetaObject::invokeMethod(
                this, [this] { m_firstPaintedAt = wallMs(); }, Qt::QueuedConnection);
        }
        return false;
    }

private:
    void isThere()
    {
        m_viewport->repaint(); // the window would, with its next picture
        m_allThereAt = wallMs();
    }

    QWidget *m_viewport;
    const CallListModel *m_model;
    bool m_isAsked = false;
    double m_firstPaintedAt = 0;
    double m_allThereAt = 0;
};

void measureScanner(Figures &figures, const QString &text)
{
    qsizetype found = 0;
    qsizetype foundByExpression = 0;
    const double scanner = processorMs([&] { found = scanCalls(text).found.size(); });
    const double expression = processorMs([&] { foundByExpression = idsByRegularExpression(text); });
    if (found != foundByExpression)
        qFatal("the scanner found %lld calls, the expression %lld", qint64(found), qint64(foundByExpression));
    figures.add(u"scan of 4 MB, processor time"_s, scanner, u"ms"_s, 10);
    figures.add(u"the same by QRegularExpression"_s, expression, u"ms"_s);
    figures.addAtLeast(u"QRegularExpression over the scanner"_s, expression / scanner, u"x"_s, 3);
}

void measureTable(Figures &figures, BigWindow &bench)
{
    CallListModel *calls = bench.session().calls();
    CallsView *table = bench.table();
    const auto settled = [](auto work) {
        const double start = threadMs();
        work();
        QCoreApplication::sendPostedEvents();
        const double took = threadMs() - start;
        QCoreApplication::processEvents(); // painted outside of the measurement
        return took;
    };
    settled([&] { calls->setTextFilter(u"q"_s); }); // the first letter also folds the text, once
    figures.add(u"filter of 100,000 rows"_s, settled([&] { calls->setTextFilter(u"4f09"_s); }), u"ms"_s, 5);
    figures.add(u"filter of 100,000 rows, most of them fit"_s, settled([&] { calls->setTextFilter(u"a"_s); }), u"ms"_s,
                5);
    figures.add(u"filter of 100,000 rows taken off"_s, settled([&] { calls->setTextFilter({}); }), u"ms"_s, 5);
    figures.add(u"sort of 100,000 rows by call"_s,
                settled([&] { table->sortByColumn(CallListModel::UuidColumn, Qt::AscendingOrder); }), u"ms"_s, 10);
    figures.add(u"sort of 100,000 rows by state"_s,
                settled([&] { table->sortByColumn(CallListModel::StateColumn, Qt::AscendingOrder); }), u"ms"_s, 10);
    settled([&] { table->sortByColumn(-1, Qt::AscendingOrder); });
}

/// As they come while a batch runs: some 70 each 33 ms, to a log that is full and in sight.
void measureLog(Figures &figures, const QString &text)
{
    constexpr int OneRun = 70;
    constexpr int Runs = 200;
    LogModel model;
    LogPane pane(&model);
    pane.resize(1248, 200);
    pane.show();
    [[maybe_unused]] const bool isThere = QTest::qWaitForWindowExposed(&pane);
    const ScanResult scan = scanCalls(text.left(40 * OneRun));
    QList<LogEntry> run;
    for (const FoundCall &call : scan.found) {
        LogEntry entry;
        entry.id = call.id;
        entry.text = u"Plivo confirmed the hang-up."_s;
        run += entry;
    }
    for (int n = 0; n < LogModel::DefaultCapacity / OneRun + 1; ++n)
        model.append(run);
    QCoreApplication::processEvents();
    double appended = 0;
    double painted = 0;
    for (int n = 0; n < Runs; ++n) {
        appended += processorMs([&] { model.append(run); });
        painted += processorMs([] { QCoreApplication::processEvents(); });
    }
    figures.add(u"log line, processor time"_s, 1000 * appended / (Runs * OneRun), u"us"_s, 5);
    figures.add(u"log painted once"_s, painted / Runs, u"ms"_s);
}

bool runOnce(Figures &figures, const QString &text)
{
    measureScanner(figures, text);
    BigWindow bench;
    runFor(100ms);
    const PaintWatch watch(bench.table()->viewport(), bench.session().calls());
    const double start = wallMs();
    const double processor = processorMs([&] {
        bench.paste(text);
        while (watch.firstPaintedAt() == 0 || watch.allThereAt() == 0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    });
    figures.add(u"4 MB pasted to the first visible rows"_s, watch.firstPaintedAt() - start, u"ms"_s, 150);
    figures.add(u"4 MB pasted to all rows"_s, watch.allThereAt() - start, u"ms"_s, 150);
    figures.add(u"4 MB pasted to all rows, processor time"_s, processor, u"ms"_s);
    if (bench.session().calls()->rowCount() != Rows) {
        std::fprintf(stderr, "bench_window: not all pasted calls are listed\n");
        return false;
    }
    measureTable(figures, bench);
    measureLog(figures, text);
    return true;
}

} // namespace

bool measureText(Figures &figures, int rounds)
{
    const QString text = BigWindow::lines(Rows);
    for (int round = 0; round < rounds; ++round) {
        if (!runOnce(figures, text))
            return false;
    }
    return true;
}

} // namespace hangup::bench
