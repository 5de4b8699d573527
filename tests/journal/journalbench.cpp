// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "journalbench.h"

#include "domain/words.h"

#include <QMutex>
#include <QSemaphore>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hangup::test {

namespace {

constexpr int PatienceMs = 20'000;

RequestFact factOf(quint64 batch, quint32 call, int attempt)
{
    return { .batch = batch,
             .id = callNumber(call),
             .authId = testAccount(),
             .attempt = attempt,
             .atMs = 1'795'525'332'000 + call,
             .monotonic = std::chrono::milliseconds(1000) };
}

/// Hands a callback's value over from the journal's thread.
template <typename Value>
struct Reply
{
    QSemaphore came;
    Value value {};
};

template <typename Value, typename Ask>
std::optional<Value> waitFor(Ask ask, int patienceMs = PatienceMs)
{
    const auto reply = std::make_shared<Reply<Value>>();
    ask([reply](Value value) {
        reply->value = value;
        reply->came.release();
    });
    if (!reply->came.tryAcquire(1, patienceMs))
        return std::nullopt;
    return reply->value;
}

/// Asks a reader and waits for what it says, on its own thread: nothing when it says nothing. (A QSignalSpy counts on
/// this thread alone, and its wait() misses what came before.)
template <typename Value, typename Signal, typename Ask>
std::optional<Value> readBy(const QString &file, Signal signal, Ask ask)
{
    JournalReader reader(file);
    return waitFor<Value>([&](auto done) {
        QObject::connect(
            &reader, signal, &reader, [done](quint64, const Value &value) { done(value); }, Qt::DirectConnection);
        ask(reader);
    });
}

} // namespace

struct JournalBench::Shared
{
    QMutex mutex;
    Recovery recovery;
};

CallId callNumber(quint32 n)
{
    return CallId::parse(u"00000000-0000-4000-8000-%1"_s.arg(n + 1, 12, 16, QLatin1Char('0'))).value();
}

AuthId testAccount()
{
    return AuthId::parse(u"MA00000000000000TEST").value();
}

BatchInfo batchNumber(quint64 batch, qint64 atMs)
{
    return { .batch = batch,
             .authId = testAccount(),
             .accountName = u"Büro"_s,
             .operatorName = u"anna"_s,
             .words = { u"TCK-%1"_s.arg(batch), u"stuck"_s },
             .atMs = atMs,
             .monotonic = std::chrono::milliseconds(500) };
}

JournalBench::JournalBench(const JournalOptions &options)
    : m_journal(std::make_unique<Journal>(options)), m_shared(std::make_shared<Shared>())
{
    QObject::connect(
        m_journal.get(), &Journal::recovered, m_journal.get(),
        [shared = m_shared](const Recovery &recovery) {
            const QMutexLocker lock(&shared->mutex);
            shared->recovery = recovery;
        },
        Qt::DirectConnection);
    m_journal->open();
}

JournalBench::~JournalBench() = default;

void JournalBench::begin(quint64 batch, quint32 from, quint32 to)
{
    QList<CallId> ids;
    for (quint32 n = from; n < to; ++n)
        ids.append(callNumber(n));
    m_journal->beginBatch(batchNumber(batch), ids);
}

IntentVerdict JournalBench::intent(quint64 batch, quint32 call, int attempt)
{
    const Intent intent { batch,   callNumber(call),         testAccount(),
                          attempt, 1'795'525'331'500 + call, std::chrono::milliseconds(900) };
    return test::waitFor<IntentVerdict>([&](auto done) { m_journal->recordIntent(intent, done); }).value();
}

void JournalBench::sent(quint64 batch, quint32 call, int attempt)
{
    m_journal->recordSent(factOf(batch, call, attempt));
}

void JournalBench::answer(quint64 batch, quint32 call, std::optional<Outcome> outcome, int status, int attempt)
{
    RequestFact fact = factOf(batch, call, attempt);
    fact.atMs += 84;
    fact.monotonic += std::chrono::milliseconds(84);
    fact.took = std::chrono::milliseconds(84);
    fact.httpStatus = status;
    fact.outcome = outcome;
    m_journal->recordAnswer(fact);
}

