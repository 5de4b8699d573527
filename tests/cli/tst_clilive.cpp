// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup-cli live, the real program against the scripted server: nothing but questions is ever sent.
#include "cliaccount.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;
using namespace hangup::test;

class TestCliLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void tellsEachCallInOrder();
    void asksPlivoForTheFilters();
    void showsTheOlderOnes_data();
    void showsTheOlderOnes();
    void tellsWhatCouldNotBeRead_data();
    void tellsWhatCouldNotBeRead();
    void leavesOutWhatIsNoId();
    void followsPages();
    void tellsOfACutList();
    void tellsWhyThereIsNoList_data();
    void tellsWhyThereIsNoList();
    void tellsPeople();
    void tellsAHundredThousand_data();
    void tellsAHundredThousand();
    void endsAtCtrlC();
    void leavesNoTrace();
    void refusesWithoutAToken();
};

void TestCliLive::tellsEachCallInOrder()
{
    CliBench bench;
    ScriptedAccount plivo = account(0);
    plivo.live.append({ CliBench::id(7), { .direction = "inbound", .callerName = "Acme", .age = 30h + 12min + 5s } });
    plivo.live.append({ CliBench::id(3), { .age = 10s } });
    plivo.queued.append({ CliBench::id(5), { .from = "1", .status = "queued", .age = 150s } });
    plivo.serve(bench.server());
    const CliResult result = bench.run({ u"live"_s, u"--json"_s });
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(idsOf(result),
             (QStringList { CliBench::id(7).toString(), CliBench::id(3).toString(), CliBench::id(5).toString() }));
    const QStringList keys { u"call_uuid"_s,   u"from"_s,       u"to"_s,    u"direction"_s, u"status"_s,
                             u"caller_name"_s, u"started_at"_s, u"age_s"_s, u"stuck"_s };
    for (const QByteArray &line : result.out.trimmed().split('\n'))
        QCOMPARE(keysOf(line), keys);
    const QJsonObject old = result.lines().at(0);
    QCOMPARE(old.value("from"_L1).toString(), u"14155550100"_s);
    QCOMPARE(old.value("to"_L1).toString(), u"14155550101"_s);
    QCOMPARE(old.value("direction"_L1).toString(), u"inbound"_s);
    QCOMPARE(old.value("status"_L1).toString(), u"in-progress"_s);
    QCOMPARE(old.value("caller_name"_L1).toString(), u"Acme"_s);
    const int age = old.value("age_s"_L1).toInt();
    QVERIFY2(age >= 108725 && age < 108725 + 60, QByteArray::number(age).constData());
    QVERIFY(QDateTime::fromString(old.value("started_at"_L1).toString(), Qt::ISODateWithMs).isValid());
    QVERIFY(old.value("started_at"_L1).toString().endsWith(u'Z'));
    QCOMPARE(old.value("stuck"_L1).toArray(), (QJsonArray { u"old"_s, u"same_numbers"_s }));
    QCOMPARE(result.lines().at(1).value("stuck"_L1).toArray(), (QJsonArray { u"same_numbers"_s }));
    QCOMPARE(result.lines().at(2).value("status"_L1).toString(), u"queued"_s);
    QCOMPARE(result.lines().at(2).value("stuck"_L1).toArray(), (QJsonArray { u"ringing_long"_s }));
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
}

void TestCliLive::asksPlivoForTheFilters()
{
    CliBench bench;
    account(1).serve(bench.server());
    const CliResult result = bench.run({ u"live"_s, u"--json"_s, u"--direction"_s, u"inbound"_s, u"--from"_s,
                                         u"+14155550100"_s, u"--to"_s, u"14155550101"_s });
    QCOMPARE(result.status, 0);
    QCOMPARE(result.lines().size(), 1);
    const QByteArray rest = "&call_direction=inbound&from_number=%2B14155550100&to_number=14155550101";
    QByteArrayList lists;
    for (const Request &request : bench.server().requests()) {
        if (ScriptedAccount::isList(request))
            lists += request.target;
    }
    const QByteArray path = QByteArray("/v1/Account/") + CliBench::AuthIdText;
    QCOMPARE(lists, (QByteArrayList { path + "/Call/?status=queued" + rest, path + "/Call/?status=live" + rest }));
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
}

