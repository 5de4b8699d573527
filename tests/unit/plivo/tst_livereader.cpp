// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "unit/plivo/livereading.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;
using Ms = LiveReader::Ms;

/// The lists of a reading, what begins and what ends it.
class TestLiveReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsThenDetails();
    void anEmptyReadingEndsAtOnce();
    void asksForWhatTheFilterSays();
    void pagesAreFollowed();
    void aPageThatIsNotServed();
    void aListThatIsRefused();
    void aListWithoutAClearAnswer();
    void aQueuedListThatFailsLeavesTheLiveOnes();
    void rightsEndIt_data();
    void rightsEndIt();
    void aNewReadingBeginsWithTheOldest();
    void aNewListGoesOnWithTheDetails();
    void whatCantBeSoAnyMoreIsReadAgain();
    void whatIsOverIsReadAgain();
    void whatAListMayHaveMissedComesLast();
    void listsThatFollowFastLeaveNoneUnread();
    void aListThatCantBeReadKeepsWhatWaits();
    void aNewReadingTakesTheOldOnesPlace();
    void whatLeftTheListIsNotAsked();
    void stopKeepsWhatIsWanted();
    void failTellsThoseWhoWait();
    void aHundredThousandCalls();
};

void TestLiveReader::listsThenDetails()
{
    Reading r;
    QCOMPARE(told(r.reader.begin(7, {})), QString());
    const auto first = r.take();
    QCOMPARE(asked(first), u"list queued"_s);
    QCOMPARE(asked(r.take()), u"-"_s); // one page at a time
    const ReadEvents queued = r.reader.listed(first->number, list({ callId(2), callId(3) }), r.now);
    QCOMPARE(told(queued), QString());
    r.now += Ms(5);
    const auto second = r.take();
    QCOMPARE(asked(second), u"list live"_s);
    // The second was dialled between the two questions.
    const ReadEvents all = r.reader.listed(second->number, list(callIds(1, 2)), r.now);
    QCOMPARE(told(all), u"list 7: 1 2 | 3"_s);
    const auto &event = std::get<CallListRead>(all.first());
    QCOMPARE(event.atMs, qint64(1'001'000)); // when the first was asked
    QCOMPARE(event.pages, 2);
    QCOMPARE(event.complete, true);
    QCOMPARE(r.reader.next(r.now), ReadUrgency::Rest);
    QCOMPARE(r.found(), u"1 live"_s);
    QCOMPARE(r.found(), u"2 live"_s);
    const auto third = r.take();
    QCOMPARE(asked(third), u"3 queued"_s);
    QCOMPARE(told(r.reader.informed(third->number, found(callId(3), CallPhase::Queued), r.now)), u"3 queued; end 7"_s);
    QCOMPARE(r.reader.isEmpty(), true);
}

void TestLiveReader::anEmptyReadingEndsAtOnce()
{
    Reading r;
    QCOMPARE(r.lists(1, {}), u"list 1:  | ; end 1"_s);
    QCOMPARE(r.reader.isEmpty(), true);
}

void TestLiveReader::asksForWhatTheFilterSays()
{
    Reading r;
    const LiveFilter filter { .direction = CallDirection::Inbound, .from = NumberFilter::parse(u"+1") };
    r.reader.begin(1, filter);
    const auto queued = r.take();
    QCOMPARE(queued->filter, filter);
    r.reader.listed(queued->number, list({}), r.now);
    QCOMPARE(r.take()->filter, filter);
}

void TestLiveReader::pagesAreFollowed()
{
    Reading r;
    r.reader.begin(1, {});
    QCOMPARE(r.list(list({})), QString());
    QCOMPARE(r.list(list(callIds(1, 20))), QString());
    const auto second = r.take();
    QCOMPARE(asked(second), u"list live from 20"_s);
    QCOMPARE(second->page->limit(), 20);
    const ReadEvents events = r.reader.listed(second->number, list(callIds(21, 3)), r.now);
    const auto &event = std::get<CallListRead>(events.first());
    QCOMPARE(event.live.size(), 23);
    QCOMPARE(event.pages, 3);
    QCOMPARE(event.looksCut, false);
}

void TestLiveReader::aPageThatIsNotServed()
{
    for (const int status : { 400, 404 }) {
        Reading r;
        r.reader.begin(1, {});
        r.list(list(callIds(1, 20)));
        QCOMPARE(r.list(noList(refusal(status))), QString());
        QCOMPARE(asked(r.take()), u"list live"_s);
        Reading l;
        l.reader.begin(1, {});
        l.list(list({}));
        l.list(list(callIds(1, 20)));
        QCOMPARE(l.list(noList(refusal(status))), u"list 1: %1 | , cut"_s.arg(names(callIds(1, 20))));
    }
}

