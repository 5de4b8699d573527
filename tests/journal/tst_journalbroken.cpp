// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "journalbench.h"

#include "store/journalevent.h"
#include "store/journalschema.h"
#include "store/sqlitepages.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

/// Files that were changed, broken, or written by another version.
class TestJournalBroken : public QObject
{
    Q_OBJECT

private:
    static constexpr int Calls = 60;

    QString file() const { return m_folder->path() + u"/journal.sqlite"_s; }
    QStringList setAside() const
    {
        return QDir(m_folder->path()).entryList({ u"journal.sqlite.broken-*"_s }, QDir::Files);
    }

    /// A closed journal of two batches, one with so many calls that its event needs pages of its own.
    void fill()
    {
        JournalBench bench(file());
        bench.begin(1, 1000, 1500);
        bench.begin(2, 0, Calls);
        for (quint32 n = 0; n < Calls; ++n)
            bench.endCall(2, n, n % 7 == 0 ? Outcome::Unknown : Outcome::Ended, 204);
        for (quint32 n = 1000; n < 1500; ++n) {
            const CallResult result { .id = callNumber(n),
                                      .outcome = Outcome::NotSent,
                                      .reason = Reason::Stopped,
                                      .finishedAtMs = 1'795'525'332'084 };
            bench.journal().recordOutcome(1, testAccount(), result, {});
        }
    }

    QByteArray read() const
    {
        QFile bytes(file());
        return bytes.open(QIODevice::ReadOnly) ? bytes.readAll() : QByteArray();
    }

    void write(const QByteArray &content) const
    {
        QFile bytes(file());
        QVERIFY(bytes.open(QIODevice::WriteOnly));
        QCOMPARE(bytes.write(content), content.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void eachChangedEventIsFoundByItsNumber_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("the outcome is another one") << u"data = replace(data, 'ended', 'enjed')"_s;
        QTest::newRow("a call is another one") << u"call = call || 'x'"_s;
        QTest::newRow("a batch is another one") << u"batch = batch + 1"_s;
        QTest::newRow("it is of another kind") << u"kind = 'note'"_s;
        QTest::newRow("another run wrote it") << u"run = 'f' || run"_s;
        QTest::newRow("it was at another time") << u"utc_ms = utc_ms + 1"_s;
        QTest::newRow("by the other clock") << u"mono_ms = mono_ms + 1"_s;
        QTest::newRow("its hash") << u"hash = zeroblob(32)"_s;
        QTest::newRow("the hash before it") << u"prev = zeroblob(32)"_s;
    }

    void eachChangedEventIsFoundByItsNumber()
    {
        QFETCH(const QString, change);
        {
            JournalBench bench(file());
            bench.begin(2, 0, 3);
            for (quint32 n = 0; n < 3; ++n)
                bench.endCall(2, n, Outcome::Ended, 204);
        }
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
        sqlOn(file(), u"UPDATE event SET %1 WHERE seq = 9"_s.arg(change), true); // the second call's outcome
        const JournalCheck check = verifyFile(file());
        QCOMPARE(check.state, JournalCheck::State::Broken);
        QCOMPARE(check.brokenAt, 9);
        QCOMPARE(check.events, 8);
    }

    /// Somebody who can make hashes too still has to change every event behind.
    void aForgedHashBreaksTheNextLink()
    {
        {
            JournalBench bench(file());
            bench.begin(2, 0, 3);
            for (quint32 n = 0; n < 3; ++n)
                bench.endCall(2, n, Outcome::Ended, 204);
        }
        JournalEvent forged;
        findEventsInPages(read(), {}, [&forged](const JournalEvent &event, Standing) {
            if (event.seq == 8)
                forged = event;
            return true;
        });
        QCOMPARE(forged.seq, 8);
        forged.utcMs += 1;
        sqlOn(file(),
              u"UPDATE event SET utc_ms = utc_ms + 1, hash = x'%1' WHERE seq = 8"_s.arg(
                  QString::fromLatin1(hashOf(forged).toHex())),
              true);
        const JournalCheck check = verifyFile(file());
        QCOMPARE(check.state, JournalCheck::State::Broken);
        QCOMPARE(check.brokenAt, 9);
    }

    void whatIsMissingOrShownWronglyIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<qint64>("brokenAt");
        QTest::newRow("one from the middle") << u"DELETE FROM event WHERE seq = 5"_s << qint64(5);
        QTest::newRow("the last one") << u"DELETE FROM event WHERE seq = 13"_s << qint64(13);
        QTest::newRow("the first ones") << u"DELETE FROM event WHERE seq <= 4"_s << qint64(1);
        QTest::newRow("all") << u"DELETE FROM event"_s << qint64(1);
        QTest::newRow("an outcome is shown that isn't on record")
            << u"UPDATE call SET outcome = 'not_live' WHERE position = 1"_s << qint64(9);
        QTest::newRow("one of two outcomes is not shown")
            << u"UPDATE call SET outcome = NULL WHERE position = 1"_s << qint64(9);
    }

