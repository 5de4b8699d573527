// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/enginehost.h"

#include "plivo/credentialscheck.h"
#include "plivo/network.h"
#include "plivo/proxylogins.h"
#include "practice/practicenetwork.h"
#include "practice/practiceworld.h"

#include <QMetaObject>
#include <QNetworkAccessManager>
#include <QPointer>

namespace hangup {

using namespace Qt::StringLiterals;

struct EngineHost::SharedWorld
{
    std::shared_ptr<PracticeWorld> world;
};

EngineHost::EngineHost(const EngineLimits &limits, LogOf logs, const Clock *clock, bool quickPractice,
                       std::shared_ptr<ProxyLogins> proxyLogins, QObject *parent)
    : QObject(parent), m_limits(limits), m_logs(std::move(logs)), m_clock(clock), m_quickPractice(quickPractice),
      m_practice(std::make_shared<SharedWorld>()), m_proxyLogins(std::move(proxyLogins))
{
    qRegisterMetaType<CheckVerdict>();
    m_thread.setObjectName(u"engine"_s);
    m_thread.start();
}

EngineHost::~EngineHost()
{
    // Through the same queue: the outcomes of what is cut are written before the thread ends.
    for (const auto &[key, engine] : m_engines)
        QMetaObject::invokeMethod(engine, &HangupEngine::abort, Qt::QueuedConnection);
    if (m_inUse)
        QMetaObject::invokeMethod(
            m_inUse, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    else
        m_thread.quit();
    m_thread.wait();
}

QString EngineHost::keyOf(const Account &account)
{
    return account.authId.toString() + u'@' + account.address.url().toString();
}

void EngineHost::use(const Account &account, const std::optional<AuthToken> &token)
{
    HangupEngine *engine = engineOf(account);
    if (m_inUse && m_inUse != engine)
        setToken(std::nullopt); // no longer than needed
    m_inUse = engine;
    m_asked.erase(engine);
    // The practice account's token is no secret: the simulated server accepts any.
    setToken(account.isPractice() ? AuthToken::parse("practice") : token);
}

HangupEngine *EngineHost::engineOf(const Account &account)
{
    const QString key = keyOf(account);
    auto found = m_engines.find(key);
    if (found == m_engines.end())
        found = m_engines.emplace(key, make(account)).first;
    return found->second;
}

void EngineHost::setToken(const std::optional<AuthToken> &token)
{
    QMetaObject::invokeMethod(
        m_inUse, [engine = m_inUse, token] { engine->setToken(token); }, Qt::QueuedConnection);
}

void EngineHost::setLimits(const EngineLimits &limits)
{
    m_limits = limits;
    for (const auto &[key, engine] : m_engines)
        QMetaObject::invokeMethod(
            engine, [engine = engine, limits] { engine->setLimits(limits); }, Qt::QueuedConnection);
}

void EngineHost::learnSecret(const SecretBytes &secret)
{
    m_secrets.append(secret);
    for (const auto &[key, engine] : m_engines)
        QMetaObject::invokeMethod(
            engine, [engine = engine, secret] { engine->learnSecret(secret); }, Qt::QueuedConnection);
}

HangupEngine *EngineHost::make(const Account &account)
{
    auto *engine = new HangupEngine(m_limits, Endpoint { account.address, account.authId, std::nullopt },
                                    network(account), m_logs(account), m_clock);
    engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, engine, &QObject::deleteLater);
    connect(engine, &HangupEngine::progressed, this,
            [this, engine](const EngineEvents &events) { pass(engine, events); });
    connect(engine, &HangupEngine::paused, this, &EngineHost::paused);
    connect(engine, &HangupEngine::proofIdle, this, &EngineHost::proofIdle);
    if (m_keepGoing)
        QMetaObject::invokeMethod(
            engine, [engine] { engine->setKeepGoing(true); }, Qt::QueuedConnection);
    for (const SecretBytes &secret : std::as_const(m_secrets))
        QMetaObject::invokeMethod(
            engine, [engine, secret] { engine->learnSecret(secret); }, Qt::QueuedConnection);
    return engine;
}

quint64 EngineHost::check(const Account &account, const AuthToken &token)
{
    const quint64 number = ++m_lastCheck;
    auto *check = new CredentialsCheck(m_limits, Endpoint { account.address, account.authId, token }, network(account));
    check->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, check, &QObject::deleteLater);
    m_checks.emplace(number, check);
    connect(check, &CredentialsCheck::finished, this, [this, number](const CheckVerdict &verdict) {
        const auto done = m_checks.find(number);
        if (done == m_checks.end())
            return; // cancelled meanwhile
        done->second->deleteLater();
        m_checks.erase(done);
        Q_EMIT checked(number, verdict);
    });
    // One window for all that is sent for an account. Both live on the engine's thread.
    if (const auto engine = m_engines.find(keyOf(account)); engine != m_engines.end())
        check->setAdmission(
            [pacer = QPointer<HangupEngine>(engine->second)] { return pacer && pacer->admitRequest(); });
    QMetaObject::invokeMethod(check, &CredentialsCheck::start, Qt::QueuedConnection);
    return number;
}

