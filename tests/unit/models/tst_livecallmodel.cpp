// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "livetesting.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::testing;

using Columns = LiveCallModel;

/// The live calls as a table: what lists and details do to its rows.
class TestLiveCallModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void rowsHoldStill_data();
    void rowsHoldStill();
    void keepsWhatIsSelected();
    void comesBackWhenItIsListedAgain();
    void whatACutListLeavesOutIsNeitherGoneNorStuck();
    void takesOutWhatIsGone();
    void detailsBringNothingBack();
    void cells_data();
    void cells();
    void saysWhyACellIsEmpty_data();
    void saysWhyACellIsEmpty();
    void agesTick();
    void anAgeStandsStillOnceTheCallIsGone();
    void ageIsNeverNegative_data();
    void ageIsNeverNegative();
    void signsComeByTime();
    void signsComeAndGoWithOtherCalls();
    void rulesAreTakenAtOnce();
    void wantsDetailsOfWhatIsInSight();
    void wantsDetailsForTheSort_data();
    void wantsDetailsForTheSort();
    void countsByAge();
    void ignoresWhatItWasNotAskedFor();
    void keepsUpWithRandomChanges();

private:
    void list(const QList<int> &live, bool whole = true, const QList<int> &queued = {});
    QVariant cell(int n, int column, int role = Qt::DisplayRole) const;

    std::unique_ptr<LiveCallModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestLiveCallModel::init()
{
    m_model = std::make_unique<LiveCallModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setNow(Now);
}

void TestLiveCallModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestLiveCallModel::list(const QList<int> &live, bool whole, const QList<int> &queued)
{
    m_model->setList(idsOf(live), idsOf(queued), whole);
}

QVariant TestLiveCallModel::cell(int n, int column, int role) const
{
    return m_model->index(m_model->rowOf(idOf(n)), column).data(role);
}

// --- lists

void TestLiveCallModel::rowsHoldStill_data()
{
    QTest::addColumn<QList<int>>("live");
    QTest::addColumn<QList<int>>("queued");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<int>("total");
    const QList<int> none;
    QTest::newRow("the same list changes nothing") << QList { 1, 2, 3 } << none << true << "1 2 3" << 3;
    QTest::newRow("another order moves no row") << QList { 3, 1, 2 } << none << true << "1 2 3" << 3;
    QTest::newRow("a new one comes at the end") << QList { 9, 1, 2, 3 } << none << true << "1 2 3 9" << 4;
    QTest::newRow("one that is gone stays, greyed") << QList { 1, 3 } << none << true << "1 (2) 3" << 2;
    QTest::newRow("all gone") << none << none << true << "(1) (2) (3)" << 0;
    QTest::newRow("a cut list greys nothing") << QList { 1, 9 } << none << false << "1 2 3 9" << 2;
    QTest::newRow("queued ones are calls too") << QList { 1 } << QList { 2, 3 } << true << "1 2 3" << 3;
    QTest::newRow("an id twice is one call") << QList { 1, 1, 2 } << QList { 2, 3 } << true << "1 2 3" << 3;
}

void TestLiveCallModel::rowsHoldStill()
{
    QFETCH(const QList<int>, live);
    QFETCH(const QList<int>, queued);
    QFETCH(const bool, whole);
    list({ 1, 2, 3 });
    QSignalSpy moves(m_model.get(), &QAbstractItemModel::layoutChanged);
    QSignalSpy removals(m_model.get(), &QAbstractItemModel::rowsRemoved);
    list(live, whole, queued);
    QTEST(liveShown(*m_model), "shown");
    QTEST(m_model->total(), "total");
    QCOMPARE(m_model->ids().size(), m_model->total());
    QCOMPARE(m_model->goneCount(), m_model->rowCount() - m_model->total());
    QCOMPARE(moves.size(), 0);
    QCOMPARE(removals.size(), 0);
}

