// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "models/hexid.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

class TestHexId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheTextOfAUuid();
    void refusesWhatItCouldNotGiveBack_data();
    void refusesWhatItCouldNotGiveBack();
    void sortsAsItsText();
    void findsPartsOfItsText_data();
    void findsPartsOfItsText();
    void foldsUnitByUnit();
    void knowsWhatCouldStandInAUuid_data();
    void knowsWhatCouldStandInAUuid();
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
    QTest::addColumn<QByteArray>("needle");
    QTest::addColumn<bool>("found");
    QTest::newRow("its beginning") << "0123"_ba << true;
    QTest::newRow("its end") << "3210"_ba << true;
    QTest::newRow("over a hyphen") << "67-89"_ba << true;
    QTest::newRow("all of it") << "01234567-89ab-cdef-fedc-ba9876543210"_ba << true;
    QTest::newRow("one digit more") << "01234567-89ab-cdef-fedc-ba98765432100"_ba << false;
    QTest::newRow("digits that are not there") << "0124"_ba << false;
    QTest::newRow("hyphens left out") << "6789"_ba << false;
}

void TestHexId::findsPartsOfItsText()
{
    QFETCH(QByteArray, needle);
    const auto id = HexId::parse(u"01234567-89ab-cdef-fedc-ba9876543210");
    QTEST(id->contains(std::string_view(needle.constData(), static_cast<std::size_t>(needle.size()))), "found");
}

void TestHexId::foldsUnitByUnit()
{
    const QString text = u"AZaz09[`{ ÄÖÜ ΣΠ İ ß \U0001F4DE"_s;
    const QString folded = foldedText(text);
    QCOMPARE(folded.size(), text.size());
    QCOMPARE(folded.left(17), u"azaz09[`{ äöü σπ "_s);
    QCOMPARE(folded.right(2), text.right(2));
}

void TestHexId::knowsWhatCouldStandInAUuid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("needle");
    QTest::newRow("digits") << u"09af"_s << "09af"_ba;
    QTest::newRow("digits and a hyphen") << u"ab-1"_s << "ab-1"_ba;
    QTest::newRow("a word of hex letters") << u"dead"_s << "dead"_ba;
    QTest::newRow("another word") << u"refused"_s << QByteArray();
    QTest::newRow("a blank") << u"ab 1"_s << QByteArray();
}

void TestHexId::knowsWhatCouldStandInAUuid()
{
    QFETCH(QString, text);
    QTEST(hexNeedle(text), "needle");
}

QTEST_APPLESS_MAIN(TestHexId)
#include "tst_hexid.moc"
