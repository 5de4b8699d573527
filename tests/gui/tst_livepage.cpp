// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The page "Live calls" in the real window: what is asked, what is shown, and that nothing is ended without the
// confirmation.
#include "livebench.h"

#include "accessiblefind.h"
#include "domain/callwords.h"
#include "ui/agepicture.h"
#include "ui/limitgauge.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QHash>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;
using namespace hangup::test;
using On = WindowBench::On;

Q_DECLARE_METATYPE(hangup::test::Answer)

class TestLivePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsOnlyWhenItIsLookedAt();
    void readsAgainWithF5();
    void saysWhatIsToCome();
    void keepsTheSelectionUnderARefresh();
    void asksPlivoForWhatIsChosen();
    void asksNothingForANumberThatIsNone_data();
    void asksNothingForANumberThatIsNone();
    void keepsTheInterval();
    void readsByItselfOnlyInSight();
    void saysThatTheIntervalRests();
    void selectsAllThatLookStuck();
    void opensTheConfirmationForWhatIsSelected();
    void leavesGoneCallsAlone();
    void addsToTheList();
    void pictureFilters();
    void pictureGoesByKeys();
    void gaugeShowsUseAndWait();
    void gaugeKnowsWhatWasBeforeThePage();
    void sortsOnceAllIsRead();
    void readsWhatIsInSightFirst();
    void followsTheAccount();
    void bearsOddLists();
    void greysWhatIsOverInTheMiddle();
    void asksForWhatAListMayHaveMissed();
    void offersToCancelWhatIsGone();
    void showsWhatIsMissingToCancelARequest();
    void saysWhyThereIsNoList_data();
    void saysWhyThereIsNoList();
    void keepsTheListThatCantBeReadAgain();
    void filtersByTextAndSign();
    void copiesAndWantsDetails();
    void showsThePracticeWorld();
    void namesEveryControl();
    void tabGoesAsTheEyeDoes();
};

void TestLivePage::readsOnlyWhenItIsLookedAt()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), {});
    QTest::qWait(150);
    QCOMPARE(bench.server().count(), 0);
    QVERIFY(!bench.command(u"Refresh live calls"_s)->isEnabled());
    QVERIFY(bench.open());
    QCOMPARE(bench.rows(), u"0"_s);
    QVERIFY2(bench.stateWords().contains(u"1 of 1 details read."_s), qPrintable(bench.stateWords()));
    QCOMPARE(bench.table()->model()->index(0, LiveCallModel::FromColumn).data().toString(), u"493011111"_s);
    QCOMPARE(bench.table()->model()->index(0, LiveCallModel::AgeColumn).data().toString().left(2), u"1:"_s);
    QCOMPARE(bench.oddOnes(), QList<QByteArray>());
    QCOMPARE(bench.server().deletes(), 0);
    QVERIFY(!bench.find<QLineEdit>(u"Filter calls"_s));
    // The age ticks by itself.
    const QString age = bench.table()->model()->index(0, LiveCallModel::AgeColumn).data().toString();
    QTRY_VERIFY(bench.table()->model()->index(0, LiveCallModel::AgeColumn).data().toString() != age);
}

void TestLivePage::readsAgainWithF5()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), {});
    QVERIFY(bench.open());
    bench.world.put(WindowBench::id(1), {});
    bench.world.end(WindowBench::id(0));
    QVERIFY(bench.refresh());
    QCOMPARE(bench.rows(), u"(0) 1"_s);
    QCOMPARE(bench.model().index(0, LiveCallModel::StatusColumn).data().toString(), u"Gone"_s);
    QTRY_VERIFY(bench.find<QPushButton>(u"Remove calls that are gone"_s)->isEnabled());
    bench.find<QPushButton>(u"Remove calls that are gone"_s)->click();
    QCOMPARE(bench.rows(), u"1"_s);
    bench.find<QPushButton>(u"Refresh the live calls"_s)->click();
    QVERIFY(bench.session().live()->state().reading);
    QVERIFY(bench.read());
}

void TestLivePage::saysWhatIsToCome()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), {});
    QVERIFY(bench.open());
    const QString asking = u"Asking Plivo for a new list …"_s;
    QVERIFY2(!bench.stateWords().contains(asking), qPrintable(bench.stateWords()));
    bench.world.answerAll(Answer::json(200, "{\"api_id\": \"x\", \"calls\": []}"));
    bench.server().hold();
    QTest::keyClick(&bench.window(), Qt::Key_F5);
    QTRY_VERIFY2(bench.stateWords().endsWith(asking), qPrintable(bench.stateWords()));
    QVERIFY2(bench.stateWords().startsWith(u"As of "_s), qPrintable(bench.stateWords()));
    bench.server().release();
    QVERIFY(bench.read());
    QVERIFY2(!bench.stateWords().contains(asking), qPrintable(bench.stateWords()));
}

