// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/showrun.h"

#include "cli/clistatus.h"
#include "cli/cliwords.h"
#include "cli/inputgatherer.h"
#include "cli/jsonlines.h"
#include "cli/outputqueue.h"
#include "cli/runaccount.h"
#include "cli/terminal.h"
#include "domain/callwords.h"

using namespace Qt::StringLiterals;

namespace hangup {

ShowRun::ShowRun(Session *session, ShowArguments arguments, OutputQueue *output, StatusLine *status, const Clock *clock,
                 std::chrono::milliseconds longestHold, QObject *parent)
    : QObject(parent), m_session(session), m_arguments(std::move(arguments)), m_output(output), m_status(status),
      m_clock(clock)
{
    tellWants(session, status, this);
    auto *holds = new HoldWatch(session, status, clock, longestHold, this);
    connect(holds, &HoldWatch::tooLong, this, &ShowRun::giveUp);
    connect(session, &Session::infoRead, this, &ShowRun::take);
    connect(output, &OutputQueue::broken, this, [this] { leave(0); });
}

void ShowRun::start()
{
    if (!m_session->settingsTrouble().isEmpty())
        m_status->say(m_session->settingsTrouble());
    auto *gatherer = new InputGatherer(m_session, m_arguments.inputs, this);
    connect(gatherer, &InputGatherer::added, this, [this](const AddReport &report) {
        for (const QString &line : cliwords::added(report))
            m_status->say(line);
    });
    connect(gatherer, &InputGatherer::refused, this, [this](const QString &sentence) {
        m_status->say(sentence);
        leave(StatusUsage);
    });
    connect(gatherer, &InputGatherer::gathered, this, [this] {
        if (m_stage != Stage::Gathering)
            return;
        m_ids = m_session->calls()->ids();
        m_stage = Stage::Waiting;
        needToken();
    });
    gatherer->start();
}

void ShowRun::needToken()
{
    if (m_ids.isEmpty()) {
        m_status->say(cliwords::noCallToShow());
        leave(StatusUsage);
        return;
    }
    auto *token = new TokenWait(m_session, this);
    connect(token, &TokenWait::met, this, &ShowRun::ask);
    connect(token, &TokenWait::unmet, this, [this](const QString &sentence) {
        if (m_stage != Stage::Waiting)
            return;
        m_status->say(sentence);
        leave(StatusUsage);
    });
    token->start();
}

void ShowRun::ask()
{
    if (m_stage != Stage::Waiting)
        return;
    m_stage = Stage::Asking;
    m_open = QSet<CallId>(m_ids.begin(), m_ids.end());
    m_status->show(cliwords::reading(0, static_cast<int>(m_ids.size())));
    m_session->lookUp(m_ids);
}

/// Each call is told all the same.
void ShowRun::giveUp()
{
    if (m_stage != Stage::Asking)
        return;
    m_gaveUp = true;
    const QList<CallId> open(m_open.cbegin(), m_open.cend());
    m_session->stopLookUp(open);
    for (const CallId &id : open)
        take({ .id = id, .state = LookState::Unclear, .reason = Reason::StoppedAfterLimit });
}

void ShowRun::take(const CallInfoRead &read)
{
    if (m_stage != Stage::Asking || !m_open.remove(read.id))
        return;
    m_read.insert(read.id, read);
    m_isUnreadable = m_isUnreadable || read.state == LookState::Unclear;
    m_isRejected = m_isRejected || isCredentialsTrouble(read.reason, read.httpStatus);
    for (auto next = m_read.find(m_ids.at(m_next)); next != m_read.end();) {
        print(*next);
        m_read.erase(next);
        next = ++m_next < m_ids.size() ? m_read.find(m_ids.at(m_next)) : m_read.end();
    }
    if (m_next == m_ids.size())
        leave(m_isRejected ? StatusCredentials : m_isUnreadable ? 1 : 0);
    else
        m_status->show(
            cliwords::reading(static_cast<int>(m_ids.size() - m_open.size()), static_cast<int>(m_ids.size())));
}

void ShowRun::print(const CallInfoRead &read)
{
    const qint64 nowMs = m_clock->wall().count();
    if (!m_arguments.json) {
        m_output->write(printable(cliwords::shownCall(read, nowMs)).toLocal8Bit());
        return;
    }
    m_output->write(jsonlines::shownCall(read, nowMs));
    if (read.state == LookState::Unclear && !m_gaveUp) // JSON's keys are the same for all; why is for people
        m_status->say(cliwords::shownCall(read, nowMs).trimmed());
}

void ShowRun::interrupt()
{
    leave(StatusInterrupted);
}

void ShowRun::leave(int status)
{
    if (m_stage == Stage::Done)
        return;
    m_stage = Stage::Done;
    m_status->clear();
    Q_EMIT finished(status);
}

} // namespace hangup
