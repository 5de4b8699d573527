// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/account.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <cstring>

using namespace hangup;

#if !defined(__GLIBC__)
#define HANGUP_CAN_WATCH_FREE 0
#else
#define HANGUP_CAN_WATCH_FREE 1
#include <malloc.h>

// The program's own free(): looks into the block that holds the token in the last moment in which it is still allowed
// to.
namespace {
std::atomic<const char *> watched { nullptr };
std::atomic<int> watchedSize { 0 };
char lastSeen[64] = {};
std::atomic<int> timesSeen { 0 };
} // namespace

extern "C" void __libc_free(void *block);
extern "C" void free(void *block) noexcept
{
    const char *at = watched.load();
    const char *begin = static_cast<const char *>(block);
    if (block && at && at >= begin && at < begin + malloc_usable_size(block)) {
        std::memcpy(lastSeen, at, static_cast<std::size_t>(watchedSize.load()));
        watched = nullptr;
        ++timesSeen;
    }
    __libc_free(block);
}
#endif

namespace {

QByteArray canary()
{
    return QByteArrayLiteral("cAnArYtOkEn0123456789abcdefghijklmnopqrs");
}

} // namespace

/// What the memory of a token holds when it is given back.
class TestTokenWipe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tokenIsOverwritten();
};

void TestTokenWipe::tokenIsOverwritten()
{
#if HANGUP_CAN_WATCH_FREE
    std::optional<AuthToken> token = AuthToken::parse(canary());
    std::optional<AuthToken> copy = token;
    const int size = static_cast<int>(canary().size());
    QCOMPARE(QByteArray(token->secretBytes().data(), size), canary());
    watchedSize = size;
    watched = token->secretBytes().data();
    timesSeen = 0;
    token.reset();
    QCOMPARE(timesSeen.load(), 0); // a copy still needs it
    QCOMPARE(copy->secretBytes().toByteArray(), canary());
    copy.reset();
    QCOMPARE(timesSeen.load(), 1);
    QCOMPARE(QByteArray(lastSeen, size), QByteArray(size, '\0'));
    // The watch itself sees what is not overwritten.
    auto *plain = new QByteArray(canary().constData(), size);
    watched = plain->constData();
    delete plain;
    QCOMPARE(QByteArray(lastSeen, size), canary());
#else
    QSKIP("free() can't be watched here");
#endif
}

QTEST_GUILESS_MAIN(TestTokenWipe)
#include "tst_tokenwipe.moc"
