// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup-cli accounts, and accounts whose token is kept nowhere: the real program, without a keychain (with one:
// tests/keyring/tst_clikeychain).
#include "clinight.h"
#include "support/secrethunt.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestCliAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void lists();
    void refuses_data();
    void refuses();
    void addsWithoutAToken();
    void changesNothingWithoutAKeychain();
    void removesWithAQuestion_data();
    void removesWithAQuestion();
    void tests_data();
    void tests();
    void testsWhatTheEnvironmentNames();
};

void TestCliAccounts::lists()
{
    CliBench bench;
    bench.writeSettings({},
                        night(bench)
                            + "[account-00000000000000000000000000000002]\nname=Süd\ncolour=#3a78d6\n"
                              "auth-id=SAXXXXXXXXXXXXXXXXXX\naddress=https://api.plivo.com\ntoken=keychain\n"
                              "token-entry=Somewhere\n");
    const QByteArray host = bench.server().address().sliced(7).toLatin1(); // behind http://
    const CliResult result = bench.run({ u"accounts"_s, u"list"_s, u"--json"_s });
    QCOMPARE(result.status, 0);
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(
        result.out.trimmed(),
        "{\"name\":\"Practice account\",\"auth_id\":\"MAPRACTICE0000000000\",\"host\":null,\"token\":\"none_needed\"}\n"
        "{\"name\":\"Practice account 2\",\"auth_id\":\"MAPRACTICE0000000002\",\"host\":null,"
        "\"token\":\"none_needed\"}\n"
        "{\"name\":\"Environment\",\"auth_id\":\"MATESTTESTTESTTEST01\",\"host\":\"api.plivo.com\","
        "\"token\":\"environment\"}\n"
        "{\"name\":\"Süd\",\"auth_id\":\"SAXXXXXXXXXXXXXXXXXX\",\"host\":\"api.plivo.com\",\"token\":\"keychain\"}\n"
        "{\"name\":\"Night\",\"auth_id\":\"MATESTTESTTESTTEST01\",\"host\":\""
            + host + "\",\"token\":\"asked_for\"}");
    const CliResult table = bench.run({ u"accounts"_s, u"list"_s });
    QCOMPARE(table.status, 0);
    QVERIFY2(table.out.startsWith("Name                Auth ID               API address"), table.out.constData());
    QVERIFY2(table.out.contains("Night               MATESTTESTTESTTEST01  " + host), table.out.constData());
    QVERIFY2(table.out.contains("Nowhere: asked for at each use\n"), table.out.constData());
    QVERIFY2(table.out.contains("In the system keychain\n"), table.out.constData());
    QCOMPARE(bench.server().count(), 0);
}

