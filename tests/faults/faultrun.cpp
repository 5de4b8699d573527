// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "faults/faultrun.h"

#include "domain/words.h"
#include "faults/trouble.h"
#include "plivo/network.h"
#include "store/journalreader.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace hangup::test {

using namespace Qt::StringLiterals;

namespace {

AuthId faultAuthId()
{
    return *AuthId::parse(u"MATESTTESTTESTTEST00");
}

const QByteArray Token = "0123456789abcdef0123456789abcdef01234567";

QString of(const CallId &id, const QString &what)
{
    return what + u": "_s + id.toString();
}

} // namespace

EngineLimits faultLimits()
{
    EngineLimits limits;
    limits.windowRequests = 60;
    limits.window = Ms(400);
    limits.maxInFlight = 12;
    limits.silence = Ms(1500);
    limits.total = Ms(2500);
    limits.holdWithoutRetryAfter = Ms(100);
    limits.backoffBase = Ms(10);
    limits.backoffMax = Ms(40);
    limits.unknownInARow = 0;
    limits.firstAnswersMissing = 0;
    limits.proofFor = Ms(0);
    return limits;
}

CallId faultId(int n)
{
    return *CallId::parse(u"%1-2222-4333-8444-%2"_s.arg(n, 8, 16, QChar(u'0')).arg(n, 12, 16, QChar(u'b')));
}

FaultRun::FaultRun(const EngineLimits &limits, int calls)
    : m_limits(limits), m_batch { .batch = newBatchNumber(m_clock.wall().count()),
                                  .authId = faultAuthId(),
                                  .accountName = u"Faults"_s,
                                  .operatorName = u"suite"_s,
                                  .atMs = m_clock.wall().count(),
                                  .monotonic = m_clock.monotonic() }
{
    for (int n = 1; n <= calls; ++n)
        ids.append(faultId(n));
    server.setHandler([this](const Request &request) { return answer(request); });
    const ApiAddress address = std::get<ApiAddress>(ApiAddress::parse(server.address()));
    m_journal = std::make_unique<Journal>(
        JournalOptions { .file = m_folder.filePath(u"journal.sqlite"_s), .clock = &m_clock });
    m_journal->open();
    m_relay = std::make_unique<IntentRelay>(m_journal.get());
    m_log = std::make_unique<WatchedLog>(m_relay.get());
    m_engine = std::make_unique<HangupEngine>(
        limits, Endpoint { address, faultAuthId(), AuthToken::parse(Token) },
        [address] { return makeNetwork(address); }, m_log.get(), &m_clock);
    connect(m_engine.get(), &HangupEngine::progressed, this, &FaultRun::take);
    connect(m_engine.get(), &HangupEngine::idle, this, [this] { ++m_idles; });
}

FaultRun::~FaultRun()
{
    m_engine.reset();
    m_journal.reset(); // may still answer the relay while it ends
}

void FaultRun::plant(int index, const Trouble &trouble)
{
    const QMutexLocker lock(&m_mutex);
    m_planted.insert(ids[index].toLatin1(), std::make_shared<Trouble>(trouble));
    m_retryAfterMs = std::max(m_retryAfterMs, trouble.retryAfterMs);
}

/// On the server's thread: a small Plivo.
std::optional<Answer> FaultRun::answer(const Request &request)
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray id = request.callId();
    const auto trouble = m_planted.value(id);
    if (request.method == "DELETE") {
        if (trouble && !m_met.contains(id)) {
            m_met.insert(id);
            if (trouble->applied)
                m_over.insert(id);
            return trouble->answer;
        }
        if (m_over.contains(id))
            return Answer::callNotFound();
        m_over.insert(id);
        return Answer::ended();
    }
    if (trouble && trouble->look)
        return trouble->look;
    const bool live = request.ask() == Ask::Live && !m_over.contains(id);
    return live ? Answer::liveCall(id) : Answer::callNotFound();
}

void FaultRun::take(const EngineEvents &events)
{
    for (const EngineEvent &event : events) {
        if (const auto *finished = std::get_if<CallFinished>(&event))
            results.append(finished->result);
    }
}

bool FaultRun::endAll(std::chrono::milliseconds patience)
{
    m_journal->beginBatch(m_batch, ids);
    m_engine->submit(Order { .batch = m_batch.batch, .ids = ids }, m_clock.slept());
    return QTest::qWaitFor([this] { return m_idles > 0; }, static_cast<int>(patience.count()));
}

QString FaultRun::brokenPromise()
{
    const QList<Request> requests = server.requests();
    if (const QString broken = brokenCount(); !broken.isEmpty())
        return broken;
    QHash<QByteArray, QList<Request>> deletes;
    for (const Request &request : requests) {
        if (request.method == "DELETE")
            deletes[request.callId()].append(request);
    }
    for (const CallResult &result : std::as_const(results)) {
        const QList<Request> mine = deletes.take(result.id.toLatin1());
        for (const QString &broken : { brokenClaim(result, mine), brokenIntent(result, mine) }) {
            if (!broken.isEmpty())
                return broken;
        }
    }
    if (!deletes.isEmpty())
        return u"a DELETE of what nobody asked to end: "_s + QString::fromLatin1(deletes.cbegin().key());
    for (const QString &broken : { brokenWire(requests), brokenWindow(), brokenRetryAfter(), brokenJournal() }) {
        if (!broken.isEmpty())
            return broken;
    }
    return {};
}

