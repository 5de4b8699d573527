// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup-cli end where calls are looked at first: who is left out, and what a dry run sends.
#include "cliaccount.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;
using namespace hangup::test;

namespace {

/// 1 may be ended; 2 is young, 3 an answered inbound call, 4 over, 5 from a number that may be protected; 6 answers
/// with nothing that says anything.
ScriptedAccount account()
{
    ScriptedAccount plivo;
    plivo.live.append({ CliBench::id(1), {} });
    plivo.live.append({ CliBench::id(2), { .age = 5s } });
    plivo.live.append({ CliBench::id(3), { .direction = "inbound" } });
    plivo.live.append({ CliBench::id(5), { .from = "18005550100" } });
    plivo.details.insert(CliBench::id(6).toLatin1(), Answer::json(400, "{\"error\": \"no\"}"));
    return plivo;
}

/// "1 ended", "2 not_sent needs_another_step", in the order of the ids.
QStringList told(const CliResult &result)
{
    QStringList all;
    for (const QJsonObject &line : result.lines()) {
        if (!line.contains("call_uuid"_L1))
            continue;
        QStringList words { line.value("call_uuid"_L1).toString().mid(7, 1) };
        if (line.value("would_send"_L1).toBool())
            words += u"would_send"_s;
        words += line.value("outcome"_L1).toString();
        words += line.value("reason"_L1).toString();
        words.removeAll(QString());
        all += words.join(u' ');
    }
    all.sort();
    return all;
}

/// Their digits, in order: "13".
QString endedOnTheWire(const FakeServer &server)
{
    QString all;
    for (int n = 1; n <= 6; ++n)
        all += server.deletesFor(CliBench::id(n)) > 0 ? QString::number(n) : QString();
    return all;
}

const auto Unseen = "They are ended without a look at each: young calls and answered inbound ones too, where they are "
                    "not flagged yet."_ba;

} // namespace

class TestCliChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void leavesOut_data();
    void leavesOut();
    void tellsPeopleWhyACallIsLeftOut();
    void saysSoInTheQuestion_data();
    void saysSoInTheQuestion();
    void looksAtNoneOfMany();
    void saysSoOnlyWhereItMatters_data();
    void saysSoOnlyWhereItMatters();
    void aDryRunEndsNothing_data();
    void aDryRunEndsNothing();
    void aDryRunTellsPeople();
    void aDryRunNeedsNoAnswer();
    void aDryRunStaysOnRecordAsNotSent();
};

void TestCliChecks::leavesOut_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QList<int>>("calls");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QString>("ended");
    QTest::addColumn<int>("status");
    const QList<int> all { 1, 2, 3, 4, 5 };
    const QStringList yes { u"--yes"_s };
    const QStringList both { u"--yes"_s, u"--include-flagged"_s };
    QTest::newRow("young calls and answered inbound ones, with --yes")
        << yes << ""_ba << all
        << QStringList { u"1 ended"_s, u"2 not_sent needs_another_step"_s, u"3 not_sent needs_another_step"_s,
                         u"4 not_sent over_already"_s, u"5 ended"_s }
        << u"15"_s << 1;
    QTest::newRow("but not with --include-flagged")
        << both << ""_ba << all
        << QStringList { u"1 ended"_s, u"2 ended"_s, u"3 ended"_s, u"4 not_sent over_already"_s, u"5 ended"_s }
        << u"1235"_s << 0;
    QTest::newRow("protected ones, whatever is asked for")
        << both << "protected-numbers=1800*\n"_ba << all
        << QStringList { u"1 ended"_s, u"2 ended"_s, u"3 ended"_s, u"4 not_sent over_already"_s,
                         u"5 not_sent number_protected"_s }
        << u"123"_s << 1;
    QTest::newRow("protected ones also where nothing else is looked at")
        << yes << "protected-numbers=1800*\ncheck-again-up-to=0\n"_ba << QList<int> { 1, 5 }
        << QStringList { u"1 ended"_s, u"5 not_sent number_protected"_s } << u"1"_s << 1;
    QTest::newRow("as young as the settings say") << yes << "young-under-seconds=0\n"_ba << QList<int> { 1, 2 }
                                                  << QStringList { u"1 ended"_s, u"2 ended"_s } << u"12"_s << 0;
    QTest::newRow("what is over already, which is as good as not live")
        << yes << ""_ba << QList<int> { 1, 4 } << QStringList { u"1 ended"_s, u"4 not_sent over_already"_s } << u"1"_s
        << 0;
    QTest::newRow("what says nothing clear")
        << yes << ""_ba << QList<int> { 1, 6 } << QStringList { u"1 ended"_s, u"6 not_sent check_unclear"_s } << u"1"_s
        << 1;
    QTest::newRow("what says nothing clear, where numbers are protected")
        << both << "protected-numbers=1800*\n"_ba << QList<int> { 1, 6 }
        << QStringList { u"1 ended"_s, u"6 not_sent numbers_unread"_s } << u"1"_s << 1;
    QTest::newRow("nobody, where nothing is looked at")
        << yes << "check-again-up-to=0\n"_ba << QList<int> { 1, 2, 3 }
        << QStringList { u"1 ended"_s, u"2 ended"_s, u"3 ended"_s } << u"123"_s << 0;
}

