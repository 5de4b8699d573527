// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "journalbench.h"

#include "store/journalfolder.h"

#include <QDir>
#include <QFile>
#include <QMutex>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

/// Disks that are full, can't be written or lie on another machine. On a small disk of the test's own, which nobody
/// else sees: the test runs itself again in a mount namespace.
class TestJournalFull : public QObject
{
    Q_OBJECT

private:
    static constexpr auto Inside = "HANGUP_TEST_IN_NAMESPACE";

    QString disk() const { return m_folder.path() + u"/disk"_s; }
    QString file() const { return disk() + u"/data/journal.sqlite"_s; }
    JournalOptions options() const { return { .file = file(), .retryEvery = std::chrono::milliseconds(1500) }; }

    /// A file that takes all the room that is left, to the last byte.
    void fillDisk()
    {
        QFile filler(disk() + u"/filler"_s);
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        for (const qsizetype size : { 65536, 4096, 1 }) {
            while (filler.write(QByteArray(size, 'x')) == size) { }
        }
    }
    void makeRoom() { QVERIFY(QFile::remove(disk() + u"/filler"_s)); }

    bool mount(unsigned long flags)
    {
        return ::mount("hangup-test", QFile::encodeName(disk()).constData(), "tmpfs", flags, "size=16m,mode=700") == 0;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        QVERIFY(QDir().mkpath(disk()));
        if (!qEnvironmentVariableIsSet(Inside))
            return;
        QVERIFY(mount(0));
    }

    void cleanup()
    {
        if (qEnvironmentVariableIsSet(Inside))
            ::umount2(QFile::encodeName(disk()).constData(), MNT_DETACH);
    }

