// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// A window that is open, and another program that changes the accounts beside it.
#include "accountstarts.h"

using namespace hangup;
using namespace hangup::test;
using namespace Qt::StringLiterals;

namespace {

/// A second program over the same hangup.ini and keychain.
class Other
{
public:
    explicit Other(const Starts &starts)
    {
        Session::Options options;
        options.quickPractice = true;
        options.settingsFile = starts.file();
        options.secrets = starts.secrets;
        options.startWith = Account::practice().key;
        m_session = std::make_unique<Session>(std::move(options));
    }
    AccountBook &book() const { return *m_session->book(); }
    bool save(const Account &account, const char *token = nullptr)
    {
        QSignalSpy saved(&book(), &AccountBook::saved);
        const auto given = token ? AuthToken::parse(token) : std::nullopt;
        return !book().save(account, given) && (saved.count() == 1 || saved.wait(5000));
    }
    bool remove(const Account &account)
    {
        QSignalSpy saved(&book(), &AccountBook::saved);
        // As hangup-cli does, it stays until the keychain has given the token up.
        return !book().remove(account.key) && (saved.count() == 1 || saved.wait(5000))
            && QTest::qWaitFor([this] { return !book().isTidying(); }, 5000);
    }

private:
    std::unique_ptr<Session> m_session;
};

QStringList namesOf(const AccountBook &book)
{
    QStringList names;
    for (const Account &account : book.storedAccounts())
        names += account.name;
    return names;
}

} // namespace

