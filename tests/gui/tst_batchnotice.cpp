// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What the desktop is told when a batch ends unseen, on a session bus of the test's own, with a stand-in for the
// desktop's notification server.
#include "windowbench.h"

#include "domain/words.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVariantMap>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

const QString Name = u"org.freedesktop.Notifications"_s;
const QString Path = u"/org/freedesktop/Notifications"_s;

struct Shown
{
    QString app;
    QString title;
    QString body;
    QStringList actions;
    QVariantMap hints;
};

} // namespace

/// As a desktop's notification server, but for showing anything; hears the taskbar's signals as well.
class NotificationServer : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    explicit NotificationServer(const QDBusConnection &bus) : m_bus(bus)
    {
        m_bus.registerObject(Path, this, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(Name);
        m_bus.connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, this,
                      SLOT(launcherUpdated(QString, QVariantMap)));
    }
    void click(uint id) { clickFrom(m_bus, id); }
    static void clickFrom(const QDBusConnection &bus, uint id)
    {
        QDBusMessage signal = QDBusMessage::createSignal(Path, Name, u"ActionInvoked"_s);
        signal << id << u"default"_s;
        bus.send(signal);
    }

    QList<Shown> shown;
    QStringList apps;
    QList<QVariantMap> progress;

public Q_SLOTS:
    uint Notify(const QString &app, uint, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        shown += { app, title, body, actions, hints };
        return static_cast<uint>(shown.size()) + 6;
    }
    void launcherUpdated(const QString &app, const QVariantMap &properties)
    {
        apps += app;
        progress += properties;
    }

private:
    QDBusConnection m_bus;
};

class TestBatchNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void tellsWhatEndedUnseen();
    void tellsOnceABatch();
    void tellsNothingThatIsSeen();
    void tellsNothingWhenItIsOff();
    void comesToTheFrontWhenClicked();
    void showsProgressInTheTaskbar();
    void showsProgressInTheTitle();
    void doesWithoutAServer();

private:
    /// Ends @p calls calls of the practice account, with the window in or out of sight.
    static void endCalls(WindowBench &bench, int calls, bool unseen);
    std::unique_ptr<NotificationServer> m_server;
};

void TestBatchNotice::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        QSKIP("dbus-daemon is not installed: no session bus to test on.");
}

void TestBatchNotice::init()
{
    m_server = std::make_unique<NotificationServer>(
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"notifications"_s));
}

void TestBatchNotice::cleanup()
{
    m_server.reset();
    QDBusConnection::disconnectFromBus(u"notifications"_s);
}

void TestBatchNotice::endCalls(WindowBench &bench, int calls, bool unseen)
{
    QSignalSpy finished(&bench.session(), &Session::batchFinished);
    bench.list(calls);
    bench.askForAll();
    QTRY_VERIFY(bench.confirmButton(calls) && bench.confirmButton(calls)->isEnabled());
    const bool sent = bench.confirm(calls);
    QVERIFY(sent);
    if (unseen)
        bench.window().showMinimized();
    else
        bench.window().activateWindow(); // as a window manager does when a dialog closes
    QTRY_COMPARE(finished.count(), 1);
}

void TestBatchNotice::tellsWhatEndedUnseen()
{
    WindowBench bench;
    Tally batch;
    connect(&bench.session(), &Session::batchFinished, &bench.window(),
            [&batch](const Tally &tally) { batch = tally; });
    endCalls(bench, 3, true);
    QTRY_COMPARE(m_server->shown.size(), 1);
    const Shown &shown = m_server->shown.first();
    QCOMPARE(shown.app, u"Hangup"_s);
    QCOMPARE(shown.title, u"Hangup: a batch is through"_s);
    QCOMPARE(shown.body, words::tally(batch).toHtmlEscaped());
    QVERIFY(!shown.body.contains(u'<'));
    // Numbers alone.
    QVERIFY(!shown.body.contains(bench.session().account().name));
    QVERIFY(!shown.body.contains(WindowBench::id(0).toString()));
    QCOMPARE(shown.actions.value(0), u"default"_s);
}