void TestCliLive::showsTheOlderOnes_data()
{
    QTest::addColumn<QString>("olderThan");
    QTest::addColumn<QList<int>>("calls");
    QTest::newRow("none given") << QString() << QList<int> { 1, 2, 3, 4, 5 };
    QTest::newRow("seconds") << u"90s"_s << QList<int> { 2, 3, 4 };
    QTest::newRow("minutes") << u"15m"_s << QList<int> { 3, 4 };
    QTest::newRow("hours") << u"4h"_s << QList<int> { 4 };
    QTest::newRow("days") << u"2d"_s << QList<int>();
}

void TestCliLive::showsTheOlderOnes()
{
    QFETCH(QString, olderThan);
    QFETCH(QList<int>, calls);
    CliBench bench;
    ScriptedAccount plivo;
    plivo.live.append({ CliBench::id(1), { .age = 30s } });
    plivo.live.append({ CliBench::id(2), { .age = 10min } });
    plivo.live.append({ CliBench::id(3), { .age = 2h } });
    plivo.live.append({ CliBench::id(4), { .age = 25h } });
    plivo.live.append({ CliBench::id(5), { .age = -10min } }); // begins in the future: its age is not known
    plivo.serve(bench.server());
    QStringList wanted;
    for (const int call : calls)
        wanted += CliBench::id(call).toString();
    QStringList arguments { u"live"_s, u"--json"_s };
    if (!olderThan.isEmpty())
        arguments += { u"--older-than"_s, olderThan };
    const CliResult result = bench.run(arguments);
    QCOMPARE(result.status, 0);
    QCOMPARE(idsOf(result), wanted);
    QCOMPARE(result.err.contains("whose age is not known, left out by --older-than: 1."), !olderThan.isEmpty());
    if (olderThan.isEmpty())
        QVERIFY(result.lines().last().value("age_s"_L1).isNull());
}

void TestCliLive::tellsWhatCouldNotBeRead_data()
{
    QTest::addColumn<QList<Answer>>("first");
    QTest::addColumn<bool>("forever");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("garbage, then details") << QList<Answer> { Answer::garbage() } << false << 0 << true;
    QTest::newRow("a 500 each time") << QList<Answer> { Answer::serverTrouble(500) } << true << 1 << false;
    QTest::newRow("another call's details")
        << QList<Answer> { Answer::liveCall(CliBench::id(9).toLatin1()) } << true << 1 << false;
    QTest::newRow("a 400") << QList<Answer> { Answer::json(400, "{\"error\": \"no\"}") } << true << 1 << false;
    QTest::newRow("a body that is cut off")
        << QList<Answer> { Answer::truncated(200, "{\"call_uuid\": \"", 5) } << true << 1 << false;
    QTest::newRow("a 401") << QList<Answer> { Answer::unauthorizedText() } << true << 3 << false;
}

void TestCliLive::tellsWhatCouldNotBeRead()
{
    QFETCH(QList<Answer>, first);
    QFETCH(bool, forever);
    QFETCH(bool, isRead);
    CliBench bench;
    ScriptedAccount plivo = account(3);
    const QByteArray second = CliBench::id(2).toLatin1();
    if (forever)
        plivo.details.insert(second, first.first());
    else
        plivo.firstDetails.insert(second, first);
    plivo.serve(bench.server());
    const CliResult result = bench.run({ u"live"_s, u"--json"_s });
    QTEST(result.status, "status");
    QCOMPARE(idsOf(result), CliBench::ids(3));
    const QJsonObject line = result.lines().at(1);
    QCOMPARE(line.size(), 9);
    for (const QString &key : { u"from"_s, u"to"_s, u"direction"_s, u"status"_s, u"started_at"_s, u"age_s"_s })
        QVERIFY2(line.value(key).isNull() != isRead, qPrintable(key));
    QCOMPARE(line.value("stuck"_L1).toArray(), QJsonArray()); // "not sure" is no reason to end it
    QCOMPARE(result.err.isEmpty(), isRead);
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
}

