// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup-cli obeys the policy: statuses, words, and what the server saw.
#include "clibench.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestCliPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void endsWithoutOne();
    void refusesWhileItIsBroken_data();
    void refusesWhileItIsBroken();
    void goesOnWhileItIsBroken_data();
    void goesOnWhileItIsBroken();
    void refuses_data();
    void refuses();
    void allows_data();
    void allows();
    void obeysInEachBatch();
    void saysNothingOfCallsThatItRefusesInTheEnd();
    void protectsNumbers();
    void listsNoHistory();
    void isNotMovedByTheEnvironment();

private:
    /// Asks with the server's address where @p arguments ask Plivo.
    /// @p reads: how often there is no policy before it is put in place; 0: it is there.
    CliResult run(QStringList arguments, int reads = 0);
    void setPolicy(const QByteArray &text);

    std::unique_ptr<CliBench> m_bench;
};

void TestCliPolicy::init()
{
    m_bench = std::make_unique<CliBench>();
    m_bench->actAsPlivo();
}

void TestCliPolicy::setPolicy(const QByteArray &text)
{
    QFile file(m_bench->home() + u"/policy.ini"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
}

CliResult TestCliPolicy::run(QStringList arguments, int reads)
{
    const bool asksPlivo = QStringList { u"end"_s, u"live"_s, u"show"_s }.contains(arguments.value(0))
        || arguments.value(0) == "accounts"_L1;
    const bool isEnvironment = !arguments.contains(u"--practice"_s) && !arguments.contains(u"--api-url"_s)
        && arguments.value(1) != "list"_L1 && arguments.value(1) != "remove"_L1;
    if (asksPlivo && isEnvironment)
        arguments += QStringList { u"--api-url"_s, m_bench->server().address() };
    QProcess process;
    QProcessEnvironment environment = m_bench->environment();
    environment.insert(u"HANGUP_TEST_POLICY"_s, m_bench->home() + u"/policy.ini"_s);
    if (reads > 0)
        environment.insert(u"HANGUP_TEST_POLICY_READS"_s, QString::number(reads));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(HANGUP_POLICY_CLI), arguments);
    return m_bench->finish(process);
}

void TestCliPolicy::endsWithoutOne()
{
    const CliResult result = run({ u"end"_s, u"--yes"_s, CliBench::id(1).toString() });
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(m_bench->server().deletes(), 1);
}

void TestCliPolicy::refusesWhileItIsBroken_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString id = CliBench::id(1).toString();
    QTest::newRow("end") << QStringList { u"end"_s, u"--yes"_s, id };
    QTest::newRow("a dry run") << QStringList { u"end"_s, u"--dry-run"_s, id };
    QTest::newRow("live") << QStringList { u"live"_s };
    QTest::newRow("show") << QStringList { u"show"_s, id };
    QTest::newRow("history") << QStringList { u"history"_s };
    QTest::newRow("accounts add") << QStringList { u"accounts"_s,  u"add"_s,     u"--name"_s,
                                                   u"Night"_s,     u"--auth-id"_s, u"MAABCDEFGHIJKLMNOPQR"_s,
                                                   u"--session-only"_s };
    QTest::newRow("accounts test") << QStringList { u"accounts"_s, u"test"_s };
}

void TestCliPolicy::refusesWhileItIsBroken()
{
    QFETCH(const QStringList, arguments);
    setPolicy("[policy]\nlargest-batch=0\n");
    const CliResult result = run(arguments);
    QCOMPARE(result.status, 5);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.contains("policy.ini, line 2: largest-batch must be a whole number from 1 to 100000."),
             result.err.constData());
    QCOMPARE(m_bench->server().count(), 0);
}

void TestCliPolicy::goesOnWhileItIsBroken_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("practice") << QStringList { u"end"_s, u"--practice"_s, u"--sample"_s, u"--dry-run"_s };
    QTest::newRow("accounts list") << QStringList { u"accounts"_s, u"list"_s };
    QTest::newRow("journal verify") << QStringList { u"journal"_s, u"verify"_s };
}

void TestCliPolicy::goesOnWhileItIsBroken()
{
    QFETCH(const QStringList, arguments);
    setPolicy("[policy]\nlargest-batch=0\n");
    const CliResult result = run(arguments);
    QVERIFY2(result.status == 0 || result.status == 1, result.err.constData());
    QVERIFY(!result.out.isEmpty());
    QVERIFY2(result.err.contains("policy.ini, line 2"), result.err.constData()); // and it is said
    QCOMPARE(m_bench->server().count(), 0);
}

