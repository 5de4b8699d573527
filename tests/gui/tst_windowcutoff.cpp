// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Who gets cut off: what the confirmation shows of the calls, the step that flagged ones need, and what a check skips.
#include "callscript.h"
#include "windowbench.h"

#include "domain/callwords.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

/// Each time a widget is switched on (true) or off.
class EnabledLog : public QObject
{
public:
    explicit EnabledLog(QWidget *watched) { watched->installEventFilter(this); }
    QList<bool> seen;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::EnabledChange)
            seen += static_cast<QWidget *>(watched)->isEnabled();
        return false;
    }
};

} // namespace

class TestWindowCutOff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flaggedCallsNeedTheStep_data();
    void flaggedCallsNeedTheStep();
    void theTypedNumberFollows();
    void takesTheStepBack();
    void onlyFlaggedOnesNeedIt();
    void showsWhoIsOnThem();
    void groupsLegs();
    void saysWhatIsProtected();
    void restsWhenMoreAreToBeEnded();
    void aDryRunSendsNoDelete();
    void theCheckSkipsWhatChanged();
    void nothingMovesWhileItIsRead_data();
    void nothingMovesWhileItIsRead();
    void readsNothingOfManyCalls();
    void saysNothingOfALookThatIsTaken();
    void readsNothingWhenSwitchedOff();
    void stopsReadingWhenItCloses();

private:
    static QDialog *dialog(const WindowBench &bench) { return bench.find<QDialog>(u"Confirm hang up"_s); }
    static QCheckBox *step(const WindowBench &bench)
    {
        const auto boxes = dialog(bench)->findChildren<QCheckBox *>();
        for (QCheckBox *box : boxes) {
            if (box->isVisible() && box->accessibleName().startsWith(u"Also end"_s))
                return box;
        }
        return nullptr;
    }
    static QString state(const WindowBench &bench)
    {
        const auto *label = bench.find<QLabel>(u"State of the calls"_s);
        return label ? label->text() : QString();
    }
    static QTableWidget *table(const WindowBench &bench) { return bench.find<QTableWidget>(u"Calls to end"_s); }
    static QString cell(const WindowBench &bench, int row, int column)
    {
        return table(bench)->item(row, column)->text();
    }
    static bool allRead(const WindowBench &bench) { return !state(bench).startsWith(u"Asking"_s); }
    static std::unique_ptr<WindowBench> checking()
    {
        return std::make_unique<WindowBench>(WindowBench::On::Server, QString(), std::nullopt, QString(),
                                             WindowBench::Grace::Off, WindowBench::Checks::On);
    }
    static void set(WindowBench &bench, const std::function<void(Settings &)> &change)
    {
        Settings settings = bench.session().settings();
        change(settings);
        bench.session().setSettings(settings);
    }
    static CallResult resultOf(WindowBench &bench, const CallId &id)
    {
        return bench.session().calls()->result(id).value_or(CallResult { id });
    }
};

void TestWindowCutOff::flaggedCallsNeedTheStep_data()
{
    QTest::addColumn<bool>("taken");
    QTest::addColumn<int>("ended");
    QTest::newRow("left out without it") << false << 1;
    QTest::newRow("ended with it") << true << 3;
}

