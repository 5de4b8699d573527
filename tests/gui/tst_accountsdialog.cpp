// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// The list of the accounts: sorted, changed and emptied by keys alone, with the built-in ones fixed.
#include "accessiblefind.h"
#include "accountbench.h"
#include "domain/accountwords.h"
#include "ui/accountsdialog.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestAccountsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryAccount();
    void keepsTheBuiltInAccountsFixed();
    void opensTheRightDialogByKey_data();
    void opensTheRightDialogByKey();
    void sortsByKeys();
    void asksBeforeItRemoves_data();
    void asksBeforeItRemoves();
    void removesTheTokenFromTheKeychainToo();
    void refusesWhileCallsAreUnderWay();
    void namesEveryControl();
    void showsForeignNamesAsTheyStand();

private:
    static AccountsDialog *open(AccountBench &bench, const QString &key);
    static void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    static QTableWidget *table(QWidget *dialog) { return AccountBench::find<QTableWidget>(dialog, u"Accounts"_s); }
    static QString selected(QWidget *dialog) { return table(dialog)->item(table(dialog)->currentRow(), 0)->text(); }
    static QStringList names(AccountBench &bench)
    {
        QStringList names;
        const QList<Account> accounts = bench.book()->storedAccounts();
        for (const Account &account : accounts)
            names += account.name;
        return names;
    }
    static bool focusIsOn(const QString &name)
    {
        return QTest::qWaitFor(
            [name] { return QApplication::focusWidget() && QApplication::focusWidget()->accessibleName() == name; });
    }
};

AccountsDialog *TestAccountsDialog::open(AccountBench &bench, const QString &key)
{
    auto *dialog = new AccountsDialog(bench.book(), key, &bench.window().window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    [[maybe_unused]] const bool active = QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; });
    return dialog;
}

void TestAccountsDialog::showsEveryAccount()
{
    AccountBench bench;
    const QString key = bench.addAccount(u"Customer A"_s, 1);
    bench.addAccount(u"Customer B"_s, 2, TokenPlace::Session, u"https://mock.example:8443"_s);
    const AccountsDialog *dialog = open(bench, key);
    QStringList lines;
    const QTableWidget *shown = AccountBench::find<QTableWidget>(const_cast<AccountsDialog *>(dialog), u"Accounts"_s);
    for (int row = 0; row < shown->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < shown->columnCount(); ++column)
            cells += shown->item(row, column)->text();
        lines += cells.join(u" | "_s);
    }
    const QString host = std::get<ApiAddress>(ApiAddress::parse(bench.server().address())).hostAndPort();
    const QStringList expected {
        u"Practice account | MAPRACTICE0000000000 | Nowhere | None needed"_s,
        u"Practice account 2 | MAPRACTICE0000000002 | Nowhere | None needed"_s,
        u"Customer A | %1 | %2 | In the system keychain"_s.arg(AccountBench::authId(1), host),
        u"Customer B | %1 | mock.example:8443 | For this session only"_s.arg(AccountBench::authId(2)),
    };
    QCOMPARE(lines.join(u'\n'), expected.join(u'\n'));
    QCOMPARE(shown->currentRow(), 2);
}

void TestAccountsDialog::keepsTheBuiltInAccountsFixed()
{
    AccountBench bench;
    bench.addAccount(u"Customer A"_s, 1);
    AccountsDialog *dialog = open(bench, Account::practice().key);
    for (const Account &practice : Account::practices()) {
        for (const QString &name : { u"Edit"_s, u"Remove"_s, u"Move up"_s, u"Move down"_s })
            QVERIFY2(!AccountBench::find<QPushButton>(dialog, name)->isEnabled(), qPrintable(practice.name + name));
        press(Qt::Key_Delete);
        press(Qt::Key_F2);
        press(Qt::Key_Return);
        QCOMPARE(dialog->findChildren<QDialog *>().size(), 0);
        press(Qt::Key_Down);
    }
    for (const QString &name : { u"Edit"_s, u"Remove"_s })
        QVERIFY2(AccountBench::find<QPushButton>(dialog, name)->isEnabled(), qPrintable(name));
}

