// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "roomrules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QList<rooms::Source> productSources()
{
    QList<rooms::Source> sources;
    const QDir root(QStringLiteral(HANGUP_SOURCE_DIR));
    for (const QString &folder : { u"app"_s, u"ui"_s }) {
        QDirIterator files(root.filePath(folder), { u"*.h"_s, u"*.cpp"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                sources.append({ root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()) });
        }
    }
    return sources;
}

} // namespace

/// The one-way rule, read from the include lines: the linker doesn't catch a breach.
class TestRooms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void productKeepsToItsRooms();
    void productCallsNothingForbidden();
    void plantedIncludes_data();
    void plantedIncludes();
    void plantedCalls_data();
    void plantedCalls();
};

void TestRooms::productKeepsToItsRooms()
{
    const QList<rooms::Source> sources = productSources();
    QVERIFY(sources.size() >= 20); // an empty folder breaks no rule
    QStringList breaches;
    for (const rooms::Source &source : sources)
        breaches += rooms::includeBreaches(source);
    QCOMPARE(breaches.join(u'\n'), QString());
}

void TestRooms::productCallsNothingForbidden()
{
    QStringList breaches;
    for (const rooms::Source &source : productSources())
        breaches += rooms::callBreaches(source);
    QCOMPARE(breaches.join(u'\n'), QString());
}

void TestRooms::plantedIncludes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("breach");
    const auto row = [](const char *name, const QString &path, const QString &line, const QString &breach) {
        QTest::newRow(name) << path << line << breach;
    };
    const QString good;
    row("ui sees session", u"ui/x.cpp"_s, u"#include \"session/session.h\""_s, good);
    row("ui sees models", u"ui/x.cpp"_s, u"#include \"models/logmodel.h\""_s, good);
    row("ui sees widgets", u"ui/x.cpp"_s, u"#include <QMessageBox>"_s, good);
    row("session sees plivo", u"app/session/x.cpp"_s, u"#include \"plivo/hangupengine.h\""_s, good);
    row("plivo sees domain", u"app/plivo/x.cpp"_s, u"#include \"domain/callid.h\""_s, good);
    row("plivo sees itself", u"app/plivo/x.cpp"_s, u"#include \"plivo/pacer.h\""_s, good);
    row("plivo sees Qt Network", u"app/plivo/x.cpp"_s, u"#include <QNetworkReply>"_s, good);
    row("models see item models", u"app/models/x.cpp"_s, u"#include <QAbstractTableModel>"_s, good);
    row("a string view is no widget", u"app/models/x.cpp"_s, u"#include <QStringView>"_s, good);
    row("an include in a comment", u"app/domain/x.h"_s, u"// #include \"plivo/x.h\""_s, good);
    row("ui sees plivo", u"ui/x.cpp"_s, u"#include \"plivo/hangupengine.h\""_s, u"includes plivo/hangupengine.h"_s);
    row("ui sees store", u"ui/x.h"_s, u"#include \"store/textfileio.h\""_s, u"includes store/textfileio.h"_s);
    row("ui sees practice", u"ui/x.h"_s, u"#include <practice/practiceworld.h>"_s,
        u"includes practice/practiceworld.h"_s);
    row("session sees ui", u"app/session/x.cpp"_s, u"#include \"ui/banner.h\""_s, u"includes ui/banner.h"_s);
    row("plivo sees practice", u"app/plivo/x.cpp"_s, u"#include \"practice/x.h\""_s, u"includes practice/x.h"_s);
    row("practice sees plivo", u"app/practice/x.cpp"_s, u"  #  include \"plivo/x.h\""_s, u"includes plivo/x.h"_s);
    row("models see store", u"app/models/x.h"_s, u"#include \"store/x.h\""_s, u"includes store/x.h"_s);
    row("store sees session", u"app/store/x.h"_s, u"#include \"session/x.h\""_s, u"includes session/x.h"_s);
    row("domain sees plivo", u"app/domain/x.h"_s, u"#include \"plivo/x.h\""_s, u"includes plivo/x.h"_s);
    row("a way around", u"app/domain/x.h"_s, u"#include \"../plivo/x.h\""_s, u"includes ../plivo/x.h"_s);
    row("models see a widget", u"app/models/x.h"_s, u"#include <QWidget>"_s, u"includes the widgets' QWidget"_s);
    row("models see QtWidgets", u"app/models/x.h"_s, u"#include <QtWidgets/QWidget>"_s,
        u"includes the widgets' QtWidgets/QWidget"_s);
    row("session sees a message box", u"app/session/x.cpp"_s, u"#include <QMessageBox>"_s,
        u"includes the widgets' QMessageBox"_s);
    row("session sees a table view", u"app/session/x.cpp"_s, u"#include <QTableView>"_s,
        u"includes the widgets' QTableView"_s);
    row("session sees the application", u"app/session/x.cpp"_s, u"#include <QApplication>"_s,
        u"includes the widgets' QApplication"_s);
    row("the command line sees session", u"app/cli/x.cpp"_s, u"#include \"session/launch.h\""_s, good);
    row("the command line sees models", u"app/cli/x.cpp"_s, u"#include \"models/calllistmodel.h\""_s, good);
    row("the command line sees a notifier", u"app/cli/x.cpp"_s, u"#include <QSocketNotifier>"_s, good);
    row("the command line sees a string view", u"app/cli/x.cpp"_s, u"#include <QStringView>"_s, good);
    row("the command line sees plivo", u"app/cli/x.cpp"_s, u"#include \"plivo/hangupengine.h\""_s,
        u"includes plivo/hangupengine.h"_s);
    row("the command line sees store", u"app/cli/x.cpp"_s, u"#include \"store/journal.h\""_s,
        u"includes store/journal.h"_s);
    row("the command line sees practice", u"app/cli/x.h"_s, u"#include \"practice/practiceworld.h\""_s,
        u"includes practice/practiceworld.h"_s);
    row("the command line sees ui", u"app/cli/x.cpp"_s, u"#include \"ui/theme.h\""_s, u"includes ui/theme.h"_s);
    row("session sees the command line", u"app/session/x.cpp"_s, u"#include \"cli/endrun.h\""_s,
        u"includes cli/endrun.h"_s);
    row("the command line sees a widget", u"app/cli/x.cpp"_s, u"#include <QApplication>"_s,
        u"includes the widgets' QApplication"_s);
    row("the command line sees the clipboard", u"app/cli/x.cpp"_s, u"#include <QClipboard>"_s,
        u"includes Qt Gui's QClipboard"_s);
    row("the command line sees the window's application", u"app/cli/x.cpp"_s, u"#include <QGuiApplication>"_s,
        u"includes Qt Gui's QGuiApplication"_s);
    row("a new room that nobody knows", u"app/attic/x.h"_s, QString(), u"is in no room"_s);
}

