// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/textfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

class TestTextFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void refusesMoreThan64MiB();
};

void TestTextFile::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("no bytes") << QByteArray() << QString();
    QTest::newRow("ASCII") << QByteArray("abc\r\n") << u"abc\r\n"_s;
    QTest::newRow("UTF-8") << QByteArray("\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80") << u"é€😀"_s;
    QTest::newRow("UTF-8 with BOM") << QByteArray("\xef\xbb\xbf"
                                                  "abc")
                                    << u"abc"_s;
    QTest::newRow("only a UTF-8 BOM") << QByteArray("\xef\xbb\xbf") << QString();
    QTest::newRow("a second BOM is text") << QByteArray("\xef\xbb\xbf\xef\xbb\xbf"
                                                        "a")
                                          << u"\ufeff"
                                             "a"_s;
    QTest::newRow("a BOM inside is text") << QByteArray("a\xef\xbb\xbf"
                                                        "b")
                                          << u"a\ufeff"
                                             "b"_s;
    QTest::newRow("UTF-16 LE with BOM") << QByteArray("\xff\xfe"
                                                      "a\0\xac\x20",
                                                      6)
                                        << u"a€"_s;
    QTest::newRow("UTF-16 BE with BOM") << QByteArray("\xfe\xff\0a\x20\xac", 6) << u"a€"_s;
    QTest::newRow("UTF-16 LE with a pair") << QByteArray("\xff\xfe\x3d\xd8\x00\xde", 6) << u"😀"_s;
    QTest::newRow("only a UTF-16 BOM") << QByteArray("\xff\xfe") << QString();
    QTest::newRow("U+FFFD itself") << QByteArray("\xef\xbf\xbd") << u"\ufffd"_s;
    QTest::newRow("the last code point") << QByteArray("\xf4\x8f\xbf\xbf") << QString::fromUcs4(U"\U0010FFFF", 1);
}

void TestTextFile::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const auto decoded = decodeText(bytes, u"x.txt"_s);
    QVERIFY(std::holds_alternative<QString>(decoded));
    QCOMPARE(std::get<QString>(decoded), text);
}

void TestTextFile::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("NUL in UTF-8") << QByteArray("a\0b", 3);
    QTest::newRow("NUL behind") << QByteArray("a\0", 2);
    QTest::newRow("UTF-16 LE without BOM") << QByteArray("a\0b\0", 4);
    QTest::newRow("UTF-16 with an odd byte") << QByteArray("\xff\xfe"
                                                           "a\0b",
                                                           5);
    QTest::newRow("UTF-16 with NUL") << QByteArray("\xff\xfe"
                                                   "a\0\0\0",
                                                   6);
    QTest::newRow("UTF-16 LE, a lone high surrogate at the end") << QByteArray("\xff\xfe\x3d\xd8", 4);
    QTest::newRow("UTF-16 LE, a lone high surrogate inside") << QByteArray("\xff\xfe\x3d\xd8"
                                                                           "a\0",
                                                                           6);
    QTest::newRow("UTF-16 LE, a lone low surrogate") << QByteArray("\xff\xfe\x00\xde"
                                                                   "a\0",
                                                                   6);
    QTest::newRow("UTF-16 BE, a lone low surrogate") << QByteArray("\xfe\xff\xde\x00\0a", 6);
    QTest::newRow("UTF-32 LE") << QByteArray("\xff\xfe\0\0a\0\0\0", 8);
    QTest::newRow("Latin-1") << QByteArray("caf\xe9 au lait");
    QTest::newRow("Latin-1 at the end") << QByteArray("caf\xe9");
    QTest::newRow("a lone continuation") << QByteArray("a\x80");
    QTest::newRow("a cut sequence at the end") << QByteArray("a\xe2\x82");
    QTest::newRow("a cut sequence inside") << QByteArray("\xe2\x82"
                                                         "a");
    QTest::newRow("an overlong slash, 2 bytes") << QByteArray("\xc0\xaf");
    QTest::newRow("an overlong NUL") << QByteArray("\xc0\x80");
    QTest::newRow("an overlong slash, 3 bytes") << QByteArray("\xe0\x80\xaf");
    QTest::newRow("a surrogate in UTF-8") << QByteArray("\xed\xa0\x80");
    QTest::newRow("a pair of surrogates in UTF-8") << QByteArray("\xed\xa0\xbd\xed\xb8\x80");
    QTest::newRow("beyond U+10FFFF") << QByteArray("\xf4\x90\x80\x80");
    QTest::newRow("five bytes") << QByteArray("\xf8\x88\x80\x80\x80");
    QTest::newRow("a byte that is never used") << QByteArray("a\xff"
                                                             "b");
    QTest::newRow("half a BOM") << QByteArray("\xef\xbb");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
}

void TestTextFile::refuses()
{
    QFETCH(QByteArray, bytes);
    const auto decoded = decodeText(bytes, u"x.bin"_s);
    QVERIFY(std::holds_alternative<FileError>(decoded));
    QVERIFY(std::get<FileError>(decoded).kind == FileError::Kind::NotText);
    QCOMPARE(std::get<FileError>(decoded).name, u"x.bin"_s);
}

void TestTextFile::refusesMoreThan64MiB()
{
    QByteArray bytes(MaxTextFileBytes, 'a');
    QVERIFY(std::holds_alternative<QString>(decodeText(bytes, u"x"_s)));
    bytes.append('a');
    const auto decoded = decodeText(bytes, u"x"_s);
    QVERIFY(std::holds_alternative<FileError>(decoded));
    QVERIFY(std::get<FileError>(decoded).kind == FileError::Kind::TooLarge);
}

QTEST_GUILESS_MAIN(TestTextFile)
#include "tst_textfile.moc"