void TestLivePage::keepsTheSelectionUnderARefresh()
{
    LiveBench bench(On::Server);
    for (int n = 0; n < 5; ++n)
        bench.world.put(WindowBench::id(n), { .age = 60s * (n + 1), .from = QByteArray::number(5000 + n) });
    QVERIFY(bench.open());
    bench.table()->sortByColumn(LiveCallModel::AgeColumn, Qt::DescendingOrder);
    QTRY_COMPARE(bench.rows(), u"4 3 2 1 0"_s);
    bench.select({ 1, 3 });
    bench.world.end(WindowBench::id(3));
    bench.world.put(WindowBench::id(7), { .age = 9h, .from = "1" });
    QVERIFY(bench.refresh());
    QCOMPARE(bench.rows(), u"4 (3) 2 1 0 7"_s); // the new one is the oldest, and waits at the end
    QCOMPARE(LiveBench::numbersOf(bench.page()->selectedIds()), u"3 1"_s);
    bench.table()->clearSelection();
    QCOMPARE(bench.rows(), u"4 (3) 2 1 0 7"_s);
    bench.world.put(WindowBench::id(8), { .age = 10h, .from = "2" });
    QVERIFY(bench.refresh());
    QTRY_COMPARE(bench.rows(), u"8 7 4 (3) 2 1 0"_s);
}

void TestLivePage::asksPlivoForWhatIsChosen()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), {});
    QVERIFY(bench.open());
    auto *direction = bench.find<QComboBox>(u"Direction of the live calls"_s);
    direction->setCurrentIndex(direction->findText(u"Inbound"_s));
    QVERIFY(bench.read());
    QTest::keyClicks(bench.find<QLineEdit>(u"Live calls from"_s), u"+493012"_s);
    QTest::keyClick(bench.find<QLineEdit>(u"Live calls from"_s), Qt::Key_Return);
    QVERIFY(bench.read());
    bench.find<QLineEdit>(u"Live calls to"_s)->setText(u" 4930345 "_s);
    QTest::keyClick(bench.find<QLineEdit>(u"Live calls to"_s), Qt::Key_Return);
    QVERIFY(bench.read());
    QList<QByteArray> queries;
    const auto requests = bench.server().requests();
    for (const Request &request : requests) {
        if (request.target.contains("?status=live&") && !request.ask())
            queries += request.target.mid(request.target.indexOf('&'));
    }
    QCOMPARE(queries,
             QList<QByteArray>({ "&call_direction=inbound", "&call_direction=inbound&from_number=%2B493012",
                                 "&call_direction=inbound&from_number=%2B493012&to_number=4930345" }));
    QVERIFY2(bench.stateWords().contains(u"Only: Inbound, from +493012, to 4930345."_s),
             qPrintable(bench.stateWords()));
    QCOMPARE(bench.oddOnes(), QList<QByteArray>());
}

void TestLivePage::asksNothingForANumberThatIsNone_data()
{
    QTest::addColumn<QString>("number");
    QTest::newRow("a word") << u"hotline"_s;
    QTest::newRow("more of an address") << u"4930&status=queued"_s;
    QTest::newRow("a way up") << u"../.."_s;
    QTest::newRow("too long") << QString(21, u'1');
    QTest::newRow("digits of another script") << u"٤٩٣٠"_s;
    QTest::newRow("a blank inside") << u"49 30"_s;
}

void TestLivePage::asksNothingForANumberThatIsNone()
{
    QFETCH(const QString, number);
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), {});
    QVERIFY(bench.open());
    const int before = bench.server().count();
    auto *field = bench.find<QLineEdit>(u"Live calls from"_s);
    field->setText(number);
    QTest::keyClick(field, Qt::Key_Return);
    const auto says = [&bench] {
        const auto labels = bench.page()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && label->text().contains(u"is no phone number"_s))
                return label->text();
        }
        return QString();
    };
    QVERIFY2(says().contains(number), qPrintable(says()));
    QTest::keyClick(&bench.window(), Qt::Key_F5);
    bench.find<QPushButton>(u"Refresh the live calls"_s)->click();
    QTest::qWait(150);
    QCOMPARE(bench.server().count(), before);
    field->clear();
    QCOMPARE(says(), QString());
    QVERIFY(bench.refresh());
}