void TestLiveReader::aListThatIsRefused()
{
    Reading r;
    r.reader.begin(1, {});
    QCOMPARE(r.list(list(callIds(1, 1))), QString());
    QCOMPARE(r.list(noList(refusal())), u"list 1:  | 1, reason 0 status 400"_s);
    QCOMPARE(r.found(), u"1 live; end 1"_s);
    QCOMPARE(r.reader.isEmpty(), true);
}

void TestLiveReader::aListWithoutAClearAnswer()
{
    Reading r;
    r.reader.begin(1, {});
    r.list(list({}));
    QCOMPARE(r.list(noList(trouble())), QString());
    QCOMPARE(asked(r.take()), u"-"_s);
    QCOMPARE(r.reader.nextDue(), r.now + Ms(1000));
    r.now += Ms(1000);
    QCOMPARE(r.list(noList(trouble())), QString());
    QCOMPARE(r.reader.nextDue(), r.now + Ms(2000));
    r.now += Ms(2000);
    const int reason = static_cast<int>(Reason::ServerTrouble);
    QCOMPARE(r.list(noList(trouble())), u"list 1:  | , reason %1 status 503; end 1 reason %1"_s.arg(reason));
    // In the middle: what came before is told and read.
    r.reader.begin(2, {});
    r.list(list({}));
    r.list(list(callIds(1, 20)));
    for (int n = 0; n < 2; ++n) {
        QCOMPARE(r.list(noList(trouble())), QString());
        r.now += Ms(2000);
    }
    QCOMPARE(r.list(noList(trouble())),
             u"list 2: %1 | , cut, reason %2 status 503"_s.arg(names(callIds(1, 20))).arg(reason));
    for (int n = 1; n < 20; ++n)
        QCOMPARE(r.found(), u"%1 live"_s.arg(n));
    QCOMPARE(r.found(), u"20 live; end 2 reason %1"_s.arg(reason));
}

void TestLiveReader::aQueuedListThatFailsLeavesTheLiveOnes()
{
    Reading r;
    r.reader.begin(1, {});
    QCOMPARE(r.list(noList(refusal())), QString());
    QCOMPARE(r.list(list(callIds(1, 2))), u"list 1: 1 2 | , reason 0 status 400"_s);
    QCOMPARE(r.found(), u"1 live"_s);
    QCOMPARE(r.found(), u"2 live; end 1"_s);
    // Without a clear answer, in the middle: what came before is told, too.
    r.reader.begin(2, {});
    r.list(list(callIds(11, 20)));
    for (int n = 0; n < 3; ++n) {
        QCOMPARE(r.list(noList(trouble())), QString());
        r.now += Ms(2000);
    }
    const int reason = static_cast<int>(Reason::ServerTrouble);
    QCOMPARE(r.list(list({ callId(12), callId(40) })),
             u"list 2: 12 40 | 11 %1, cut, reason %2 status 503"_s.arg(names(callIds(13, 18))).arg(reason));
}

void TestLiveReader::rightsEndIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("401") << 401 << Reason::CredentialsRejected;
    QTest::newRow("403") << 403 << Reason::NotPermitted;
}

void TestLiveReader::rightsEndIt()
{
    QFETCH(const int, status);
    QFETCH(const Reason, reason);
    const int number = static_cast<int>(reason);
    Reading r;
    r.reader.begin(1, {});
    QCOMPARE(r.list(noList(answer(status, Outcome::Refused))),
             u"list 1:  | , reason %1 status %2; end 1 reason %1"_s.arg(number).arg(status));
    r.lists(2, callIds(1, 9));
    r.reader.ask({ callId(9), callId(50) }, ReadUrgency::Wanted);
    QCOMPARE(r.info(unclear(answer(status, Outcome::Refused))),
             u"9 unclear %2; 50 unclear %2; end 2 reason %1"_s.arg(number).arg(status));
    QCOMPARE(r.reader.isEmpty(), true);
    QCOMPARE(asked(r.take()), u"-"_s);
}

void TestLiveReader::aNewReadingBeginsWithTheOldest()
{
    Reading r;
    r.lists(1, callIds(1, 3));
    r.found();
    r.now += Ms(10);
    r.found();
    r.now += Ms(10);
    // 3 was never read, 4 is new.
    r.lists(2, callIds(1, 4));
    QCOMPARE(r.takeAll(), u"3 live, 4 live, 1 live, 2 live"_s);
}

