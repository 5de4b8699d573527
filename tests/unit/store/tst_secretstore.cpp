// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "keyring/asked.h"
#include "store/memorystore.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::test;

namespace {

AuthId authId(char last = 'X')
{
    return AuthId::parse(u"MAXXXXXXXXXXXXXXXXX"_s + QLatin1Char(last)).value();
}

ApiAddress address(const QString &text)
{
    return std::get<ApiAddress>(ApiAddress::parse(text));
}

AuthToken token()
{
    return AuthToken::parse("cAnArYtOkEn0123456789abcdefghijklmnopqrs").value();
}

QString unsealed(const SecretBytes &sealed, const AuthId &id, const ApiAddress &where)
{
    const auto result = unsealToken(sealed, id, where);
    if (const auto *problem = std::get_if<SecretProblem>(&result))
        return nameOf(*problem);
    return QString::fromLatin1(std::get<AuthToken>(result).secretBytes());
}

} // namespace

/// Entries and sealed tokens, and the store in memory.
class SecretStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void entryNames();
    void sealsToIdAndAddress_data();
    void sealsToIdAndAddress();
    void refusesWhatIsNotSealed_data();
    void refusesWhatIsNotSealed();
    void keepsInMemory();
    void writesOverNothing();
    void fails();
    void stuck();
    void cancelled();
    void cancelledFromASlot();
    void goesWithJobsOpen();
    void noPlaintextFallback();
};

void SecretStoreTest::entryNames()
{
    const QString first = newSecretEntry(u"MA… at api.plivo.com"_s);
    const QString second = newSecretEntry(u"MA… at api.plivo.com"_s);
    static const QRegularExpression shape(u"\\AMA… at api\\.plivo\\.com \\([0-9a-f]{32}\\)\\z"_s);
    QVERIFY2(shape.match(first).hasMatch(), qPrintable(first));
    QVERIFY(first != second);
    QVERIFY(newSecretEntry(u"a\nb\u202e"_s).startsWith(u"a b ("_s));
    QVERIFY(newSecretEntry(QString(1000, u'x')).size() < 200);
}

void SecretStoreTest::sealsToIdAndAddress_data()
{
    QTest::addColumn<char>("id");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("result");
    const QString fine = QString::fromLatin1(token().secretBytes());
    const auto row = [](const char *name, char id, const QString &where, const QString &result) {
        QTest::newRow(name) << id << where << result;
    };
    row("the same", 'X', u"https://test.example:8443"_s, fine);
    row("the same, written otherwise", 'X', u"HTTPS://TEST.example:8443/"_s, fine);
    row("another auth ID", 'Y', u"https://test.example:8443"_s, u"ForAnotherHost"_s);
    row("another host", 'X', u"https://test2.example:8443"_s, u"ForAnotherHost"_s);
    row("a host that looks alike", 'X', u"https://test.example.evil.example:8443"_s, u"ForAnotherHost"_s);
    row("another port", 'X', u"https://test.example:8444"_s, u"ForAnotherHost"_s);
    row("no port", 'X', u"https://test.example"_s, u"ForAnotherHost"_s);
    row("Plivo", 'X', u"https://api.plivo.com"_s, u"ForAnotherHost"_s);
}

void SecretStoreTest::sealsToIdAndAddress()
{
    QFETCH(char, id);
    QFETCH(QString, where);
    QFETCH(QString, result);
    const SecretBytes sealed = sealToken(authId(), address(u"https://test.example:8443"_s), token());
    QCOMPARE(unsealed(sealed, authId(id), address(where)), result);
    // http and https to one place are two.
    const SecretBytes local = sealToken(authId(), address(u"http://127.0.0.1:8080"_s), token());
    QCOMPARE(unsealed(local, authId(), address(u"https://127.0.0.1:8080"_s)), u"ForAnotherHost"_s);
}

void SecretStoreTest::refusesWhatIsNotSealed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray rest = "\nMAXXXXXXXXXXXXXXXXXX\nhttps://api.plivo.com\n";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a bare token") << QByteArray("cAnArYtOkEn0123456789abcdefghijklmnopqrs");
    QTest::newRow("a later format") << "hangup-token 2" + rest + "abc";
    QTest::newRow("no token") << "hangup-token 1" + rest;
    QTest::newRow("a line behind") << "hangup-token 1" + rest + "abc\n";
    QTest::newRow("a token with a blank") << "hangup-token 1" + rest + "a c";
    QTest::newRow("no auth ID") << QByteArray("hangup-token 1\n\nhttps://api.plivo.com\nabc");
    QTest::newRow("an address that is none") << QByteArray("hangup-token 1\nMAXXXXXXXXXXXXXXXXXX\nx\nabc");
    QTest::newRow("cut off") << QByteArray("hangup-token 1\nMAXXXXXXXXXXXXXXXXXX");
}

