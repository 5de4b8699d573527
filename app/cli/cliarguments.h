// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/callreading.h"
#include "domain/history.h"
#include "session/launch.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace hangup {

/// One of the places that calls come from.
struct CliInput
{
    enum class Kind : quint8 { Call, File, StandardInput, Sample };
    Kind kind = Kind::Call;
    QString text {}; ///< the call's UUID, or the file's absolute path; of Sample, the practice ticket, nothing
    friend bool operator==(const CliInput &, const CliInput &) = default;
};

/// `hangup-cli end`
struct EndArguments
{
    QList<CliInput> inputs {}; ///< as given
    BatchWords words {};
    std::optional<int> window {}; ///< requests in any 5 s; 0: no limit
    std::optional<int> inFlight {}; ///< requests at most
    std::optional<std::chrono::seconds> proofFor {}; ///< only with waitProof; nothing: as the settings say
    bool waitProof = false;
    bool yes = false;
    bool dryRun = false;
    bool json = false;
    bool keepGoing = false;
    bool includeFlagged = false; ///< young calls and answered inbound ones
};

/// Whether standard input is one of them.
bool readsStandardInput(const QList<CliInput> &inputs);

/// `hangup-cli live`
struct LiveArguments
{
    LiveFilter filter {}; ///< Plivo's own
    std::optional<std::chrono::seconds> olderThan {}; ///< only these; those without a known age are left out
    bool json = false;
};

/// `hangup-cli show`
struct ShowArguments
{
    QList<CliInput> inputs {}; ///< as given
    bool json = false;
};

/// `hangup-cli history`
struct HistoryArguments
{
    qint64 sinceMs = 0; ///< UTC; 0: no bound
    QString ticket {};
    QString uuid {};
    bool json = false;
};

/// `hangup-cli accounts …`
struct AccountsArguments
{
    QString name {}; ///< to add, as given
    std::optional<AuthId> authId {}; ///< to add
    ApiAddress address = ApiAddress::plivo(); ///< to add
    QString remove {}; ///< the name of the account
    bool sessionOnly = false; ///< to add without its token
    bool yes = false;
    bool json = false;
};

/// What was asked for on the command line of `hangup-cli`.
struct CliArguments
{
    enum class Command : quint8 {
        End,
        Live,
        Show,
        History,
        VerifyJournal,
        ListAccounts,
        AddAccount,
        TestAccount,
        RemoveAccount,
    };
    Command command = Command::End;
    LaunchOptions launch {}; ///< practice, account, API address
    EndArguments end {};
    LiveArguments live {};
    ShowArguments show {};
    HistoryArguments history {};
    AccountsArguments accounts {};
};

/// Reads the arguments (without the program's name); pure but for the look whether a file of an id's shape is there.
/// Whatever is not understood is refused whole (2), so that a slip of the fingers ends no call.
/// @p now: what "--since 2d" counts from.
std::variant<CliArguments, LaunchExit> parseCliArguments(const QStringList &arguments, const QString &workingFolder,
                                                         const QDateTime &now);

/// "90s", "15m", "4h", "2d".
std::optional<std::chrono::seconds> parseAge(const QString &text);
/// "2026-11-24" (midnight here), "2026-11-24T13:00" (here, or with its zone), "90m", "12h", "7d": UTC, ms since 1970.
std::optional<qint64> parseSince(const QString &text, const QDateTime &now);

} // namespace hangup