void TestCliChecks::leavesOut()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, settings);
    QFETCH(QList<int>, calls);
    QFETCH(QStringList, expected);
    QFETCH(QString, ended);
    CliBench bench;
    bench.checkCalls();
    bench.writeSettings(settings);
    account().serve(bench.server());
    QStringList ids;
    for (const int call : calls)
        ids += CliBench::id(call).toString();
    const CliResult result = bench.run(QStringList { u"end"_s, u"--json"_s } + options + ids);
    QCOMPARE(told(result), expected);
    QCOMPARE(endedOnTheWire(bench.server()), ended);
    QCOMPARE(bench.server().deletes(), ended.size());
    QCOMPARE(bench.server().dangerousDeletes(), QList<QByteArray>());
    QCOMPARE(result.summary().value("accepted"_L1).toInt(), calls.size());
    QCOMPARE(result.summary().value("ended"_L1).toInt(), ended.size());
    QCOMPARE(result.summary().value("not_sent"_L1).toInt(), calls.size() - ended.size());
    QTEST(result.status, "status");
}

void TestCliChecks::tellsPeopleWhyACallIsLeftOut()
{
    CliBench bench;
    bench.checkCalls();
    account().serve(bench.server());
    const CliResult result = bench.run(QStringList { u"end"_s, u"--yes"_s } + CliBench::ids(4));
    QCOMPARE(result.status, 1);
    for (const int left : { 2, 3, 4 })
        QVERIFY2(result.out.contains(CliBench::id(left).toLatin1() + "  Not sent  "), result.out.constData());
    QVERIFY2(
        result.out.endsWith("4 calls accepted: 1 ended, 0 not live, 0 refused, 0 unknown, 3 not sent, 0 waiting.\n"),
        result.out.constData());
}

void TestCliChecks::saysSoInTheQuestion_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("calls");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("left out")
        << QStringList() << 3
        << "Young calls and answered inbound ones are left out; --include-flagged ends them too."_ba;
    QTest::newRow("ended too") << QStringList { u"--include-flagged"_s } << 3
                               << "Young calls and answered inbound ones are ended too."_ba;
    QTest::newRow("too many to look at") << QStringList() << 51 << Unseen;
}

void TestCliChecks::saysSoInTheQuestion()
{
    QFETCH(QStringList, options);
    QFETCH(int, calls);
    QFETCH(QByteArray, sentence);
    CliBench bench;
    bench.checkCalls();
    // Without a terminal the facts go to standard error, and nothing is sent.
    const CliResult result = bench.run(QStringList { u"end"_s } + options + CliBench::ids(calls));
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains('\n' + sentence + '\n'), result.err.constData());
    QCOMPARE(bench.server().count(), 0);
}

void TestCliChecks::looksAtNoneOfMany()
{
    CliBench bench;
    bench.checkCalls();
    ScriptedAccount plivo;
    for (int n = 1; n <= 51; ++n)
        plivo.live.append({ CliBench::id(n), { .direction = "inbound" } });
    plivo.serve(bench.server());
    const CliResult result = bench.run(QStringList { u"end"_s, u"--yes"_s, u"--json"_s } + CliBench::ids(51));
    QCOMPARE(result.status, 0);
    QCOMPARE(bench.server().deletes(), 51);
    QCOMPARE(bench.server().count(), 51);
    QCOMPARE(result.err, Unseen + '\n');
}

void TestCliChecks::saysSoOnlyWhereItMatters_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("a dry run, which looks no more than the real one")
        << QStringList { u"--dry-run"_s } << Unseen + '\n';
    QTest::newRow("flagged ones are meant") << QStringList { u"--yes"_s, u"--include-flagged"_s } << ""_ba;
    QTest::newRow("few are looked at") << QStringList { u"--yes"_s, u"few"_s } << ""_ba;
}

void TestCliChecks::saysSoOnlyWhereItMatters()
{
    QFETCH(QStringList, options);
    CliBench bench;
    bench.checkCalls();
    const int calls = options.removeAll(u"few"_s) > 0 ? 50 : 51;
    const CliResult result = bench.run(QStringList { u"end"_s, u"--json"_s } + options + CliBench::ids(calls));
    QTEST(result.err, "said");
}

