// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// What is said of accounts and their tokens.
#include "cli/cliwords.h"
#include "domain/accountwords.h"
#include "domain/policywords.h"
#include "domain/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hangup::cliwords {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString named(const Account &account)
{
    return u"“%1” (%2)"_s.arg(account.name, account.authId.toString());
}

} // namespace

QString accountHeads(int column)
{
    const QString heads[] = { Cli::tr("Name"), Cli::tr("Auth ID"), Cli::tr("API address"), Cli::tr("Auth token") };
    return heads[column];
}

QString tokenIsWhere(const Account &account)
{
    switch (account.kind) {
    case AccountKind::Practice:
        return Cli::tr("None needed");
    case AccountKind::Environment:
        return Cli::tr("From PLIVO_AUTH_TOKEN");
    case AccountKind::Stored:
        break;
    }
    return account.tokenPlace == TokenPlace::Keychain ? words::tokenPlace(TokenPlace::Keychain)
                                                      : Cli::tr("Nowhere: asked for at each use");
}

QString nowhere()
{
    return Cli::tr("Nowhere");
}

QString tokenQuestion(const Account &account)
{
    return Cli::tr("Auth token of %1, which is not shown: ").arg(named(account));
}

QString noTokenGiven()
{
    return Cli::tr("No auth token was given. Nothing was sent or changed.");
}

QString moreThanAToken()
{
    return Cli::tr("Standard input has more than a line with an auth token. Nothing was sent or changed.");
}

QString noTerminalForToken(const Account &account)
{
    return Cli::tr("The auth token of %1 is kept nowhere, and there is no terminal to ask for it on. Nothing was sent.")
        .arg(named(account));
}

QString accountExists()
{
    return Cli::tr("There is an account with this auth ID at this address already. Nothing was changed.");
}

QString requestsGoTo(const ApiAddress &address)
{
    return Cli::tr("TEST SERVER: the requests, and the token with them, go to %1, not to Plivo.")
        .arg(address.hostAndPort());
}

QString accountAdded(const Account &account)
{
    return account.tokenPlace == TokenPlace::Keychain
        ? Cli::tr("%1 was added. Its auth token is in the system's keychain.").arg(named(account))
        : Cli::tr("%1 was added without its auth token: each command that uses the account asks for it.")
              .arg(named(account));
}

QString accountRefused(AccountEditError error)
{
    switch (error) {
    case AccountEditError::Name:
        return Cli::tr("This name can't be used. Nothing was changed.");
    case AccountEditError::SameIdAndAddress:
        return accountExists();
    case AccountEditError::TokenNeeded:
        return noTokenGiven();
    case AccountEditError::NotStored:
        return Cli::tr("This account can't be changed. Only accounts that were added can.");
    case AccountEditError::NotAllowed:
        return Cli::tr("Your organisation does not allow this account.") + u' ' + nothingChanged();
    case AccountEditError::KeychainNotAllowed:
        return words::sessionOnly() + u" (--session-only) "_s + nothingChanged();
    case AccountEditError::UnderWay:
    case AccountEditError::Busy:
        break; // one change, and no calls
    }
    return nothingChanged();
}

QString notSaved(const AccountSaveProblem &problem)
{
    if (const auto *file = std::get_if<FileError>(&problem))
        return words::fileError(*file);
    const SecretProblem secret = std::get<SecretProblem>(problem);
    // The words of the window: there it is a button.
    return secret == SecretProblem::NoKeychain ? words::secretProblem(secret) + u" (--session-only)"_s
                                               : words::secretProblem(secret);
}

QString nothingChanged()
{
    return Cli::tr("Nothing was changed.");
}

QString noSuchAccount(const QString &name)
{
    return Cli::tr("There is no account “%1”: hangup-cli accounts list names them.").arg(name);
}

QString removalQuestion(const Account &account)
{
    const QString token = account.tokenPlace == TokenPlace::Keychain
        ? Cli::tr("Its auth token is taken out of the system keychain.") + u' '
        : QString();
    return Cli::tr("Remove %1?").arg(named(account)) + u'\n' + token
        + Cli::tr("No call is ended by that. This can't be undone.") + u'\n' + Cli::tr("Remove it? [y/N] ");
}

QString noTerminalForRemoval()
{
    return Cli::tr("There is no terminal to ask on. Nothing was changed. Use --yes to remove it without a question.");
}

QString accountRemoved(const Account &account)
{
    return Cli::tr("%1 was removed.").arg(named(account));
}

QString tokenStays(const Account &account)
{
    return Cli::tr("The keychain did not give up the auth token of %1. Hangup asks it again at its next start.")
        .arg(named(account));
}

} // namespace hangup::cliwords