void TestLiveCallModel::keepsWhatIsSelected()
{
    list({ 1, 2, 3, 4 });
    for (int n = 1; n <= 4; ++n)
        m_model->setInfo(readOf(infoOf(n, n * Hour)));
    m_model->sort(Columns::AgeColumn, Qt::DescendingOrder);
    QCOMPARE(liveShown(*m_model), u"4 3 2 1"_s);
    const QPersistentModelIndex two(m_model->index(2, 0));
    const QPersistentModelIndex four(m_model->index(0, 0));
    list({ 5, 3, 2, 1 });
    m_model->setInfo(readOf(infoOf(5, 9 * Hour)));
    QCOMPARE(liveShown(*m_model), u"(4) 3 2 1 5"_s);
    QCOMPARE(two.row(), 2);
    QCOMPARE(four.row(), 0);
    m_model->refreshOrder();
    QCOMPARE(liveShown(*m_model), u"5 (4) 3 2 1"_s);
    QCOMPARE(m_model->idAt(two.row()), idOf(2));
    m_model->dropGone();
    QVERIFY(!four.isValid());
    QCOMPARE(m_model->idAt(two.row()), idOf(2));
}

void TestLiveCallModel::comesBackWhenItIsListedAgain()
{
    list({ 1, 2 });
    m_model->setInfo(readOf(infoOf(2)));
    list({ 1 });
    QCOMPARE(liveShown(*m_model), u"1 (2)"_s);
    QVERIFY(m_model->isGone(idOf(2)));
    list({ 1, 2 });
    QCOMPARE(liveShown(*m_model), u"1 2"_s);
    QVERIFY(!m_model->isGone(idOf(2)));
    QCOMPARE(cell(2, Columns::FromColumn).toString(), infoOf(2).from);
}

void TestLiveCallModel::whatACutListLeavesOutIsNeitherGoneNorStuck()
{
    list({ 1, 2 });
    m_model->setInfo(readOf(infoOf(2, 9 * Hour)));
    QCOMPARE(namesOf(m_model->stuck()), u"2"_s);
    list({ 1 }, false);
    QVERIFY(!m_model->isGone(idOf(2)));
    QVERIFY(m_model->finding(idOf(2)).notSure);
    QCOMPARE(namesOf(m_model->stuck()), QString());
    QCOMPARE(cell(2, Columns::StatusColumn).toString(), u"Not on the latest list"_s);
    QCOMPARE(namesOf(m_model->ids()), u"1"_s);
    QCOMPARE(namesOf(m_model->missed()), u"2"_s);
    CallInfo newer = infoOf(2, 9 * Hour);
    newer.readAtMs = Now + 1;
    newer.callerName = u"Ada"_s;
    m_model->setInfo(readOf(newer)); // it is there; but only a list lists
    QCOMPARE(cell(2, Columns::CallerNameColumn).toString(), u"Ada"_s);
    QCOMPARE(cell(2, Columns::StatusColumn).toString(), u"Not on the latest list"_s);
    list({ 1 }, true);
    QCOMPARE(m_model->missed(), QList<CallId>());
    QVERIFY(m_model->isGone(idOf(2)));
    list({ 1, 3 }, false);
    QVERIFY2(m_model->isGone(idOf(2)), "a later cut list makes it no less gone");
}

void TestLiveCallModel::takesOutWhatIsGone()
{
    list({ 1, 2, 3 });
    list({ 2 });
    QSignalSpy counts(m_model.get(), &LiveCallModel::countsChanged);
    m_model->dropGone();
    QCOMPARE(liveShown(*m_model), u"2"_s);
    QCOMPARE(m_model->goneCount(), 0);
    QCOMPARE(m_model->rowOf(idOf(1)), -1);
    QCOMPARE(counts.size(), 1);
    m_model->dropGone();
    QCOMPARE(counts.size(), 1);
    list({ 4, 2, 1 });
    QCOMPARE(liveShown(*m_model), u"2 4 1"_s);
    QVERIFY2(!m_model->info(idOf(1)), "a place that is used again keeps nothing of who had it");
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->total(), 0);
}

void TestLiveCallModel::detailsBringNothingBack()
{
    list({ 1, 2 });
    m_model->setInfo(goneOf(1));
    QCOMPARE(liveShown(*m_model), u"(1) 2"_s);
    QCOMPARE(m_model->total(), 1);
    m_model->setInfo(readOf(infoOf(1, 9 * Hour))); // an answer that was on its way
    QCOMPARE(liveShown(*m_model), u"(1) 2"_s);
    QCOMPARE(m_model->finding(idOf(1)), StuckFinding());

    CallInfo over = infoOf(2, 2 * Hour);
    over.phase = CallPhase::Over;
    over.record.endTimeMs = Now - Hour;
    m_model->setInfo(readOf(over));
    QCOMPARE(liveShown(*m_model), u"(1) (2)"_s);
    QCOMPARE(cell(2, Columns::AgeColumn).toString(), u"1:00:00"_s);
    QCOMPARE(m_model->total(), 0);
    list({ 2 });
    QVERIFY2(!m_model->info(idOf(2)), "listed as live again: the record is not of this");
}

