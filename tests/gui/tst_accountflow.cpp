// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Accounts in the window: the box and the menu agree, a first start offers a way to begin, and what is sent goes to
// the account, the host and with the token that the user sees.
#include "accountbench.h"
#include "ui/accountbox.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestAccountFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boxAndMenuAgree();
    void boxIsNeverOnManage();
    void boxChangesByItsListAlone_data();
    void boxChangesByItsListAlone();
    void longAndForeignNamesDontBreakIt();
    void offersTwoWaysAtTheFirstStart();
    void practisesOnTheSecondAccountToo();
    void takesTheFirstAccountAtOnce();
    void tellsOfAnAccountAddedBesides();
    void asksAboutTheListWhenAddedFromIt();
    void opensTheAccountsFromTheMenu();
    void endsCallsWithTheAccountChosen();
    void sendsNothingToANewHostWithTheOldToken();
    void bringsNoOutcomeToAnotherAccount_data();
    void bringsNoOutcomeToAnotherAccount();
    void wrapsALongNameInTheConfirmation();

private:
    static AccountBox *box(AccountBench &bench) { return bench.window().find<AccountBox>(u"Account"_s); }
    static QMenu *menu(AccountBench &bench);
    static QStringList menuTexts(AccountBench &bench);
    static QStringList boxTexts(AccountBench &bench);
    static void pick(AccountBox *box, int index)
    {
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
};

QMenu *TestAccountFlow::menu(AccountBench &bench)
{
    const auto menus = bench.window().window().menuBar()->findChildren<QMenu *>();
    for (QMenu *one : menus) {
        if (one->title().remove(u'&') == u"Account"_s)
            return one;
    }
    return nullptr;
}

QStringList TestAccountFlow::menuTexts(AccountBench &bench)
{
    QStringList texts;
    const auto actions = menu(bench)->actions();
    for (const QAction *action : actions)
        texts += action->isSeparator() ? u"-"_s : (action->isChecked() ? u"*"_s : QString()) + action->text();
    return texts;
}

QStringList TestAccountFlow::boxTexts(AccountBench &bench)
{
    QStringList texts;
    for (int i = 0; i < box(bench)->count(); ++i) {
        const QString text = box(bench)->itemText(i);
        texts += text.isEmpty() ? u"-"_s : (i == box(bench)->currentIndex() ? u"*"_s : QString()) + text;
    }
    return texts;
}

void TestAccountFlow::boxAndMenuAgree()
{
    AccountBench bench;
    QCOMPARE(boxTexts(bench).join(u' '), u"*Practice account Practice account 2 - Manage accounts…"_s);
    QCOMPARE(menuTexts(bench).join(u' '), u"*Practice account Practice account 2 - A&dd an account… &Manage accounts…"_s);
    const QString a = bench.addAccount(u"A"_s, 1);
    bench.addAccount(u"B"_s, 2);
    QCOMPARE(boxTexts(bench).join(u' '), u"*Practice account Practice account 2 A B - Manage accounts…"_s);
    QCOMPARE(menuTexts(bench).join(u' '), u"*Practice account Practice account 2 A B - A&dd an account… &Manage accounts…"_s);
    pick(box(bench), 2);
    QCOMPARE(bench.session().account().key, a);
    QCOMPARE(menuTexts(bench).join(u' '), u"Practice account Practice account 2 *A B - A&dd an account… &Manage accounts…"_s);
    menu(bench)->actions().at(3)->trigger();
    QCOMPARE(bench.session().account().name, u"B"_s);
    QCOMPARE(boxTexts(bench).join(u' '), u"Practice account Practice account 2 A *B - Manage accounts…"_s);
    QVERIFY(!bench.book()->move(a, 1));
    QTRY_COMPARE(boxTexts(bench).join(u' '), u"Practice account Practice account 2 *B A - Manage accounts…"_s);
    QVERIFY(!bench.book()->remove(a));
    QTRY_COMPARE(boxTexts(bench).join(u' '), u"Practice account Practice account 2 *B - Manage accounts…"_s);
    QCOMPARE(menuTexts(bench).join(u' '), u"Practice account Practice account 2 *B - A&dd an account… &Manage accounts…"_s);
}

