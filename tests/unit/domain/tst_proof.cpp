// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/proof.h"

#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::CallRecord)
Q_DECLARE_METATYPE(QList<hangup::AttemptSpan>)

/// What a record proves, and what ties it to us.
class TestProof : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judges_data();
    void judges();
    void toleranceIsGiven();
};

void TestProof::judges_data()
{
    QTest::addColumn<CallRecord>("record");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QList<AttemptSpan>>("attempts");
    QTest::addColumn<ProofState>("state");
    const auto api = [](qint64 endMs) { return CallRecord { .hangupSource = u"API Request"_s, .endTimeMs = endMs }; };
    const auto by = [](const QString &source, qint64 endMs) {
        return CallRecord { .hangupSource = source, .causeCode = 4000, .endTimeMs = endMs };
    };
    const QList<AttemptSpan> none;
    const QList<AttemptSpan> one { { .sentMs = 100'000, .answeredMs = 101'000 } };
    const QList<AttemptSpan> two { { .sentMs = 100'000, .answeredMs = 101'000 },
                                   { .sentMs = 200'000, .answeredMs = 201'000 } };
    const QList<AttemptSpan> open { { .sentMs = 100'000, .answeredMs = 0 } };
    using enum Outcome;
    using enum ProofState;

    QTest::newRow("our 204 and an API request") << api(0) << Ended << none << Proven;
    QTest::newRow("our 204 and an API request at any time") << api(900'000) << Ended << one << Proven;
    QTest::newRow("our 204, but the caller ended it") << by(u"Caller"_s, 100'500) << Ended << one << EndedOtherwise;
    QTest::newRow("the code alone proves nothing") << by({}, 100'500) << Ended << one << NotYet;
    QTest::newRow("no source") << CallRecord {} << NotLiveMaybeUs << one << NotYet;
    QTest::newRow("another case") << by(u"api request"_s, 100'500) << Ended << one << Proven;
    QTest::newRow("more than the words") << by(u"API Requests"_s, 100'500) << Ended << one << EndedOtherwise;

    QTest::newRow("within our attempt") << api(100'500) << NotLiveMaybeUs << one << Proven;
    QTest::newRow("at its send") << api(100'000) << NotLiveMaybeUs << one << Proven;
    QTest::newRow("at its answer") << api(101'000) << NotLiveMaybeUs << one << Proven;
    QTest::newRow("two seconds before") << api(98'000) << NotLiveMaybeUs << one << Proven;
    QTest::newRow("a little more before") << api(97'999) << NotLiveMaybeUs << one << EndedOtherwise;
    QTest::newRow("two seconds after") << api(103'000) << NotLiveMaybeUs << one << Proven;
    QTest::newRow("a little more after") << api(103'001) << NotLiveMaybeUs << one << EndedOtherwise;
    QTest::newRow("within the second attempt") << api(200'500) << NotLiveMaybeUs << two << Proven;
    QTest::newRow("between two attempts") << api(150'000) << NotLiveMaybeUs << two << EndedOtherwise;
    QTest::newRow("without an end time") << api(0) << NotLiveMaybeUs << one << EndedOtherwise;
    QTest::newRow("without any attempt") << api(100'500) << NotLiveMaybeUs << none << EndedOtherwise;
    QTest::newRow("unknown, within our attempt") << api(100'500) << Unknown << one << Proven;
    QTest::newRow("within the caller's own end") << by(u"Caller"_s, 100'500) << Unknown << one << EndedOtherwise;
    QTest::newRow("soon after an attempt nobody saw the end of") << api(155'000) << Unknown << open << Proven;
    QTest::newRow("long after it") << api(162'001) << Unknown << open << EndedOtherwise;
    QTest::newRow("before it") << api(97'999) << Unknown << open << EndedOtherwise;
    QTest::newRow("no 204 of ours in this batch") << api(0) << NotLive << one << EndedOtherwise;
}

void TestProof::judges()
{
    QFETCH(const CallRecord, record);
    QFETCH(const Outcome, outcome);
    QFETCH(const QList<AttemptSpan>, attempts);
    QTEST(judgeRecord(record, outcome, attempts), "state");
}

void TestProof::toleranceIsGiven()
{
    const CallRecord record { .hangupSource = u"API Request"_s, .endTimeMs = 99'000 };
    const QList<AttemptSpan> attempts { { .sentMs = 100'000, .answeredMs = 101'000 } };
    const auto judged
        = [&](int ms) { return judgeRecord(record, Outcome::Unknown, attempts, std::chrono::milliseconds(ms)); };
    QCOMPARE(judged(999), ProofState::EndedOtherwise);
    QCOMPARE(judged(1000), ProofState::Proven);
}

QTEST_GUILESS_MAIN(TestProof)
#include "tst_proof.moc"
