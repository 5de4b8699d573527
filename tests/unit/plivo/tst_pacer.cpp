// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/inflighttarget.h"
#include "plivo/pacer.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace hangup;
using Ms = Pacer::Ms;

/// The rolling window, holds, and how much is kept in flight. No time passes in these tests.
class TestPacer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void letsTheWindowFullGoAtOnce();
    void opensWhenTheOldestLeavesTheWindow();
    void promisesCount();
    void keepsPlacesFree();
    void keptPlacesAreNoMoreThanThereAre();
    void zeroLiftsTheLimit();
    void holdsAreOnlyProlonged();
    void anotherLimitCountsWhatWasSent();
    void aLongerWindowRemembersTheShorterOnes();
    void aLimitAfterNoneCountsWhatWasSent();
    void tellsWhatLeft();
    void neverAboveTheWindowAnywhere_data();
    void neverAboveTheWindowAnywhere();
    void inFlightFollowsRateAndRoundTrip_data();
    void inFlightFollowsRateAndRoundTrip();
    void aBurstIsAWindowsRequests_data();
    void aBurstIsAWindowsRequests();
    void countsFromItsAnswer();
};

void TestPacer::letsTheWindowFullGoAtOnce()
{
    Pacer pacer(150, Ms(5000));
    for (int i = 0; i < 150; ++i) {
        QCOMPARE(pacer.waitAt(Ms(7)), Ms(0));
        pacer.count(Ms(7));
    }
    QCOMPARE(pacer.waitAt(Ms(7)), Ms(5001));
}

void TestPacer::opensWhenTheOldestLeavesTheWindow()
{
    Pacer pacer(2, Ms(5000));
    pacer.count(Ms(100));
    pacer.count(Ms(400));
    QCOMPARE(pacer.waitAt(Ms(400)), Ms(4701));
    QCOMPARE(pacer.waitAt(Ms(5100)), Ms(1));
    QCOMPARE(pacer.waitAt(Ms(5101)), Ms(0));
    pacer.count(Ms(5101));
    QCOMPARE(pacer.waitAt(Ms(5101)), Ms(300));
}

void TestPacer::promisesCount()
{
    Pacer pacer(3, Ms(1000));
    QCOMPARE(pacer.waitAt(Ms(0), 2), Ms(0));
    QVERIFY(pacer.waitAt(Ms(0), 3) > Ms(0));
    pacer.count(Ms(0));
    QCOMPARE(pacer.waitAt(Ms(0), 1), Ms(0));
    QCOMPARE(pacer.waitAt(Ms(0), 2), Ms(1001));
}

void TestPacer::keepsPlacesFree()
{
    Pacer pacer(20, Ms(1000));
    for (int i = 0; i < 15; ++i) {
        QCOMPARE(pacer.waitAt(Ms(i), 0, 5), Ms(0));
        pacer.count(Ms(i));
    }
    QCOMPARE(pacer.waitAt(Ms(15), 0, 5), Ms(1001 - 15));
    QCOMPARE(pacer.waitAt(Ms(15)), Ms(0)); // five for a click
    for (int i = 0; i < 5; ++i)
        pacer.count(Ms(15));
    QCOMPARE(pacer.waitAt(Ms(15)), Ms(1001 - 15)); // and no more
    // Whoever keeps places free waits until they are free again: six have to leave.
    QCOMPARE(pacer.waitAt(Ms(15), 0, 5), Ms(5 + 1001 - 15));
    QCOMPARE(pacer.waitAt(Ms(1006), 0, 5), Ms(0));
    QCOMPARE(pacer.waitAt(Ms(1006), 1, 5), Ms(1));
    pacer.holdUntil(Ms(9000));
    QCOMPARE(pacer.waitAt(Ms(5000), 0, 5), Ms(4000)); // a hold holds everybody
    QCOMPARE(pacer.waitAt(Ms(5000)), Ms(4000));
}

void TestPacer::keptPlacesAreNoMoreThanThereAre()
{
    Pacer pacer(3, Ms(1000));
    QCOMPARE(pacer.waitAt(Ms(0), 0, 5), Ms(0)); // one at least
    pacer.count(Ms(0));
    QCOMPARE(pacer.waitAt(Ms(0), 0, 5), Ms(1001));
}

