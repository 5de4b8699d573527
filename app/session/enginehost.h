// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "plivo/hangupengine.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <map>
#include <memory>
#include <optional>

namespace hangup {

/// Owns the engine's thread and one engine per account used, so that an account's rolling window outlives a
/// switch to another account and back. Its signals arrive on the window's thread, from the engine in use.
class EngineHost : public QObject
{
    Q_OBJECT
public:
    /// @p log and @p clock must outlive the host.
    EngineHost(const EngineLimits &limits, IntentLog *log, const Clock *clock, bool quickPractice,
               QObject *parent = nullptr);
    /// Cuts what is on its way and joins the thread; bounded by what the engine does in abort().
    ~EngineHost() override;

    /// The engine for @p account, made at its first use. @p token is needed for all but practice.
    void use(const Account &account, const std::optional<AuthToken> &token);
    void submit(const Order &order, std::chrono::milliseconds sleptWhenConfirmed);
    void stop();
    void abort();
    void resume();

Q_SIGNALS:
    void progressed(const hangup::EngineEvents &events);
    void paused(hangup::PauseReason reason, std::chrono::milliseconds slept, int waiting);

private:
    HangupEngine *make(const Account &account, const std::optional<AuthToken> &token);
    ManagerFactory network(const Account &account) const;

    const EngineLimits m_limits;
    IntentLog *const m_log;
    const Clock *const m_clock;
    const bool m_quickPractice;
    QThread m_thread;
    std::map<QString, HangupEngine *> m_engines; ///< owned by m_thread: deleted there when it ends
    HangupEngine *m_inUse = nullptr;
};

} // namespace hangup
