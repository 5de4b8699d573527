// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/retrypolicy.h"

#include <algorithm>

namespace hangup {

RetryPolicy::RetryPolicy(const Numbers &numbers) : m_numbers(numbers), m_left(std::max(0, numbers.budget)) { }

void RetryPolicy::setNumbers(const Numbers &numbers)
{
    const int used = m_numbers.budget - m_left;
    m_numbers = numbers;
    m_left = std::clamp(numbers.budget - used, 0, std::max(0, numbers.budget));
}

bool RetryPolicy::isRetried(Outcome outcome, Reason reason)
{
    switch (outcome) {
    case Outcome::Unknown:
        return reason != Reason::Aborted && reason != Reason::ProgramEnded;
    case Outcome::NotSent:
        return reason == Reason::HostNotFound || reason == Reason::ConnectionRefused;
    case Outcome::Ended:
    case Outcome::NotLive:
    case Outcome::NotLiveMaybeUs:
    case Outcome::Refused:
        return false;
    }
    return false;
}

RetryPolicy::Ms RetryPolicy::ceiling(int retry) const
{
    Ms wait = std::max(Ms(0), m_numbers.base);
    for (int i = 0; i < retry && wait < m_numbers.longest; ++i)
        wait *= 2;
    return std::clamp(wait, Ms(0), std::max(Ms(0), m_numbers.longest));
}

std::optional<RetryPolicy::Ms> RetryPolicy::retry(int tries, Outcome outcome, Reason reason, quint32 random)
{
    if (tries < 1 || tries >= m_numbers.maxAttempts || !isRetried(outcome, reason))
        return {};
    const bool timedOut = reason == Reason::Silence || reason == Reason::TooLate;
    const int cost = std::max(0, timedOut ? m_numbers.timeoutCost : m_numbers.cost);
    if (cost > m_left)
        return {};
    m_left -= cost;
    // 0 … ceiling, both included. 64 bits hold the product of a quint32 and any ceiling below 49 days.
    const quint64 span = static_cast<quint64>(ceiling(tries - 1).count()) + 1;
    return Ms(static_cast<Ms::rep>((span * random) >> 32));
}

void RetryPolicy::noteClean()
{
    m_left = std::min(m_left + std::max(0, m_numbers.gain), std::max(0, m_numbers.budget));
}

} // namespace hangup