void TestCliAccounts::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("standardInput");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QStringList &arguments, const QByteArray &standardInput,
                        const QString &said) { QTest::newRow(name) << arguments << standardInput << said; };
    const QByteArray good(CliBench::Token);
    const QString id = u"MAXXXXXXXXXXXXXXXXXX"_s;
    const auto add = [&id](const QString &name) {
        return QStringList { u"accounts"_s, u"add"_s, u"--auth-id"_s, id, u"--name"_s, name };
    };
    row("a name that is taken", add(u"night"_s), good, u"Another account has this name."_s);
    row("a name of Hangup's own", add(u"practice"_s), good, u"Hangup uses this name itself. Choose another."_s);
    row("a name with a line break", add(u"a\nb"_s), good, u"A name can't have line breaks or invisible characters."_s);
    row("a name that is too long", add(QString(61, u'x')), good, u"A name has at most 60 characters."_s);
    row("no token", add(u"Day"_s), {}, u"No auth token was given. Nothing was sent or changed."_s);
    row("a blank token", add(u"Day"_s), "  \n"_ba, u"No auth token was given. Nothing was sent or changed."_s);
    row("a token with a blank", add(u"Day"_s), "to ken\n"_ba,
        u"An auth token has no blanks and no letters beyond plain ASCII."_s);
    row("a token with an umlaut", add(u"Day"_s), "tök"_ba,
        u"An auth token has no blanks and no letters beyond plain ASCII."_s);
    row("a token without an end", add(u"Day"_s), QByteArray(5000, 'x'),
        u"An auth token has no blanks and no letters beyond plain ASCII."_s);
    row("two lines", add(u"Day"_s), good + "\nanother\n",
        u"Standard input has more than a line with an auth token. Nothing was sent or changed."_s);
    row("a token as an argument", add(u"Day"_s) << QString::fromLatin1(good), {},
        u"An auth token is never an argument: it is asked for, or read from standard input. Try: hangup-cli --help"_s);
    row("an ID that is none", { u"accounts"_s, u"add"_s, u"--name"_s, u"Day"_s, u"--auth-id"_s, u"MA1"_s }, good,
        u"An auth ID has 20 characters: MA or SA, then capital letters and digits. Try: hangup-cli --help"_s);
    row("the address of an account",
        { u"accounts"_s, u"add"_s, u"--name"_s, u"Day"_s, u"--auth-id"_s, QString::fromLatin1(CliBench::AuthIdText),
          u"--api-url"_s, u"SERVER"_s },
        good, u"There is an account with this auth ID at this address already. Nothing was changed."_s);
    row("http to another computer", add(u"Day"_s) << u"--api-url"_s << u"http://example.com"_s, good,
        u"An API address must start with https://. Only a loopback address like 127.0.0.1 may use http://. Try: "
        "hangup-cli --help"_s);
    row("nothing to do", { u"accounts"_s }, good,
        u"There is no command “accounts”: it must be end, live, show, history, journal verify, or accounts list, add, "
        "test or remove. Try: hangup-cli --help"_s);
    row("a removal without a terminal", { u"accounts"_s, u"remove"_s, u"Night"_s }, "y\n"_ba,
        u"There is no terminal to ask on. Nothing was changed. Use --yes to remove it without a question."_s);
    row("a removal of nobody", { u"accounts"_s, u"remove"_s, u"--yes"_s, u"Day"_s }, {},
        u"There is no account “Day”: hangup-cli accounts list names them."_s);
    row("a removal of practice", { u"accounts"_s, u"remove"_s, u"--yes"_s, u"Practice account"_s }, {},
        u"This account can't be changed. Only accounts that were added can."_s);
    row("a test of nobody", { u"accounts"_s, u"test"_s, u"--account"_s, u"Day"_s }, {},
        u"There is no account of that name. The accounts are: Practice account, Practice account 2, Environment, "
        "Night."_s);
    row("a test of nothing", { u"accounts"_s, u"test"_s }, {},
        u"There is no account to use. Set PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN, or name one with --account, or use "
        "--practice. Try: hangup-cli --help"_s);
    row("a test without the token", { u"accounts"_s, u"test"_s, u"--account"_s, u"Night"_s }, {},
        u"No auth token was given. Nothing was sent or changed."_s);
    row("an end without the token", { u"end"_s, u"--account"_s, u"Night"_s, u"--yes"_s, CliBench::id(1).toString() },
        {}, u"No auth token was given. Nothing was sent or changed."_s);
    row("a list where the token should be", { u"live"_s, u"--account"_s, u"Night"_s },
        CliBench::ids(2).join(u'\n').toLatin1(),
        u"Standard input has more than a line with an auth token. Nothing was sent or changed."_s);
    row("an end of a list, and no terminal", { u"end"_s, u"--account"_s, u"Night"_s, u"--yes"_s, u"-"_s },
        CliBench::id(1).toLatin1(),
        u"The auth token of “Night” (MATESTTESTTESTTEST01) is kept nowhere, and there is no terminal to ask for it on. "
        "Nothing was sent."_s);
}

void TestCliAccounts::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, standardInput);
    CliBench bench;
    bench.setCredentials(false);
    bench.writeSettings({}, night(bench));
    const QByteArray before = fileOf(bench);
    arguments.replaceInStrings(u"SERVER"_s, bench.server().address());
    const CliResult result = bench.run(arguments, standardInput);
    QTEST(QString::fromUtf8(result.err.trimmed()), "said");
    QCOMPARE(result.err.count('\n'), 1);
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(result.status, 2);
    QCOMPARE(bench.server().count(), 0);
    QCOMPARE(fileOf(bench), before);
}

void TestCliAccounts::addsWithoutAToken()
{
    CliBench bench;
    bench.setCredentials(false);
    // What comes from standard input is nobody's token.
    const CliResult result
        = bench.run({ u"accounts"_s, u"add"_s, u"--session-only"_s, u"--name"_s, u" Night "_s, u"--auth-id"_s,
                      QString::fromLatin1(CliBench::AuthIdText), u"--api-url"_s, bench.server().address() },
                    CliBench::Token);
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(
        QString::fromUtf8(result.out),
        u"“Night” (MATESTTESTTESTTEST01) was added without its auth token: each command that uses the account asks "
        "for it.\n"_s);
    QVERIFY2(result.err.startsWith("TEST SERVER: "), result.err.constData());
    QVERIFY2(fileOf(bench).contains("\nname=Night\ntoken=session\n"), fileOf(bench).constData());
    QCOMPARE(bench.run({ u"accounts"_s, u"list"_s, u"--json"_s }).lines().last().value("token"_L1).toString(),
             u"asked_for"_s);
    const CliResult again = bench.run({ u"accounts"_s, u"add"_s, u"--session-only"_s, u"--name"_s, u"NIGHT"_s,
                                        u"--auth-id"_s, u"MAXXXXXXXXXXXXXXXXXX"_s });
    QCOMPARE(again.status, 2);
    QCOMPARE(bench.server().count(), 0);
}