void TestCliChecks::aDryRunEndsNothing_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("checks");
    QTest::addColumn<QList<int>>("calls");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<int>("status");
    QTest::newRow("looks at each") << QStringList() << true << QList<int> { 1, 2, 3, 4, 6 }
                                   << QStringList { u"1 would_send"_s, u"2 not_sent needs_another_step"_s,
                                                    u"3 not_sent needs_another_step"_s, u"4 not_sent over_already"_s,
                                                    u"6 not_sent check_unclear"_s }
                                   << 1;
    QTest::newRow("as the real one would")
        << QStringList { u"--include-flagged"_s, u"--yes"_s } << true << QList<int> { 1, 2, 3, 4 }
        << QStringList { u"1 would_send"_s, u"2 would_send"_s, u"3 would_send"_s, u"4 not_sent over_already"_s } << 0;
    QTest::newRow("asks nothing where a real one would not")
        << QStringList() << false << QList<int> { 1, 2 } << QStringList { u"1 would_send"_s, u"2 would_send"_s } << 0;
}

void TestCliChecks::aDryRunEndsNothing()
{
    QFETCH(QStringList, options);
    QFETCH(bool, checks);
    QFETCH(QList<int>, calls);
    CliBench bench;
    if (checks)
        bench.checkCalls();
    account().serve(bench.server());
    QStringList ids;
    for (const int call : calls)
        ids += CliBench::id(call).toString();
    const CliResult result = bench.run(QStringList { u"end"_s, u"--dry-run"_s, u"--json"_s } + options + ids);
    QTEST(told(result), "expected");
    QTEST(result.status, "status");
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
    QCOMPARE(bench.server().count() > 0, checks);
    const QStringList keys {
        u"call_uuid"_s, u"would_send"_s, u"outcome"_s, u"reason"_s, u"http_status"_s, u"message"_s
    };
    QByteArrayList lines = result.out.trimmed().split('\n');
    const QByteArray summary = lines.takeLast();
    for (const QByteArray &line : lines)
        QCOMPARE(keysOf(line), keys);
    QCOMPARE(keysOf(summary),
             (QStringList { u"summary"_s, u"accepted"_s, u"would_send"_s, u"not_sent"_s, u"elapsed_ms"_s }));
    QCOMPARE(result.summary().value("accepted"_L1).toInt(), calls.size());
}

void TestCliChecks::aDryRunTellsPeople()
{
    CliBench bench;
    bench.checkCalls();
    account().serve(bench.server());
    const CliResult result = bench.run(QStringList { u"end"_s, u"--dry-run"_s } + CliBench::ids(2));
    QCOMPARE(result.status, 1);
    QVERIFY2(result.out.contains(CliBench::id(1).toLatin1() + "  Would be ended\n"), result.out.constData());
    QVERIFY2(result.out.contains(CliBench::id(2).toLatin1() + "  Not sent  "), result.out.constData());
    QVERIFY2(result.out.endsWith("Dry run: 1 would be ended, 1 would not. Nothing was sent.\n"),
             result.out.constData());
}

void TestCliChecks::aDryRunNeedsNoAnswer()
{
    // Nothing is ended, so nobody has to say yes: not to one call, not to many.
    CliBench bench;
    const CliResult result = bench.run(QStringList { u"end"_s, u"--dry-run"_s, u"--json"_s } + CliBench::ids(60));
    QCOMPARE(result.status, 0);
    QCOMPARE(result.summary().value("would_send"_L1).toInt(), 60);
    QCOMPARE(bench.server().count(), 0);
}

void TestCliChecks::aDryRunStaysOnRecordAsNotSent()
{
    CliBench bench;
    bench.checkCalls();
    account().serve(bench.server());
    QCOMPARE(bench.run({ u"end"_s, u"--dry-run"_s, u"--json"_s, CliBench::id(1).toString() }).status, 0);
    const CliResult history = bench.run({ u"history"_s, u"--json"_s });
    QCOMPARE(told(history), QStringList { u"1 not_sent dry_run"_s });
    // And it is no attempt: what comes after it is as if it had not been.
    const CliResult real = bench.run({ u"end"_s, u"--yes"_s, u"--json"_s, CliBench::id(1).toString() });
    QCOMPARE(told(real), QStringList { u"1 ended"_s });
    QCOMPARE(real.lines().first().value("attempts"_L1).toInt(), 1);
}

QTEST_GUILESS_MAIN(TestCliChecks)
#include "tst_clichecks.moc"
