// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/instance.h"
#include "session/instancewire.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;

namespace {

const QString id = u"defb0706-86a6-11e4-b303-498d468c930b"_s;

// One start in a process of its own.
class Start
{
public:
    Start(const QString &folder, const QString &key, const QStringList &rows = {})
    {
        process.setWorkingDirectory(folder);
        process.start(QStringLiteral(INSTANCE_PROBE), QStringList { folder, key } + rows);
    }
    ~Start()
    {
        process.closeWriteChannel();
        process.waitForFinished(5000);
    }
    QString line()
    {
        QElapsedTimer timer;
        timer.start();
        while (!process.canReadLine() && timer.elapsed() < 20000 && process.state() != QProcess::NotRunning)
            process.waitForReadyRead(100);
        return QString::fromUtf8(process.readLine()).trimmed();
    }
    QProcess process;
};

} // namespace

class InstanceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        temporary = std::make_unique<QTemporaryDir>();
        folder = temporary->path() + u"/data"_s;
        QDir().mkpath(folder);
    }
    void aSecondStartHandsOver();
    void accountsMustAgree_data();
    void accountsMustAgree();
    void theAccountMayChangeLater();
    void aKilledFirstIsTakenOver();
    void oneOfManyStartsAtOnceIsTheFirst();
    void aFirstThatHangsIsToldOf();
    void theSocketIsTheUsersOwn();
    void rubbishIsDropped_data();
    void rubbishIsDropped();
    void aClientThatSaysNothingIsDropped();
    void aFolderThatCannotBeMadeIsRefused();
    void aLongFolderGetsItsSocketElsewhere();

private:
    std::unique_ptr<QTemporaryDir> temporary;
    QString folder;
};

void InstanceTest::aSecondStartHandsOver()
{
    Start first(folder, u"practice"_s);
    QCOMPARE(first.line(), u"first"_s);
    Start second(folder, u"practice"_s, { id, u"ticket.txt"_s, u"/x/../y.csv"_s });
    QCOMPARE(second.line(), u"handed over"_s);
    QVERIFY(second.process.waitForFinished(5000));
    QCOMPARE(second.process.exitCode(), 0);
    QCOMPARE(first.line(), u"rows "_s + id + u'|' + QDir(folder).canonicalPath() + u"/ticket.txt|/y.csv"_s);
    Start bare(folder, u"practice"_s); // raises the window
    QCOMPARE(bare.line(), u"handed over"_s);
    QCOMPARE(first.line(), u"rows"_s);
}

void InstanceTest::accountsMustAgree_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("said");
    QTest::newRow("the same") << u"MA api"_s << u"MA api"_s << u"handed over"_s;
    QTest::newRow("the second names none") << u"MA api"_s << QString() << u"handed over"_s;
    QTest::newRow("the first names none") << QString() << u"practice"_s << u"handed over"_s;
    QTest::newRow("another") << u"practice"_s << u"MA api"_s << u"refused"_s;
}

void InstanceTest::accountsMustAgree()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(QString, said);
    Start first(folder, one);
    QCOMPARE(first.line(), u"first"_s);
    {
        Start second(folder, other, { id });
        QCOMPARE(second.line().left(said.size()), said);
        QVERIFY(second.process.waitForFinished(5000));
        QCOMPARE(second.process.exitCode(), said == u"refused"_s ? 2 : 0);
    }
    if (said == u"refused"_s)
        QVERIFY(!first.process.canReadLine() && !first.process.waitForReadyRead(200)); // no rows came
}

void InstanceTest::theAccountMayChangeLater()
{
    Instance first(folder, u"practice"_s);
    QVERIFY(std::holds_alternative<Instance::First>(first.start({})));
    first.setAccountKey(u"MA api"_s);
    QSignalSpy rows(&first, &Instance::rowsReceived);
    Start second(folder, u"MA api"_s, { id });
    QTRY_COMPARE_WITH_TIMEOUT(rows.size(), 1, 20000);
    QCOMPARE(rows.at(0).at(0).toStringList(), QStringList { id });
}

void InstanceTest::aKilledFirstIsTakenOver()
{
    {
        Start first(folder, {});
        QCOMPARE(first.line(), u"first"_s);
        first.process.kill();
        QVERIFY(first.process.waitForFinished(5000));
    }
    QVERIFY(QFileInfo::exists(folder + u"/instance.lock"_s)); // both are left behind …
    QVERIFY(QFileInfo::exists(folder + u"/instance.socket"_s));
    Start second(folder, {});
    QCOMPARE(second.line(), u"first"_s); // … and don't matter
    Start third(folder, {}, { id });
    QCOMPARE(third.line(), u"handed over"_s);
    QCOMPARE(second.line(), u"rows "_s + id);
}

void InstanceTest::oneOfManyStartsAtOnceIsTheFirst()
{
    std::vector<std::unique_ptr<Start>> starts;
    for (int i = 0; i < 6; ++i)
        starts.push_back(std::make_unique<Start>(folder, QString(), QStringList { id }));
    QMap<QString, int> said;
    for (const auto &start : starts)
        ++said[start->line()];
    const QMap<QString, int> wanted { { u"first"_s, 1 }, { u"handed over"_s, 5 } };
    QCOMPARE(said, wanted);
}