void TestCliLive::leavesOutWhatIsNoId()
{
    CliBench bench;
    ScriptedAccount plivo = account(2);
    plivo.oddEntries = { "\"\"",
                         "\".\"",
                         "null",
                         "4711",
                         "\"../Call/\"",
                         "{\"call_uuid\": \"x\"}",
                         '"' + CliBench::id(3).toLatin1().chopped(1) + '"' };
    plivo.serve(bench.server());
    const CliResult result = bench.run({ u"live"_s, u"--json"_s });
    QCOMPARE(result.status, 1);
    QCOMPARE(idsOf(result), CliBench::ids(2));
    QVERIFY2(result.err.contains("7 entries of the list were left out"), result.err.constData());
    QCOMPARE(bench.server().count(), 4);
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
}

void TestCliLive::followsPages()
{
    CliBench bench;
    ScriptedAccount plivo = account(7);
    plivo.pageSize = 3;
    plivo.serve(bench.server());
    const CliResult result = bench.run({ u"live"_s, u"--json"_s });
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(idsOf(result), CliBench::ids(7));
    const auto lists = [&bench] {
        int n = 0;
        for (const Request &request : bench.server().requests())
            n += ScriptedAccount::isListOf(request, "live") ? 1 : 0;
        return n;
    };
    QCOMPARE(lists(), 3);
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
}

void TestCliLive::tellsOfACutList()
{
    CliBench bench;
    ScriptedAccount plivo = account(7);
    plivo.pageSize = 3;
    plivo.before = [](const Request &request) -> std::optional<Answer> {
        const bool second = ScriptedAccount::isListOf(request, "live") && request.target.contains("offset=3");
        return second ? std::optional(Answer::serverTrouble(503)) : std::nullopt;
    };
    plivo.serve(bench.server());
    const CliResult result = bench.run({ u"live"_s, u"--json"_s });
    QCOMPARE(result.status, 1);
    QCOMPARE(idsOf(result), CliBench::ids(3));
    QVERIFY2(result.err.contains("looks cut"), result.err.constData());
}

void TestCliLive::tellsWhyThereIsNoList_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("status");
    QTest::newRow("401: 3") << Answer::unauthorizedText() << 3;
    QTest::newRow("403: 3") << Answer::forbidden() << 3;
    QTest::newRow("404: 1") << Answer::callNotFound() << 1;
    QTest::newRow("no list in it: 1") << Answer::json(200, "{\"calls\": \"none\"}") << 1;
    QTest::newRow("a page for people: 1") << Answer::with(200, "text/html", "<html>Log in</html>") << 1;
    QTest::newRow("a redirect: 1") << Answer::redirect(302, "http://127.0.0.1:1/") << 1;
}

void TestCliLive::tellsWhyThereIsNoList()
{
    QFETCH(Answer, answer);
    CliBench bench;
    bench.server().setDefaultAnswer(answer);
    const CliResult result = bench.run({ u"live"_s, u"--json"_s });
    QTEST(result.status, "status");
    QCOMPARE(result.out, QByteArray());
    QVERIFY(!result.err.isEmpty());
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
}

void TestCliLive::tellsPeople()
{
    CliBench bench;
    ScriptedAccount plivo;
    plivo.live.append({ CliBench::id(1), { .direction = "inbound", .callerName = "A\\u001b[2JB", .age = 30h + 5min } });
    plivo.live.append({ CliBench::id(2), { .from = "1", .callerName = "<b>Bold</b>", .age = 65s } });
    plivo.live.append({ CliBench::id(3), {} });
    plivo.details.insert(CliBench::id(3).toLatin1(), Answer::json(400, "{}"));
    plivo.serve(bench.server());
    const CliResult result = bench.run({ u"live"_s });
    QCOMPARE(result.status, 1);
    const QByteArrayList lines = result.out.split('\n');
    QCOMPARE(lines.size(), 5); // the last one is empty
    QCOMPARE(result.out.count('\033'), 0);
    QVERIFY2(lines.at(0).startsWith("Call UUID"), result.out.constData());
    const qsizetype age = lines.at(0).indexOf("Age");
    QVERIFY(age > 0);
    QVERIFY2(lines.at(1).startsWith(CliBench::id(1).toLatin1()), result.out.constData());
    QVERIFY2(lines.at(1).contains("  Inbound  "), result.out.constData());
    QVERIFY2(lines.at(1).contains("  Older than 4 h"), result.out.constData());
    QCOMPARE(QString::fromUtf8(lines.at(1)).mid(age, 6), u"30:05:"_s);
    QCOMPARE(QString::fromUtf8(lines.at(2)).mid(age, 3), u"1:0"_s);
    QVERIFY2(lines.at(2).contains("<b>Bold</b>"), result.out.constData());
    QVERIFY2(lines.at(3).contains("Not read"), result.out.constData());
    QVERIFY2(result.err.contains("2 of 3 details read"), result.err.constData());
}

