// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The token of an account that keeps none: asked for without showing it, or read from standard input, and left nowhere.
#include "clinight.h"
#include "support/secrethunt.h"

#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestCliToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void takesTheTokenFromStandardInput_data();
    void takesTheTokenFromStandardInput();
    void asksForTheTokenOnTheTerminal();
    void asksForItBesideAListOnStandardInput();
    void givesTheTerminalBackAtCtrlC();
    void leavesNoTokenBehind();
};

void TestCliToken::takesTheTokenFromStandardInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("live") << QStringList { u"live"_s, u"--json"_s };
    QTest::newRow("show") << QStringList { u"show"_s, u"--json"_s, CliBench::id(1).toString() };
    QTest::newRow("end") << QStringList { u"end"_s, u"--yes"_s, u"--include-flagged"_s, u"--json"_s,
                                          CliBench::id(1).toString() };
}

void TestCliToken::takesTheTokenFromStandardInput()
{
    QFETCH(QStringList, arguments);
    CliBench bench;
    bench.setCredentials(false);
    bench.writeSettings({}, night(bench));
    ScriptedAccount plivo;
    plivo.live.append({ CliBench::id(1), {} });
    plivo.serve(bench.server());
    arguments += { u"--account"_s, u"Night"_s };
    const CliResult result = bench.run(arguments, QByteArray(CliBench::Token) + "\r\n");
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.lines().first().value("call_uuid"_L1).toString(), CliBench::id(1).toString());
    for (const Request &request : bench.server().requests())
        QCOMPARE(request.header("Authorization"), authorization());
}

void TestCliToken::asksForTheTokenOnTheTerminal()
{
    CliBench bench;
    bench.setCredentials(false);
    bench.writeSettings({}, night(bench));
    ScriptedAccount plivo;
    plivo.live.append({ CliBench::id(1), {} });
    plivo.serve(bench.server());
    PseudoTerminal terminal;
    QVERIFY(terminal.isOpen());
    QVERIFY(isShown(terminal));
    const auto process = startOn(terminal, bench, { u"live"_s, u"--json"_s, u"--account"_s, u"Night"_s });
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("which is not shown: "), 20000);
    QVERIFY(!isShown(terminal));
    QCOMPARE(bench.server().count(), 0);
    terminal.type(QByteArray(CliBench::Token) + '\n');
    const CliResult result = bench.finish(*process);
    QCOMPARE(result.status, 0);
    QCOMPARE(result.lines().size(), 1);
    QVERIFY(!terminal.seen().contains(QByteArray(CliBench::Token).left(8)));
    QVERIFY(isShown(terminal));
    QCOMPARE(bench.server().requests().first().header("Authorization"), authorization());
}

void TestCliToken::asksForItBesideAListOnStandardInput()
{
    CliBench bench;
    bench.setCredentials(false);
    bench.writeSettings({}, night(bench));
    bench.actAsPlivo();
    PseudoTerminal terminal;
    QVERIFY(terminal.isOpen());
    const auto process = bench.start({ u"end"_s, u"--json"_s, u"--account"_s, u"Night"_s, u"-"_s }, &terminal);
    process->write(CliBench::ids(2).join(u'\n').toLatin1());
    process->closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("which is not shown: "), 20000);
    terminal.type(QByteArray(CliBench::Token) + '\n');
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("cut off"), 20000);
    QVERIFY(isShown(terminal));
    terminal.type("y\n");
    const CliResult result = bench.finish(*process);
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(result.summary().value("ended"_L1).toInt(), 2);
    QVERIFY(!terminal.seen().contains(QByteArray(CliBench::Token).left(8)));
}

void TestCliToken::givesTheTerminalBackAtCtrlC()
{
    CliBench bench;
    bench.setCredentials(false);
    bench.writeSettings({}, night(bench));
    const QByteArray before = fileOf(bench);
    const QStringList commands[] {
        { u"live"_s, u"--account"_s, u"Night"_s },
        { u"accounts"_s, u"test"_s, u"--account"_s, u"Night"_s },
        { u"accounts"_s, u"add"_s, u"--name"_s, u"Day"_s, u"--auth-id"_s, u"MAXXXXXXXXXXXXXXXXXX"_s },
    };
    for (const QStringList &command : commands) {
        PseudoTerminal terminal;
        QVERIFY(terminal.isOpen());
        const auto process = startOn(terminal, bench, command);
        QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("which is not shown: "), 20000);
        QVERIFY(!isShown(terminal));
        terminal.type("half a tok");
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        QCOMPARE(bench.finish(*process).status, 130);
        QVERIFY(isShown(terminal));
        QVERIFY(!terminal.seen().contains("half"));
    }
    QCOMPARE(bench.server().count(), 0);
    QCOMPARE(fileOf(bench), before);
}

void TestCliToken::leavesNoTokenBehind()
{
    CliBench bench;
    bench.setCredentials(false);
    bench.writeSettings({}, night(bench));
    bench.server().setDefaultAnswer(Answer::hang());
    const auto process = bench.start({ u"accounts"_s, u"test"_s, u"--account"_s, u"Night"_s });
    process->write(QByteArray(CliBench::Token) + '\n'); // and stays open
    QTRY_COMPARE_WITH_TIMEOUT(bench.server().count(), 1, 20000);
    const QByteArray id = CliBench::AuthIdText;
    for (const QString &name : { u"environ"_s, u"cmdline"_s }) {
        QFile file(u"/proc/%1/%2"_s.arg(process->processId()).arg(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.isEmpty());
        const QList<SecretFound> finds = findSecretInBytes(bytes, name, id, CliBench::Token);
        QVERIFY2(finds.isEmpty(), qPrintable(describe(finds)));
    }
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    const CliResult result = bench.finish(*process);
    QCOMPARE(result.status, 130);
    for (const QByteArray &text : { result.out, result.err })
        QVERIFY(findSecretInBytes(text, u"output"_s, id, CliBench::Token).isEmpty());
    const QList<SecretFound> finds = findSecret(bench.home(), id, CliBench::Token);
    QVERIFY2(finds.isEmpty(), qPrintable(describe(finds)));
}

QTEST_GUILESS_MAIN(TestCliToken)
#include "tst_clitoken.moc"
