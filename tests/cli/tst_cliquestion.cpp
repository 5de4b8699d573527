// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup-cli end on a terminal: who is on the calls stands above the question.
#include "cliaccount.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;
using namespace hangup::test;

namespace {

constexpr auto Patience = 30'000;

/// 1 may be ended, 4 is its B leg; 2 is young, 3 an answered inbound call, 5 over, 6 says nothing clear.
ScriptedAccount account()
{
    ScriptedAccount plivo;
    plivo.live.append({ CliBench::id(1), { .from = "4930111" } });
    plivo.live.append({ CliBench::id(2), { .age = 5s } });
    plivo.live.append({ CliBench::id(3), { .direction = "inbound" } });
    const QByteArray leg = CliBench::id(4).toLatin1();
    QByteArray body = ScriptedCall { .to = "4930444" }.body(leg);
    body.chop(1);
    plivo.details.insert(leg,
                         Answer::json(200, body + ", \"parent_call_uuid\": \"" + CliBench::id(1).toLatin1() + "\"}"));
    plivo.details.insert(CliBench::id(6).toLatin1(), Answer::json(400, "{\"error\": \"no\"}"));
    return plivo;
}

/// What stands on the terminal of one call, blanks in a row as one.
QString lineOf(const QByteArray &seen, int call)
{
    const QStringList lines = QString::fromUtf8(seen).split(u'\n');
    for (const QString &line : lines) {
        if (line.contains(CliBench::id(call).toString()))
            return line.simplified().replace(CliBench::id(call).toString(), QString::number(call));
    }
    return {};
}

} // namespace

class TestCliQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void showsWhoIsOnTheCalls();
    void leavesOutWhatItShowedSo();
    void asksNothingWhereAllAreLeftOut();
    void countsWhatIsNeverEnded_data();
    void countsWhatIsNeverEnded();
    void asksNothingWhereNoneWouldBeEnded_data();
    void asksNothingWhereNoneWouldBeEnded();
    void asksNothingWithBadCredentials_data();
    void asksNothingWithBadCredentials();
    void waitsNotForEver();
    void isNotAnsweredByWhatWasTypedBefore();
    void namesAccountAndNumberAgainBelowManyCalls_data();
    void namesAccountAndNumberAgainBelowManyCalls();
    void showsAllOfALongTable();
    void canBeLeftWhileItReads();
    void readsNothingOfMany();

private:
    static std::unique_ptr<QProcess> start(CliBench &bench, const PseudoTerminal &terminal, const QStringList &ids,
                                           const QStringList &options = {}, const QByteArray &settings = {})
    {
        bench.checkCalls();
        bench.writeSettings(settings);
        auto process = bench.start(QStringList { u"end"_s, u"--json"_s } + options + QStringList { u"-"_s }, &terminal);
        process->write(ids.join(u'\n').toLatin1());
        process->closeWriteChannel();
        return process;
    }
};

void TestCliQuestion::showsWhoIsOnTheCalls()
{
    CliBench bench;
    account().serve(bench.server());
    PseudoTerminal terminal;
    const auto process = start(bench, terminal, CliBench::ids(6));
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("cut off"), Patience);
    const QByteArray seen = terminal.seen();
    static const QRegularExpression oneHour(u"^1 4930111 14155550101 Outbound 1:0[0-9]:[0-9]{2}$"_s);
    QVERIFY2(oneHour.match(lineOf(seen, 1)).hasMatch(), seen.constData());
    QVERIFY2(lineOf(seen, 2).endsWith(u"Under 1 min old · left out"_s), seen.constData());
    QVERIFY2(lineOf(seen, 3).endsWith(u"Answered inbound call · left out"_s), seen.constData());
    QVERIFY2(lineOf(seen, 4).startsWith(u"└ 4 14155550100 4930444 Outbound"_s), seen.constData());
    QCOMPARE(lineOf(seen, 5), u"5 Not live any more"_s);
    QCOMPARE(lineOf(seen, 6), u"6 Could not be read"_s);
    QVERIFY(seen.contains("Calls:   6, without the flagged ones 4"));
    // The leg stands below its A leg.
    QVERIFY(seen.indexOf(CliBench::id(4).toLatin1()) < seen.indexOf(CliBench::id(2).toLatin1()));
    QCOMPARE(bench.server().deletes(), 0);
    terminal.type("n\n");
    QCOMPARE(bench.finish(*process).status, 2);
    QCOMPARE(bench.server().deletes(), 0);
}

