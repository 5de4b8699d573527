// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "keyring/asked.h"
#include "keyring/keyringbench.h"
#include "store/keychainstore.h"
#include "support/secrethunt.h"

#include <QDBusConnectionInterface>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

QByteArray canary()
{
    return QByteArrayLiteral("cAnArYtOkEn0123456789abcdefghijklmnopqrs");
}

SecretBytes secret(const QByteArray &bytes)
{
    return SecretBytes(bytes);
}

} // namespace

/// KeychainStore over a real gnome-keyring: present, locked, missing.
class KeychainTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        keyring.removeAll();
        QVERIFY(keyring.start());
        store = std::make_unique<KeychainStore>(Keyring::service());
    }
    void cleanup() { store.reset(); }

    void keeps_data();
    void keeps();
    void findsNothing();
    void writesOverNothing();
    void readsWhatAnotherProgramWrote();
    void answersInOrder();
    void lockedByAnotherPassword();
    void lockedInTheMiddle();
    void missingService();
    void missingBus_data();
    void missingBus();
    void outlivesTheBus();
    void comesBack();
    void goesWithJobsOpen();
    void nothingCrossesTheBusInTheClear();

private:
    Keyring keyring;
    std::unique_ptr<KeychainStore> store;
};

void KeychainTest::keeps_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("a plain name") << u"entry"_s << canary();
    QTest::newRow("blanks, dots and brackets") << u"MA… at api.plivo.com (1f 2e)"_s << canary();
    QTest::newRow("other scripts and an emoji") << u"Zoë · 客户 · عميل 😀"_s << canary();
    QTest::newRow("quotes, a slash and an equals sign") << u"\"a\\'/=;"_s << canary();
    QTest::newRow("several lines") << u"entry"_s << QByteArray("hangup-token 1\nMA\nhttps://x\n" + canary());
    QTest::newRow("letters beyond ASCII") << u"entry"_s << u"pässwörd客"_s.toUtf8();
    QTest::newRow("4 KiB") << u"entry"_s << QByteArray(4096, 'x');
}

void KeychainTest::keeps()
{
    QFETCH(QString, entry);
    QFETCH(QByteArray, value);
    const Asked written(store->write(entry, secret(value)));
    QCOMPARE(written.said(), QString()); // never from within the call
    QTRY_COMPARE(written.said(), u"done"_s);
    QCOMPARE(Keyring::valueOf(entry), value);
    const Asked read(store->read(entry));
    QTRY_COMPARE(read.said(), u"done: "_s + QString::fromUtf8(value));
    const Asked removed(store->remove(entry));
    QTRY_COMPARE(removed.said(), u"done"_s);
    QCOMPARE(Keyring::entryCount(), 0);
    QTRY_VERIFY(written.isGone() && read.isGone() && removed.isGone());
    QCOMPARE(written.said() + read.said().first(4) + removed.said(), u"donedonedone"_s);
}

void KeychainTest::findsNothing()
{
    const Asked read(store->read(u"never written"_s));
    const Asked removed(store->remove(u"never written"_s));
    QTRY_COMPARE(read.said(), u"NotFound"_s);
    QTRY_COMPARE(removed.said(), u"done"_s);
}

void KeychainTest::writesOverNothing()
{
    QVERIFY(Keyring::put(u"entry"_s, "before"));
    const Asked written(store->write(u"entry"_s, secret("after")));
    QTRY_COMPARE(written.said(), u"Failed"_s);
    QCOMPARE(Keyring::valueOf(u"entry"_s), "before"_ba);
    QCOMPARE(Keyring::entryCount(), 1);
}

