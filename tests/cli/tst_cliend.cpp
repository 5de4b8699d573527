// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup-cli end, the real program against the scripted server.
#include "clibench.h"
#include "support/certificates.h"
#include "support/secrethunt.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup::test;

namespace {

QJsonObject numbers(int ended, int notLive, int refused, int unknown, int notSent)
{
    return { { u"accepted"_s, ended + notLive + refused + unknown + notSent },
             { u"ended"_s, ended },
             { u"not_live"_s, notLive },
             { u"not_live_maybe_us"_s, 0 },
             { u"refused"_s, refused },
             { u"unknown"_s, unknown },
             { u"not_sent"_s, notSent } };
}

} // namespace

class TestCliEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void endsCallsFromAllPlaces();
    void tellsPeople();
    void endsWithAStatus_data();
    void endsWithAStatus();
    void stopsWhereTheWindowWouldAsk_data();
    void stopsWhereTheWindowWouldAsk();
    void waitsForProof();
    void asksOnTheTerminal_data();
    void asksOnTheTerminal();
    void saysTicketAndReasonForTheRecord();
    void losesNothingWhenNobodyReads();
    void leavesNoTokenBehind();
    void showsNoTokenToOtherPrograms();
    void takesAHundredThousand();
    void sendsNothingToAServerItCannotTrust();
    void connectsOnlyWhereNobodyIsAskedAnyMore_data();
    void connectsOnlyWhereNobodyIsAskedAnyMore();
};

void TestCliEnd::endsCallsFromAllPlaces()
{
    CliBench bench;
    bench.actAsPlivo();
    QFile file(bench.home() + u"/calls.csv"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Call UUID,api_id\n" + CliBench::id(2).toLatin1() + ',' + CliBench::id(9).toLatin1() + '\n');
    file.close();
    const CliResult result
        = bench.run({ u"end"_s, u"--yes"_s, u"--json"_s, CliBench::id(1).toString(), file.fileName(), u"-"_s },
                    "call " + CliBench::id(3).toLatin1() + " and cut " + CliBench::id(4).toLatin1().chopped(1) + '\n');
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(result.summary(), numbers(3, 0, 0, 0, 0));
    const QStringList wanted = CliBench::ids(3);
    QCOMPARE(QStringList(result.outcomes().keys()), wanted);
    QCOMPARE(bench.server().deletes(), 3);
    QVERIFY(bench.server().dangerousDeletes().isEmpty());
    // What was ignored, where it stood.
    QVERIFY2(result.err.contains("calls.csv:2:38: "), result.err.constData());
    QVERIFY2(result.err.contains("standard input:1:51: "), result.err.constData());
    const QJsonObject first = result.lines().first();
    QCOMPARE(QStringList(first.keys()),
             (QStringList { u"api_id"_s, u"attempts"_s, u"call_uuid"_s, u"elapsed_ms"_s, u"finished_at"_s,
                            u"http_status"_s, u"message"_s, u"outcome"_s, u"proof"_s, u"reason"_s, u"started_at"_s }));
    QCOMPARE(first.value("http_status"_L1).toInt(), 204);
    QCOMPARE(first.value("attempts"_L1).toInt(), 1);
    QVERIFY(first.value("proof"_L1).isNull());
}

void TestCliEnd::tellsPeople()
{
    CliBench bench;
    bench.server().script(CliBench::id(2), { Answer::callNotFound() });
    const CliResult result = bench.run(QStringList { u"end"_s, u"--yes"_s } + CliBench::ids(2));
    QCOMPARE(result.status, 0);
    const QByteArray out = result.out;
    QVERIFY2(out.contains(CliBench::id(1).toLatin1() + "  Ended\n"), out.constData());
    QVERIFY2(out.contains(CliBench::id(2).toLatin1() + "  Not live  Not a live call"), out.constData());
    QVERIFY2(out.endsWith("2 calls accepted: 1 ended, 1 not live, 0 refused, 0 unknown, 0 not sent, 0 waiting.\n"),
             out.constData());
    QVERIFY2(!result.err.contains('\r'), result.err.constData()); // no bar where there is no terminal
}

void TestCliEnd::endsWithAStatus_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QJsonObject>("summary");
    QTest::newRow("all ended: 0") << Answer::ended() << 0 << numbers(2, 0, 0, 0, 0);
    QTest::newRow("all not live: 0") << Answer::callNotFound() << 0 << numbers(0, 2, 0, 0, 0);
    QTest::newRow("refused: 1") << Answer::json(400, "{\"error\":\"no\"}") << 1 << numbers(0, 0, 2, 0, 0);
    QTest::newRow("no clear answer: 1") << Answer::redirect(302, "http://127.0.0.1:1/") << 1 << numbers(0, 0, 0, 2, 0);
    QTest::newRow("credentials rejected: 3") << Answer::unauthorizedText() << 3 << numbers(0, 0, 1, 0, 1);
    QTest::newRow("not permitted: 3") << Answer::forbidden() << 3 << numbers(0, 0, 1, 0, 1);
}

