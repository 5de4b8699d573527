// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Details of any row: Look up, legs, what can be done about an unknown id, and Copy as.
#include "callscript.h"
#include "windowbench.h"

#include "ui/calldetails.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestWindowDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnlyForASelection();
    void showsALiveCall();
    void showsACallThatIsOver();
    void saysThatItHasEndedSince();
    void keepsWhatIsKnownWhenAskedInVain();
    void showsWhatLooksStuck();
    void followsTheSelection();
    void goesToALeg();
    void looksUpAllSelected();
    void cancelsARequestOnlyOnceConfirmed_data();
    void cancelsARequestOnlyOnceConfirmed();
    void offersToCancelWhatALookFoundOver();
    void asksOtherAccountsOnlyAfterYes_data();
    void asksOtherAccountsOnlyAfterYes();
    void copiesWithPlaceholders_data();
    void copiesWithPlaceholders();
    void copiesExactlyOne();
    void getsItsAnswerAlthoughAConfirmationCloses();
    void keepsItsWidth();
    void leavesTheWindowItsSize();

private:
    static CallDetails *pane(const WindowBench &bench) { return bench.find<CallDetails>(u"Call details"_s); }
    static QString text(const WindowBench &bench) { return pane(bench) ? pane(bench)->text() : QString(); }
    static void selectRow(WindowBench &bench, int row)
    {
        auto *table = bench.find<QTableView>(u"Calls"_s);
        table->setFocus();
        table->selectRow(row);
    }
    static void lookUpRow(WindowBench &bench, int row)
    {
        selectRow(bench, row);
        QTest::keyClick(&bench.window(), Qt::Key_F6);
    }
    static QList<QByteArray> deleted(WindowBench &bench)
    {
        QList<QByteArray> targets;
        const auto requests = bench.server().requests();
        for (const Request &request : requests) {
            if (request.method == "DELETE")
                targets += request.target;
        }
        return targets;
    }
};

void TestWindowDetails::asksOnlyForASelection()
{
    WindowBench bench(WindowBench::On::Server);
    bench.list(2);
    QVERIFY(!bench.command(u"Look up"_s)->isEnabled());
    QTest::keyClick(&bench.window(), Qt::Key_F6);
    QVERIFY(!pane(bench));
    QCOMPARE(bench.server().count(), 0);
}

void TestWindowDetails::showsALiveCall()
{
    WindowBench bench(WindowBench::On::Server);
    CallScript script(bench.server());
    const CallId id = WindowBench::id(0);
    bench.session().addText(u"Customer Smith hangs since noon: "_s + id.toString(), TextSource::Pasted);
    script.set(
        id,
        { .direction = "inbound", .ageSeconds = 3725, .from = "4930123", .to = "15550001", .caller = "<b>Ann</b>" });
    lookUpRow(bench, 0);
    QVERIFY(pane(bench));
    QTRY_VERIFY2(text(bench).contains(u"Live for 1:02:"_s), qPrintable(text(bench)));
    for (const QString &line :
         { id.toString(), u"From: 4930123"_s, u"To: 15550001"_s, u"Direction: Inbound"_s, u"Status: In progress"_s,
           u"Caller name: <b>Ann</b>"_s, u"Request: "_s + id.toString(), u"Customer Smith hangs since noon"_s })
        QVERIFY2(text(bench).contains(line), qPrintable(line + u'\n' + text(bench)));
    QVERIFY(text(bench).contains(u"As of: "_s));
    QVERIFY2(bench.status().startsWith(u"Live for 1:02:"_s), qPrintable(bench.status()));
    // The table has it too.
    const CallListModel *model = bench.session().calls();
    QCOMPARE(model->index(0, CallListModel::FromColumn).data().toString(), u"4930123"_s);
    QCOMPARE(bench.server().deletes(), 0);
    // Asked anew each time.
    const int asked = bench.server().asksFor(id, Ask::Live);
    QCOMPARE(asked, 1);
    QTest::keyClick(&bench.window(), Qt::Key_F6);
    QTRY_COMPARE(bench.server().asksFor(id, Ask::Live), 2);
}