void KeychainTest::readsWhatAnotherProgramWrote()
{
    QVERIFY(Keyring::put(u"entry"_s, canary()));
    const Asked read(store->read(u"entry"_s));
    QTRY_COMPARE(read.said(), u"done: "_s + QString::fromLatin1(canary()));
    // Bytes that are no text come back as they went in.
    const QByteArray bytes("\xff\x00\x80z", 4);
    const Asked written(store->write(u"bytes"_s, secret(bytes)));
    QTRY_COMPARE(written.said(), u"done"_s);
    SecretJob *job = store->read(u"bytes"_s);
    QByteArray back;
    connect(job, &SecretJob::finished, this,
            [&back](const SecretAnswer &answer) { back = answer.value.view().toByteArray(); });
    QTRY_COMPARE(back, bytes);
}

void KeychainTest::answersInOrder()
{
    QStringList order;
    for (int n = 0; n < 5; ++n) {
        const QString entry = QString::number(n);
        connect(store->write(entry, secret(canary())), &SecretJob::finished, this, [&order, entry] { order += entry; });
    }
    QTRY_COMPARE(order.join(u' '), u"0 1 2 3 4"_s);
    QCOMPARE(Keyring::entryCount(), 5);
}

void KeychainTest::lockedByAnotherPassword()
{
    QVERIFY(Keyring::put(u"entry"_s, canary()));
    QVERIFY(keyring.start("another password"));
    QVERIFY(keyring.isLocked());
    const Asked read(store->read(u"entry"_s));
    const Asked missing(store->read(u"never written"_s));
    const Asked written(store->write(u"new"_s, secret(canary())));
    const Asked over(store->write(u"entry"_s, secret("after")));
    const Asked removed(store->remove(u"entry"_s));
    QTRY_COMPARE(removed.said(), u"Locked"_s);
    QCOMPARE(read.said(), u"Locked"_s);
    QCOMPARE(missing.said(), u"NotFoundOrLocked"_s);
    QCOMPARE(written.said(), u"Locked"_s);
    QCOMPARE(over.said(), u"Failed"_s);
    QVERIFY(keyring.start());
    QCOMPARE(Keyring::valueOf(u"entry"_s), canary());
    QCOMPARE(Keyring::entryCount(), 1);
}

void KeychainTest::lockedInTheMiddle()
{
    const Asked before(store->write(u"entry"_s, secret(canary())));
    QTRY_COMPARE(before.said(), u"done"_s);
    QVERIFY(keyring.lock());
    const Asked read(store->read(u"entry"_s));
    QTRY_COMPARE(read.said(), u"Locked"_s);
    const Asked written(store->write(u"new"_s, secret(canary())));
    QTRY_COMPARE(written.said(), u"Locked"_s);
    QVERIFY(keyring.unlock());
    const Asked again(store->read(u"entry"_s));
    QTRY_COMPARE(again.said(), u"done: "_s + QString::fromLatin1(canary()));
    QCOMPARE(Keyring::entryCount(), 1);
}

void KeychainTest::missingService()
{
    keyring.kill();
    const Asked read(store->read(u"entry"_s));
    const Asked written(store->write(u"entry"_s, secret(canary())));
    const Asked removed(store->remove(u"entry"_s));
    QTRY_COMPARE(read.said(), u"NoKeychain"_s);
    QTRY_COMPARE(written.said(), u"NoKeychain"_s);
    QTRY_COMPARE(removed.said(), u"NoKeychain"_s);
}

void KeychainTest::missingBus_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("said");
    QTest::newRow("the bus of this test") << qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS") << u"NotFound"_s;
    QTest::newRow("no address") << QString() << u"NoKeychain"_s;
    QTest::newRow("an address at which nobody listens") << u"unix:path=/nonexistent/bus"_s << u"NoKeychain"_s;
    QTest::newRow("an address that is none") << u"nonsense"_s << u"NoKeychain"_s;
}