void TestLivePage::keepsTheInterval()
{
    LiveBench bench(On::Server);
    QVERIFY(bench.open());
    auto *interval = bench.find<QComboBox>(u"Read the live calls anew"_s);
    QCOMPARE(interval->currentText(), u"Only when asked"_s);
    const int every30 = interval->findText(u"Every 30 s"_s);
    interval->setCurrentIndex(every30);
    Q_EMIT interval->activated(every30);
    QCOMPARE(bench.session().settings().liveRefresh, 30s);
    Settings settings = bench.session().settings();
    settings.liveRefresh = 10s;
    bench.session().setSettings(settings);
    QCOMPARE(interval->currentText(), u"Every 10 s"_s);
}

void TestLivePage::readsByItselfOnlyInSight()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), {});
    Settings settings = bench.session().settings();
    settings.liveRefresh = 10s; // the shortest there is
    bench.session().setSettings(settings);
    QVERIFY(bench.open());
    const int once = bench.server().count();
    QTRY_VERIFY_WITH_TIMEOUT(bench.server().count() > once, 15'000);
    QVERIFY(bench.read());
    bench.command(u"Calls"_s)->trigger();
    const int twice = bench.server().count();
    QTest::qWait(11'000);
    QCOMPARE(bench.server().count(), twice);
}

void TestLivePage::saysThatTheIntervalRests()
{
    LiveBench bench(On::Server);
    bench.world.answerAll(Answer::unauthorizedText());
    Settings settings = bench.session().settings();
    settings.liveRefresh = 10s;
    bench.session().setSettings(settings);
    bench.show();
    QTRY_VERIFY2(bench.stateWords().endsWith(u"The interval rests: press F5 to ask again."),
                 qPrintable(bench.stateWords()));
    settings.liveRefresh = 0s;
    bench.session().setSettings(settings);
    QVERIFY2(!bench.stateWords().contains(u"interval"), qPrintable(bench.stateWords()));
}

void TestLivePage::selectsAllThatLookStuck()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), { .age = 5h, .from = "1" });
    bench.world.put(WindowBench::id(1), { .age = 3min, .from = "2" });
    bench.world.put(WindowBench::id(2), { .age = 3min, .from = "3", .status = "ringing" });
    bench.world.put(WindowBench::id(3), { .from = "4", .start = "2999-01-01 00:00:00" });
    bench.world.put(WindowBench::id(4), { .age = 30s, .from = "5" });
    bench.world.put(WindowBench::id(5), { .age = 40s, .from = "5" });
    QVERIFY(bench.open());
    QTRY_VERIFY(bench.find<QPushButton>(u"Select all that look stuck"_s)->isEnabled());
    bench.select({ 1 });
    bench.find<QPushButton>(u"Select all that look stuck"_s)->click();
    QCOMPARE(LiveBench::numbersOf(bench.page()->selectedIds()), u"0 2 4 5"_s);
    QCOMPARE(bench.model().index(3, LiveCallModel::StuckColumn).data().toString(), u"Not sure"_s);
    QCOMPARE(bench.server().deletes(), 0);
}

void TestLivePage::opensTheConfirmationForWhatIsSelected()
{
    LiveBench bench(On::Server);
    for (int n = 0; n < 3; ++n)
        bench.world.put(WindowBench::id(n), { .age = 1h, .from = QByteArray::number(5000 + n) });
    QVERIFY(bench.open());
    QVERIFY(!bench.find<QPushButton>(u"Hang up selected live calls"_s)->isEnabled());
    QVERIFY(!bench.command(u"Hang up selected"_s)->isEnabled());
    bench.select({ 0, 2 });
    QVERIFY(bench.find<QPushButton>(u"Hang up selected live calls"_s)->isEnabled());
    QTest::keyClick(&bench.window(), Qt::Key_Return, Qt::ControlModifier);
    auto *dialog = bench.find<QDialog>(u"Confirm hang up"_s);
    QVERIFY(dialog);
    QCOMPARE(LiveBench::numbersOf(bench.session().calls()->ids()), u"0 2"_s);
    QTest::qWait(100);
    QCOMPARE(bench.server().deletes(), 0);
    QVERIFY(bench.confirm(2));
    QTRY_VERIFY(!bench.session().busy());
    QTRY_COMPARE(bench.server().deletes(), 2);
    QCOMPARE(bench.server().deletesFor(WindowBench::id(0)), 1);
    QCOMPARE(bench.server().deletesFor(WindowBench::id(2)), 1);
    // What was ended is grey here, too.
    bench.command(u"Live calls"_s)->trigger();
    QTRY_COMPARE(bench.rows(), u"(0) 1 (2)"_s);
}

