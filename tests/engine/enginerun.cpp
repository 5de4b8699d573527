// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/enginerun.h"

#include "domain/words.h"
#include "plivo/network.h"

#include <QNetworkAccessManager>
#include <QTest>

#include <map>

namespace hangup::test {

using namespace Qt::StringLiterals;

bool assertionsAreOn()
{
#ifdef QT_NO_DEBUG
    return qEnvironmentVariableIsSet("HANGUP_SANITIZED");
#else
    return true;
#endif
}

CallId callId(int n)
{
    return *CallId::parse(u"%1-1111-4222-8333-%2"_s.arg(n, 8, 16, QChar(u'0')).arg(n, 12, 16, QChar(u'a')));
}

QList<CallId> callIds(int count, int from)
{
    QList<CallId> ids;
    for (int n = from; n < from + count; ++n)
        ids.append(callId(n));
    return ids;
}

AuthId testAuthId()
{
    return *AuthId::parse(u"MATESTTESTTESTTEST00");
}

AuthToken testToken()
{
    return *AuthToken::parse("0123456789abcdef0123456789abcdef01234567");
}

EngineLimits quickLimits()
{
    EngineLimits limits;
    limits.windowRequests = 0;
    limits.silence = Ms(10'000);
    limits.total = Ms(20'000);
    limits.holdWithoutRetryAfter = Ms(150);
    limits.backoffBase = Ms(10);
    limits.backoffMax = Ms(40);
    limits.unknownInARow = 0;
    limits.firstAnswersMissing = 0;
    limits.jitterSeed = 1;
    limits.proofFor = Ms(0);
    limits.proofFirst = Ms(10);
    limits.proofLongest = Ms(40);
    return limits;
}

EngineLimits oneByOne()
{
    EngineLimits limits = quickLimits();
    limits.maxInFlight = 1;
    return limits;
}

EngineRun::EngineRun(const EngineLimits &limits, std::optional<TlsIdentity> tls)
    : server(std::make_unique<FakeServer>(std::move(tls)))
{
    make(limits, std::get<ApiAddress>(ApiAddress::parse(server->address())));
}

EngineRun::EngineRun(const EngineLimits &limits, const ApiAddress &address)
{
    make(limits, address);
}

EngineRun::~EngineRun() = default;

void EngineRun::make(const EngineLimits &limits, const ApiAddress &address)
{
    if (server) {
        for (const Ask ask : { Ask::Live, Ask::Queued, Ask::Record })
            server->setAskAnswer(ask, Answer::serverTrouble(503));
    }
    engine = std::make_unique<HangupEngine>(
        limits, Endpoint { address, testAuthId(), testToken() },
        [address, known = logins] { return makeNetwork(address, known); }, &log, &clock);
    connect(engine.get(), &HangupEngine::progressed, this, &EngineRun::take);
    connect(engine.get(), &HangupEngine::idle, this, [this] { ++idles; });
    connect(engine.get(), &HangupEngine::proofIdle, this, [this] { ++proofIdles; });
    connect(engine.get(), &HangupEngine::paused, this, [this](const Pause &pause) { pauses.append(pause); });
}

void EngineRun::take(const EngineEvents &run)
{
    events.append(run);
    runs.append(static_cast<int>(run.size()));
    runTimes.append(clock.monotonic().count());
    for (const EngineEvent &event : run) {
        if (const auto *finished = std::get_if<CallFinished>(&event))
            results.append(finished->result);
    }
}

quint64 EngineRun::submit(const QList<CallId> &ids, bool first)
{
    return submitOrder(Order { .batch = 0, .ids = ids, .first = first });
}

quint64 EngineRun::submitLookFirst(const QList<CallId> &ids)
{
    return submitOrder(Order { .batch = 0, .ids = ids, .lookFirst = QSet<CallId>(ids.cbegin(), ids.cend()) });
}

quint64 EngineRun::submitOrder(Order order)
{
    idles = 0;
    order.batch = ++m_batch;
    engine->submit(order, clock.slept());
    return m_batch;
}

bool EngineRun::waitProof(Ms patience)
{
    return QTest::qWaitFor([this] { return proofIdles > 0; }, static_cast<int>(patience.count()));
}

void EngineRun::setLive(bool live, bool queued)
{
    const auto answer = [](bool isThere) -> FakeServer::AskAnswer {
        return [isThere](const QByteArray &id) { return isThere ? Answer::liveCall(id) : Answer::callNotFound(); };
    };
    server->setAskAnswer(Ask::Live, answer(live));
    server->setAskAnswer(Ask::Queued, answer(queued));
}

bool EngineRun::waitIdle(Ms patience)
{
    return QTest::qWaitFor([this] { return idles > 0; }, static_cast<int>(patience.count()));
}

bool EngineRun::waitQuiet(Ms quiet)
{
    const auto isQuiet = [this, quiet] {
        const int before = server->count();
        QTest::qWait(static_cast<int>(quiet.count()));
        return server->count() == before;
    };
    return QTest::qWaitFor(isQuiet, 10'000);
}

CallResult EngineRun::endOne(const CallId &id)
{
    submit({ id });
    waitIdle();
    return result(id);
}

CallResult EngineRun::result(const CallId &id) const
{
    for (auto it = results.crbegin(); it != results.crend(); ++it) {
        if (it->id == id)
            return *it;
    }
    CallResult none { .id = id };
    none.attempts = -1;
    return none;
}

CallProof EngineRun::proof(const CallId &id) const
{
    CallProof latest { .id = id };
    for (const ProofFound &found : eventsOf<ProofFound>()) {
        if (found.proof.id == id)
            latest = found.proof;
    }
    return latest;
}

int EngineRun::count(Outcome outcome) const
{
    return static_cast<int>(
        std::count_if(results.begin(), results.end(), [outcome](const CallResult &r) { return r.outcome == outcome; }));
}

QString EngineRun::outcomes() const
{
    QStringList parts;
    for (const Outcome outcome : AllOutcomes) {
        if (const int n = count(outcome); n > 0)
            parts.append(u"%1 %2"_s.arg(words::outcomeKey(outcome)).arg(n));
    }
    return parts.join(u", "_s);
}

QList<LogEntry> EngineRun::lines(const CallId &id) const
{
    QList<LogEntry> found;
    for (const LogLine &line : eventsOf<LogLine>()) {
        if (line.entry.id == id)
            found.append(line.entry);
    }
    return found;
}

QString EngineRun::brokenOnTheWire() const
{
    if (!server->dangerousDeletes().isEmpty())
        return u"dangerous address: "_s + QString::fromLatin1(server->dangerousDeletes().first());
    if (!server->oddRequests().isEmpty())
        return u"a line that is not allowed: "_s + QString::fromLatin1(server->oddRequests().first());
    QHash<CallId, int> attempts;
    int all = 0;
    for (const CallResult &r : results) {
        attempts[r.id] += r.attempts;
        all += r.attempts;
    }
    for (auto it = attempts.cbegin(); it != attempts.cend(); ++it) {
        if (server->deletesFor(it.key()) > it.value())
            return u"more DELETEs than attempts: "_s + it.key().toString();
    }
    if (server->deletes() > all)
        return u"%1 DELETEs of %2 attempts"_s.arg(server->deletes()).arg(all);
    return {};
}

/// The n-th DELETE of a call came after its n-th intent was written.
QString EngineRun::brokenIntents() const
{
    QHash<QByteArray, QList<std::chrono::steady_clock::time_point>> intents;
    for (const MemoryLog::Record &record : log.records()) {
        if (record.intent && record.written)
            intents[record.intent->id.toLatin1()].append(record.at);
    }
    QHash<QByteArray, int> sent;
    for (const Request &request : server->requests()) {
        if (request.method != "DELETE")
            continue;
        const QByteArray id = request.callId();
        const auto written = intents.value(id);
        const int n = sent[id]++;
        if (n >= written.size())
            return u"more DELETEs than intents: "_s + QString::fromLatin1(id);
        if (server->startedAt() + request.at < written[n])
            return u"sent before its intent was written: "_s + QString::fromLatin1(id);
    }
    return {};
}

/// What is called ended was answered 204; what was answered 204 is ended, or at least not called anything else for
/// sure.
QString EngineRun::brokenClaims() const
{
    QHash<CallId, int> ended;
    QSet<CallId> mayHaveEnded;
    for (const CallResult &r : results) {
        ended[r.id] += r.outcome == Outcome::Ended ? 1 : 0;
        if (r.outcome == Outcome::Ended || r.outcome == Outcome::Unknown || r.outcome == Outcome::NotLiveMaybeUs)
            mayHaveEnded.insert(r.id);
    }
    for (auto it = ended.cbegin(); it != ended.cend(); ++it) {
        const int answered = server->answered204(it.key());
        if (it.value() > answered)
            return u"called ended without a 204: "_s + it.key().toString();
        if (answered > 0 && !mayHaveEnded.contains(it.key()))
            return u"answered 204, and called something else: "_s + it.key().toString();
    }
    return {};
}

QString EngineRun::brokenOrder() const
{
    using Key = QPair<quint64, CallId>;
    std::map<Key, int> finished; // 0: accepted, 1: finished
    std::map<quint64, int> left;
    std::map<quint64, int> sizes;
    for (const EngineEvent &event : events) {
        if (const auto *a = std::get_if<CallsAccepted>(&event)) {
            for (const CallId &id : a->ids) {
                if (!finished.emplace(Key { a->batch, id }, 0).second)
                    return u"accepted twice: "_s + id.toString();
                ++left[a->batch];
                ++sizes[a->batch];
            }
        } else if (const auto *w = std::get_if<CallOnItsWay>(&event)) {
            const auto known = finished.find({ w->batch, w->id });
            if (known == finished.end() || known->second != 0)
                return u"on its way before accepted, or after its outcome: "_s + w->id.toString();
        } else if (const auto *f = std::get_if<CallFinished>(&event)) {
            const auto known = finished.find({ f->batch, f->result.id });
            if (known == finished.end() || known->second++ != 0)
                return u"not accepted, or finished twice: "_s + f->result.id.toString();
            --left[f->batch];
        } else if (const auto *b = std::get_if<BatchFinished>(&event)) {
            if (left[b->batch] != 0 || sizes[b->batch] != b->calls)
                return u"batch %1 finished with %2 calls left"_s.arg(b->batch).arg(left[b->batch]);
            left[b->batch] = -1;
        }
    }
    for (const auto &[key, done] : finished) {
        if (done != 1)
            return u"no outcome: "_s + key.second.toString();
    }
    for (const auto &[batch, n] : left) {
        if (n != -1)
            return u"batch %1 never finished"_s.arg(batch);
    }
    return {};
}

QString EngineRun::brokenPromise() const
{
    if (const QString broken = brokenOrder(); !broken.isEmpty())
        return broken;
    if (log.outcomes().size() != results.size())
        return u"%1 outcomes recorded, %2 told"_s.arg(log.outcomes().size()).arg(results.size());
    qsizetype outcomeLines = 0;
    for (const LogLine &line : eventsOf<LogLine>())
        outcomeLines += line.entry.outcome.has_value() ? 1 : 0;
    if (outcomeLines != results.size())
        return u"%1 log lines with an outcome, %2 results"_s.arg(outcomeLines).arg(results.size());
    if (!server)
        return {};
    for (const QString &broken : { brokenOnTheWire(), brokenIntents(), brokenClaims() }) {
        if (!broken.isEmpty())
            return broken;
    }
    return {};
}

} // namespace hangup::test
