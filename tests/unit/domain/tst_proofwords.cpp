// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/words.h"
#include "historyvalues.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;

Q_DECLARE_METATYPE(hangup::CallProof)
Q_DECLARE_METATYPE(std::optional<hangup::Outcome>)
Q_DECLARE_METATYPE(hangup::RequestFact)

namespace {

CallProof record(ProofState state, const QString &source)
{
    return { .id = testCall(),
             .state = state,
             .isFinal = true,
             .hangupSource = source,
             .endTimeMs = TestTime,
             .checkedAtMs = TestTime + 60'000 };
}

RequestFact fact(RequestKind kind, int status, std::optional<Outcome> outcome = {}, Reason reason = Reason::None)
{
    return { .batch = 7,
             .id = testCall(),
             .authId = testBatch().authId,
             .kind = kind,
             .attempt = 2,
             .httpStatus = status,
             .outcome = outcome,
             .reason = reason,
             .took = 84ms };
}

} // namespace

class TestProofWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { useZoneOfBerlin(); }
    void shorts();
    void keys();
    void sentences_data();
    void sentences();
    void acceptedIsSaidOfEndedAlone();
    void everySentenceIsOne();
    void sent();
    void answered_data();
    void answered();
};

void TestProofWords::shorts()
{
    QStringList words;
    for (const ProofState state : AllProofStates)
        words.append(hangup::words::proofShort({ .id = testCall(), .state = state }));
    QCOMPARE(words.join(u", "), u", Not yet, Proven, Not by us, Still live, Gone"_s);
}

void TestProofWords::keys()
{
    QStringList keys;
    for (const ProofState state : AllProofStates) {
        keys.append(words::proofKey(state));
        QCOMPARE(int(words::proofFromKey(keys.back()).value()), int(state));
    }
    QCOMPARE(keys.join(u", "), u"none, not_yet, proven, ended_otherwise, still_live, gone"_s);
    QVERIFY(!words::proofFromKey(u"Proven"));
    QVERIFY(!words::proofFromKey(u""));
}

void TestProofWords::sentences_data()
{
    QTest::addColumn<CallProof>("proof");
    QTest::addColumn<QString>("sentence");
    const auto row
        = [](const char *name, const CallProof &proof, const QString &is) { QTest::newRow(name) << proof << is; };
    CallProof proof = record(ProofState::Proven, u"API Request"_s);
    row("proven", proof, u"Plivo's record: ended by an API request at 14:02:11."_s);
    proof.causeCode = 4000;
    row("with a code", proof, u"Plivo's record: ended by an API request at 14:02:11, cause 4000."_s);
    proof.causeName = u"Normal Hangup"_s;
    row("with its name", proof, u"Plivo's record: ended by an API request at 14:02:11, Normal Hangup (4000)."_s);
    proof.causeName = u"%1 %2"_s;
    row("a name that looks like ours", proof, u"Plivo's record: ended by an API request at 14:02:11, %1 %2 (4000)."_s);
    proof.causeCode.reset();
    proof.causeName = u"Normal"_s;
    proof.checkedAtMs += 24 * 3600'000;
    row("a record of the day before the look has its date", proof,
        u"Plivo's record: ended by an API request at 2026-11-24 14:02:11, Normal."_s);
    proof = record(ProofState::EndedOtherwise, u"API Request"_s);
    row("an API request of somebody else", proof,
        u"Plivo's record: ended by an API request at 14:02:11. Whether it was one of ours is not certain: "
        "its time fits none of our attempts."_s);
    proof.hangupSource = u"%2 at %1"_s;
    row("a source that looks like ours", proof, u"Plivo's record: ended by “%2 at %1” at 14:02:11."_s);
    const QList<std::pair<QString, QString>> sources {
        { u"Caller"_s, u"by the caller"_s },   { u"Callee"_s, u"by the person called"_s },
        { u"Plivo"_s, u"by Plivo"_s },         { u"Call recipient"_s, u"by the person called"_s },
        { u"Carrier"_s, u"by the carrier"_s }, { u"Answer XML"_s, u"by the Answer XML"_s },
        { u"Error"_s, u"by an error"_s },
    };
    for (const auto &[source, by] : sources)
        row(qPrintable(source), record(ProofState::EndedOtherwise, source),
            u"Plivo's record: ended "_s + by + u" at 14:02:11."_s);
    row("nobody named", record(ProofState::EndedOtherwise, u"Unknown"_s),
        u"Plivo's record: ended by a side that it does not name at 14:02:11."_s);
    const CallId id = testCall();
    row("nothing asked", { .id = id }, QString());
    row("not yet", { .id = id, .state = ProofState::NotYet }, u"No record from Plivo yet; that proves nothing."_s);
    row("never", { .id = id, .state = ProofState::NotYet, .isFinal = true },
        u"No record from Plivo in time; that proves nothing."_s);
    row("gone", { .id = id, .state = ProofState::Gone }, u"Not live and not queued any more."_s);
    row("gone, and no record", { .id = id, .state = ProofState::Gone, .isFinal = true },
        u"Not live and not queued any more; no record says who ended it."_s);
    row("still live", { .id = id, .state = ProofState::StillLive }, u"Still live."_s);
    row("still live at", { .id = id, .state = ProofState::StillLive, .checkedAtMs = TestTime },
        u"Still live at 14:02:11."_s);
}

