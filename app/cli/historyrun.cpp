// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/historyrun.h"

#include "cli/cliwords.h"
#include "cli/jsonlines.h"
#include "cli/outputqueue.h"
#include "cli/terminal.h"
#include "domain/words.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int PageSize = 1000;

/// The search matches parts of a name; an account is meant whole.
bool isOf(const HistoryCall &call, const QString &account)
{
    return account.isEmpty() || call.batch.accountName.compare(account, Qt::CaseInsensitive) == 0
        || call.batch.authId.toString().compare(account, Qt::CaseInsensitive) == 0;
}

} // namespace

HistoryRun::HistoryRun(History *history, HistoryArguments arguments, QString account, qint64 nowMs, OutputQueue *output,
                       StatusLine *status, QObject *parent)
    : QObject(parent), m_history(history), m_arguments(std::move(arguments)), m_account(std::move(account)),
      m_output(output), m_status(status)
{
    m_query.uuid = m_arguments.uuid;
    m_query.ticket = m_arguments.ticket;
    m_query.account = m_account;
    m_query.fromMs = m_arguments.sinceMs;
    m_query.toMs = nowMs;
    m_query.limit = PageSize;
    connect(history, &History::callsFound, this, &HistoryRun::take);
    connect(output, &OutputQueue::broken, this, [this] { finish(0); });
    // The next page when the last one is read: a slow reader holds up the search, not the memory.
    connect(output, &OutputQueue::drained, this, [this] {
        if (!m_asked && !m_done)
            ask();
    });
}

void HistoryRun::start()
{
    ask();
}

void HistoryRun::ask()
{
    m_asked = true;
    m_question = m_history->findCalls(m_query);
}

void HistoryRun::take(quint64 question, const HistoryCalls &calls)
{
    if (m_done || question != m_question)
        return;
    if (calls.failed) {
        m_status->say(cliwords::historyUnreadable());
        finish(1);
        return;
    }
    QByteArray lines;
    for (const HistoryCall &call : calls.rows) {
        if (!isOf(call, m_account))
            continue;
        lines += m_arguments.json ? jsonlines::historyCall(call) : printable(cliwords::historyCall(call)).toLocal8Bit();
    }
    m_query.offset += static_cast<int>(calls.rows.size());
    m_output->write(lines);
    m_asked = false; // not before: the queue may be drained from within, and that asks
    if (calls.rows.isEmpty() || m_query.offset >= calls.total)
        finish(0);
    else if (!m_done && m_output->isEmpty())
        ask();
}

void HistoryRun::finish(int status)
{
    if (!std::exchange(m_done, true))
        Q_EMIT finished(status);
}

VerifyRun::VerifyRun(History *history, OutputQueue *output, QObject *parent)
    : QObject(parent), m_history(history), m_output(output)
{
    connect(history, &History::verified, this, [this](quint64, const JournalCheck &check) {
        m_output->write((printable(words::journalCheck(check)) + u'\n').toLocal8Bit());
        Q_EMIT finished(check.state == JournalCheck::State::Whole ? 0 : 1);
    });
}

void VerifyRun::start()
{
    m_history->verify();
}

} // namespace hangup
