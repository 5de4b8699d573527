// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/history.h"

#include "session/intentrelay.h"
#include "store/journal.h"
#include "store/journalreader.h"

#include <QHash>

#include <utility>

namespace hangup {

/// Questions are the reader's, with its numbers; a removal takes two steps, and goes by the number of its first.
struct History::Private
{
    Private(const QString &file, Journal *j) : journal(j), reader(file) { }

    struct Removal
    {
        qint64 beforeMs = 0;
    };

    Journal *const journal;
    /// Shared with what the journal still has to answer. Letters that were not opened go with its last owner, unread.
    std::shared_ptr<Postbox> postbox = std::make_shared<Postbox>();
    JournalReader reader;
    QHash<quint64, Removal> removals;
    bool isEnding = false;
    bool mayExport = true;
};

History::History(const QString &file, Journal *journal, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(file, journal))
{
    qRegisterMetaType<HistoryBatches>();
    qRegisterMetaType<HistoryCalls>();
    qRegisterMetaType<QList<HistoryEvent>>();
    qRegisterMetaType<JournalCheck>();
    qRegisterMetaType<HistoryExported>();
    qRegisterMetaType<Receipt>();
    JournalReader *reader = &d->reader;
    connect(reader, &JournalReader::batchesFound, this, &History::batchesFound);
    connect(reader, &JournalReader::callsFound, this, &History::callsFound);
    connect(reader, &JournalReader::eventsFound, this, &History::eventsFound);
    connect(reader, &JournalReader::receiptMade, this, &History::receiptMade);
    connect(reader, &JournalReader::verified, this, &History::verified);
    connect(reader, &JournalReader::exported, this, [this](quint64 question, const HistoryExported &result) {
        const auto removal = d->removals.constFind(question);
        if (removal == d->removals.constEnd()) {
            Q_EMIT exported(question, result);
            return;
        }
        const qint64 before = removal->beforeMs;
        d->removals.erase(removal);
        if (!result.written || d->isEnding) {
            Q_EMIT pruned(question, result, result.written ? NotWhileEnding : NotRemoved);
            return;
        }
        // Answered on the journal's thread, which ends before the postbox goes.
        d->journal->prune(before, result.sha256,
                          [this, box = d->postbox, question, result](std::optional<qint64> events) {
                              box->post([this, question, result, events] {
                                  Q_EMIT pruned(question, result, events.value_or(NotRemoved));
                              });
                          });
    });
    connect(journal, &Journal::changed, this, &History::changed);
}

History::~History() = default;

quint64 History::findBatches(const HistoryQuery &query)
{
    return d->reader.findBatches(query);
}

quint64 History::findCalls(const HistoryQuery &query)
{
    return d->reader.findCalls(query);
}

quint64 History::findEvents(quint64 batch, const CallId &id)
{
    return d->reader.findEvents(batch, id);
}

quint64 History::makeReceipt(quint64 batch)
{
    return d->mayExport ? d->reader.makeReceipt(batch) : 0;
}

quint64 History::verify()
{
    return d->reader.verify();
}

quint64 History::exportCalls(const HistoryQuery &query, const QString &path, HistoryFormat format)
{
    return d->mayExport ? d->reader.exportCalls(query, path, format) : 0;
}

void History::setMayExport(bool may)
{
    d->mayExport = may;
}

bool History::mayExport() const
{
    return d->mayExport;
}

void History::setEnding(bool ending)
{
    d->isEnding = ending;
}

bool History::isEnding() const
{
    return d->isEnding;
}

quint64 History::exportAndPrune(qint64 beforeMs, const QString &path, HistoryFormat format)
{
    if (d->isEnding || !d->mayExport)
        return 0;
    HistoryQuery query;
    query.toMs = beforeMs;
    const quint64 question = d->reader.exportCalls(query, path, format);
    d->removals.insert(question, { beforeMs });
    return question;
}

} // namespace hangup