void TestCliAccounts::changesNothingWithoutAKeychain()
{
    CliBench bench;
    bench.setCredentials(false);
    QProcess process;
    QProcessEnvironment environment = bench.environment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
    process.setProcessEnvironment(environment);
    process.start(CliBench::program(),
                  { u"accounts"_s, u"add"_s, u"--name"_s, u"Night"_s, u"--auth-id"_s,
                    QString::fromLatin1(CliBench::AuthIdText) });
    const CliResult result = bench.finish(process, CliBench::Token);
    QCOMPARE(result.status, 1);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.endsWith("(--session-only)\n"), result.err.constData());
    QCOMPARE(bench.run({ u"accounts"_s, u"list"_s, u"--json"_s }).lines().size(), 2);
    const QList<SecretFound> finds = findSecret(bench.home(), CliBench::AuthIdText, CliBench::Token);
    QVERIFY2(finds.isEmpty(), qPrintable(describe(finds)));
}

void TestCliAccounts::removesWithAQuestion_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<int>("status");
    QTest::newRow("yes") << "yes\n"_ba << 0;
    QTest::newRow("Y") << "Y\n"_ba << 0;
    QTest::newRow("no") << "no\n"_ba << 2;
    QTest::newRow("nothing but Enter") << "\n"_ba << 2;
    QTest::newRow("the end of the input") << "\004"_ba << 2;
}

void TestCliAccounts::removesWithAQuestion()
{
    QFETCH(QByteArray, typed);
    QFETCH(int, status);
    CliBench bench;
    bench.setCredentials(false);
    bench.writeSettings({}, night(bench));
    PseudoTerminal terminal;
    QVERIFY(terminal.isOpen());
    const auto process = startOn(terminal, bench, { u"accounts"_s, u"remove"_s, u"night"_s });
    QTRY_VERIFY_WITH_TIMEOUT(terminal.seen().contains("[y/N]"), 20000);
    QVERIFY2(terminal.seen().contains("Night” (MATESTTESTTESTTEST01)?"), terminal.seen().constData());
    QVERIFY(fileOf(bench).contains("name=Night"));
    terminal.type(typed);
    const CliResult result = bench.finish(*process);
    QCOMPARE(result.status, status);
    QCOMPARE(fileOf(bench).contains("name=Night"), status != 0);
    QCOMPARE(QString::fromUtf8(result.out),
             status == 0 ? u"“Night” (MATESTTESTTESTTEST01) was removed.\n"_s : QString());
}

void TestCliAccounts::tests_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("fine: 0") << Answer::json(200, "{\"api_id\": \"x\"}") << 0
                             << "Plivo accepted these credentials.\n"_ba;
    QTest::newRow("401: 3") << Answer::unauthorizedText() << 3 << "Plivo rejected them (401)"_ba;
    QTest::newRow("403: 3") << Answer::forbidden() << 3 << "(403)"_ba;
    QTest::newRow("no such account: 3") << Answer::callNotFound() << 3 << "(404)"_ba;
    QTest::newRow("429: 1") << Answer::tooMany("1") << 1 << "(429)"_ba;
    QTest::newRow("500: 1") << Answer::serverTrouble(500) << 1 << "(500)"_ba;
    QTest::newRow("another server: 1") << Answer::with(200, "text/html", "<html>Log in</html>") << 1 << "login page"_ba;
    QTest::newRow("a cut connection: 1") << Answer::garbage() << 1 << ""_ba;
    QTest::newRow("a redirect: 1") << Answer::redirect(302, "http://127.0.0.1:1/") << 1 << ""_ba;
}

void TestCliAccounts::tests()
{
    QFETCH(Answer, answer);
    QFETCH(int, status);
    QFETCH(QByteArray, said);
    CliBench bench;
    bench.setCredentials(false);
    bench.writeSettings({}, night(bench));
    bench.server().setDefaultAnswer(answer);
    const CliResult result
        = bench.run({ u"accounts"_s, u"test"_s, u"--account"_s, u"Night"_s }, QByteArray(CliBench::Token) + '\n');
    QCOMPARE(result.status, status);
    const QByteArray where = status == 0 ? result.out : result.err;
    QVERIFY2(where.contains(said), where.constData());
    QCOMPARE(where.count('\n'), 1);
    QCOMPARE(status == 0 ? result.err : result.out, QByteArray());
    QCOMPARE_GT(bench.server().count(), 0);
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
    QCOMPARE(bench.server().requests().first().header("Authorization"), authorization());
}

void TestCliAccounts::testsWhatTheEnvironmentNames()
{
    CliBench bench;
    bench.server().setDefaultAnswer(Answer::json(200, "{\"api_id\": \"x\"}"));
    const CliResult result = bench.run({ u"accounts"_s, u"test"_s, u"--api-url"_s, bench.server().address() });
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(bench.server().requests().first().header("Authorization"), authorization());
    QVERIFY2(!QFile::exists(bench.dataFolder()), "a test leaves no trace");
    QCOMPARE(bench.run({ u"accounts"_s, u"test"_s, u"--practice"_s }).status, 0);
}

QTEST_GUILESS_MAIN(TestCliAccounts)
#include "tst_cliaccounts.moc"
