// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/accountcheck.h"
#include "domain/secretbytes.h"
#include "plivo/hangupengine.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace hangup {

class CredentialsCheck;
class ProxyLogins;

/// Owns the engine's thread and one engine per account used, so that an account's rolling window outlives a
/// switch to another account and back. Its signals arrive on the window's thread, from the engine in use.
class EngineHost : public QObject
{
    Q_OBJECT
public:
    /// Where the engine of an account writes; called on the window's thread. What it gives outlives the host.
    using LogOf = std::function<IntentLog *(const Account &)>;
    /// @p clock must outlive the host.
    EngineHost(const EngineLimits &limits, LogOf logs, const Clock *clock, bool quickPractice,
               std::shared_ptr<ProxyLogins> proxyLogins, QObject *parent = nullptr);
    /// Cuts what is on its way and joins the thread; bounded by what the engine does in abort().
    ~EngineHost() override;

    /// The engine for @p account, made at its first use. The one used before lets its token go. Without @p token (all
    /// but practice need one) nothing is sent until setToken().
    void use(const Account &account, const std::optional<AuthToken> &token);
    /// Of the engine in use.
    void setToken(const std::optional<AuthToken> &token);
    /// For all engines; in force for the next attempts.
    void setLimits(const EngineLimits &limits);
    /// Never in a message of any engine: a proxy's password.
    void learnSecret(const SecretBytes &secret);
    void submit(const Order &order, std::chrono::milliseconds sleptWhenConfirmed);
    void connectAhead(int calls);
    void stop(Reason why = Reason::Stopped);
    void abort();
    void resume();
    /// For engines made from now on: see HangupEngine::setKeepGoing().
    void setKeepGoing(bool on) { m_keepGoing = on; }
    void seekProof(const QList<ProofTask> &tasks);
    void stopProof();

    /// See the slots of HangupEngine of the same names; of the engine in use.
    void readCalls(quint64 reading, const LiveFilter &filter, DetailsRead read);
    void readDetails(const QList<CallId> &ids, ReadUrgency urgency);
    void stopDetails(const QList<CallId> &ids);
    void stopReading();
    /// Asks another account than the one in use for a call: readElsewhere() follows once, unless letGo() comes before.
    void lookUpIn(const Account &account, const std::optional<AuthToken> &token, const CallId &id);
    /// Its engine lets its token go, unless it is in use.
    void letGo(const Account &account);

    /// Tests credentials with a GET; checked() comes once with the number returned, unless it is cancelled.
    quint64 check(const Account &account, const AuthToken &token);
    void cancelCheck(quint64 number);

Q_SIGNALS:
    void checked(quint64 number, const hangup::CheckVerdict &verdict);
    /// Of other engines than the one in use only what they still have to say of what they ended, nothing they read.
    void progressed(const hangup::EngineEvents &events);
    /// What another account than the one in use said of a call; the account's key.
    void readElsewhere(const QString &key, const hangup::CallInfoRead &read);
    void paused(const hangup::Pause &pause);
    void proofIdle();

private:
    static QString keyOf(const Account &account);
    HangupEngine *engineOf(const Account &account);
    HangupEngine *make(const Account &account);
    void pass(const HangupEngine *engine, const EngineEvents &events);
    ManagerFactory network(const Account &account) const;

    /// Both practice accounts share it: a call of the one is unknown to the other. Made and used on m_thread alone.
    struct SharedWorld;

    EngineLimits m_limits;
    const LogOf m_logs;
    const Clock *const m_clock;
    const bool m_quickPractice;
    const std::shared_ptr<SharedWorld> m_practice;
    bool m_keepGoing = false;
    const std::shared_ptr<ProxyLogins> m_proxyLogins;
    QThread m_thread;
    std::map<QString, HangupEngine *> m_engines; ///< owned by m_thread: deleted there when it ends
    HangupEngine *m_inUse = nullptr;
    std::map<quint64, CredentialsCheck *> m_checks; ///< owned by m_thread
    quint64 m_lastCheck = 0;
    std::map<const HangupEngine *, QString> m_asked; ///< other accounts that are asked for calls: their keys
    QList<SecretBytes> m_secrets; ///< told to engines made later
};

} // namespace hangup
