// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/callcheck.h"

#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

/// What an order's rules say to what was just read of a call.
class TestCallCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void objections_data();
    void objections();
    void anotherCallsNumbersDoNotCount();
    void youngAndInboundNeedAnotherStepWhereThatIsAskedFor();
    void flaggedOnesComeLast();
    void unclear();
};

namespace {

const CallId Id = *CallId::parse(u"00000001-1111-4222-8333-aaaaaaaaaaaa");

CallInfo infoWith(const QString &from, const QString &to)
{
    CallInfo info { .id = Id };
    info.from = from;
    info.to = to;
    return info;
}

} // namespace

void TestCallCheck::objections_data()
{
    QTest::addColumn<QString>("guarded");
    QTest::addColumn<QString>("seenFrom");
    QTest::addColumn<QString>("seenTo");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<Reason>("reason");
    const auto row = [](const char *name, const QString &guarded, const QString &seenFrom, const QString &seenTo,
                        const QString &from, const QString &to, Reason reason) {
        QTest::newRow(name) << guarded << seenFrom << seenTo << from << to << reason;
    };
    const QString none;
    const QString list = u"112"_s;
    row("nothing seen, nothing told", none, none, none, none, none, Reason::None);
    row("nothing seen", none, none, none, u"1"_s, u"2"_s, Reason::None);
    row("the same", none, u"1"_s, u"2"_s, u"1"_s, u"2"_s, Reason::None);
    row("another from", none, u"1"_s, u"2"_s, u"3"_s, u"2"_s, Reason::NumbersChanged);
    row("another to", none, u"1"_s, u"2"_s, u"1"_s, u"3"_s, Reason::NumbersChanged);
    row("the other way round", none, u"1"_s, u"2"_s, u"2"_s, u"1"_s, Reason::NumbersChanged);
    row("another from, and no to", none, u"1"_s, u"2"_s, u"3"_s, none, Reason::NumbersChanged);
    row("a from that was not seen", none, none, u"2"_s, u"1"_s, u"2"_s, Reason::None);
    row("no from any more", none, u"1"_s, u"2"_s, none, u"2"_s, Reason::CheckUnclear);
    row("no to any more", none, u"1"_s, u"2"_s, u"1"_s, none, Reason::CheckUnclear);
    row("others are protected", list, u"1"_s, u"2"_s, u"1"_s, u"2"_s, Reason::None);
    row("protected from", list, none, none, u"112"_s, u"2"_s, Reason::NumberProtected);
    row("protected to", list, none, none, u"1"_s, u"+112"_s, Reason::NumberProtected);
    row("protected to, no from", list, none, none, none, u"112"_s, Reason::NumberProtected);
    row("protected, and changed", list, u"1"_s, u"2"_s, u"3"_s, u"112"_s, Reason::NumberProtected);
    row("was protected, now another", list, u"1"_s, u"112"_s, u"1"_s, u"2"_s, Reason::NumbersChanged);
    row("a list, and no from", list, none, none, none, u"2"_s, Reason::NumbersUnread);
    row("a list, and no to", list, none, none, u"1"_s, none, Reason::NumbersUnread);
    row("a list, and neither", list, none, none, none, none, Reason::NumbersUnread);
    row("a list, and no to any more", list, u"1"_s, u"2"_s, u"1"_s, none, Reason::NumbersUnread);
    row("a list, another from, and no to", list, u"1"_s, u"2"_s, u"3"_s, none, Reason::NumbersChanged);
}

void TestCallCheck::objections()
{
    QFETCH(QString, guarded);
    QFETCH(QString, seenFrom);
    QFETCH(QString, seenTo);
    QFETCH(QString, from);
    QFETCH(QString, to);
    CallCheck check;
    check.cutOff.protectedNumbers = ProtectedNumbers::parse(guarded).numbers;
    if (!seenFrom.isEmpty() || !seenTo.isEmpty())
        check.seen.insert(Id, infoWith(seenFrom, seenTo));
    QTEST(check.objection(infoWith(from, to)).value_or(Reason::None), "reason");
}

void TestCallCheck::anotherCallsNumbersDoNotCount()
{
    CallCheck check;
    check.seen.insert(*CallId::parse(u"00000002-1111-4222-8333-aaaaaaaaaaaa"), infoWith(u"1"_s, u"2"_s));
    QCOMPARE(check.objection(infoWith(u"3"_s, u"4"_s)).value_or(Reason::None), Reason::None);
}

/// They need another step of the user, which is long past then.
void TestCallCheck::youngAndInboundNeedAnotherStepWhereThatIsAskedFor()
{
    CallInfo talking = infoWith(u"1"_s, u"2"_s);
    talking.direction = CallDirection::Inbound;
    talking.status = u"in-progress"_s;
    talking.readAtMs = 1'795'525'331'084;
    CallInfo young = infoWith(u"1"_s, u"2"_s);
    young.readAtMs = talking.readAtMs;
    young.startedAtMs = young.readAtMs - 1000;
    CallInfo old = young;
    old.startedAtMs = young.readAtMs - 60'000;
    const CallCheck lax;
    CallCheck strict { .leavesFlaggedOut = true };
    for (const CallInfo &info : { talking, young }) {
        QVERIFY(needsAnotherStep(cutOffFlags(info, lax.cutOff, info.readAtMs)));
        QCOMPARE(lax.objection(info).value_or(Reason::None), Reason::None);
        QCOMPARE(strict.objection(info).value_or(Reason::None), Reason::NeedsAnotherStep);
    }
    QCOMPARE(strict.objection(old).value_or(Reason::None), Reason::None);
    strict.flaggedToo = { Id };
    QCOMPARE(strict.objection(talking).value_or(Reason::None), Reason::None);
    QCOMPARE(strict.objection(young).value_or(Reason::None), Reason::None);
}

/// Whoever takes the other step takes it for that alone.
void TestCallCheck::flaggedOnesComeLast()
{
    CallInfo talking = infoWith(u"1"_s, u"112"_s);
    talking.direction = CallDirection::Inbound;
    talking.status = u"in-progress"_s;
    CallCheck check { .leavesFlaggedOut = true, .flaggedToo = { Id } };
    check.cutOff.protectedNumbers = ProtectedNumbers::parse(u"112").numbers;
    QCOMPARE(check.objection(talking).value_or(Reason::None), Reason::NumberProtected);
    check.cutOff = {};
    check.seen.insert(Id, infoWith(u"1"_s, u"3"_s));
    QCOMPARE(check.objection(talking).value_or(Reason::None), Reason::NumbersChanged);
    check.flaggedToo.clear();
    QCOMPARE(check.objection(talking).value_or(Reason::None), Reason::NumbersChanged);
}

void TestCallCheck::unclear()
{
    CallCheck check;
    QCOMPARE(check.whenUnclear(), Reason::CheckUnclear);
    check.cutOff.protectedNumbers = ProtectedNumbers::parse(u"112").numbers;
    QCOMPARE(check.whenUnclear(), Reason::NumbersUnread);
}

QTEST_APPLESS_MAIN(TestCallCheck)
#include "tst_callcheck.moc"
