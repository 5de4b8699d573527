// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1StringView>
#include <QStringView>
#include <QtGlobal>

#include <span>

namespace hangup {

/// An option of `hangup-cli`.
struct CliOption
{
    enum class Takes : quint8 { Nothing, Value, MaybeValue };

    /// The commands it goes with, as bits.
    enum Goes : quint16 {
        WithEnd = 1,
        WithLive = 2,
        WithShow = 4,
        WithHistory = 8,
        WithVerify = 16,
        WithList = 32,
        WithAdd = 64,
        WithTest = 128,
        WithRemove = 256,
        WithAll = 511,
        WithAccounts = WithList | WithAdd | WithTest | WithRemove,
        WithAccount = WithEnd | WithLive | WithShow | WithTest, ///< what is done as an account
    };

    QLatin1StringView name; ///< without its dashes
    Takes takes;
    quint16 goes;
};

/// All of them.
std::span<const CliOption> cliOptions();
/// Null for what is none.
const CliOption *findCliOption(QStringView name);

} // namespace hangup
