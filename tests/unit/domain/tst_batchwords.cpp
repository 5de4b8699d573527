// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/history.h"

#include <QSet>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace hangup;

class TestBatchWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleaned_data();
    void cleaned();
    void numbersAreUnique();
    void numbersFitSigned64Bits_data();
    void numbersFitSigned64Bits();
    void numbersGrowWithTime();
    void whenCallsCanBeEnded_data();
    void whenCallsCanBeEnded();
};

void TestBatchWords::cleaned_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    QTest::newRow("plain words stay") << u"T-4711, stuck"_s << u"T-4711, stuck"_s;
    QTest::newRow("nothing stays nothing") << QString() << QString();
    QTest::newRow("blanks are nothing") << u" \t\n "_s << QString();
    QTest::newRow("blanks around go") << u"  T-1 \n"_s << u"T-1"_s;
    QTest::newRow("two lines become one") << u"a\r\nb\u2028c\u2029d\ve"_s << u"a b c d e"_s;
    QTest::newRow("control characters become blanks") << u"a\x1b[31mb\u0085c"_s << u"a [31mb c"_s;
    QTest::newRow("a NUL ends nothing") << QString(u"a"_s + QChar(0) + u"b"_s) << u"a b"_s;
    QTest::newRow("RTL override goes") << u"abc\u202egnp.exe"_s << u"abc gnp.exe"_s;
    QTest::newRow("isolates and marks go") << u"\u2066a\u2069\u200fb"_s << u"a b"_s;
    QTest::newRow("Hebrew stays") << u"שיחה 12"_s << u"שיחה 12"_s;
    QTest::newRow("half a surrogate pair is replaced") << QString(u"a"_s + QChar(0xD83D)) << u"a\ufffd"_s;
    QTest::newRow("200 characters fit") << QString(200, u'x') << QString(200, u'x');
    QTest::newRow("201 are cut") << QString(201, u'x') << QString(QString(199, u'x') + u'…');
    QTest::newRow("a cut splits no surrogate pair")
        << QString(QString(198, u'x') + u"😀zz"_s) << QString(QString(198, u'x') + u'…');
    QTest::newRow("HTML is text") << u"<b>x</b>&amp;"_s << u"<b>x</b>&amp;"_s;
}

void TestBatchWords::cleaned()
{
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    const BatchWords asTicket = BatchWords { .ticket = typed }.cleaned();
    QCOMPARE(asTicket.ticket, kept);
    QCOMPARE(asTicket.reason, QString());
    const BatchWords asReason = BatchWords { .reason = typed }.cleaned();
    QCOMPARE(asReason.reason, kept);
    QCOMPARE(asReason.ticket, QString());
    QCOMPARE(asReason.cleaned().reason, kept);
}

void TestBatchWords::numbersAreUnique()
{
    // Among 200 of one ms two are equal in one of fifty runs; of 2 ms each, two are equal never more often than that.
    // So: seldom equal within one ms, and never from one ms to the next.
    QSet<quint64> numbers;
    constexpr int Many = 200;
    for (int i = 0; i < Many; ++i)
        numbers.insert(newBatchNumber(1'795'525'331'084));
    QVERIFY2(numbers.size() >= Many - 2, qPrintable(QString::number(numbers.size())));
    const quint64 next = newBatchNumber(1'795'525'331'085);
    QVERIFY(!numbers.contains(next));
}

void TestBatchWords::numbersFitSigned64Bits_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::newRow("today") << qint64(1'795'525'331'084);
    QTest::newRow("a clock at its beginning") << qint64(0);
    QTest::newRow("a clock before it") << std::numeric_limits<qint64>::min();
    QTest::newRow("a clock at its end") << std::numeric_limits<qint64>::max();
}

void TestBatchWords::numbersFitSigned64Bits()
{
    QFETCH(qint64, ms);
    const quint64 number = newBatchNumber(ms);
    QVERIFY(number > 0);
    QVERIFY(number <= quint64(std::numeric_limits<qint64>::max()));
}

void TestBatchWords::numbersGrowWithTime()
{
    QVERIFY(newBatchNumber(2000) > newBatchNumber(1999));
    QCOMPARE(newBatchNumber(1'795'525'331'084) >> 20, quint64(1'795'525'331'084));
}

void TestBatchWords::whenCallsCanBeEnded_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("kept");
    QTest::addColumn<bool>("canEnd");
    using Kind = JournalState::Kind;
    const auto row = [](const char *name, Kind kind, int kept, bool canEnd) {
        QTest::newRow(name) << int(kind) << kept << canEnd;
    };
    row("while it opens, the engine waits", Kind::Opening, 0, true);
    row("ready", Kind::Ready, 0, true);
    row("ready, with outcomes not on disk", Kind::Ready, 1, false);
    row("on a network disk", Kind::NetworkDisk, 0, false);
    row("of a newer Hangup", Kind::Newer, 0, false);
    row("not writable", Kind::NotWritable, 0, false);
    row("in use", Kind::InUse, 0, false);
}

void TestBatchWords::whenCallsCanBeEnded()
{
    QFETCH(int, kind);
    QFETCH(int, kept);
    QFETCH(bool, canEnd);
    const JournalState state { .kind = static_cast<JournalState::Kind>(kind), .outcomesKept = kept };
    QCOMPARE(state.canEnd(), canEnd);
}

QTEST_GUILESS_MAIN(TestBatchWords)
#include "tst_batchwords.moc"
