// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/settingsfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace hangup;

class SettingsFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        folder = std::make_unique<QTemporaryDir>();
        path = folder->filePath(u"config/hangup.ini"_s);
    }
    void keepsTexts_data();
    void keepsTexts();
    void writesPlainLines();
    void keepsOtherLines();
    void takesASectionOut();
    void refuses_data();
    void refuses();
    void understands_data();
    void understands();
    void setsABrokenFileAside_data();
    void setsABrokenFileAside();
    void mergesTwoPrograms();
    void writesAChangeOnce();
    void writesAnewWhatWent();
    void setsAsideWhatBrokeSince();
    void waitsForTheLock();
    void isForItsOwnerAlone();
    void writesNoFileThatItWouldRefuse();
    void keepsNothingWithoutAFile();

private:
    void put(const QByteArray &bytes)
    {
        QDir().mkpath(folder->filePath(u"config"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    static QByteArray get(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> folder;
    QString path;
};

void SettingsFileTest::keepsTexts_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("nothing", QString());
    row("words", u"three plain words"_s);
    row("blanks around", u"  a  "_s);
    row("lines and tabs", u"a\nb\r\nc\td"_s);
    row("backslashes", u"\\n \\\\ \\x40 \\"_s);
    row("signs of the format", u"a=b;c#d[e]\"f\""_s);
    row("a comment at its beginning", u"; a"_s);
    row("quotes around", u"\"a\""_s);
    row("what QSettings makes an object of", u"@Variant(\\0\\0\\0)"_s);
    row("the same as bytes", u"@ByteArray(a)"_s);
    row("an address", u"a@b.example"_s);
    row("other scripts", u"客户 · عميل · Zoë 😀"_s);
    row("bidi overrides and separators", u"a\u202eb\u2028c\u2029d\u0085e"_s);
    row("a lone surrogate", QString(QChar(0xd800)) + u'a');
    row("control characters", u"\u0001\u001b\u007f"_s);
    row("64 KiB", QString(64 * 1024, u'x'));
}

void SettingsFileTest::keepsTexts()
{
    QFETCH(QString, text);
    SettingsFile file(path);
    // A lone surrogate has no UTF-8, so it counts as its replacement when its size is looked at; kept all the same.
    QVERIFY(file.setSection(u"s"_s, { { u"key"_s, text }, { u"z"_s, u"behind"_s } }));
    QVERIFY(!file.save());
    const SettingsFile again(path);
    QCOMPARE(again.brokenFile(), QString());
    QCOMPARE(again.section(u"s"_s), SettingsFile::Section({ { u"key"_s, text }, { u"z"_s, u"behind"_s } }));
}

void SettingsFileTest::writesPlainLines()
{
    SettingsFile file(path);
    QVERIFY(file.setSection(u"account-1"_s, { { u"name"_s, u"Acme, Inc."_s }, { u"colour"_s, u"#1f5fbf"_s } }));
    QVERIFY(file.setSection(u"layout"_s, { { u"calls/header"_s, u"AP89Cg=="_s } }));
    QVERIFY(!file.save());
    QCOMPARE(get(path), "[account-1]\ncolour=#1f5fbf\nname=Acme, Inc.\n[layout]\ncalls/header=AP89Cg==\n"_ba);
}

void SettingsFileTest::keepsOtherLines()
{
    put("; a comment\n[other]\none=b\n# two\n\n[layout]\n; mine\na=YQ==\n[network]\r\nproxy = c\r\n");
    SettingsFile file(path);
    QCOMPARE(file.section(u"network"_s).value(u"proxy"_s), u"c"_s);
    QVERIFY(file.setSection(u"layout"_s, { { u"a"_s, u"Yg=="_s } }));
    QVERIFY(!file.save());
    QCOMPARE(get(path), "; a comment\n[other]\none=b\n# two\n\n[layout]\n; mine\na=Yg==\n[network]\nproxy = c\n"_ba);
}

void SettingsFileTest::takesASectionOut()
{
    put("[a]\nx=1\n[b]\ny=2\n");
    SettingsFile file(path);
    QVERIFY(file.setSection(u"a"_s, {}));
    QVERIFY(!file.save());
    QCOMPARE(get(path), "[b]\ny=2\n"_ba);
    QCOMPARE(file.sectionNames(), QStringList { u"b"_s });
}

void SettingsFileTest::refuses_data()
{
    QTest::addColumn<QString>("section");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const QString &section, const QString &key, const QString &value) {
        QTest::newRow(name) << section << key << value;
    };
    row("no section", QString(), u"k"_s, u"v"_s);
    row("a section with a bracket", u"a]"_s, u"k"_s, u"v"_s);
    row("a section with a line break", u"a\nb"_s, u"k"_s, u"v"_s);
    row("a section too long", QString(65, u's'), u"k"_s, u"v"_s);
    row("no key", u"s"_s, QString(), u"v"_s);
    row("a key with an equals sign", u"s"_s, u"a=b"_s, u"v"_s);
    row("a key with a line break", u"s"_s, u"a\nb"_s, u"v"_s);
    row("a key too long", u"s"_s, QString(65, u'k'), u"v"_s);
    row("a value over 64 KiB", u"s"_s, u"k"_s, QString(64 * 1024 + 1, u'v'));
    row("a value over 64 KiB in UTF-8", u"s"_s, u"k"_s, QString(40 * 1024, u'é'));
    row("a value with a NUL", u"s"_s, u"k"_s, u"a"_s + QChar(u'\0') + u"b"_s);
}

void SettingsFileTest::refuses()
{
    QFETCH(QString, section);
    QFETCH(QString, key);
    QFETCH(QString, value);
    SettingsFile file(path);
    QCOMPARE(file.setSection(section, { { key, value } }), false);
    QCOMPARE(file.sectionNames(), QStringList());
}

void SettingsFileTest::understands_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("value");
    QTest::newRow("blanks around key and value") << "[s]\n  k  =  v  \n"_ba << u"v"_s;
    QTest::newRow("no line break at the end") << "[s]\nk=v"_ba << u"v"_s;
    QTest::newRow("a byte order mark") << "\xef\xbb\xbf[s]\nk=v\n"_ba << u"v"_s;
    QTest::newRow("Windows' line breaks") << "[s]\r\nk=v\r\n"_ba << u"v"_s;
    QTest::newRow("an equals sign in the value") << "[s]\nk=v=w\n"_ba << u"v=w"_s;
    QTest::newRow("a doubled at sign is a text") << "[s]\nk=@@Variant(x)\n"_ba << u"@@Variant(x)"_s;
    QTest::newRow("an at sign without brackets") << "[s]\nk=@home\n"_ba << u"@home"_s;
    QTest::newRow("an escape of four digits") << "[s]\nk=\\u0040Variant(x)\n"_ba << u"@Variant(x)"_s;
    QTest::newRow("an empty file") << QByteArray() << QString();
}

