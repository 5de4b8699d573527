// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalreader.h"

#include "store/journalexport.h"
#include "store/journalfile.h"
#include "store/journalfolder.h"
#include "store/journalschema.h"
#include "store/journalsearch.h"
#include "store/journalverify.h"
#include "store/journalwitness.h"

#include <QFileInfo>
#include <QThread>

#include <atomic>
#include <functional>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

struct JournalReader::Private
{
    enum class Opened : quint8 { Yes, NoFile, Failed };

    explicit Private(QString path) : file(std::move(path)) { }

    /// Runs @p read on the reader's thread, in order.
    quint64 ask(std::function<void(quint64)> read)
    {
        const quint64 question = ++lastQuestion;
        QMetaObject::invokeMethod(
            &context,
            [this, question, read = std::move(read)] {
                if (!cancelled)
                    read(question);
            },
            Qt::QueuedConnection);
        return question;
    }

    /// Opens the file for one question alone: it may be set aside and made anew between two.
    template <typename Read>
    Opened withFile(Read read) const
    {
        Q_ASSERT_X(QThread::currentThread() == context.thread(), "JournalReader", "called from another thread");
        // While it is mended no name is sure. A folder that can't be written has nobody who could mend there.
        std::unique_ptr<OsLock> use;
        OsLock::Failure failure {};
        constexpr int tries = 250;
        constexpr unsigned long pauseMs = 20;
        for (int i = 0; i < tries && !cancelled && !use; ++i) {
            use = OsLock::take(useLockOf(file), OsLock::Kind::Shared, OsLock::Make::Never, &failure);
            if (failure != OsLock::Failure::Held)
                break;
            QThread::msleep(pauseMs);
        }
        if (failure == OsLock::Failure::Held)
            return Opened::Failed;
        if (!QFileInfo::exists(file) || QFileInfo(file).size() == 0)
            return Opened::NoFile;
        SqlConnection connection;
        if (!connection.open(file, SqlConnection::Mode::ReadOnly))
            return Opened::Failed;
        if (!connection.value(u"SELECT 1 FROM head"_s).isValid()) {
            if (connection.failure() == SqlConnection::Failure::Corrupt)
                return Opened::Failed;
            const SchemaState schema = schemaState(connection, journalSteps());
            // It is being made at this moment, or its maker was killed.
            if (schema == SchemaState::Empty)
                return JournalWitness::lastOf(file, identityOf(file)) == 0 ? Opened::NoFile : Opened::Failed;
            if (schema == SchemaState::Current) {
                read(connection); // made meanwhile
                return Opened::Yes;
            }
            // On a disk that can't be written there can be no shared memory, and nobody who writes.
            const QFileInfo wal(file + u"-wal"_s);
            if ((wal.exists() && wal.size() != 0)
                || !connection.open(file, SqlConnection::Mode::ReadOnly, u"immutable=1"_s)
                || !connection.value(u"SELECT 1 FROM head"_s).isValid())
                return Opened::Failed;
        }
        read(connection);
        return Opened::Yes;
    }

    const QString file;
    QThread thread;
    QObject context; ///< lives on the thread
    std::atomic<quint64> lastQuestion { 0 };
    std::atomic<bool> cancelled { false };
};

JournalReader::JournalReader(const QString &file, QObject *parent) : QObject(parent), d(std::make_unique<Private>(file))
{
    d->thread.setObjectName(u"history"_s);
    d->context.moveToThread(&d->thread);
    d->thread.start();
}

JournalReader::~JournalReader()
{
    d->cancelled = true;
    d->thread.quit();
    d->thread.wait();
}

quint64 JournalReader::findBatches(const HistoryQuery &query)
{
    return d->ask([this, query](quint64 question) {
        HistoryBatches found;
        const auto opened
            = d->withFile([&](SqlConnection &connection) { found = searchBatches(connection, query, d->cancelled); });
        found.failed = found.failed || opened == Private::Opened::Failed;
        Q_EMIT batchesFound(question, found);
    });
}

quint64 JournalReader::findCalls(const HistoryQuery &query)
{
    return d->ask([this, query](quint64 question) {
        HistoryCalls found;
        const auto opened
            = d->withFile([&](SqlConnection &connection) { found = searchCalls(connection, query, d->cancelled); });
        found.failed = found.failed || opened == Private::Opened::Failed;
        Q_EMIT callsFound(question, found);
    });
}

quint64 JournalReader::findEvents(quint64 batch, const CallId &id)
{
    return d->ask([this, batch, id](quint64 question) {
        QList<HistoryEvent> found;
        d->withFile([&](SqlConnection &connection) { found = readHistoryEvents(connection, batch, id); });
        Q_EMIT eventsFound(question, found);
    });
}

quint64 JournalReader::makeReceipt(quint64 batch)
{
    return d->ask([this, batch](quint64 question) {
        HistoryQuery query;
        query.batch = batch;
        query.limit = std::numeric_limits<int>::max();
        Receipt receipt;
        d->withFile([&](SqlConnection &connection) {
            // Both of one state: the numbers at the top are those of the list.
            if (!connection.run(u"BEGIN"_s))
                return;
            const HistoryBatches batches = searchBatches(connection, query, d->cancelled);
            const HistoryCalls calls = searchCalls(connection, query, d->cancelled);
            connection.rollBack(); // nothing was written
            if (batches.rows.size() == 1 && !batches.failed && !calls.failed)
                receipt = hangup::makeReceipt(batches.rows.first(), calls.rows);
        });
        Q_EMIT receiptMade(question, receipt);
    });
}

quint64 JournalReader::verify()
{
    return d->ask([this](quint64 question) {
        JournalCheck check;
        const auto opened
            = d->withFile([&](SqlConnection &connection) { check = verifyJournal(connection, d->cancelled); });
        if (opened == Private::Opened::Failed)
            check.state = JournalCheck::State::Unreadable;
        Q_EMIT verified(question, check);
    });
}

quint64 JournalReader::exportCalls(const HistoryQuery &query, const QString &path, HistoryFormat format)
{
    return d->ask([this, query, path, format](quint64 question) {
        HistoryExported result { .path = path };
        const auto opened = d->withFile(
            [&](SqlConnection &connection) { result = exportHistory(connection, query, path, format, d->cancelled); });
        if (opened == Private::Opened::NoFile)
            result = exportNothing(path, format);
        Q_EMIT exported(question, result);
    });
}

} // namespace hangup
