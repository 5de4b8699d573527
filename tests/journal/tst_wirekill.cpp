// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/clibench.h"
#include "domain/words.h"
#include "journalbench.h"

#include <QElapsedTimer>
#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

/// Programs that are killed while they end calls on a server, whose own log is the truth.
class TestWireKill : public QObject
{
    Q_OBJECT

private:
    static constexpr quint32 Calls = 60; // a round
    static constexpr quint64 FirstBatch = 1000;

    /// One program that is killed, and the next start.
    struct Round
    {
        QList<CallId> ids;
        QHash<CallId, QString> told; ///< outcomes that were shown
        QHash<CallId, QString> recovered; ///< what the next start says
    };

    QString folder() const { return m_bench->dataFolder(); }
    QString file() const { return folder() + u"/journal.sqlite"_s; }

    Round nextRound()
    {
        Round round;
        for (quint32 n = 0; n < Calls; ++n)
            round.ids.append(callNumber(m_first + n));
        m_first += Calls;
        ++m_batch;
        return round;
    }

    std::unique_ptr<QProcess> startEngine(const QString &point = {}, int at = 1) const
    {
        auto child = std::make_unique<QProcess>();
        child->setProcessEnvironment(m_bench->environment());
        child->start(QStringLiteral(WIRE_CHILD),
                     { u"end"_s, folder(), m_bench->server().address(), QString::number(m_batch),
                       QString::number(m_first - Calls), QString::number(Calls), point, QString::number(at) });
        return child;
    }

    /// The program itself. By a file: so many ids are too long for a command line on some systems.
    std::unique_ptr<QProcess> startProgram(const Round &round) const
    {
        auto child = m_bench->start(
            { u"end"_s, u"--yes"_s, u"--json"_s, u"--window"_s, u"0"_s, u"--in-flight"_s, u"12"_s, u"-"_s });
        for (const CallId &id : round.ids)
            child->write(id.toLatin1() + '\n');
        child->closeWriteChannel();
        return child;
    }

    void killSomewhere(QProcess &child, bool atWork)
    {
        const int before = m_bench->server().deletes();
        QElapsedTimer patience;
        patience.start();
        // From the first request on, so that most fall into the work however slow the machine is.
        while (atWork && m_bench->server().deletes() == before && patience.elapsed() < 20'000
               && child.state() != QProcess::NotRunning)
            child.waitForReadyRead(1);
        QTest::qSleep(int(m_random.bounded(60)));
        child.kill();
        QVERIFY(child.waitForFinished());
    }

