// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/cliarguments.h"
#include "domain/history.h"
#include "session/history.h"

#include <QObject>
#include <QString>

namespace hangup {

class OutputQueue;
class StatusLine;

/// `hangup-cli history`: asks page by page and hands each on, so that a long history needs little memory.
class HistoryRun final : public QObject
{
    Q_OBJECT
public:
    /// @p account: only of the account of that name or auth ID; empty: of all. What begins after @p nowMs (UTC) is left
    /// out, so that pages don't move while they are read. All pointers outlive this.
    HistoryRun(History *history, HistoryArguments arguments, QString account, qint64 nowMs, OutputQueue *output,
               StatusLine *status, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Exactly once.
    void finished(int status);

private:
    void ask();
    void take(quint64 question, const HistoryCalls &calls);
    void finish(int status);

    History *const m_history;
    const HistoryArguments m_arguments;
    const QString m_account;
    OutputQueue *const m_output;
    StatusLine *const m_status;
    HistoryQuery m_query;
    quint64 m_question = 0;
    bool m_asked = false;
    bool m_done = false;
};

/// `hangup-cli journal verify`: 0 when the chain is whole, else 1.
class VerifyRun final : public QObject
{
    Q_OBJECT
public:
    VerifyRun(History *history, OutputQueue *output, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Exactly once.
    void finished(int status);

private:
    History *const m_history;
    OutputQueue *const m_output;
};

} // namespace hangup
