// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/proofseeker.h"

#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;
using Ms = ProofSeeker::Ms;

namespace {

constexpr qint64 Wall = 5000;

CallId callId(int n)
{
    return *CallId::parse(u"%1-1111-4222-8333-aaaaaaaaaaaa"_s.arg(n, 8, 16, QChar(u'0')));
}

ProofTask task(int n, Outcome outcome = Outcome::Ended, quint64 batch = 1)
{
    return { .batch = batch, .id = callId(n), .outcome = outcome };
}

/// Takes the next question as soon as it is due, and answers it.
class Seeking
{
public:
    explicit Seeking(ProofSeeker &seeker) : m_seeker(seeker) { }

    std::optional<ProofSeeker::Question> next()
    {
        const std::optional<Ms> due = m_seeker.nextDue();
        if (!due)
            return {};
        now = std::max(now, *due);
        return m_seeker.take(now);
    }
    std::optional<ProofSeeker::Finding> look(LookState state)
    {
        return m_seeker.looked(next()->search, state, now, Wall);
    }
    std::optional<ProofSeeker::Finding> record(const std::optional<CallRecord> &record)
    {
        return m_seeker.recorded(next()->search, record, now, Wall);
    }

    Ms now { 0 };

private:
    ProofSeeker &m_seeker;
};

CallRecord apiRecord()
{
    return { .hangupSource = u"API Request"_s };
}

} // namespace

/// When what is asked, and what is told. No time passes.
class TestProofSeeker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksLiveQueuedRecord();
    void waitsTwiceAsLongEachTime();
    void endsInTime();
    void oneRoundAtLeast();
    void tellsOnlyWhatIsNew();
    void stillLiveAtTheTimeItWasSeen();
    void goneIsNotStillLive();
    void goneStaysGone();
    void aRecordWithoutASourceIsNotYet();
    void theOneDueLongestGoesFirst();
    void putOffComesAgain();
    void endedSearchesHearNoAnswers();
    void aNewSearchEndsTheOld();
    void endAllTellsEach();
};

void TestProofSeeker::asksLiveQueuedRecord()
{
    ProofSeeker seeker({});
    QCOMPARE(seeker.nextDue(), std::nullopt);
    QVERIFY(!seeker.add(task(1), Ms(0)));
    QCOMPARE(seeker.nextDue(), Ms(1000));
    QVERIFY(!seeker.take(Ms(999)));
    const auto live = seeker.take(Ms(1000));
    QCOMPARE(live->kind, RequestKind::LookLive);
    QCOMPARE(live->id, callId(1));
    QCOMPARE(seeker.nextDue(), std::nullopt); // one question at a time
    QVERIFY(!seeker.looked(live->search, LookState::Gone, Ms(1100), Wall));
    const auto queued = seeker.take(Ms(1100));
    QCOMPARE(queued->kind, RequestKind::LookQueued);
    QVERIFY(!seeker.looked(queued->search, LookState::Gone, Ms(1200), Wall));
    const auto record = seeker.take(Ms(1200));
    QCOMPARE(record->kind, RequestKind::Record);
    const auto found = seeker.recorded(record->search, apiRecord(), Ms(1300), Wall);
    QCOMPARE(found->proof.state, ProofState::Proven);
    QCOMPARE(found->proof.isFinal, true);
    QCOMPARE(found->proof.checkedAtMs, Wall);
    QCOMPARE(seeker.isEmpty(), true);
}

void TestProofSeeker::waitsTwiceAsLongEachTime()
{
    ProofSeeker seeker({ .lasts = Ms(300'000), .first = Ms(1000), .longest = Ms(10'000) });
    seeker.add(task(1), Ms(0));
    Seeking seeking(seeker);
    QList<qint64> asked;
    for (int i = 0; i < 7; ++i) {
        seeking.look(LookState::Live);
        asked.append(seeking.now.count());
    }
    QCOMPARE(asked, (QList<qint64> { 1000, 3000, 7000, 15'000, 25'000, 35'000, 45'000 }));
}

