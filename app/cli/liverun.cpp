// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/liverun.h"

#include "cli/clistatus.h"
#include "cli/cliwords.h"
#include "cli/jsonlines.h"
#include "cli/outputqueue.h"
#include "cli/runaccount.h"
#include "cli/terminal.h"
#include "domain/callwords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// So many calls at one turn of the event loop: a long list leaves room for signals.
constexpr int CallsATurn = 1000;

constexpr std::array Columns { LiveCallModel::UuidColumn,    LiveCallModel::FromColumn,
                               LiveCallModel::ToColumn,      LiveCallModel::DirectionColumn,
                               LiveCallModel::StatusColumn,  LiveCallModel::CallerNameColumn,
                               LiveCallModel::StartedColumn, LiveCallModel::AgeColumn,
                               LiveCallModel::StuckColumn };

/// A text of Plivo's that is longer does not push the others away; it is shown whole all the same.
constexpr qsizetype WidestColumn = 36;

} // namespace

LiveRun::LiveRun(Session *session, LiveArguments arguments, OutputQueue *output, StatusLine *status, const Clock *clock,
                 std::chrono::milliseconds longestHold, QObject *parent)
    : QObject(parent), m_session(session), m_live(session->live()), m_arguments(std::move(arguments)), m_output(output),
      m_status(status), m_clock(clock)
{
    tellWants(session, status, this);
    auto *holds = new HoldWatch(session, status, clock, longestHold, this);
    connect(holds, &HoldWatch::tooLong, this, &LiveRun::giveUp);
    connect(m_live, &LiveCalls::stateChanged, this, [this](const LiveState &state) {
        if (m_stage == Stage::Reading)
            m_status->show(cliwords::reading(state.detailsRead, state.calls));
    });
    connect(m_live, &LiveCalls::finished, this, &LiveRun::takeList);
    connect(output, &OutputQueue::broken, this, [this] { leave(this->status()); });
    connect(output, &OutputQueue::drained, this, &LiveRun::printSome);
}

void LiveRun::start()
{
    if (!m_session->settingsTrouble().isEmpty())
        m_status->say(m_session->settingsTrouble());
    m_live->setFilter(m_arguments.filter);
    auto *token = new TokenWait(m_session, this);
    connect(token, &TokenWait::met, this, &LiveRun::read);
    connect(token, &TokenWait::unmet, this, [this](const QString &sentence) {
        if (m_stage != Stage::Waiting)
            return;
        m_status->say(sentence);
        leave(StatusUsage);
    });
    token->start();
}

void LiveRun::read()
{
    if (m_stage != Stage::Waiting)
        return;
    m_stage = Stage::Reading;
    m_live->refresh();
}

/// What is known by then is told.
void LiveRun::giveUp()
{
    if (m_stage != Stage::Reading)
        return;
    m_gaveUp = true;
    m_live->stop();
    takeList();
}

void LiveRun::interrupt()
{
    leave(StatusInterrupted);
}

// --- what is told

void LiveRun::takeList()
{
    if (m_stage != Stage::Reading)
        return;
    m_stage = Stage::Printing;
    m_status->clear();
    m_nowMs = m_clock->wall().count();
    LiveCallModel *model = m_live->model();
    model->setNow(m_nowMs);
    for (int row = 0; row < model->rowCount(); ++row) {
        const std::optional<Row> call = rowAt(row);
        if (!call)
            continue;
        m_gone += call->isGone ? 1 : 0;
        if (isAskedFor(*call))
            m_rows.push_back(row);
    }
    if (!m_arguments.json && !m_rows.empty())
        measure();
    printSome();
}

std::optional<LiveRun::Row> LiveRun::rowAt(int row) const
{
    const LiveCallModel *model = m_live->model();
    const std::optional<CallId> id = model->idAt(row);
    if (!id)
        return {};
    if (model->isGone(*id))
        return Row { .id = *id, .info = {}, .isGone = true };
    return Row { .id = *id, .info = model->info(*id) };
}

