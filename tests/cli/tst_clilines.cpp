// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What a run prints, and the status that it ends with.
#include "cli/clistatus.h"
#include "cli/cliwords.h"
#include "cli/jsonlines.h"
#include "cli/terminal.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;

namespace {

CallId id()
{
    return *CallId::parse(u"defb0706-86a6-11e4-b303-498d468c930b"_s);
}

CallResult ended()
{
    return { .id = id(),
             .outcome = Outcome::Ended,
             .httpStatus = 204,
             .attempts = 2,
             .startedAtMs = 1'795'600'800'084,
             .finishedAtMs = 1'795'600'801'000,
             .elapsed = 916ms };
}

CallResult refused()
{
    return { .id = id(),
             .outcome = Outcome::Refused,
             .httpStatus = 400,
             .attempts = 1,
             .apiId = u"a-b"_s,
             .message = u"bad \"state\"\n"_s,
             .startedAtMs = 1'795'600'800'084,
             .finishedAtMs = 1'795'600'801'000,
             .elapsed = 916ms };
}

CallResult notSent()
{
    return { .id = id(), .outcome = Outcome::NotSent, .reason = Reason::Stopped, .finishedAtMs = 1'795'600'801'000 };
}

} // namespace

class TestCliLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void printsCalls_data();
    void printsCalls();
    void printsTheSummary();
    void printsHistory();
    void printsWhatWouldBeSent();
    void endsWithTheHighestStatus_data();
    void endsWithTheHighestStatus();
    void showsNoControlCharacters();
    void drawsTheBar();
};

void TestCliLines::printsCalls_data()
{
    QTest::addColumn<CallResult>("result");
    QTest::addColumn<std::optional<ProofState>>("proof");
    QTest::addColumn<QByteArray>("line");
    using Proof = std::optional<ProofState>;
    const QByteArray head = "{\"call_uuid\":\"defb0706-86a6-11e4-b303-498d468c930b\",";
    QTest::newRow("ended") << ended() << Proof()
                           << head
            + "\"outcome\":\"ended\",\"reason\":null,\"http_status\":204,\"attempts\":2,\"api_id\":null,"
              "\"message\":null,\"started_at\":\"2026-11-25T10:00:00.084Z\",\"finished_at\":\"2026-11-25T10:00:01."
              "000Z\","
              "\"elapsed_ms\":916,\"proof\":null}\n";
    QTest::newRow("ended, proven") << ended() << Proof(ProofState::Proven)
                                   << head
            + "\"outcome\":\"ended\",\"reason\":null,\"http_status\":204,\"attempts\":2,\"api_id\":null,"
              "\"message\":null,\"started_at\":\"2026-11-25T10:00:00.084Z\",\"finished_at\":\"2026-11-25T10:00:01."
              "000Z\","
              "\"elapsed_ms\":916,\"proof\":\"proven\"}\n";
    QTest::newRow("refused, with Plivo's words") << refused() << Proof()
                                                 << head
            + "\"outcome\":\"refused\",\"reason\":null,\"http_status\":400,\"attempts\":1,\"api_id\":\"a-b\","
              "\"message\":\"bad \\\"state\\\"\\n\",\"started_at\":\"2026-11-25T10:00:00.084Z\","
              "\"finished_at\":\"2026-11-25T10:00:01.000Z\",\"elapsed_ms\":916,\"proof\":null}\n";
    QTest::newRow("not sent") << notSent() << Proof(ProofState::None)
                              << head
            + "\"outcome\":\"not_sent\",\"reason\":\"stopped\",\"http_status\":null,\"attempts\":0,\"api_id\":null,"
              "\"message\":null,\"started_at\":null,\"finished_at\":\"2026-11-25T10:00:01.000Z\",\"elapsed_ms\":null,"
              "\"proof\":\"none\"}\n";
}

void TestCliLines::printsCalls()
{
    QFETCH(CallResult, result);
    QFETCH(std::optional<ProofState>, proof);
    QFETCH(QByteArray, line);
    QCOMPARE(jsonlines::call(result, proof), line);
}

void TestCliLines::printsTheSummary()
{
    Tally tally;
    for (const Outcome outcome : AllOutcomes)
        tally[outcome] = static_cast<int>(outcome) + 1;
    QCOMPARE(jsonlines::summary(tally, 1234ms),
             "{\"summary\":{\"accepted\":21,\"ended\":1,\"not_live\":2,\"not_live_maybe_us\":3,\"refused\":4,"
             "\"unknown\":5,\"not_sent\":6,\"elapsed_ms\":1234}}\n"_ba);
}

