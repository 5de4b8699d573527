// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine.h"
#include "session/session.h"
#include "store/memorystore.h"
#include "support/fakeclock.h"
#include "support/patience.h"
#include "support/unchecked.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace hangup;
using namespace Qt::StringLiterals;

namespace {

constexpr auto First = "defb0706-86a6-11e4-b303-498d468c930b"_L1;
constexpr auto Second = "d0a87a1a-b0e9-4ab2-ac07-c22ee87cd04a"_L1;

CallId id(QLatin1StringView text)
{
    return *CallId::parse(QString(text));
}

Session::Options quickOptions()
{
    Session::Options options;
    options.quickPractice = true;
    options.secrets = std::make_shared<MemoryStore>();
    options.settings = test::uncheckedSettings();
    return options;
}

/// @p n different ids, one a line.
QString manyIds(int n)
{
    QString text;
    for (int i = 0; i < n; ++i)
        text += u"%1-86a6-11e4-b303-498d468c930b\n"_s.arg(i + 1, 8, 16, QLatin1Char('0'));
    return text;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void addsEachIdOnceAndSaysWhatWasListed()
    {
        Session session(quickOptions());
        const AddReport first = session.addText(QString(First), TextSource::Typed);
        QCOMPARE(first.added, QList { id(First) });
        const AddReport again = session.addText(First + u'\n' + Second, TextSource::Pasted);
        QCOMPARE(again.added, QList { id(Second) });
        QCOMPARE(again.alreadyListed, 1);
    }

    void aConfirmationNamesOnlyListedCallsOnceInTheGivenOrder()
    {
        Session session(quickOptions());
        session.addText(First + u'\n' + Second, TextSource::Pasted);
        const CallId stranger = id("ffffffff-86a6-11e4-b303-498d468c930b"_L1);
        const auto confirmation = session.prepare({ id(Second), stranger, id(First), id(Second) });
        QVERIFY(confirmation);
        QCOMPARE(confirmation->ids(), (QList { id(Second), id(First) }));
        QVERIFY(!session.prepare({ stranger }));
        QVERIFY(!session.prepare({}));
    }

    void theWholeJobOnThePracticeAccount()
    {
        Session session(quickOptions());
        QSignalSpy finished(&session, &Session::batchFinished);
        QSignalSpy idle(&session, &Session::idle);
        const AddReport report = session.addText(session.sampleTicket(), TextSource::Sample);
        QVERIFY(report.added.size() >= 10);
        const auto confirmation = session.prepare(session.notYetAsked());
        QCOMPARE(session.hangUp(*confirmation), ConfirmError::None);
        QVERIFY(session.busy());
        QTRY_COMPARE_WITH_TIMEOUT(idle.count(), 1, 30000);
        QCOMPARE(finished.count(), 1);
        const Tally tally = finished.first().first().value<Tally>();
        QCOMPARE(tally.accepted(), report.added.size());
        QCOMPARE(tally.waiting, 0);
        QCOMPARE(session.calls()->tally().done(), report.added.size());
        QVERIFY(tally[Outcome::Ended] > 0);
        QCOMPARE(session.progressDone(), session.progressTotal());
        QTest::qWait(50); // silence: no second end of the same batch
        QCOMPARE(finished.count(), 1);
        QCOMPARE(idle.count(), 1);
    }

    void aConfirmationWorksOnce()
    {
        Session session(quickOptions());
        session.addText(QString(First), TextSource::Typed);
        const auto confirmation = session.prepare({ id(First) });
        QCOMPARE(session.hangUp(*confirmation), ConfirmError::None);
        QCOMPARE(session.hangUp(*confirmation), ConfirmError::AlreadyUsed);
        QTRY_VERIFY_WITH_TIMEOUT(!session.busy(), 30000);
        QCOMPARE(session.progressTotal(), 1);
        QCOMPARE(session.hangUp(*confirmation), ConfirmError::AlreadyUsed);
    }

    void aNewerConfirmationMakesTheOlderVoid()
    {
        Session session(quickOptions());
        session.addText(First + u'\n' + Second, TextSource::Pasted);
        const auto older = session.prepare({ id(First) });
        const auto newer = session.prepare({ id(Second) });
        QCOMPARE(session.hangUp(*older), ConfirmError::AlreadyUsed);
        QVERIFY(!session.busy());
        QCOMPARE(session.hangUp(*newer), ConfirmError::None);
    }

    void moreThanFiftyCallsNeedTheirNumber_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<ConfirmError>("expected");
        QTest::newRow("the number") << u"51"_s << ConfirmError::None;
        QTest::newRow("the number between blanks") << u" 51 "_s << ConfirmError::None;
        QTest::newRow("nothing") << QString() << ConfirmError::WrongNumber;
        QTest::newRow("another number") << u"15"_s << ConfirmError::WrongNumber;
        QTest::newRow("a sign before it") << u"+51"_s << ConfirmError::WrongNumber;
        QTest::newRow("a zero before it") << u"051"_s << ConfirmError::WrongNumber;
        QTest::newRow("a fraction") << u"51.0"_s << ConfirmError::WrongNumber;
    }