void EngineHost::cancelCheck(quint64 number)
{
    const auto found = m_checks.find(number);
    if (found == m_checks.end())
        return;
    QMetaObject::invokeMethod(found->second, &CredentialsCheck::cancel, Qt::QueuedConnection);
    found->second->deleteLater(); // behind the cancel() in its queue
    m_checks.erase(found);
}

ManagerFactory EngineHost::network(const Account &account) const
{
    if (!account.isPractice()) {
        return [address = account.address, logins = m_proxyLogins, proxies = makeSystemProxies()] {
            return makeNetwork(address, logins, proxies);
        };
    }
    // The world is made by the first call, so that it belongs to the engine's thread; all managers of both accounts
    // share it.
    return [quick = m_quickPractice, shared = m_practice] {
        if (!shared->world)
            shared->world = std::make_shared<PracticeWorld>(quick);
        return std::unique_ptr<QNetworkAccessManager>(std::make_unique<PracticeNetwork>(shared->world));
    };
}

void EngineHost::submit(const Order &order, std::chrono::milliseconds sleptWhenConfirmed)
{
    QMetaObject::invokeMethod(
        m_inUse, [engine = m_inUse, order, sleptWhenConfirmed] { engine->submit(order, sleptWhenConfirmed); },
        Qt::QueuedConnection);
}

void EngineHost::connectAhead(int calls)
{
    QMetaObject::invokeMethod(
        m_inUse, [engine = m_inUse, calls] { engine->connectAhead(calls); }, Qt::QueuedConnection);
}

void EngineHost::stop(Reason why)
{
    QMetaObject::invokeMethod(
        m_inUse, [engine = m_inUse, why] { engine->stop(why); }, Qt::QueuedConnection);
}

void EngineHost::abort()
{
    QMetaObject::invokeMethod(m_inUse, &HangupEngine::abort, Qt::QueuedConnection);
}

void EngineHost::resume()
{
    QMetaObject::invokeMethod(m_inUse, &HangupEngine::resume, Qt::QueuedConnection);
}

void EngineHost::seekProof(const QList<ProofTask> &tasks)
{
    QMetaObject::invokeMethod(
        m_inUse, [engine = m_inUse, tasks] { engine->seekProof(tasks); }, Qt::QueuedConnection);
}

void EngineHost::stopProof()
{
    QMetaObject::invokeMethod(m_inUse, &HangupEngine::stopProof, Qt::QueuedConnection);
}

void EngineHost::readCalls(quint64 reading, const LiveFilter &filter, DetailsRead read)
{
    QMetaObject::invokeMethod(
        m_inUse, [engine = m_inUse, reading, filter, read] { engine->readCalls(reading, filter, read); },
        Qt::QueuedConnection);
}

void EngineHost::readDetails(const QList<CallId> &ids, ReadUrgency urgency)
{
    QMetaObject::invokeMethod(
        m_inUse, [engine = m_inUse, ids, urgency] { engine->readDetails(ids, urgency); }, Qt::QueuedConnection);
}

void EngineHost::stopDetails(const QList<CallId> &ids)
{
    QMetaObject::invokeMethod(
        m_inUse, [engine = m_inUse, ids] { engine->stopDetails(ids); }, Qt::QueuedConnection);
}

void EngineHost::stopReading()
{
    if (m_inUse)
        QMetaObject::invokeMethod(m_inUse, &HangupEngine::stopReading, Qt::QueuedConnection);
}

void EngineHost::lookUpIn(const Account &account, const std::optional<AuthToken> &token, const CallId &id)
{
    HangupEngine *engine = engineOf(account);
    if (engine == m_inUse)
        return;
    m_asked[engine] = account.key;
    const std::optional<AuthToken> used = account.isPractice() ? AuthToken::parse("practice") : token;
    QMetaObject::invokeMethod(
        engine,
        [engine, used, id] {
            engine->setToken(used);
            engine->readDetails({ id }, ReadUrgency::Wanted);
        },
        Qt::QueuedConnection);
}

void EngineHost::letGo(const Account &account)
{
    HangupEngine *engine = engineOf(account);
    if (engine == m_inUse)
        return;
    m_asked.erase(engine);
    QMetaObject::invokeMethod(
        engine, [engine] { engine->setToken(std::nullopt); }, Qt::QueuedConnection);
}

void EngineHost::pass(const HangupEngine *engine, const EngineEvents &events)
{
    if (engine == m_inUse) {
        Q_EMIT progressed(events);
        return;
    }
    EngineEvents rest;
    for (const EngineEvent &event : events) {
        const auto *read = std::get_if<CallInfoRead>(&event);
        const auto asked = m_asked.find(engine);
        if (read && asked != m_asked.end())
            Q_EMIT readElsewhere(QString(asked->second), *read); // a copy: what follows may let go
        const bool isOfReading = read || std::holds_alternative<CallListRead>(event)
            || std::holds_alternative<ReadingFinished>(event) || std::holds_alternative<AccountUse>(event)
            || std::holds_alternative<AccountHeld>(event);
        if (!isOfReading)
            rest.append(event);
    }
    if (!rest.isEmpty())
        Q_EMIT progressed(rest);
}

} // namespace hangup
