// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What the dialog of an account waits for: the test of the credentials, and the keychain. Neither takes what was typed.
#include "accountbench.h"
#include "domain/accountwords.h"
#include "ui/accountdialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestAccountWaits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testsTheStoredToken();
    void tellsWhatATestFound_data();
    void tellsWhatATestFound();
    void cancelsATest();
    void offersTheSessionWhereTheKeychainFails_data();
    void offersTheSessionWhereTheKeychainFails();
    void losesNothingTypedWhenSavingFails();
    void cancelsSavingWhileTheKeychainHangs();
    void goesWhileSaving();

private:
    static QString text(QWidget *dialog, const QString &name)
    {
        return AccountBench::find<QLineEdit>(dialog, name)->text();
    }
};

void TestAccountWaits::testsTheStoredToken()
{
    AccountBench bench;
    const QString key = bench.addAccount(u"Customer"_s, 1);
    bench.server().setDefaultAnswer(Answer::unauthorizedText());
    AccountDialog *dialog = bench.openForm(key);
    QVERIFY(bench.press(dialog, u"Test"_s));
    QTRY_VERIFY2(bench.stateOf(dialog).contains(u"401"_s), qPrintable(bench.stateOf(dialog)));
    const QList<Request> requests = bench.server().requests();
    QVERIFY(!requests.isEmpty());
    const QByteArray expected = AuthToken::parse(AccountBench::token(1).toLatin1())
                                    ->basicAuthorization(*AuthId::parse(AccountBench::authId(1)));
    QCOMPARE(requests.first().header("Authorization"), expected);
    QCOMPARE(bench.server().deletes(), 0);
}

void TestAccountWaits::tellsWhatATestFound_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("wrong credentials") << 401 << u"401"_s;
    QTest::newRow("a limit") << 429 << u"429"_s;
    QTest::newRow("trouble of the server") << 503 << u"503"_s;
    QTest::newRow("a page that is not Plivo's") << 200 << u"not as Plivo does"_s;
}

void TestAccountWaits::tellsWhatATestFound()
{
    QFETCH(const int, status);
    QFETCH(const QString, words);
    AccountBench bench;
    bench.server().setDefaultAnswer(Answer::with(status, "text/html", "<html>hello</html>"));
    AccountDialog *dialog = bench.openForm();
    QVERIFY(bench.fill(dialog, 1));
    QVERIFY(bench.press(dialog, u"Test"_s));
    QTRY_VERIFY2(bench.stateOf(dialog).contains(words), qPrintable(bench.stateOf(dialog)));
    QCOMPARE(bench.server().deletes(), 0);
    QCOMPARE(bench.book()->storedAccounts().size(), 0);
    // A verdict belongs to what was tested.
    QVERIFY(bench.type(dialog, u"Name"_s, u"Another"_s));
    QCOMPARE(bench.stateOf(dialog), QString());
    QCOMPARE(text(dialog, u"Auth token"_s), AccountBench::token(1));
}