    void moreThanFiftyCallsNeedTheirNumber()
    {
        QFETCH(QString, typed);
        QFETCH(ConfirmError, expected);
        Session session(quickOptions());
        session.addText(manyIds(51), TextSource::Pasted);
        const auto confirmation = session.prepare(session.notYetAsked());
        QVERIFY(confirmation->needsNumber());
        QCOMPARE(session.hangUp(*confirmation, typed), expected);
        QCOMPARE(session.busy(), expected == ConfirmError::None);
        if (expected != ConfirmError::None)
            QCOMPARE(session.hangUp(*confirmation, u"51"_s), ConfirmError::None);
    }

    void fiftyCallsNeedNoNumber()
    {
        Session session(quickOptions());
        session.addText(manyIds(50), TextSource::Pasted);
        QVERIFY(!session.prepare(session.notYetAsked())->needsNumber());
    }

    void aCallThatLeftTheListIsNotEnded()
    {
        Session session(quickOptions());
        session.addText(First + u'\n' + Second, TextSource::Pasted);
        const auto confirmation = session.prepare(session.notYetAsked());
        session.calls()->remove({ id(First) });
        QCOMPARE(session.hangUp(*confirmation), ConfirmError::ListChanged);
        QVERIFY(!session.busy());
        QCOMPARE(session.calls()->state(id(Second)), CallState::Listed);
    }

    void aMachineThatSleptAsksAgain()
    {
        Session::Options options = quickOptions();
        const auto clock = std::make_shared<test::SleepyClock>();
        options.clock = clock;
        Session session(options);
        session.addText(QString(First), TextSource::Typed);
        const auto confirmation = session.prepare({ id(First) });
        clock->sleep(std::chrono::minutes(20));
        QCOMPARE(session.hangUp(*confirmation), ConfirmError::Slept);
        QVERIFY(!session.busy());
        QCOMPARE(session.hangUp(*session.prepare({ id(First) })), ConfirmError::None);
    }

    void anEndedCallIsNotEndedAgain()
    {
        Session session(quickOptions());
        session.addText(session.sampleTicket(), TextSource::Sample);
        session.hangUp(*session.prepare(session.notYetAsked()));
        QTRY_VERIFY_WITH_TIMEOUT(!session.busy(), 30000);
        for (const CallId &call : session.calls()->ids()) {
            const bool ended = session.calls()->result(call)->outcome == Outcome::Ended;
            QCOMPARE(session.prepare({ call }).has_value(), !ended);
        }
    }

    void aCallOnItsWayCannotBeConfirmedAgain()
    {
        Session::Options options; // real delays: the calls stay under way for a while
        Session session(options);
        session.addText(session.sampleTicket(), TextSource::Sample);
        session.hangUp(*session.prepare(session.notYetAsked()));
        QVERIFY(!session.prepare(session.calls()->ids()));
        QVERIFY(!session.canSwitchAccount());
        session.stop();
        session.abort();
        QTRY_VERIFY_WITH_TIMEOUT(!session.busy(), 10000);
        QCOMPARE(session.calls()->tally().waiting, 0);
        QCOMPARE(session.calls()->tally().listed, 0);
    }