// --- cells

void TestLiveCallModel::cells_data()
{
    QTest::addColumn<CallInfo>("info");
    QTest::addColumn<QStringList>("texts"); // without start and UUID
    CallInfo info = infoOf(1, 30 * Hour + 12 * Minute + 5000);
    info.callerName = u"Mina"_s;
    QTest::newRow("all is told") << info
                                 << QStringList { info.from, info.to,       u"Outbound"_s,      u"In progress"_s,
                                                  u"Mina"_s, u"30:12:05"_s, u"Older than 4 h"_s };
    info = infoOf(1, Minute);
    info.status = u"dancing"_s;
    info.direction = CallDirection::Inbound;
    QTest::newRow("a word of Plivo's that nobody knows")
        << info << QStringList { info.from, info.to, u"Inbound"_s, u"dancing"_s, QString(), u"1:00"_s, QString() };
    QTest::newRow("nothing is told") << CallInfo { .id = idOf(1) }
                                     << QStringList { QString(), QString(), QString(),    u"Live"_s,
                                                      QString(), QString(), u"Not sure"_s };
    info = infoOf(1, Minute);
    info.from = u"<b>sip:a@b</b>"_s;
    info.callerName = u"\u202Eevil"_s;
    QTest::newRow("foreign text as it came")
        << info
        << QStringList { info.from, info.to, u"Outbound"_s, u"In progress"_s, info.callerName, u"1:00"_s, QString() };
}

void TestLiveCallModel::cells()
{
    QFETCH(const CallInfo, info);
    list({ 1 });
    m_model->setInfo(readOf(info));
    QStringList texts;
    for (const int column : { Columns::FromColumn, Columns::ToColumn, Columns::DirectionColumn, Columns::StatusColumn,
                              Columns::CallerNameColumn, Columns::AgeColumn, Columns::StuckColumn })
        texts << cell(1, column).toString();
    QTEST(texts, "texts");
    QCOMPARE(cell(1, Columns::UuidColumn).toString(), idOf(1).toString());
    QVERIFY(!cell(1, Columns::FromColumn, Qt::ToolTipRole).toString().contains(u"<b>"_s));
    QCOMPARE(cell(1, Columns::StatusColumn, Qt::AccessibleTextRole).toString(), u"Status: %1"_s.arg(texts[3]));
    QCOMPARE(cell(1, Columns::AgeColumn, Qt::TextAlignmentRole).toInt(), int(Qt::AlignRight | Qt::AlignVCenter));
}

void TestLiveCallModel::saysWhyACellIsEmpty_data()
{
    QTest::addColumn<QList<CallInfoRead>>("reads");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("toolTip");
    QTest::addColumn<bool>("isUnread");
    CallInfoRead refused { .id = idOf(1) };
    refused.httpStatus = 500;
    refused.message = u"<i>oops</i>"_s;
    QTest::newRow("not read yet") << QList<CallInfoRead> {} << "Live"
                                  << "Its details have not been read yet." << true;
    QTest::newRow("could not be read") << QList { refused } << "Not read"
                                       << "It could not be read (500). Plivo says: \"<i>oops</i>\"" << true;
    QTest::newRow("could not be read again") << QList { readOf(infoOf(1)), refused } << "In progress"
                                             << "It could not be read (500)." << false;
    QTest::newRow("read at the second try") << QList { refused, readOf(infoOf(1)) } << "In progress"
                                            << "In progress" << false;
    QTest::newRow("gone") << QList { goneOf(1) } << "Gone"
                          << "It is not live any more." << true;
}

void TestLiveCallModel::saysWhyACellIsEmpty()
{
    QFETCH(const QList<CallInfoRead>, reads);
    QFETCH(const QString, toolTip);
    list({ 1 });
    for (const CallInfoRead &read : reads)
        m_model->setInfo(read);
    QTEST(cell(1, Columns::StatusColumn).toString(), "status");
    const QString shown = cell(1, Columns::StatusColumn, Qt::ToolTipRole).toString();
    QVERIFY2(shown.contains(toolTip.toHtmlEscaped()), qPrintable(shown));
    QTEST(cell(1, Columns::FromColumn, Columns::UnreadRole).toBool(), "isUnread");
}