std::optional<bool> JournalBench::outcome(quint64 batch, quint32 call, Outcome outcome, int attempts,
                                          std::chrono::milliseconds patience)
{
    const CallResult result { .id = callNumber(call),
                              .outcome = outcome,
                              .reason = outcome == Outcome::NotSent ? Reason::Stopped : Reason::None,
                              .httpStatus = outcome == Outcome::Ended ? 204 : 0,
                              .attempts = attempts,
                              .startedAtMs = 1'795'525'332'000,
                              .finishedAtMs = 1'795'525'332'084,
                              .elapsed = std::chrono::milliseconds(84) };
    return test::waitFor<bool>([&](auto done) { m_journal->recordOutcome(batch, testAccount(), result, done); },
                               int(patience.count()));
}

std::optional<bool> JournalBench::proof(quint64 batch, const CallProof &proof)
{
    return test::waitFor<bool>([&](auto done) { m_journal->recordProof(batch, testAccount(), proof, done); });
}

std::optional<qint64> JournalBench::prune(qint64 beforeMs, const QByteArray &sha256)
{
    return test::waitFor<std::optional<qint64>>([&](auto done) { m_journal->prune(beforeMs, sha256, done); }).value();
}

void JournalBench::endCall(quint64 batch, quint32 call, Outcome outcome, int status)
{
    intent(batch, call);
    sent(batch, call);
    answer(batch, call, outcome, status);
    this->outcome(batch, call, outcome);
}

void JournalBench::flush()
{
    // Order is kept: when the removal of nothing is answered, all before it is written.
    prune(0);
}

JournalState JournalBench::opened()
{
    [this] { QTRY_VERIFY_WITH_TIMEOUT(m_journal->state().kind != JournalState::Kind::Opening, PatienceMs); }();
    return m_journal->state();
}

JournalState JournalBench::waitFor(JournalState::Kind kind)
{
    [this, kind] { QTRY_COMPARE_WITH_TIMEOUT(m_journal->state().kind, kind, PatienceMs); }();
    return m_journal->state();
}

Recovery JournalBench::recovery()
{
    opened();
    const QMutexLocker lock(&m_shared->mutex);
    return m_shared->recovery;
}

JournalCheck verifyFile(const QString &file)
{
    return readBy<JournalCheck>(file, &JournalReader::verified, [](auto &reader) { reader.verify(); }).value();
}

HistoryCalls findCalls(const QString &file, const HistoryQuery &query)
{
    return readBy<HistoryCalls>(file, &JournalReader::callsFound, [&](auto &reader) { reader.findCalls(query); })
        .value();
}

HistoryBatches findBatches(const QString &file, const HistoryQuery &query)
{
    return readBy<HistoryBatches>(file, &JournalReader::batchesFound, [&](auto &reader) { reader.findBatches(query); })
        .value();
}

QList<HistoryEvent> findEvents(const QString &file, quint64 batch, quint32 call)
{
    return readBy<QList<HistoryEvent>>(file, &JournalReader::eventsFound,
                                       [&](auto &reader) { reader.findEvents(batch, callNumber(call)); })
        .value();
}

HistoryExported exportTo(const QString &file, const HistoryQuery &query, const QString &path, HistoryFormat format)
{
    return readBy<HistoryExported>(file, &JournalReader::exported,
                                   [&](auto &reader) { reader.exportCalls(query, path, format); })
        .value();
}

QString outcomesOf(const QString &file, quint64 batch)
{
    QStringList words;
    for (const HistoryCall &call : findCalls(file, { .batch = batch }).rows) {
        words.append(call.result ? u"%1 %2"_s.arg(words::outcomeKey(call.result->outcome)).arg(call.result->attempts)
                                 : u"open"_s);
    }
    return words.join(u"; "_s);
}

QVariantList sqlOn(const QString &file, const QString &sql, bool asIntruder)
{
    QVariantList first;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"intruder"_s);
        database.setDatabaseName(file);
        if (!database.open())
            qWarning() << "can't open" << database.lastError();
        QSqlQuery query(database);
        if (asIntruder) {
            query.exec(u"DROP TRIGGER event_stays"_s);
            query.exec(u"DROP TRIGGER event_kept"_s);
        }
        if (!query.exec(sql))
            qWarning() << sql << query.lastError();
        while (query.next())
            first.append(query.value(0));
    }
    QSqlDatabase::removeDatabase(u"intruder"_s);
    return first;
}

} // namespace hangup::test
