// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/clock.h"
#include "domain/words.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;

namespace {

constexpr int ReasonCount = int(Reason::GateRefused) + 1;

ScanResult scanned(const QString &text)
{
    return scanCalls(text);
}

QString id(char16_t first)
{
    return QChar(first) + u"0000000-86a6-11e5-9fde-e43ee3e2930b"_s;
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void outcomesAreTheDesigns();
    void outcomesShort();
    void everyOutcomeHasItsKey();
    void everyReasonHasItsWordsAndKey();
    void results_data();
    void results();
    void statesAndSymbols();
    void everyErrorIsASentence();
    void scans_data();
    void scans();
    void notIds_data();
    void notIds();
    void tallies();
    void durations_data();
    void durations();
    void clocksGoOn();
};

void TestWords::outcomesAreTheDesigns()
{
    QCOMPARE(words::outcomeSentence(Outcome::Ended), u"Plivo confirmed the hang-up."_s);
    QCOMPARE(words::outcomeSentence(Outcome::NotLive),
             u"Not a live call of this account: over already, or never existed. Nothing was ended."_s);
    QCOMPARE(words::outcomeSentence(Outcome::NotLiveMaybeUs), u"Not live now; an earlier attempt may have ended it."_s);
    QCOMPARE(words::outcomeSentence(Outcome::Refused), u"Refused."_s);
    QCOMPARE(words::outcomeSentence(Outcome::Unknown), u"Sent, no clear answer; it may have ended."_s);
    QCOMPARE(words::outcomeSentence(Outcome::NotSent), u"Not sent."_s);
}

void TestWords::outcomesShort()
{
    QStringList shorts;
    for (const Outcome outcome : AllOutcomes)
        shorts += words::outcomeShort(outcome);
    QCOMPARE(shorts.join(u", "), u"Ended, Not live, Not live, Refused, Unknown, Not sent"_s);
}

void TestWords::everyOutcomeHasItsKey()
{
    QStringList keys;
    for (const Outcome outcome : AllOutcomes) {
        keys += words::outcomeKey(outcome).toString();
        QCOMPARE(int(words::outcomeFromKey(keys.back()).value()), int(outcome));
    }
    QCOMPARE(keys.join(u", "), u"ended, not_live, not_live_maybe_us, refused, unknown, not_sent"_s);
    QVERIFY(!words::outcomeFromKey(u"Ended"));
    QVERIFY(!words::outcomeFromKey(u""));
}

void TestWords::everyReasonHasItsWordsAndKey()
{
    QSet<QString> phrases;
    QSet<QString> keys;
    for (int i = 1; i < ReasonCount; ++i) {
        const auto reason = static_cast<Reason>(i);
        QVERIFY(!words::reasonPhrase(reason).isEmpty());
        QVERIFY(!words::reasonPhrase(reason).endsWith(u'.'));
        phrases += words::reasonPhrase(reason);
        const QString key = words::reasonKey(reason);
        QCOMPARE(key, key.toLower().remove(u' '));
        keys += key;
    }
    QCOMPARE(phrases.size(), ReasonCount - 1);
    QCOMPARE(keys.size(), ReasonCount - 1);
    QVERIFY(!keys.contains(QString()));
    QCOMPARE(words::reasonPhrase(Reason::None), QString());
    QCOMPARE(QString(words::reasonKey(Reason::None)), QString());
}

void TestWords::results_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, Outcome outcome, Reason reason, int status, const QString &sentence) {
        QTest::newRow(name) << int(outcome) << int(reason) << status << sentence;
    };
    row("204", Outcome::Ended, Reason::None, 204, u"Plivo confirmed the hang-up."_s);
    row("400", Outcome::Refused, Reason::None, 400, u"Refused (400)."_s);
    row("401", Outcome::Refused, Reason::None, 401, u"Refused (401): Plivo rejected the auth ID or token."_s);
    row("403", Outcome::Refused, Reason::None, 403, u"Refused (403): this account is not permitted to do that."_s);
    row("422", Outcome::Refused, Reason::None, 422, u"Refused (422)."_s);
    row("503", Outcome::Unknown, Reason::ServerTrouble, 503,
        u"Sent, no clear answer; it may have ended: the server had trouble (503)."_s);
    row("silence", Outcome::Unknown, Reason::Silence, 0,
        u"Sent, no clear answer; it may have ended: the server stayed silent."_s);
    row("unknown without a reason", Outcome::Unknown, Reason::None, 0, u"Sent, no clear answer; it may have ended."_s);
    row("DNS", Outcome::NotSent, Reason::HostNotFound, 0, u"Not sent: the host name was not found."_s);
    row("the program ended after a send", Outcome::Unknown, Reason::ProgramEnded, 0,
        u"Sent, no clear answer; it may have ended: Hangup ended before there was an answer."_s);
    row("the program ended before its turn", Outcome::NotSent, Reason::ProgramEnded, 0,
        u"Not sent: Hangup ended before its turn."_s);
    row("another program has it", Outcome::NotSent, Reason::UnderWayElsewhere, 0,
        u"Not sent: another Hangup on this computer is ending this call."_s);
    row("stopped", Outcome::NotSent, Reason::Stopped, 0, u"Not sent: stopped before its turn."_s);
}

