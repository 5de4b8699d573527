// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "keyring/asked.h"
#include "keyring/keyringbench.h"
#include "store/keychainstore.h"
#include "support/heldup.h"

#include <QEventLoop>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hangup;
using namespace hangup::test;

namespace {

QByteArray canary()
{
    return QByteArrayLiteral("cAnArYtOkEn0123456789abcdefghijklmnopqrs");
}

QString canaryRead()
{
    return u"done: "_s + QString::fromLatin1(canary());
}

/// Longest time for which a window may be away. Far above what is measured (each test prints it): other programs share
/// the machine.
constexpr std::chrono::milliseconds LongestGap { 200 };

enum class Verb : quint8 { Read, Write, Remove };

/// The event loop as a window runs it (QTest's waits sleep in between), until @p job is gone or the time is over.
void runFor(std::chrono::milliseconds time, QObject *job)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    if (job)
        QObject::connect(job, &QObject::destroyed, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

/// KeychainStore over a real gnome-keyring that is slow, asks questions, or dies.
class KeychainTroubleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        keyring.removeAll();
        QVERIFY(keyring.start());
        QVERIFY(Keyring::put(u"entry"_s, canary()));
        store = std::make_unique<KeychainStore>(Keyring::service());
    }
    void cleanup()
    {
        store.reset();
        keyring.kill();
    }

    void killedBeforeItAnswers_data() { verbs(); }
    void killedBeforeItAnswers();
    void killedWithAPromptOpen_data() { promptingVerbs(); }
    void killedWithAPromptOpen();
    void promptLeftOpen_data() { promptingVerbs(); }
    void promptLeftOpen();
    void promptAnsweredByUnlocking();
    void removalOpensNoPrompt();
    void lateWriteIsRemoved();
    void lateWriteOfAStoreThatIsGone();
    void verySlow_data() { verbs(); }
    void verySlow();
    void cancelledWhileFrozen_data() { verbs(); }
    void cancelledWhileFrozen();
    void cancelledElsewhere_data();
    void cancelledElsewhere();
    void cancelledWhileWaiting();
    void windowStaysAwake_data();
    void windowStaysAwake();

private:
    static void promptingVerbs()
    {
        QTest::addColumn<Verb>("verb");
        QTest::newRow("a read") << Verb::Read;
        QTest::newRow("a write") << Verb::Write;
    }
    static void verbs()
    {
        promptingVerbs();
        QTest::newRow("a removal") << Verb::Remove;
    }
    SecretJob *ask(Verb verb)
    {
        switch (verb) {
        case Verb::Read:
            return store->read(u"entry"_s);
        case Verb::Write:
            return store->write(u"new"_s, SecretBytes("new value"));
        case Verb::Remove:
            return store->remove(u"entry"_s);
        }
        return nullptr;
    }
    /// What a question of this kind is answered with when all is well.
    static QString well(Verb verb) { return verb == Verb::Read ? canaryRead() : u"done"_s; }
    /// The keyring as it was before: one entry, with its value, and none beside it.
    void compareUnchanged()
    {
        QCOMPARE(Keyring::valueOf(u"entry"_s), canary());
        // A daemon that has just started gets to know each of those who ask: the list of its entries may come a moment
        // after the first of them was read by another program.
        QTRY_COMPARE(Keyring::entryCount(), 1);
    }

    Keyring keyring;
    std::unique_ptr<KeychainStore> store;
};

void KeychainTroubleTest::killedBeforeItAnswers()
{
    QFETCH(Verb, verb);
    keyring.freeze();
    const Asked asked(ask(verb));
    QTest::qWait(100); // the question is with the daemon
    QCOMPARE(asked.said(), QString());
    keyring.kill();
    QTRY_COMPARE(asked.said(), u"Failed"_s);
    QVERIFY(keyring.start());
    compareUnchanged();
}

