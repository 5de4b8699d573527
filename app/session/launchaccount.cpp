// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "session/launch.h"

#include "store/environmentsecrets.h"
#include "store/logsink.h"
#include "store/policysource.h"
#include "store/processguard.h"
#include "store/settingsstore.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <utility>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#include <shellapi.h>
#endif

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

struct Launch
{
    Q_DECLARE_TR_FUNCTIONS(Launch)
};

LaunchExit refusal(const QString &sentence)
{
    return { 2, sentence + u'\n' };
}

enum class Asked : quint8 { Nothing, Practice, SecondPractice, Environment, Stored, Unknown };

/// @p stored: the accounts of hangup.ini; the one asked for comes by @p found.
Asked accountAskedFor(const LaunchOptions &launch, const QList<AccountRecord> &stored, QString *found)
{
    if (launch.practice)
        return Asked::Practice;
    if (launch.accountName.isEmpty())
        return Asked::Nothing;
    const auto named
        = [&launch](const QString &name) { return launch.accountName.compare(name, Qt::CaseInsensitive) == 0; };
    if (const auto practice = practiceAccountNamed(launch.accountName))
        return practice->key == Account::practice().key ? Asked::Practice : Asked::SecondPractice;
    if (named(u"environment"_s))
        return Asked::Environment;
    for (const AccountRecord &record : stored) {
        if (named(record.account.name)) {
            *found = record.account.key;
            return Asked::Stored;
        }
    }
    return Asked::Unknown;
}

QString unknownAccount(const QList<AccountRecord> &stored)
{
    QStringList names { Account::practice().name, Account::secondPractice().name, u"Environment"_s };
    for (const AccountRecord &record : stored)
        names.append(record.account.name);
    return Launch::tr("There is no account of that name. The accounts are: %1.").arg(names.join(u", "_s));
}

// What is wrong with the variables, in a sentence that never repeats their values; empty for both or none.
QString objectionTo(const EnvironmentCredentials &credentials)
{
    if (credentials.idMalformed)
        return Launch::tr("PLIVO_AUTH_ID is not an auth ID: it must be MA or SA and 18 capital letters or digits.");
    if (credentials.tokenMalformed)
        return Launch::tr(
            "PLIVO_AUTH_TOKEN is not an auth token: it must be printable ASCII characters without blanks.");
    if (credentials.idMissing)
        return Launch::tr("PLIVO_AUTH_TOKEN is set, but PLIVO_AUTH_ID is not. Set both, or use --practice.");
    if (credentials.tokenMissing)
        return Launch::tr("PLIVO_AUTH_ID is set, but PLIVO_AUTH_TOKEN is not. Set both, or use --practice.");
    return {};
}

QString ownFolder(QStandardPaths::StandardLocation location)
{
#ifdef Q_OS_WIN
    constexpr auto name = "/Hangup"_L1;
#else
    constexpr auto name = "/hangup"_L1;
#endif
    // Not AppDataLocation: it goes by the program's name, and the window and the command line share their files.
    return QStandardPaths::writableLocation(location) + name;
}

} // namespace

EnvironmentCredentials takeEnvironmentCredentials()
{
    const EnvironmentSecrets secrets = takeEnvironmentSecrets();
    // A variable that is set to nothing is how many scripts unset one.
    const bool hasId = secrets.authId && !secrets.authId->isEmpty();
    const bool hasToken = secrets.authToken && !secrets.authToken->isEmpty();
    EnvironmentCredentials credentials;
    if (hasId)
        credentials.id = AuthId::parse(QString::fromLatin1(*secrets.authId));
    if (hasToken)
        credentials.token = AuthToken::parse(*secrets.authToken);
    credentials.idMalformed = hasId && !credentials.id;
    credentials.tokenMalformed = hasToken && !credentials.token;
    credentials.idMissing = hasToken && !hasId;
    credentials.tokenMissing = hasId && !hasToken;
    return credentials;
}

QStringList programArguments(int argc, const char *const *argv)
{
    QStringList arguments;
#ifdef Q_OS_WIN
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    int count = 0;
    if (wchar_t **const given = CommandLineToArgvW(GetCommandLineW(), &count)) {
        for (int i = 1; i < count; ++i)
            arguments += QString::fromWCharArray(given[i]);
        LocalFree(given);
    }
#else
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
#endif
    return arguments;
}