void TestAccountFlow::boxIsNeverOnManage()
{
    AccountBench bench;
    bench.addAccount(u"A"_s, 1);
    pick(box(bench), box(bench)->count() - 1);
    QCOMPARE(box(bench)->currentText(), u"Practice account"_s);
    QCOMPARE(bench.session().account(), Account::practice());
    QVERIFY(bench.dialog(u"Accounts"_s));
}

void TestAccountFlow::boxChangesByItsListAlone_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("a letter an account begins with") << int(Qt::Key_A);
    QTest::newRow("End") << int(Qt::Key_End);
    QTest::newRow("Page down") << int(Qt::Key_PageDown);
    QTest::newRow("Down opens the list") << int(Qt::Key_Down);
}

void TestAccountFlow::boxChangesByItsListAlone()
{
    QFETCH(const int, key);
    AccountBench bench;
    bench.addAccount(u"A"_s, 1);
    box(bench)->setFocus();
    QTest::keyClick(box(bench), static_cast<Qt::Key>(key));
    QCOMPARE(bench.session().account(), Account::practice());
    QCOMPARE(box(bench)->currentText(), u"Practice account"_s);
    QCOMPARE(box(bench)->view()->isVisible(), key == Qt::Key_Down);
    if (key != Qt::Key_Down)
        return;
    QTest::keyClick(box(bench)->view(), Qt::Key_Down);
    QTest::keyClick(box(bench)->view(), Qt::Key_Down);
    QTest::keyClick(box(bench)->view(), Qt::Key_Return);
    QTRY_COMPARE(bench.session().account().name, u"A"_s);
}

void TestAccountFlow::longAndForeignNamesDontBreakIt()
{
    const QString name = u"<b>&File</b> "_s + QString(40, u'W');
    AccountBench bench;
    const int before = bench.window().window().minimumSizeHint().width();
    const QString key = bench.addAccount(name, 1);
    QVERIFY(bench.session().switchAccount(*bench.book()->find(key)));
    QCOMPARE(box(bench)->currentText(), name);
    QVERIFY(box(bench)->width() <= 360);
    QVERIFY2(box(bench)->toolTip().contains(name.toHtmlEscaped()), qPrintable(box(bench)->toolTip()));
    QVERIFY(!box(bench)->toolTip().contains(u"<b>"_s));
    QCOMPARE(menu(bench)->actions().at(2)->text(), QString(name).replace(u'&', u"&&"_s));
    QCoreApplication::processEvents();
    QVERIFY2(bench.window().window().minimumSizeHint().width() <= before + 60,
             qPrintable(u"%1 after %2"_s.arg(bench.window().window().minimumSizeHint().width()).arg(before)));
}

void TestAccountFlow::offersTwoWaysAtTheFirstStart()
{
    AccountBench bench;
    QVERIFY(bench.window().find<QWidget>(u"Account notice"_s));
    QVERIFY(bench.window().window().findChildren<QDialog *>().isEmpty());
    QVERIFY(bench.window().find<QPushButton>(u"Add an account"_s));
    QVERIFY(!bench.window().find<QPushButton>(u"Open a file…"_s));
    QVERIFY(bench.press(&bench.window().window(), u"Practise with a sample ticket"_s));
    QTRY_VERIFY(bench.session().calls()->total() > 0);
    QVERIFY(!bench.window().find<QPushButton>(u"Add an account"_s));
    // Back when the list is empty again, until there is an account.
    bench.session().calls()->remove(bench.session().calls()->ids());
    QVERIFY(bench.window().find<QPushButton>(u"Add an account"_s));
    bench.addAccount(u"A"_s, 1);
    QVERIFY(!bench.window().find<QPushButton>(u"Add an account"_s));
    QVERIFY(bench.window().find<QPushButton>(u"Paste a sample ticket"_s));
}

void TestAccountFlow::practisesOnTheSecondAccountToo()
{
    AccountBench bench;
    pick(box(bench), 1);
    QCOMPARE(bench.session().account(), Account::secondPractice());
    QCOMPARE(box(bench)->currentText(), u"Practice account 2"_s);
    QVERIFY(bench.window().find<QWidget>(u"Account notice"_s)->isVisible());
    // A sample ticket's calls are of the first account; whoever is here needs no words for newcomers.
    QVERIFY(!bench.window().find<QPushButton>(u"Practise with a sample ticket"_s));
    QVERIFY(!bench.window().find<QPushButton>(u"Paste a sample ticket"_s));
    QVERIFY(!bench.window().find<QPushButton>(u"Add an account"_s));
    QVERIFY(bench.window().find<QPushButton>(u"Open a file…"_s));
    pick(box(bench), 0);
    QVERIFY(bench.window().find<QPushButton>(u"Practise with a sample ticket"_s));
}

