// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/endrun.h"

#include "cli/cliwords.h"
#include "cli/jsonlines.h"
#include "cli/lookahead.h"
#include "cli/outputqueue.h"
#include "cli/runaccount.h"
#include "cli/terminal.h"
#include "domain/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hangup {

namespace {

// How long outcomes that could not be written are waited for: a person may make room, a script can't.
constexpr auto PatienceForRoom = 30s;
constexpr auto PatienceAfterAbort = 5s;

/// Of a call without an outcome, as the list shows them.
int attemptsSoFar(const CallListModel &calls, const CallId &id)
{
    const qsizetype row = calls.ids().indexOf(id); // neither sorted nor filtered here
    return calls.data(calls.index(static_cast<int>(row), CallListModel::AttemptsColumn)).toInt();
}

} // namespace

EndRun::EndRun(Session *session, EndArguments arguments, OutputQueue *output, StatusLine *status, const Clock *clock,
               QObject *parent)
    : QObject(parent), m_session(session), m_arguments(std::move(arguments)), m_output(output), m_status(status),
      m_clock(clock)
{
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &EndRun::showProgress);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &EndRun::finish);
    connect(output, &OutputQueue::broken, this, &EndRun::outputBroke);
    connect(session, &Session::callFinished, this, &EndRun::takeResult);
    connect(session, &Session::proofChanged, this, &EndRun::takeProof);
    connect(session, &Session::paused, this, &EndRun::takePause);
    connect(session, &Session::journalChanged, this, &EndRun::takeJournal);
    connect(session, &Session::progressChanged, this, &EndRun::showProgress);
    connect(session, &Session::idle, this, &EndRun::takeIdle);
    connect(session, &Session::proofIdle, this, [this] {
        if (m_stage == Stage::Proving)
            finish();
    });
    tellWants(session, status, this);
    connect(session, &Session::recoveredChanged, this, [this] {
        const auto calls = m_session->recovered().size();
        if (calls > 0 && !std::exchange(m_toldLeftOpen, true))
            m_status->say(cliwords::leftOpen(calls));
    });
    connect(session->book(), &AccountBook::tokenStateChanged, this, &EndRun::check);
}

EndRun::~EndRun() = default;

// --- while it runs

void EndRun::interrupt()
{
    ++m_interrupts;
    switch (m_stage) {
    case Stage::Gathering:
    case Stage::Checking:
    case Stage::Asking:
        if (m_look)
            m_look->stop();
        m_status->say(QString()); // off the line with the question
        refuse(cliwords::notConfirmed(), StatusInterrupted);
        return;
    case Stage::Ending:
        m_facts.interrupted = true;
        if (m_interrupts == 1) {
            m_status->say(cliwords::stopping(m_session->onTheirWay()));
            m_session->stop();
        } else if (m_interrupts == 2) {
            m_status->say(cliwords::aborting());
            m_session->abort();
            m_patience.start(PatienceAfterAbort);
        } else {
            finish();
        }
        return;
    case Stage::Proving:
        m_facts.interrupted = true;
        if (m_interrupts == 1)
            m_session->stopProof();
        else
            finish();
        return;
    case Stage::Done:
        return;
    }
}

void EndRun::takeResult(quint64 batch, const CallResult &result)
{
    if (m_stage != Stage::Ending || batch != m_batch || !m_open.remove(result.id))
        return;
    m_facts.add(result);
    if (m_open.isEmpty())
        m_took = m_clock->monotonic() - m_began;
    const bool mayBeProven = result.outcome == Outcome::Ended || result.outcome == Outcome::NotLiveMaybeUs;
    if (m_arguments.waitProof && mayBeProven && !m_session->proof(result.id).isFinal)
        m_held.insert(result.id, result);
    else
        printCall(result);
}

void EndRun::takeProof(quint64 batch, const CallProof &proof)
{
    if (batch != m_batch || !proof.isFinal)
        return;
    if (const auto held = m_held.constFind(proof.id); held != m_held.cend()) {
        printCall(*held);
        m_held.erase(held);
    }
    showProgress();
}

void EndRun::takePause(const Pause &pause)
{
    if (m_stage != Stage::Ending)
        return;
    if (m_arguments.keepGoing && m_interrupts == 0) {
        m_status->say(cliwords::pausedAndContinued(words::pause(pause)));
        m_session->resume();
        return;
    }
    m_status->say(cliwords::pausedAndStopped(words::pause(pause)));
    m_session->stop();
}