void TestCliEnd::endsWithAStatus()
{
    QFETCH(Answer, answer);
    CliBench bench;
    bench.server().setDefaultAnswer(answer);
    const CliResult result
        = bench.run(QStringList { u"end"_s, u"--yes"_s, u"--json"_s, u"--in-flight"_s, u"1"_s } + CliBench::ids(2));
    QTEST(result.status, "status");
    QTEST(result.summary(), "summary");
    QCOMPARE(result.outcomes().size(), 2);
}

void TestCliEnd::stopsWhereTheWindowWouldAsk_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("deletes");
    QTest::addColumn<QJsonObject>("summary");
    QTest::newRow("five first answers all 404") << QStringList() << 1 << 5 << numbers(0, 5, 0, 0, 3);
    QTest::newRow("told to keep going") << QStringList { u"--keep-going"_s } << 0 << 8 << numbers(0, 8, 0, 0, 0);
}

void TestCliEnd::stopsWhereTheWindowWouldAsk()
{
    QFETCH(QStringList, options);
    QFETCH(int, deletes);
    CliBench bench;
    bench.server().setDefaultAnswer(Answer::callNotFound());
    const CliResult result = bench.run(QStringList { u"end"_s, u"--yes"_s, u"--json"_s, u"--in-flight"_s, u"1"_s }
                                       + options + CliBench::ids(8));
    QTEST(result.status, "status");
    QTEST(result.summary(), "summary");
    QCOMPARE(bench.server().deletes(), deletes);
    QCOMPARE(result.err.contains("--keep-going"), options.isEmpty());
}

void TestCliEnd::waitsForProof()
{
    CliBench bench;
    bench.actAsPlivo();
    const CliResult result
        = bench.run(QStringList { u"end"_s, u"--yes"_s, u"--json"_s, u"--wait-proof=20"_s } + CliBench::ids(2));
    QCOMPARE(result.status, 0);
    QCOMPARE(result.summary(), numbers(2, 0, 0, 0, 0));
    QCOMPARE(result.lines().at(0).value("proof"_L1).toString(), u"proven"_s);
    QCOMPARE(result.lines().at(1).value("proof"_L1).toString(), u"proven"_s);
    QCOMPARE(bench.server().deletes(), 2);
    QCOMPARE_GT(bench.server().count(), 2); // it did ask
}

void TestCliEnd::asksOnTheTerminal_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("deletes");
    QTest::addColumn<int>("calls");
    QTest::newRow("yes") << "yes\n"_ba << 0 << 2 << 2;
    QTest::newRow("y") << "y\n"_ba << 0 << 2 << 2;
    QTest::newRow("no") << "n\n"_ba << 2 << 0 << 2;
    QTest::newRow("nothing but Enter") << "\n"_ba << 2 << 0 << 2;
    QTest::newRow("the end of the input") << "\004"_ba << 2 << 0 << 2;
    QTest::newRow("Ctrl+C") << "\003"_ba << 130 << 0 << 2;
    QTest::newRow("the number of many calls") << "51\n"_ba << 0 << 51 << 51;
    QTest::newRow("yes to many calls is not enough") << "yes\n"_ba << 2 << 0 << 51;
}