void TestPacer::zeroLiftsTheLimit()
{
    Pacer pacer(0, Ms(5000));
    for (int i = 0; i < 10000; ++i)
        pacer.count(Ms(0));
    QCOMPARE(pacer.waitAt(Ms(0), 500), Ms(0));
    pacer.holdUntil(Ms(70));
    QCOMPARE(pacer.waitAt(Ms(0)), Ms(70));
}

void TestPacer::holdsAreOnlyProlonged()
{
    Pacer pacer(10, Ms(5000));
    QCOMPARE(pacer.isHeld(Ms(0)), false);
    QCOMPARE(pacer.holdUntil(Ms(300)), true);
    QCOMPARE(pacer.holdUntil(Ms(200)), false);
    QCOMPARE(pacer.waitAt(Ms(100)), Ms(200));
    QCOMPARE(pacer.isHeld(Ms(299)), true);
    QCOMPARE(pacer.isHeld(Ms(300)), false);
    QCOMPARE(pacer.waitAt(Ms(300)), Ms(0));
}

void TestPacer::anotherLimitCountsWhatWasSent()
{
    Pacer pacer(10, Ms(5000));
    for (int i = 0; i < 10; ++i)
        pacer.count(Ms(i * 100));
    pacer.setLimit(3, Ms(5000));
    // The first fits when at most two of the ten are left in the window: the eighth left at 700.
    QCOMPARE(pacer.waitAt(Ms(900)), Ms(700 + 5001 - 900));
    pacer.setLimit(12, Ms(5000));
    QCOMPARE(pacer.waitAt(Ms(900), 1), Ms(0));
    QCOMPARE(pacer.waitAt(Ms(900), 2), Ms(5001 - 900));
    // Back again: the ten are still known.
    pacer.setLimit(3, Ms(5000));
    QCOMPARE(pacer.waitAt(Ms(900)), Ms(700 + 5001 - 900));
    pacer.holdUntil(Ms(90'000));
    pacer.setLimit(300, Ms(5000));
    QCOMPARE(pacer.waitAt(Ms(900)), Ms(89'100));
}

void TestPacer::aLongerWindowRemembersTheShorterOnes()
{
    Pacer pacer(2, Ms(5000));
    pacer.count(Ms(0));
    pacer.count(Ms(1));
    pacer.setLimit(2, Ms(100));
    QCOMPARE(pacer.waitAt(Ms(200)), Ms(0));
    pacer.count(Ms(200));
    pacer.setLimit(2, Ms(5000));
    QCOMPARE(pacer.waitAt(Ms(200)), Ms(1 + 5001 - 200));
}

void TestPacer::aLimitAfterNoneCountsWhatWasSent()
{
    Pacer pacer(0, Ms(5000));
    for (int i = 0; i < 5; ++i)
        pacer.count(Ms(i));
    pacer.setLimit(4, Ms(5000));
    QCOMPARE(pacer.waitAt(Ms(10)), Ms(1 + 5001 - 10));
}

void TestPacer::tellsWhatLeft()
{
    Pacer pacer(0, Ms(5000)); // also without a limit
    QCOMPARE(pacer.sentIn(Ms(0)), 0);
    pacer.count(Ms(1000));
    pacer.count(Ms(2000));
    pacer.count(Ms(2000));
    QCOMPARE(pacer.sentIn(Ms(2000)), 3);
    QCOMPARE(pacer.sentIn(Ms(6000)), 3); // a closed window, as the limit's
    QCOMPARE(pacer.sentIn(Ms(6001)), 2);
    QCOMPARE(pacer.sentIn(Ms(7001)), 0);
    pacer.setLimit(10, Ms(1000));
    QCOMPARE(pacer.sentIn(Ms(2500)), 2);
}

void TestPacer::neverAboveTheWindowAnywhere_data()
{
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("longestStep");
    QTest::newRow("as delivered") << 150 << 5000 << 40;
    QTest::newRow("one at a time") << 1 << 1000 << 700;
    QTest::newRow("in one go") << 300 << 5000 << 1;
    QTest::newRow("with long pauses") << 20 << 500 << 900;
}

/// Random times; sent whenever allowed, also after the promised wait. Then each window position that begins at a
/// request (the fullest ones do) is counted, both ends included.
void TestPacer::neverAboveTheWindowAnywhere()
{
    QFETCH(int, requests);
    QFETCH(int, window);
    QFETCH(int, longestStep);
    for (quint32 seed = 1; seed <= 20; ++seed) {
        QRandomGenerator random(seed);
        Pacer pacer(requests, Ms(window));
        std::vector<qint64> sent;
        Ms now(0);
        for (int i = 0; i < 3000; ++i) {
            now += Ms(random.bounded(longestStep + 1));
            const Ms wait = pacer.waitAt(now);
            if (wait > Ms(0) && random.bounded(2) == 0)
                continue;
            now += wait;
            pacer.count(now);
            sent.push_back(now.count());
        }
        for (auto first = sent.begin(); first != sent.end(); ++first) {
            const auto past = std::upper_bound(first, sent.end(), *first + window);
            QVERIFY2(past - first <= requests, qPrintable(QString::number(seed)));
        }
        QVERIFY(sent.size() > 10);
    }
}

void TestPacer::inFlightFollowsRateAndRoundTrip_data()
{
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("roundTrip");
    QTest::addColumn<int>("maximum");
    QTest::addColumn<int>("expected");
    QTest::newRow("nothing measured yet") << 150 << 0 << 48 << 6;
    QTest::newRow("a near server") << 150 << 20 << 48 << 6;
    QTest::newRow("30 a second x 0.4 s x 1.5") << 150 << 400 << 48 << 18;
    QTest::newRow("a slow server: the most") << 150 << 9000 << 48 << 48;
    QTest::newRow("no limit: the most") << 0 << 20 << 100 << 100;
    QTest::newRow("a small maximum is kept") << 150 << 400 << 2 << 2;
    QTest::newRow("never none") << 150 << 400 << 0 << 1;
}

void TestPacer::inFlightFollowsRateAndRoundTrip()
{
    QFETCH(int, requests);
    QFETCH(int, roundTrip);
    QFETCH(int, maximum);
    InFlightTarget target(requests, Ms(5000), maximum);
    for (int i = 0; roundTrip > 0 && i < 50; ++i)
        target.addRoundTrip(Ms(roundTrip));
    QTEST(target.value(), "expected");
}

void TestPacer::aBurstIsAWindowsRequests_data()
{
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("roundTrip");
    QTest::addColumn<int>("maximum");
    QTest::addColumn<int>("expected");
    QTest::newRow("up to the maximum") << 150 << 20 << 48 << 48;
    QTest::newRow("all of a small window") << 20 << 20 << 48 << 20;
    QTest::newRow("a slow server needs more than the window") << 8 << 9000 << 48 << 22;
    QTest::newRow("no limit: the most") << 0 << 20 << 100 << 100;
    QTest::newRow("never less than one manager carries") << 2 << 20 << 48 << 6;
}

void TestPacer::aBurstIsAWindowsRequests()
{
    QFETCH(int, requests);
    QFETCH(int, roundTrip);
    QFETCH(int, maximum);
    InFlightTarget target(requests, Ms(5000), maximum);
    for (int i = 0; i < 50; ++i)
        target.addRoundTrip(Ms(roundTrip));
    QTEST(target.burst(), "expected");
}

void TestPacer::countsFromItsAnswer()
{
    Pacer pacer(2, Ms(5000));
    pacer.count(Ms(1000));
    pacer.count(Ms(1010));
    QCOMPARE(pacer.waitAt(Ms(1300)), Ms(4701)); // as sent
    pacer.answered(Ms(1000), Ms(1240)); // it may have been with the server since, or only now
    QCOMPARE(pacer.waitAt(Ms(1300)), Ms(4711)); // now the other one is the oldest
    pacer.answered(Ms(1010), Ms(1300));
    QCOMPARE(pacer.waitAt(Ms(1300)), Ms(4941));
    QCOMPARE(pacer.sentIn(Ms(1300)), 2);
    pacer.answered(Ms(90000), Ms(90001)); // of one that is not known, nothing
    QCOMPARE(pacer.sentIn(Ms(1300)), 2);
}

QTEST_GUILESS_MAIN(TestPacer)
#include "tst_pacer.moc"
