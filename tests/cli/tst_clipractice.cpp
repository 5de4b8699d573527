// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// A newcomer's first batch, from the sample ticket to each outcome there is.
#include "clibench.h"
#include "practice/practiceworld.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestCliPractice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void showsEachOutcome();
    void leavesOutWhoIsTalking();
};

void TestCliPractice::showsEachOutcome()
{
    CliBench bench;
    bench.setCredentials(false);
    const CliResult result = bench.run(
        { u"end"_s, u"--practice"_s, u"--yes"_s, u"--include-flagged"_s, u"--json"_s, u"--wait-proof=15"_s, u"-"_s },
        PracticeWorld::sampleTicket(0).toUtf8());
    QVERIFY2(result.status == 1, result.err.constData());
    const QJsonObject wanted { { u"accepted"_s, 16 },         { u"ended"_s, 10 },  { u"not_live"_s, 2 },
                               { u"not_live_maybe_us"_s, 1 }, { u"refused"_s, 1 }, { u"unknown"_s, 1 },
                               { u"not_sent"_s, 1 } };
    QCOMPARE(result.summary(), wanted);
    QMap<QString, int> proofs;
    for (const QJsonObject &line : result.lines()) {
        if (line.contains("proof"_L1))
            ++proofs[line.value("proof"_L1).toString()];
    }
    QCOMPARE(proofs, (QMap<QString, int> { { u"none"_s, 5 }, { u"proven"_s, 10 }, { u"still_live"_s, 1 } }));
    QVERIFY(QFile::exists(bench.dataFolder() + u"/practice.sqlite"_s));
    QVERIFY(!QFile::exists(bench.dataFolder() + u"/journal.sqlite"_s));
}

void TestCliPractice::leavesOutWhoIsTalking()
{
    CliBench bench;
    bench.setCredentials(false);
    bench.checkCalls();
    const CliResult result = bench.run({ u"end"_s, u"--practice"_s, u"--yes"_s, u"--json"_s, u"-"_s },
                                       PracticeWorld::sampleTicket(0).toUtf8());
    QCOMPARE(result.status, 1);
    QMap<QString, int> reasons;
    for (const QJsonObject &line : result.lines()) {
        const QString reason = line.value("reason"_L1).toString();
        if (line.value("outcome"_L1).toString() == "not_sent"_L1)
            ++reasons[reason];
    }
    // 0, 1, 5, 8 and 11 are answered inbound calls, 3 and 14 young.
    QCOMPARE(reasons, (QMap<QString, int> { { u"needs_another_step"_s, 7 }, { u"over_already"_s, 2 } }));
    const QJsonObject wanted { { u"accepted"_s, 16 },         { u"ended"_s, 5 },   { u"not_live"_s, 0 },
                               { u"not_live_maybe_us"_s, 1 }, { u"refused"_s, 1 }, { u"unknown"_s, 0 },
                               { u"not_sent"_s, 9 } };
    QCOMPARE(result.summary(), wanted);
}

QTEST_GUILESS_MAIN(TestCliPractice)
#include "tst_clipractice.moc"