void TestWindowCutOff::flaggedCallsNeedTheStep()
{
    QFETCH(bool, taken);
    QFETCH(int, ended);
    const auto bench = checking();
    CallScript script(bench->server());
    const QList<CallId> ids = bench->list(3);
    script.set(ids[0], {});
    script.set(ids[1], { .ageSeconds = 5 });
    script.set(ids[2], { .direction = "inbound" });
    bench->askForAll();
    QVERIFY(dialog(*bench));
    QTRY_VERIFY(allRead(*bench));
    QVERIFY(step(*bench));
    QVERIFY(!step(*bench)->isChecked());
    QCOMPARE(step(*bench)->accessibleName(),
             u"Also end the 2 calls that are flagged: Answered inbound call · Under 1 min old"_s);
    QVERIFY(bench->confirmButton(1));
    QVERIFY(!bench->confirmButton(3));
    QVERIFY(dialog(*bench)->accessibleDescription().contains(u"End this call on Environment?"_s));
    if (taken) {
        QTest::keyClick(step(*bench), Qt::Key_Space);
        QVERIFY(step(*bench)->isChecked());
        QVERIFY(dialog(*bench)->accessibleDescription().contains(u"End these 3 calls on Environment?"_s));
    }
    QVERIFY(bench->confirm(ended));
    QTRY_COMPARE(bench->session().calls()->tally()[Outcome::Ended], ended);
    QTRY_VERIFY(!bench->session().busy());
    QCOMPARE(bench->server().deletes(), ended);
    QCOMPARE(bench->server().deletesFor(ids[0]), 1);
    QCOMPARE(bench->session().calls()->state(ids[1]), taken ? CallState::Done : CallState::Listed);
    QVERIFY(bench->server().dangerousDeletes().isEmpty());
}

void TestWindowCutOff::theTypedNumberFollows()
{
    const auto bench = checking();
    set(*bench, [](Settings &settings) { settings.typeNumberAbove = 2; });
    CallScript script(bench->server());
    const QList<CallId> ids = bench->list(4);
    for (const CallId &id : ids)
        script.set(id, {});
    script.set(ids[3], { .direction = "inbound" });
    bench->askForAll();
    QTRY_VERIFY(allRead(*bench));
    auto *number = bench->find<QLineEdit>(u"Number of calls"_s);
    QVERIFY(number);
    number->setText(u"4"_s);
    QPushButton *confirm = bench->confirmButton(3);
    QVERIFY(confirm);
    QTest::qWait(QApplication::doubleClickInterval() + 100);
    QVERIFY(!confirm->isEnabled());
    step(*bench)->setChecked(true);
    QTRY_VERIFY(confirm->isEnabled()); // it says 4 now
    QCOMPARE(confirm->text(), u"Hang up 4 calls"_s);
    step(*bench)->setChecked(false);
    QVERIFY(!confirm->isEnabled());
    number->setText(u"3"_s);
    QVERIFY(confirm->isEnabled());
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_COMPARE(bench->session().calls()->tally()[Outcome::Ended], 3);
    QCOMPARE(bench->server().deletesFor(ids[3]), 0);
}

/// A step taken for some calls is none for others.
void TestWindowCutOff::takesTheStepBack()
{
    const auto bench = checking();
    CallScript script(bench->server());
    const QList<CallId> ids = bench->list(3);
    script.set(ids[0], {});
    script.set(ids[1], { .direction = "inbound" });
    script.set(ids[2], { .direction = "inbound" });
    CallScript::hold(bench->server(), ids[2]);
    bench->askForAll();
    QTRY_VERIFY(step(*bench));
    step(*bench)->setChecked(true);
    QVERIFY(bench->confirmButton(3));
    bench->server().release();
    QTRY_VERIFY(allRead(*bench));
    QVERIFY(!step(*bench)->isChecked());
    QCOMPARE(state(*bench), u"More calls are flagged now: the tick was taken back."_s);
    QVERIFY(bench->confirmButton(1));
    step(*bench)->setChecked(true);
    QVERIFY(!state(*bench).contains(u"taken back"_s));
    QVERIFY(bench->confirm(3));
    QTRY_COMPARE(bench->session().calls()->tally()[Outcome::Ended], 3);
}

void TestWindowCutOff::onlyFlaggedOnesNeedIt()
{
    const auto bench = checking();
    CallScript script(bench->server());
    const QList<CallId> ids = bench->list(2);
    script.set(ids[0], { .ageSeconds = 1 });
    script.set(ids[1], { .ageSeconds = 1 });
    bench->askForAll();
    QTRY_VERIFY(allRead(*bench));
    QPushButton *confirm = bench->confirmButton(0);
    QVERIFY(confirm);
    QTest::qWait(QApplication::doubleClickInterval() + 100);
    QVERIFY(!confirm->isEnabled());
    confirm->click();
    QVERIFY(dialog(*bench));
    step(*bench)->setChecked(true);
    QVERIFY(bench->confirm(2));
    QTRY_COMPARE(bench->session().calls()->tally()[Outcome::Ended], 2);
}

