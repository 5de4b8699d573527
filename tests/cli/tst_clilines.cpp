// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What a run prints, and the status that it ends with.
#include "cli/clistatus.h"
#include "cli/cliwords.h"
#include "cli/jsonlines.h"
#include "cli/terminal.h"
#include "domain/words.h"

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

/// 30 h and 12 s after liveInfo() began.
constexpr qint64 Now = 1'795'600'800'084 + 108'012'000;

CallInfo liveInfo()
{
    CallInfo info { .id = id(), .direction = CallDirection::Inbound };
    info.from = u"14155550100"_s;
    info.to = u"14155550101"_s;
    info.status = u"in-progress"_s;
    info.callerName = u"A \"B\""_s;
    info.startedAtMs = 1'795'600'800'084;
    return info;
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
    void printsLiveCalls_data();
    void printsLiveCalls();
    void printsShownCalls_data();
    void printsShownCalls();
    void alignsTheTable();
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
    const CallResult would { .id = id(), .outcome = Outcome::NotSent, .reason = Reason::DryRun };
    const QByteArray head = "{\"call_uuid\":\"defb0706-86a6-11e4-b303-498d468c930b\",";
    QCOMPARE(jsonlines::wouldSend(would),
             head + "\"would_send\":true,\"outcome\":null,\"reason\":null,\"http_status\":null,\"message\":null}\n");
    QCOMPARE(cliwords::wouldSend(would), u"defb0706-86a6-11e4-b303-498d468c930b  Would be ended\n"_s);
    CallResult over { .id = id(), .outcome = Outcome::NotSent, .reason = Reason::OverAlready, .httpStatus = 404 };
    over.message = u"call not found"_s;
    QCOMPARE(jsonlines::wouldSend(over),
             head
                 + "\"would_send\":false,\"outcome\":\"not_sent\",\"reason\":\"over_already\",\"http_status\":404,"
                   "\"message\":\"call not found\"}\n");
    QCOMPARE(cliwords::wouldSend(over), cliwords::call(over, {}));
    QVERIFY(cliwords::wouldSend(over).startsWith(u"defb0706-86a6-11e4-b303-498d468c930b  Not sent"_s));
    QCOMPARE(jsonlines::drySummary(2, 1, 1234ms),
             "{\"summary\":{\"accepted\":3,\"would_send\":2,\"not_sent\":1,\"elapsed_ms\":1234}}\n"_ba);
    QCOMPARE(cliwords::drySummary(2, 1), u"Dry run: 2 would be ended, 1 would not. Nothing was sent.\n"_s);
    QCOMPARE(cliwords::call(ended(), {}), u"defb0706-86a6-11e4-b303-498d468c930b  Ended\n"_s);
}

void TestCliLines::printsLiveCalls_data()
{
    QTest::addColumn<std::optional<CallInfo>>("info");
    QTest::addColumn<QStringList>("stuck");
    QTest::addColumn<QByteArray>("line");
    using Info = std::optional<CallInfo>;
    const QByteArray head = "{\"call_uuid\":\"defb0706-86a6-11e4-b303-498d468c930b\",";
    QTest::newRow("a whole one") << Info(liveInfo()) << QStringList { u"old"_s, u"same_numbers"_s }
                                 << head
            + "\"from\":\"14155550100\",\"to\":\"14155550101\",\"direction\":\"inbound\",\"status\":\"in-progress\","
              "\"caller_name\":\"A \\\"B\\\"\",\"started_at\":\"2026-11-25T10:00:00.084Z\",\"age_s\":108012,"
              "\"stuck\":[\"old\",\"same_numbers\"]}\n";
    const QByteArray nothing = "\"from\":null,\"to\":null,\"direction\":null,\"status\":null,\"caller_name\":null,"
                               "\"started_at\":null,\"age_s\":null,";
    QTest::newRow("nothing was read") << Info() << QStringList() << head + nothing + "\"stuck\":[]}\n";
    QTest::newRow("nothing was told") << Info(CallInfo { .id = id() }) << QStringList()
                                      << head + nothing + "\"stuck\":[]}\n";
    CallInfo queued { .id = id(), .phase = CallPhase::Queued };
    queued.startedAtMs = Now + 3'600'000; // by another clock
    QTest::newRow("queued, and begins in an hour") << Info(queued) << QStringList()
                                                   << head
            + "\"from\":null,\"to\":null,\"direction\":null,\"status\":\"queued\",\"caller_name\":null,"
              "\"started_at\":\"2026-11-26T17:00:12.084Z\",\"age_s\":null,\"stuck\":[]}\n";
}

void TestCliLines::printsLiveCalls()
{
    QFETCH(std::optional<CallInfo>, info);
    QFETCH(QStringList, stuck);
    QTEST(jsonlines::liveCall(id(), info, stuck, Now), "line");
}

