// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup: links in the window: rows, and nothing else, whatever the window is doing.
#include "session/instance.h"
#include "session/launch.h"
#include "windowbench.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

QString linkTo(int n)
{
    return u"hangup:"_s + WindowBench::id(n).toString();
}

/// What the program makes of its arguments.
QStringList rowsOf(const QStringList &arguments)
{
    const auto parsed = parseArguments(arguments, QDir::currentPath());
    const auto *launch = std::get_if<LaunchOptions>(&parsed);
    return launch ? launch->inOrder : QStringList();
}

} // namespace

class TestWindowLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsARowAndNothingElse();
    void changesNothingThatIsBeingConfirmed();
    void changesNothingThatRuns();
    void changesNothingInItsGrace();
    void comesFromASecondStart();
    void isRefusedInASecondStart_data();
    void isRefusedInASecondStart();
};

void TestWindowLinks::addsARowAndNothingElse()
{
    WindowBench bench(WindowBench::On::Server);
    const Account before = bench.session().account();
    bench.window().takeRows(rowsOf({ linkTo(1) }));
    bench.window().takeRows(rowsOf({ linkTo(2).toUpper() }));
    bench.window().takeRows(rowsOf({ linkTo(1) })); // once is enough
    QCOMPARE(bench.session().calls()->ids(), (QList { WindowBench::id(1), WindowBench::id(2) }));
    QCOMPARE(bench.session().calls()->tally().listed, 2);
    QVERIFY(bench.session().account() == before);
    QVERIFY(!bench.session().busy());
    QTest::qWait(200);
    QCOMPARE(bench.server().count(), 0);
}

void TestWindowLinks::changesNothingThatIsBeingConfirmed()
{
    WindowBench bench(WindowBench::On::Server);
    bench.server().setDefaultAnswer(Answer::ended());
    const QList<CallId> confirmed = bench.list(2);
    bench.askForAll();
    QVERIFY(bench.confirmButton(2));
    bench.window().takeRows(rowsOf({ linkTo(7), linkTo(8) }));
    QCOMPARE(bench.session().calls()->ids().size(), 4);
    // The question is still the same one, of the same calls, and it is still open.
    QVERIFY(bench.confirmButton(2));
    QCOMPARE(bench.server().deletes(), 0);
    QVERIFY(bench.confirm(2));
    QTRY_VERIFY(!bench.session().busy() && bench.server().deletes() > 0);
    QCOMPARE(bench.server().deletes(), 2);
    for (const CallId &id : confirmed)
        QCOMPARE(bench.server().deletesFor(id), 1);
    for (const int n : { 7, 8 }) {
        QCOMPARE(bench.server().countFor(WindowBench::id(n)), 0);
        QCOMPARE(bench.session().calls()->state(WindowBench::id(n)), CallState::Listed);
    }
}

void TestWindowLinks::changesNothingThatRuns()
{
    constexpr int Calls = 30;
    WindowBench bench(WindowBench::On::Server);
    bench.server().setDefaultAnswer(Answer::ended());
    bench.list(Calls);
    bench.askForAll();
    QVERIFY(bench.confirm(Calls));
    QVERIFY(bench.session().busy());
    bench.window().takeRows(rowsOf({ linkTo(500) }));
    bench.window().takeRows(rowsOf({ linkTo(3) })); // one of those that run
    QTRY_VERIFY(!bench.session().busy());
    QCOMPARE(bench.server().deletes(), Calls);
    QCOMPARE(bench.server().countFor(WindowBench::id(500)), 0);
    QCOMPARE(bench.server().deletesFor(WindowBench::id(3)), 1);
    QCOMPARE(bench.session().calls()->ids().size(), Calls + 1);
    QCOMPARE(bench.session().calls()->tally()[Outcome::Ended], Calls);
}

