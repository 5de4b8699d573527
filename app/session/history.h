// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "domain/history.h"
#include "domain/receipt.h"

#include <QObject>
#include <QString>

#include <memory>

namespace hangup {

class Journal;

/// What a front end asks the journal: never blocks, each question has a number that its answer carries. One for real
/// accounts, one for practice; lives on the window's thread.
class History final : public QObject
{
    Q_OBJECT
public:
    /// @p journal (not owned, outlives this) is the one that writes @p file.
    History(const QString &file, Journal *journal, QObject *parent = nullptr);
    ~History() override;

    quint64 findBatches(const HistoryQuery &query);
    quint64 findCalls(const HistoryQuery &query);
    quint64 findEvents(quint64 batch, const CallId &id);
    /// The receipt of one batch, as it stands in the journal; receiptMade() with an empty one when there is no such
    /// batch.
    quint64 makeReceipt(quint64 batch);
    quint64 verify();
    quint64 exportCalls(const HistoryQuery &query, const QString &path, HistoryFormat format);
    /// The organisation's word: without it exportCalls(), exportAndPrune() and makeReceipt() do nothing and return 0.
    void setMayExport(bool may);
    bool mayExport() const;
    /// Whether calls are being ended: then nothing is removed. Session says so.
    void setEnding(bool ending);
    bool isEnding() const;
    /// pruned() instead of a number of events.
    static constexpr qint64 NotRemoved = -1;
    static constexpr qint64 NotWhileEnding = -2;
    /// Exports the batches confirmed before @p beforeMs (UTC) to @p path, and only when that file is written removes
    /// their events. pruned() exactly once. 0: refused while calls are being ended; nothing was exported, and there is
    /// no answer.
    quint64 exportAndPrune(qint64 beforeMs, const QString &path, HistoryFormat format);

Q_SIGNALS:
    void batchesFound(quint64 question, const hangup::HistoryBatches &batches);
    void callsFound(quint64 question, const hangup::HistoryCalls &calls);
    void eventsFound(quint64 question, const QList<hangup::HistoryEvent> &events);
    void receiptMade(quint64 question, const hangup::Receipt &receipt);
    void verified(quint64 question, const hangup::JournalCheck &check);
    void exported(quint64 question, const hangup::HistoryExported &result);
    /// @p events: removed; NotRemoved: the export or the removal failed; NotWhileEnding: exported, but meanwhile calls
    /// are being ended.
    void pruned(quint64 question, const hangup::HistoryExported &exported, qint64 events);
    /// The journal has more than before (from this program); at most every 200 ms.
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