void TestLiveReader::aNewListGoesOnWithTheDetails()
{
    Reading r;
    r.lists(1, callIds(1, 4));
    r.found();
    r.found();
    r.now += Ms(10);
    // 5 is new, 2 has left; 1 is known, and is not read again for being in view.
    const int stopped = static_cast<int>(Reason::Stopped);
    QCOMPARE(r.goOn(2, { callId(1), callId(3), callId(4), callId(5) }),
             u"end 1 reason %1; list 2: 1 3 4 5 | , known 1"_s.arg(stopped));
    r.reader.ask({ callId(1), callId(4) }, ReadUrgency::Sight);
    QCOMPARE(r.found(), u"4 live"_s);
    QCOMPARE(r.found(), u"3 live"_s);
    // A user who wants all of it anew gets it, and those never read are first all the same.
    r.now += Ms(10);
    QCOMPARE(r.lists(3, { callId(1), callId(3), callId(4), callId(5) }),
             u"end 2 reason %1; list 3: 1 3 4 5 | "_s.arg(stopped));
    QCOMPARE(r.takeAll(), u"5 live, 1 live, 3 live, 4 live"_s);
    // All was read: the next one reads anew, whoever asked for it.
    Reading f;
    f.lists(1, callIds(1, 1));
    QCOMPARE(f.found(), u"1 live; end 1"_s);
    f.now += Ms(10);
    QCOMPARE(f.goOn(2, callIds(1, 1)), u"list 2: 1 | "_s);
    QCOMPARE(f.found(), u"1 live; end 2"_s);
}

void TestLiveReader::whatCantBeSoAnyMoreIsReadAgain()
{
    Reading r;
    r.reader.ask({ callId(8) }, ReadUrgency::Wanted); // on no list yet
    r.found();
    r.now += Ms(10);
    r.lists(1, callIds(2, 4), { callId(1) });
    QCOMPARE(r.info(gone()), u"2 gone"_s);
    QCOMPARE(r.info(unclear(refusal())), u"3 unclear 400"_s);
    QCOMPARE(r.found(), u"4 live"_s);
    r.reader.ask({ callId(1), callId(9) }, ReadUrgency::Sight);
    r.info(found(callId(1), CallPhase::Queued));
    r.info(found(callId(9)));
    r.now += Ms(10);
    // 1 was dialled, 2 is live all the same, 8 and 9 are new on it. What could not be read waits for the next round.
    const QString list = r.goOn(2, callIds(1, 5) + callIds(8, 2));
    QVERIFY2(list.endsWith(u"list 2: 1 2 3 4 5 8 9 | , known 3 4"_s), qPrintable(list));
    QCOMPARE(r.takeAll(), u"1 live, 2 live, 5 live, 8 live, 9 live"_s);
}

/// Should a list, which may be older than that, have it again.
void TestLiveReader::whatIsOverIsReadAgain()
{
    Reading r;
    r.lists(1, callIds(1, 4));
    r.reader.ask({ callId(1) }, ReadUrgency::Wanted); // and has a record
    QCOMPARE(r.info(gone()), QString());
    QCOMPARE(r.info(found(callId(1), CallPhase::Over)), u"1 over"_s);
    QCOMPARE(r.found(), u"2 live"_s);
    QCOMPARE(r.found(), u"3 live"_s);
    r.reader.ended(callId(2)); // it was ended by us
    r.now += Ms(10);
    const QString list = r.goOn(2, callIds(1, 4));
    QVERIFY2(list.endsWith(u"list 2: 1 2 3 4 | , known 3"_s), qPrintable(list));
    QCOMPARE(r.takeAll(), u"1 live, 2 live, 4 live"_s);
}

void TestLiveReader::whatAListMayHaveMissedComesLast()
{
    Reading r;
    r.lists(1, callIds(1, 2));
    r.reader.ask({ callId(8), callId(9) }, ReadUrgency::Missed);
    r.goOn(2, callIds(1, 3));
    QCOMPARE(r.found(), u"1 live"_s);
    QCOMPARE(r.found(), u"2 live"_s);
    QCOMPARE(r.found(), u"3 live; end 2"_s);
    // How it ended is not asked.
    QCOMPARE(asked(r.take()), u"8 queued"_s);
    QCOMPARE(r.info(gone()), QString());
    QCOMPARE(asked(r.take()), u"9 live"_s);
}

/// A list comes each time two of twenty details were read, and a call comes and goes with each.
void TestLiveReader::listsThatFollowFastLeaveNoneUnread()
{
    Reading r;
    r.lists(1, callIds(1, 20));
    QSet<CallId> read;
    for (int n = 2; n < 40 && read.size() < 20; ++n) {
        for (int each = 0; each < 2; ++each) {
            const auto question = r.take();
            if (!question)
                break;
            if (callIds(1, 20).contains(*question->id)) {
                QVERIFY2(!read.contains(*question->id), qPrintable(name(*question->id)));
                read.insert(*question->id);
            }
            r.reader.informed(question->number, found(*question->id), r.now);
        }
        r.now += Ms(10);
        if (read.size() < 20)
            r.goOn(static_cast<quint64>(n), callIds(1, 20) + callIds(100 + n, 1));
    }
    QCOMPARE(read.size(), 20);
}

