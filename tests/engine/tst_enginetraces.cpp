// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/tracejudge.h"
#include "engine/tracenetwork.h"
#include "plivo/hangupengine.h"
#include "support/fakeclock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <array>
#include <memory>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;
using Ms = std::chrono::milliseconds;

namespace {

constexpr quint32 UsualSeed = 4711;

CallId traceId(quint32 n)
{
    return *CallId::parse(u"%1-2222-4333-8444-bbbbbbbbbbbb"_s.arg(n, 8, 16, QChar(u'0')));
}

/// The journal's part: notes what the engine asks for, fails when the trace says so, and answers at once or later.
class TraceLog final : public IntentLog
{
public:
    TraceLog(TraceJudge *judge, QRandomGenerator *random) : m_judge(judge), m_random(random) { }

    QSet<CallId> doubted; ///< it knows an attempt of an earlier batch without a verdict
    int intentsLeft = -1; ///< then none can be written any more; negative: all can

    void recordIntent(const Intent &intent, std::function<void(IntentVerdict)> done) override
    {
        const bool fails = intentsLeft == 0;
        intentsLeft -= intentsLeft > 0 ? 1 : 0;
        answer([this, fails, id = intent.id, done = std::move(done)] {
            if (fails)
                m_judge->intentRefused(id);
            else
                m_judge->intentWritten(id, doubted.contains(id));
            done({ .written = !fails, .earlierAttemptWithoutVerdict = doubted.contains(id) });
        });
    }
    void recordSent(const RequestFact &) override { }
    void recordAnswer(const RequestFact &) override { }
    void recordOutcome(quint64, const AuthId &, const CallResult &result, std::function<void(bool)> done) override
    {
        answer([this, result, done = std::move(done)] {
            m_judge->outcomeWritten(result);
            done(true);
        });
    }
    void recordProof(quint64, const AuthId &, const CallProof &, std::function<void(bool)> done) override
    {
        done(true);
    }

private:
    void answer(const std::function<void()> &done)
    {
        if (m_random->bounded(2U) == 0)
            done();
        else
            QMetaObject::invokeMethod(&m_context, done, Qt::QueuedConnection);
    }

    TraceJudge *m_judge;
    QRandomGenerator *m_random;
    QObject m_context;
};

/// One batch of one to three calls, with answers at random, from its order to its end.
class Trace
{
public:
    explicit Trace(quint32 seed)
        : m_random(seed), m_judge(isGenerous()), m_log(&m_judge, &m_random), m_script {
              .answer = [this](const TraceRequest &request) { return answer(request); },
              .answered = [this](const TraceRequest &request, const TraceAnswer &answer) { answered(request, answer); }
          }
    {
        const ApiAddress address = std::get<ApiAddress>(ApiAddress::parse(u"http://127.0.0.1:9"));
        m_engine = std::make_unique<HangupEngine>(
            limits(),
            Endpoint { address, *AuthId::parse(u"MATESTTESTTESTTEST00"), AuthToken::parse(QByteArray(40, 'a')) },
            [this] { return std::make_unique<TraceNetwork>(&m_script); }, &m_log, &m_clock);
        QObject::connect(m_engine.get(), &HangupEngine::progressed, m_engine.get(),
                         [this](const EngineEvents &events) { take(events); });
        QObject::connect(m_engine.get(), &HangupEngine::idle, m_engine.get(), [this] { m_isOver = true; });
        QObject::connect(m_engine.get(), &HangupEngine::paused, m_engine.get(), [this] { m_isPaused = true; });
    }

    /// Empty, or the promise that was broken.
    QString run()
    {
        submit();
        QElapsedTimer time;
        time.start();
        while (!m_isOver && time.elapsed() < 20'000) {
            QCoreApplication::processEvents();
            if (m_isPaused)
                decide();
            else if (m_onTheirWay == 0)
                passTime();
        }
        if (!m_isOver)
            return u"did not come to an end"_s;
        if (const QString broken = m_judge.brokenPromise(); !broken.isEmpty())
            return broken;
        return m_batchesFinished == 1 ? QString() : u"%1 ends of the batch"_s.arg(m_batchesFinished);
    }