void SettingsFileTest::understands()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, value);
    put(bytes);
    const SettingsFile file(path);
    QCOMPARE(file.brokenFile(), QString());
    QCOMPARE(file.section(u"s"_s).value(u"k"_s), value);
}

void SettingsFileTest::setsABrokenFileAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not UTF-8") << "[s]\na=\xff\xfe"_ba;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe[\0s\0]\0\n\0", 10);
    QTest::newRow("a NUL") << QByteArray("[s]\na=b\0c\n", 10);
    QTest::newRow("binary garbage") << QByteArray("\x7f\x45\x4c\x46\x02\x01\x01\x00\xc3\x28", 10);
    QTest::newRow("a line that is none") << "[s]\nhello\n"_ba;
    QTest::newRow("a line before any section") << "a=b\n"_ba;
    QTest::newRow("a section cut off") << "[s"_ba;
    QTest::newRow("a section without a name") << "[]\na=b\n"_ba;
    QTest::newRow("a section twice") << "[s]\na=b\n[t]\n[s]\nc=d\n"_ba;
    QTest::newRow("a key twice") << "[s]\na=b\na=c\n"_ba;
    QTest::newRow("no key") << "[s]\n=c\n"_ba;
    QTest::newRow("a key that is none") << "[s]\na b=c\n"_ba;
    QTest::newRow("an object") << "[s]\na=@Variant(\\0\\0\\0\\x7f)\n"_ba;
    QTest::newRow("an object without escapes") << "[s]\na=@Variant(x)\n"_ba;
    QTest::newRow("bytes") << "[s]\na=@ByteArray(x)\n"_ba;
    QTest::newRow("a rectangle") << "[s]\na=@Rect(0 0 1 1)\n"_ba;
    QTest::newRow("an object in quotes") << "[s]\na=\"@Variant(x)\"\n"_ba;
    QTest::newRow("an object behind blanks") << "[s]\na=   @Variant(x)\n"_ba;
    QTest::newRow("an escape that is none") << "[s]\na=\\x40\n"_ba;
    QTest::newRow("an escape of a NUL") << "[s]\na=\\u0000\n"_ba;
    QTest::newRow("an escape with a sign") << "[s]\na=\\u+041\n"_ba;
    QTest::newRow("an escape cut off") << "[s]\na=\\u004"_ba;
    QTest::newRow("a lone backslash at the end") << "[s]\na=b\\\n"_ba;
    QTest::newRow("over the limit") << "[x]\n" + QByteArray(SettingsFile::MaxFileBytes, ';');
}

void SettingsFileTest::setsABrokenFileAside()
{
    QFETCH(QByteArray, bytes);
    for (const QString &number : { u"1"_s, u"2"_s }) {
        put(bytes);
        SettingsFile file(path);
        QCOMPARE(file.brokenFile(), path + u".broken-"_s + number);
        QCOMPARE(get(file.brokenFile()), bytes);
        QCOMPARE(QFileInfo::exists(path), false);
        QCOMPARE(file.sectionNames(), QStringList());
        QVERIFY(file.setSection(u"s"_s, { { u"a"_s, u"b"_s } }));
        QVERIFY(!file.save());
        QCOMPARE(get(path), "[s]\na=b\n"_ba);
    }
}