class TestAccountFollow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aWindowSeesWhatAnotherProgramDoes()
    {
        Starts starts;
        Session &window = starts.start();
        window.book()->followFile();
        Account account = starts.account();
        Other other(starts);
        QVERIFY(other.save(account, Token));
        QTRY_COMPARE(window.book()->storedAccounts(), QList<Account> { account });
        account.name = u"Renamed"_s;
        QVERIFY(other.save(account));
        QTRY_COMPARE(namesOf(*window.book()), QStringList { u"Renamed"_s });
        // And what is added here goes beside it.
        Account own = starts.account(TokenPlace::Session);
        own.name = u"Own"_s;
        own.authId = *AuthId::parse(u"MAZZZZZZZZZZZZZZZZZZ");
        QVERIFY(starts.add(own));
        QCOMPARE(namesOf(*window.book()), (QStringList { u"Renamed"_s, u"Own"_s }));
        QCOMPARE(namesOf(Other(starts).book()), (QStringList { u"Renamed"_s, u"Own"_s }));
        QVERIFY(Other(starts).remove(account));
        QTRY_COMPARE(namesOf(*window.book()), QStringList { u"Own"_s });
        QCOMPARE(window.book()->tokenState(own.key), TokenState::Ready); // it is in memory alone
    }

    void doesNotFollowUnlessTold()
    {
        Starts starts;
        Session &session = starts.start();
        Other other(starts);
        QVERIFY(other.save(starts.account(), Token));
        QTest::qWait(400);
        QCOMPARE(session.book()->storedAccounts(), QList<Account>());
    }

    void theAccountInUseMayGo()
    {
        Starts starts;
        Session &window = starts.start();
        const Account account = starts.account();
        QVERIFY(starts.add(account));
        window.book()->followFile();
        QVERIFY(window.switchAccount(account));
        QSignalSpy changed(&window, &Session::accountChanged);
        QVERIFY(Other(starts).remove(account));
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(window.account().isPractice());
        QTRY_COMPARE(starts.secrets->entries(), QStringList());
    }

    void callsUnderWayKeepTheirAccount()
    {
        Starts starts;
        Session &window = starts.start();
        const Account account = starts.account();
        QVERIFY(starts.add(account));
        window.book()->followFile();
        QVERIFY(window.switchAccount(account));
        QTRY_COMPARE(window.book()->tokenState(account.key), TokenState::Ready);
        QTRY_VERIFY(window.journalState().canEnd());
        starts.server.hold();
        window.addText(QString(Call), TextSource::Pasted);
        const auto confirmation = window.prepare(window.calls()->ids());
        QVERIFY(confirmation);
        QCOMPARE(window.hangUp(*confirmation), ConfirmError::None);
        QTRY_COMPARE(starts.server.deletes(), 1);
        QVERIFY(Other(starts).remove(account));
        QTest::qWait(500);
        QVERIFY(window.busy());
        QCOMPARE(window.account(), account);
        starts.server.release();
        QTRY_COMPARE_WITH_TIMEOUT(window.calls()->tally()[Outcome::Ended], 1, 10000);
        QTRY_VERIFY_WITH_TIMEOUT(window.account().isPractice(), 10000);
    }

    void aTokenDoesNotMeetAnotherAddress()
    {
        Starts starts;
        Session &window = starts.start();
        Account account = starts.account();
        QVERIFY(starts.add(account));
        window.book()->followFile();
        QVERIFY(window.switchAccount(account));
        QTRY_COMPARE(window.book()->tokenState(account.key), TokenState::Ready);
        FakeServer elsewhere;
        account.address = addressOf(elsewhere.address());
        QVERIFY(Other(starts).save(account, OtherToken));
        QTRY_COMPARE(window.account(), account);
        QTRY_COMPARE(window.book()->tokenState(account.key), TokenState::Ready);
        QSignalSpy tested(window.book(), &AccountBook::tested);
        window.book()->test(account, {});
        QVERIFY(tested.wait());
        const QByteArray id = account.authId.toLatin1();
        QCOMPARE(elsewhere.requests().first().header("Authorization"), "Basic " + (id + ':' + OtherToken).toBase64());
        QCOMPARE(starts.server.count(), 0);
    }

    void aFileThatIsBeingWrittenStaysAsItIs()
    {
        Starts starts;
        Session &window = starts.start();
        const Account account = starts.account();
        QVERIFY(starts.add(account));
        window.book()->followFile();
        QFile ini(starts.file());
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write("[accounts\nnonsense");
        ini.close();
        QFile beside(starts.file() + u".tmp"_s); // the folder changes
        QVERIFY(beside.open(QIODevice::WriteOnly));
        QTest::qWait(500);
        QCOMPARE(window.book()->storedAccounts(), QList<Account> { account });
        QCOMPARE(starts.written(), "[accounts\nnonsense"_ba); // neither set aside nor mended
    }

    void aTokenForTheSessionComesLater()
    {
        Starts starts;
        Session &session = starts.start();
        const Account account = starts.account(TokenPlace::Session);
        QSignalSpy saved(session.book(), &AccountBook::saved);
        QCOMPARE(session.book()->save(account, {}), std::nullopt);
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(session.switchAccount(account));
        QCOMPARE(session.book()->tokenProblem(account.key), SecretProblem::SessionOver);
        QVERIFY(session.book()->enterToken(account.key, *AuthToken::parse(Token)));
        QCOMPARE(session.book()->tokenState(account.key), TokenState::Ready);
        QCOMPARE(starts.secrets->entries(), QStringList());
        QVERIFY(!starts.written().contains(Token));
        // Not for one that the keychain keeps, or that nobody knows.
        Account kept = starts.account();
        kept.name = u"Kept"_s;
        kept.authId = *AuthId::parse(u"MAZZZZZZZZZZZZZZZZZZ");
        QVERIFY(starts.add(kept));
        QVERIFY(!session.book()->enterToken(kept.key, *AuthToken::parse(OtherToken)));
        QVERIFY(!session.book()->enterToken(u"practice"_s, *AuthToken::parse(OtherToken)));
    }

    void anotherProgramRemovesTheAccountMeanwhile()
    {
        Starts starts;
        Session &session = starts.start();
        const Account account = starts.account();
        QVERIFY(starts.add(account));
        session.book()->followFile();
        SlowDisk disk(starts.file());
        QVERIFY(disk.isHeld());
        QSignalSpy saved(session.book(), &AccountBook::saved);
        QCOMPARE(session.book()->save(account, AuthToken::parse(OtherToken)), std::nullopt);
        // Under the lock, as hangup-cli does.
        QFile file(starts.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[settings]\ncheck-again-up-to=0\n");
        file.close();
        QTest::qWait(300); // the change is seen, and waits for the end of ours
        QCOMPARE(starts.recorded->known.size(), 1);
        disk.release();
        QVERIFY(saved.wait());
        // What was saved last counts, with its token.
        QCOMPARE(starts.recorded->known.size(), 2);
        QCOMPARE(starts.recorded->unknown, QStringList());
        QTRY_COMPARE(starts.secrets->entries(), QStringList(starts.recorded->known.last()));
        starts.start(account.key);
        QCOMPARE(starts.book().storedAccounts(), QList { account });
        QTRY_COMPARE(starts.book().tokenState(account.key), TokenState::Ready);
    }
};

QTEST_GUILESS_MAIN(TestAccountFollow)
#include "tst_accountfollow.moc"