    void onADiskOfItsOwn()
    {
        if (qEnvironmentVariableIsSet(Inside))
            return;
        QProcess allowed;
        allowed.start(u"unshare"_s, { u"-rm"_s, u"true"_s });
        if (!allowed.waitForFinished() || allowed.exitCode() != 0)
            QSKIP("this machine allows no mount namespace: no disk can be filled");
        QProcess inside;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(Inside), u"1"_s);
        inside.setProcessEnvironment(environment);
        inside.setProcessChannelMode(QProcess::MergedChannels);
        inside.start(u"unshare"_s, { u"-rm"_s, QCoreApplication::applicationFilePath() });
        QVERIFY(inside.waitForFinished(100'000));
        const QByteArray said = inside.readAll();
        QVERIFY2(inside.exitStatus() == QProcess::NormalExit && inside.exitCode() == 0, said.constData());
        QVERIFY2(said.contains("0 failed, 0 skipped"), said.constData());
    }

    void fullAtTheIntent()
    {
        if (!qEnvironmentVariableIsSet(Inside))
            return; // onADiskOfItsOwn() runs it
        JournalBench bench(options());
        bench.begin(1, 0, 400);
        QCOMPARE(bench.intent(1, 0).written, true);
        fillDisk();
        // The write-ahead log may have room for some more; then it has none.
        quint32 call = 1;
        while (call < 400 && bench.intent(1, call).written)
            ++call;
        QVERIFY(call < 400);
        QCOMPARE(bench.waitFor(JournalState::Kind::NotWritable).canEnd(), false);
        QCOMPARE(bench.intent(1, call + 1).written, false);
        // Nothing left: may be shown at once, and is written later.
        QCOMPARE(bench.outcome(1, call, Outcome::NotSent, 0), false);
        QCOMPARE(bench.journal().state().outcomesKept, 0); // nobody needs to wait for it
        // With an intent on disk the next start would call this one unknown: it is not shown before it is on disk too.
        QCOMPARE(bench.outcome(1, 0, Outcome::NotSent, 0, std::chrono::milliseconds(200)), std::nullopt);
        QTRY_COMPARE_WITH_TIMEOUT(bench.journal().state().outcomesKept, 1, 20'000);
        makeRoom();
        QCOMPARE(bench.waitFor(JournalState::Kind::Ready).canEnd(), true);
        QCOMPARE(bench.intent(1, call + 1).written, true);
        const HistoryCalls found = findCalls(file(), { .outcomes = { Outcome::NotSent } });
        QCOMPARE(found.total, 2);
        QCOMPARE(found.rows.at(0).id, callNumber(0));
        QCOMPARE(found.rows.at(1).id, callNumber(call));
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
    }

    void fullAtTheOutcome()
    {
        if (!qEnvironmentVariableIsSet(Inside))
            return; // onADiskOfItsOwn() runs it
        JournalBench bench(options());
        bench.begin(1, 0, 400);
        // In one commit: a log that had grown by many would have room for the outcomes.
        for (quint32 n = 0; n < 399; ++n)
            bench.journal().recordIntent({ 1, callNumber(n), testAccount(), 1, 1, {} }, {});
        QCOMPARE(bench.intent(1, 399).written, true);
        fillDisk();
        QList<bool> written;
        QMutex mutex;
        for (quint32 n = 0; n < 400; ++n) {
            const CallResult result { .id = callNumber(n), .outcome = Outcome::Ended, .attempts = 1 };
            bench.journal().recordOutcome(1, testAccount(), result, [&written, &mutex](bool done) {
                const QMutexLocker lock(&mutex);
                written.append(done);
            });
        }
        const auto saidToBeWritten = [&written, &mutex] {
            const QMutexLocker lock(&mutex);
            return int(written.count(true));
        };
        // Nothing is said to be on disk that isn't, and nothing is lost.
        QTRY_COMPARE_WITH_TIMEOUT(saidToBeWritten() + bench.journal().state().outcomesKept, 400, 20'000);
        QVERIFY(bench.journal().state().outcomesKept > 0);
        QCOMPARE(bench.journal().state().kind, JournalState::Kind::NotWritable);
        QCOMPARE(bench.intent(1, 0).written, false);
        makeRoom();
        QCOMPARE(bench.waitFor(JournalState::Kind::Ready).outcomesKept, 0);
        QTRY_COMPARE_WITH_TIMEOUT(saidToBeWritten(), 400, 20'000);
        QCOMPARE(findCalls(file(), { .outcomes = { Outcome::Ended } }).total, 400);
        QCOMPARE(verifyFile(file()).state, JournalCheck::State::Whole);
    }

    void aReadOnlyDisk()
    {
        if (!qEnvironmentVariableIsSet(Inside))
            return; // onADiskOfItsOwn() runs it
        {
            JournalBench bench(options());
            bench.begin(1, 0, 1);
            bench.endCall(1, 0, Outcome::Ended, 204);
        }
        QCOMPARE(::mount(nullptr, QFile::encodeName(disk()).constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);
        JournalBench bench(options());
        QCOMPARE(bench.opened().kind, JournalState::Kind::NotWritable);
        bench.begin(2, 0, 1);
        QCOMPARE(bench.intent(2, 0).written, false);
        // It can still be read.
        QCOMPARE(findCalls(file()).total, 1);
        QCOMPARE(::mount(nullptr, QFile::encodeName(disk()).constData(), nullptr, MS_REMOUNT, "size=16m"), 0);
        bench.waitFor(JournalState::Kind::Ready);
        QCOMPARE(QDir(disk() + u"/data"_s).entryList({ u"*broken*"_s }).size(), 0);
    }

    void networkDisks_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("isNetwork");
        for (const char *type : { "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ceph", "NFS4" })
            QTest::newRow(type) << QByteArray(type) << true;
        for (const char *type : { "ext4", "btrfs", "xfs", "zfs", "tmpfs", "overlay", "fuseblk", "apfs", "NTFS",
                                  "ecryptfs", "f2fs", "vfat", "" })
            QTest::newRow(qPrintable(u"local: %1"_s.arg(QLatin1StringView(type)))) << QByteArray(type) << false;
    }

    void networkDisks()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const bool, isNetwork);
        QCOMPARE(isNetworkFileSystem(type), isNetwork);
    }
};

QTEST_GUILESS_MAIN(TestJournalFull)
#include "tst_journalfull.moc"