void SecretStoreTest::refusesWhatIsNotSealed()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(unsealed(SecretBytes(bytes), authId(), ApiAddress::plivo()), u"Failed"_s);
    // The format that the rows spoil.
    const QByteArray sealed = "hangup-token 1\nMAXXXXXXXXXXXXXXXXXX\nhttps://api.plivo.com\nabc";
    QCOMPARE(unsealed(SecretBytes(sealed), authId(), ApiAddress::plivo()), u"abc"_s);
}

void SecretStoreTest::keepsInMemory()
{
    MemoryStore store;
    const Asked written(store.write(u"entry"_s, SecretBytes("value")));
    const Asked read(store.read(u"entry"_s));
    QCOMPARE(written.said(), QString()); // not from within the call
    QTRY_COMPARE(written.said(), u"done"_s);
    QTRY_COMPARE(read.said(), u"done: value"_s);
    const Asked removed(store.remove(u"entry"_s));
    const Asked gone(store.read(u"entry"_s));
    const Asked again(store.remove(u"entry"_s));
    QTRY_COMPARE(again.said(), u"done"_s);
    QCOMPARE(removed.said(), u"done"_s);
    QCOMPARE(gone.said(), u"NotFound"_s);
    QTRY_VERIFY(written.isGone() && read.isGone() && again.isGone());
    QTest::qWait(10); // exactly once
    QCOMPARE(read.said(), u"done: value"_s);
}

void SecretStoreTest::writesOverNothing()
{
    MemoryStore store;
    const Asked first(store.write(u"entry"_s, SecretBytes("before")));
    const Asked second(store.write(u"entry"_s, SecretBytes("after")));
    const Asked read(store.read(u"entry"_s));
    QTRY_COMPARE(read.said(), u"done: before"_s);
    QCOMPARE(second.said(), u"Failed"_s);
}

void SecretStoreTest::fails()
{
    MemoryStore store;
    store.failure = [](MemoryStore::Verb verb, const QString &entry) {
        return verb == MemoryStore::Verb::Write && entry == "locked"_L1 ? std::optional(SecretProblem::Locked)
                                                                        : std::nullopt;
    };
    const Asked locked(store.write(u"locked"_s, SecretBytes("value")));
    const Asked open(store.write(u"open"_s, SecretBytes("value")));
    QTRY_COMPARE(open.said(), u"done"_s);
    QCOMPARE(locked.said(), u"Locked"_s);
    QCOMPARE(store.entries(), QStringList { u"open"_s });
}

void SecretStoreTest::stuck()
{
    MemoryStore store;
    store.setStuck(true);
    const Asked written(store.write(u"entry"_s, SecretBytes("value")));
    Asked cancelled(store.write(u"other"_s, SecretBytes("value")));
    QTest::qWait(20);
    QCOMPARE(written.said(), QString());
    cancelled.cancel();
    QCOMPARE(cancelled.said(), u"Cancelled"_s);
    store.setStuck(false);
    QCOMPARE(written.said(), QString());
    QTRY_COMPARE(written.said(), u"done"_s);
    QCOMPARE(cancelled.said(), u"Cancelled"_s);
    QCOMPARE(store.entries(), QStringList { u"entry"_s });
}

void SecretStoreTest::cancelled()
{
    MemoryStore store;
    Asked written(store.write(u"entry"_s, SecretBytes("value")));
    written.cancel();
    QCOMPARE(written.said(), u"Cancelled"_s);
    written.cancel();
    QTest::qWait(10);
    QCOMPARE(written.said(), u"Cancelled"_s);
    QCOMPARE(store.entries(), QStringList());
    QVERIFY(written.isGone());
}

void SecretStoreTest::cancelledFromASlot()
{
    MemoryStore store;
    SecretJob *job = store.read(u"entry"_s);
    const Asked asked(job);
    connect(job, &SecretJob::finished, job, &SecretJob::cancel);
    QTRY_COMPARE(asked.said(), u"NotFound"_s);
}

void SecretStoreTest::goesWithJobsOpen()
{
    auto store = std::make_unique<MemoryStore>();
    store->setStuck(true);
    const Asked held(store->read(u"entry"_s));
    QTest::qWait(10);
    const Asked fresh(store->read(u"entry"_s));
    store.reset();
    QVERIFY(held.isGone() && fresh.isGone());
    QCOMPARE(held.said() + fresh.said(), QString());
}

// QtKeychain writes secrets to a plain file if it is let.
void SecretStoreTest::noPlaintextFallback()
{
    int seen = 0;
    for (const QString &room : { u"app"_s, u"ui"_s }) {
        QDirIterator files(QStringLiteral(HANGUP_SOURCE_DIR) + u'/' + room, { u"*.cpp"_s, u"*.h"_s }, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            seen += text.contains("QKeychain::WritePasswordJob") ? 1 : 0;
            QVERIFY2(!text.contains("InsecureFallback"), qPrintable(file.fileName()));
        }
    }
    QVERIFY(seen > 0); // it has looked at the right place
}

QTEST_GUILESS_MAIN(SecretStoreTest)
#include "tst_secretstore.moc"
