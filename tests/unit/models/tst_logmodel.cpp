// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "modeltesting.h"

#include "models/logmodel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::testing;

namespace {

const qint64 At = QDateTime(QDate(2026, 11, 24), QTime(14, 2, 11, 84)).toMSecsSinceEpoch(); // local

LogEntry note(const QString &text)
{
    LogEntry entry;
    entry.atMs = At;
    entry.text = text;
    return entry;
}

QList<LogEntry> notes(int first, int last)
{
    QList<LogEntry> entries;
    for (int n = first; n <= last; ++n)
        entries << note(QString::number(n));
    return entries;
}

LogEntry answer(int n, std::optional<Outcome> outcome, int status, const QString &text, const QString &message = {})
{
    LogEntry entry = note(text);
    entry.kind = LogEntry::Kind::Answer;
    entry.id = idOf(n);
    entry.sent = u"DELETE Call"_s;
    entry.httpStatus = status;
    entry.outcome = outcome;
    entry.message = message;
    entry.elapsedMs = 84;
    return entry;
}

QString texts(const LogModel &model)
{
    return asText(model, { LogModel::OutcomeColumn }).replace(u'\n', u' ');
}

QString texts(const QList<LogEntry> &entries)
{
    QStringList all;
    for (const LogEntry &entry : entries)
        all << entry.text;
    return all.join(u' ');
}

/// Every kind of line: 0 to 5 by outcome, a 429, a note.
QList<LogEntry> everyKind()
{
    QList<LogEntry> entries;
    for (int n = 0; n < 6; ++n)
        entries << answer(n, AllOutcomes[static_cast<std::size_t>(n)], 200 + n, QString::number(n));
    entries << answer(6, {}, 429, u"6"_s, u"Slow down"_s) << note(u"7"_s);
    entries[0].apiId = u"5a9c4b9e-0e6a-11ed-9d5c-0242ac110003"_s;
    return entries;
}

} // namespace

class TestLogModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Qt 6.8's model tester asks for a picture, of which no program without Qt Gui knows.
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!Trying to construct an instance of an invalid type)"_s)); }

    void appendsARunInOneInsert();
    void dropsTheOldestInOneRemoval();
    void aRunLongerThanTheLogKeepsItsEnd();
    void keepsOrderRoundAndRound();
    void hasRoomForTwentyThousandLines();
    void clears();
    void writesLines_data();
    void writesLines();
    void answersInAllRoles();
    void showsForeignTextLetterByLetter();
    void filtersByOutcome_data();
    void filtersByOutcome();
    void filtersByText_data();
    void filtersByText();
    void keepsSelectedLinesThroughAFilter();
    void doesAsANaiveLog();
};

void TestLogModel::appendsARunInOneInsert()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy inserted(&model, &LogModel::rowsInserted);
    model.append(notes(1, 3));
    model.append({});
    model.append(notes(4, 5));
    QCOMPARE(runs(inserted), u"0-2 3-4"_s);
    QCOMPARE(texts(model), u"1 2 3 4 5"_s);
    QCOMPARE(model.total(), 5);
    QCOMPARE(model.dropped(), 0);
}

void TestLogModel::dropsTheOldestInOneRemoval()
{
    LogModel model(5);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(notes(1, 4));
    const QSignalSpy inserted(&model, &LogModel::rowsInserted);
    const QSignalSpy removed(&model, &LogModel::rowsRemoved);
    model.append(notes(5, 7));
    QCOMPARE(texts(model), u"3 4 5 6 7"_s);
    QCOMPARE(runs(removed), u"0-1"_s);
    QCOMPARE(runs(inserted), u"2-4"_s);
    QCOMPARE(model.dropped(), 2);
    QCOMPARE(model.total(), 5);
}

void TestLogModel::aRunLongerThanTheLogKeepsItsEnd()
{
    LogModel model(5);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(notes(1, 4));
    model.append(notes(5, 16));
    QCOMPARE(texts(model), u"12 13 14 15 16"_s);
    QCOMPARE(model.dropped(), 11);
}

void TestLogModel::keepsOrderRoundAndRound()
{
    LogModel model(7);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int n = 0; n < 100; n += 3)
        model.append(notes(n, n + 2));
    QCOMPARE(texts(model), u"95 96 97 98 99 100 101"_s);
    QCOMPARE(texts(model.entries()), texts(model));
    QCOMPARE(model.dropped(), 95);
}

void TestLogModel::hasRoomForTwentyThousandLines()
{
    LogModel model;
    model.append(notes(1, 20001));
    QCOMPARE(model.rowCount(), 20000);
    QCOMPARE(model.dropped(), 1);
}

