// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What the window says of tokens, tests and changes is so: nothing is called missing that nobody asked for, a button is
// there while it does something, and a test that ends at a proxy leads to its login.
#include "accountbench.h"
#include "domain/accountwords.h"
#include "ui/accountcolours.h"
#include "ui/accountdialog.h"
#include "ui/accountsdialog.h"
#include "ui/messages.h"
#include "ui/proxylogindialog.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestAccountStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsNothingMissingUnasked_data();
    void callsNothingMissingUnasked();
    void saysOfATestWhyThereIsNoToken();
    void leadsFromATestToTheProxysLogin();
    void offersNoCancelThatDoesNothing();
    void closesAsSoonAsSaved();
    void tellsOfABrokenSettingsFile();
    void namesEveryColour();
    void showsNoQuestionMarkOfQt();

private:
    /// What the list of accounts says of the token in its third row, and its tool tip.
    static QString tokenWords(AccountBook *book, QString *toolTip = nullptr);
};

QString TestAccountStates::tokenWords(AccountBook *book, QString *toolTip)
{
    AccountsDialog dialog(book, {}, nullptr);
    const auto *item = dialog.findChild<QTableWidget *>()->item(2, 3);
    if (toolTip)
        *toolTip = item->toolTip();
    return item->text();
}

void TestAccountStates::callsNothingMissingUnasked_data()
{
    QTest::addColumn<TokenPlace>("place");
    QTest::addColumn<std::optional<SecretProblem>>("problem"); // when it is asked for; nothing: nobody asks
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("kept");
    const auto row
        = [](const char *name, TokenPlace place, std::optional<SecretProblem> problem, const QString &words) {
              QTest::newRow(name) << place << problem << words << (words == u"In the system keychain"_s);
          };
    const auto keychain = TokenPlace::Keychain;
    row("nobody asked", keychain, {}, u"In the system keychain"_s);
    row("not found", keychain, SecretProblem::NotFound, u"Missing from the keychain"_s);
    row("for another host", keychain, SecretProblem::ForAnotherHost, u"Missing from the keychain"_s);
    row("locked", keychain, SecretProblem::Locked, u"In the system keychain"_s);
    row("not found or locked", keychain, SecretProblem::NotFoundOrLocked, u"In the system keychain"_s);
    row("no keychain", keychain, SecretProblem::NoKeychain, u"In the system keychain"_s);
    row("denied", keychain, SecretProblem::Denied, u"In the system keychain"_s);
    row("cancelled", keychain, SecretProblem::Cancelled, u"In the system keychain"_s);
    row("failed", keychain, SecretProblem::Failed, u"In the system keychain"_s);
    row("a session that is over", TokenPlace::Session, {}, u"Missing: enter it again"_s);
}

void TestAccountStates::callsNothingMissingUnasked()
{
    QFETCH(const TokenPlace, place);
    QFETCH(const std::optional<SecretProblem>, problem);
    QFETCH(const QString, words);
    QFETCH(const bool, kept);
    AccountBench bench;
    const QString key = bench.addAccount(u"A"_s, 1, place);
    // A later start over the same file and keychain.
    const std::shared_ptr<MemoryStore> secrets(&bench.secrets(), [](MemoryStore *) {});
    Session::Options options;
    options.redactor = std::make_shared<Redactor>();
    options.secrets = secrets;
    options.settingsFile = bench.settingsFile();
    options.startWith = Account::practice().key;
    Session later(std::move(options));
    if (problem) {
        bench.secrets().failure = [problem](MemoryStore::Verb, const QString &) { return problem; };
        later.book()->loadToken(key);
        QTRY_COMPARE(later.book()->tokenProblem(key), problem);
    }
    QString toolTip;
    QCOMPARE(tokenWords(later.book(), &toolTip), words);
    QCOMPARE(toolTip, problem ? words::secretProblem(*problem) : QString());
    AccountDialog dialog(later.book(), later.book()->find(key), nullptr);
    dialog.show();
    QCOMPARE(AccountBench::find<QLineEdit>(&dialog, u"Auth token"_s)->placeholderText(),
             kept ? u"Stored in the system keychain; leave empty to keep it"_s : QString());
}

void TestAccountStates::saysOfATestWhyThereIsNoToken()
{
    AccountBench bench;
    const QString key = bench.addAccount(u"A"_s, 1);
    QVERIFY(bench.session().switchAccount(*bench.book()->find(key)));
    QVERIFY(bench.session().switchAccount(Account::practice())); // its token is let go of
    bench.secrets().failure = [](MemoryStore::Verb, const QString &) { return std::optional(SecretProblem::Locked); };
    AccountDialog dialog(bench.book(), bench.book()->find(key), nullptr);
    dialog.show();
    QVERIFY(bench.press(&dialog, u"Test"_s));
    QTRY_COMPARE(bench.stateOf(&dialog), words::secretProblem(SecretProblem::Locked));
    QVERIFY2(!bench.noteOf(&dialog, u"Auth token"_s).contains(u"nter"_s),
             qPrintable(bench.noteOf(&dialog, u"Auth token"_s)));
}