void hardenProcess()
{
    keepNewFilesPrivate();
    switchCoreDumps(IsReleaseBuild);
}

void installLogSink(std::shared_ptr<Redactor> redactor)
{
    // Messages come until the program ends, also while main() is left: so it is kept here, and goes with the last
    // statics.
    static std::unique_ptr<LogSink> sink;
    sink.reset();
    sink = std::make_unique<LogSink>(std::move(redactor));
}

std::variant<Session::Options, LaunchExit>
sessionOptions(const LaunchOptions &launch, EnvironmentCredentials credentials, std::shared_ptr<Redactor> redactor,
               std::shared_ptr<const PolicySource> policy)
{
    const bool complete = credentials.id && credentials.token;
    // First of all: whatever is refused below, no message may carry the token.
    if (complete && redactor)
        redactor->addSecret(*credentials.id, *credentials.token);

    const QString settingsFile = ownFolder(QStandardPaths::GenericConfigLocation) + "/hangup.ini"_L1;
    auto settings = std::make_shared<const SettingsFile>(settingsFile);
    const QList<AccountRecord> stored = readAccounts(*settings).value;
    QString storedKey;
    const Asked asked = accountAskedFor(launch, stored, &storedKey);
    if (asked == Asked::Unknown)
        return refusal(unknownAccount(stored));
    const bool named = asked == Asked::Practice || asked == Asked::SecondPractice || asked == Asked::Stored;
    const QString objection = objectionTo(credentials);
    if (!named && !objection.isEmpty())
        return refusal(objection);
    if (asked == Asked::Environment && !complete)
        return refusal(
            Launch::tr("The account Environment needs PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN, which are not set."));
    // A stored account's token never goes to a host it was not entered for.
    if ((named || !complete) && launch.apiUrl)
        return refusal(
            Launch::tr("--api-url goes with the Environment account only: set PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN, "
                       "and leave out --practice and --account."));

    Session::Options options;
    if (complete) {
        options.environmentAccount
            = Account::environment(*credentials.id, launch.apiUrl ? *launch.apiUrl : ApiAddress::plivo());
        options.environmentToken = std::move(credentials.token);
    }
    if (asked == Asked::Practice)
        options.startWith = Account::practice().key;
    else if (asked == Asked::SecondPractice)
        options.startWith = Account::secondPractice().key;
    else if (asked == Asked::Stored)
        options.startWith = storedKey;
    else if (complete)
        options.startWith = options.environmentAccount->key;
    options.redactor = std::move(redactor);
    options.settingsFile = settingsFile;
    options.settings = std::move(settings);
    options.policy = std::move(policy);
    options.dataFolder = ownFolder(QStandardPaths::GenericDataLocation);
    return options;
}

Settings settingsOf(const Session::Options &options)
{
    const Settings own = options.settings ? readSettings(*options.settings).value : Settings();
    const PolicyRead policy = readPolicy(options);
    const auto *found = std::get_if<Policy>(&policy);
    return found ? found->over(own) : own;
}

std::shared_ptr<const PolicySource> systemPolicySource()
{
    return systemPolicy();
}

QString policyPlace()
{
    return systemPolicyPlace();
}

PolicyRead readPolicy(const Session::Options &options)
{
    return options.policy ? options.policy->read() : PolicyRead(Policy());
}

QString instanceKey(const Account &account)
{
    return account.isPractice() ? account.key
                                : u"%1 %2"_s.arg(account.authId.toString(), account.address.hostAndPort());
}

QString instanceKeyAskedFor(const Session::Options &options)
{
    if (options.startWith.isEmpty())
        return {};
    if (options.environmentAccount && options.startWith == options.environmentAccount->key)
        return instanceKey(*options.environmentAccount);
    if (options.settings) {
        const QList<AccountRecord> stored = readAccounts(*options.settings).value;
        for (const AccountRecord &record : stored) {
            if (record.account.key == options.startWith)
                return instanceKey(record.account);
        }
    }
    return instanceKey(options.startWith == Account::secondPractice().key ? Account::secondPractice()
                                                                          : Account::practice());
}

} // namespace hangup
