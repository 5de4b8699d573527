// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include <QTest>

#include <atomic>
#include <thread>

namespace {

constexpr int Whole = 0x5eed;
std::atomic<int> s_destroyed = 0;
std::atomic<int> s_broken = 0;

/// As Qt has them: what belongs to one thread, and has to be tidied up when the thread ends.
struct Belonging
{
    ~Belonging()
    {
        ++s_destroyed;
        if (first != Whole || last != Whole)
            ++s_broken;
    }
    int first = Whole; // where memory that was freed is written over first
    char room[64] = {};
    int last = Whole;
};

thread_local Belonging s_belonging;

} // namespace

/// What a thread has of its own is there till its destructor has run: GCC's runtime for Windows frees it before, unless
/// threadends_win.cpp is linked in.
class TestThreadEnds final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsAThreadsVariablesForTheirDestructors();
};

void TestThreadEnds::keepsAThreadsVariablesForTheirDestructors()
{
    // One after the other: the next one's memory is that which the last one freed.
    for (int i = 0; i < 20; ++i)
        std::thread([] { s_belonging.room[0] = 1; }).join();
    QCOMPARE(s_destroyed.load(), 20);
    QCOMPARE(s_broken.load(), 0);
}

QTEST_GUILESS_MAIN(TestThreadEnds)
#include "tst_threadends.moc"