void TestWindowLinks::changesNothingInItsGrace()
{
    WindowBench bench(WindowBench::On::Server, {}, {}, {}, WindowBench::Grace::On);
    bench.server().setDefaultAnswer(Answer::ended());
    bench.list(2);
    bench.askForAll();
    QVERIFY(bench.confirm(2));
    QTRY_COMPARE(bench.session().inGrace(), 2);
    bench.window().takeRows(rowsOf({ linkTo(9) }));
    QCOMPARE(bench.session().inGrace(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(bench.server().deletes(), 2, 10000);
    QCOMPARE(bench.server().countFor(WindowBench::id(9)), 0);
}

namespace {

class SecondStart
{
public:
    SecondStart()
    {
        for (const QString &name : { u"data"_s, u"config"_s, u"run"_s }) {
            QDir(m_home.path()).mkpath(name);
            QFile::setPermissions(m_home.filePath(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        QDir().mkpath(dataFolder());
    }
    QString dataFolder() const { return m_home.filePath(u"data/hangup"_s); }
    void start(const QStringList &arguments)
    {
        QProcessEnvironment values = QProcessEnvironment::systemEnvironment();
        values.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
        values.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
        values.insert(u"XDG_RUNTIME_DIR"_s, m_home.filePath(u"run"_s));
        values.insert(u"HOME"_s, m_home.path());
        values.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        values.remove(u"PLIVO_AUTH_ID"_s);
        values.remove(u"PLIVO_AUTH_TOKEN"_s);
        process.setProcessEnvironment(values);
        process.start(QStringLiteral(HANGUP_PROGRAM), arguments);
    }

    QProcess process;

private:
    QTemporaryDir m_home;
};

} // namespace

void TestWindowLinks::comesFromASecondStart()
{
    WindowBench bench(WindowBench::On::Server);
    SecondStart second;
    Instance instance(second.dataFolder(), instanceKey(bench.session().account()));
    QVERIFY(std::holds_alternative<Instance::First>(instance.start({})));
    connect(&instance, &Instance::rowsReceived, &bench.window(), &MainWindow::takeRows);
    const Account before = bench.session().account();
    bench.window().showMinimized();
    second.start({ linkTo(4) }); // as a browser's handler does
    QTRY_COMPARE_WITH_TIMEOUT(second.process.state(), QProcess::NotRunning, 20000);
    QCOMPARE(second.process.exitCode(), 0);
    QTRY_COMPARE(bench.session().calls()->ids(), QList { WindowBench::id(4) });
    QVERIFY(!bench.window().isMinimized());
    QVERIFY(bench.session().account() == before);
    QCOMPARE(bench.session().calls()->tally().listed, 1);
    QCOMPARE(bench.server().count(), 0);
}

void TestWindowLinks::isRefusedInASecondStart_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("a query") << QStringList { linkTo(4) + u"?account=Practice"_s };
    QTest::newRow("a host") << QStringList { u"hangup://api.plivo.com/"_s + WindowBench::id(4).toString() };
    QTest::newRow("two ids") << QStringList { linkTo(4) + u',' + WindowBench::id(5).toString() };
    QTest::newRow("a good one before it") << QStringList { linkTo(4), u"hangup:."_s };
    // What a quote in a link would make of a command line that does not guard it.
    QTest::newRow("an account beside it") << QStringList { linkTo(4), u"--account"_s, u"practice-2"_s };
    QTest::newRow("practice beside it") << QStringList { u"--practice"_s, linkTo(4) };
    QTest::newRow("an address beside it") << QStringList { linkTo(4), u"--api-url"_s, u"https://a.example"_s };
}

void TestWindowLinks::isRefusedInASecondStart()
{
    QFETCH(const QStringList, arguments);
    WindowBench bench(WindowBench::On::Server);
    SecondStart second;
    Instance instance(second.dataFolder(), instanceKey(bench.session().account()));
    QVERIFY(std::holds_alternative<Instance::First>(instance.start({})));
    connect(&instance, &Instance::rowsReceived, &bench.window(), &MainWindow::takeRows);
    const Account before = bench.session().account();
    second.start(arguments);
    QTRY_COMPARE_WITH_TIMEOUT(second.process.state(), QProcess::NotRunning, 20000);
    QCOMPARE(second.process.exitCode(), 2);
    const QByteArray said = second.process.readAllStandardError();
    QVERIFY2(said.contains("Nothing was added."), said.constData());
    QTest::qWait(100);
    QCOMPARE(bench.session().calls()->total(), 0);
    QVERIFY(bench.session().account() == before);
}

QTEST_MAIN(TestWindowLinks)
#include "tst_windowlinks.moc"