void TestLivePage::leavesGoneCallsAlone()
{
    LiveBench bench(On::Server);
    for (int n = 0; n < 2; ++n)
        bench.world.put(WindowBench::id(n), { .age = 1h, .from = QByteArray::number(5000 + n) });
    QVERIFY(bench.open());
    bench.world.end(WindowBench::id(0));
    QVERIFY(bench.refresh());
    bench.select({ 0 });
    QVERIFY(!bench.find<QPushButton>(u"Hang up selected live calls"_s)->isEnabled());
    QTest::keyClick(&bench.window(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!bench.find<QDialog>(u"Confirm hang up"_s));
    bench.select({ 0, 1 });
    bench.find<QPushButton>(u"Hang up selected live calls"_s)->click();
    QVERIFY(bench.find<QDialog>(u"Confirm hang up"_s));
    QCOMPARE(LiveBench::numbersOf(bench.session().calls()->ids()), u"1"_s);
}

void TestLivePage::addsToTheList()
{
    LiveBench bench(On::Server);
    for (int n = 0; n < 2; ++n)
        bench.world.put(WindowBench::id(n), { .from = QByteArray::number(5000 + n) });
    QVERIFY(bench.open());
    bench.select({ 1 });
    bench.find<QPushButton>(u"Add to list"_s)->click();
    QCOMPARE(LiveBench::numbersOf(bench.session().calls()->ids()), u"1"_s);
    QCOMPARE(bench.find<QTabBar>(u"Pages"_s)->currentIndex(), 1); // it stays where one chooses
    bench.command(u"Calls"_s)->trigger();
    QVERIFY2(!bench.sentence().isEmpty(), "the list says what was added");
    QCOMPARE(bench.server().deletes(), 0);
}

void TestLivePage::pictureFilters()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), { .age = 10s, .from = "1" });
    bench.world.put(WindowBench::id(1), { .age = 5h, .from = "2" });
    bench.world.put(WindowBench::id(2), { .age = 30h, .from = "3" });
    bench.world.put(WindowBench::id(3), { .from = "4", .start = "soon" });
    QVERIFY(bench.open());
    const auto columns = bench.page()->findChildren<AgeColumn *>();
    const auto counts = [&columns] {
        QStringList numbers;
        for (const AgeColumn *column : columns)
            numbers << QString::number(column->count());
        return numbers.join(u' ');
    };
    QTRY_COMPARE(counts(), u"1 0 0 0 1 1 1"_s);
    QTest::mouseClick(columns[5], Qt::LeftButton);
    QCOMPARE(bench.rows(), u"2"_s);
    QTest::mouseClick(columns[6], Qt::LeftButton);
    QCOMPARE(bench.rows(), u"3"_s);
    QTest::mouseClick(columns[1], Qt::LeftButton);
    QCOMPARE(bench.rows(), QString());
    QVERIFY2(bench.table()->accessibleDescription().contains(u"No call fits"_s),
             qPrintable(bench.table()->accessibleDescription()));
    QTest::mouseClick(columns[1], Qt::LeftButton);
    QCOMPARE(bench.rows(), u"0 1 2 3"_s);
    QVERIFY(bench.find<AgePicture>(u"Live calls by age"_s)
                ->accessibleDescription()
                .contains(u"over 24 h: 1; not known: 1"_s));
}

void TestLivePage::pictureGoesByKeys()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), { .age = 10s });
    bench.world.put(WindowBench::id(1), { .age = 5min });
    QVERIFY(bench.open());
    const auto columns = bench.page()->findChildren<AgeColumn *>();
    columns[0]->setFocus();
    QTest::keyClick(columns[0], Qt::Key_Right);
    QVERIFY(columns[1]->hasFocus());
    QTest::keyClick(columns[1], Qt::Key_Return);
    QCOMPARE(bench.rows(), u"1"_s);
    QTest::keyClick(columns[1], Qt::Key_Space);
    QCOMPARE(bench.rows(), u"0 1"_s);
    QTest::keyClick(columns[1], Qt::Key_Left);
    QTest::keyClick(columns[0], Qt::Key_Left);
    QVERIFY(columns[0]->hasFocus());
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(columns[1]);
    QCOMPARE(face->role(), QAccessible::CheckBox);
    QTRY_COMPARE(face->text(QAccessible::Name), u"Age 1 to 10 min: 1"_s);
}