    QString history() const { return m_history.join(u'\n'); }
    const QList<CallResult> &results() const { return m_results; }
    int requests() const { return m_requests; }

private:
    bool isGenerous()
    {
        m_budget = m_random.bounded(4U) == 0 ? static_cast<int>(m_random.bounded(30U)) : 500;
        return m_budget == 500;
    }

    EngineLimits limits()
    {
        EngineLimits limits;
        limits.windowRequests = 0;
        limits.total = Ms(2);
        limits.eventInterval = Ms(0);
        limits.maxInFlight = 1 + static_cast<int>(m_random.bounded(3U));
        limits.retryBudget = m_budget;
        limits.unknownInARow = 0;
        limits.firstAnswersMissing = 0;
        limits.proofFor = Ms(0);
        limits.jitterSeed = m_random.generate() | 1U;
        return limits;
    }

    /// For all calls of the order.
    TraceJudge::Terms terms(Order &order)
    {
        TraceJudge::Terms terms;
        terms.isGuarded = m_random.bounded(4U) == 0;
        if (terms.isGuarded)
            order.cutOff.protectedNumbers = ProtectedNumbers::parse(u"112").numbers;
        order.check = m_random.bounded(4U) == 0;
        terms.isChecked = order.isChecked();
        order.dryRun = terms.isDry = m_random.bounded(12U) == 0;
        return terms;
    }

    void submit()
    {
        Order order;
        order.batch = 1;
        const TraceJudge::Terms all = terms(order);
        const quint32 calls = 1 + m_random.bounded(3U);
        for (quint32 n = 1; n <= calls; ++n) {
            const CallId id = traceId(n);
            order.ids.append(id);
            const quint32 doubt = m_random.bounded(6U);
            if (doubt == 0)
                order.lookFirst.insert(id);
            else if (doubt == 1)
                m_log.doubted.insert(id);
            TraceJudge::Terms terms = all;
            terms.isDoubted = doubt == 0;
            terms.wasSeen = all.isChecked && m_random.bounded(2U) == 0;
            if (terms.wasSeen) {
                CallInfo seen { .id = id };
                seen.from = u"1"_s;
                seen.to = u"2"_s;
                order.seen.insert(id, seen);
            }
            m_judge.expect(id, terms);
        }
        if (m_random.bounded(20U) == 0)
            m_log.intentsLeft = static_cast<int>(m_random.bounded(4U));
        m_stopAt = m_random.bounded(8U) == 0 ? static_cast<int>(m_random.bounded(6U)) : -1;
        m_engine->submit(order, m_clock.slept());
    }

    /// To what was just handed over; at some of them the user stops.
    TraceAnswer answer(const TraceRequest &request)
    {
        m_judge.sent(request, m_clock.monotonic());
        ++m_onTheirWay;
        if (m_requests++ == m_stopAt)
            QMetaObject::invokeMethod(
                m_engine.get(), [this, cut = m_random.bounded(2U) == 0] { stop(cut); }, Qt::QueuedConnection);
        return randomAnswer(m_random, request.kind, request.id);
    }

    void answered(const TraceRequest &request, const TraceAnswer &answer)
    {
        --m_onTheirWay;
        m_history.append(u"%1 at %2: request %3 -> %4"_s.arg(request.id.toString().first(8))
                             .arg(m_clock.monotonic().count())
                             .arg(int(request.kind))
                             .arg(QString::fromUtf8(answer.toText())));
        m_judge.answered(request, answer, m_clock.monotonic());
    }

    void stop(bool cut)
    {
        m_history.append(cut ? u"abort"_s : u"stop"_s);
        m_judge.stopped();
        if (cut)
            m_engine->abort();
        else
            m_engine->stop();
    }

