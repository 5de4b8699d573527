// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// What goes from thread to thread, under ThreadSanitizer: built without Qt and run by itself. With --planted-race the
// same queue has no lock, and the sanitizer must say so.
#include "domain/handover.h"

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <thread>
#include <vector>

namespace {

constexpr int Senders = 4;
constexpr int Each = 20000;

/// The planted race.
struct NoMutex
{
    void lock() { }
    void unlock() { }
};

/// Wakes the receiver as an event loop does.
class Bell
{
public:
    void ring()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_rung = true;
        }
        m_condition.notify_one();
    }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_condition.wait(lock, [this] { return m_rung; });
        m_rung = false;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_rung = false;
};

struct Item
{
    int sender;
    int number;
};

/// Senders hand over, the receiver sleeps until it is woken: each item arrives once, a sender's in order, and no
/// wake-up is missed (the test would hang).
bool handsOver()
{
    hangup::Handover<Item> handover;
    Bell bell;
    std::vector<std::thread> threads;
    for (int sender = 0; sender < Senders; ++sender) {
        threads.emplace_back([&handover, &bell, sender] {
            for (int number = 0; number < Each; ++number) {
                // Every third may come later; the last must not.
                const bool soon = number % 3 == 0 && number + 1 < Each;
                if (handover.push({ sender, number }, soon))
                    bell.ring();
            }
        });
    }
    std::vector<int> next(Senders, 0);
    bool inOrder = true;
    for (int received = 0; received < Senders * Each;) {
        bell.wait();
        for (const Item &item : handover.takeAll()) {
            inOrder = inOrder && next[static_cast<std::size_t>(item.sender)]++ == item.number;
            ++received;
        }
    }
    for (std::thread &thread : threads)
        thread.join();
    return inOrder && handover.takeAll().empty();
}

void race()
{
    hangup::Handover<int, NoMutex> handover;
    std::atomic<int> ready { 0 };
    const auto push = [&handover, &ready] {
        ++ready;
        while (ready < 2) { } // both at once
        handover.push(1);
    };
    std::thread one(push);
    std::thread other(push);
    one.join();
    other.join();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::strcmp(argv[1], "--planted-race") == 0) {
        race();
        return 0;
    }
    if (handsOver())
        return 0;
    std::fputs("something was lost, or came in another order\n", stderr);
    return 1;
}