void KeychainTroubleTest::killedWithAPromptOpen()
{
    QFETCH(Verb, verb);
    const OpenPrompts prompts;
    QVERIFY(keyring.lock());
    const Asked asked(ask(verb));
    QTRY_COMPARE(prompts.open(), 1);
    keyring.kill();
    QTRY_COMPARE(asked.said(), u"Failed"_s);
    QTRY_VERIFY(asked.isGone());
    QVERIFY(keyring.start());
    compareUnchanged();
    const Asked again(store->read(u"entry"_s));
    QTRY_COMPARE(again.said(), canaryRead());
}

void KeychainTroubleTest::promptLeftOpen()
{
    QFETCH(Verb, verb);
    OpenPrompts prompts;
    QVERIFY(keyring.lock());
    Asked asked(ask(verb));
    const Asked behind(store->remove(u"never written"_s));
    QTRY_COMPARE(prompts.open(), 1);
    QTest::qWait(300);
    QCOMPARE(asked.said(), QString());
    QCOMPARE(behind.said(), QString()); // one question at a time
    asked.cancel();
    QCOMPARE(asked.said(), u"Cancelled"_s); // from within
    QTRY_VERIFY(asked.isGone());
    // The next question does not wait for the prompt of a cancelled one.
    QTRY_COMPARE(behind.said(), u"done"_s);
    QCOMPARE(prompts.open(), 1);
    prompts.dismiss();
    QCOMPARE(asked.said(), u"Cancelled"_s);
    QVERIFY(keyring.unlock());
    compareUnchanged();
}

void KeychainTroubleTest::promptAnsweredByUnlocking()
{
    OpenPrompts prompts;
    QVERIFY(keyring.lock());
    const Asked read(store->read(u"entry"_s));
    QTRY_COMPARE(prompts.open(), 1);
    QVERIFY(keyring.unlock());
    prompts.dismiss();
    QTRY_COMPARE(read.said(), canaryRead());
}

void KeychainTroubleTest::removalOpensNoPrompt()
{
    const OpenPrompts prompts;
    QVERIFY(keyring.lock());
    const Asked removed(store->remove(u"entry"_s));
    QTRY_COMPARE(removed.said(), u"Locked"_s);
    QCOMPARE(prompts.open(), 0);
    QVERIFY(keyring.unlock());
    compareUnchanged();
}

void KeychainTroubleTest::lateWriteIsRemoved()
{
    OpenPrompts prompts;
    KeyringChanges changes;
    QVERIFY(keyring.lock());
    Asked written(store->write(u"late"_s, SecretBytes("late value")));
    QTRY_COMPARE(prompts.open(), 1);
    written.cancel();
    QCOMPARE(written.said(), u"Cancelled"_s);
    QVERIFY(keyring.unlock());
    prompts.dismiss();
    QTRY_COMPARE(changes.created(), 1); // it did come late
    QTRY_COMPARE(changes.deleted(), 1);
    QCOMPARE(written.said(), u"Cancelled"_s);
    compareUnchanged();
}

void KeychainTroubleTest::lateWriteOfAStoreThatIsGone()
{
    OpenPrompts prompts;
    KeyringChanges changes;
    QVERIFY(keyring.lock());
    const Asked written(store->write(u"late"_s, SecretBytes("late value")));
    QTRY_COMPARE(prompts.open(), 1);
    store.reset();
    QVERIFY(keyring.unlock());
    prompts.dismiss();
    QTRY_COMPARE(changes.created(), 1);
    QTRY_COMPARE(changes.deleted(), 1);
    QCOMPARE(written.said(), QString());
    compareUnchanged();
}

void KeychainTroubleTest::verySlow()
{
    QFETCH(Verb, verb);
    keyring.freeze();
    HeldUp held(1ms);
    SecretJob *job = ask(verb);
    const Asked asked(job);
    runFor(3s, nullptr);
    QCOMPARE(asked.said(), QString());
    keyring.thaw();
    runFor(30s, job);
    QCOMPARE(asked.said(), well(verb));
    const auto longest = held.take();
    qInfo("longest gap: %lld ms", static_cast<long long>(longest.count()));
    QCOMPARE_LT(longest, 2s); // who waited for the answer would have been away for longer than three
}