void KeychainTest::missingBus()
{
    QFETCH(QString, address);
    QFETCH(QString, said);
    QProcess probe;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
    probe.setProcessEnvironment(environment);
    probe.start(QStringLiteral(KEYCHAIN_PROBE), QStringList());
    QVERIFY(probe.waitForFinished(10'000));
    QCOMPARE(QString::fromUtf8(probe.readAllStandardOutput()).trimmed(), said);
    QCOMPARE(probe.exitStatus(), QProcess::NormalExit);
}

// GIO would end a program whose bus goes away, in the middle of a batch.
void KeychainTest::outlivesTheBus()
{
    keyring.kill();
    QProcess bus;
    bus.setProcessChannelMode(QProcess::SeparateChannels);
    bus.start(u"dbus-daemon"_s,
              { u"--config-file="_s + QStringLiteral(HANGUP_SOURCE_DIR "/tests/keyring/bus.conf"), u"--print-address"_s,
                u"--nofork"_s });
    QVERIFY(bus.waitForReadyRead(5000));
    const QString address = QString::fromLatin1(bus.readLine()).trimmed();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);

    QProcess daemon;
    daemon.setProcessEnvironment(environment);
    daemon.start(u"gnome-keyring-daemon"_s, { u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s });
    daemon.write("the first password");
    daemon.closeWriteChannel();
    const QDBusConnection second = QDBusConnection::connectToBus(address, u"second"_s);
    QTRY_VERIFY(second.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s));

    QProcess probe;
    probe.setProcessEnvironment(environment);
    probe.start(QStringLiteral(KEYCHAIN_PROBE), { u"1000"_s });
    QVERIFY(probe.waitForReadyRead(10'000));
    QCOMPARE(QString::fromUtf8(probe.readLine()).trimmed(), u"NotFound"_s);
    QDBusConnection::disconnectFromBus(u"second"_s);
    bus.kill();
    QVERIFY(probe.waitForFinished(10'000));
    QCOMPARE(QString::fromUtf8(probe.readAllStandardOutput()).trimmed(), u"still here"_s);
    daemon.kill();
    daemon.waitForFinished(5000);
    bus.waitForFinished(5000);
}

void KeychainTest::comesBack()
{
    const Asked written(store->write(u"entry"_s, secret(canary())));
    QTRY_COMPARE(written.said(), u"done"_s);
    keyring.kill();
    const Asked away(store->read(u"entry"_s));
    QTRY_COMPARE(away.said(), u"NoKeychain"_s);
    QVERIFY(keyring.start());
    const Asked read(store->read(u"entry"_s));
    QTRY_COMPARE(read.said(), u"done: "_s + QString::fromLatin1(canary()));
}

void KeychainTest::goesWithJobsOpen()
{
    const Asked running(store->write(u"running"_s, secret(canary())));
    const Asked waiting(store->write(u"waiting"_s, secret(canary())));
    QTest::qWait(0); // the first one is on its way
    store.reset();
    QVERIFY(running.isGone() && waiting.isGone());
    QCOMPARE(running.said() + waiting.said(), QString());
    // Whatever was on its way is seen to its end by the next one's turn, and nothing of it stays.
    store = std::make_unique<KeychainStore>(Keyring::service());
    const Asked next(store->write(u"next"_s, secret(canary())));
    QTRY_COMPARE(next.said(), u"done"_s);
    QTRY_COMPARE(Keyring::entryCount(), 1);
}

void KeychainTest::nothingCrossesTheBusInTheClear()
{
    const QByteArray id("MAXXXXXXXXXXXXXXXXXX");
    const QString entry = u"an entry that is easy to find"_s;
    BusCapture capture;
    const Asked written(store->write(entry, secret(canary())));
    QTRY_COMPARE(written.said(), u"done"_s);
    const Asked read(store->read(entry));
    QTRY_COMPARE(read.said(), u"done: "_s + QString::fromLatin1(canary()));
    const QByteArray bytes = capture.stop();
    QVERIFY2(bytes.contains(entry.toUtf8()), "the capture has not seen what was asked");
    QCOMPARE(describe(findSecretInBytes(bytes, u"bus"_s, id, canary())), QString());

    // A capture of the same secret sent in the clear finds it: this one would have.
    BusCapture control;
    QVERIFY(Keyring::putInTheClear(u"control"_s, canary()));
    QVERIFY(!findSecretInBytes(control.stop(), u"bus"_s, id, canary()).isEmpty());
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"