void TestWords::results()
{
    QFETCH(int, outcome);
    QFETCH(int, reason);
    QFETCH(int, status);
    QFETCH(QString, sentence);
    QCOMPARE(words::resultSentence(static_cast<Outcome>(outcome), static_cast<Reason>(reason), status), sentence);
    CallResult result { .id = CallId::parse(id(u'a')).value() };
    result.outcome = static_cast<Outcome>(outcome);
    result.reason = static_cast<Reason>(reason);
    result.httpStatus = status;
    QCOMPARE(words::resultSentence(result), sentence);
}

void TestWords::statesAndSymbols()
{
    QStringList states;
    for (const CallState state :
         { CallState::Listed, CallState::Waiting, CallState::OnItsWay, CallState::Looking, CallState::Done })
        states += words::stateShort(state);
    QCOMPARE(states.join(u", "), u"Listed, Waiting, On its way, Checking, Done"_s);
    QString symbols { words::waitingSymbol() };
    for (const Outcome outcome : AllOutcomes)
        symbols += words::outcomeSymbol(outcome);
    QCOMPARE(symbols, u"…✓––✕?⊘"_s);
    QStringList marks;
    for (const IdMark mark : { IdMark::None, IdMark::Request, IdMark::ParentLeg, IdMark::ALeg, IdMark::BLeg })
        marks += words::mark(mark);
    QCOMPARE(marks.join(u", "), u", request UUID, parent leg, A leg, B leg"_s);
}

void TestWords::everyErrorIsASentence()
{
    QSet<QString> sentences;
    for (int i = 0; i <= int(ApiAddressError::BadPort); ++i)
        sentences += words::addressError(static_cast<ApiAddressError>(i));
    QCOMPARE(sentences.size(), int(ApiAddressError::BadPort) + 1);
    for (int i = 0; i <= int(FileError::Kind::NotAllowed); ++i) {
        const QString sentence = words::fileError({ static_cast<FileError::Kind>(i), u"x.bin"_s });
        QVERIFY2(sentence.contains(u"“x.bin”"), qPrintable(sentence));
        sentences += sentence;
    }
    QCOMPARE(sentences.size(), int(ApiAddressError::BadPort) + 1 + int(FileError::Kind::NotAllowed) + 1);
    for (const QString &sentence : sentences)
        QVERIFY2(sentence.endsWith(u'.') && sentence.front() != u'.', qPrintable(sentence));
    QCOMPARE(words::fileError({ FileError::Kind::NotText, u"%1.bin"_s }),
             u"“%1.bin” is not text in UTF-8 or UTF-16. Nothing was added."_s);
}

void TestWords::scans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("alreadyListed");
    QTest::addColumn<QString>("summary");
    const QString a = id(u'a');
    const QString b = id(u'b');
    QTest::newRow("nothing") << u"hello"_s << 0 << u"No call UUID found in the text."_s;
    QTest::newRow("one") << a << 0 << u"1 found: 1 added."_s;
    QTest::newRow("two, one known") << a + u' ' + b << 1 << u"2 found: 1 added, 1 already listed."_s;
    QTest::newRow("all known") << a + u' ' + b << 2 << u"2 found: 2 already listed."_s;
    QTest::newRow("one ignored for each of two reasons")
        << a + u" api_id="_s + b + u' ' + id(u'c').chopped(1) << 0
        << u"1 found: 1 added. 2 ignored: 1 is an api_id, 1 is cut off (35 of 36 characters)."_s;
    QTest::newRow("equal reasons are one") << a + u' ' + a + u' ' + a + u' ' + b.chopped(1) + u' ' + b.chopped(2) << 0
                                           << u"1 found: 1 added. 4 ignored: 2 are duplicates, 2 are cut off."_s;
    QTest::newRow("equal keys are one") << u"recording_id="_s + a + u" recording_id="_s + b << 0
                                        << u"No call UUID found in the text. 2 ignored: 2 are named recording_id."_s;
    QTest::newRow("an invisible character")
        << QString(a).insert(8, QChar(0x200B)) << 0
        << u"No call UUID found in the text. 1 ignored: 1 has an invisible character "
           "(U+200B, line 1, column 9)."_s;
    QTest::newRow("a percent sign in a key changes nothing")
        << u"api_id=%1 "_s + a.chopped(1) << 0
        << u"No call UUID found in the text. 1 ignored: 1 is cut off "
           "(35 of 36 characters)."_s;
}

