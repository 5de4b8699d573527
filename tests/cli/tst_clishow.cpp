// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup-cli show, the real program against the scripted server: nothing but questions is ever sent.
#include "cliaccount.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;
using namespace hangup::test;

namespace {

/// 1 is live, 2 queued, 3 over, and nobody knows of 4.
ScriptedAccount account()
{
    ScriptedAccount plivo;
    plivo.live.append({ CliBench::id(1), { .direction = "inbound", .callerName = "Acme", .age = 30h } });
    plivo.queued.append({ CliBench::id(2), { .status = "queued", .age = 60s } });
    plivo.records.insert(CliBench::id(3).toLatin1(),
                         Answer::record(CliBench::id(3).toLatin1(), "2022-06-28 19:39:05+05:30", "Caller"));
    return plivo;
}

QStringList states(const CliResult &result)
{
    QStringList all;
    for (const QJsonObject &line : result.lines())
        all += line.value("call_uuid"_L1).toString().left(8) + u' ' + line.value("state"_L1).toString();
    return all;
}

} // namespace

class TestCliShow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void tellsWhereEachCallStands();
    void takesFilesAndStandardInput();
    void keepsTheOrder();
    void tellsWhatCouldNotBeRead_data();
    void tellsWhatCouldNotBeRead();
    void waitsNoLongerThanUsual_data();
    void waitsNoLongerThanUsual();
    void tellsPeople();
    void refusesWhatIsNoCall_data();
    void refusesWhatIsNoCall();
    void endsAtCtrlC();
    void practisesOnBothAccounts();
};

void TestCliShow::tellsWhereEachCallStands()
{
    CliBench bench;
    account().serve(bench.server());
    const CliResult result = bench.run(QStringList { u"show"_s, u"--json"_s } + CliBench::ids(4));
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(states(result),
             (QStringList { u"00000001 live"_s, u"00000002 queued"_s, u"00000003 over"_s, u"00000004 not_found"_s }));
    const QStringList keys { u"call_uuid"_s,
                             u"state"_s,
                             u"from"_s,
                             u"to"_s,
                             u"direction"_s,
                             u"status"_s,
                             u"caller_name"_s,
                             u"started_at"_s,
                             u"age_s"_s,
                             u"parent_call_uuid"_s,
                             u"request_uuid"_s,
                             u"ended_at"_s,
                             u"hangup_source"_s,
                             u"hangup_cause_code"_s,
                             u"hangup_cause_name"_s,
                             u"duration_s"_s };
    for (const QByteArray &line : result.out.trimmed().split('\n'))
        QCOMPARE(keysOf(line), keys);
    const QJsonObject live = result.lines().at(0);
    QCOMPARE(live.value("from"_L1).toString(), u"14155550100"_s);
    QCOMPARE(live.value("direction"_L1).toString(), u"inbound"_s);
    QCOMPARE(live.value("request_uuid"_L1).toString(), CliBench::id(1).toString());
    QVERIFY(live.value("age_s"_L1).toInt() >= 108000);
    QVERIFY(live.value("ended_at"_L1).isNull());
    const QJsonObject over = result.lines().at(2);
    QCOMPARE(over.value("from"_L1).toString(), u"14155550100"_s);
    QCOMPARE(over.value("ended_at"_L1).toString(), u"2022-06-28T14:09:05.000Z"_s);
    QCOMPARE(over.value("hangup_source"_L1).toString(), u"Caller"_s);
    QCOMPARE(over.value("hangup_cause_code"_L1).toInt(), 4000);
    QCOMPARE(over.value("hangup_cause_name"_L1).toString(), u"Normal Hangup"_s);
    QCOMPARE(over.value("duration_s"_L1).toInt(), 65);
    QVERIFY(over.value("parent_call_uuid"_L1).isNull());
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
}

void TestCliShow::takesFilesAndStandardInput()
{
    CliBench bench;
    account().serve(bench.server());
    QFile file(bench.home() + u"/calls.txt"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("call " + CliBench::id(3).toLatin1() + " and again " + CliBench::id(1).toLatin1() + '\n');
    file.close();
    const CliResult result = bench.run({ u"show"_s, u"--json"_s, CliBench::id(1).toString(), file.fileName(), u"-"_s },
                                       CliBench::id(2).toLatin1());
    QCOMPARE(result.status, 0);
    QCOMPARE(states(result), (QStringList { u"00000001 live"_s, u"00000003 over"_s, u"00000002 queued"_s }));
}

void TestCliShow::keepsTheOrder()
{
    CliBench bench;
    ScriptedAccount plivo = account();
    for (int n = 5; n <= 40; ++n)
        plivo.live.append({ CliBench::id(n), {} });
    plivo.details.insert(CliBench::id(1).toLatin1(),
                         Answer::json(200, ScriptedCall().body(CliBench::id(1).toLatin1())).after(Ms(700)));
    plivo.serve(bench.server());
    const CliResult result = bench.run(QStringList { u"show"_s, u"--json"_s } + CliBench::ids(40));
    QCOMPARE(result.status, 0);
    QStringList ids;
    for (const QJsonObject &line : result.lines())
        ids += line.value("call_uuid"_L1).toString();
    QCOMPARE(ids, CliBench::ids(40));
}

void TestCliShow::tellsWhatCouldNotBeRead_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("status");
    QTest::newRow("500: 1") << Answer::serverTrouble(500) << 1;
    QTest::newRow("garbage: 1") << Answer::garbage() << 1;
    QTest::newRow("another call's details: 1") << Answer::liveCall(CliBench::id(9).toLatin1()) << 1;
    QTest::newRow("a 404 that is not Plivo's: 1") << Answer::notFoundHtml() << 1;
    QTest::newRow("401: 3") << Answer::unauthorizedText() << 3;
    QTest::newRow("403: 3") << Answer::forbidden() << 3;
}

