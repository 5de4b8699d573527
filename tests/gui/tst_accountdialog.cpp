// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Adding and changing an account: by keys alone, with what is wrong said in place.
#include "accessiblefind.h"
#include "accountbench.h"
#include "domain/accountwords.h"
#include "ui/accountdialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestAccountDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsAnAccountWithKeysAlone();
    void reachesAndNamesEveryControl();
    void saysWhatIsWrongBesideTheField_data();
    void saysWhatIsWrongBesideTheField();
    void warnsOfAnUnusualToken();
    void keepsTheTokenWhereItIs();
    void asksForTheTokenAgain_data();
    void asksForTheTokenAgain();
    void cautionsOfATestServer();
    void refusesWhatIsThereAlready();

private:
    static QString text(QWidget *dialog, const QString &name)
    {
        return AccountBench::find<QLineEdit>(dialog, name)->text();
    }
};

void TestAccountDialog::addsAnAccountWithKeysAlone()
{
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    const auto keys = [](const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); };
    AccountBench bench;
    QPointer<AccountDialog> dialog = bench.openForm();
    const QSignalSpy saved(dialog, &AccountDialog::accountSaved);
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Name"_s);
    keys(u"Customer A & B"_s);
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Colour"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Tab);
    keys(AccountBench::authId(1));
    press(Qt::Key_Tab);
    keys(AccountBench::token(1));
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), words::tokenPlace(TokenPlace::Keychain));
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_COMPARE(saved.count(), 1);
    QTRY_VERIFY(!dialog);
    const QList<Account> stored = bench.book()->storedAccounts();
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored.first().name, u"Customer A & B"_s);
    QCOMPARE(stored.first().colour, Account::colours().at(1));
    QCOMPARE(stored.first().authId.toString(), AccountBench::authId(1));
    QCOMPARE(stored.first().address, ApiAddress::plivo());
    QCOMPARE(stored.first().tokenPlace, TokenPlace::Session);
    QCOMPARE(bench.book()->tokenState(stored.first().key), TokenState::Ready);
    QCOMPARE(bench.secrets().entries(), QStringList());
}

void TestAccountDialog::reachesAndNamesEveryControl()
{
    AccountBench bench;
    AccountDialog *dialog = bench.openForm();
    bench.press(dialog, u"Advanced"_s);
    QCOMPARE(testing::namelessControls(QAccessible::queryAccessibleInterface(dialog)).join(u' '), QString());
    QStringList reached;
    for (int i = 0; i < 20; ++i) {
        reached += QApplication::focusWidget()->accessibleName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const QString &name : { u"Name"_s, u"Colour"_s, u"Auth ID"_s, u"Auth token"_s, u"In the system keychain"_s,
                                 u"Advanced"_s, u"API address"_s, u"Test"_s, u"Cancel"_s, u"Save"_s })
        QVERIFY2(reached.contains(name), qPrintable(name + u" not in "_s + reached.join(u", "_s)));
}

void TestAccountDialog::saysWhatIsWrongBesideTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("entered");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no name") << u"Name"_s << QString() << words::accountNameError(AccountNameError::Empty);
    QTest::newRow("the name of another account, in capitals")
        << u"Name"_s << u"TAKEN"_s << words::accountNameError(AccountNameError::Taken);
    QTest::newRow("a reserved name") << u"Name"_s << u"environment"_s
                                     << words::accountNameError(AccountNameError::Reserved);
    QTest::newRow("no auth ID") << u"Auth ID"_s << QString() << words::authIdError();
    QTest::newRow("a short auth ID") << u"Auth ID"_s << u"MA123"_s << words::authIdError();
    QTest::newRow("a token with a blank inside") << u"Auth token"_s << u"ab cd"_s << words::tokenError();
    QTest::newRow("no token") << u"Auth token"_s << QString() << u"Enter the auth token."_s;
    QTest::newRow("an address with a path") << u"API address"_s << u"https://api.plivo.com/v1"_s << u"path"_s;
}

void TestAccountDialog::saysWhatIsWrongBesideTheField()
{
    QFETCH(const QString, field);
    QFETCH(const QString, entered);
    QFETCH(const QString, sentence);
    AccountBench bench;
    QVERIFY(!bench.addAccount(u"taken"_s, 5).isEmpty());
    AccountDialog *dialog = bench.openForm();
    QVERIFY(bench.fill(dialog, 1));
    QVERIFY(bench.type(dialog, field, entered));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY2(bench.noteOf(dialog, field).contains(sentence), qPrintable(bench.noteOf(dialog, field)));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), field);
    QVERIFY(!bench.book()->saving());
    QCOMPARE(bench.book()->storedAccounts().size(), 1);
    // And it goes when it is mended.
    QVERIFY(bench.type(dialog, field,
                       field == u"Auth ID"_s           ? AccountBench::authId(2)
                           : field == u"API address"_s ? bench.server().address()
                                                       : AccountBench::token(2)));
    QVERIFY2(!bench.noteOf(dialog, field).contains(sentence), qPrintable(bench.noteOf(dialog, field)));
}