void TestWords::scans()
{
    QFETCH(QString, text);
    QFETCH(int, alreadyListed);
    QFETCH(QString, summary);
    const ScanResult scan = scanned(text);
    QCOMPARE(words::scanSummary(scan, int(scan.found.size()) - alreadyListed, alreadyListed), summary);
}

void TestWords::notIds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const QString a = id(u'a');
    const auto row = [](const char *name, const QString &text, const QString &end) {
        QTest::newRow(name) << text << u"This is not a call UUID: "_s + end;
    };
    row("nothing", QString(), u"it is empty."_s);
    row("too short", a.chopped(1), u"it has 35 of 36 characters."_s);
    row("too long", a + u'0', u"it has 37 characters instead of 36."_s);
    row("not hex", QString(a).replace(0, 1, u"g"_s), u"it has characters other than 0–9, a–f and hyphens."_s);
    row("hyphens elsewhere", u"a000000-086a6-11e5-9fde-e43ee3e2930b"_s, u"its hyphens are not in the right places."_s);
    row("nil", u"00000000-0000-0000-0000-000000000000"_s, u"it is all zeros."_s);
    row("invisible", a + QChar(0x200B), u"it has an invisible character, U+200B, in column 37."_s);
}

void TestWords::notIds()
{
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    QCOMPARE(words::notAnId(text), sentence);
}

void TestWords::tallies()
{
    Tally tally;
    tally[Outcome::Ended] = 9;
    tally[Outcome::NotLive] = 1;
    tally[Outcome::NotLiveMaybeUs] = 1;
    tally[Outcome::Refused] = 1;
    tally[Outcome::Unknown] = 1;
    tally.waiting = 3;
    tally.listed = 5;
    QCOMPARE(tally.done(), 13);
    QCOMPARE(tally.accepted(), 16);
    QCOMPARE(tally.all(), 21);
    QCOMPARE(words::tally(tally),
             u"16 calls accepted: 9 ended, 2 not live, 1 refused, 1 unknown, 0 not sent, 3 waiting."_s);
    Tally one;
    one[Outcome::NotSent] = 1;
    QCOMPARE(words::tally(one),
             u"1 call accepted: 0 ended, 0 not live, 0 refused, 0 unknown, 1 not sent, 0 waiting."_s);
}

void TestWords::durations_data()
{
    QTest::addColumn<int>("ms");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << 0 << u"0 ms"_s;
    QTest::newRow("84 ms") << 84 << u"84 ms"_s;
    QTest::newRow("just under a second") << 999 << u"999 ms"_s;
    QTest::newRow("a second") << 1000 << u"1.0 s"_s;
    QTest::newRow("rounded to a tenth") << 1349 << u"1.3 s"_s;
    QTest::newRow("just under a minute") << 59'949 << u"59.9 s"_s;
    QTest::newRow("rounded up to a minute") << 59'950 << u"1 min 0 s"_s;
    QTest::newRow("minutes") << 125'000 << u"2 min 5 s"_s;
    QTest::newRow("hours") << 3'720'000 << u"1 h 2 min"_s;
    QTest::newRow("a clock that went back") << -5 << u"0 ms"_s;
}

void TestWords::durations()
{
    QFETCH(int, ms);
    QFETCH(QString, words);
    QCOMPARE(hangup::words::duration(std::chrono::milliseconds(ms)), words);
}

void TestWords::clocksGoOn()
{
    const SystemClock clock;
    const auto before = clock.monotonic();
    QTRY_VERIFY(clock.monotonic() - before >= 20ms);
    // The time asleep can't shrink; a test can't put the machine to sleep.
    QVERIFY(clock.slept() >= -1ms);
    QVERIFY(clock.wall() > std::chrono::hours(24 * 365 * 50));
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
