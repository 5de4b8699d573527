// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/progress.h"

#include <QTest>

using namespace hangup;
using namespace std::chrono_literals;

class TestProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsBatchesTogetherAndTalliesThemApart()
    {
        Progress progress(150, 5s);
        progress.accepted(1, 2, 0ms);
        progress.accepted(2, 1, 10ms);
        QCOMPARE(progress.total(), 3);
        progress.finished(1, Outcome::Ended);
        progress.finished(2, Outcome::NotSent);
        progress.finished(1, Outcome::NotLive);
        QCOMPARE(progress.done(), 3);
        QCOMPARE(progress.underWay(), 0);
        const Tally first = progress.takeBatch(1);
        QCOMPARE(first.accepted(), 2);
        QCOMPARE(first[Outcome::Ended], 1);
        QCOMPARE(first[Outcome::NotLive], 1);
        QCOMPARE(first.waiting, 0);
        QCOMPARE(progress.takeBatch(2)[Outcome::NotSent], 1);
        QCOMPARE(progress.takeBatch(2).accepted(), 0);
    }

    void startsAnewOnlyWhenNothingIsUnderWay()
    {
        Progress progress(150, 5s);
        progress.accepted(1, 1, 0ms);
        progress.finished(1, Outcome::Ended);
        progress.accepted(2, 4, 100ms);
        QCOMPARE(progress.total(), 4);
        QCOMPARE(progress.done(), 0);
    }

    void saysHowLongItTakesFromWhatItSaw()
    {
        Progress progress(0, 5s);
        progress.accepted(1, 20, 1000ms);
        QVERIFY(!progress.left(1000ms));
        progress.finished(1, Outcome::Ended);
        QVERIFY(!progress.left(1100ms)); // one call says too little
        for (int i = 0; i < 9; ++i)
            progress.finished(1, Outcome::Ended);
        QCOMPARE(*progress.left(2000ms), 1000ms);
    }

    void neverPromisesMoreThanTheLimitAllows()
    {
        Progress progress(150, 5s);
        progress.accepted(1, 450, 0ms);
        for (int i = 0; i < 150; ++i)
            progress.finished(1, Outcome::Ended);
        QCOMPARE(*progress.left(300ms), 10s);
    }
};

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
