// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "clibench.h"

#include <QHash>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace hangup::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The account's limit, kept by a server as Plivo keeps it, and `--window` of the same size.
class TestCliWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asManyAsTheWindowEndWithinOne();
    void theNextOneWaitsForTheNext();
    void aWindowThatIsTooLargeIsSlowedDownAndLosesNothing();
};

namespace {

constexpr int Window = 60;
constexpr auto Span = 5s;

QStringList endCalls(int calls, int window)
{
    return QStringList { u"end"_s, u"--yes"_s, u"--json"_s, u"--window"_s, QString::number(window) }
        + CliBench::ids(calls);
}

/// When each DELETE came, in order.
std::vector<std::chrono::nanoseconds> timesOf(const QList<Request> &requests)
{
    std::vector<std::chrono::nanoseconds> times;
    for (const Request &request : requests) {
        if (request.method == "DELETE")
            times.push_back(request.at);
    }
    std::sort(times.begin(), times.end());
    return times;
}

int refusals(const QList<Request> &requests)
{
    return static_cast<int>(std::count_if(requests.begin(), requests.end(),
                                          [](const Request &request) { return request.status == 429; }));
}

} // namespace

void TestCliWindow::asManyAsTheWindowEndWithinOne()
{
    CliBench bench;
    bench.actAsPlivo();
    bench.server().enforceRate(Window, Span);
    const CliResult result = bench.run(endCalls(Window, Window));
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(result.lines().size(), Window + 1); // and the summary
    const auto times = timesOf(bench.server().requests());
    QCOMPARE(static_cast<int>(times.size()), Window);
    // Nothing is spread over the window: whoever has few calls does not wait.
    QVERIFY2(times.back() - times.front() < Span * 9 / 10, qPrintable(QString::number((times.back() - times.front()) / 1ms)));
    QCOMPARE(refusals(bench.server().requests()), 0);
}

void TestCliWindow::theNextOneWaitsForTheNext()
{
    CliBench bench;
    bench.actAsPlivo();
    bench.server().enforceRate(Window, Span);
    const CliResult result = bench.run(endCalls(Window + 1, Window));
    QVERIFY2(result.status == 0, result.err.constData());
    const auto times = timesOf(bench.server().requests());
    QCOMPARE(static_cast<int>(times.size()), Window + 1);
    QVERIFY(times[Window - 1] - times[0] < Span * 9 / 10);
    QVERIFY2(times[Window] - times[0] >= Span, qPrintable(QString::number((times[Window] - times[0]) / 1ms)));
    QVERIFY2(times[Window] - times[0] < 2 * Span, qPrintable(QString::number((times[Window] - times[0]) / 1ms)));
    QCOMPARE(refusals(bench.server().requests()), 0);
}

/// The server is right about its limit, whatever the program was told.
void TestCliWindow::aWindowThatIsTooLargeIsSlowedDownAndLosesNothing()
{
    CliBench bench;
    bench.actAsPlivo();
    bench.server().enforceRate(Window, Span);
    const CliResult result = bench.run(endCalls(Window + 10, 0));
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(result.lines().size(), Window + 11);
    QVERIFY(refusals(bench.server().requests()) > 0);
    QHash<QByteArray, int> ended;
    for (const Request &request : bench.server().requests()) {
        if (request.status == 204)
            ++ended[request.callId()];
    }
    QCOMPARE(ended.size(), Window + 10);
    QVERIFY(std::all_of(ended.cbegin(), ended.cend(), [](int times) { return times == 1; }));
}

QTEST_GUILESS_MAIN(TestCliWindow)
#include "tst_cliwindow.moc"