void TestCliQuestion::leavesOutWhatItShowedSo()
{
    CliBench bench;
    account().serve(bench.server());
    PseudoTerminal terminal;
    const auto process = start(bench, terminal, CliBench::ids(3));
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("cut off"), Patience);
    terminal.type("y\n");
    const CliResult result = bench.finish(*process);
    QCOMPARE(result.status, 1);
    QCOMPARE(bench.server().deletes(), 1);
    QCOMPARE(bench.server().deletesFor(CliBench::id(1)), 1);
    // The others were never accepted: neither here nor in the journal.
    QCOMPARE(result.outcomes(), (QMap<QString, QString> { { CliBench::id(1).toString(), u"ended"_s } }));
    QCOMPARE(result.summary().value("accepted"_L1).toInt(), 1);
    QCOMPARE(result.err,
             "standard input: 3 found: 3 added.\n2 calls that are flagged are left out, and stay as they are.\n"_ba);
    QCOMPARE(idsOf(bench.run({ u"history"_s, u"--json"_s })), QStringList { CliBench::id(1).toString() });
}

void TestCliQuestion::asksNothingWhereAllAreLeftOut()
{
    CliBench bench;
    account().serve(bench.server());
    PseudoTerminal terminal;
    const auto process = start(bench, terminal, { CliBench::id(2).toString(), CliBench::id(3).toString() });
    const CliResult result = bench.finish(*process);
    QCOMPARE(result.status, 2);
    QVERIFY(!terminal.seen().contains("cut off"));
    QVERIFY2(result.err.contains("use --include-flagged to end them. Nothing was sent."), result.err.constData());
    QCOMPARE(bench.server().deletes(), 0);
}

void TestCliQuestion::countsWhatIsNeverEnded_data()
{
    QTest::addColumn<QByteArray>("numbers");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("one") << "4930111"_ba
                         << "Calls:   3, without the flagged ones 2\r\n"
                            "1 of them has a protected number, or none that can be read, and will be left out.\r\n"_ba;
    QTest::newRow("none of those that are flagged")
        << "14155550100"_ba
        << "Calls:   3, without the flagged ones 2\r\n"
           "1 of them has a protected number, or none that can be read, and will be left out.\r\n"_ba;
}

void TestCliQuestion::countsWhatIsNeverEnded()
{
    QFETCH(const QByteArray, numbers);
    CliBench bench;
    account().serve(bench.server());
    PseudoTerminal terminal;
    // 1 and 4 are what the question is about; 2 is young.
    const QStringList ids { CliBench::id(1).toString(), CliBench::id(2).toString(), CliBench::id(4).toString() };
    const auto process = start(bench, terminal, ids, {}, "protected-numbers=" + numbers + '\n');
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("cut off"), Patience);
    QFETCH(const QByteArray, said);
    QVERIFY2(terminal.seen().contains(said), terminal.seen().constData());
    terminal.type("n\n");
    QCOMPARE(bench.finish(*process).status, 2);
}

void TestCliQuestion::asksNothingWhereNoneWouldBeEnded_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QList<int>>("calls");
    QTest::newRow("over") << ""_ba << QList<int> { 5, 7 };
    QTest::newRow("over, and flagged") << ""_ba << QList<int> { 2, 5 };
    QTest::newRow("over, and protected") << "protected-numbers=4930*\n"_ba << QList<int> { 1, 5 };
    QTest::newRow("protected") << "protected-numbers=4930*\n"_ba << QList<int> { 1, 4 };
}