void TestAccountStates::leadsFromATestToTheProxysLogin()
{
    AccountBench bench;
    const QString key = bench.addAccount(u"A"_s, 1);
    QVERIFY(bench.session().switchAccount(*bench.book()->find(key)));
    bench.window().command(u"Manage accounts"_s)->trigger();
    QVERIFY(bench.press(bench.dialog(u"Accounts"_s), u"Edit"_s));
    QDialog *dialog = bench.dialog(u"Change the account"_s);
    QVERIFY(dialog);
    bench.server().setDefaultAnswer(Answer::hang());
    QVERIFY(bench.press(dialog, u"Test"_s));
    QTRY_COMPARE(bench.server().count(), 1);
    Q_EMIT bench.book()->tested({ .kind = CheckVerdict::Kind::ProxyLogin });
    Q_EMIT bench.session().proxyLoginNeeded({ u"proxy.example"_s, 3128 });
    bench.book()->cancelTest();
    QCOMPARE(bench.stateOf(dialog), words::checkSentence({ .kind = CheckVerdict::Kind::ProxyLogin }));
    QVERIFY(bench.press(dialog, u"Enter the login…"_s));
    // The notice's button is behind the dialog, and can still be pressed by assistive software.
    auto *bar = bench.window().find<QWidget>(u"Message"_s);
    QVERIFY(bar);
    AccountBench::find<QPushButton>(bar, u"Enter the login…"_s)->click();
    QCOMPARE(bench.window().window().findChildren<ProxyLoginDialog *>().size(), 1);
    QDialog *login = dialog->findChild<ProxyLoginDialog *>();
    QVERIFY(login);
    QVERIFY(bench.type(login, u"User"_s, u"jo"_s));
    QVERIFY(bench.type(login, u"Password"_s, u"canaryPasswordOfTheProxy"_s));
    QVERIFY(bench.press(login, u"Use this login"_s));
    QTRY_COMPARE(bench.window().window().findChildren<ProxyLoginDialog *>().size(), 0);
    QCOMPARE(bench.window().notice(), QString());
    bench.server().setDefaultAnswer(Answer::unauthorizedText());
    QVERIFY(bench.press(dialog, u"Test"_s));
    QTRY_VERIFY2(bench.stateOf(dialog).contains(u"401"_s), qPrintable(bench.stateOf(dialog)));
    QVERIFY(!AccountBench::find<QPushButton>(dialog, u"Enter the login…"_s));
}

void TestAccountStates::offersNoCancelThatDoesNothing()
{
    AccountBench bench;
    const QString key = bench.addAccount(u"A"_s, 1, TokenPlace::Session);
    QPointer<AccountDialog> dialog = new AccountDialog(bench.book(), bench.book()->find(key), &bench.window().window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    QVERIFY(bench.type(dialog, u"Name"_s, u"B"_s));
    QVERIFY(bench.press(dialog, u"Save"_s)); // to the file alone, at once
    QVERIFY(bench.book()->saving());
    QVERIFY(!AccountBench::find<QPushButton>(dialog, u"Cancel saving"_s));
    QVERIFY(!AccountBench::find<QPushButton>(dialog, u"Cancel"_s)->isEnabled());
    QTRY_VERIFY(!dialog);
    QCOMPARE(bench.book()->find(key)->name, u"B"_s);
}

void TestAccountStates::closesAsSoonAsSaved()
{
    AccountBench bench;
    const QString key = bench.addAccount(u"A"_s, 1);
    bench.addAccount(u"B"_s, 2);
    QPointer<AccountsDialog> dialog = new AccountsDialog(bench.book(), key, &bench.window().window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    QVERIFY(bench.press(dialog, u"Move down"_s));
    QVERIFY(bench.book()->saving());
    QVERIFY(!AccountBench::find<QPushButton>(dialog, u"Cancel the change"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    QTRY_VERIFY(!dialog);
    QCOMPARE(bench.book()->storedAccounts().last().key, key);
}

void TestAccountStates::tellsOfABrokenSettingsFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"hangup.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(QByteArray(64, '\xff')) > 0);
    file.close();
    const WindowBench broken(WindowBench::On::Practice, file.fileName());
    QVERIFY2(broken.notice().contains(u"broken"_s), qPrintable(broken.notice()));
    const WindowBench fine(WindowBench::On::Practice, folder.filePath(u"other.ini"_s));
    QCOMPARE(fine.notice(), QString());
}

void TestAccountStates::namesEveryColour()
{
    QStringList names;
    const QList<quint32> colours = Account::colours();
    for (const quint32 colour : colours)
        names += colourName(colour);
    QCOMPARE(names.join(u' '), u"Blue Green Violet Teal Ochre Magenta Grey Indigo"_s);
}

void TestAccountStates::showsNoQuestionMarkOfQt()
{
    QWidget parent;
    const QMessageBox *question = plainMessage(&parent, QMessageBox::Question, u"Name"_s, u"Text?"_s);
    QCOMPARE(question->icon(), QMessageBox::NoIcon);
    QVERIFY(question->iconPixmap().isNull());
    const QMessageBox *note = plainMessage(&parent, QMessageBox::Information, u"Name"_s, u"Text."_s);
    QCOMPARE(note->icon(), QMessageBox::NoIcon);
    QVERIFY(!note->iconPixmap().isNull());
}

QTEST_MAIN(TestAccountStates)
#include "tst_accountstates.moc"
