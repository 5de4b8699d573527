// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/clioptions.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

using O = CliOption;

// The help, the man page and the completion of bash name the same ones; a test compares them.
constexpr std::array<CliOption, 25> Options { {
    { "practice"_L1, O::Takes::Nothing, O::WithAccount | O::WithHistory | O::WithVerify },
    { "account"_L1, O::Takes::Value, O::WithAccount | O::WithHistory | O::WithVerify | O::WithRemove },
    { "api-url"_L1, O::Takes::Value, O::WithAccount | O::WithAdd },
    { "json"_L1, O::Takes::Nothing, O::WithEnd | O::WithLive | O::WithShow | O::WithHistory | O::WithList },
    { "sample"_L1, O::Takes::Nothing, O::WithEnd | O::WithShow },
    { "ticket"_L1, O::Takes::Value, O::WithEnd | O::WithHistory },
    { "reason"_L1, O::Takes::Value, O::WithEnd },
    { "yes"_L1, O::Takes::Nothing, O::WithEnd | O::WithRemove },
    { "include-flagged"_L1, O::Takes::Nothing, O::WithEnd },
    { "dry-run"_L1, O::Takes::Nothing, O::WithEnd },
    { "keep-going"_L1, O::Takes::Nothing, O::WithEnd },
    { "window"_L1, O::Takes::Value, O::WithEnd },
    { "in-flight"_L1, O::Takes::Value, O::WithEnd },
    { "wait-proof"_L1, O::Takes::MaybeValue, O::WithEnd },
    { "direction"_L1, O::Takes::Value, O::WithLive },
    { "from"_L1, O::Takes::Value, O::WithLive },
    { "to"_L1, O::Takes::Value, O::WithLive },
    { "older-than"_L1, O::Takes::Value, O::WithLive },
    { "since"_L1, O::Takes::Value, O::WithHistory },
    { "uuid"_L1, O::Takes::Value, O::WithHistory },
    { "name"_L1, O::Takes::Value, O::WithAdd },
    { "auth-id"_L1, O::Takes::Value, O::WithAdd },
    { "session-only"_L1, O::Takes::Nothing, O::WithAdd },
    { "help"_L1, O::Takes::Nothing, O::WithAll },
    { "version"_L1, O::Takes::Nothing, O::WithAll },
} };

} // namespace

std::span<const CliOption> cliOptions()
{
    return Options;
}

const CliOption *findCliOption(QStringView name)
{
    const auto *found
        = std::find_if(Options.begin(), Options.end(), [name](const CliOption &o) { return o.name == name; });
    return found == Options.end() ? nullptr : found;
}

} // namespace hangup
