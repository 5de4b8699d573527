// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// hangup-cli accounts with a real keychain: the real program, gnome-keyring, the scripted server.
#include "cli/cliaccount.h"
#include "keyring/keyringbench.h"
#include "support/secrethunt.h"

#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

class TestCliKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsAndUsesAToken();
    void removesTheTokenToo();
    void saysWhenTheTokenStays();
    void changesNothingWhenLocked();
    void canBeInterruptedAtAPrompt();
    void tellsOfALockedToken();
    void anotherStartLeavesASaveAlone();
    void aKilledSaveIsClearedUp();
    void manyThatAddAtOnceLoseNothing();

private:
    CliResult add(const QString &name = u"Night"_s, const QByteArray &token = CliBench::Token)
    {
        return m_bench->run({ u"accounts"_s, u"add"_s, u"--name"_s, name, u"--auth-id"_s,
                              QString::fromLatin1(CliBench::AuthIdText), u"--api-url"_s, m_bench->server().address() },
                            token + '\n');
    }
    QStringList stored()
    {
        QStringList names;
        for (const QJsonObject &account : m_bench->run({ u"accounts"_s, u"list"_s, u"--json"_s }).lines()) {
            if (account.value("token"_L1).toString() == "keychain"_L1)
                names += account.value("name"_L1).toString();
        }
        return names;
    }
    QString fileName() const { return m_bench->home() + u"/config/hangup/hangup.ini"_s; }
    QByteArray file() const
    {
        QFile ini(fileName());
        return ini.open(QIODevice::ReadOnly) ? ini.readAll() : QByteArray();
    }
    QString entry() const
    {
        const QRegularExpression named(u"^token-entry=(.*)$"_s, QRegularExpression::MultilineOption);
        return named.match(QString::fromUtf8(file())).captured(1);
    }

    /// A hangup-cli that does what a start does, and waits for a token until it is finished without one.
    std::unique_ptr<QProcess> startAndStay()
    {
        return m_bench->start(
            { u"accounts"_s, u"add"_s, u"--name"_s, u"Another"_s, u"--auth-id"_s, u"MAZZZZZZZZZZZZZZZZZZ"_s });
    }
    /// A hangup-cli that has put the token into the keychain, and whose account @p disk keeps from being written, for
    /// up to 5 s.
    std::unique_ptr<QProcess> beginToAdd(QLockFile &disk);

    Keyring m_keyring;
    std::unique_ptr<CliBench> m_bench;
};

void TestCliKeychain::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_keyring.removeAll();
    QVERIFY(m_keyring.start());
    m_bench = std::make_unique<CliBench>();
    m_bench->setCredentials(false);
}

void TestCliKeychain::keepsAndUsesAToken()
{
    const CliResult added = add();
    QVERIFY2(added.status == 0, added.err.constData());
    QCOMPARE(QString::fromUtf8(added.out),
             u"“Night” (MATESTTESTTESTTEST01) was added. Its auth token is in the system's keychain.\n"_s);
    QCOMPARE(stored(), QStringList { u"Night"_s });
    QCOMPARE(Keyring::entryCount(), 1);
    QVERIFY(Keyring::valueOf(entry()).value_or(QByteArray()).endsWith(CliBench::Token));
    QVERIFY(!file().contains("[leftover"));
    // What was said and what is on disk has no token, nor an address that it was not entered for.
    const QByteArray id = CliBench::AuthIdText;
    for (const QByteArray &text : { added.out, added.err })
        QVERIFY(findSecretInBytes(text, u"output"_s, id, CliBench::Token).isEmpty());
    const QList<SecretFound> finds = findSecret(m_bench->home(), id, CliBench::Token);
    QVERIFY2(finds.isEmpty(), qPrintable(describe(finds)));

    m_bench->server().setDefaultAnswer(Answer::json(200, "{\"api_id\": \"x\"}"));
    const CliResult tested = m_bench->run({ u"accounts"_s, u"test"_s, u"--account"_s, u"night"_s });
    QVERIFY2(tested.status == 0, tested.err.constData());
    const QByteArray expected = "Basic " + (id + ':' + CliBench::Token).toBase64();
    QCOMPARE(m_bench->server().requests().first().header("Authorization"), expected);
    m_bench->actAsPlivo();
    const CliResult ended
        = m_bench->run({ u"end"_s, u"--account"_s, u"Night"_s, u"--yes"_s, CliBench::id(1).toString() });
    QVERIFY2(ended.status == 0, ended.err.constData());
    QCOMPARE(m_bench->server().deletes(), 1);

    // An edited address gets no token.
    QFile ini(m_bench->home() + u"/config/hangup/hangup.ini"_s);
    const FakeServer other;
    QByteArray bytes = file();
    bytes.replace(m_bench->server().address().toLatin1(), other.address().toLatin1());
    QVERIFY(ini.open(QIODevice::WriteOnly));
    ini.write(bytes);
    ini.close();
    QCOMPARE(m_bench->run({ u"accounts"_s, u"test"_s, u"--account"_s, u"Night"_s }).status, 2);
    QCOMPARE(other.count(), 0);
}

