// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/protectednumbers.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

using Problem = ProtectedNumbers::Problem;
Q_DECLARE_METATYPE(hangup::ProtectedNumbers::Problem)

/// Which numbers are protected: one that is missed cuts off an emergency call.
class TestProtectedNumbers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void match_data();
    void match();
    void namesThePattern();
    void parse();
    void refuses_data();
    void refuses();
    void tooMany();
    void takesNoTime();
};

void TestProtectedNumbers::match_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const QString &pattern, const QString &number, bool matches) {
        QTest::newRow(name) << pattern << number << matches;
    };
    row("the same", u"18005550100"_s, u"18005550100"_s, true);
    row("another", u"18005550100"_s, u"18005550101"_s, false);
    row("a longer one", u"1800555010"_s, u"18005550100"_s, false);
    row("a shorter one", u"18005550100"_s, u"1800555010"_s, false);
    row("with a plus", u"+18005550100"_s, u"18005550100"_s, true);
    row("a plus at the number", u"18005550100"_s, u"+18005550100"_s, true);
    row("00 for the plus", u"0049301234"_s, u"+49301234"_s, true);
    row("the plus for 00", u"+49301234"_s, u"0049301234"_s, true);
    row("spaces, hyphens and brackets", u"+1 (800) 555-0100"_s, u"1.800.555.0100"_s, true);
    row("a space that does not break", u"+1\u00a0800\u202f5550100"_s, u"18005550100"_s, true);
    row("*, a run", u"+1800*"_s, u"18005550100"_s, true);
    row("*, nothing at all", u"+1800*"_s, u"1800"_s, true);
    row("*, another beginning", u"+1800*"_s, u"18105550100"_s, false);
    row("* in front", u"*0100"_s, u"18005550100"_s, true);
    row("* in the middle", u"1*0100"_s, u"18005550100"_s, true);
    row("two *", u"*555*"_s, u"18005550100"_s, true);
    row("* that has to go back", u"*0100"_s, u"0101000100"_s, true);
    row("?, one", u"1800555010?"_s, u"18005550107"_s, true);
    row("?, none", u"1800555010?"_s, u"1800555010"_s, false);
    row("?, two", u"1800555010?"_s, u"180055501077"_s, false);
    row("a short one", u"112"_s, u"112"_s, true);
    row("a short one is not a part", u"112"_s, u"4930112"_s, false);
    row("00 alone is no plus", u"00"_s, u"00"_s, true);
    row("a SIP address", u"sip:hotline@example.com"_s, u"SIP:Hotline@Example.com"_s, true);
    row("a SIP address with a wildcard", u"sip:hotline@*"_s, u"sip:hotline@phone.plivo.com"_s, true);
    row("of a SIP address the digits do not count alone", u"112"_s, u"sip:112@example.com"_s, false);
    row("a wildcard for both", u"*112*"_s, u"sip:112@example.com"_s, true);
    row("a name", u"Front desk"_s, u"front desk"_s, true);
    row("dots and brackets mean themselves", u"a.c(d"_s, u"abc(d"_s, false);
    row("nobody knows", u"1*"_s, {}, false);
    row("spaces are nobody", u"1*"_s, u"  "_s, false);
}

void TestProtectedNumbers::match()
{
    QFETCH(QString, pattern);
    QFETCH(QString, number);
    const ProtectedNumbers::Read read = ProtectedNumbers::parse(pattern);
    QVERIFY(read.refused.isEmpty());
    QTEST(read.numbers.match(number).has_value(), "matches");
}

void TestProtectedNumbers::namesThePattern()
{
    const ProtectedNumbers numbers = ProtectedNumbers::parse(u"+1 800 555 0100\n+49 30 *, +49 30 1234").numbers;
    QCOMPARE(numbers.match(u"49301234"), u"+49 30 *"_s);
    QVERIFY(!numbers.match(u"49311234"));
    QVERIFY(!ProtectedNumbers().match(u"1"));
}

void TestProtectedNumbers::parse()
{
    const ProtectedNumbers::Read read
        = ProtectedNumbers::parse(u"  +1 800 555 0100 \r\n\r\n112;113 ,, 112\n0018005550100\nsip:A@b; SIP:a@B");
    QCOMPARE(read.numbers.patterns(), (QStringList { u"+1 800 555 0100"_s, u"112"_s, u"113"_s, u"sip:A@b"_s }));
    QVERIFY(read.refused.isEmpty());
    // What is kept in the settings reads the same again.
    QCOMPARE(ProtectedNumbers::parse(read.numbers.patterns().join("; "_L1)).numbers, read.numbers);
    QVERIFY(ProtectedNumbers::parse(u" \n;,").numbers.isEmpty());
}

void TestProtectedNumbers::refuses_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<Problem>("problem");
    QTest::newRow("only wildcards") << u"*"_s << Problem::NotANumber;
    QTest::newRow("only a plus") << u"+"_s << Problem::NotANumber;
    QTest::newRow("an invisible character") << u"+1800\u200b5550100"_s << Problem::NotANumber;
    QTest::newRow("too long") << QString(101, u'1') << Problem::TooLong;
}

void TestProtectedNumbers::refuses()
{
    QFETCH(QString, pattern);
    const ProtectedNumbers::Read read = ProtectedNumbers::parse(u"112\n"_s + pattern + u"\n113"_s);
    QCOMPARE(read.numbers.patterns(), (QStringList { u"112"_s, u"113"_s }));
    QCOMPARE(read.refused.size(), 1);
    QCOMPARE(read.refused.constFirst().pattern, pattern.left(ProtectedNumbers::MaxLength));
    QTEST(read.refused.constFirst().problem, "problem");
}

void TestProtectedNumbers::tooMany()
{
    QString text;
    for (int i = 0; i < ProtectedNumbers::MaxPatterns + 2; ++i)
        text += QString::number(1000 + i) + u'\n';
    const ProtectedNumbers::Read read = ProtectedNumbers::parse(text);
    QCOMPARE(read.numbers.patterns().size(), ProtectedNumbers::MaxPatterns);
    QCOMPARE(read.refused.size(), 2);
    QCOMPARE(read.refused.constFirst().problem, Problem::TooMany);
}

/// A pattern made to be slow is not.
void TestProtectedNumbers::takesNoTime()
{
    const ProtectedNumbers numbers = ProtectedNumbers::parse(u"*1*1*1*1*1*1*1*1*1*1*1*1*1*1*2"_s).numbers;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i)
        QVERIFY(!numbers.match(QString(200, u'1')));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestProtectedNumbers)
#include "tst_protectednumbers.moc"
