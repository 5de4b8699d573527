// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The tables are made as events come, from what was to be written, and made again from the events when a file was
// broken: both ways say the same.
#include "journalbench.h"

#include "domain/clock.h"
#include "store/journalrows.h"
#include "store/journalschema.h"
#include "store/journaltables.h"
#include "store/journalwriter.h"
#include "store/runlocks.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

RequestFact request(quint32 call, RequestKind kind, int attempt, EndTarget target = EndTarget::Call)
{
    return { .batch = 1,
             .id = callNumber(call),
             .authId = testAccount(),
             .kind = kind,
             .attempt = attempt,
             .atMs = 1'795'525'332'000 + attempt,
             .monotonic = std::chrono::milliseconds(500 + attempt),
             .target = target };
}

RequestFact answer(RequestFact fact, int status, std::optional<Outcome> outcome)
{
    fact.httpStatus = status;
    fact.outcome = outcome;
    fact.reason = status == 0 ? Reason::GateRefused : Reason::None;
    fact.took = std::chrono::milliseconds(81);
    fact.apiId = u"97ceeb52-58b6-11e1-86da-77300b68f8bb"_s;
    // SQLite would not give the last but one back in UTF-16.
    fact.message = u"“no” \\ \"answer\"\n\u0001 \ufffe \U0001F4DE"_s;
    return fact;
}

CallResult result(quint32 call, Outcome outcome)
{
    return { .id = callNumber(call),
             .outcome = outcome,
             .reason = outcome == Outcome::Ended ? Reason::None : Reason::GateRefused,
             .httpStatus = outcome == Outcome::Ended ? 204 : 0,
             .attempts = 2,
             .apiId = u"no uuid"_s,
             .message = u"{\"a\": \"\\u00e4\"}"_s,
             .startedAtMs = 1'795'525'332'001,
             .finishedAtMs = 1'795'525'333'002,
             .elapsed = std::chrono::milliseconds(1001) };
}

CallProof proof(quint32 call)
{
    return { .id = callNumber(call),
             .state = ProofState::Proven,
             .isFinal = true,
             .hangupSource = u"API Request"_s,
             .causeCode = 4010,
             .causeName = u"End Of XML Instructions"_s,
             .endTimeMs = 1'795'525'332'500,
             .duration = std::chrono::seconds(0),
             .checkedAtMs = 1'795'525'340'000 };
}

/// Something of every kind, and of what each may leave out.
bool writeAll(JournalWriter &writer)
{
    BatchInfo batch = batchNumber(1);
    batch.accountName = u"Büro „Süd“"_s;
    batch.operatorName = u"o'neill"_s;
    IntentVerdict verdict;
    const auto intent = [&writer, &verdict](quint32 call, int attempt, EndTarget target = EndTarget::Call) {
        return writer.appendIntent({ .batch = 1,
                                     .id = callNumber(call),
                                     .authId = testAccount(),
                                     .attempt = attempt,
                                     .atMs = 1'795'525'332'000,
                                     .monotonic = std::chrono::milliseconds(500),
                                     .target = target },
                                   verdict)
            && verdict.written;
    };
    const RequestFact look = request(3, RequestKind::LookQueued, 0);
    const RequestFact first = request(0, RequestKind::HangUp, 1);
    const RequestFact second = request(0, RequestKind::HangUp, 2);
    const RequestFact other = request(1, RequestKind::HangUp, 1, EndTarget::Request);
    return writer.begin() && writer.appendBatch(batch, { callNumber(0), callNumber(1), callNumber(2), callNumber(3) })
        && writer.appendSent(look) && writer.appendAnswer(answer(look, 404, {})) && intent(0, 1)
        && writer.appendSent(first) && writer.appendAnswer(answer(first, 0, Outcome::Unknown)) && intent(0, 2)
        && writer.appendSent(second) && writer.appendAnswer(answer(second, 204, Outcome::Ended))
        && writer.appendOutcome(1, testAccount(), result(0, Outcome::Ended), false) && intent(1, 1, EndTarget::Request)
        && writer.appendSent(other) && writer.appendAnswer(answer(other, 0, Outcome::Unknown))
        && writer.appendOutcome(1, testAccount(), result(1, Outcome::Unknown), true) && intent(2, 1)
        && writer.appendProof(1, testAccount(), proof(0))
        && writer.appendProof(1, testAccount(), { .id = callNumber(1), .state = ProofState::NotYet })
        // Without a time, which it gets as it is written.
        && writer.appendBatch({ .batch = 2, .authId = testAccount() }, { callNumber(9) })
        && writer.append(facts::noteEvent(1, u"a note"_s)) && writer.append(facts::acknowledgement({ { 7, u"x"_s } }))
        && writer.commit();
}

