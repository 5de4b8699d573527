// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/environmentsecrets.h"
#include "store/processguard.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace hangup;

class EnvironmentSecretsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void othersSeeTheSecretsOnlyWhenKept_data();
    void othersSeeTheSecretsOnlyWhenKept();
    void newFilesArePrivate();
    void coreDumpsGoOffWhenAsked();
};

void EnvironmentSecretsTest::othersSeeTheSecretsOnlyWhenKept_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<bool>("seen");
    QTest::newRow("taken") << u"take"_s << "MAABCDEFGHIJKLMNOPQR canary-4711-token"_ba << false;
    QTest::newRow("kept: the planted control") << u"keep"_s << "kept"_ba << true;
}

void EnvironmentSecretsTest::othersSeeTheSecretsOnlyWhenKept()
{
    QFETCH(QString, mode);
    QFETCH(QByteArray, said);
    QFETCH(bool, seen);
    QProcess probe;
    QProcessEnvironment environment;
    environment.insert(u"PLIVO_AUTH_ID"_s, u"MAABCDEFGHIJKLMNOPQR"_s);
    environment.insert(u"PLIVO_AUTH_TOKEN"_s, u"canary-4711-token"_s);
    environment.insert(u"PLIVO_AUTH_TOKEN_FILE"_s, u"another"_s);
    probe.setProcessEnvironment(environment);
    probe.start(QStringLiteral(ENVIRONMENT_PROBE), { mode });
    QVERIFY(probe.waitForReadyRead(20000));
    QCOMPARE(probe.readLine().trimmed(), said);
    QFile file(u"/proc/%1/environ"_s.arg(probe.processId()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QCOMPARE(bytes.contains("MAABCDEFGHIJKLMNOPQR"), seen);
    QCOMPARE(bytes.contains("canary-4711-token"), seen);
    QVERIFY(bytes.contains("PLIVO_AUTH_TOKEN_FILE=another")); // the look works, and nothing else was touched
    probe.closeWriteChannel();
    QVERIFY(probe.waitForFinished(5000));
}

void EnvironmentSecretsTest::newFilesArePrivate()
{
    const mode_t before = ::umask(0);
    keepNewFilesPrivate();
    const mode_t now = ::umask(before);
    QCOMPARE(now, mode_t(077));
}

void EnvironmentSecretsTest::coreDumpsGoOffWhenAsked()
{
    rlimit limit {};
    QVERIFY(switchCoreDumps(false));
    QCOMPARE(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 1);
    QVERIFY(switchCoreDumps(true));
    QCOMPARE(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
    QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_max, rlim_t(0));
#ifdef QT_NO_DEBUG
    QCOMPARE(IsReleaseBuild, true);
#endif
}

QTEST_GUILESS_MAIN(EnvironmentSecretsTest)
#include "tst_environmentsecrets.moc"