void TestWindowCutOff::showsWhoIsOnThem()
{
    const auto bench = checking();
    CallScript script(bench->server());
    const QList<CallId> ids = bench->list(4);
    script.set(ids[0], { .ageSeconds = 3725, .from = "4930123", .to = "15550001" });
    script.set(ids[1], { .direction = "inbound", .ageSeconds = 3725 });
    script.set(ids[2], { .isOver = true });
    bench->server().script(ids[3], Ask::Live, QList<Answer>(8, Answer::serverTrouble(503)));
    bench->askForAll();
    QTRY_VERIFY_WITH_TIMEOUT(allRead(*bench), 15'000);
    QCOMPARE(cell(*bench, 0, 0), ids[0].toString());
    QCOMPARE(cell(*bench, 0, 1), u"4930123"_s);
    QCOMPARE(cell(*bench, 0, 2), u"15550001"_s);
    QCOMPARE(cell(*bench, 0, 3), u"Outbound"_s);
    QVERIFY2(cell(*bench, 0, 4).startsWith(u"1:02:"_s), qPrintable(cell(*bench, 0, 4)));
    QCOMPARE(cell(*bench, 0, 5), QString());
    QCOMPARE(cell(*bench, 1, 5), u"Answered inbound call"_s);
    QVERIFY(!table(*bench)->item(1, 5)->icon().isNull());
    QCOMPARE(cell(*bench, 2, 5), u"Not live any more"_s);
    QCOMPARE(cell(*bench, 3, 5), u"Could not be read"_s);
    QCOMPARE(state(*bench), u"1 call could not be read."_s);
    QVERIFY(
        dialog(*bench)->accessibleDescription().contains(ids[1].toString() + u", 14155550100, 14155550101, Inbound"_s));
}

void TestWindowCutOff::groupsLegs()
{
    const auto bench = checking();
    CallScript script(bench->server());
    const QList<CallId> ids = bench->list(3);
    script.set(ids[0], { .parent = ids[2].toLatin1() });
    script.set(ids[1], {});
    script.set(ids[2], {});
    bench->askForAll();
    QTRY_VERIFY(allRead(*bench));
    QCOMPARE(cell(*bench, 0, 0), ids[2].toString());
    QCOMPARE(cell(*bench, 1, 0), u"   └ "_s + ids[0].toString());
    QCOMPARE(cell(*bench, 2, 0), ids[1].toString());
    // The whole id, and nothing else, is what is copied.
    table(*bench)->selectRow(1);
    QTest::keyClick(table(*bench), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), ids[0].toString());
}

void TestWindowCutOff::saysWhatIsProtected()
{
    const auto bench = checking();
    set(*bench, [](Settings &settings) {
        settings.cutOff.protectedNumbers = ProtectedNumbers::parse(u"+1 800 555 0100").numbers;
    });
    CallScript script(bench->server());
    const QList<CallId> ids = bench->list(2);
    script.set(ids[0], { .to = "18005550100" });
    script.set(ids[1], {});
    bench->askForAll();
    QTRY_VERIFY(allRead(*bench));
    QCOMPARE(cell(*bench, 0, 5), u"Protected number · left out"_s);
    QVERIFY2(
        state(*bench).endsWith(u"1 call has a protected number, or none that can be read, and will be left out."_s),
        qPrintable(state(*bench)));
    QVERIFY(bench->confirm(2));
    QTRY_COMPARE(bench->session().calls()->tally()[Outcome::Ended], 1);
    QTRY_VERIFY(!bench->session().busy());
    QCOMPARE(resultOf(*bench, ids[0]).reason, Reason::NumberProtected);
    QCOMPARE(bench->server().deletesFor(ids[0]), 0);
}