// --- time

void TestLiveCallModel::agesTick()
{
    list({ 1, 2 });
    m_model->setInfo(readOf(infoOf(1, 59 * Minute + 59'000)));
    QCOMPARE(cell(1, Columns::AgeColumn).toString(), u"59:59"_s);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setNow(Now + 1000);
    QCOMPARE(cell(1, Columns::AgeColumn).toString(), u"1:00:00"_s);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][0].toModelIndex(), m_model->index(0, Columns::AgeColumn));
    QCOMPARE(changes[0][1].toModelIndex(), m_model->index(1, Columns::AgeColumn));
    m_model->setNow(Now + 1000);
    QCOMPARE(changes.size(), 1);
    m_model->setNow(Now - Hour);
    QCOMPARE(cell(1, Columns::AgeColumn).toString(), u"0:00"_s); // the clock went back, within what clocks differ
}

void TestLiveCallModel::anAgeStandsStillOnceTheCallIsGone()
{
    list({ 1 });
    m_model->setInfo(readOf(infoOf(1, Minute)));
    list({});
    m_model->setNow(Now + Hour);
    QCOMPARE(cell(1, Columns::AgeColumn).toString(), u"1:00"_s);
    list({ 1 });
    QCOMPARE(cell(1, Columns::AgeColumn).toString(), u"1:01:00"_s);
}

void TestLiveCallModel::ageIsNeverNegative_data()
{
    QTest::addColumn<qint64>("startedAtMs");
    QTest::addColumn<QString>("age");
    QTest::addColumn<bool>("notSure");
    QTest::newRow("not told") << 0ll << QString() << true;
    QTest::newRow("before 1970") << -5ll << QString() << true;
    QTest::newRow("now") << Now << "0:00" << false;
    QTest::newRow("a minute ahead: clocks differ") << Now + Minute << "0:00" << false;
    QTest::newRow("a day ahead") << Now + 24 * Hour << QString() << true;
    QTest::newRow("the end of time") << std::numeric_limits<qint64>::max() << QString() << true;
    QTest::newRow("fifty years ago") << Now - 50ll * 365 * 24 * Hour << "438000:00:00" << false;
}

void TestLiveCallModel::ageIsNeverNegative()
{
    QFETCH(const qint64, startedAtMs);
    CallInfo info = infoOf(1);
    info.startedAtMs = startedAtMs;
    list({ 1 });
    m_model->setInfo(readOf(info));
    QTEST(cell(1, Columns::AgeColumn).toString(), "age");
    QTEST(m_model->finding(idOf(1)).notSure, "notSure");
}

void TestLiveCallModel::signsComeByTime()
{
    list({ 1, 2, 3 });
    m_model->setInfo(readOf(infoOf(1, 4 * Hour)));
    CallInfo ringing = infoOf(2, 2 * Minute);
    ringing.status = u"ringing"_s;
    m_model->setInfo(readOf(ringing));
    CallInfo ahead = infoOf(3, -10 * Minute);
    m_model->setInfo(readOf(ahead));
    QCOMPARE(namesOf(m_model->stuck()), QString());
    QVERIFY(m_model->finding(idOf(3)).notSure);
    m_model->setNow(Now + 999);
    QCOMPARE(namesOf(m_model->stuck()), QString());
    m_model->setNow(Now + 1000);
    QCOMPARE(namesOf(m_model->stuck()), u"1"_s);
    QCOMPARE(cell(1, Columns::StuckColumn).toString(), u"Older than 4 h"_s);
    QVERIFY(cell(1, Columns::StuckColumn, Columns::StuckRole).toBool());
    // It rang when it was read, and may have been answered since.
    QCOMPARE(cell(2, Columns::StuckColumn).toString(), u"Not sure"_s);
    ringing.readAtMs += 1000;
    m_model->setInfo(readOf(ringing));
    QCOMPARE(namesOf(m_model->stuck()), u"1 2"_s);
    QCOMPARE(cell(2, Columns::StuckColumn).toString(), u"Ringing or queued for more than 2 min"_s);
    m_model->setNow(Now + 8 * Minute);
    QVERIFY2(!m_model->finding(idOf(3)).notSure, "its start is not ahead any more");
    m_model->setNow(Now);
    QCOMPARE(namesOf(m_model->stuck()), QString());
    QVERIFY(!m_model->finding(idOf(2)).notSure);
}

void TestLiveCallModel::signsComeAndGoWithOtherCalls()
{
    const auto legOf = [](int n, int parent) {
        CallInfo info = infoOf(n);
        info.parent = idOf(parent);
        return info;
    };
    const auto twin = [](int n) {
        CallInfo info = infoOf(n);
        info.from = u"1"_s;
        info.to = u"2"_s;
        return info;
    };
    list({ 1, 2, 3, 4, 5 });
    m_model->setInfo(readOf(infoOf(1)));
    m_model->setInfo(readOf(legOf(2, 1)));
    m_model->setInfo(readOf(twin(3)));
    QCOMPARE(namesOf(m_model->stuck()), QString());
    m_model->setInfo(readOf(twin(4)));
    QCOMPARE(namesOf(m_model->stuck()), u"3 4"_s); // the one that was there before, too
    m_model->setInfo(readOf(twin(5)));
    QCOMPARE(namesOf(m_model->stuck()), u"3 4 5"_s);
    m_model->setInfo(goneOf(4));
    QCOMPARE(namesOf(m_model->stuck()), u"3 5"_s);
    m_model->setInfo(readOf(infoOf(5))); // another number
    QCOMPARE(namesOf(m_model->stuck()), QString());
    m_model->setInfo(goneOf(2));
    QCOMPARE(cell(1, Columns::StuckColumn).toString(), u"The other leg is gone"_s);
    list({ 1, 2, 3 });
    QCOMPARE(namesOf(m_model->stuck()), QString());
    m_model->setInfo(goneOf(1));
    QCOMPARE(cell(2, Columns::StuckColumn).toString(), u"The other leg is gone"_s);
    list({ 2, 3 }, false);
    QCOMPARE(namesOf(m_model->stuck()), QString()); // the other leg may be where the list was cut
    list({ 2, 3 });
    QCOMPARE(namesOf(m_model->stuck()), u"2"_s);
    m_model->setList(idsOf({ 2, 3 }), {}, true, false);
    QCOMPARE(namesOf(m_model->stuck()), QString()); // the other leg may be another direction
}

void TestLiveCallModel::rulesAreTakenAtOnce()
{
    list({ 1 });
    m_model->setInfo(readOf(infoOf(1, Hour)));
    QCOMPARE(namesOf(m_model->stuck()), QString());
    QSignalSpy counts(m_model.get(), &LiveCallModel::countsChanged);
    m_model->setRules({ .olderThan = std::chrono::minutes(30) });
    QCOMPARE(cell(1, Columns::StuckColumn).toString(), u"Older than 30 min"_s);
    QCOMPARE(counts.size(), 1);
    m_model->setRules({ .olderThan = std::chrono::minutes(0) });
    QCOMPARE(cell(1, Columns::StuckColumn).toString(), QString());
}

// --- what is to be read

void TestLiveCallModel::wantsDetailsOfWhatIsInSight()
{
    list({ 1, 2, 3, 4 });
    QCOMPARE(namesOf(m_model->unreadIn(-5, 99)), u"1 2 3 4"_s);
    QCOMPARE(namesOf(m_model->unreadIn(1, 2)), u"2 3"_s);
    QCOMPARE(namesOf(m_model->unreadIn(3, 1)), QString());
    m_model->setInfo(readOf(infoOf(2)));
    m_model->setInfo({ .id = idOf(3) });
    m_model->setInfo(goneOf(4));
    QCOMPARE(namesOf(m_model->unreadIn(0, 3)), u"1"_s); // one that could not be read is not asked for without end
    list({ 1, 2, 3 });
    QCOMPARE(namesOf(m_model->unreadIn(0, 3)), u"1 2 3"_s);
    QCOMPARE(cell(2, Columns::FromColumn, Columns::UnreadRole).toBool(), false);
}

void TestLiveCallModel::wantsDetailsForTheSort_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("no sort") << -1 << QString();
    QTest::newRow("UUID: it is there") << int(Columns::UuidColumn) << QString();
    QTest::newRow("from") << int(Columns::FromColumn) << "1 3";
    QTest::newRow("age") << int(Columns::AgeColumn) << "1 3";
    QTest::newRow("status") << int(Columns::StatusColumn) << "1 3";
    QTest::newRow("looks stuck") << int(Columns::StuckColumn) << "1 3";
}

