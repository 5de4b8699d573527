// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/accountcheck.h"
#include "plivo/hangupengine.h"

#include <QObject>

#include <functional>
#include <memory>

namespace hangup {

/// Asks Plivo once whether an auth ID and a token are good: GET the account; where that is not permitted or not found
/// (a subaccount may not read it), GET the list of live calls. The answer's body is never logged (a subaccount's holds
/// its token). finished() exactly once. Lives on the engine's thread.
class CredentialsCheck : public QObject
{
    Q_OBJECT
public:
    CredentialsCheck(const EngineLimits &limits, Endpoint endpoint, const ManagerFactory &managers,
                     QObject *parent = nullptr);
    ~CredentialsCheck() override;
    /// Asked before each request, on the engine's thread: false, and nothing is sent, and the check ends with
    /// RateLimited. Before start(); without one everything is sent.
    void setAdmission(std::function<bool()> admit);

public Q_SLOTS:
    void start();
    /// finished() comes with Cancelled, from within this call, unless it has come already.
    void cancel();

Q_SIGNALS:
    void finished(const hangup::CheckVerdict &verdict);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
