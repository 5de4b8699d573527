// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "support/secrethunt.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hangup::test;

namespace {

const QByteArray Id = "MACANARY000000000001";
const QByteArray Token = "cAnArY+token/?\?\?>>>with=odd.0123456789ab";

QByteArray utf16le(const QString &text)
{
    QByteArray out;
    for (const QChar c : text) {
        out += static_cast<char>(c.unicode() & 0xff);
        out += static_cast<char>(c.unicode() >> 8);
    }
    return out;
}

} // namespace

/// The hunter finds what is planted, in each encoding, and nothing else.
class TestCanary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plantedSecretsAreFound_data();
    void plantedSecretsAreFound();
    void innocentTextsAreNot_data();
    void innocentTextsAreNot();
    void everyFileIsLookedAt();
    void aSecretAcrossTwoPiecesIsFound();
    void nothingToSearchIsAFind();
    void theListDoesNotTell();
};

void TestCanary::plantedSecretsAreFound_data()
{
    QTest::addColumn<QByteArray>("planted");
    QTest::addColumn<QByteArray>("encoding");

    const QByteArray pair = Id + ':' + Token;
    QTest::newRow("plain") << "x" + Token + "y" << QByteArray("plain");
    QTest::newRow("UTF-16LE, as QString keeps it")
        << utf16le(u"x"_s + QString::fromLatin1(Token)) << QByteArray("utf-16le");
    QTest::newRow("UTF-16BE") << QByteArray(1, '\0') + utf16le(QString::fromLatin1(Token)) << QByteArray("utf-16be");
    QTest::newRow("hex in lower case") << "00" + Token.toHex() + "00" << QByteArray("hex, lower case");
    QTest::newRow("hex in upper case") << Token.toHex().toUpper() << QByteArray("hex, upper case");
    QTest::newRow("percent-encoded") << "t=" + Token.toPercentEncoding() + "&" << QByteArray("percent-encoded");
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray stranger = QByteArray("{\"k\":\"").left(3 + before);
        const QByteArray number = QByteArray::number(before);
        QTest::newRow(("base64 of the token, alignment " + number).constData())
            << (stranger + Token + "\"}").toBase64() << "base64 of token, alignment " + number;
        QTest::newRow(("base64 of id:token, alignment " + number).constData())
            << "Basic " + (stranger + pair + "z").toBase64() << "base64 of id:token, alignment " + number;
    }
    QTest::newRow("the Authorization header itself") << "Authorization: Basic " + pair.toBase64() + "\r\n"
                                                     << QByteArray("base64 of id:token, alignment 0");
    QTest::newRow("the header as a QString in memory") << utf16le(u"Basic "_s + QString::fromLatin1(pair.toBase64()))
                                                       << QByteArray("base64 of id:token, alignment 0, utf-16le");
    QTest::newRow("base64 with the URL alphabet")
        << pair.toBase64(QByteArray::Base64UrlEncoding) << QByteArray("base64 of token, alignment 0, URL alphabet");
}

void TestCanary::plantedSecretsAreFound()
{
    QFETCH(const QByteArray, planted);
    QFETCH(const QByteArray, encoding);

    const QTemporaryDir folder;
    QFile file(folder.filePath(u"hangup.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("an innocent line\n" + planted + "\nanother\n");
    file.close();
    for (const auto &finds :
         { findSecret(folder.path(), Id, Token), findSecretInBytes(planted, u"stderr"_s, Id, Token) })
        QVERIFY2(std::ranges::count(finds, encoding, &SecretFound::encoding) == 1, qPrintable(describe(finds)));
}

void TestCanary::innocentTextsAreNot_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("the auth ID alone") << Id;
    QTest::newRow("the auth ID in base64") << (Id + ':').toBase64();
    QTest::newRow("half the token") << Token.first(20);
    QTest::newRow("the token without its last character") << Token.chopped(1);
    QTest::newRow("another token with the same ID") << (Id + ":anothertoken0123456789").toBase64();
}

void TestCanary::innocentTextsAreNot()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(describe(findSecretInBytes(text, u"text"_s, Id, Token)), QString());
}

void TestCanary::everyFileIsLookedAt()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"a/.hidden/c"_s));
    const QStringList names { u"core"_s, u".dot"_s, u"a/journal.sqlite-wal"_s, u"a/.hidden/c/deep"_s };
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(1000, '\0') + Token);
    }
    QFile clean(folder.filePath(u"clean"_s));
    QVERIFY(clean.open(QIODevice::WriteOnly));
    const QList<SecretFound> finds = findSecret(folder.path(), Id, Token);
    QCOMPARE(finds.size(), names.size());
    for (const SecretFound &find : finds)
        QCOMPARE(find.at, 1000);
    QCOMPARE(findSecret(folder.filePath(u"core"_s), Id, Token).size(), 1);
}

void TestCanary::aSecretAcrossTwoPiecesIsFound()
{
    constexpr qint64 piece = 4 * 1024 * 1024;
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"core.1234"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(piece - 7, 'x') + Token + QByteArray(1000, 'x'));
    file.close();
    const QList<SecretFound> finds = findSecret(folder.path(), Id, Token);
    QCOMPARE(finds, (QList<SecretFound> { { file.fileName(), "plain", piece - 7 } }));
}

void TestCanary::nothingToSearchIsAFind()
{
    const QTemporaryDir folder;
    QCOMPARE(findSecret(folder.path(), Id, Token).value(0).encoding, "nothing to search");
    QCOMPARE(findSecret(folder.filePath(u"missing"_s), Id, Token).value(0).encoding, "nothing to search");
}

void TestCanary::theListDoesNotTell()
{
    const QString text = describe(findSecretInBytes("x" + Token, u"stderr"_s, Id, Token));
    QVERIFY(text.contains(u"stderr: plain at 1"_s));
    QVERIFY(!text.contains(QString::fromLatin1(Token)));
}

QTEST_GUILESS_MAIN(TestCanary)
#include "tst_canary.moc"
