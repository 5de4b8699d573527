// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/jobbook.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace std::chrono_literals;

namespace {

CallId idOf(int number)
{
    return *CallId::parse(u"4c2b7e0a-6f1d-4b7e-9d55-%1"_s.arg(number, 12, 10, QLatin1Char('0')));
}

QList<CallId> idsOf(const QList<int> &numbers)
{
    QList<CallId> ids;
    for (const int number : numbers)
        ids.append(idOf(number));
    return ids;
}

Order orderOf(quint64 batch, const QList<int> &numbers)
{
    Order order;
    order.batch = batch;
    order.ids = idsOf(numbers);
    return order;
}

/// Takes whatever is the head, until nothing waits.
QList<CallId> drained(JobBook &book)
{
    QList<CallId> ids;
    while (Job *job = book.head()) {
        ids.append(job->id);
        book.setStage(*job, Job::Stage::OnItsWay);
        book.remove(ids.constLast());
    }
    return ids;
}

} // namespace

/// Who waits, in which order; above all for calls that have no job of their own yet.
class TestJobBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheUsersOrder();
    void anIdThatComesAgainIsOneCall();
    void clicksGoFirst();
    void aClickMovesWhatWaits();
    void aSecondOrderLeavesOutWhatIsKnown();
    void askingForOneChangesNothing();
    void whatGoesBackKeepsItsPlace();
    void countsWhatWaits();
    void intentsAheadGoByTheOrder();
    void whatIsOverCanComeAgain();
    void ordersRulesReachEachJob();
    void aBatchEndsWithItsLastCall();
};

void TestJobBook::keepsTheUsersOrder()
{
    JobBook book;
    QCOMPARE(book.accept(orderOf(1, { 5, 3, 9 }), 0ms), idsOf({ 5, 3, 9 }));
    QCOMPARE(book.accept(orderOf(2, { 4, 1 }), 0ms), idsOf({ 4, 1 }));
    QCOMPARE(book.unsent(), idsOf({ 5, 3, 9, 4, 1 }));
    QCOMPARE(drained(book), idsOf({ 5, 3, 9, 4, 1 }));
    QVERIFY(book.isEmpty());
}

void TestJobBook::anIdThatComesAgainIsOneCall()
{
    JobBook book;
    QCOMPARE(book.accept(orderOf(1, { 7, 2, 7, 2, 8 }), 0ms), idsOf({ 7, 2, 8 }));
    QCOMPARE(book.waiting(), 3);
    QCOMPARE(drained(book), idsOf({ 7, 2, 8 }));
}

void TestJobBook::clicksGoFirst()
{
    JobBook book;
    book.accept(orderOf(1, { 1, 2 }), 0ms);
    Order click = orderOf(2, { 9, 8 });
    click.first = true;
    book.accept(click, 0ms);
    Order another = orderOf(3, { 7 });
    another.first = true;
    book.accept(another, 0ms);
    QCOMPARE(drained(book), idsOf({ 7, 9, 8, 1, 2 }));
}

void TestJobBook::aClickMovesWhatWaits()
{
    JobBook book;
    book.accept(orderOf(1, { 1, 2, 3 }), 0ms);
    Order click = orderOf(2, { 3, 9 });
    click.first = true;
    QCOMPARE(book.accept(click, 0ms), idsOf({ 9 })); // 3 is the first batch's
    QCOMPARE(book.find(idOf(3))->batch, 1U);
    QVERIFY(book.find(idOf(3))->first);
    QCOMPARE(book.unsent(), idsOf({ 3, 9, 1, 2 }));
    QCOMPARE(drained(book), idsOf({ 3, 9, 1, 2 }));
}

void TestJobBook::aSecondOrderLeavesOutWhatIsKnown()
{
    JobBook book;
    book.accept(orderOf(1, { 1, 2, 3 }), 0ms);
    book.setStage(*book.head(), Job::Stage::OnItsWay); // 1
    QCOMPARE(book.accept(orderOf(2, { 3, 4, 1, 5 }), 0ms), idsOf({ 4, 5 }));
    QCOMPARE(book.accept(orderOf(3, { 5, 4, 2 }), 0ms), QList<CallId>());
    QCOMPARE(book.unsent(), idsOf({ 2, 3, 4, 5 }));
    QCOMPARE(drained(book), idsOf({ 2, 3, 4, 5 }));
}

void TestJobBook::askingForOneChangesNothing()
{
    JobBook book;
    book.accept(orderOf(1, { 1, 2, 3, 4 }), 0ms);
    Job *job = book.find(idOf(3));
    QVERIFY(job);
    QVERIFY(job->stage == Job::Stage::Waiting);
    QCOMPARE(book.find(idOf(3)), job);
    QCOMPARE(book.find(idOf(3), job->serial), job);
    QCOMPARE(book.find(idOf(3), job->serial + 1), nullptr);
    QCOMPARE(book.find(idOf(99)), nullptr);
    QCOMPARE(book.waiting(), 4);
    QCOMPARE(book.unsent(), idsOf({ 1, 2, 3, 4 }));
    QCOMPARE(drained(book), idsOf({ 1, 2, 3, 4 }));
}

