// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/calllink.h"
#include "domain/policy.h"
#include "session/session.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <variant>

namespace hangup {

/// What was asked for on the command line of `hangup`. Arguments only ever add rows.
struct LaunchOptions
{
    bool practice = false;
    QString accountName; ///< --account
    std::optional<ApiAddress> apiUrl; ///< --api-url, with the Environment account only
    QList<CallId> ids; ///< arguments that are ids …
    QStringList files; ///< … and the others, as absolute paths
    QStringList inOrder; ///< both, as given
};

struct LaunchExit
{
    int status = 0; ///< 0: --help, --version; 2: usage
    QString text; ///< to stdout for 0, stderr for 2; ends with a line break
    /// It is a link that was refused: a desktop starts the program with those, and shows its stderr to nobody.
    std::optional<LinkRefusal> link {};
};

/// What main() was given, without the program's name: on Windows from the system, for main() gets what its code page can
/// hold.
QStringList programArguments(int argc, const char *const *argv);

/// Reads the arguments (without the program's name). A well-formed id wins, else it is a file; an id-like argument
/// (30 to 42 hex digits and hyphens) that isn't exactly an id is refused, unless it is a file with an extension or a
/// path; so is a shorter or longer one of hex digits alone that names no file. `hangup:` and an id is that id; whatever
/// else begins so is refused, and so is any option that chooses an account beside it: a web page may have made it.
std::variant<LaunchOptions, LaunchExit> parseArguments(const QStringList &arguments, const QString &workingFolder);

/// One argument that names calls.
struct LaunchRow
{
    std::optional<CallId> id; ///< it is exactly one …
    QString path {}; ///< … else a file's absolute path
    QString objection {}; ///< not empty: it is neither, in a sentence
    std::optional<LinkRefusal> link {}; ///< it is a link, and that is what is wrong with it
};
/// A well-formed id wins, also in a link to it; what was meant as an id and isn't one is refused, as parseArguments() says.
LaunchRow readLaunchRow(const QString &argument, const QString &workingFolder);

/// In a sentence, for stderr and the window alike.
QString linkRefusal(LinkRefusal why);

/// The credentials of the environment, taken before any thread starts: both variables are overwritten in place and
/// removed.
struct EnvironmentCredentials
{
    std::optional<AuthId> id;
    std::optional<AuthToken> token;
    bool idMalformed = false; ///< set, but not an auth ID
    bool tokenMalformed = false;
    bool idMissing = false; ///< only the token is set
    bool tokenMissing = false; ///< only the ID is set
};
EnvironmentCredentials takeEnvironmentCredentials();

/// umask 077; no core dumps in release builds.
void hardenProcess();
/// Installs the one log sink: Qt's messages to stderr through @p redactor.
void installLogSink(std::shared_ptr<Redactor> redactor);

/// What to start with, or a refusal in words, in this order: --practice, --account (a stored one's name too), the
/// environment's credentials, else nothing is asked for: the account used last, or practice. Reads hangup.ini.
/// @p policy: the organisation's; systemPolicy() in a program that is shipped.
std::variant<Session::Options, LaunchExit>
sessionOptions(const LaunchOptions &launch, EnvironmentCredentials credentials, std::shared_ptr<Redactor> redactor,
               std::shared_ptr<const PolicySource> policy = {});
/// The system's own policy.
std::shared_ptr<const PolicySource> systemPolicySource();
/// Where that is: a file, or a registry's key.
QString policyPlace();

/// What the organisation's policy says now.
PolicyRead readPolicy(const Session::Options &options);
/// What is set, of hangup.ini as it was read for @p options, and the policy over it.
Settings settingsOf(const Session::Options &options);

/// The account that a session starts with when practice is no answer (`hangup-cli`): as Session::Options::startWith
/// says, but nothing where only practice is left, unless it was asked for.
std::optional<Account> accountToStartWith(const Session::Options &options);

/// What the command line may set for one run alone; nothing: as the settings say.
struct RunPace
{
    std::optional<int> windowRequests {}; ///< in any 5 s; 0: no limit
    std::optional<int> inFlight {}; ///< requests at most
    std::chrono::seconds proofFor { 0 }; ///< 0: no proof is sought
};
/// For the session that is made of @p options; nothing is saved.
void setRunPace(Session::Options &options, const RunPace &pace);

/// A 429 that asks to wait longer than this is nothing to be waited for without asking.
std::chrono::milliseconds longestHold(const Session::Options &options);

/// Which practice account @p name means, as --account takes it: "practice", "practice-2", or their names.
std::optional<Account> practiceAccountNamed(const QString &name);

/// The history of real accounts, or of practice, for reading alone: nothing is written, no account is needed, and what
/// a run left open stays as it is. Null: to list it is an export (nobody knows who reads what is written), and the
/// organisation allows none, or its policy can't be understood.
enum class HistoryUse : quint8 { Listing, Verifying };
std::unique_ptr<History> openHistory(const Session::Options &options, bool practice, HistoryUse use);

/// What two starts must agree on to be one window: "practice", "practice-2", or auth ID and host.
QString instanceKey(const Account &account);
/// The same for what a start asked for; empty when it asked for none: it goes with any.
QString instanceKeyAskedFor(const Session::Options &options);

} // namespace hangup