    /// The server asked for a long wait: the user goes on with it, or stops.
    void decide()
    {
        m_isPaused = false;
        if (m_random.bounded(2U) == 0)
            m_engine->resume();
        else
            stop(false);
    }

    /// Steps of all sizes, and one that ends right before what was held may go.
    void passTime()
    {
        constexpr std::array steps { 1, 40, 700, 3000, 20'000, 100'000 };
        Ms step(steps[m_random.bounded(static_cast<quint32>(steps.size()))]);
        const Ms held = m_judge.heldUntil() - m_clock.monotonic();
        if (held > Ms(1) && m_random.bounded(2U) == 0)
            step = held - Ms(1);
        m_clock.advance(step);
        m_engine->setToken(AuthToken::parse(QByteArray(40, 'a'))); // it looks at the clock
    }

    void take(const EngineEvents &events)
    {
        for (const EngineEvent &event : events) {
            if (const auto *finished = std::get_if<CallFinished>(&event)) {
                m_judge.told(finished->result);
                m_results.append(finished->result);
            } else if (std::get_if<BatchFinished>(&event)) {
                ++m_batchesFinished;
            }
        }
    }

    QRandomGenerator m_random;
    int m_budget = 0;
    FakeClock m_clock;
    TraceJudge m_judge;
    TraceLog m_log;
    TraceNetwork::Script m_script;
    std::unique_ptr<HangupEngine> m_engine;
    QStringList m_history;
    QList<CallResult> m_results;
    int m_requests = 0;
    int m_onTheirWay = 0;
    int m_stopAt = -1;
    int m_batchesFinished = 0;
    bool m_isPaused = false;
    bool m_isOver = false;
};

/// HANGUP_TRACE_SEED in the environment: another ten thousand.
quint32 seedOfTraces()
{
    bool isNumber = false;
    const quint32 seed = qEnvironmentVariable("HANGUP_TRACE_SEED").toUInt(&isNumber);
    return isNumber ? seed : UsualSeed;
}

} // namespace

/// The engine with everything between an answer and an outcome (classifiers, policy, pacer, looks) over answers at
/// random, judged by the table of outcomes alone.
class TestEngineTraces : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tenThousandTraces();
};

void TestEngineTraces::tenThousandTraces()
{
    const quint32 seed = seedOfTraces();
    QHash<Outcome, int> outcomes;
    QHash<Reason, int> reasons;
    int manyAttempts = 0;
    int requests = 0;
    for (quint32 n = 0; n < 10'000; ++n) {
        Trace trace(seed * 1'000'003U + n);
        const QString broken = trace.run();
        QVERIFY2(broken.isEmpty(),
                 qPrintable(u"HANGUP_TRACE_SEED=%1, trace %2: %3\n%4"_s.arg(seed).arg(n).arg(broken, trace.history())));
        requests += trace.requests();
        for (const CallResult &result : trace.results()) {
            ++outcomes[result.outcome];
            ++reasons[result.reason];
            manyAttempts += result.attempts >= 4 ? 1 : 0;
        }
    }
    // Random as they are, they have to lead everywhere.
    for (const Outcome outcome : AllOutcomes)
        QVERIFY2(outcomes.value(outcome) > 200, qPrintable(u"%1: %2"_s.arg(int(outcome)).arg(outcomes.value(outcome))));
    for (const Reason reason : { Reason::OverAlready, Reason::NumbersChanged, Reason::NumberProtected,
                                 Reason::NumbersUnread, Reason::CheckUnclear, Reason::DryRun })
        QVERIFY2(reasons.value(reason) > 50,
                 qPrintable(u"reason %1: %2"_s.arg(int(reason)).arg(reasons.value(reason))));
    QVERIFY2(manyAttempts > 200 && requests > 30'000, qPrintable(u"%1 %2"_s.arg(manyAttempts).arg(requests)));
}

QTEST_GUILESS_MAIN(TestEngineTraces)
#include "tst_enginetraces.moc"
