// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/callinfo.h"

#include <QTest>

#include <limits>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Now = 1'790'000'000'000;

CallId id()
{
    return *CallId::parse(u"defb0706-86a6-11e4-b303-498d468c930b");
}

} // namespace

/// How old a call is, and whether it is answered: never a negative age, never a guess.
class TestCallInfo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void age_data();
    void age();
    void ageOfOneThatIsOver();
    void answered_data();
    void answered();
    void sameNumbers();
};

void TestCallInfo::age_data()
{
    QTest::addColumn<qint64>("startedAtMs");
    QTest::addColumn<qint64>("seconds"); // -1: not known
    const auto row
        = [](const char *name, qint64 started, qint64 seconds) { QTest::newRow(name) << started << seconds; };
    row("now", Now, 0);
    row("just under a second ago", Now - 999, 0);
    row("a minute ago", Now - 60'000, 60);
    row("more than a day ago", Now - 108'725'000, 108'725);
    row("not told", 0, -1);
    row("before 1970", -5, -1);
    row("a moment ahead: clocks differ", Now + 1, 0);
    row("as far ahead as clocks may differ", Now + 120'000, 0);
    row("further ahead", Now + 120'001, -1);
    row("the end of time", std::numeric_limits<qint64>::max(), -1);
}

void TestCallInfo::age()
{
    QFETCH(qint64, startedAtMs);
    QFETCH(qint64, seconds);
    const CallInfo info { .id = id(), .startedAtMs = startedAtMs };
    const std::optional<std::chrono::seconds> age = info.age(Now);
    QCOMPARE(age.has_value(), seconds >= 0);
    if (age)
        QCOMPARE(age->count(), seconds);
}

void TestCallInfo::ageOfOneThatIsOver()
{
    CallInfo info { .id = id(), .phase = CallPhase::Over, .startedAtMs = Now - 500'000 };
    info.record.endTimeMs = Now - 400'000;
    QCOMPARE(info.age(Now)->count(), 100); // it does not grow any more
    info.record.endTimeMs = 0;
    QVERIFY(!info.age(Now)); // nobody knows
    info.record.duration = std::chrono::seconds(42);
    QCOMPARE(info.age(Now)->count(), 42);
    info.record.endTimeMs = Now - 900'000;
    QVERIFY(!info.age(Now)); // ended before it began
}

void TestCallInfo::answered_data()
{
    QTest::addColumn<CallPhase>("phase");
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("answered");
    const auto row = [](const char *name, CallPhase phase, const QString &status, bool answered) {
        QTest::newRow(name) << phase << status << answered;
    };
    row("in progress", CallPhase::Live, u"in-progress"_s, true);
    row("ringing", CallPhase::Live, u"ringing"_s, false);
    row("ringing, in capitals", CallPhase::Live, u"RINGING"_s, false);
    row("early media", CallPhase::Live, u"early-media"_s, false);
    row("a word that nobody knows", CallPhase::Live, u"parked"_s, true);
    row("no word", CallPhase::Live, {}, true);
    row("queued", CallPhase::Queued, u"in-progress"_s, false);
    row("over", CallPhase::Over, u"in-progress"_s, false);
}

void TestCallInfo::answered()
{
    QFETCH(CallPhase, phase);
    QFETCH(QString, status);
    QTEST((CallInfo { .id = id(), .phase = phase, .status = status }.isAnswered()), "answered");
}

void TestCallInfo::sameNumbers()
{
    const auto with = [](const QString &from, const QString &to) {
        return CallInfo { .id = id(), .from = from, .to = to };
    };
    QVERIFY(hangup::sameNumbers(with(u"1"_s, u"2"_s), with(u"1"_s, u"2"_s)));
    QVERIFY(!hangup::sameNumbers(with(u"1"_s, u"2"_s), with(u"2"_s, u"1"_s)));
    QVERIFY(!hangup::sameNumbers(with(u"1"_s, u"2"_s), with(u"1"_s, u"3"_s)));
    QVERIFY(!hangup::sameNumbers(with({}, u"2"_s), with({}, u"2"_s))); // what isn't told is not the same
    QVERIFY(!hangup::sameNumbers(with(u"1"_s, {}), with(u"1"_s, {})));
}

QTEST_APPLESS_MAIN(TestCallInfo)
#include "tst_callinfo.moc"
