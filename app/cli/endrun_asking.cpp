// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What comes before anything is sent: what is to be ended, whether it may be, and the question.
#include "cli/endrun.h"

#include "cli/inputgatherer.h"
#include "cli/lookahead.h"
#include "cli/runaccount.h"
#include "cli/terminal.h"
#include "domain/callwords.h"
#include "domain/policywords.h"
#include "domain/words.h"

namespace hangup {

namespace {

int statusOf(ConfirmError error)
{
    return error == ConfirmError::NoJournal   ? StatusJournal
        : error == ConfirmError::PolicyBroken ? StatusPolicy
                                              : StatusUsage;
}

} // namespace

void EndRun::start()
{
    if (!m_session->settingsTrouble().isEmpty())
        m_status->say(m_session->settingsTrouble());
    auto *gatherer = new InputGatherer(m_session, m_arguments.inputs, this);
    connect(gatherer, &InputGatherer::added, this, [this](const AddReport &report) {
        for (const QString &line : cliwords::added(report))
            m_status->say(line);
    });
    connect(gatherer, &InputGatherer::refused, this, [this](const QString &sentence) {
        if (m_stage == Stage::Gathering)
            refuse(sentence);
    });
    connect(gatherer, &InputGatherer::gathered, this, [this] {
        if (m_stage != Stage::Gathering)
            return;
        m_stage = Stage::Checking;
        const BatchWords said = m_arguments.words.cleaned();
        if (m_session->calls()->ids().isEmpty())
            refuse(cliwords::noCallFound());
        else if (m_session->settings().ticketRequired && (said.ticket.isEmpty() || said.reason.isEmpty()))
            refuse(m_session->policy().ticketRequired ? cliwords::ticketMissingByPolicy() : cliwords::ticketMissing());
        else
            checkAhead();
    });
    gatherer->start();
}

/// The journal may still be opening: meanwhile the connections are made, where nobody is asked any more.
void EndRun::checkAhead()
{
    if (m_arguments.yes && !m_arguments.dryRun)
        m_session->connectAhead(static_cast<int>(m_session->calls()->ids().size()));
    check();
}

void EndRun::check()
{
    if (m_stage != Stage::Checking || !isReady())
        return;
    m_confirmation = m_session->prepare(m_session->calls()->ids());
    if (!m_confirmation)
        refuse(cliwords::noCallFound());
    else if (const auto tooMany = tooManyCalls())
        refuse(*tooMany);
    else if (m_arguments.yes || m_arguments.dryRun)
        confirm();
    else
        lookAndAsk();
}

std::optional<QString> EndRun::tooManyCalls() const
{
    const int largest = m_session->policy().largestBatch.value_or(Policy::LargestBatch.most);
    const auto calls = static_cast<int>(m_confirmation->ids().size());
    return calls > largest ? std::optional(words::batchTooLarge(calls, largest)) : std::nullopt;
}

// True: journal and token are there. What never will be is refused here.
bool EndRun::isReady()
{
    const JournalState journal = m_session->journalState();
    if (journal.kind == JournalState::Kind::Opening)
        return false;
    if (!journal.canEnd()) {
        refuse(words::journalState(journal), StatusJournal);
        return false;
    }
    const TokenNeed need = tokenNeed(*m_session);
    if (need.kind == TokenNeed::Kind::Unmet)
        refuse(need.sentence);
    return need.kind == TokenNeed::Kind::Met;
}

/// Few calls are read first, where there is somebody to ask.
void EndRun::lookAndAsk()
{
    m_stage = Stage::Asking;
    m_question = Question::open(!readsStandardInput(m_arguments.inputs));
    if (!m_question) {
        m_status->say(cliwords::confirmation(*m_confirmation, choice().flagged, std::nullopt));
        refuse(cliwords::noTerminal());
        return;
    }
    if (!LookAhead::isWorth(*m_session, *m_confirmation)) {
        ask(std::nullopt);
        return;
    }
    m_look = new LookAhead(m_session, this);
    connect(m_look, &LookAhead::progressed, this,
            [this](int read, int calls) { m_status->show(cliwords::reading(read, calls)); });
    connect(m_look, &LookAhead::finished, this, [this] {
        if (m_stage != Stage::Asking)
            return;
        m_status->clear();
        if (const auto &rejected = m_look->rejected()) {
            refuse(cliwords::credentialsRejected(*rejected), StatusCredentials);
            return;
        }
        m_confirmation = m_session->renewed(*m_confirmation);
        ask(m_look->reads());
    });
    m_look->start(m_confirmation->ids());
}

void EndRun::ask(const std::optional<cliwords::ReadCalls> &reads)
{
    const FlaggedCalls flagged = choice().flagged;
    const QString facts = cliwords::confirmation(*m_confirmation, flagged, reads);
    if (m_confirmation->chosen(flagged).isEmpty()) {
        m_status->say(facts);
        refuse(cliwords::refused(ConfirmError::OnlyFlagged));
        return;
    }
    if (reads && cliwords::endsNothing(*m_confirmation, flagged, *reads)) {
        m_status->say(facts);
        refuse(cliwords::nothingToEnd());
        return;
    }
    connect(m_question.get(), &Question::answered, this, [this, flagged](const QString &line) {
        if (m_stage != Stage::Asking)
            return;
        if (cliwords::isYes(*m_confirmation, flagged, line))
            confirm();
        else
            refuse(cliwords::notConfirmed());
    });
    m_question->ask(facts + u'\n' + cliwords::question(*m_confirmation, flagged, reads));
}

EndingChoice EndRun::choice() const
{
    return { .flagged = m_arguments.includeFlagged ? FlaggedCalls::All : FlaggedCalls::LeftOut,
             .dryRun = m_arguments.dryRun };
}

void EndRun::confirm()
{
    m_ids = m_confirmation->chosen(choice().flagged);
    m_open = QSet<CallId>(m_ids.begin(), m_ids.end());
    m_began = m_clock->monotonic();
    m_stage = Stage::Ending;
    const ConfirmError error
        = m_session->hangUp(*m_confirmation, QString::number(m_ids.size()), m_arguments.words, choice());
    if (error != ConfirmError::None) {
        m_open.clear();
        refuse(cliwords::refused(error), statusOf(error));
        return;
    }
    m_batch = m_session->lastBatch();
    tellUnseen();
    tellLeftOut();
    m_tick.start();
    showProgress();
}

/// What the question would have said, where nobody was asked.
void EndRun::tellUnseen()
{
    if (!m_question && !m_confirmation->isChecked() && !m_arguments.includeFlagged)
        m_status->say(words::endedUnseen(m_ids.size()));
}

/// Calls that the question said are left out were never accepted: they have no outcome, and no line.
void EndRun::tellLeftOut()
{
    m_facts.leftOut = static_cast<int>(m_confirmation->ids().size() - m_ids.size());
    if (m_facts.leftOut > 0)
        m_status->say(cliwords::leftOut(m_facts.leftOut));
}

void EndRun::refuse(const QString &sentence, int status)
{
    m_status->say(sentence);
    leave(status);
}

} // namespace hangup