void TestCliLines::printsShownCalls_data()
{
    QTest::addColumn<CallInfoRead>("read");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("words");
    const QByteArray head = "{\"call_uuid\":\"defb0706-86a6-11e4-b303-498d468c930b\",";
    const QByteArray nothing = "\"from\":null,\"to\":null,\"direction\":null,\"status\":null,\"caller_name\":null,"
                               "\"started_at\":null,\"age_s\":null,";
    const QByteArray noLegs = "\"parent_call_uuid\":null,\"request_uuid\":null,";
    const QByteArray noEnd = "\"ended_at\":null,\"hangup_source\":null,\"hangup_cause_code\":null,"
                             "\"hangup_cause_name\":null,\"duration_s\":null}\n";
    CallInfo live = liveInfo();
    live.parent = CallId::parse(u"11111111-86a6-11e4-b303-498d468c930b"_s);
    live.request = CallId::parse(u"22222222-86a6-11e4-b303-498d468c930b"_s);
    QTest::newRow("live") << CallInfoRead { .id = id(), .state = LookState::Live, .info = live }
                          << head
            + "\"state\":\"live\",\"from\":\"14155550100\",\"to\":\"14155550101\",\"direction\":\"inbound\","
              "\"status\":\"in-progress\",\"caller_name\":\"A \\\"B\\\"\",\"started_at\":\"2026-11-25T10:00:00.084Z\","
              "\"age_s\":108012,\"parent_call_uuid\":\"11111111-86a6-11e4-b303-498d468c930b\","
              "\"request_uuid\":\"22222222-86a6-11e4-b303-498d468c930b\","
            + noEnd << u"Live for 30:00:12.  Inbound, from 14155550100 to 14155550101, A \"B\""_s;
    CallInfo queued { .id = id(), .phase = CallPhase::Queued };
    queued.to = u"14155550101"_s;
    QTest::newRow("queued") << CallInfoRead { .id = id(), .state = LookState::Live, .info = queued }
                            << head
            + "\"state\":\"queued\",\"from\":null,\"to\":\"14155550101\",\"direction\":null,\"status\":\"queued\","
              "\"caller_name\":null,\"started_at\":null,\"age_s\":null,"
            + noLegs + noEnd << u"Queued, not dialled yet.  from ? to 14155550101"_s;
    CallInfo over { .id = id(), .phase = CallPhase::Over };
    over.status = u"ANSWER"_s;
    over.startedAtMs = 1'795'600'735'000;
    over.record = { .hangupSource = u"Caller"_s,
                    .causeCode = 4000,
                    .causeName = u"Normal Hangup"_s,
                    .endTimeMs = 1'795'600'800'000,
                    .duration = 65s };
    QTest::newRow("over") << CallInfoRead { .id = id(), .state = LookState::Live, .info = over }
                          << head
            + "\"state\":\"over\",\"from\":null,\"to\":null,\"direction\":null,\"status\":\"ANSWER\","
              "\"caller_name\":null,\"started_at\":\"2026-11-25T09:58:55.000Z\",\"age_s\":65,"
            + noLegs
            + "\"ended_at\":\"2026-11-25T10:00:00.000Z\",\"hangup_source\":\"Caller\",\"hangup_cause_code\":4000,"
              "\"hangup_cause_name\":\"Normal Hangup\",\"duration_s\":65}\n"
                          << u"Plivo's record: "_s;
    QTest::newRow("of nobody") << CallInfoRead { .id = id(), .state = LookState::Gone }
                               << head + "\"state\":\"not_found\"," + nothing + noLegs + noEnd
                               << u"This account has no such call"_s;
    QTest::newRow("unreadable") << CallInfoRead { .id = id(), .state = LookState::Unclear, .httpStatus = 500 }
                                << head + "\"state\":\"unreadable\"," + nothing + noLegs + noEnd
                                << u"It could not be read (500)."_s;
}

void TestCliLines::printsShownCalls()
{
    QFETCH(CallInfoRead, read);
    QFETCH(QString, words);
    QTEST(jsonlines::shownCall(read, Now), "line");
    const QString line = cliwords::shownCall(read, Now);
    const QString expected = id().toString() + u"  "_s + words;
    QCOMPARE(line.left(expected.size()), expected);
    QCOMPARE(line.count(u'\n'), 1);
    QVERIFY(line.endsWith(u'\n'));
}

void TestCliLines::alignsTheTable()
{
    const std::vector<qsizetype> widths { 3, 5, 2 };
    QCOMPARE(cliwords::tableLine({ u"a"_s, u"b"_s, u"c"_s }, widths), u"a    b      c\n"_s);
    QCOMPARE(cliwords::tableLine({ u"a"_s, QString(), QString() }, widths), u"a\n"_s);
    QCOMPARE(cliwords::tableLine({ u"longer"_s, u"b"_s, u"c"_s }, widths), u"longer  b      c\n"_s);
    // What could draw on a terminal, or pretend to be another line.
    QCOMPARE(cliwords::tableLine({ u"\033[2J"_s, u"x\ny"_s, u"\u202e"_s }, widths), u"\ufffd[2J  x y    \ufffd\n"_s);
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
    QTest::newRow("over when it was looked at") << with({ of(Outcome::NotSent, Reason::OverAlready, 404) }) << 0;
    for (const Reason reason : { Reason::NeedsAnotherStep, Reason::NumberProtected, Reason::NumbersChanged,
                                 Reason::NumbersUnread, Reason::CheckUnclear })
        QTest::addRow("left out: %s", words::reasonKey(reason).data())
            << with({ of(Outcome::Ended), of(Outcome::NotSent, reason, 200) }) << 1;
    QTest::newRow("a dry run that would send all") << with({ of(Outcome::NotSent, Reason::DryRun, 200) }) << 0;
    QTest::newRow("a dry run that would leave one out")
        << with({ of(Outcome::NotSent, Reason::DryRun, 200), of(Outcome::NotSent, Reason::NumberProtected, 200) }) << 1;
    QTest::newRow("a check that gets a 401") << with({ of(Outcome::NotSent, Reason::CheckUnclear, 401) }) << 3;
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
