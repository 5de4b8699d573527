// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "practice/practicefate.h"
#include "practiceask.h"
#include "practicetest.h"

#include <QDateTime>
#include <QTest>

using namespace std::chrono_literals;
using namespace hangup;
using namespace hangup::test;

/// What looks and records say of the calls of a ticket, before and after somebody tried to end them.
class PracticeFatesTest : public PracticeTest
{
    Q_OBJECT
private Q_SLOTS:
    void halfOfTheBrokenAnswersEndedTheCall_data();
    void halfOfTheBrokenAnswersEndedTheCall();
    void aRecordSaysWhoEndedTheCall_data();
    void aRecordSaysWhoEndedTheCall();
    void aRecordTakesAWhileToAppear();
    void aLookTellsLiveFromQueued_data();
    void aLookTellsLiveFromQueued();
    void troublePasses_data();
    void troublePasses();
};

void PracticeFatesTest::halfOfTheBrokenAnswersEndedTheCall_data()
{
    QTest::addColumn<quint32>("ticket");
    QTest::addColumn<int>("place");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("liveAfter");
    QTest::newRow("the 500 of an even ticket ended it") << 0U << 7 << 500 << false;
    QTest::newRow("the 500 of an odd ticket did not") << 1U << 7 << 500 << true;
    QTest::newRow("the reset of an even ticket did not end it") << 0U << 10 << 0 << true;
    QTest::newRow("the reset of an odd ticket did") << 1U << 10 << 0 << false;
}

void PracticeFatesTest::halfOfTheBrokenAnswersEndedTheCall()
{
    QFETCH(quint32, ticket);
    QFETCH(int, place);
    QFETCH(int, status);
    QFETCH(bool, liveAfter);
    const CallId id = practiceCallId({ ticket, quint8(place) });
    QVERIFY(world->isLive(id));
    QCOMPARE(world->answer(hangUp(id)).status, status);
    QCOMPARE(world->isLive(id), liveAfter);
}

void PracticeFatesTest::aRecordSaysWhoEndedTheCall_data()
{
    QTest::addColumn<PracticePlace>("place");
    QTest::addColumn<bool>("byUs");
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("cause");
    const auto row = [](const char *name, PracticePlace place, bool byUs, const QString &source, int cause) {
        QTest::newRow(name) << place << byUs << source << cause;
    };
    row("over before anybody asked", { 0, 2 }, false, u"Callee"_s, 4000);
    row("over by itself later", { 0, 13 }, false, u"Caller"_s, 4000);
    row("ended with a 204", { 0, 1 }, true, u"API Request"_s, 4000);
    row("ended although the answer was a 500", { 0, 7 }, true, u"API Request"_s, 4000);
    row("ended although the connection was reset", { 1, 10 }, true, u"API Request"_s, 4000);
    row("cancelled in the queue", { 0, 15 }, true, u"API Request"_s, 1000);
}

void PracticeFatesTest::aRecordSaysWhoEndedTheCall()
{
    QFETCH(PracticePlace, place);
    QFETCH(bool, byUs);
    QFETCH(QString, source);
    QFETCH(int, cause);
    if (byUs)
        world->answer(hangUp(practiceCallId(place)));
    const auto endedAt = clock->wall();
    clock->advance(byUs ? 6s : 5min + 6s);
    const QJsonObject record = bodyOf(world->answer(look(practiceCallId(place), {})));
    QCOMPARE(record.value("hangup_source"_L1).toString(), source);
    QCOMPARE(record.value("hangup_cause_code"_L1).toInt(), cause);
    if (byUs) {
        const auto end = QDateTime::fromString(record.value("end_time"_L1).toString(), u"yyyy-MM-dd HH:mm:sst"_s);
        QVERIFY2(end.isValid(), qPrintable(record.value("end_time"_L1).toString()));
        QCOMPARE(end.toSecsSinceEpoch(), qint64(endedAt.count() / 1000));
    }
}

void PracticeFatesTest::aRecordTakesAWhileToAppear()
{
    const CallId id = practiceCallId({ 0, 1 });
    world->answer(hangUp(id));
    const auto recordStatus = [this, id] { return world->answer(look(id, {})).status; };
    QCOMPARE(recordStatus(), 404);
    clock->advance(1999ms);
    QCOMPARE(recordStatus(), 404);
    clock->advance(4s + 1ms);
    QCOMPARE(recordStatus(), 200);
    PracticeWorld quick(true, clock);
    quick.answer(hangUp(id));
    QCOMPARE(quick.answer(look(id, {})).status, 200);
    QCOMPARE(bodyOf(quick.answer(look(practiceCallId({ 0, 12 }), {}))).value("error"_L1).toString(),
             u"call not found"_s);
}

void PracticeFatesTest::aLookTellsLiveFromQueued_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<int>("live");
    QTest::addColumn<int>("queued");
    QTest::addColumn<int>("liveAfter");
    QTest::addColumn<int>("queuedAfter");
    const auto row = [](const char *name, int place, int live, int queued, int liveAfter, int queuedAfter) {
        QTest::newRow(name) << place << live << queued << liveAfter << queuedAfter;
    };
    row("stuck", 0, 200, 404, 404, 404);
    row("over", 2, 404, 404, 404, 404);
    row("the 500 that ended it", 7, 200, 404, 404, 404);
    row("a 204 that did nothing", 8, 200, 404, 200, 404);
    row("a reset that did nothing", 10, 200, 404, 200, 404);
    row("queued", 15, 404, 200, 404, 404);
    row("no clear answer after an attempt", 5, 200, 404, 503, 503);
    row("out of reach", 3, 200, 404, 200, 404);
}

void PracticeFatesTest::aLookTellsLiveFromQueued()
{
    QFETCH(int, place);
    const CallId id = practiceCallId({ 0, quint8(place) });
    QTEST(world->answer(look(id, u"?status=live"_s)).status, "live");
    QTEST(world->answer(look(id, u"?status=queued"_s)).status, "queued");
    world->answer(hangUp(id));
    const PracticeAnswer live = world->answer(look(id, u"?status=live"_s));
    const PracticeAnswer queued = world->answer(look(id, u"?status=queued"_s));
    QTEST(live.status, "liveAfter");
    QTEST(queued.status, "queuedAfter");
    // All of it JSON objects with an api_id, as at Plivo: only such a 404 counts.
    QCOMPARE(bodyOf(live).value("api_id"_L1).toString().size(), 36);
    QCOMPARE(bodyOf(queued).value("api_id"_L1).toString().size(), 36);
}

void PracticeFatesTest::troublePasses_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<int>("later");
    QTest::newRow("a 500 that ended the call") << 7 << 500 << 404 << 404;
    QTest::newRow("a reset that did not end the call") << 10 << 0 << 204 << 404;
    QTest::newRow("no clear answer for a while") << 5 << 500 << 500 << 204;
    QTest::newRow("no connection for a while") << 3 << 0 << 0 << 204;
    QTest::newRow("live for good") << 8 << 204 << 204 << 204;
}

void PracticeFatesTest::troublePasses()
{
    QFETCH(int, place);
    const CallId id = practiceCallId({ 0, quint8(place) });
    const PracticeAnswer first = world->answer(hangUp(id));
    QTEST(first.status, "first");
    QCOMPARE(first.connectionRefused, place == 3);
    QTEST(world->answer(hangUp(id)).status, "second");
    clock->advance(20s);
    QTEST(world->answer(hangUp(id)).status, "later");
    QCOMPARE(world->isLive(id), place == 8);
}

QTEST_GUILESS_MAIN(PracticeFatesTest)
#include "tst_practicefates.moc"
