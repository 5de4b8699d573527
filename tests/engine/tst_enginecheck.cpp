// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "engine/checkorders.h"

#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hangup::test::Answer)

namespace {

const CallId One = callId(1);

Answer gone()
{
    return Answer::callNotFound();
}

Answer there()
{
    return liveWith(One, UsualFrom, UsualTo);
}

/// What the answers of one call's checks lead to.
struct Row
{
    QList<Answer> live;
    QList<Answer> queued { always(gone()) };
    QString guarded {}; ///< protected numbers; empty: it is checked because the user asked for that
    QString seenFrom {};
    QString seenTo {};
};

} // namespace

Q_DECLARE_METATYPE(Row)

/// The look right before a DELETE: what it leads to, and what it costs.
class TestEngineCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatACheckLeadsTo_data();
    void whatACheckLeadsTo();
    void withADoubt_data();
    void withADoubt();
    void rememberedDoubtOfAnEarlierBatch();
    void doubtThatOnlyTheJournalKnows_data();
    void doubtThatOnlyTheJournalKnows();
    void protectedNumberAmongPastedIds();
    void protectedNumbersNeedNoCheckSetting();
};

void TestEngineCheck::whatACheckLeadsTo_data()
{
    QTest::addColumn<Row>("row");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<int>("deletes");
    QTest::addColumn<int>("live");
    QTest::addColumn<int>("queued");
    const auto sent = [](const char *name, const Row &row, int live = 1, int queued = 0) {
        QTest::newRow(name) << row << Outcome::Ended << Reason::None << 1 << live << queued;
    };
    const auto skipped = [](const char *name, const Row &row, Reason reason, int live = 1, int queued = 0) {
        QTest::newRow(name) << row << Outcome::NotSent << reason << 0 << live << queued;
    };
    const QList<Answer> trouble = always(Answer::serverTrouble(500));
    sent("live", { { there() } });
    sent("queued", { { gone() }, { there() } }, 1, 1);
    skipped("over", { always(gone()) }, Reason::OverAlready, 2, 1);
    skipped("over, with empty objects", { always(Answer::notFoundEmptyObject()), { Answer::notFoundEmptyObject() } },
            Reason::OverAlready, 2, 1);
    sent("dialled between the two questions", { { gone(), there() }, { gone() } }, 2, 1);

    sent("the numbers that were seen", { { there() }, {}, {}, UsualFrom, UsualTo });
    sent("only one was seen", { { there() }, {}, {}, {}, UsualTo });
    sent("none told, none seen", { { liveWith(One, {}, {}) } });
    skipped("another from", { { there() }, {}, {}, u"14155550999"_s, UsualTo }, Reason::NumbersChanged);
    skipped("another to", { { there() }, {}, {}, UsualFrom, u"14155550999"_s }, Reason::NumbersChanged);
    skipped("queued, with another to", { { gone() }, { there() }, {}, UsualFrom, u"14155550999"_s },
            Reason::NumbersChanged, 1, 1);
    skipped("one that was seen is not told", { { liveWith(One, UsualFrom, {}) }, {}, {}, UsualFrom, UsualTo },
            Reason::CheckUnclear);

    sent("other numbers are protected", { { there() }, {}, u"+49 30 112"_s });
    skipped("a protected to", { { there() }, {}, u"+49 30 112\n14155550101"_s }, Reason::NumberProtected);
    skipped("a protected from", { { there() }, {}, u"1 (415) 555-01*0"_s }, Reason::NumberProtected);
    skipped("protected and queued", { { gone() }, { there() }, UsualTo }, Reason::NumberProtected, 1, 1);
    skipped("protected, and not what was seen", { { there() }, {}, UsualTo, u"1"_s, u"2"_s }, Reason::NumberProtected);
    skipped("protected numbers, and another from than was seen", { { there() }, {}, u"112"_s, u"1"_s, UsualTo },
            Reason::NumbersChanged);
    skipped("protected numbers, and no from", { { liveWith(One, {}, UsualTo) }, {}, u"112"_s }, Reason::NumbersUnread);
    skipped("protected numbers, and an empty to", { { liveWith(One, UsualFrom, u""_s) }, {}, u"112"_s },
            Reason::NumbersUnread);
    skipped("protected numbers, and over", { always(gone()), { gone() }, u"112"_s }, Reason::OverAlready, 2, 1);
    skipped("protected numbers, and never clear", { trouble, {}, u"112"_s }, Reason::NumbersUnread, 4);

    skipped("never clear", { trouble }, Reason::CheckUnclear, 4);
    skipped("whether queued is never clear", { always(gone()), trouble }, Reason::CheckUnclear, 4, 4);
    sent("clear the second time", { { Answer::serverTrouble(503), there() } }, 2);
    sent("clear the fourth time", { { Answer::reset(), Answer::close(), Answer::garbage(), there() } }, 4);
    skipped("over the second time", { { Answer::serverTrouble(503), gone(), gone() } }, Reason::OverAlready, 3, 1);
    sent("limited, then live", { { Answer::tooMany(), there() } }, 2);
    sent("limited more often than it is tried", { QList<Answer>(6, Answer::tooMany()) + QList<Answer> { there() } }, 7);
    skipped("a 404 of HTML", { always(Answer::notFoundHtml()) }, Reason::CheckUnclear, 4);
    skipped("a 404 with cut JSON", { always(Answer::notFoundCutJson()) }, Reason::CheckUnclear, 4);
    skipped("a 200 about another call", { always(liveWith(callId(2), UsualFrom, UsualTo)) }, Reason::CheckUnclear, 4);
    skipped("a redirect", { always(Answer::redirect(302, "/v1/elsewhere/")) }, Reason::CheckUnclear, 4);
    skipped("a 204 is no answer", { always(Answer::ended()) }, Reason::CheckUnclear);
    skipped("a 400 is not asked again", { always(Answer::json(400, "{}")) }, Reason::CheckUnclear);
}

