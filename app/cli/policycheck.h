// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/cliarguments.h"

#include <QStringList>

#include <optional>

namespace hangup {

/// What the organisation's policy says of a run before it begins. Session refuses the same by itself; here it is said
/// in time and in words for the command line.
struct PolicyVerdict
{
    QStringList sentences {}; ///< for standard error
    std::optional<int> status {}; ///< to end with; nothing: go on
};
PolicyVerdict judgeByPolicy(const CliArguments &arguments, const Session::Options &options);

} // namespace hangup
