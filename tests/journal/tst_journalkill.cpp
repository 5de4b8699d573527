// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "journalbench.h"

#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

/// Programs that are killed while they end calls.
class TestJournalKill : public QObject
{
    Q_OBJECT

private:
    static constexpr quint32 Calls = 400;

    /// What a child was told, or would have sent, until it was killed.
    struct Told
    {
        QHash<QByteArray, QSet<quint32>> calls; ///< by word
        QSet<quint32> operator[](const char *word) const { return calls.value(word); }
    };

    static Told toldBy(const QByteArray &output)
    {
        Told told;
        for (const QByteArray &line : output.split('\n')) {
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() == 2)
                told.calls[parts.at(0)].insert(parts.at(1).toUInt());
        }
        return told;
    }

    QString file() const { return m_folder->path() + u"/journal.sqlite"_s; }

    QStringList arguments(quint64 batch, quint32 first, const QString &point = {}, int at = 1) const
    {
        return { file(), QString::number(batch), QString::number(first), QString::number(Calls), u"20"_s,
                 point,  QString::number(at) };
    }

    /// The next start's view of a batch whose program was killed.
    void compareWithDisk(quint64 batch, quint32 first, const Told &told)
    {
        JournalBench next(file());
        next.opened();
        QHash<CallId, std::optional<CallResult>> calls;
        for (const HistoryCall &call : findCalls(file(), { .batch = batch, .limit = 10'000 }).rows)
            calls.insert(call.id, call.result);
        if (told["intent"].isEmpty() && calls.isEmpty())
            return; // killed before the batch was on disk: then nothing was sent either
        QCOMPARE(calls.size(), qsizetype(Calls));
        for (quint32 n = first; n < first + Calls; ++n) {
            const auto result = calls.value(callNumber(n));
            QVERIFY(result); // exactly one outcome, whatever happened
            if (told["outcome"].contains(n))
                QCOMPARE(result->outcome, Outcome::Ended);
            else if (told["send"].contains(n))
                QVERIFY(result->outcome == Outcome::Unknown || result->outcome == Outcome::Ended);
            // Nothing is claimed that was never sent.
            if (!told["intent"].contains(n))
                QVERIFY(result->outcome != Outcome::Ended);
            if (result->outcome == Outcome::NotSent)
                QVERIFY(!told["send"].contains(n));
        }
        next.journal().acknowledgeRecovery();
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void atRandomMoments()
    {
        constexpr int times = 200;
        QRandomGenerator random(42);
        int withIntents = 0;
        int cutShort = 0;
        for (int i = 0; i < times; ++i) {
            QProcess child;
            child.start(QStringLiteral(JOURNAL_CHILD), arguments(quint64(i + 1), 0));
            QVERIFY(child.waitForStarted());
            // From the first word on, so that most fall into the work however slow the machine is.
            if (i % 4 != 0)
                child.waitForReadyRead(10'000);
            QTest::qSleep(int(random.bounded(25)));
            child.kill();
            QVERIFY(child.waitForFinished());
            const Told told = toldBy(child.readAllStandardOutput());
            withIntents += told["intent"].isEmpty() ? 0 : 1;
            cutShort += told["outcome"].size() < qsizetype(Calls) ? 1 : 0;
            QCOMPARE(told["elsewhere"].size(), 0); // what the killed ones held is free
            compareWithDisk(quint64(i + 1), 0, told);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(withIntents > times / 2, qPrintable(QString::number(withIntents)));
        QVERIFY2(cutShort > times / 2, qPrintable(QString::number(cutShort)));
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
    }

    void atNamedPoints_data()
    {
        QTest::addColumn<QString>("point");
        for (const char *point : { "before batch", "after batch", "before intent", "after intent", "before send",
                                   "after send", "before answer", "after answer", "before outcome", "after outcome" })
            QTest::newRow(point) << QString::fromLatin1(point);
    }

    void atNamedPoints()
    {
        QFETCH(const QString, point);
        const bool once = point.endsWith(u"batch"_s);
        for (int at = 1; at <= (once ? 1 : 5); ++at) {
            QProcess child;
            child.start(QStringLiteral(JOURNAL_CHILD), arguments(quint64(at), 0, point, at * at));
            QVERIFY(child.waitForFinished());
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            compareWithDisk(quint64(at), 0, toldBy(child.readAllStandardOutput()));
        }
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
    }

    void aKilledOwnerFreesItsCalls()
    {
        QProcess owner;
        owner.start(QStringLiteral(JOURNAL_CHILD), arguments(1, 0, u"hold"_s));
        QByteArray said;
        while (said.count('\n') < 20 && owner.waitForReadyRead(10'000))
            said += owner.readAllStandardOutput();
        JournalBench other(file());
        other.begin(2, 0, 30);
        IntentVerdict verdict = other.intent(2, 5);
        QCOMPARE(verdict.underWayElsewhere, true);
        QCOMPARE(verdict.written, false);
        QCOMPARE(other.intent(2, 25).written, true);
        owner.kill();
        QVERIFY(owner.waitForFinished());
        verdict = other.intent(2, 5);
        QCOMPARE(verdict.written, true);
        QCOMPARE(verdict.earlierAttemptWithoutVerdict, true);
    }

    void twoProgramsWithOverlappingLists()
    {
        // The second one's list starts with the second half of the first one's.
        QProcess one;
        QProcess two;
        one.start(QStringLiteral(JOURNAL_CHILD), arguments(1, 0));
        two.start(QStringLiteral(JOURNAL_CHILD), arguments(2, Calls / 2));
        QVERIFY(one.waitForFinished(60'000));
        QVERIFY(two.waitForFinished(60'000));
        const Told first = toldBy(one.readAllStandardOutput());
        const Told second = toldBy(two.readAllStandardOutput());
        QCOMPARE(first["outcome"].size() + second["outcome"].size(), qsizetype(2 * Calls));
        QCOMPARE(first["send"].size() + first["elsewhere"].size(), qsizetype(Calls));
        QCOMPARE(second["send"].size() + second["elsewhere"].size(), qsizetype(Calls));
        QCOMPARE(first["refused"].size() + second["refused"].size(), 0);
        QCOMPARE(findBatches(file()).rows.at(0).tally.done(), int(Calls));
        QCOMPARE(findBatches(file()).rows.at(1).tally.done(), int(Calls));
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
        // In the journal each call is intended only while no other batch has it open.
        QCOMPARE(sqlOn(file(),
                       u"SELECT count(*) FROM event a JOIN event o ON o.kind='outcome' AND o.batch=a.batch AND"
                       " o.call=a.call JOIN event b ON b.kind='intent' AND b.call=a.call AND b.batch<>a.batch"
                       " WHERE a.kind='intent' AND b.seq > a.seq AND b.seq < o.seq"_s),
                 QVariantList({ 0 }));
    }
};

QTEST_GUILESS_MAIN(TestJournalKill)
#include "tst_journalkill.moc"
