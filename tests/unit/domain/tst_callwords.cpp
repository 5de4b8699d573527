// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/callwords.h"

#include <QDateTime>
#include <QTest>

#include <chrono>

using namespace hangup;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const CallId Id = *CallId::parse(u"00000001-1111-4222-8333-aaaaaaaaaaaa");

qint64 at(const QString &time)
{
    return QDateTime::fromString(time, Qt::ISODate).toMSecsSinceEpoch(); // local, as it is shown
}

} // namespace

Q_DECLARE_METATYPE(std::chrono::seconds)
Q_DECLARE_METATYPE(hangup::LiveState)

/// What is said of live calls.
class TestCallWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void age_data();
    void age();
    void direction();
    void status_data();
    void status();
    void momentNamesTheDayOfAnotherDay();
    void stuck();
    void cutOff();
    void liveState_data();
    void liveState();
    void infoSentence();
    void accountUse();
};

void TestCallWords::age_data()
{
    QTest::addColumn<std::chrono::seconds>("age");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0s << u"0:00"_s;
    QTest::newRow("seconds") << 7s << u"0:07"_s;
    QTest::newRow("minutes") << 245s << u"4:05"_s;
    QTest::newRow("just under an hour") << 3599s << u"59:59"_s;
    QTest::newRow("an hour") << 3600s << u"1:00:00"_s;
    QTest::newRow("beyond a day") << std::chrono::seconds(30h + 12min + 5s) << u"30:12:05"_s;
    QTest::newRow("beyond a hundred hours") << std::chrono::seconds(123h + 1s) << u"123:00:01"_s;
    QTest::newRow("never negative") << std::chrono::seconds(-5) << u"0:00"_s;
}

void TestCallWords::age()
{
    QFETCH(std::chrono::seconds, age);
    QTEST(words::age(age), "text");
}

void TestCallWords::direction()
{
    QCOMPARE(words::direction(CallDirection::Inbound), u"Inbound"_s);
    QCOMPARE(words::direction(CallDirection::Outbound), u"Outbound"_s);
    QCOMPARE(words::direction(CallDirection::Unknown), QString());
    for (const CallDirection one : { CallDirection::Inbound, CallDirection::Outbound, CallDirection::Unknown })
        QCOMPARE(words::directionFromKey(QString(words::directionKey(one))).value(), one);
    QCOMPARE(words::directionFromKey(u"any").value(), CallDirection::Unknown);
    QVERIFY(!words::directionFromKey(u"Inbound").has_value());
    QVERIFY(!words::directionFromKey(u"in").has_value());
}

void TestCallWords::status_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("text");
    QTest::newRow("in progress") << int(CallPhase::Live) << u"in-progress"_s << u"In progress"_s;
    QTest::newRow("ringing") << int(CallPhase::Live) << u"RINGING"_s << u"Ringing"_s;
    QTest::newRow("another word") << int(CallPhase::Live) << u"on-hold"_s << u"on-hold"_s;
    QTest::newRow("none") << int(CallPhase::Live) << QString() << QString();
    QTest::newRow("queued") << int(CallPhase::Queued) << QString() << u"Queued"_s;
    QTest::newRow("over") << int(CallPhase::Over) << u"in-progress"_s << u"Over"_s;
}

void TestCallWords::status()
{
    QFETCH(int, phase);
    QFETCH(QString, status);
    CallInfo info { .id = Id };
    info.phase = static_cast<CallPhase>(phase);
    info.status = status;
    QTEST(words::status(info), "text");
}

void TestCallWords::momentNamesTheDayOfAnotherDay()
{
    const qint64 now = at(u"2026-11-29T14:00:00"_s);
    QCOMPARE(words::moment(at(u"2026-11-29T10:02:11"_s), now), u"10:02:11"_s);
    QCOMPARE(words::moment(at(u"2026-11-28T10:02:11"_s), now), u"2026-11-28 10:02:11"_s);
    QCOMPARE(words::moment(0, now), QString());
}

void TestCallWords::stuck()
{
    const StuckRules rules { .olderThan = 90min, .ringingFor = 120s };
    QCOMPARE(words::stuckFinding({}, rules), QString());
    QCOMPARE(words::stuckFinding({ .signs = {}, .notSure = true }, rules), u"Not sure"_s);
    const StuckFinding all { .signs = StuckSign::Old | StuckSign::RingingLong | StuckSign::OtherLegGone
                                 | StuckSign::SameNumbers };
    QCOMPARE(words::stuckFinding(all, rules),
             u"Older than 90 min · Ringing or queued for more than 2 min · The other leg is gone · "
             "Same from and to as another call"_s);
    QCOMPARE(words::stuckKeys(all),
             (QStringList { u"old"_s, u"ringing_long"_s, u"other_leg_gone"_s, u"same_numbers"_s }));
    QCOMPARE(words::stuckKeys({ .signs = {}, .notSure = true }), QStringList()); // that is no reason
    QCOMPARE(words::stuckKeys({}), QStringList());
    QCOMPARE(words::stuckSign(StuckSign::Old, StuckRules()), u"Older than 4 h"_s);
    QCOMPARE(words::stuckSign(StuckSign::RingingLong, { .ringingFor = 45s }), u"Ringing or queued for more than 45 s"_s);
}

