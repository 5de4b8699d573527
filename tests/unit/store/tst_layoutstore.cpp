// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/layoutstore.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

class LayoutStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        folder = std::make_unique<QTemporaryDir>();
        path = folder->filePath(u"config/hangup.ini"_s);
    }
    void keepsStates();
    void keepsOtherSections();
    void refusesStates_data();
    void refusesStates();
    void setsABrokenFileAside_data();
    void setsABrokenFileAside();

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

void LayoutStoreTest::keepsStates()
{
    LayoutStore store(path);
    QCOMPARE(store.value(u"calls/header"_s), QByteArray());
    QVERIFY(store.setValue(u"calls/header"_s, QByteArray("\0\xff=\n", 4)));
    QVERIFY(store.setValue(u"gone"_s, "x"_ba));
    QVERIFY(store.setValue(u"gone"_s, {}));
    QVERIFY(!store.save());
    QCOMPARE(get(path), "[layout]\ncalls/header=AP89Cg==\n"_ba);
    QCOMPARE(LayoutStore(path).value(u"calls/header"_s), QByteArray("\0\xff=\n", 4));
    QVERIFY(!LayoutStore().save()); // nothing is kept, and that is no error
}

void LayoutStoreTest::keepsOtherSections()
{
    put("; a comment\n[accounts]\none=b\n\n[layout]\na=YQ==\n[network]\nproxy=c\n");
    LayoutStore store(path);
    QCOMPARE(store.value(u"a"_s), "a"_ba);
    QCOMPARE(store.brokenFile(), QString());
    QVERIFY(!store.save());
    QCOMPARE(get(path), "; a comment\n[accounts]\none=b\n\n[network]\nproxy=c\n[layout]\na=YQ==\n"_ba);
}

void LayoutStoreTest::refusesStates_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("size");
    QTest::newRow("no key") << QString() << 1;
    QTest::newRow("a key with a line break") << u"a\nb"_s << 1;
    QTest::newRow("a key with a sign of its own") << u"a=b"_s << 1;
    QTest::newRow("a key too long") << QString(65, u'k') << 1;
    QTest::newRow("a state too long") << u"k"_s << 64 * 1024 + 1;
}

void LayoutStoreTest::refusesStates()
{
    QFETCH(QString, key);
    QFETCH(int, size);
    LayoutStore store(path);
    QVERIFY(!store.setValue(key, QByteArray(size, 'x')));
    QCOMPARE(store.value(key), QByteArray());
}

void LayoutStoreTest::setsABrokenFileAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not text") << "[layout]\na=\xff\xfe"_ba;
    QTest::newRow("a line that is none") << "[layout]\nhello\n"_ba;
    QTest::newRow("a line before any section") << "a=b\n"_ba;
    QTest::newRow("a section cut off") << "[lay"_ba;
    QTest::newRow("no base64") << "[layout]\na=!\n"_ba;
    QTest::newRow("over the limit") << "[x]\n" + QByteArray(LayoutStore::MaxFileBytes, ';');
}

void LayoutStoreTest::setsABrokenFileAside()
{
    QFETCH(QByteArray, bytes);
    for (const QString &number : { u"1"_s, u"2"_s }) {
        put(bytes);
        LayoutStore store(path);
        QCOMPARE(store.brokenFile(), path + u".broken-"_s + number);
        QCOMPARE(get(store.brokenFile()), bytes);
        QCOMPARE(QFile::exists(path), false);
        QVERIFY(store.setValue(u"a"_s, "a"_ba));
        QVERIFY(!store.save());
        QCOMPARE(LayoutStore(path).value(u"a"_s), "a"_ba);
    }
}

QTEST_GUILESS_MAIN(LayoutStoreTest)
#include "tst_layoutstore.moc"
