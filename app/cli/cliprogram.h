// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/cliarguments.h"
#include "cli/outputqueue.h"
#include "cli/signalpipe.h"
#include "cli/terminal.h"
#include "cli/tokenreader.h"
#include "domain/clock.h"
#include "session/history.h"
#include "session/session.h"

#include <QObject>

#include <functional>
#include <memory>

namespace hangup {

/// One run of hangup-cli: makes what the command needs, hands signals on, and ends the event loop with the status once
/// all output is read.
class CliProgram final : public QObject
{
    Q_OBJECT
public:
    /// Of @p options everything is given but the pace.
    CliProgram(CliArguments arguments, Session::Options options);
    /// Cuts what is on its way, and closes the journal.
    ~CliProgram() override;

    /// Once, inside the event loop.
    void start();

private:
    void startCommand();
    void startEnd();
    void startLive();
    void startShow();
    void startHistory();
    void startVerify();
    void startAccounts();
    /// Goes on as soon as the account's token is there, if it is one that is kept nowhere; whoever needs another kind
    /// of token waits for it by itself.
    void withToken(bool stdinIsFree, std::function<void()> goOn);
    template <typename Run>
    void begin(std::unique_ptr<Run> run);
    void leave(int status);

    CliArguments m_arguments;
    Session::Options m_options;
    SystemClock m_clock;
    StatusLine m_status;
    OutputQueue m_output;
    SignalPipe m_signals;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<History> m_history;
    std::unique_ptr<TokenReader> m_tokenReader;
    std::unique_ptr<QObject> m_run; ///< uses all of the above: gone first
    std::function<void()> m_interrupt; ///< what a signal does
    bool m_leaving = false;
    int m_exitStatus = 0;
};

} // namespace hangup
