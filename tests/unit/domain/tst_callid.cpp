// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/callid.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

QString good()
{
    return u"defb0706-86a6-11e5-b4d1-e43ee3e2930b"_s;
}

/// The good id with the unit at @p place replaced.
QString with(qsizetype place, char16_t unit)
{
    QString text = good();
    text[place] = QChar(unit);
    return text;
}

} // namespace

class TestCallId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void writesItselfInTwoForms();
    void shortensForTheLog();
    void comparesByValue();
    void everyPlaceCounts();
    void takesEachUnitForWhatItIs();
};

void TestCallId::accepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    QTest::newRow("a v1 UUID in lower case") << good() << good();
    QTest::newRow("upper case is lower-cased") << good().toUpper() << good();
    QTest::newRow("mixed case is lower-cased") << u"DefB0706-86a6-11E5-b4D1-e43EE3e2930B"_s << good();
    QTest::newRow("a v4 UUID") << u"9f1c2ad4-5b6e-4c3d-8a7b-001122334455"_s
                               << u"9f1c2ad4-5b6e-4c3d-8a7b-001122334455"_s;
    QTest::newRow("all f") << u"ffffffff-ffff-ffff-ffff-ffffffffffff"_s << u"ffffffff-ffff-ffff-ffff-ffffffffffff"_s;
    QTest::newRow("one bit away from nil, at the end")
        << u"00000000-0000-0000-0000-000000000001"_s << u"00000000-0000-0000-0000-000000000001"_s;
    QTest::newRow("one bit away from nil, at the start")
        << u"80000000-0000-0000-0000-000000000000"_s << u"80000000-0000-0000-0000-000000000000"_s;
}

void TestCallId::accepts()
{
    QFETCH(QString, text);
    QFETCH(QString, id);
    const auto parsed = CallId::parse(text);
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->toString(), id);
}

void TestCallId::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a dot, which would end every call of the account") << u"."_s;
    QTest::newRow("two dots") << u".."_s;
    QTest::newRow("a slash") << u"/"_s;
    QTest::newRow("a number sign") << u"#"_s;
    QTest::newRow("a question mark") << u"?"_s;
    QTest::newRow("an escaped dot") << u"%2e"_s;
    QTest::newRow("a blank") << u" "_s;
    QTest::newRow("a word") << u"call"_s;
    QTest::newRow("36 dots") << QString(36, u'.');
    QTest::newRow("36 hyphens") << QString(36, u'-');
    QTest::newRow("36 digits without hyphens") << QString(36, u'1');
    QTest::newRow("36 blanks") << QString(36, u' ');
    QTest::newRow("36 NULs") << QString(36, QChar(u'\0'));
    QTest::newRow("32 digits without hyphens") << good().remove(u'-');
    QTest::newRow("the nil UUID") << u"00000000-0000-0000-0000-000000000000"_s;
    QTest::newRow("35 characters, the first missing") << good().sliced(1);
    QTest::newRow("35 characters, the last missing") << good().chopped(1);
    QTest::newRow("35 characters, one of a group missing") << good().remove(10, 1);
    QTest::newRow("35 characters, a hyphen missing") << good().remove(8, 1);
    QTest::newRow("37 characters, a digit more") << good() + u'0';
    QTest::newRow("37 characters, a digit before") << u'0' + good();
    QTest::newRow("37 characters, a hyphen doubled") << good().insert(8, u'-');
    QTest::newRow("two ids in one") << good() + good();
    QTest::newRow("in braces") << u'{' + good() + u'}';
    QTest::newRow("braces, but 36 characters") << u'{' + good().sliced(1, 34) + u'}';
    QTest::newRow("in quotes") << u'"' + good() + u'"';
    QTest::newRow("in angle brackets") << u'<' + good() + u'>';
    QTest::newRow("as a URN") << u"urn:uuid:"_s + good();
    QTest::newRow("a blank before") << u' ' + good();
    QTest::newRow("a blank behind") << good() + u' ';
    QTest::newRow("a blank for the last digit") << with(35, u' ');
    QTest::newRow("a line break behind") << good() + u'\n';
    QTest::newRow("a line break for the last digit") << with(35, u'\n');
    QTest::newRow("CR LF behind") << good() + u"\r\n"_s;
    QTest::newRow("a tab for the first digit") << with(0, u'\t');
    QTest::newRow("NUL behind") << good() + QChar(u'\0');
    QTest::newRow("NUL for a digit") << with(3, u'\0');
    QTest::newRow("a zero-width blank inside") << good().insert(5, QChar(0x200B));
    QTest::newRow("a zero-width blank for a digit") << with(5, 0x200B);
    QTest::newRow("a zero-width joiner behind") << good() + QChar(0x200D);
    QTest::newRow("a byte order mark before") << QChar(0xFEFF) + good();
    QTest::newRow("a word joiner inside") << good().insert(20, QChar(0x2060));
    QTest::newRow("a soft hyphen for a hyphen") << with(8, 0x00AD);
    QTest::newRow("a right-to-left override before") << QChar(0x202E) + good();
    QTest::newRow("an en dash for a hyphen") << with(8, 0x2013);
    QTest::newRow("a non-breaking hyphen for a hyphen") << with(13, 0x2011);
    QTest::newRow("a minus sign for a hyphen") << with(23, 0x2212);
    QTest::newRow("a full-width hyphen for a hyphen") << with(18, 0xFF0D);
    QTest::newRow("an underscore for a hyphen") << with(8, u'_');
    QTest::newRow("a blank for a hyphen") << with(8, u' ');
    QTest::newRow("a digit for a hyphen") << with(13, u'0');
    QTest::newRow("a hyphen for a digit") << with(7, u'-');
    QTest::newRow("a full-width digit") << with(4, 0xFF10);
    QTest::newRow("an Arabic digit") << with(4, 0x0660);
    QTest::newRow("a full-width letter") << with(0, 0xFF44);
    QTest::newRow("a Cyrillic letter that looks like an e") << with(1, 0x0435);
    QTest::newRow("an accented letter") << with(1, 0x00E9);
    QTest::newRow("a lone surrogate") << with(1, 0xD800);
    QTest::newRow("a unit whose low byte is a digit") << with(4, 0x0130);
    QTest::newRow("the letter behind f") << with(0, u'g');
    QTest::newRow("the capital behind F") << with(0, u'G');
    QTest::newRow("the sign before 0") << with(4, u'/');
    QTest::newRow("the sign behind 9") << with(4, u':');
    QTest::newRow("the sign before A") << with(4, u'@');
    QTest::newRow("the sign before a") << with(4, u'`');
    QTest::newRow("an O for a 0") << with(4, u'O');
    QTest::newRow("an l for a 1") << with(14, u'l');
    QTest::newRow("a percent sign inside") << with(4, u'%');
    QTest::newRow("percent-encoded hyphens") << good().replace(u'-', u"%2D"_s);
    QTest::newRow("dots that climb, 36 characters") << good().first(33) + u"/.."_s;
    QTest::newRow("a path behind") << good() + u"/../"_s;
    QTest::newRow("a path before") << u"../"_s + good();
    QTest::newRow("a slash behind") << good() + u'/';
    QTest::newRow("a fragment behind") << good() + u"#x"_s;
    QTest::newRow("a query behind") << good() + u"?a=b"_s;
    QTest::newRow("a fragment for the last digit") << with(35, u'#');
    QTest::newRow("a query for the last digit") << with(35, u'?');
    QTest::newRow("a slash for the last digit") << with(35, u'/');
    QTest::newRow("a backslash for the last digit") << with(35, u'\\');
    QTest::newRow("a dot for the last digit") << with(35, u'.');
    QTest::newRow("a dot behind") << good() + u'.';
    QTest::newRow("groups of other sizes, 36 characters") << u"defb070-686a6-11e5-b4d1-e43ee3e2930b"_s;
    QTest::newRow("groups in another order, 36 characters") << u"e43ee3e2930b-86a6-11e5-b4d1-defb0706"_s;
    QTest::newRow("hex with a prefix, 36 characters") << u"0xfb0706-86a6-11e5-b4d1-e43ee3e2930b"_s;
    QTest::newRow("a plus sign") << with(0, u'+');
    QTest::newRow("a minus sign before the digits") << with(9, u'-');
}