void EndRun::takeJournal(const JournalState &state)
{
    if (const QString aside = words::journalSetAside(state); !aside.isEmpty())
        m_status->say(aside);
    if (m_stage == Stage::Checking)
        check();
    if (m_stage != Stage::Ending || state.canEnd())
        return;
    m_facts.journalFailed = true;
    if (std::exchange(m_toldKept, true))
        return;
    m_status->say(words::journalState(state));
    if (state.outcomesKept > 0)
        m_status->say(cliwords::outcomesKept(state.outcomesKept));
    m_patience.start(PatienceForRoom);
}

void EndRun::outputBroke()
{
    if (m_stage == Stage::Ending) {
        m_status->say(cliwords::outputGone());
        m_session->stop();
    } else if (m_stage == Stage::Proving) {
        m_session->stopProof();
    }
}

void EndRun::showProgress()
{
    if (m_stage == Stage::Ending)
        m_status->show(cliwords::progress(m_session->progressDone(), m_session->progressTotal(), m_session->timeLeft(),
                                          m_status->width()));
    else if (m_stage == Stage::Proving)
        m_status->show(cliwords::waitingForProof(static_cast<int>(m_held.size())));
}

// --- at the end

void EndRun::takeIdle()
{
    if (m_stage != Stage::Ending)
        return;
    if (m_held.isEmpty() || m_session->proofsPending() == 0 || m_output->isBroken()) {
        finish();
        return;
    }
    m_stage = Stage::Proving;
    m_patience.stop();
    if (m_interrupts > 0)
        m_session->stopProof(); // whoever stopped does not wait for records either
    m_interrupts = 0;
    showProgress();
}

void EndRun::printCall(const CallResult &result)
{
    const CallProof proof = m_session->proof(result.id);
    if (m_arguments.dryRun)
        m_output->write(m_arguments.json ? jsonlines::wouldSend(result)
                                         : printable(cliwords::wouldSend(result)).toLocal8Bit());
    else if (m_arguments.json)
        m_output->write(jsonlines::call(result, m_arguments.waitProof ? std::optional(proof.state) : std::nullopt));
    else
        m_output->write(printable(cliwords::call(result, m_arguments.waitProof ? std::optional(proof) : std::nullopt))
                            .toLocal8Bit());
}

void EndRun::printHeld()
{
    for (const CallId &id : std::as_const(m_ids)) {
        if (const auto held = m_held.constFind(id); held != m_held.cend())
            printCall(*held);
    }
    m_held.clear();
}

void EndRun::finish()
{
    if (m_stage != Stage::Ending && m_stage != Stage::Proving)
        return;
    printHeld();
    // No outcome on disk: the next start will call them unknown, so this one does.
    if (!m_open.isEmpty()) {
        m_facts.journalFailed = m_facts.journalFailed || !m_session->journalState().canEnd();
        m_status->say(cliwords::outcomesLost(static_cast<int>(m_open.size())));
    }
    for (const CallId &id : std::as_const(m_ids)) {
        if (!m_open.contains(id))
            continue;
        CallResult result { .id = id, .outcome = Outcome::Unknown, .reason = Reason::ProgramEnded };
        result.attempts = attemptsSoFar(*m_session->calls(), id);
        result.finishedAtMs = m_clock->wall().count();
        m_facts.add(result);
        printCall(result);
    }
    m_open.clear();
    printSummary();
    leave(exitStatus(m_facts));
}

void EndRun::printSummary()
{
    const auto took = m_took.value_or(m_clock->monotonic() - m_began);
    const int others = m_facts.tally.accepted() - m_facts.dryRuns;
    if (m_arguments.dryRun)
        m_output->write(m_arguments.json ? jsonlines::drySummary(m_facts.dryRuns, others, took)
                                         : cliwords::drySummary(m_facts.dryRuns, others).toLocal8Bit());
    else if (m_arguments.json)
        m_output->write(jsonlines::summary(m_facts.tally, took));
    else
        m_output->write((words::tally(m_facts.tally) + u'\n').toLocal8Bit());
}

void EndRun::leave(int status)
{
    m_stage = Stage::Done;
    m_tick.stop();
    m_patience.stop();
    m_status->clear();
    Q_EMIT finished(status);
}

} // namespace hangup
