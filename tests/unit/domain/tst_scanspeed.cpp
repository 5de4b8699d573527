// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/callscan.h"

#include <QTest>

#include <algorithm>
#include <ctime>
#include <limits>

using namespace Qt::StringLiterals;
using namespace hangup;

namespace {

/// Processor time in ms: other programs on the machine don't count.
double processorMs()
{
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double bestOf(int rounds, const QString &text)
{
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < rounds; ++i) {
        const double start = processorMs();
        const ScanResult scan = scanCalls(text);
        best = std::min(best, processorMs() - start);
    }
    return best;
}

} // namespace

/// Twice the text takes about twice the time, whatever stands in it.
class TestScanSpeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scales_data();
    void scales();
    void hundredThousandIds();
};

void TestScanSpeed::scales_data()
{
    QTest::addColumn<QString>("piece");
    const QString id = u"a0000000-86a6-11e5-9fde-e43ee3e2930b"_s;
    QTest::newRow("hyphens") << u"-"_s;
    QTest::newRow("hex digits") << u"a"_s;
    QTest::newRow("groups of four") << u"abcd-"_s;
    QTest::newRow("blanks") << u" "_s;
    QTest::newRow("quotes") << u"\""_s;
    QTest::newRow("commas") << u","_s;
    QTest::newRow("open brackets") << u"["_s;
    QTest::newRow("open angles") << u"<"_s;
    QTest::newRow("percent signs") << u"%"_s;
    QTest::newRow("escaped letters") << u"%41"_s;
    QTest::newRow("zero-width blanks") << QString(QChar(0x200B));
    QTest::newRow("digits and zero-width blanks") << u"ab\u200b"_s;
    QTest::newRow("en dashes") << u"a\u2013"_s;
    QTest::newRow("ids glued") << id;
    QTest::newRow("ids with commas in one line") << id + u',';
    QTest::newRow("keys and ids in one line") << u"recording_ids: "_s + id + u", "_s;
    QTest::newRow("ids with dashes at a line's start") << u" -"_s + id;
    QTest::newRow("ids with zero-width blanks in one line") << id + u"\u200b "_s;
    QTest::newRow("lines of an id") << id + u'\n';
    QTest::newRow("header lines") << u"api_id,call_uuid\n"_s;
    QTest::newRow("line breaks") << u"\n"_s;
}

void TestScanSpeed::scales()
{
    QFETCH(QString, piece);
    constexpr qsizetype units = 200'000;
    const QString once = u"call_uuid,x\n"_s + piece.repeated(units / piece.size());
    const QString twice = u"call_uuid,x\n"_s + piece.repeated(2 * units / piece.size());
    const double onceMs = bestOf(3, once);
    const double twiceMs = bestOf(3, twice);
    // A quadratic pass takes four times as long; the slack is for caches and page faults.
    QVERIFY2(twiceMs < 3 * onceMs + 20, qPrintable(u"%1 ms, then %2 ms"_s.arg(onceMs).arg(twiceMs)));
}

void TestScanSpeed::hundredThousandIds()
{
    QString text;
    for (int i = 1; i <= 100'000; ++i)
        text += QString::number(i, 16).rightJustified(8, u'0') + u"-86a6-11e5-9fde-e43ee3e2930b ok\n"_s;
    QCOMPARE(scanCalls(text).found.size(), 100'000);
    const double best = bestOf(5, text);
    qInfo("100,000 ids in %lld units: %.1f ms", static_cast<long long>(text.size()), best);
    // 10 ms in a release build of a quiet machine; wide enough for debug builds and sanitizers.
    QVERIFY2(best < 1500, qPrintable(QString::number(best)));
}

QTEST_GUILESS_MAIN(TestScanSpeed)
#include "tst_scanspeed.moc"
