// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/hexid.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

class TestHexId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheTextOfAUuid();
    void takesTheDigitsOfACall();
    void refusesWhatItCouldNotGiveBack_data();
    void refusesWhatItCouldNotGiveBack();
    void sortsAsItsText();
    void findsPartsOfItsText_data();
    void findsPartsOfItsText();
    void findsWhatATextSearchFinds();
    void foldsUnitByUnit();
    void foldsAnyLetterOfAscii();
};

void TestHexId::keepsTheTextOfAUuid()
{
    const QString text = u"01234567-89ab-cdef-fedc-ba9876543210"_s;
    const auto id = HexId::parse(text);
    QVERIFY(id);
    QCOMPARE(id->toString(), text);
    QCOMPARE(id->high, 0x0123456789abcdefULL);
    QCOMPARE(id->low, 0xfedcba9876543210ULL);
}

void TestHexId::takesTheDigitsOfACall()
{
    for (const QString &text :
         { u"01234567-89ab-cdef-fedc-ba9876543210"_s, u"f0000000-0000-0000-0000-00000000000e"_s }) {
        const auto id = CallId::parse(text);
        QVERIFY(id);
        QCOMPARE(HexId::of(*id).toString(), text);
        QCOMPARE(HexId::of(*id), *HexId::parse(text));
    }
}

void TestHexId::refusesWhatItCouldNotGiveBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("35 characters") << u"01234567-89ab-cdef-fedc-ba987654321"_s;
    QTest::newRow("37 characters") << u"01234567-89ab-cdef-fedc-ba98765432100"_s;
    QTest::newRow("upper case would come back lower") << u"01234567-89AB-cdef-fedc-ba9876543210"_s;
    QTest::newRow("a letter that is no digit") << u"01234567-89ag-cdef-fedc-ba9876543210"_s;
    QTest::newRow("a hyphen out of place") << u"0123456-789ab-cdef-fedc-ba9876543210"_s;
    QTest::newRow("no hyphens, 36 digits") << u"0123456789abcdeffedcba98765432100000"_s;
    QTest::newRow("a full-width digit") << u"01234567-89ab-cdef-fedc-ba987654321\uff10"_s;
}

void TestHexId::refusesWhatItCouldNotGiveBack()
{
    QFETCH(QString, text);
    QCOMPARE(HexId::parse(text).has_value(), false);
}

void TestHexId::sortsAsItsText()
{
    const QStringList texts { u"00000000-0000-4000-8000-000000000002"_s, u"00000000-0000-4000-8000-00000000000a"_s,
                              u"00000000-0000-4000-9000-000000000001"_s, u"00000001-0000-4000-8000-000000000000"_s,
                              u"f0000000-0000-1000-8000-000000000000"_s };
    for (qsizetype i = 1; i < texts.size(); ++i) {
        QVERIFY(texts[i - 1] < texts[i]);
        QCOMPARE(*HexId::parse(texts[i - 1]) < *HexId::parse(texts[i]), true);
    }
}

void TestHexId::findsPartsOfItsText_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("found");
    QTest::newRow("its beginning") << u"0123"_s << true;
    QTest::newRow("its end") << u"3210"_s << true;
    QTest::newRow("over a hyphen") << u"67-89"_s << true;
    QTest::newRow("all of it") << u"01234567-89ab-cdef-fedc-ba9876543210"_s << true;
    QTest::newRow("one digit more") << u"01234567-89ab-cdef-fedc-ba98765432100"_s << false;
    QTest::newRow("digits that are not there") << u"0124"_s << false;
    QTest::newRow("over the middle, where the halves meet") << u"cdef-fedc"_s << true;
    QTest::newRow("a hyphen alone") << u"-"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a letter that is no digit") << u"89ag"_s << false;
    QTest::newRow("the same with a capital: it is not folded here") << u"89AB"_s << false;
    QTest::newRow("hyphens left out") << u"6789"_s << false;
}

void TestHexId::findsPartsOfItsText()
{
    QFETCH(QString, needle);
    const auto id = HexId::parse(u"01234567-89ab-cdef-fedc-ba9876543210");
    QTEST(HexNeedle(needle).isIn(*id), "found");
}

/// As a search of the text would.
void TestHexId::findsWhatATextSearchFinds()
{
    QRandomGenerator random(20261130);
    int found = 0;
    for (int round = 0; round < 20'000; ++round) {
        // Few different digits, so that a part is often there, twice, or nearly.
        const QString digits = round % 2 == 0 ? u"01"_s : u"0123456789abcdef"_s;
        const auto any = [&] { return digits.at(random.bounded(int(digits.size()))); };
        QString text(HexId::Length, u'-');
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (i != 8 && i != 13 && i != 18 && i != 23)
                text[i] = any();
        }
        const int length = 1 + random.bounded(6);
        QString needle = text.mid(random.bounded(int(text.size()) - length), length);
        if (round % 3 == 0)
            needle[random.bounded(length)] = any();
        const bool isIn = HexNeedle(needle).isIn(*HexId::parse(text));
        if (isIn != text.contains(needle))
            QFAIL(qPrintable(needle + u" in "_s + text));
        found += isIn ? 1 : 0;
    }
    QVERIFY(found > 10'000 && found < 20'000);
}

void TestHexId::foldsUnitByUnit()
{
    const QString text = u"AZaz09[`{ ÄÖÜ ΣΠ İ ß \U0001F4DE"_s;
    const QString folded = foldedText(text);
    QCOMPARE(folded.size(), text.size());
    QCOMPARE(folded.left(17), u"azaz09[`{ äöü σπ "_s);
    QCOMPARE(folded.right(2), text.right(2));
}

void TestHexId::foldsAnyLetterOfAscii()
{
    // Also where many stand side by side, and the one that is no capital is at any place among them.
    QString capitals;
    QString small;
    for (char16_t c = 1; c < 0x80; ++c) {
        const bool isCapital = c >= u'A' && c <= u'Z';
        capitals += QChar(c);
        small += QChar(isCapital ? static_cast<char16_t>(c + 32) : c);
    }
    QCOMPARE(foldedText(capitals), small);
    for (qsizetype cut = 0; cut <= capitals.size(); ++cut)
        QCOMPARE(foldedText(capitals.sliced(cut)), small.sliced(cut));
    // What is folded already is not copied.
    QCOMPARE(foldedText(small).constData(), small.constData());
    QCOMPARE(foldedText({}), QString());
}

QTEST_APPLESS_MAIN(TestHexId)
#include "tst_hexid.moc"