void TestLiveCallModel::wantsDetailsForTheSort()
{
    QFETCH(const int, column);
    list({ 1, 2, 3, 4 });
    m_model->setInfo(readOf(infoOf(2)));
    m_model->setInfo(goneOf(4));
    m_model->sort(column);
    QTEST(namesOf(m_model->unreadForSort()), "wanted");
}

void TestLiveCallModel::countsByAge()
{
    using std::chrono::seconds;
    const QList<seconds> edges { seconds(60), seconds(3600) };
    QCOMPARE(m_model->countsByAge(edges), QList({ 0, 0, 0, 0 }));
    list({ 1, 2, 3, 4, 5, 6 });
    m_model->setInfo(readOf(infoOf(1, Minute - 1)));
    m_model->setInfo(readOf(infoOf(2, Minute)));
    m_model->setInfo(readOf(infoOf(3, Hour)));
    m_model->setInfo(readOf(infoOf(4, -Hour)));
    m_model->setInfo(goneOf(6));
    QCOMPARE(m_model->countsByAge(edges), QList({ 1, 1, 1, 2 }));
    QCOMPARE(m_model->countsByAge({}), QList({ 3, 2 }));
}

void TestLiveCallModel::ignoresWhatItWasNotAskedFor()
{
    list({ 1 });
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setInfo(readOf(infoOf(2)));
    CallInfoRead other = readOf(infoOf(2));
    other.id = idOf(1);
    m_model->setInfo(other);
    QCOMPARE(changes.size(), 0);
    QVERIFY(!m_model->info(idOf(1)));
    QVERIFY(!m_model->info(idOf(2)));
    QCOMPARE(m_model->finding(idOf(2)), StuckFinding());
    QCOMPARE(m_model->idsAt({ 5, 0, -1, 0 }), idsOf({ 1 }));
    QVERIFY(!m_model->data(m_model->index(0, 0), Qt::DecorationRole).isValid());
}

