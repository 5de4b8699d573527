// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/accountcheck.h"
#include "domain/policy.h"
#include "domain/textfile.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <variant>

namespace hangup {

/// Where an account's token stands.
enum class TokenState : quint8 {
    NotNeeded, ///< the practice accounts
    NotAsked, ///< kept in the keychain as far as is known; nobody asked for it yet
    Ready, ///< in memory
    Loading, ///< the keychain was asked and hasn't answered; it may show a window of its own
    Missing, ///< tokenProblem() says why
};

/// Why a change of an account was refused at once; nothing was changed.
enum class AccountEditError : quint8 {
    Name, ///< see checkAccountName()
    SameIdAndAddress, ///< another stored account has this auth ID at this address
    TokenNeeded, ///< a new account, another auth ID or another address: a token never goes where it was not entered for
    UnderWay, ///< calls of this account wait or are on their way
    Busy, ///< another change is being saved
    NotStored, ///< the practice accounts and the environment's can't be changed
    NotAllowed, ///< by the organisation: objection() says why
    KeychainNotAllowed, ///< the organisation lets no token be kept
};

/// Why a change that was begun did not happen; the account is as it was.
using AccountSaveProblem = std::variant<SecretProblem, FileError>;

/// The accounts and their tokens. Part of Session, on the window's thread. Tokens go in, and never come out: nothing
/// here hands one to a front end. All work with the keychain and the disk is asynchronous and can be cancelled.
class AccountBook : public QObject
{
    Q_OBJECT
public:
    ~AccountBook() override;

    /// Both of practice first, then the environment's if there is one, then the stored ones in the user's order.
    QList<Account> accounts() const;
    /// Only those that the user added.
    QList<Account> storedAccounts() const;
    std::optional<Account> find(const QString &key) const;

    TokenState tokenState(const QString &key) const;
    /// Why it is Missing.
    std::optional<SecretProblem> tokenProblem(const QString &key) const;

    /// Why the organisation's policy keeps @p account from being used, whether it was saved or not.
    std::optional<PolicyObjection> objection(const Account &account) const;
    /// False: the organisation lets no secret into the keychain, nor one out of it. Then accounts() says of each that
    /// its token is kept for the session; what is in the keychain stays there, unused.
    bool mayUseKeychain() const;

    // --- changing: at most one at a time; what is begun ends with saved() or saveFailed(), exactly one, once
    /// Adds @p account, or changes the one of the same key. The token is written first, under a new entry whose name is
    /// on disk by then (a disk that doesn't take it keeps the keychain from being asked); the entry of before is
    /// removed once the change is on disk. Without @p token the stored one stays where it is, which a
    /// changed ID, address or token place does not allow; a new account that is kept for the session needs none yet.
    std::optional<AccountEditError> save(const Account &account, const std::optional<AuthToken> &token);
    /// Of the account, and its token's entry. The account goes at once; an entry that the keychain doesn't give up now
    /// (or the program's end comes before) is asked for again at the next start.
    std::optional<AccountEditError> remove(const QString &key);
    /// To place @p to among the stored ones.
    std::optional<AccountEditError> move(const QString &key, int to);
    bool saving() const;
    /// A change of this one.
    bool isSaving(const QString &key) const;
    /// saveFailed(Cancelled) follows from within, unless it is past cancelling.
    void cancelSave();
    /// A change is under way and the keychain has not answered yet.
    bool canCancelSave() const;

    // --- the token of an account that is to be used; Session asks by itself when an account is chosen
    /// Asks the keychain. Nothing happens if it is Ready or Loading.
    void loadToken(const QString &key);
    /// The state becomes Missing (Cancelled).
    void cancelLoad(const QString &key);
    /// For a stored account whose token is kept for the session only: until this goes. False for another.
    bool enterToken(const QString &key, const AuthToken &token);

    // --- beside the keychain and other programs
    /// The keychain was asked to remove the token of an account that is gone, and has not answered; tidied() follows.
    bool isTidying() const;
    /// The keychain did not remove all that this program wants to go; it is asked again at the next start.
    bool hasLeftovers() const;
    /// From now on accounts that another program (hangup-cli) adds, changes or removes are taken over as they are on
    /// disk: changed() tells. One that calls are under way on stays as it is until they are through.
    void followFile();

    // --- Test: one at a time; a new one cancels the one before
    /// With @p token, else with the account's own, which is loaded if need be. The verdict comes by tested().
    void test(const Account &account, const std::optional<AuthToken> &token);
    void cancelTest();

Q_SIGNALS:
    /// The list of accounts, or one in it.
    void changed();
    void tokenStateChanged(const QString &key);
    /// A job of the keychain has taken more than a second: it may wait for the user in another window. Once a job.
    void keychainIsSlow(const QString &key);
    void saved(const QString &key);
    void tidied();
    void saveFailed(const hangup::AccountSaveProblem &problem);
    /// Exactly once a test, also a cancelled one.
    void tested(const hangup::CheckVerdict &verdict);

private:
    friend class Session;
    struct Private;
    explicit AccountBook(std::unique_ptr<Private> p, QObject *parent);
    std::unique_ptr<Private> d;
};

} // namespace hangup
