// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup-cli history and journal verify, on a journal that the program wrote.
#include "clibench.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup::test;

class TestCliHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void findsCalls_data();
    void findsCalls();
    void keepsPracticeApart_data();
    void keepsPracticeApart();
    void tellsEachCallWhole();
    void tellsPeople();
    void knowsAWholeChain();
    void knowsABrokenChain();
    void isEmptyAtFirst();

private:
    CliBench m_bench;
};

void TestCliHistory::initTestCase()
{
    m_bench.actAsPlivo();
    const QStringList end { u"end"_s, u"--yes"_s, u"--reason"_s, u"stuck"_s, u"--ticket"_s };
    QCOMPARE(m_bench.run(end + QStringList { u"T-4711"_s } + CliBench::ids(2)).status, 0);
    QCOMPARE(m_bench.run(end + QStringList { u"T-4712"_s, CliBench::id(3).toString() }).status, 0);
}

void TestCliHistory::findsCalls_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("found");
    const QString one = CliBench::id(1).toString();
    const QString two = CliBench::id(2).toString();
    const QString three = CliBench::id(3).toString();
    QTest::newRow("all, the newest batch first") << QStringList() << QStringList { three, one, two };
    QTest::newRow("of a ticket") << QStringList { u"--ticket"_s, u"t-4711"_s } << QStringList { one, two };
    QTest::newRow("of a call") << QStringList { u"--uuid"_s, two } << QStringList { two };
    QTest::newRow("of part of a call") << QStringList { u"--uuid"_s, u"00000003"_s } << QStringList { three };
    QTest::newRow("of the last hour") << QStringList { u"--since"_s, u"1h"_s } << QStringList { three, one, two };
    QTest::newRow("of the future") << QStringList { u"--since"_s, u"2099-01-01"_s } << QStringList();
    QTest::newRow("of the account") << QStringList { u"--account"_s, u"environment"_s }
                                    << QStringList { three, one, two };
    QTest::newRow("of an account with a longer name") << QStringList { u"--account"_s, u"Env"_s } << QStringList();
    QTest::newRow("of practice, which has a journal of its own") << QStringList { u"--practice"_s } << QStringList();
}

void TestCliHistory::findsCalls()
{
    QFETCH(QStringList, options);
    m_bench.setCredentials(false); // none are needed
    const CliResult result = m_bench.run(QStringList { u"history"_s, u"--json"_s } + options);
    m_bench.setCredentials(true);
    QVERIFY2(result.status == 0, result.err.constData());
    QStringList found;
    for (const QJsonObject &line : result.lines())
        found += line.value("call_uuid"_L1).toString();
    QTEST(found, "found");
}

void TestCliHistory::keepsPracticeApart_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("accounts");
    const QString one = u"Practice account"_s;
    const QString two = u"Practice account 2"_s;
    const auto row = [](const char *name, const QStringList &options, const QStringList &accounts) {
        QTest::newRow(name) << options << accounts;
    };
    row("real accounts", {}, { u"Environment"_s });
    row("practice", { u"--practice"_s }, { two, one });
    row("practice by its name", { u"--account"_s, one }, { one });
    row("practice by its key", { u"--account"_s, u"practice"_s }, { one });
    row("the second one by its key", { u"--account"_s, u"practice-2"_s }, { two });
    row("the second one by its name", { u"--account"_s, two.toUpper() }, { two });
    row("the second one of practice", { u"--practice"_s, u"--account"_s, u"practice-2"_s }, { two });
}

void TestCliHistory::keepsPracticeApart()
{
    QFETCH(QStringList, options);
    static CliBench bench;
    static const bool isMade = [] {
        bench.actAsPlivo();
        const QStringList end { u"end"_s, u"--dry-run"_s, CliBench::id(1).toString() };
        if (bench.run(end).status != 0)
            return false;
        bench.setCredentials(false);
        return bench.run(end + QStringList { u"--practice"_s }).status == 0
            && bench.run(end + QStringList { u"--account"_s, u"practice-2"_s }).status == 0;
    }();
    QVERIFY(isMade);
    const CliResult result = bench.run(QStringList { u"history"_s, u"--json"_s } + options);
    QCOMPARE(result.status, 0);
    QStringList accounts;
    for (const QJsonObject &line : result.lines())
        accounts += line.value("account"_L1).toString();
    QTEST(accounts, "accounts");
    QCOMPARE(bench.run(QStringList { u"journal"_s, u"verify"_s } + options).status, 0);
}

void TestCliHistory::tellsEachCallWhole()
{
    const CliResult result = m_bench.run({ u"history"_s, u"--json"_s, u"--uuid"_s, CliBench::id(3).toString() });
    QCOMPARE(result.lines().size(), 1);
    const QJsonObject line = result.lines().first();
    QCOMPARE(QStringList(line.keys()),
             (QStringList { u"account"_s, u"api_id"_s, u"attempts"_s, u"batch"_s, u"call_uuid"_s, u"elapsed_ms"_s,
                            u"finished_at"_s, u"http_status"_s, u"message"_s, u"outcome"_s, u"proof"_s, u"reason"_s,
                            u"started_at"_s, u"ticket"_s }));
    QCOMPARE(line.value("outcome"_L1).toString(), u"ended"_s);
    QCOMPARE(line.value("http_status"_L1).toInt(), 204);
    QCOMPARE(line.value("attempts"_L1).toInt(), 1);
    QCOMPARE(line.value("ticket"_L1).toString(), u"T-4712"_s);
}

void TestCliHistory::tellsPeople()
{
    const CliResult result = m_bench.run({ u"history"_s, u"--uuid"_s, CliBench::id(3).toString() });
    const QRegularExpression line(
        u"^20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  %1  Ended +Environment  T-4712\n$"_s.arg(
            CliBench::id(3).toString()));
    QVERIFY2(line.match(QString::fromUtf8(result.out)).hasMatch(), result.out.constData());
}

void TestCliHistory::knowsAWholeChain()
{
    const CliResult result = m_bench.run({ u"journal"_s, u"verify"_s });
    QVERIFY2(result.status == 0, (result.out + result.err).constData());
    QVERIFY2(result.out.contains("whole"), result.out.constData());
}

void TestCliHistory::knowsABrokenChain()
{
    CliBench bench;
    QCOMPARE(bench.run({ u"end"_s, u"--yes"_s, u"--ticket"_s, u"T-AAAA"_s, CliBench::id(1).toString() }).status, 0);
    QFile file(bench.dataFolder() + u"/journal.sqlite"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    QVERIFY2(bytes.contains("T-AAAA"), "the journal's file does not have the ticket: was it closed?");
    bytes.replace("T-AAAA", "T-BBBB");
    file.seek(0);
    file.write(bytes);
    file.close();
    const CliResult result = bench.run({ u"journal"_s, u"verify"_s });
    QCOMPARE(result.status, 1);
    QVERIFY(!result.out.isEmpty());
}

void TestCliHistory::isEmptyAtFirst()
{
    CliBench bench;
    bench.setCredentials(false);
    const CliResult history = bench.run({ u"history"_s, u"--json"_s });
    QCOMPARE(history.status, 0);
    QCOMPARE(history.out, QByteArray());
    QCOMPARE(bench.run({ u"journal"_s, u"verify"_s }).status, 0);
}

QTEST_GUILESS_MAIN(TestCliHistory)
#include "tst_clihistory.moc"