void TestRooms::plantedIncludes()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(QString, breach);
    const QString expected = breach.isEmpty() ? QString() : path + u":1: "_s + breach;
    QCOMPARE(rooms::includeBreaches({ path, line }).join(u'\n'), expected);
}

void TestRooms::plantedCalls_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("breach");
    const auto row = [](const char *name, const QString &path, const QString &code, const QString &breach) {
        QTest::newRow(name) << path << code << breach;
    };
    const QString good;
    row("the application's own loop", u"ui/main.cpp"_s, u"return QApplication::exec();"_s, good);
    row("the command line's own loop", u"app/cli/climain.cpp"_s, u"return QCoreApplication::exec();"_s, good);
    row("another loop in the command line", u"app/cli/x.cpp"_s, u"app->exec();"_s, u"calls exec"_s);
    row("a query of the database", u"app/store/journal.cpp"_s, u"query.exec();"_s, good);
    row("the second start waits", u"app/session/instance.cpp"_s, u"socket.waitForReadyRead(100);"_s, good);
    row("the gate deletes", u"app/plivo/callrequest.cpp"_s, u"m.sendCustomRequest(r, \"DELETE\", d);"_s, good);
    row("the gate asks", u"app/plivo/readrequest.cpp"_s, u"m.sendCustomRequest(r, \"GET\", d);"_s, good);
    row("the gate that asks deletes", u"app/plivo/readrequest.cpp"_s, u"m.sendCustomRequest(r, \"DELETE\", d);"_s,
        u"names the verb DELETE"_s);
    row("a comment on it", u"app/plivo/x.cpp"_s, u"// never ignoreSslErrors()\n/* dialog.exec() */"_s, good);
    row("words with it", u"ui/x.cpp"_s, u"f(\"a.exec() waits\"); // \"DELETE\""_s, good);
    row("words that contain the verb", u"app/plivo/x.cpp"_s, u"entry.sent = u\"DELETE Call\"_s;"_s, good);
    row("ignoring certificates", u"app/plivo/x.cpp"_s, u"reply->ignoreSslErrors();"_s, u"calls ignoreSslErrors"_s);
    row("a keyring that is a file", u"app/store/x.cpp"_s, u"job.setInsecureFallback(true);"_s,
        u"calls setInsecureFallback"_s);
    row("processEvents", u"ui/x.cpp"_s, u"QCoreApplication::processEvents();"_s, u"calls processEvents"_s);
    row("a nested loop", u"app/session/x.cpp"_s, u"QEventLoop loop;"_s, u"calls QEventLoop"_s);
    row("a wait", u"app/session/x.cpp"_s, u"file.waitForBytesWritten(10);"_s, u"calls waitFor"_s);
    row("a dialog's loop", u"ui/x.cpp"_s, u"dialog.exec();"_s, u"calls exec"_s);
    row("a dialog's loop by pointer", u"ui/x.cpp"_s, u"box->exec ();"_s, u"calls exec"_s);
    row("a drag's loop", u"ui/x.cpp"_s, u"QDialog::exec();"_s, u"calls exec"_s);
    row("another DELETE", u"app/session/x.cpp"_s, u"manager.deleteResource(request);"_s, u"calls deleteResource"_s);
    row("another custom request", u"app/practice/x.cpp"_s, u"manager->sendCustomRequest(r, verb);"_s,
        u"calls sendCustomRequest"_s);
    row("the verb elsewhere", u"app/plivo/x.cpp"_s, u"const QByteArray verb(\"DELETE\");"_s,
        u"names the verb DELETE"_s);
}

void TestRooms::plantedCalls()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    QFETCH(QString, breach);
    const QString expected = breach.isEmpty() ? QString() : path + u":1: "_s + breach;
    QCOMPARE(rooms::callBreaches({ path, code }).join(u'\n'), expected);
}

QTEST_GUILESS_MAIN(TestRooms)
#include "tst_rooms.moc"
