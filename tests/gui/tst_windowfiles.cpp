// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Several files at once, and files between ids: the order of the rows, and what is said of each.
#include "windowbench.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestWindowFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderGiven_data();
    void keepsTheOrderGiven();
    void tellsOfEachFile();
    void namesEachBadFile();
    void boundsTheNotice();

private:
    /// The path of a new file.
    QString file(const QString &name, const QByteArray &bytes) const;
    static QStringList notes(WindowBench &bench);

    QTemporaryDir m_folder;
};

QString TestWindowFiles::file(const QString &name, const QByteArray &bytes) const
{
    QFile made(m_folder.filePath(name));
    if (!made.open(QIODevice::WriteOnly) || made.write(bytes) != bytes.size())
        qFatal("no temporary file");
    return made.fileName();
}

QStringList TestWindowFiles::notes(WindowBench &bench)
{
    QStringList texts;
    const QList<LogEntry> entries = bench.session().log()->entries();
    for (const LogEntry &entry : entries)
        texts += entry.text;
    return texts;
}

void TestWindowFiles::keepsTheOrderGiven_data()
{
    // Digits are ids, letters are files: "a" names the calls 10 and 11, "b" 20 and 21, "?" is missing.
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QList<int>>("order");
    QTest::newRow("ids alone") << u"312"_s << QList { 3, 1, 2 };
    QTest::newRow("a file before an id") << u"a1"_s << QList { 10, 11, 1 };
    QTest::newRow("an id before a file") << u"1a"_s << QList { 1, 10, 11 };
    QTest::newRow("a file between ids") << u"12a3"_s << QList { 1, 2, 10, 11, 3 };
    QTest::newRow("two files and an id") << u"ba1"_s << QList { 20, 21, 10, 11, 1 };
    QTest::newRow("a missing file between") << u"1?2"_s << QList { 1, 2 };
}

void TestWindowFiles::keepsTheOrderGiven()
{
    QFETCH(const QString, arguments);
    QFETCH(const QList<int>, order);
    const auto pair = [](int n) { return WindowBench::id(n).toLatin1() + '\n' + WindowBench::id(n + 1).toLatin1(); };
    QStringList rows;
    for (const QChar c : arguments) {
        if (c.isDigit())
            rows += WindowBench::id(c.digitValue()).toString();
        else if (c == u'?')
            rows += m_folder.filePath(u"missing.txt"_s);
        else
            rows += file(c + u".txt"_s, pair(c == u'a' ? 10 : 20));
    }
    QList<CallId> expected;
    for (const int n : order)
        expected += WindowBench::id(n);
    WindowBench bench;
    bench.window().addRows(rows);
    QTRY_COMPARE(bench.session().calls()->ids(), expected);
}

void TestWindowFiles::tellsOfEachFile()
{
    WindowBench bench;
    bench.window().addRows({ file(u"one.txt"_s, WindowBench::id(1).toLatin1()), file(u"none.txt"_s, "nothing here"),
                             file(u"two.txt"_s, WindowBench::id(2).toLatin1()) });
    QTRY_COMPARE(bench.session().calls()->total(), 2);
    QTRY_COMPARE(bench.sentence(), u"two.txt: 1 found: 1 added."_s);
    const QStringList told = notes(bench);
    for (const QString &sentence :
         { u"one.txt: 1 found: 1 added."_s, u"none.txt: No call UUID found in the text."_s, bench.sentence() })
        QVERIFY2(told.contains(sentence), qPrintable(told.join(u'\n')));
}

void TestWindowFiles::namesEachBadFile()
{
    WindowBench bench;
    bench.window().addRows({ m_folder.filePath(u"gone.txt"_s), file(u"good.txt"_s, WindowBench::id(1).toLatin1()),
                             file(u"bad.bin"_s, "\xff\xfa"), m_folder.path() });
    QTRY_VERIFY(!bench.notice().isEmpty());
    for (const QString &name : { u"gone.txt"_s, u"bad.bin"_s, u"is a folder"_s })
        QVERIFY2(bench.notice().contains(name), qPrintable(bench.notice()));
    QCOMPARE(bench.session().calls()->total(), 1);
    QCOMPARE(notes(bench).filter(u"gone.txt"_s).size(), 1);
}

void TestWindowFiles::boundsTheNotice()
{
    QStringList missing;
    for (int n = 0; n < 30; ++n)
        missing += m_folder.filePath(u"gone%1.txt"_s.arg(n));
    WindowBench bench;
    bench.window().addRows(missing);
    QTRY_VERIFY(!bench.notice().isEmpty());
    QCOMPARE(bench.notice().count(u'\n'), 7);
    QVERIFY2(bench.notice().contains(u"23 more files"_s), qPrintable(bench.notice()));
    QCOMPARE(notes(bench).filter(u"gone"_s).size(), 30);
}

QTEST_MAIN(TestWindowFiles)
#include "tst_windowfiles.moc"