void TestCliEnd::asksOnTheTerminal()
{
    QFETCH(QByteArray, typed);
    QFETCH(int, deletes);
    QFETCH(int, calls);
    CliBench bench;
    bench.actAsPlivo();
    PseudoTerminal terminal;
    QVERIFY(terminal.isOpen());
    // Standard input is the list, so the question is on the terminal.
    const auto process = bench.start({ u"end"_s, u"-"_s }, &terminal);
    process->write(CliBench::ids(calls).join(u'\n').toLatin1());
    process->closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("cut off"), 20000);
    QCOMPARE(bench.server().count(), 0);
    const QByteArray asked = terminal.seen();
    for (const QByteArray &fact : { QByteArray("Environment (") + CliBench::AuthIdText + ')', QByteArray::number(calls),
                                    CliBench::id(1).toLatin1(), CliBench::id(calls).toLatin1() })
        QVERIFY2(asked.contains(fact), asked.constData());
    terminal.type(typed);
    const CliResult result = bench.finish(*process);
    QTEST(result.status, "status");
    QCOMPARE(bench.server().deletes(), deletes);
}

void TestCliEnd::saysTicketAndReasonForTheRecord()
{
    CliBench bench;
    const CliResult result = bench.run({ u"end"_s, u"--yes"_s, u"--ticket"_s, u"T-4711"_s, u"--reason"_s,
                                         u"stuck since noon"_s, CliBench::id(1).toString() });
    QCOMPARE(result.status, 0);
    const CliResult history = bench.run({ u"history"_s, u"--json"_s, u"--ticket"_s, u"t-4711"_s });
    QCOMPARE(history.lines().size(), 1);
    QCOMPARE(history.lines().first().value("ticket"_L1).toString(), u"T-4711"_s);
    QCOMPARE(history.lines().first().value("account"_L1).toString(), u"Environment"_s);
}

void TestCliEnd::losesNothingWhenNobodyReads()
{
    CliBench bench;
    bench.server().setDefaultAnswer(Answer::ended().after(Ms(50)));
    // `true` reads nothing and is gone at once.
    QProcess process;
    process.setProcessEnvironment(bench.environment());
    process.start(u"/bin/sh"_s,
                  QStringList { u"-c"_s, u"{ \"$0\" \"$@\"; echo \"status $?\" >&2; } | true"_s, CliBench::program(),
                                u"--api-url"_s, bench.server().address(), u"end"_s, u"--yes"_s, u"--json"_s,
                                u"--window"_s, u"2"_s }
                      + CliBench::ids(8));
    const CliResult result = bench.finish(process);
    QVERIFY2(result.err.endsWith("status 1\n"), result.err.constData()); // stopped: the rest is not sent
    QVERIFY2(result.err.contains("Nobody reads"), result.err.constData());
    QCOMPARE_LT(bench.server().deletes(), 8);
    const CliResult history = bench.run({ u"history"_s, u"--json"_s });
    QCOMPARE(history.lines().size(), 8);
    int ended = 0;
    for (const QJsonObject &line : history.lines()) {
        QVERIFY(line.value("outcome"_L1).isString());
        ended += line.value("outcome"_L1).toString() == "ended"_L1 ? 1 : 0;
    }
    QCOMPARE(ended, bench.server().deletes());
}

void TestCliEnd::leavesNoTokenBehind()
{
    CliBench bench;
    // A server that says the token back: it must not get any further.
    bench.server().setDefaultAnswer(Answer::json(400, QByteArray("{\"error\":\"bad token ") + CliBench::Token + "\"}"));
    const CliResult result = bench.run({ u"end"_s, u"--yes"_s, u"--json"_s, CliBench::id(1).toString() });
    QCOMPARE(result.status, 1);
    const QByteArray id = CliBench::AuthIdText;
    for (const auto &[text, name] : { std::pair(result.out, u"stdout"_s), std::pair(result.err, u"stderr"_s) }) {
        const QList<SecretFound> finds = findSecretInBytes(text, name, id, CliBench::Token);
        QVERIFY2(finds.isEmpty(), qPrintable(describe(finds)));
    }
    const QList<SecretFound> finds = findSecret(bench.home(), id, CliBench::Token);
    QVERIFY2(finds.isEmpty(), qPrintable(describe(finds)));
    QVERIFY(QFile::exists(bench.dataFolder() + u"/journal.sqlite"_s));
}

