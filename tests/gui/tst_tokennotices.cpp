// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What the window says while the chosen account has no token, or the proxy wants a login: nothing is sent, nothing
// hangs, and several causes share one bar.
#include "accountbench.h"
#include "domain/accountwords.h"
#include "ui/noticeboard.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestTokenNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingWhileTheKeychainIsQuick();
    void saysThatItWaitsForTheKeychain();
    void readsLiveCallsOnceTheTokenIsThere();
    void cancelsTheWaiting();
    void tellsWhyTheTokenIsMissing_data();
    void tellsWhyTheTokenIsMissing();
    void explainsInsteadOfSending_data();
    void explainsInsteadOfSending();
    void goesWithTheAccount();
    void takesTheTokenFromItsDialog();
    void asksForTheProxysLogin();
    void keepsTheMostImportant();
    void showsTheNextWhenOneIsClosed();

private:
    /// A stored account in use, its token in the keychain only.
    static QString withoutToken(AccountBench &bench);
    static bool pressInBar(AccountBench &bench, const QString &name)
    {
        auto *bar = bench.window().find<QWidget>(u"Message"_s);
        return bar && AccountBench::press(bar, name);
    }
};

QString TestTokenNotices::withoutToken(AccountBench &bench)
{
    const QString key = bench.addAccount(u"Customer A"_s, 1);
    // Used once and left: the memory forgets what the keychain keeps.
    bench.session().switchAccount(*bench.book()->find(key));
    bench.session().switchAccount(Account::practice());
    return key;
}

void TestTokenNotices::saysNothingWhileTheKeychainIsQuick()
{
    AccountBench bench;
    const QString key = withoutToken(bench);
    bench.session().switchAccount(*bench.book()->find(key));
    QTRY_COMPARE(bench.book()->tokenState(key), TokenState::Ready);
    QTest::qWait(1200);
    QCOMPARE(bench.window().notice(), QString());
}

void TestTokenNotices::saysThatItWaitsForTheKeychain()
{
    AccountBench bench;
    const QString key = withoutToken(bench);
    bench.secrets().setStuck(true);
    bench.session().switchAccount(*bench.book()->find(key));
    QCOMPARE(bench.window().notice(), QString());
    QTRY_VERIFY2(bench.window().notice().startsWith(u"Waiting for the keychain…"_s),
                 qPrintable(bench.window().notice()));
    QVERIFY(bench.window().notice().contains(u"Customer A"_s));
    bench.secrets().setStuck(false);
    QTRY_COMPARE(bench.window().notice(), QString());
    QCOMPARE(bench.book()->tokenState(key), TokenState::Ready);
}

void TestTokenNotices::readsLiveCallsOnceTheTokenIsThere()
{
    AccountBench bench;
    const QString key = withoutToken(bench);
    bench.secrets().setStuck(true);
    bench.session().switchAccount(*bench.book()->find(key));
    bench.window().window().findChild<QTabBar *>()->setCurrentIndex(1);
    const auto state = [&bench] { return bench.window().find<QLabel>(u"State of the live calls"_s)->text(); };
    QTest::keyClick(&bench.window().window(), Qt::Key_F5);
    QTRY_VERIFY2(state().endsWith(u"They are read as soon as this account’s token is there."_s), qPrintable(state()));
    QCOMPARE(bench.server().count(), 0);
    bench.secrets().setStuck(false);
    QTRY_VERIFY2(!state().contains(u"token"_s), qPrintable(state()));
    QTRY_VERIFY(bench.server().count() > 0);
}

void TestTokenNotices::cancelsTheWaiting()
{
    AccountBench bench;
    const QString key = withoutToken(bench);
    bench.secrets().setStuck(true);
    bench.session().switchAccount(*bench.book()->find(key));
    QTRY_VERIFY(bench.window().notice().startsWith(u"Waiting for the keychain…"_s));
    QVERIFY(pressInBar(bench, u"Cancel"_s));
    QTRY_VERIFY2(bench.window().notice().contains(words::secretProblem(SecretProblem::Cancelled)),
                 qPrintable(bench.window().notice()));
    bench.secrets().setStuck(false);
    QVERIFY(pressInBar(bench, u"Try again"_s));
    QTRY_COMPARE(bench.book()->tokenState(key), TokenState::Ready);
    QCOMPARE(bench.window().notice(), QString());
}

