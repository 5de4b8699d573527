// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// policy.ini on a disk, and whose word counts.
#include "store/policysource.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace hangup;

using Kind = PolicyTrouble::Kind;

class TestPolicyFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAFile();
    void hasNoRulesWithoutAFile_data();
    void hasNoRulesWithoutAFile();
    void namesTheLine();
    void trustsNobodyElse_data();
    void trustsNobodyElse();
    void readsWhatIsNoFile_data();
    void readsWhatIsNoFile();
    void needsItsRoot();
    void isQuick();

private:
    void write(const QByteArray &text);
    PolicyRead read() const { return PolicyFile(m_file, m_owner).read(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    uint m_owner = 0;
};

void TestPolicyFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"policy.ini"_s);
    m_owner = ::geteuid();
}

void TestPolicyFile::write(const QByteArray &text)
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
}

void TestPolicyFile::readsAFile()
{
    write("[policy]\nlargest-batch=7\n");
    const PolicyRead found = read();
    QVERIFY(std::holds_alternative<Policy>(found));
    QCOMPARE(std::get<Policy>(found).largestBatch, std::optional(7));
    // As packages and configuration managers lay it: a link to a file that is root's.
    const QString link = m_folder->filePath(u"link.ini"_s);
    QVERIFY(QFile::link(m_file, link));
    QVERIFY(PolicyFile(link, m_owner).read() == found);
}

void TestPolicyFile::hasNoRulesWithoutAFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("an empty folder") << u"policy.ini"_s;
    QTest::newRow("no folder") << u"none/policy.ini"_s;
}

void TestPolicyFile::hasNoRulesWithoutAFile()
{
    QFETCH(const QString, path);
    const PolicyRead found = PolicyFile(m_folder->filePath(path), m_owner).read();
    QVERIFY(std::holds_alternative<Policy>(found));
    QVERIFY(std::get<Policy>(found) == Policy());
}

void TestPolicyFile::namesTheLine()
{
    write("[policy]\n\nexports=off\n");
    const PolicyRead found = read();
    const PolicyTrouble expected { .kind = Kind::UnknownKey, .place = m_file, .line = 3, .name = u"exports"_s };
    QVERIFY(std::get<PolicyTrouble>(found) == expected);
}

void TestPolicyFile::trustsNobodyElse_data()
{
    QTest::addColumn<int>("fileMode");
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<int>("kind");
    QTest::newRow("the group may write the file") << 0664 << 0755 << int(Kind::WritableByOthers);
    QTest::newRow("all may write the file") << 0646 << 0755 << int(Kind::WritableByOthers);
    QTest::newRow("the group may write in its folder") << 0644 << 0775 << int(Kind::FolderWritableByOthers);
    QTest::newRow("all may write in its folder") << 0644 << 0757 << int(Kind::FolderWritableByOthers);
    QTest::newRow("all may add to its folder, which is sticky") << 0644 << 01777 << int(Kind::FolderWritableByOthers);
    QTest::newRow("nobody else may") << 0644 << 0755 << -1;
    QTest::newRow("its owner alone may read it") << 0600 << 0700 << -1;
}

void TestPolicyFile::trustsNobodyElse()
{
    QFETCH(const int, fileMode);
    QFETCH(const int, folderMode);
    QFETCH(const int, kind);
    write("[policy]\nlargest-batch=7\n");
    QCOMPARE(::chmod(QFile::encodeName(m_file).constData(), mode_t(fileMode)), 0);
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), mode_t(folderMode)), 0);
    const PolicyRead found = read();
    const auto *trouble = std::get_if<PolicyTrouble>(&found);
    QCOMPARE(trouble ? int(trouble->kind) : -1, kind);
    // Where others may write the file may be gone by their doing.
    QVERIFY(QFile::remove(m_file));
    const PolicyRead without = read();
    QCOMPARE(std::holds_alternative<PolicyTrouble>(without), kind == int(Kind::FolderWritableByOthers));
}

void TestPolicyFile::readsWhatIsNoFile_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("kind");
    QTest::newRow("a folder") << u"folder"_s << int(Kind::NotAFile);
    QTest::newRow("a pipe that nobody writes to") << u"pipe"_s << int(Kind::NotAFile);
    QTest::newRow("a link to nothing") << u"link"_s << int(Kind::Unreadable);
    QTest::newRow("a link to itself") << u"loop"_s << int(Kind::Unreadable);
    QTest::newRow("more than a policy has") << u"large"_s << int(Kind::TooLarge);
    QTest::newRow("a file that can't be read") << u"locked"_s << int(Kind::Unreadable);
}

void TestPolicyFile::readsWhatIsNoFile()
{
    QFETCH(const QString, what);
    QFETCH(const int, kind);
    const QByteArray name = QFile::encodeName(m_file);
    if (what == "folder"_L1) {
        QVERIFY(QDir().mkdir(m_file));
    } else if (what == "pipe"_L1) {
        QCOMPARE(::mkfifo(name.constData(), 0644), 0);
    } else if (what == "link"_L1) {
        QVERIFY(QFile::link(m_folder->filePath(u"gone"_s), m_file));
    } else if (what == "loop"_L1) {
        QVERIFY(QFile::link(m_file, m_file));
    } else if (what == "large"_L1) {
        write("[policy]\n" + QByteArray(Policy::MaxBytes, '#'));
    } else {
        if (::geteuid() == 0)
            QSKIP("root may read anything");
        write("[policy]\n");
        QVERIFY(QFile::setPermissions(m_file, QFile::Permissions()));
    }
    const PolicyRead found = read();
    QVERIFY(std::holds_alternative<PolicyTrouble>(found));
    QCOMPARE(int(std::get<PolicyTrouble>(found).kind), kind);
    QCOMPARE(std::get<PolicyTrouble>(found).place, m_file);
}

void TestPolicyFile::needsItsRoot()
{
    write("[policy]\nlargest-batch=7\n");
    const PolicyRead found = PolicyFile(m_file, m_owner + 1).read();
    QVERIFY(std::holds_alternative<PolicyTrouble>(found));
    QCOMPARE(int(std::get<PolicyTrouble>(found).kind), int(Kind::FolderNotOwnedByRoot));
    if (::geteuid() != 0)
        QSKIP("only root can give a file away");
    QCOMPARE(::chown(QFile::encodeName(m_file).constData(), 12345, gid_t(-1)), 0);
    const PolicyRead given = read();
    QVERIFY(std::holds_alternative<PolicyTrouble>(given));
    QCOMPARE(int(std::get<PolicyTrouble>(given).kind), int(Kind::NotOwnedByRoot));
}

void TestPolicyFile::isQuick()
{
    write("[policy]\nlargest-batch=7\nprotected-numbers=+1 800 555 0100, +49 30 1234*\n");
    QBENCHMARK {
        QVERIFY(std::holds_alternative<Policy>(read()));
    }
}

QTEST_APPLESS_MAIN(TestPolicyFile)
#include "tst_policyfile.moc"
