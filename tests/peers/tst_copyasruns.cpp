// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/copyas.h"
#include "peerrun.h"
#include "support/certificates.h"
#include "support/fakeserver.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

const QString StandIns = QStringLiteral(HANGUP_SOURCE_DIR "/tests/peers/standins/");

QString snippet(CopyLanguage language)
{
    return copyAs(language, *CallId::parse(QString::fromLatin1(PeerCall)));
}

} // namespace

/// Each program of *Copy as* but C#'s, run as it stands by its real interpreter: exactly one DELETE, of that call, with
/// the credentials of the environment.
///
/// curl runs whole; only its address is led to the test's server, by a .curlrc. Plivo's Node client runs in the test
/// peers_sdk (tst_peers). What this can't show: the clients for Python, Ruby, PHP and Java can't be had here, and each
/// has a stand-in (tests/peers/standins) that offers the documented call and nothing else. So the language, the names
/// and the arguments are checked, and that the real client has them is not; nor that it sends one request only. C# is
/// not run at all.
class CopyAsRunsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void endsTheCall_data();
    void endsTheCall();
    void javaEndsTheCall();
    void curlEndsTheCall_data();
    void curlEndsTheCall();
    void curlSendsNothingWithoutCredentials_data();
    void curlSendsNothingWithoutCredentials();

private:
    QString saved(const QString &name, const QString &text)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) != text.toUtf8().size())
            return {};
        return file.fileName();
    }
    void checkOneHangUp(const FakeServer &server);
    QHash<QString, QString> curlTo(const FakeServer &server);

    QTemporaryDir folder;
};

void CopyAsRunsTest::checkOneHangUp(const FakeServer &server)
{
    QCOMPARE(server.count(), 1);
    const Request request = server.requests().constFirst();
    QCOMPARE(request.line, "DELETE /v1/Account/" + PeerAuthId + "/Call/" + PeerCall + "/ HTTP/1.1");
    QCOMPARE(request.basicCredentials(), PeerAuthId + ':' + PeerToken);
    QCOMPARE(server.dangerousDeletes(), QList<QByteArray>());
}

void CopyAsRunsTest::endsTheCall_data()
{
    QTest::addColumn<CopyLanguage>("language");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("file");
    QTest::newRow("Python") << CopyLanguage::Python << u"python3"_s << QStringList { u"-W"_s, u"error"_s }
                            << u"end.py"_s;
    QTest::newRow("Ruby") << CopyLanguage::Ruby << u"ruby"_s << QStringList { u"-w"_s, u"-I"_s, StandIns + u"ruby"_s }
                          << u"end.rb"_s;
    QTest::newRow("PHP") << CopyLanguage::Php << u"php"_s
                         << QStringList { u"-n"_s,
                                          u"-d"_s,
                                          u"error_reporting=-1"_s,
                                          u"-d"_s,
                                          u"display_errors=1"_s,
                                          u"-d"_s,
                                          u"include_path="_s + StandIns + u"php"_s }
                         << u"end.php"_s;
}

void CopyAsRunsTest::endsTheCall()
{
    QFETCH(CopyLanguage, language);
    QFETCH(QString, program);
    QFETCH(QStringList, options);
    QFETCH(QString, file);
    if (QStandardPaths::findExecutable(program).isEmpty())
        QSKIP(qPrintable(program + u" is not installed"_s));
    const FakeServer server;
    const QHash<QString, QString> environment { { u"HANGUP_STANDIN_API"_s, server.address() },
                                                { u"PYTHONPATH"_s, StandIns + u"python"_s },
                                                { u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s } };
    const QString saidBefore = saved(file, snippet(language));
    const PeerRun run = runPeer(program, options + QStringList { saidBefore }, environment, folder.path());
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors + run.output));
    QCOMPARE(run.output + run.errors, QString());
    checkOneHangUp(server);
}

void CopyAsRunsTest::javaEndsTheCall()
{
    if (QStandardPaths::findExecutable(u"javac"_s).isEmpty())
        QSKIP("javac is not installed");
    QStringList sources;
    QDirIterator all(StandIns + u"java"_s, { u"*.java"_s }, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        sources.append(all.next());
    const QString classes = folder.filePath(u"classes"_s);
    const PeerRun compiled = runPeer(u"javac"_s, QStringList { u"-nowarn"_s, u"-d"_s, classes } + sources);
    QVERIFY2(compiled.exitCode == 0, qPrintable(compiled.errors));
    const FakeServer server;
    const PeerRun run = runPeer(u"java"_s, { u"-cp"_s, classes, saved(u"EndCall.java"_s, snippet(CopyLanguage::Java)) },
                                { { u"HANGUP_STANDIN_API"_s, server.address() } }, folder.path());
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    QCOMPARE(run.output, QString());
    checkOneHangUp(server);
}

// api.plivo.com is the test's server, for curl alone; the command itself stays as it is.
QHash<QString, QString> CopyAsRunsTest::curlTo(const FakeServer &server)
{
    saved(u".curlrc"_s,
          u"connect-to = \"api.plivo.com:443:127.0.0.1:%1\"\ncacert = \"%2/authority.pem\"\nsilent\nshow-error\n"_s
              .arg(server.port())
              .arg(Certificates::make().folder()));
    return { { u"CURL_HOME"_s, folder.path() } };
}

void CopyAsRunsTest::curlEndsTheCall_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("in bash") << u"bash"_s << 204 << 0;
    QTest::newRow("in sh") << u"sh"_s << 204 << 0;
    QTest::newRow("a call that is over") << u"bash"_s << 404 << 22;
}

void CopyAsRunsTest::curlEndsTheCall()
{
    QFETCH(QString, shell);
    QFETCH(int, status);
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("curl is not installed");
    FakeServer server(Certificates::make().good());
    if (status == 404)
        server.setDefaultAnswer(Answer::callNotFound());
    const PeerRun run = runPeer(shell, { u"-c"_s, snippet(CopyLanguage::Curl) }, curlTo(server));
    QTEST(run.exitCode, "exitCode");
    QCOMPARE(run.output.contains(u"call not found"_s), status == 404);
    checkOneHangUp(server);
}

void CopyAsRunsTest::curlSendsNothingWithoutCredentials_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::newRow("no auth ID") << u"bash"_s << u"PLIVO_AUTH_ID"_s << QString();
    QTest::newRow("an empty auth ID") << u"bash"_s << u"PLIVO_AUTH_ID"_s << u""_s;
    QTest::newRow("no auth ID in sh") << u"sh"_s << u"PLIVO_AUTH_ID"_s << QString();
    QTest::newRow("no token") << u"bash"_s << u"PLIVO_AUTH_TOKEN"_s << QString();
    QTest::newRow("an empty token in sh") << u"sh"_s << u"PLIVO_AUTH_TOKEN"_s << u""_s;
}

void CopyAsRunsTest::curlSendsNothingWithoutCredentials()
{
    QFETCH(QString, shell);
    QFETCH(QString, variable);
    QFETCH(QString, value);
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("curl is not installed");
    FakeServer server(Certificates::make().good());
    QHash<QString, QString> environment = curlTo(server);
    environment.insert(variable, value);
    const PeerRun run = runPeer(shell, { u"-c"_s, snippet(CopyLanguage::Curl) }, environment);
    QVERIFY(run.exitCode != 0);
    QVERIFY2(run.errors.contains(variable), qPrintable(run.errors));
    QCOMPARE(server.connections(), 0);
}

QTEST_GUILESS_MAIN(CopyAsRunsTest)
#include "tst_copyasruns.moc"