void TestEngineCheck::whatACheckLeadsTo()
{
    QFETCH(Row, row);
    QFETCH(int, deletes);
    EngineLimits limits = quickLimits();
    limits.holdWithoutRetryAfter = Ms(30);
    EngineRun run(limits);
    run.server->script(One, Ask::Live, row.live);
    run.server->script(One, Ask::Queued, row.queued);
    Order order = row.guarded.isEmpty() ? checkedOrder({ One }) : guardedOrder({ One }, row.guarded);
    if (!row.seenFrom.isEmpty() || !row.seenTo.isEmpty())
        order.seen.insert(One, infoWith(One, row.seenFrom, row.seenTo));
    run.submitOrder(order);
    QVERIFY(run.waitIdle());
    QTEST(run.result(One).outcome, "outcome");
    QTEST(run.result(One).reason, "reason");
    QCOMPARE(run.result(One).attempts, deletes);
    QCOMPARE(run.server->deletesFor(One), deletes);
    QTEST(run.server->asksFor(One, Ask::Live), "live");
    QTEST(run.server->asksFor(One, Ask::Queued), "queued");
    QCOMPARE(run.log.intents().size(), deletes); // no intent for what is skipped
    QCOMPARE(run.pauses.size(), 0);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheck::withADoubt_data()
{
    QTest::addColumn<Row>("row");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<int>("deletes");
    const auto row = [](const char *name, const Row &what, Outcome outcome, Reason reason = Reason::None,
                        int deletes = 0) { QTest::newRow(name) << what << outcome << reason << deletes; };
    const QList<Answer> trouble = always(Answer::serverTrouble(500));
    row("live: ended", { { there() } }, Outcome::Ended, Reason::None, 1);
    row("queued: ended", { { gone() }, { there() } }, Outcome::Ended, Reason::None, 1);
    row("gone: may have been us", { { gone(), gone() } }, Outcome::NotLiveMaybeUs);
    row("gone, with protected numbers", { { gone(), gone() }, { gone() }, u"112"_s }, Outcome::NotLiveMaybeUs);
    row("never clear", { trouble }, Outcome::Unknown, Reason::ServerTrouble);
    row("never clear, with protected numbers", { trouble, {}, u"112"_s }, Outcome::Unknown, Reason::ServerTrouble);
    // Live after that attempt: it has ended nothing.
    row("protected", { { there() }, {}, UsualTo }, Outcome::NotSent, Reason::NumberProtected);
    row("other numbers", { { there() }, {}, {}, u"1"_s, UsualTo }, Outcome::NotSent, Reason::NumbersChanged);
}

/// An attempt without a verdict came before, as the order says.
void TestEngineCheck::withADoubt()
{
    QFETCH(Row, row);
    QFETCH(int, deletes);
    EngineRun run;
    run.server->script(One, Ask::Live, row.live);
    run.server->script(One, Ask::Queued, row.queued);
    Order order = row.guarded.isEmpty() ? checkedOrder({ One }) : guardedOrder({ One }, row.guarded);
    order.lookFirst = { One };
    if (!row.seenFrom.isEmpty())
        order.seen.insert(One, infoWith(One, row.seenFrom, row.seenTo));
    run.submitOrder(order);
    QVERIFY(run.waitIdle());
    QTEST(run.result(One).outcome, "outcome");
    QTEST(run.result(One).reason, "reason");
    QCOMPARE(run.server->deletes(), deletes);
    const qsizetype most = 4; // tries
    QCOMPARE(run.server->asks(Ask::Live), std::min(row.live.size(), most)); // the check is the look
    QCOMPARE(run.brokenPromise(), QString());
}

/// Nobody told the engine, but it was its own attempt.
void TestEngineCheck::rememberedDoubtOfAnEarlierBatch()
{
    EngineRun run;
    run.server->script(One, { Answer::reset() });
    QCOMPARE(run.endOne(One).outcome, Outcome::Unknown);
    run.setLive(false);
    run.submitOrder(checkedOrder({ One }));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.result(One).outcome, Outcome::NotLiveMaybeUs);
    QCOMPARE(run.server->deletes(), 1);
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheck::doubtThatOnlyTheJournalKnows_data()
{
    QTest::addColumn<Answer>("second");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("deletes");
    QTest::newRow("still live: ended") << there() << Outcome::Ended << 1;
    QTest::newRow("gone meanwhile: may have been us") << gone() << Outcome::NotLiveMaybeUs << 0;
}

/// It tells with the intent, after the check; that attempt may even be younger than the check.
void TestEngineCheck::doubtThatOnlyTheJournalKnows()
{
    QFETCH(Answer, second);
    EngineRun run;
    run.log.recordIntent({ .batch = 99, .id = One, .authId = testAuthId() }, [](IntentVerdict) {});
    run.server->script(One, Ask::Live, { there(), second, second });
    run.server->script(One, Ask::Queued, { gone() });
    run.submitOrder(checkedOrder({ One }));
    QVERIFY(run.waitIdle());
    QTEST(run.result(One).outcome, "outcome");
    QTEST(run.server->deletes(), "deletes");
    QCOMPARE(run.server->asks(Ask::Live), run.server->deletes() > 0 ? 2 : 3);
    QCOMPARE(run.log.intents().size(), 2); // that one, and ours, which stays good
    QCOMPARE(run.brokenPromise(), QString());
}

void TestEngineCheck::protectedNumberAmongPastedIds()
{
    const QList<CallId> ids = callIds(9);
    const CallId hotline = ids[4];
    const CallId unreadable = ids[6];
    EngineRun run;
    run.server->setAskAnswer(Ask::Live, [=](const QByteArray &asked) {
        const CallId id = *CallId::parse(QString::fromLatin1(asked));
        if (id == unreadable)
            return liveWith(id, UsualFrom, {});
        return liveWith(id, UsualFrom, id == hotline ? u"+49 30 1234-567"_s : UsualTo);
    });
    run.submitOrder(guardedOrder(ids, u"0049 30 1234*"_s));
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"ended 7, not_sent 2"_s);
    QCOMPARE(run.result(hotline).reason, Reason::NumberProtected);
    QCOMPARE(run.result(unreadable).reason, Reason::NumbersUnread);
    QHash<CallId, QByteArray> wire;
    for (const Request &request : run.server->requests())
        wire[*CallId::parse(QString::fromLatin1(request.callId()))] += request.method + ' ';
    for (const CallId &id : ids)
        QCOMPARE(wire.value(id), id == hotline || id == unreadable ? "GET "_ba : "GET DELETE "_ba);
    QCOMPARE(run.brokenPromise(), QString());
}

/// Known before, and in order then; protected since.
void TestEngineCheck::protectedNumbersNeedNoCheckSetting()
{
    EngineRun run;
    run.setLive(true);
    Order order = guardedOrder(callIds(200), UsualTo);
    for (const CallId &id : std::as_const(order.ids))
        order.seen.insert(id, infoWith(id, UsualFrom, UsualTo));
    run.submitOrder(order);
    QVERIFY(run.waitIdle());
    QCOMPARE(run.outcomes(), u"not_sent 200"_s);
    QCOMPARE(run.server->deletes(), 0);
    QCOMPARE(run.server->count(), 200);
    QCOMPARE(run.brokenPromise(), QString());
}

QTEST_GUILESS_MAIN(TestEngineCheck)
#include "tst_enginecheck.moc"