/// Whoever was about to press saw another number: one that was young has grown old when the other one is read.
void TestWindowCutOff::restsWhenMoreAreToBeEnded()
{
    const auto bench = checking();
    CallScript script(bench->server());
    const QList<CallId> ids = bench->list(2);
    script.set(ids[0], { .ageSeconds = 55 });
    script.set(ids[1], {});
    CallScript::hold(bench->server(), ids[1]);
    bench->askForAll();
    QVERIFY(dialog(*bench));
    QTRY_VERIFY2(bench->confirmButton(1) && bench->confirmButton(1)->isEnabled(), qPrintable(state(*bench)));
    EnabledLog log(bench->confirmButton(1));
    QTest::qWait(6000);
    bench->server().release();
    QTRY_VERIFY_WITH_TIMEOUT(bench->confirmButton(2) && bench->confirmButton(2)->isEnabled(), 15'000);
    // However late this looks: it was off in between.
    QVERIFY2(!log.seen.isEmpty() && log.seen.last(), "the red button was there for two calls at once");
    dialog(*bench)->reject();
}

void TestWindowCutOff::aDryRunSendsNoDelete()
{
    const auto bench = checking();
    CallScript script(bench->server());
    const QList<CallId> ids = bench->list(2);
    for (const CallId &id : ids)
        script.set(id, {});
    bench->askForAll();
    QTRY_VERIFY(allRead(*bench));
    auto *dryRun = bench->find<QCheckBox>(u"Dry run"_s);
    QVERIFY(dryRun);
    QVERIFY(!dryRun->isChecked());
    dryRun->setChecked(true);
    auto *tryThem = bench->find<QPushButton>(u"Try 2 calls"_s);
    QVERIFY(tryThem);
    QVERIFY(dialog(*bench)->accessibleDescription().contains(u"Nobody is cut off"_s));
    QTRY_VERIFY(tryThem->isEnabled());
    QTest::mouseClick(tryThem, Qt::LeftButton);
    QTRY_COMPARE(bench->session().calls()->tally()[Outcome::NotSent], 2);
    QTRY_VERIFY(!bench->session().busy());
    for (const CallId &id : ids)
        QCOMPARE(resultOf(*bench, id).reason, Reason::DryRun);
    QCOMPARE(bench->server().deletes(), 0);
}

void TestWindowCutOff::theCheckSkipsWhatChanged()
{
    const auto bench = checking();
    CallScript script(bench->server());
    const QList<CallId> ids = bench->list(3);
    for (const CallId &id : ids)
        script.set(id, {});
    bench->askForAll();
    QTRY_VERIFY(allRead(*bench));
    script.set(ids[0], { .isOver = true });
    script.set(ids[1], { .from = "15559999" });
    QVERIFY(bench->confirm(3));
    QTRY_COMPARE(bench->session().calls()->tally()[Outcome::Ended], 1);
    QTRY_COMPARE(bench->session().calls()->tally()[Outcome::NotSent], 2);
    QCOMPARE(resultOf(*bench, ids[0]).reason, Reason::OverAlready);
    QCOMPARE(resultOf(*bench, ids[1]).reason, Reason::NumbersChanged);
    QCOMPARE(bench->server().deletes(), 1);
    QCOMPARE(bench->server().deletesFor(ids[2]), 1);
}

/// What becomes known moves no button, takes no focus, keeps what was typed and where the list was scrolled to.
void TestWindowCutOff::nothingMovesWhileItIsRead_data()
{
    QTest::addColumn<int>("calls");
    QTest::addColumn<int>("unflagged");
    QTest::newRow("one, whose list can't give any room") << 1 << 0;
    QTest::newRow("more than are in sight") << 20 << 13;
}

void TestWindowCutOff::nothingMovesWhileItIsRead()
{
    QFETCH(int, calls);
    QFETCH(int, unflagged);
    const auto bench = checking();
    set(*bench, [](Settings &settings) { settings.typeNumberAbove = 10; });
    CallScript script(bench->server());
    const QList<CallId> ids = bench->list(calls);
    for (int n = 0; n < calls; ++n)
        script.set(ids[n], { .direction = n % 3 == 0 ? "inbound" : "outbound" });
    bench->server().hold();
    bench->askForAll();
    QDialog *asked = dialog(*bench);
    QVERIFY(asked);
    QCoreApplication::sendPostedEvents();
    auto *number = bench->find<QLineEdit>(u"Number of calls"_s);
    QPushButton *confirm = bench->confirmButton(calls);
    auto *cancel = bench->find<QPushButton>(u"Cancel"_s);
    QVERIFY(confirm);
    QCOMPARE(number != nullptr, calls > 10);
    QTRY_COMPARE(QApplication::focusWidget(), cancel);
    if (number) {
        number->setFocus();
        QTest::keyClicks(number, QString::number(unflagged));
    }
    const QWidget *focused = QApplication::focusWidget();
    table(*bench)->verticalScrollBar()->setValue(5);
    const QSize size = asked->size();
    const QRect before(confirm->mapTo(asked, QPoint()), confirm->size());
    const QPoint beside = cancel->mapTo(asked, QPoint());
    const int scrolled = table(*bench)->verticalScrollBar()->value();
    QVERIFY(!allRead(*bench));
    bench->server().release();
    QTRY_VERIFY_WITH_TIMEOUT(allRead(*bench), 15'000);
    QVERIFY(step(*bench));
    const auto compare = [&] {
        // What changed has its new place with the next turn.
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(asked->size(), size);
        QCOMPARE(QRect(confirm->mapTo(asked, QPoint()), confirm->size()), before);
        QCOMPARE(cancel->mapTo(asked, QPoint()), beside);
        QCOMPARE(QApplication::focusWidget(), focused);
        QCOMPARE(table(*bench)->verticalScrollBar()->value(), scrolled);
    };
    QCOMPARE(confirm->text(), u"Hang up %1 calls"_s.arg(unflagged));
    compare();
    if (number)
        QCOMPARE(number->text(), QString::number(unflagged));
    step(*bench)->setChecked(true);
    compare();
}

void TestWindowCutOff::readsNothingOfManyCalls()
{
    const auto bench = checking();
    bench->list(60);
    bench->askForAll();
    QVERIFY(dialog(*bench));
    QTest::qWait(150);
    QCOMPARE(bench->server().count(), 0);
    QCOMPARE(table(*bench)->rowCount(), 7);
    QCOMPARE(cell(*bench, 3, 0), u"… and 54 more …"_s);
    QVERIFY(!step(*bench));
    QVERIFY2(dialog(*bench)->accessibleDescription().contains(words::endedUnseen(60)),
             qPrintable(dialog(*bench)->accessibleDescription()));
}

void TestWindowCutOff::saysNothingOfALookThatIsTaken()
{
    const auto bench = checking();
    CallScript script(bench->server());
    const QList<CallId> ids = bench->list(2);
    script.set(ids[0], {});
    script.set(ids[1], {});
    bench->askForAll();
    QVERIFY(dialog(*bench));
    QVERIFY(!dialog(*bench)->accessibleDescription().contains(words::endedUnseen(2)));
}

void TestWindowCutOff::readsNothingWhenSwitchedOff()
{
    WindowBench bench(WindowBench::On::Server);
    bench.list(3);
    bench.askForAll();
    QVERIFY(dialog(bench));
    QTest::qWait(150);
    QCOMPARE(bench.server().count(), 0);
    QVERIFY(!dialog(bench)->accessibleDescription().contains(u"looked at once more"_s));
}

void TestWindowCutOff::stopsReadingWhenItCloses()
{
    const auto bench = checking();
    CallScript script(bench->server());
    const QList<CallId> ids = bench->list(50);
    for (const CallId &id : ids)
        script.set(id, {});
    // Nobody is answered before it closes, so not all of them can have been asked about by then.
    bench->server().hold();
    bench->askForAll();
    QVERIFY(dialog(*bench));
    QTRY_VERIFY(bench->server().count() > 0);
    QTest::keyClick(dialog(*bench), Qt::Key_Escape);
    bench->server().release();
    QTest::qWait(1500);
    const int asked = bench->server().count();
    QVERIFY2(asked < 50, qPrintable(QString::number(asked)));
    QCOMPARE(bench->server().deletes(), 0);
}

QTEST_MAIN(TestWindowCutOff)
#include "tst_windowcutoff.moc"
