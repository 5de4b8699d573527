// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "unit/plivo/livereading.h"

#include <QTest>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;
using Ms = LiveReader::Ms;

/// Details: in which order, how often and where a call is looked for, and what odd answers come to.
class TestLiveReaderDetails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void urgentOnesFirst();
    void whatIsInViewChanges();
    void readOnceAReading();
    void wantedIsReadAgain();
    void wantedIsLookedForEverywhere_data();
    void wantedIsLookedForEverywhere();
    void goneInTheMiddle();
    void aLimitPutsItOff();
    void unclearIsAskedThrice();
    void aRefusalIsAskedOnce();
    void tooMuchTroubleEndsIt();
    void dropIsQuiet();
    void strangeAnswersTellNothing();
};

void TestLiveReaderDetails::urgentOnesFirst()
{
    Reading r;
    r.lists(1, callIds(1, 6));
    r.reader.ask({ callId(6), callId(5) }, ReadUrgency::Sort);
    r.reader.ask({ callId(4) }, ReadUrgency::Sight);
    r.reader.ask({ callId(77), callId(3) }, ReadUrgency::Wanted);
    QCOMPARE(r.reader.next(r.now), ReadUrgency::Wanted);
    QCOMPARE(r.takeAll(), u"77 live, 3 live, 4 live, 6 live, 5 live, 1 live, 2 live"_s);
}

void TestLiveReaderDetails::whatIsInViewChanges()
{
    Reading r;
    r.lists(1, callIds(1, 6));
    r.reader.ask({ callId(3), callId(4) }, ReadUrgency::Sight);
    r.reader.ask({ callId(4), callId(5) }, ReadUrgency::Sight); // scrolled by one
    QCOMPARE(r.takeAll(), u"4 live, 5 live, 1 live, 2 live, 6 live, 3 live"_s);
    // What is wanted stays wanted, wherever it is.
    Reading w;
    w.lists(1, callIds(1, 3));
    w.reader.ask({ callId(3) }, ReadUrgency::Wanted);
    w.reader.ask({ callId(2) }, ReadUrgency::Sight);
    w.reader.ask({}, ReadUrgency::Sight);
    w.reader.ask({ callId(3) }, ReadUrgency::Rest);
    QCOMPARE(w.takeAll(), u"3 live, 1 live, 2 live"_s);
}

void TestLiveReaderDetails::readOnceAReading()
{
    Reading r;
    r.lists(1, callIds(1, 2));
    QCOMPARE(r.found(), u"1 live"_s);
    r.reader.ask(callIds(1, 2), ReadUrgency::Sight);
    r.reader.ask(callIds(1, 2), ReadUrgency::Sort);
    r.reader.ask(callIds(1, 2), ReadUrgency::Rest);
    QCOMPARE(r.takeAll(), u"2 live"_s);
    r.reader.ask(callIds(1, 2), ReadUrgency::Sight); // 2 is being asked
    QCOMPARE(r.takeAll(), QString());
}

void TestLiveReaderDetails::wantedIsReadAgain()
{
    Reading r;
    r.lists(1, callIds(1, 1));
    QCOMPARE(r.found(), u"1 live; end 1"_s);
    r.reader.ask({ callId(1), callId(1) }, ReadUrgency::Wanted);
    r.reader.ask({ callId(1) }, ReadUrgency::Wanted);
    QCOMPARE(r.found(), u"1 live"_s);
    QCOMPARE(r.reader.isEmpty(), true);
}

void TestLiveReaderDetails::wantedIsLookedForEverywhere_data()
{
    QTest::addColumn<QString>("where"); ///< the list it is on
    QTest::addColumn<ReadUrgency>("urgency");
    QTest::addColumn<QString>("questions");
    QTest::newRow("on no list, wanted") << QString() << ReadUrgency::Wanted << u"live queued live record"_s;
    QTest::newRow("on no list, in sight") << QString() << ReadUrgency::Sight << u"live queued live record"_s;
    QTest::newRow("live, wanted: never queued again") << u"live"_s << ReadUrgency::Wanted << u"live record"_s;
    QTest::newRow("live, in sight: gone") << u"live"_s << ReadUrgency::Sight << u"live"_s;
    QTest::newRow("queued, wanted") << u"queued"_s << ReadUrgency::Wanted << u"queued live record"_s;
    QTest::newRow("queued, in the background: perhaps dialled") << u"queued"_s << ReadUrgency::Rest << u"queued live"_s;
}

void TestLiveReaderDetails::wantedIsLookedForEverywhere()
{
    QFETCH(const QString, where);
    QFETCH(const ReadUrgency, urgency);
    QFETCH(const QString, questions);
    Reading r;
    const QList<CallId> one { callId(1) };
    r.lists(1, where == u"live"_s ? one : QList<CallId>(), where == u"queued"_s ? one : QList<CallId>());
    r.reader.ask(one, urgency);
    QStringList kinds;
    QString end;
    while (end.isEmpty() && kinds.size() < 9) {
        const auto question = r.take();
        kinds.append(kindOf(question->kind));
        end = told(r.reader.informed(question->number, gone(), r.now));
    }
    QCOMPARE(kinds.join(u' '), questions);
    QCOMPARE(end, where.isEmpty() ? u"1 gone"_s : u"1 gone; end 1"_s);
    // Found where it is.
    Reading f;
    f.reader.ask(one, ReadUrgency::Wanted);
    f.info(gone());
    f.info(gone());
    f.info(gone());
    QCOMPARE(f.info(found(callId(1), CallPhase::Over)), u"1 over"_s);
    // Dialled between the first two questions.
    f.reader.ask(one, ReadUrgency::Wanted);
    f.info(gone());
    f.info(gone());
    QCOMPARE(f.found(), u"1 live"_s);
}