/// Everything that the tables say, a line for each row.
QStringList rowsOf(SqlConnection &connection)
{
    QStringList lines;
    for (const QString &table : { u"batch"_s, u"call"_s, u"lease"_s, u"doubt"_s, u"recovery"_s }) {
        QSqlQuery *rows = connection.rows(u"SELECT * FROM %1"_s.arg(table));
        while (rows && rows->next()) {
            QStringList line { table };
            for (int column = 0; column < rows->record().count(); ++column)
                line += rows->record().fieldName(column) + u'=' + rows->value(column).toString();
            lines += line.join(u' ');
        }
    }
    return lines;
}

/// A file of today's layout.
class TablesFile
{
public:
    explicit TablesFile(const QString &path)
    {
        m_isThere = m_connection.open(path, SqlConnection::Mode::ReadWrite) && migrate(m_connection, journalSteps());
    }
    bool isThere() const { return m_isThere; }
    SqlConnection &connection() { return m_connection; }
    /// Writes something of every kind.
    bool write(const QString &folder)
    {
        RunLocks runs(folder);
        const SystemClock clock;
        JournalWriter writer(m_connection, runs, clock);
        return runs.begin() && writeAll(writer);
    }

private:
    SqlConnection m_connection;
    bool m_isThere = false;
};

} // namespace

class TestJournalTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sayTheSameWhenMadeAgain()
    {
        const QTemporaryDir folder;
        TablesFile written(folder.filePath(u"written"_s));
        TablesFile again(folder.filePath(u"again"_s));
        QVERIFY(written.isThere() && again.isThere());
        QVERIFY(written.write(folder.path()));

        JournalTables tables(again.connection());
        QSqlQuery *events = written.connection().rows(u"SELECT %1 FROM event ORDER BY seq"_s.arg(eventColumns()));
        QVERIFY(events);
        int count = 0;
        while (events->next()) {
            const JournalEvent event = journalEvent(*events);
            // Compact, in the order of the names.
            QCOMPARE(event.data,
                     QJsonDocument(QJsonDocument::fromJson(event.data).object()).toJson(QJsonDocument::Compact));
            QCOMPARE(hashOf(event), event.hash);
            QVERIFY(tables.apply(event));
            ++count;
        }
        QVERIFY(tables.flush());
        QCOMPARE(count, 20);
        const QStringList rows = rowsOf(written.connection());
        QCOMPARE(rowsOf(again.connection()), rows);
        // Two batches, five calls, the lease of the third, two in doubt, one of them to be told of.
        QCOMPARE(rows.size(), 2 + 5 + 1 + 2 + 1);
        QVERIFY(rows.join(u'\n').contains(u"message={\"a\": \"\\u00e4\"}"_s));
    }

    /// Who looks into the file with SQLite's own tools reads text, not bytes.
    void dataIsText()
    {
        const QTemporaryDir folder;
        TablesFile file(folder.filePath(u"file"_s));
        QVERIFY(file.isThere() && file.write(folder.path()));
        SqlConnection &connection = file.connection();
        QCOMPARE(connection.value(u"SELECT count(*) FROM event WHERE typeof(data)<>'text'"_s).toInt(), 0);
        QCOMPARE(connection.value(u"SELECT data->>'name' FROM event WHERE kind='batch'"_s).toString(), u"Büro „Süd“"_s);
    }
};

QTEST_GUILESS_MAIN(TestJournalTables)
#include "tst_journaltables.moc"