void TestWindowDetails::showsACallThatIsOver()
{
    WindowBench bench(WindowBench::On::Server);
    CallScript script(bench.server());
    const QList<CallId> ids = bench.list(1);
    script.set(ids[0], { .isOver = true });
    lookUpRow(bench, 0);
    QTRY_VERIFY2(text(bench).contains(u"by the caller"_s, Qt::CaseInsensitive), qPrintable(text(bench)));
    QVERIFY2(text(bench).contains(u"Normal Hangup"_s), qPrintable(text(bench)));
    QVERIFY2(text(bench).contains(u"Status: Over"_s), qPrintable(text(bench)));
    QVERIFY(!bench.find<QPushButton>(u"Cancel it as a request…"_s));
}

void TestWindowDetails::saysThatItHasEndedSince()
{
    WindowBench bench(WindowBench::On::Server);
    CallScript script(bench.server());
    const QList<CallId> ids = bench.list(1);
    script.set(ids[0], { .ageSeconds = 5 * 3600 });
    lookUpRow(bench, 0);
    QTRY_VERIFY2(text(bench).contains(u"Live for 5:00:"_s), qPrintable(text(bench)));
    bench.askForAll();
    QVERIFY(bench.confirm(1));
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 1);
    QTRY_VERIFY2(!text(bench).contains(u"Live for"_s), qPrintable(text(bench)));
    QVERIFY2(!text(bench).contains(u"Looks stuck"_s), qPrintable(text(bench)));
    QVERIFY2(text(bench).contains(u"To: 14155550101"_s), qPrintable(text(bench)));
}

void TestWindowDetails::keepsWhatIsKnownWhenAskedInVain()
{
    WindowBench bench(WindowBench::On::Server);
    CallScript script(bench.server());
    const QList<CallId> ids = bench.list(1);
    script.set(ids[0], { .to = "15550001" });
    lookUpRow(bench, 0);
    QTRY_VERIFY2(text(bench).contains(u"To: 15550001"_s), qPrintable(text(bench)));
    bench.server().setAskAnswer(Ask::Live, Answer::json(400, "{}"));
    QTest::keyClick(&bench.window(), Qt::Key_F6);
    QTRY_VERIFY2(bench.status().contains(u"could not be read"_s), qPrintable(bench.status()));
    QVERIFY2(text(bench).contains(u"To: 15550001"_s), qPrintable(text(bench)));
}

void TestWindowDetails::showsWhatLooksStuck()
{
    WindowBench bench(WindowBench::On::Server);
    CallScript script(bench.server());
    const QList<CallId> ids = bench.list(1);
    script.set(ids[0], { .ageSeconds = 5 * 3600 });
    lookUpRow(bench, 0);
    QTRY_VERIFY2(text(bench).contains(u"Looks stuck: Older than 4 h"_s), qPrintable(text(bench)));
}

void TestWindowDetails::followsTheSelection()
{
    WindowBench bench(WindowBench::On::Server);
    CallScript script(bench.server());
    const QList<CallId> ids = bench.list(2);
    script.set(ids[0], {});
    lookUpRow(bench, 0);
    QTRY_VERIFY(text(bench).contains(u"Live for"_s));
    selectRow(bench, 1);
    QTRY_VERIFY2(text(bench).startsWith(ids[1].toString()), qPrintable(text(bench)));
    QVERIFY(text(bench).contains(u"Not looked up yet"_s));
    QCOMPARE(bench.server().countFor(ids[1]), 0); // following asks nothing
    selectRow(bench, 0);
    QTRY_VERIFY(text(bench).contains(u"Live for"_s));
    QTest::mouseClick(bench.find<QWidget>(u"Close the details"_s), Qt::LeftButton);
    QVERIFY(!pane(bench));
}

