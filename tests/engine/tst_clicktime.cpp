// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"

#include <QTest>

#include <algorithm>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

/// A single call is on the wire within 50 ms while a batch of any length runs.
class TestClickTime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClickIsOnTheWireSoon_data();
    void aClickIsOnTheWireSoon();
};

void TestClickTime::aClickIsOnTheWireSoon_data()
{
    QTest::addColumn<int>("calls");
    QTest::addColumn<int>("answerMs");
    QTest::newRow("behind a hundred calls") << 100 << 1500;
    QTest::newRow("behind 100,000 calls, quick answers") << 100'000 << 80;
    QTest::newRow("behind 100,000 calls, slow answers") << 100'000 << 1500;
}

void TestClickTime::aClickIsOnTheWireSoon()
{
    constexpr int Clicks = 5; // the places that are kept for them
    constexpr int Rounds = 3; // a machine that is away now and then is not away in each of them
    constexpr qint64 Longest = 50;
    constexpr Ms DiskTime { 15 }; // of a group commit
    QFETCH(const int, calls);
    QFETCH(const int, answerMs);
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 48;
    EngineRun run(limits);
    run.log.setDelay(DiskTime);
    run.server->setDefaultAnswer(Answer::ended().after(Ms(answerMs)));
    run.submit(callIds(calls));
    QTRY_VERIFY_WITH_TIMEOUT(run.server->count() >= 48, 20'000);
    qint64 median = Longest + 1;
    for (int round = 0; round < Rounds && median > Longest; ++round) {
        QList<qint64> took;
        for (int click = 0; click < Clicks; ++click) {
            const CallId id = callId(500'000 + round * Clicks + click);
            const auto asked = std::chrono::steady_clock::now();
            run.submit({ id }, true);
            QTRY_COMPARE(run.server->countFor(id), 1);
            const QList<Request> all = run.server->requests();
            const auto arrived = std::find_if(
                all.cbegin(), all.cend(), [&id](const Request &request) { return request.callId() == id.toLatin1(); });
            took.append(std::chrono::duration_cast<Ms>(run.server->startedAt() + arrived->at - asked).count());
        }
        std::sort(took.begin(), took.end());
        median = took[Clicks / 2];
        qInfo("on the wire after %lld ms (median; at most %lld)", median, took.last());
    }
    QCOMPARE_LE(median, Longest);
}

QTEST_GUILESS_MAIN(TestClickTime)
#include "tst_clicktime.moc"