void TestCliKeychain::removesTheTokenToo()
{
    QCOMPARE(add().status, 0);
    const CliResult removed = m_bench->run({ u"accounts"_s, u"remove"_s, u"--yes"_s, u"--account"_s, u"NIGHT"_s });
    QVERIFY2(removed.status == 0, removed.err.constData());
    QCOMPARE(QString::fromUtf8(removed.out), u"“Night” (MATESTTESTTESTTEST01) was removed.\n"_s);
    QCOMPARE(Keyring::entryCount(), 0); // as it ends, not at the next start
    QCOMPARE(stored(), QStringList());
    QVERIFY2(!file().contains("[leftover"), file().constData());
    QCOMPARE(m_bench->server().count(), 0);
}

void TestCliKeychain::saysWhenTheTokenStays()
{
    QCOMPARE(add().status, 0);
    QVERIFY(m_keyring.lock());
    const CliResult removed = m_bench->run({ u"accounts"_s, u"remove"_s, u"--yes"_s, u"Night"_s });
    QCOMPARE(removed.status, 1);
    QVERIFY2(removed.err.contains("asks it again at its next start"), removed.err.constData());
    QCOMPARE(stored(), QStringList());
    QCOMPARE(Keyring::entryCount(), 1);
    QVERIFY(m_keyring.unlock());
    // A start asks once, and on a busy machine the daemon may still be at the prompt of before.
    const auto isGone = [this] { return Keyring::entryCount() == 0 && !file().contains("[leftover"); };
    for (int starts = 0; starts < 4 && !isGone(); ++starts) {
        const auto next = startAndStay();
        (void)QTest::qWaitFor(isGone, 5000);
        QCOMPARE(m_bench->finish(*next).status, 2);
    }
    QVERIFY2(isGone(), file().constData());
}

void TestCliKeychain::changesNothingWhenLocked()
{
    QVERIFY(m_keyring.lock());
    const CliResult added = add();
    QCOMPARE(added.status, 1);
    QVERIFY2(added.err.contains("locked"), added.err.constData());
    QCOMPARE(added.out, QByteArray());
    QCOMPARE(stored(), QStringList());
    QVERIFY(m_keyring.unlock());
    QCOMPARE(Keyring::entryCount(), 0);
}

void TestCliKeychain::canBeInterruptedAtAPrompt()
{
    OpenPrompts prompts;
    QVERIFY(m_keyring.lock());
    const auto process = m_bench->start({ u"accounts"_s, u"add"_s, u"--name"_s, u"Night"_s, u"--auth-id"_s,
                                          QString::fromLatin1(CliBench::AuthIdText) });
    process->write(QByteArray(CliBench::Token) + '\n');
    QTRY_COMPARE_WITH_TIMEOUT(prompts.open(), 1, 20000);
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += process->readAllStandardError()).contains("keychain"), 10000);
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    const CliResult result = m_bench->finish(*process);
    QCOMPARE(result.status, 130);
    QVERIFY2(result.err.contains("Nothing was changed."), result.err.constData());
    QCOMPARE(stored(), QStringList());
}

void TestCliKeychain::tellsOfALockedToken()
{
    QCOMPARE(add().status, 0);
    QVERIFY(m_keyring.lock());
    const QStringList commands[] { { u"accounts"_s, u"test"_s },
                                   { u"live"_s },
                                   { u"end"_s, u"--yes"_s, CliBench::id(1).toString() } };
    for (const QStringList &command : commands) {
        const CliResult result = m_bench->run(command + QStringList { u"--account"_s, u"Night"_s });
        QCOMPARE(result.status, 2);
        QByteArrayList lines = result.err.trimmed().split('\n');
        lines.removeIf([](const QByteArray &line) { return line.contains("has not answered yet"); }); // a busy machine
        QCOMPARE(lines.size(), 1);
        QVERIFY2(lines.first().contains("locked"), result.err.constData());
    }
    QCOMPARE(m_bench->server().count(), 0);
}

