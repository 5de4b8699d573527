// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/account.h"
#include "domain/callreading.h"
#include "domain/callscan.h"
#include "domain/history.h"
#include "domain/outcome.h"
#include "domain/proof.h"
#include "session/session.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

/// What `hangup-cli` says to people. Outcomes are words of domain/words alone.
namespace hangup::cliwords {

// --- the command line
QString help();
/// @p sentence and where to find help, in one line; ends with a line break.
QString withHint(const QString &sentence);
QString unknownOption(const QString &argument);
QString optionTwice(const QString &name);
QString optionNeedsValue(const QString &name);
QString optionWithoutValue(const QString &name);
QString optionElsewhere(const QString &name);
QString notANumber(const QString &name, int least, int most);
QString notATime(const QString &value);
QString notAnAge(const QString &value);
QString notADirection(const QString &value);
/// Without the value: it may be a customer's number.
QString notAPhoneNumber(const QString &name);
QString noCommand();
QString unknownCommand(const QString &command);
QString tooMany(const QString &argument);
QString noCalls();
QString noCallsToShow();
QString standardInputTwice();
QString sampleIsPractice();
/// Without what stood there.
QString tokenIsNoArgument();
QString noAccountToAdd();
QString noAccountToRemove();
QString noAccount();

// --- accounts (cliaccountwords.cpp)
QString accountHeads(int column);
/// Where its token is, in a cell.
QString tokenIsWhere(const Account &account);
QString nowhere();
/// To be answered with the auth token.
QString tokenQuestion(const Account &account);
QString noTokenGiven();
QString moreThanAToken();
QString noTerminalForToken(const Account &account);
QString accountExists();
QString requestsGoTo(const ApiAddress &address);
QString accountAdded(const Account &account);
QString accountRefused(AccountEditError error);
/// Why a change did not happen.
QString notSaved(const AccountSaveProblem &problem);
QString nothingChanged();
QString noSuchAccount(const QString &name);
QString removalQuestion(const Account &account);
QString noTerminalForRemoval();
QString accountRemoved(const Account &account);
QString tokenStays(const Account &account);

// --- before anything is sent
/// "standard input", as a file's name.
QString standardInput();
QString sampleTicket();
/// Each piece that was ignored, a line each, "calls.csv:3:14: …", then the sum; empty when there is nothing to tell of
/// calls that were named one by one.
QStringList added(const AddReport &report);
QString noCallFound();

// --- the question (cliquestion.cpp)
using ReadCalls = QHash<CallId, CallInfoRead>;
/// Account, number and calls: what the user is about to confirm, and what becomes of young calls and of answered
/// inbound ones. With @p reads, what was said of the calls a moment ago, each has a line; else the first and the last
/// stand there.
QString confirmation(const Confirmation &confirmation, FlaggedCalls flagged, const std::optional<ReadCalls> &reads);
/// A line for each: id, from, to, direction, age, why it is flagged or could not be read; the legs of a call together.
QString calls(const Confirmation &confirmation, const ReadCalls &reads, FlaggedCalls flagged);
/// Whether all that the question would be about are over, by @p reads, or left out whatever is asked for.
bool endsNothing(const Confirmation &confirmation, FlaggedCalls flagged, const ReadCalls &reads);
QString nothingToEnd();
/// Why there is no question: 401 or 403.
QString credentialsRejected(const CallInfoRead &read);
/// The question below it, to be answered with "yes" or the number of calls. It names account and number again below
/// many lines of @p reads.
QString question(const Confirmation &confirmation, FlaggedCalls flagged, const std::optional<ReadCalls> &reads);
/// Whether @p line, the answer, means yes.
bool isYes(const Confirmation &confirmation, FlaggedCalls flagged, const QString &line);
/// Of those that the question was not about.
QString leftOut(int calls);
QString noTerminal();
QString notConfirmed();
QString ticketMissing();
QString ticketMissingByPolicy();
/// The last words of a refusal.
QString nothingSent();
QString linkIsForTheWindow();
/// --window, of the policy's share.
QString windowTooLarge(int most);
QString refused(ConfirmError error);
QString keychainIsSlow();
QString proxyLoginNeeded();
/// What an earlier run left open, @p calls of them.
QString leftOpen(qsizetype calls);

// --- while it runs
/// "[#####     ] 12 of 50  0:34 left", in @p width columns.
QString progress(int done, int total, std::optional<std::chrono::milliseconds> left, int width);
QString waitingForProof(int calls);
QString stopping(int onTheirWay);
QString aborting();
QString pausedAndStopped(const QString &why);
QString pausedAndContinued(const QString &why);
QString outputGone();
QString outcomesKept(int calls);
/// Of calls whose outcome is not on disk when the program ends.
QString outcomesLost(int calls);

// --- results for people
/// "defb0706-…  Ended", and more where it is not that; with a proof if it was waited for.
QString call(const CallResult &result, const std::optional<CallProof> &proof);
/// What --dry-run says of a call.
QString wouldSend(const CallResult &result);
QString drySummary(int wouldSend, int notSent);
QString historyCall(const HistoryCall &call);
QString historyUnreadable();

// --- what is told of live calls
/// Until when Plivo asks to wait (UTC ms), after a 429.
QString held(qint64 untilMs, qint64 nowMs);
/// The same when nobody waits so long.
QString heldTooLong(qint64 untilMs, qint64 nowMs);
/// "212 of 800 details read"
QString reading(int read, int calls);
/// @p cells in columns of @p widths, as far as they fit; what could do harm on a terminal is taken out.
QString tableLine(const QStringList &cells, const std::vector<qsizetype> &widths);
/// In the place of a status.
QString notRead();
QString endedMeanwhile(int calls);
QString leftOutWithoutAge(int calls);
QString noCallToShow();
/// "defb0706-…  Live for 30:12:05.", and who is on it.
QString shownCall(const CallInfoRead &read, qint64 nowMs);

} // namespace hangup::cliwords
