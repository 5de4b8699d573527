// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/cliprogram.h"

#include "cli/clistatus.h"
#include "cli/endrun.h"
#include "cli/historyrun.h"
#include "cli/liverun.h"
#include "cli/showrun.h"
#include "session/launch.h"

#include <QCoreApplication>

namespace hangup {

namespace {

constexpr int StandardOutput = 1;

} // namespace

CliProgram::CliProgram(CliArguments arguments, Session::Options options)
    : m_arguments(std::move(arguments)), m_options(std::move(options)), m_output(StandardOutput)
{
    m_output.setBeforeWrite([this] { m_status.clear(); });
    m_interrupt = [this] { leave(StatusInterrupted); };
    connect(&m_signals, &SignalPipe::interrupted, this, [this] {
        if (m_leaving)
            QCoreApplication::exit(m_exitStatus == 0 ? StatusInterrupted : m_exitStatus); // whoever reads is too slow
        else
            m_interrupt();
    });
    connect(&m_output, &OutputQueue::drained, this, [this] {
        if (m_leaving)
            QCoreApplication::exit(m_exitStatus);
    });
}

CliProgram::~CliProgram()
{
    m_run.reset();
    m_history.reset();
    m_session.reset();
}

void CliProgram::start()
{
    switch (m_arguments.command) {
    case CliArguments::Command::End:
        startEnd();
        return;
    case CliArguments::Command::Live:
        startLive();
        return;
    case CliArguments::Command::Show:
        startShow();
        return;
    case CliArguments::Command::History:
        startHistory();
        return;
    case CliArguments::Command::VerifyJournal:
        startVerify();
        return;
    }
}

void CliProgram::startEnd()
{
    const EndArguments &end = m_arguments.end;
    RunPace pace { .windowRequests = end.window, .inFlight = end.inFlight };
    if (end.waitProof) {
        const std::chrono::seconds usual = settingsOf(m_options).proofFor;
        const std::chrono::minutes byDefault(Settings::ProofMinutes.byDefault);
        pace.proofFor = end.proofFor.value_or(usual > std::chrono::seconds(0) ? usual : byDefault);
    }
    setRunPace(m_options, pace);
    m_options.keepGoing = end.keepGoing;
    m_session = std::make_unique<Session>(std::move(m_options));
    auto run = std::make_unique<EndRun>(m_session.get(), end, &m_output, &m_status, &m_clock);
    connect(run.get(), &EndRun::finished, this, &CliProgram::leave);
    m_interrupt = [run = run.get()] { run->interrupt(); };
    run->start();
    m_run = std::move(run);
}

// Whoever only asks leaves no trace, and needs no journal: a session without a folder has one that goes with it.
void CliProgram::startLive()
{
    const auto longest = longestHold(m_options);
    m_options.dataFolder.clear();
    m_session = std::make_unique<Session>(std::move(m_options));
    auto run = std::make_unique<LiveRun>(m_session.get(), m_arguments.live, &m_output, &m_status, &m_clock, longest);
    connect(run.get(), &LiveRun::finished, this, &CliProgram::leave);
    m_interrupt = [run = run.get()] { run->interrupt(); };
    run->start();
    m_run = std::move(run);
}

void CliProgram::startShow()
{
    const auto longest = longestHold(m_options);
    m_options.dataFolder.clear();
    m_session = std::make_unique<Session>(std::move(m_options));
    auto run = std::make_unique<ShowRun>(m_session.get(), m_arguments.show, &m_output, &m_status, &m_clock, longest);
    connect(run.get(), &ShowRun::finished, this, &CliProgram::leave);
    m_interrupt = [run = run.get()] { run->interrupt(); };
    run->start();
    m_run = std::move(run);
}

void CliProgram::startHistory()
{
    const LaunchOptions &launch = m_arguments.launch;
    const std::optional<Account> practice = practiceAccountNamed(launch.accountName);
    m_history = openHistory(m_options, launch.practice || practice);
    auto run = std::make_unique<HistoryRun>(m_history.get(), m_arguments.history,
                                            practice ? practice->name : launch.accountName,
                                            m_clock.wall().count() + 1, &m_output, &m_status);
    connect(run.get(), &HistoryRun::finished, this, &CliProgram::leave);
    run->start();
    m_run = std::move(run);
}

void CliProgram::startVerify()
{
    const LaunchOptions &launch = m_arguments.launch;
    m_history = openHistory(m_options, launch.practice || practiceAccountNamed(launch.accountName));
    auto run = std::make_unique<VerifyRun>(m_history.get(), &m_output);
    connect(run.get(), &VerifyRun::finished, this, &CliProgram::leave);
    run->start();
    m_run = std::move(run);
}

void CliProgram::leave(int status)
{
    m_leaving = true;
    m_exitStatus = status;
    if (m_output.isEmpty())
        QCoreApplication::exit(status);
}

} // namespace hangup
