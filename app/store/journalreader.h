// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/history.h"
#include "domain/receipt.h"

#include <QObject>
#include <QString>

#include <memory>

namespace hangup {

/// Reads the journal through a connection and on a thread of its own, so that a long search or check never holds up a
/// commit. Each question has a number that its answer carries; answers come in order. A file that isn't there yet reads
/// as empty. Functions may be called from any thread.
class JournalReader final : public QObject
{
    Q_OBJECT
public:
    explicit JournalReader(const QString &file, QObject *parent = nullptr);
    /// Gives up what is being read, and joins the thread.
    ~JournalReader() override;

    quint64 findBatches(const HistoryQuery &query);
    quint64 findCalls(const HistoryQuery &query);
    /// All events of one call in one batch, in order.
    quint64 findEvents(quint64 batch, const CallId &id);
    /// The receipt of one batch, made where it is read (a hundred thousand calls take a while); an empty one when there
    /// is no such batch.
    quint64 makeReceipt(quint64 batch);
    quint64 verify();
    /// The calls that @p query lets through (its limit is ignored), one row each with batch, account, operator, ticket
    /// and reason.
    quint64 exportCalls(const HistoryQuery &query, const QString &path, HistoryFormat format);

Q_SIGNALS:
    void batchesFound(quint64 question, const hangup::HistoryBatches &batches);
    void callsFound(quint64 question, const hangup::HistoryCalls &calls);
    void eventsFound(quint64 question, const QList<hangup::HistoryEvent> &events);
    void receiptMade(quint64 question, const hangup::Receipt &receipt);
    void verified(quint64 question, const hangup::JournalCheck &check);
    void exported(quint64 question, const hangup::HistoryExported &result);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup
