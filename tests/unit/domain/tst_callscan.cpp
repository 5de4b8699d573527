// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "scantext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

/// Where ids are found, and what is said of pieces that are none. What keys and columns say is in tst_scankeys.
class TestCallScan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scans_data();
    void scans();
    void refuses_data();
    void refuses();
    void contexts_data();
    void contexts();
    void excerptSpellsOutTheInvisible();
    void listIsBoundedAndCountIsNot();
};

void TestCallScan::scans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    const auto row
        = [](const char *name, const QString &text, const QString &result) { QTest::newRow(name) << text << result; };
    row("nothing", QString(), QString());
    row("prose without an id", u"Please end the call from +49 30 1234567."_s, QString());
    row("an id alone", u"{a}"_s, u"call a 1:1\n"_s);
    row("one a line", u"{a}\n{b}\n{c}\n"_s, u"call a 1:1\ncall b 2:1\ncall c 3:1\n"_s);
    row("lines with CR LF", u"{a}\r\n{b}\r\n\r\n{c}"_s, u"call a 1:1\ncall b 2:1\ncall c 4:1\n"_s);
    row("lines with CR", u"{a}\r{b}\r\r{c}"_s, u"call a 1:1\ncall b 2:1\ncall c 4:1\n"_s);
    row("order is kept", u"{c} {a} {b}"_s, u"call c 1:1\ncall a 1:38\ncall b 1:75\n"_s);
    row("upper case", scantext::id(u'a').toUpper(), u"call a 1:1\n"_s);
    row("in prose, with a full stop", u"Please end {a}."_s, u"call a 1:12\n"_s);
    row("with comma, semicolon, colon", u"{a},{b};{c}: x"_s, u"call a 1:1\ncall b 1:38\ncall c 1:75\n"_s);
    row("in quotes, brackets, braces, angles", u"\"{a}\" ({b}) {{c}} <{d}>"_s,
        u"call a 1:2\ncall b 1:41\ncall c 1:80\ncall d 1:119\n"_s);
    row("in backticks and stars", u"`{a}` **{b}**"_s, u"call a 1:2\ncall b 1:42\n"_s);
    row("an address", u"https://api.plivo.com/v1/Account/MAXXXXXXXXXXXXXXXXXX/Call/{a}/"_s, u"call a 1:60\n"_s);
    row("an address without a slash behind, with a query", u"…/Call/{a}?status=live"_s, u"call a 1:8\n"_s);
    row("percent-encoded slashes", u"x%2FCall%2F{a}%2F"_s, u"call a 1:12\n"_s);
    row("doubly encoded slashes", u"x%252FCall%252F{a}%252F"_s, u"call a 1:16\n"_s);
    row("a percent-encoded line break", u"{a}%0A{b}"_s, u"call a 1:1\ncall b 1:40\n"_s);
    row("a percent sign behind", u"{a}%"_s, u"call a 1:1\n"_s);
    row("an escaped letter is glued", u"%41{a}"_s, u"ignored 1:1 too long (39 instead of 36 characters)\n"_s);
    row("webhook parameters", u"CallUUID={a}&From=49301234567&To=1"_s, u"call a 1:10\n"_s);
    row("JSON", u"{\"call_uuid\": \"{a}\", \"from\": \"1\"}"_s, u"call a 1:16\n"_s);
    row("JSON within JSON", u"\"{\\\"call_uuid\\\":\\\"{a}\\\"}\""_s, u"call a 1:19\n"_s);
    row("a line break written as an escape", u"\"ids:\\n{a}\\n{b}\""_s, u"call a 1:8\ncall b 1:46\n"_s);
    row("an equals sign written as an escape", u"\"CallUUID\\u003d{a}\\u0026x\""_s, u"call a 1:16\n"_s);
    row("a letter written as an escape is glued", u"\\u0041{a}"_s,
        u"ignored 1:2 too long (41 instead of 36 characters)\n"_s);
    row("underscores around", u"_{a}_ call_{b}_2026.log"_s, u"call a 1:2\ncall b 1:45\n"_s);
    row("a file name", u"{a}.log"_s, u"call a 1:1\n"_s);
    row("a list with dashes", u"- {a}\n-{b}\n* {c}"_s, u"call a 1:3\ncall b 2:2\ncall c 3:3\n"_s);
    row("a quoted mail", u"> {a}\n>> {b}"_s, u"call a 1:3\ncall b 2:4\n"_s);
    row("Chinese around", u"通话{a}结束"_s, u"call a 1:3\n"_s);
    row("a dash of prose behind", u"{a}—please"_s, u"call a 1:1\n"_s);
    row("two ids with an en dash between", u"{a}–{b}"_s, u"call a 1:1\ncall b 1:38\n"_s);
    row("a byte order mark at the start", QChar(0xFEFF) + u"{a}"_s, u"call a 1:2\n"_s);
    row("a non-breaking blank", u"end\u00a0{a}\u00a0now"_s, u"call a 1:5\n"_s);
    row("an emoji behind", u"{a}😀"_s, u"call a 1:1\n"_s);
    row("a duplicate", u"{a} {b}\n{a}"_s, u"call a 1:1\ncall b 1:38\nignored 2:1 a duplicate of one further up\n"_s);
    row("a duplicate in other case", u"{a}\n"_s + scantext::id(u'a').toUpper(),
        u"call a 1:1\nignored 2:1 a duplicate of one further up\n"_s);
    row("cut off at the end", u"{a35} {b}"_s, u"call b 1:37\nignored 1:1 cut off (35 of 36 characters)\n"_s);
}

void TestCallScan::scans()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    QCOMPARE(scantext::described(scanCalls(scantext::filled(text))), result);
}

void TestCallScan::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    const auto row
        = [](const char *name, const QString &text, const QString &result) { QTest::newRow(name) << text << result; };
    const QString full = scantext::id(u'a');
    row("cut off at the start", full.sliced(1), u"ignored 1:1 cut off (35 of 36 characters)\n"_s);
    row("cut off in the last group", full.first(28) + u'…', u"ignored 1:1 cut off (28 of 36 characters)\n"_s);
    row("only the last four groups", full.sliced(9), u"ignored 1:1 cut off (27 of 36 characters)\n"_s);
    row("a digit lost inside", QString(full).remove(10, 1), u"ignored 1:1 cut off (35 of 36 characters)\n"_s);
    row("wrapped by a mail program", full.first(30) + u'\n' + full.sliced(30),
        u"ignored 1:1 cut off (30 of 36 characters)\n"_s);
    row("a few groups are no id", u"2026-11-24-1302"_s, QString());
    row("too long by a digit", u"{a37}"_s, u"ignored 1:1 too long (37 instead of 36 characters)\n"_s);
    row("too long by a digit before", u"0{a}"_s, u"ignored 1:1 too long (37 instead of 36 characters)\n"_s);
    row("a letter glued before", u"x{a}"_s, u"ignored 1:1 too long (37 instead of 36 characters)\n"_s);
    row("a word glued before with a hyphen", u"call-{a}"_s, u"ignored 1:1 too long (41 instead of 36 characters)\n"_s);
    row("a number glued behind with a hyphen", u"{a}-2"_s, u"ignored 1:1 too long (38 instead of 36 characters)\n"_s);
    row("a hyphen glued behind", u"{a}-"_s, u"ignored 1:1 too long (37 instead of 36 characters)\n"_s);
    row("a hyphen glued before, within a line", u"x -{a}"_s, u"ignored 1:3 too long (37 instead of 36 characters)\n"_s);
    row("two ids glued", u"{a}{b}"_s, u"ignored 1:1 too long (72 instead of 36 characters)\n"_s);
    row("the nil UUID", u"00000000-0000-0000-0000-000000000000"_s, u"ignored 1:1 all zeros, not a call\n"_s);
    row("an O for a 0", QString(full).replace(3, 1, u"O"_s), u"ignored 1:1 characters other than 0–9 and a–f\n"_s);
    row("a g in it", QString(full).replace(35, 1, u"g"_s), u"ignored 1:1 characters other than 0–9 and a–f\n"_s);
    row("32 digits without hyphens", QString(full).remove(u'-'), QString());
    row("a zero-width blank inside", QString(full).insert(5, QChar(0x200B)),
        u"ignored 1:6 an invisible character, U+200B, in column 6\n"_s);
    row("a zero-width blank behind", full + QChar(0x200B) + u" ok"_s,
        u"ignored 1:37 an invisible character, U+200B, in column 37\n"_s);
    row("a zero-width blank before", u"end "_s + QChar(0x200B) + full,
        u"ignored 1:5 an invisible character, U+200B, in column 5\n"_s);
    row("a zero-width blank between word and id", u"Call"_s + QChar(0x200B) + full,
        u"ignored 1:5 an invisible character, U+200B, in column 5\n"_s);
    row("a zero-width blank between two ids", full + QChar(0x200B) + scantext::id(u'b'),
        u"ignored 1:37 an invisible character, U+200B, in column 37\n"_s);
    row("an en dash between an id and a cut one", full + QChar(0x2013) + full.chopped(1),
        u"call a 1:1\nignored 1:38 cut off (35 of 36 characters)\n"_s);
    row("a zero-width joiner inside", QString(full).insert(9, QChar(0x200D)),
        u"ignored 1:10 an invisible character, U+200D, in column 10\n"_s);
    row("a left-to-right mark before", QChar(0x200E) + full,
        u"ignored 1:1 an invisible character, U+200E, in column 1\n"_s);
    row("a word joiner inside", QString(full).insert(20, QChar(0x2060)),
        u"ignored 1:21 an invisible character, U+2060, in column 21\n"_s);
    row("a byte order mark in the middle of the text", u"x\n"_s + QChar(0xFEFF) + full,
        u"ignored 2:1 an invisible character, U+FEFF, in column 1\n"_s);
    row("a soft hyphen inside", QString(full).insert(8, QChar(0x00AD)),
        u"ignored 1:9 an invisible character, U+00AD, in column 9\n"_s);
    row("a bidi override before", QChar(0x202E) + full, u"ignored 1:1 an invisible character, U+202E, in column 1\n"_s);
    row("a bidi isolate behind", full + QChar(0x2069),
        u"ignored 1:37 an invisible character, U+2069, in column 37\n"_s);
    row("a tag character behind", full + QString::fromUcs4(U"\U000E0061", 1),
        u"ignored 1:37 an invisible character, U+E0061, in column 37\n"_s);
    row("a variation selector inside", QString(full).insert(4, QChar(0xFE0F)),
        u"ignored 1:5 a look-alike character, U+FE0F, in column 5\n"_s);
    row("NUL inside", QString(full).insert(4, QChar(u'\0')),
        u"ignored 1:5 an invisible character, U+0000, in column 5\n"_s);
    row("NUL behind", full + QChar(u'\0'), u"ignored 1:37 an invisible character, U+0000, in column 37\n"_s);
    row("escape behind", full + QChar(0x1b) + u"[0m"_s,
        u"ignored 1:37 an invisible character, U+001B, in column 37\n"_s);
    row("DEL inside", QString(full).insert(4, QChar(0x7f)),
        u"ignored 1:5 an invisible character, U+007F, in column 5\n"_s);
    row("an en dash for one hyphen", QString(full).replace(8, 1, QChar(0x2013)),
        u"ignored 1:9 a look-alike character, U+2013, in column 9\n"_s);
    row("non-breaking hyphens for all", QString(full).replace(u'-', QChar(0x2011)),
        u"ignored 1:9 a look-alike character, U+2011, in column 9\n"_s);
    row("a minus sign for one hyphen", QString(full).replace(23, 1, QChar(0x2212)),
        u"ignored 1:24 a look-alike character, U+2212, in column 24\n"_s);
    row("a full-width digit", QString(full).replace(1, 1, QChar(0xFF10)),
        u"ignored 1:2 a look-alike character, U+FF10, in column 2\n"_s);
    row("an Arabic digit", QString(full).replace(1, 1, QChar(0x0660)),
        u"ignored 1:2 a look-alike character, U+0660, in column 2\n"_s);
    row("a Cyrillic a", QString(full).replace(0, 1, QChar(0x0430)),
        u"ignored 1:1 a look-alike character, U+0430, in column 1\n"_s);
    row("the second of two lines", u"x\r\n"_s + QString(full).insert(2, QChar(0x200B)),
        u"ignored 2:3 an invisible character, U+200B, in column 3\n"_s);
    row("dots for hyphens", QString(full).replace(u'-', u'.'), QString());
    row("blanks for hyphens", QString(full).replace(u'-', u' '), QString());
    row("underscores for hyphens", QString(full).replace(u'-', u'_'), QString());
    row("encoded hyphens", QString(full).replace(u'-', u"%2D"_s), QString());
    row("only dots", u"."_s, QString());
    row("only hyphens", QString(36, u'-'), QString());
    row("only a number sign", u"#"_s, QString());
    row("a path that climbs", u"../"_s, QString());
}

void TestCallScan::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    QCOMPARE(scantext::described(scanCalls(scantext::filled(text))), result);
}

void TestCallScan::contexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("context");
    const QString id = scantext::id(u'a');
    QTest::newRow("only the id") << u"{a}"_s << id;
    QTest::newRow("the words of its line")
        << u"one\nstuck {a} since noon\ntwo"_s << u"stuck "_s + id + u" since noon"_s;
    QTest::newRow("without blanks around") << u"  \t{a}  \r\n"_s << id;
    QTest::newRow("82 units on each side of a long line")
        << QString(500, u'.') + u"{a}"_s + QString(500, u'!') << QString(82, u'.') + id + QString(82, u'!');
    QTest::newRow("more before when little is behind")
        << QString(500, u'.') + u"{a}!"_s << QString(163, u'.') + id + u'!';
    QTest::newRow("more behind when little is before")
        << u".{a}"_s + QString(500, u'!') << u'.' + id + QString(163, u'!');
    QTest::newRow("no surrogate pair is split") << u"."_s + u"😀"_s.repeated(100) + u"{a}"_s + u"😀"_s.repeated(100)
                                                << u"😀"_s.repeated(41) + id + u"😀"_s.repeated(41);
    QTest::newRow("no surrogate pair is split, one unit aside") << u"😀"_s.repeated(100) + u".{a}."_s
            + u"😀"_s.repeated(100) << u"😀"_s.repeated(40) + u'.' + id + u'.' + u"😀"_s.repeated(40);
}

void TestCallScan::contexts()
{
    QFETCH(QString, text);
    QFETCH(QString, context);
    const ScanResult scan = scanCalls(scantext::filled(text));
    QCOMPARE(scan.found.size(), 1);
    QCOMPARE(scan.context(scan.found.front()).toString(), context);
    QVERIFY(scan.found.front().contextLength <= 200);
}

void TestCallScan::excerptSpellsOutTheInvisible()
{
    const ScanResult scan = scanCalls(scantext::id(u'a').insert(8, QChar(0x200B)));
    QCOMPARE(scan.ignored.size(), 1);
    QCOMPARE(scan.ignored.front().excerpt, u"a0000000[U+200B]-86a6-11e5-9fde-e43ee3e2930b"_s);
    QCOMPARE(scan.ignored.front().codePoint, char32_t(0x200B));
    const ScanResult longOne = scanCalls(scantext::id(u'a').repeated(10));
    QCOMPARE(longOne.ignored.front().excerpt.size(), 80);
    QCOMPARE(longOne.ignored.front().length, 360);
}

void TestCallScan::listIsBoundedAndCountIsNot()
{
    QString text;
    for (int i = 0; i < 2500; ++i)
        text += scantext::id(u'a') + u'\n';
    const ScanResult scan = scanCalls(text);
    QCOMPARE(scan.found.size(), 1);
    QCOMPARE(scan.ignored.size(), ScanResult::MaxIgnoredListed);
    QCOMPARE(scan.ignoredCount, 2499);
}

QTEST_GUILESS_MAIN(TestCallScan)
#include "tst_callscan.moc"