void SettingsFileTest::mergesTwoPrograms()
{
    put("[settings]\na=1\n[account-1]\nname=One\n");
    SettingsFile window(path);
    SettingsFile commandLine(path);
    QVERIFY(commandLine.setSection(u"account-2"_s, { { u"name"_s, u"Two"_s } }));
    QVERIFY(commandLine.setSection(u"account-1"_s, {}));
    QVERIFY(!commandLine.save());
    QVERIFY(window.setSection(u"settings"_s, { { u"a"_s, u"2"_s } }));
    QVERIFY(!window.save());
    QCOMPARE(get(path), "[settings]\na=2\n[account-2]\nname=Two\n"_ba);
}

void SettingsFileTest::writesAChangeOnce()
{
    SettingsFile window(path);
    QVERIFY(window.setSection(u"settings"_s, { { u"a"_s, u"window"_s } }));
    QVERIFY(!window.takeForSaving().save());
    SettingsFile commandLine(path);
    QVERIFY(commandLine.setSection(u"settings"_s, { { u"a"_s, u"command line"_s } }));
    QVERIFY(!commandLine.save());
    // Another section now: the first one is not written again.
    QVERIFY(window.setSection(u"layout"_s, { { u"b"_s, u"1"_s } }));
    QVERIFY(!window.takeForSaving().save());
    QCOMPARE(get(path), "[settings]\na=command line\n[layout]\nb=1\n"_ba);
    // Nor is a section that was set to what it is.
    QFile::remove(path);
    QVERIFY(window.setSection(u"layout"_s, { { u"b"_s, u"1"_s } }));
    QVERIFY(!window.takeForSaving().save());
    QCOMPARE(QFileInfo::exists(path), false);
}

void SettingsFileTest::writesAnewWhatWent()
{
    put("[a]\nx=1\n[b]\ny=2\n");
    SettingsFile file(path);
    QFile::remove(path);
    QVERIFY(file.setSection(u"a"_s, { { u"x"_s, u"3"_s } }));
    QVERIFY(!file.save());
    QCOMPARE(get(path), "[a]\nx=3\n[b]\ny=2\n"_ba);
}

void SettingsFileTest::setsAsideWhatBrokeSince()
{
    put("[a]\nx=1\n[b]\ny=2\n");
    SettingsFile file(path);
    put("garbage");
    QVERIFY(file.setSection(u"a"_s, { { u"x"_s, u"3"_s } }));
    QVERIFY(!file.save());
    QCOMPARE(get(path), "[a]\nx=3\n[b]\ny=2\n"_ba);
    QCOMPARE(get(path + u".broken-1"_s), "garbage"_ba);
}

void SettingsFileTest::waitsForTheLock()
{
    put("[a]\nx=1\n");
    SettingsFile file(path);
    QVERIFY(file.setSection(u"a"_s, { { u"x"_s, u"2"_s } }));
    {
        QLockFile other(path + u".lock"_s);
        QVERIFY(other.lock());
        const auto error = file.save();
        QVERIFY(error);
        QCOMPARE(int(error->kind), int(FileError::Kind::NotWritable));
        QCOMPARE(error->name, u"hangup.ini"_s);
        QCOMPARE(get(path), "[a]\nx=1\n"_ba);
    }
    QVERIFY(!file.save());
    QCOMPARE(get(path), "[a]\nx=2\n"_ba);
    QCOMPARE(QDir(folder->filePath(u"config"_s)).entryList(QDir::Files), QStringList { u"hangup.ini"_s });
}

void SettingsFileTest::isForItsOwnerAlone()
{
#ifdef Q_OS_WIN
    QSKIP("A user's folders are his own there, and files have no such modes.");
#endif
    put("[a]\nx=1\n");
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    SettingsFile file(path);
    QVERIFY(file.setSection(u"a"_s, { { u"x"_s, u"2"_s } }));
    QVERIFY(!file.save());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
        | QFile::ExeOther;
    QCOMPARE((QFileInfo(path).permissions() & others).toInt(), 0);
}

void SettingsFileTest::writesNoFileThatItWouldRefuse()
{
    put("[a]\nx=1\n");
    SettingsFile file(path);
    for (int n = 0; n < 20; ++n)
        QVERIFY(file.setSection(u"s%1"_s.arg(n), { { u"k"_s, QString(60 * 1024, u'v') } }));
    const auto error = file.save();
    QVERIFY(error);
    QCOMPARE(int(error->kind), int(FileError::Kind::TooLarge));
    QCOMPARE(get(path), "[a]\nx=1\n"_ba);
}

void SettingsFileTest::keepsNothingWithoutAFile()
{
    SettingsFile file;
    QVERIFY(file.setSection(u"a"_s, { { u"x"_s, u"1"_s } }));
    QCOMPARE(file.section(u"a"_s).value(u"x"_s), u"1"_s);
    QVERIFY(!file.save());
}

QTEST_GUILESS_MAIN(SettingsFileTest)
#include "tst_settingsfile.moc"