void TestAccountsDialog::opensTheRightDialogByKey_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("Insert adds") << int(Qt::Key_Insert) << u"Add an account"_s << QString();
    QTest::newRow("F2 changes") << int(Qt::Key_F2) << u"Change the account"_s << u"Customer A"_s;
    QTest::newRow("Enter changes") << int(Qt::Key_Return) << u"Change the account"_s << u"Customer A"_s;
}

void TestAccountsDialog::opensTheRightDialogByKey()
{
    QFETCH(const int, key);
    QFETCH(const QString, title);
    QFETCH(const QString, name);
    AccountBench bench;
    AccountsDialog *dialog = open(bench, bench.addAccount(u"Customer A"_s, 1));
    press(key);
    QVERIFY(focusIsOn(u"Name"_s));
    auto *opened = dialog->findChild<QDialog *>();
    QVERIFY(opened);
    QCOMPARE(opened->windowTitle(), title);
    QCOMPARE(AccountBench::find<QLineEdit>(opened, u"Name"_s)->text(), name);
    // What is added there is shown and selected here.
    QVERIFY(bench.type(opened, u"Name"_s, u"New name"_s));
    QVERIFY(bench.type(opened, u"Auth ID"_s, AccountBench::authId(4)));
    QVERIFY(bench.type(opened, u"Auth token"_s, AccountBench::token(4)));
    press(Qt::Key_Return);
    QTRY_VERIFY(names(bench).contains(u"New name"_s));
    QTRY_COMPARE(selected(dialog), u"New name"_s);
}