void TestCliEnd::showsNoTokenToOtherPrograms()
{
    CliBench bench;
    bench.server().setDefaultAnswer(Answer::hang());
    const auto process = bench.start({ u"end"_s, u"--yes"_s, CliBench::id(1).toString() });
    QTRY_COMPARE_WITH_TIMEOUT(bench.server().deletes(), 1, 20000); // so it has the token
    for (const QString &name : { u"environ"_s, u"cmdline"_s }) {
        QFile file(u"/proc/%1/%2"_s.arg(process->processId()).arg(name));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("there is no /proc");
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.contains(name == "environ"_L1 ? "XDG_DATA_HOME=" : "end"), bytes.constData());
        const QList<SecretFound> finds = findSecretInBytes(bytes, name, CliBench::AuthIdText, CliBench::Token);
        QVERIFY2(finds.isEmpty(), qPrintable(describe(finds)));
    }
    process->kill();
    process->waitForFinished();
}

void TestCliEnd::takesAHundredThousand()
{
    // A sanitized program takes many times as long, and is not looked at for its speed.
    const int calls = qEnvironmentVariableIsSet("HANGUP_SANITIZED") ? 10'000 : 100'000;
    const QByteArray number = QByteArray::number(calls);
    CliBench bench;
    QByteArray list;
    for (int n = 1; n <= calls; ++n)
        list += CliBench::id(n).toLatin1() + '\n';
    const CliResult result = bench.run({ u"end"_s, u"--dry-run"_s, u"--json"_s, u"-"_s }, list);
    QVERIFY2(result.status == 0, result.err.constData());
    const QByteArrayList lines = result.out.split('\n');
    QCOMPARE(lines.size(), calls + 2); // the summary, and nothing behind its end
    QVERIFY2(lines.at(calls - 1).contains(CliBench::id(calls).toLatin1()), lines.at(calls - 1).constData());
    QVERIFY2(lines.at(calls).startsWith("{\"summary\":{\"accepted\":" + number + ",\"would_send\":" + number
                                             + ",\"not_sent\":0,"),
             lines.at(calls).constData());
    QCOMPARE(bench.server().count(), 0);
}

void TestCliEnd::sendsNothingToAServerItCannotTrust()
{
    const Certificates &certificates = Certificates::make();
    if (!certificates.error().isEmpty())
        QSKIP(qPrintable(certificates.error()));
    CliBench bench;
    FakeServer untrusted(certificates.selfSigned());
    const CliResult result = bench.run(
        QStringList { u"end"_s, u"--api-url"_s, untrusted.address(), u"--yes"_s, u"--json"_s } + CliBench::ids(3));
    QCOMPARE(result.status, 1);
    QCOMPARE(result.summary(), numbers(0, 0, 0, 0, 3));
    QCOMPARE(untrusted.count(), 0);
}

void TestCliEnd::connectsOnlyWhereNobodyIsAskedAnyMore_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("connects");
    QTest::newRow("confirmed") << QStringList { u"--yes"_s } << true;
    QTest::newRow("not confirmed") << QStringList {} << false;
    QTest::newRow("a dry run") << QStringList { u"--dry-run"_s, u"--yes"_s } << false;
    QTest::newRow("without the words that are needed") << QStringList { u"--yes"_s, u"--reason"_s, u"x"_s } << false;
}

void TestCliEnd::connectsOnlyWhereNobodyIsAskedAnyMore()
{
    QFETCH(const QStringList, options);
    QFETCH(const bool, connects);
    if (!Certificates::make().error().isEmpty())
        QSKIP(qPrintable(Certificates::make().error()));
    CliBench bench;
    if (options.contains(u"--reason"_s))
        bench.writeSettings("ticket-required=yes\n");
    FakeServer server(Certificates::make().selfSigned());
    bench.run(QStringList { u"end"_s, u"--api-url"_s, server.address() } + options + CliBench::ids(60));
    QCOMPARE(server.connections() > 0, connects);
    QCOMPARE(server.count(), 0);
}

QTEST_GUILESS_MAIN(TestCliEnd)
#include "tst_cliend.moc"