void TestLivePage::gaugeShowsUseAndWait()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), {});
    QVERIFY(bench.open());
    auto *gauge = bench.find<LimitGauge>(u"Use of the account's limit"_s);
    QTRY_VERIFY2(gauge->words().contains(u"in the last 5 s"_s), qPrintable(gauge->words()));
    const QSize size = gauge->size();
    bench.world.refuse(30);
    QTest::keyClick(&bench.window(), Qt::Key_F5);
    QTRY_VERIFY2(gauge->accessibleDescription().contains(u"Plivo asked to wait until "_s),
                 qPrintable(gauge->accessibleDescription()));
    QCOMPARE(gauge->size(), size);
    gauge->setNow(QDateTime::currentMSecsSinceEpoch() + 60'000);
    QVERIFY2(!gauge->words().contains(u"wait"_s), "a wait that is over goes");
}

void TestLivePage::gaugeKnowsWhatWasBeforeThePage()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), {});
    bench.world.refuse(30);
    bench.session().live()->refresh();
    QTRY_VERIFY(bench.session().live()->use().heldUntilMs > 0);
    bench.show();
    auto *gauge = bench.find<LimitGauge>(u"Use of the account's limit"_s);
    QVERIFY(gauge);
    QVERIFY2(gauge->accessibleDescription().contains(u"Plivo asked to wait until "_s),
             qPrintable(gauge->accessibleDescription()));
}

void TestLivePage::sortsOnceAllIsRead()
{
    LiveBench bench(On::Server);
    for (int n = 0; n < 40; ++n)
        bench.world.put(WindowBench::id(n), { .age = 60s * ((n * 7) % 40 + 1), .from = QByteArray::number(5000 + n) });
    bench.command(u"Live calls"_s)->trigger();
    bench.table()->sortByColumn(LiveCallModel::AgeColumn, Qt::AscendingOrder);
    QVERIFY(bench.read());
    const auto isSorted = [&bench] {
        QList<qint64> starts;
        for (int row = 0; row < bench.model().rowCount(); ++row)
            starts += bench.model().info(*bench.model().idAt(row))->startedAtMs;
        return starts.size() == 40 && std::is_sorted(starts.rbegin(), starts.rend());
    };
    QTRY_VERIFY(isSorted());
}

void TestLivePage::readsWhatIsInSightFirst()
{
    constexpr int Calls = 130; // more than reading may ask for at once
    constexpr int NeverSeen = 90;
    LiveBench bench(On::Server);
    for (int n = 0; n < Calls; ++n)
        bench.world.put(WindowBench::id(n), { .from = QByteArray::number(5000 + n) });
    // What is asked about single calls waits until the table has been scrolled, and the reading heard of it.
    bench.server().hold([](const Request &request) { return request.ask().has_value(); });
    bench.show();
    QTRY_COMPARE(bench.model().rowCount(), Calls);
    bench.table()->scrollToBottom();
    QTest::qWait(1000);
    bench.server().release();
    QVERIFY(bench.read(30'000));
    // When each was asked for, among all of them.
    QHash<QByteArray, int> turns;
    const auto requests = bench.server().requests();
    for (const Request &request : requests) {
        if (request.ask() && !turns.contains(request.callId()))
            turns.insert(request.callId(), static_cast<int>(turns.size()));
    }
    QCOMPARE(turns.size(), Calls);
    QVERIFY2(turns.value(WindowBench::id(Calls - 1).toLatin1()) < turns.value(WindowBench::id(NeverSeen).toLatin1()),
             "the last row came into sight, the other never did");
    QCOMPARE(bench.session().live()->state().detailsRead, Calls);
}

void TestLivePage::followsTheAccount()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), {});
    QVERIFY(bench.open());
    bench.select({ 0 });
    QVERIFY(bench.session().switchAccount(Account::practice()));
    QVERIFY(bench.page()->selectedIds().isEmpty());
    QTRY_VERIFY(bench.model().total() > 20);
    QCOMPARE(bench.model().rowOf(WindowBench::id(0)), -1);
}