void TestAccountsDialog::sortsByKeys()
{
    AccountBench bench;
    const QString first = bench.addAccount(u"A"_s, 1);
    bench.addAccount(u"B"_s, 2);
    bench.addAccount(u"C"_s, 3);
    AccountsDialog *dialog = open(bench, first);
    QVERIFY(!AccountBench::find<QPushButton>(dialog, u"Move up"_s)->isEnabled());
    press(Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(names(bench).join(u' '), u"B A C"_s);
    QTRY_COMPARE(selected(dialog), u"A"_s);
    QTRY_VERIFY(!bench.book()->saving());
    press(Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(names(bench).join(u' '), u"B C A"_s);
    QTRY_VERIFY(!AccountBench::find<QPushButton>(dialog, u"Move down"_s)->isEnabled());
    press(Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(names(bench).join(u' '), u"B A C"_s);
}

void TestAccountsDialog::asksBeforeItRemoves_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<qsizetype>("left");
    QTest::newRow("Enter, as Cancel has the focus") << QString() << qsizetype(1);
    QTest::newRow("Cancel") << u"Cancel"_s << qsizetype(1);
    QTest::newRow("Remove") << u"Remove"_s << qsizetype(0);
}

void TestAccountsDialog::asksBeforeItRemoves()
{
    QFETCH(const QString, answer);
    QFETCH(const qsizetype, left);
    AccountBench bench;
    AccountsDialog *dialog = open(bench, bench.addAccount(u"Customer A"_s, 1));
    press(Qt::Key_Delete);
    QPointer<QMessageBox> question = dialog->findChild<QMessageBox *>();
    QVERIFY(question);
    QVERIFY2(question->text().contains(u"is taken out of the system keychain"_s), qPrintable(question->text()));
    QVERIFY(question->text().contains(AccountBench::authId(1)));
    QTRY_COMPARE(QApplication::activeWindow(), question.data());
    QCOMPARE(question->defaultButton()->text(), u"Cancel"_s);
    if (answer.isEmpty()) {
        press(Qt::Key_Return);
    } else {
        const auto buttons = question->buttons();
        for (QAbstractButton *button : buttons) {
            if (button->text().remove(u'&') == answer)
                button->click();
        }
    }
    QTRY_VERIFY(!question);
    QTRY_COMPARE(bench.book()->storedAccounts().size(), left);
    QTRY_COMPARE(bench.secrets().entries().size(), left);
    QTRY_COMPARE(table(dialog)->rowCount(), left + 2);
}

void TestAccountsDialog::removesTheTokenFromTheKeychainToo()
{
    // Also while it is the one in use: the window goes back to practice.
    AccountBench bench;
    const QString key = bench.addAccount(u"Customer A"_s, 1);
    QVERIFY(bench.session().switchAccount(*bench.book()->find(key)));
    QCOMPARE(bench.secrets().entries().size(), 1);
    AccountsDialog *dialog = open(bench, key);
    press(Qt::Key_Delete);
    auto *question = dialog->findChild<QMessageBox *>();
    QVERIFY(question);
    const auto buttons = question->buttons();
    for (QAbstractButton *button : buttons) {
        if (button->text().remove(u'&') == u"Remove"_s)
            button->click();
    }
    QTRY_COMPARE(bench.secrets().entries(), QStringList());
    QTRY_COMPARE(bench.session().account(), Account::practice());
}

void TestAccountsDialog::refusesWhileCallsAreUnderWay()
{
    AccountBench bench;
    const QString key = bench.addAccount(u"Customer A"_s, 1);
    QVERIFY(bench.session().switchAccount(*bench.book()->find(key)));
    QTRY_COMPARE(bench.book()->tokenState(key), TokenState::Ready);
    bench.server().setDefaultAnswer(Answer::ended().after(Ms(3000)));
    const QList<CallId> ids = bench.window().list(1);
    const auto confirmation = bench.session().prepare(ids);
    QVERIFY(confirmation);
    QCOMPARE(bench.session().hangUp(*confirmation), ConfirmError::None);
    AccountsDialog *dialog = open(bench, key);
    press(Qt::Key_Delete);
    auto *question = dialog->findChild<QMessageBox *>();
    QVERIFY(question);
    const auto buttons = question->buttons();
    for (QAbstractButton *button : buttons) {
        if (button->text().remove(u'&') == u"Remove"_s)
            button->click();
    }
    QTRY_VERIFY2(bench.stateOf(dialog).contains(u"under way"_s), qPrintable(bench.stateOf(dialog)));
    QCOMPARE(bench.book()->storedAccounts().size(), 1);
    bench.session().abort();
    QTRY_VERIFY(!bench.session().busy());
}

void TestAccountsDialog::namesEveryControl()
{
    AccountBench bench;
    AccountsDialog *dialog = open(bench, bench.addAccount(u"Customer A"_s, 1));
    QCOMPARE(testing::namelessControls(QAccessible::queryAccessibleInterface(dialog)).join(u' '), QString());
    QStringList reached;
    for (int i = 0; i < 10; ++i) {
        reached += QApplication::focusWidget()->accessibleName();
        press(Qt::Key_Tab);
    }
    for (const QString &name : { u"Accounts"_s, u"Add"_s, u"Edit"_s, u"Remove"_s, u"Close"_s })
        QVERIFY2(reached.contains(name), qPrintable(name + u" not in "_s + reached.join(u", "_s)));
    QPointer<AccountsDialog> watched = dialog;
    press(Qt::Key_Escape);
    QTRY_VERIFY(!watched);
}

void TestAccountsDialog::showsForeignNamesAsTheyStand()
{
    const QString name = u"<b>A</b> & \"B\" &C"_s;
    AccountBench bench;
    AccountsDialog *dialog = open(bench, bench.addAccount(name, 1));
    QCOMPARE(selected(dialog), name);
    QVERIFY(!table(dialog)->item(1, 0)->toolTip().contains(u"<b>"_s));
    press(Qt::Key_Delete);
    auto *question = dialog->findChild<QMessageBox *>();
    QVERIFY(question);
    QCOMPARE(question->textFormat(), Qt::PlainText);
    QVERIFY(question->text().contains(name));
}

QTEST_MAIN(TestAccountsDialog)
#include "tst_accountsdialog.moc"
