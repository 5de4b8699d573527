// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/timedrun.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace hangup::test {

using namespace Qt::StringLiterals;

namespace {

constexpr Ms StepOfTime { 5 };
/// What came of a step, and what came of that.
constexpr int TurnsAStep = 5;
constexpr int PatienceMs = 60'000;

TraceAnswer usualAnswer(const TraceRequest &request)
{
    if (request.kind == RequestKind::HangUp)
        return { .status = 204 };
    return { .status = 200,
             .body = "{\"call_uuid\": \"" + request.id.toLatin1() + "\", \"call_status\": \"in-progress\"}" };
}

} // namespace

TimedRun::TimedRun(const EngineLimits &limits)
    : answer(usualAnswer), m_limits(limits), m_script {
          .answer =
              [this](const TraceRequest &request) {
                  m_sent.append({ request.kind, request.id, clock.monotonic() });
                  return answer(request);
              },
          .answered = [](const TraceRequest &, const TraceAnswer &) {},
      }
{
    const ApiAddress nowhere = std::get<ApiAddress>(ApiAddress::parse(u"http://127.0.0.1:9"));
    engine = std::make_unique<HangupEngine>(
        limits, Endpoint { nowhere, testAuthId(), testToken() },
        [this] { return std::make_unique<TraceNetwork>(&m_script); }, &log, &clock);
}

void TimedRun::submit(Order order)
{
    order.batch = ++m_batch;
    engine->submit(order, clock.slept());
}

void TimedRun::setLimits(const EngineLimits &limits)
{
    m_limits = limits;
    engine->setLimits(limits);
}

bool TimedRun::passUntil(const std::function<bool()> &isOver)
{
    QElapsedTimer patience;
    patience.start();
    while (!isOver()) {
        if (patience.elapsed() > PatienceMs)
            return false;
        clock.advance(StepOfTime);
        engine->setLimits(m_limits); // it looks at the clock
        for (int turn = 0; turn < TurnsAStep; ++turn)
            QCoreApplication::processEvents();
    }
    return true;
}

bool TimedRun::passUntilOutcomes(int count)
{
    return passUntil([this, count] { return log.outcomes().size() >= count; });
}

void TimedRun::pass(Ms time)
{
    const Ms end = clock.monotonic() + time;
    passUntil([this, end] { return clock.monotonic() >= end; });
}

int TimedRun::deletes() const
{
    return static_cast<int>(std::ranges::count(m_sent, RequestKind::HangUp, &Sent::kind));
}

int TimedRun::maxInAnyWindow(Ms window) const
{
    qsizetype most = 0;
    for (qsizetype last = 0, first = 0; last < m_sent.size(); ++last) {
        while (m_sent[last].at - m_sent[first].at >= window)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return static_cast<int>(most);
}

int TimedRun::questionsAmongDeletes() const
{
    const int all = deletes();
    int questions = 0;
    int seen = 0;
    for (const Sent &one : m_sent) {
        if (one.kind == RequestKind::HangUp)
            ++seen;
        else if (seen > 0 && seen < all)
            ++questions;
    }
    return questions;
}

int TimedRun::count(Outcome outcome) const
{
    return static_cast<int>(std::ranges::count(log.outcomes(), outcome, &CallResult::outcome));
}

} // namespace hangup::test
