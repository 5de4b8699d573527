// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/textfileio.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

using Kind = FileError::Kind;

// "text: …", or "error 3: name"
QString outcomeOf(const std::variant<QString, FileError> &read)
{
    if (const auto *text = std::get_if<QString>(&read))
        return u"text: "_s + *text;
    const auto &error = std::get<FileError>(read);
    return u"error %1: %2"_s.arg(int(error.kind)).arg(error.name);
}

QString errorText(Kind kind, const QString &name)
{
    return u"error %1: %2"_s.arg(int(kind)).arg(name);
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray get(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TextFileIoTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        folder = std::make_unique<QTemporaryDir>();
    }
    void readsText_data();
    void readsText();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void refusesOverTheLimit();
    void countsAFileWithoutASize();
    void writesForTheUserAlone();
    void refusesToWrite_data();
    void refusesToWrite();
    void aFullDiskLeavesTheOldFileWhole();

private:
    QString at(const QString &name) const { return folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> folder;
};

void TextFileIoTest::readsText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("UTF-8") << "Gr\xc3\xbc\xc3\x9f"_ba << u"text: Grüß"_s;
    QTest::newRow("UTF-16 LE with a BOM") << QByteArray("\xff\xfe"
                                                        "a\0b\0",
                                                        6)
                                          << u"text: ab"_s;
    QTest::newRow("nothing") << ""_ba << u"text: "_s;
    QTest::newRow("Latin-1") << "Gr\xfc\xdf"_ba << errorText(Kind::NotText, u"a b.txt"_s);
}

void TextFileIoTest::readsText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    put(at(u"a b.txt"_s), bytes);
    QCOMPARE(outcomeOf(readTextFile(at(u"a b.txt"_s))), expected);
}

void TextFileIoTest::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("kind");
    QTest::newRow("nothing there") << u"none"_s << int(Kind::NotFound);
    QTest::newRow("a link to nothing") << u"dangling"_s << int(Kind::NotFound);
    QTest::newRow("a directory") << u"directory"_s << int(Kind::IsDirectory);
    QTest::newRow("a pipe that nobody writes to") << u"pipe"_s << int(Kind::IsDevice);
    QTest::newRow("a link to a pipe") << u"link to pipe"_s << int(Kind::IsDevice);
    QTest::newRow("a socket") << u"socket"_s << int(Kind::IsDevice);
    QTest::newRow("a device without an end") << u"/dev/zero"_s << int(Kind::IsDevice);
    QTest::newRow("a file of somebody else") << u"closed"_s << int(Kind::NotReadable);
}

void TextFileIoTest::refusesWhatIsNoFile()
{
#ifdef Q_OS_UNIX
    QFETCH(QString, what);
    QFETCH(int, kind);
    QDir(folder->path()).mkdir(u"directory"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(at(u"pipe"_s)).constData(), 0600), 0);
    QVERIFY(QFile::link(at(u"pipe"_s), at(u"link to pipe"_s)));
    QVERIFY(QFile::link(at(u"no such"_s), at(u"dangling"_s)));
    QLocalServer server;
    QVERIFY(server.listen(at(u"socket"_s)));
    put(at(u"closed"_s), "x"_ba);
    QVERIFY(QFile::setPermissions(at(u"closed"_s), QFileDevice::WriteOwner));
    if (what == u"closed"_s && ::geteuid() == 0)
        QSKIP("root may read everything");
    const QString path = what.startsWith(u'/') ? what : at(what);
    QCOMPARE(outcomeOf(readTextFile(path)), errorText(Kind(kind), QFileInfo(path).fileName()));
#else
    QSKIP("Unix files.");
#endif
}

void TextFileIoTest::refusesOverTheLimit()
{
    QFile file(at(u"big"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(MaxTextFileBytes + 1)); // sparse: takes no room
    file.close();
    QCOMPARE(outcomeOf(readTextFile(at(u"big"_s))), errorText(Kind::TooLarge, u"big"_s));
}

void TextFileIoTest::countsAFileWithoutASize()
{
#ifdef Q_OS_LINUX
    const QString read = outcomeOf(readTextFile(u"/proc/self/status"_s));
    QVERIFY2(read.startsWith(u"text: Name:"_s), qPrintable(read.left(80)));
#else
    QSKIP("Needs /proc.");
#endif
}

void TextFileIoTest::writesForTheUserAlone()
{
    put(at(u"out.csv"_s), "old"_ba);
    QVERIFY(QFile::setPermissions(at(u"out.csv"_s), QFile::Permissions::fromInt(0x6644)));
    for (const QString &name : { u"out.csv"_s, u"new.csv"_s }) {
        QVERIFY(!writeFile(at(name), "a,b\r\n"_ba));
        QCOMPARE(get(at(name)), "a,b\r\n"_ba);
#ifdef Q_OS_UNIX
        struct stat info = {};
        QCOMPARE(::stat(QFile::encodeName(at(name)).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, 0600U);
#endif
    }
    QCOMPARE(QDir(folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2); // no temporary file stays
}

void TextFileIoTest::refusesToWrite_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("kind");
    QTest::newRow("no name") << QString() << int(Kind::NotWritable);
    QTest::newRow("a folder that isn't there") << u"no/such.csv"_s << int(Kind::NotWritable);
    QTest::newRow("a directory") << u"directory"_s << int(Kind::IsDirectory);
#ifdef Q_OS_UNIX
    QTest::newRow("a device") << u"/dev/full"_s << int(Kind::IsDevice);
#endif
}

void TextFileIoTest::refusesToWrite()
{
    QFETCH(QString, path);
    QFETCH(int, kind);
    QDir(folder->path()).mkdir(u"directory"_s);
    const auto error = writeFile(path.isEmpty() || path.startsWith(u'/') ? path : at(path), "x"_ba);
    QVERIFY(error);
    QCOMPARE(int(error->kind), kind);
}

void TextFileIoTest::aFullDiskLeavesTheOldFileWhole()
{
#ifdef Q_OS_UNIX
    put(at(u"out.csv"_s), "old"_ba);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small { 100'000, before.rlim_max };
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto error = writeFile(at(u"out.csv"_s), QByteArray(1'000'000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(error);
    QCOMPARE(int(error->kind), int(Kind::NotWritable));
    QCOMPARE(get(at(u"out.csv"_s)), "old"_ba);
    QCOMPARE(QDir(folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList { u"out.csv"_s });
#else
    QSKIP("Needs a limit on file sizes.");
#endif
}

QTEST_GUILESS_MAIN(TextFileIoTest)
#include "tst_textfileio.moc"