void TestCliShow::tellsWhatCouldNotBeRead()
{
    QFETCH(Answer, answer);
    CliBench bench;
    bench.server().setDefaultAnswer(answer);
    const CliResult result = bench.run({ u"show"_s, u"--json"_s, CliBench::id(1).toString() });
    QTEST(result.status, "status");
    QCOMPARE(states(result), QStringList { u"00000001 unreadable"_s });
    QVERIFY2(result.err.contains(CliBench::id(1).toLatin1() + "  "), result.err.constData());
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
}

void TestCliShow::waitsNoLongerThanUsual_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("in JSON") << QStringList { u"--json"_s };
    QTest::newRow("for people") << QStringList();
}

void TestCliShow::waitsNoLongerThanUsual()
{
    QFETCH(QStringList, options);
    CliBench bench;
    ScriptedAccount plivo = account();
    plivo.details.insert(CliBench::id(2).toLatin1(), Answer::tooMany("300"));
    plivo.serve(bench.server());
    QElapsedTimer clock;
    clock.start();
    const CliResult result = bench.run(QStringList { u"show"_s } + options + CliBench::ids(4));
    QCOMPARE(result.status, 1);
    QCOMPARE_LT(clock.elapsed(), 30000);
    // Each call has its line all the same.
    QCOMPARE(result.out.count('\n'), 4);
    if (!options.isEmpty())
        QCOMPARE(states(result).at(1), u"00000002 unreadable"_s);
    QCOMPARE(result.err.count('\n'), 1);
    QVERIFY2(result.err.contains("too long to wait here"), result.err.constData());
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
}

void TestCliShow::tellsPeople()
{
    CliBench bench;
    ScriptedAccount plivo = account();
    plivo.live[0].second.callerName = "A\\u001b[2J\\nB";
    plivo.serve(bench.server());
    const CliResult result = bench.run(QStringList { u"show"_s } + CliBench::ids(4));
    QCOMPARE(result.status, 0);
    const QByteArrayList lines = result.out.split('\n');
    QCOMPARE(lines.size(), 5); // the last one is empty
    QCOMPARE(result.out.count('\033'), 0);
    QVERIFY2(lines.at(0).startsWith(CliBench::id(1).toLatin1() + "  Live for 30:00:"), result.out.constData());
    QVERIFY2(lines.at(0).contains("  Inbound, from 14155550100 to 14155550101"), result.out.constData());
    QVERIFY2(lines.at(1).startsWith(CliBench::id(2).toLatin1() + "  Queued for 1:0"), result.out.constData());
    QVERIFY2(lines.at(2).contains("Normal Hangup"), result.out.constData());
    QVERIFY2(lines.at(3).contains("no such call"), result.out.constData());
}

void TestCliShow::refusesWhatIsNoCall_data()
{
    QTest::addColumn<QStringList>("inputs");
    const QString good = CliBench::id(1).toString();
    QTest::newRow("a dot") << QStringList { u"."_s };
    QTest::newRow("nothing") << QStringList { QString() };
    QTest::newRow("a bad id behind a good one") << QStringList { good, good.chopped(1) };
    QTest::newRow("a file that is not there") << QStringList { good, u"missing.txt"_s };
    QTest::newRow("standard input without one") << QStringList { u"-"_s };
}

void TestCliShow::refusesWhatIsNoCall()
{
    QFETCH(QStringList, inputs);
    CliBench bench;
    const CliResult result = bench.run(QStringList { u"show"_s, u"--json"_s } + inputs);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(!result.err.isEmpty());
    QCOMPARE(bench.server().count(), 0);
}

void TestCliShow::endsAtCtrlC()
{
    CliBench bench;
    ScriptedAccount plivo = account();
    plivo.details.insert(CliBench::id(4).toLatin1(), Answer::hang());
    plivo.serve(bench.server());
    const auto process = bench.start(QStringList { u"show"_s, u"--json"_s } + CliBench::ids(4));
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += process->readAllStandardOutput()).count('\n') == 3, 20000);
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    QCOMPARE(bench.finish(*process).status, 130);
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
}

void TestCliShow::practisesOnBothAccounts()
{
    CliBench bench;
    bench.setCredentials(false);
    const auto idsOn = [&bench](const QString &account) {
        const CliResult result = bench.run({ u"live"_s, u"--json"_s, u"--account"_s, account });
        QStringList ids;
        for (const QJsonObject &line : result.lines())
            ids += line.value("call_uuid"_L1).toString();
        return ids;
    };
    const QStringList second = idsOn(u"Practice account 2"_s);
    QCOMPARE_GT(second.size(), 5);
    const QStringList first = idsOn(u"practice"_s);
    QCOMPARE_GT(first.size(), second.size());
    QVERIFY(!first.contains(second.first()));
    const QStringList show { u"show"_s, u"--json"_s, second.first() };
    QCOMPARE(bench.run(show + QStringList { u"--account"_s, u"practice-2"_s }).lines().first().value("state"_L1),
             QJsonValue(u"live"_s));
    QCOMPARE(bench.run(show + QStringList { u"--practice"_s }).lines().first().value("state"_L1),
             QJsonValue(u"not_found"_s));
}

QTEST_GUILESS_MAIN(TestCliShow)
#include "tst_clishow.moc"