void TestCallId::refuses()
{
    QFETCH(QString, text);
    const auto parsed = CallId::parse(text);
    QCOMPARE(parsed ? parsed->toString() : u"refused"_s, u"refused"_s);
}

void TestCallId::writesItselfInTwoForms()
{
    const CallId id = CallId::parse(good().toUpper()).value();
    QCOMPARE(id.toString(), good());
    QCOMPARE(id.toLatin1(), good().toLatin1());
    QCOMPARE(id.toLatin1().size(), CallId::Length);
}

void TestCallId::shortensForTheLog()
{
    QCOMPARE(CallId::parse(good())->shortened(), u"defb0706…930b"_s);
}

void TestCallId::comparesByValue()
{
    const CallId lower = CallId::parse(good()).value();
    const CallId upper = CallId::parse(good().toUpper()).value();
    const CallId other = CallId::parse(with(35, u'c')).value();
    QCOMPARE(lower, upper);
    QCOMPARE(qHash(lower, 1), qHash(upper, 1));
    QVERIFY(lower != other);
    QVERIFY(lower < other);
    QCOMPARE((QSet<CallId> { lower, upper, other }.size()), 2);
}

/// Each of the 32 digits comes back from where it went in.
void TestCallId::everyPlaceCounts()
{
    for (qsizetype place = 0; place < CallId::Length; ++place) {
        if (good()[place] == u'-')
            continue;
        for (const char16_t digit : std::u16string_view(u"0123456789abcdef")) {
            const auto id = CallId::parse(with(place, digit));
            QVERIFY(id.has_value());
            QCOMPARE(id->toString(), with(place, digit));
        }
    }
}

/// All 65,536 units at each place: hex digits are taken, with their value, and nothing else is.
void TestCallId::takesEachUnitForWhatItIs()
{
    const QString hex = u"0123456789abcdef"_s;
    for (qsizetype place = 0; place < CallId::Length; ++place) {
        const bool isHyphen = good()[place] == u'-';
        for (int unit = 0; unit <= 0xFFFF; ++unit) {
            const QString text = with(place, static_cast<char16_t>(unit));
            // Not QChar::toLower(): the Kelvin sign is no k.
            const QChar lower(unit >= u'A' && unit <= u'F' ? unit + 0x20 : unit);
            const bool isRight = isHyphen ? unit == u'-' : hex.contains(lower);
            const auto id = CallId::parse(text);
            if (id.has_value() != isRight)
                QFAIL(qPrintable(u"U+%1 at place %2"_s.arg(unit, 4, 16, QChar(u'0')).arg(place)));
            if (id && id->toString() != with(place, lower.unicode()))
                QFAIL(qPrintable(id->toString()));
        }
    }
}

QTEST_GUILESS_MAIN(TestCallId)
#include "tst_callid.moc"
