// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "journalbench.h"

#include "domain/words.h"
#include "store/journalcheck.h"
#include "store/journalwriter.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What is written, in which order, and what is answered.
class TestJournal : public QObject
{
    Q_OBJECT

private:
    QString file() const { return m_folder->path() + u"/data/journal.sqlite"_s; }
    QStringList kinds() const
    {
        QStringList all;
        for (const QVariant &kind : sqlOn(file(), u"SELECT kind FROM event ORDER BY seq"_s))
            all.append(kind.toString());
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void oneCallIsOnDiskInOrder()
    {
        JournalBench bench(file());
        bench.begin(7, 0, 1);
        const IntentVerdict verdict = bench.intent(7, 0);
        QCOMPARE(verdict.written, true);
        QCOMPARE(verdict.underWayElsewhere, false);
        QCOMPARE(verdict.earlierAttemptWithoutVerdict, false);
        // On disk before its answer, not merely on its way there.
        QCOMPARE(kinds(), QStringList({ u"batch"_s, u"intent"_s }));
        bench.sent(7, 0);
        bench.answer(7, 0, Outcome::Ended, 204);
        QCOMPARE(bench.outcome(7, 0, Outcome::Ended), true);
        QCOMPARE(kinds(), QStringList({ u"batch"_s, u"intent"_s, u"sent"_s, u"answer"_s, u"outcome"_s }));
        QCOMPARE(outcomesOf(file(), 7), u"ended 1"_s);
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
        QCOMPARE(verifyFile(file()).events, 5);
        QCOMPARE(bench.journal().state().kind, JournalState::Kind::Ready);
    }

    void aCallChangesFewPages()
    {
        // 2,000 calls, ended in groups of 25 in the order of the batch, as an engine does; ids as random as Plivo's.
        // The log keeps every page that a commit changed. With calls in the order of their ids and an index of events
        // by call it was 11,700 bytes a call; now it is 2,500.
        constexpr quint32 Calls = 2000;
        constexpr quint32 Group = 25;
        const auto scattered = [](quint32 n) { return n * 2'654'435'761U; };
        JournalBench bench(JournalOptions { .file = file(), .pragmas = u"wal_autocheckpoint=0"_s });
        QList<CallId> ids;
        for (quint32 n = 0; n < Calls; ++n)
            ids.append(callNumber(scattered(n)));
        bench.journal().beginBatch(batchNumber(1), ids);
        bench.flush();
        const QFileInfo log(file() + u"-wal"_s);
        const qint64 before = QFileInfo(log.filePath()).size();
        for (quint32 first = 0; first < Calls; first += Group) {
            for (quint32 n = first; n < first + Group; ++n) {
                bench.journal().recordIntent({ .batch = 1, .id = ids.at(n), .authId = testAccount(), .attempt = 1 },
                                             {});
                bench.sent(1, scattered(n));
                bench.answer(1, scattered(n), Outcome::Ended, 204);
                bench.journal().recordOutcome(1, testAccount(), { .id = ids.at(n), .outcome = Outcome::Ended }, {});
            }
            bench.flush();
        }
        QCOMPARE(sqlOn(file(), u"SELECT count(*) FROM call WHERE outcome='ended'"_s), QVariantList({ Calls }));
        const qint64 perCall = (QFileInfo(log.filePath()).size() - before) / Calls;
        QVERIFY2(perCall < 4000, qPrintable(QString::number(perCall)));
        QVERIFY2(perCall > 500, "nothing was measured");
    }

    void withoutItsBatchNothingIsSent()
    {
        JournalBench bench(file());
        QCOMPARE(bench.intent(7, 0).written, false);
        bench.begin(7, 0, 1);
        QCOMPARE(bench.intent(7, 1).written, false);
        QCOMPARE(bench.intent(7, 0).written, true);
    }

    void anOutcomeNeverChanges()
    {
        JournalBench bench(file());
        bench.begin(7, 0, 1);
        bench.endCall(7, 0, Outcome::Unknown, 0);
        QCOMPARE(bench.outcome(7, 0, Outcome::Ended), true);
        QCOMPARE(outcomesOf(file(), 7), u"unknown 1"_s);
        QCOMPARE(kinds().count(u"outcome"_s), 1);
        QCOMPARE(bench.intent(7, 0, 2).written, false);
    }

    void anAttemptWithoutAVerdictIsNeverForgotten()
    {
        JournalBench bench(file());
        bench.begin(1, 0, 2);
        bench.endCall(1, 0, Outcome::Unknown, 0);
        bench.endCall(1, 1, Outcome::Ended, 204);
        bench.begin(2, 0, 2);
        QCOMPARE(bench.intent(2, 0).earlierAttemptWithoutVerdict, true);
        QCOMPARE(bench.intent(2, 1).earlierAttemptWithoutVerdict, false);
        QCOMPARE(bench.outcome(2, 0, Outcome::Refused), true);
        bench.begin(3, 0, 1);
        QCOMPARE(bench.intent(3, 0).earlierAttemptWithoutVerdict, true);
    }

    void anAttemptOfTheSameBatchCountsToo()
    {
        JournalBench bench(file());
        bench.begin(1, 0, 1);
        QCOMPARE(bench.intent(1, 0).earlierAttemptWithoutVerdict, false);
        bench.answer(1, 0, Outcome::Unknown, 0);
        QCOMPARE(bench.intent(1, 0, 2).earlierAttemptWithoutVerdict, true);
    }

    void aCallIsUnderWayOnce()
    {
        JournalBench one(file());
        JournalBench two(file());
        one.begin(1, 0, 2);
        two.begin(2, 0, 2);
        QCOMPARE(one.intent(1, 0).written, true);
        const IntentVerdict refused = two.intent(2, 0);
        QCOMPARE(refused.written, false);
        QCOMPARE(refused.underWayElsewhere, true);
        QCOMPARE(two.intent(2, 1).written, true);
        QCOMPARE(one.outcome(1, 0, Outcome::Ended), true);
        QCOMPARE(two.intent(2, 0).written, true);
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
    }

    void whatIsGoneFreesItsCallsAndCountsAsWithoutAVerdict()
    {
        JournalBench one(file());
        JournalBench two(file());
        one.begin(1, 0, 1);
        QCOMPARE(one.intent(1, 0).written, true);
        one.end();
        two.begin(2, 0, 1);
        const IntentVerdict verdict = two.intent(2, 0);
        QCOMPARE(verdict.written, true);
        QCOMPARE(verdict.earlierAttemptWithoutVerdict, true);
    }

    void whatALastRunLeftOpenComesBack()
    {
        JournalBench last(file());
        last.begin(1, 0, 7);
        last.endCall(1, 0, Outcome::Ended, 204); // through
        last.intent(1, 1); // no answer
        last.sent(1, 1);
        last.intent(1, 2); // its answer came, its outcome didn't
        last.sent(1, 2);
        last.answer(1, 2, Outcome::Ended, 204);
        last.intent(1, 3); // waited after a 429
        last.answer(1, 3, std::nullopt, 429);
        last.intent(1, 4); // never left
        last.answer(1, 4, Outcome::NotSent, 0);
        last.intent(1, 5); // nobody knows of the first, the second never left
        last.answer(1, 5, Outcome::Unknown, 0);
        last.intent(1, 5, 2);
        last.answer(1, 5, Outcome::NotSent, 0, 2);
        last.flush();
        last.end();

        const QString expected = u"ended 1; unknown 1; ended 1; not_sent 1; not_sent 0; unknown 1; not_sent 0"_s;
        for (int start = 0; start < 2; ++start) {
            JournalBench next(file());
            const Recovery recovery = next.recovery();
            QCOMPARE(outcomesOf(file(), 1), expected);
            QCOMPARE(recovery.calls.size(), 6);
            QCOMPARE(recovery.attempts.size(), 6);
            QCOMPARE(recovery.calls.at(0).id, callNumber(1));
            QCOMPARE(recovery.calls.at(0).result->reason, Reason::ProgramEnded);
            QCOMPARE(recovery.attempts.at(0), QList<AttemptSpan>({ { 1'795'525'332'001, 0 } }));
            QCOMPARE(recovery.attempts.at(1), QList<AttemptSpan>({ { 1'795'525'332'002, 1'795'525'332'086 } }));
            QCOMPARE(recovery.calls.at(1).result->reason, Reason::None);
            if (start == 1) {
                next.journal().acknowledgeRecovery();
                next.flush();
            }
        }
        JournalBench told(file());
        QCOMPARE(told.recovery().calls.size(), 0);
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
    }

    void aLiveRunIsLeftAlone()
    {
        JournalBench one(file());
        one.begin(1, 0, 2);
        one.intent(1, 0);
        JournalBench two(file());
        QCOMPARE(two.recovery().calls.size(), 0);
        QCOMPARE(outcomesOf(file(), 1), u"open; open"_s);
    }

    void filesAreTheUsersOwn()
    {
#ifdef Q_OS_UNIX
        QDir().mkpath(QFileInfo(file()).absolutePath());
        QFile::setPermissions(QFileInfo(file()).absolutePath(), QFileDevice::Permissions(0x7755));
        JournalBench bench(file());
        bench.begin(1, 0, 1);
        bench.intent(1, 0);
        constexpr auto all = QFileDevice::Permissions(0x0077);
        const QDir folder(QFileInfo(file()).absolutePath());
        QCOMPARE(QFileInfo(folder.path()).permissions() & all, QFileDevice::Permissions());
        QStringList names = folder.entryList(QDir::NoDotAndDotDot | QDir::AllEntries);
        QCOMPARE(names,
                 QStringList({ u"journal.sqlite"_s, u"journal.sqlite-shm"_s, u"journal.sqlite-wal"_s, u"locks"_s }));
        for (const QString &name : names)
            QCOMPARE(QFileInfo(folder.filePath(name)).permissions() & all, QFileDevice::Permissions());
        const QDir locks(folder.filePath(u"locks"_s));
        for (const QString &name : locks.entryList(QDir::Files))
            QCOMPARE(QFileInfo(locks.filePath(name)).permissions() & all, QFileDevice::Permissions());
        QCOMPARE(locks.entryList(QDir::Files).size(), 3);
        bench.end();
        QCOMPARE(locks.entryList(QDir::Files, QDir::Name),
                 QStringList({ u"journal.sqlite.last"_s, u"journal.sqlite.lock"_s }));
#else
        QSKIP("rights by mode are Unix");
#endif
    }

    void aSymbolicLinkIsRefused()
    {
#ifdef Q_OS_UNIX
        QFile other(m_folder->path() + u"/other"_s);
        QVERIFY(other.open(QIODevice::WriteOnly));
        QVERIFY(QDir().mkpath(QFileInfo(file()).absolutePath()));
        QVERIFY(QFile::link(other.fileName(), file()));
        JournalBench bench(file());
        QCOMPARE(bench.opened().kind, JournalState::Kind::NotWritable);
        QCOMPARE(other.size(), 0);
#else
        QSKIP("made by hand on Unix");
#endif
    }

    void aDiskWithoutWalIsRefused_data()
    {
        QTest::addColumn<QString>("uriQuery");
        QTest::newRow("a system without locks") << u"vfs=unix-none"_s;
        QTest::newRow("locks switched off") << u"nolock=1"_s;
    }

    void aDiskWithoutWalIsRefused()
    {
        QFETCH(const QString, uriQuery);
        JournalBench bench(JournalOptions { .file = file(), .uriQuery = uriQuery });
        QCOMPARE(bench.opened().kind, JournalState::Kind::NetworkDisk);
        bench.begin(1, 0, 1);
        QCOMPARE(bench.intent(1, 0).written, false);
    }

    void synchronousIsCheckedNotHopedFor()
    {
        JournalBench bench(file());
        bench.opened();
        QCOMPARE(sqlOn(file(), u"PRAGMA journal_mode"_s), QVariantList({ u"wal"_s }));
    }

    /// Another program that has the file to itself does not end this one's batch.
    void aBusyFileIsWaitedFor()
    {
        JournalBench bench(JournalOptions { .file = file(), .pragmas = u"busy_timeout=20"_s });
        bench.begin(1, 0, 2);
        QCOMPARE(bench.intent(1, 0).written, true);
        SqlConnection other;
        QVERIFY(other.open(file(), SqlConnection::Mode::ReadWrite));
        std::atomic<int> answers { 0 };
        std::atomic<bool> written { false };
        {
            const SqlTransaction busy(other);
            QVERIFY(busy.hasBegun());
            bench.journal().recordIntent({ 1, callNumber(1), testAccount(), 1, 1, {} },
                                         [&answers, &written](IntentVerdict verdict) {
                                             written = verdict.written;
                                             ++answers;
                                         });
            QTest::qWait(300); // many times the patience
            QCOMPARE(answers, 0);
            QCOMPARE(bench.journal().state().kind, JournalState::Kind::Ready);
        }
        QTRY_COMPARE_WITH_TIMEOUT(answers, 1, 20'000);
        QCOMPARE(written, true);
        QCOMPARE(verifyFile(file()).events, 3);
    }

    void aFileThatStaysBusyIsNotWaitedForForEver()
    {
        JournalBench bench(JournalOptions {
            .file = file(), .busyPatience = std::chrono::milliseconds(100), .pragmas = u"busy_timeout=20"_s });
        bench.begin(1, 0, 1);
        bench.flush();
        SqlConnection other;
        QVERIFY(other.open(file(), SqlConnection::Mode::ReadWrite));
        {
            const SqlTransaction busy(other);
            QCOMPARE(bench.intent(1, 0).written, false);
            QCOMPARE(bench.journal().state().kind, JournalState::Kind::NotWritable);
        }
    }

    /// A head and events of two moments don't fit each other.
    void aCheckWhileAnotherProgramWritesFindsNothing()
    {
        {
            JournalBench bench(file());
            bench.begin(1, 0, 1);
            bench.flush();
        }
        const RunLocks runs(m_folder->path());
        const SystemClock clock;
        SqlConnection writing;
        QVERIFY(writing.open(file(), SqlConnection::Mode::ReadWrite));
        JournalWriter writer(writing, runs, clock);
        SqlConnection reading;
        QVERIFY(reading.open(file(), SqlConnection::Mode::ReadWrite));
        int commits = 0;
        const FileCheck check = checkFile(reading, file(), [&writer, &commits] {
            if (writer.begin() && writer.append({ .kind = u"note"_s, .run = u"r"_s, .data = "{}"_ba })
                && writer.commit())
                ++commits;
        });
        QCOMPARE(commits, 1);
        QCOMPARE(int(check), int(FileCheck::Whole));
        QCOMPARE(verifyFile(file()).events, 2);
    }

    /// What the end would have to do is done before it; what comes afterwards is written all the same.
    void theLogIsEmptiedBeforeTheEnd()
    {
        // By itself SQLite does it after a thousand pages.
        JournalBench bench(file());
        bench.begin(1, 0, 2);
        bench.endCall(1, 0, Outcome::Ended, 204);
        bench.flush();
        const QByteArray id = callNumber(0).toLatin1();
        QVERIFY(!readFile(file()).contains(id));
        QVERIFY(readFile(file() + u"-wal"_s).contains(id));
        bench.journal().prepareEnd();
        QTRY_VERIFY_WITH_TIMEOUT(readFile(file()).contains(id), 20'000);
        bench.endCall(1, 1, Outcome::Ended, 204);
        bench.end();
        QCOMPARE(outcomesOf(file(), 1), u"ended 1; ended 1"_s);
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
    }

    void aRemovedFileIsNoticed()
    {
        JournalBench bench(JournalOptions { .file = file(), .retryEvery = std::chrono::milliseconds(50) });
        bench.begin(1, 0, 2);
        QCOMPARE(bench.intent(1, 0).written, true);
        for (const auto &suffix : { ""_L1, "-wal"_L1, "-shm"_L1 })
            QVERIFY(QFile::remove(file() + suffix));
        QCOMPARE(bench.intent(1, 1).written, false);
        // What was got is kept, and written to the new file.
        QCOMPARE(bench.outcome(1, 0, Outcome::Ended), true);
        QCOMPARE(outcomesOf(file(), 1), u"ended 1"_s);
    }

    void noTextOfOursIsAPattern()
    {
        JournalBench bench(file());
        bench.begin(1, 0, 1);
        bench.begin(2, 0, 1);
        bench.flush();
        QCOMPARE(findBatches(file(), { .ticket = u"tck-1"_s }).total, 1);
        QCOMPARE(findBatches(file(), { .ticket = u"TCK_1"_s }).total, 0);
        QCOMPARE(findBatches(file(), { .ticket = u"%"_s }).total, 0);
        QCOMPARE(findBatches(file(), { .account = u"BÜRO"_s }).total, 2);
        QCOMPARE(findBatches(file(), { .limit = 1, .offset = 1 }).rows.size(), 1);
        QCOMPARE(findBatches(file(), { .limit = 1, .offset = 1 }).total, 2);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
