// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// What another program does to the accounts, hangup-cli above all. It writes hangup.ini anew each time, so the folder
// is watched and not the file.
#include "session/accountbook.h"
#include "session/accountbook_p.h"

#include <QFileInfo>

#include <algorithm>

namespace hangup {

namespace {

/// A save makes several changes in the folder; one reading is enough.
constexpr std::chrono::milliseconds Settle { 150 };
/// Of a change that has to wait for calls under way.
constexpr std::chrono::milliseconds LookAgain { 1000 };

} // namespace

void AccountBook::followFile()
{
    if (d->watcher || d->places.fileName.isEmpty())
        return;
    d->watcher = new QFileSystemWatcher(this);
    d->followSoon = new QTimer(this);
    d->followSoon->setSingleShot(true);
    connect(d->watcher, &QFileSystemWatcher::directoryChanged, this, [this] { d->followSoon->start(Settle); });
    connect(d->followSoon, &QTimer::timeout, this, [this] { d->follow(); });
    // The folder is there as soon as anything was saved.
    connect(this, &AccountBook::saved, this, [this] { d->watchFolder(); });
    d->watchFolder();
}

void AccountBook::Private::watchFolder()
{
    const QString folder = QFileInfo(places.fileName).absolutePath();
    if (watcher->directories().isEmpty() && QFileInfo::exists(folder))
        watcher->addPath(folder);
}

void AccountBook::Private::follow()
{
    if (change) {
        followSoon->start(LookAgain);
        return;
    }
    places.readFile([this] {
        if (change)
            followSoon->start(LookAgain);
        else
            takeOver(readAccounts(*places.file).value);
    });
}

void AccountBook::Private::takeOver(const QList<AccountRecord> &found)
{
    const auto isSame = [](const AccountRecord &one, const AccountRecord &other) {
        return one.account == other.account && one.tokenEntry == other.tokenEntry;
    };
    if (std::equal(found.cbegin(), found.cend(), records.cbegin(), records.cend(), isSame))
        return;
    const auto now = [&found](const QString &key) {
        return std::find_if(found.cbegin(), found.cend(),
                            [&key](const AccountRecord &record) { return record.account.key == key; });
    };
    QStringList otherTokens;
    for (const AccountRecord &before : std::as_const(records)) {
        const QString &key = before.account.key;
        const auto after = now(key);
        const bool isGone = after == found.cend();
        if (!isGone && isSame(before, *after))
            continue;
        if (places.underWay(key)) {
            followSoon->start(LookAgain);
            return;
        }
        // A token must not meet another address, and the keychain may have another one now.
        const bool staysGood = !isGone && before.account.authId == after->account.authId
            && before.account.address == after->account.address && before.tokenEntry == after->tokenEntry
            && before.account.tokenPlace == after->account.tokenPlace;
        if (!staysGood)
            otherTokens += key;
    }
    for (const QString &key : std::as_const(otherTokens)) {
        const QPointer<SecretJob> job = tokens.value(key).job;
        tokens.remove(key);
        if (job)
            job->cancel();
    }
    records = found;
    Q_EMIT q->changed();
    for (const QString &key : std::as_const(otherTokens)) {
        Q_EMIT q->tokenStateChanged(key);
        if (places.isCurrent(key))
            q->loadToken(key);
    }
}

} // namespace hangup
