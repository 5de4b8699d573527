// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Ctrl+C and its kin while a batch runs.
#include "clibench.h"

#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace hangup::test;

class TestCliSignals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void oneStops_data();
    void oneStops();
    void twoCutOff();
    void showsHowFarItIs();

private:
    /// Five calls, two of which may leave at once.
    static QStringList five()
    {
        return QStringList { u"end"_s, u"--yes"_s, u"--json"_s, u"--window"_s, u"2"_s } + CliBench::ids(5);
    }
    static void send(const QProcess &process, int signal) { ::kill(static_cast<pid_t>(process.processId()), signal); }
};

void TestCliSignals::oneStops_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestCliSignals::oneStops()
{
    QFETCH(int, signal);
    CliBench bench;
    bench.server().setDefaultAnswer(Answer::ended().uponRelease());
    const auto process = bench.start(five());
    QTRY_COMPARE_WITH_TIMEOUT(bench.server().deletes(), 2, 20000);
    send(*process, signal);
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += process->readAllStandardError()).contains("Stopping"), 20000);
    bench.server().release();
    const CliResult result = bench.finish(*process);
    QCOMPARE(result.status, 130);
    // What was on its way got its answer.
    QCOMPARE(result.summary().value("ended"_L1).toInt(), 2);
    QCOMPARE(result.summary().value("not_sent"_L1).toInt(), 3);
    QCOMPARE(result.outcomes().size(), 5);
    QCOMPARE(bench.server().deletes(), 2);
    QCOMPARE(result.lines().last().value("summary"_L1).toObject().value("accepted"_L1).toInt(), 5);
}

void TestCliSignals::twoCutOff()
{
    CliBench bench;
    bench.server().setDefaultAnswer(Answer::hang());
    const auto process = bench.start(five());
    QTRY_COMPARE_WITH_TIMEOUT(bench.server().deletes(), 2, 20000);
    send(*process, SIGINT);
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += process->readAllStandardError()).contains("Stopping"), 20000);
    send(*process, SIGINT);
    const CliResult result = bench.finish(*process);
    QCOMPARE(result.status, 130);
    QCOMPARE(result.summary().value("unknown"_L1).toInt(), 2);
    QCOMPARE(result.summary().value("not_sent"_L1).toInt(), 3);
    // Never lost: the journal has them all.
    const CliResult history = bench.run({ u"history"_s, u"--json"_s });
    QCOMPARE(history.outcomes(), result.outcomes());
}

void TestCliSignals::showsHowFarItIs()
{
    CliBench bench;
    PseudoTerminal terminal;
    QVERIFY(terminal.isOpen());
    // Standard error is the terminal: by way of a shell, as a person would have it.
    bench.server().setDefaultAnswer(Answer::ended().after(Ms(300)));
    QProcess process;
    process.setProcessEnvironment(bench.environment());
    process.start(u"/bin/sh"_s,
                  QStringList { u"-c"_s, u"exec \"$0\" \"$@\" 2>%1"_s.arg(QString::fromLatin1(terminal.name())),
                                CliBench::program(), u"--api-url"_s, bench.server().address() }
                      + five());
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("] 2 of 5"), 20000);
    send(process, SIGINT);
    QCOMPARE(bench.finish(process).status, 130);
}

QTEST_GUILESS_MAIN(TestCliSignals)
#include "tst_clisignals.moc"