void TestCliQuestion::asksNothingWhereNoneWouldBeEnded()
{
    QFETCH(QByteArray, settings);
    QFETCH(QList<int>, calls);
    CliBench bench;
    account().serve(bench.server());
    PseudoTerminal terminal;
    QStringList ids;
    for (const int call : calls)
        ids += CliBench::id(call).toString();
    const auto process = start(bench, terminal, ids, {}, settings);
    const CliResult result = bench.finish(*process);
    QCOMPARE(result.status, 2);
    QVERIFY(!terminal.seen().contains("cut off"));
    QVERIFY2(result.err.endsWith("None of these calls would be ended: each is over, or left out. Nothing was sent.\n"),
             result.err.constData());
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(bench.server().deletes(), 0);
}

void TestCliQuestion::asksNothingWithBadCredentials_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("401") << 401 << "Refused (401): Plivo rejected the auth ID or token. Nothing was sent.\n"_ba;
    QTest::newRow("403") << 403 << "Refused (403): this account is not permitted to do that. Nothing was sent.\n"_ba;
}

void TestCliQuestion::asksNothingWithBadCredentials()
{
    QFETCH(int, status);
    CliBench bench;
    ScriptedAccount plivo = account();
    plivo.details.insert(CliBench::id(2).toLatin1(), Answer::json(status, "{\"error\": \"no\"}"));
    plivo.serve(bench.server());
    PseudoTerminal terminal;
    const auto process = start(bench, terminal, CliBench::ids(3));
    const CliResult result = bench.finish(*process);
    QCOMPARE(result.status, 3);
    QFETCH(QByteArray, said);
    QCOMPARE(result.err, "standard input: 3 found: 3 added.\n" + said);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(!terminal.seen().contains("cut off"));
    QCOMPARE(bench.server().deletes(), 0);
}

void TestCliQuestion::waitsNotForEver()
{
    CliBench bench;
    ScriptedAccount plivo = account();
    plivo.details.insert(CliBench::id(2).toLatin1(), Answer::hang());
    plivo.serve(bench.server());
    PseudoTerminal terminal;
    QElapsedTimer time;
    time.start();
    const auto process = start(bench, terminal, CliBench::ids(2));
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("cut off"), Patience);
    QVERIFY2(time.elapsed() < 20'000, qPrintable(QString::number(time.elapsed())));
    QVERIFY(lineOf(terminal.seen(), 1).contains(u"4930111"_s));
    QCOMPARE(lineOf(terminal.seen(), 2), u"2 Not read in time"_s);
    terminal.type("n\n");
    QCOMPARE(bench.finish(*process).status, 2);
}

void TestCliQuestion::isNotAnsweredByWhatWasTypedBefore()
{
    CliBench bench;
    ScriptedAccount plivo = account();
    plivo.details.insert(CliBench::id(2).toLatin1(), Answer::hang());
    plivo.serve(bench.server());
    PseudoTerminal terminal;
    const auto process = start(bench, terminal, CliBench::ids(2));
    QTRY_VERIFY_WITH_TIMEOUT(bench.server().count() > 1, Patience); // it looks, so the terminal is open
    terminal.type("y\ny\ny");
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("cut off"), Patience);
    QVERIFY2(!process->waitForFinished(1000), process->readAllStandardError().constData());
    QCOMPARE(bench.server().deletes(), 0);
    terminal.type("n\n");
    const CliResult result = bench.finish(*process);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("Not confirmed. Nothing was sent."), result.err.constData());
    QCOMPARE(bench.server().deletes(), 0);
}