/// Exactly one final outcome for each id, told and on disk.
QString FaultRun::brokenCount() const
{
    QSet<CallId> told;
    for (const CallResult &result : results) {
        if (told.contains(result.id))
            return of(result.id, u"two outcomes told"_s);
        if (m_log->outcomes.value(result.id) != 1)
            return of(result.id, u"%1 outcomes on disk"_s.arg(m_log->outcomes.value(result.id)));
        told.insert(result.id);
    }
    for (const CallId &id : ids) {
        if (!told.contains(id))
            return of(id, u"no outcome"_s);
    }
    return told.size() == ids.size() ? QString() : u"an outcome of a call that is not in the list"_s;
}

/// What is claimed, against what the server wrote.
QString FaultRun::brokenClaim(const CallResult &result, const QList<Request> &deletes) const
{
    const auto answered = [&](auto &&matches) { return std::any_of(deletes.cbegin(), deletes.cend(), matches); };
    const bool saidEnded = answered([](const Request &r) { return r.status == 204; });
    const auto claim = [&](const char *what) {
        return of(result.id, words::outcomeKey(result.outcome) + u", but "_s + QString::fromLatin1(what));
    };
    switch (result.outcome) {
    case Outcome::Ended:
        return saidEnded ? QString() : claim("no 204 was written");
    case Outcome::NotLive:
        return answered([](const Request &r) { return r.status != 404 && r.status != 429; })
            ? claim("there was a DELETE without a verdict")
            : QString();
    case Outcome::NotLiveMaybeUs:
        return deletes.isEmpty() ? claim("there was no DELETE") : QString();
    case Outcome::Refused:
        return saidEnded ? claim("a 204 was written") : QString();
    case Outcome::Unknown:
        return deletes.isEmpty() ? claim("there was no DELETE") : QString();
    case Outcome::NotSent:
        return answered([](const Request &r) { return r.status != 429; }) ? claim("there was a DELETE") : QString();
    }
    return {};
}

/// At most one DELETE an attempt, each after its intent was on disk.
QString FaultRun::brokenIntent(const CallResult &result, const QList<Request> &deletes) const
{
    const auto durable = m_log->durable.value(result.id);
    if (deletes.size() > result.attempts)
        return of(result.id, u"%1 DELETEs of %2 attempts"_s.arg(deletes.size()).arg(result.attempts));
    for (qsizetype n = 0; n < deletes.size(); ++n) {
        if (n >= durable.size() || server.startedAt() + deletes[n].at < durable[n])
            return of(result.id, u"a DELETE before its intent was on disk"_s);
    }
    return {};
}

QString FaultRun::brokenWire(const QList<Request> &requests) const
{
    if (!server.dangerousDeletes().isEmpty())
        return u"a dangerous DELETE: "_s + QString::fromLatin1(server.dangerousDeletes().first());
    if (!server.oddRequests().isEmpty())
        return u"a line that is not allowed: "_s + QString::fromLatin1(server.oddRequests().first());
    const QByteArray prefix = "/v1/Account/" + faultAuthId().toString().toLatin1() + "/Call/";
    for (const Request &request : requests) {
        if (!request.target.startsWith(prefix))
            return u"another account: "_s + QString::fromLatin1(request.line);
        if (request.basicCredentials() != faultAuthId().toString().toLatin1() + ':' + Token)
            return u"other credentials: "_s + QString::fromLatin1(request.line);
    }
    return elsewhere.connections() == 0 ? QString() : u"another host was spoken to"_s;
}

/// Exact where requests leave; where they arrive, they may have bunched up on the way.
QString FaultRun::brokenWindow() const
{
    const int limit = m_limits.windowRequests;
    if (limit == 0)
        return {};
    const auto &sent = m_log->sent;
    for (qsizetype n = limit; n < sent.size(); ++n) {
        if (sent[n] - sent[n - limit] < m_limits.window - Ms(2))
            return u"more than %1 requests left within %2 ms"_s.arg(limit).arg(m_limits.window.count());
    }
    if (const int most = server.maxInAnyWindow(m_limits.window / 2); most > limit)
        return u"%1 requests arrived within half a window"_s.arg(most);
    return {};
}

QString FaultRun::brokenRetryAfter() const
{
    if (m_retryAfterMs == 0)
        return {};
    for (const auto &[status, at] : m_log->answered) {
        if (status != 429 && status != 503)
            continue;
        for (const auto &sent : m_log->sent) {
            if (sent > at && sent < at + Ms(m_retryAfterMs - 5))
                return u"something was sent before the time that a %1 asked for"_s.arg(status);
        }
    }
    return {};
}

/// The journal, read by another connection, says what was told, and its chain is whole.
QString FaultRun::brokenJournal()
{
    JournalReader reader(m_folder.filePath(u"journal.sqlite"_s));
    QSignalSpy calls(&reader, &JournalReader::callsFound);
    QSignalSpy checks(&reader, &JournalReader::verified);
    reader.findCalls(HistoryQuery { .batch = m_batch.batch, .limit = static_cast<int>(ids.size()) });
    reader.verify();
    if (!QTest::qWaitFor([&] { return calls.size() == 1 && checks.size() == 1; }, 30000))
        return u"the journal can't be read"_s;
    const auto found = calls.first().at(1).value<HistoryCalls>();
    QHash<CallId, Outcome> kept;
    for (const HistoryCall &call : found.rows) {
        if (call.result)
            kept.insert(call.id, call.result->outcome);
    }
    for (const CallResult &result : std::as_const(results)) {
        if (!kept.contains(result.id) || kept.value(result.id) != result.outcome)
            return of(result.id, u"the journal says something else"_s);
    }
    const auto check = checks.first().at(1).value<JournalCheck>();
    return check.state == JournalCheck::State::Whole ? QString() : u"the chain is broken: "_s + check.detail;
}

} // namespace hangup::test
