// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup-cli live when Plivo asks to wait, and when calls end meanwhile.
#include "cliaccount.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestCliLiveWaits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void leavesOutWhatEndedMeanwhile();
    void saysHowLongPlivoAsksToWait();
    void waitsNoLongerThanUsual_data();
    void waitsNoLongerThanUsual();
};

void TestCliLiveWaits::leavesOutWhatEndedMeanwhile()
{
    CliBench bench;
    ScriptedAccount plivo = account(3);
    plivo.details.insert(CliBench::id(2).toLatin1(), Answer::callNotFound());
    plivo.serve(bench.server());
    const CliResult result = bench.run({ u"live"_s, u"--json"_s });
    QCOMPARE(result.status, 0);
    QCOMPARE(idsOf(result), (QStringList { CliBench::id(1).toString(), CliBench::id(3).toString() }));
    QCOMPARE(result.err, "Calls that ended while the details were read: 1.\n"_ba);
    // A table has room to say so.
    const CliResult table = bench.run({ u"live"_s });
    QCOMPARE(table.out.count('\n'), 4);
    QVERIFY2(table.out.contains(CliBench::id(2).toLatin1()), table.out.constData());
}

void TestCliLiveWaits::saysHowLongPlivoAsksToWait()
{
    CliBench bench;
    ScriptedAccount plivo = account(3);
    plivo.firstDetails.insert(CliBench::id(2).toLatin1(), { Answer::tooMany("2") });
    plivo.serve(bench.server());
    const CliResult result = bench.run({ u"live"_s, u"--json"_s });
    QCOMPARE(result.status, 0);
    QCOMPARE(idsOf(result), CliBench::ids(3));
    QVERIFY(!result.lines().at(1).value("from"_L1).isNull());
    const QRegularExpression said(u"^Plivo asks to wait until \\d\\d:\\d\\d:\\d\\d \\(429\\)\\.\n$"_s);
    QVERIFY2(said.match(QString::fromUtf8(result.err)).hasMatch(), result.err.constData());
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
}

void TestCliLiveWaits::waitsNoLongerThanUsual_data()
{
    QTest::addColumn<bool>("hasList");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("lines");
    QTest::newRow("for the list") << false << QStringList { u"--json"_s } << 0;
    QTest::newRow("for the list, for people") << false << QStringList() << 0;
    // What is known is told.
    QTest::newRow("for details") << true << QStringList { u"--json"_s } << 3;
    QTest::newRow("for details, for people") << true << QStringList() << 4;
}

void TestCliLiveWaits::waitsNoLongerThanUsual()
{
    QFETCH(bool, hasList);
    QFETCH(QStringList, options);
    CliBench bench;
    ScriptedAccount plivo = account(3);
    if (hasList)
        plivo.details.insert(CliBench::id(2).toLatin1(), Answer::tooMany("300"));
    else
        plivo.before = [](const Request &) { return Answer::tooMany("300"); };
    plivo.serve(bench.server());
    QElapsedTimer clock;
    clock.start();
    const CliResult result = bench.run(QStringList { u"live"_s } + options);
    QCOMPARE(result.status, 1);
    QCOMPARE_LT(clock.elapsed(), 30000);
    QTEST(int(result.out.count('\n')), "lines");
    QVERIFY2(result.err.startsWith("Plivo asks to wait until "), result.err.constData());
    QVERIFY2(result.err.contains("too long to wait here"), result.err.constData());
    QCOMPARE(result.err.contains("details read."), hasList);
    QCOMPARE(notAsked(bench.server()), QByteArrayList());
}

QTEST_GUILESS_MAIN(TestCliLiveWaits)
#include "tst_clilivewaits.moc"
