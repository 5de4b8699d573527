// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// What a run from the command line starts with, beside what the window does.
#include "plivo/hangupengine.h"
#include "session/history.h"
#include "session/launch.h"
#include "session/session_p.h"
#include "store/journal.h"
#include "store/settingsstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// Without a limit of requests a second only the round trip holds a batch up: twice the usual number.
constexpr int LiftedInFlight = 100;

} // namespace

std::optional<Account> accountToStartWith(const Session::Options &options)
{
    const auto stored = [&options](const QString &key) -> std::optional<Account> {
        if (!options.settings || key.isEmpty())
            return std::nullopt;
        const QList<AccountRecord> records = readAccounts(*options.settings).value;
        const auto found = std::find_if(records.begin(), records.end(),
                                        [&key](const AccountRecord &record) { return record.account.key == key; });
        return found == records.end() ? std::nullopt : std::optional(found->account);
    };
    const QList<Account> practices = Account::practices();
    for (const Account &practice : practices) {
        if (options.startWith == practice.key)
            return practice;
    }
    if (const auto account = stored(options.startWith))
        return account;
    if (options.environmentAccount && options.environmentToken)
        return options.environmentAccount;
    return options.settings ? stored(readLastAccount(*options.settings)) : std::nullopt;
}

void setRunPace(Session::Options &options, const RunPace &pace)
{
    EngineLimits limits = withSettings(options.limits ? *options.limits : EngineLimits(), settingsOf(options));
    if (pace.windowRequests)
        limits.windowRequests = *pace.windowRequests;
    if (pace.inFlight)
        limits.maxInFlight = *pace.inFlight;
    else if (limits.windowRequests == 0)
        limits.maxInFlight = LiftedInFlight;
    limits.reservedForClicks = 0; // nobody clicks here: the whole window is the batch's
    limits.proofFor = pace.proofFor;
    options.limits = std::make_shared<const EngineLimits>(limits);
}

std::chrono::milliseconds longestHold(const Session::Options &options)
{
    return (options.limits ? *options.limits : EngineLimits()).retryAfterMax;
}

std::optional<Account> practiceAccountNamed(const QString &name)
{
    const QList<Account> practices = Account::practices();
    for (const Account &practice : practices) {
        if (name.compare(practice.key, Qt::CaseInsensitive) == 0
            || name.compare(practice.name, Qt::CaseInsensitive) == 0)
            return practice;
    }
    return std::nullopt;
}

std::unique_ptr<History> openHistory(const Session::Options &options, bool practice, HistoryUse use)
{
    const PolicyRead policy = readPolicy(options);
    const auto *found = std::get_if<Policy>(&policy);
    if (use == HistoryUse::Listing && (!found || found->exportOff))
        return nullptr;
    // A journal that is never opened touches no file; the history is read through a connection of its own.
    JournalOptions journal;
    journal.file = options.dataFolder + (practice ? "/practice.sqlite"_L1 : "/journal.sqlite"_L1);
    auto *unopened = new Journal(journal);
    auto history = std::make_unique<History>(journal.file, unopened);
    unopened->setParent(history.get());
    return history;
}

} // namespace hangup