void TestLivePage::bearsOddLists()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0),
                    { .from = "<b>bold</b>",
                      .to = "",
                      .status = "dancing",
                      .direction = "sideways",
                      .name = "\\u202Eevil",
                      .start = "yesterday" });
    bench.world.addOddEntry();
    QVERIFY(bench.open());
    QCOMPARE(bench.rows(), u"0"_s);
    const auto cell = [&bench](int column) { return bench.model().index(0, column).data().toString(); };
    QCOMPARE(cell(LiveCallModel::AgeColumn), QString());
    QCOMPARE(cell(LiveCallModel::DirectionColumn), QString());
    QCOMPARE(cell(LiveCallModel::StatusColumn), u"dancing"_s);
    QCOMPARE(cell(LiveCallModel::StuckColumn), u"Not sure"_s);
    QVERIFY2(bench.stateWords().contains(u"1 entry of the list was left out"_s), qPrintable(bench.stateWords()));
    QVERIFY(!bench.window().grab().isNull());
}

void TestLivePage::greysWhatIsOverInTheMiddle()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), { .from = "1", .isOver = true });
    bench.world.put(WindowBench::id(1), { .age = 5h, .from = "2" });
    QVERIFY(bench.open());
    QCOMPARE(bench.rows(), u"(0) 1"_s);
    bench.table()->selectAll();
    QVERIFY(bench.find<QPushButton>(u"Hang up selected live calls"_s)->isEnabled());
    bench.command(u"Hang up selected"_s)->trigger();
    QCOMPARE(LiveBench::numbersOf(bench.session().calls()->ids()), u"1"_s);
}

void TestLivePage::asksForWhatAListMayHaveMissed()
{
    LiveBench bench(On::Server);
    bench.world.addOddEntry(); // so that a list counts as one that may have missed a call
    for (int n : { 0, 1 })
        bench.world.put(WindowBench::id(n), {});
    QVERIFY(bench.open());
    QCOMPARE(bench.rows(), u"0 1"_s);
    bench.world.end(WindowBench::id(0));
    QTest::keyClick(bench.table(), Qt::Key_F5);
    QTRY_COMPARE(bench.rows(), u"(0) 1"_s);
}

void TestLivePage::offersToCancelWhatIsGone()
{
    LiveBench bench(On::Server);
    for (int n = 0; n < 3; ++n)
        bench.world.put(WindowBench::id(n), { .from = QByteArray::number(5000 + n) });
    QVERIFY(bench.open());
    bench.world.put(WindowBench::id(1), { .isOver = true }); // on the list still
    bench.world.end(WindowBench::id(0));
    QVERIFY(bench.refresh());
    QTRY_COMPARE(bench.rows(), u"(0) (1) 2"_s);
    for (const int row : { 0, 1 }) {
        bench.select({ row });
        QVERIFY(!bench.find<QPushButton>(u"Cancel it as a request…"_s)); // the record was not asked for
        bench.table()->setFocus();
        QTest::keyClick(&bench.window(), Qt::Key_F6);
        QTRY_VERIFY(bench.find<QPushButton>(u"Cancel it as a request…"_s));
        QVERIFY(!bench.session().calls()->contains(WindowBench::id(row)));
    }
    QTest::mouseClick(bench.find<QPushButton>(u"Cancel it as a request…"_s), Qt::LeftButton);
    auto *dialog = bench.find<QDialog>(u"Confirm cancelling a request"_s);
    QVERIFY(dialog && dialog->accessibleDescription().contains(WindowBench::id(1).toString()));
    QCOMPARE(bench.session().calls()->ids(), QList { WindowBench::id(1) });
    QTest::qWait(150);
    QCOMPARE(bench.server().deletes(), 0);
    bench.server().script(WindowBench::id(1).toLatin1(), { Answer::ended() }, "DELETE");
    auto *confirm = bench.find<QPushButton>(u"Cancel the request"_s);
    QTRY_VERIFY(confirm->isEnabled());
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 1);
    QTRY_VERIFY(!bench.session().busy());
    QCOMPARE(bench.server().deletes(), 1);
    const QList<Request> requests = bench.server().requests();
    for (const Request &request : requests) {
        if (request.method == "DELETE")
            QVERIFY2(request.target.endsWith("/Request/" + WindowBench::id(1).toLatin1() + '/'),
                     request.target.constData());
    }
}

