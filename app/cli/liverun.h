// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/cliarguments.h"
#include "domain/clock.h"
#include "session/livecalls.h"
#include "session/session.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace hangup {

class OutputQueue;
class StatusLine;

/// `hangup-cli live`: reads the list and its details once, then tells each call, in Plivo's order. Nothing but GETs.
class LiveRun final : public QObject
{
    Q_OBJECT
public:
    /// @p longestHold: as long as a 429 is waited for. All pointers outlive this.
    LiveRun(Session *session, LiveArguments arguments, OutputQueue *output, StatusLine *status, const Clock *clock,
            std::chrono::milliseconds longestHold, QObject *parent = nullptr);

    void start();
    /// Ctrl+C: nothing is told any more.
    void interrupt();

Q_SIGNALS:
    /// Exactly once.
    void finished(int status);

private:
    enum class Stage : quint8 { Waiting, Reading, Printing, Done };

    /// A call to be told: what is not known of it is nothing.
    struct Row
    {
        CallId id;
        std::optional<CallInfo> info;
        bool isGone = false; ///< ended while the details were read
    };

    void read();
    void giveUp();
    void takeList();
    std::optional<Row> rowAt(int row) const;
    bool isAskedFor(const Row &row);
    QStringList cells(const Row &row) const;
    QByteArray line(const Row &row) const;
    void measure();
    void printSome();
    void tellRest();
    int status() const;
    void leave(int status);

    Session *const m_session;
    LiveCalls *const m_live;
    const LiveArguments m_arguments;
    OutputQueue *const m_output;
    StatusLine *const m_status;
    const Clock *const m_clock;
    Stage m_stage = Stage::Waiting;
    qint64 m_nowMs = 0; ///< what ages are counted to
    std::vector<int> m_rows; ///< of the model, those that are told
    std::size_t m_next = 0; ///< of them
    std::vector<qsizetype> m_widths; ///< of the table's columns
    bool m_gaveUp = false; ///< Plivo asked to wait too long
    int m_gone = 0;
    int m_ageless = 0; ///< left out by --older-than, because their age is not known
};

} // namespace hangup