void TestAccountFlow::takesTheFirstAccountAtOnce()
{
    AccountBench bench;
    QVERIFY(bench.press(&bench.window().window(), u"Add an account"_s));
    QDialog *dialog = bench.dialog(u"Add an account"_s);
    QVERIFY(dialog);
    QVERIFY(bench.type(dialog, u"Name"_s, u"Mine"_s));
    QVERIFY(bench.type(dialog, u"Auth ID"_s, AccountBench::authId(1)));
    QVERIFY(bench.type(dialog, u"Auth token"_s, AccountBench::token(1)));
    QVERIFY(bench.press(dialog, u"Save"_s));
    QTRY_COMPARE(bench.session().account().name, u"Mine"_s);
    QCOMPARE(box(bench)->currentText(), u"Mine"_s);
    QVERIFY(!bench.window().find<QWidget>(u"Account notice"_s));
    QCOMPARE(bench.window().notice(), QString());
}

void TestAccountFlow::tellsOfAnAccountAddedBesides()
{
    AccountBench bench;
    const QString a = bench.addAccount(u"A"_s, 1);
    QVERIFY(bench.session().switchAccount(*bench.book()->find(a)));
    bench.window().command(u"Add an account"_s)->trigger();
    QDialog *dialog = bench.dialog(u"Add an account"_s);
    QVERIFY(dialog);
    QVERIFY(bench.type(dialog, u"Name"_s, u"B"_s));
    QVERIFY(bench.type(dialog, u"Auth ID"_s, AccountBench::authId(2)));
    QVERIFY(bench.type(dialog, u"Auth token"_s, AccountBench::token(2)));
    QVERIFY(bench.press(dialog, u"Save"_s));
    QTRY_VERIFY2(bench.window().status().contains(u"“B” was added"_s), qPrintable(bench.window().status()));
    QCOMPARE(bench.session().account().key, a);
}

void TestAccountFlow::asksAboutTheListWhenAddedFromIt()
{
    AccountBench bench;
    bench.addAccount(u"A"_s, 1);
    bench.window().list(2);
    pick(box(bench), 2);
    auto *question = bench.window().window().findChild<QMessageBox *>();
    QVERIFY(question);
    QCOMPARE(box(bench)->currentIndex(), 2); // what is asked about
    question->reject();
    QTRY_COMPARE(box(bench)->currentIndex(), 0);
    QCOMPARE(bench.session().account(), Account::practice());
}

void TestAccountFlow::opensTheAccountsFromTheMenu()
{
    AccountBench bench;
    bench.window().command(u"Manage accounts"_s)->trigger();
    QDialog *dialog = bench.dialog(u"Accounts"_s);
    QVERIFY(dialog);
    QCOMPARE(dialog->windowModality(), Qt::WindowModal);
}

void TestAccountFlow::endsCallsWithTheAccountChosen()
{
    AccountBench bench;
    bench.addAccount(u"A"_s, 1);
    bench.addAccount(u"B"_s, 2);
    pick(box(bench), 3);
    QTRY_COMPARE(bench.book()->tokenState(bench.session().account().key), TokenState::Ready);
    bench.window().list(1);
    bench.window().askForAll();
    QVERIFY(bench.window().confirm(1));
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 1);
    const QList<Request> requests = bench.server().requests();
    QCOMPARE(bench.server().deletes(), 1);
    QVERIFY(requests.first().target.contains(AccountBench::authId(2).toLatin1()));
    QCOMPARE(requests.first().basicCredentials(), (AccountBench::authId(2) + u':' + AccountBench::token(2)).toLatin1());
}

