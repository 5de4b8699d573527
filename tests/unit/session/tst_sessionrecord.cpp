// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/hangupengine.h"
#include "session/history.h"
#include "session/session.h"
#include "store/journal.h"
#include "store/memorystore.h"
#include "support/fakeserver.h"
#include "support/patience.h"
#include "support/unchecked.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30'000; // ms

constexpr auto First = "defb0706-86a6-11e4-b303-498d468c930b"_L1;
constexpr auto Second = "d0a87a1a-b0e9-4ab2-ac07-c22ee87cd04a"_L1;
constexpr auto Third = "11111111-86a6-41e4-b303-498d468c930b"_L1;

CallId id(QLatin1StringView text)
{
    return *CallId::parse(QString(text));
}

/// Starts over one folder, on an account of the fake server.
class Bench
{
public:
    Bench()
    {
        options.quickPractice = true;
        options.dataFolder = folder.filePath(u"data"_s);
        options.secrets = std::make_shared<MemoryStore>();
        options.settings = test::uncheckedSettings();
        auto limits = std::make_shared<EngineLimits>();
        // Not a matter of the machine's speed: no test waits for an end of the server's silence.
        limits->silence = 60s;
        limits->total = 120s;
        limits->backoffBase = 1ms;
        limits->backoffMax = 5ms;
        limits->proofFirst = 5ms;
        limits->proofLongest = 20ms;
        limits->proofFor = 0ms;
        options.limits = limits;
        options.environmentAccount
            = Account::environment(authId, std::get<ApiAddress>(ApiAddress::parse(server.address())));
        options.environmentToken = AuthToken::parse("kT0k3nOfTheFirstAccount0123456789abcdefg");
    }
    void seekProof() { const_cast<EngineLimits &>(*options.limits).proofFor = 60s; }
    QString journal() const { return options.dataFolder + "/journal.sqlite"_L1; }

    /// What a run that was killed in the middle leaves: First had been sent, Second had its turn before it, Third not.
    void leaveOpen()
    {
        const SystemClock clock;
        Journal journal({ .file = this->journal(), .clock = &clock });
        journal.open();
        const quint64 batch = newBatchNumber(clock.wall().count());
        journal.beginBatch({ .batch = batch,
                             .authId = authId,
                             .accountName = u"Environment"_s,
                             .operatorName = u"night"_s,
                             .words = { .ticket = u"T-1"_s },
                             .atMs = clock.wall().count() },
                           { id(Second), id(First), id(Third) });
        const auto written = [](IntentVerdict verdict) { QVERIFY(verdict.written); };
        journal.recordIntent({ .batch = batch, .id = id(Second), .authId = authId, .atMs = clock.wall().count() },
                             written);
        journal.recordIntent({ .batch = batch, .id = id(First), .authId = authId, .atMs = clock.wall().count() },
                             written);
        journal.recordSent({ .batch = batch, .id = id(First), .authId = authId, .attempt = 1, .atMs = 1 });
        CallResult ended { .id = id(Second), .outcome = Outcome::Ended, .httpStatus = 204, .attempts = 1 };
        journal.recordOutcome(batch, authId, ended, [](bool good) { QVERIFY(good); });
    }

    const AuthId authId = *AuthId::parse(u"MAABCDEFGHIJKLMNOPQR");
    QTemporaryDir folder;
    FakeServer server;
    Session::Options options;
};

/// QVariant::value() wants a default; a call without an id has none.
template <typename T>
const T &valueOf(const QVariant &variant)
{
    return *static_cast<const T *>(variant.constData());
}

ConfirmError endAll(Session &session, const BatchWords &words = {})
{
    const auto confirmation = session.prepare(session.calls()->ids());
    return confirmation ? session.hangUp(*confirmation, {}, words) : ConfirmError::ListChanged;
}

HistoryCalls callsIn(History *history, const HistoryQuery &query = {})
{
    QSignalSpy found(history, &History::callsFound);
    history->findCalls(query);
    return found.wait(Patience) ? found.first().at(1).value<HistoryCalls>() : HistoryCalls { .failed = true };
}

QList<QByteArray> methods(const FakeServer &server)
{
    QList<QByteArray> all;
    for (const Request &request : server.requests())
        all.append(request.method);
    return all;
}

} // namespace

class TestSessionRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aBatchIsOnRecordWithWhoTicketAndReason()
    {
        Bench bench;
        Session session(bench.options);
        session.addText(First + u'\n' + Second, TextSource::Typed);
        bench.server.script(id(Second), { Answer::callNotFound() });
        QSignalSpy finished(&session, &Session::callFinished);
        QSignalSpy idle(&session, &Session::idle);
        QCOMPARE(endAll(session, { .ticket = u" T-17 "_s, .reason = u"stuck"_s }), ConfirmError::None);
        QVERIFY(idle.wait(Patience));
        QCOMPARE(finished.count(), 2);

        const HistoryCalls calls = callsIn(session.history());
        QCOMPARE(calls.total, 2);
        const HistoryCall call = calls.rows.first();
        QCOMPARE(call.id, id(First));
        QCOMPARE(call.batch.batch, session.lastBatch());
        QCOMPARE(call.batch.words.ticket, u"T-17"_s);
        QCOMPARE(call.batch.words.reason, u"stuck"_s);
        QCOMPARE(call.batch.authId, bench.authId);
        QVERIFY(!call.batch.operatorName.isEmpty());
        QVERIFY(call.result);
        QCOMPARE(call.result->outcome, Outcome::Ended);
        QCOMPARE(calls.rows.last().result.value().outcome, Outcome::NotLive);
    }

    void aTokenInTheWrongFieldStaysOutOfTheJournal()
    {
        Bench bench;
        const QString token = u"kT0k3nOfTheFirstAccount0123456789abcdefg"_s;
        {
            Session session(bench.options);
            session.addText(QString(First), TextSource::Typed);
            QSignalSpy idle(&session, &Session::idle);
            QCOMPARE(endAll(session, { .ticket = token, .reason = u"see "_s + token }), ConfirmError::None);
            QVERIFY(idle.wait(Patience));
            const HistoryCalls calls = callsIn(session.history());
            QVERIFY(!calls.rows.first().batch.words.ticket.contains(token));
            QVERIFY(calls.rows.first().batch.words.reason.startsWith(u"see "_s));
        }
        QFile file(bench.journal());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(token.toLatin1()));
    }

    void aReceiptComesFromTheJournal()
    {
        Bench bench;
        Session session(bench.options);
        session.addText(QString(First), TextSource::Typed);
        QSignalSpy idle(&session, &Session::idle);
        QCOMPARE(endAll(session, { .ticket = u"T-17"_s, .reason = u"stuck"_s }), ConfirmError::None);
        QVERIFY(idle.wait(Patience));
        QSignalSpy made(session.history(), &History::receiptMade);
        session.history()->makeReceipt(session.lastBatch());
        QVERIFY(made.wait(Patience));
        const auto receipt = made.first().at(1).value<Receipt>();
        for (const QString &text : { receipt.text, receipt.markdown, receipt.html }) {
            QVERIFY2(text.contains(First), qPrintable(text));
            QVERIFY2(text.contains(u"T-17"_s), qPrintable(text));
        }
        session.history()->makeReceipt(12345);
        QVERIFY(made.wait(Patience));
        QCOMPARE(made.last().at(1).value<Receipt>().text, QString());
    }

    void nothingIsRemovedWhileCallsAreBeingEnded()
    {
        Bench bench;
        bench.server.setDefaultAnswer(Answer::ended().after(Ms(300)));
        Session session(bench.options);
        session.addText(QString(First), TextSource::Typed);
        QSignalSpy idle(&session, &Session::idle);
        QCOMPARE(endAll(session), ConfirmError::None);
        const qint64 later = SystemClock().wall().count() + 60'000;
        const QString path = bench.folder.filePath(u"removed.csv"_s);
        QCOMPARE(session.history()->isEnding(), true);
        QCOMPARE(session.history()->exportAndPrune(later, path, HistoryFormat::Csv), quint64(0));
        QVERIFY(idle.wait(Patience));
        QVERIFY(!QFile::exists(path));
        QSignalSpy pruned(session.history(), &History::pruned);
        QVERIFY(session.history()->exportAndPrune(later, path, HistoryFormat::Csv) != 0);
        QVERIFY(pruned.wait(Patience));
        QVERIFY(pruned.first().at(2).toLongLong() > 0);
        // Begun while the export is being written: it is kept, and nothing is removed.
        QVERIFY(session.history()->exportAndPrune(later, path, HistoryFormat::Csv) != 0);
        session.history()->setEnding(true);
        QVERIFY(pruned.wait(Patience));
        QCOMPARE(pruned.last().at(2).toLongLong(), History::NotWhileEnding);
    }

    void withoutATicketThatIsCompulsoryNothingIsSent()
    {
        Bench bench;
        Session session(bench.options);
        Settings settings;
        settings.ticketRequired = true;
        settings.checkAgainUpTo = 0;
        session.setSettings(settings);
        session.addText(QString(First), TextSource::Typed);
        QCOMPARE(endAll(session), ConfirmError::TicketMissing);
        QCOMPARE(endAll(session, { .ticket = u"T-17"_s, .reason = u" "_s }), ConfirmError::TicketMissing);
        QCOMPARE(session.busy(), false);
        QSignalSpy idle(&session, &Session::idle);
        QCOMPARE(endAll(session, { .ticket = u"T-17"_s, .reason = u"stuck"_s }), ConfirmError::None);
        QVERIFY(idle.wait(Patience));
        QCOMPARE(bench.server.deletes(), 1);
    }

    void aJournalThatCantBeWrittenEndsNothing()
    {
        Bench bench;
        QFile inTheWay(bench.options.dataFolder); // a file where the folder should be
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        Session session(bench.options);
        session.addText(First + u'\n' + Second, TextSource::Typed);
        QTRY_COMPARE(session.journalState().kind, JournalState::Kind::NotWritable);
        QCOMPARE(endAll(session), ConfirmError::NoJournal);
        QCOMPARE(session.busy(), false);
        QCOMPARE(bench.server.count(), 0);
    }

    void aBatchConfirmedBeforeTheJournalWasSeenToFailIsNotSent()
    {
        Bench bench;
        QFile inTheWay(bench.options.dataFolder);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        Session session(bench.options);
        session.addText(First + u'\n' + Second, TextSource::Typed);
        QCOMPARE(session.journalState().kind, JournalState::Kind::Opening);
        QSignalSpy finished(&session, &Session::callFinished);
        QSignalSpy idle(&session, &Session::idle);
        QCOMPARE(endAll(session), ConfirmError::None);
        QVERIFY(idle.wait(Patience));
        QCOMPARE(finished.count(), 2);
        for (const auto &call : std::as_const(finished)) {
            QCOMPARE(valueOf<CallResult>(call.at(1)).outcome, Outcome::NotSent);
            QCOMPARE(valueOf<CallResult>(call.at(1)).reason, Reason::JournalNotWritable);
        }
        QCOMPARE(bench.server.count(), 0);
    }

    void whatARunLeftOpenIsToldUntilItIsForgotten()
    {
        Bench bench;
        bench.leaveOpen();
        for (int start = 0; start < 2; ++start) {
            Session session(bench.options);
            QSignalSpy told(&session, &Session::recoveredChanged);
            QTRY_COMPARE(session.recovered().size(), 2);
            const HistoryCall sent = session.recovered().first();
            QCOMPARE(sent.id, id(First));
            QCOMPARE(sent.result.value().outcome, Outcome::Unknown);
            QCOMPARE(sent.result.value().reason, Reason::ProgramEnded);
            const HistoryCall waited = session.recovered().last();
            QCOMPARE(waited.id, id(Third));
            QCOMPARE(waited.result.value().outcome, Outcome::NotSent);
            QCOMPARE(session.calls()->total(), 0);
            if (start == 1)
                session.forgetRecovered();
            QCOMPARE(session.recovered().isEmpty(), start == 1);
        }
        Session session(bench.options);
        QTRY_COMPARE(session.journalState().kind, JournalState::Kind::Ready);
        QTest::qWait(100);
        QCOMPARE(session.recovered().size(), 0);
        QCOMPARE(bench.server.count(), 0); // nothing is sent by itself
    }

    void callsOfAnotherAccountAreNamedOnly()
    {
        Bench bench;
        bench.leaveOpen();
        bench.options.environmentAccount = Account::environment(
            *AuthId::parse(u"MAHGFEDCBA9876543210"), std::get<ApiAddress>(ApiAddress::parse(bench.server.address())));
        Session session(bench.options);
        QTRY_COMPARE(session.recoveredElsewhere(), QStringList { u"Environment"_s });
        QCOMPARE(session.recovered().size(), 0);
        session.checkRecovered();
        QCOMPARE(session.putBackRecovered().added.size(), 0);
    }

    void aCheckSendsOnlyGets()
    {
        Bench bench;
        bench.seekProof();
        bench.leaveOpen();
        bench.server.setDefaultAnswer(Answer::callNotFound());
        Session session(bench.options);
        QTRY_COMPARE(session.recovered().size(), 2);
        QSignalSpy proof(&session, &Session::proofChanged);
        session.checkRecovered();
        QTRY_VERIFY(proof.count() > 0);
        QCOMPARE(valueOf<CallProof>(proof.first().at(1)).id, id(First));
        QTRY_VERIFY(session.recovered().first().proof.state != ProofState::None);
        QCOMPARE(bench.server.deletes(), 0);
        QVERIFY(bench.server.countFor(id(First)) > 0);
        QCOMPARE(bench.server.countFor(id(Third)), 0); // never sent: nothing to ask
        // The outcome is what it was: proof stands beside it.
        QCOMPARE(session.recovered().first().result.value().outcome, Outcome::Unknown);
    }

    void whatIsPutBackIsLookedAtBeforeItIsSentAgain()
    {
        Bench bench;
        bench.leaveOpen();
        bench.server.setDefaultAnswer(Answer::callNotFound());
        Session session(bench.options);
        QTRY_COMPARE(session.recovered().size(), 2);
        const AddReport report = session.putBackRecovered();
        QCOMPARE(report.added, (QList { id(First), id(Third) }));
        QCOMPARE(bench.server.count(), 0);
        QSignalSpy idle(&session, &Session::idle);
        QCOMPARE(endAll(session), ConfirmError::None);
        QVERIFY(idle.wait(Patience));
        QCOMPARE(session.calls()->result(id(First)).value().outcome, Outcome::NotLiveMaybeUs);
        QCOMPARE(session.calls()->result(id(First)).value().attempts, 0);
        QCOMPARE(session.calls()->result(id(Third)).value().outcome, Outcome::NotLive);
        QCOMPARE(bench.server.deletes(), 1);
        QCOMPARE(std::ranges::count(methods(bench.server), QByteArrayLiteral("GET")), 3); // live, queued, live
    }

    void anUnknownCallIsRetriedAfterALook()
    {
        Bench bench;
        bench.server.script(id(First), { Answer::close() });
        bench.server.script(id(First), Ask::Live, { Answer::serverTrouble(500) }); // no clear look: stays unknown
        Session session(bench.options);
        session.addText(QString(First), TextSource::Typed);
        QSignalSpy idle(&session, &Session::idle);
        QCOMPARE(endAll(session), ConfirmError::None);
        QVERIFY(idle.wait(Patience));
        QCOMPARE(session.calls()->result(id(First)).value().outcome, Outcome::Unknown);
        QCOMPARE(session.retryable(), QList { id(First) });

        bench.server.script(id(First), Ask::Live, { Answer::callNotFound(), Answer::callNotFound() });
        bench.server.script(id(First), Ask::Queued, { Answer::callNotFound() });
        QCOMPARE(endAll(session), ConfirmError::None);
        QVERIFY(idle.wait(Patience));
        QCOMPARE(session.calls()->result(id(First)).value().outcome, Outcome::NotLiveMaybeUs);
        QCOMPARE(bench.server.deletes(), 1);
    }

    void proofStandsInTheListAndInTheJournal()
    {
        Bench bench;
        bench.seekProof();
        const QByteArray record = "{\"call_uuid\": \"" + id(First).toLatin1()
            + "\", \"hangup_source\": \"API Request\", \"hangup_cause_code\": 4000,"
              " \"hangup_cause_name\": \"Normal Hangup\"}";
        bench.server.script(id(First), Ask::Live, { Answer::callNotFound(), Answer::callNotFound() });
        bench.server.script(id(First), Ask::Queued, { Answer::callNotFound() });
        bench.server.script(id(First), Ask::Record, { Answer::json(200, record) });
        Session session(bench.options);
        session.addText(QString(First), TextSource::Typed);
        QSignalSpy proofIdle(&session, &Session::proofIdle);
        QCOMPARE(endAll(session), ConfirmError::None);
        QVERIFY(proofIdle.wait(Patience));
        QCOMPARE(session.proofsPending(), 0);
        QCOMPARE(session.proof(id(First)).state, ProofState::Proven);
        QCOMPARE(session.proof(id(First)).hangupSource, u"API Request"_s);
        QCOMPARE(session.proof(id(First)).causeCode, std::optional(4000));
        const HistoryCalls calls = callsIn(session.history());
        QCOMPARE(calls.rows.size(), 1);
        QCOMPARE(calls.rows.first().proof.state, ProofState::Proven);
        QCOMPARE(bench.server.deletes(), 1);
    }

    void practiceHasAJournalOfItsOwn()
    {
        Bench bench;
        bench.options.startWith = u"practice"_s;
        Session session(bench.options);
        session.addText(session.sampleTicket(), TextSource::Sample);
        QSignalSpy idle(&session, &Session::idle);
        QCOMPARE(endAll(session), ConfirmError::None);
        QVERIFY(idle.wait(Patience));
        QVERIFY(callsIn(session.history()).total >= 10);
        QVERIFY(QFile::exists(bench.options.dataFolder + "/practice.sqlite"_L1));
        QVERIFY(!QFile::exists(bench.journal()));
        QVERIFY(session.switchAccount(*bench.options.environmentAccount));
        QCOMPARE(session.lastBatch(), quint64(0));
        QCOMPARE(callsIn(session.history()).total, 0);
    }
};

QTEST_GUILESS_MAIN(TestSessionRecord)
#include "tst_sessionrecord.moc"