/// The fields stand on another page.
void TestLivePage::showsWhatIsMissingToCancelARequest()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), {});
    QVERIFY(bench.open());
    bench.world.end(WindowBench::id(0));
    QVERIFY(bench.refresh());
    Settings settings = bench.session().settings();
    settings.ticketRequired = true;
    bench.session().setSettings(settings);
    bench.select({ 0 });
    bench.table()->setFocus();
    QTest::keyClick(&bench.window(), Qt::Key_F6);
    QTRY_VERIFY(bench.find<QPushButton>(u"Cancel it as a request…"_s));
    QTest::mouseClick(bench.find<QPushButton>(u"Cancel it as a request…"_s), Qt::LeftButton);
    QVERIFY(!bench.find<QDialog>(u"Confirm cancelling a request"_s));
    auto *ticket = bench.find<QLineEdit>(u"Ticket"_s);
    QVERIFY(ticket && ticket->isVisible());
    QCOMPARE(QApplication::focusWidget(), ticket);
    QCOMPARE(bench.session().calls()->ids(), QList<CallId>());
    QCOMPARE(bench.server().deletes(), 0);
}

void TestLivePage::saysWhyThereIsNoList_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("the token is refused") << Answer::unauthorizedText();
    QTest::newRow("not permitted") << Answer::forbidden();
    QTest::newRow("a page that is no list") << Answer::with(200, "text/html", "<html>Log in</html>");
    QTest::newRow("half of a list") << Answer::json(200, "{\"calls\": [\"10000000-86a6-11e4-b303-49");
    QTest::newRow("another address") << Answer::redirect(302, "http://127.0.0.1:9/");
}

void TestLivePage::saysWhyThereIsNoList()
{
    QFETCH(const Answer, answer);
    LiveBench bench(On::Server);
    bench.world.answerAll(answer);
    bench.show();
    const LiveState &state = bench.session().live()->state();
    QTRY_VERIFY_WITH_TIMEOUT(!state.reading && state.hasFailed(), 15'000);
    QCOMPARE(bench.rows(), QString());
    QCOMPARE(bench.stateWords(), words::liveState(state, 0));
    QVERIFY(!bench.stateWords().contains(u'<'));
    QVERIFY(bench.stateWords().size() > 20);
    QCOMPARE(bench.server().deletes(), 0);
}

void TestLivePage::keepsTheListThatCantBeReadAgain()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), {});
    QVERIFY(bench.open());
    bench.select({ 0 });
    bench.world.answerAll(Answer::forbidden());
    QTest::keyClick(&bench.window(), Qt::Key_F5);
    const LiveState &state = bench.session().live()->state();
    QTRY_VERIFY(!state.reading && state.hasFailed());
    QCOMPARE(bench.rows(), u"0"_s); // nobody knows that it is gone
    QCOMPARE(LiveBench::numbersOf(bench.page()->selectedIds()), u"0"_s);
    QVERIFY2(bench.stateWords().startsWith(u"As of "_s), qPrintable(bench.stateWords()));
}

void TestLivePage::filtersByTextAndSign()
{
    LiveBench bench(On::Server);
    bench.world.put(WindowBench::id(0), { .age = 5h, .from = "1", .name = "Berta" });
    bench.world.put(WindowBench::id(1), { .from = "2", .name = "Anton" });
    QVERIFY(bench.open());
    QTest::keyClick(&bench.window(), Qt::Key_F, Qt::ControlModifier);
    auto *field = bench.find<QLineEdit>(u"Filter live calls"_s);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"anton"_s);
    QCOMPARE(bench.rows(), u"1"_s);
    QApplication::clipboard()->setText(u"berta"_s);
    bench.table()->setFocus();
    QTest::keyClick(&bench.window(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bench.rows(), u"0"_s);
    QCOMPARE(bench.session().calls()->total(), 0);
    field->clear();
    auto *signs = bench.find<QComboBox>(u"Show live calls"_s);
    signs->setCurrentIndex(signs->findText(u"What looks stuck"_s));
    QCOMPARE(bench.rows(), u"0"_s);
    Settings settings = bench.session().settings();
    settings.stuck.olderThan = 600min;
    bench.session().setSettings(settings);
    QCOMPARE(bench.rows(), QString());
    QVERIFY(signs->findText(u"Older than 10 h"_s) > 0);
    QCOMPARE(signs->currentText(), u"What looks stuck"_s);
}

