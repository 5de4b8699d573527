// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/policycheck.h"

#include "cli/clistatus.h"
#include "cli/cliwords.h"
#include "domain/policywords.h"

namespace hangup {

namespace {

using Command = CliArguments::Command;

/// The account that the command uses or adds; nothing where none is.
std::optional<Account> accountOf(const CliArguments &arguments, const Session::Options &options)
{
    switch (arguments.command) {
    case Command::End:
    case Command::Live:
    case Command::Show:
    case Command::TestAccount:
        return accountToStartWith(options);
    case Command::AddAccount:
        return Account::stored(arguments.accounts.name, Account::colours().constFirst(), *arguments.accounts.authId,
                               arguments.accounts.address, TokenPlace::Session);
    case Command::History:
    case Command::VerifyJournal:
    case Command::ListAccounts:
    case Command::RemoveAccount:
        break;
    }
    return {};
}

/// A broken policy keeps real accounts from being used, and what may leave the program is not known. The rest goes on.
PolicyVerdict judgeBroken(const CliArguments &arguments, const std::optional<Account> &account,
                          const PolicyTrouble &trouble)
{
    const bool goesOn = arguments.command != Command::History && (!account || account->isPractice());
    return { { words::policyBroken(trouble) }, goesOn ? std::nullopt : std::optional(StatusPolicy) };
}

std::optional<QString> objection(const CliArguments &arguments, const std::optional<Account> &account,
                                 const Policy &policy)
{
    if (const auto forbidden = account ? policy.objection(*account) : std::nullopt)
        return arguments.command == Command::AddAccount
            ? words::policyObjection(*forbidden) + u' ' + cliwords::nothingChanged()
            : words::policyObjection(*forbidden) + u' ' + cliwords::nothingSent();
    if (arguments.command == Command::AddAccount && policy.sessionOnlyTokens && !arguments.accounts.sessionOnly)
        return cliwords::accountRefused(AccountEditError::KeychainNotAllowed);
    if (arguments.command == Command::History && policy.exportOff)
        return words::exportOff();
    const std::optional<int> most = policy.windowRequests();
    const std::optional<int> asked = arguments.end.window;
    if (arguments.command == Command::End && most && asked && (*asked == 0 || *asked > *most))
        return cliwords::windowTooLarge(*most) + u' ' + cliwords::nothingSent();
    return {};
}

} // namespace

PolicyVerdict judgeByPolicy(const CliArguments &arguments, const Session::Options &options)
{
    const PolicyRead read = readPolicy(options);
    const std::optional<Account> account = accountOf(arguments, options);
    if (const auto *trouble = std::get_if<PolicyTrouble>(&read))
        return judgeBroken(arguments, account, *trouble);
    if (const auto sentence = objection(arguments, account, std::get<Policy>(read)))
        return { { *sentence }, StatusUsage };
    return {};
}

} // namespace hangup
