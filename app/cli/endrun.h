// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/cliarguments.h"
#include "cli/clistatus.h"
#include "cli/cliwords.h"
#include "domain/clock.h"
#include "session/session.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>

namespace hangup {

class LookAhead;
class OutputQueue;
class Question;
class StatusLine;

/// `hangup-cli end`, from the list to the last line: gathers, checks, asks, ends, and tells what became of each call.
class EndRun final : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive this.
    EndRun(Session *session, EndArguments arguments, OutputQueue *output, StatusLine *status, const Clock *clock,
           QObject *parent = nullptr);
    ~EndRun() override;

    void start();
    /// Ctrl+C: the first stops, the second cuts off, the third waits for nothing.
    void interrupt();

Q_SIGNALS:
    /// Exactly once, when there is nothing more to wait for but the output's reader.
    void finished(int status);

private:
    enum class Stage : quint8 { Gathering, Checking, Asking, Ending, Proving, Done };

    // --- before anything is sent
    /// Goes on as soon as journal and token are there; may be called at any time.
    void checkAhead();
    void check();
    bool isReady();
    /// More than the policy allows, in a sentence.
    std::optional<QString> tooManyCalls() const;
    void lookAndAsk();
    void ask(const std::optional<cliwords::ReadCalls> &reads);
    void confirm();
    void tellUnseen();
    void tellLeftOut();
    EndingChoice choice() const;
    /// Nothing was sent.
    void refuse(const QString &sentence, int status = StatusUsage);

    // --- while it runs
    void takeResult(quint64 batch, const CallResult &result);
    void takeProof(quint64 batch, const CallProof &proof);
    void takePause(const Pause &pause);
    void takeJournal(const JournalState &state);
    void outputBroke();
    void showProgress();

    // --- at the end
    void takeIdle();
    void printCall(const CallResult &result);
    void printHeld();
    void printSummary();
    void finish();
    void leave(int status);

    Session *const m_session;
    const EndArguments m_arguments;
    OutputQueue *const m_output;
    StatusLine *const m_status;
    const Clock *const m_clock;
    std::unique_ptr<Question> m_question;
    LookAhead *m_look = nullptr; ///< once it was begun
    std::optional<Confirmation> m_confirmation;
    QList<CallId> m_ids; ///< confirmed
    Stage m_stage = Stage::Gathering;
    int m_interrupts = 0;
    bool m_toldKept = false;
    bool m_toldLeftOpen = false;
    quint64 m_batch = 0;
    QSet<CallId> m_open; ///< accepted, and no outcome yet
    QHash<CallId, CallResult> m_held; ///< final, and their proof is waited for
    RunFacts m_facts;
    Clock::Ms m_began { 0 };
    std::optional<Clock::Ms> m_took; ///< from the confirmation to the last outcome
    QTimer m_tick; ///< the time left goes on between two answers
    QTimer m_patience; ///< how long outcomes that can't be written are waited for
};

} // namespace hangup