void TestProofWords::sentences()
{
    QFETCH(CallProof, proof);
    QFETCH(QString, sentence);
    QCOMPARE(words::proofSentence(proof), sentence);
}

void TestProofWords::acceptedIsSaidOfEndedAlone()
{
    const CallProof proof { .id = testCall(), .state = ProofState::StillLive, .checkedAtMs = TestTime };
    for (const Outcome outcome : AllOutcomes) {
        const QString sentence = words::proofSentence(proof, outcome);
        QCOMPARE(sentence,
                 outcome == Outcome::Ended ? u"Accepted, but still live at 14:02:11."_s : u"Still live at 14:02:11."_s);
    }
    QCOMPARE(words::proofSentence({ .id = testCall(), .state = ProofState::StillLive }, Outcome::Ended),
             u"Accepted, but still live."_s);
}

void TestProofWords::everySentenceIsOne()
{
    QSet<QString> sentences;
    for (const ProofState state : AllProofStates) {
        if (state == ProofState::None)
            continue;
        const QString sentence = words::proofSentence({ .id = testCall(), .state = state });
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        sentences.insert(sentence);
    }
    // Proven and EndedOtherwise say the same when the record names nothing.
    QCOMPARE(sentences.size(), qsizetype(AllProofStates.size()) - 2);
}

void TestProofWords::sent()
{
    QStringList words;
    for (const RequestKind kind :
         { RequestKind::HangUp, RequestKind::LookLive, RequestKind::LookQueued, RequestKind::Record })
        words.append(hangup::words::requestSent(fact(kind, 0)));
    QCOMPARE(words,
             QStringList({ u"DELETE sent, attempt 2"_s, u"Asked whether it is still live"_s,
                           u"Asked whether it is still queued"_s, u"Asked for Plivo's record"_s }));
}

void TestProofWords::answered_data()
{
    QTest::addColumn<RequestFact>("fact");
    QTest::addColumn<QString>("words");
    const auto row
        = [](const char *name, const RequestFact &one, const QString &words) { QTest::newRow(name) << one << words; };
    using enum RequestKind;
    row("204", fact(HangUp, 204, Outcome::Ended), u"Answer to attempt 2: 204 after 84 ms"_s);
    row("429", fact(HangUp, 429), u"Answer to attempt 2: 429 after 84 ms"_s);
    RequestFact said = fact(HangUp, 404, Outcome::NotLive);
    said.message = u"call not found\n<b>%1</b>"_s;
    row("404 with words", said, u"Answer to attempt 2: 404 after 84 ms – “call not found <b>%1</b>”"_s);
    row("503", fact(HangUp, 503, Outcome::Unknown, Reason::ServerTrouble),
        u"Answer to attempt 2: 503 after 84 ms, the server had trouble"_s);
    row("silence", fact(HangUp, 0, Outcome::Unknown, Reason::Silence),
        u"No clear answer to attempt 2 after 84 ms: the server stayed silent"_s);
    row("no answer and no reason", fact(HangUp, 0, Outcome::Unknown), u"No clear answer to attempt 2 after 84 ms"_s);
    row("never left", fact(HangUp, 0, Outcome::NotSent, Reason::HostNotFound),
        u"Attempt 2 was not sent: the host name was not found"_s);
    row("never left, no reason", fact(HangUp, 0, Outcome::NotSent), u"Attempt 2 was not sent"_s);
    row("still live", fact(LookLive, 200), u"Looked: still live"_s);
    row("not live", fact(LookLive, 404), u"Looked: not live"_s);
    row("a proxy's 404 is no answer", fact(LookLive, 404, {}, Reason::NotFromPlivo),
        u"Looked: no clear answer: the answer does not look like Plivo's, perhaps a proxy gave it (404)"_s);
    row("a 200 that is not Plivo's is none", fact(LookLive, 200, {}, Reason::NotFromPlivo),
        u"Looked: no clear answer: the answer does not look like Plivo's, perhaps a proxy gave it (200)"_s);
    row("a look without an answer", fact(LookLive, 0, {}, Reason::TooLate),
        u"Looked: no clear answer: no complete answer in time"_s);
    row("a look with an odd one", fact(LookQueued, 503), u"Looked: no clear answer: 503"_s);
    row("a look with nothing", fact(LookQueued, 0), u"Looked: no clear answer"_s);
    row("still queued", fact(LookQueued, 200), u"Looked: still queued"_s);
    row("not queued", fact(LookQueued, 404), u"Looked: not queued"_s);
    row("a record", fact(Record, 200), u"Plivo's record is there"_s);
    row("no record", fact(Record, 404), u"Plivo's record is not there (yet); that proves nothing"_s);
    row("no answer about the record", fact(Record, 500, {}, Reason::ServerTrouble),
        u"Asked for Plivo's record: no clear answer: the server had trouble (500)"_s);
}

void TestProofWords::answered()
{
    QFETCH(RequestFact, fact);
    QFETCH(QString, words);
    QCOMPARE(hangup::words::requestAnswered(fact), words);
}

QTEST_GUILESS_MAIN(TestProofWords)
#include "tst_proofwords.moc"
