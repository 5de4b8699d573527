// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/policy.h"
#include "store/policysource.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

class QFileSystemWatcher;

namespace hangup {

/// What the organisation's policy says now: whoever wants to know whether something is allowed asks here. Lives on the
/// window's thread.
class PolicyDesk final : public QObject
{
    Q_OBJECT
public:
    /// Reads it. @p source: null for none.
    explicit PolicyDesk(std::shared_ptr<const PolicySource> source, QObject *parent = nullptr);

    /// Reads it anew; true: it is another one than before.
    bool refresh();
    /// From now on touched() comes when something happens to its file, and every so often by itself: a registry can't be
    /// watched, nor can every file, and an administrator who changes the policy waits for it.
    void follow(std::chrono::milliseconds every = std::chrono::minutes(1));

    /// The last one that was understood: of a broken one nobody knows what it would forbid, so it takes back nothing.
    const Policy &policy() const { return m_policy; }
    const std::optional<PolicyTrouble> &trouble() const { return m_trouble; }
    /// A broken policy forbids every real account: where a token may go, nobody knows. The practice accounts stay, for
    /// no policy forbids them and nothing real can happen there.
    std::optional<PolicyObjection> objection(const Account &account) const;
    bool mayUseKeychain() const { return !m_trouble && !m_policy.sessionOnlyTokens; }
    bool mayExport() const { return !m_trouble && !m_policy.exportOff; }

Q_SIGNALS:
    /// It may be another one now: refresh() tells whether it says something else.
    void touched();

private:
    void watch();

    const std::shared_ptr<const PolicySource> m_source;
    Policy m_policy;
    std::optional<PolicyTrouble> m_trouble;
    QFileSystemWatcher *m_watcher = nullptr; ///< a child
};

} // namespace hangup
