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
/// (only hex digits and hyphens, or 30 to 42 such characters) that isn't exactly an id and names no file is refused.
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

/// Practice, Environment, or a refusal in words, as design.md orders them.
std::variant<Session::Options, LaunchExit>
sessionOptions(const LaunchOptions &launch, EnvironmentCredentials credentials, std::shared_ptr<Redactor> redactor);

} // namespace hangup