void TestLogModel::clears()
{
    LogModel model(5);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(notes(1, 8));
    model.clear();
    QCOMPARE(model.rowCount() + model.total(), 0);
    QCOMPARE(model.dropped(), 0);
    model.append(notes(1, 2));
    QCOMPARE(texts(model), u"1 2"_s);
}

void TestLogModel::writesLines_data()
{
    QTest::addColumn<LogEntry>("entry");
    QTest::addColumn<QString>("line");
    LogEntry ended = answer(1, Outcome::Ended, 204, u"Plivo confirmed the hang-up."_s);
    ended.id = CallId::parse(u"defb0706-86a6-11e6-b303-498d468c930b");
    QTest::newRow("an answer")
        << ended << u"14:02:11.084  defb0706…930b  DELETE Call  204     84 ms  Plivo confirmed the hang-up."_s;
    LogEntry refused = answer(1, Outcome::Refused, 400, u"Refused (400)."_s, u"bad <id>"_s);
    refused.id = ended.id;
    LogEntry slow = ended;
    slow.elapsedMs = 12345;
    QTest::newRow("a slow answer: still in milliseconds")
        << slow << u"14:02:11.084  defb0706…930b  DELETE Call  204  12345 ms  Plivo confirmed the hang-up."_s;
    QTest::newRow("with Plivo's words")
        << refused
        << u"14:02:11.084  defb0706…930b  DELETE Call  400     84 ms  Refused (400). Plivo says: \"bad <id>\""_s;
    LogEntry notSent = ended;
    notSent.kind = LogEntry::Kind::NotSent;
    notSent.sent.clear();
    notSent.httpStatus = 0;
    notSent.elapsedMs = -1;
    notSent.text = u"Not sent: stopped before its turn."_s;
    QTest::newRow("nothing sent: the columns stay where they are")
        << notSent << u"14:02:11.084  defb0706…930b                              Not sent: stopped before its turn."_s;
    QTest::newRow("a note") << note(u"Stopped."_s) << u"14:02:11.084  Stopped."_s;
}

void TestLogModel::writesLines()
{
    QFETCH(LogEntry, entry);
    LogModel model;
    model.append({ entry });
    QTEST(model.lineText(0), "line");
    QCOMPARE(model.lineText(1), QString());
}

void TestLogModel::answersInAllRoles()
{
    LogModel model;
    LogEntry entry = answer(1, Outcome::Ended, 204, u"Plivo confirmed the hang-up."_s, u"bye"_s);
    entry.apiId = u"an-api-id"_s;
    entry.elapsedMs = 1300;
    model.append({ entry, note(u"Stopped."_s) });
    QList<int> all;
    QStringList headers;
    for (int column = 0; column < LogModel::ColumnCount; ++column) {
        all << column;
        headers << model.headerData(column, Qt::Horizontal).toString();
    }
    QCOMPARE(headers.join(u" | "_s), u"Time | Call | Sent | HTTP | Outcome | Plivo’s words | Plivo’s api_id | Took"_s);
    QCOMPARE(
        asText(model, all),
        u"14:02:11.084 | %1 | DELETE Call | 204 | Plivo confirmed the hang-up. | bye | an-api-id | 1300 ms\n"_s.arg(
            idOf(1).shortened())
            + u"14:02:11.084 |  |  |  | Stopped. |  |  | "_s);
    QCOMPARE(model.index(0, 0).data(LogModel::OutcomeRole), QVariant(int(Outcome::Ended)));
    QCOMPARE(model.index(1, 0).data(LogModel::OutcomeRole), QVariant());
    QCOMPARE(model.index(0, LogModel::StatusColumn).data(Qt::AccessibleTextRole), QVariant(u"HTTP: 204"_s));
    QCOMPARE(model.idAt(0), std::optional(idOf(1)));
    QCOMPARE(model.idAt(1).has_value(), false);
    QCOMPARE(model.idAt(2).has_value(), false);
}

void TestLogModel::showsForeignTextLetterByLetter()
{
    LogModel model;
    model.append({ answer(1, Outcome::Refused, 400, u"Refused."_s, u"<b>x</b>"_s) });
    QCOMPARE(asText(model, { LogModel::MessageColumn }, Qt::ToolTipRole),
             u"<p style=\"white-space:pre-wrap\">&lt;b&gt;x&lt;/b&gt;</p>"_s);
    QCOMPARE(asText(model, { LogModel::MessageColumn }), u"<b>x</b>"_s);
}

