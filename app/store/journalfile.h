// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clock.h"
#include "domain/history.h"
#include "store/journal.h"
#include "store/journalschema.h"
#include "store/journalwitness.h"
#include "store/oslock.h"
#include "store/runlocks.h"
#include "store/sqlconnection.h"

#include <atomic>
#include <memory>

namespace hangup {

/// The lock that each program holds, shared, while it has @p file open; exclusive: while it is mended or migrated.
QString useLockOf(const QString &file);

/// The journal's file as one program has it open for writing: its folder, its locks, its connection. All functions on
/// the journal's thread.
class JournalFile
{
public:
    /// @p options and @p stopping (waits are given up) outlive this.
    JournalFile(const JournalOptions &options, const std::atomic<bool> &stopping);
    ~JournalFile();

    /// Opens, makes, migrates or mends it; again after a failure too. Kind Ready, or why not.
    JournalState open();
    /// Moves what is in SQLite's log into the file, as far as nobody reads there. Open only.
    void emptyLog();
    /// Lets go of everything but the run.
    void close();
    bool isOpen() const { return m_connection.isOpen(); }
    /// The file that is open is still the one with that name: what is written to a removed one is lost.
    bool isStillThere() const;

    /// Events up to @p seq are on disk, and whoever waited for them is about to be told.
    void witness(qint64 seq) { m_witness.write(m_identity, seq); }
    /// The connection's last failure may have shown that the file is broken: then the next open() mends it.
    void doubtFile();

    SqlConnection &connection() { return m_connection; }
    const RunLocks &runs() const { return m_runs; }

private:
    /// @p mayPass: what was in the way is another program, which may be through in a moment.
    JournalState tryOpen(bool &mayPass);
    std::optional<JournalState> prepare();
    JournalState openFile();
    bool lookAtLog(bool &hidesEvents);
    std::optional<JournalState> connect();
    std::optional<JournalState> useWal();
    JournalState mend();
    JournalState migrateOlder();
    bool takeFile(OsLock::Kind kind);
    JournalState notTaken() const; ///< why takeFile() did not work
    JournalState failed(JournalState::Kind kind, const QString &detail) const;
    JournalState failedBy(const SqlConnection &connection) const;

    const JournalOptions &m_options;
    const std::atomic<bool> &m_stopping;
    const QList<SchemaStep> &m_steps;
    RunLocks m_runs;
    std::unique_ptr<OsLock> m_use; ///< shared while it is open; exclusive while it is mended
    OsLock::Failure m_lockFailure = OsLock::Failure::None;
    SqlConnection m_connection;
    JournalWitness m_witness;
    QString m_identity;
    QString m_broken; ///< identity of a file that turned out to be broken while it was used
    QString m_foundWhole; ///< identity of a file that mend() found nothing wrong with, since open()
    JournalState m_mended; ///< what a repair did: setAside, carriedOver, lost
};

} // namespace hangup
