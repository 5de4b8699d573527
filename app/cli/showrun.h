// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/cliarguments.h"
#include "domain/callreading.h"
#include "domain/clock.h"
#include "session/session.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>

namespace hangup {

class OutputQueue;
class StatusLine;

/// `hangup-cli show`: looks each call up and tells what Plivo says of it, in the order given. Nothing but GETs.
class ShowRun final : public QObject
{
    Q_OBJECT
public:
    /// @p longestHold: as long as a 429 is waited for. All pointers outlive this.
    ShowRun(Session *session, ShowArguments arguments, OutputQueue *output, StatusLine *status, const Clock *clock,
            std::chrono::milliseconds longestHold, QObject *parent = nullptr);

    void start();
    /// Ctrl+C: what is known by then was told.
    void interrupt();

Q_SIGNALS:
    /// Exactly once.
    void finished(int status);

private:
    enum class Stage : quint8 { Gathering, Waiting, Asking, Done };

    void needToken();
    void ask();
    void giveUp();
    void take(const CallInfoRead &read);
    void print(const CallInfoRead &read);
    void leave(int status);

    Session *const m_session;
    const ShowArguments m_arguments;
    OutputQueue *const m_output;
    StatusLine *const m_status;
    const Clock *const m_clock;
    Stage m_stage = Stage::Gathering;
    QList<CallId> m_ids; ///< in the order given
    qsizetype m_next = 0; ///< of them, the first that is not told yet
    QSet<CallId> m_open; ///< nothing was read of them yet
    QHash<CallId, CallInfoRead> m_read; ///< and not told yet, because one before them is open
    bool m_gaveUp = false; ///< Plivo asked to wait too long
    bool m_isUnreadable = false; ///< one of them
    bool m_isRejected = false; ///< the credentials
};

} // namespace hangup
