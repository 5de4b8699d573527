// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Where hangup-cli end sends nothing at all: the server's own log is empty.
#include "clibench.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace hangup::test;

class TestCliRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void refusesWhatIsNoCall_data();
    void refusesWhatIsNoCall();
    void refusesWithoutATerminal();
    void refusesWithoutAnAccount_data();
    void refusesWithoutAnAccount();
    void refusesWithoutAJournal_data();
    void refusesWithoutAJournal();
    void wantsTheTicketThatTheSettingsWant();
    void needsNoWindow();
};

void TestCliRefusals::refusesWhatIsNoCall_data()
{
    QTest::addColumn<QStringList>("inputs");
    QTest::addColumn<QByteArray>("standardInput");
    const QString good = CliBench::id(1).toString();
    const auto row = [](const char *name, const QStringList &inputs, const QByteArray &text = {}) {
        QTest::newRow(name) << inputs << text;
    };
    row("a dot", { u"."_s });
    row("two dots", { u".."_s });
    row("a number sign", { u"#"_s });
    row("nothing", { QString() });
    row("a dot behind a good one", { good, u"."_s });
    row("a number sign behind a good one", { good, u"#"_s });
    row("nothing behind a good one", { good, QString() });
    row("a bad id behind a good one", { good, good.chopped(1) });
    row("a file that is not there", { good, u"missing.txt"_s });
    row("a device", { good, u"/dev/zero"_s });
    row("standard input with a dot", { u"-"_s }, "."_ba);
    row("standard input with the address of all calls", { u"-"_s }, "https://api.plivo.com/v1/Account/MA/Call/"_ba);
    row("standard input that is no text", { good, u"-"_s }, "\xff\xfe\xff"_ba);
    row("empty standard input", { u"-"_s }, QByteArray());
}

void TestCliRefusals::refusesWhatIsNoCall()
{
    QFETCH(QStringList, inputs);
    QFETCH(QByteArray, standardInput);
    CliBench bench;
    const CliResult result = bench.run(QStringList { u"end"_s, u"--yes"_s, u"--json"_s } + inputs, standardInput);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(!result.err.isEmpty());
    QCOMPARE(bench.server().count(), 0);
}

void TestCliRefusals::refusesWithoutATerminal()
{
    CliBench bench;
    for (const QString &input : { CliBench::id(1).toString(), u"-"_s }) {
        const CliResult result = bench.run({ u"end"_s, input }, input == "-"_L1 ? CliBench::id(1).toLatin1() : ""_ba);
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains("--yes"), result.err.constData());
        QCOMPARE(bench.server().count(), 0);
    }
}

void TestCliRefusals::refusesWithoutAnAccount_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("settings");
    QTest::newRow("none at all") << QStringList() << ""_ba;
    QTest::newRow("one that is not there") << QStringList { u"--account"_s, u"Nobody"_s } << ""_ba;
    QTest::newRow("the environment's, which is not set") << QStringList { u"--account"_s, u"Environment"_s } << ""_ba;
}

void TestCliRefusals::refusesWithoutAnAccount()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, settings);
    CliBench bench;
    bench.setCredentials(false);
    bench.writeSettings(settings);
    const CliResult result
        = bench.run(QStringList { u"end"_s, u"--yes"_s } + options + QStringList { CliBench::id(1).toString() });
    QCOMPARE(result.status, 2);
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(bench.server().count(), 0);
}

void TestCliRefusals::refusesWithoutAJournal_data()
{
    QTest::addColumn<QString>("trouble");
    QTest::newRow("a file where its folder should be") << u"file"_s;
    QTest::newRow("a folder where it should be") << u"folder"_s;
    QTest::newRow("a folder that can only be read") << u"read only"_s;
}

void TestCliRefusals::refusesWithoutAJournal()
{
    QFETCH(QString, trouble);
    CliBench bench;
    if (trouble == "file"_L1) {
        QFile file(bench.dataFolder());
        QVERIFY(file.open(QIODevice::WriteOnly));
    } else if (trouble == "folder"_L1) {
        QVERIFY(QDir().mkpath(bench.dataFolder() + u"/journal.sqlite"_s));
    } else {
        if (::geteuid() == 0)
            QSKIP("root may write anywhere");
        QVERIFY(QDir().mkpath(bench.dataFolder()));
        QFile::setPermissions(bench.dataFolder(), QFile::ReadOwner | QFile::ExeOwner);
    }
    for (const QString &option : { u"--yes"_s, u"--dry-run"_s }) {
        const CliResult result = bench.run({ u"end"_s, option, u"--json"_s, CliBench::id(1).toString() });
        QCOMPARE(result.status, 4);
        QVERIFY(!result.err.isEmpty());
        QCOMPARE(result.out, QByteArray());
        QCOMPARE(bench.server().count(), 0);
    }
}

void TestCliRefusals::wantsTheTicketThatTheSettingsWant()
{
    CliBench bench;
    bench.writeSettings("ticket-required=yes\n");
    const QStringList end { u"end"_s, u"--yes"_s, CliBench::id(1).toString() };
    const CliResult without = bench.run(end);
    QCOMPARE(without.status, 2);
    QVERIFY2(without.err.contains("--ticket"), without.err.constData());
    QCOMPARE(bench.run(end + QStringList { u"--ticket"_s, u"T-1"_s }).status, 2);
    QCOMPARE(bench.run(end + QStringList { u"--dry-run"_s }).status, 2);
    QCOMPARE(bench.server().count(), 0);
    QCOMPARE(bench.run(end + QStringList { u"--ticket"_s, u"T-1"_s, u"--reason"_s, u"stuck"_s }).status, 0);
    QCOMPARE(bench.server().deletes(), 1);
}

void TestCliRefusals::needsNoWindow()
{
    QProcess ldd;
    ldd.start(u"ldd"_s, { CliBench::program() });
    if (!ldd.waitForStarted() || !ldd.waitForFinished())
        QSKIP("there is no ldd");
    const QByteArray libraries = ldd.readAllStandardOutput();
    QVERIFY(libraries.contains("Qt6Core"));
    QVERIFY2(!libraries.contains("Qt6Gui") && !libraries.contains("Qt6Widgets"), libraries.constData());
}

QTEST_GUILESS_MAIN(TestCliRefusals)
#include "tst_clirefusals.moc"
