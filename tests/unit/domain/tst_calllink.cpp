// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// A link comes from anywhere: it is one call's id or it is nothing.
#include "domain/calllink.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

const QString Id = u"defb0706-86a6-11e4-b303-498d468c930b"_s;

} // namespace

class TestCallLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOneCall_data();
    void isOneCall();
    void isNothingElse_data();
    void isNothingElse();
    void isToldFromOtherText();
};

void TestCallLink::isOneCall_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("the scheme and an id") << u"hangup:"_s + Id;
    QTest::newRow("a scheme in capitals") << u"HANGUP:"_s + Id;
    QTest::newRow("a scheme in both") << u"HangUp:"_s + Id;
    QTest::newRow("an id in capitals") << u"hangup:"_s + Id.toUpper();
}

void TestCallLink::isOneCall()
{
    QFETCH(const QString, link);
    QVERIFY(isCallLink(link));
    const auto id = callOfLink(link);
    QVERIFY(id);
    QCOMPARE(id->toString(), Id);
}

void TestCallLink::isNothingElse_data()
{
    QTest::addColumn<QString>("link");
    const auto row = [](const char *name, const QString &rest) { QTest::newRow(name) << u"hangup:"_s + rest; };
    row("nothing", {});
    row("a dot", u"."_s);
    row("two dots", u".."_s);
    row("two slashes before it", u"//"_s + Id);
    row("a host before it", u"//api.plivo.com/"_s + Id);
    row("a slash before it", u"/"_s + Id);
    row("a slash behind it", Id + u'/');
    row("a path behind it", Id + u"/Call"_s);
    row("a query", Id + u"?account=Night"_s);
    row("an empty query", Id + u'?');
    row("a fragment", Id + u"#now"_s);
    row("two ids", Id + u',' + Id);
    row("two ids with a blank", Id + u' ' + Id);
    row("two links", Id + u" hangup:"_s + Id);
    row("the scheme twice", u"hangup:"_s + Id);
    row("a digit as a code", u"%64"_s + Id.mid(1));
    row("a hyphen as a code", QString(Id).replace(u'-', u"%2D"_s));
    row("braces", u'{' + Id + u'}');
    row("quotes", u'"' + Id + u'"');
    row("a quote and an option behind it", Id + u"\" --account \"Night"_s);
    row("an option", u"--practice"_s);
    row("a blank before it", u' ' + Id);
    row("a blank behind it", Id + u' ');
    row("a line break behind it", Id + u'\n');
    row("a NUL behind it", Id + QChar(u'\0'));
    row("a zero-width space behind it", Id + QChar(u'\u200b'));
    row("a character short", Id.chopped(1));
    row("a character long", Id + u'0');
    row("without hyphens", QString(Id).remove(u'-'));
    row("a letter that is no digit", u'g' + Id.mid(1));
    row("full-width digits", QString(Id).replace(u'0', QChar(u'\uff10')));
    row("the id of nothing", u"00000000-0000-0000-0000-000000000000"_s);
    row("a file", u"/etc/passwd"_s);
}

void TestCallLink::isNothingElse()
{
    QFETCH(const QString, link);
    QVERIFY(isCallLink(link)); // meant as one, so it is not looked for as a file either
    QVERIFY(!callOfLink(link));
}

void TestCallLink::isToldFromOtherText()
{
    for (const QString &other : { Id, u"hangup"_s, u"hangups:"_s + Id, u" hangup:"_s + Id, u"tel:+15550100"_s,
                                  u"/home/hangup:"_s + Id, QString() }) {
        QVERIFY2(!isCallLink(other), qPrintable(other));
        QVERIFY2(!callOfLink(other), qPrintable(other));
    }
}

QTEST_APPLESS_MAIN(TestCallLink)
#include "tst_calllink.moc"