    void whatIsMissingOrShownWronglyIsFound()
    {
        QFETCH(const QString, sql);
        QFETCH(const qint64, brokenAt);
        {
            JournalBench bench(file());
            bench.begin(2, 0, 3);
            for (quint32 n = 0; n < 3; ++n)
                bench.endCall(2, n, Outcome::Ended, 204);
        }
        sqlOn(file(), sql, true);
        const JournalCheck check = verifyFile(file());
        QCOMPARE(check.state, JournalCheck::State::Broken);
        QCOMPARE(check.brokenAt, brokenAt);
    }

    void aSentCallIsNeverCalledNotSent_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<bool>("isMended");
        // Its intent alone is gone: the file is mended, and what was sent is found all the same.
        QTest::newRow("its intent is broken")
            << u"UPDATE event SET data='{}' WHERE kind='intent' AND batch=2 AND call=(SELECT call FROM call WHERE position=1)"_s
            << true;
        // The tables say that there is an intent, and none of its events is found.
        QTest::newRow("its events can't be found") << u"UPDATE call SET first_seq=0 WHERE position=1"_s << false;
    }

    void aSentCallIsNeverCalledNotSent()
    {
        QFETCH(const QString, sql);
        QFETCH(const bool, isMended);
        {
            JournalBench bench(file());
            bench.begin(2, 0, 3);
            bench.endCall(2, 0, Outcome::Ended, 204);
            QCOMPARE(bench.intent(2, 1).written, true);
            bench.sent(2, 1);
            bench.flush();
        }
        sqlOn(file(), sql, isMended);
        JournalBench bench(file());
        QCOMPARE(bench.opened().kind, JournalState::Kind::Ready);
        QCOMPARE(bench.opened().setAside.isEmpty(), !isMended);
        QCOMPARE(bench.recovery().calls.size(), 2);
        QCOMPARE(outcomesOf(file(), 2),
                 isMended ? u"ended 1; unknown 1; not_sent 0"_s : u"ended 1; unknown 0; not_sent 0"_s);
    }

    void eventsCanNotBeChangedByMistake()
    {
        {
            JournalBench bench(file());
            bench.begin(2, 0, 1);
        }
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"events never change"_s));
        sqlOn(file(), u"UPDATE event SET utc_ms = 0"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"with a checkpoint only"_s));
        sqlOn(file(), u"DELETE FROM event"_s);
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
    }

    void theScanFindsAllOfAWholeFile()
    {
        fill();
        QList<qint64> numbers;
        findEventsInPages(read(), {}, [&numbers](const JournalEvent &event, Standing) {
            numbers.append(event.seq);
            return true;
        });
        std::sort(numbers.begin(), numbers.end());
        QCOMPARE(numbers.size(), 2 + 4 * Calls + 500);
        QCOMPARE(numbers.first(), 1);
        QCOMPARE(numbers.last(), numbers.size());
    }

    void aBrokenHeaderLosesNothing()
    {
        fill();
        QByteArray bytes = read();
        for (qsizetype i = 0; i < 100; ++i)
            bytes[i] = 'x';
        write(bytes);
        JournalBench bench(file());
        const JournalState state = bench.opened();
        QCOMPARE(state.kind, JournalState::Kind::Ready);
        QCOMPARE(state.carriedOver, 2 + 4 * Calls + 500);
        QCOMPARE(state.lost, 0);
        QCOMPARE(setAside(), QStringList({ QFileInfo(state.setAside).fileName() }));
        QCOMPARE(QFileInfo(state.setAside).size(), bytes.size());
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
        QCOMPARE(findCalls(file(), { .outcomes = { Outcome::Ended } }).total, 51);
        // What must never be forgotten isn't.
        bench.begin(3, 0, 2);
        QCOMPARE(bench.intent(3, 0).earlierAttemptWithoutVerdict, true);
        QCOMPARE(bench.intent(3, 1).earlierAttemptWithoutVerdict, false);
    }

    void aHeaderOfAnotherFormatIsMended_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<char>("byte");
        // SQLite reads such a file and does not write it; looked at alone it seems whole.
        QTest::newRow("a write version that is none") << 18 << char(3);
        QTest::newRow("a read version that is none") << 19 << char(3);
        QTest::newRow("a schema format that is none") << 47 << char(5);
    }

    void aHeaderOfAnotherFormatIsMended()
    {
        QFETCH(const int, place);
        QFETCH(const char, byte);
        fill();
        QByteArray bytes = read();
        bytes[place] = byte;
        write(bytes);
        JournalBench bench(file());
        const JournalState state = bench.opened();
        QCOMPARE(state.kind, JournalState::Kind::Ready);
        QCOMPARE(state.carriedOver, 2 + 4 * Calls + 500);
        QCOMPARE(state.lost, 0);
        QCOMPARE(setAside().size(), 1);
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
    }

    /// SQLite calls such a file whole, and nothing can be written to it.
    void aColumnOfAnotherNameIsMended()
    {
        fill();
        QByteArray bytes = read();
        const qsizetype at = bytes.indexOf(" message TEXT");
        QVERIFY(at > 0);
        bytes[at + 1] = 'n';
        write(bytes);
        JournalBench bench(file());
        const JournalState state = bench.opened();
        QCOMPARE(state.kind, JournalState::Kind::Ready);
        QCOMPARE(state.carriedOver, 2 + 4 * Calls + 500);
        QCOMPARE(state.lost, 0);
        QCOMPARE(setAside().size(), 1);
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
        bench.begin(3, 0, 1);
        QCOMPARE(bench.intent(3, 0).written, true);
    }

    void bytesInAHundredPlaces()
    {
        fill();
        const QByteArray whole = read();
        constexpr int all = 2 + 4 * Calls + 500;
        constexpr int perPage = 40; // events, at most
        QRandomGenerator random(20261124);
        int mended = 0;
        for (int i = 0; i < 100; ++i) {
            QByteArray bytes = whole;
            const int places = 1 + int(random.bounded(3));
            for (int n = 0; n < places; ++n) {
                const auto at = qsizetype(random.bounded(quint32(bytes.size() - 16)));
                for (qsizetype k = 0; k < 16; ++k)
                    bytes[at + k] = char(random.bounded(256));
            }
            for (const QString &old : setAside())
                QFile::remove(m_folder->filePath(old));
            write(bytes);
            JournalBench bench(JournalOptions { .file = file(), .retryEvery = std::chrono::milliseconds(20) });
            const JournalState state = bench.waitFor(JournalState::Kind::Ready);
            QCOMPARE(state.kind, JournalState::Kind::Ready);
            if (state.setAside.isEmpty())
                continue; // nothing that matters to the running of it; verify() tells
            ++mended;
            QCOMPARE(setAside().size(), 1);
            QVERIFY2(state.carriedOver >= all - places * perPage, qPrintable(QString::number(state.carriedOver)));
            QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
        }
        QVERIFY2(mended > 20, qPrintable(QString::number(mended)));
    }

    void whatIsNoJournalIsSetAside()
    {
        write("This is a letter, not a database. "_ba.repeated(500));
        JournalBench bench(file());
        QCOMPARE(bench.opened().kind, JournalState::Kind::Ready);
        QCOMPARE(bench.opened().carriedOver, 0);
        QCOMPARE(setAside().size(), 1);
    }

    void aBrokenFileInUseIsLeftAlone()
    {
        fill();
        JournalBench one(JournalOptions { .file = file(), .retryEvery = std::chrono::milliseconds(50) });
        QCOMPARE(one.opened().kind, JournalState::Kind::Ready);
        sqlOn(file(), u"UPDATE event SET hash = zeroblob(32) WHERE seq > 100"_s, true);
        JournalBench two(JournalOptions { .file = file(), .retryEvery = std::chrono::milliseconds(50) });
        QCOMPARE(two.opened().kind, JournalState::Kind::InUse);
        two.begin(9, 0, 1);
        QCOMPARE(two.intent(9, 0).written, false);
        QCOMPARE(setAside().size(), 0);
        one.end();
        QCOMPARE(two.waitFor(JournalState::Kind::Ready).carriedOver, 100);
        QCOMPARE(setAside().size(), 1);
    }

    /// Two programs that are started at once get in each other's way for a moment only: nothing is told of it.
    void whoIsThroughSoonIsWaitedFor()
    {
        fill();
        JournalBench one(file());
        QCOMPARE(one.opened().kind, JournalState::Kind::Ready);
        sqlOn(file(), u"UPDATE event SET hash = zeroblob(32) WHERE seq > 100"_s, true);
        JournalBench two(JournalOptions { .file = file(),
                                          .retryEvery = std::chrono::minutes(5),
                                          .openPatience = std::chrono::minutes(1) });
        two.begin(9, 0, 1);
        QTest::qWait(200);
        QCOMPARE(two.journal().state().kind, JournalState::Kind::Opening);
        one.end();
        QCOMPARE(two.intent(9, 0).written, true);
        QCOMPARE(two.opened().kind, JournalState::Kind::Ready);
    }

    void aProgramThatEndedWhileMendingIsGoneOnWith()
    {
        fill();
        QVERIFY(QFile::rename(file(), file() + u".rebuilt-20261124T130211Z"_s));
        JournalBench bench(file());
        QCOMPARE(bench.opened().kind, JournalState::Kind::Ready);
        QCOMPARE(findCalls(file(), { .batch = 2 }).total, Calls);
    }

    void aNewerOneIsReadAndNeverWritten()
    {
        fill();
        sqlOn(file(), u"PRAGMA user_version = 99"_s);
        const QByteArray before = read();
        {
            JournalBench bench(file());
            QCOMPARE(bench.opened().kind, JournalState::Kind::Newer);
            bench.begin(9, 0, 1);
            QCOMPARE(bench.intent(9, 0).written, false);
            QCOMPARE(bench.outcome(9, 0, Outcome::NotSent, 0), false);
            QCOMPARE(findCalls(file(), { .batch = 2 }).total, Calls);
        }
        QCOMPARE(read(), before);
        QCOMPARE(setAside().size(), 0);
    }

    void anOlderOneIsMigratedAfterABackup()
    {
        fill();
        QList<SchemaStep> steps = journalSteps();
        steps.append({ { u"ALTER TABLE batch ADD COLUMN colour INTEGER NOT NULL DEFAULT 7"_s } });
        JournalBench bench(JournalOptions { .file = file(), .steps = &steps });
        QCOMPARE(bench.opened().kind, JournalState::Kind::Ready);
        QCOMPARE(sqlOn(file(), u"PRAGMA user_version"_s), QVariantList({ 2 }));
        QCOMPARE(sqlOn(file(), u"SELECT colour FROM batch"_s), QVariantList({ 7, 7 }));
        const QStringList backups = QDir(m_folder->path()).entryList({ u"journal.sqlite.version-1-*"_s }, QDir::Files);
        QCOMPARE(backups.size(), 1);
        QCOMPARE(sqlOn(m_folder->filePath(backups.first()), u"SELECT count(*) FROM event"_s),
                 QVariantList({ 2 + 4 * Calls + 500 }));
    }

    void aMigrationThatFailsChangesNothing()
    {
        fill();
        QList<SchemaStep> steps = journalSteps();
        steps.append({ { u"ALTER TABLE batch ADD COLUMN colour INTEGER"_s, u"NONSENSE"_s } });
        {
            JournalBench bench(JournalOptions { .file = file(), .steps = &steps });
            QCOMPARE(bench.opened().kind, JournalState::Kind::NotWritable);
        }
        QCOMPARE(sqlOn(file(), u"PRAGMA user_version"_s), QVariantList({ 1 }));
        JournalBench bench(file());
        QCOMPARE(bench.opened().kind, JournalState::Kind::Ready);
    }

    void removedEventsLeaveACheckpoint()
    {
        QByteArray sha256(32, 'e');
        {
            JournalBench bench(file());
            for (quint64 batch = 1; batch <= 3; ++batch) {
                bench.journal().beginBatch(batchNumber(batch, qint64(batch) * 1000), { callNumber(0) });
                bench.endCall(batch, 0, batch == 1 ? Outcome::Unknown : Outcome::Ended, 204);
            }
            QCOMPARE(bench.prune(1000), 0);
            QCOMPARE(bench.prune(2000, sha256), 5);
            JournalCheck check = verifyFile(file());
            QCOMPARE(check.state, JournalCheck::State::Whole);
            QCOMPARE(check.events, 11);
            QCOMPARE(check.removed, 5);
            QCOMPARE(check.checkpoints, 1);
            QCOMPARE(findBatches(file()).total, 2);
            QCOMPARE(bench.prune(3000, sha256), 5);
            check = verifyFile(file());
            QCOMPARE(check.state, JournalCheck::State::Whole);
            QCOMPARE(check.removed, 10);
            // What the first removal knew is still known.
            bench.journal().beginBatch(batchNumber(4, 4000), { callNumber(0) });
            QCOMPARE(bench.intent(4, 0).earlierAttemptWithoutVerdict, true);
            QCOMPARE(bench.prune(9000), 5);
        }
        sqlOn(file(), u"UPDATE event SET data = replace(data, '65', '66') WHERE kind = 'checkpoint'"_s, true);
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Broken);
    }

    void whatACheckpointKnowsSurvivesABrokenFile()
    {
        {
            JournalBench bench(file());
            for (quint64 batch = 1; batch <= 2; ++batch) {
                bench.journal().beginBatch(batchNumber(batch, qint64(batch) * 1000), { callNumber(0) });
                bench.endCall(batch, 0, batch == 1 ? Outcome::Unknown : Outcome::Ended, 204);
                QCOMPARE(bench.prune(qint64(batch) * 1000 + 1), batch == 1 ? 5 : 6); // the first checkpoint too
            }
        }
        // Nothing of what was removed is left in free pages.
        QCOMPARE(read().count("TCK-"), 0);
        write(QByteArray(100, 'x') + read().mid(100));
        JournalBench bench(file());
        QCOMPARE(bench.opened().carriedOver, 1);
        QCOMPARE(bench.opened().lost, 0);
        QCOMPARE(findBatches(file()).total, 0);
        bench.begin(9, 0, 1);
        QCOMPARE(bench.intent(9, 0).earlierAttemptWithoutVerdict, true);
    }

    void anUnfinishedBatchIsNeverRemoved()
    {
        JournalBench bench(file());
        bench.journal().beginBatch(batchNumber(1, 1000), { callNumber(0), callNumber(1) });
        bench.endCall(1, 0, Outcome::Ended, 204);
        bench.journal().beginBatch(batchNumber(2, 1000), { callNumber(2) });
        bench.endCall(2, 2, Outcome::Ended, 204);
        QCOMPARE(bench.prune(9000), 0);
    }
};

QTEST_GUILESS_MAIN(TestJournalBroken)
#include "tst_journalbroken.moc"