void TestWindowDetails::goesToALeg()
{
    WindowBench bench(WindowBench::On::Server);
    CallScript script(bench.server());
    const QList<CallId> ids = bench.list(2);
    const CallId unlisted = WindowBench::id(50);
    script.set(ids[0], { .parent = ids[1].toLatin1() });
    script.set(ids[1], { .parent = unlisted.toLatin1() });
    script.set(unlisted, { .from = "777" });
    lookUpRow(bench, 0);
    QTRY_VERIFY2(text(bench).contains(u"A leg "_s + ids[1].toString()), qPrintable(text(bench)));
    QTest::mouseClick(bench.find<QPushButton>(u"A leg "_s + ids[1].toString()), Qt::LeftButton);
    // Its row is selected, and it is looked up; both its legs are known then.
    QTRY_VERIFY2(text(bench).contains(u"B leg "_s + ids[0].toString()), qPrintable(text(bench)));
    QTRY_VERIFY2(text(bench).contains(u"A leg "_s + unlisted.toString()), qPrintable(text(bench)));
    QCOMPARE(bench.find<QTableView>(u"Calls"_s)->currentIndex().row(), 1);
    QTest::mouseClick(bench.find<QPushButton>(u"A leg "_s + unlisted.toString()), Qt::LeftButton);
    QTRY_VERIFY2(text(bench).contains(u"From: 777"_s), qPrintable(text(bench)));
    QCOMPARE(bench.session().calls()->total(), 2); // looking lists nothing
}

void TestWindowDetails::looksUpAllSelected()
{
    WindowBench bench(WindowBench::On::Server);
    CallScript script(bench.server());
    const QList<CallId> ids = bench.list(4);
    script.set(ids[0], {});
    script.set(ids[1], { .isOver = true });
    bench.selectAll();
    QTest::keyClick(&bench.window(), Qt::Key_F6);
    QTRY_COMPARE(bench.status(), u"Looked up: 2 known, 2 not known to this account, 0 could not be read."_s);
    QCOMPARE(bench.server().deletes(), 0);
}

void TestWindowDetails::cancelsARequestOnlyOnceConfirmed_data()
{
    QTest::addColumn<bool>("confirmed");
    QTest::newRow("confirmed") << true;
    QTest::newRow("not confirmed") << false;
}

void TestWindowDetails::cancelsARequestOnlyOnceConfirmed()
{
    QFETCH(bool, confirmed);
    WindowBench bench(WindowBench::On::Server);
    const CallScript script(bench.server());
    const QList<CallId> ids = bench.list(1);
    lookUpRow(bench, 0);
    QTRY_VERIFY2(text(bench).contains(u"This account has no such call"_s), qPrintable(text(bench)));
    auto *offer = bench.find<QPushButton>(u"Cancel it as a request…"_s);
    QVERIFY(offer);
    QTest::mouseClick(offer, Qt::LeftButton);
    auto *dialog = bench.find<QDialog>(u"Confirm cancelling a request"_s);
    QVERIFY(dialog);
    QVERIFY(dialog->accessibleDescription().contains(ids[0].toString()));
    QVERIFY(dialog->accessibleDescription().contains(u"Cancel this request on Environment?"_s));
    auto *back = bench.find<QPushButton>(u"Back"_s);
    QVERIFY(back);
    QVERIFY(back->isDefault());
    QTRY_COMPARE(QApplication::focusWidget(), back);
    QCOMPARE(bench.server().deletes(), 0);
    if (!confirmed) {
        QTest::keyClick(back, Qt::Key_Return);
        QTest::qWait(150);
        QVERIFY(deleted(bench).isEmpty());
        QCOMPARE(bench.session().calls()->state(ids[0]), CallState::Listed);
        return;
    }
    auto *confirm = bench.find<QPushButton>(u"Cancel the request"_s);
    QTRY_VERIFY(confirm->isEnabled());
    const QPointer<QPushButton> pressed = confirm;
    QTest::mouseClick(confirm, Qt::LeftButton);
    if (pressed)
        pressed->click(); // the second of a double click
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 1);
    QTRY_VERIFY(!bench.session().busy());
    QCOMPARE(deleted(bench),
             QList<QByteArray> { "/v1/Account/MATESTTESTTESTTEST01/Request/" + ids[0].toLatin1() + '/' });
    QTRY_VERIFY(!bench.find<QPushButton>(u"Cancel it as a request…"_s));
}