void TestJobBook::whatGoesBackKeepsItsPlace()
{
    JobBook book;
    book.accept(orderOf(1, { 1, 2, 3 }), 0ms);
    Job *first = book.head();
    book.setStage(*first, Job::Stage::Recording);
    Job *second = book.head();
    QCOMPARE(second->id, idOf(2));
    book.postpone(*second, 100ms);
    QCOMPARE(book.head()->id, idOf(3));
    book.setStage(*first, Job::Stage::Waiting);
    QCOMPARE(book.head()->id, idOf(1));
    QCOMPARE(book.unsent(), idsOf({ 1, 3, 2 })); // those that wait for their time come last
    book.wake(99ms);
    QCOMPARE(book.nextDue().value_or(0ms), 100ms);
    book.wake(100ms);
    QCOMPARE(drained(book), idsOf({ 1, 2, 3 }));
}

void TestJobBook::countsWhatWaits()
{
    JobBook book;
    QVERIFY(book.isEmpty());
    QVERIFY(!book.needsWire());
    QCOMPARE(book.head(), nullptr);
    book.accept(orderOf(1, { 1, 2, 3 }), 0ms);
    QVERIFY(!book.isEmpty());
    QVERIFY(book.needsWire());
    QCOMPARE(book.waiting(), 3);
    Job *job = book.head();
    QCOMPARE(book.waiting(), 3);
    book.setStage(*job, Job::Stage::Recording);
    QCOMPARE(book.waiting(), 3);
    QCOMPARE(book.recording(), 1);
    book.setStage(*job, Job::Stage::OnItsWay);
    QCOMPARE(book.waiting(), 2);
    for (int number = 1; number <= 3; ++number)
        book.setStage(*book.find(idOf(number)), Job::Stage::Settling);
    QCOMPARE(book.waiting(), 0);
    QVERIFY(!book.needsWire());
    QVERIFY(!book.isEmpty());
}

void TestJobBook::intentsAheadGoByTheOrder()
{
    JobBook book;
    book.accept(orderOf(1, { 1, 2, 3 }), 0ms);
    QCOMPARE(book.firstWithoutIntent()->id, idOf(1));
    for (const int number : { 1, 3 }) {
        Job *job = book.find(idOf(number));
        book.setStage(*job, Job::Stage::Recording);
        job->intentWritten = true;
        book.setStage(*job, Job::Stage::Waiting);
    }
    QCOMPARE(book.recorded(), 2);
    QCOMPARE(book.firstWithoutIntent()->id, idOf(2));
    book.find(idOf(2))->intentWritten = true;
    QCOMPARE(book.firstWithoutIntent(), nullptr);
    Order click = orderOf(2, { 9 });
    click.first = true;
    book.accept(click, 0ms);
    QCOMPARE(book.firstWithoutIntent()->id, idOf(9));
}

void TestJobBook::whatIsOverCanComeAgain()
{
    JobBook book;
    book.accept(orderOf(1, { 1, 2, 3 }), 0ms);
    const quint64 before = book.find(idOf(2))->serial;
    QVERIFY(!book.remove(idOf(2)));
    QCOMPARE(book.accept(orderOf(2, { 2 }), 0ms), idsOf({ 2 }));
    QCOMPARE(book.find(idOf(2), before), nullptr);
    QCOMPARE(book.find(idOf(2))->batch, 2U);
    QCOMPARE(drained(book), idsOf({ 1, 3, 2 }));
}

void TestJobBook::ordersRulesReachEachJob()
{
    Order order = orderOf(1, { 1, 2 });
    order.lookFirst = { idOf(2) };
    order.earlier = { { idOf(2), { AttemptSpan {} } } };
    order.check = true;
    order.dryRun = true;
    JobBook book;
    book.accept(order, 5ms);
    const Job &plain = *book.find(idOf(1));
    QVERIFY(!plain.lookFirst);
    QVERIFY(plain.next == RequestKind::HangUp);
    QVERIFY(plain.check);
    QVERIFY(plain.dryRun);
    QVERIFY(plain.spans.isEmpty());
    const Job &doubtful = *book.find(idOf(2));
    QVERIFY(doubtful.lookFirst);
    QVERIFY(doubtful.next == RequestKind::LookLive);
    QCOMPARE(doubtful.check, plain.check);
    QCOMPARE(doubtful.spans.size(), 1);
    QCOMPARE(book.sleptAtConfirmation(doubtful), 5ms);

    Order request = orderOf(2, { 3 });
    request.target = EndTarget::Request;
    request.lookFirst = { idOf(3) };
    request.cutOff.protectedNumbers = ProtectedNumbers::parse(u"112").numbers;
    book.accept(request, 0ms);
    const Job &barred = *book.find(idOf(3));
    QVERIFY(barred.target == EndTarget::Request);
    QVERIFY(barred.barred == Reason::NumbersUnread);
    QVERIFY(barred.next == RequestKind::HangUp); // there is no looking at a request
}

void TestJobBook::aBatchEndsWithItsLastCall()
{
    JobBook book;
    book.accept(orderOf(1, { 1, 2 }), 0ms);
    QVERIFY(book.find(idOf(2)));
    QVERIFY(!book.remove(idOf(2)));
    QVERIFY(book.find(idOf(1)));
    QCOMPARE(book.remove(idOf(1)).value_or(-1), 2);
    QVERIFY(book.isEmpty());
}

QTEST_GUILESS_MAIN(TestJobBook)
#include "tst_jobbook.moc"