    void changingTheAccountStartsTheListAnewAndVoidsTheConfirmation()
    {
        Session::Options options = quickOptions();
        options.environmentAccount = Account::environment(
            *AuthId::parse(u"MA0123456789ABCDEFGH"), std::get<ApiAddress>(ApiAddress::parse(u"http://127.0.0.1:9")));
        options.environmentToken = AuthToken::parse("0123456789012345678901234567890123456789");
        options.startWith = Account::practice().key;
        Session session(options);
        session.addText(session.sampleTicket(), TextSource::Sample);
        session.hangUp(*session.prepare(session.notYetAsked()));
        QTRY_VERIFY_WITH_TIMEOUT(!session.busy(), 30000);
        const QList<CallId> before = session.calls()->ids();
        const auto confirmation = session.prepare(before);
        QVERIFY(confirmation);
        QVERIFY(session.switchAccount(*options.environmentAccount));
        QCOMPARE(session.hangUp(*confirmation), ConfirmError::AccountChanged);
        QCOMPARE(session.calls()->ids(), before);
        QCOMPARE(session.calls()->tally().listed, before.size());
        QCOMPARE(session.progressTotal(), 0);
        QVERIFY(!session.busy());
    }

    void saysThatATokenIsOfAnUnusualLength()
    {
        Session::Options options = quickOptions();
        options.environmentAccount = Account::environment(*AuthId::parse(u"MA0123456789ABCDEFGH"), ApiAddress::plivo());
        options.environmentToken = AuthToken::parse("short");
        const Session session(options);
        QCOMPARE(session.log()->total(), 1);
        QVERIFY(session.log()->lineText(0).contains(u"40 characters"));
        QVERIFY(!session.log()->lineText(0).contains(u"short"));
    }

    void refusesAnAccountItDoesNotHave()
    {
        Session session(quickOptions());
        const Account stranger = Account::environment(*AuthId::parse(u"MA0123456789ABCDEFGH"), ApiAddress::plivo());
        QVERIFY(!session.switchAccount(stranger));
        QCOMPARE(session.account(), Account::practice());
    }

    void readsFilesAndSavesTheListOffTheWindowsThread()
    {
        QTemporaryDir folder;
        const QString list = folder.filePath(u"ticket.txt"_s);
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("please end defb0706-86a6-11e4-b303-498d468c930b\n");
        file.close();

        Session session(quickOptions());
        QSignalSpy added(&session, &Session::added);
        QSignalSpy failed(&session, &Session::fileFailed);
        QSignalSpy saved(&session, &Session::fileSaved);
        session.addFile(list);
        QTRY_COMPARE(added.count(), 1);
        QCOMPARE(added.first().first().value<AddReport>().name, u"ticket.txt"_s);
        session.addFile(folder.path());
        QTRY_COMPARE(failed.count(), 1);
        session.saveCalls(folder.filePath(u"calls.csv"_s), Session::ExportFormat::Csv);
        QTRY_COMPARE(saved.count(), 1);
        QFile csv(folder.filePath(u"calls.csv"_s));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(csv.readAll().contains(QByteArray(First.data(), First.size())));
        session.saveCalls(folder.filePath(u"no/such/folder.csv"_s), Session::ExportFormat::Csv);
        QTRY_COMPARE(failed.count(), 2);
    }

    void keepsHowTheWindowLooks()
    {
        QTemporaryDir folder;
        Session::Options options = quickOptions();
        options.settingsFile = folder.filePath(u"hangup.ini"_s);
        options.settings.reset();
        {
            Session session(options);
            session.setLayoutState(u"columns"_s, "abc");
        }
        Session session(options);
        QCOMPARE(session.layoutState(u"columns"_s), QByteArray("abc"));
        QCOMPARE(session.layoutState(u"other"_s), QByteArray());
    }

    void endsCleanlyWithCallsUnderWay()
    {
        Session::Options slowly = quickOptions();
        slowly.quickPractice = false;
        Session session(slowly);
        session.addText(session.sampleTicket(), TextSource::Sample);
        QCOMPARE(session.hangUp(*session.prepare(session.notYetAsked())), ConfirmError::None);
        QTRY_VERIFY(session.onTheirWay() > 0 || !session.busy()); // or over already, on a machine that was away
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
