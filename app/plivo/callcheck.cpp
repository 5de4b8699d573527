// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "plivo/callcheck.h"

namespace hangup {

namespace {

/// Told both times, and not the same.
bool isOther(const QString &seen, const QString &now)
{
    return !seen.isEmpty() && !now.isEmpty() && seen != now;
}

bool isLost(const QString &seen, const QString &now)
{
    return !seen.isEmpty() && now.isEmpty();
}

} // namespace

std::optional<Reason> CallCheck::objection(const CallInfo &now) const
{
    const CutOffFlags flags = cutOffFlags(now, cutOff, now.readAtMs);
    if (flags.testFlag(CutOffFlag::Protected))
        return Reason::NumberProtected;
    const CallInfo before = seen.value(now.id, CallInfo { .id = now.id });
    if (isOther(before.from, now.from) || isOther(before.to, now.to))
        return Reason::NumbersChanged;
    if (isLeftOut(flags))
        return Reason::NumbersUnread;
    if (isLost(before.from, now.from) || isLost(before.to, now.to))
        return Reason::CheckUnclear;
    if (leavesFlaggedOut && needsAnotherStep(flags) && !flaggedToo.contains(now.id))
        return Reason::NeedsAnotherStep;
    return {};
}

Reason CallCheck::whenUnclear() const
{
    return cutOff.protectedNumbers.isEmpty() ? Reason::CheckUnclear : Reason::NumbersUnread;
}

} // namespace hangup