void InstanceTest::aFirstThatHangsIsToldOf()
{
    Instance first(folder, {}); // its event loop does not run while the second waits
    QVERIFY(std::holds_alternative<Instance::First>(first.start({})));
    Instance second(folder, {}, nullptr, 300ms);
    QElapsedTimer timer;
    timer.start();
    const Instance::Start start = second.start({ id });
    const auto *refused = std::get_if<Instance::Refused>(&start);
    QVERIFY(refused);
    QVERIFY2(refused->sentence.contains(u"does not answer"_s), qPrintable(refused->sentence));
    QCOMPARE_GE(timer.elapsed(), 300);
    QCOMPARE_LT(timer.elapsed(), 5000);
}

void InstanceTest::theSocketIsTheUsersOwn()
{
    Instance first(folder, {});
    QVERIFY(std::holds_alternative<Instance::First>(first.start({})));
    struct stat info = {};
    QCOMPARE(::stat(QFile::encodeName(Instance::socketNames(folder).constFirst()).constData(), &info), 0);
    QVERIFY(S_ISSOCK(info.st_mode));
    QCOMPARE(info.st_mode & (S_IRWXG | S_IRWXO), 0U);
    QCOMPARE(info.st_uid, ::geteuid());
}

void InstanceTest::rubbishIsDropped_data()
{
    using namespace instancewire;
    QTest::addColumn<QByteArray>("bytes");
    const auto framed = [](const QByteArray &payload) {
        QByteArray bytes(4, '\0');
        bytes[2] = char(payload.size() >> 8);
        bytes[3] = char(payload.size() & 0xff);
        return bytes + payload;
    };
    QTest::newRow("a length of nothing") << QByteArray(4, '\0');
    QTest::newRow("a length over the limit") << QByteArray("\x00\x10\x00\x01", 4);
    QTest::newRow("a length of 4 GB") << QByteArray("\xff\xff\xff\xff", 4);
    QTest::newRow("a browser") << "GET / HTTP/1.1\r\n\r\n"_ba;
    QTest::newRow("no JSON") << framed("hello"_ba);
    QTest::newRow("a list") << framed("[1]"_ba);
    QTest::newRow("another version") << framed(R"({"version":2,"account":"","rows":[]})"_ba);
    QTest::newRow("no account") << framed(R"({"version":1,"rows":[]})"_ba);
    QTest::newRow("rows that are none") << framed(R"({"version":1,"account":"","rows":[7]})"_ba);
    QTest::newRow("a relative path") << framed(R"({"version":1,"account":"","rows":["a.txt"]})"_ba);
    QTest::newRow("a NUL in a path") << framed(R"({"version":1,"account":"","rows":["/a\u0000b"]})"_ba);
    QTest::newRow("an id cut off") << framed(
        R"({"version":1,"account":"","rows":["defb0706-86a6-11e4-b303-498d468c930"]})"_ba);
    QTest::newRow("a refusal of another kind") << framed(
        R"({"version":1,"account":"","rows":[],"refused":"<b>no</b>"})"_ba);
    QTest::newRow("a refusal and a row") << framed(
        R"({"version":1,"account":"","rows":["/a.txt"],"refused":"link"})"_ba);
    QTest::newRow("more behind the request") << *frame(Request { {}, {} }) + "x";
}

void InstanceTest::rubbishIsDropped()
{
    QFETCH(QByteArray, bytes);
    Instance first(folder, {});
    QVERIFY(std::holds_alternative<Instance::First>(first.start({})));
    QSignalSpy rows(&first, &Instance::rowsReceived);
    QSignalSpy refused(&first, &Instance::linkRefused);
    QLocalSocket client;
    client.connectToServer(Instance::socketNames(folder).constFirst());
    QTRY_COMPARE(client.state(), QLocalSocket::ConnectedState);
    client.write(bytes);
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QLocalSocket::UnconnectedState, 1500); // before patience ends
    QCOMPARE(client.readAll(), QByteArray());
    QCOMPARE(rows.size(), 0);
    QCOMPARE(refused.size(), 0);
    // It still listens.
    client.connectToServer(Instance::socketNames(folder).constFirst());
    QTRY_COMPARE(client.state(), QLocalSocket::ConnectedState);
    client.write(*instancewire::frame(instancewire::Request { {}, { id } }));
    QTRY_COMPARE(rows.size(), 1);
}

void InstanceTest::aClientThatSaysNothingIsDropped()
{
    Instance first(folder, {});
    QVERIFY(std::holds_alternative<Instance::First>(first.start({})));
    QLocalSocket client;
    client.connectToServer(Instance::socketNames(folder).constFirst());
    QTRY_COMPARE(client.state(), QLocalSocket::ConnectedState);
    client.write("\0\0", 2); // half a length
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QLocalSocket::UnconnectedState, 6000);
}

void InstanceTest::aFolderThatCannotBeMadeIsRefused()
{
    QFile file(folder + u"/file"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    Instance first(folder + u"/file/below"_s, {});
    const Instance::Start start = first.start({});
    QVERIFY(std::holds_alternative<Instance::Refused>(start));
    QVERIFY(std::get<Instance::Refused>(start).sentence.contains(u"/file/below"_s));
}

void InstanceTest::aLongFolderGetsItsSocketElsewhere()
{
    const QString deep = folder + u'/' + QString(100, u'x');
    for (const QString &name : Instance::socketNames(deep))
        QVERIFY2(!name.startsWith(folder) && name.size() < 100, qPrintable(name));
    Instance one(deep, {});
    QVERIFY(std::holds_alternative<Instance::First>(one.start({})));
    QLocalSocket client;
    client.connectToServer(Instance::socketNames(deep).constFirst());
    QTRY_COMPARE(client.state(), QLocalSocket::ConnectedState);
}

QTEST_GUILESS_MAIN(InstanceTest)
#include "tst_instance.moc"
