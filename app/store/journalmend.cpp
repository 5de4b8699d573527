// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalmend.h"

#include "store/journalcheck.h"
#include "store/journalfacts.h"
#include "store/journalfolder.h"
#include "store/journalwriter.h"
#include "store/sqlitepages.h"

#include <QFile>
#include <QFileInfo>

#include <map>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QString rebuiltName(const QString &file)
{
    return file + u".rebuilt"_s;
}

const QStringList &companions()
{
    static const QStringList suffixes { u"-wal"_s, u"-shm"_s, u"-journal"_s };
    return suffixes;
}

/// A file's bytes, mapped. Its owner holds the file's lock alone, so nothing cuts it short meanwhile.
class MappedFile
{
public:
    explicit MappedFile(const QString &path) : m_file(path)
    {
        if (!m_file.open(QIODevice::ReadOnly))
            return;
        uchar *bytes = m_file.size() > 0 ? m_file.map(0, m_file.size()) : nullptr;
        if (bytes != nullptr)
            m_bytes = QByteArrayView(bytes, qsizetype(m_file.size()));
    }
    QByteArrayView bytes() const { return m_bytes; }
    /// There is something that could not be read.
    bool hasFailed() const { return m_file.exists() && (!m_file.isOpen() || (m_file.size() > 0 && m_bytes.isEmpty())); }

private:
    QFile m_file;
    QByteArrayView m_bytes;
};

struct Readable
{
    std::map<qint64, JournalEvent> events; ///< by number
    qint64 removed = 0; ///< up to this number they were removed by the user, and stay away
    bool failed = false;
};

Readable readBroken(const QString &file)
{
    Readable readable;
    const MappedFile database(file);
    const MappedFile wal(file + u"-wal"_s);
    readable.failed = database.hasFailed() || wal.hasFailed();
    findEventsInPages(database.bytes(), wal.bytes(), [&readable](const JournalEvent &event) {
        readable.events.insert_or_assign(event.seq, event);
        if (event.kind == eventKindKey(EventKind::Checkpoint)) {
            if (const auto checkpoint = facts::readCheckpoint(event))
                readable.removed = std::max(readable.removed, checkpoint->last);
        }
        return true;
    });
    readable.events.erase(readable.events.begin(), readable.events.upper_bound(readable.removed));
    return readable;
}

/// All of @p readable in a new file at @p path, complete and on disk. A text says why not.
QString writeRebuilt(const QString &path, const Readable &readable, const Mended &mended,
                     const QList<SchemaStep> &steps, const Clock &clock, const RunLocks &runs)
{
    QFile::remove(path);
    for (const QString &suffix : companions())
        QFile::remove(path + suffix);
    if (const auto trouble = prepareFile(path))
        return *trouble;
    SqlConnection connection;
    JournalWriter writer(connection, runs, clock);
    if (!connection.open(path, SqlConnection::Mode::ReadWrite) || !connection.run(u"PRAGMA synchronous=FULL"_s)
        || !migrate(connection, steps) || !writer.begin())
        return connection.failureText();
    const qint64 last = readable.events.empty() ? 0 : readable.events.rbegin()->first;
    bool written = writer.append(facts::noteEvent(
        0,
        u"Carried over from %1: %2 events up to number %3, %4 lost."_s.arg(QFileInfo(mended.setAside).fileName())
            .arg(mended.carriedOver)
            .arg(last)
            .arg(mended.lost)));
    for (auto it = readable.events.begin(); written && it != readable.events.end(); ++it)
        written = writer.append(it->second);
    written = written && writer.commit();
    writer.rollBack();
    const QString trouble = written ? QString() : connection.failureText();
    connection.close();
    if (!written)
        return trouble.isEmpty() ? u"rebuild"_s : trouble;
    return syncToDisk(path) ? QString() : u"sync"_s;
}

bool moveAside(const QString &file, const QString &name)
{
    // What SQLite had beside it first: with the file gone, they would be taken for the new one's.
    for (const QString &suffix : companions()) {
        if (QFile::exists(file + suffix) && !QFile::rename(file + suffix, name + suffix))
            return false;
    }
    return QFile::rename(file, name);
}

} // namespace

bool isRebuilt(const QString &file)
{
    return QFileInfo::exists(rebuiltName(file));
}

bool needsMending(const QString &file, const QList<SchemaStep> &steps)
{
    if (!QFileInfo::exists(file))
        return isRebuilt(file);
    SqlConnection connection;
    if (!connection.open(file, SqlConnection::Mode::ReadWrite))
        return connection.failure() == SqlConnection::Failure::Corrupt;
    switch (schemaState(connection, steps)) {
    case SchemaState::Foreign:
        return true;
    case SchemaState::Failed:
        return hasBrokenContent(connection, file);
    case SchemaState::Empty:
    case SchemaState::Newer:
        return false;
    case SchemaState::Current:
    case SchemaState::Older:
        break;
    }
    const bool canBegin = SqlTransaction(connection).hasBegun();
    return (!canBegin && hasBrokenContent(connection, file)) || checkFile(connection, file) == FileCheck::Broken;
}

Mended mendFile(const QString &file, const QList<SchemaStep> &steps, const Clock &clock, const RunLocks &runs)
{
    const QString rebuilt = rebuiltName(file);
    Mended mended;
    if (QFileInfo::exists(file)) {
        mended.setAside = unusedName(u"%1.broken-%2"_s.arg(file, fileStamp(clock.wall().count())));
        const Readable readable = readBroken(file);
        if (readable.failed)
            return { .detail = u"unreadable"_s };
        mended.carriedOver = static_cast<qint64>(readable.events.size());
        if (!readable.events.empty())
            mended.lost = readable.events.rbegin()->first - readable.removed - mended.carriedOver;
        const QString trouble = writeRebuilt(rebuilt, readable, mended, steps, clock, runs);
        if (!trouble.isEmpty())
            return { .detail = trouble };
        if (!moveAside(file, mended.setAside))
            return { .detail = u"rename"_s };
    }
    // Ended here, the next start goes on from here.
    if (!QFile::rename(rebuilt, file))
        return { .detail = u"rename"_s };
    syncToDisk(file);
    return mended;
}

} // namespace hangup