/// Whatever comes in whatever order: the tester finds no row that a view would misplace, and each row's sign is what
/// it would be with all worked out anew.
void TestLiveCallModel::keepsUpWithRandomChanges()
{
    QRandomGenerator random(7);
    const auto any = [&random] { return static_cast<int>(random.bounded(24)); };
    for (int step = 0; step < 1500; ++step) {
        switch (random.bounded(9)) {
        case 0: {
            QList<int> live;
            QList<int> queued;
            for (int n = 0; n < 24; ++n)
                (random.bounded(4) == 0 ? queued : live).append(n);
            live.resize(random.bounded(live.size() + 1));
            list(live, random.bounded(3) != 0, queued.mid(random.bounded(3)));
            break;
        }
        case 1:
            m_model->setInfo(goneOf(any()));
            break;
        case 2:
            m_model->sort(static_cast<int>(random.bounded(10)) - 1,
                          random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 3:
            m_model->setNow(Now + random.bounded(20) * 20 * Minute - Hour);
            break;
        case 4:
            m_model->setFilter(
                { .text = random.bounded(3) ? QString() : u"progress"_s, .looksStuck = random.bounded(4) == 0 });
            break;
        case 5:
            m_model->hold(random.bounded(2));
            break;
        case 6:
            m_model->dropGone();
            break;
        default: {
            CallInfo info = infoOf(any(), random.bounded(300) * Minute);
            info.from = QString::number(random.bounded(4));
            info.to = QString::number(random.bounded(2));
            if (random.bounded(3) == 0)
                info.parent = idOf(any());
            m_model->setInfo(readOf(info));
        }
        }
        QStringList signsNow;
        for (const CallId &id : m_model->ids())
            signsNow << QString::number(m_model->finding(id).signs.toInt());
        m_model->setRules({ .sameNumbers = false });
        m_model->setRules({}); // works all out anew
        QStringList anew;
        for (const CallId &id : m_model->ids())
            anew << QString::number(m_model->finding(id).signs.toInt());
        QVERIFY2(signsNow == anew,
                 qPrintable(u"step %1: %2 / %3"_s.arg(step).arg(signsNow.join(u' '), anew.join(u' '))));
    }
}

QTEST_GUILESS_MAIN(TestLiveCallModel)
#include "tst_livecallmodel.moc"