void TestTokenNotices::tellsWhyTheTokenIsMissing_data()
{
    QTest::addColumn<SecretProblem>("problem");
    QTest::newRow("none in the keychain") << SecretProblem::NotFound;
    QTest::newRow("locked") << SecretProblem::Locked;
    QTest::newRow("none found, or locked") << SecretProblem::NotFoundOrLocked;
    QTest::newRow("no keychain") << SecretProblem::NoKeychain;
    QTest::newRow("denied") << SecretProblem::Denied;
    QTest::newRow("failed") << SecretProblem::Failed;
}

void TestTokenNotices::tellsWhyTheTokenIsMissing()
{
    QFETCH(const SecretProblem, problem);
    AccountBench bench;
    const QString key = withoutToken(bench);
    bench.secrets().failure = [problem](MemoryStore::Verb, const QString &) { return problem; };
    bench.session().switchAccount(*bench.book()->find(key));
    QTRY_VERIFY2(bench.window().notice().contains(words::secretProblem(problem)), qPrintable(bench.window().notice()));
    QVERIFY(bench.window().find<QPushButton>(u"Enter the token…"_s));
    bench.secrets().failure = {};
    QVERIFY(pressInBar(bench, u"Try again"_s));
    QTRY_COMPARE(bench.window().notice(), QString());
}

void TestTokenNotices::explainsInsteadOfSending_data()
{
    QTest::addColumn<bool>("stuck");
    QTest::addColumn<QString>("words");
    QTest::newRow("while the keychain thinks") << true << u"Waiting for the keychain…"_s;
    QTest::newRow("when the token is missing") << false << u"Nothing was sent."_s;
}

void TestTokenNotices::explainsInsteadOfSending()
{
    QFETCH(const bool, stuck);
    QFETCH(const QString, words);
    AccountBench bench;
    const QString key = withoutToken(bench);
    bench.secrets().setStuck(stuck);
    bench.secrets().failure = [](MemoryStore::Verb, const QString &) { return std::optional(SecretProblem::Locked); };
    bench.session().switchAccount(*bench.book()->find(key));
    bench.window().list(2);
    QTRY_COMPARE(bench.book()->tokenState(key), stuck ? TokenState::Loading : TokenState::Missing);
    if (!stuck) {
        QTRY_VERIFY(!bench.window().notice().isEmpty());
        QVERIFY(pressInBar(bench, u"Close the message"_s));
        QCOMPARE(bench.window().notice(), QString());
    }
    for (const QString &command : { u"Hang up selected"_s, u"Hang up all"_s }) {
        bench.window().selectAll();
        bench.window().command(command)->trigger();
        QVERIFY(!bench.dialog(u"Confirm hang up"_s));
        QVERIFY2(bench.window().notice().startsWith(words), qPrintable(bench.window().notice()));
    }
    QCOMPARE(bench.server().count(), 0);
    QCOMPARE(bench.session().calls()->tally().listed, 2);
}

void TestTokenNotices::goesWithTheAccount()
{
    AccountBench bench;
    const QString key = withoutToken(bench);
    bench.secrets().failure = [](MemoryStore::Verb, const QString &) { return std::optional(SecretProblem::Locked); };
    bench.session().switchAccount(*bench.book()->find(key));
    QTRY_VERIFY(bench.window().notice().contains(u"Customer A"_s));
    bench.session().switchAccount(Account::practice());
    QCOMPARE(bench.window().notice(), QString());
}