/// With the looks before the end, which are usual, an id that is no call comes to "over already".
void TestWindowDetails::offersToCancelWhatALookFoundOver()
{
    WindowBench bench(WindowBench::On::Server, QString(), std::nullopt, QString(), WindowBench::Grace::Off,
                      WindowBench::Checks::On);
    CallScript script(bench.server());
    const QList<CallId> ids = bench.list(2);
    script.set(ids[1], {});
    lookUpRow(bench, 1); // a call, for the pane to be there
    QTRY_VERIFY2(text(bench).contains(u"Live for"_s), qPrintable(text(bench)));
    QVERIFY(!bench.find<QPushButton>(u"Cancel it as a request…"_s));
    selectRow(bench, 0);
    QVERIFY(!bench.find<QPushButton>(u"Cancel it as a request…"_s)); // nobody has said that it is none
    script.set(ids[1], { .isOver = true });
    bench.askForAll();
    QTRY_VERIFY(bench.confirmButton(2));
    QVERIFY(bench.confirm(2));
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::NotSent], 2);
    QCOMPARE(bench.session().calls()->result(ids[0])->reason, Reason::OverAlready);
    QPushButton *offer = nullptr;
    QTRY_VERIFY((offer = bench.find<QPushButton>(u"Cancel it as a request…"_s)));
    QTest::mouseClick(offer, Qt::LeftButton);
    auto *dialog = bench.find<QDialog>(u"Confirm cancelling a request"_s);
    QVERIFY(dialog && dialog->accessibleDescription().contains(ids[0].toString()));
    QTest::keyClick(bench.find<QPushButton>(u"Back"_s), Qt::Key_Return);
    QTRY_VERIFY(!bench.find<QDialog>(u"Confirm cancelling a request"_s));
    QCOMPARE(bench.server().deletes(), 0);
    // Of the other one there is a record since: it was a call.
    selectRow(bench, 1);
    QTRY_VERIFY(bench.command(u"Look up"_s)->isEnabled());
    bench.command(u"Look up"_s)->trigger();
    QTRY_VERIFY2(text(bench).contains(u"ended by the caller"_s), qPrintable(text(bench)));
    QVERIFY(!bench.find<QPushButton>(u"Cancel it as a request…"_s));
}

void TestWindowDetails::asksOtherAccountsOnlyAfterYes_data()
{
    QTest::addColumn<bool>("yes");
    QTest::newRow("yes") << true;
    QTest::newRow("no") << false;
}

void TestWindowDetails::asksOtherAccountsOnlyAfterYes()
{
    QFETCH(bool, yes);
    WindowBench bench;
    QSignalSpy said(&bench.session(), &Session::readElsewhere);
    bench.list(1);
    lookUpRow(bench, 0);
    QTRY_VERIFY2(text(bench).contains(u"This account has no such call"_s), qPrintable(text(bench)));
    auto *offer = bench.find<QPushButton>(u"Look in other accounts…"_s);
    QVERIFY(offer);
    QTest::mouseClick(offer, Qt::LeftButton);
    auto *box = bench.window().findChild<QMessageBox *>();
    QVERIFY(box);
    const QString other = Account::secondPractice().name;
    QVERIFY2(box->text().contains(other), qPrintable(box->text()));
    QTest::qWait(200);
    QCOMPARE(said.count(), 0);
    const auto buttons = box->buttons();
    for (QAbstractButton *button : buttons) {
        if (button->text().remove(u'&') == (yes ? u"Ask them"_s : u"Cancel"_s)) {
            button->click();
            break;
        }
    }
    if (yes)
        QTRY_VERIFY2(text(bench).contains(other + u": no such call"_s), qPrintable(text(bench)));
    QTest::qWait(200);
    QCOMPARE(said.count(), yes ? 1 : 0);
    QCOMPARE(bench.session().calls()->tally().accepted(), 0);
}

void TestWindowDetails::copiesWithPlaceholders_data()
{
    QTest::addColumn<CopyLanguage>("language");
    QTest::addColumn<QString>("name");
    for (const CopyLanguage language : AllCopyLanguages)
        QTest::newRow(qPrintable(copyLanguageName(language))) << language << copyLanguageName(language);
}