void KeychainTroubleTest::cancelledWhileFrozen()
{
    QFETCH(Verb, verb);
    keyring.freeze();
    Asked asked(ask(verb));
    QTest::qWait(100);
    asked.cancel();
    QCOMPARE(asked.said(), u"Cancelled"_s);
    asked.cancel();
    keyring.thaw();
    const Asked next(store->read(u"entry"_s));
    QTRY_COMPARE(next.said(), canaryRead());
    QCOMPARE(asked.said(), u"Cancelled"_s);
    compareUnchanged();
}

void KeychainTroubleTest::cancelledElsewhere_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<Verb>("verb");
    for (const char *state : { "open", "locked", "missing", "killed" }) {
        const QString where = QString::fromLatin1(state);
        QTest::addRow("a read, %s", state) << where << Verb::Read;
        QTest::addRow("a write, %s", state) << where << Verb::Write;
        QTest::addRow("a removal, %s", state) << where << Verb::Remove;
    }
}

void KeychainTroubleTest::cancelledElsewhere()
{
    QFETCH(QString, state);
    QFETCH(Verb, verb);
    if (state == "locked"_L1)
        QVERIFY(keyring.lock());
    if (state == "missing"_L1)
        keyring.kill();
    if (state == "killed"_L1)
        keyring.freeze();
    Asked asked(ask(verb));
    if (state != "missing"_L1)
        QTest::qWait(1); // on its way; that nothing is there is known at once
    if (state == "killed"_L1)
        keyring.kill();
    asked.cancel();
    QTest::qWait(300); // whatever comes late
    QCOMPARE(asked.said(), u"Cancelled"_s);
    QVERIFY(asked.isGone());
    QVERIFY(keyring.isRunning() ? state != "locked"_L1 || keyring.unlock() : keyring.start());
    // A removal may have been done already.
    if (verb != Verb::Remove)
        compareUnchanged();
}

void KeychainTroubleTest::cancelledWhileWaiting()
{
    keyring.freeze();
    const Asked first(store->read(u"entry"_s));
    Asked second(store->write(u"second"_s, SecretBytes("second value")));
    const Asked third(store->read(u"entry"_s));
    KeyringChanges changes;
    second.cancel();
    QCOMPARE(second.said(), u"Cancelled"_s);
    keyring.thaw();
    QTRY_COMPARE(third.said(), canaryRead());
    QCOMPARE(first.said(), canaryRead());
    QCOMPARE(changes.created(), 0); // it never got there
}

void KeychainTroubleTest::windowStaysAwake_data()
{
    QTest::addColumn<QString>("state");
    QTest::newRow("open") << u"open"_s;
    QTest::newRow("locked") << u"locked"_s;
    QTest::newRow("missing") << u"missing"_s;
}

void KeychainTroubleTest::windowStaysAwake()
{
    QFETCH(QString, state);
    if (state == "locked"_L1)
        QVERIFY(keyring.lock());
    if (state == "missing"_L1)
        keyring.kill();
    runFor(50ms, nullptr);
    HeldUp held(1ms);
    auto least = std::chrono::milliseconds::max();
    // The machine may be away for a moment, but not each time.
    for (int round = 0; round < 3 && least >= LongestGap; ++round) {
        held.take();
        const Asked read(store->read(u"entry"_s));
        const Asked written(store->write(u"new"_s, SecretBytes("new value")));
        SecretJob *last = store->remove(u"new"_s);
        const Asked removed(last);
        runFor(30s, last);
        QVERIFY(read.isGone() && written.isGone() && removed.isGone());
        least = std::min(least, held.take());
        qInfo("longest gap: %lld ms", static_cast<long long>(least.count()));
    }
    QCOMPARE_LT(least, LongestGap);
}

QTEST_GUILESS_MAIN(KeychainTroubleTest)
#include "tst_keychaintrouble.moc"