void TestBatchNotice::tellsOnceABatch()
{
    WindowBench bench;
    endCalls(bench, 3, true);
    QTRY_COMPARE(m_server->shown.size(), 1);
    bench.session().calls()->remove(bench.session().calls()->ids());
    bench.window().showNormal();
    bench.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window()));
    endCalls(bench, 2, true);
    QTRY_COMPARE(m_server->shown.size(), 2);
    QTest::qWait(600);
    QCOMPARE(m_server->shown.size(), 2);
}

void TestBatchNotice::tellsNothingThatIsSeen()
{
    WindowBench bench;
    endCalls(bench, 3, false);
    QTest::qWait(600);
    QCOMPARE(m_server->shown.size(), 0);
}

void TestBatchNotice::tellsNothingWhenItIsOff()
{
    WindowBench bench;
    Settings settings = bench.session().settings();
    settings.notifyWhenDone = false;
    bench.session().setSettings(settings);
    endCalls(bench, 3, true);
    QTest::qWait(600);
    QCOMPARE(m_server->shown.size(), 0);
}

void TestBatchNotice::comesToTheFrontWhenClicked()
{
    WindowBench bench;
    endCalls(bench, 3, true);
    QTRY_COMPARE(m_server->shown.size(), 1);
    // Another program's notification.
    m_server->click(99);
    QTest::qWait(200); // by then the window knows which server gave which number
    // Ours by its number, but from a program that did not give it.
    NotificationServer::clickFrom(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"another program"_s), 7);
    QTest::qWait(200);
    QDBusConnection::disconnectFromBus(u"another program"_s);
    QVERIFY(bench.window().isMinimized());
    m_server->click(7);
    QTRY_VERIFY(!bench.window().isMinimized());
    QVERIFY(bench.window().isVisible());
}

void TestBatchNotice::showsProgressInTheTaskbar()
{
    WindowBench bench;
    endCalls(bench, 8, false);
    QTRY_VERIFY(!bench.session().busy());
    QTRY_VERIFY(!m_server->progress.isEmpty() && !m_server->progress.last().value(u"progress-visible"_s).toBool());
    QCOMPARE(m_server->apps.first(), u"application://hangup.desktop"_s);
    QVERIFY(m_server->progress.first().value(u"progress-visible"_s).toBool());
    for (const QVariantMap &update : std::as_const(m_server->progress)) {
        const double share = update.value(u"progress"_s).toDouble();
        QVERIFY(share >= 0 && share <= 1);
    }
}

void TestBatchNotice::showsProgressInTheTitle()
{
    WindowBench bench;
    const QString usual = bench.window().windowTitle();
    QStringList titles;
    connect(&bench.window(), &QWidget::windowTitleChanged, this, [&titles](const QString &title) { titles += title; });
    endCalls(bench, 3, false);
    QTRY_COMPARE(bench.window().windowTitle(), usual);
    QVERIFY2(titles.contains(u"0 of 3 – "_s + usual), qPrintable(titles.join(u'|')));
}

void TestBatchNotice::doesWithoutAServer()
{
    cleanup();
    WindowBench bench;
    endCalls(bench, 3, true);
    QTRY_VERIFY(!bench.session().busy());
    init();
}

/// A bus of the test's own: the one of who runs the tests is never asked.
int main(int argc, char *argv[])
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QProcess daemon;
    daemon.start(u"dbus-daemon"_s, { u"--session"_s, u"--nofork"_s, u"--print-address"_s });
    if (daemon.waitForStarted() && daemon.waitForReadyRead())
        qputenv("DBUS_SESSION_BUS_ADDRESS", daemon.readLine().trimmed());
    int status = 1;
    {
        QApplication app(argc, argv);
        QApplication::setDesktopFileName(u"hangup"_s);
        TestBatchNotice test;
        status = QTest::qExec(&test, argc, argv);
    }
    daemon.kill();
    daemon.waitForFinished();
    return status;
}

#include "tst_batchnotice.moc"