void TestCliPolicy::refuses_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const QStringList end { u"end"_s, u"--yes"_s };
    const QString id = CliBench::id(1).toString();
    const QStringList add { u"accounts"_s, u"add"_s, u"--name"_s, u"Night"_s, u"--auth-id"_s,
                            u"MAABCDEFGHIJKLMNOPQR"_s };
    const auto row = [](const char *name, const QByteArray &rule, const QStringList &arguments,
                        const QByteArray &words) { QTest::newRow(name) << rule << arguments << words; };
    const QByteArray elsewhere = "allowed-hosts=api.plivo.com";
    row("end at another host", elsewhere, end + QStringList { id }, "does not allow this API address");
    row("live at another host", elsewhere, { u"live"_s }, "does not allow this API address");
    row("show at another host", elsewhere, { u"show"_s, id }, "does not allow this API address");
    row("test of another host", elsewhere, { u"accounts"_s, u"test"_s }, "does not allow this API address");
    row("an account at another host", elsewhere, add + QStringList { u"--session-only"_s },
        "does not allow this API address");
    row("no ticket", "ticket-required=yes", end + QStringList { id }, "Your organisation asks for a ticket");
    row("no reason", "ticket-required=yes", end + QStringList { u"--ticket"_s, u"T-1"_s, id },
        "Your organisation asks for a ticket");
    row("a dry run without them", "ticket-required=yes", { u"end"_s, u"--dry-run"_s, id },
        "Your organisation asks for a ticket");
    row("too many calls", "largest-batch=2", end + CliBench::ids(3),
        "These are 3 calls; your organisation allows at most 2 at once.");
    row("a larger window", "share-percent=10", end + QStringList { u"--window"_s, u"31"_s, id }, "at most 30");
    row("no limit", "share-percent=10", end + QStringList { u"--window"_s, u"0"_s, id }, "at most 30");
    row("a token for the keychain", "session-only-tokens=yes", add, "--session-only");
    row("history", "export-off=yes", { u"history"_s }, "does not allow exports");
    row("history as JSON", "export-off=yes", { u"history"_s, u"--json"_s }, "does not allow exports");
    row("history of practice", "export-off=yes", { u"history"_s, u"--practice"_s }, "does not allow exports");
    row("a real account", "practice-only=yes", end + QStringList { id }, "practice accounts alone");
    row("a real account to add", "practice-only=yes", add + QStringList { u"--session-only"_s },
        "practice accounts alone");
}

void TestCliPolicy::refuses()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);
    setPolicy("[policy]\n" + rule + '\n');
    const CliResult result = run(arguments);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.contains(words), result.err.constData());
    QCOMPARE(result.err.count('\n'), 1);
    QCOMPARE(m_bench->server().count(), 0);
}

void TestCliPolicy::allows_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("this host") << "allowed-hosts=api.plivo.com,HERE"_ba << QStringList();
    QTest::newRow("ticket and reason") << "ticket-required=yes"_ba
                                       << QStringList { u"--ticket"_s, u"T-1"_s, u"--reason"_s, u"stuck"_s };
    QTest::newRow("as many calls as that") << "largest-batch=2"_ba << QStringList();
    QTest::newRow("as large a window") << "share-percent=10"_ba << QStringList { u"--window"_s, u"30"_s };
    QTest::newRow("no rule for it") << "export-off=yes\nsession-only-tokens=yes"_ba << QStringList { u"--json"_s };
}

void TestCliPolicy::allows()
{
    QFETCH(QByteArray, rule);
    QFETCH(const QStringList, options);
    rule.replace("HERE", m_bench->server().address().toLatin1());
    setPolicy("[policy]\n" + rule + '\n');
    const CliResult result = run(QStringList { u"end"_s, u"--yes"_s } + options + CliBench::ids(2));
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(m_bench->server().deletes(), 2);
}

// The second batch is judged by what stands there then.
void TestCliPolicy::obeysInEachBatch()
{
    setPolicy("[policy]\nlargest-batch=2\n");
    QCOMPARE(run(QStringList { u"end"_s, u"--yes"_s } + CliBench::ids(2)).status, 0);
    setPolicy("[policy]\npractice-only=yes\n");
    QCOMPARE(run({ u"end"_s, u"--yes"_s, CliBench::id(3).toString() }).status, 2);
    QCOMPARE(m_bench->server().deletes(), 2);
}

// What becomes of calls that nobody looked at is said of those that were accepted alone.
void TestCliPolicy::saysNothingOfCallsThatItRefusesInTheEnd()
{
    setPolicy("[policy]\nlargest-batch=2\n");
    const QByteArray refusal = "Your organisation allows fewer calls at once. Nothing was sent.\n";
    CliResult result;
    for (int reads = 1; reads < 6 && result.err != refusal; ++reads) {
        result = run(QStringList { u"end"_s, u"--yes"_s } + CliBench::ids(3), reads);
        if (result.status == 0)
            break; // it came too late
    }
    QCOMPARE(result.err, refusal);
    QCOMPARE(result.status, 2);
    QCOMPARE(m_bench->server().deletes(), 0);
}

void TestCliPolicy::protectsNumbers()
{
    // The settings of this bench look at no call; the number is that of the server's calls.
    setPolicy("[policy]\nprotected-numbers=+1 415 555 0100\n");
    const CliResult result
        = run(QStringList { u"end"_s, u"--yes"_s, u"--json"_s, u"--include-flagged"_s } + CliBench::ids(2));
    QCOMPARE(result.status, 1);
    QCOMPARE(m_bench->server().deletes(), 0);
    QCOMPARE(result.outcomes().values(), (QStringList { u"not_sent"_s, u"not_sent"_s }));
}

void TestCliPolicy::listsNoHistory()
{
    QCOMPARE(run({ u"end"_s, u"--yes"_s, CliBench::id(1).toString() }).status, 0);
    QVERIFY(run({ u"history"_s }).out.contains(CliBench::id(1).toLatin1()));
    setPolicy("[policy]\nexport-off=yes\n");
    const CliResult result = run({ u"history"_s });
    QCOMPARE(result.status, 2);
    QVERIFY(!(result.out + result.err).contains(CliBench::id(1).toLatin1()));
    QCOMPARE(run({ u"journal"_s, u"verify"_s }).status, 0);
}

/// The program that is shipped knows no policy but the system's.
void TestCliPolicy::isNotMovedByTheEnvironment()
{
    setPolicy("[policy]\npractice-only=yes\n");
    qputenv("HANGUP_TEST_POLICY", QFile::encodeName(m_bench->home() + u"/policy.ini"_s));
    const CliResult result = m_bench->run({ u"end"_s, u"--yes"_s, CliBench::id(1).toString() });
    qunsetenv("HANGUP_TEST_POLICY");
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(m_bench->server().deletes(), 1);
}

QTEST_GUILESS_MAIN(TestCliPolicy)
#include "tst_clipolicy.moc"