void TestCliLines::printsHistory()
{
    HistoryCall call { .batch = { .batch = 1'882'000'000'000'123'456,
                                  .authId = *AuthId::parse(u"MATESTTESTTESTTEST01"_s),
                                  .accountName = u"Main"_s,
                                  .words = { .ticket = u"T-1"_s } },
                       .id = id(),
                       .proof = { .id = id() } };
    QCOMPARE(jsonlines::historyCall(call),
             "{\"call_uuid\":\"defb0706-86a6-11e4-b303-498d468c930b\",\"outcome\":null,\"reason\":null,"
             "\"http_status\":null,\"attempts\":null,\"api_id\":null,\"message\":null,\"started_at\":null,"
             "\"finished_at\":null,\"elapsed_ms\":null,\"proof\":null,\"batch\":\"1882000000000123456\","
             "\"ticket\":\"T-1\",\"account\":\"Main\"}\n"_ba);
    call.result = ended();
    call.proof.state = ProofState::StillLive;
    QVERIFY(jsonlines::historyCall(call).contains("\"outcome\":\"ended\""));
    QVERIFY(jsonlines::historyCall(call).contains("\"proof\":\"still_live\",\"batch\""));
}

void TestCliLines::printsWhatWouldBeSent()
{
    QCOMPARE(jsonlines::wouldSend(id()),
             "{\"call_uuid\":\"defb0706-86a6-11e4-b303-498d468c930b\",\"would_send\":true}\n"_ba);
    QCOMPARE(cliwords::call(ended(), {}), u"defb0706-86a6-11e4-b303-498d468c930b  Ended\n"_s);
}

void TestCliLines::endsWithTheHighestStatus_data()
{
    QTest::addColumn<RunFacts>("facts");
    QTest::addColumn<int>("status");
    const auto with = [](std::initializer_list<CallResult> results, bool interrupted = false, bool journal = false) {
        RunFacts facts;
        for (const CallResult &result : results)
            facts.add(result);
        facts.interrupted = interrupted;
        facts.journalFailed = facts.journalFailed || journal;
        return facts;
    };
    const auto of = [](Outcome outcome, Reason reason = Reason::None, int status = 0) {
        return CallResult { .id = id(), .outcome = outcome, .reason = reason, .httpStatus = status };
    };
    QTest::newRow("all ended") << with({ of(Outcome::Ended) }) << 0;
    QTest::newRow("ended and not live, both kinds")
        << with({ of(Outcome::Ended), of(Outcome::NotLive), of(Outcome::NotLiveMaybeUs) }) << 0;
    QTest::newRow("one refused") << with({ of(Outcome::Ended), of(Outcome::Refused, Reason::None, 400) }) << 1;
    QTest::newRow("one unknown") << with({ of(Outcome::Unknown, Reason::Silence) }) << 1;
    QTest::newRow("one not sent") << with({ of(Outcome::NotSent, Reason::HostNotFound) }) << 1;
    QTest::newRow("a 401") << with({ of(Outcome::Refused, Reason::None, 401) }) << 3;
    QTest::newRow("a 403") << with({ of(Outcome::Refused, Reason::None, 403) }) << 3;
    QTest::newRow("stopped by a 401") << with({ of(Outcome::NotSent, Reason::CredentialsRejected) }) << 3;
    QTest::newRow("stopped by a 403") << with({ of(Outcome::NotSent, Reason::NotPermitted) }) << 3;
    QTest::newRow("no journal") << with({ of(Outcome::NotSent, Reason::JournalNotWritable) }) << 4;
    QTest::newRow("no journal goes before a 401")
        << with({ of(Outcome::Refused, Reason::None, 401) }, false, true) << 4;
    QTest::newRow("interrupted goes before all")
        << with({ of(Outcome::NotSent, Reason::JournalNotWritable), of(Outcome::Refused, Reason::None, 401) }, true)
        << 130;
    QTest::newRow("interrupted, and all ended all the same") << with({ of(Outcome::Ended) }, true) << 130;
}

void TestCliLines::endsWithTheHighestStatus()
{
    QFETCH(RunFacts, facts);
    QTEST(exitStatus(facts), "status");
}

void TestCliLines::showsNoControlCharacters()
{
    QCOMPARE(printable(u"a\033[2J\u202eb\nc\r\u009b"_s), u"a\ufffd[2J\ufffdb\nc\ufffd\ufffd"_s);
}

void TestCliLines::drawsTheBar()
{
    QCOMPARE(cliwords::progress(0, 50, {}, 30), u"[                  ] 0 of 50"_s);
    QCOMPARE(cliwords::progress(25, 50, 61001ms, 80),
             u"[####################                    ] 25 of 50  1:02 left"_s);
    QCOMPARE(cliwords::progress(50, 50, 0ms, 20), u"[##########] 50 of 50  0:00 left"_s);
}

QTEST_GUILESS_MAIN(TestCliLines)
#include "tst_clilines.moc"
