// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup: links in the window: rows, and nothing else, whatever the window is doing.
#include "session/instance.h"
#include "session/launch.h"
#include "ui/openrequests.h"
#include "windowbench.h"

#include <QDir>
#include <QFileOpenEvent>
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
    void isRefusedInAFirstStart();
    void comesAsAnEvent_data();
    void comesAsAnEvent();
    void isRefusedAsAnEvent_data();
    void isRefusedAsAnEvent();
    void bringsFilesAsEvents();
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
    bench.window().refuseLink(LinkRefusal::NotOneCall);
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

/// A start of the program in a process and a home of its own.
class RealStart
{
public:
    RealStart()
    {
        for (const QString &name : { u"data/hangup"_s, u"config"_s, u"run"_s }) {
            QDir(m_home.path()).mkpath(name);
            QFile::setPermissions(m_home.filePath(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
    }
    QString dataFolder() const { return m_home.filePath(u"data/hangup"_s); }
    QString file(const QString &name) const { return m_home.filePath(name); }
    void start(QProcess &process, const QStringList &arguments) const
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
    /// To its end; its exit status, or -1.
    int run(const QStringList &arguments)
    {
        QProcess process;
        start(process, arguments);
        const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20000);
        said = process.readAllStandardError();
        return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    QByteArray said; ///< of the last run

private:
    QTemporaryDir m_home;
};

/// The first window, in this process as the program sets it up, on an account at the scripted server. What every test of
/// a link wants to know: who came later changed nothing but, perhaps, the list.
class FirstWindow
{
public:
    FirstWindow()
        : bench(WindowBench::On::Server), m_before(bench.session().account()),
          m_instance(later.dataFolder(), instanceKey(m_before)), m_requests(&bench.window())
    {
        m_isFirst = std::holds_alternative<Instance::First>(m_instance.start({}));
        m_requests.listenTo(&m_instance);
        bench.window().showMinimized();
    }
    /// In words for a failure; empty: nothing was ended or asked, the account is the same, and the window came to the
    /// front.
    QString trouble()
    {
        QTest::qWait(100);
        QString words;
        words += m_isFirst ? QString() : u"it is not the first; "_s;
        words += bench.session().account() == m_before ? QString() : u"another account; "_s;
        words += bench.server().count() == 0 ? QString() : u"something was sent; "_s;
        words += bench.session().busy() ? u"something runs; "_s : QString();
        words += bench.window().isMinimized() ? u"it is minimised"_s : QString();
        return words;
    }
    QList<CallId> ids() { return bench.session().calls()->ids(); }

    WindowBench bench;
    RealStart later;

private:
    const Account m_before;
    Instance m_instance;
    OpenRequests m_requests;
    bool m_isFirst = false;
};

} // namespace

void TestWindowLinks::comesFromASecondStart()
{
    FirstWindow first;
    QCOMPARE(first.later.run({ linkTo(4) }), 0); // as a browser's handler does
    QTRY_COMPARE(first.ids(), QList { WindowBench::id(4) });
    QCOMPARE(first.trouble(), QString());
    QCOMPARE(first.bench.session().calls()->tally().listed, 1);
    QCOMPARE(first.bench.notice(), QString());
}

void TestWindowLinks::isRefusedInASecondStart_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<LinkRefusal>("why");
    const auto row = [](const char *name, const QStringList &arguments, LinkRefusal why = LinkRefusal::NotOneCall) {
        QTest::newRow(name) << arguments << why;
    };
    row("a query", { linkTo(4) + u"?account=Practice"_s });
    row("a host", { u"hangup://api.plivo.com/"_s + WindowBench::id(4).toString() });
    row("two ids", { linkTo(4) + u',' + WindowBench::id(5).toString() });
    row("a good one before it", { linkTo(4), u"hangup:."_s });
    // What a quote in a link would make of a command line that does not guard it.
    row("an account beside it", { linkTo(4), u"--account"_s, u"practice-2"_s }, LinkRefusal::ChoosesAccount);
    row("practice beside it", { u"--practice"_s, linkTo(4) }, LinkRefusal::ChoosesAccount);
    row("an address beside it", { linkTo(4), u"--api-url"_s, u"https://a.example"_s }, LinkRefusal::ChoosesAccount);
}

void TestWindowLinks::isRefusedInASecondStart()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const LinkRefusal, why);
    FirstWindow first;
    QCOMPARE(first.later.run(arguments), 2);
    QVERIFY2(first.later.said.startsWith(linkRefusal(why).toLocal8Bit() + '\n'), first.later.said.constData());
    // A desktop shows that to nobody.
    QTRY_COMPARE(first.bench.notice(), linkRefusal(why));
    QCOMPARE(first.trouble(), QString());
    QCOMPARE(first.bench.session().calls()->total(), 0);
}

