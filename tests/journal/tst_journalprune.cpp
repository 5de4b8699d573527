// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "journalbench.h"

#include "store/journalprune.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

/// Removals: in small steps, and whole whenever they end.
class TestJournalPrune : public QObject
{
    Q_OBJECT

private:
    static constexpr quint32 Calls = 1000; // of each of two batches
    static constexpr qint64 First = 1 + 2 * qint64(Calls); // events of the first one

    QString file() const { return m_folder->path() + u"/journal.sqlite"_s; }
    QString copy() const { return m_folder->path() + u"/copy/journal.sqlite"_s; }

    static void fill(JournalBench &bench)
    {
        for (quint64 batch = 1; batch <= 2; ++batch) {
            QList<CallId> ids;
            for (quint32 n = 0; n < Calls; ++n)
                ids.append(callNumber(n));
            bench.journal().beginBatch(batchNumber(batch, qint64(batch) * 1000), ids);
            for (quint32 n = 0; n < Calls; ++n) {
                bench.journal().recordIntent({ batch, callNumber(n), testAccount(), 1, 1, {} }, {});
                const CallResult result { .id = callNumber(n),
                                          .outcome = n == 7 ? Outcome::Unknown : Outcome::Ended,
                                          .attempts = 1 };
                bench.journal().recordOutcome(batch, testAccount(), result, {});
            }
        }
        bench.flush();
    }

    /// As a program that is killed here leaves it.
    void copyFiles() const
    {
        QDir(m_folder->path() + u"/copy"_s).removeRecursively();
        QVERIFY(QDir().mkpath(m_folder->path() + u"/copy"_s));
        for (const auto &suffix : { ""_L1, "-wal"_L1 })
            QVERIFY(!QFile::exists(file() + suffix) || QFile::copy(file() + suffix, copy() + suffix));
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void killedAfterAnyStep()
    {
        {
            JournalBench bench(file());
            fill(bench);
        }
        RunLocks runs(m_folder->path() + u"/locks"_s);
        QVERIFY(runs.begin());
        const SystemClock clock;
        SqlConnection connection;
        QVERIFY(connection.open(file(), SqlConnection::Mode::ReadWrite));
        SqlConnection other;
        QVERIFY(other.open(file(), SqlConnection::Mode::ReadWrite));
        QVERIFY(other.run(u"PRAGMA busy_timeout=0"_s));
        JournalWriter writer(connection, runs, clock);
        JournalRemoval removal(writer, 1500, QByteArray(32, 'e'));
        int steps = 0;
        int afterRecord = 0;
        for (auto step = JournalRemoval::Step::More; step != JournalRemoval::Step::Done; ++steps) {
            step = removal.step();
            QVERIFY(step == JournalRemoval::Step::More || step == JournalRemoval::Step::Done);
            // Nobody waits for it between two steps.
            QVERIFY(SqlTransaction(other).hasBegun());
            copyFiles();
            const bool isRemoved = removal.removed().has_value();
            afterRecord += isRemoved ? 1 : 0;
            QCOMPARE(verifyFile(copy()).state, JournalCheck::State::Whole);
            QCOMPARE(verifyFile(copy()).removed, isRemoved ? First : 0);
            QCOMPARE(findBatches(copy()).total, isRemoved ? 1 : 2);
            QCOMPARE(findCalls(copy()).total, int(isRemoved ? Calls : 2 * Calls));
        }
        QCOMPARE(removal.removed(), First);
        QVERIFY2(steps > 8 && afterRecord > 6, qPrintable(QString::number(steps)));
        QCOMPARE(sqlOn(file(), u"SELECT count(*) FROM call"_s), QVariantList({ Calls }));
        QCOMPARE(sqlOn(file(), u"SELECT min(seq) FROM event"_s), QVariantList({ First + 1 }));
    }

    /// What a program that was killed left lying in the file goes at the next start.
    void theNextStartClearsUp()
    {
        {
            JournalBench bench(file());
            fill(bench);
        }
        {
            RunLocks runs(m_folder->path() + u"/locks"_s);
            QVERIFY(runs.begin());
            const SystemClock clock;
            SqlConnection connection;
            QVERIFY(connection.open(file(), SqlConnection::Mode::ReadWrite));
            JournalWriter writer(connection, runs, clock);
            JournalRemoval removal(writer, 1500, QByteArray(32, 'e'));
            while (!removal.removed())
                QCOMPARE(int(removal.step()), int(JournalRemoval::Step::More));
        }
        QCOMPARE(sqlOn(file(), u"SELECT min(seq) FROM event"_s), QVariantList({ 1 }));
        {
            JournalBench bench(file());
            bench.opened();
            const auto oldest = [this] { return sqlOn(file(), u"SELECT min(seq) FROM event"_s); };
            QTRY_COMPARE_WITH_TIMEOUT(oldest(), QVariantList({ First + 1 }), 20'000);
            QCOMPARE(bench.prune(1500), 0);
            QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
            QCOMPARE(verifyFile(file()).checkpoints, 1);
            // A doubt outlives it.
            bench.begin(9, 7, 9);
            QCOMPARE(bench.intent(9, 7).earlierAttemptWithoutVerdict, true);
            QCOMPARE(bench.intent(9, 8).earlierAttemptWithoutVerdict, false);
        }
        QFile bytes(file());
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        QCOMPARE(bytes.readAll().count("TCK-1"), 0); // nor in free pages
    }

    void othersAreServedMeanwhile()
    {
        JournalBench bench(file());
        fill(bench);
        JournalBench other(file());
        std::atomic<int> removed { -1 };
        bench.journal().prune(1500, QByteArray(32, 'e'),
                              [&removed](std::optional<qint64> events) { removed = int(events.value_or(-2)); });
        bench.begin(5, 0, 50);
        other.begin(6, 100, 150);
        for (quint32 n = 0; n < 50; ++n) {
            QCOMPARE(bench.intent(5, n).written, true);
            QCOMPARE(other.intent(6, 100 + n).written, true);
        }
        QTRY_COMPARE_WITH_TIMEOUT(removed, int(First), 20'000);
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
        QCOMPARE(findBatches(file()).total, 3);
    }

    /// A batch that gets a proof while it is looked through is not removed without it.
    void whatIsWrittenMeanwhileIsSeen()
    {
        JournalBench bench(file());
        fill(bench);
        RunLocks runs(m_folder->path() + u"/locks"_s);
        QVERIFY(runs.begin());
        const SystemClock clock;
        SqlConnection connection;
        QVERIFY(connection.open(file(), SqlConnection::Mode::ReadWrite));
        JournalWriter writer(connection, runs, clock);
        JournalRemoval removal(writer, 1500, QByteArray(32, 'e'));
        QCOMPARE(int(removal.step()), int(JournalRemoval::Step::More));
        // It now reaches beyond the second batch, which stays.
        QCOMPARE(bench.proof(1, { .id = callNumber(0), .state = ProofState::Proven }), true);
        auto step = JournalRemoval::Step::More;
        while (step == JournalRemoval::Step::More)
            step = removal.step();
        QCOMPARE(int(step), int(JournalRemoval::Step::Done));
        QCOMPARE(removal.removed(), 0);
        QCOMPARE(findBatches(file()).total, 2);
    }
};

QTEST_GUILESS_MAIN(TestJournalPrune)
#include "tst_journalprune.moc"