void TestAccountWaits::cancelsATest()
{
    AccountBench bench;
    bench.server().setDefaultAnswer(Answer::hang());
    AccountDialog *dialog = bench.openForm();
    QVERIFY(bench.fill(dialog, 1));
    QVERIFY(bench.press(dialog, u"Test"_s));
    QTRY_COMPARE(bench.server().count(), 1);
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Cancel the test"_s);
    QVERIFY(!AccountBench::find<QPushButton>(dialog, u"Save"_s)->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(bench.stateOf(dialog), words::checkSentence({ .kind = CheckVerdict::Kind::Cancelled }));
    QVERIFY(dialog->isVisible());
    QVERIFY(AccountBench::find<QPushButton>(dialog, u"Save"_s)->isEnabled());
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Test"_s);
    QCOMPARE(text(dialog, u"Auth token"_s), AccountBench::token(1));
}

void TestAccountWaits::offersTheSessionWhereTheKeychainFails_data()
{
    QTest::addColumn<SecretProblem>("problem");
    QTest::newRow("no keychain") << SecretProblem::NoKeychain;
    QTest::newRow("locked") << SecretProblem::Locked;
    QTest::newRow("none found, or locked") << SecretProblem::NotFoundOrLocked;
    QTest::newRow("denied") << SecretProblem::Denied;
    QTest::newRow("failed") << SecretProblem::Failed;
}

void TestAccountWaits::offersTheSessionWhereTheKeychainFails()
{
    QFETCH(const SecretProblem, problem);
    AccountBench bench;
    bench.secrets().failure = [problem](MemoryStore::Verb, const QString &) { return problem; };
    QPointer<AccountDialog> dialog = bench.openForm();
    QVERIFY(bench.fill(dialog, 1));
    QVERIFY(bench.press(dialog, u"Save"_s));
    QTRY_COMPARE(bench.stateOf(dialog), words::secretProblem(problem));
    QCOMPARE(bench.book()->storedAccounts().size(), 0);
    QVERIFY(bench.press(dialog, u"Keep it for this session only"_s));
    QTRY_VERIFY(!dialog);
    QCOMPARE(bench.book()->storedAccounts().size(), 1);
    const Account account = bench.book()->storedAccounts().first();
    QCOMPARE(account.tokenPlace, TokenPlace::Session);
    QCOMPARE(bench.book()->tokenState(account.key), TokenState::Ready);
    QCOMPARE(bench.secrets().entries(), QStringList());
}

void TestAccountWaits::losesNothingTypedWhenSavingFails()
{
    AccountBench bench;
    bench.secrets().failure = [](MemoryStore::Verb, const QString &) { return std::optional(SecretProblem::Locked); };
    QPointer<AccountDialog> dialog = bench.openForm();
    QVERIFY(bench.fill(dialog, 3));
    QVERIFY(bench.press(dialog, u"Save"_s));
    QTRY_COMPARE(bench.stateOf(dialog), words::secretProblem(SecretProblem::Locked));
    QCOMPARE(text(dialog, u"Name"_s), u"Customer 3"_s);
    QCOMPARE(text(dialog, u"Auth ID"_s), AccountBench::authId(3));
    QCOMPARE(text(dialog, u"Auth token"_s), AccountBench::token(3));
    QCOMPARE(text(dialog, u"API address"_s), bench.server().address());
    bench.secrets().failure = {};
    QVERIFY(bench.press(dialog, u"Save"_s));
    QTRY_VERIFY(!dialog);
    QCOMPARE(bench.book()->storedAccounts().first().tokenPlace, TokenPlace::Keychain);
}

void TestAccountWaits::cancelsSavingWhileTheKeychainHangs()
{
    AccountBench bench;
    bench.secrets().setStuck(true);
    AccountDialog *dialog = bench.openForm();
    QVERIFY(bench.fill(dialog, 1));
    QVERIFY(bench.press(dialog, u"Save"_s));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Cancel saving"_s);
    QTRY_VERIFY2(bench.stateOf(dialog).contains(u"another window"_s), qPrintable(bench.stateOf(dialog)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(bench.stateOf(dialog), u"Not saved. Nothing was changed."_s);
    QVERIFY(dialog->isVisible());
    QCOMPARE(bench.book()->storedAccounts().size(), 0);
    QCOMPARE(text(dialog, u"Auth token"_s), AccountBench::token(1));
    // Now there is nothing to cancel but the dialog.
    QPointer<AccountDialog> watched = dialog;
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!watched);
}

void TestAccountWaits::goesWhileSaving()
{
    AccountBench bench;
    bench.secrets().setStuck(true);
    AccountDialog *dialog = bench.openForm();
    QVERIFY(bench.fill(dialog, 1));
    QVERIFY(bench.press(dialog, u"Save"_s));
    QVERIFY(bench.book()->saving());
    // As when the window closes under it.
    delete dialog;
    QVERIFY(!bench.book()->saving());
    bench.secrets().setStuck(false);
    QTest::qWait(50);
    QCOMPARE(bench.book()->storedAccounts().size(), 0);
}

QTEST_MAIN(TestAccountWaits)
#include "tst_accountwaits.moc"