    static void readTold(const QByteArray &output, Round &round)
    {
        for (const QByteArray &line : output.split('\n')) {
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() == 3 && parts.at(0) == "outcome")
                round.told.insert(*CallId::parse(QString::fromLatin1(parts.at(1))), QString::fromLatin1(parts.at(2)));
        }
        if (!output.startsWith('{'))
            return;
        // A kill may leave half a line of the program's: that one was not shown.
        CliResult lines;
        lines.out = output.first(output.lastIndexOf('\n') + 1);
        const QMap<QString, QString> shown = lines.outcomes();
        for (auto it = shown.begin(); it != shown.end(); ++it)
            round.told.insert(*CallId::parse(it.key()), it.value());
    }

    /// On a server of its own, so that nothing that is still on its way is taken for its doing.
    void startAgain(Round &round)
    {
        QProcess next;
        next.setProcessEnvironment(m_bench->environment());
        next.start(QStringLiteral(WIRE_CHILD), { u"next"_s, folder(), m_next->address() });
        QVERIFY(next.waitForFinished());
        QCOMPARE(next.exitStatus(), QProcess::NormalExit);
        QCOMPARE(next.exitCode(), 0);
        for (const QByteArray &line : next.readAllStandardOutput().split('\n')) {
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() == 3)
                round.recovered.insert(*CallId::parse(QString::fromLatin1(parts.at(1))),
                                       QString::fromLatin1(parts.at(2)));
        }
        QCOMPARE(m_next->count(), 0); // nothing is sent by itself
    }

    QSet<QByteArray> intents() const
    {
        QSet<QByteArray> calls;
        for (const QVariant &call : sqlOn(file(), u"SELECT call FROM event WHERE kind='intent'"_s))
            calls.insert(call.toByteArray());
        return calls;
    }

    void compare(const Round &round)
    {
        QHash<CallId, std::optional<CallResult>> onDisk;
        for (const HistoryCall &call : findCalls(file(), { .limit = int(Calls) }).rows) {
            if (round.ids.contains(call.id))
                onDisk.insert(call.id, call.result);
        }
        const QSet<QByteArray> intended = intents();
        m_cutShort += round.told.size() < round.ids.size() ? 1 : 0;
        for (const CallId &id : round.ids) {
            const int sent = m_bench->server().deletesFor(id);
            const QString told = round.told.value(id);
            QVERIFY2(sent <= 1, "sent again");
            m_sent += sent;
            if (onDisk.isEmpty()) {
                // Killed before the batch was on disk.
                QCOMPARE(sent, 0);
                QCOMPARE(told, QString());
                continue;
            }
            QVERIFY2(sent == 0 || intended.contains(id.toLatin1()), "a DELETE without an intent on disk");
            QVERIFY(onDisk.value(id)); // exactly one outcome, whatever happened
            const Outcome outcome = onDisk.value(id)->outcome;
            const QString key = words::outcomeKey(outcome);
            if (!told.isEmpty())
                QCOMPARE(key, told);
            if (outcome == Outcome::Ended)
                QCOMPARE(m_bench->server().answered204(id), 1);
            else
                QCOMPARE(key, intended.contains(id.toLatin1()) ? u"unknown"_s : u"not_sent"_s);
            if (sent > 0)
                QVERIFY2(outcome != Outcome::NotSent, "not sent, but it was");
            // What was left open is told, and comes back.
            if (outcome != Outcome::Ended && told.isEmpty())
                QCOMPARE(round.recovered.value(id), key);
            if (!told.isEmpty())
                QVERIFY(!round.recovered.contains(id));
            m_unknown += outcome == Outcome::Unknown ? 1 : 0;
        }
    }

    void checkRound(QProcess &child, Round &round)
    {
        readTold(child.readAllStandardOutput(), round);
        startAgain(round);
        if (!QTest::currentTestFailed())
            compare(round);
    }

    std::unique_ptr<CliBench> m_bench;
    std::unique_ptr<FakeServer> m_next;
    QRandomGenerator m_random { 20261129 };
    quint32 m_first = 0;
    quint64 m_batch = FirstBatch;
    int m_cutShort = 0;
    int m_sent = 0;
    int m_unknown = 0;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<CliBench>();
        m_bench->server().setDefaultAnswer(Answer::ended().after(Ms(4)));
        m_next = std::make_unique<FakeServer>();
        m_cutShort = m_sent = m_unknown = 0;
    }

    void cleanup()
    {
        QVERIFY(m_bench->server().dangerousDeletes().isEmpty());
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
    }

    void atRandomMoments_data()
    {
        QTest::addColumn<bool>("program");
        QTest::newRow("the engine") << false;
        QTest::newRow("the command line") << true;
    }

    void atRandomMoments()
    {
        QFETCH(const bool, program);
        constexpr int times = 50;
        for (int i = 0; i < times; ++i) {
            Round round = nextRound();
            const auto child = program ? startProgram(round) : startEngine();
            QVERIFY(child->waitForStarted());
            killSomewhere(*child, i % 5 != 0);
            checkRound(*child, round);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(m_cutShort > times / 2, qPrintable(QString::number(m_cutShort)));
        QVERIFY2(m_sent > times && m_unknown > 0, qPrintable(u"%1 %2"_s.arg(m_sent).arg(m_unknown)));
    }

    void atNamedPoints_data()
    {
        QTest::addColumn<QString>("point");
        for (const char *point : { "before intent", "after intent", "before send", "after send", "before answer",
                                   "after answer", "before outcome", "after outcome" })
            QTest::newRow(point) << QString::fromLatin1(point);
    }

    void atNamedPoints()
    {
        QFETCH(const QString, point);
        for (const int at : { 1, 10, 40 }) {
            Round round = nextRound();
            const auto child = startEngine(point, at);
            QVERIFY(child->waitForFinished());
            QCOMPARE(child->exitStatus(), QProcess::CrashExit);
            checkRound(*child, round);
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_GUILESS_MAIN(TestWireKill)
#include "tst_wirekill.moc"
