// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/stucksigns.h"

#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::CallInfo)
Q_DECLARE_METATYPE(hangup::StuckRules)
Q_DECLARE_METATYPE(hangup::StuckSigns)

namespace {

constexpr qint64 Now = 1'790'000'000'000;

CallId id(int n = 1)
{
    return *CallId::parse(u"00000000-0000-4000-8000-%1"_s.arg(n, 12, 10, QLatin1Char('0')));
}

CallInfo call(int n, qint64 ageSeconds, const QString &status = u"in-progress"_s)
{
    return { .id = id(n),
             .from = u"from %1"_s.arg(n),
             .to = u"to %1"_s.arg(n),
             .status = status,
             .startedAtMs = ageSeconds < 0 ? 0 : Now - ageSeconds * 1000 };
}

CallInfo child(int n, int parent)
{
    CallInfo info = call(n, 60);
    info.parent = id(parent);
    return info;
}

} // namespace

/// Reasons why a call looks stuck, never a verdict; "not sure" where data are missing.
class TestStuckSigns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void alone_data();
    void alone();
    void notRead();
    void sameNumbers();
    void otherLeg();
    void otherLegOfAPartialList();
    void ownParent();
    void clears();
};

void TestStuckSigns::alone_data()
{
    QTest::addColumn<CallInfo>("info");
    QTest::addColumn<StuckRules>("rules");
    QTest::addColumn<StuckSigns>("signs");
    QTest::addColumn<bool>("notSure");
    const auto row = [](const char *name, const CallInfo &info, StuckSigns signs, bool notSure,
                        const StuckRules &rules = {}) { QTest::newRow(name) << info << rules << signs << notSure; };
    using enum StuckSign;
    using namespace std::chrono_literals;
    const StuckSigns none;
    row("a call of today", call(1, 60), none, false);
    row("exactly 4 h", call(1, 14'400), none, false);
    row("a second more", call(1, 14'401), Old, false);
    row("30 h", call(1, 108'000), Old, false);
    row("another limit", call(1, 61), Old, false, { .olderThan = 1min });
    row("no limit", call(1, 108'000), none, false, { .olderThan = 0min });
    row("2 min of ringing", call(1, 120, u"ringing"_s), none, false);
    row("more", call(1, 121, u"ringing"_s), RingingLong, false);
    row("ringing for a day", call(1, 90'000, u"ringing"_s), Old | RingingLong, false);
    row("ringing, not looked at", call(1, 121, u"ringing"_s), none, false, { .ringingFor = 0s });
    CallInfo queued = call(1, 121);
    queued.phase = CallPhase::Queued;
    row("queued for more than 2 min", queued, RingingLong, false);
    row("no start", call(1, -1), none, true);
    row("no start, and nobody asks for it", call(1, -1), none, false, { .olderThan = 0min, .ringingFor = 0s });
    CallInfo future = call(1, 0);
    future.startedAtMs = Now + 3'600'000;
    row("a start in the future", future, none, true);
    CallInfo nameless = call(1, 60);
    nameless.from.clear();
    row("no number", nameless, none, true);
    row("no number, and nobody asks for it", nameless, none, false, { .sameNumbers = false });
    nameless.startedAtMs = Now - 20'000'000;
    row("no number, but old: a sign is a sign", nameless, Old, false);
}

void TestStuckSigns::alone()
{
    QFETCH(CallInfo, info);
    QFETCH(StuckRules, rules);
    StuckBook book;
    book.read(info);
    const StuckFinding finding = book.finding(info.id, rules, Now);
    QTEST(finding.signs, "signs");
    QTEST(finding.notSure, "notSure");
}

void TestStuckSigns::notRead()
{
    StuckBook book;
    book.appear(id(1));
    QCOMPARE(book.finding(id(1), {}, Now), (StuckFinding { .notSure = true }));
    book.read(call(1, 20'000));
    book.appear(id(1)); // on the next list again: its details stay
    QCOMPARE(book.finding(id(1), {}, Now).signs, StuckSign::Old);
}

void TestStuckSigns::sameNumbers()
{
    StuckBook book;
    const auto same = [&](int n) { return book.finding(id(n), {}, Now).signs.testFlag(StuckSign::SameNumbers); };
    CallInfo second = call(2, 60);
    second.from = call(1, 60).from;
    second.to = call(1, 60).to;
    book.read(call(1, 60));
    QVERIFY(!same(1));
    book.read(call(1, 60)); // read twice is no second call
    QVERIFY(!same(1));
    book.read(second);
    QVERIFY(same(1) && same(2));
    QCOMPARE(book.finding(id(1), { .sameNumbers = false }, Now).signs, StuckSigns());
    CallInfo other = second;
    other.to = u"elsewhere"_s;
    book.read(other); // transferred
    QVERIFY(!same(1) && !same(2));
    book.read(second);
    book.leave(id(2));
    QVERIFY(!same(1));
    book.leave(id(2));
    book.leave(id(99));
    // Two calls without numbers are not the same two numbers.
    CallInfo blank = call(3, 60);
    blank.from.clear();
    blank.to.clear();
    book.read(blank);
    blank.id = id(4);
    book.read(blank);
    QVERIFY(!same(3) && !same(4));
}

void TestStuckSigns::otherLeg()
{
    StuckBook book;
    const auto gone = [&](int n) { return book.finding(id(n), {}, Now).signs.testFlag(StuckSign::OtherLegGone); };
    book.read(call(1, 60));
    book.read(child(2, 1));
    book.read(child(3, 1));
    QVERIFY(!gone(1) && !gone(2) && !gone(3));
    book.leave(id(2));
    QVERIFY(!gone(1)); // one is left
    book.leave(id(3));
    QVERIFY(gone(1));
    QVERIFY(!book.finding(id(1), { .otherLegGone = false }, Now).signs);
    book.read(child(4, 1));
    QVERIFY(!gone(1));
    book.leave(id(1));
    QVERIFY(gone(4));
    book.appear(id(1)); // its details don't matter
    QVERIFY(!gone(4));
}

void TestStuckSigns::otherLegOfAPartialList()
{
    StuckBook book;
    book.read(child(2, 1));
    QVERIFY(book.finding(id(2), {}, Now, true).signs.testFlag(StuckSign::OtherLegGone));
    QVERIFY(!book.finding(id(2), {}, Now, false).signs.testFlag(StuckSign::OtherLegGone)); // it may be filtered out
}

void TestStuckSigns::ownParent()
{
    StuckBook book;
    book.read(child(5, 5));
    QCOMPARE(book.finding(id(5), {}, Now), StuckFinding());
}

void TestStuckSigns::clears()
{
    StuckBook book;
    book.read(call(1, 60));
    book.clear();
    CallInfo second = call(2, 60);
    second.from = call(1, 60).from;
    second.to = call(1, 60).to;
    book.read(second);
    QCOMPARE(book.finding(id(2), {}, Now), StuckFinding());
    QVERIFY(book.finding(id(1), {}, Now).notSure);
}

QTEST_APPLESS_MAIN(TestStuckSigns)
#include "tst_stucksigns.moc"