void TestAccountFlow::sendsNothingToANewHostWithTheOldToken()
{
    AccountBench bench;
    FakeServer other;
    const QString key = bench.addAccount(u"A"_s, 1);
    QVERIFY(bench.session().switchAccount(*bench.book()->find(key)));
    QTRY_COMPARE(bench.book()->tokenState(bench.session().account().key), TokenState::Ready);
    bench.window().list(1);
    bench.window().command(u"Manage accounts"_s)->trigger();
    QDialog *accounts = bench.dialog(u"Accounts"_s);
    QVERIFY(bench.press(accounts, u"Edit"_s));
    QDialog *dialog = bench.dialog(u"Change the account"_s);
    QVERIFY(dialog);
    QVERIFY(bench.type(dialog, u"API address"_s, other.address()));
    QVERIFY(bench.press(dialog, u"Save"_s));
    QVERIFY(bench.press(dialog, u"Test"_s));
    QVERIFY(bench.type(dialog, u"Auth token"_s, AccountBench::token(7)));
    QVERIFY(bench.press(dialog, u"Save"_s));
    QTRY_VERIFY(!bench.dialog(u"Change the account"_s));
    QVERIFY(bench.press(accounts, u"Close"_s));
    QTRY_VERIFY(!bench.dialog(u"Accounts"_s));
    bench.window().window().activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &bench.window().window());
    bench.window().askForAll();
    QVERIFY(bench.window().confirm(1));
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 1);
    QCOMPARE(bench.server().count(), 0);
    QCOMPARE(other.deletes(), 1);
    QCOMPARE(other.requests().first().basicCredentials(),
             (AccountBench::authId(1) + u':' + AccountBench::token(7)).toLatin1());
}

void TestAccountFlow::wrapsALongNameInTheConfirmation()
{
    const QString name(MaxAccountName, u'W');
    AccountBench bench;
    const QString key = bench.addAccount(name, 1);
    QVERIFY(bench.session().switchAccount(*bench.book()->find(key)));
    QTRY_COMPARE(bench.book()->tokenState(bench.session().account().key), TokenState::Ready);
    bench.window().list(1);
    bench.window().askForAll();
    QDialog *dialog = bench.dialog(u"Confirm hang up"_s);
    QVERIFY(dialog);
    QVERIFY2(dialog->width() <= 1000, qPrintable(QString::number(dialog->width())));
    QVERIFY(dialog->accessibleDescription().contains(name));
    QVERIFY(dialog->accessibleDescription().contains(AccountBench::authId(1)));
}

void TestAccountFlow::bringsNoOutcomeToAnotherAccount_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("ended"); // after the undo
    QTest::newRow("it was removed") << u"remove"_s << 0;
    QTest::newRow("it got another auth ID") << u"id"_s << 0;
    QTest::newRow("it got another address") << u"address"_s << 0;
    QTest::newRow("another was chosen") << u"choose"_s << 0;
    QTest::newRow("it got another name alone") << u"name"_s << 1;
}

void TestAccountFlow::bringsNoOutcomeToAnotherAccount()
{
    QFETCH(const QString, change);
    QFETCH(const int, ended);
    AccountBench bench;
    const QString key = bench.addAccount(u"A"_s, 1);
    Account account = *bench.book()->find(key);
    QVERIFY(bench.session().switchAccount(account));
    QTRY_COMPARE(bench.book()->tokenState(bench.session().account().key), TokenState::Ready);
    bench.window().list(1);
    bench.window().askForAll();
    QVERIFY(bench.window().confirm(1));
    QTRY_COMPARE(bench.session().calls()->tally()[Outcome::Ended], 1);
    bench.window().command(u"Remove ended from list"_s)->trigger();
    QCOMPARE(bench.session().calls()->total(), 0);
    QTRY_VERIFY(!bench.session().busy());
    const std::optional<AuthToken> token = AuthToken::parse(AccountBench::token(2).toLatin1());
    if (change == u"remove"_s) {
        QVERIFY(!bench.book()->remove(key));
    } else if (change == u"choose"_s) {
        pick(box(bench), 0);
    } else {
        if (change == u"id"_s)
            account.authId = *AuthId::parse(AccountBench::authId(2));
        else if (change == u"address"_s)
            account.address = ApiAddress::plivo();
        else
            account.name = u"B"_s;
        QVERIFY(!bench.book()->save(account, change == u"name"_s ? std::nullopt : token));
    }
    QTRY_VERIFY(!bench.book()->saving());
    QCOMPARE(bench.session().account().key == key, change != u"remove"_s && change != u"choose"_s);
    bench.window().window().activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &bench.window().window());
    QTest::keySequence(&bench.window().window(), QKeySequence::Undo);
    QCOMPARE(bench.session().calls()->tally()[Outcome::Ended], ended);
}

QTEST_MAIN(TestAccountFlow)
#include "tst_accountflow.moc"