// The window opens to say it, as a start without arguments would open it.
void TestWindowLinks::isRefusedInAFirstStart()
{
    RealStart start;
    QProcess first;
    start.start(first, { linkTo(4), u"--account"_s, u"practice-2"_s });
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(start.dataFolder() + u"/instance.socket"_s), 20000);
    QCOMPARE(start.run({ u"--account"_s, u"practice-2"_s }), 2); // that is not what it is on
    QVERIFY2(start.said.contains("with another account"), start.said.constData());
    QCOMPARE(start.run({ u"--practice"_s }), 0);
    QCOMPARE(first.state(), QProcess::Running);
    QCOMPARE(first.readAllStandardError().split('\n').first(),
             linkRefusal(LinkRefusal::ChoosesAccount).toLocal8Bit());
    first.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(first.state(), QProcess::NotRunning, 20000);
}

void TestWindowLinks::comesAsAnEvent_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("as it is written") << linkTo(4);
    QTest::newRow("in upper case") << linkTo(4).toUpper();
}

// As macOS opens it: nothing starts a second time there.
void TestWindowLinks::comesAsAnEvent()
{
    QFETCH(const QString, link);
    FirstWindow first;
    QFileOpenEvent event { QUrl(link) };
    QVERIFY(QCoreApplication::sendEvent(qApp, &event));
    QCOMPARE(first.ids(), QList { WindowBench::id(4) });
    QCOMPARE(first.trouble(), QString());
    QCOMPARE(first.bench.notice(), QString());
}

void TestWindowLinks::isRefusedAsAnEvent_data()
{
    QTest::addColumn<QString>("link");
    const QString id = WindowBench::id(4).toString();
    QTest::newRow("nothing behind it") << u"hangup:"_s;
    QTest::newRow("a host") << u"hangup://"_s + id;
    QTest::newRow("a path") << u"hangup:/"_s + id;
    QTest::newRow("a query") << linkTo(4) + u"?account=Practice"_s;
    QTest::newRow("an empty query") << linkTo(4) + u'?';
    QTest::newRow("a fragment") << linkTo(4) + u"#x"_s;
    QTest::newRow("a blank behind it") << linkTo(4) + u"%20"_s;
    QTest::newRow("two ids") << linkTo(4) + u',' + WindowBench::id(5).toString();
    QTest::newRow("an id cut off") << linkTo(4).chopped(1);
    QTest::newRow("another scheme") << u"https://a.example/"_s + id;
    QTest::newRow("no scheme") << id;
}

void TestWindowLinks::isRefusedAsAnEvent()
{
    QFETCH(const QString, link);
    FirstWindow first;
    QFileOpenEvent event { QUrl(link) };
    QVERIFY(QCoreApplication::sendEvent(qApp, &event));
    QCOMPARE(first.bench.notice(), linkRefusal(LinkRefusal::NotOneCall));
    QCOMPARE(first.trouble(), QString());
    QCOMPARE(first.bench.session().calls()->total(), 0);
}

void TestWindowLinks::bringsFilesAsEvents()
{
    FirstWindow first;
    QStringList paths;
    for (const int n : { 1, 2 }) {
        // A name that would be an id is a file's all the same.
        paths += first.later.file(WindowBench::id(n + 10).toString());
        QFile file(paths.last());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(WindowBench::id(n).toLatin1());
    }
    for (const QString &path : paths) {
        QFileOpenEvent event(path);
        QVERIFY(QCoreApplication::sendEvent(qApp, &event));
    }
    QTRY_COMPARE(first.ids(), (QList { WindowBench::id(1), WindowBench::id(2) }));
    QCOMPARE(first.trouble(), QString());
    QFileOpenEvent missing(first.later.file(u"missing.txt"_s));
    QVERIFY(QCoreApplication::sendEvent(qApp, &missing));
    QTRY_VERIFY2(first.bench.notice().contains(u"missing.txt"_s), qPrintable(first.bench.notice()));
    QCOMPARE(first.ids().size(), 2);
}

QTEST_MAIN(TestWindowLinks)
#include "tst_windowlinks.moc"
