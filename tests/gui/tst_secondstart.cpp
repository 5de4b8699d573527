// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Two real processes: the second hands its rows to the first, or is refused.
#include "session/instance.h"
#include "windowbench.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestSecondStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void handsItsRowsOver();
    void bringsItsRowsIntoTheFirstWindow();
    void refusesAnotherAccount();
    void helpsWithoutADisplay_data();
    void helpsWithoutADisplay();

private:
    QProcessEnvironment environment() const;
    /// Runs to its end; the exit status.
    int run(const QStringList &arguments, const QProcessEnvironment &environment);
    void startFirst();
    /// Where the program keeps its data, the socket among it.
    QString dataFolder() const { return m_home->filePath(u"data/hangup"_s); }

    std::unique_ptr<QTemporaryDir> m_home;
    QProcess m_first;
    QByteArray m_out;
    QByteArray m_err;
};

void TestSecondStart::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const QString &name : { u"data"_s, u"config"_s, u"run"_s }) {
        QVERIFY(QDir(m_home->path()).mkdir(name));
        QFile::setPermissions(m_home->filePath(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
}

void TestSecondStart::cleanup()
{
    if (m_first.state() != QProcess::NotRunning) {
        m_first.terminate();
        if (!m_first.waitForFinished(5000))
            m_first.kill();
        m_first.waitForFinished();
    }
}

QProcessEnvironment TestSecondStart::environment() const
{
    QProcessEnvironment values = QProcessEnvironment::systemEnvironment();
    values.insert(u"XDG_DATA_HOME"_s, m_home->filePath(u"data"_s));
    values.insert(u"XDG_CONFIG_HOME"_s, m_home->filePath(u"config"_s));
    values.insert(u"XDG_RUNTIME_DIR"_s, m_home->filePath(u"run"_s));
    values.insert(u"HOME"_s, m_home->path());
    values.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    values.remove(u"PLIVO_AUTH_ID"_s);
    values.remove(u"PLIVO_AUTH_TOKEN"_s);
    return values;
}

int TestSecondStart::run(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(HANGUP_PROGRAM), arguments);
    if (!process.waitForFinished(20000)) {
        process.kill();
        process.waitForFinished();
        return -1;
    }
    m_out = process.readAllStandardOutput();
    m_err = process.readAllStandardError();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
}

void TestSecondStart::startFirst()
{
    m_first.setProcessEnvironment(environment());
    m_first.start(QStringLiteral(HANGUP_PROGRAM), { u"--practice"_s });
    QVERIFY(m_first.waitForStarted());
    // Once it listens it is the first, and whoever comes later the second.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(dataFolder() + u"/instance.socket"_s), 20000);
}

void TestSecondStart::handsItsRowsOver()
{
    startFirst();
    const QStringList rows { u"defb0706-86a6-11e4-b303-498d468c930b"_s };
    QCOMPARE(run(QStringList { u"--practice"_s } + rows, environment()), 0);
    QCOMPARE(run(rows, environment()), 0);
    QCOMPARE(m_first.state(), QProcess::Running);
}

void TestSecondStart::bringsItsRowsIntoTheFirstWindow()
{
    // The first runs in this process, as the program sets it up, so that its list can be looked into; the second is a
    // real process.
    WindowBench bench;
    QVERIFY(QDir().mkpath(dataFolder()));
    Instance instance(dataFolder(), u"practice"_s);
    QVERIFY(std::holds_alternative<Instance::First>(instance.start({})));
    connect(&instance, &Instance::rowsReceived, &bench.window(), &MainWindow::takeRows);
    QFile file(m_home->filePath(u"ticket.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(WindowBench::id(2).toLatin1());
    file.close();
    bench.window().showMinimized();

    QProcess second;
    second.setProcessEnvironment(environment());
    second.start(QStringLiteral(HANGUP_PROGRAM),
                 { u"--practice"_s, WindowBench::id(1).toString(), file.fileName(), WindowBench::id(3).toString() });
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 20000);
    QCOMPARE(second.exitCode(), 0);
    QTRY_COMPARE(bench.session().calls()->ids(),
                 (QList { WindowBench::id(1), WindowBench::id(2), WindowBench::id(3) }));
    QVERIFY(!bench.window().isMinimized());
}

void TestSecondStart::refusesAnotherAccount()
{
    startFirst();
    QProcessEnvironment other = environment();
    other.insert(u"PLIVO_AUTH_ID"_s, u"MATESTTESTTESTTEST01"_s);
    other.insert(u"PLIVO_AUTH_TOKEN"_s, u"canaryTokenOfTheSecondStart0000000000001"_s);
    QCOMPARE(run({ u"defb0706-86a6-11e4-b303-498d468c930b"_s }, other), 2);
    QVERIFY(!m_err.isEmpty());
    QVERIFY(!m_err.contains("canaryToken"));
    QCOMPARE(m_first.state(), QProcess::Running);
}

void TestSecondStart::helpsWithoutADisplay_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<int>("status");
    QTest::newRow("help") << u"--help"_s << 0;
    QTest::newRow("version") << u"--version"_s << 0;
    QTest::newRow("an option that is none") << u"--nonsense"_s << 2;
    QTest::newRow("an id that is cut off") << u"defb0706-86a6-11e4-b303-498d468c930"_s << 2;
}

void TestSecondStart::helpsWithoutADisplay()
{
    QFETCH(const QString, argument);
    QFETCH(const int, status);
    QProcessEnvironment noDisplay = environment();
    noDisplay.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    noDisplay.remove(u"DISPLAY"_s);
    QCOMPARE(run({ argument }, noDisplay), status);
    QCOMPARE(m_out.isEmpty(), status != 0);
    QCOMPARE(m_err.isEmpty(), status == 0);
}

QTEST_MAIN(TestSecondStart)
#include "tst_secondstart.moc"
