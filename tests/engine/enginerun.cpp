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
    limits.silence = Ms(3000);
    limits.total = Ms(6000);
    limits.holdWithoutRetryAfter = Ms(150);
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
    engine = std::make_unique<HangupEngine>(
        limits, Endpoint { address, testAuthId(), testToken() },
        [address, known = logins] { return makeNetwork(address, known); }, &log, &clock);
    connect(engine.get(), &HangupEngine::progressed, this, &EngineRun::take);
    connect(engine.get(), &HangupEngine::idle, this, [this] { ++idles; });
    connect(engine.get(), &HangupEngine::paused, this, [this](PauseReason, Ms slept, int waiting) {
        pauses.append({ slept, waiting });
    });
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
    idles = 0;
    engine->submit(Order { ++m_batch, ids, first }, clock.slept());
    return m_batch;
}

bool EngineRun::waitIdle(Ms patience)
{
    return QTest::qWaitFor([this] { return idles > 0; }, static_cast<int>(patience.count()));
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
    if (server->deletes() != server->count())
        return u"something else than a DELETE was sent"_s;
    QHash<CallId, int> attempts;
    int all = 0;
    for (const CallResult &r : results) {
        attempts[r.id] += r.attempts;
        all += r.attempts;
        if (r.outcome == Outcome::Ended && server->answered204(r.id) == 0)
            return u"called ended without a 204: "_s + r.id.toString();
    }
    for (auto it = attempts.cbegin(); it != attempts.cend(); ++it) {
        if (server->deletesFor(it.key()) > it.value())
            return u"more DELETEs than attempts: "_s + it.key().toString();
    }
    if (server->deletes() > all)
        return u"%1 DELETEs of %2 attempts"_s.arg(server->deletes()).arg(all);
    return {};
}

QString EngineRun::brokenOrder() const
{
    using Key = QPair<quint64, CallId>;
    std::map<Key, int> finished; // 0: accepted, 1: finished
    std::map<quint64, int> left;
    std::map<quint64, int> sizes;
    for (const EngineEvent &event : events) {
        if (const auto *a = std::get_if<CallAccepted>(&event)) {
            if (!finished.emplace(Key { a->batch, a->id }, 0).second)
                return u"accepted twice: "_s + a->id.toString();
            ++left[a->batch];
            ++sizes[a->batch];
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
    return server ? brokenOnTheWire() : QString();
}

} // namespace hangup::test
