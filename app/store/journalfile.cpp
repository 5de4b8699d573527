// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalfile.h"

#include "store/journalcheck.h"
#include "store/journalfolder.h"
#include "store/journalmend.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QThread>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

using Kind = JournalState::Kind;

QString locksOf(const QString &file)
{
    return QFileInfo(file).absolutePath() + u"/locks"_s;
}

constexpr int FullSync = 2; // what PRAGMA synchronous reads for FULL

} // namespace

QString useLockOf(const QString &file)
{
    return locksOf(file) + u'/' + QFileInfo(file).fileName() + u".lock"_s;
}

JournalFile::JournalFile(const JournalOptions &options, const std::atomic<bool> &stopping)
    : m_options(options), m_stopping(stopping), m_steps(options.steps != nullptr ? *options.steps : journalSteps()),
      m_runs(locksOf(options.file)), m_witness(options.file)
{
}

JournalFile::~JournalFile()
{
    close();
}

void JournalFile::emptyLog()
{
    m_connection.value(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
}

void JournalFile::close()
{
    m_connection.close();
    m_witness.close();
    m_use.reset();
}

bool JournalFile::isStillThere() const
{
    return identityOf(m_options.file) == m_identity;
}

JournalState JournalFile::notTaken() const
{
    return m_lockFailure == OsLock::Failure::Held ? failed(Kind::InUse, {}) : failed(Kind::NotWritable, u"locks"_s);
}

void JournalFile::doubtFile()
{
    if (m_connection.failure() == SqlConnection::Failure::Corrupt)
        m_broken = m_identity;
}

JournalState JournalFile::failed(Kind kind, const QString &detail) const
{
    JournalState state = m_mended;
    state.kind = kind;
    state.file = m_options.file;
    state.detail = detail;
    return state;
}

JournalState JournalFile::failedBy(const SqlConnection &connection) const
{
    return failed(Kind::NotWritable, connection.failureText());
}

JournalState JournalFile::open()
{
    // Another program that makes or mends the file in this moment is through soon, and SQLite does not wait for it
    // everywhere.
    const QDeadlineTimer patience(m_options.openPatience);
    constexpr unsigned long pauseMs = 20;
    for (;;) {
        bool mayPass = false;
        JournalState state = tryOpen(mayPass);
        if (!mayPass || patience.hasExpired() || m_stopping)
            return state;
        QThread::msleep(pauseMs);
    }
}

JournalState JournalFile::tryOpen(bool &mayPass)
{
    if (const auto trouble = prepare()) {
        close();
        return *trouble;
    }
    m_foundWhole.clear();
    const JournalState state = openFile();
    mayPass = state.kind == Kind::InUse
        || (state.kind == Kind::NotWritable && m_connection.failure() == SqlConnection::Failure::Busy);
    if (state.kind != Kind::Ready)
        close();
    return state;
}

std::optional<JournalState> JournalFile::prepare()
{
    if (const auto trouble = prepareFolder(m_options.file))
        return failed(Kind::NotWritable, *trouble);
    const QByteArray fileSystem = fileSystemAt(QFileInfo(m_options.file).absolutePath());
    if (isNetworkFileSystem(fileSystem))
        return failed(Kind::NetworkDisk, QString::fromLatin1(fileSystem));
    if (m_runs.ownRun().isEmpty() && !m_runs.begin())
        return failed(Kind::NotWritable, u"locks"_s);
    if (!takeFile(OsLock::Kind::Shared))
        return notTaken();
    return std::nullopt;
}

bool JournalFile::takeFile(OsLock::Kind kind)
{
    // A flock can't be changed without a moment in which it is not held, so nothing is kept over the change: what was
    // seen before is looked at again.
    m_use.reset();
    constexpr int tries = 250;
    constexpr unsigned long pauseMs = 20;
    for (int i = 0; i < tries; ++i) {
        m_use = OsLock::take(useLockOf(m_options.file), kind, OsLock::Make::IfMissing, &m_lockFailure);
        if (m_use || m_lockFailure != OsLock::Failure::Held)
            break;
        // Whoever mends it is done soon; whoever uses it is not.
        if (kind == OsLock::Kind::Exclusive || m_stopping)
            break;
        QThread::msleep(pauseMs);
    }
    return m_use != nullptr;
}

JournalState JournalFile::openFile()
{
    bool hidesEvents = false;
    if (!lookAtLog(hidesEvents))
        return notTaken();
    if (hidesEvents || isRebuilt(m_options.file))
        return mend();
    if (const auto trouble = prepareFile(m_options.file))
        return failed(Kind::NotWritable, *trouble);
    m_identity = identityOf(m_options.file);
    const bool isNew = QFileInfo(m_options.file).size() == 0;
    if (!m_broken.isEmpty() && m_broken == m_identity)
        return mend();
    if (const auto trouble = connect())
        return *trouble;
    const SchemaState schema = schemaState(m_connection, m_steps);
    switch (schema) {
    case SchemaState::Newer:
        return failed(Kind::Newer, {});
    case SchemaState::Foreign:
        return mend();
    case SchemaState::Failed:
        return hasBrokenContent(m_connection, m_options.file) ? mend() : failedBy(m_connection);
    case SchemaState::Older:
        return migrateOlder();
    case SchemaState::Empty:
        // All it had may have been in a write-ahead log that is gone.
        if (!isNew && JournalWitness::lastOf(m_options.file, m_identity) > 0)
            return mend();
        // A new file may have the place on the disk that a removed one had.
        JournalWitness::remove(m_options.file);
        break;
    case SchemaState::Current:
        break;
    }
    if (const auto trouble = useWal())
        return hasBrokenContent(m_connection, m_options.file) ? mend() : *trouble;
    if (schema == SchemaState::Empty) {
        if (!migrate(m_connection, m_steps))
            return failedBy(m_connection);
    } else if (const FileCheck check = checkFile(m_connection, m_options.file); check == FileCheck::Broken) {
        return mend();
    } else if (check == FileCheck::Failed) {
        return failedBy(m_connection);
    } else if (!takesWrites(m_connection)) {
        return hasBrokenContent(m_connection, m_options.file) ? mend() : failedBy(m_connection);
    }
    return failed(Kind::Ready, {});
}

/// Before SQLite opens the file: it would clear the log away, with what it does not read of it. While others have the
/// file open they write to the log, and have looked themselves. False: the file could not be taken again.
bool JournalFile::lookAtLog(bool &hidesEvents)
{
    hidesEvents = false;
    if (QFileInfo(m_options.file + u"-wal"_s).size() == 0)
        return true;
    if (takeFile(OsLock::Kind::Exclusive))
        hidesEvents = logHidesEvents(m_options.file);
    return takeFile(OsLock::Kind::Shared);
}

std::optional<JournalState> JournalFile::connect()
{
    if (!m_connection.open(m_options.file, SqlConnection::Mode::ReadWrite, m_options.uriQuery))
        return failedBy(m_connection);
    return std::nullopt;
}

std::optional<JournalState> JournalFile::useWal()
{
    // First, for the header that the change to WAL writes. Any that fails is noticed by reading `synchronous` back, or
    // does no harm. fullfsync: macOS's own.
    for (const auto &pragma : { "synchronous=FULL"_L1, "fullfsync=ON"_L1, "checkpoint_fullfsync=ON"_L1,
                                "cell_size_check=ON"_L1, "trusted_schema=OFF"_L1 })
        m_connection.run(u"PRAGMA "_s + pragma);
    // A page that many commits change is copied back into the file less often; 16 MB of log at most, as a rule.
    m_connection.run(u"PRAGMA wal_autocheckpoint=4000"_s);
    const QVariant mode = m_connection.value(u"PRAGMA journal_mode=WAL"_s);
    if (!mode.isValid())
        return failedBy(m_connection);
    if (mode.toString() != "wal"_L1)
        return failed(Kind::NetworkDisk, u"journal_mode=%1"_s.arg(mode.toString()));
    const QVariant synchronous = m_connection.value(u"PRAGMA synchronous"_s);
    if (synchronous.toInt() != FullSync)
        return failed(Kind::NotWritable, u"synchronous=%1"_s.arg(synchronous.toInt()));
    if (!m_options.pragmas.isEmpty())
        m_connection.run(u"PRAGMA "_s + m_options.pragmas);
    return std::nullopt;
}

JournalState JournalFile::migrateOlder()
{
    // Alone: a program that has it open would go on with the old tables.
    m_connection.close();
    if (!takeFile(OsLock::Kind::Exclusive))
        return notTaken();
    if (const auto trouble = connect())
        return *trouble;
    if (schemaState(m_connection, m_steps) == SchemaState::Older) {
        if (const FileCheck check = checkFile(m_connection, m_options.file); check != FileCheck::Whole)
            return check == FileCheck::Broken ? mend() : failedBy(m_connection);
        if (backUp(m_connection, m_options.file, m_options.clock->wall().count()).isEmpty()
            || !migrate(m_connection, m_steps))
            return failedBy(m_connection);
    }
    m_connection.close();
    return takeFile(OsLock::Kind::Shared) ? openFile() : notTaken();
}

JournalState JournalFile::mend()
{
    m_connection.close();
    if (!takeFile(OsLock::Kind::Exclusive))
        return notTaken();
    // Another program may have mended it in between. But what was found whole here and broken by openFile() once more
    // is broken in a way that the look here doesn't see: it would go round and round.
    const QString identity = identityOf(m_options.file);
    const bool stillBroken = !identity.isEmpty() && (m_broken == identity || m_foundWhole == identity);
    m_broken.clear();
    if (!stillBroken && !needsMending(m_options.file, m_steps)) {
        m_foundWhole = identity;
        return takeFile(OsLock::Kind::Shared) ? openFile() : notTaken();
    }
    const Mended mended = mendFile(m_options.file, m_steps, *m_options.clock, m_runs);
    if (!mended.detail.isEmpty())
        return failed(Kind::NotWritable, mended.detail);
    m_mended.setAside = mended.setAside;
    m_mended.carriedOver = mended.carriedOver;
    m_mended.lost = mended.lost;
    return takeFile(OsLock::Kind::Shared) ? openFile() : notTaken();
}

} // namespace hangup
