// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "contract/contract.h"
#include "support/fakeserver.h"

#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace hangup::test;
using namespace contract;

namespace {

const QString Uuid = u"4c2b7e0a-6f1d-4b7e-9d55-0123456789ab"_s;

} // namespace

/// Why call ids are checked by hand, and addresses once more on their encoded form.
class TestQtIds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void quuidTakesRubbish_data();
    void quuidTakesRubbish();
    void anchorsLetALineBreakPass();
    void trimmedKeepsTheInvisible_data();
    void trimmedKeepsTheInvisible();
    void dotsReachTheWire_data();
    void dotsReachTheWire();
    void thePathStillShowsTheDots();
    void resolvedDropsTheLastSegment();
    void twoSlashesChangeTheHost();
};

void TestQtIds::quuidTakesRubbish_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("rubbish behind the id") << Uuid + u"zzz"_s;
    QTest::newRow("braces") << u"{%1}"_s.arg(Uuid);
    QTest::newRow("upper case") << Uuid.toUpper();
}

void TestQtIds::quuidTakesRubbish()
{
    QFETCH(const QString, text);
    if (!isQt64() && QUuid::fromString(text).isNull())
        QSKIP("This Qt is stricter"); // better, and of no use as long as 6.4 is supported
    QCOMPARE(QUuid::fromString(text).toString(QUuid::WithoutBraces), Uuid);
}

void TestQtIds::anchorsLetALineBreakPass()
{
    const QRegularExpression pattern(u"^[0-9a-f-]{36}$"_s);
    QCOMPARE(pattern.match(Uuid + u'\n').hasMatch(), true);
    QCOMPARE(pattern.match(Uuid + u'x').hasMatch(), false);
}

void TestQtIds::trimmedKeepsTheInvisible_data()
{
    QTest::addColumn<QChar>("invisible");
    QTest::newRow("zero width space") << QChar(0x200B);
    QTest::newRow("byte order mark") << QChar(0xFEFF);
    QTest::newRow("NUL") << QChar(0);
}

void TestQtIds::trimmedKeepsTheInvisible()
{
    QFETCH(const QChar, invisible);
    QCOMPARE((Uuid + invisible).trimmed().size(), 37);
}

void TestQtIds::dotsReachTheWire_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("how");
    QTest::addColumn<QByteArray>("onTheWire");
    const QByteArray every = "/v1/Account/MA/Call/"; // every live call of the account
    QTest::newRow("a dot, through setPath") << u"."_s << u"setPath"_s << every;
    QTest::newRow("a dot, percent-encoded") << u"."_s << u"percent"_s << every;
    QTest::newRow("a dot, by concatenation") << u"."_s << u"concatenate"_s << every;
    QTest::newRow("%2e, by concatenation") << u"%2e"_s << u"concatenate"_s << every;
    QTest::newRow("#, by concatenation") << u"#"_s << u"concatenate"_s << every;
    QTest::newRow("?, by concatenation") << u"?"_s << u"concatenate"_s << every + "?/";
    QTest::newRow("two dots give the account itself") << u".."_s << u"setPath"_s << QByteArray("/v1/Account/MA/");
}

void TestQtIds::dotsReachTheWire()
{
    QFETCH(const QString, id);
    QFETCH(const QString, how);
    QFETCH(const QByteArray, onTheWire);

    FakeServer server;
    QUrl url = server.url();
    if (how == u"setPath"_s)
        url.setPath(u"/v1/Account/MA/Call/"_s + id + u'/');
    else if (how == u"percent"_s)
        url.setPath(u"/v1/Account/MA/Call/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id)) + u'/');
    else
        url = QUrl(server.address() + u"/v1/Account/MA/Call/"_s + id + u'/');
    const auto manager = makeManager();
    QVERIFY(finishes(deleteOnce(*manager, url)));
    QCOMPARE(server.requests().value(0).target, onTheWire);
    QCOMPARE(server.dangerousDeletes(), QList<QByteArray> { onTheWire });
}

void TestQtIds::thePathStillShowsTheDots()
{
    const QUrl url(u"https://api.plivo.com/v1/Account/MA/Call/./"_s);
    QCOMPARE(url.path(), u"/v1/Account/MA/Call/./"_s);
    QCOMPARE(url.path(QUrl::FullyEncoded), u"/v1/Account/MA/Call/./"_s);
    QCOMPARE(url.adjusted(QUrl::NormalizePathSegments).path(QUrl::FullyEncoded), u"/v1/Account/MA/Call/"_s);
}

void TestQtIds::resolvedDropsTheLastSegment()
{
    QCOMPARE(QUrl(u"https://api.plivo.com/v1/Account/MA"_s).resolved(QUrl(u"Call/x/"_s)).path(),
             u"/v1/Account/Call/x/"_s);
    QCOMPARE(QUrl(u"https://api.plivo.com/v1/Account/MA/"_s).resolved(QUrl(u"Call/x/"_s)).path(),
             u"/v1/Account/MA/Call/x/"_s);
}

void TestQtIds::twoSlashesChangeTheHost()
{
    QCOMPARE(QUrl(u"https://api.plivo.com/v1/"_s).resolved(QUrl(u"//evil.example/x"_s)).host(), u"evil.example"_s);
}

QTEST_GUILESS_MAIN(TestQtIds)
#include "tst_qtids.moc"
