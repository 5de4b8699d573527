// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalmend.h"

#include "store/journalcheck.h"
#include "store/journalfacts.h"
#include "store/journalfolder.h"
#include "store/journalwitness.h"
#include "store/journalwriter.h"
#include "store/sqlitepages.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// What SQLite has beside a file.
const QStringList &companions()
{
    static const QStringList suffixes { u"-wal"_s, u"-shm"_s, u"-journal"_s };
    return suffixes;
}

/// "journal.sqlite.rebuilt-20261124T130211Z" waits until "journal.sqlite" is "journal.sqlite.broken-20261124T130211Z".
/// It has its name only once it is complete and on disk: from then on the old file is not opened any more, for a power
/// cut may have kept any of the renames that follow, and left a write-ahead log without its file.
QString rebuiltMark()
{
    return u".rebuilt-"_s;
}

QString brokenName(const QString &file, const QString &stamp)
{
    return file + u".broken-"_s + stamp;
}

/// The stamp of what isRebuilt(); empty: nothing is.
QString rebuiltStamp(const QString &file)
{
    const QFileInfo info(file);
    const QString start = info.fileName() + rebuiltMark();
    const QStringList names = info.dir().entryList(QDir::Files | QDir::Hidden, QDir::Name);
    const auto found
        = std::find_if(names.cbegin(), names.cend(), [&start](const QString &name) { return name.startsWith(start); });
    return found == names.cend() ? QString() : found->sliced(start.size());
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

/// Of what stood behind damage in the write-ahead log, what fits the rest: a transaction that was given up may have
/// left events whose numbers others got later. What comes after one that does not fit was never on record either.
void joinLikely(Readable &readable, std::map<qint64, JournalEvent> likely)
{
    std::map<qint64, JournalEvent> &events = readable.events;
    qint64 notFitting = -1;
    for (auto &[seq, event] : likely) {
        if (events.contains(seq))
            continue;
        const auto before = events.find(seq - 1);
        const auto after = events.find(seq + 1);
        const bool fits = (before == events.end() ? notFitting != seq - 1 : before->second.hash == event.prev)
            && (after == events.end() || after->second.prev == event.hash);
        if (fits)
            events.insert_or_assign(seq, std::move(event));
        else
            notFitting = seq;
    }
}

Readable readBroken(const QString &file)
{
    Readable readable;
    const MappedFile database(file);
    const MappedFile wal(file + u"-wal"_s);
    readable.failed = database.hasFailed() || wal.hasFailed();
    std::map<qint64, JournalEvent> likely;
    findEventsInPages(database.bytes(), wal.bytes(), [&](const JournalEvent &event, Standing standing) {
        (standing == Standing::Committed ? readable.events : likely).insert_or_assign(event.seq, event);
        return true;
    });
    joinLikely(readable, std::move(likely));
    for (const auto &[seq, event] : readable.events) {
        if (event.kind != eventKindKey(EventKind::Checkpoint))
            continue;
        if (const auto checkpoint = facts::readCheckpoint(event))
            readable.removed = std::max(readable.removed, checkpoint->last);
    }
    readable.events.erase(readable.events.begin(), readable.events.upper_bound(readable.removed));
    return readable;
}

/// In a new file each event gets a new number.
bool appendRenumbered(JournalWriter &writer, JournalEvent event)
{
    if (event.kind == eventKindKey(EventKind::Checkpoint))
        facts::carryOverCheckpoint(event);
    return writer.append(std::move(event));
}

/// All of @p readable in a new file at @p path, complete and on disk. A text says why not.
QString writeRebuilt(const QString &path, const Readable &readable, const Mended &mended,
                     const QList<SchemaStep> &steps, const Clock &clock, const RunLocks &runs)
{
    QFile::remove(path); // what a program that ended here left
    for (const QString &suffix : companions())
        QFile::remove(path + suffix);
    if (const auto trouble = prepareFile(path))
        return *trouble;
    SqlConnection connection;
    JournalWriter writer(connection, runs, clock);
    writer.setRebuilding();
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
        written = appendRenumbered(writer, it->second);
    written = written && writer.commit();
    writer.rollBack();
    const QString trouble = written ? QString() : connection.failureText();
    connection.close();
    if (!written)
        return trouble.isEmpty() ? u"rebuild"_s : trouble;
    return syncToDisk(path) ? QString() : u"sync"_s;
}

/// With what SQLite had beside it, or what of all that is still there.
bool moveAside(const QString &file, const QString &name)
{
    for (const QString &suffix : QStringList { {} } + companions()) {
        if (QFile::exists(file + suffix) && !QFile::rename(file + suffix, unusedName(name + suffix)))
            return false;
    }
    return true;
}

/// Puts the new file in the old one's place; ended at any point, the next start goes on from here. A text says why not.
QString takePlace(const QString &file, const QString &stamp)
{
    if (!moveAside(file, brokenName(file, stamp)))
        return u"rename"_s;
    // Before the new one has the name: the old one's write-ahead log would be taken for its own.
    const QString rebuilt = file + rebuiltMark() + stamp;
    if (!syncToDisk(rebuilt))
        return u"sync"_s;
    if (!JournalWitness::remove(file) || !QFile::rename(rebuilt, file))
        return u"rename"_s;
    syncToDisk(file);
    return {};
}

/// What another run made, and could not put in its place.
Mended goOnMending(const QString &file, const QString &stamp)
{
    Mended mended { .setAside = brokenName(file, stamp) };
    mended.detail = takePlace(file, stamp);
    SqlConnection connection;
    if (mended.detail.isEmpty() && connection.open(file, SqlConnection::Mode::ReadOnly))
        mended.carriedOver = connection.value(u"SELECT count(*) - 1 FROM event"_s).toLongLong(); // but its own note
    return mended;
}

} // namespace