void TestLogModel::filtersByOutcome_data()
{
    QTest::addColumn<std::optional<Outcome>>("outcome");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, std::optional<Outcome> outcome, const QString &shown) {
        QTest::newRow(name) << outcome << shown;
    };
    row("all", {}, u"0 1 2 3 4 5 6 7"_s);
    row("ended", Outcome::Ended, u"0"_s);
    row("not live takes both kinds", Outcome::NotLive, u"1 2"_s);
    row("and so does the other kind", Outcome::NotLiveMaybeUs, u"1 2"_s);
    row("refused", Outcome::Refused, u"3"_s);
    row("unknown", Outcome::Unknown, u"4"_s);
    row("not sent", Outcome::NotSent, u"5"_s);
}

void TestLogModel::filtersByOutcome()
{
    QFETCH(std::optional<Outcome>, outcome);
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(everyKind());
    model.setOutcomeFilter(outcome);
    QTEST(texts(model), "shown");
    QCOMPARE(model.total(), 8);
    model.setOutcomeFilter({});
    QCOMPARE(texts(model), u"0 1 2 3 4 5 6 7"_s);
}

void TestLogModel::filtersByText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing") << QString() << u"0 1 2 3 4 5 6 7"_s;
    QTest::newRow("what is said") << u"7"_s << u"7"_s;
    QTest::newRow("Plivo's words in another case") << u"slow DOWN"_s << u"6"_s;
    QTest::newRow("a call's id") << idOf(3).toString().toUpper() << u"3"_s;
    QTest::newRow("the short id, as copied from a line") << u"00000000…0002"_s << u"2"_s;
    QTest::newRow("api_id") << u"5A9C4B9E"_s << u"0"_s;
    QTest::newRow("HTTP status") << u"429"_s << u"6"_s;
    QTest::newRow("what was sent") << u"delete"_s << u"0 1 2 3 4 5 6"_s;
    QTest::newRow("nowhere") << u"zzz"_s << QString();
}

void TestLogModel::filtersByText()
{
    QFETCH(QString, text);
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(everyKind());
    model.setTextFilter(text);
    QTEST(texts(model), "shown");
    model.setTextFilter({});
    QCOMPARE(texts(model), u"0 1 2 3 4 5 6 7"_s);
}

void TestLogModel::keepsSelectedLinesThroughAFilter()
{
    LogModel model;
    model.append(everyKind());
    const QPersistentModelIndex kept(model.index(4, 0));
    const QSignalSpy reset(&model, &LogModel::modelReset);
    model.setOutcomeFilter(Outcome::Unknown);
    QCOMPARE(kept.row(), 0);
    model.setOutcomeFilter({});
    QCOMPARE(kept.row(), 4);
    QCOMPARE(reset.size(), 0);
}

void TestLogModel::doesAsANaiveLog()
{
    QRandomGenerator random(7);
    LogModel model(50);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<LogEntry> naive;
    std::optional<Outcome> outcome;
    QString text;
    qint64 dropped = 0;
    int number = 0;
    for (int i = 0; i < 2000; ++i) {
        if (const int what = random.bounded(6); what == 0) {
            outcome = random.bounded(2) == 0 ? std::nullopt : std::optional(AllOutcomes[random.bounded(6u)]);
            model.setOutcomeFilter(outcome);
        } else if (what == 1) {
            text = random.bounded(2) == 0 ? QString() : QString::number(random.bounded(10));
            model.setTextFilter(text);
        } else {
            QList<LogEntry> run;
            const int count = random.bounded(10) == 0 ? random.bounded(120) : random.bounded(6);
            for (int n = 0; n < count; ++n) {
                LogEntry entry = note(QString::number(number++));
                if (random.bounded(2) == 0)
                    entry.outcome = AllOutcomes[random.bounded(6u)];
                run << entry;
            }
            model.append(run);
            naive << run;
            for (; naive.size() > 50; ++dropped)
                naive.removeFirst();
        }
        QStringList expected;
        for (const LogEntry &entry : naive) {
            const bool bothNotLive = entry.outcome && outcome
                && (*entry.outcome == Outcome::NotLive || *entry.outcome == Outcome::NotLiveMaybeUs)
                && (*outcome == Outcome::NotLive || *outcome == Outcome::NotLiveMaybeUs);
            if ((!outcome || entry.outcome == outcome || bothNotLive) && entry.text.contains(text))
                expected << entry.text;
        }
        QCOMPARE(texts(model), expected.join(u' '));
        QCOMPARE(texts(model.entries()), texts(naive));
        QCOMPARE(model.dropped(), dropped);
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_APPLESS_MAIN(TestLogModel)
#include "tst_logmodel.moc"
