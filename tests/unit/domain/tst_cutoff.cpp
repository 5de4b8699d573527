// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/cutoff.h"

#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::optional<hangup::CallInfo>)
Q_DECLARE_METATYPE(hangup::CutOffFlags)
Q_DECLARE_METATYPE(hangup::CutOffRules)

namespace {

constexpr qint64 Now = 1'790'000'000'000;

CallId id(int n = 1)
{
    return *CallId::parse(u"00000000-0000-4000-8000-%1"_s.arg(n, 12, 10, QLatin1Char('0')));
}

CallInfo call(qint64 ageSeconds, CallDirection direction = CallDirection::Outbound,
              const QString &status = u"in-progress"_s)
{
    return { .id = id(),
             .from = u"14155550100"_s,
             .to = u"14155550199"_s,
             .direction = direction,
             .status = status,
             .startedAtMs = ageSeconds == -1 ? 0 : Now - ageSeconds * 1000 };
}

} // namespace

/// Who gets cut off: what needs another step, and what is never ended.
class TestCutOff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void flags_data();
    void flags();
    void steps();
    void legs_data();
    void legs();
};

void TestCutOff::flags_data()
{
    QTest::addColumn<std::optional<CallInfo>>("info");
    QTest::addColumn<CutOffRules>("rules");
    QTest::addColumn<CutOffFlags>("flags");
    const auto row = [](const char *name, const std::optional<CallInfo> &info, CutOffFlags flags,
                        const CutOffRules &rules = {}) { QTest::newRow(name) << info << rules << flags; };
    using enum CutOffFlag;
    using namespace std::chrono_literals;
    const CutOffFlags none;
    const CutOffRules hotline { .protectedNumbers = ProtectedNumbers::parse(u"+1 415 555 0199").numbers };
    const CutOffRules other { .protectedNumbers = ProtectedNumbers::parse(u"112").numbers };
    row("an old outbound call", call(600), none);
    row("59 s", call(59), Young);
    row("60 s", call(60), none);
    row("another limit", call(60), Young, { .youngUnder = 61s });
    row("no limit", call(0), none, { .youngUnder = 0s });
    row("no start: nobody knows", call(-1), none);
    row("it starts in a minute, by another clock", call(-60 - 1), Young);
    row("it starts in an hour, by another clock", call(-3601), Young);
    row("it starts in the year 9999", call(-(253'402'300'799'000 - Now) / 1000), Young);
    row("it starts in an hour, no limit", call(-3601), none, { .youngUnder = 0s });
    row("inbound, answered", call(600, CallDirection::Inbound), AnsweredInbound);
    row("inbound, ringing", call(600, CallDirection::Inbound, u"ringing"_s), none);
    row("inbound, a word that nobody knows", call(600, CallDirection::Inbound, u"parked"_s), AnsweredInbound);
    row("inbound and young", call(5, CallDirection::Inbound), Young | AnsweredInbound);
    row("protected, to", call(600), Protected, hotline);
    CallInfo back = call(600);
    std::swap(back.from, back.to);
    row("protected, from", back, Protected, hotline);
    row("not protected", call(600), none, other);
    row("protected and young", call(5), Protected | Young, hotline);
    CallInfo half = call(600);
    half.from.clear();
    row("a number missing, and none is protected", half, none);
    row("a number missing", half, Unread, other);
    row("the one that is there is protected", half, Protected, hotline);
    row("not read, and none is protected", {}, none);
    row("not read", {}, Unread, other);
    CallInfo over = call(5, CallDirection::Inbound);
    over.phase = CallPhase::Over;
    row("over: nobody is cut off", over, none);
}

void TestCutOff::flags()
{
    QFETCH(std::optional<CallInfo>, info);
    QFETCH(CutOffRules, rules);
    QTEST(cutOffFlags(info, rules, Now), "flags");
}

void TestCutOff::steps()
{
    using enum CutOffFlag;
    QVERIFY(needsAnotherStep(Young) && needsAnotherStep(AnsweredInbound) && needsAnotherStep(Young | Protected));
    QVERIFY(!needsAnotherStep({}) && !needsAnotherStep(Protected) && !needsAnotherStep(Unread));
    QVERIFY(isLeftOut(Protected) && isLeftOut(Unread) && isLeftOut(Young | Unread));
    QVERIFY(!isLeftOut({}) && !isLeftOut(Young | AnsweredInbound));
}

void TestCutOff::legs_data()
{
    QTest::addColumn<QList<int>>("ids");
    QTest::addColumn<QString>("groups");
    QTest::newRow("none") << QList<int> {} << QString();
    QTest::newRow("no legs") << QList<int> { 7, 8, 9 } << u"7|8|9"_s;
    QTest::newRow("an A leg and its two") << QList<int> { 1, 11, 12 } << u"1,11,12"_s;
    QTest::newRow("apart in the list") << QList<int> { 7, 11, 8, 12 } << u"7|11,12|8"_s;
    QTest::newRow("the A leg last") << QList<int> { 11, 7, 12, 1 } << u"1,11,12|7"_s;
    QTest::newRow("two calls") << QList<int> { 11, 21, 12, 1, 2 } << u"1,11,12|2,21"_s;
    QTest::newRow("one twice") << QList<int> { 1, 11, 1, 11 } << u"1,11"_s;
    QTest::newRow("its own parent") << QList<int> { 99, 7 } << u"99|7"_s;
}

void TestCutOff::legs()
{
    QHash<CallId, CallInfo> known;
    const auto leg = [&](int n, int parent) { known.insert(id(n), { .id = id(n), .parent = id(parent) }); };
    leg(11, 1);
    leg(12, 1);
    leg(21, 2);
    leg(99, 99);
    QFETCH(QList<int>, ids);
    QList<CallId> given;
    for (const int n : ids)
        given.append(id(n));
    QStringList groups;
    for (const QList<CallId> &group : groupedByLegs(given, known)) {
        QStringList names;
        for (const CallId &one : group)
            names.append(QString::number(one.toString().right(12).toInt()));
        groups.append(names.join(u','));
    }
    QTEST(groups.join(u'|'), "groups");
}

QTEST_APPLESS_MAIN(TestCutOff)
#include "tst_cutoff.moc"
