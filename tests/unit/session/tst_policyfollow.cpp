// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// A policy that an administrator changes while the program runs, on a real file system.
#include "session/policydesk.h"
#include "session/session.h"
#include "store/policysource.h"
#include "support/patience.h"
#include "support/setpolicy.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;
using namespace hangup::test;

class TestPolicyFollow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writtenOver();
    void putInItsPlace();
    void takenAway();
    void putThereForTheFirstTime();
    void brokenAndMended();
    void leftOpenToOthers();
    void notWatchedButAskedEverySoOften();
    void notFollowedUnlessAsked();
    void tellsOnceForEachChange();

private:
    /// A session that follows the file, and has read it.
    Session &start();
    QString path() const { return m_folder->path() + u"/etc/hangup/policy.ini"_s; }
    void write(const QString &file, const QByteArray &lines) const;
    int share() const { return m_session->settings().sharePercent; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
};

void TestPolicyFollow::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"etc/hangup"_s));
}

Session &TestPolicyFollow::start()
{
    Session::Options options;
    options.quickPractice = true;
    options.settingsFile = m_folder->filePath(u"hangup.ini"_s);
    options.policy = std::make_shared<PolicyFile>(path(), ::getuid());
    m_session = std::make_unique<Session>(std::move(options));
    m_session->followPolicy();
    return *m_session;
}

void TestPolicyFollow::write(const QString &name, const QByteArray &lines) const
{
    QFile file(name);
    const bool isNew = !file.exists();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[policy]\n" + lines);
    file.close();
    // Not of one that was there: the folder's watch would see that, and the file's is to be tried.
    if (isNew)
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
}

void TestPolicyFollow::writtenOver()
{
    write(path(), "share-percent=20\n");
    start();
    QCOMPARE(share(), 20);
    write(path(), "share-percent=30\n");
    QTRY_COMPARE(share(), 30);
    write(path(), "share-percent=40\n");
    QTRY_COMPARE(share(), 40);
    QVERIFY(!m_session->policyTrouble());
}

// As editors and configuration management do it: a new file gets the old one's name.
void TestPolicyFollow::putInItsPlace()
{
    write(path(), "share-percent=20\n");
    start();
    for (const int percent : { 30, 40 }) {
        const QString fresh = m_folder->filePath(u"fresh"_s);
        write(fresh, "share-percent=" + QByteArray::number(percent) + '\n');
        QCOMPARE(std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path()).constData()), 0);
        QTRY_COMPARE(share(), percent);
    }
    write(path(), "share-percent=50\n"); // the new file is the one that is watched
    QTRY_COMPARE(share(), 50);
}

void TestPolicyFollow::takenAway()
{
    write(path(), "share-percent=20\n");
    start();
    QVERIFY(QFile::remove(path()));
    QTRY_COMPARE(share(), Settings::SharePercent.byDefault);
    write(path(), "share-percent=30\n");
    QTRY_COMPARE(share(), 30);
}

// No machine has the folder before its first policy.
void TestPolicyFollow::putThereForTheFirstTime()
{
    QVERIFY(QDir(m_folder->path()).rmdir(u"etc/hangup"_s));
    start();
    QCOMPARE(share(), Settings::SharePercent.byDefault);
    QVERIFY(QDir(m_folder->path()).mkdir(u"etc/hangup"_s));
    write(path(), "share-percent=30\n");
    QTRY_COMPARE(share(), 30);
    QVERIFY(QDir(m_folder->path() + u"/etc"_s).removeRecursively());
    QTRY_COMPARE(share(), Settings::SharePercent.byDefault);
    QVERIFY(QDir(m_folder->path()).mkpath(u"etc/hangup"_s));
    write(path(), "share-percent=40\n");
    QTRY_COMPARE(share(), 40);
}

void TestPolicyFollow::brokenAndMended()
{
    write(path(), "share-percent=20\n");
    Session &session = start();
    write(path(), "share-percent=2O\n");
    QTRY_VERIFY(session.policyTrouble());
    QTRY_COMPARE(session.policyTrouble()->kind, PolicyTrouble::Kind::NotAWholeNumber);
    QCOMPARE(share(), 20); // what was understood last
    write(path(), "share-percent=30\n");
    QTRY_COMPARE(share(), 30);
    QVERIFY(!session.policyTrouble());
}

// Whoever could change it makes it none.
void TestPolicyFollow::leftOpenToOthers()
{
    write(path(), "share-percent=20\n");
    Session &session = start();
    QFile file(path());
    const auto closed = file.permissions();
    QVERIFY(file.setPermissions(closed | QFile::WriteOther));
    QTRY_VERIFY(session.policyTrouble());
    QCOMPARE(session.policyTrouble()->kind, PolicyTrouble::Kind::WritableByOthers);
    QVERIFY(file.setPermissions(closed));
    QTRY_VERIFY(!session.policyTrouble());
    QCOMPARE(share(), 20);
}

void TestPolicyFollow::notWatchedButAskedEverySoOften()
{
    const auto policy = std::make_shared<SetPolicy>();
    QCOMPARE(policy->watched(), QStringList()); // as the registry of Windows
    PolicyDesk desk(policy);
    connect(&desk, &PolicyDesk::touched, &desk, &PolicyDesk::refresh);
    desk.follow(20ms);
    policy->set("largest-batch=7\n");
    QTRY_COMPARE(desk.policy().largestBatch, std::optional(7));
    policy->breakIt();
    QTRY_VERIFY(desk.trouble());
}

// hangup-cli reads it when it starts and before its batch, and is gone soon.
void TestPolicyFollow::notFollowedUnlessAsked()
{
    write(path(), "share-percent=20\n");
    PolicyDesk desk(std::make_shared<PolicyFile>(path(), ::getuid()));
    QSignalSpy touched(&desk, &PolicyDesk::touched);
    write(path(), "share-percent=30\n");
    QTest::qWait(200);
    QCOMPARE(touched.count(), 0);
    QVERIFY(desk.refresh());
    QCOMPARE(desk.policy().sharePercent, std::optional(30));
}

void TestPolicyFollow::tellsOnceForEachChange()
{
    const QString fresh = m_folder->filePath(u"fresh"_s);
    write(path(), "share-percent=20\n");
    Session &session = start();
    QSignalSpy changed(&session, &Session::policyChanged);
    write(fresh, "share-percent=30\n");
    QCOMPARE(std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path()).constData()), 0);
    QTRY_COMPARE(changed.count(), 1);
    write(fresh, "share-percent=30\n"); // another file that says the same
    QCOMPARE(std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path()).constData()), 0);
    QTest::qWait(300);
    QCOMPARE(changed.count(), 1);
}

QTEST_GUILESS_MAIN(TestPolicyFollow)
#include "tst_policyfollow.moc"