void TestLiveReaderDetails::goneInTheMiddle()
{
    Reading r;
    r.lists(1, callIds(1, 3));
    QCOMPARE(r.found(), u"1 live"_s);
    QCOMPARE(r.info(gone()), u"2 gone"_s);
    QCOMPARE(r.found(), u"3 live; end 1"_s);
}

void TestLiveReaderDetails::aLimitPutsItOff()
{
    Reading r;
    r.reader.begin(1, {});
    r.reader.putOff(r.take()->number, r.now + Ms(5000));
    QCOMPARE(asked(r.take()), u"-"_s);
    QCOMPARE(r.reader.nextDue(), r.now + Ms(5000));
    r.now += Ms(5000);
    r.list(list({}));
    r.list(list(callIds(1, 2)));
    for (int n = 0; n < 5; ++n) { // however often
        r.reader.putOff(r.take()->number, r.now + Ms(100));
        QCOMPARE(r.reader.nextDue(), r.now + Ms(100));
        r.reader.putOff(r.take()->number, r.now + Ms(100));
        QCOMPARE(asked(r.take()), u"-"_s);
        r.now += Ms(100);
    }
    QCOMPARE(r.found(), u"1 live"_s);
    QCOMPARE(r.found(), u"2 live; end 1"_s);
}

void TestLiveReaderDetails::unclearIsAskedThrice()
{
    Reading r;
    r.lists(1, callIds(1, 1));
    QCOMPARE(r.info(unclear(trouble())), QString());
    QCOMPARE(asked(r.take()), u"-"_s);
    r.now += Ms(1000);
    QCOMPARE(r.info(unclear(answer(0, Outcome::Unknown, Reason::Silence))), QString());
    r.now += Ms(1999);
    QCOMPARE(asked(r.take()), u"-"_s);
    r.now += Ms(1);
    QCOMPARE(r.info(unclear(trouble())), u"1 unclear 503; end 1"_s);
}

void TestLiveReaderDetails::aRefusalIsAskedOnce()
{
    Reading r;
    r.lists(1, callIds(1, 7));
    for (int n = 1; n < 7; ++n)
        QCOMPARE(r.info(unclear(refusal())), u"%1 unclear 400"_s.arg(n));
    QCOMPARE(r.info(unclear(refusal())), u"7 unclear 400; end 1"_s);
}

void TestLiveReaderDetails::tooMuchTroubleEndsIt()
{
    Reading r;
    r.lists(1, callIds(1, 800));
    r.reader.ask({ callId(800) }, ReadUrgency::Wanted);
    r.info(found(callId(800)));
    r.reader.ask({ callId(799) }, ReadUrgency::Wanted);
    QStringList all;
    int questions = 0;
    while (!r.reader.isEmpty() && questions < 100) {
        const auto question = r.take();
        ++questions;
        all.append(told(r.reader.informed(question->number, unclear(trouble()), r.now)));
        r.now += Ms(2000);
    }
    all.removeAll(QString());
    QCOMPARE(all.join(u"; "_s),
             u"799 unclear 503; 1 unclear 503; 2 unclear 503; 3 unclear 503; 4 unclear 503; end 1 reason %1"_s.arg(
                 static_cast<int>(Reason::ServerTrouble)));
    QVERIFY2(questions <= 15, qPrintable(QString::number(questions)));
}

void TestLiveReaderDetails::dropIsQuiet()
{
    Reading r;
    r.lists(1, callIds(1, 2));
    r.reader.ask({ callId(2), callId(60), callId(61) }, ReadUrgency::Wanted);
    r.reader.drop({ callId(2), callId(60), callId(61), callId(99) });
    QCOMPARE(r.takeAll(), u"1 live, 2 live"_s); // the reading needs them all the same
}

void TestLiveReaderDetails::strangeAnswersTellNothing()
{
    Reading r;
    QCOMPARE(told(r.reader.listed(1, list(callIds(1, 1)), r.now)), QString());
    QCOMPARE(told(r.reader.informed(1, found(callId(1)), r.now)), QString());
    r.reader.putOff(1, r.now);
    r.lists(1, callIds(1, 1));
    const auto question = r.take();
    QCOMPARE(told(r.reader.informed(question->number + 1, found(callId(1)), r.now)), QString());
    QCOMPARE(told(r.reader.informed(question->number, found(callId(1)), r.now)), u"1 live; end 1"_s);
    QCOMPARE(told(r.reader.informed(question->number, found(callId(1)), r.now)), QString());
    QCOMPARE(told(r.reader.listed(0, list(callIds(1, 1)), r.now)), QString());
}

QTEST_GUILESS_MAIN(TestLiveReaderDetails)
#include "tst_livereaderdetails.moc"
