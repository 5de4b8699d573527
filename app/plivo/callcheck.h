// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callid.h"
#include "domain/callinfo.h"
#include "domain/cutoff.h"
#include "domain/outcome.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace hangup {

/// What an order has its calls checked for, right before each DELETE. A value, shared by its jobs.
///
/// A check is a look: is it live, and if not, queued? What comes of it also depends on whether an attempt of ours,
/// whose end nobody knows, came before: of this batch, or of an earlier one, as the order, the engine or (with the
/// intent) the journal remembers. "Doubt" below; a look without a check is only made with it.
///
///   the look says                            no doubt                      doubt
///   live or queued, no objection             the DELETE                    the DELETE
///   live or queued, objection                NotSent, the objection        NotSent, the objection: what came before
///                                                                          ended nothing; but Unknown after an
///                                                                          attempt of this batch
///   neither                                  NotSent OverAlready           NotLiveMaybeUs
///   unclear, after its retries               NotSent NumbersUnread with    Unknown *
///                                            protected numbers, else
///                                            CheckUnclear
///   it could not even leave (DNS, TLS …)     NotSent, that reason          Unknown *
///   401, 403: the batch stops as well        NotSent CredentialsRejected,  Unknown *
///                                            NotPermitted
///   429                                      it waits, and asks again      the same
///   stopped or cut meanwhile, not over yet   NotSent Stopped               Unknown *
///
///   * as in the left column once it was found live after an attempt of an earlier batch
///
/// An unclear check skips the call without protected numbers, too: the user asked for it to be checked, and a DELETE
/// that was not made can be made later. A check that is older than EngineLimits::checkGoodFor when its DELETE could
/// leave at last is made again, and a call that an objection or an end meets then counts the same. Only before an
/// attempt of this batch without a verdict is an unclear look asked again; after it, it is not, checked or not.
///
/// Without a DELETE nothing of this counts for Caution: neither as an attempt without a verdict nor as a 404.
struct CallCheck
{
    QHash<CallId, CallInfo> seen {}; ///< what the user saw, where anything
    CutOffRules cutOff {};
    bool leavesFlaggedOut = false; ///< young and answered inbound calls, but for those in flaggedToo
    QSet<CallId> flaggedToo {};

    /// Why a call that is live or queued must not be ended, by what was just read of it: NumberProtected, then
    /// NumbersChanged, then NumbersUnread; CheckUnclear when a number that the user saw is not told any more; then
    /// NeedsAnotherStep. Nothing: it may be.
    std::optional<Reason> objection(const CallInfo &now) const;
    /// What a check without a clear answer comes to.
    Reason whenUnclear() const;
};

} // namespace hangup
