// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "session/session.h"

#include <QString>
#include <QStringList>

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
};

/// Reads the arguments (without the program's name). A well-formed id wins, else it is a file; an id-like argument
/// (30 to 42 hex digits and hyphens) that isn't exactly an id is refused, unless it is a file with an extension or a
/// path; so is a shorter or longer one of hex digits alone that names no file.
std::variant<LaunchOptions, LaunchExit> parseArguments(const QStringList &arguments, const QString &workingFolder);

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
std::variant<Session::Options, LaunchExit>
sessionOptions(const LaunchOptions &launch, EnvironmentCredentials credentials, std::shared_ptr<Redactor> redactor);

/// What the user has set, of hangup.ini as it was read for @p options.
Settings settingsOf(const Session::Options &options);

/// What two starts must agree on to be one window: "practice", or auth ID and host.
QString instanceKey(const Account &account);
/// The same for what a start asked for; empty when it asked for none: it goes with any.
QString instanceKeyAskedFor(const Session::Options &options);

} // namespace hangup
