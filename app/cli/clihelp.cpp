// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// What the command line itself is told: help, and what was not understood.
#include "cli/cliwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hangup::cliwords {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString accountsHelp()
{
    return Cli::tr(
        "accounts list: the accounts, also those of the window, and where the token of each is kept.\n"
        "  --json           a line of JSON for each account\n"
        "accounts add: asks for the auth token without showing it, or reads a line of standard input where that is no\n"
        "terminal, and keeps it in the system's keychain. A token is never an argument.\n"
        "  --name NAME      what to call it: in the window, in the history, and for --account\n"
        "  --auth-id ID     20 characters, MA… or SA…\n"
        "  --api-url URL    another address than Plivo's\n"
        "  --session-only   keep no token: each command that uses the account asks for it, in the same way\n"
        "accounts test: asks Plivo once whether the credentials are good. Ends nothing.\n"
        "accounts remove: asks, then removes the account, and its token from the keychain. Ends nothing.\n"
        "  --yes            do not ask\n");
}

QString commonHelp()
{
    return Cli::tr(
        "\n"
        "With end, live, show and accounts test; history and journal verify know the first two:\n"
        "  --account NAME   this account, by its name in the window\n"
        "  --practice       the practice account: simulated calls, nothing leaves this computer\n"
        "                   (--account practice-2 is a second one)\n"
        "  --api-url URL    another API address for the Environment account: https://HOST[:PORT],\n"
        "                   or http://127.0.0.1:PORT for a test server on this computer\n"
        "With each of them:\n"
        "  --version, -v    say the version and end\n"
        "  --help, -h       say this and end\n"
        "\n"
        "Environment variables, both or none; they make the Environment account and are removed at start:\n"
        "  PLIVO_AUTH_ID    20 characters, MA… or SA…\n"
        "  PLIVO_AUTH_TOKEN\n"
        "Without them and without options: the account that the window used last.\n"
        "\n"
        "Ctrl+C stops: what is on its way ends, the rest is not sent. A second Ctrl+C cuts it off.\n"
        "\n"
        "Examples:\n"
        "  hangup-cli end ticket-4711.txt                  what it found, and a question before anything is sent\n"
        "  grep stuck app.log | hangup-cli end --dry-run - what would be ended, of what another program found\n"
        "  hangup-cli end --yes --json --ticket 4711 calls.csv > results.jsonl\n"
        "  hangup-cli live --older-than 4h                 the calls that may be stuck\n"
        "  hangup-cli show defb0706-86a6-11e4-b303-498d468c930b\n"
        "  hangup-cli history --since 7d --ticket 4711\n"
        "  hangup-cli end --practice --sample              a first try, in which nothing is real\n"
        "  hangup-cli accounts add --name Night --auth-id MAXXXXXXXXXXXXXXXXXX\n"
        "  hangup-cli accounts test --account Night\n"
        "\n"
        "Status: 0 every call ended, or was over or not live; 1 some refused, unknown, left out or not sent\n"
        "(live, show: something could not be read; journal verify: the chain is broken; accounts: it could not be\n"
        "checked or changed); 2 not understood, no account, no token, not confirmed: nothing was sent or changed;\n"
        "3 credentials rejected; 4 the journal can't be written (end alone); 130 interrupted. Of several, the first\n"
        "of 130, 4, 3, 1.\n")
        + Cli::tr("5 your organisation's policy (/etc/hangup/policy.ini) can't be understood: nothing was sent.\n");
}

} // namespace

