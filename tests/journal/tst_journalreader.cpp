// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "journalbench.h"

#include "domain/words.h"
#include "store/journalfolder.h"
#include "store/journalwitness.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

/// What is found in a journal, and exported of it.
class TestJournalReader : public QObject
{
    Q_OBJECT

private:
    QString file() const { return m_folder.path() + u"/journal.sqlite"_s; }
    QString exportFile() const { return m_folder.path() + u"/export"_s; }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        JournalBench bench(file());
        // Batch 1 at 1 s: calls 0 and 1; batch 2 at 2 s: calls 1, 2 and 3, the last under way.
        bench.journal().beginBatch(batchNumber(1, 1000), { callNumber(0), callNumber(1) });
        bench.endCall(1, 0, Outcome::Ended, 204);
        bench.endCall(1, 1, Outcome::Unknown, 0);
        bench.journal().beginBatch(batchNumber(2, 2000), { callNumber(3), callNumber(2), callNumber(1) });
        bench.endCall(2, 2, Outcome::Ended, 204);
        bench.endCall(2, 1, Outcome::NotLiveMaybeUs, 404);
        bench.endCall(2, 3, Outcome::Refused, 405);
        const CallProof proof { .id = callNumber(2),
                                .state = ProofState::Proven,
                                .isFinal = true,
                                .hangupSource = u"API Request"_s,
                                .causeCode = 4010,
                                .causeName = u"End Of XML Instructions"_s,
                                .endTimeMs = 1'795'525'332'000,
                                .duration = std::chrono::seconds(61),
                                .checkedAtMs = 1'795'525'335'000 };
        QCOMPARE(bench.proof(2, proof), true);
        QCOMPARE(findCalls(file(), { .uuid = callNumber(2).toString() }).rows.at(0).proof, proof);
    }

    void calls_data()
    {
        QTest::addColumn<HistoryQuery>("query");
        QTest::addColumn<QString>("found"); // batch.position's call
        QTest::newRow("all: the newest batch first, within it in the user's order")
            << HistoryQuery {} << u"2:3 2:2 2:1 1:0 1:1"_s;
        QTest::newRow("a batch") << HistoryQuery { .batch = 1 } << u"1:0 1:1"_s;
        QTest::newRow("part of a UUID, upper case") << HistoryQuery { .uuid = u"8000-000000000002"_s } << u"2:1 1:1"_s;
        QTest::newRow("a ticket") << HistoryQuery { .ticket = u"tck-2"_s } << u"2:3 2:2 2:1"_s;
        QTest::newRow("an account by its auth ID")
            << HistoryQuery { .account = u"0test"_s } << u"2:3 2:2 2:1 1:0 1:1"_s;
        QTest::newRow("no such account") << HistoryQuery { .account = u"Praxis"_s } << QString();
        QTest::newRow("outcomes") << HistoryQuery { .outcomes = { Outcome::Ended, Outcome::Unknown } }
                                  << u"2:2 1:0 1:1"_s;
        QTest::newRow("from a time, which counts") << HistoryQuery { .fromMs = 2000 } << u"2:3 2:2 2:1"_s;
        QTest::newRow("to a time, which doesn't") << HistoryQuery { .toMs = 2000 } << u"1:0 1:1"_s;
        QTest::newRow("some rows") << HistoryQuery { .limit = 2, .offset = 1 } << u"2:2 2:1"_s;
        QTest::newRow("a quote is a text") << HistoryQuery { .ticket = u"' OR 1=1 --"_s } << QString();
    }

    void calls()
    {
        QFETCH(const HistoryQuery, query);
        QFETCH(const QString, found);
        const HistoryCalls calls = findCalls(file(), query);
        QCOMPARE(calls.failed, false);
        QStringList words;
        for (const HistoryCall &call : calls.rows)
            words.append(u"%1:%2"_s.arg(call.batch.batch).arg(call.id.toString().last(4).toInt(nullptr, 16) - 1));
        QCOMPARE(words.join(u' '), found);
        if (query.limit == 2)
            QCOMPARE(calls.total, 5);
        else
            QCOMPARE(calls.total, calls.rows.size());
    }

    void batchesAddUp()
    {
        const HistoryBatches all = findBatches(file());
        QCOMPARE(all.total, 2);
        QCOMPARE(all.rows.at(0).info.words.ticket, u"TCK-2"_s);
        QCOMPARE(all.rows.at(0).info.operatorName, u"anna"_s);
        QCOMPARE(all.rows.at(0).tally[Outcome::Ended], 1);
        QCOMPARE(all.rows.at(0).tally[Outcome::NotLiveMaybeUs], 1);
        QCOMPARE(all.rows.at(0).tally[Outcome::Refused], 1);
        QCOMPARE(all.rows.at(0).tally.waiting, 0);
        QCOMPARE(all.rows.at(0).proven, 1);
        QCOMPARE(findBatches(file(), { .outcomes = { Outcome::Unknown } }).rows.at(0).info.batch, quint64(1));
    }

    void questionsAroundTheAttemptsToo()
    {
        // A call that was looked at before, and asked for after: whatever comes between of other calls, all of its
        // events are found, and nothing of theirs.
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"journal.sqlite"_s);
        JournalBench bench(file);
        bench.begin(1, 0, 30);
        const auto question = [](quint32 call, RequestKind kind) {
            return RequestFact { .batch = 1,
                                 .id = callNumber(call),
                                 .authId = testAccount(),
                                 .kind = kind,
                                 .attempt = 1,
                                 .atMs = 1'795'525'332'000 };
        };
        const auto ask = [&](RequestKind kind) {
            for (quint32 call = 0; call < 30; ++call) {
                bench.journal().recordSent(question(call, kind));
                bench.journal().recordAnswer(question(call, kind));
            }
        };
        ask(RequestKind::LookLive);
        for (quint32 call = 0; call < 29; ++call)
            bench.endCall(1, call, call == 7 ? Outcome::Unknown : Outcome::Ended, call == 7 ? 0 : 204);
        QCOMPARE(bench.intent(1, 29).written, true); // it stays open
        bench.sent(1, 29);
        ask(RequestKind::LookQueued);
        ask(RequestKind::Record);
        QCOMPARE(bench.proof(1, { .id = callNumber(7), .state = ProofState::Proven, .isFinal = true }), true);
        bench.flush();
        const auto kindsOf = [&file](quint32 call) {
            QString kinds;
            qint64 seq = 0;
            const QList<HistoryEvent> events = findEvents(file, 1, call);
            for (const HistoryEvent &event : events) {
                if (event.number <= seq)
                    return u"out of order"_s;
                seq = event.number;
                kinds += u"bisaopnc"_s.at(static_cast<int>(event.kind));
            }
            return kinds;
        };
        // Sent and answered, then to its outcome, then asked twice more.
        QCOMPARE(kindsOf(0), u"saisaosasa"_s);
        QCOMPARE(kindsOf(7), u"saisaosasap"_s);
        QCOMPARE(kindsOf(28), u"saisaosasa"_s);
        QCOMPARE(kindsOf(29), u"saissasa"_s);
        QCOMPARE(kindsOf(30), QString());
        // No wider than that.
        const QVariantList range
            = sqlOn(file, u"SELECT first_seq || '-' || last_seq FROM call WHERE position IN (7, 28)"_s);
        QCOMPARE(sqlOn(file,
                       u"SELECT min(seq) || '-' || max(seq) FROM event WHERE call <> '' AND call IN (SELECT call FROM"
                       " call WHERE position IN (7, 28)) GROUP BY call ORDER BY call"_s),
                 range);
    }

    void oneCallWithEveryAttempt()
    {
        const QList<HistoryEvent> events = findEvents(file(), 2, 2);
        QList<EventKind> kinds;
        for (const HistoryEvent &event : events) {
            kinds.append(event.kind);
            QVERIFY(!event.text.isEmpty());
        }
        QCOMPARE(kinds,
                 QList<EventKind>(
                     { EventKind::Intent, EventKind::Sent, EventKind::Answer, EventKind::Outcome, EventKind::Proof }));
    }

    void anExportIsHashedAndPrivate_data()
    {
        QTest::addColumn<bool>("asJson");
        QTest::newRow("CSV") << false;
        QTest::newRow("JSON") << true;
    }

    void anExportIsHashedAndPrivate()
    {
        QFETCH(const bool, asJson);
        const auto result
            = exportTo(file(), { .limit = 1 }, exportFile(), asJson ? HistoryFormat::Json : HistoryFormat::Csv);
        QCOMPARE(result.written, true);
        QCOMPARE(result.calls, 5); // a limit is for what is shown
        QFile written(exportFile());
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        QCOMPARE(result.sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
#ifdef Q_OS_UNIX
        QCOMPARE(QFileInfo(exportFile()).permissions() & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
#endif
        if (asJson) {
            const QJsonArray calls = QJsonDocument::fromJson(bytes).array();
            QCOMPARE(calls.size(), 5);
            QCOMPARE(calls.at(1).toObject().value(u"outcome"_s).toString(), u"ended"_s);
            QCOMPARE(calls.at(1).toObject().value(u"proof"_s).toString(), u"proven"_s);
        } else {
            QCOMPARE(bytes.count("\r\n"), 6);
        }
    }

    void anExportThatFailsLeavesTheOldFile()
    {
        const QString folder = m_folder.path() + u"/none/at/all"_s;
        QCOMPARE(exportTo(file(), {}, folder, HistoryFormat::Csv).written, false);
        QVERIFY(!QFileInfo::exists(folder));
    }

    void whatIsNotThereIsEmptyAndNotMade()
    {
        const QString none = m_folder.path() + u"/nowhere/journal.sqlite"_s;
        QCOMPARE(findCalls(none).failed, false);
        QCOMPARE(findCalls(none).total, 0);
        QCOMPARE(verifyFile(none).state, JournalCheck::State::Whole);
        QVERIFY(!QFileInfo::exists(m_folder.path() + u"/nowhere"_s));
    }

    void whatIsNoJournalFails()
    {
        QFile letter(m_folder.path() + u"/letter"_s);
        QVERIFY(letter.open(QIODevice::WriteOnly));
        letter.write("Dear Sirs, "_ba.repeated(1000));
        letter.close();
        QCOMPARE(findCalls(letter.fileName()).failed, true);
        QCOMPARE(verifyFile(letter.fileName()).state, JournalCheck::State::Unreadable);
    }

    /// As it is for a moment at the first start of all: SQLite's header, and no tables yet.
    void aFileThatIsBeingMadeHoldsNothingYet()
    {
        QTemporaryDir folder;
        const QString fresh = folder.path() + u"/journal.sqlite"_s;
        QCOMPARE(sqlOn(fresh, u"PRAGMA journal_mode=WAL"_s), QVariantList { u"wal"_s });
        QVERIFY(QFileInfo(fresh).size() > 0);
        QCOMPARE(verifyFile(fresh).state, JournalCheck::State::Whole);
        QCOMPARE(findCalls(fresh).failed, false);
        QCOMPARE(findBatches(fresh).failed, false);
        // Not when somebody was told that it holds something.
        QVERIFY(QDir(folder.path()).mkpath(u"locks"_s));
        JournalWitness(fresh).write(identityOf(fresh), 1);
        QCOMPARE(verifyFile(fresh).state, JournalCheck::State::Unreadable);
        QCOMPARE(findCalls(fresh).failed, true);
    }

    void goingAwayGivesUp()
    {
        QElapsedTimer timer;
        timer.start();
        {
            JournalReader reader(file());
            for (int i = 0; i < 100'000; ++i)
                reader.verify();
        }
        QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestJournalReader)
#include "tst_journalreader.moc"
