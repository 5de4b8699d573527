// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/cliprogram.h"

#include "cli/accountsrun.h"
#include "cli/clistatus.h"
#include "cli/endrun.h"
#include "cli/historyrun.h"
#include "cli/liverun.h"
#include "cli/policycheck.h"
#include "cli/showrun.h"
#include "domain/accountwords.h"
#include "domain/policywords.h"
#include "session/launch.h"

#include <QCoreApplication>

namespace hangup {

namespace {

constexpr int StandardOutput = 1;

} // namespace

CliProgram::CliProgram(CliArguments arguments, Session::Options options)
    : m_arguments(std::move(arguments)), m_options(std::move(options)), m_output(StandardOutput)
{
    m_options.logLines = 1; // nobody reads them here
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
    m_tokenReader.reset();
    m_history.reset();
    m_session.reset();
}

void CliProgram::start()
{
    const PolicyVerdict verdict = judgeByPolicy(m_arguments, m_options);
    for (const QString &sentence : verdict.sentences)
        m_status.say(sentence);
    if (verdict.status)
        leave(*verdict.status);
    else
        startCommand();
}

void CliProgram::startCommand()
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
    case CliArguments::Command::ListAccounts:
    case CliArguments::Command::AddAccount:
    case CliArguments::Command::TestAccount:
    case CliArguments::Command::RemoveAccount:
        startAccounts();
        return;
    }
}

template <typename Run>
void CliProgram::begin(std::unique_ptr<Run> run)
{
    connect(run.get(), &Run::finished, this, &CliProgram::leave);
    if constexpr (requires { run->interrupt(); })
        m_interrupt = [run = run.get()] { run->interrupt(); };
    Run *started = run.get();
    m_run = std::move(run);
    started->start();
}

void CliProgram::withToken(bool stdinIsFree, std::function<void()> goOn)
{
    const Account account = m_session->account();
    AccountBook *book = m_session->book();
    if (!account.isStored() || account.tokenPlace != TokenPlace::Session) {
        goOn();
        return;
    }
    m_tokenReader = std::make_unique<TokenReader>(stdinIsFree);
    connect(m_tokenReader.get(), &TokenReader::refused, this, [this](const QString &sentence) {
        m_status.say(sentence);
        leave(StatusUsage);
    });
    connect(m_tokenReader.get(), &TokenReader::got, this, [this, book, account, goOn](const AuthToken &token) {
        if (m_leaving)
            return;
        if (!token.hasUsualLength())
            m_status.say(words::unusualToken());
        book->enterToken(account.key, token);
        goOn();
    });
    m_interrupt = [this] {
        m_status.say(QString()); // off the line with the question
        leave(StatusInterrupted);
    };
    m_tokenReader->ask(account);
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
    withToken(!readsStandardInput(end.inputs), [this] {
        begin(std::make_unique<EndRun>(m_session.get(), m_arguments.end, &m_output, &m_status, &m_clock));
    });
}

// Whoever only asks leaves no trace, and needs no journal: a session without a folder has one that goes with it.
void CliProgram::startLive()
{
    const auto longest = longestHold(m_options);
    m_options.dataFolder.clear();
    m_session = std::make_unique<Session>(std::move(m_options));
    withToken(true, [this, longest] {
        begin(std::make_unique<LiveRun>(m_session.get(), m_arguments.live, &m_output, &m_status, &m_clock, longest));
    });
}

void CliProgram::startShow()
{
    const auto longest = longestHold(m_options);
    m_options.dataFolder.clear();
    m_session = std::make_unique<Session>(std::move(m_options));
    withToken(!readsStandardInput(m_arguments.show.inputs), [this, longest] {
        begin(std::make_unique<ShowRun>(m_session.get(), m_arguments.show, &m_output, &m_status, &m_clock, longest));
    });
}

void CliProgram::startHistory()
{
    const LaunchOptions &launch = m_arguments.launch;
    const std::optional<Account> practice = practiceAccountNamed(launch.accountName);
    m_history = openHistory(m_options, launch.practice || practice, HistoryUse::Listing);
    if (!m_history) {
        m_status.say(words::exportOff());
        leave(StatusUsage);
        return;
    }
    begin(std::make_unique<HistoryRun>(m_history.get(), m_arguments.history,
                                       practice ? practice->name : launch.accountName, m_clock.wall().count() + 1,
                                       &m_output, &m_status));
}

void CliProgram::startVerify()
{
    const LaunchOptions &launch = m_arguments.launch;
    m_history = openHistory(m_options, launch.practice || practiceAccountNamed(launch.accountName),
                            HistoryUse::Verifying);
    begin(std::make_unique<VerifyRun>(m_history.get(), &m_output));
}

void CliProgram::startAccounts()
{
    const AccountsArguments &accounts = m_arguments.accounts;
    m_options.dataFolder.clear(); // no call is ended
    m_session = std::make_unique<Session>(std::move(m_options));
    Session *session = m_session.get();
    switch (m_arguments.command) {
    case CliArguments::Command::ListAccounts:
        begin(std::make_unique<AccountListRun>(session, accounts, &m_output));
        return;
    case CliArguments::Command::AddAccount:
        begin(std::make_unique<AccountAddRun>(session, accounts, &m_output, &m_status));
        return;
    case CliArguments::Command::TestAccount:
        withToken(true, [this, session] { begin(std::make_unique<AccountTestRun>(session, &m_output, &m_status)); });
        return;
    case CliArguments::Command::RemoveAccount:
        begin(std::make_unique<AccountRemoveRun>(session, accounts, &m_output, &m_status));
        return;
    case CliArguments::Command::End:
    case CliArguments::Command::Live:
    case CliArguments::Command::Show:
    case CliArguments::Command::History:
    case CliArguments::Command::VerifyJournal:
        break;
    }
    Q_UNREACHABLE();
}

void CliProgram::leave(int status)
{
    m_leaving = true;
    m_exitStatus = status;
    if (m_output.isEmpty())
        QCoreApplication::exit(status);
}

} // namespace hangup