void TestWindowDetails::copiesWithPlaceholders()
{
    QFETCH(CopyLanguage, language);
    QFETCH(QString, name);
    WindowBench bench(WindowBench::On::Server);
    const QList<CallId> ids = bench.list(2);
    selectRow(bench, 1);
    QAction *action = bench.command(name);
    QVERIFY(action);
    QVERIFY(action->isEnabled());
    action->trigger();
    const QString copied = QApplication::clipboard()->text();
    QCOMPARE(copied, copyAs(language, ids[1]));
    QVERIFY(copied.contains(ids[1].toString()));
    QVERIFY(copied.contains(u"PLIVO_AUTH_TOKEN"_s));
    QVERIFY(!copied.contains(WindowBench::token()));
    QVERIFY(!copied.contains(u"MATESTTESTTESTTEST01"_s));
    QCOMPARE(bench.status(),
             u"Copied as %1. It holds no credentials: put yours into PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN."_s.arg(name));
    QCOMPARE(bench.server().count(), 0);
}

void TestWindowDetails::copiesExactlyOne()
{
    WindowBench bench(WindowBench::On::Server);
    const auto submenu = [&bench] {
        const auto menus = bench.window().findChildren<QMenu *>();
        for (QMenu *menu : menus) {
            if (QString(menu->title()).remove(u'&') == u"Copy as"_s)
                return menu;
        }
        return static_cast<QMenu *>(nullptr);
    };
    bench.list(2);
    QVERIFY(submenu());
    QVERIFY(!submenu()->isEnabled());
    selectRow(bench, 0);
    QVERIFY(submenu()->isEnabled());
    bench.selectAll();
    QVERIFY(!submenu()->isEnabled());
}

/// A confirmation asks about the same calls, and stops that when it closes; who pressed F6 still gets the answer.
void TestWindowDetails::getsItsAnswerAlthoughAConfirmationCloses()
{
    WindowBench bench(WindowBench::On::Server, QString(), std::nullopt, QString(), WindowBench::Grace::Off,
                      WindowBench::Checks::On);
    CallScript script(bench.server());
    const QList<CallId> ids = bench.list(1);
    script.set(ids[0], {});
    bench.server().hold();
    lookUpRow(bench, 0);
    QTRY_VERIFY2(text(bench).contains(u"Asking Plivo"_s), qPrintable(text(bench)));
    bench.askForAll();
    auto *dialog = bench.find<QDialog>(u"Confirm hang up"_s);
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!bench.find<QDialog>(u"Confirm hang up"_s));
    bench.server().release();
    QTRY_VERIFY2(text(bench).contains(u"Live for"_s), qPrintable(text(bench)));
    QCOMPARE(bench.server().countFor(ids[0]), 1);
}

void TestWindowDetails::keepsItsWidth()
{
    const QTemporaryDir folder;
    const QString settings = folder.filePath(u"hangup.ini"_s);
    int width = 0;
    {
        WindowBench bench(WindowBench::On::Server, settings);
        bench.list(1);
        lookUpRow(bench, 0);
        QVERIFY(pane(bench));
        QCoreApplication::sendPostedEvents(); // laid out
        const int before = pane(bench)->width();
        auto *beside = bench.find<QSplitter>(u"Pages and call details"_s);
        const QList<int> sizes = beside->sizes();
        beside->setSizes({ sizes.at(0) - 60, sizes.at(1) + 60 });
        QCoreApplication::sendPostedEvents();
        width = pane(bench)->width();
        QCOMPARE(width, before + 60);
        QTest::mouseClick(bench.find<QWidget>(u"Close the details"_s), Qt::LeftButton);
        QVERIFY(bench.window().close());
    }
    WindowBench next(WindowBench::On::Server, settings);
    next.list(1);
    lookUpRow(next, 0);
    QVERIFY(pane(next));
    QTRY_COMPARE(pane(next)->width(), width);
}

/// The pane takes its room from the pages; the window stays as large as it is, and as small as it may be.
void TestWindowDetails::leavesTheWindowItsSize()
{
    WindowBench bench(WindowBench::On::Server);
    bench.list(1);
    const QSize size = bench.window().size();
    const QSize least = bench.window().minimumSizeHint();
    lookUpRow(bench, 0);
    QVERIFY(pane(bench));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(bench.window().size(), size);
    QVERIFY2(bench.window().minimumSizeHint().width() <= size.width(),
             qPrintable(QString::number(bench.window().minimumSizeHint().width())));
    QTest::mouseClick(bench.find<QWidget>(u"Close the details"_s), Qt::LeftButton);
    QCOMPARE(bench.window().minimumSizeHint(), least);
}

QTEST_MAIN(TestWindowDetails)
#include "tst_windowdetails.moc"