void TestAccountDialog::warnsOfAnUnusualToken()
{
    AccountBench bench;
    QPointer<AccountDialog> dialog = bench.openForm();
    QVERIFY(bench.fill(dialog, 1));
    QVERIFY(bench.type(dialog, u"Auth token"_s, u"short"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(bench.noteOf(dialog, u"Auth token"_s), words::unusualToken());
    QVERIFY(bench.press(dialog, u"Save"_s));
    QTRY_VERIFY(!dialog);
    QCOMPARE(bench.book()->storedAccounts().size(), 1);
}

void TestAccountDialog::keepsTheTokenWhereItIs()
{
    AccountBench bench;
    const QString key = bench.addAccount(u"Before"_s, 1);
    const QStringList entries = bench.secrets().entries();
    QPointer<AccountDialog> dialog = bench.openForm(key);
    auto *token = AccountBench::find<QLineEdit>(dialog, u"Auth token"_s);
    QCOMPARE(token->text(), QString());
    QCOMPARE(token->placeholderText(), u"Stored in the system keychain; leave empty to keep it"_s);
    QVERIFY(bench.type(dialog, u"Name"_s, u"After"_s));
    QVERIFY(bench.press(dialog, u"Save"_s));
    QTRY_VERIFY(!dialog);
    QCOMPARE(bench.book()->find(key)->name, u"After"_s);
    QCOMPARE(bench.secrets().entries(), entries);
}

void TestAccountDialog::asksForTheTokenAgain_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("entered");
    QTest::addColumn<QString>("why");
    QTest::newRow("another host") << u"API address"_s << u"https://other.example"_s << u"API address has changed"_s;
    QTest::newRow("another port") << u"API address"_s << u"http://127.0.0.1:9"_s << u"API address has changed"_s;
    QTest::newRow("another auth ID") << u"Auth ID"_s << AccountBench::authId(2) << u"auth ID has changed"_s;
    QTest::newRow("another place") << QString() << QString() << u"kept elsewhere"_s;
}

void TestAccountDialog::asksForTheTokenAgain()
{
    QFETCH(const QString, field);
    QFETCH(const QString, entered);
    QFETCH(const QString, why);
    AccountBench bench;
    const QString key = bench.addAccount(u"Customer"_s, 1);
    const Account before = *bench.book()->find(key);
    AccountDialog *dialog = bench.openForm(key);
    if (field.isEmpty())
        AccountBench::find<QRadioButton>(dialog, words::tokenPlace(TokenPlace::Session))->click();
    else
        QVERIFY(bench.type(dialog, field, entered));
    // At once, before anything is pressed.
    QVERIFY2(bench.noteOf(dialog, u"Auth token"_s).contains(why), qPrintable(bench.noteOf(dialog, u"Auth token"_s)));
    QCOMPARE(AccountBench::find<QLineEdit>(dialog, u"Auth token"_s)->placeholderText(), QString());
    for (const QString &button : { u"Save"_s, u"Test"_s }) {
        QVERIFY(bench.press(dialog, button));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Auth token"_s);
        QVERIFY(!bench.book()->saving());
        QCOMPARE(bench.stateOf(dialog), QString());
    }
    QTest::qWait(50);
    QCOMPARE(bench.server().count(), 0);
    QCOMPARE(*bench.book()->find(key), before);
}

void TestAccountDialog::cautionsOfATestServer()
{
    AccountBench bench;
    AccountDialog *dialog = bench.openForm();
    QVERIFY(!AccountBench::find<QLineEdit>(dialog, u"API address"_s));
    QVERIFY(bench.press(dialog, u"Advanced"_s));
    QCOMPARE(text(dialog, u"API address"_s), u"https://api.plivo.com"_s);
    QVERIFY2(bench.noteOf(dialog, u"API address"_s).contains(u"this computer alone"_s),
             qPrintable(bench.noteOf(dialog, u"API address"_s)));
    QVERIFY(bench.type(dialog, u"API address"_s, u"https://mock.example:8443"_s));
    QVERIFY2(bench.noteOf(dialog, u"API address"_s).startsWith(u"TEST SERVER"_s),
             qPrintable(bench.noteOf(dialog, u"API address"_s)));
    QVERIFY(bench.noteOf(dialog, u"API address"_s).contains(u"mock.example:8443"_s));
}

void TestAccountDialog::refusesWhatIsThereAlready()
{
    AccountBench bench;
    QVERIFY(!bench.addAccount(u"First"_s, 1).isEmpty());
    AccountDialog *dialog = bench.openForm();
    QVERIFY(bench.fill(dialog, 1));
    QVERIFY(bench.press(dialog, u"Save"_s));
    QTRY_VERIFY2(bench.noteOf(dialog, u"Auth ID"_s).contains(u"already"_s),
                 qPrintable(bench.noteOf(dialog, u"Auth ID"_s)));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Auth ID"_s);
    QCOMPARE(bench.stateOf(dialog), QString());
    QVERIFY(AccountBench::find<QPushButton>(dialog, u"Save"_s)->isEnabled());
}

QTEST_MAIN(TestAccountDialog)
#include "tst_accountdialog.moc"
