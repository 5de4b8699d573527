// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <optional>

namespace hangup {

/// Who is on the calls of a confirmation, asked for before its question, as the window does it: one question to Plivo
/// each, of few calls only. A person waits, so it takes Longest at most; what has not been read by then is not read.
class LookAhead final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds Longest { 10 };

    /// @p session outlives this.
    LookAhead(Session *session, QObject *parent);

    /// So few that each is looked at right before its end, too.
    static bool isWorth(const Session &session, const Confirmation &confirmation);
    /// finished() follows, at once or later, unless this goes first.
    void start(const QList<CallId> &ids);
    /// Nobody waits any more: no finished().
    void stop();
    /// What was said of each; without those that had no answer in time.
    const QHash<CallId, CallInfoRead> &reads() const { return m_reads; }
    /// That the credentials are no good (401, 403); nothing more was asked then.
    const std::optional<CallInfoRead> &rejected() const { return m_rejected; }

Q_SIGNALS:
    void progressed(int read, int calls);
    void finished();

private:
    void take(const CallInfoRead &read);
    void finish();

    Session *const m_session;
    QSet<CallId> m_open;
    QHash<CallId, CallInfoRead> m_reads;
    std::optional<CallInfoRead> m_rejected;
    int m_calls = 0;
    bool m_runs = false;
    QTimer m_patience;
};

} // namespace hangup