void TestProofSeeker::endsInTime()
{
    ProofSeeker seeker({ .lasts = Ms(10'000), .first = Ms(1000), .longest = Ms(60'000) });
    seeker.add(task(1), Ms(0));
    Seeking seeking(seeker);
    std::optional<ProofSeeker::Finding> last;
    QList<qint64> asked;
    while (!seeker.isEmpty()) {
        last = seeking.look(LookState::Live);
        asked.append(seeking.now.count());
    }
    QCOMPARE(asked, (QList<qint64> { 1000, 3000, 7000, 10'000 })); // once more at the end
    QCOMPARE(last->proof.state, ProofState::StillLive);
    QCOMPARE(last->proof.isFinal, true);
}

/// The batch took longer than the search lasts.
void TestProofSeeker::oneRoundAtLeast()
{
    ProofSeeker seeker({ .lasts = Ms(10'000), .first = Ms(1000), .longest = Ms(60'000) });
    seeker.add(task(1), Ms(0));
    seeker.add(task(2), Ms(0));
    Seeking seeking(seeker);
    seeking.now = Ms(500'000);
    QVERIFY(!seeking.look(LookState::Gone));
    QVERIFY(!seeking.look(LookState::Gone)); // the other one's turn
    QVERIFY(!seeking.look(LookState::Gone));
    QVERIFY(!seeking.look(LookState::Gone));
    const auto first = seeking.record(std::nullopt);
    QCOMPARE(first->proof.state, ProofState::Gone);
    QCOMPARE(first->proof.isFinal, true);
    const auto second = seeking.record(apiRecord());
    QCOMPARE(second->proof.state, ProofState::Proven);
    QCOMPARE(seeker.isEmpty(), true);
}

void TestProofSeeker::tellsOnlyWhatIsNew()
{
    ProofSeeker seeker({});
    seeker.add(task(1), Ms(0));
    Seeking seeking(seeker);
    QCOMPARE(seeking.look(LookState::Unclear)->proof.state, ProofState::NotYet);
    QVERIFY(!seeking.look(LookState::Unclear));
    QCOMPARE(seeking.look(LookState::Live)->proof.state, ProofState::StillLive);
    QVERIFY(!seeking.look(LookState::Live));
    QVERIFY(!seeking.look(LookState::Unclear)); // what was known stays
    QVERIFY(!seeking.look(LookState::Gone));
    QVERIFY(!seeking.look(LookState::Live)); // still queued
    QVERIFY(!seeking.look(LookState::Gone));
    QCOMPARE(seeking.look(LookState::Gone)->proof.state, ProofState::Gone); // it was said to be live
    QVERIFY(!seeking.record(std::nullopt));
}

/// Half a look says nothing: what was seen keeps the time when it was seen.
void TestProofSeeker::stillLiveAtTheTimeItWasSeen()
{
    ProofSeeker seeker({});
    seeker.add(task(1), Ms(0));
    Seeking seeking(seeker);
    QCOMPARE(seeking.look(LookState::Live)->proof.checkedAtMs, Wall);
    const auto live = seeking.next();
    QVERIFY(!seeker.looked(live->search, LookState::Gone, seeking.now, Wall + 1000));
    const auto queued = seeking.next();
    QVERIFY(!seeker.looked(queued->search, LookState::Unclear, seeking.now, Wall + 1000));
    const auto end = seeker.end(callId(1), Wall + 2000);
    QCOMPARE(end->proof.state, ProofState::StillLive);
    QCOMPARE(end->proof.checkedAtMs, Wall);
}

void TestProofSeeker::goneIsNotStillLive()
{
    ProofSeeker seeker({});
    seeker.add(task(1), Ms(0));
    Seeking seeking(seeker);
    seeking.look(LookState::Live);
    seeking.look(LookState::Gone);
    const auto queued = seeking.next();
    const auto gone = seeker.looked(queued->search, LookState::Gone, seeking.now, Wall + 1000);
    QCOMPARE(gone ? gone->proof.state : ProofState::None, ProofState::Gone);
    QCOMPARE(gone->proof.checkedAtMs, Wall + 1000);
    const auto end = seeker.end(callId(1), Wall + 2000);
    QCOMPARE(end->proof.state, ProofState::Gone);
    QCOMPARE(end->proof.checkedAtMs, Wall + 1000);
}

void TestProofSeeker::goneStaysGone()
{
    ProofSeeker seeker({});
    seeker.add(task(1, Outcome::Unknown), Ms(0));
    Seeking seeking(seeker);
    QVERIFY(!seeking.look(LookState::Gone));
    QVERIFY(!seeking.look(LookState::Gone));
    QCOMPARE(seeking.record(std::nullopt)->proof.state, ProofState::Gone);
    for (int i = 0; i < 3; ++i) {
        const auto question = seeking.next();
        QCOMPARE(question->kind, RequestKind::Record);
        QVERIFY(!seeker.recorded(question->search, std::nullopt, seeking.now, Wall));
    }
    const auto end = seeker.end(callId(1), Wall);
    QCOMPARE(end->proof.state, ProofState::Gone);
}

void TestProofSeeker::aRecordWithoutASourceIsNotYet()
{
    ProofSeeker seeker({});
    seeker.add(task(1, Outcome::Unknown), Ms(0));
    Seeking seeking(seeker);
    seeking.look(LookState::Gone);
    seeking.look(LookState::Gone);
    const auto found = seeking.record(CallRecord { .causeCode = 4000, .endTimeMs = 77 });
    QCOMPARE(found->proof.state, ProofState::NotYet);
    QCOMPARE(found->proof.isFinal, false);
    QCOMPARE(found->proof.endTimeMs, qint64(77));
    QVERIFY(!seeking.record(std::nullopt)); // what was read stays known
    const auto end = seeker.end(callId(1), Wall);
    QCOMPARE(end->proof.state, ProofState::NotYet);
    QCOMPARE(end->proof.causeCode, 4000);
}

void TestProofSeeker::theOneDueLongestGoesFirst()
{
    ProofSeeker seeker({});
    seeker.add(task(1), Ms(500));
    seeker.add(task(2), Ms(0));
    seeker.add(task(3), Ms(200));
    QList<CallId> order;
    while (const auto question = seeker.take(Ms(9000)))
        order.append(question->id);
    QCOMPARE(order, (QList<CallId> { callId(2), callId(3), callId(1) }));
}

void TestProofSeeker::putOffComesAgain()
{
    ProofSeeker seeker({});
    seeker.add(task(1), Ms(0));
    Seeking seeking(seeker);
    seeking.look(LookState::Gone);
    const auto question = seeking.next();
    seeker.putOff(question->search, Ms(90'000));
    QCOMPARE(seeker.nextDue(), Ms(90'000));
    QCOMPARE(seeker.take(Ms(90'000))->kind, RequestKind::LookQueued);
}

void TestProofSeeker::endedSearchesHearNoAnswers()
{
    ProofSeeker seeker({});
    seeker.add(task(1), Ms(0));
    const auto question = seeker.take(Ms(1000));
    QCOMPARE(seeker.end(callId(1), Wall)->proof.state, ProofState::NotYet);
    QVERIFY(!seeker.end(callId(1), Wall));
    seeker.add(task(1), Ms(1000));
    QVERIFY(!seeker.looked(question->search, LookState::Live, Ms(1100), Wall));
    QVERIFY(!seeker.recorded(question->search, apiRecord(), Ms(1100), Wall));
    seeker.putOff(question->search, Ms(1100));
    QCOMPARE(seeker.nextDue(), Ms(2000));
    QVERIFY(!seeker.looked(question->search + 1, LookState::Live, Ms(1100), Wall)); // was not asked
}

void TestProofSeeker::aNewSearchEndsTheOld()
{
    ProofSeeker seeker({});
    seeker.add(task(1, Outcome::Ended, 1), Ms(0));
    Seeking seeking(seeker);
    seeking.look(LookState::Live);
    const auto old = seeker.add(task(1, Outcome::Ended, 2), Ms(5000));
    QCOMPARE(old->batch, quint64(1));
    QCOMPARE(old->proof.state, ProofState::StillLive);
    QCOMPARE(old->proof.isFinal, true);
    QCOMPARE(seeker.size(), 1);
    QCOMPARE(seeker.nextDue(), Ms(6000));
}

void TestProofSeeker::endAllTellsEach()
{
    ProofSeeker seeker({});
    for (int n = 1; n <= 5; ++n)
        seeker.add(task(n), Ms(0));
    QVERIFY(seeker.take(Ms(1000)).has_value()); // one is being asked
    const QList<ProofSeeker::Finding> all = seeker.endAll(Wall);
    QCOMPARE(all.size(), 5);
    for (const ProofSeeker::Finding &finding : all)
        QCOMPARE(finding.proof.isFinal, true);
    QCOMPARE(seeker.isEmpty(), true);
    QCOMPARE(seeker.nextDue(), std::nullopt);
}

QTEST_GUILESS_MAIN(TestProofSeeker)
#include "tst_proofseeker.moc"