bool isRebuilt(const QString &file)
{
    return !rebuiltStamp(file).isEmpty();
}

bool logHidesEvents(const QString &file)
{
    const qint64 acknowledged = JournalWitness::lastOf(file, identityOf(file));
    if (acknowledged == 0)
        return false;
    const MappedFile wal(file + u"-wal"_s);
    const MappedFile database(file);
    const QList<WalFrame> frames = readWal(wal.bytes(), pageSizeOf(database.bytes())).frames;
    if (frames.isEmpty() || frames.last().standing == Standing::Committed)
        return false;
    // A power cut too leaves such a log, whose end nobody was told of.
    qint64 last = 0;
    findEventsInPages(database.bytes(), wal.bytes(), [&last](const JournalEvent &event, Standing standing) {
        if (standing == Standing::Committed)
            last = std::max(last, event.seq);
        return standing == Standing::Committed; // the others come last
    });
    return last < acknowledged;
}

bool needsMending(const QString &file, const QList<SchemaStep> &steps)
{
    if (isRebuilt(file) || logHidesEvents(file))
        return true;
    if (!QFileInfo::exists(file))
        return false;
    SqlConnection connection;
    if (!connection.open(file, SqlConnection::Mode::ReadWrite))
        return connection.failure() == SqlConnection::Failure::Corrupt;
    switch (schemaState(connection, steps)) {
    case SchemaState::Foreign:
        return true;
    case SchemaState::Failed:
        return hasBrokenContent(connection, file);
    case SchemaState::Empty:
        return QFileInfo(file).size() > 0 && JournalWitness::lastOf(file, identityOf(file)) > 0;
    case SchemaState::Newer:
        return false;
    case SchemaState::Current:
    case SchemaState::Older:
        break;
    }
    return (!takesWrites(connection) && hasBrokenContent(connection, file))
        || checkFile(connection, file) == FileCheck::Broken;
}

Mended mendFile(const QString &file, const QList<SchemaStep> &steps, const Clock &clock, const RunLocks &runs)
{
    if (const QString stamp = rebuiltStamp(file); !stamp.isEmpty())
        return goOnMending(file, stamp);
    const QString start = brokenName(file, {});
    Mended mended { .setAside = unusedName(start + fileStamp(clock.wall().count())) };
    const QString stamp = mended.setAside.sliced(start.size());
    const Readable readable = readBroken(file);
    if (readable.failed)
        return { .detail = u"unreadable"_s };
    mended.carriedOver = static_cast<qint64>(readable.events.size());
    const qint64 last = readable.events.empty() ? 0 : readable.events.rbegin()->first;
    const qint64 acknowledged = JournalWitness::lastOf(file, identityOf(file));
    mended.lost = std::max(std::max(last, acknowledged) - readable.removed - mended.carriedOver, qint64(0));
    const QString unfinished = file + u".rebuilding"_s;
    mended.detail = writeRebuilt(unfinished, readable, mended, steps, clock, runs);
    if (mended.detail.isEmpty() && !QFile::rename(unfinished, file + rebuiltMark() + stamp))
        mended.detail = u"rename"_s;
    if (mended.detail.isEmpty())
        mended.detail = takePlace(file, stamp);
    return mended;
}

} // namespace hangup