bool LiveRun::isAskedFor(const Row &row)
{
    if (row.isGone && (m_arguments.olderThan || m_arguments.json))
        return false; // told on standard error: in JSON it would be nothing but an id
    if (!m_arguments.olderThan)
        return true;
    const std::optional<std::chrono::seconds> age = row.info ? row.info->age(m_nowMs) : std::nullopt;
    m_ageless += age ? 0 : 1;
    return age && *age > *m_arguments.olderThan;
}

QStringList LiveRun::cells(const Row &row) const
{
    if (!row.info)
        return { row.id.toString(),
                 {},
                 {},
                 {},
                 row.isGone ? words::status({ .id = row.id, .phase = CallPhase::Over }) : cliwords::notRead() };
    const CallInfo &info = *row.info;
    const std::optional<std::chrono::seconds> age = info.age(m_nowMs);
    return { row.id.toString(),
             info.from,
             info.to,
             words::direction(info.direction),
             words::status(info),
             info.callerName,
             words::moment(info.startedAtMs, m_nowMs),
             age ? words::age(*age) : QString(),
             words::stuckFinding(m_live->model()->finding(row.id), m_session->settings().stuck) };
}

QByteArray LiveRun::line(const Row &row) const
{
    if (m_arguments.json)
        return jsonlines::liveCall(row.id, row.info, words::stuckKeys(m_live->model()->finding(row.id)), m_nowMs);
    return cliwords::tableLine(cells(row), m_widths).toLocal8Bit();
}

void LiveRun::measure()
{
    QStringList heads;
    for (const int column : Columns)
        heads += m_live->model()->headerData(column, Qt::Horizontal).toString();
    m_widths.assign(Columns.size(), 0);
    const auto widen = [this](const QStringList &line) {
        for (std::size_t i = 0; i < m_widths.size(); ++i)
            m_widths[i] = std::max(m_widths[i], std::min(WidestColumn, line.value(static_cast<int>(i)).size()));
    };
    widen(heads);
    for (const int row : m_rows)
        widen(cells(*rowAt(row)));
    m_output->write(cliwords::tableLine(heads, m_widths).toLocal8Bit());
}

void LiveRun::printSome()
{
    if (m_stage != Stage::Printing)
        return;
    QByteArray lines;
    for (int i = 0; i < CallsATurn && m_next < m_rows.size(); ++i, ++m_next)
        lines += line(*rowAt(m_rows[m_next]));
    m_output->write(lines); // and again when it is drained
    if (m_stage != Stage::Printing)
        return; // which was from within: then all is told
    if (m_next == m_rows.size()) {
        tellRest();
        leave(status());
    }
}

/// What the calls on standard output don't tell.
void LiveRun::tellRest()
{
    const LiveState &state = m_live->state();
    const bool isUnread = m_gaveUp && state.asOfMs == 0; // why was said
    if ((!m_arguments.json || status() != 0) && !isUnread)
        m_status->say(words::liveState(state, m_nowMs));
    if (m_gone > 0)
        m_status->say(cliwords::endedMeanwhile(m_gone));
    if (m_ageless > 0)
        m_status->say(cliwords::leftOutWithoutAge(m_ageless));
}

int LiveRun::status() const
{
    const LiveState &state = m_live->state();
    if (isCredentialsTrouble(state.reason, state.httpStatus))
        return StatusCredentials;
    const bool listIsCut = m_gaveUp || state.hasFailed() || state.looksCut || state.oddIds > 0;
    return listIsCut || state.detailsRead < state.calls ? 1 : 0;
}

void LiveRun::leave(int status)
{
    if (m_stage == Stage::Done)
        return;
    m_stage = Stage::Done;
    m_live->stop();
    m_status->clear();
    Q_EMIT finished(status);
}

} // namespace hangup