QString help()
{
    return Cli::tr(
               "Usage: hangup-cli end [OPTION…] FILE | - | UUID…\n"
               "       hangup-cli live [--json] [--direction D] [--from N] [--to N] [--older-than AGE]\n"
               "       hangup-cli show [--json] FILE | - | UUID…\n"
               "       hangup-cli history [--json] [--since TIME] [--ticket TEXT] [--uuid PART]\n"
               "       hangup-cli journal verify\n"
               "       hangup-cli accounts list [--json]\n"
               "       hangup-cli accounts add --name NAME --auth-id ID [--api-url URL] [--session-only]\n"
               "       hangup-cli accounts test [--account NAME]\n"
               "       hangup-cli accounts remove [--yes] NAME\n"
               "Ends stuck Plivo phone calls, and tells who is on them and what was ended.\n"
               "\n"
               "end: shows account, number and calls, and asks before anything is sent.\n"
               "  FILE, -          texts with call UUIDs in them; - is standard input. What is ignored goes to stderr\n"
               "  UUID…            call UUIDs\n"
               "  --sample         with --practice: the ticket that the window pastes as a sample\n"
               "  --yes            do not ask\n"
               "  --include-flagged\n"
               "                   end young calls and answered inbound ones too. They are left out otherwise, where "
               "the\n"
               "                   calls are looked at first (up to 50, or as the settings say); protected numbers "
               "always "
               "are\n"
               "  --dry-run        do everything but end the calls, and tell which would be ended\n"
               "  --ticket TEXT    put on record with the batch\n"
               "  --reason TEXT    put on record with the batch\n"
               "  --json           a line of JSON for each call as it becomes final, and a summary\n"
               "  --window N       requests in any 5 seconds, 0 for no limit (150, or what the settings say)\n"
               "  --in-flight N    requests on their way at once, at most\n"
               "  --keep-going     go on where the window would pause with a question\n"
               "  --wait-proof[=SECONDS]\n"
               "                   wait for Plivo's records of the calls that ended, so long at most\n"
               "live: the account's live and queued calls, and what makes them look stuck. Ends nothing.\n"
               "  --json           a line of JSON for each call\n"
               "  --direction D    inbound or outbound; asked of Plivo, like the next two\n"
               "  --from N, --to N only calls from or to this number\n"
               "  --older-than AGE only these: 90s, 15m, 4h, 2d\n"
               "show: what Plivo says of these calls: live, queued, or how they ended. Ends nothing.\n"
               "  FILE, -, UUID…   as for end, and so is --sample\n"
               "  --json           a line of JSON for each call\n"
               "history: the calls of all past batches, the newest batch first.\n"
               "  --json           a line of JSON for each call\n"
               "  --since TIME     2026-11-24, 2026-11-24T13:00, 90m, 12h, 7d\n"
               "  --ticket TEXT    only those whose ticket has this in it\n"
               "  --uuid PART      only those whose UUID has this in it\n"
               "journal verify: checks that no event of the journal was changed, removed or put in.\n")
        + accountsHelp() + commonHelp();
}

QString withHint(const QString &sentence)
{
    return sentence + u' ' + Cli::tr("Try: hangup-cli --help") + u'\n';
}

QString unknownOption(const QString &argument)
{
    return Cli::tr("There is no option %1.").arg(argument.section(u'=', 0, 0));
}

QString optionTwice(const QString &name)
{
    return Cli::tr("--%1 was given twice.").arg(name);
}

QString optionNeedsValue(const QString &name)
{
    return Cli::tr("--%1 needs a value.").arg(name);
}

QString optionWithoutValue(const QString &name)
{
    return Cli::tr("--%1 takes no value.").arg(name);
}

QString optionElsewhere(const QString &name)
{
    return Cli::tr("--%1 does not go with this command.").arg(name);
}

QString notANumber(const QString &name, int least, int most)
{
    return Cli::tr("--%1 must be a whole number from %2 to %3.").arg(name).arg(least).arg(most);
}

QString notATime(const QString &value)
{
    return Cli::tr("“%1” is not a time: use 2026-11-24, 2026-11-24T13:00, 90m, 12h or 7d.").arg(value);
}

QString notAnAge(const QString &value)
{
    return Cli::tr("“%1” is not an age: use 90s, 15m, 4h or 2d.").arg(value);
}

QString notADirection(const QString &value)
{
    return Cli::tr("“%1” is not a direction: use inbound or outbound.").arg(value);
}

QString notAPhoneNumber(const QString &name)
{
    return Cli::tr("--%1 must be a phone number: digits alone, with or without a + before them.").arg(name);
}

QString noCommand()
{
    return Cli::tr("Say what to do: end, live, show, history, journal verify, or accounts list, add, test or remove.");
}

QString unknownCommand(const QString &command)
{
    return Cli::tr(
               "There is no command “%1”: it must be end, live, show, history, journal verify, or accounts list, add, "
               "test or remove.")
        .arg(command.trimmed());
}

QString tooMany(const QString &argument)
{
    return Cli::tr("“%1” was not expected.").arg(argument);
}

QString noCalls()
{
    return Cli::tr("Name the calls to end: their UUIDs, files with them, or - for standard input.");
}

QString noCallsToShow()
{
    return Cli::tr("Name the calls to look up: their UUIDs, files with them, or - for standard input.");
}

QString standardInputTwice()
{
    return Cli::tr("Standard input can be read once.");
}

QString sampleIsPractice()
{
    return Cli::tr("The calls of --sample are simulated: it goes with --practice.");
}

QString tokenIsNoArgument()
{
    return Cli::tr("An auth token is never an argument: it is asked for, or read from standard input.");
}

QString noAccountToAdd()
{
    return Cli::tr("A new account needs --name and --auth-id.");
}

QString noAccountToRemove()
{
    return Cli::tr("Name the account to remove.");
}

QString noAccount()
{
    return Cli::tr("There is no account to use. Set PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN, or name one with --account, or "
                   "use --practice.");
}

} // namespace hangup::cliwords