void TestCliQuestion::namesAccountAndNumberAgainBelowManyCalls_data()
{
    QTest::addColumn<int>("calls");
    QTest::addColumn<QByteArray>("question");
    QTest::newRow("few") << 20 << "\nWhoever is on these calls is cut off. End them? [y/N] "_ba;
    QTest::newRow("many") << 21
                          << "\nEnvironment, calls: 21. Whoever is on these calls is cut off. End them? [y/N] "_ba;
}

void TestCliQuestion::namesAccountAndNumberAgainBelowManyCalls()
{
    QFETCH(int, calls);
    QFETCH(QByteArray, question);
    CliBench bench;
    test::account(calls).serve(bench.server());
    PseudoTerminal terminal;
    const auto process = start(bench, terminal, CliBench::ids(calls));
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("cut off"), Patience);
    QTRY_VERIFY2_WITH_TIMEOUT(terminal.seen().endsWith(question), terminal.seen().right(200).constData(), Patience);
    terminal.type("n\n");
    QCOMPARE(bench.finish(*process).status, 2);
}

void TestCliQuestion::showsAllOfALongTable()
{
    // More than a terminal takes at once, of one that another program told not to wait.
    constexpr int Calls = 400;
    CliBench bench;
    bench.checkCalls();
    bench.writeSettings("check-again-up-to=1000\n");
    test::account(Calls).serve(bench.server());
    PseudoTerminal terminal;
    QProcess process;
    QProcessEnvironment environment = bench.environment();
    environment.insert(u"TERM"_s, u"dumb"_s); // without what is rewritten
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([name = terminal.name()] {
        ::setsid();
        const int slave = ::open(name.constData(), O_RDWR | O_NONBLOCK);
        ::ioctl(slave, TIOCSCTTY, 0);
        ::dup2(slave, STDIN_FILENO);
        ::dup2(slave, STDERR_FILENO);
    });
    process.start(CliBench::program(),
                  QStringList { u"--api-url"_s, bench.server().address(), u"end"_s, u"--window"_s, u"0"_s }
                      + CliBench::ids(Calls));
    QTRY_VERIFY_WITH_TIMEOUT(bench.server().count() >= Calls, Patience);
    QTest::qWait(2000); // nobody reads
    const auto isAsked = [&terminal] { return terminal.seen().endsWith("Type their number (400) to end them: "); };
    QTRY_VERIFY2_WITH_TIMEOUT(isAsked(), terminal.seen().right(200).constData(), Patience);
    for (int n = 1; n <= Calls; ++n)
        QVERIFY2(!lineOf(terminal.seen(), n).isEmpty(), qPrintable(QString::number(n)));
    terminal.type("n\n");
    QCOMPARE(bench.finish(process).status, 2);
}

void TestCliQuestion::canBeLeftWhileItReads()
{
    CliBench bench;
    ScriptedAccount plivo = account();
    plivo.details.insert(CliBench::id(1).toLatin1(), Answer::hang());
    plivo.serve(bench.server());
    PseudoTerminal terminal;
    const auto process = start(bench, terminal, CliBench::ids(1));
    QTRY_VERIFY_WITH_TIMEOUT(bench.server().count() > 0, Patience);
    terminal.type("\003");
    QCOMPARE(bench.finish(*process).status, 130);
    QVERIFY(!terminal.seen().contains("cut off"));
    QCOMPARE(bench.server().deletes(), 0);
}

void TestCliQuestion::readsNothingOfMany()
{
    CliBench bench;
    account().serve(bench.server());
    PseudoTerminal terminal;
    const auto process = start(bench, terminal, CliBench::ids(51));
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("cut off"), Patience);
    QCOMPARE(bench.server().count(), 0);
    QVERIFY(terminal.seen().contains("First:   " + CliBench::id(1).toLatin1()));
    terminal.type("n\n");
    QCOMPARE(bench.finish(*process).status, 2);
}

QTEST_GUILESS_MAIN(TestCliQuestion)
#include "tst_cliquestion.moc"
