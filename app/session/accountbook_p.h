// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/redactor.h"
#include "session/accountbook.h"
#include "store/secretstore.h"
#include "store/settingsstore.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace hangup {

class EngineHost;
class Leftovers;

/// What AccountBook works with; all of it outlives the book.
struct AccountBookPlaces
{
    SettingsFile *file; ///< the window's copy of hangup.ini
    /// Puts it on disk on the file thread; the answer comes on the window's.
    std::function<void(std::function<void(std::optional<FileError>)>)> saveFile;
    SecretStore *secrets;
    Redactor *redactor;
    EngineHost *engines;
    Leftovers *leftovers;
    /// Reads hangup.ini on the file thread into @p file, unless there is something of its own to be saved by then: then
    /// it is read once more. Nothing, if it can't be read.
    std::function<void(std::function<void()>)> readFile;
    QString fileName; ///< hangup.ini; empty: nothing is kept
    std::function<bool(const QString &key)> isCurrent; ///< the account in use
    std::function<bool(const QString &key)> underWay; ///< calls of this account wait or are on their way
    // --- of the organisation's policy
    std::function<std::optional<PolicyObjection>(const Account &)> objection;
    std::function<bool()> mayUseKeychain;
    std::function<bool()> sessionOnly; ///< no token is kept
};

struct AccountBook::Private
{
    explicit Private(AccountBookPlaces given) : places(std::move(given)) { }

    /// What is known of an account's token.
    struct Token
    {
        TokenState state = TokenState::NotAsked;
        std::optional<SecretProblem> problem; ///< when Missing
        std::optional<AuthToken> token; ///< when Ready
        QPointer<SecretJob> job; ///< when Loading
    };
    /// A change that is being saved.
    struct Change
    {
        QString key;
        QList<AccountRecord> before; ///< to go back to
        QList<AccountRecord> after;
        std::optional<AuthToken> token {}; ///< new
        QString newEntry {}; ///< written for it
        QString oldEntry {}; ///< goes when the change is on disk
        bool isNaming = false; ///< newEntry's name is on its way to disk; the keychain was asked for nothing yet
        QPointer<SecretJob> job {}; ///< the writing of newEntry, while it can be cancelled
    };
    /// A test that hasn't ended.
    struct Test
    {
        QPointer<SecretJob> job; ///< the reading of its token
        quint64 check = 0; ///< EngineHost's number for it
    };

    qsizetype indexOf(const QString &key) const;
    const AccountRecord *record(const QString &key) const;
    /// Never that of an account which the policy forbids.
    std::optional<AuthToken> token(const QString &key) const;
    /// As the policy has it.
    TokenPlace placeOf(const Account &account) const;
    /// Takes the tokens from accounts that are forbidden now, and lets those that are allowed again have theirs.
    void obeyPolicy();
    /// Lets a token from the keychain go; the keychain can give it again.
    void forgetToken(const QString &key);

    // --- changing (accountedits.cpp)
    std::optional<AccountEditError> objectionTo(const Account &account, bool withToken) const;
    void begin(Change started);
    /// Into the leftovers on disk, and only then the token: a crash in between leaves no entry that nobody knows of.
    void writeEntryName(const Account &account);
    /// What was begun with writeEntryName() ends before the keychain hears of it.
    void failBeforeToken(const AccountSaveProblem &problem);
    void writeToken(const Account &account);
    void writeFile();
    void finishChange();
    void failChange(const AccountSaveProblem &problem);

    // --- tokens
    void setToken(const QString &key, TokenState state, std::optional<SecretProblem> problem,
                  std::optional<AuthToken> token);
    void answered(const QString &key, const AccountRecord &asked, const SecretAnswer &answer);
    void tellWhenSlow(SecretJob *job, const QString &key);

    // --- other programs (accountfollow.cpp)
    void watchFolder();
    void follow();
    void takeOver(const QList<AccountRecord> &found);

    // --- tests
    void startCheck(const Account &account, const AuthToken &token);
    void finishTest(const CheckVerdict &verdict);

    AccountBookPlaces places;
    AccountBook *q = nullptr;
    std::optional<Account> environment;
    std::optional<AuthToken> environmentToken;
    QList<AccountRecord> records;
    QHash<QString, Token> tokens;
    std::optional<Change> change;
    std::optional<Test> runningTest;
    QFileSystemWatcher *watcher = nullptr; ///< a child of q
    QTimer *followSoon = nullptr; ///< a child of q
};

} // namespace hangup