void TestLivePage::copiesAndWantsDetails()
{
    LiveBench bench(On::Server);
    for (int n = 0; n < 2; ++n)
        bench.world.put(WindowBench::id(n), { .age = 1h, .from = QByteArray::number(5000 + n) });
    QVERIFY(bench.open());
    bench.table()->setFocus();
    bench.select({ 1 });
    bench.command(u"Copy UUIDs"_s)->trigger();
    QCOMPARE(QApplication::clipboard()->text(), WindowBench::id(1).toString() + u'\n');
    bench.command(u"Copy"_s)->trigger();
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(u"From\tTo\tDirection\tStatus\t"_s), qPrintable(copied));
    QVERIFY2(copied.contains(u"\n5001\t493022222\tOutbound\tIn progress\t"_s), qPrintable(copied));
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(5, 5), bench.table()->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(bench.table()->viewport(), &asked);
    const auto menus = bench.table()->window()->findChildren<QMenu *>();
    const auto copyAs = std::ranges::find_if(
        menus, [](const QMenu *menu) { return menu->title() == u"Co&py as"_s && menu->parentWidget()->isVisible(); });
    QVERIFY(copyAs != menus.cend() && (*copyAs)->isEnabled());
    (*copyAs)->actions().constFirst()->trigger();
    QVERIFY2(QApplication::clipboard()->text().contains(WindowBench::id(1).toString()),
             qPrintable(QApplication::clipboard()->text()));
    qobject_cast<QMenu *>((*copyAs)->parentWidget())->close();
    QSignalSpy details(bench.page(), &LivePage::detailsWanted);
    QTest::keyClick(bench.table(), Qt::Key_F6);
    QTest::keyClick(bench.table(), Qt::Key_Return);
    QTRY_COMPARE(details.size(), 2);
    QCOMPARE(details[0][0].value<QList<CallId>>(), QList { WindowBench::id(1) });
    QTest::keyClick(bench.table(), Qt::Key_Escape);
    QVERIFY(bench.page()->selectedIds().isEmpty());
}

void TestLivePage::showsThePracticeWorld()
{
    LiveBench bench(On::Practice);
    QVERIFY(bench.open());
    QVERIFY2(bench.model().total() > 20, qPrintable(bench.stateWords()));
    QVERIFY(!bench.model().stuck().isEmpty());
    const auto cells = [&bench](int column) {
        QStringList texts;
        for (int row = 0; row < bench.model().rowCount(); ++row)
            texts << bench.model().index(row, column).data().toString();
        return texts;
    };
    QVERIFY(cells(LiveCallModel::StatusColumn).contains(u"Queued"_s));
    QVERIFY(!cells(LiveCallModel::AgeColumn).filter(u"30:1"_s).isEmpty());
    QVERIFY(cells(LiveCallModel::AgeColumn).filter(u"-"_s).isEmpty());
    QVERIFY(!cells(LiveCallModel::StuckColumn).filter(u"Same from and to as another call"_s).isEmpty());
}

void TestLivePage::namesEveryControl()
{
    LiveBench bench(On::Practice);
    QVERIFY(bench.open());
    QCOMPARE(testing::namelessControls(QAccessible::queryAccessibleInterface(&bench.window())).join(u" "_s), QString());
    QStringList nameless;
    const auto controls = bench.page()->findChildren<QWidget *>();
    for (QWidget *control : controls) {
        const bool reachable = control->isVisible() && (control->focusPolicy() & Qt::TabFocus);
        if (reachable && QAccessible::queryAccessibleInterface(control)->text(QAccessible::Name).isEmpty())
            nameless += QString::fromLatin1(control->metaObject()->className());
    }
    QCOMPARE(nameless.join(u" "_s), QString());
}

void TestLivePage::tabGoesAsTheEyeDoes()
{
    LiveBench bench(On::Practice);
    QVERIFY(bench.open());
    bench.select({ 0 });
    QTRY_VERIFY(bench.find<QPushButton>(u"Select all that look stuck"_s)->isEnabled());
    bench.find<QPushButton>(u"Remove calls that are gone"_s)->setEnabled(true);
    bench.find<QComboBox>(u"Direction of the live calls"_s)->setFocus(Qt::TabFocusReason);
    QStringList order;
    for (int i = 0; i < 16 && bench.page()->isAncestorOf(QApplication::focusWidget()); ++i) {
        const QString name = QApplication::focusWidget()->accessibleName();
        order.append(name.startsWith(u"Age "_s) ? u"(an age)"_s : name);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(order.join(u", "_s),
             u"Direction of the live calls, Live calls from, Live calls to, Read the live calls anew, Refresh the live "
             "calls, Filter live calls, Show live calls, (an age), Live calls, Select all that look stuck, Remove "
             "calls that are gone, Add to list, Hang up selected live calls"_s);
}

QTEST_MAIN(TestLivePage)
#include "tst_livepage.moc"
