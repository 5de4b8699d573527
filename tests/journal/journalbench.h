// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "store/journal.h"
#include "store/journalreader.h"

#include <QList>
#include <QString>
#include <QVariant>

#include <functional>
#include <optional>

namespace hangup::test {

/// The n-th call of a test, of 2^32.
CallId callNumber(quint32 n);
AuthId testAccount();
/// A batch with a ticket and a reason, confirmed at @p atMs.
BatchInfo batchNumber(quint64 batch, qint64 atMs = 1'795'525'331'084);

/// A journal with what its callbacks said, waited for without a loop of events. For a test's own thread.
class JournalBench
{
public:
    explicit JournalBench(const QString &file) : JournalBench(JournalOptions { .file = file }) { }
    explicit JournalBench(const JournalOptions &options);
    ~JournalBench();

    Journal &journal() { return *m_journal; }
    /// Ends it as a program's end does.
    void end() { m_journal.reset(); }

    /// Begins a batch of calls number @p from to @p to - 1.
    void begin(quint64 batch, quint32 from, quint32 to);
    IntentVerdict intent(quint64 batch, quint32 call, int attempt = 1);
    void sent(quint64 batch, quint32 call, int attempt = 1);
    void answer(quint64 batch, quint32 call, std::optional<Outcome> outcome, int status, int attempt = 1);
    /// What done() said; nothing: it did not come within @p patience.
    std::optional<bool> outcome(quint64 batch, quint32 call, Outcome outcome, int attempts = 1,
                                std::chrono::milliseconds patience = std::chrono::seconds(20));
    std::optional<bool> proof(quint64 batch, const CallProof &proof);
    std::optional<qint64> prune(qint64 beforeMs, const QByteArray &sha256 = QByteArray(32, 'x'));
    /// Intent, sent, answer and outcome.
    void endCall(quint64 batch, quint32 call, Outcome outcome, int status);
    /// Waits until what was asked for so far is written.
    void flush();
    /// Waits until it is no longer Opening.
    JournalState opened();
    /// Waits for a state of that kind.
    JournalState waitFor(JournalState::Kind kind);
    /// What was told after opening.
    Recovery recovery();

private:
    std::unique_ptr<Journal> m_journal;
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

/// Asks a reader and waits for the answer.
JournalCheck verifyFile(const QString &file);
HistoryCalls findCalls(const QString &file, const HistoryQuery &query = {});
HistoryBatches findBatches(const QString &file, const HistoryQuery &query = {});
QList<HistoryEvent> findEvents(const QString &file, quint64 batch, quint32 call);
HistoryExported exportTo(const QString &file, const HistoryQuery &query, const QString &path, HistoryFormat format);

/// "ended 204; unknown 0": calls in the order of a batch, open ones as "open".
QString outcomesOf(const QString &file, quint64 batch);

/// Runs SQL on the file behind the journal's back; the first column of each row. Triggers are taken out first when
/// @p asIntruder.
QVariantList sqlOn(const QString &file, const QString &sql, bool asIntruder = false);

} // namespace hangup::test