void TestCliLive::tellsAHundredThousand_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("in JSON") << QStringList { u"--json"_s };
    QTest::newRow("for people") << QStringList();
}

void TestCliLive::tellsAHundredThousand()
{
    QFETCH(QStringList, options);
    constexpr int Calls = 100'000;
    CliBench bench;
    QByteArray list = "{\"calls\": [";
    for (int n = 1; n <= Calls; ++n)
        list += (n == 1 ? "\"" : ", \"") + CliBench::id(n).toLatin1() + '"';
    list += "]}";
    bench.server().setHandler([list](const Request &request) -> std::optional<Answer> {
        if (ScriptedAccount::isList(request))
            return Answer::json(200, ScriptedAccount::isListOf(request, "live") ? list : "{\"calls\": []}");
        return Answer::unauthorizedText(); // all their details would take half an hour
    });
    const CliResult result = bench.run(QStringList { u"live"_s } + options); // within the bench's patience
    QCOMPARE(result.status, 3);
    const int heads = options.isEmpty() ? 1 : 0;
    const QByteArrayList lines = result.out.split('\n');
    QCOMPARE(lines.size(), Calls + heads + 1);
    QVERIFY(lines.at(Calls + heads - 1).contains(CliBench::id(Calls).toLatin1()));
}

void TestCliLive::endsAtCtrlC()
{
    CliBench bench;
    ScriptedAccount plivo = account(3);
    plivo.details.insert(CliBench::id(2).toLatin1(), Answer::hang());
    plivo.serve(bench.server());
    const auto process = bench.start({ u"live"_s, u"--json"_s });
    QTRY_COMPARE_WITH_TIMEOUT(bench.server().countFor(CliBench::id(2)), 1, 20000);
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    const CliResult result = bench.finish(*process);
    QCOMPARE(result.status, 130);
    QCOMPARE(result.out, QByteArray());
}

void TestCliLive::leavesNoTrace()
{
    CliBench bench;
    account(1).serve(bench.server());
    const QStringList commands[] { { u"live"_s, u"--json"_s }, { u"show"_s, CliBench::id(1).toString() } };
    for (const QStringList &command : commands) {
        QCOMPARE(bench.run(command).status, 0);
        QVERIFY2(!QFile::exists(bench.dataFolder()), qPrintable(command.first()));
    }
    // And no journal is needed: here can be none.
    QFile file(bench.dataFolder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const QStringList &command : commands)
        QCOMPARE(bench.run(command).status, 0);
}

void TestCliLive::refusesWithoutAToken()
{
    CliBench bench;
    bench.setCredentials(false);
    const CliResult nobody = bench.run({ u"live"_s });
    QCOMPARE(nobody.status, 2);
    QVERIFY(nobody.err.contains("no account"));
    bench.writeSettings({},
                        "[account-0123456789abcdef0123456789abcdef]\nname=Main\ncolour=#1f5fbf\n"
                        "auth-id=MATESTTESTTESTTEST01\naddress="
                            + bench.server().address().toLatin1() + "\ntoken=session\n");
    const CliResult result = bench.run({ u"live"_s, u"--account"_s, u"Main"_s });
    QCOMPARE(result.status, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(!result.err.contains("no account"), result.err.constData());
    QCOMPARE(bench.server().count(), 0);
}

QTEST_GUILESS_MAIN(TestCliLive)
#include "tst_clilive.moc"