std::unique_ptr<QProcess> TestCliKeychain::beginToAdd(QLockFile &disk)
{
    m_keyring.freeze();
    auto process
        = m_bench->start({ u"accounts"_s, u"add"_s, u"--name"_s, u"Night"_s, u"--auth-id"_s,
                           QString::fromLatin1(CliBench::AuthIdText), u"--api-url"_s, m_bench->server().address() });
    process->write(QByteArray(CliBench::Token) + '\n');
    const bool isNamed = QTest::qWaitFor([this] { return file().contains("[leftover"); }, 10000);
    const bool isHeld = disk.tryLock(5000);
    m_keyring.thaw();
    const bool isWritten = QTest::qWaitFor([] { return Keyring::entryCount() == 1; }, 5000);
    return isNamed && isHeld && isWritten ? std::move(process) : nullptr;
}

void TestCliKeychain::anotherStartLeavesASaveAlone()
{
    QLockFile disk(fileName() + u".lock"_s);
    const auto adding = beginToAdd(disk);
    QVERIFY(adding);
    const auto other = startAndStay();
    QTest::qWait(1000); // for what the keychain may be asked to do
    QCOMPARE(Keyring::entryCount(), 1);
    QVERIFY(file().contains("[leftover"));
    disk.unlock();
    const CliResult added = m_bench->finish(*adding);
    QVERIFY2(added.status == 0, added.err.constData());
    QVERIFY(!file().contains("[leftover"));
    QCOMPARE(stored(), QStringList { u"Night"_s });
    QCOMPARE(Keyring::entryCount(), 1);
    QVERIFY(Keyring::valueOf(entry()).value_or(QByteArray()).endsWith(CliBench::Token));
    QCOMPARE(m_bench->finish(*other).status, 2);
}

void TestCliKeychain::aKilledSaveIsClearedUp()
{
    QLockFile disk(fileName() + u".lock"_s);
    const auto adding = beginToAdd(disk);
    QVERIFY(adding);
    adding->kill();
    QVERIFY(adding->waitForFinished(5000));
    disk.unlock();
    QVERIFY(file().contains("[leftover"));
    const auto next = startAndStay();
    QTRY_COMPARE(Keyring::entryCount(), 0);
    QTRY_VERIFY2(!file().contains("[leftover"), file().constData());
    QCOMPARE(m_bench->finish(*next).status, 2);
    QCOMPARE(stored(), QStringList());
}

void TestCliKeychain::manyThatAddAtOnceLoseNothing()
{
    std::vector<std::unique_ptr<QProcess>> adding;
    QStringList names;
    for (int n = 1; n <= 4; ++n) {
        names += u"Night %1"_s.arg(n);
        adding.push_back(
            m_bench->start({ u"accounts"_s, u"add"_s, u"--name"_s, names.last(), u"--auth-id"_s,
                             u"MATESTTESTTESTTEST0%1"_s.arg(n), u"--api-url"_s, m_bench->server().address() }));
        adding.back()->write(QByteArray(CliBench::Token) + '\n');
        // Each start looks for what was left behind.
        adding.push_back(m_bench->start({ u"accounts"_s, u"test"_s, u"--practice"_s }));
    }
    for (const auto &process : adding) {
        const CliResult result = m_bench->finish(*process);
        QVERIFY2(result.status == 0, result.err.constData());
    }
    QStringList found = stored();
    found.sort();
    QCOMPARE(found, names);
    QCOMPARE(Keyring::entryCount(), 4);
    const QRegularExpression named(u"^token-entry=(.*)$"_s, QRegularExpression::MultilineOption);
    for (const auto &match : named.globalMatch(QString::fromUtf8(file())))
        QVERIFY(Keyring::valueOf(match.captured(1)).value_or(QByteArray()).endsWith(CliBench::Token));
    QVERIFY2(!file().contains("[leftover"), file().constData());
}

QTEST_GUILESS_MAIN(TestCliKeychain)
#include "tst_clikeychain.moc"