void TestLiveReader::aListThatCantBeReadKeepsWhatWaits()
{
    Reading r;
    r.lists(1, callIds(1, 3));
    QCOMPARE(r.found(), u"1 live"_s);
    r.reader.begin(2, {}, DetailsRead::Keep);
    r.list(noList(refusal()));
    QCOMPARE(r.list(noList(refusal())), u"list 2:  | , reason 0 status 400"_s);
    QCOMPARE(r.found(), u"2 live"_s);
    r.now += Ms(10);
    QVERIFY(r.goOn(3, callIds(1, 3)).endsWith(u"list 3: 1 2 3 | , known 1 2"_s));
    QCOMPARE(r.found(), u"3 live; end 3"_s);
}

void TestLiveReader::aNewReadingTakesTheOldOnesPlace()
{
    Reading r;
    r.reader.begin(1, {});
    const auto old = r.take();
    const int stopped = static_cast<int>(Reason::Stopped);
    QCOMPARE(told(r.reader.begin(2, {})), u"end 1 reason %1"_s.arg(stopped));
    QCOMPARE(told(r.reader.listed(old->number, list(callIds(1, 2)), r.now)), QString()); // nobody asks any more
    QCOMPARE(r.list(list({})), QString());
    QCOMPARE(r.list(list(callIds(5, 1))), u"list 2: 5 | "_s);
    // What waits of the old one goes on until the new list is there.
    QCOMPARE(told(r.reader.begin(3, {})), u"end 2 reason %1"_s.arg(stopped));
    QCOMPARE(r.takeAll(), u"list queued, 5 live"_s);
}

void TestLiveReader::whatLeftTheListIsNotAsked()
{
    Reading r;
    r.lists(1, callIds(1, 4));
    r.reader.ask({ callId(2), callId(90) }, ReadUrgency::Sight);
    r.reader.ask({ callId(3) }, ReadUrgency::Wanted);
    r.lists(2, { callId(4) });
    QCOMPARE(r.takeAll(), u"3 live, 90 live, 4 live"_s);
}

void TestLiveReader::stopKeepsWhatIsWanted()
{
    Reading r;
    r.lists(1, callIds(1, 3));
    r.reader.ask({ callId(2) }, ReadUrgency::Wanted);
    r.reader.ask({ callId(60) }, ReadUrgency::Sight);
    const auto wanted = r.take();
    const auto sight = r.take();
    QCOMPARE(told(r.reader.stop()), u"end 1 reason %1"_s.arg(static_cast<int>(Reason::Stopped)));
    QCOMPARE(asked(r.take()), u"-"_s);
    QCOMPARE(told(r.reader.informed(sight->number, found(callId(60)), r.now)), QString());
    QCOMPARE(told(r.reader.informed(wanted->number, found(callId(2)), r.now)), u"2 live"_s);
    QCOMPARE(r.reader.isEmpty(), true);
    QCOMPARE(told(r.reader.stop()), QString());
}

void TestLiveReader::failTellsThoseWhoWait()
{
    Reading r;
    const int reason = static_cast<int>(Reason::NoToken);
    QCOMPARE(told(r.reader.fail(Reason::NoToken)), QString());
    r.reader.begin(1, {});
    r.reader.ask({ callId(1) }, ReadUrgency::Wanted);
    r.reader.ask({ callId(2) }, ReadUrgency::Sight);
    QCOMPARE(told(r.reader.fail(Reason::NoToken)),
             u"list 1:  | , reason %1 status 0; 1 unclear %1; end 1 reason %1"_s.arg(reason));
    QCOMPARE(r.reader.isEmpty(), true);
}

void TestLiveReader::aHundredThousandCalls()
{
    Reading r;
    const QList<CallId> all = callIds(1, 100'000);
    r.reader.begin(1, {});
    QElapsedTimer timer;
    timer.start();
    r.reader.listed(r.take()->number, list({}), r.now);
    r.reader.listed(r.take()->number, list(all), r.now);
    qInfo("taken over in %lld ms", static_cast<long long>(timer.restart()));
    r.reader.ask(callIds(50'000, 40), ReadUrgency::Sight);
    QCOMPARE(asked(r.take()), u"50000 live"_s);
    for (int n = 1; n < 100'000; ++n)
        r.found();
    QCOMPARE(r.reader.isEmpty(), false); // one is being asked
    const qint64 ms = timer.elapsed();
    qInfo("read in %lld ms", static_cast<long long>(ms));
    QVERIFY2(ms < 20'000, qPrintable(u"%1 ms"_s.arg(ms)));
}

QTEST_GUILESS_MAIN(TestLiveReader)
#include "tst_livereader.moc"