void TestTokenNotices::takesTheTokenFromItsDialog()
{
    AccountBench bench;
    const QString key = withoutToken(bench);
    bench.secrets().failure = [](MemoryStore::Verb verb, const QString &) {
        return verb == MemoryStore::Verb::Read ? std::optional(SecretProblem::NotFound) : std::nullopt;
    };
    bench.session().switchAccount(*bench.book()->find(key));
    QTRY_VERIFY(!bench.window().notice().isEmpty());
    QVERIFY(pressInBar(bench, u"Enter the token…"_s));
    QDialog *dialog = bench.dialog(u"Change the account"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Auth token"_s);
    QCOMPARE(bench.noteOf(dialog, u"Auth token"_s), words::secretProblem(SecretProblem::NotFound));
    QTest::keyClicks(QApplication::focusWidget(), AccountBench::token(9));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(bench.window().notice(), QString());
    QCOMPARE(bench.book()->tokenState(key), TokenState::Ready);
}

void TestTokenNotices::asksForTheProxysLogin()
{
    AccountBench bench;
    Q_EMIT bench.session().proxyLoginNeeded({ u"proxy.example"_s, 3128 });
    QVERIFY2(bench.window().notice().startsWith(u"The proxy proxy.example:3128 asks for a login."_s),
             qPrintable(bench.window().notice()));
    QVERIFY(pressInBar(bench, u"Enter the login…"_s));
    QDialog *dialog = bench.dialog(u"Proxy login"_s);
    QVERIFY(dialog);
    QVERIFY(bench.press(dialog, u"Use this login"_s));
    QCOMPARE(bench.noteOf(dialog, u"User"_s), u"Enter the user's name."_s);
    QVERIFY(bench.type(dialog, u"User"_s, u"jo"_s));
    QVERIFY(bench.type(dialog, u"Password"_s, u"canaryPasswordOfTheProxy"_s));
    QVERIFY(bench.press(dialog, u"Use this login"_s));
    QTRY_VERIFY(!bench.dialog(u"Proxy login"_s));
    QCOMPARE(bench.window().notice(), QString());
    QVERIFY2(bench.window().status().contains(u"Retry failed"_s), qPrintable(bench.window().status()));
    QTRY_COMPARE(bench.secrets().entries().size(), 1);
    QVERIFY(bench.secrets().entries().first().contains(u"proxy.example"_s));
}

void TestTokenNotices::keepsTheMostImportant()
{
    NoticeBar bar;
    NoticeBoard board(&bar, nullptr);
    board.post(NoticeKind::Token, { .text = u"token"_s });
    board.post(NoticeKind::Pause, { .text = u"sleep"_s });
    board.post(NoticeKind::Settings, { .text = u"settings"_s });
    QCOMPARE(bar.text(), u"sleep"_s);
    QVERIFY(board.isCovered(NoticeKind::Trouble));
    board.withdraw(NoticeKind::Token);
    QCOMPARE(bar.text(), u"sleep"_s);
    board.withdraw(NoticeKind::Pause);
    QCOMPARE(bar.text(), u"settings"_s);
    board.post(NoticeKind::Settings, { .text = u"other settings"_s });
    QCOMPARE(bar.text(), u"other settings"_s);
    board.withdraw(NoticeKind::Settings);
    QVERIFY(bar.isHidden());
}

void TestTokenNotices::showsTheNextWhenOneIsClosed()
{
    NoticeBar bar;
    NoticeBoard board(&bar, nullptr);
    QStringList heard;
    board.post(NoticeKind::Pause,
               { .text = u"sleep"_s,
                 .primary = u"Go"_s,
                 .onPrimary = [&heard] { heard += u"go"_s; },
                 .onClosed = [&heard] { heard += u"closed"_s; } });
    board.post(NoticeKind::Token, { .text = u"token"_s });
    bar.show();
    AccountBench::find<QAbstractButton>(&bar, u"Go"_s)->click();
    QCOMPARE(bar.text(), u"sleep"_s);
    AccountBench::find<QAbstractButton>(&bar, u"Close the message"_s)->click();
    QCOMPARE(bar.text(), u"token"_s);
    QVERIFY(!bar.isHidden());
    QCOMPARE(heard.join(u' '), u"go closed"_s);
    AccountBench::find<QAbstractButton>(&bar, u"Close the message"_s)->click();
    QVERIFY(bar.isHidden());
    QCOMPARE(heard.join(u' '), u"go closed"_s);
}

QTEST_MAIN(TestTokenNotices)
#include "tst_tokennotices.moc"
