// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/attemptmemory.h"
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

    void remembersAnAttemptWithoutAVerdictForItsAccountAlone()
    {
        AttemptMemory memory;
        const AuthId mine = *AuthId::parse(u"MA0123456789ABCDEFGH");
        const AuthId other = *AuthId::parse(u"MAHGFEDCBA9876543210");
        const CallId call = *CallId::parse(u"defb0706-86a6-11e4-b303-498d468c930b");
        const auto earlier = [&](const AuthId &account) {
            bool answer = false;
            memory.recordIntent({ .batch = 1, .id = call, .authId = account, .attempt = 1, .atMs = 0 },
                                [&](IntentVerdict verdict) {
                                    QVERIFY(verdict.written);
                                    answer = verdict.earlierAttemptWithoutVerdict;
                                });
            return answer;
        };
        QCOMPARE(earlier(mine), false);
        CallResult result { .id = call, .outcome = Outcome::Refused };
        memory.recordOutcome(1, mine, result, [](bool written) { QVERIFY(written); });
        QCOMPARE(earlier(mine), false);
        result.outcome = Outcome::Unknown;
        memory.recordOutcome(1, mine, result, [](bool written) { QVERIFY(written); });
        QCOMPARE(earlier(mine), true);
        QCOMPARE(earlier(other), false);
    }
};

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