void TestCallWords::cutOff()
{
    const CutOffRules rules;
    QCOMPARE(words::cutOff({}, rules), QString());
    QCOMPARE(words::cutOff(CutOffFlag::Young, { .youngUnder = 90s }), u"Under 90 s old"_s);
    QCOMPARE(words::cutOff(CutOffFlag::Young | CutOffFlag::AnsweredInbound, rules),
             u"Answered inbound call · Under 1 min old"_s);
    QCOMPARE(words::cutOff(CutOffFlag::Protected, rules), u"Protected number"_s);
    QCOMPARE(words::cutOff(CutOffFlag::Unread, rules), u"Numbers not read"_s);
}

void TestCallWords::liveState_data()
{
    QTest::addColumn<LiveState>("state");
    QTest::addColumn<QString>("text");
    LiveState state;
    QTest::newRow("nothing yet") << state << u"The live calls have not been read yet."_s;
    state.reading = true;
    QTest::newRow("reading") << state << u"Reading the live calls …"_s;
    state.asOfMs = at(u"2026-11-29T10:02:11"_s);
    state.calls = 800;
    state.detailsRead = 212;
    QTest::newRow("some details") << state << u"As of 10:02:11, 212 of 800 details read."_s;
    state.detailsUnclear = 1;
    state.looksCut = true;
    state.oddIds = 2;
    QTest::newRow("all that is wrong")
        << state
        << u"As of 10:02:11, 212 of 800 details read. The details of 1 call could not be read. The list looks cut: "
           "there are probably more calls. 2 entries of the list were left out: they are not ids."_s;
    state = { .asOfMs = at(u"2026-11-28T10:02:11"_s) };
    state.filter.direction = CallDirection::Inbound;
    state.filter.from = NumberFilter::parse(u"+1415");
    state.filter.to = NumberFilter::parse(u"112");
    QTest::newRow("a filter, yesterday")
        << state << u"As of 2026-11-28 10:02:11, 0 of 0 details read. Only: Inbound, from +1415, to 112."_s;
    state = { .reason = Reason::HostNotFound };
    QTest::newRow("failed at once") << state << u"Reading ended: the host name was not found."_s;
    state = { .httpStatus = 401, .message = u"no <b>"_s };
    QTest::newRow("refused") << state
                             << u"Refused (401): Plivo rejected the auth ID or token. Plivo says: \"no <b>\""_s;
}

void TestCallWords::liveState()
{
    QFETCH(LiveState, state);
    QTEST(words::liveState(state, at(u"2026-11-29T14:00:00"_s)), "text");
}

void TestCallWords::infoSentence()
{
    const qint64 now = at(u"2026-11-29T14:00:00"_s);
    CallInfo info { .id = Id };
    info.startedAtMs = now - 65'000;
    const auto said
        = [&] { return words::infoSentence({ .id = Id, .state = LookState::Live, .info = info }, now); };
    QCOMPARE(said(), u"Live for 1:05."_s);
    info.phase = CallPhase::Queued;
    QCOMPARE(said(), u"Queued for 1:05, not dialled yet."_s);
    info.startedAtMs = 0;
    QCOMPARE(said(), u"Queued, not dialled yet."_s);
    info.phase = CallPhase::Live;
    QCOMPARE(said(), u"Live."_s);
    info.phase = CallPhase::Over;
    info.record = { .hangupSource = u"Caller"_s,
                    .causeCode = 4000,
                    .causeName = u"Normal Hangup"_s,
                    .endTimeMs = at(u"2026-11-29T13:02:11"_s) };
    QCOMPARE(said(), u"Plivo's record: ended by the caller at 13:02:11, Normal Hangup (4000)."_s);
    QCOMPARE(words::infoSentence({ .id = Id, .state = LookState::Gone }, now),
             u"This account has no such call: neither live nor queued, and no record of it (yet)."_s);
    QCOMPARE(words::infoSentence({ .id = Id, .state = LookState::Unclear, .info = {}, .reason = Reason::Silence }, now)
                 .startsWith(u"It could not be read: "_s),
             true);
    CallInfoRead refused { .id = Id };
    refused.httpStatus = 405;
    refused.message = u"not <i>allowed</i>"_s;
    QCOMPARE(words::infoSentence(refused, now),
             u"It could not be read (405). Plivo says: \"not <i>allowed</i>\""_s);
}

void TestCallWords::accountUse()
{
    const qint64 now = at(u"2026-11-29T14:00:00"_s);
    QCOMPARE(words::accountUse({ .sent = 42, .windowRequests = 150 }, now), u"42 of 150 requests in the last 5 s"_s);
    QCOMPARE(words::accountUse({ .sent = 1 }, now), u"1 request in the last 5 s"_s);
    QCOMPARE(words::accountUse({ .sent = 7, .windowRequests = 150, .heldUntilMs = now + 9000 }, now),
             u"7 of 150 requests in the last 5 s · Plivo asked to wait until 14:00:09"_s);
    QCOMPARE(words::accountUse({ .sent = 7, .windowRequests = 150, .heldUntilMs = now - 1 }, now),
             u"7 of 150 requests in the last 5 s"_s);
}

QTEST_APPLESS_MAIN(TestCallWords)
#include "tst_callwords.moc"
