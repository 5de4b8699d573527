// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "journalbench.h"

#include "store/journalfolder.h"
#include "store/journalmend.h"
#include "store/journalwitness.h"
#include "store/journalwriter.h"
#include "store/sqlconnection.h"
#include "store/sqlitepages.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

constexpr qsizetype WalHeader = 32;
constexpr qsizetype Frame = 24 + 4096;

QByteArray readFile(const QString &path)
{
    QFile in(path);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(content), content.size());
}

} // namespace

/// Mending that is done twice, ended in the middle, or has a damaged write-ahead log to go by.
class TestJournalMend : public QObject
{
    Q_OBJECT

private:
    QString file() const { return m_folder->path() + u"/journal.sqlite"_s; }
    QStringList names(const QString &pattern) const
    {
        return QDir(m_folder->path()).entryList({ pattern }, QDir::Files, QDir::Name);
    }
    void breakHeader() { writeFile(file(), QByteArray(100, 'x') + readFile(file()).mid(100)); }

    /// The file and its log as a power cut would leave them, with @p calls ended, each in commits of its own. Nothing
    /// of the calls is in the file itself.
    void leaveLog(quint32 calls)
    {
        const QString live = m_folder->path() + u"/live.sqlite"_s;
        JournalBench bench(JournalOptions { .file = live, .pragmas = u"wal_autocheckpoint=0"_s });
        bench.begin(1, 0, calls);
        for (quint32 n = 0; n < calls; ++n)
            bench.endCall(1, n, Outcome::Ended, 204);
        writeFile(file(), readFile(live));
        m_log = readFile(live + u"-wal"_s);
        m_events = 1 + 4 * int(calls);
        writeFile(file() + u"-wal"_s, m_log);
    }
    /// What a program that used file() would have left: what it acknowledged, of this very file.
    void leaveWitness(qint64 seq)
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"locks"_s));
        JournalWitness(file()).write(identityOf(file()), seq);
    }
    qsizetype frames() const { return (m_log.size() - WalHeader) / Frame; }
    void damageFrame(qsizetype frame)
    {
        m_log[WalHeader + frame * Frame + 24 + 2000] = char(m_log[WalHeader + frame * Frame + 24 + 2000] ^ 0x55);
        writeFile(file() + u"-wal"_s, m_log);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_log;
    int m_events = 0;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    /// The checkpoint of a removal speaks of numbers that mean other events in the new file.
    void aSecondMendingLosesNothing()
    {
        {
            JournalBench bench(file());
            for (quint64 batch = 1; batch <= 3; ++batch) {
                bench.journal().beginBatch(batchNumber(batch, qint64(batch) * 1000), { callNumber(quint32(batch)) });
                bench.endCall(batch, quint32(batch), batch == 1 ? Outcome::Unknown : Outcome::Ended, 204);
            }
            QCOMPARE(bench.prune(2000), 5);
        }
        breakHeader();
        for (int mending = 1; mending <= 3; ++mending) {
            JournalBench bench(file());
            const JournalState state = bench.opened();
            QCOMPARE(state.kind, JournalState::Kind::Ready);
            // Two batches and the checkpoint, and a note of each mending before.
            QCOMPARE(state.carriedOver, 10 + mending);
            QCOMPARE(state.lost, 0);
            QCOMPARE(findBatches(file()).total, 2);
            QCOMPARE(outcomesOf(file(), 2), u"ended 1"_s);
            const JournalCheck check = verifyFile(file());
            QCOMPARE(check.state, JournalCheck::State::Whole);
            QCOMPARE(check.checkpoints, 1);
            QCOMPARE(check.removed, 0); // of this file
            bench.end();
            if (mending < 3)
                breakHeader();
        }
        // A removal from the mended file still knows what the first one knew.
        JournalBench bench(file());
        QCOMPARE(bench.prune(9000), 13); // 3 notes and the batches
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
        bench.journal().beginBatch(batchNumber(9, 9000), { callNumber(1) });
        QCOMPARE(bench.intent(9, 1).earlierAttemptWithoutVerdict, true);
    }

    /// A power cut keeps any of the renames.
    void endedBetweenTheRenames_data()
    {
        QTest::addColumn<bool>("fileMoved");
        QTest::addColumn<bool>("logMoved");
        QTest::addColumn<bool>("indexMoved");
        for (int i = 0; i < 8; ++i) {
            QTest::addRow("moved:%s%s%s", (i & 1) != 0 ? " file" : "", (i & 2) != 0 ? " log" : "",
                          (i & 4) != 0 ? " index" : "")
                << ((i & 1) != 0) << ((i & 2) != 0) << ((i & 4) != 0);
        }
    }

    void endedBetweenTheRenames()
    {
        QFETCH(const bool, fileMoved);
        QFETCH(const bool, logMoved);
        QFETCH(const bool, indexMoved);
        {
            // The new one, which a mending made of 9 events.
            JournalBench bench(file());
            bench.begin(5, 0, 2);
            bench.endCall(5, 0, Outcome::Ended, 204);
            bench.endCall(5, 1, Outcome::Ended, 204);
        }
        const QString stamp = u"20261124T130211Z"_s;
        QVERIFY(QFile::rename(file(), file() + u".rebuilt-"_s + stamp));
        // The old one is whole by itself, and lacks what its log has.
        leaveLog(3);
        writeFile(file() + u"-shm"_s, QByteArray(32768, '\0'));
        const QByteArray old = readFile(file());
        const QString aside = file() + u".broken-"_s + stamp;
        QVERIFY(!fileMoved || QFile::rename(file(), aside));
        QVERIFY(!logMoved || QFile::rename(file() + u"-wal"_s, aside + u"-wal"_s));
        QVERIFY(!indexMoved || QFile::rename(file() + u"-shm"_s, aside + u"-shm"_s));

        JournalBench bench(file());
        const JournalState state = bench.opened();
        QCOMPARE(state.kind, JournalState::Kind::Ready);
        QCOMPARE(QFileInfo(state.setAside).fileName(), QFileInfo(aside).fileName());
        QCOMPARE(outcomesOf(file(), 5), u"ended 1; ended 1"_s);
        QCOMPARE(findBatches(file()).total, 1); // nothing of the old log got into the new file
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
        bench.end();
        QCOMPARE(readFile(aside), old);
        QCOMPARE(readFile(aside + u"-wal"_s), m_log);
        QCOMPARE(names(u"*.rebuilt*"_s), QStringList());
    }

    void anUnfinishedNewFileIsMadeAnew()
    {
        {
            JournalBench bench(file());
            bench.begin(1, 0, 1);
            bench.endCall(1, 0, Outcome::Ended, 204);
        }
        breakHeader();
        writeFile(file() + u".rebuilding"_s, readFile(file()).first(4096));
        JournalBench bench(file());
        QCOMPARE(bench.opened().carriedOver, 5);
        QCOMPARE(outcomesOf(file(), 1), u"ended 1"_s);
        QCOMPARE(names(u"*.rebuil*"_s), QStringList());
    }

    /// What a program was not told to be on disk is not carried over: a transaction that was on its way.
    void whatWasNotCommittedStaysAway()
    {
        const QString live = m_folder->path() + u"/live.sqlite"_s;
        {
            JournalBench bench(JournalOptions { .file = live });
            bench.begin(1, 0, 1);
            bench.endCall(1, 0, Outcome::Ended, 204);
        }
        RunLocks runs(m_folder->path() + u"/locks"_s);
        QVERIFY(runs.begin());
        const SystemClock clock;
        SqlConnection connection;
        QVERIFY(connection.open(live, SqlConnection::Mode::ReadWrite));
        QVERIFY(connection.run(u"PRAGMA cache_size=2"_s)); // so that pages go to the log before the commit
        JournalWriter writer(connection, runs, clock);
        QVERIFY(writer.begin());
        JournalEvent event { .kind = u"note"_s, .data = "{\"text\":\""_ba + QByteArray(500, 'n') + "\"}"_ba };
        for (int i = 0; i < 200; ++i)
            QVERIFY(writer.append(event));
        writeFile(file(), readFile(live));
        writeFile(file() + u"-wal"_s, readFile(live + u"-wal"_s));
        QVERIFY(QFileInfo(file() + u"-wal"_s).size() > 10 * Frame);
        writer.rollBack();
        connection.close();

        const Mended mended = mendFile(file(), journalSteps(), clock, runs);
        QCOMPARE(mended.detail, QString());
        QCOMPARE(mended.carriedOver, 5);
        QCOMPARE(mended.lost, 0);
    }

    /// SQLite reads a damaged log as a shorter one, and would remove it when the file is closed.
    void aDamagedLogIsNoticed_data()
    {
        QTest::addColumn<int>("tenths"); // where the damaged frame is; -1: the header
        QTest::newRow("in its header") << -1;
        QTest::newRow("at its start") << 0;
        QTest::newRow("in the middle") << 5;
        QTest::newRow("near its end") << 9;
    }

    void aDamagedLogIsNoticed()
    {
        QFETCH(const int, tenths);
        leaveLog(20);
        leaveWitness(m_events);
        if (tenths < 0) {
            m_log[17] = char(m_log[17] ^ 0x55);
            writeFile(file() + u"-wal"_s, m_log);
        } else {
            damageFrame(frames() * tenths / 10);
        }
        JournalBench bench(file());
        const JournalState state = bench.opened();
        QCOMPARE(state.kind, JournalState::Kind::Ready);
        QVERIFY(!state.setAside.isEmpty());
        // A page is written again and again, and each time with all that it had before.
        QVERIFY2(state.carriedOver >= m_events - 4, qPrintable(QString::number(state.carriedOver)));
        QCOMPARE(state.carriedOver + state.lost, m_events);
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
        bench.end();
        QCOMPARE(readFile(state.setAside + u"-wal"_s), m_log);
    }

    void aLogThatIsGoneIsNoticed()
    {
        leaveLog(20);
        leaveWitness(m_events);
        QVERIFY(QFile::remove(file() + u"-wal"_s));
        JournalBench bench(file());
        const JournalState state = bench.opened();
        QCOMPARE(state.kind, JournalState::Kind::Ready);
        QVERIFY(!state.setAside.isEmpty());
        QCOMPARE(state.carriedOver + state.lost, m_events);
        // Once.
        bench.end();
        JournalBench next(file());
        QCOMPARE(next.opened().setAside, QString());
    }

    /// A power cut may leave the last commit in pieces; nobody was told of it.
    void aLogThatWasCutIsNotDamaged()
    {
        leaveLog(20);
        leaveWitness(m_events - 3); // sent, answer and outcome are in one commit, or in several
        damageFrame(frames() - 2); // of the last commit, whose mark stays
        JournalBench bench(file());
        QCOMPARE(bench.opened().kind, JournalState::Kind::Ready);
        QCOMPARE(bench.opened().setAside, QString());
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
    }

    void anotherFileIsNotMeasuredByTheWitness()
    {
        {
            JournalBench bench(file());
            bench.begin(1, 0, 1);
            bench.endCall(1, 0, Outcome::Ended, 204);
        }
        QVERIFY(QFile::rename(file(), file() + u".old"_s));
        JournalBench bench(file());
        QCOMPARE(bench.opened().kind, JournalState::Kind::Ready);
        QCOMPARE(bench.opened().setAside, QString());
        QCOMPARE(findBatches(file()).total, 0);
    }
};

QTEST_GUILESS_MAIN(TestJournalMend)
#include "tst_journalmend.moc"
